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
    const buttons = [...root.querySelectorAll("button")];
    const at = buttons.indexOf(root.getRootNode().activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined || !buttons[to]) return;
    event.preventDefault();
    buttons[to].focus();
  };
  // One row is a stop of the Tab key: the one that was last been on.
  if (root.dataset.roving) return;
  root.dataset.roving = "on";
  root.addEventListener("focusin", (event) => {
    if (!event.target.matches("button")) return;
    root.querySelectorAll('button[tabindex="0"]').forEach((one) => (one.tabIndex = -1));
    event.target.tabIndex = 0;
  });
}
