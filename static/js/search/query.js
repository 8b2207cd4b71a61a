/*
 * What a reader may type, taken apart. Nothing typed is an error: what is not an operator is text,
 * and text goes through the analyser that built the index.
 *
 *   word "exact words" field:word -word word* word~ one OR other
 *
 * Every operand is required unless OR joins it to its neighbour. Words that hyphens join are looked
 * for in a row, as if they stood between quotation marks.
 */

import { UNSPACED } from "./characters.js";
import { chunks } from "./analyser.js";

export const LONGEST_QUERY = 2000;
const LONGEST_NEAR = 60;
const MOST_TERMS = 60;

const QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb';
const SPACE = /[\s()\u200b]+/y;
const OR = /(?:OR|\|\|?)(?=\s|$)/y;
const AND = /(?:AND|&&?|\+)(?=\s|$)/y;
const NOT = /NOT\s+/y;
const SIGN = /[-\u2212+](?=\S)/y;
const FIELD = /([A-Za-z]{1,20}):(?=\S)/y;
const PHRASE = new RegExp(`[${QUOTES}]([^${QUOTES}]*)(?:[${QUOTES}]|$)`, "y");
const WORD = new RegExp(`[^\\s()${QUOTES}]+`, "y");
const ANYTHING = /./suy;
const PREFIX = /^(.*?)\*+$/su;
const NEAR = /^(.*?)~([0-9]*)$/su;
const HYPHEN = /^[-\u2010\u2011\u2013]$/u;
const LAST_WORD = /\S*$/u;
const ONE_UNSPACED = new RegExp(`^[${UNSPACED}]$`, "u");

/**
 * The operands of a query, in order: {source, field, negated, phrase, quoted, group, growing,
 * terms, words}. A phrase that is not `quoted` has hyphens. Operands of one `group` are alternatives. A term is {text, place, prefix, near}; `words`
 * are all folded words, those that are not indexed too. `ignored` are words that are too common to
 * be looked for, `leftOut` is the end of a text that is longer than anybody's question.
 *
 * `typing` says that the last word may still grow.
 */
export function parseQuery(text, { analyser, fields, typing = false }) {
  const typed = shortened(text);
  const operands = [];
  const ignored = [];
  let rest = 0;
  let left = typed.length;
  let terms = 0;
  for (const part of scan(typed, fields)) {
    const operand = understand(part, analyser);
    terms += operand.terms.length;
    if (terms > MOST_TERMS) {
      left = part.start;
      break;
    }
    rest = part.end;
    if (operand.terms.length === 0) {
      if (operand.words.length > 0 && !ignored.includes(part.text)) ignored.push(part.text);
      continue;
    }
    const last = operands.at(-1);
    const joined = part.or && last && !last.negated && !operand.negated;
    operands.push({ ...operand, group: joined ? last.group : operands.length });
  }
  const last = operands.at(-1);
  if (typing && last && rest === typed.length && isPlain(last)) {
    Object.assign(last, { growing: true, phrase: false });
  }
  return { operands, ignored, leftOut: text.slice(left).trim() };
}

/** As much of a text as is read, to the end of a word if it can be. */
function shortened(text) {
  if (text.length <= LONGEST_QUERY) return text;
  const start = text.slice(0, LONGEST_QUERY);
  const whole = /\s/u.test(text[LONGEST_QUERY]) ? start : start.replace(LAST_WORD, "");
  return whole || start;
}

function* scan(text, fields) {
  let at = 0;
  let or = false;
  let negated = false;
  let field = null;
  const take = (pattern) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  while (at < text.length) {
    if (take(SPACE)) continue;
    const start = at;
    if (take(OR)) {
      or = true;
      continue;
    }
    if (take(AND)) continue;
    if (take(NOT)) {
      negated = true;
      continue;
    }
    let match = take(SIGN);
    if (match) negated ||= match[0] !== "+";
    match = take(FIELD);
    if (match) {
      const name = match[1].toLowerCase();
      if (fields.includes(name)) field = name;
      else at -= match[0].length;
    }
    const phrase = take(PHRASE);
    const word = phrase ? null : take(WORD);
    if (phrase || word) {
      const body = phrase ? phrase[1] : word[0];
      yield { text: body, phrase: Boolean(phrase), or, negated, field, start, end: at };
    } else if (at === start) {
      take(ANYTHING);
    }
    or = false;
    negated = false;
    field = null;
  }
}

function understand(part, analyser) {
  let body = part.text;
  let prefix = false;
  let near = 0;
  if (!part.phrase) {
    const star = PREFIX.exec(body);
    const tilde = NEAR.exec(body);
    if (star) [prefix, body] = [true, star[1]];
    else if (tilde) [near, body] = [tilde[2] === "2" ? 2 : 1, tilde[1].slice(0, LONGEST_NEAR)];
  }
  const { terms, words, hyphenated } = termsOf(body, analyser, { beginning: prefix });
  const last = terms.at(-1);
  if (prefix && last) Object.assign(last, { text: last.word, prefix: true });
  if (near) for (const term of terms) if (!term.prefix) term.near = near;
  return {
    source: part.text,
    field: part.field,
    negated: part.negated,
    phrase: part.phrase || (hyphenated && !prefix && !near),
    quoted: part.phrase,
    growing: false,
    terms,
    words,
  };
}

/**
 * The terms and all words of a text. A lone character of an unspaced script is the beginning of
 * every pair that it begins; with `beginning`, so is the last word, even if it is a stop word.
 */
function termsOf(body, analyser, { beginning }) {
  const terms = [];
  const words = [];
  const all = chunks(body);
  let place = 0;
  for (const chunk of all) {
    const known = analyser.terms(chunk.text);
    for (const term of known.terms) {
      words.push(term.word);
      const unfinished = beginning && chunk === all.at(-1) && term === known.terms.at(-1);
      if (!term.text && !unfinished) continue;
      const at = place + term.place;
      const lone = ONE_UNSPACED.test(term.text);
      const before = terms.at(-1);
      if (lone && before?.place === at - 1 && before.text.endsWith(term.text)) continue;
      terms.push({ text: term.text, word: term.word, place: at, prefix: lone, near: 0 });
    }
    place += known.length;
  }
  return { terms, words, hyphenated: all.length > 1 && all.every(followsHyphen(body)) };
}

/** Whether a chunk of a text is its first, or only a hyphen is between the one before and it. */
function followsHyphen(text) {
  return ({ start }, index, all) =>
    index === 0 || HYPHEN.test(text.slice(all[index - 1].end, start));
}

function isPlain(operand) {
  const last = operand.terms.at(-1);
  return !operand.quoted && !operand.negated && !last.prefix && !last.near;
}
