// Follows the links between the pages within the session, as a step of Forward would: a plain link would load the page anew, and what
// the visitor brought would be gone. Brings the link of the page one is on into sight where the bar is wider than the screen.
const EMBEDDING = ["embed", "embed_options"]; // of how the page is shown, not of what it shows
const OWN = "a.bg-link";

function follow(event) {
  const link = event.target.closest?.(OWN);
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const [from, to] = [new URL(location.href), new URL(link.href)];
  for (const name of EMBEDDING) for (const value of from.searchParams.getAll(name)) to.searchParams.append(name, value);
  if (to.href !== from.href) history.pushState({}, "", to);
  dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  if (to.pathname !== from.pathname) document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
}

function bringIntoSight() {
  const bar = document.querySelector(".bg-nav");
  const here = bar?.querySelector('[aria-current="page"]');
  if (!here) return;
  const [inner, outer] = [here.getBoundingClientRect(), bar.getBoundingClientRect()];
  if (inner.right > outer.right || inner.left < outer.left) bar.scrollLeft += inner.left - outer.left - 40;
}

export default function () {
  if (window.bangGiaoFollow) document.removeEventListener("click", window.bangGiaoFollow);
  window.bangGiaoFollow = follow;
  document.addEventListener("click", follow);
  bringIntoSight();
  document.fonts.ready.then(bringIntoSight); // a link is as wide as its letters
}
