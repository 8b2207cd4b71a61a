/*
 * The index in shards: what a query's words cost is all that it fetches.
 */

import { scoreByArithmetic } from "./arithmetic.js";
import { createCalendar } from "./calendar.js";
import { createContents } from "./contents.js";
import { readColumns } from "./lengths.js";
import { createReader } from "./numbers.js";
import { inverseFrequency, loadPartialIndex, means, termScore } from "./partial.js";
import { joinLists, pickDocuments, readRow, settleLength } from "./postings.js";
import { PROHIBITED, REQUIRED, expandTerm, planClauses, rank } from "./ranking.js";
import { afterPrefix, createRouter } from "./routes.js";
import { restrictRanking, settledRanking, stagedRanking } from "./staged.js";

/** A word's beginning must be longer than this to be looked up where it may mean hundreds of files. */
const MOST_FILES = 90;

/** Postings above which Lunr is not given all of them. */
const MOST_LOADED = 1500;

/** The results that Lunr itself ranks even then. */
const ASKED_OF_LUNR = 100;

/**
 * Documents whose lengths are looked up one by one, in the files that describe results, besides as
 * many as were asked for; for more, or for very many, the file of all lengths is fetched.
 */
const MOST_BESIDES = 20;
const MOST_DESCRIBED = 250;

/** What modules that few queries need are given, so that they need not fetch it again. */
const reading = { afterPrefix, createContents, createReader, createRouter, restrictRanking };

export class TooBroadError extends Error {
  constructor(text) {
    super(text);
    this.name = "TooBroadError";
  }
}

/**
 * An index to search in: `resolve(operands)` settles what is still being typed, `rank(operands)`
 * gives a ranking (see staged.js), `expand(term)` the terms that a term stands for, and
 * `weight(text)` Lunr's weight of a term that was ranked.
 */
export function openShards({ lunr, store, manifest, mostLoaded = MOST_LOADED }) {
  const calendar = createCalendar(manifest);
  const contents = createContents(manifest.postings, { store, folder: "p" });
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
    const common = !everyDocument && (size(postings) > mostLoaded || isRough(postings));
    const ranking = common
      ? rankCommon(plan, postings)
      : settledRanking(rankWithLunr(plan, postings, { everyDocument }));
    if (!operands.some(needsPlaces)) return ranking;
    places ??= import("./places.js").then(({ createPlaces }) =>
      createPlaces({ store, manifest, reading }),
    );
    places.catch(() => (places = null));
    return (await places).cut(ranking, operands, { find, expand, ask: rankOperands });
  }

  function rankWithLunr(plan, postings, options) {
    const index = loadPartialIndex(lunr, postings, { manifest, calendar, ...options });
    return rank(lunr, index, plan).map(({ ref, score }) => ({ number: Number(ref), score }));
  }

  /** Words of very many documents are ranked by arithmetic, and the best of them by Lunr. */
  function rankCommon({ clauses, loose }, postings) {
    const { fields, boosts, terms } = manifest;
    const tokenSet = lunr.TokenSet.fromArray([...postings.keys()].sort());
    const every = fields.map((_, field) => field);
    const asked = clauses.map(({ operand, term, presence }) => ({
      required: presence === REQUIRED,
      prohibited: presence === PROHIBITED,
      fields: operand.field ? [fields.indexOf(operand.field)] : every,
      terms: expandTerm(lunr, tokenSet, term),
    }));
    const archive = {
      weightOf: (text) => inverseFrequency(postings.get(text), calendar.count),
      termScore,
      boosts,
      means: means(terms, calendar),
      documentCount: calendar.count,
    };
    const score = (some) => scoreByArithmetic(asked, { loose, postings: some, ...archive });
    return stagedRanking({
      bounds: score(postings),
      async settle(numbers, count) {
        await settleLengths(numbers, postings, count);
        return score(pickDocuments(postings, numbers)).upper;
      },
      finish(results) {
        const best = results.slice(0, ASKED_OF_LUNR);
        const only = new Set(best.map(({ number }) => number));
        const ranked = rankWithLunr({ clauses, loose }, postings, { only });
        return [...ranked, ...results.slice(best.length)];
      },
    });
  }

  /** Find out how long the texts of some documents are, for the lists that only give bounds. */
  async function settleLengths(numbers, postings, count) {
    if (numbers.length > Math.min(count + MOST_BESIDES, MOST_DESCRIBED)) {
      await Promise.all([...roughLists(postings)].map(settleAll));
      return;
    }
    const described = await Promise.all(
      numbers.map(async (number) => {
        const { path, place } = calendar.locate(number);
        return [number, (await store.get(path))[place].lengths];
      }),
    );
    for (const [list, field] of roughLists(postings)) {
      for (const [number, found] of described) settleLength(list, number, found[field]);
    }
  }

  async function settleAll([list, field]) {
    const all = await lengthsOf(field);
    list.lengths = list.documents.map((number, at) => all[number] ?? list.lengths[at]);
    list.longest = null;
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
    const found = await contents.rowsFrom(prefix, MOST_FILES);
    if (!found) throw new TooBroadError(prefix);
    for (const [text, rows] of found) keep(text, rows);
    return found.map(([text]) => text);
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
    return lists.get(text) ?? keep(text, await contents.rowsOf(text));
  }

  function keep(text, { main, recent }) {
    if (!lists.has(text) && (main || recent)) {
      const read = (row) => readRow(row, manifest.fields.length, calendar);
      lists.set(text, joinLists(read(main), read(recent)));
    }
    return lists.get(text);
  }

  /** Of all documents but the newest, by number. */
  function lengthsOf(field) {
    if (!lengths.has(field)) {
      const file = store.get(`l/${manifest.lengths[field]}.json`);
      const read = file.then((text) => readColumns(text, manifest.main));
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

/** The lists that give bounds of lengths, each with its field. */
function* roughLists(postings) {
  for (const lists of postings.values()) {
    for (const [field, list] of lists.entries()) if (list?.longest) yield [list, field];
  }
}

function isRough(postings) {
  return !roughLists(postings).next().done;
}
