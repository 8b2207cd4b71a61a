// Looks for a quotation in what the archive shows, and compares it word for word.
import { clauses } from "./clauses.js";

const KEY_DIGITS = 8;
const MOST_ENTRIES = 8;

const fold = (text) => text.replace(/\s+/g, " ").trim();
const loosen = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

const sha256 = async (text) => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

const element = (name, words, attributes = {}) => {
  const made = document.createElement(name);
  if (words) made.textContent = words;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

const load = async (address) => {
  const answer = await fetch(address);
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
};

/** Ids of entries that hold clauses of the quotation, those with most of them first. */
const candidates = async (form, quotation) => {
  const digits = Number(form.dataset.digits);
  const votes = new Map();
  const keys = await Promise.all([...new Set(clauses(quotation))].map(sha256));
  const files = new Map();
  for (const hash of keys) {
    const key = hash.slice(0, KEY_DIGITS);
    const name = key.slice(0, digits) || "all";
    if (!files.has(name)) files.set(name, load(`${form.dataset.index}${name}.json`));
    const ids = (await files.get(name))?.[key.slice(digits)];
    for (const id of ids?.split(" ") ?? []) votes.set(id, (votes.get(id) ?? 0) + 1);
  }
  return [...votes.keys()]
    .sort((one, other) => votes.get(other) - votes.get(one) || (one < other ? -1 : 1))
    .slice(0, MOST_ENTRIES);
};

/** Where `needle` stands in the joined texts: first and last paragraph, or null. */
const locate = (texts, needle, glue) => {
  let joined = "";
  const starts = texts.map((text) => {
    const start = joined.length ? joined.length + glue.length : 0;
    joined += (joined.length ? glue : "") + text;
    return start;
  });
  const at = needle ? joined.indexOf(needle) : -1;
  if (at < 0) return null;
  const holder = (position) => starts.findLastIndex((start) => start <= position);
  return { first: holder(at), last: holder(at + needle.length - 1) };
};

/** How an entry answers to the quotation: 'exact', 'loose', 'partly' or null, and where. */
const compare = (record, quotation, hash) => {
  const paragraphs = record.paragraphs;
  const texts = paragraphs.map((one) => one.text);
  const whole = paragraphs.findIndex((one) => one.sha256 === hash);
  if (whole >= 0) return { kind: "exact_hash", record, first: whole, last: whole };
  const bare = fold(quotation.replace(/^[\s"“”„«»‘’']+|[\s"“”„«»‘’']+$/gu, ""));
  for (const needle of [quotation, bare]) {
    const exact = locate(texts, needle, " ");
    if (exact) return { kind: "exact", record, ...exact };
  }
  const loosened = texts.map(loosen);
  const loose = locate(loosened, loosen(quotation), "");
  if (loose) return { kind: "loose", record, ...loose };
  const pieces = clausesWithWords(quotation);
  const found = pieces.map(({ key }) => locate(loosened, key, ""));
  const first = found.find(Boolean);
  if (!first) return null;
  const absent = pieces.filter((_, index) => !found[index]).map(({ words }) => words);
  return { kind: "partly", record, ...first, absent };
};

const clausesWithWords = (quotation) =>
  quotation
    .split(/[.,;:!?…"“”„«»()[\]{}–—。，、；：！？؟۔،؛]+/u)
    .map((words) => ({ words: fold(words), key: loosen(words) }))
    .filter(({ key }) => key.length > 3);

const RANK = ["exact_hash", "exact", "loose", "partly"];

const show = (form, answer, results, hash) => {
  const say = (key) => form.getAttribute(`data-say-${key.replace(/_/g, "-")}`);
  const best = results.filter(Boolean).sort((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind));
  const sure = best.filter(({ kind }) => kind !== "partly");
  const shown = sure.length ? sure : best.slice(0, 3);
  if (!shown.length) {
    answer.append(element("h2", say("none")), element("p", say("none_text")));
  }
  for (const { kind, record, first, last, absent } of shown) {
    const item = element("article", "", { class: "verify-result", "data-kind": kind });
    const paragraphs = record.paragraphs.slice(first, last + 1);
    const [from, to] = [paragraphs[0], paragraphs[paragraphs.length - 1]];
    const place =
      first === last
        ? fill(say("paragraph"), { number: from.number })
        : fill(say("paragraphs"), { first: from.number, last: to.number });
    const address = `${form.dataset.articles}${encodeURIComponent(record.id)}/#p${from.number}`;
    const link = element("a", record.title, { href: address });
    const quote = element("blockquote", "", { cite: address });
    quote.lang = record.language;
    quote.dir = "auto";
    for (const one of paragraphs.slice(0, 4)) quote.append(element("p", one.text));
    const heading = element("h2", say(kind));
    const where = element("p", "");
    where.append(link, ` (${[record.date, record.carrier?.name, place].filter(Boolean).join(", ")})`);
    const voices = [...new Set(paragraphs.map((one) => one.voice ?? "none"))].map((voice) =>
      form.getAttribute(`data-voice-${voice}`),
    );
    const voice = element("p", fill(say("voice"), { voice: voices.join(", ") }), { class: "fine" });
    item.append(heading, where, quote, voice);
    if (kind === "partly" && absent.length) {
      quote.before(element("p", fill(say("partly_text"), { words: absent.join(" … ") })));
    }
    if (record.display === "summary") {
      item.append(element("p", say("summary_warning"), { class: "notice" }));
    }
    answer.append(item);
  }
  const more = element("p", "", { class: "fine" });
  const words = fold(form.elements.q.value);
  more.append(
    element("a", say("search"), {
      href: `${form.dataset.search}?q=${encodeURIComponent(`"${words.replace(/["“”]/g, " ")}"`)}`,
    }),
  );
  const digest = element("p", fill(say("sha"), { hash }), { class: "fine verify-sha" });
  answer.append(more, digest);
};

const entryId = (text) => {
  const path = text.trim().replace(/[?#].*$/, "").replace(/\/+$/, "");
  return path.slice(path.lastIndexOf("/") + 1);
};

const setUp = (form) => {
  const answer = document.querySelector(".verify-answer");
  const say = (key) => form.getAttribute(`data-say-${key.replace(/_/g, "-")}`);
  const fields = form.elements;
  const folder = form.dataset.records ?? form.dataset.articles;
  let turn = 0;

  const verify = async () => {
    const mine = ++turn;
    const quotation = fold(fields.q.value);
    const only = entryId(fields.in.value);
    answer.hidden = false;
    answer.replaceChildren(element("p", quotation ? say("working") : say("empty")));
    if (!quotation) return;
    try {
      const hash = await sha256(quotation);
      const ids = only ? [only] : await candidates(form, quotation);
      const records = await Promise.all(
        ids.map((id) => load(`${folder}${encodeURIComponent(id)}/index.json`)),
      );
      if (mine !== turn) return;
      answer.replaceChildren();
      if (only && !records[0]) {
        answer.append(element("p", say("no_entry")));
        return;
      }
      if (!only && !clauses(quotation).length) {
        answer.append(element("p", say("short")));
        return;
      }
      show(form, answer, records.filter(Boolean).map((one) => compare(one, quotation, hash)), hash);
    } catch {
      if (mine === turn) answer.replaceChildren(element("p", say("failed")));
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    verify();
  });
  const asked = new URLSearchParams(location.search);
  fields.q.value = asked.get("q") ?? "";
  fields.in.value = asked.get("in") ?? "";
  form.hidden = false;
  if (fields.q.value) verify();
};

document.querySelectorAll(".verify-form").forEach(setUp);
