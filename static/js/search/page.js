/*
 * The search page. The form works by itself as a link to this page with ?q=; this module answers
 * it in place, as the reader types.
 */

import { startSearch } from "./client.js";
import { FACETS } from "./filters.js";
import { withNames } from "./names.js";
import { facetGroup, hitItem, showPassages, understoodNodes } from "./render.js";
import { PAGE, SORTS, emptyFilters, readState, writeState } from "./state.js";
import { readWords } from "./words.js";

const PAUSE = 120;
const FACETS_SHOWN = 8;
const LONGEST_QUOTED = 200;

const app = document.querySelector("[data-search-app]");
if (app) run(app);

function run(app) {
  const words = readWords(app);
  const { root: way, shared = "" } = document.documentElement.dataset;
  const root = new URL(way, location.href).href;
  const index = startSearch(new URL(`${shared}search/`, root).href);
  const search = shared ? withNames(index, new URL("search/names.json", root)) : index;
  const find = (name) => app.querySelector(`[data-search-${name}]`);
  const form = document.querySelector("[data-search-form]");
  const input = form.elements.namedItem("q");
  const status = find("status");
  const understood = find("understood");
  const notes = find("notes");
  const list = find("list");
  const more = find("more");
  const tools = find("tools");
  const filters = find("filters");
  const sort = find("sort");
  const failure = find("failure");
  let state = readState(location.search);
  let turn = 0;
  let pause = 0;
  const opened = new Set(FACETS.filter((facet) => state.filters[facet].length > 0));
  const widened = new Set();

  app.hidden = false;
  input.value = state.text;
  sort.value = state.sort;

  input.addEventListener("focus", () => search.prepare().catch(() => {}), { once: true });
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => change({ text: input.value, shown: PAGE }, { typing: true }), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    change({ text: input.value, shown: PAGE });
  });
  sort.addEventListener("change", () => change({ sort: sort.value, shown: PAGE }));
  filters.addEventListener("change", () =>
    change({ filters: readFilters(), shown: PAGE }),
  );
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.addEventListener("toggle", ({ target }) => noteOpened(target), true);
  filters.addEventListener("click", ({ target }) => {
    if (target.matches(".facet-more")) widen(target.closest(".facet"));
    if (target.matches("[data-search-clear]")) {
      change({ filters: emptyFilters(), shown: PAGE });
      input.focus();
    }
  });
  more.addEventListener("click", showMore);
  find("to-filters").addEventListener("click", () => {
    filters.scrollIntoView();
    filters.querySelector("select").focus({ preventScroll: true });
  });
  find("copy").addEventListener("click", copyLink);
  find("download").addEventListener("click", download);
  find("retry").addEventListener("click", () => {
    search.restart();
    show();
  });
  window.addEventListener("popstate", () => {
    state = readState(location.search);
    for (const facet of FACETS) if (state.filters[facet].length > 0) opened.add(facet);
    input.value = state.text;
    sort.value = state.sort;
    show();
  });
  document.addEventListener("keydown", walk);

  show();

  function change(changes, { typing = false } = {}) {
    state = { ...state, ...changes };
    record({ typing });
    show({ typing });
  }

  /** What was asked for is an entry of the history; what is being typed is one that changes. */
  function record({ typing }) {
    const address = location.pathname + writeState(state);
    const same = address === location.pathname + location.search;
    if (history.state?.typing) history.replaceState({ typing }, "", address);
    else if (!same) history.pushState({ typing }, "", address);
  }

  async function show({ typing = false } = {}) {
    turn += 1;
    const mine = turn;
    failure.hidden = true;
    if (!state.text.trim() && !isFiltered()) {
      clear();
      return;
    }
    const request = { ...state, typing, start: 0, size: state.shown };
    app.setAttribute("aria-busy", "true");
    try {
      const answer = await search.search(request);
      if (mine !== turn) return;
      const items = answer.hits.map((hit) => hitItem(hit, { root, words }));
      list.replaceChildren(...items);
      announce(answer);
      tools.hidden = answer.total === 0;
      more.hidden = answer.total <= answer.hits.length;
      await Promise.all([
        ...answer.hits.map((hit, index) => fillPassages(hit, items[index], request)),
        showFilters(request),
      ]);
    } catch (error) {
      if (mine === turn) fail(error);
    } finally {
      if (mine === turn) app.removeAttribute("aria-busy");
    }
  }

  async function showMore() {
    const start = list.children.length;
    const request = { ...state, typing: false, start, size: PAGE };
    const mine = turn;
    try {
      const answer = await search.search(request);
      if (mine !== turn) return;
      const items = answer.hits.map((hit) => hitItem(hit, { root, words }));
      list.append(...items);
      items[0]?.querySelector("a").focus();
      state = { ...state, shown: list.children.length };
      history.replaceState(null, "", location.pathname + writeState(state));
      more.hidden = answer.total <= list.children.length;
      await Promise.all(answer.hits.map((hit, index) => fillPassages(hit, items[index], request)));
    } catch (error) {
      if (mine === turn) fail(error);
    }
  }

  async function fillPassages(hit, item, { text, typing }) {
    const found = await search.passages({ text, typing: Boolean(typing), number: hit.number });
    showPassages(item, found, { words });
  }

  async function showFilters(request) {
    const mine = turn;
    const counted = await search.facets({ ...request, wanted: [...opened] });
    if (mine === turn) drawFilters(counted);
  }

  function isFiltered() {
    return writeState({ ...state, text: "", sort: SORTS[0], shown: 0 }) !== "";
  }

  function drawFilters(counted) {
    filters.hidden = false;
    const groups = find("groups");
    const refocus = rememberFocus(groups);
    groups.replaceChildren(
      ...Object.entries(counted.facets)
        .map(([facet, choices]) =>
          facetGroup(facet, choices, state.filters[facet], {
            words,
            open: opened.has(facet),
            most: widened.has(facet) ? Infinity : FACETS_SHOWN,
          }),
        ),
    );
    drawYears(counted.years);
    find("clear").hidden = !isFiltered();
    refocus();
  }

  function drawYears(years) {
    for (const name of ["from", "to"]) {
      const select = filters.elements.namedItem(name);
      const any = select.options[0];
      select.replaceChildren(
        any,
        ...years.map(([year, count]) => {
          const option = document.createElement("option");
          option.value = String(year);
          option.textContent = words.text("year_count", { year, n: words.number(count) });
          return option;
        }),
      );
      select.value = state.filters[name] ? String(state.filters[name]) : "";
    }
  }

  /** The filters are drawn anew with new counts; who was using one stays there. */
  function rememberFocus(groups) {
    const { activeElement } = document;
    if (!groups.contains(activeElement)) return () => {};
    const { facet } = activeElement.closest(".facet").dataset;
    const { tagName, value } = activeElement;
    return () => {
      const group = [...groups.children].find((one) => one.dataset.facet === facet);
      const again = [...(group?.querySelectorAll(tagName) ?? [])];
      (again.find((one) => tagName !== "INPUT" || one.value === value) ?? input).focus();
    };
  }

  function readFilters() {
    const given = new FormData(filters);
    const chosen = new URLSearchParams();
    for (const [name, value] of given) chosen.append(name, value);
    return readState(`?${chosen}`).filters;
  }

  /** What there is to choose from is fetched when somebody wants to choose. */
  function noteOpened({ open, dataset: { facet } }) {
    if (!open) opened.delete(facet);
    else if (!opened.has(facet)) {
      opened.add(facet);
      showFilters({ ...state, typing: false }).catch(fail);
    }
  }

  function widen(group) {
    widened.add(group.dataset.facet);
    showFilters({ ...state, typing: false }).catch(fail);
  }

  function announce({ total, candidates, understood: operands, ignored, leftOut, missing, unfiltered }) {
    const asked = operands.length > 0 || !state.text.trim();
    if (!asked) status.textContent = words.text("nothing_asked");
    else if (total === 0) status.textContent = words.text("none");
    else status.textContent = words.counted(candidates ? "found_at_most" : "found", total);
    understood.replaceChildren(...understoodNodes(operands, { words }));
    understood.parentElement.hidden = operands.length === 0;
    const lines = [];
    if (ignored.length > 0) lines.push(words.text("ignored", { words: ignored.join(" ") }));
    if (leftOut) lines.push(words.text("left_out", { words: shorten(leftOut) }));
    if (missing.length > 0) lines.push(words.text("missing", { words: missing.join(" ") }));
    if (total === 0 && unfiltered > 0) lines.push(words.counted("filtered_out", unfiltered));
    else if (total === 0 && operands.length > 0) lines.push(words.text("try_fewer"));
    notes.replaceChildren(...lines.map(paragraph));
  }

  function paragraph(text) {
    const made = document.createElement("p");
    made.textContent = text;
    return made;
  }

  function clear() {
    list.replaceChildren();
    notes.replaceChildren();
    understood.parentElement.hidden = true;
    status.textContent = "";
    tools.hidden = true;
    more.hidden = true;
    filters.hidden = true;
  }

  function fail(error) {
    if (error.name === "TooBroadError") {
      clear();
      status.textContent = words.text("too_broad", { words: `${error.message}*` });
      return;
    }
    failure.hidden = false;
    find("failure-text").textContent = words.text(
      error.name === "LoadError" ? "failed_to_load" : "failed",
    );
  }

  async function copyLink() {
    await navigator.clipboard.writeText(location.href).catch(() => {});
    status.textContent = words.text("link_copied");
  }

  async function download() {
    try {
      const [rows, { saveList }] = await Promise.all([
        search.list({ ...state, typing: false }),
        import("./download.js"),
      ]);
      saveList(rows, { root, words });
    } catch (error) {
      fail(error);
    }
  }

  /** Arrows walk through the results, Escape goes back to the box. */
  function walk(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const links = [...list.querySelectorAll(".hit-title a")];
    const item = document.activeElement?.closest(".hit");
    const inBox = document.activeElement === input;
    if (!item && !inBox) return;
    const here = item ? [...list.children].indexOf(item) : -1;
    if (event.key === "ArrowDown") links[Math.min(here + 1, links.length - 1)]?.focus();
    else if (event.key === "ArrowUp" && item) (links[here - 1] ?? input).focus();
    else if (event.key === "Escape" && item) input.focus();
    else if (event.key === "Escape" && input.value) {
      input.value = "";
      change({ text: "", shown: PAGE });
    } else return;
    event.preventDefault();
  }
}

/** The beginning of a text that may be a whole article. */
function shorten(text) {
  const letters = Array.from(text);
  return letters.length > LONGEST_QUOTED ? `${letters.slice(0, LONGEST_QUOTED).join("")}…` : text;
}
