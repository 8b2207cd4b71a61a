/*
 * The interface's words: the page carries them in data attributes, in its own language.
 */

/** Words from an element's `data-words`, a JSON object of strings and of plural forms. */
export function readWords(element) {
  const words = JSON.parse(element.dataset.words);
  const language = document.documentElement.lang || "en";
  const numbers = new Intl.NumberFormat(language);
  const plurals = new Intl.PluralRules(language);
  const lists = new Intl.ListFormat(language, { type: "conjunction" });

  function text(key, values = {}) {
    return fill(words[key], values);
  }

  function plural(key, count, values = {}) {
    const forms = words[key];
    const form = forms[plurals.select(count)] ?? forms.other;
    return fill(form, { n: numbers.format(count), ...values });
  }

  return { text, plural, number: (value) => numbers.format(value), list: (all) => lists.format(all) };
}

function fill(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (whole, name) =>
    Object.hasOwn(values, name) ? values[name] : whole,
  );
}
