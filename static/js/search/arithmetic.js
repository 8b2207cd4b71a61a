/*
 * Lunr's arithmetic on typed arrays, for words that stand in very many documents: to load an index
 * of thousands of small objects takes longer than to rank them. Every sum is taken in the order of
 * lunr.Index.query (2.3.9), so that scores, and the order of equal ones, are the same to the last
 * bit; a test compares.
 */

/**
 * {numbers, scores}: the documents that match in the order in which Lunr meets them, which decides
 * between equal scores, and the score of each, by number. Where a list gives bounds of lengths, the
 * texts are taken to be as short as they can be, or with `longest` as long.
 *
 * A clause is {required, prohibited, fields, terms}: the fields by number, the terms as Lunr
 * expands them. `formulas` are Lunr's weights (see partial.js).
 * `loose` lists groups of alternatives, each the places of the clauses that make it up; one of a
 * group must match. `postings` gives the lists of a term by field.
 */
export function scoreByArithmetic(clauses, { loose, postings, longest, ...archive }) {
  const { boosts, documentCount } = archive;
  const fieldCount = boosts.length;
  const matched = clauses.map((clause) => matchClause(clause, postings, documentCount));
  const wanted = clauses.filter(({ prohibited }) => !prohibited);
  const query = queryVectors(wanted, fieldCount);
  const products = dotProducts(query, { postings, longest, ...archive });
  const magnitudes = query.magnitudes();
  const passes = (number) =>
    clauses.every(({ required, prohibited }, place) =>
      matched[place][number] ? !prohibited : !required,
    ) &&
    loose.every((group) =>
      group.some((places) => places.every((place) => matched[place][number])),
    );

  const scores = new Float64Array(documentCount);
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
    scores[number] += products[at] / magnitudes[field] || 0;
  }
  return { numbers, scores };
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
function dotProducts({ sorted, weights }, { postings, longest, formulas, boosts, means, documentCount }) {
  const fieldCount = boosts.length;
  const products = new Float64Array(documentCount * fieldCount);
  for (const text of sorted) {
    const lists = postings.get(text);
    const idf = formulas.inverseFrequency(lists, documentCount);
    weights.get(text).forEach((weight, field) => {
      const list = lists[field];
      if (weight === 0 || !list) return;
      const shared = { idf, mean: means[field], boost: boosts[field] };
      const read = { counts: list.counts, lengths: (longest && list.longest) || list.lengths };
      for (let at = 0; at < list.documents.length; at += 1) {
        products[list.documents[at] * fieldCount + field] += weight * formulas.termScore(read, at, shared);
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
