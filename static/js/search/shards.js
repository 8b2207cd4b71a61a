/*
 * The index in shards: what a query's words cost is all that it fetches.
 */

import { createCalendar } from "./calendar.js";
import { createReader } from "./numbers.js";
import { inverseFrequency, loadPartialIndex, means, termScore } from "./partial.js";
import { readColumns, readRow } from "./postings.js";
import { PROHIBITED, REQUIRED, expandTerm, planClauses, rank } from "./ranking.js";
import { afterPrefix, createRouter, findRow, rowsStartingWith } from "./routes.js";

/** A word's beginning must be longer than this to be looked up where it may mean hundreds of files. */
const MOST_FILES = 90;

/** Postings above which Lunr is not given all of them. */
const MOST_LOADED = 1500;

/** The results that Lunr itself ranks even then. */
const ASKED_OF_LUNR = 100;

/** What modules that few queries need are given, so that they need not fetch it again. */
const reading = { afterPrefix, createReader, createRouter, findRow };

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
export function openShards({ lunr, store, manifest, mostLoaded = MOST_LOADED }) {
  const calendar = createCalendar(manifest);
  const router = createRouter(manifest.postings, { store, folder: "p" });
  const lists = new Map();
  const lengths = new Map();
  let vocabulary = null;
  let places = null;

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
    const plan = planClauses(operands);
    const everyDocument = operands.every((operand) => operand.negated);
    const common = !everyDocument && size(postings) > mostLoaded;
    const results = common
      ? await rankCommon(plan, postings)
      : rankWithLunr(plan, postings, { everyDocument });
    if (!operands.some(needsPlaces)) return results;
    places ??= import("./places.js").then(({ createPlaces }) =>
      createPlaces({ store, manifest, reading }),
    );
    places.catch(() => (places = null));
    return (await places).cut(results, operands, { find, expand, ask: rankOperands });
  }

  function rankWithLunr(plan, postings, options) {
    const index = loadPartialIndex(lunr, postings, { manifest, calendar, ...options });
    return rank(lunr, index, plan).map(({ ref, score }) => ({ number: Number(ref), score }));
  }

  /** Words of very many documents are ranked by arithmetic, and the best of them by Lunr. */
  async function rankCommon({ clauses, loose }, postings) {
    const { rankByArithmetic } = await import("./arithmetic.js");
    const { fields, boosts, terms } = manifest;
    const tokenSet = lunr.TokenSet.fromArray([...postings.keys()].sort());
    const every = fields.map((_, field) => field);
    const results = rankByArithmetic(
      clauses.map(({ operand, term, presence }) => ({
        required: presence === REQUIRED,
        prohibited: presence === PROHIBITED,
        fields: operand.field ? [fields.indexOf(operand.field)] : every,
        terms: expandTerm(lunr, tokenSet, term),
      })),
      {
        loose,
        postings,
        formulas: { inverseFrequency, termScore },
        boosts,
        means: means(terms, calendar),
        documentCount: calendar.count,
      },
    );
    const best = results.slice(0, ASKED_OF_LUNR);
    const only = new Set(best.map(({ number }) => number));
    return [...rankWithLunr({ clauses, loose }, postings, { only }), ...results.slice(best.length)];
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
    const files = await Promise.all(paths.map((path) => store.get(path)));
    const rows = files.flatMap((file) => rowsStartingWith(file, prefix));
    await Promise.all(rows.map(([text, row]) => keep(text, row)));
    return rows.map(([text]) => text);
  }

  async function nearSpellings(term) {
    vocabulary ??= import("./vocabulary.js").then(({ openVocabulary }) =>
      openVocabulary({ lunr, store, name: manifest.vocabulary, reading }),
    );
    vocabulary.catch(() => (vocabulary = null));
    return expandTerm(lunr, await (await vocabulary).termsNear(term), term);
  }

  /** The posting lists of a term by field, or undefined. */
  async function find(text) {
    if (lists.has(text)) return lists.get(text);
    const path = await router.of(text);
    const row = path && findRow(await store.get(path), text);
    return row && keep(text, row);
  }

  async function keep(text, row) {
    if (!lists.has(text)) {
      const found = await complete(readRow(row, manifest.fields.length, calendar));
      lists.set(text, found);
    }
    return lists.get(text);
  }

  /** Lists without lengths of their own are given those of all documents. */
  async function complete(found) {
    await Promise.all(
      found.map(async (list, field) => {
        if (!list || list.lengths) return;
        const all = await lengthsOf(field);
        list.lengths = list.documents.map((number) => all[number]);
      }),
    );
    return found;
  }

  function lengthsOf(field) {
    if (!lengths.has(field)) {
      const file = store.get(`l/${manifest.lengths[field]}.json`);
      const read = file.then((text) => readColumns(text, calendar.count));
      read.catch(() => lengths.delete(field));
      lengths.set(field, read);
    }
    return lengths.get(field);
  }

  return {
    calendar,
    resolve,
    rank: rankOperands,
    expand,
    weight: (text) => (lists.has(text) ? inverseFrequency(lists.get(text), calendar.count) : 1),
  };
}

/** Lunr does not know where words stand: phrases, and excluded operands of several words. */
function needsPlaces({ phrase, negated, terms }) {
  return terms.length > 1 && (phrase || negated);
}

function size(postings) {
  let found = 0;
  for (const lists of postings.values()) {
    for (const list of lists) found += list?.documents.length ?? 0;
  }
  return found;
}
