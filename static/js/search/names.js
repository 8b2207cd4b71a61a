/*
 * The index is in the site's main language. On a page in a further one, what results and filters
 * are called is looked up in a small file of that language.
 */

/** The same search with names and days in the page's language, those of the file at `address`. */
export function withNames(search, address) {
  const language = document.documentElement.lang;
  let asked = null;

  function load() {
    asked ??= fetchNames(address);
    return asked;
  }

  const hitIn = (names) => (hit) => ({
    ...hit,
    when: formatDay(hit.date, language) ?? hit.when,
    kind: nameOf(names.kind, hit.kind),
    place: nameOf(names.place, hit.place),
    carrier: nameOf(names.carrier, hit.carrier),
    language: nameOf(names.language, hit.language),
    speakers: hit.speakers?.map((name) => nameOf(names.speaker, name)),
  });

  return {
    ...search,
    async search(request) {
      const [answer, names] = await Promise.all([search.search(request), load()]);
      return { ...answer, hits: answer.hits.map(hitIn(names)) };
    },
    async list(request) {
      const [hits, names] = await Promise.all([search.list(request), load()]);
      return hits.map(hitIn(names));
    },
    async facets(request) {
      const [counted, names] = await Promise.all([search.facets(request), load()]);
      const facets = Object.entries(counted.facets).map(([facet, choices]) => [
        facet,
        choices?.map(([id, name, count]) => [id, nameOf(names[facet], name), count]) ?? null,
      ]);
      return { ...counted, facets: Object.fromEntries(facets) };
    },
  };
}

/** Without its file a page shows the names of the main language. */
async function fetchNames(address) {
  try {
    const response = await fetch(address);
    return response.ok ? await response.json() : {};
  } catch {
    return {};
  }
}

function nameOf(names, name) {
  return names && Object.hasOwn(names, name) ? names[name] : name;
}

/** A date of a year, a month or a day, as the language writes it; null where there is none. */
export function formatDay(date, language) {
  const [year, month, day] = date.split("-").map(Number);
  if (!month) return null; // a year is written alike everywhere on the site
  const form = { year: "numeric", month: "long", timeZone: "UTC", calendar: "gregory" };
  // Plain English is read all over the world: day before month, as everywhere on the site.
  return new Intl.DateTimeFormat(language === "en" ? "en-001" : language, {
    ...form,
    ...(day ? { day: "numeric" } : {}),
    numberingSystem: "latn",
  }).format(Date.UTC(year, month - 1, day || 1));
}
