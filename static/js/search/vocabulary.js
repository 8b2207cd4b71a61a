/*
 * All terms of the archive, as site_builder/search/vocabulary.py writes them.
 */

import { createReader } from "./numbers.js";

/** The sorted terms. */
export function readVocabulary(text) {
  let before = "";
  return text.split(" ").map((part) => {
    const reader = createReader(part);
    const shared = reader.next();
    before = before.slice(0, shared) + part.slice(reader.at());
    return before;
  });
}
