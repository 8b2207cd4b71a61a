"""What is safe is shown word for word, and no file of the site holds markup or formulas of it."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from tests.hostile.case import Case, Shown
from tests.hostile.catalogue import SHOWN
from tests.hostile.markup import faults_of_fragment, faults_of_page, fold, read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@pytest.mark.parametrize("case", SHOWN, ids=lambda case: case.name)
def test_texts_are_shown_as_they_were_written(safe_site: Path, case: Case) -> None:
    """The page shows every letter of the text, whatever the letters could mean elsewhere."""
    assert isinstance(case.outcome, Shown)
    seen = read_text((safe_site / case.outcome.page).read_text("utf-8"))

    for text in case.outcome.texts:
        assert fold(text) in seen


def test_pages_hold_only_their_own_markup(safe_site: Path) -> None:
    """No page has a handler, a script of another origin, or an element that could run."""
    pages = sorted(safe_site.rglob("*.html"))

    assert len(pages) > 300
    assert _faults({page: faults_of_page(page.read_text("utf-8")) for page in pages}) == []


def test_feeds_hold_only_the_markup_of_prose(safe_site: Path) -> None:
    """Every feed is well-formed, and what it carries as HTML is prose and nothing else."""
    found: dict[Path, Iterator[str]] = {}
    for path in sorted(safe_site.rglob("*.xml")):
        root = ET.parse(path).getroot()
        parts = [one.text or "" for one in root.iter() if one.get("type") == "html"]
        found[path] = (fault for part in parts for fault in faults_of_fragment(part))
        assert [one.tag for one in root.iter() if one.tag.endswith("script")] == []
    for path in sorted(safe_site.rglob("feed.json")):
        items = json.loads(path.read_text("utf-8"))["items"]
        parts = [item["content_html"] for item in items if item.get("content_html")]
        found[path] = (fault for part in parts for fault in faults_of_fragment(part))

    assert len(found) > 5
    assert _faults(found) == []


def test_no_cell_of_the_table_is_a_formula(safe_site: Path) -> None:
    """Every row has all its columns, and no cell begins as formulas do."""
    text = (safe_site / "data/statements.csv").read_bytes().decode()
    head, *rows = csv.reader(io.StringIO(text, newline=""))

    assert len(rows) > 100
    assert {len(row) for row in rows} == {len(head)}
    assert [cell for row in rows for cell in row if cell.startswith(_FORMULA)] == []
    assert any(cell.startswith("'=HYPERLINK") for row in rows for cell in row)


def test_every_json_file_is_whole(safe_site: Path) -> None:
    """JSON files and lines parse, and no text in them closes a script it may be put in."""
    lines = (safe_site / "data/statements.jsonl").read_text("utf-8").split("\n")[:-1]
    records: list[Any] = [json.loads(line) for line in lines]
    files = sorted(safe_site.rglob("*.json"))

    assert len(records) > 100
    assert len(files) > 300
    for file in files:
        json.loads(file.read_text("utf-8"))


def test_the_database_holds_texts_and_nothing_happened_to_it(safe_site: Path) -> None:
    """The database passes its own check and has a row for each entry, that of the 'DROP' too."""
    file = f"file:{safe_site / 'data/archive.sqlite'}?mode=ro"
    with sqlite3.connect(file, uri=True) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        titles = [title for (title,) in database.execute("SELECT title FROM statements")]

    assert "'; DROP TABLE statements; --" in titles
    assert "<script>window.__pwned=1</script>" in titles


def test_citations_cannot_be_broken_out_of(safe_site: Path) -> None:
    """A RIS file is one record of tagged lines, a BibTeX file one entry with balanced braces."""
    ris = sorted(safe_site.rglob("*.ris"))
    bib = sorted(safe_site.rglob("*.bib"))

    assert min(len(ris), len(bib)) > 100
    for file in ris:
        lines = file.read_text("utf-8").splitlines()
        assert [line for line in lines if line and not re.match(r"[A-Z][A-Z0-9]  - ?", line)] == []
        assert [line[:2] for line in lines if line.startswith(("TY", "ER"))] == ["TY", "ER"]
    for file in bib:
        text = file.read_text("utf-8")
        assert len(re.findall(r"^@", text, re.MULTILINE)) == 1
        assert _balance(text) == 0
        assert "\\input" not in text.replace("\\textbackslash", "")


def _balance(text: str) -> int:
    """How many braces are open at the end; escaped ones do not count, nor may it fall below 0."""
    depth = 0
    for brace in re.findall(r"(?<!\\)[{}]", text):
        depth += 1 if brace == "{" else -1
        assert depth >= 0
    return depth


def _faults(found: dict[Path, Iterator[str]]) -> list[str]:
    return [
        f"{path.parent.name}/{path.name}: {fault}" for path, them in found.items() for fault in them
    ]
