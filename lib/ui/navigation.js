// Marks the link of the page one is on, for those who are read to, and brings it into sight where the bar is wider than the screen.
export default function ({ data }) {
  const until = performance.now() + 3000;
  const mark = () => {
    const links = [...document.querySelectorAll(".st-key-bg-nav a")];
    const here = links.find((link) => link.textContent.trim() === data.page);
    for (const link of links) {
      if (link === here) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    if (!here) {
      if (performance.now() < until) requestAnimationFrame(mark); // the links' own script may not have arrived
      return;
    }
    const bar = here.closest(".st-key-bg-nav");
    const [inner, outer] = [here.getBoundingClientRect(), bar.getBoundingClientRect()];
    if (inner.right > outer.right || inner.left < outer.left) bar.scrollLeft += inner.left - outer.left - 40;
  };
  mark();
  document.fonts.ready.then(mark); // a link is as wide as its letters
}
