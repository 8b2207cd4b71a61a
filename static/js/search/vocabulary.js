/*
 * All terms of the archive, as site_builder/search/vocabulary.py writes them: in order, and spelt
 * backwards.
 */

/**
 * `termsNear(term)` gives a Lunr token set of all terms that could be near to one, and others.
 * `reading` has functions of numbers.js and routes.js.
 */
export async function openVocabulary({ lunr, store, name, reading }) {
  const { afterPrefix, createReader, createRouter } = reading;
  const tables = await store.get(`vt/${name}.json`);
  const forward = createRouter(tables.forward, { store, folder: "v" });
  const backward = createRouter(tables.backward, { store, folder: "v" });

  /**
   * One change touches one letter, or two neighbours: what stands before the middle is the same,
   * or what stands behind the letter that follows it. Two changes may be anywhere.
   */
  async function termsNear({ text, near }) {
    const letters = Array.from(text);
    const middle = near > 1 ? 0 : letters.length >> 1;
    const start = letters.slice(0, middle).join("");
    const end = near > 1 ? null : turn(letters.slice(middle + 1).join(""));
    const [same, turned] = await Promise.all([
      read(forward, start),
      end === null ? [] : read(backward, end),
    ]);
    return lunr.TokenSet.fromArray([...new Set([...same, ...turned.map(turn)])].sort());
  }

  async function read(router, prefix) {
    const paths = await router.between(prefix, afterPrefix(prefix));
    const files = await Promise.all(paths.map((path) => store.get(path)));
    return files.flatMap((file) => readTerms(file, createReader));
  }

  return { termsNear };
}

/** The sorted terms of a file. */
export function readTerms(text, createReader) {
  let before = "";
  return text.split(" ").map((part) => {
    const reader = createReader(part);
    const shared = reader.next();
    before = before.slice(0, shared) + part.slice(reader.at());
    return before;
  });
}

function turn(text) {
  return Array.from(text).reverse().join("");
}
