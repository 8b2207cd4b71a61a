"""What needs a curator."""

# ruff: noqa: E501  (texts of clippings stand in lines of their own)
from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.content.loader import load_archive
from site_builder.content.model import Archive
from site_builder.indexes.curation import curation_list

WORDS = " ".join(f"word{number} follows" for number in range(60))

FILES = {
    "content/registers/people.yaml": "jane-doe:\n  name: Jane Doe\n",
    "content/registers/carriers.yaml": "wire:\n  name: Wire\n  display: full\n",
    "content/articles/2020/complete.md": (
        "---\ntitle: Complete\ndate: 2020-03-05\ndate_basis: dateline\ncarrier: wire\n"
        "speakers: [{person: jane-doe}]\nsource_url: https://example.org/a\n---\n\n"
        f"{WORDS}\n{{: voice=direct }}\n"
    ),
    "content/articles/2020/copy.md": (
        "---\ntitle: Copy\ndate: 2020-03-06\ncarrier: wire\nspeakers: [{person: jane-doe}]\n"
        "source_url: https://example.org/b\n---\n\n"
        f"{WORDS}\n{{: voice=direct }}\n"
    ),
    "content/articles/2020/open.md": (
        "---\ntitle: Open\ndate: 2020-03-07\n"
        "dates_observed: [{text: 9 March 2020, role: export-stamp, date: 2020-03-09}, {text: March 2020, role: header, date: 2020-03}]\n"
        "missing: {carrier: 'not in the register: Example Herald'}\n---\n\nOne.\n\nTwo.\n"
    ),
    "content/articles/2020/gone.md": (
        "---\ntitle: Gone\ndate: 2020-03-08\nstatus: withdrawn\n"
        "withdrawal: {date: 2020-04-01, reason: on request}\n---\n"
    ),
}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return load_archive(tmp_path).archive


def test_every_open_task_is_listed_by_worth(archive: Archive) -> None:
    """The most worthwhile first: a duplicate before disagreeing dates before a missing link."""
    found = curation_list(archive)

    assert [(one.kind, one.article) for one in found.items] == [
        ("duplicate", "copy"),
        ("dates-disagree", "open"),
        ("no-speaker", "open"),
        ("unresolved-name", "open"),
        ("unknown-voice", "open"),
        ("no-carrier", "open"),
        ("no-source-link", "open"),
    ]


def test_counts_say_how_much_of_each_there_is(archive: Archive) -> None:
    """Kinds that do not occur are left out."""
    counts = {one.kind: one.count for one in curation_list(archive).counts}

    assert counts["duplicate"] == 1
    assert "unconfirmed-statement" not in counts


def test_shared_statement_confirms_a_carriage(archive: Archive, tmp_path: Path) -> None:
    """Once a curator has written the id in both, nothing is left to confirm."""
    for name in ("complete", "copy"):
        path = tmp_path / f"content/articles/2020/{name}.md"
        path.write_text(
            path.read_text().replace("carrier: wire\n", "carrier: wire\nstatement: one\n")
        )

    found = curation_list(load_archive(tmp_path).archive)

    assert "duplicate" not in {one.kind for one in found.items}


def test_list_is_text_and_json(archive: Archive) -> None:
    """Both forms give the file and what is known."""
    found = curation_list(archive)

    assert found.to_record()["items"][0]["path"] == "content/articles/2020/copy.md"
    assert "content/articles/2020/open.md: unknown-voice: 2 of 2 paragraphs" in found.to_text()


def test_complete_archive_needs_nothing() -> None:
    """An empty list says so."""
    empty = Archive(articles=(), registers=load_archive(Path(__file__).parent).archive.registers)

    assert curation_list(empty).to_text() == "Nothing needs a curator.\n"
