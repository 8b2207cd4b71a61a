/*
 * Everything a search page asks for, answered beside the page in a worker.
 *
 * A request is {text, typing, filters, sort}; the same text is ranked once, however it is then
 * filtered, sorted and paged.
 */

import { createAnalyser } from "./analyser.js";
import { bestPassages, createTest, holdsPhrase, markText } from "./passages.js";
import { parseQuery } from "./query.js";
import { openShards } from "./shards.js";
import { restrictRanking, settledRanking } from "./staged.js";
import { LoadError, createStore } from "./store.js";

/** Of the index, as in site_builder/search/manifest.py. */
const VERSION = 6;
const PASSAGES = 2;
const AT_ONCE = 50;

/** A session over the index at `base`, the address of the site's search folder. */
export function openSession({ lunr, base }) {
  return createSession({ lunr, store: createStore(base) });
}

export function createSession({ lunr, store }) {
  const analyser = createAnalyser((word) => lunr.stemmer(new lunr.Token(word)).toString());
  const ranked = new Map();
  let opened = null;
  let filtersModule = null;

  function open() {
    if (!opened) {
      opened = openIndex({ lunr, store });
      opened.catch(() => (opened = null));
    }
    return opened;
  }

  /** Fetch what every search needs. */
  async function prepare() {
    await open();
    return {};
  }

  /** {total, hits, understood, ignored, leftOut, missing}: some hits and what was made of the query. */
  async function search({ text, typing, filters, sort, start = 0, size = 10 }) {
    const query = await rankText(text, typing);
    const { numbers, best } = await select(query, filters, sort);
    const slice = (await best(start + size)).slice(start);
    const hits = await Promise.all(slice.map((result) => describe(result, query)));
    return {
      total: numbers.length,
      unfiltered: query.ranking.numbers.length,
      start,
      hits,
      understood: query.operands.map(shown),
      ignored: query.ignored,
      leftOut: query.leftOut,
      missing: query.missing,
      candidates: query.literal.length > 0,
    };
  }

  /**
   * The best passages of one document, and whether every phrase stands in it word for word: its
   * places tell the order and the distance of its words, not the stop words between them.
   */
  async function passages({ text, typing, number }) {
    const { test, weight, phrases, literal } = await rankText(text, typing);
    const document = await describeFile(number);
    const all = document.text ? await store.get(`t/${document.text}.json`) : [];
    const texts = [document.title, document.summary ?? "", ...all.map((passage) => passage[1])];
    for (const one of texts) await analyser.prepare(one);
    return {
      passages: bestPassages(all, { analyser, test, weight, phrases, most: PASSAGES }),
      literal: literal.every((words) => texts.some((one) => holdsPhrase(one, words, analyser))),
    };
  }

  /**
   * {facets: {name: [[id, name, count]] or null}, years: [[year, count]]} of the results. Choices
   * are counted for the `wanted` facets; the others, whose files are not fetched, are null.
   */
  async function facets({ text, typing, filters, wanted }) {
    const { manifest, index } = await open();
    const query = await rankText(text, typing);
    const { numbers } = query.ranking;
    const { FACETS, applyFilters, chosenFacets, countChoices, countYears } = await loadFilters();
    const chosen = chosenFacets(filters);
    const loaded = await loadFacets([...new Set([...wanted, ...chosen])], manifest);
    const known = { facets: loaded, calendar: index.calendar };
    const counted = {};
    for (const facet of FACETS) {
      const file = loaded.get(facet);
      const [, values] = manifest.facets[facet] ?? [];
      if (file) {
        const left = applyFilters(numbers, filters, { ...known, except: facet });
        counted[facet] = countChoices(left, file);
      } else if (values > 1) counted[facet] = null;
    }
    const left = applyFilters(numbers, filters, { ...known, except: "year" });
    return { facets: counted, years: countYears(left, index.calendar) };
  }

  /** A description of every hit, for download. */
  async function list({ text, typing, filters, sort }) {
    const { best } = await select(await rankText(text, typing), filters, sort);
    const chosen = await best(Infinity);
    const described = [];
    for (let start = 0; start < chosen.length; start += AT_ONCE) {
      const some = chosen.slice(start, start + AT_ONCE);
      described.push(...(await Promise.all(some.map(({ number }) => describeFile(number)))));
    }
    return described;
  }

  async function rankText(text, typing) {
    const key = `${typing ? "…" : ""}${text}`;
    if (!ranked.has(key)) {
      if (ranked.size > 30) ranked.clear();
      const promise = understandAndRank(text, typing);
      ranked.set(key, promise);
      promise.catch(() => ranked.delete(key));
    }
    return ranked.get(key);
  }

  async function understandAndRank(text, typing) {
    const [{ manifest, index }] = await Promise.all([open(), analyser.prepare(text)]);
    const parsed = parseQuery(text, { analyser, fields: manifest.fields, typing });
    const operands = await index.resolve(parsed.operands);
    const ranking = operands.length > 0 ? await index.rank(operands) : all(text, manifest);
    const sequences = operands.filter(
      (one) => one.phrase && !one.negated && one.words.length > 1 && inTexts(one, operands),
    );
    return {
      operands,
      phrases: sequences.map((one) => one.words),
      literal: sequences.filter(isLiteral).map((one) => one.words),
      ignored: parsed.ignored,
      leftOut: parsed.leftOut,
      missing: await missingWords(operands, index),
      ranking,
      test: await createTest(operands, index.expand),
      weight: index.weight,
    };
  }

  /** What was asked for and stands nowhere in the archive. */
  async function missingWords(operands, index) {
    const missing = [];
    for (const operand of operands) {
      if (operand.negated) continue;
      const found = await Promise.all(operand.terms.map(index.expand));
      if (found.some((texts) => texts.length === 0)) missing.push(operand.source);
    }
    return missing;
  }

  /** The ranking that is shown: of what the filters leave, in the order that was chosen. */
  async function select(query, filters, sort) {
    const { manifest, index } = await open();
    let chosen = query.ranking;
    if (isFiltered(filters)) {
      const { applyFilters, chosenFacets } = await loadFilters();
      const facets = await loadFacets(chosenFacets(filters), manifest);
      const known = { facets, calendar: index.calendar };
      chosen = restrictRanking(chosen, new Set(applyFilters(chosen.numbers, filters, known)));
    }
    if (sort === "newest") return inOrder(chosen, (a, b) => b - a);
    if (sort === "oldest") return inOrder(chosen, (a, b) => a - b);
    return chosen;
  }

  /** The module of filters, which a first query does without. */
  function loadFilters() {
    filtersModule ??= import("./filters.js");
    filtersModule.catch(() => (filtersModule = null));
    return filtersModule;
  }

  async function loadFacets(wanted, manifest) {
    const there = wanted.filter((facet) => Object.hasOwn(manifest.facets, facet));
    const files = await Promise.all(
      there.map((facet) => store.get(`f/${manifest.facets[facet][0]}.json`)),
    );
    return new Map(there.map((facet, index) => [facet, files[index]]));
  }

  async function describe({ number, score }, query) {
    const document = await describeFile(number);
    await analyser.prepare(document.title + (document.summary ?? ""));
    return {
      number,
      score,
      ...document,
      titleParts: markText(document.title, analyser, query.test),
      summaryParts: markText(document.summary ?? "", analyser, query.test),
    };
  }

  async function describeFile(number) {
    const { index } = await open();
    const { path, place } = index.calendar.locate(number);
    return (await store.get(path))[place];
  }

  return { prepare, search, passages, facets, list };
}

/** A page that is still open when a newer program wrote the index must not misread it. */
async function openIndex({ lunr, store }) {
  const manifest = await store.getFresh("manifest.json");
  if (manifest.version !== VERSION) throw new LoadError("manifest.json", "another version");
  return { manifest, index: openShards({ lunr, store, manifest }) };
}

/** Whether any choice was made: a facet's list or a year. */
function isFiltered(filters) {
  return Object.values(filters).some((choice) => (Array.isArray(choice) ? choice.length : choice));
}

/** By date nobody asks for scores. */
function inOrder({ numbers }, compare) {
  return settledRanking([...numbers].sort(compare).map((number) => ({ number, score: 0 })));
}

/** Without a word every document is a result: filters alone make a search. */
function all(text, { count }) {
  const length = text.trim() ? 0 : count;
  return settledRanking(
    Array.from({ length }, (_, number) => ({ number: count - 1 - number, score: 0 })),
  );
}

/** Whether the places of its terms do not tell all: its very words were quoted, or are not indexed. */
function isLiteral({ quoted, words, terms }) {
  return quoted || words.length > terms.length;
}

/** A phrase that must stand in the texts: not one of a field of names, nor an alternative. */
function inTexts(operand, operands) {
  const alone = operands.filter(({ group }) => group === operand.group).length === 1;
  return alone && (!operand.field || operand.field === "body" || operand.field === "title");
}

/** What the page says that it understood. */
function shown({ source, field, negated, phrase, group, terms }) {
  const last = terms.at(-1);
  return { source, field, negated, phrase, group, prefix: last.prefix, near: last.near };
}
