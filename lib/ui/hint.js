// Shows the hint until it is dismissed; a browser that keeps nothing shows it at each visit.
const KEY = "bang-giao-hint";
export default function ({ data, parentElement }) {
  const box = parentElement.querySelector("aside");
  let seen = false;
  try { seen = localStorage.getItem(KEY) === "1"; } catch { seen = false; }
  box.setAttribute("aria-label", data.name);
  box.querySelector("ul").innerHTML = data.steps;
  const button = box.querySelector("button");
  button.textContent = data.close;
  box.hidden = seen || box.dataset.closed === "1";
  button.onclick = () => {
    box.hidden = true;
    box.dataset.closed = "1";
    try { localStorage.setItem(KEY, "1"); } catch { /* shown again at the next visit */ }
  };
}
