/*
 * Rankings: {numbers, best}. `numbers` are the documents that match, in no order; `best(count,
 * within)` gives {number, score} of the first `count` of them, or of those in the set `within`.
 *
 * Long posting lists only say between which bounds a text's length is. Lunr's weight of a term falls
 * as the text grows, and not only on paper: every step of the sum (of products, quotients and roundings
 * of positive numbers) gives no less for more, as IEEE 754 rounds. So the sums over the shortest and
 * over the longest texts enclose a document's score to the last bit; and of documents that cannot be
 * among the first, nothing more need be known.
 */

/** The ranking of results that are all known, best first. */
export function settledRanking(results) {
  return {
    numbers: results.map(({ number }) => number),
    best: async (count, within = null) =>
      (within ? results.filter(({ number }) => within.has(number)) : results).slice(0, count),
  };
}

/** A ranking without the documents that are not in a set. */
export function restrictRanking({ numbers, best }, left) {
  return {
    numbers: numbers.filter((number) => left.has(number)),
    best: (count, within = null) =>
      best(count, within ? new Set([...within].filter((number) => left.has(number))) : left),
  };
}

/**
 * A ranking of which only as much is settled as is asked for.
 *
 * `bounds` are {numbers, upper, lower}: the documents in the order that decides between equal
 * scores, and the bounds of each one's score, by number. `settle(numbers, count)` gives the scores
 * of some documents, by number. `finish(results)` has the last word on settled results.
 */
export function stagedRanking({ bounds, settle, finish }) {
  const { numbers, upper, lower } = bounds;
  const isOpen = (number) => upper[number] !== lower[number];

  async function best(count, within = null) {
    let left = within ? numbers.filter((number) => within.has(number)) : numbers;
    for (let wave = 0; ; wave += 1) {
      left = contenders(left, count, bounds);
      const first = inOrder(left, bounds).slice(0, count);
      if (!first.some(isOpen)) {
        return finish(first.map((number) => ({ number, score: upper[number] })));
      }
      // Those that lead now are probably what will be shown; then, all that could be.
      const open = (wave === 0 ? first : left).filter(isOpen);
      const scores = await settle(open, count);
      for (const number of open) upper[number] = lower[number] = scores[number];
    }
  }

  return { numbers, best };
}

/**
 * The documents that can be among the first `count`, in the order in which they came.
 *
 * The document that is at place `count` by lower bounds has as many before it, itself included,
 * whatever their scores are: what is behind it even by its upper bound is out.
 */
function contenders(among, count, { upper, lower }) {
  if (among.length <= count) return among;
  const sorted = Float64Array.from(among, (number) => lower[number]).sort();
  const least = sorted[sorted.length - count];
  let equal = count - among.filter((number) => lower[number] > least).length;
  let last = -1;
  for (let at = 0; at < among.length && equal > 0; at += 1) {
    if (lower[among[at]] !== least) continue;
    last = at;
    equal -= 1;
  }
  return among.filter(
    (number, at) => upper[number] > least || (upper[number] === least && at <= last),
  );
}

/** By upper bounds; of equal ones, what came first is first. */
function inOrder(numbers, { upper }) {
  return numbers
    .map((number, at) => ({ number, at }))
    .sort((a, b) => upper[b.number] - upper[a.number] || a.at - b.at)
    .map(({ number }) => number);
}
