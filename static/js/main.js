// What a page gains with scripts: links to paragraphs that copy themselves, a cite box that
// chooses and copies, charts that take one stop of the Tab key and are walked with arrows, and
// the page that comes next, fetched before it is asked for.

const copyParagraphLinks = (text) => {
  const status = document.createElement("p");
  status.className = "copied";
  status.setAttribute("role", "status");
  document.body.append(status);
  let fading;

  for (const link of text.querySelectorAll(".pn")) link.title = text.dataset.copy;
  text.addEventListener("click", async (event) => {
    const link = event.target.closest?.(".pn");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      return; // the address bar still shows the link
    }
    status.textContent = text.dataset.copied.replace("{number}", link.textContent);
    clearTimeout(fading);
    fading = setTimeout(() => (status.textContent = ""), 4000);
  });
};

const walkBars = (plot) => {
  const bars = [...plot.querySelectorAll("a")];
  if (bars.length < 2) return;
  let current = Math.max(0, bars.findIndex((bar) => bar.hasAttribute("aria-current")));
  const rightToLeft = getComputedStyle(plot).direction === "rtl";
  bars.forEach((bar, index) => bar.setAttribute("tabindex", index === current ? "0" : "-1"));

  plot.addEventListener("keydown", (event) => {
    const forward = rightToLeft ? "ArrowLeft" : "ArrowRight";
    const back = rightToLeft ? "ArrowRight" : "ArrowLeft";
    const next = { [forward]: current + 1, [back]: current - 1, Home: 0, End: bars.length - 1 };
    if (!(event.key in next) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    bars[current].setAttribute("tabindex", "-1");
    current = Math.min(bars.length - 1, Math.max(0, next[event.key]));
    bars[current].setAttribute("tabindex", "0");
    bars[current].focus();
  });
};

// The cite box has its script fetched when the reader comes near it, points at a paragraph, or
// was led to one: who only reads does without.
const citeOnDemand = (box) => {
  const text = document.querySelector(".numbered");
  const begun = new AbortController();
  const near = new IntersectionObserver(
    (entries) => entries.some((entry) => entry.isIntersecting) && begin(),
    { rootMargin: "100%" },
  );
  const begin = () => {
    begun.abort();
    near.disconnect();
    import("./cite.js").catch(() => {}); // the citations stand there without it
  };
  near.observe(box);
  for (const event of ["pointerover", "focusin"]) {
    text?.addEventListener(event, begin, { signal: begun.signal });
  }
  addEventListener("hashchange", begin, { signal: begun.signal });
  if (location.hash) begin();
};

// A page of the site is fetched ahead when the reader stays on a link to it for a moment, or has
// come to the end of an article, where the next one is named.
const fetchAhead = () => {
  if (navigator.connection?.saveData) return;
  const known = new Set([location.pathname]);
  let waiting;

  const fetchPage = ({ href, origin, pathname }) => {
    if (origin !== location.origin || !pathname.endsWith("/") || known.has(pathname)) return;
    known.add(pathname);
    const hint = document.createElement("link");
    hint.rel = "prefetch";
    hint.href = href.split("#")[0];
    document.head.append(hint);
  };
  const consider = ({ target }) => {
    clearTimeout(waiting);
    const link = target.closest?.("a[href]");
    if (link instanceof HTMLAnchorElement) waiting = setTimeout(fetchPage, 80, link);
  };

  addEventListener("pointerover", consider);
  addEventListener("focusin", consider);
  const end = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) fetchPage(target);
  });
  document.querySelectorAll("a.neighbours-next").forEach((link) => end.observe(link));
};

document.querySelectorAll(".numbered").forEach(copyParagraphLinks);
document.querySelectorAll(".citation").forEach(citeOnDemand);
document.querySelectorAll(".chart-plot, .strip-plot").forEach(walkBars);
fetchAhead();

// The switch between languages leads to the same place: with what was searched for, or to the
// same paragraph.
for (const link of document.querySelectorAll(".site-languages a")) {
  link.addEventListener("click", () => {
    link.search = location.search;
    link.hash = location.hash;
  });
}
