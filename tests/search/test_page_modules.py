"""What the search page computes: addresses, filters, tables, marks."""

from __future__ import annotations

import json
from pathlib import Path

from site_builder.search import build_search

from .archive import DOCUMENTS
from .node import run_in_node

STATES = """
import { readState, writeState } from "./state.js";
console.log(JSON.stringify(given.map((text) => writeState(readState(text)))));
"""

FILTERS = """
import { applyFilters, countChoices, countYears } from "./filters.js";
const calendar = { count: 5, years: [[2001, 0], [2003, 2], [2004, 4]] };
const facets = new Map([["speaker", {
  values: [["a", "A"], ["b", "B"]], documents: [0, 1, [0, 1], [], 0] }]]);
const all = [0, 1, 2, 3, 4];
console.log(JSON.stringify({
  left: given.map((filters) => applyFilters(all, filters, { facets, calendar })),
  choices: countChoices(all, facets.get("speaker")),
  years: countYears([1, 2, 4], calendar),
}));
"""

TABLE = """
import { toCsv } from "./download.js";
console.log(JSON.stringify(toCsv(given, "https://example.org/")));
"""

PASSAGES = """
import { createAnalyser } from "./analyser.js";
import { bestPassages, createTest, holdsPhrase } from "./passages.js";
const analyser = createAnalyser((word) => lunr.stemmer(new lunr.Token(word)).toString());
const operands = [{ negated: false, terms: given.terms.map((text) => ({ text })) }];
const test = await createTest(operands, async ({ text }) => [text]);
const found = bestPassages(given.texts.map((text, index) => [index + 1, text, ""]), {
  analyser, test, weight: () => 1, phrases: given.phrases, most: 2 });
console.log(JSON.stringify(found.map(({ number, parts, fragment }) => [
  number, parts.filter((part) => part.marked).map((part) => part.text),
  parts.map((part) => part.text).join(""), fragment])));
"""

COUNTED = """
import { readWords } from "./words.js";
console.log(JSON.stringify(given.map(([lang, forms, count]) => {
  globalThis.document = { documentElement: { lang } };
  const words = readWords({ dataset: { words: JSON.stringify({ found: forms }) } });
  return words.counted("found", count);
})));
"""

OPEN = """
import { createSession } from "./session.js";
const open = async (version) => {
  const store = { getFresh: async () => ({ ...given, version }) };
  try {
    return await createSession({ lunr, store }).prepare();
  } catch (error) {
    return error.name;
  }
};
console.log(JSON.stringify([await open(given.version), await open(given.version + 1)]));
"""


def test_an_index_of_another_version_is_not_read(tmp_path: Path):
    """A page that was open while the site was replaced says so instead of showing nonsense."""
    files = {file.path: file.data for file in build_search(DOCUMENTS)}

    given = json.loads(files["search/manifest.json"])
    assert run_in_node(tmp_path, OPEN, given) == [{}, "LoadError"]


def test_results_are_counted_in_the_plural_form_of_the_language(tmp_path: Path):
    """Russian has three forms for whole numbers; figures are Latin ones, as on all pages."""
    russian = {"one": "{n} результат", "few": "{n} результата", "many": "{n} результатов",
               "other": "{n} результата"}  # fmt: skip
    english = {"one": "{n} result", "other": "{n} results"}
    given = [
        ["ru", russian, 1], ["ru", russian, 3], ["ru", russian, 12], ["ru", russian, 21],
        ["en", english, 1], ["en", english, 1200], ["ar", {"other": "{n} نتيجة"}, 12],
        ["fr", "Résultats : {n}", 1],
    ]  # fmt: skip

    assert run_in_node(tmp_path, COUNTED, given) == [
        "1 результат", "3 результата", "12 результатов", "21 результат",
        "1 result", "1,200 results", "12 نتيجة", "Résultats : 1",
    ]  # fmt: skip


def test_an_address_keeps_what_makes_sense_and_drops_the_rest(tmp_path: Path):
    """Reading an address and writing it again is its canonical form."""
    given = {
        "?q=peace": "?q=peace",
        "?q=+peace+&sort=relevance&shown=10": "?q=peace",
        "?tag=b&tag=b&tag=a&q=x": "?q=x&tag=b&tag=a",
        "?q=x&from=2001&to=20x1&sort=sideways&shown=-5": "?q=x&from=2001",
        "?q=x&sort=newest&shown=30": "?q=x&sort=newest&shown=30",
        "?q=x&shown=999999": "?q=x&shown=200",
        "?__proto__=1&constructor=2": "",
    }

    assert run_in_node(tmp_path, STATES, list(given)) == list(given.values())


def test_filters_narrow_each_other(tmp_path: Path):
    """Choices of one facet are alternatives; facets and years narrow."""
    given = [
        {"speaker": ["a"]},
        {"speaker": ["a", "b"]},
        {"speaker": ["nobody"]},
        {"from": 2002},
        {"to": 2002},
        {"from": 2003, "to": 2003, "speaker": ["b"]},
        {"from": 2005},
    ]

    found = run_in_node(tmp_path, FILTERS, given)

    assert found["left"] == [[0, 2, 4], [0, 1, 2, 4], [], [2, 3, 4], [0, 1], [2], []]
    assert found["choices"] == [["a", "A", 3], ["b", "B", 2]]
    assert found["years"] == [[2001, 1], [2003, 1], [2004, 1]]


def test_a_table_has_no_formulas(tmp_path: Path):
    """A cell that a spreadsheet would compute is text; quotation marks are doubled."""
    row = {"date": "2001", "title": '=1+1 "quoted"', "lang": "en", "url": "articles/x/"}

    table = run_in_node(tmp_path, TABLE, [row])

    assert table.splitlines()[1] == (
        '"2001","\'=1+1 ""quoted""","","","","","en","https://example.org/articles/x/"'
    )


def test_best_passages_hold_most_words_and_mark_them(tmp_path: Path):
    """The passage with both words comes first; what is marked is the text's own spelling."""
    given = {
        "terms": ["norway", "envoy"],
        "phrases": [],
        "texts": ["Nothing here.", "Norway’s fish.", "An envoy left NORWAY early.", "Envoy"],
    }

    found = run_in_node(tmp_path, PASSAGES, given)

    assert [(number, marks) for number, marks, *_ in found] == [
        (3, ["envoy", "NORWAY"]),
        (2, ["Norway’s"]),
    ]


def test_marks_are_exact_in_unspaced_text(tmp_path: Path):
    """Pairs that follow each other are one mark, and nothing beside them is marked."""
    given = {"terms": ["外交", "交部"], "phrases": [], "texts": ["中国外交部发言人"]}

    ((_, marks, whole, _),) = run_in_node(tmp_path, PASSAGES, given)

    assert marks == ["外交部"]
    assert whole == "中国外交部发言人"


def test_a_passage_with_the_exact_phrase_comes_first(tmp_path: Path):
    """Word for word counts more than more words."""
    given = {
        "terms": ["rule", "law"],
        "phrases": [["rule", "of", "law"]],
        "texts": ["law rule law rule law", "the rule of law"],
    }

    found = run_in_node(tmp_path, PASSAGES, given)

    assert [number for number, *_ in found] == [2, 1]


def test_a_long_passage_is_cut_round_its_words(tmp_path: Path):
    """What is shown of a long paragraph holds the mark, between two ellipses."""
    text = "before " * 200 + "norway " + "after " * 200
    given = {"terms": ["norway"], "phrases": [], "texts": [text]}

    ((_, marks, whole, fragment),) = run_in_node(tmp_path, PASSAGES, given)

    assert marks == ["norway"]
    assert len(whole) < 340
    assert whole.startswith("… ")
    assert whole.endswith(" …")
    assert fragment == "before%20before%20before-,norway,-after%20after%20after"
