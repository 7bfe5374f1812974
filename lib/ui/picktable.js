// A table whose rows are buttons: a click, Enter or Space tells the server which row was meant; arrow keys go from row to row.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".box");
  if (root.dataset.shown !== data.html) {
    const held = root.getRootNode().activeElement?.dataset?.pick;
    const top = root.scrollTop;
    root.innerHTML = data.html;
    root.dataset.shown = data.html;
    root.scrollTop = top;
    if (held) [...root.querySelectorAll("button")].find((one) => one.dataset.pick === held)?.focus({ preventScroll: true });
  }
  root.onclick = (event) => {
    const button = event.target.closest("tr")?.querySelector("button[data-pick]");
    if (!button) return;
    setTriggerValue("pick", button.getAttribute("aria-pressed") === "true" ? "-" : button.dataset.pick);
  };
  root.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const buttons = [...root.querySelectorAll("button")];
    const next = buttons[buttons.indexOf(root.getRootNode().activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
}
