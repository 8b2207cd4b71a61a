"""Older and foreign spellings, brought to the present format in place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.articles import parse_article
from site_builder.content.front_matter import split_front_matter
from site_builder.migration.plan import MigrationPlan, plan_migration

CONTENT = Path(__file__).parents[2] / "content"
PATH = "content/articles/2024/a.md"
SETTINGS = b"format: 1\n"

OLDER = {
    "articles": {
        "language": "lang",
        "summary": "description",
        "countries": "country",
        "source_url": "source",
        "archived_url": "archive_url",
        "aliases": "redirect_from",
        "retrieved": "accessed",
        "carrier_categories": "categories",
        "rights": "license",
    },
    "registers": {"  name": "  label", "  aliases": "  alias", "  url": "  website"},
    "site.yaml": {"title": "name", "language": "lang", "rights": "copyright"},
}


def plan(front: str, body: str = "Words.\n") -> MigrationPlan:
    """Return the plan for one article."""
    return plan_migration(
        {PATH: f"---\n{front}---\n\n{body}".encode(), "content/site.yaml": SETTINGS}
    )


def front_of(found: MigrationPlan) -> str:
    """Return the migrated front matter of the article."""
    (file,) = found.files
    return file.after.decode().removeprefix("---\n").partition("---\n")[0]


def test_the_sample_archive_in_older_spellings_becomes_itself() -> None:
    """Renamed back and forth, every file of real content is the same, byte for byte."""
    now = {
        f"content/{path.relative_to(CONTENT).as_posix()}": path.read_bytes()
        for path in sorted(CONTENT.rglob("*"))
        if path.is_file()
    }
    older = {}
    renamed = 0
    for path, data in now.items():
        names = next((one for key, one in OLDER.items() if f"content/{key}" in path), {})
        text = data.decode()
        for new, old in names.items():
            text, count = re.subn(rf"^{new}:", f"{old}:", text, flags=re.MULTILINE)
            renamed += count
        older[path] = text.encode()
    found = plan_migration(older)

    assert renamed > 250
    assert len(found.changes) == renamed
    assert found.by_hand == ()
    assert {**older, **{file.path: file.after for file in found.files}} == now


def test_present_content_is_left_alone() -> None:
    """The sample archive, and what init writes, have nothing to migrate."""
    for folder in (CONTENT, CONTENT.parent / "site_builder/starter/content"):
        files = {
            f"content/{path.relative_to(folder).as_posix()}": path.read_bytes()
            for path in folder.rglob("*")
            if path.suffix in {".md", ".yaml"}
        }

        assert plan_migration(files) == MigrationPlan(files=(), by_hand=())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("lang: ur  # spoken\n", "language: ur  # spoken\n"),
        ("tags: cpec, trade\n", "tags: [cpec, trade]\n"),
        ("category: English\n", "carrier_categories: [English]\n"),
        ("country:\n  - cn # first\n  - PK\n", "countries:\n  - cn # first\n  - PK\n"),
        ("speaker: mao-ning\n", "speakers: [{person: mao-ning}]\n"),
        ("speaker: [a, b]\n", "speakers: [{person: a}, {person: b}]\n"),
        ("redirect_from:\n  - old/\n  - /b/\n", "aliases:\n  - /old/\n  - /b/\n"),
        ("alias: 'old page/'\n", 'aliases: ["/old page/"]\n'),
        ("draft: true\n", "status: draft\n"),
        ("draft: false\n", ""),
        ("draft: false # ready\n", "# ready\n"),
        ("published: false\n", "status: draft\n"),
        ("published: yes\n", ""),
        ("published: 2024/1/5\n", "published: 2024-01-05\n"),
        ("kind: Joint Statement\n", "kind: joint-statement\n"),
        ("kind: oped\n", "kind: op-ed\n"),
        ("display: Full\n", "display: full\n"),
        ("accessed: 2024-2-3\n", "retrieved: 2024-02-03\n"),
        ("excerpt: |\n  Two\n  lines\n", "summary: |\n  Two\n  lines\n"),
        ("license: >-\n  Free\n", "rights: >-\n  Free\n"),
    ],
)
def test_one_field(before: str, after: str) -> None:
    """What surrounds the field stays as it is written, comments and quotes included."""
    around = 'title: "A: b"   # kept\n\n# a comment\ndate: 2024\n'
    found = plan(f"{around}{before}event: x # last\n")

    assert found.by_hand == ()
    assert front_of(found) == f"{around}{after}event: x # last\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2024/09/24", "2024-09-24"),
        ("2024-9-4", "2024-09-04"),
        ("2024-09-24T23:30:00+05:00", "2024-09-24  # was 2024-09-24T23:30:00+05:00"),
        ("2024-09-24 10:00:00 +0500", "2024-09-24  # was 2024-09-24 10:00:00 +0500"),
        ("'2024-09-24 10:00' # seen", "2024-09-24  # was 2024-09-24 10:00 # seen"),
    ],
)
def test_days_are_taken_as_they_stand(before: str, after: str) -> None:
    """No time zone moves a day, and a time of day is kept in a comment."""
    assert front_of(plan(f"title: A\ndate: {before}\n")) == f"title: A\ndate: {after}\n"


@pytest.mark.parametrize(
    ("front", "line", "reason"),
    [
        ("title: A\ndate: 2024\nlang: en\nlanguage: ur\n", 4, 'there is "language" as well'),
        ("title: A\ndate: 2024\nexcerpt: a\nabstract: b\n", 5, 'there is "summary" as well'),
        ("title: A\ndate: 2024\ncountry: China\n", 4, "not written as its two letters"),
        ("title: A\ndate: 2024\nspeaker: Mao Ning\n", 4, "other than its id"),
        ("title: A\ndate: 2024\nsource: The Times\n", 4, "not an address"),
        ("{title: A, date: 2024, draft: false}\n", 2, "between brackets"),
        ("title: A\ndate: 2024\ntag: >\n  a, b\n", 4, "over several lines"),
    ],
)
def test_what_is_not_certain_is_left_to_somebody(front: str, line: int, reason: str) -> None:
    """It is named with its line, and stays as it is."""
    found = plan(front)
    (fault,) = found.by_hand

    assert (fault.location.path, fault.location.line) == (PATH, line)
    assert reason in fault.message
    assert [file for file in found.files if "country" in front or "source" in front] == []


def test_marks_line_ends_and_the_body_stay() -> None:
    """A file of Windows keeps its line ends and its byte-order mark; the text is not touched."""
    data = b"\xef\xbb\xbf---\r\nlang: en # x\r\ntitle: A\r\n---\r\n\r\nlang: en\r\n---\r\nmore\r\n"
    (file,) = plan_migration({PATH: data, "content/site.yaml": SETTINGS}).files

    assert file.after == data.replace(b"lang: en # x", b"language: en # x")


def test_files_that_cannot_be_read_are_named() -> None:
    """A broken file does not keep the others from being migrated."""
    found = plan_migration(
        {
            "content/articles/1/a.md": b"no front matter",
            "content/articles/1/b.md": b"---\ntitle: A\nlang: en\n---\n",
            "content/registers/tags.yaml": b"a: [",
            "content/registers/people.yaml": b"\xff",
        }
    )

    assert [file.path for file in found.files] == ["content/articles/1/b.md", "content/site.yaml"]
    assert sorted(one.location.path for one in found.by_hand) == [
        "content/articles/1/a.md",
        "content/registers/people.yaml",
        "content/registers/tags.yaml",
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, b"format: 1\n"),
        (b"", b"format: 1\n"),
        (b"# mine", b"# mine\nformat: 1\n"),
        (b"# mine\n\ntitle: A\n", b"# mine\n\nformat: 1\ntitle: A\n"),
        (b"name: A\r\n", b"format: 1\r\ntitle: A\r\n"),
    ],
)
def test_settings_say_the_format(before: bytes | None, after: bytes) -> None:
    """A site.yaml without a format gets the present one, where its settings begin."""
    (file,) = plan_migration({} if before is None else {"content/site.yaml": before}).files

    assert (file.path, file.after) == ("content/site.yaml", after)


_LINES = st.sampled_from(
    [
        "title: 'A # b'",
        "lang: en",
        "date: 2024-09-24T10:00Z",
        "# a comment",
        "",
        "tags: a, b  # two",
        "draft: true",
        "categories:\n  # inside\n  - 'x, y'\n  - z  # last",
        "excerpt: >\n  one\n\n  two",
        "country: {a: b}",
        'redirect_from: ["a/b", /c/]',
        "speaker: [mao-ning]",
        "missing: {tags: why}",
        "accessed: '2024/1/2'",
    ]
)


@given(st.lists(_LINES, max_size=9, unique=True))
def test_nothing_is_lost_and_twice_is_once(lines: list[str]) -> None:
    """Comments stay, the text is front matter still, and what was migrated has no more to it."""
    found = plan("".join(f"{line}\n" for line in lines) + "event: x\n")
    for file in found.files:
        before, after = (file.before or b"").decode(), file.after.decode()
        source, faults = split_front_matter(after, PATH)

        assert source is not None
        assert not faults
        assert [one for one in re.findall(r"# [\w ]+", before) if one not in after] == []
        again = plan_migration({PATH: file.after, "content/site.yaml": SETTINGS})
        assert again.files == ()


def test_a_migrated_file_is_an_article() -> None:
    """What came from another generator builds after that."""
    found = plan(
        "title: Visit\ndate: 2024-09-24 10:00:00 +0500\nlang: en\ndraft: true\n"
        "categories: [Asia]\nredirect_from: /2024/visit.html\ncountry: PK\n"
    )
    parsed, faults = parse_article(PATH, found.files[0].after, language="ur")

    assert faults == ()
    assert parsed is not None
    assert parsed.article.countries == ("PK",)
    assert parsed.article.aliases == ("2024/visit.html",)
    assert (str(parsed.article.date), parsed.article.status) == ("2024-09-24", "draft")
