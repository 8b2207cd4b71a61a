/*
 * A part of the timeline (all of it, a decade, a year, a month): what of it fits a choice of country
 * and speaker. A year's file gives the places of its entries among all of the year, by day; the
 * file of the whole archive gives numbers by month. Rows are taken from the pages of years and
 * months, so that none is told twice.
 */

export const FACETS = ["country", "speaker"];

const loaded = new Map();

const load = (address, read) => {
  if (!loaded.has(address)) {
    const asked = fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return read(answer);
    });
    asked.catch(() => loaded.delete(address));
    loaded.set(address, asked);
  }
  return loaded.get(address);
};
export const loadFacets = (address) => load(address, (answer) => answer.json());
const loadPage = (address) =>
  load(address, async (answer) => {
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  });

const fourDigits = (year) => String(year).padStart(4, "0");

// Numbers by month (or by year and month) as a map, out of [month, count, month, count …].
const pairs = (flat) => {
  const found = new Map();
  for (let at = 0; at < flat.length; at += 2) found.set(flat[at], flat[at + 1]);
  return found;
};

export const sum = (counts) => [...counts.values()].reduce((all, one) => all + one, 0);

/** What a page of the timeline shows. */
export class Part {
  constructor({ facets, timeline, period, level }) {
    this.address = new URL(facets, document.baseURI).href;
    this.timeline = new URL(timeline, document.baseURI).href;
    this.level = level;
    [this.year, this.month] = period.split("-").map((part) => Number.parseInt(part, 10));
  }

  get inYears() {
    return this.level === "year" || this.level === "month";
  }

  /** The first and the last year, as the search is asked for them. */
  get ends() {
    if (this.level === "all") return {};
    const last = this.level === "decade" ? this.year + 9 : this.year;
    return { from: fourDigits(this.year), to: fourDigits(last) };
  }

  has(month) {
    const year = Math.floor(month / 100);
    return this.level === "all" || (year >= this.year && year < this.year + 10);
  }

  yearFile(year) {
    return `${this.timeline}${fourDigits(year)}/facets.json`;
  }

  /** From the first to the last place of the part among a year's entries. */
  bounds({ days }) {
    if (this.level !== "month") return [0, days.length];
    const within = days.map((day) => Math.floor(day / 100) === this.month);
    return [within.indexOf(true), within.lastIndexOf(true) + 1];
  }

  /** Places in a year's file that fit the choice, oldest first. */
  places(file, choice) {
    const [from, to] = this.bounds(file);
    let found = Array.from({ length: to - from }, (_, index) => from + index);
    for (const facet of FACETS) {
      if (!choice[facet]) continue;
      const known = new Set(file[facet].find(([id]) => id === choice[facet])?.[2]);
      found = found.filter((place) => known.has(place));
    }
    return found;
  }

  /** Counts by year and month, or on a month's page by day. */
  async counts(file, choice) {
    if (this.inYears) {
      const key = (day) =>
        this.level === "month" ? day % 100 : this.year * 100 + Math.floor(day / 100);
      const counts = new Map();
      for (const place of this.places(file, choice)) {
        const at = key(file.days[place]);
        counts.set(at, (counts.get(at) ?? 0) + 1);
      }
      return counts;
    }
    const flats = FACETS.filter((facet) => choice[facet]).map(
      (facet) => file[facet].find(([id]) => id === choice[facet])?.[2] ?? [],
    );
    const maps = (flats.length ? flats : [file.months]).map(pairs);
    const months = [...maps[0].keys()].filter(
      (month) => this.has(month) && maps.every((map) => map.has(month)),
    );
    if (maps.length === 1) return new Map(months.map((month) => [month, maps[0].get(month)]));
    // Who spoke in a month of which country was spoken: only the years' own files tell.
    const years = [...new Set(months.map((month) => Math.floor(month / 100)))];
    const files = await Promise.all(years.map((year) => loadFacets(this.yearFile(year))));
    const counts = new Map();
    years.forEach((year, index) => {
      for (const place of this.places(files[index], choice)) {
        const month = year * 100 + Math.floor(files[index].days[place] / 100);
        counts.set(month, (counts.get(month) ?? 0) + 1);
      }
    });
    return counts;
  }

  /** The choices of a facet with their counts: [id, name, count], by name. */
  async choices(file, facet, choice) {
    const others = { ...choice, [facet]: "" };
    const collator = new Intl.Collator(document.documentElement.lang || "en");
    let count;
    if (this.inYears) {
      const known = new Set(this.places(file, others));
      count = (places) => places.filter((place) => known.has(place)).length;
    } else {
      const known = await this.counts(file, others);
      count = (flat) => sum(new Map([...pairs(flat)].filter(([month]) => known.has(month))));
    }
    return file[facet]
      .map(([id, name, numbers]) => [id, name, count(numbers)])
      .filter(([, , n]) => n > 0)
      .sort((a, b) => collator.compare(a[1], b[1]));
  }

  /** Yield the rows that fit the choice, newest first, each with its heading. */
  async *rows(counts, choice) {
    const years = this.inYears
      ? [this.year]
      : [...new Set([...counts.keys()].map((month) => Math.floor(month / 100)))];
    for (const year of years.sort((a, b) => b - a)) {
      const file = await loadFacets(this.yearFile(year));
      const [start, end] = this.bounds(file);
      const month = this.level === "month" ? `${String(this.month).padStart(2, "0")}/` : "";
      const list = `${this.timeline}${fourDigits(year)}/${month}`;
      for (const place of this.places(file, choice).reverse()) {
        yield rowOf(list, place - start, end - start, file.per_page);
      }
    }
  }
}

/** The row of one entry of a paged list, and the heading above it. */
const rowOf = async (list, index, count, perPage) => {
  const full = Math.max(Math.floor((count - perPage) / perPage), 0);
  const chunk = Math.floor(index / perPage);
  const whole = chunk < full;
  const address = whole ? `${list}page/${chunk + 1}/` : list;
  const after = whole ? (chunk + 1) * perPage : count;
  const rows = (await loadPage(address)).querySelectorAll(".timeline-list .row");
  if (rows.length !== after - (whole ? chunk : full) * perPage) {
    throw new Error(`${address} is not of this build`);
  }
  const row = rows[after - 1 - index];
  const group = row.closest(".row-group");
  return { row: here(row, address), heading: group.querySelector(".row-heading"), address };
};

/** A copy of an element of another page, with its links leading where they led. */
export const here = (element, address) => {
  const copy = document.importNode(element, true);
  for (const link of [copy, ...copy.querySelectorAll("a[href]")]) {
    if (link.hasAttribute("href")) link.href = new URL(link.getAttribute("href"), address).href;
  }
  return copy;
};
