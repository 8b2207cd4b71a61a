/*
 * Which files hold which terms, and what the newest documents say of them: the tables of contents
 * of site_builder/search/contents.py.
 */

import { afterPrefix, findRow, rowsStartingWith, span } from "./routes.js";

/**
 * The contents that a table {first, names} leads to, of the files in `folder`. Both functions give
 * rows as {main, recent}: what all but the newest documents say of a term and what these say,
 * undefined where nothing.
 */
export function createContents({ first, names }, { store, folder }) {
  const getFile = (name) => store.get(`${folder}/${name}.json`);

  async function rowsOf(term) {
    const after = `${term}\u0000`;
    const [name] = names.slice(...span(first, term, after));
    if (!name) return {};
    const table = await store.get(`${folder}t/${name}.json`);
    const [file] = table.names.slice(...span(table.first, term, after));
    return {
      main: file && findRow(await getFile(file), term),
      recent: findRow(table.rows, term),
    };
  }

  /** [term, rows] of the terms that begin with a prefix, in order; null for more than `most` files. */
  async function rowsFrom(prefix, most) {
    const after = afterPrefix(prefix);
    const inner = names.slice(...span(first, prefix, after));
    if (inner.length > most) return null;
    const tables = await Promise.all(inner.map((name) => store.get(`${folder}t/${name}.json`)));
    const files = new Set(
      tables.flatMap((table) => table.names.slice(...span(table.first, prefix, after))),
    );
    if (files.size > most) return null;
    const found = new Map();
    const add = (segment, text) => {
      for (const [term, row] of rowsStartingWith(text, prefix)) {
        found.set(term, { ...found.get(term), [segment]: row });
      }
    };
    for (const text of await Promise.all([...files].map(getFile))) add("main", text);
    for (const { rows } of tables) add("recent", rows);
    return [...found].sort(([one], [other]) => (one < other ? -1 : 1));
  }

  return { rowsOf, rowsFrom };
}
