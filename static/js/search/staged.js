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
 * `bound()` gives {numbers, upper, lower}: the documents in the order that decides between equal
 * scores, and the bounds of each one's score, by number. `settle(numbers, count)` makes the bounds
 * of these documents meet when `bound` is called again. `finish(results)` has the last word on
 * settled results.
 */
export function stagedRanking({ bound, settle, finish }) {
  let bounds = bound();

  async function best(count, within = null) {
    const among = within ? bounds.numbers.filter((number) => within.has(number)) : bounds.numbers;
    for (let wave = 0; ; wave += 1) {
      const { upper, lower } = bounds;
      const left = contenders(among, count, bounds);
      const first = left.slice(0, count);
      const isOpen = (number) => upper[number] !== lower[number];
      if (!first.some(isOpen)) {
        return finish(first.map((number) => ({ number, score: upper[number] })));
      }
      // Those that lead now are probably what will be shown; then, all that could be.
      await settle((wave === 0 ? first : left).filter(isOpen), count);
      bounds = bound();
    }
  }

  return { numbers: bounds.numbers, best };
}

/**
 * The documents that can be among the first `count`, in the order of their upper bounds.
 *
 * The document that is at place `count` by lower bounds has as many before it, itself included,
 * whatever their scores are: what is behind it even by its upper bound is out.
 */
function contenders(among, count, { upper, lower }) {
  const sorted = Float64Array.from(among, (number) => lower[number]).sort();
  const least = sorted[Math.max(0, sorted.length - count)];
  let equal = count - among.filter((number) => lower[number] > least).length;
  let last = -1;
  for (let at = 0; at < among.length && equal > 0; at += 1) {
    if (lower[among[at]] !== least) continue;
    last = at;
    equal -= 1;
  }
  return among
    .filter((number, at) => upper[number] > least || (upper[number] === least && at <= last))
    .map((number, at) => ({ number, at }))
    .sort((a, b) => upper[b.number] - upper[a.number] || a.at - b.at)
    .map(({ number }) => number);
}
