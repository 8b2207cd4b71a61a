/*
 * The interface's words: the page carries them in data attributes, in its own language.
 */

/**
 * Words from an element's `data-words`, a JSON object of strings; one that counts has its plural
 * forms by category.
 */
export function readWords(element) {
  const words = JSON.parse(element.dataset.words);
  const language = document.documentElement.lang || "en";
  const numbers = new Intl.NumberFormat(language, { numberingSystem: "latn" });
  const plurals = new Intl.PluralRules(language);

  function text(key, values = {}) {
    return fill(words[key], values);
  }

  /** A string with a number in it, in the form that the number takes. */
  function counted(key, count) {
    const forms = words[key];
    const pattern =
      typeof forms === "string" ? forms : (forms[plurals.select(count)] ?? forms.other);
    return fill(pattern, { n: numbers.format(count) });
  }

  return { text, counted, number: (value) => numbers.format(value) };
}

function fill(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (whole, name) =>
    Object.hasOwn(values, name) ? values[name] : whole,
  );
}
