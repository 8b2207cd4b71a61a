/*
 * Russian stems: site_builder/search/russian.py again, line by line.
 */

const RUSSIAN = /^[\u0430-\u044f]{3,}$/u;
const FIRST_VOWEL = /[аеиоуыэюя]/u;
const SECOND_REGION = /[аеиоуыэюя]+[^аеиоуыэюя]+[аеиоуыэюя]+[^аеиоуыэюя]/uy;
const AFTER_A = "+";

const list = (words) => words.split(" ");
const GERUND = list("+в +вши +вшись ив ивши ившись ыв ывши ывшись");
const REFLEXIVE = list("ся сь");
const ADJECTIVE = list(
  "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею",
);
const PARTICIPLE = list("+ем +нн +вш +ющ +щ ивш ывш ующ");
const VERB = list(
  "+ла +на +ете +йте +ли +й +л +ем +н +ло +но +ет +ют +ны +ть +ешь +нно ила ыла ена ейте уйте " +
    "ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю",
);
const NOUN = list(
  "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию " +
    "ью ю ия ья я",
);
const SUPERLATIVE = list("ейш ейше");
const DERIVED = list("ост ость");

/** The stem of a word of three Russian letters or more; any other word as it is. */
export function stemRussian(word) {
  if (!RUSSIAN.test(word)) return word;
  const vowel = FIRST_VOWEL.exec(word);
  if (!vowel) return word;
  const head = word.slice(0, vowel.index + 1);
  let rest = word.slice(vowel.index + 1);
  SECOND_REGION.lastIndex = vowel.index;
  const second = SECOND_REGION.test(word) ? SECOND_REGION.lastIndex : Infinity;
  const shorter = strip(rest, GERUND);
  rest = withoutSuffix(shorter === rest ? stripInflection(strip(rest, REFLEXIVE)) : shorter, "и");
  const underived = strip(rest, DERIVED);
  if (underived.length + head.length >= second) rest = underived;
  return head + tidy(rest);
}

function stripInflection(rest) {
  let shorter = strip(rest, ADJECTIVE);
  if (shorter !== rest) return strip(shorter, PARTICIPLE);
  shorter = strip(rest, VERB);
  return shorter === rest ? strip(rest, NOUN) : shorter;
}

function tidy(rest) {
  const shorter = strip(rest, SUPERLATIVE);
  if (shorter.endsWith("нн")) return shorter.slice(0, -1);
  return withoutSuffix(shorter, "ь");
}

/** Take the longest of the endings off. */
function strip(rest, endings) {
  let longest = "";
  for (const marked of endings) {
    const ending = withoutPrefix(marked, AFTER_A);
    if (ending.length <= longest.length || !rest.endsWith(ending)) continue;
    const before = rest.at(-ending.length - 1);
    if (ending === marked || before === "а" || before === "я") longest = ending;
  }
  return rest.slice(0, rest.length - longest.length);
}

function withoutSuffix(text, suffix) {
  return text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;
}

function withoutPrefix(text, prefix) {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}
