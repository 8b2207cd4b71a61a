/*
 * Posting lists from text, as site_builder/search/postings.py writes them.
 */

import { createReader, digitAt } from "./numbers.js";

const DENSE = "~".charCodeAt(0);
const STOP = ".";
const MORE = 8;

/**
 * The posting lists of a row by field, null where empty: {documents, counts, lengths}. Very long
 * lists have no lengths of their own: null.
 */
export function readRow(row, fieldCount, calendar) {
  const lists = new Array(fieldCount).fill(null);
  for (const text of row.split(" ")) lists[Number(text[0])] = readPostings(text, calendar);
  return lists;
}

/** What follows the digit of the field: which documents, how often, how long they are. */
function readPostings(text, calendar) {
  const [slots, counts, lengths] = text.slice(1).split(STOP);
  const documents = slots.charCodeAt(0) === DENSE ? readMonths(slots, calendar) : readGaps(slots, calendar);
  return {
    documents,
    counts: readCounts(counts, documents.length),
    lengths: lengths === undefined ? null : readColumns(lengths, documents.length),
  };
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

/** Numbers whose digits, of base 64 and the most significant first, stand in columns. */
export function readColumns(text, rows) {
  const numbers = new Array(rows).fill(0);
  for (let top = 0; top < text.length; top += rows) {
    for (let row = 0; row < rows; row += 1) {
      numbers[row] = numbers[row] * 64 + digitAt(text, top + row);
    }
  }
  return numbers;
}
