/*
 * Reads whole numbers from text, as site_builder/search/numbers.py writes them: digits of base 32,
 * least significant first; letters of the alphabet's upper half say that another follows.
 */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const DIGITS = new Int8Array(128).fill(-1);
for (let value = 0; value < ALPHABET.length; value += 1) DIGITS[ALPHABET.charCodeAt(value)] = value;

/** A reader of a text from a place on: `next()` gives the numbers in turn. */
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

  return { next, done: () => at >= text.length, at: () => at };
}

/** The digit that a letter of a text stands for. */
export function digitAt(text, at) {
  return DIGITS[text.charCodeAt(at)];
}
