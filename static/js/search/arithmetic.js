/*
 * Lunr's arithmetic on typed arrays, for words that stand in very many documents: to load an index
 * of thousands of small objects takes longer than to rank them. Every sum is taken in the order of
 * lunr.Index.query (2.3.9), so that scores, and the order of equal ones, are the same to the last
 * bit; a test compares.
 */

/**
 * {numbers, upper, lower}: the documents that match in the order in which Lunr meets them, which
 * decides between equal scores, and the bounds of each one's score, by number. They are the same
 * array where no list gives bounds of lengths.
 *
 * A clause is {required, prohibited, fields, terms}: the fields by number, the terms as Lunr
 * expands them. `termScore` is Lunr's weight of a term in a text (see partial.js), `weightOf` that of
 * a term in the archive.
 * `loose` lists groups of alternatives, each the places of the clauses that make it up; one of a
 * group must match. `postings` gives the lists of a term by field.
 */
export function scoreByArithmetic(clauses, { loose, postings, ...archive }) {
  const { boosts, documentCount } = archive;
  const fieldCount = boosts.length;
  const matched = clauses.map((clause) => matchClause(clause, postings, documentCount));
  const wanted = clauses.filter(({ prohibited }) => !prohibited);
  const query = queryVectors(wanted, fieldCount);
  const most = dotProducts(query, { postings, edge: "lengths", ...archive });
  const rough = [...postings.values()].some((lists) => lists.some((list) => list?.longest));
  const least = rough ? dotProducts(query, { postings, edge: "longest", ...archive }) : most;
  const magnitudes = query.magnitudes();
  const passes = (number) =>
    clauses.every(({ required, prohibited }, place) =>
      matched[place][number] ? !prohibited : !required,
    ) &&
    loose.every((group) =>
      group.some((places) => places.every((place) => matched[place][number])),
    );

  const upper = new Float64Array(documentCount);
  const lower = rough ? new Float64Array(documentCount) : upper;
  const seen = new Uint8Array(documentCount);
  const numbers = [];
  for (const at of firstSeen(wanted, postings, { fieldCount, documentCount })) {
    const number = Math.floor(at / fieldCount);
    const field = at - number * fieldCount;
    if (!seen[number]) {
      if (!passes(number)) continue;
      seen[number] = 1;
      numbers.push(number);
    }
    upper[number] += most[at] / magnitudes[field] || 0;
    if (rough) lower[number] += least[at] / magnitudes[field] || 0;
  }
  return { numbers, upper, lower };
}

/** 1 for each document that holds any term of a clause in any of its fields. */
function matchClause({ fields, terms }, postings, documentCount) {
  const matched = new Uint8Array(documentCount);
  for (const text of terms) {
    for (const field of fields) {
      for (const number of postings.get(text)[field]?.documents ?? []) matched[number] = 1;
    }
  }
  return matched;
}

/** How often each term is asked for in each field: Lunr's query vectors. */
function queryVectors(clauses, fieldCount) {
  const weights = new Map();
  for (const { fields, terms } of clauses) {
    for (const text of terms) {
      if (!weights.has(text)) weights.set(text, new Float64Array(fieldCount));
      for (const field of fields) weights.get(text)[field] += 1;
    }
  }
  const sorted = [...weights.keys()].sort();

  function magnitudes() {
    const squares = new Float64Array(fieldCount);
    for (const text of sorted) {
      weights.get(text).forEach((weight, field) => (squares[field] += weight * weight));
    }
    return squares.map(Math.sqrt);
  }

  return { sorted, weights, magnitudes };
}

/** The products of the query's vectors with every document's, by document and field. */
function dotProducts({ sorted, weights }, { postings, edge, weightOf, termScore, boosts, means, documentCount }) {
  const fieldCount = boosts.length;
  const products = new Float64Array(documentCount * fieldCount);
  for (const text of sorted) {
    const lists = postings.get(text);
    const idf = weightOf(text);
    weights.get(text).forEach((weight, field) => {
      const list = lists[field];
      if (weight === 0 || !list) return;
      const shared = { idf, mean: means[field], boost: boosts[field] };
      const read = { counts: list.counts, lengths: list[edge] ?? list.lengths };
      for (let at = 0; at < list.documents.length; at += 1) {
        products[list.documents[at] * fieldCount + field] += weight * termScore(read, at, shared);
      }
    });
  }
  return products;
}

/** Documents and fields (number * fieldCount + field) in the order in which Lunr meets them. */
function* firstSeen(clauses, postings, { fieldCount, documentCount }) {
  const met = new Uint8Array(documentCount * fieldCount);
  for (const { fields, terms } of clauses) {
    for (const text of terms) {
      for (const field of fields) {
        for (const number of postings.get(text)[field]?.documents ?? []) {
          const at = number * fieldCount + field;
          if (met[at]) continue;
          met[at] = 1;
          yield at;
        }
      }
    }
  }
}
