/*
 * Which paragraphs of a document answer a query best, and which of their words to mark.
 */

import { UNSPACED } from "./characters.js";
import { chunks } from "./analyser.js";

const LONGEST = 320;
const LEAD = 90;
const WORD_FOR_WORD = 1000;
const PAIRED = new RegExp(`^[${UNSPACED}]+$`, "u");

/**
 * A test of whether a term of a text answers the query: a key that tells the query's terms apart,
 * or null. `expand` gives the archive's terms that a term of the query stands for.
 */
export async function createTest(operands, expand) {
  const terms = operands.filter((operand) => !operand.negated).flatMap((operand) => operand.terms);
  const keys = new Map();
  for (const term of terms) for (const text of await expand(term)) keys.set(text, term.text);
  return (text) => keys.get(text) ?? null;
}

/**
 * The best passages, best first: {number, voice, parts, fragment}. A part is {text, marked}; the
 * fragment is a text directive's value that finds the first marked word, or ''.
 *
 * `passages` are [number, text, voice]; `weight` gives a term's weight; a passage with one of the
 * `phrases` word for word comes first.
 */
export function bestPassages(passages, { analyser, test, weight, phrases, most }) {
  const scored = [];
  for (const [number, text, voice] of passages) {
    const marks = markedRanges(text, analyser, test);
    if (marks.length === 0) continue;
    const keys = new Set(marks.map((mark) => mark.key));
    let score = 0;
    for (const key of keys) score += weight(key);
    score += Math.min(marks.length, 10) / 100;
    score += WORD_FOR_WORD * phrases.filter((words) => holdsPhrase(text, words, analyser)).length;
    scored.push({ number, voice, text, marks, score });
  }
  scored.sort((a, b) => b.score - a.score || a.number - b.number);
  return scored.slice(0, most).map(({ number, voice, text, marks }) => ({
    number,
    voice,
    parts: cut(text, marks),
    fragment: fragment(text, marks[0]),
  }));
}

/** Whether a text holds words in a row, stop words and endings and all, but for case and marks. */
export function holdsPhrase(text, words, analyser) {
  const all = chunks(text).flatMap((chunk) => analyser.terms(chunk.text).terms);
  return all.some((_, start) => words.every((word, at) => all[start + at]?.word === word));
}

/** A whole text in parts, its words marked: for titles and summaries. */
export function markText(text, analyser, test) {
  return parts(text, markedRanges(text, analyser, test), 0, text.length);
}

function markedRanges(text, analyser, test) {
  const ranges = [];
  for (const chunk of chunks(text)) {
    const { terms } = analyser.terms(chunk.text);
    const paired = terms.length > 1 && PAIRED.test(chunk.text);
    const letters = paired ? Array.from(chunk.text) : [];
    const exact = paired && letters.length === terms.length;
    for (const term of terms) {
      const key = term.text ? test(term.text) : null;
      if (key === null) continue;
      const start = exact ? chunk.start + offset(letters, term.place) : chunk.start;
      const length = Array.from(term.text).length;
      const end = exact ? chunk.start + offset(letters, term.place + length) : chunk.end;
      add(ranges, { start, end, key });
      if (!exact) break;
    }
  }
  return ranges;
}

function offset(letters, count) {
  return letters.slice(0, count).join("").length;
}

function add(ranges, range) {
  const last = ranges.at(-1);
  if (last && range.start < last.end) last.end = Math.max(last.end, range.end);
  else ranges.push(range);
}

/** The stretch of a long passage that holds most different words. */
function cut(text, marks) {
  if (text.length <= LONGEST) return parts(text, marks, 0, text.length);
  let best = 0;
  let most = 0;
  marks.forEach((first, index) => {
    const keys = new Set();
    for (const mark of marks.slice(index)) {
      if (mark.end - first.start > LONGEST - LEAD) break;
      keys.add(mark.key);
    }
    if (keys.size > most) [most, best] = [keys.size, index];
  });
  const start = wordStart(text, Math.max(0, marks[best].start - LEAD));
  return parts(text, marks, start, wordEnd(text, start + LONGEST));
}

function wordStart(text, at) {
  if (at === 0) return 0;
  const space = text.indexOf(" ", at);
  return space === -1 || space - at > 30 ? afterSurrogate(text, at) : space + 1;
}

function wordEnd(text, at) {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(" ", at);
  return at - space > 30 ? afterSurrogate(text, at) : space;
}

function afterSurrogate(text, at) {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}

function parts(text, marks, from, to) {
  const found = [];
  let at = from;
  if (from > 0) found.push({ text: "… ", marked: false });
  for (const { start, end } of marks) {
    if (end <= from || start >= to) continue;
    if (start > at) found.push({ text: text.slice(at, start), marked: false });
    found.push({ text: text.slice(Math.max(at, start), Math.min(end, to)), marked: true });
    at = Math.min(end, to);
  }
  if (at < to) found.push({ text: text.slice(at, to), marked: false });
  if (to < text.length) found.push({ text: " …", marked: false });
  return found;
}

/** A text directive names the words before and after, so that it finds this place and no other. */
function fragment(text, mark) {
  const encode = (part) => encodeURIComponent(part).replaceAll("-", "%2D");
  const word = text.slice(mark.start, mark.end);
  const before = text.slice(0, mark.start).trim().split(/\s+/u).slice(-3).join(" ");
  const after = text.slice(mark.end).trim().split(/\s+/u).slice(0, 3).join(" ");
  if (!/\s$/u.test(text.slice(0, mark.start)) && before) return "";
  if (after && !/^\s/u.test(text.slice(mark.end))) return directive(before, word, "", encode);
  return directive(before, word, after, encode);
}

function directive(before, word, after, encode) {
  return [before && `${encode(before)}-`, encode(word), after && `-${encode(after)}`]
    .filter(Boolean)
    .join(",");
}
