/*
 * The timeline narrowed by country and speaker. The choice stands in the address and goes along to
 * the other pages of the timeline and to the search.
 */

import { readWords } from "../search/words.js";
import { paint } from "./paint.js";
import { FACETS, Part, here, loadFacets, sum } from "./part.js";

const BATCH = 50;

const narrow = (form) => {
  const part = new Part(form.dataset);
  const words = readWords(form);
  const status = form.querySelector("[role=status]");
  const tools = form.querySelector(".narrowing-tools");
  const search = tools.querySelector("a");
  const main = form.closest("main");
  const plain = [...main.querySelectorAll(".timeline-list, .timeline-list ~ .pager")];
  const list = document.createElement("div");
  list.className = "row-groups timeline-narrowed";
  if (part.level === "month") list.classList.add("by-day");
  list.hidden = true;
  const more = document.createElement("button");
  more.type = "button";
  more.className = "narrowing-more";
  more.textContent = words.text("more");
  more.hidden = true;
  (plain[0] ?? main.querySelector(".periods") ?? form).after(list, more);

  let choice = {};
  let turn = 0;
  let unread = null;

  const read = () => {
    const given = new URLSearchParams(location.search);
    choice = Object.fromEntries(FACETS.map((facet) => [facet, given.get(facet) ?? ""]));
  };
  const chosen = () => FACETS.some((facet) => choice[facet]);
  const withChoice = (address) => {
    const url = new URL(address, document.baseURI);
    for (const facet of FACETS) {
      if (choice[facet]) url.searchParams.set(facet, choice[facet]);
      else url.searchParams.delete(facet);
    }
    return url.href;
  };

  const carry = () => {
    for (const link of main.querySelectorAll("a[href]")) {
      const address = new URL(link.getAttribute("href"), document.baseURI);
      const below = address.href.startsWith(part.timeline);
      if (below && (chosen() || address.search)) link.setAttribute("href", withChoice(address));
    }
    const url = new URL(withChoice(search.href));
    for (const [end, year] of Object.entries(part.ends)) url.searchParams.set(end, year);
    search.href = url.href;
  };

  const offer = async (file) => {
    for (const facet of FACETS) {
      const select = form.elements[facet];
      const choices = await part.choices(file, facet, choice);
      const wanted = choice[facet];
      if (wanted && !choices.some(([id]) => id === wanted)) {
        const everywhere = await loadFacets(`${part.timeline}facets.json`).catch(() => file);
        const name = everywhere[facet].find(([id]) => id === wanted)?.[1] ?? wanted;
        choices.push([wanted, name, 0]);
      }
      const options = choices.map(([id, name, n]) => new Option(`${name} (${words.number(n)})`, id));
      select.replaceChildren(select.options[0], ...options);
      select.value = wanted;
    }
  };

  const show = async (mine) => {
    let group = list.lastElementChild;
    let first = null;
    for (let n = 0; n < BATCH; n += 1) {
      const { value, done } = await unread.next();
      if (mine !== turn) return null;
      more.hidden = Boolean(done);
      if (done) break;
      const { row, heading, address } = value;
      if (group?.dataset.heading !== heading.id) {
        group = document.createElement("section");
        group.className = "row-group";
        group.dataset.heading = heading.id;
        const rows = document.createElement("ol");
        rows.className = "rows";
        group.append(here(heading, address), rows);
        list.append(group);
        group.firstElementChild.removeAttribute("id");
      }
      group.lastElementChild.append(row);
      first ??= row;
    }
    carry();
    return first;
  };

  const apply = async () => {
    const mine = ++turn;
    try {
      status.textContent = chosen() ? words.text("loading") : "";
      const file = await loadFacets(part.address);
      await offer(file);
      const counts = chosen() ? await part.counts(file, choice) : null;
      if (mine !== turn) return;
      const totals = await part.counts(file, {});
      carry();
      paint(main, part, counts, totals, words);
      tools.hidden = !chosen();
      for (const element of plain) element.hidden = chosen();
      list.replaceChildren();
      list.hidden = more.hidden = true;
      if (!counts) return;
      const found = sum(counts);
      const values = { n: words.number(found), total: words.number(sum(totals)) };
      unread = part.rows(counts, choice);
      await show(mine);
      if (mine !== turn) return;
      list.hidden = found === 0;
      status.textContent = words.text(found ? "status" : "none", values);
    } catch {
      if (mine !== turn) return;
      if (!chosen()) form.hidden = true; // a copy on a disk, say: the lists stand there whole
      status.textContent = words.text("failed");
      tools.hidden = false;
    }
  };

  const remember = () => {
    const url = new URL(withChoice(location.href));
    url.hash = "";
    history.pushState(null, "", url);
    apply();
  };

  form.addEventListener("change", () => {
    for (const facet of FACETS) choice[facet] = form.elements[facet].value;
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    choice = {};
    form.elements[FACETS[0]].focus();
    remember();
  });
  more.addEventListener("click", async () => {
    const first = await show(turn).catch(() => null);
    if (first) first.querySelector("a").focus();
    else if (!more.hidden) status.textContent = words.text("failed");
  });
  addEventListener("popstate", () => {
    read();
    apply();
  });

  read();
  if (chosen() || !navigator.connection?.saveData) apply();
  else form.addEventListener("focusin", apply, { once: true });
};

document.querySelectorAll("form.narrowing").forEach(narrow);
