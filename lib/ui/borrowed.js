// Exchanges the words that Streamlit says by itself, as text or as names that are read aloud, for those of the page's language.
// What was said before is kept beside each, so that it comes back when the page turns to English.
const NAMES = ["aria-label", "title", "placeholder"];
export default function ({ data }) {
  const at = (window.bangGiaoBorrowed ??= { was: new WeakMap() });
  document.documentElement.lang = data.lang;
  const patterns = Object.entries(data.patterns).map(([pattern, ours]) => [new RegExp(pattern), ours]);
  const ours = (text) => {
    const bare = text.trim();
    if (!bare) return null;
    if (Object.hasOwn(data.words, bare)) return data.words[bare];
    const found = patterns.find(([pattern]) => pattern.test(bare));
    return found ? bare.replace(found[0], found[1]) : null;
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
      if (!node.parentElement?.closest("script, style, .stHtml, [contenteditable]")) {
        turn(node, "text", node.nodeValue, (now) => (node.nodeValue = now));
      }
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      for (const name of NAMES) {
        if (node.hasAttribute(name)) turn(node, name, node.getAttribute(name), (now) => node.setAttribute(name, now));
      }
    }
  };
  const visitAll = (root) => {
    visit(root);
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (walk.nextNode()) visit(walk.currentNode);
  };
  at.observer?.disconnect();
  visitAll(document.body);
  at.observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(visitAll);
      else visit(change.target);
    }
  });
  at.observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: NAMES });
}
