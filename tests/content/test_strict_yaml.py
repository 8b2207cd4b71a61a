"""YAML read strictly: texts, lists and mappings, and every fault with its line."""

from __future__ import annotations

import pytest

from site_builder.content.strict_yaml import MAX_DEPTH, parse_yaml


def read(text: str) -> object:
    """The value of a text that has no fault."""
    document, faults = parse_yaml(text, "x.yaml")
    assert faults == ()
    assert document is not None
    return document.value


def faults_of(text: str, first_line: int = 1) -> list[str]:
    """Every fault of a text, as a curator reads it."""
    _, faults = parse_yaml(text, "x.yaml", first_line=first_line)
    return [str(fault) for fault in faults]


@pytest.mark.parametrize(
    "word", ["NO", "yes", "on", "2024", "2024-02-30", "1e3", "0x1F", "12:30", "1_000", ".inf", "="]
)
def test_unquoted_words_stay_text(word: str) -> None:
    """Nothing is guessed into a truth value, a number or a date."""
    assert read(f"a: {word}") == {"a": word}


@pytest.mark.parametrize("word", ["null", "Null", "NULL", "~", ""])
def test_null_words_are_nothing_unless_quoted(word: str) -> None:
    """A bare null is nothing; in quotation marks it is a text."""
    assert read(f"a: {word}") == {"a": None}
    assert read(f"a: '{word}'") == {"a": word}
    assert read(f'a: "{word}"') == {"a": word}


def test_keys_are_text_whatever_they_spell() -> None:
    """A key that YAML would take for a truth value or a number is its own spelling."""
    assert read("NO: 1\n2024: 2\n~: 3") == {"NO": "1", "2024": "2", "~": "3"}


def test_empty_text_is_no_value() -> None:
    """Neither an empty text nor one of comments alone has a value or a fault."""
    assert read("") is None
    assert read("# nothing yet\n") is None


REFUSALS = [
    (
        "a: &x 1",
        (
            "x.yaml:1: error[yaml]: the anchor &x is not allowed here\n"
            "  Put quotation marks round a text with '&'."
        ),
    ),
    (
        "a: 1\nb: *x",
        "x.yaml:2: error[yaml]: the alias *x is not allowed here\n  Write the value out in full.",
    ),
    (
        "a: !!str 3",
        (
            "x.yaml:1: error[yaml]: the tag tag:yaml.org,2002:str is not allowed here\n"
            "  Remove it; every field knows its type."
        ),
    ),
    (
        "a: 1\nb: !thing [1]",
        (
            "x.yaml:2: error[yaml]: the tag !thing is not allowed here\n"
            "  Remove it; every field knows its type."
        ),
    ),
    (
        "? !thing a\n: b",
        (
            "x.yaml:1: error[yaml]: the tag !thing is not allowed here\n"
            "  Remove it; every field knows its type."
        ),
    ),
    ("? &k a\n: b", "x.yaml:1: error[yaml]: the anchor &k is not allowed here\n  Remove it."),
    (
        "a: 1\n<<: {b: 2}",
        (
            "x.yaml:2: error[yaml]: the merge key << is not allowed here\n"
            "  Write the fields out in full."
        ),
    ),
    (
        "a: 1\nb: 2\na: 3",
        (
            'x.yaml:3: error[duplicate-key]: "a" stands here again; it was given on line 1\n'
            "  Keep one of the two."
        ),
    ),
    (
        "list:\n  - deep:\n      k: 1\n      k: 2",
        (
            'x.yaml:4: error[duplicate-key]: "k" stands here again; it was given on line 3\n'
            "  Keep one of the two."
        ),
    ),
    (
        "a: 1\n---\nb: 2",
        (
            "x.yaml:2: error[yaml]: a second YAML document starts here\n"
            "  Keep one document; remove the extra '---'."
        ),
    ),
    (
        "? [a, b]\n: c",
        "x.yaml:1: error[yaml]: a key must be plain text\n  Write keys as plain words.",
    ),
    (
        "a: b: c",
        (
            "x.yaml:1: error[yaml]: this line holds a second ': '\n"
            '  Put the text in quotation marks: a: "…".'
        ),
    ),
    (
        "a:\n\tb: 1",
        "x.yaml:2: error[yaml]: this line is indented with a tab\n  Indent with spaces.",
    ),
    (
        "a: @home",
        (
            "x.yaml:1: error[yaml]: this line cannot be read "
            "(found character that cannot start any token)\n"
            '  Put the text in quotation marks: a: "…".'
        ),
    ),
    (
        "a: 'never closed",
        (
            "x.yaml:1: error[yaml]: a quotation mark is opened and never closed\n"
            "  Close it on the same line."
        ),
    ),
    (
        'a: "Peace" talks begin',
        (
            "x.yaml:1: error[yaml]: the text goes on after its closing quotation mark\n"
            "  Put the whole text in single quotation marks: a: '…'."
        ),
    ),
    (
        "a:\n  b: 1\n c: 2",
        (
            "x.yaml:3: error[yaml]: this is not well-formed YAML (did not find expected key)\n"
            "  Check the indentation and the quotation marks of this line and the one above it."
        ),
    ),
    (
        'a: "bell \\x07"',
        (
            "x.yaml:1: error[control-character]: this text holds the control character U+0007, "
            "written as a code\n  Delete the backslash and the code after it."
        ),
    ),
]


@pytest.mark.parametrize(("text", "fault"), REFUSALS)
def test_refusals_say_where_what_and_the_next_step(text: str, fault: str) -> None:
    """What is clever or broken is refused in words that a curator can act on."""
    assert faults_of(text) == [fault]


@pytest.mark.parametrize("opening", ["- ", "{a: ", "["])
def test_nesting_is_bounded(opening: str) -> None:
    """However it is written, nothing is read deeper than the limit."""
    assert faults_of(opening * (MAX_DEPTH + 1)) == [
        (
            "x.yaml:1: error[yaml-depth]: lists and mappings are nested deeper than 20 levels\n"
            "  Write the values without so many brackets or indents."
        )
    ]


def test_depth_up_to_the_limit_is_read() -> None:
    """The limit itself is allowed."""
    depth = MAX_DEPTH - 1

    assert read("[" * depth + "a" + "]" * depth) != "a"


def test_size_is_bounded_in_bytes() -> None:
    """A text is measured in bytes of UTF-8, and refused without being read."""
    fits, too_long = "a: " + "é" * 48, "a: " + "é" * 49

    assert parse_yaml(fits, "x.yaml", max_bytes=100)[0] is not None
    assert faults_of("a: " + "b" * 70_000) == [
        (
            "x.yaml:1: error[yaml-size]: this YAML is longer than 64 KiB\n"
            "  Move the long text into the body, below the front matter."
        )
    ]
    assert parse_yaml(too_long, "x.yaml", max_bytes=100)[0] is None


def test_lines_are_counted_in_the_file() -> None:
    """Faults and values stand on the line of the file, not of the fragment."""
    document, faults = parse_yaml("a: 1\nb:\n  - c: 2\n  - 3\n", "x.yaml", first_line=5)

    assert document is not None
    assert faults == ()
    assert document.lines == {("a",): 5, ("b",): 6, ("b", 0): 7, ("b", 0, "c"): 7, ("b", 1): 8}
    assert faults_of("a: 1\na: 2", first_line=5)[0].startswith("x.yaml:6:")


def test_line_of_an_absent_value_is_its_nearest_parents() -> None:
    """What has no line of its own is placed by what holds it."""
    document, _ = parse_yaml("a: 1\nb:\n  c: 2\n", "x.yaml")

    assert document is not None
    assert document.line_of(("b", "d", 0)) == 2
    assert document.line_of(("z",)) == 1


def test_a_repeated_key_keeps_the_first_value_and_its_lines() -> None:
    """The second value of a repeated key takes neither the first one's place nor its lines."""
    document, faults = parse_yaml("a:\n  - x\nb: 1\na:\n  - y\n  - {c: d}\n", "x.yaml")

    assert document is not None
    assert document.value == {"a": ["x"], "b": "1"}
    assert document.line_of(("a", 0)) == 2
    assert len(faults) == 1


def test_every_refusal_of_a_text_is_reported() -> None:
    """One run shows all that is refused, not the first alone."""
    lines = [fault.split(" ")[0] for fault in faults_of("a: &x 1\nb: *x\nc: !t 1\na: 2")]

    assert lines == ["x.yaml:1:", "x.yaml:2:", "x.yaml:3:", "x.yaml:4:"]


def test_a_merge_bomb_ends_at_once() -> None:
    """Nested merges, which keep PyYAML's own loader busy for hours, are just refused."""
    bomb = "a0: &a0 {k: v}\n" + "".join(
        f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 40)
    )

    assert len(faults_of(bomb)) == 1 + 39 * 4


def test_control_characters_are_told_with_their_line() -> None:
    """Text that no file may hold is a fault on its line, whoever hands it in."""
    for text in ("a: b\nc: \x1f", "é: 毛\n毛: \x00"):
        document, faults = parse_yaml(text, "x.yaml")

        assert document is None
        assert [str(fault) for fault in faults] == [
            (
                "x.yaml:2: error[control-character]: this text holds a control character\n"
                "  Delete it; it is invisible."
            )
        ]
