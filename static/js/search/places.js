/*
 * Phrases: where words stand in a document, from files that only phrases fetch.
 *
 * Lunr finds the documents that hold all words of a phrase; their places cut these down to those
 * that hold them in order and at the right distance. Stop words are not indexed but take a place,
 * so they keep the distance; that they are the right ones is seen in the text that is shown.
 */

/** `reading` has functions of numbers.js, contents.js and staged.js. */
export function createPlaces({ store, manifest, reading }) {
  const { createContents, createReader, restrictRanking } = reading;
  let contents = null;

  /** The ranking of those documents that hold every phrase asked for and none excluded. */
  async function cut(ranking, operands, { find, expand, ask }) {
    let left = ranking.numbers;
    const groups = new Map();
    for (const operand of operands) {
      if (!operand.negated) groups.set(operand.group, [...(groups.get(operand.group) ?? []), operand]);
    }
    for (const group of groups.values()) {
      if (!group.some(({ phrase, terms }) => phrase && terms.length > 1)) continue;
      const sets = await Promise.all(group.map((operand) => matches(operand, { find, expand, ask })));
      left = left.filter((number) => sets.some((set) => set.has(number)));
    }
    for (const operand of operands) {
      if (!operand.negated || operand.terms.length < 2) continue;
      const out = await matches(operand, { find, expand, ask });
      left = left.filter((number) => !out.has(number));
    }
    return restrictRanking(ranking, new Set(left));
  }

  /** The numbers of the documents that one operand matches by itself. */
  async function matches(operand, { find, expand, ask }) {
    if (!isSequence(operand)) {
      const plain = { ...operand, negated: false, phrase: false, group: 0 };
      return new Set((await ask([plain])).numbers);
    }
    const found = new Set();
    const alternatives = await Promise.all(operand.terms.map(expand));
    if (alternatives.some((texts) => texts.length === 0)) return found;
    for (let field = 0; field < manifest.fields.length; field += 1) {
      if (operand.field && manifest.fields[field] !== operand.field) continue;
      const standing = await Promise.all(
        alternatives.map((texts) => standingIn(texts, field, find)),
      );
      for (const number of inSequence(standing, operand.terms)) found.add(number);
    }
    return found;
  }

  /** For each document, the places of any of some terms: a map from number to a set. */
  async function standingIn(texts, field, find) {
    const merged = new Map();
    for (const text of texts) {
      const list = (await find(text))?.[field];
      if (!list) continue;
      const gaps = await gapsOf(text, field);
      readPlaces(createReader(gaps), list, merged);
    }
    return merged;
  }

  /** The places in older documents, then those in the newest, as in the posting lists. */
  async function gapsOf(text, field) {
    contents ??= store
      .get(`wt/${manifest.places}.json`)
      .then((table) => createContents(table, { store, folder: "w" }));
    contents.catch(() => (contents = null));
    const { main, recent } = await (await contents).rowsOf(text);
    return gapsIn(main, field) + gapsIn(recent, field);
  }

  return { cut };
}

/** What a row says of a field, behind its digit. */
function gapsIn(row, field) {
  return row?.split(" ").find((part) => Number(part[0]) === field)?.slice(1) ?? "";
}

/** Several words that were excluded together mean the sequence, whether quoted or not. */
function isSequence(operand) {
  return operand.terms.length > 1 && (operand.phrase || operand.negated);
}

function readPlaces(reader, { documents, counts }, merged) {
  documents.forEach((number, index) => {
    const places = merged.get(number) ?? new Set();
    let place = 0;
    for (let left = counts[index]; left > 0; left -= 1) {
      place += reader.next();
      places.add(place);
    }
    merged.set(number, places);
  });
}

function* inSequence(standing, terms) {
  const [first, ...rest] = standing;
  for (const [number, starts] of first) {
    const others = rest.map((places) => places.get(number));
    if (others.includes(undefined)) continue;
    for (const start of starts) {
      const holds = others.every((places, index) =>
        places.has(start + terms[index + 1].place - terms[0].place),
      );
      if (holds) {
        yield number;
        break;
      }
    }
  }
}
