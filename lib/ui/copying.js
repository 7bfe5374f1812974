// Copies the address of the page; without a clipboard (no https) by the old command, and else shows it, selected.
export default function ({ data, parentElement }) {
  const [button, field, told] = ["button", "input", "span"].map((name) => parentElement.querySelector(name));
  button.textContent = data.link;
  button.hidden = false;
  field.setAttribute("aria-label", data.link);
  const say = (text) => {
    told.textContent = text;
    clearTimeout(button.wait);
    button.wait = setTimeout(() => (told.textContent = ""), 4000);
  };
  const byHand = (address) => {
    field.value = address;
    field.hidden = false;
    field.focus();
    field.select();
    let copied = false;
    try { copied = document.execCommand("copy"); } catch { copied = false; }
    if (copied) { field.hidden = true; button.focus(); }
    say(copied ? data.done : data.by_hand);
  };
  field.onblur = () => (field.hidden = true);
  button.onclick = () => {
    const address = new URL(window.location.href);
    address.searchParams.delete("embed");
    address.searchParams.delete("embed_options");
    if (!navigator.clipboard) return byHand(address.href);
    navigator.clipboard.writeText(address.href).then(() => say(data.done), () => byHand(address.href));
  };
}
