/*
 * The index in shards: what a query's words cost is all that it fetches.
 */

import { createCalendar } from "./calendar.js";
import { inverseFrequency, loadPartialIndex, readRow } from "./partial.js";
import { createPlaces } from "./places.js";
import { nearTerms, rank } from "./ranking.js";
import { afterPrefix, createRouter } from "./routes.js";
import { readVocabulary } from "./vocabulary.js";

/** A word's beginning must be longer than this to be looked up where it may mean hundreds of files. */
const MOST_FILES = 60;

export class TooBroadError extends Error {
  constructor(text) {
    super(text);
    this.name = "TooBroadError";
  }
}

/**
 * An index to search in: `resolve(operands)` settles what is still being typed, `rank(operands)`
 * gives {number, score} best first, `expand(term)` the terms that a term stands for, and
 * `weight(text)` Lunr's weight of a term that was ranked.
 */
export function openShards({ lunr, store, manifest }) {
  const calendar = createCalendar(manifest);
  const router = createRouter(manifest.postings, { store, folder: "p" });
  const places = createPlaces({ store, manifest });
  const lists = new Map();
  let vocabulary = null;

  async function resolve(operands) {
    return Promise.all(operands.map((operand) => (operand.growing ? grow(operand) : operand)));
  }

  /** A word that is still being typed and stands nowhere is taken as the beginning of one. */
  async function grow(operand) {
    const last = operand.terms.at(-1);
    if ((await find(last.text)) || last.word.length < 2) return operand;
    const grown = { ...last, text: last.word, prefix: true };
    return { ...operand, terms: [...operand.terms.slice(0, -1), grown] };
  }

  async function rankOperands(operands) {
    const expanded = await Promise.all(
      operands.flatMap((operand) => operand.terms).map((term) => expand(term)),
    );
    const postings = new Map();
    for (const texts of expanded) for (const text of texts) postings.set(text, lists.get(text));
    const everyDocument = operands.every((operand) => operand.negated);
    const index = loadPartialIndex(lunr, postings, { manifest, calendar, everyDocument });
    const results = rank(lunr, index, operands).map(({ ref, score }) => ({
      number: Number(ref),
      score,
    }));
    return places.cut(results, operands, { find, expand, ask: rankOperands });
  }

  /** The terms of the archive that a term of a query stands for; their postings are then here. */
  async function expand(term) {
    if (term.prefix) return startingWith(term.text);
    if (term.near) {
      const texts = await nearSpellings(term);
      const found = await Promise.all(texts.map(find));
      return texts.filter((_, index) => found[index]);
    }
    return (await find(term.text)) ? [term.text] : [];
  }

  async function startingWith(prefix) {
    const paths = await router.between(prefix, afterPrefix(prefix));
    if (paths.length > MOST_FILES) throw new TooBroadError(prefix);
    const shards = await Promise.all(paths.map((path) => store.get(path)));
    const rows = shards.flat().filter(([text]) => text.startsWith(prefix));
    return rows.map((row) => keep(row)[0]);
  }

  async function nearSpellings(term) {
    vocabulary ??= store
      .get(`v/${manifest.vocabulary}.json`)
      .then((text) => ({ tokenSet: lunr.TokenSet.fromArray(readVocabulary(text)) }));
    vocabulary.catch(() => (vocabulary = null));
    return nearTerms(lunr, await vocabulary, term);
  }

  /** The posting lists of a term by field, or undefined. */
  async function find(text) {
    if (lists.has(text)) return lists.get(text);
    const path = await router.of(text);
    const rows = path ? await store.get(path) : [];
    const row = rows[search(rows, text)];
    if (row?.[0] !== text) return undefined;
    return keep(row)[1];
  }

  function keep(row) {
    if (!lists.has(row[0])) lists.set(row[0], readRow(row, manifest.fields.length, calendar));
    return [row[0], lists.get(row[0])];
  }

  return {
    calendar,
    resolve,
    rank: rankOperands,
    expand,
    weight: (text) => (lists.has(text) ? inverseFrequency(lists.get(text), calendar.count) : 1),
  };
}

/** Where a term is or would be among sorted rows. */
function search(rows, text) {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle][0] < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
