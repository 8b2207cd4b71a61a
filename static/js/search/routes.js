/*
 * Which files hold which terms: the tables of contents of site_builder/search/routes.py.
 */

/** A router over a table {first, names, tables?} of the files in `folder`. */
export function createRouter(table, { store, folder }) {
  /** The paths of the files that hold terms from `low` up to, not including, `high`. */
  async function between(low, high) {
    const found = table.names.slice(...span(table.first, low, high));
    if (!table.tables) return found.map((name) => `${folder}/${name}.json`);
    const inner = await Promise.all(found.map((name) => store.get(`${folder}t/${name}.json`)));
    return inner.flatMap(({ first, names }) =>
      names.slice(...span(first, low, high)).map((name) => `${folder}/${name}.json`),
    );
  }

  return { between };
}

/** From the last beginning that is not after `low` to behind the last one before `high`. */
export function span(firsts, low, high) {
  return [Math.max(0, countWhile(firsts, (first) => first <= low) - 1),
    countWhile(firsts, (first) => first < high)]; // prettier-ignore
}

function countWhile(sorted, test) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(sorted[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first text after all that begin with `prefix`. */
export function afterPrefix(prefix) {
  return `${prefix}\uffff`;
}

/** Rows of a file of terms: [term, row] of those that begin with `prefix`. */
export function rowsStartingWith(file, prefix) {
  const found = [];
  for (const one of file.split("|")) {
    if (!one.startsWith(prefix)) continue;
    const end = one.indexOf(" ");
    if (end >= prefix.length) found.push([one.slice(0, end), one.slice(end + 1)]);
  }
  return found;
}

/** The row of a term in a file, or undefined. */
export function findRow(file, term) {
  const start = file.startsWith(`${term} `) ? 0 : file.indexOf(`|${term} `) + 1;
  if (start === 0 && !file.startsWith(`${term} `)) return undefined;
  const end = file.indexOf("|", start);
  return file.slice(start + term.length + 1, end === -1 ? undefined : end);
}
