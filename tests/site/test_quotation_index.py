"""The hashes by which the browser finds a quotation."""

from __future__ import annotations

import hashlib
import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.site.clauses import KEY_DIGITS, clause_keys, clauses
from site_builder.site.export_rows import export_rows
from site_builder.site.quotation_index import (
    INDEX,
    MAX_ENTRIES,
    build_quotation_index,
    shown_text,
)
from tests.search.node import run_in_node
from tests.site.small_archive import FULL, article, edition_of

SCRIPTS = Path(__file__).parents[2] / "static" / "js"
TEXTS = (
    "He said: “We will continue to work together,” and left the room at once.",
    "It's 1,000,000.50 dollars — half of it paid; naïve façades… ΟΔΥΣΣΕΥΣ. ΟΔΥΣΣΕΥΣ",
    "中国将继续同巴基斯坦一道推进全天候战略合作伙伴关系。双方一致同意。",
    "وزیرِ خارجہ نے کہا کہ دونوں ممالک مل کر کام کریں گے۔ یہ اہم ہے؟",
    "ＦＵＬＬ　ＷＩＤＴＨ letters and ﬁgures ½ of Ⅷ İstanbul'da görüşme",
    "under_scores_are_not_letters_at_all and\u00a0hard\u2009spaces do not count",
)


def found(root: Path, **articles: str) -> dict[str, list[str]]:
    """Return the entries of each clause key in the index of a small archive."""
    (file,) = build_quotation_index(edition_of(root, **articles))
    assert file.path == f"{INDEX}all.json"
    return {key: ids.split(" ") for key, ids in json.loads(file.data).items()}


def key(clause: str) -> str:
    """Return the key of a clause already reduced to letters."""
    return hashlib.sha256(clause.encode()).hexdigest()[:KEY_DIGITS]


def test_clause_is_found_without_its_marks_and_capitals() -> None:
    """Quotation marks, spaces, capitals and dashes do not matter to a clause's key."""
    plain = list(clause_keys("We will continue to work together"))

    assert plain == [key("wewillcontinuetoworktogether")]
    assert set(plain) < set(clause_keys(TEXTS[0]))
    assert list(clause_keys("  we WILL — continue to work-together!")) == [
        key("continuetoworktogether")
    ]


def test_short_clauses_are_left_out_but_not_chinese_ones() -> None:
    """A few letters tell nothing; a few Chinese characters are a sentence."""
    assert list(clauses("Yes, indeed. 双方一致同意。")) == ["双方一致同意"]


def test_index_leads_from_clauses_to_entries(tmp_path: Path) -> None:
    """Each clause of what is shown leads to its entries, in the archive's order."""
    shared = "This clause stands in both of them."
    index = found(
        tmp_path,
        b=article(FULL, f"{shared} And this one only there."),
        a=article(FULL, shared),
    )

    assert index[key("thisclausestandsinbothofthem")] == ["a", "b"]
    assert index[key("andthisoneonlythere")] == ["b"]


def test_withheld_words_have_no_hash(tmp_path: Path) -> None:
    """Neither the rest of an excerpt nor a withdrawn text can be found out by guessing."""
    secret = "these words are withheld from everybody"
    long = "Shown words come first. " * 5 + "\n\n" + "More words follow. " * 50 + secret
    index = found(
        tmp_path,
        cut=article("title: An excerpt\ndate: 2023\ncarrier: urdupoint\n", long),
        hidden=article(FULL + "display: metadata\n", secret),
        gone=article(FULL + "status: withdrawn\nwithdrawal: {date: 2023, reason: Why}\n", secret),
    )

    assert index[key("shownwordscomefirst")] == ["cut"]
    assert not set(clause_keys(secret)) & index.keys()


def test_clause_of_many_entries_is_left_out(tmp_path: Path) -> None:
    """A phrase that stands nearly everywhere points nowhere."""
    articles = {
        f"a{number}": article(FULL, f"The spokesperson said so. Number {number:012d} here.")
        for number in range(MAX_ENTRIES + 1)
    }
    index = found(tmp_path, **articles)

    assert key("thespokespersonsaidso") not in index
    assert len(index) == len(articles)


def test_large_archive_has_a_file_for_every_first_digit(tmp_path: Path) -> None:
    """Past a few hundred paragraphs the index falls into files named by the hash's first digit."""
    body = "\n\n".join(f"Paragraph number {number:06d} of many." for number in range(300))
    edition = edition_of(tmp_path, one=article(FULL, body))
    files = list(build_quotation_index(edition))

    assert shown_text(edition).digits == 1
    assert [file.path for file in files] == [f"{INDEX}{digit:x}.json" for digit in range(16)]
    (one,) = clause_keys("Paragraph number 000123 of many")
    shard = json.loads(files[int(one[0], 16)].data)
    assert shard[one[1:]] == "one"


def test_files_without_a_changed_clause_are_not_made_again(tmp_path: Path) -> None:
    """Given what changed, exactly the files are given that are not what they were."""
    body = "\n\n".join(f"Paragraph number {number:06d} of many." for number in range(300))
    before = edition_of(tmp_path / "before", one=article(FULL, body), two=article(FULL, "Short."))
    after = edition_of(
        tmp_path / "after",
        one=article(FULL, body),
        two=article(FULL, "Paragraph number 000007 of many. Nobody has said this clause before."),
    )
    former, rows = tuple(export_rows(before)), tuple(export_rows(after))
    changed = [former[1].clauses, rows[1].clauses]

    files = {file.path: file.data for file in build_quotation_index(after, rows, changed)}

    old = {file.path: file.data for file in build_quotation_index(before)}
    new = {file.path: file.data for file in build_quotation_index(after)}
    assert 0 < len(files) < len(new)
    assert {**old, **files} == new


@given(st.text(st.sampled_from("aZ9_ .,'’‘“”–—…\u00a0-\t\n\x1c\x7f!?()é\u0301½中")))
def test_usual_characters_are_cut_like_any_others(text: str) -> None:
    """The short way for English gives what the long way gives."""
    letters = "日本語"  # keeps the whole text from being short

    assert list(clauses(text)) == [one for one in clauses(f"{text}\n{letters}") if one != letters]


@pytest.mark.parametrize("seed", range(3))
def test_browser_cuts_texts_as_the_build_does(tmp_path: Path, seed: int) -> None:
    """Clauses of any text are the same in Python and in JavaScript."""
    chosen = random.Random(seed)
    alphabet = "".join(TEXTS) + "ǅßẞΣσς\u0301\u200dएकदो三ツ한글\U0001f600१२"
    texts = [*TEXTS, *("".join(chosen.choices(alphabet, k=60)) for _ in range(300))]
    (tmp_path / "clauses.js").write_bytes((SCRIPTS / "clauses.js").read_bytes())
    script = (
        'import { clauses } from "./clauses.js";\n'
        "console.log(JSON.stringify(given.map(clauses)));\n"
    )

    assert run_in_node(tmp_path, script, texts) == [list(clauses(text)) for text in texts]
