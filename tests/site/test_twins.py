"""The machine twins beside each article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.content.articles import parse_article
from site_builder.content.markdown import parse_body
from site_builder.site.html_to_markdown import markdown_body
from site_builder.site.twins import build_twins
from tests.site.small_archive import FULL, article, edition_of
from tests.sites.built import BuiltSite

SECRET = "Xylophonist"
RICH = """\
## A heading

A *stressed* and **strong** word, `code with * and ` + a [link](https://x.example/a_b "t").
{: voice=direct }

1. First item
2. Second item

Between lists.

- Bullet
- Another

> Quoted words
> go on.

    block of code
      indented

* * *

Last paragraph.
{: voice=background }
"""


def twins_of(root: Path, **articles: str) -> dict[str, str]:
    """Return every twin's text by path."""
    edition = edition_of(root, **articles)
    return {file.path: file.data.decode() for file in build_twins(edition)}


def test_every_entry_has_six_twins(tmp_path: Path) -> None:
    """They lie beside the entry's page, named after it."""
    twins = twins_of(tmp_path, one=article())

    assert sorted(twins) == [
        "articles/one/index.json",
        "articles/one/one.bib",
        "articles/one/one.csl.json",
        "articles/one/one.md",
        "articles/one/one.ris",
        "articles/one/one.txt",
    ]


def test_no_twin_gives_more_of_a_text_than_the_page_does(tmp_path: Path) -> None:
    """A withdrawn entry has its tombstone in Markdown alone; withheld text is in no twin."""
    long = "Shown words. " * 5 + "\n\n" + "More words. " * 100 + SECRET
    provenance = (
        "provenance:\n  file: originals/a.txt\n"
        f"  removed: [{{line: 1, text: {SECRET}, rule: furniture}}]\n"
    )
    twins = twins_of(
        tmp_path,
        cut=article("title: An excerpt\ndate: 2023\ncarrier: urdupoint\n", long),
        hidden=article(FULL + "display: metadata\n", SECRET),
        gone=article(FULL + "status: withdrawn\nwithdrawal: {date: 2023, reason: Why}\n", SECRET),
        kept=article(FULL + provenance),
    )

    assert [path for path in twins if "/gone/" in path] == ["articles/gone/gone.md"]
    assert twins["articles/gone/gone.md"] == (
        "---\n# https://archive.example/base/articles/gone/\n"
        'title: "A plain title"\ndate: 2023-01-04\nlanguage: "en"\nstatus: withdrawn\n'
        'withdrawal:\n  date: 2023\n  reason: "Why"\n---\n'
    )
    assert [path for path, text in twins.items() if SECRET in text] == []
    assert "Shown words." in twins["articles/cut/cut.md"]


def test_json_twin_names_people_bodies_and_countries(tmp_path: Path) -> None:
    """A record needs no register beside it to be read."""
    record = json.loads(twins_of(tmp_path, one=article())["articles/one/index.json"])

    assert record["speakers"] == [
        {
            "person": {"id": "mao-ning", "name": "Mao Ning", "wikidata": "Q110812"},
            "role": "spokesperson",
            "organisation": {"id": "cn-mfa", "name": "Foreign Ministry"},
        }
    ]
    assert [one["name"] for one in record["countries"]] == ["China", "Pakistan"]
    assert [one["text"] for one in record["paragraphs"]] == ["A first paragraph.", "A second one."]
    assert record["citation"]["chicago"].startswith("Foreign Ministry Website. “A plain title.”")


def test_text_twin_is_the_text_with_headings_and_source(tmp_path: Path) -> None:
    """Title and source come first, the citation last, the paragraphs between them as they are."""
    text = twins_of(tmp_path, one=article(FULL, RICH))["articles/one/one.txt"]
    blocks = text.rstrip("\n").split("\n\n")

    assert blocks[0] == "A plain title"
    assert "Mao Ning\nForeign Ministry Website\n2023-01-04\nhttps://" in blocks[1]
    assert blocks[2] == "A heading"
    assert "Quoted words go on." in blocks
    assert blocks[-2] == "--"
    assert blocks[-1].endswith("https://archive.example/base/articles/one/.")


def test_markdown_twin_is_read_as_the_same_article(sample_site: BuiltSite) -> None:
    """Each twin of the sample archive is a file of the content format with the same paragraphs,
    voices and fields as the record beside it.
    """
    # Beside a tombstone lies no record.
    paths = sorted(path.with_name(f"{path.parent.name}.md") for path in _records(sample_site))
    assert len(paths) > 60
    for path in paths:
        parsed, faults = parse_article(
            f"content/articles/{path.name}", path.read_bytes(), language="en"
        )
        assert parsed is not None, (path.name, faults)
        assert [one for one in faults if one.severity.name == "ERROR"] == [], path.name
        record = json.loads((path.parent / "index.json").read_text(encoding="utf-8"))
        found = parsed.article
        assert [(one.text, one.voice) for one in found.body.paragraphs] == [
            (one["text"], one["voice"]) for one in record["paragraphs"]
        ], path.name
        assert (found.title, str(found.date), found.language, found.display) == (
            *(record["title"], record["date"], record["language"], record["display"]),
        )
        assert list(found.tags) == [one["id"] for one in record["tags"]]
        assert found.carrier == (record["carrier"] or {}).get("id")


def _records(site: BuiltSite) -> list[Path]:
    return list(site.folder.glob("articles/*/index.json"))


@pytest.mark.parametrize(
    "text",
    [
        RICH,
        "- outer\n\n    - inner\n    - inner too\n\n- again",
        "> quoted\n>\n> twice\n\nafter",
        "1986\\. A year that begins a paragraph.",
        "\\# not a heading\n\n\\- not a list\n\n\\> not quoted",
        "AT&amp;T and &lt;b&gt;, \\*stars\\* and \\_lines\\_",
        "a line  \nand its break",
        "3. starts at three\n4. goes on",
    ],
)
def test_markdown_of_a_body_gives_the_body_again(text: str) -> None:
    """What is written from the HTML of a body is read as the same HTML."""
    body, faults = parse_body(text, "a.md")
    assert not faults
    again, faults = parse_body(markdown_body(body), "a.md")

    assert not faults
    assert again == body


_WORDS = st.lists(
    st.sampled_from(
        [
            *("word", "two  words", "*em*", "**strong**", "`co de`", "[link](/a/)", "a_b", "&amp;"),
            *("“q”", "中", "(x)", "\\# 1.", "https://x.y/?a=b&c", "1986\\.", "=", "|", "<b>"),
            *("line\nline", "end.\n1986 began", "so:\n= that", "broken  \nline", "\\- a\n\\- b"),
        ]
    ),
    min_size=1,
    max_size=5,
).map(" ".join)
_BLOCKS = st.one_of(
    _WORDS,
    _WORDS.map(lambda text: f"{text}\n{{: voice=direct }}"),
    _WORDS.map(lambda text: "## " + text.replace("\n", " ")),
    _WORDS.map(lambda text: "> " + text.replace("\n", "\n> ")),
    st.lists(st.sampled_from(["one", "*two*", "[three](/3/)"]), min_size=2, max_size=3).map(
        lambda items: "\n".join(f"- {one}" for one in items)
    ),
)


@given(st.lists(_BLOCKS, min_size=1, max_size=5))
@example(["- one\n- two", "- one\n- two"])
def test_texts_with_structure_come_back_line_by_line(blocks: list[str]) -> None:
    """Paragraphs, headings, quotations and lists are read again as the same HTML, to the byte."""
    body, faults = parse_body("\n\n".join(blocks), "a.md")
    if faults:
        return
    again, found = parse_body(markdown_body(body), "a.md")

    assert not found
    assert again == body


@given(
    st.lists(
        st.text(st.sampled_from("ab1 .,*_`#>+-=[](){}!&;<\\~:'\"/éß中د0"), min_size=1, max_size=40),
        min_size=1,
        max_size=4,
    )
)
def test_any_plain_paragraphs_survive(texts: list[str]) -> None:
    """Paragraphs of words and signs come back word for word, whatever the signs."""
    body, faults = parse_body("\n\n".join(markdown_safe(text) for text in texts), "a.md")
    if faults:
        return
    again, found = parse_body(markdown_body(body), "a.md")

    assert not found
    assert again == body


def markdown_safe(text: str) -> str:
    """Return a text in which every sign that Markdown lets one escape is escaped."""
    signs = "\\`*_{}[]()>#+-.!"
    return "".join(f"\\{sign}" if sign in signs else sign for sign in text)
