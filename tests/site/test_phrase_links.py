"""Links round words of finished HTML."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.markdown import parse_body
from site_builder.site.phrase_links import PhraseLink, link_phrases


def linked(markdown: str, phrase: str, paragraph: int = 1) -> str:
    """Return the body's HTML with `phrase` linked; it must stand in the paragraph's text."""
    body, faults = parse_body(markdown, "article.md")
    assert faults == ()
    text = next(one.text for one in body.paragraphs if one.number == paragraph)
    start = text.index(phrase)
    link = PhraseLink(paragraph=paragraph, start=start, end=start + len(phrase), tag='<a href="x">')
    return link_phrases(body, [link])


@pytest.mark.parametrize(
    ("markdown", "markup"),
    [
        ("our shared future now", 'our <a href="x">shared future</a> now'),
        ("our shared\nfuture now", 'our <a href="x">shared\nfuture</a> now'),
        ("R&D & shared future", 'R&amp;D &amp; <a href="x">shared future</a>'),
        ("*our* shared future", '<em>our</em> <a href="x">shared future</a>'),
        ("our **shared future**", 'our <strong><a href="x">shared future</a></strong>'),
        (
            "our *shared* future",
            'our <em><a href="x">shared</a></em><a href="x"> future</a>',
        ),
    ],
)
def test_words_become_a_link(markdown: str, markup: str) -> None:
    """Entities, line ends and markup round or within the words stay as they are."""
    assert f'<p id="p1">{markup}</p>' in linked(markdown, "shared future")


def test_words_in_a_link_keep_theirs() -> None:
    """A link never stands in another one."""
    html = linked("our [shared future](https://example.org/) *now*", "shared future")

    assert html.count("<a ") == 1


def test_items_of_lists_and_later_paragraphs() -> None:
    """Only the paragraph that is meant gains the link."""
    html = linked("shared future\n\n- shared future\n- none\n", "shared future", paragraph=2)

    assert '<p id="p1">shared future</p>' in html
    assert '<li id="p2"><a href="x">shared future</a></li>' in html


def test_several_links_in_one_paragraph() -> None:
    """Two phrases of a paragraph each get their link, whatever order they come in."""
    body, _ = parse_body("one two *three*", "article.md")
    links = [
        PhraseLink(paragraph=1, start=8, end=13, tag="<a>"),
        PhraseLink(paragraph=1, start=0, end=3, tag="<a>"),
    ]

    assert "<a>one</a> two <em><a>three</a></em>" in link_phrases(body, links)


@given(
    st.text(alphabet="ab &*_\n`<", min_size=1, max_size=24), st.integers(0, 20), st.integers(1, 9)
)
def test_links_change_no_word(markdown: str, start: int, length: int) -> None:
    """Without its tags the HTML is what it was, and the links hold just the words meant."""
    body, faults = parse_body(markdown, "article.md")
    if faults or not body.paragraphs:
        return
    text = body.paragraphs[0].text
    words = text[start : start + length]
    link = PhraseLink(paragraph=1, start=start, end=start + length, tag="<a>")
    html = link_phrases(body, [link])

    assert re.sub("</?a>", "", html) == body.html
    inside = "".join(re.findall("<a>(.*?)</a>", html, re.DOTALL))
    plain = inside.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert re.sub(r"\s+", " ", plain).strip() == words.strip()
