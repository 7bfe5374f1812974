// Shows the marked text; a click on a mark tells the server which fact was meant, without leaving the page.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".text");
  if (root.dataset.shown !== data.html) {
    root.innerHTML = data.html;
    root.dataset.shown = data.html;
  }
  root.onclick = (event) => {
    const mark = event.target.closest("[data-fact]");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setTriggerValue("fact", mark.dataset.fact);
  };
  if (data.picked && root.dataset.picked !== data.picked) {
    const label = [...root.querySelectorAll("a[data-fact]")].find((one) => one.dataset.fact === data.picked);
    if (label) setTimeout(() => label.scrollIntoView({ block: root.dataset.picked === undefined ? "center" : "nearest" }), 60);
  }
  root.dataset.picked = data.picked || "";
}
