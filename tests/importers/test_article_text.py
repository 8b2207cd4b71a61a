"""Clippings as articles: what is written reads back as the same text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.articles import parse_article
from site_builder.content.markdown import parse_body
from site_builder.content.source_text import FORBIDDEN
from site_builder.importers.article_text import (
    Origin,
    UndatedError,
    escape_markdown,
    plan_article,
)
from site_builder.importers.proposals import resolve_names
from site_builder.importers.register_index import RegisterIndex
from site_builder.importers.wire import read_clipping
from tests.importers.clippings import ENGLISH, SPEAKERS

ORIGIN = Origin(file="content/originals/clipping-000000000000.txt", sha256="0" * 64)


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "- no list",
        "1. no list either",
        "> no quotation",
        "a *star* and an _underscore_ and `code`",
        "<script>alert(1)</script>",
        "[a link](http://example.org) and ![a picture](x.png)",
        "AT&amp;T and &#60;",
        "a \\ backslash",
        "{: voice=direct }",
        "=====",
        "---",
        "| a | b |",
        "[1]: http://example.org",
        "+ plus and : colon and ~ tilde",
        "2) second",
        "***",
    ],
)
def test_marks_of_markdown_are_shown_as_they_stand(text: str) -> None:
    """A clipping's text is prose; nothing in it becomes markup."""
    body, faults = parse_body(escape_markdown(text), "content/articles/2020/a.md")

    assert faults == ()
    assert [one.text for one in body.paragraphs] == [text]


@given(st.text(min_size=1, max_size=120))
def test_any_paragraph_survives_being_written(text: str) -> None:
    """Whatever a clipping holds, the article's paragraph is the same words."""
    plain = " ".join(FORBIDDEN.sub(" ", text).split())
    if not plain:
        return

    body, faults = parse_body(escape_markdown(plain) + "\n", "content/articles/2020/a.md")

    assert faults == ()
    assert " ".join(one.text for one in body.paragraphs) == plain


@pytest.mark.parametrize("name", ["english", *sorted(SPEAKERS)])
def test_article_passes_the_archives_own_door(name: str) -> None:
    """Every planned article is read without a fault, in every language."""
    text = ENGLISH if name == "english" else SPEAKERS[name][0]
    clipping = read_clipping(text)
    if clipping.date is None:
        clipping = read_clipping("Published on March 5, 2019\n\n" + text)
    resolved = resolve_names(clipping, RegisterIndex(None), accept=True)

    planned = plan_article(clipping, resolved, ORIGIN)
    parsed, faults = parse_article(planned.path, planned.text.encode(), language="en")

    assert faults == ()
    assert parsed is not None
    assert [one.text for one in parsed.article.body.paragraphs] == [
        one.text for one in clipping.paragraphs
    ]


def test_article_holds_what_the_clipping_shows() -> None:
    """Ids stand for names, provenance for every removed line, reasons for what is empty."""
    clipping = read_clipping(ENGLISH)
    resolved = resolve_names(clipping, RegisterIndex(None), accept=True)

    planned = plan_article(clipping, resolved, ORIGIN)
    parsed, _ = parse_article(planned.path, planned.text.encode(), language="en")

    assert (
        planned.path
        == "content/articles/2019/2019-03-05-freedonia-protests-over-trawlers-in-baltic.md"
    )
    assert parsed is not None
    article = parsed.article
    assert (article.carrier, article.via, article.asked_by) == ("example-news", ("bns",), "bns")
    assert article.speakers[0].person == "jonas-petraitis"
    assert article.speakers[0].organisation == "lt-mfa"
    assert article.place == "vilnius"
    assert article.provenance is not None
    assert article.provenance.sha256 == "0" * 64
    assert {"repeated headline", "dateline", "category"} <= {
        one.rule for one in article.provenance.removed
    }
    assert article.missing["source_url"] == 'the link "#" leads nowhere'


def test_unresolved_names_stay_in_sight() -> None:
    """Without accepting, no id is written; the speaker's name stands in the role."""
    clipping = read_clipping(ENGLISH)
    resolved = resolve_names(clipping, RegisterIndex(None), accept=False)

    planned = plan_article(clipping, resolved, ORIGIN)
    parsed, faults = parse_article(planned.path, planned.text.encode(), language="en")

    assert faults == ()
    assert parsed is not None
    assert parsed.article.speakers[0].person is None
    assert parsed.article.speakers[0].role == "Jonas Petraitis, Lithuanian Foreign Minister"
    assert parsed.article.missing["carrier"] == "not in the register: example.news"


def test_undated_clipping_makes_no_article() -> None:
    """The day is required, and never guessed."""
    clipping = read_clipping(
        "OSLO (NTB) - Norway will not yield, a minister said in the capital.\n"
    )
    resolved = resolve_names(clipping, RegisterIndex(None), accept=True)

    with pytest.raises(UndatedError):
        plan_article(clipping, resolved, ORIGIN)
