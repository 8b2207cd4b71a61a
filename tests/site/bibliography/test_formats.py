"""BibTeX, RIS and CSL-JSON, read back by programs that others wrote."""

from __future__ import annotations

import json
from typing import Any

import pypandoc  # type: ignore[import-untyped]
import pytest
import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.dates import PartialDate
from site_builder.site.bibliography import BibliographicItem, Shape, bibtex, csl_json, ris
from site_builder.site.bibliography.item import one_line
from tests.site.bibliography.items import HARD_TITLES, item

TITLES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1
).map(one_line)
"""Any title that a front matter can hold; control characters are refused there."""


def read_bibtex(one: BibliographicItem) -> dict[str, str]:
    """Return the fields that bibtexparser finds, LaTeX resolved, with type and key."""
    library = parse_string(bibtex(one), append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    (entry,) = library.entries
    return {name: str(value) for name, value in entry.items()}


def read_ris(one: BibliographicItem) -> dict[str, Any]:
    """Return the only record that rispy finds."""
    (entry,) = rispy.loads(ris(one))
    return dict(entry)


def read_with_pandoc(text: str, kind: str) -> dict[str, Any]:
    """Return the only item that pandoc finds, as CSL data."""
    (found,) = json.loads(pypandoc.convert_text(text, "csljson", format=kind))
    return dict(found)


@pytest.mark.parametrize("title", HARD_TITLES)
def test_hard_title_survives_bibtex(title: str) -> None:
    """A BibTeX reader finds one entry, with the title as a page shows it."""
    assert read_bibtex(item(title=title))["title"] == one_line(title)


@pytest.mark.parametrize("title", HARD_TITLES)
def test_hard_title_survives_ris(title: str) -> None:
    """A RIS reader finds one record, with the title as a page shows it."""
    assert read_ris(item(title=title))["title"] == one_line(title)


@pytest.mark.parametrize("title", HARD_TITLES)
def test_hard_title_survives_csl_json(title: str) -> None:
    """CSL-JSON holds the title as it was."""
    (found,) = json.loads(csl_json(item(title=title)))

    assert found["title"] == title


@given(title=TITLES)
def test_no_title_breaks_bibtex(title: str) -> None:
    """Whatever the title, there is one entry with its key, its type and its other fields."""
    found = read_bibtex(item(title=title))

    assert (found["ENTRYTYPE"], found["ID"], found["journal"], found["date"]) == (
        *("article", "2023-01-04-mao-ning"),
        *("UrduPoint", "2023-01-04"),
    )


@given(title=TITLES)
def test_no_title_breaks_ris(title: str) -> None:
    """Whatever the title, there is one record, and the title comes back."""
    found = read_ris(item(title=title))

    assert found.get("title", "") == title
    assert found["secondary_title"] == "UrduPoint"


@given(title=TITLES)
def test_bibtex_braces_balance(title: str) -> None:
    """BibTeX itself counts braces, escaped or not; an entry closes all it opens, no sooner."""
    depth = 0
    text = bibtex(item(title=title)).rstrip("\n")
    for place, character in enumerate(text):
        depth += (character == "{") - (character == "}")
        assert depth > 0 or place < text.index("{") or place == len(text) - 1


def test_line_breaks_of_every_kind_become_spaces() -> None:
    """A title over several lines, whatever ends them, is one line in RIS and BibTeX."""
    title = one_line("First\nTY  - BOOK\r\nsecond\u2028third\x0bfourth\x85fifth")

    assert title == "First TY - BOOK second third fourth fifth"
    assert read_ris(item(title=title))["title"] == title


@pytest.mark.parametrize(
    ("issued", "ris_date", "parts"),
    [
        (PartialDate(2023), "2023///", [[2023]]),
        (PartialDate(2023, 1), "2023/01//", [[2023, 1]]),
        (PartialDate(2023, 1, 4), "2023/01/04/", [[2023, 1, 4]]),
    ],
)
def test_partial_dates_stay_partial(
    issued: PartialDate, ris_date: str, parts: list[list[int]]
) -> None:
    """A year is a year and a month a month, in every format; no day is made up."""
    one = item(issued=issued)

    assert read_ris(one)["date"] == ris_date
    assert json.loads(csl_json(one))[0]["issued"] == {"date-parts": parts}
    assert read_bibtex(one)["date"] == str(issued)
    assert read_with_pandoc(bibtex(one), "biblatex")["issued"] == {"date-parts": parts}


@pytest.mark.parametrize(
    ("shape", "csl_type", "ris_type"),
    [
        (Shape.NEWS, "article-newspaper", "NEWS"),
        (Shape.WEB, "webpage", "ELEC"),
        (Shape.DOCUMENT, "document", "GEN"),
    ],
)
def test_pandoc_reads_the_same_publication_from_every_format(
    shape: Shape, csl_type: str, ris_type: str
) -> None:
    """Type, title, carrier and address agree, whichever file a reader takes."""
    container = "" if shape is Shape.DOCUMENT else "UrduPoint"
    one = item(shape=shape, container=container)
    from_bibtex = read_with_pandoc(bibtex(one), "biblatex")
    from_csl = read_with_pandoc(csl_json(one), "csljson")

    # Pandoc has no name of a type for @misc.
    assert from_bibtex["type"] == ("" if shape is Shape.DOCUMENT else csl_type)
    assert from_csl["type"] == csl_type
    assert read_ris(one)["type_of_reference"] == ris_type
    for found in (from_bibtex, from_csl):
        assert found["title"] == one.title
        assert found["URL"] == one.url
    assert from_csl.get("container-title", "") == container


def test_archive_is_never_the_author() -> None:
    """No format has an author; the speaker contributes and the archive is where it was found."""
    one = item()
    (csl,) = json.loads(csl_json(one))
    record = read_ris(one)
    entry = read_bibtex(one)

    assert "author" not in csl
    assert "authors" not in record
    assert "author" not in entry
    assert csl["contributor"] == [{"literal": "Mao Ning"}]
    assert record["subsidiary_authors"] == ["Mao Ning"]
    assert entry["editora"] == "Mao Ning"
    assert csl["archive"] == record["name_of_database"] == entry["library"] == "The Set Phrase"


def test_supplied_title_stands_in_brackets() -> None:
    """The archive's own title above its summary cannot be taken for the carrier's."""
    one = item(title="On plans", supplied=True, genre="Summary by The Set Phrase")

    assert read_ris(one)["title"] == "[On plans]"
    assert read_bibtex(one)["note"] == "Summary by The Set Phrase."
    assert json.loads(csl_json(one))[0]["genre"] == "Summary by The Set Phrase"


def test_csl_title_holds_no_markup() -> None:
    """CSL processors obey <i> in a title; a title that only looks like it shows its signs."""
    (found,) = json.loads(csl_json(item(title="<i>x</i>")))

    assert "<" not in found["title"]
    assert found["title"] == "‹i›x‹/i›"
