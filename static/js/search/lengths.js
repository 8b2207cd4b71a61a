/*
 * How many terms a field of a document holds, as site_builder/search/lengths.py writes it: exactly,
 * or as a level that says between which bounds it is.
 */

import { digitAt } from "./numbers.js";

/** No field holds so many terms. */
const ENDLESS = 64 ** 4;

/** The least length of each level, and what is behind the last. */
const LEVELS = [
  ...steps(0, 16, 1),
  ...steps(16, 64, 4),
  ...steps(64, 128, 8),
  ...steps(128, 256, 16),
  ...steps(256, 512, 32),
  ...steps(512, 1024, 64),
  ...[1024, 1536, 2048, 4096],
  ENDLESS,
];

/**
 * {lengths, longest} of the documents of a list. Where levels stand, a letter each, `lengths` are
 * the least that they can be and `longest` the greatest; otherwise `longest` is null.
 */
export function readLengths(text, rows) {
  if (text.length !== rows) return { lengths: readColumns(text, rows), longest: null };
  const levels = Array.from({ length: rows }, (_, row) => digitAt(text, row));
  return {
    lengths: levels.map((level) => LEVELS[level]),
    longest: levels.map((level) => LEVELS[level + 1] - 1),
  };
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

function steps(start, end, step) {
  return Array.from({ length: (end - start) / step }, (_, index) => start + index * step);
}
