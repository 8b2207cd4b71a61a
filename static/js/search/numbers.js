/*
 * Reads whole numbers from text, as site_builder/search/numbers.py writes them: digits of base 32,
 * least significant first; letters of the alphabet's upper half say that another follows.
 */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const DIGITS = new Int8Array(128).fill(-1);
for (let value = 0; value < ALPHABET.length; value += 1) DIGITS[ALPHABET.charCodeAt(value)] = value;

/** A reader of a text from a place on: `next()` gives numbers, `skip(mark)` steps over a letter. */
export function createReader(text, start = 0) {
  let at = start;

  function next() {
    let number = 0;
    let weight = 1;
    let digit;
    do {
      digit = DIGITS[text.charCodeAt(at)];
      at += 1;
      number += (digit & 31) * weight;
      weight *= 32;
    } while (digit > 31);
    return number;
  }

  function skip(mark) {
    if (text.charCodeAt(at) !== mark) return false;
    at += 1;
    return true;
  }

  return { next, skip, done: () => at >= text.length, at: () => at };
}

/** Numbers whose digits, of base 64 and the most significant first, stand in columns. */
export function readColumns(text, start, { rows, columns }) {
  const numbers = new Array(rows).fill(0);
  for (let column = 0; column < columns; column += 1) {
    const top = start + column * rows;
    for (let row = 0; row < rows; row += 1) {
      numbers[row] = numbers[row] * 64 + DIGITS[text.charCodeAt(top + row)];
    }
  }
  return numbers;
}
