"""Whatever stands in a body, its HTML is harmless, and no word of plain prose is lost."""

from __future__ import annotations

import html
import re

import nh3
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html as lxml_html

from site_builder.content.markdown import _ATTRIBUTES, _TAGS, parse_body
from site_builder.content.model import Body
from site_builder.importers.article_text import escape_markdown
from tests.properties.effort import effort

_MARKS = [
    *("*", "**", "_", "`", "``", "[", "]", "(", ")", "](", "![", "<", ">", "\\", "&", "{: ", " }"),
    *(
        "\n",
        "\n\n",
        "\n\n",
        "  \n",
        "\n    ",
        "\n> ",
        "\n- ",
        "\n1. ",
        "\n# ",
        "\n---\n",
        "\n===\n",
    ),
    *(
        "<script>",
        "</script>",
        "<img src=x onerror=a>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<a href=",
    ),
    *(
        "javascript:",
        "data:",
        "//x.example",
        "https://x.example/",
        "mailto:a@b",
        "/images/a.png",
        "'",
    ),
    *(
        "&#106;",
        "&lt;",
        "&amp;",
        "&Tab;",
        "&colon;",
        '"',
        "\n[a]: ",
        "[a]",
        "{: voice=direct }",
        "=cmd",
    ),
    *(
        "klzzwxh:0001",
        "wzxhzdk:0",
        "a",
        "b c",
        "word ",
        "毛",
        "ے",
        "\u200b",
        "\ufeff",
        "<svg>",
        "<math>",
    ),
]
soup = st.lists(st.sampled_from(_MARKS), max_size=40).map("".join)
# Letters and signs that mean nothing to Markdown wherever they stand.
_PLAIN = st.text("aAbZé毛宁ے09 .,;:!?()'“”’–—/%$@^~|\n", max_size=120).filter(
    lambda text: re.search(r"^[ ]{0,3}[0-9:~|]|[ ]{2}\n|^[ ]{4}|\|", text, re.MULTILINE) is None
)


def _assert_harmless(body: Body) -> None:
    """Only allowed elements and attributes, addresses that lead to nothing bad, ids in order."""
    root = lxml_html.fragment_fromstring(body.html, create_parent="div")
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    for element in root.iterdescendants():
        assert element.tag in _TAGS
        assert set(element.attrib) <= _ATTRIBUTES.get(element.tag, set())
        for name in ("href", "src"):
            address = re.sub(r"[\x00-\x20]", "", element.get(name, "")).lower()
            assert not address.startswith(("//", "/\\", "\\"))
            scheme = re.match(r"[a-z][a-z0-9+.-]*:", address)
            assert scheme is None or (
                element.tag == "a" and scheme[0] in ("http:", "https:", "mailto:")
            )
    assert len(ids) == len(set(ids))
    numbers = [int(one[1:]) for one in ids if one.startswith("p")]
    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers == [paragraph.number for paragraph in body.paragraphs]


@given(soup)
@effort(250)
@example("[a](\\\\\\\\x.example/)")
@example("[a](java&Tab;script&colon;a)")
@example("![a](/\\\\x.example)")
@example("[a](&sol;&sol;x.example)")
@example("<scr<script>ipt>")
def test_any_body_is_harmless(text: str) -> None:
    """No mixture of marks, markup and addresses gives HTML that is not allowed."""
    body, faults = parse_body(text, "a.md", first_line=4)

    _assert_harmless(body)
    lines = text.count("\n") + 5
    assert all(4 <= fault.location.line <= lines for fault in faults)


@given(soup)
@effort(150)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """The HTML of a body is what a sanitiser leaves as it is: nothing in it is read two ways."""
    body, _ = parse_body(text, "a.md")
    again = nh3.clean(
        body.html,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )

    assert _same(again) == _same(body.html)


def _same(markup: str) -> str:
    return markup.replace("&nbsp;", "\xa0")


@given(_PLAIN)
@effort(200)
@example("a\nb\n\nc")
def test_plain_prose_is_shown_word_for_word(text: str) -> None:
    """What has no mark in it is shown as it stands, paragraph by paragraph."""
    body, faults = parse_body(text, "a.md")
    wanted = [" ".join(block.split()) for block in re.split(r"\n[ ]*\n", text) if block.strip()]

    assert faults == ()
    assert [" ".join(paragraph.text.split()) for paragraph in body.paragraphs] == wanted
    shown = html.unescape(re.sub(r"<[^>]*>", " ", body.html))
    assert shown.split() == text.split()


@given(st.text(st.sampled_from("*_`[]()<>\\&{}#+-=~|:.!1 a2éے毛'\"^/"), min_size=1, max_size=40))
@effort(400)
@example("1. a")
@example("{: voice=direct }")
@example("&amp; <b> [a](b) \\*")
def test_escaped_text_is_shown_as_it_is(text: str) -> None:
    """What an import writes as Markdown is shown as the very text that was imported."""
    text = " ".join(text.split())
    body, faults = parse_body(escape_markdown(text), "a.md")

    assert faults == ()
    assert [paragraph.text for paragraph in body.paragraphs] == ([text] if text else [])
