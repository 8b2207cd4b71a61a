"""Lines of a corpus as an archive."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.state_archive import STATE, read_corpus, write_archive
from site_builder.content.loader import load_archive


def line(number: int, **fields: object) -> dict[str, object]:
    """A line of the State Department's corpus with invented content."""
    return {
        "id": f"state-{number}",
        "title": "Secretary’s Call with a Counterpart",
        "date": "2022-03-04",
        "date_precision": "day",
        "speaker": "Jane Doe",
        "role": "Secretary",
        "byline": "Jane Doe, Secretary",
        "country": "US",
        "countries_in_title": ["FR", "XX"],
        "place": "Oslo, Norway",
        "language": "en",
        "source": "A ministry",
        "url": "https://example.org/1",
        "text": "One.\n\nTwo.",
        **fields,
    }


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A small corpus: two lines with one title, one without a speaker, one of odd signs."""
    lines = [
        line(1),
        line(2),
        line(3, title="Without a speaker", speaker=None, role=None, place="A stray line"),
        line(
            4,
            title="Odd signs: *a* [b] & <c>",
            text="# no heading\n\n1. no list\n\n<b>no tag</b> &amp; *no* _stress_ [x](y)\n\n"
            "{: voice=direct }\n\n    no code\n\n> no quotation\n\n- no item\n\n`no` \\n\n\n---",
        ),
    ]
    path = tmp_path / STATE
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(one) + "\n" for one in lines)
    return path


def test_every_line_is_an_article(corpus: Path, tmp_path: Path) -> None:
    """The archive loads without a fault, and no line is lost to a repeated title."""
    assert write_archive(tmp_path / "archive", [corpus]) == 4

    loaded = load_archive(tmp_path / "archive")
    assert loaded.diagnostics == ()
    assert [article.id for article in loaded.archive.articles] == [
        "2022-03-04-odd-signs-a-b-c",
        "2022-03-04-secretarys-call-with-a-counterpart",
        "2022-03-04-secretarys-call-with-a-counterpart-no-2",
        "2022-03-04-without-a-speaker",
    ]


def test_registers_hold_what_the_lines_name(corpus: Path, tmp_path: Path) -> None:
    """People and datelines come from the lines; unknown countries and stray datelines do not."""
    write_archive(tmp_path / "archive", [corpus])
    archive = load_archive(tmp_path / "archive").archive

    assert {key: one.name for key, one in archive.registers.people.items()} == {
        "jane-doe": "Jane Doe"
    }
    assert list(archive.registers.places) == ["oslo-norway"]
    assert {article.countries for article in archive.articles} == {("US", "FR")}
    assert archive.articles[-1].speakers[0].person is None


def test_odd_signs_are_words_not_markup(corpus: Path, tmp_path: Path) -> None:
    """Whatever a line holds is shown as it stands."""
    write_archive(tmp_path / "archive", [corpus])
    article = load_archive(tmp_path / "archive").archive.articles[0]

    assert article.title == "Odd signs: *a* [b] & <c>"
    assert [paragraph.text for paragraph in article.body.paragraphs] == [
        "# no heading",
        "1. no list",
        "<b>no tag</b> &amp; *no* _stress_ [x](y)",
        "{: voice=direct }",
        "no code",
        "> no quotation",
        "- no item",
        "`no` \\n",
        "---",
    ]


@pytest.mark.corpus
def test_no_word_of_the_real_corpus_is_lost(corpora: Path, tmp_path: Path) -> None:
    """All 2,031 press releases become articles whose paragraphs are the corpus's, word for word."""
    write_archive(tmp_path / "archive", [corpora / STATE])
    loaded = load_archive(tmp_path / "archive")
    assert loaded.diagnostics == ()

    shown = sorted(
        (article.title, tuple(one.text for one in article.body.paragraphs))
        for article in loaded.archive.articles
    )
    read = sorted((entry.title, entry.paragraphs) for entry in read_corpus(corpora / STATE))
    assert len(shown) == 2031
    assert shown == read
