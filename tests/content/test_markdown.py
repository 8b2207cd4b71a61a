"""Bodies: Markdown to numbered paragraphs with voices, and what is refused."""

from __future__ import annotations

import gzip
import hashlib
import html
import json
import re
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from site_builder.content.markdown import (
    MAX_BODY_BYTES,
    MAX_BRACKETS,
    MAX_LINES,
    MAX_MARKERS,
    _blocks,
    _converted_body,
    _is_plain,
    _plain_body,
    parse_body,
)
from site_builder.content.model import Body, Voice

if TYPE_CHECKING:
    from pathlib import Path


def body_of(text: str) -> Body:
    """The body of a text that has no fault."""
    body, faults = parse_body(text, "a.md")
    assert faults == ()
    return body


def faults_of(text: str, first_line: int = 1) -> list[str]:
    return [str(fault) for fault in parse_body(text, "a.md", first_line=first_line)[1]]


def texts_of(body: Body) -> list[str]:
    return [paragraph.text for paragraph in body.paragraphs]


# Prose with every character that could mean something, most of it harmless where it stands.
prose = st.lists(
    st.sampled_from(
        [
            *"aAbZ01.,;:!?()[]'\"“”’–—-+=#>|~^/@&$%\n \u3000\xa0\u200b\ufeff毛ے😀é",
            *(
                "\n\n",
                "\n\n",
                " \n",
                "  \n",
                "\n ",
                "&amp",
                "1. ",
                "Mr. ",
                "http://x.org/",
                "a@b.c",
            ),
            *(
                "[1]",
                "[a]: ",
                "[Q]: Why?",
                "&amp",
                "{: voice=direct }",
                "\n{: voice=joint }\n",
                "{: x }\n",
            ),
        ]
    ),
    max_size=40,
).map("".join)


@given(prose)
@settings(max_examples=250, suppress_health_check=[HealthCheck.filter_too_much])
@example("")
@example(" a\n b \n\n\u3000毛宁说\xa0\n")
@example("[a\nb]: http://x.org/\n\nc")
@example("[Question]: Why?\n\n[Answer]: Because.")
@example("a {: voice=direct }\n\n{: voice=direct }b")
def test_the_quick_way_equals_python_markdown(text: str) -> None:
    """Plain prose gives the same body, to the last byte, with and without Python-Markdown."""
    blocks = list(_blocks(text))
    if _is_plain(text, blocks):
        assert _plain_body(blocks, "a.md", 3) == _converted_body(text, "a.md", 3, "../../")


@pytest.mark.corpus
def test_the_quick_way_equals_python_markdown_on_real_statements(corpora: Path) -> None:
    """The two ways agree on hundreds of real statements, most of which are plain."""
    plain = 0
    with gzip.open(corpora / "us_state_press_releases.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line, _ in zip(lines, range(150), strict=False):
            text = json.loads(line)["text"]
            blocks = list(_blocks(text))
            if _is_plain(text, blocks):
                plain += 1
                assert _plain_body(blocks, "a.md", 1) == _converted_body(text, "a.md", 1, "")

    assert plain > 100


structured = st.lists(
    st.sampled_from(
        [
            *("aa", "bb cc", "- dd", "* ee", "1. ff", "2. gg", "> hh", "# ii", "## jj", "  oo"),
            *("", "", "", "    - mm", "    > nn", "*pp*", "**qq", "`rr`", "[ss](/tt/)", "> - xx"),
            *("- > yy", "{: voice=direct }", "===", "---", "<b>zz</b>", "&amp;", "  ", "a  "),
        ]
    ),
    max_size=12,
).map("\n".join)


@given(structured)
@settings(max_examples=250)
@example("- dd\n> hh")
@example("> - xx\n> - xx\n===\naa")
def test_no_word_is_lost_and_no_number_is_left_out(text: str) -> None:
    """Every word stands in a numbered paragraph or a heading, and the numbers have no gaps."""
    body, _ = parse_body(text, "a.md")
    shown = [int(number) for number in re.findall(r' id="p([0-9]+)"', body.html)]
    said = " ".join([*texts_of(body), *(heading.text for heading in body.headings)])
    words = set(re.findall(r"\b[a-z]{2}\b", text.replace("/tt/", "")))

    assert shown == [paragraph.number for paragraph in body.paragraphs]
    assert shown == list(range(1, len(shown) + 1))
    assert all(word in said for word in words) or "<pre>" in body.html


def test_paragraphs_are_numbered_and_hashed() -> None:
    """Each paragraph has its number, its folded text, and the digest of that text."""
    body = body_of("One\ntwo.\n\n\n  Three.\n")

    assert body.html == '<p id="p1">One\ntwo.</p>\n<p id="p2">Three.</p>\n'
    assert texts_of(body) == ["One two.", "Three."]
    assert [paragraph.number for paragraph in body.paragraphs] == [1, 2]
    assert body.paragraphs[0].sha256 == hashlib.sha256(b"One two.").hexdigest()
    assert body.words == 3


def test_list_items_quotations_and_headings_are_numbered() -> None:
    """Items and quoted paragraphs count like any other; headings have anchors of their own."""
    body = body_of(
        "# Part\n\nIntro\n\n- one\n- two\n\n> quoted\n\n### Deep\n\n1. first\n\n2. second\n"
    )

    assert texts_of(body) == ["Intro", "one", "two", "quoted", "first", "second"]
    assert [(one.level, one.text, one.anchor) for one in body.headings] == [
        (2, "Part", "section-1"),
        (4, "Deep", "section-2"),
    ]
    assert '<h2 id="section-1">Part</h2>' in body.html
    assert '<li id="p2">one</li>' in body.html
    assert '<blockquote>\n<p id="p4">quoted</p>' in body.html


def test_a_block_inside_an_item_is_a_paragraph_of_its_own() -> None:
    """A quotation inside a list item is numbered apart from the item."""
    assert texts_of(body_of("- item\n> quoted\n")) == ["item", "quoted"]


@pytest.mark.parametrize("voice", list(Voice))
@pytest.mark.parametrize("mark", ["{: voice=%s }", "{:voice=%s}", '   {: voice="%s" }  '])
def test_voices(voice: Voice, mark: str) -> None:
    """An attribute list right below a paragraph says whose words it holds."""
    plain = body_of(f"Words.\n{mark % voice}\n\nMore.\n")
    converted = body_of(f"*Words.*\n{mark % voice}\n\nMore.\n")

    assert [paragraph.voice for paragraph in plain.paragraphs] == [voice, None]
    assert [paragraph.voice for paragraph in converted.paragraphs] == [voice, None]
    assert plain.html.startswith(f'<p data-voice="{voice}" id="p1">Words.</p>')
    assert texts_of(plain) == texts_of(converted) == ["Words.", "More."]


def test_items_and_quotations_have_voices() -> None:
    """A voice can be given to an item and to a quoted paragraph."""
    body = body_of("- one\n{: voice=joint }\n- two\n\n> three\n> {: voice=direct }\n")

    assert [paragraph.voice for paragraph in body.paragraphs] == ["joint", None, "direct"]


@pytest.mark.parametrize("body", ["Words.", "*Words.*"])
def test_unknown_voices_are_errors(body: str) -> None:
    """Each attribute list that gives no voice is an error on its own line."""
    mark = '"{: voice=own }" does not say whose words the paragraph holds'
    hint = "Write {: voice=… } with one of direct, paraphrase, joint, background."

    assert faults_of(f"{body}\n{{: voice=own }}\n\nMore\n{{: voice=own }}\n", first_line=9) == [
        f"a.md:10: error[voice]: {mark}\n  {hint}",
        f"a.md:13: error[voice]: {mark}\n  {hint}",
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        "<b>bold</b> & <img src=x onerror=alert(1)>",
        "<!-- hidden -->",
        "<div>\n\nblock\n\n</div>",
        "<![CDATA[ x ]]>",
        "<? php ?>",
        "<svg><style></svg>",
        "</p></article>",
        "<a href='javascript:x'>y</a>",
        "&lt;b&gt;",
        "`<code>`",
    ],
)
def test_html_is_text(markup: str) -> None:
    """HTML in a body is shown as it is written, never obeyed."""
    body = body_of(f"Before\n\n{markup}\n")
    tags = set(re.findall(r"</?([a-z]+)", body.html))
    shown = html.unescape(re.sub(r"<[^>]*>", "", body.html)).replace("\n", "")

    assert tags <= {"p", "code"}
    assert shown == "Before" + html.unescape(markup).replace("\n", "").replace("`", "")


def test_ampersands_and_quotation_marks_stay() -> None:
    """What means something to HTML only is escaped where it must be."""
    assert body_of('A & B "quoted" 3 > 2 AT&T;').html == (
        '<p id="p1">A &amp; B "quoted" 3 &gt; 2 AT&amp;T;</p>\n'
    )


def test_links_lead_out_or_stay_inside() -> None:
    """Links abroad are marked; links into the archive are made relative to the page."""
    body = body_of(
        "[a](https://example.org/?a=1&b=2) [b](/about/) [c](2023-x.md) [d](../2023/y.ur.md#p2) "
        "[e](#p1) [f](mailto:a@example.org) <https://example.org>\n"
    )
    links = re.findall(r'href="([^"]*)"( rel="external")?', body.html)

    assert links == [
        ("https://example.org/?a=1&amp;b=2", ' rel="external"'),
        ("../../about/", ""),
        ("../../articles/2023-x/", ""),
        ("../../articles/y.ur/#p2", ""),
        ("#p1", ""),
        ("mailto:a@example.org", ""),
        ("https://example.org", ' rel="external"'),
    ]


def test_the_way_to_the_root_is_the_pages() -> None:
    """A page nearer to the root has shorter links into the site."""
    body, _ = parse_body("[b](/x/) ![c](/images/c.png)", "a.md", to_root="../")

    assert 'href="../x/"' in body.html
    assert '<img alt="c" loading="lazy" src="../images/c.png">' in body.html


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#9;script:alert(1)",
        "&#106;avascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org/",
        "/\\example.org",
        "ftp://example.org/",
    ],
)
def test_other_links_are_errors(address: str) -> None:
    """Only http, https and mailto lead out; anything else is an error and leads nowhere."""
    body, faults = parse_body(f"One\n\n[x]({address})\n", "a.md", first_line=5)

    assert "href" not in body.html
    assert len(faults) == 1
    assert str(faults[0]).endswith(
        "is not allowed\n  Link to an http or https address, a mailto address, or a page of this "
        "site."
    )
    assert ": error[link]: the link to " in str(faults[0])


def test_faults_of_links_have_lines() -> None:
    """A link's fault stands on its line, the second of the same kind on the second's."""
    lines = [fault.split(" ")[0] for fault in faults_of("[a](x:y)\n\nb\n\n[c](x:y)\n", 4)]

    assert lines == ["a.md:4:", "a.md:8:"]


def test_thousands_of_faults_are_placed_at_once() -> None:
    """Each of many faults has its own line, and finding the lines takes no time to speak of."""
    voices = "".join(f"a\n{{: x{number} }}\n\n" for number in range(9_000))
    links = "".join(f"[a](java&Tab;script:{number})\n\n" for number in range(900))
    started = time.process_time()
    _, faults = parse_body(f"*a*\n{voices}{links}{'a ' * 300_000}", "a.md")

    lines = [fault.location.line for fault in faults]
    assert lines == [3 + 3 * n for n in range(9_000)] + [27_002 + 2 * n for n in range(900)]
    assert time.process_time() - started < 10


def test_images_of_the_archive_are_shown_and_others_named() -> None:
    """An image of the archive's own is shown; one from elsewhere is replaced by its words."""
    body, faults = parse_body("![Map](https://example.org/m.png)\n\n![Own](/images/o.png)", "a.md")

    assert body.html == (
        '<p id="p1"><em>Map</em></p>\n'
        '<p id="p2"><img alt="Own" loading="lazy" src="../../images/o.png"></p>\n'
    )
    assert [str(fault) for fault in faults] == [
        (
            'a.md:1: warning[image]: the image "https://example.org/m.png" is not part of this '
            "archive and is left out\n"
            "  Put the file into static/images/ and write its address as /images/NAME."
        )
    ]


def test_addresses_may_stand_apart_from_their_links() -> None:
    """A named address below the text is used by its links, and is not a paragraph."""
    body = body_of('See [the note][N] and [1].\n\n[n]: /notes/ "T"\n[1]: https://example.org\n')

    assert body.html == (
        '<p id="p1">See <a href="../../notes/" title="T">the note</a> and '
        '<a href="https://example.org" rel="external">1</a>.</p>\n'
    )


def test_a_speaker_in_square_brackets_is_no_address() -> None:
    """'[Question]: Why?' is text, though it has the form of a named address."""
    body = body_of("[Question]: Why?\n[Answer]: Because.\n\n*End*\n")

    assert texts_of(body) == ["[Question]: Why? [Answer]: Because.", "End"]


HOSTILE = {
    "brackets": "[" * 20_000,
    "brackets within the limit": "[" * MAX_BRACKETS,
    "links that never close": "[a](" * MAX_BRACKETS,
    "images": "![" * 5_000,
    "images within the limit": "![" * 900,
    "tags": "<a " * 20_000,
    "stars": "a*" * 60_000,
    "stars within the limit": "a*" * (MAX_MARKERS - 1),
    "underscores": "_a" * (MAX_MARKERS - 1),
    "backticks": "`" * 19_999 + "a",
    "backslashes": "\\" * 100_000,
    "entities": "&amp; " * 50_000 + "*",
    "autolinks": "<http://a> " * 9_000,
    "a deep list": "".join(" " * 4 * depth + "- a\n" for depth in range(500)),
    "deep quotations": ">" * 500 + " a",
    "deep marks on one line": "- " * 500 + "a",
    "many headings": "# a\n" * (MAX_LINES - 1),
    "many rules": "---\n" * 20_000,
    "many underlines": "a\n===\n" * 20_000,
    "many breaks": "a  \n" * (MAX_LINES - 1),
    "many blocks": "a\n\n" * 50_000 + "*b*",
    "many plain blocks": "a\n\n" * 50_000,
    "a long line": "word " * 390_000,
    "blanks": " " * 1_000_000 + "*",
    "too long": "a" * (MAX_BODY_BYTES + 1),
    "attribute lists": "{: voice=direct }\n" * 5_000,
    "half an attribute list": "a\n{:" + " " * 100_000 + "*",
    "a declaration": "<![ x\n\n*a*",
    "many empty lines": "*a*" + "\n" * 1_400_000,
    "many marks on one line": ("- " * 19 + "a\n") * 19_000,
    "many levels": "".join("    " * (depth % 19) + "- a\n" for depth in range(39_000)),
    "entities in one paragraph": ("&amp; " + "y " * 70) * 9_900,
    "addresses in one paragraph": ("<http://a.b> " + "y " * 60) * 9_900,
    "breaks in one paragraph": "*" + ("a" + " " * 30 + "\n") * 39_000,
    "brackets in one paragraph": ("[a](( " + "y " * 50) * 999,
    "declarations in one paragraph": ("<![CDATA[ " + "y " * 50) * 499,
    "a list item of many lines": "1. " + ("a|b\n-|-" + "x" * 100 + "\nword      ") * 12_000,
    "a listing in many parts": ("    " + "x" * 90 + "\n\n") * 15_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_bodies_end(text: str) -> None:
    """Whatever a body holds, it ends as a body or as an error that names the file."""
    body, faults = parse_body(text, "a.md")

    assert body.paragraphs or body.headings or faults or not text.strip(" -\n")
    assert all(fault.location.path == "a.md" and fault.hint for fault in faults)


def test_size_is_counted_in_bytes() -> None:
    """A text in Chinese, of which every character is a word, is bounded as it weighs."""
    assert faults_of("毛" * 500_000) == []
    assert "1,500,003 bytes, more than 1,500,000" in faults_of("毛" * 500_001)[0]


def test_sizes_are_bounded() -> None:
    """Too much text, too many marks and too deep a nesting are errors in plain words."""
    assert faults_of("a" * 1_500_001) == [
        (
            "a.md:1: error[body-size]: the text holds 1,500,001 bytes, "
            "more than 1,500,000\n"
            "  Split it into several articles, or remove what is not prose."
        )
    ]
    assert faults_of("*a\n" + "[" * 1_001, first_line=7) == [
        (
            "a.md:7: error[body-size]: the text holds 1,001 opening square brackets, "
            "more than 1,000\n"
            "  Split it into several articles, or remove what is not prose."
        )
    ]
    assert faults_of("*a*\n\n" + "> " * 21 + "b\n", first_line=7) == [
        (
            "a.md:9: error[nesting]: this line is nested more than 20 levels deep\n"
            "  Remove the spaces, list marks or '>' signs before it."
        )
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a\n\n" * 20_001, 7, "the text holds 20,001 paragraphs, more than 20,000"),
        (
            ("- " * 19 + "a\n") * 2_000,
            7,
            "the text has too many paragraphs, list items and levels to be read in time",
        ),
        (
            "*a*\n\n" + "one two " * 10_000 + "&amp; " * 4_000,
            9,
            (
                "this paragraph of 103,999 characters holds 4,000 of the marks * _ ` < & \\ [ ], "
                "too many to be read in time"
            ),
        ),
        (
            "*a*\n\n[" + "one two " * 10_000 + "[a](( " * 99,
            9,
            (
                "this paragraph of 80,594 characters holds 199 of the marks * _ ` < & \\ [ ], "
                "too many to be read in time"
            ),
        ),
    ],
    ids=["paragraphs", "levels", "marks", "brackets"],
)
def test_work_is_bounded(text: str, line: int, message: str) -> None:
    """A text that would take long is refused before the work is done, and named."""
    [fault] = faults_of(text, first_line=7)

    assert fault.split("\n")[0] == f"a.md:{line}: error[body-size]: {message}"


def test_dense_markup_of_real_texts_is_far_below_the_bounds() -> None:
    """Half a megabyte of resolutions with emphasis, links and lists everywhere is converted."""
    unit = (
        "*Recalling* its [resolution 1](https://example.org/1) and **reaffirming** it, "
        + "the Council notes the report of the Secretary-General with care. " * 8
        + "\n\n- first\n- second\n\n> quoted\n\n"
    )
    body = body_of(unit * 950)

    assert len(unit * 950) > 550_000
    assert len(body.paragraphs) == 950 * 4


def test_a_stopped_conversion_leaves_nothing_behind() -> None:
    """After a body that was refused half-way the next one is read as if it were the first."""
    faults_of("> 1. a\n>\n>     b\n\n" + "> - - - - a\n" * 9_000)

    assert body_of("*a*\n\n    code\n").html == (
        '<p id="p1"><em>a</em></p>\n<pre><code>code\n</code></pre>\n'
    )


def test_nothing_of_one_body_is_left_in_the_next() -> None:
    """A body does not depend on the ones that were read before it."""
    parse_body("[a](x:y) [n]\n{: voice=no }\n\n[n]: /n/\n", "a.md")

    assert body_of("*a* [n]\n").html == '<p id="p1"><em>a</em> [n]</p>\n'


def test_highest_heading_of_a_text_comes_right_below_the_page_title():
    """'##' as the highest heading of a text is an h2, as '#' would be, and the rest follow."""
    body, faults = parse_body("## Section\n\nText.\n\n### Part\n", "a.md")

    assert (faults, [2, 3]) == ((), [heading.level for heading in body.headings])


@pytest.mark.parametrize(
    "address", ["\\\\\\\\evil.example/", "java&#9;script:x", "&sol;&sol;evil.example/"]
)
def test_no_spelling_hides_where_a_link_leads(address: str) -> None:
    """An address that is escaped or written in entities is judged as browsers read it, in place."""
    body, faults = parse_body(f"One\n\n[x]({address})\n", "a.md", first_line=5)

    assert "href" not in body.html
    assert [(fault.code, fault.location.line) for fault in faults] == [("link", 7)]


@pytest.mark.parametrize(
    ("address", "leads_out"),
    [
        ("../../about/", False),
        ("../../../about/", True),
        ("../x/../../../../", True),
        ("/../x", True),
        ("/a/../../x", True),
        ("/a/../x", False),
        ("/%2E%2e/x", True),
        ("./../../x?a=../../../b#../../../c", False),
        ("../../../2023/a.md#p1", False),
    ],
)
def test_no_link_leads_above_the_sites_root(address: str, leads_out: bool) -> None:
    """What lies beside the site on its host is another site: a path up to it is an error."""
    _, faults = parse_body(f"[x]({address})\n", "a.md")

    assert [fault.code for fault in faults] == ["link"] * leads_out


def test_no_image_lies_above_the_sites_root() -> None:
    """An image of the host's other sites is no image of this archive."""
    body, faults = parse_body("![x](/images/../../y.png)\n", "a.md")

    assert "<img" not in body.html
    assert [fault.code for fault in faults] == ["image"]


def test_escaped_characters_of_an_address_stay() -> None:
    """A backslash before an underscore or a star is Markdown's, and not part of the address."""
    assert 'href="../../a_b*c/"' in body_of("[x](/a\\_b\\*c/)\n").html
    assert 'src="../../images/a_b.png"' in body_of("![x](/images/a\\_b.png)\n").html
