/*
 * A parsed query put to an unmodified lunr.Index. Lunr decides which documents match, their order
 * and their scores; where it cannot say what was asked (alternatives beside required words) it is
 * asked for more, and the answer is cut down to what was meant.
 */

/**
 * Ranked results, best first: {ref, score}. The order of words in phrases is not looked at, and
 * excluded operands of several words not at all: both need the words' places.
 */
export function rank(lunr, index, operands) {
  const { REQUIRED, OPTIONAL, PROHIBITED } = lunr.Query.presence;
  const wanted = operands.filter((operand) => !operand.negated);
  const groups = grouped(wanted);
  const excluded = operands.filter((operand) => operand.negated);
  const asked = new Map();
  for (const group of groups) {
    for (const operand of group) asked.set(operand, group.length > 1 ? OPTIONAL : REQUIRED);
  }
  for (const operand of excluded) if (operand.terms.length === 1) asked.set(operand, PROHIBITED);

  let results = ask(lunr, index, asked);
  const loose = groups.filter((group) => group.length > 1);
  if (loose.length > 0) {
    const test = matcher(lunr, index);
    results = results.filter(({ matchData }) =>
      loose.every((group) => group.some((operand) => test(operand, matchData.metadata))),
    );
  }
  return results.map(({ ref, score }) => ({ ref, score }));
}

function grouped(operands) {
  const groups = new Map();
  for (const operand of operands) {
    groups.set(operand.group, [...(groups.get(operand.group) ?? []), operand]);
  }
  return [...groups.values()];
}

function ask(lunr, index, asked) {
  if (asked.size === 0) return [...everything(index)];
  return index.query((query) => {
    for (const [operand, presence] of asked) {
      for (const term of operand.terms) query.term(pattern(term), clause(operand, term, presence));
    }
  });
}

/** Every document with no score, in order: what is left when only exclusions were typed. */
function* everything(index) {
  const [field] = index.fields;
  for (const key of Object.keys(index.fieldVectors)) {
    if (key.startsWith(`${field}/`)) {
      yield { ref: key.slice(field.length + 1), score: 0, matchData: { metadata: {} } };
    }
  }
}

function pattern(term) {
  return term.prefix ? `${term.text}*` : term.text;
}

function clause(operand, term, presence) {
  const options = { presence, usePipeline: false };
  if (operand.field) options.fields = [operand.field];
  if (term.near) options.editDistance = term.near;
  return options;
}

/** A test of whether Lunr's matches in a document satisfy an operand. */
function matcher(lunr, index) {
  const near = new Map();
  const spellings = (term) => {
    const key = `${term.near} ${term.text}`;
    if (!near.has(key)) near.set(key, new Set(nearTerms(lunr, index, term)));
    return near.get(key);
  };
  const fits = (term, found) => {
    if (term.prefix) return found.startsWith(term.text);
    return term.near ? spellings(term).has(found) : found === term.text;
  };
  return (operand, metadata) =>
    operand.terms.every((term) =>
      Object.keys(metadata).some(
        (found) => fits(term, found) && (!operand.field || operand.field in metadata[found]),
      ),
    );
}

/** The terms of the index that Lunr takes for near spellings. */
export function nearTerms(lunr, index, term) {
  const spellings = lunr.TokenSet.fromFuzzyString(term.text, term.near);
  return index.tokenSet.intersect(spellings).toArray();
}
