/*
 * The classic index: one file, loaded whole by an unmodified lunr.js.
 */

import { hasTerm, nearTerms, rank } from "./ranking.js";

/** An index to search in; see session.js for what it is asked. */
export async function openClassic({ lunr, store, manifest }) {
  const index = lunr.Index.load(await store.get(manifest.index));
  const numbers = new Map();
  const [first] = index.fields;
  for (const key of Object.keys(index.fieldVectors)) {
    if (key.startsWith(`${first}/`)) numbers.set(key.slice(first.length + 1), numbers.size);
  }

  return {
    async resolve(operands) {
      return operands.map((operand) => (operand.growing ? grow(index, operand) : operand));
    },
    async rank(operands) {
      return rank(lunr, index, operands).map(({ ref, score, matched }) => ({
        number: numbers.get(ref),
        score,
        matched,
      }));
    },
    nearTerms: (term) => nearTerms(lunr, index, term),
    hasMatch: (term) => term.prefix || term.near > 0 || hasTerm(index, term.text),
    weight: (text) => inverseFrequency(index, text, numbers.size),
  };
}

/** A word that is still being typed and stands nowhere is taken as the beginning of one. */
function grow(index, operand) {
  const last = operand.terms.at(-1);
  if (hasTerm(index, last.text)) return operand;
  const grown = { ...last, text: last.word, prefix: true };
  return { ...operand, terms: [...operand.terms.slice(0, -1), grown] };
}

/** Lunr's own weight of a term. */
function inverseFrequency(index, text, count) {
  if (!hasTerm(index, text)) return 1;
  const posting = index.invertedIndex[text];
  let found = 0;
  for (const field of index.fields) found += Object.keys(posting[field]).length;
  return Math.log(1 + Math.abs((count - found + 0.5) / (found + 0.5)));
}
