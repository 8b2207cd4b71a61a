/*
 * Posting lists from text, as site_builder/search/postings.py writes them.
 */

import { readLengths } from "./lengths.js";
import { createReader, digitAt } from "./numbers.js";

const DENSE = "~".charCodeAt(0);
const STOP = ".";
const MORE = 8;

/** The posting lists of a row by field, null where empty: {documents, counts, lengths, longest}. */
export function readRow(row, fieldCount, calendar) {
  const lists = new Array(fieldCount).fill(null);
  for (const text of row?.split(" ") ?? []) lists[Number(text[0])] = readPostings(text, calendar);
  return lists;
}

/** What follows the digit of the field: which documents, how often, how long they are. */
function readPostings(text, calendar) {
  const [slots, counts, lengths] = text.slice(1).split(STOP);
  const documents = slots.charCodeAt(0) === DENSE ? readMonths(slots, calendar) : readGaps(slots, calendar);
  const found = readCounts(counts, documents.length);
  return { documents, counts: found, ...readLengths(lengths, found) };
}

/** How much further each slot is than the last. */
function readGaps(text, calendar) {
  const documents = [];
  const reader = createReader(text);
  let slot = -1;
  while (!reader.done()) {
    slot += reader.next();
    documents.push(calendar.numberOf(slot));
  }
  return documents;
}

/** The first month, then month by month a number whose bits are the places that are taken. */
function readMonths(text, calendar) {
  const documents = [];
  const reader = createReader(text, 1);
  let month = reader.next();
  let place = 0;
  for (let at = reader.at(); at < text.length; at += 1) {
    const digit = digitAt(text, at);
    for (let bit = 0; bit < 5; bit += 1) {
      if ((digit >> bit) & 1) documents.push(calendar.firstOf(month) + place + bit);
    }
    place += 5;
    if (digit > 31) continue;
    month += 1;
    place = 0;
  }
  return documents;
}

/** Two to a letter; behind these, what exceeds eight. */
function readCounts(text, length) {
  const reader = createReader(text, (length + 1) >> 1);
  return Array.from({ length }, (_, index) => {
    const count = 1 + ((digitAt(text, index >> 1) >> (3 * (index & 1))) & 7);
    return count < MORE ? count : MORE + reader.next();
  });
}

/** The lists of older documents and those of newer ones as one. */
export function joinLists(older, newer) {
  return older.map((list, field) => {
    const more = newer[field];
    if (!list || !more) return list ?? more;
    return {
      documents: list.documents.concat(more.documents),
      counts: list.counts.concat(more.counts),
      lengths: list.lengths.concat(more.lengths),
      longest: list.longest && list.longest.concat(more.longest ?? more.lengths),
    };
  });
}

/** Note how long a text of a list with bounds is, if the list holds it. */
export function settleLength(list, number, length) {
  const at = placeOf(list, number);
  if (at < 0) return;
  list.lengths[at] = length;
  list.longest[at] = length;
}

/** A map from term to lists by field, as far as it is about some documents. */
export function pickDocuments(postings, numbers) {
  const wanted = [...numbers].sort((a, b) => a - b);
  const pick = (list) => {
    const places = wanted.map((number) => placeOf(list, number)).filter((at) => at >= 0);
    const chosen = (values) => values && places.map((at) => values[at]);
    return {
      documents: chosen(list.documents),
      counts: chosen(list.counts),
      lengths: chosen(list.lengths),
      longest: chosen(list.longest),
    };
  };
  return new Map(
    [...postings].map(([text, lists]) => [text, lists.map((list) => list && pick(list))]),
  );
}

/** Where a document stands in a list, or -1. */
function placeOf({ documents }, number) {
  let low = 0;
  let high = documents.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (documents[middle] < number) low = middle + 1;
    else high = middle;
  }
  return documents[low] === number ? low : -1;
}
