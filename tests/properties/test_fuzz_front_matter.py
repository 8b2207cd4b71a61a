"""Whatever stands in a file, it is an article or faults with lines, and never an exception."""

from __future__ import annotations

import datetime as dt

from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.content.articles import parse_article
from site_builder.content.front_matter import split_front_matter, write_front_matter
from site_builder.content.strict_yaml import parse_yaml
from site_builder.diagnostics import Diagnostic, Severity
from tests.properties.effort import effort
from tests.sites.archive import article

PATH = "content/articles/a.md"

_SYNTAX = [
    *(
        "---",
        "...",
        "- ",
        "? ",
        ": ",
        ":",
        "#",
        " #",
        "&a ",
        "*a",
        "!!str ",
        "!x ",
        "|",
        ">",
        "|+2",
    ),
    *(
        "<<: ",
        "{",
        "}",
        "[",
        "]",
        ", ",
        "'",
        '"',
        "%YAML 1.2",
        "@",
        "`",
        "~",
        "null",
        "\\x41",
        "\\L",
    ),
    *(
        "\n",
        "\n",
        "\n",
        "\n ",
        "\n  ",
        "\t",
        "\r\n",
        "  ",
        "\ufeff",
        "\u202e",
        "\x85",
        "\0",
        "é",
        "毛",
    ),
    *(
        "title: A",
        "date: 2024",
        "date: 2024-02-30",
        "kind: speech",
        "tags: [a]",
        "status: withdrawn",
    ),
    *("speakers:", "- {person: a}", "withdrawal: {date: 2024, reason: x}", "missing: {kind: x}"),
    *("provenance:", "removed:", "- {line: 1, text: a, rule: b}", "aliases: [/a/]", "language: ur"),
    *(
        "source_url: https://x.example/",
        "summary: |",
        "translation_of: b",
        "NO",
        "2024-01-01",
        "1e9",
    ),
]
soup = st.lists(st.sampled_from(_SYNTAX) | st.text(max_size=4), max_size=30).map("".join)
_GOOD = article(tags="[a, b]", speakers="[{person: x, role: y}]", summary="Some words.").encode()


def _assert_told(faults: tuple[Diagnostic, ...], lines: int) -> None:
    for fault in faults:
        assert fault.location.path == PATH
        assert 1 <= fault.location.line <= lines + 1
        assert fault.message
        assert fault.hint
        assert str(fault).count("\n") == 1


@given(soup)
@effort(150)
@example("a: !!str\n? [\n")
def test_any_yaml_is_a_document_or_faults(text: str) -> None:
    """Reading YAML ends in values of text, lists and mappings, or in faults."""
    document, faults = parse_yaml(text, PATH)

    _assert_told(faults, text.count("\n") + text.count("\r") + text.count("\x85") + 1)
    assert document is not None or faults
    if document is not None:
        _assert_plain(document.value)


def _assert_plain(value: object) -> None:
    if isinstance(value, dict):
        for key, one in value.items():
            assert isinstance(key, str)
            _assert_plain(one)
    elif isinstance(value, list):
        for one in value:
            _assert_plain(one)
    else:
        assert value is None or isinstance(value, str)


@given(soup, st.text(max_size=30))
@effort(150)
def test_any_fields_are_an_article_or_faults(fields: str, body: str) -> None:
    """An article's file of whatever fields is an article, or has an error on one of its lines."""
    text = f"---\ntitle: A\ndate: 2024-01-05\n{fields}\n---\n\n{body}"
    data = text.encode("utf-8", "surrogatepass")
    parsed, faults = parse_article(PATH, data, language="en")

    _assert_told(faults, len(data.splitlines()))
    errors = [fault for fault in faults if fault.severity is Severity.ERROR]
    assert parsed is not None or errors
    if parsed is not None and not errors:
        assert parsed.article.title
        assert parsed.article.id == "a"


@given(st.integers(0, len(_GOOD)), st.integers(0, 12), st.binary(max_size=12))
@effort(200)
@example(0, 0, b"\xef\xbb\xbf\xef\xbb\xbf")
@example(5, 1, b"\xff")
def test_damaged_bytes_are_an_article_or_faults(at: int, lost: int, put: bytes) -> None:
    """A good file with some bytes lost and others put in never ends in an exception."""
    data = _GOOD[:at] + put + _GOOD[at + lost :]
    parsed, faults = parse_article(PATH, data, language="en")

    _assert_told(faults, len(data.splitlines()) + 1)
    assert parsed is not None or any(fault.severity is Severity.ERROR for fault in faults)


_WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufffe\uffff"),
    min_size=1,
)
_VALUES = st.recursive(
    _WORDS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(_WORDS, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(_WORDS, _VALUES, min_size=1, max_size=5))
@effort(150)
@example({"a": "<<", "<<": "~", "b": "- x", "c": "# x", "d": "x: y", "e": " x ", "f": "\ufeff"})
def test_what_is_written_is_read_back(fields: dict[str, object]) -> None:
    """Front matter that the program writes is read as the same values, whatever they are."""
    source, faults = split_front_matter(write_front_matter(fields) + "\nBody.\n", PATH)

    assert [fault for fault in faults if fault.code != "direction-override"] == []
    assert source is not None
    assert source.front_matter.value == fields
    assert source.body == "\nBody.\n"


@given(st.dates(min_value=dt.date(1, 1, 1)), st.sampled_from([4, 7, 10]))
@effort(100)
def test_dates_never_shift(day: dt.date, length: int) -> None:
    """A date is read as it is written, to the year, the month or the day, wherever it is read."""
    written = day.isoformat()[:length]
    text = article(date=written, retrieved=written).replace("A statement of", "Of")
    parsed, _ = parse_article(PATH, text.encode(), language="en")

    assert parsed is not None
    assert str(parsed.article.date) == str(parsed.article.retrieved) == written


@given(st.from_regex(r"[0-9]{1,5}[-/.]?[0-9]{0,3}[-/.]?[0-9]{0,3}", fullmatch=True) | st.text())
@effort(300)
@example("２０２４-01-05")
@example("2024-02-30")
@example("0000")
def test_what_is_no_date_is_never_read_as_one(text: str) -> None:
    """Any other writing is an error on the date's line; what is taken is what the calendar has."""
    quoted = "".join(f"\\u{ord(one):04x}" if ord(one) < 0xFFFF else "x" for one in text)
    data = f'---\ntitle: A\ndate: "{quoted}"\n---\n\nWords.\n'.encode("utf-8", "surrogatepass")
    parsed, faults = parse_article(PATH, data, language="en")

    if parsed is not None and not any(fault.severity is Severity.ERROR for fault in faults):
        date = str(parsed.article.date)
        assert date == text.strip()
        dt.date.fromisoformat((date + "-01-01")[:10])
    else:
        assert {fault.location.line for fault in faults} == {3}
