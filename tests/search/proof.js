/*
 * The proof: `given.queries` put to the shards and to an unmodified lunr.js that holds the whole
 * index; gives the queries on which references, order or scores differ in the least.
 *
 * Each is asked three times: for its first ten results, which long posting lists must settle from a few
 * documents; for the first ten of every third document, as filters ask; and for all. `settledByAll`
 * counts the first pages for which the lengths of all texts had to be fetched.
 */

const PAGE = 10;

export async function prove({ lunr, whole, manifest, store, queries, modules, mostLoaded }) {
  const { createAnalyser, openShards, parseQuery } = modules;
  const stem = (word) => lunr.stemmer(new lunr.Token(word)).toString();
  const analyser = createAnalyser(stem);
  const index = lunr.Index.load(whole);
  const [field] = index.fields;
  const references = Object.keys(index.fieldVectors)
    .filter((key) => key.startsWith(`${field}/`))
    .map((key) => key.slice(field.length + 1));
  const third = new Set([...references.keys()].filter((number) => number % 3 === 1));
  const inThird = new Set(Array.from(third, (number) => references[number]));

  let fetched = 0;
  const watched = {
    get(path) {
      if (path.startsWith("l/")) fetched += 1;
      return store.get(path);
    },
  };
  const different = [];
  let answered = 0;
  let settledByAll = 0;
  for (const query of queries) {
    let expected = index.search(query.lunr);
    if (query.either) {
      const either = query.either.split(" ").map(stem);
      expected = expected.filter((hit) => either.some((word) => word in hit.matchData.metadata));
    }
    expected = expected.map(({ ref, score }) => [ref, score]);
    const { operands } = parseQuery(query.typed, { analyser, fields: manifest.fields });
    const shards = openShards({ lunr, store: watched, manifest, mostLoaded });
    const ranking = await shards.rank(operands);
    const ask = async (count, within) =>
      (await ranking.best(count, within)).map(({ number, score }) => [references[number], score]);
    fetched = 0;
    const first = await ask(PAGE);
    if (fetched > 0) settledByAll += 1;
    const filtered = await ask(PAGE, third);
    const found = await ask(Infinity);
    if (expected.length > 0) answered += 1;
    const right =
      ranking.numbers.length === expected.length &&
      same(first, expected.slice(0, PAGE)) &&
      same(filtered, expected.filter(([ref]) => inThird.has(ref)).slice(0, PAGE)) &&
      same(found, expected);
    if (!right) {
      different.push({ query, first: first.slice(0, 3), found: found.slice(0, 3),
        expected: expected.slice(0, 3), counts: [found.length, expected.length] }); // prettier-ignore
    }
  }
  return { different, answered, settledByAll };
}

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
