"""Fields held against what they take: typed values, or every fault in plain English."""

from __future__ import annotations

import pytest

from site_builder.content.articles import parse_article
from site_builder.content.dates import PartialDate
from site_builder.content.validation import nearest

PATH = "content/articles/2023/2023-01-04-x.md"
CHOICES = (
    "briefing, communique, interview, joint-statement, letter, op-ed, readout, resolution, "
    "speech, statement, wire-report"
)


def faults_of(front_matter: str, body: str = "Text.\n", name: str = PATH) -> list[str]:
    """The faults of an article's file, without its path."""
    text = f"---\n{front_matter}\n---\n{body}"
    _, faults = parse_article(name, text.encode(), language="en")
    return [str(fault).removeprefix(f"{name}:") for fault in faults]


FAULTS = [
    (
        "title: x",
        "1: error[date]: \"date\" is missing\n  Add a line 'date: …' with its value.",
    ),
    (
        "title: x\ndate: 24 sept 2024",
        '3: error[date]: "24 sept 2024" is not a date\n  Write it as 2024-09-24, 2024-09 or 2024.',
    ),
    (
        "title: x\ndate: Wed, Jun 10 2026",
        (
            '3: error[date]: "Wed, Jun 10 2026" is not a date\n'
            "  Write it as 2026-06-10, 2026-06 or 2026."
        ),
    ),
    (
        "title: x\ndate: 31 Feb 2026",
        '3: error[date]: "31 Feb 2026" is not a date\n  Write it as 2024-09-24, 2024-09 or 2024.',
    ),
    (
        "title: x\ndate: 2023-02-29",
        (
            '3: error[date]: "2023-02-29" is not a date: that month has no day 29\n'
            "  Write it as 2024-09-24, 2024-09 or 2024."
        ),
    ),
    (
        "title: x\ndate: [2023]",
        "3: error[date]: this is not a date\n  Write it as 2024-09-24, 2024-09 or 2024.",
    ),
    (
        "title: x\ndate: 2023\nspeeker: y",
        '4: error[unknown-key]: "speeker" is not a field\n  Did you mean speakers?',
    ),
    (
        "title: x\ndate: 2023\nspeakers:\n  - {persn: y}",
        '5: error[unknown-key]: "persn" is not a field\n  Did you mean person?',
    ),
    (
        "title: x\ndate: 2023\nspeakers: [{person: y, zzz: 1}]",
        (
            '4: error[unknown-key]: "zzz" is not a field\n'
            "  Remove it, or write one of organisation, person, role."
        ),
    ),
    (
        "title: [a, b]\ndate: 2023",
        '2: error[title]: "title" takes text\n  Write one text.',
    ),
    (
        "title: x\ndate: 2023\ntags: cpec",
        (
            '4: error[tags]: "tags" takes a list\n'
            "  Write [one, two], or one item a line, each after '- '."
        ),
    ),
    (
        "title: x\ndate: 2023\nspeakers: {person: y}",
        (
            '4: error[speakers]: "speakers" takes a list\n'
            "  Write [one, two], or one item a line, each after '- '."
        ),
    ),
    (
        "title: x\ndate: 2023\nspeakers: [y]",
        (
            '4: error[speakers]: "speakers" takes named fields\n'
            "  Write one field a line, indented below this one."
        ),
    ),
    (
        "title: x\ndate: 2023\nmissing: [rights]",
        (
            '4: error[missing]: "missing" takes named fields\n'
            "  Write one field a line, indented below this one."
        ),
    ),
    (
        "title: x\ndate: 2023\nkind: breifing",
        (
            '4: error[kind]: "breifing" is not a kind\n'
            f"  Did you mean briefing? Write one of {CHOICES}."
        ),
    ),
    (
        "title: x\ndate: 2023\nstatus: gone",
        '4: error[status]: "gone" is not a status\n  Write one of published, draft, withdrawn.',
    ),
    (
        "title: x\ndate: 2023\ncountries:\n  - CN\n  - Pakistan",
        (
            '6: error[countries]: "Pakistan" is not a country code\n'
            "  Write the two-letter ISO 3166 code, such as CN."
        ),
    ),
    (
        "title: x\ndate: 2023\nlanguage: english",
        (
            '4: error[language]: "english" is not a language tag\n'
            "  Write a BCP 47 tag, such as en, ur or zh-Hans."
        ),
    ),
    (
        "title: x\ndate: 2023\ntags: [Belt Road]",
        (
            '4: error[tags]: "Belt Road" is not an id\n'
            "  Write lower-case letters a-z, digits and single hyphens only."
        ),
    ),
    (
        "title: x\ndate: 2023\nsource_url: '#'",
        (
            '4: error[source_url]: "#" is not a web address\n'
            "  Write an address that starts with https:// or http://, or leave the field out."
        ),
    ),
    (
        "title: x\ndate: 2023\nsummary: ''",
        '4: error[summary]: "summary" is empty\n  Fill it in, or remove the line.',
    ),
    (
        f"title: {'x' * 1001}\ndate: 2023",
        '2: error[title]: "title" is longer than 1,000 characters\n  Shorten it.',
    ),
    (
        "title: x\ndate: 2023\nprovenance: {sha256: abc}",
        '4: error[provenance]: "abc" is not a SHA-256\n  Write 64 hexadecimal digits.',
    ),
    (
        "title: x\ndate: 2023\nprovenance: {removed: [{line: one, text: a, rule: b}]}",
        '4: error[provenance]: "line" takes a whole number\n  Write digits only.',
    ),
    (
        "title: x\ndate: 2023\naliases: [old/path]",
        (
            '4: error[aliases]: "old/path" is not a path of this site\n'
            "  Write it from the root, such as /old/name/."
        ),
    ),
    (
        "title: x\ndate: 2023\ncarrier:",
        (
            '4: error[carrier]: "carrier" is empty\n'
            "  Fill it in, remove the line, or say why it is empty under 'missing:'."
        ),
    ),
    (
        "title: x\ndate: 2023\nmissing: {carier: unknown}",
        '4: error[unknown-key]: "carier" is not a field\n  Did you mean carrier?',
    ),
    (
        "title: x\ndate: 2023\ncarrier: app\nmissing:\n  carrier: unknown",
        (
            '6: warning[missing]: "carrier" is given above and called missing here\n'
            "  Remove one of the two."
        ),
    ),
]


@pytest.mark.parametrize(("front_matter", "fault"), FAULTS)
def test_each_fault_says_where_what_and_the_next_step(front_matter: str, fault: str) -> None:
    """Each kind of fault has its line, its words and a next step."""
    assert faults_of(front_matter) == [fault]


def test_every_fault_of_a_file_is_reported_at_once() -> None:
    """One fault hides no other, in the fields or in the body."""
    found = faults_of("titel: x\ndate: x\nkind: y\ntags: z", "One\n{: voice=no }\n\n[a](b:c)\n")

    assert sorted(int(fault.split(":")[0]) for fault in found) == [1, 2, 3, 4, 5, 8, 10]


def test_a_reason_excuses_an_empty_field() -> None:
    """A field may be empty where 'missing' says why."""
    assert faults_of("title: x\ndate: 2023\ncarrier:\nmissing: {carrier: not named}") == []


@pytest.mark.parametrize(
    "address",
    [
        "https://",
        "http:///x",
        "ftp://example.org",
        "javascript:alert(1)",
        "https://me@example.org",
        "https://example.org/a b",
        'https://example.org/"',
        "https://example.org:port/",
        "https://[::1/",
        "//example.org",
    ],
)
def test_bad_addresses_are_refused(address: str) -> None:
    """Only a clean http or https address passes."""
    assert faults_of(f"title: x\ndate: 2023\nsource_url: '{address}'")[0].startswith(
        f'4: error[source_url]: "{address}" is not a web address'
    )


@pytest.mark.parametrize(
    "path", ["//example.org/", "/../x", "/a/./b", "/a?b", "/a#b", "/a b", "/%2e%2e/", "/", "/a\\b"]
)
def test_aliases_stay_inside(path: str) -> None:
    """An old path cannot lead out of the site or need an interpretation."""
    assert (
        "is not a path of this site" in faults_of(f"title: x\ndate: 2023\naliases: ['{path}']")[0]
    )


def test_values_are_typed_and_folded() -> None:
    """What passes is clean: folded texts, dates, upper-case codes, each id once."""
    text = (
        "---\ntitle: >\n  Two\n  lines\ndate: 2023-01\ncountries: [cn, PK, CN]\n"
        "tags: [a, b, a]\naliases: [/old//x, /old/x]\n---\nText.\n"
    )
    parsed, faults = parse_article(PATH, text.encode(), language="en")

    assert faults == ()
    assert parsed is not None
    assert parsed.article.title == "Two lines"
    assert parsed.article.date == PartialDate(2023, 1)
    assert parsed.article.countries == ("CN", "PK")
    assert parsed.article.tags == ("a", "b")
    assert parsed.article.aliases == ("old/x",)


def test_nearest_names() -> None:
    """A near name is suggested, a far one is not."""
    assert nearest("mao-nign", ["xi-jinping", "mao-ning"]) == "mao-ning"
    assert nearest("zzz", ["xi-jinping", "mao-ning"]) is None
    assert nearest("x", []) is None
