"""What may leave the build of an article's text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from site_builder.content.articles import parse_article
from site_builder.content.disclosure import ELLIPSIS, disclosed_body
from site_builder.content.model import Article, Body, Display, Status
from site_builder.content.words import count_words
from tests.sites.archive import article


def article_of(body: str, display: Display = Display.EXCERPT) -> Article:
    text = article(body=body).encode()
    parsed, faults = parse_article("content/articles/2023/x.md", text, language="en")
    assert parsed is not None
    assert faults == ()
    return replace(parsed.article, display=display)


words = st.lists(st.sampled_from(["one", "two,", "毛宁说", "*three*", "\n\n", "\n\n", "سلام"]))


@given(words.map(" ".join).filter(lambda text: text.strip()), st.integers(1, 30))
def test_an_excerpt_is_never_more_than_half(text: str, limit: int) -> None:
    """An excerpt is the text's beginning, at most half of it, and at most as long as allowed."""
    whole = article_of(text)
    shown = disclosed_body(whole, excerpt_words=limit)
    said = " ".join(one.text for one in whole.body.paragraphs)
    kept = " ".join(one.text for one in shown.paragraphs).removesuffix(ELLIPSIS)

    assert said.startswith(kept)
    assert count_words(kept) == shown.words == min(limit, whole.body.words // 2)


def test_an_excerpt_is_cut_between_words() -> None:
    """The paragraph where the limit falls is cut after a word, and says so."""
    shown = disclosed_body(article_of("One two. <Three>\n\nFour *five* six."), excerpt_words=2)

    assert shown.html == '<p id="p1">One two. …</p>\n'
    assert shown.headings == ()


def test_an_excerpt_keeps_numbers_voices_and_markup() -> None:
    """Whole paragraphs of an excerpt stay as they are."""
    text = "*One*\n{: voice=direct }\n\nTwo & three\n\nFour five six seven"
    shown = disclosed_body(article_of(text), excerpt_words=2)

    assert shown.html == ('<p data-voice="direct" id="p1"><em>One</em></p>\n<p id="p2">Two …</p>\n')


def test_chinese_is_cut_by_the_character() -> None:
    """A text without spaces is cut as well."""
    shown = disclosed_body(article_of("外交部发言人毛宁说"), excerpt_words=4)

    assert [one.text for one in shown.paragraphs] == ["外交部发 …"]


def test_one_word_has_no_half() -> None:
    """A text of one word gives no excerpt."""
    assert disclosed_body(article_of("Alone"), excerpt_words=80) == Body(html="")


@pytest.mark.parametrize("display", [Display.FULL, Display.SUMMARY])
def test_texts_shown_in_full(display: Display) -> None:
    """A full text and the archive's own summary are shown whole."""
    whole = article_of("One\n\nTwo", display)

    assert disclosed_body(whole, excerpt_words=1) is whole.body


def test_metadata_and_withdrawn_entries_give_nothing() -> None:
    """No text at all leaves the build of either."""
    nothing = Body(html="")

    assert disclosed_body(article_of("One two", Display.METADATA), excerpt_words=80) == nothing
    for display in Display:
        withdrawn = replace(article_of("One two", display), status=Status.WITHDRAWN)
        assert disclosed_body(withdrawn, excerpt_words=80) == nothing
