/*
 * The chart and the months of a page of the timeline, painted anew for what fits a choice.
 */

/**
 * Show in each bar, and in each month, how many of its entries fit; `counts` is null for all.
 * `totals` has the numbers of all, by the same keys.
 */
export const paint = (main, part, counts, totals, words) => {
  paintBars(main.querySelector(".chart-plot"), part, counts, totals, words);
  paintMonths(main.querySelector(".periods"), part, counts, words);
};

const paintBars = (plot, part, counts, totals, words) => {
  if (!plot) return;
  plot.classList.toggle("is-narrowed", Boolean(counts));
  for (const shown of plot.querySelectorAll(".chart-part")) shown.remove();
  const bars = [...plot.children].filter((one) => one.matches("a, rect"));
  bars.forEach((bar, index) => {
    const title = bar.querySelector("title");
    if (!title) return; // a gap
    title.dataset.whole ??= title.textContent;
    const time = part.level === "month" ? [0, 0, index + 1] : timeOf(bar, part);
    const n = counts ? countAt(counts, time, part) : 0;
    const told = { bar: title.dataset.whole, n: words.number(n) };
    title.textContent = counts ? words.text("bar", told) : title.dataset.whole;
    if (bar.localName === "a") bar.setAttribute("aria-label", title.textContent);
    if (n > 0) bar.after(...partOf(bar, n / countAt(totals, time, part)));
  });
};

/** The share of a bar that fits, drawn over it; a bar that is a link holds it. */
const partOf = (bar, share) => {
  const whole = bar.matches("rect") ? bar : bar.querySelector(".chart-bar");
  const size = Number(whole.getAttribute("height"));
  const height = Math.max(size * share, 2);
  const drawn = whole.cloneNode();
  drawn.setAttribute("class", "chart-part");
  drawn.setAttribute("y", Number(whole.getAttribute("y")) + size - height);
  drawn.setAttribute("height", height);
  if (whole === bar) return [drawn];
  bar.append(drawn);
  return [];
};

const paintMonths = (periods, part, counts, words) => {
  if (!periods) return;
  const links = [...periods.querySelectorAll("a")];
  for (const link of links) {
    link.dataset.wholeShare ??= link.dataset.share ?? "";
    link.dataset.wholeTitle ??= link.title;
  }
  const months = [...(counts?.entries() ?? [])].filter(([at]) => at % 100);
  const most = Math.max(1, ...months.map(([, n]) => n));
  for (const link of links) {
    const time = timeOf(link, part);
    if (!time[0]) continue; // a decade's heading
    const n = counts ? countAt(counts, time, part) : 0;
    const count = link.querySelector(".count");
    if (count) {
      link.dataset.wholeCount ??= count.textContent;
      count.textContent = counts ? words.number(n) : link.dataset.wholeCount;
      link.classList.toggle("is-without", Boolean(counts) && n === 0);
    } else if (counts) {
      link.dataset.share = Math.ceil((4 * n) / most);
      link.title = words.text("bar", { bar: link.dataset.wholeTitle, n: words.number(n) });
    } else {
      link.dataset.share = link.dataset.wholeShare;
      link.title = link.dataset.wholeTitle;
    }
  }
};

/** The year, and the month, that a link into the timeline leads to. */
const timeOf = (link, part) => {
  const { href, hash } = new URL(link.getAttribute("href"), document.baseURI);
  const path = href.slice(part.timeline.length);
  const [, year, month] = /^(\d{4,})\/(?:(\d\d)\/)?/.exec(path) ?? [];
  const day = /^#d-\d+-\d\d-(\d\d)$/.exec(hash)?.[1];
  return [Number(year), Number(month ?? 0), Number(day ?? 0)];
};

const countAt = (counts, [year, month, day], { level }) => {
  if (level === "month") return counts.get(day) ?? 0;
  if (month) return counts.get(year * 100 + month) ?? 0;
  let found = 0;
  for (const [at, n] of counts) if (Math.floor(at / 100) === year) found += n;
  return found;
};
