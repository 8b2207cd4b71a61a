/*
 * Text to terms: site_builder/search/analyser.py again, line by line, so that a word typed in the
 * browser meets the word that was indexed. A test feeds both the same strings.
 */

import {
  APOSTROPHES,
  CYRILLIC_WITH_MARK,
  DROPPED_MARKS,
  IGNORED,
  STOP_WORDS,
  UNSPACED,
  foldTable,
  wordClass,
} from "./characters.js";

const W = wordClass();

const CHUNK = new RegExp(
  `[A-Za-z](?:\\.[A-Za-z])+(?![${W}${APOSTROPHES}])\\.?` +
    `|(?:[0-9],(?=[0-9]{3}(?![0-9]))|[${W}])` +
    `(?:[0-9],(?=[0-9]{3}(?![0-9]))|[${W}${IGNORED}]|[${APOSTROPHES}](?=[${W}]))*`,
  "gu",
);
const WORD = new RegExp(`[${W}](?:[${W}]|'(?=[${W}]))*`, "gu");
const RUN = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, "gu");
const UNSPACED_START = new RegExp(`^[${UNSPACED}]`, "u");
const IGNORED_ANY = new RegExp(`[${IGNORED}]`, "gu");
const MARKS = new RegExp(`[${DROPPED_MARKS}]`, "gu");
const OTHER_MARK = new RegExp(`(${CYRILLIC_WITH_MARK})|[\u0306\u0308]`, "gu");
const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, "gu");
const FOLDED = foldTable();
const POSSESSIVE = /'(?:s|t|d|ll|re|ve|m)$/u;
const ELIDED = /^(?:[ldjmnstc]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[aeiouyh])/u;
const ARABIC_PREFIX = /^(?:[\u0648\u0641\u0628\u06a9]?\u0627\u0644|\u0644\u0644)(?=.{3})/u;
// eslint-disable-next-line no-control-regex
const ASCII = /^[\x00-\x7f]*$/;
const CYRILLIC = /[\u0400-\u04ff]/;
const REMEMBERED = 20000;

/** The chunks of a text that hold words: {text, start, end} in UTF-16 units. */
export function chunks(text) {
  return Array.from(text.matchAll(CHUNK), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A chunk in the form in which words are compared. */
export function normalise(chunk) {
  const plain = chunk.replaceAll(".", "").replaceAll(",", "");
  if (ASCII.test(plain)) return plain.toLowerCase();
  const decomposed = plain.replace(IGNORED_ANY, "").normalize("NFKC").toLowerCase().normalize("NFD");
  const bare = decomposed.replace(MARKS, "").replace(OTHER_MARK, "$1").normalize("NFC");
  let folded = "";
  for (const letter of bare) folded += FOLDED.get(letter) ?? letter;
  return folded.replace(APOSTROPHE, "'");
}

/**
 * An analyser whose English stems come from `stem`, lunr.js's own stemmer.
 *
 * `terms(chunk)` gives {terms: [{text, place, word}], length} as chunk_terms does in Python;
 * `analyse(text)` gives [term, place] pairs as analyse does. Before the first of them a text must
 * have been awaited in `prepare(text)`, which fetches what only its script needs.
 */
export function createAnalyser(stem) {
  const remembered = new Map();
  let stemRussian = null;

  async function prepare(text) {
    if (!stemRussian && CYRILLIC.test(text)) ({ stemRussian } = await import("./russian.js"));
  }

  function terms(chunk) {
    let known = remembered.get(chunk);
    if (!known) {
      known = analyseChunk(chunk, { stem, stemRussian });
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(chunk, known);
    }
    return known;
  }

  function analyse(text) {
    const found = [];
    let place = 0;
    for (const chunk of chunks(text)) {
      const { terms: list, length } = terms(chunk.text);
      for (const term of list) if (term.text) found.push([term.text, place + term.place]);
      place += length;
    }
    return found;
  }

  return { prepare, terms, analyse };
}

function analyseChunk(chunk, stems) {
  const terms = [];
  let place = 0;
  for (const [word] of normalise(chunk).matchAll(WORD)) {
    for (const [run] of join(word).matchAll(RUN)) {
      const found = UNSPACED_START.test(run) ? pairs(run, place) : [term(run, place, stems)];
      terms.push(...found);
      place += found.length;
    }
  }
  return { terms, length: place };
}

/** Take articles and possessives off a word and join what other apostrophes part. */
function join(word) {
  const whole = word.includes("'")
    ? word.replace(POSSESSIVE, "").replace(ELIDED, "").replaceAll("'", "")
    : word;
  return whole.replace(ARABIC_PREFIX, "");
}

function pairs(run, place) {
  const letters = Array.from(run);
  return letters.map((letter, index) => {
    const pair = letter + (letters[index + 1] ?? "");
    return { text: pair, place: place + index, word: pair };
  });
}

function term(word, place, { stem, stemRussian }) {
  if (STOP_WORDS.has(word)) return { text: "", place, word };
  if (ASCII.test(word)) return { text: stem(word), place, word };
  return { text: stemRussian?.(word) ?? word, place, word };
}
