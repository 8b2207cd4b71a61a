/*
 * The interface's words: the page carries them in data attributes, in its own language.
 */

/** Words from an element's `data-words`, a JSON object of strings. */
export function readWords(element) {
  const words = JSON.parse(element.dataset.words);
  const language = document.documentElement.lang || "en";
  const numbers = new Intl.NumberFormat(language);

  function text(key, values = {}) {
    return fill(words[key], values);
  }

  /** A string with a number in it, written as the language writes numbers. */
  function counted(key, count) {
    return text(key, { n: numbers.format(count) });
  }

  return { text, counted, number: (value) => numbers.format(value) };
}

function fill(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (whole, name) =>
    Object.hasOwn(values, name) ? values[name] : whole,
  );
}
