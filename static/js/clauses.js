// A text cut into clauses, each reduced to its letters and digits in lower case. The build
// does the same in site_builder/site/quotation_index.py, and a test holds the two equal.

const MARKS = /[.,;:!?…"“”„«»‹›()[\]{}–—。，、；：！？؟۔،؛「」『』《》\n]+/u;
const NOT_LETTERS = /[^\p{L}\p{N}]+/gu;
const CJK = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]/u;
const MIN_LETTERS = 12;

/** Return the clauses of a text that are long enough to tell one text from another. */
export const clauses = (text) => {
  const found = [];
  for (const part of text.normalize("NFKC").toLowerCase().split(MARKS)) {
    const letters = part.replace(NOT_LETTERS, "");
    const length = [...letters].length;
    if (length >= MIN_LETTERS || (length * 3 >= MIN_LETTERS && CJK.test(letters))) {
      found.push(letters);
    }
  }
  return found;
};
