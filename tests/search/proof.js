/*
 * The proof: `given.queries` put to the shards and to an unmodified lunr.js that holds the whole
 * index; gives the queries on which references, order or scores differ in the least.
 */

export async function prove({ lunr, whole, manifest, store, queries, modules, mostLoaded }) {
  const { createAnalyser, openShards, parseQuery } = modules;
  const stem = (word) => lunr.stemmer(new lunr.Token(word)).toString();
  const analyser = createAnalyser(stem);
  const index = lunr.Index.load(whole);
  const shards = openShards({ lunr, store, manifest, mostLoaded });
  const [field] = index.fields;
  const references = Object.keys(index.fieldVectors)
    .filter((key) => key.startsWith(`${field}/`))
    .map((key) => key.slice(field.length + 1));

  const different = [];
  let answered = 0;
  for (const query of queries) {
    let expected = index.search(query.lunr);
    if (query.either) {
      const either = query.either.split(" ").map(stem);
      expected = expected.filter((hit) => either.some((word) => word in hit.matchData.metadata));
    }
    expected = expected.map(({ ref, score }) => [ref, score]);
    const { operands } = parseQuery(query.typed, { analyser, fields: manifest.fields });
    const found = (await shards.rank(operands)).map(({ number, score }) => [references[number], score]);
    if (expected.length > 0) answered += 1;
    if (JSON.stringify(found) !== JSON.stringify(expected)) {
      different.push({ query, found: found.slice(0, 3), expected: expected.slice(0, 3),
        counts: [found.length, expected.length] }); // prettier-ignore
    }
  }
  return { different, answered };
}
