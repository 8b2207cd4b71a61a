/*
 * How many terms a field of a document holds, as site_builder/search/lengths.py and levels.py write
 * it: exactly, or between which bounds it is.
 */

import { digitAt } from "./numbers.js";

const MARK = "~";

/** Times from which on a term stands often in a document. */
const FREQUENT = 4;

/** No field holds so many terms. */
const ENDLESS = 64 ** 4;

/** The least length of each level, and what is behind the last. */
const LEVELS = [...Array(8).keys()];
for (let octave = 1; octave < 15; octave += 1) {
  for (let quarter = 4; quarter < 8; quarter += 1) LEVELS.push(quarter * 2 ** octave);
}
LEVELS.push(8 * 2 ** 14);

/**
 * {lengths, longest} of the documents of a list, which hold its term so often. Where levels stand,
 * `lengths` are the least that they can be and `longest` the greatest; otherwise `longest` is null.
 */
export function readLengths(text, counts) {
  if (text[0] !== MARK) return { lengths: readColumns(text, counts.length), longest: null };
  const rows = counts.length;
  const lengths = new Array(rows);
  const longest = new Array(rows);
  let fine = 1 + rows;
  for (let at = 0; at < rows; at += 1) {
    const level = digitAt(text, 1 + at);
    let least = LEVELS[level];
    let after = LEVELS[level + 1];
    if (counts[at] >= FREQUENT) {
      const step = Math.max(1, (after - least) / 64);
      least += digitAt(text, fine) * step;
      after = least + step;
      fine += 1;
    }
    lengths[at] = least;
    longest[at] = after < LEVELS[LEVELS.length - 1] ? after - 1 : ENDLESS - 1;
  }
  return { lengths, longest };
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
