/*
 * Results cut down by what documents are, and how many would be left for each choice.
 *
 * Choices of one facet are alternatives; facets, and the span of years, narrow each other. A
 * document's number gives its year: documents are numbered by date.
 */

export const FACETS = ["speaker", "country", "tag", "carrier", "language", "voice"];

/** The facets whose files a choice needs. */
export function chosenFacets(filters) {
  return FACETS.filter((facet) => filters[facet]?.length > 0);
}

/** Those of the documents' numbers that satisfy every choice but those of the facet `except`. */
export function applyFilters(numbers, filters, { facets, calendar, except = null }) {
  const tests = chosenFacets(filters)
    .filter((facet) => facet !== except)
    .map((facet) => choiceTest(facets.get(facet), filters[facet]));
  if (except !== "year") {
    const [from, to] = yearRange(filters, calendar);
    tests.push((number) => number >= from && number < to);
  }
  return numbers.filter((number) => tests.every((test) => test(number)));
}

/** The choices of a facet with their counts among the documents: [id, name, count], most first. */
export function countChoices(numbers, facet) {
  const counts = new Uint32Array(facet.values.length);
  for (const number of numbers) for (const value of valuesOf(facet, number)) counts[value] += 1;
  return facet.values
    .map(([id, name], value) => [id, name, counts[value]])
    .filter(([, , count]) => count > 0)
    .sort((a, b) => b[2] - a[2]);
}

/** [year, count] of each year of the archive that has documents, in order. */
export function countYears(numbers, calendar) {
  const counts = calendar.years.map(() => 0);
  for (const number of numbers) counts[yearIndex(number, calendar)] += 1;
  return calendar.years.map(([year], index) => [year, counts[index]]);
}

function valuesOf(facet, number) {
  const values = facet.documents[number] ?? [];
  return Array.isArray(values) ? values : [values];
}

function choiceTest(facet, ids) {
  if (!facet) return () => false;
  const wanted = new Set();
  facet.values.forEach(([id], value) => ids.includes(id) && wanted.add(value));
  return (number) => valuesOf(facet, number).some((value) => wanted.has(value));
}

function yearRange(filters, { years, count }) {
  const from = filters.from ? years.find(([year]) => year >= filters.from) : [0, 0];
  const after = filters.to ? years.find(([year]) => year > filters.to) : undefined;
  return [from ? from[1] : count, after ? after[1] : count];
}

function yearIndex(number, { years }) {
  let low = 0;
  let high = years.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (years[middle][1] <= number) low = middle;
    else high = middle - 1;
  }
  return low;
}
