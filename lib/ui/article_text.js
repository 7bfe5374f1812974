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
    if (label && root.dataset.picked !== undefined) setTimeout(() => label.scrollIntoView({ block: "nearest" }), 60);
    // A link has just been opened: what stands above the text is still growing.
    else if (label) [60, 500, 1200].forEach((wait) => setTimeout(() => label.scrollIntoView({ block: "start" }), wait));
  }
  root.dataset.picked = data.picked || "";
}
