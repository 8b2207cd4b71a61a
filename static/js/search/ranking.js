/*
 * A parsed query put to an unmodified lunr.Index. Lunr decides which documents match, their order
 * and their scores; where it cannot say what was asked (alternatives beside required words) it is
 * asked for more, and the answer is cut down to what was meant.
 */

export const REQUIRED = "+";
export const OPTIONAL = "";
export const PROHIBITED = "-";

/**
 * What Lunr is asked: a clause {operand, term, presence} for each term, and for groups of
 * alternatives the clauses of each, of which one must match as a whole.
 *
 * The order of words in phrases is not asked for, and excluded operands of several words not at
 * all: both need the words' places.
 */
export function planClauses(operands) {
  const clauses = [];
  const loose = [];
  const add = (operand, presence) =>
    operand.terms.map((term) => clauses.push({ operand, term, presence }) - 1);
  for (const group of grouped(operands.filter((operand) => !operand.negated))) {
    if (group.length === 1) add(group[0], REQUIRED);
    else loose.push(group.map((operand) => add(operand, OPTIONAL)));
  }
  for (const operand of operands) {
    if (operand.negated && operand.terms.length === 1) add(operand, PROHIBITED);
  }
  return { clauses, loose };
}

/** Ranked results, best first: {ref, score}. */
export function rank(lunr, index, { clauses, loose }) {
  let results = ask(lunr, index, clauses);
  if (loose.length > 0) {
    const test = matcher(lunr, index);
    results = results.filter(({ matchData }) =>
      loose.every((group) =>
        group.some((places) => places.every((place) => test(clauses[place], matchData.metadata))),
      ),
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

function ask(lunr, index, clauses) {
  if (clauses.length === 0) return [...everything(index)];
  const presences = new Map([
    [REQUIRED, lunr.Query.presence.REQUIRED],
    [OPTIONAL, lunr.Query.presence.OPTIONAL],
    [PROHIBITED, lunr.Query.presence.PROHIBITED],
  ]);
  return index.query((query) => {
    for (const { operand, term, presence } of clauses) {
      const options = { presence: presences.get(presence), usePipeline: false };
      if (operand.field) options.fields = [operand.field];
      if (term.near) options.editDistance = term.near;
      query.term(pattern(term), options);
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

/** A test of whether Lunr's matches in a document satisfy a clause. */
function matcher(lunr, index) {
  const expanded = new Map();
  const texts = (term) => {
    if (!expanded.has(term)) expanded.set(term, new Set(expandTerm(lunr, index.tokenSet, term)));
    return expanded.get(term);
  };
  return ({ operand, term }, metadata) =>
    Object.keys(metadata).some(
      (found) =>
        texts(term).has(found) && (!operand.field || operand.field in metadata[found]),
    );
}

/** The terms of a token set that Lunr takes a term of a query to mean, in Lunr's order. */
export function expandTerm(lunr, tokenSet, term) {
  const wanted = term.near
    ? lunr.TokenSet.fromFuzzyString(term.text, term.near)
    : lunr.TokenSet.fromString(pattern(term));
  return tokenSet.intersect(wanted).toArray();
}
