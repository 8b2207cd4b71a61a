/*
 * A Lunr index of a query's terms only. Lunr ranks a document by those components of its vectors
 * that the query names, so an index that holds just these answers as the whole would, to the last
 * bit; the formulas are lunr.Builder's (2.3.9), and an unmodified lunr.Index does the rest.
 */

const K1 = 1.2;
const B = 0.75;

/**
 * An unmodified lunr.Index of the terms in `postings`, a map from term to lists by field; with
 * `only`, of these documents alone.
 */
export function loadPartialIndex(lunr, postings, { manifest, calendar, everyDocument = false, only = null }) {
  const { fields, boosts, terms } = manifest;
  const lengths = means(terms, calendar);
  const sorted = [...postings.keys()].sort();
  const vectors = fields.map(() => new Map());
  const invertedIndex = sorted.map((term, index) => {
    const posting = { _index: index };
    const lists = postings.get(term);
    const idf = inverseFrequency(lists, calendar.count);
    fields.forEach((field, at) => {
      posting[field] = {};
      if (!lists[at]) return;
      const shared = { idf, mean: lengths[at], boost: boosts[at], only };
      score(lists[at], shared, index, posting[field], vectors[at]);
    });
    return [term, posting];
  });
  const fieldVectors = [];
  if (everyDocument) {
    for (let number = 0; number < calendar.count; number += 1) {
      fieldVectors.push([`${fields[0]}/${number}`, vectors[0].get(number) ?? []]);
    }
  }
  fields.forEach((field, at) => {
    if (everyDocument && at === 0) return;
    for (const [number, elements] of vectors[at]) fieldVectors.push([`${field}/${number}`, elements]);
  });
  return lunr.Index.load({
    version: lunr.version,
    fields,
    fieldVectors,
    invertedIndex,
    pipeline: [],
  });
}

/** The mean length of each field. */
export function means(terms, calendar) {
  return terms.map((total) => total / calendar.count);
}

/** Lunr's weight of a term: documents are counted once for each field that holds it. */
export function inverseFrequency(lists, count) {
  let found = 0;
  for (const list of lists) if (list) found += list.documents.length;
  return Math.log(1 + Math.abs((count - found + 0.5) / (found + 0.5)));
}

/** Lunr's weight of a term in one field of one document. */
export function termScore({ counts, lengths }, at, { idf, mean, boost }) {
  const tf = counts[at];
  let value = (idf * ((K1 + 1) * tf)) / (K1 * (1 - B + B * (lengths[at] / mean)) + tf);
  value *= boost;
  return Math.round(value * 1000) / 1000;
}

function score(list, shared, index, posting, vectors) {
  list.documents.forEach((number, at) => {
    if (shared.only && !shared.only.has(number)) return;
    posting[number] = {};
    const elements = vectors.get(number);
    const value = termScore(list, at, shared);
    if (elements) elements.push(index, value);
    else vectors.set(number, [index, value]);
  });
}
