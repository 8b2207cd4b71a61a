/*
 * A search as an address: everything a reader chose stands in the query string, so a link to it is
 * the search.
 */

import { FACETS } from "./filters.js";

export const SORTS = ["relevance", "newest", "oldest"];
export const PAGE = 10;
const MOST_SHOWN = 200;

/** {text, filters, sort, shown} of an address's query string; what makes no sense is left out. */
export function readState(search) {
  const given = new URLSearchParams(search);
  const filters = { from: year(given.get("from")), to: year(given.get("to")) };
  for (const facet of FACETS) filters[facet] = [...new Set(given.getAll(facet))].filter(Boolean);
  const sort = given.get("sort");
  const shown = Number.parseInt(given.get("shown") ?? "", 10);
  return {
    text: given.get("q") ?? "",
    filters,
    sort: SORTS.includes(sort) ? sort : SORTS[0],
    shown: shown > PAGE ? Math.min(shown, MOST_SHOWN) : PAGE,
  };
}

/** The query string of a search, '' for none; equal searches have equal ones. */
export function writeState({ text, filters, sort, shown }) {
  const given = new URLSearchParams();
  if (text.trim()) given.set("q", text.trim());
  for (const facet of FACETS) for (const id of filters[facet]) given.append(facet, id);
  if (filters.from) given.set("from", String(filters.from));
  if (filters.to) given.set("to", String(filters.to));
  if (sort !== SORTS[0]) given.set("sort", sort);
  if (shown > PAGE) given.set("shown", String(shown));
  const written = given.toString();
  return written && `?${written}`;
}

/** A search without any choice. */
export function emptyFilters() {
  return readState("").filters;
}

function year(text) {
  return /^[0-9]{4}$/.test(text ?? "") ? Number(text) : null;
}
