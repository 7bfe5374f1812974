// Exchanges the words that Streamlit says by itself, as text or as names that are read aloud, for those of the page's language.
// What was said before is kept beside each, so that it comes back when the page turns to English.
// Also: whoever comes to a menu that shows a choice types over it, as in any other such field; Streamlit leaves the caret within it.
const NAMES = ["aria-label", "aria-valuetext", "title", "placeholder"];
const LEFT_ALONE = "script, style, .stHtml"; // what we say ourselves
const WRITTEN = "[contenteditable]"; // its text is what somebody is writing
const MOST_KNOWN = 5000;

const MENU = ".stSelectbox input";

function overwrite() {
  let came = null;
  document.addEventListener("pointerdown", (event) => (came = document.activeElement === event.target ? null : event.target));
  document.addEventListener("click", ({ target }) => {
    if (target === came && target.matches?.(MENU) && target.selectionStart === target.selectionEnd) target.select();
  });
}

export default function ({ data }) {
  if (!window.bangGiaoBorrowed) overwrite();
  const at = (window.bangGiaoBorrowed ??= { was: new WeakMap() });
  if (at.lang === data.lang) return; // the observer of the run before goes on
  at.lang = data.lang;
  document.documentElement.lang = data.lang;
  const patterns = Object.entries(data.patterns).map(([pattern, ours]) => [new RegExp(pattern), ours]);
  const known = new Map(); // a page says the same things over and over
  const exchange = (bare) => {
    if (Object.hasOwn(data.words, bare)) return data.words[bare];
    const [head, ...rest] = bare.split(": "); // a button of a table says which table: "Search: Events"
    if (rest.length && Object.hasOwn(data.words, head)) return [data.words[head], ...rest].join(": ");
    const found = patterns.find(([pattern]) => pattern.test(bare));
    return found ? bare.replace(found[0], found[1]) : null;
  };
  const ours = (text) => {
    if (!known.has(text)) {
      if (known.size > MOST_KNOWN) known.clear();
      known.set(text, exchange(text.trim()));
    }
    return known.get(text);
  };
  const turn = (node, name, text, put) => {
    const kept = at.was.get(node) ?? {};
    const theirs = kept[name] && kept[name].now === text ? kept[name].was : text;
    const now = ours(theirs) ?? theirs;
    if (now !== text) {
      at.was.set(node, { ...kept, [name]: { was: theirs, now } });
      put(now);
    }
  };
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!node.parentElement?.closest(WRITTEN)) turn(node, "text", node.nodeValue, (now) => (node.nodeValue = now));
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      for (const name of NAMES) {
        if (node.hasAttribute(name)) turn(node, name, node.getAttribute(name), (now) => node.setAttribute(name, now));
      }
    }
  };
  const alone = (node) => node.nodeType === Node.ELEMENT_NODE && node.matches(LEFT_ALONE);
  const among = { acceptNode: (node) => (alone(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT) };
  const visitAll = (root) => {
    if (alone(root) || root.parentElement?.closest(LEFT_ALONE)) return;
    visit(root);
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, among);
    while (walk.nextNode()) visit(walk.currentNode);
  };
  const changed = (node) => {
    if (!node.parentElement?.closest(LEFT_ALONE) && !alone(node)) visit(node);
  };
  at.observer?.disconnect();
  visitAll(document.body);
  at.observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(visitAll);
      else changed(change.target);
    }
  });
  at.observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: NAMES });
}
