"""How articles changed, as git tells it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from site_builder.content.history import MOST, FileChange, read_history

ARTICLE = "content/articles/2023/a.md"


class Repository:
    """A git repository of one test, whatever the settings of who runs it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q")

    def git(self, *arguments: str) -> None:
        kept = {key: text for key, text in os.environ.items() if not key.startswith("GIT_")}
        names = {
            f"GIT_{who}_{what}": text
            for who in ("AUTHOR", "COMMITTER")
            for what, text in (("NAME", "A"), ("EMAIL", "a@example.org"))
        }
        dates = {"GIT_AUTHOR_DATE": "2024-03-01T23:30:00-0800", "GIT_CONFIG_NOSYSTEM": "1"}
        subprocess.run(
            ["git", *arguments],
            cwd=self.root,
            env={**kept, **names, **dates, "GIT_CONFIG_GLOBAL": os.devnull},
            check=True,
            capture_output=True,
        )

    def commit(self, text: str, subject: str, path: str = ARTICLE) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        self.git("add", "--", path)
        self.git("commit", "-q", "-m", subject)


@pytest.fixture
def repository_of_one(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "archive")


def changes(root: Path, path: str = ARTICLE) -> tuple[FileChange, ...]:
    found, notes = read_history(root)
    assert notes == ()
    return found.get(path, ())


def test_changes_are_told_newest_first(repository_of_one: Repository) -> None:
    """Each has its author's day, its subject and both texts; the first filing is none."""
    repository_of_one.commit("one\n", "File it")
    repository_of_one.commit("two\n", "Correct a word")
    repository_of_one.commit("three\n", "Correct “another”")
    found = changes(repository_of_one.root)

    assert [(one.subject, one.old, one.new) for one in found] == [
        ("Correct “another”", "two\n", "three\n"),
        ("Correct a word", "one\n", "two\n"),
    ]
    assert {str(one.date) for one in found} == {"2024-03-01"}
    assert len(found[0].commit) in (40, 64)


def test_an_archive_inside_a_repository_has_its_own_paths(tmp_path: Path) -> None:
    """Paths are counted from the archive's root, names of any script included."""
    repository = Repository(tmp_path / "project")
    path = "content/articles/2023/über ties.md"
    repository.commit("one\n", "File it", f"site/{path}")
    repository.commit("two\n", "Change it", f"site/{path}")

    assert [one.new for one in changes(repository.root / "site", path)] == ["two\n"]


def test_several_files_in_one_commit(repository_of_one: Repository) -> None:
    """A commit of many files is a change of each."""
    other = "content/articles/2024/b.md"
    repository_of_one.commit("b\n", "File b", other)
    repository_of_one.commit("a\n", "File a")
    (repository_of_one.root / other).write_text("bb\n")
    repository_of_one.commit("aa\n", "Change a")
    repository_of_one.git("add", "--", other)
    repository_of_one.git("commit", "-q", "--amend", "--no-edit")

    assert [one.new for one in changes(repository_of_one.root)] == ["aa\n"]
    assert [one.new for one in changes(repository_of_one.root, other)] == ["bb\n"]


def test_a_subject_cannot_carry_control_signs(repository_of_one: Repository) -> None:
    """Signs that turn the direction of writing are taken out."""
    repository_of_one.commit("one\n", "File it")
    repository_of_one.commit("two\n", "Correct \u202ethis\x02 one")

    assert changes(repository_of_one.root)[0].subject == "Correct  this  one"


def test_the_newest_ten_changes_are_kept(repository_of_one: Repository) -> None:
    """A file that changes often does not grow its page without end."""
    for number in range(MOST + 3):
        repository_of_one.commit(f"{number}\n", f"Change {number}")
    found = changes(repository_of_one.root)

    assert [one.new for one in found] == [f"{n}\n" for n in range(MOST + 2, 2, -1)]


def test_a_content_that_is_no_text_is_left_out(repository_of_one: Repository) -> None:
    """Bytes that are no UTF-8 are nothing to compare."""
    repository_of_one.commit("one\n", "File it")
    (repository_of_one.root / ARTICLE).write_bytes(b"\xff\xfe")
    repository_of_one.git("commit", "-q", "-am", "Break it")
    repository_of_one.commit("three\n", "Mend it")

    assert changes(repository_of_one.root) == ()


def test_without_a_repository_there_is_no_history(tmp_path: Path) -> None:
    """A folder of files is enough for an archive."""
    (tmp_path / "content" / "articles").mkdir(parents=True)

    assert read_history(tmp_path) == ({}, ())
    assert read_history(tmp_path / "nowhere") == ({}, ())


def test_a_shallow_repository_has_no_history(repository_of_one: Repository, tmp_path: Path) -> None:
    """What was cut off cannot be told from what never was."""
    repository_of_one.commit("one\n", "File it")
    repository_of_one.commit("two\n", "Change it")
    copy = Repository(tmp_path / "copy")
    copy.git("fetch", "-q", "--depth=2", repository_of_one.root.as_uri(), "HEAD")
    copy.git("checkout", "-q", "FETCH_HEAD")
    whole = changes(repository_of_one.root)
    repository_of_one.commit("three\n", "Change it again")
    copy.git("fetch", "-q", "--depth=2", repository_of_one.root.as_uri(), "HEAD")
    copy.git("checkout", "-q", "FETCH_HEAD")

    assert len(whole) == 1
    assert changes(copy.root) == ()


def test_without_git_there_is_no_history(
    repository_of_one: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine without git builds the same archive without changes."""
    repository_of_one.commit("one\n", "File it")
    repository_of_one.commit("two\n", "Change it")
    monkeypatch.setenv("PATH", "")

    assert read_history(repository_of_one.root) == ({}, ())


def test_a_hook_does_not_lead_elsewhere(
    repository_of_one: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Variables that git sets for hooks name another repository; they are not heeded."""
    repository_of_one.commit("one\n", "File it")
    repository_of_one.commit("two\n", "Change it")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))

    assert len(changes(repository_of_one.root)) == 1


def test_a_slow_git_is_left_alone(repository_of_one: Repository) -> None:
    """Past the deadline there is no history, and a note that says so."""
    repository_of_one.commit("one\n", "File it")
    found, notes = read_history(repository_of_one.root, deadline=0.0)

    assert found == {}
    assert [str(one.severity) for one in notes] == ["note"]
    assert "no history of changes is shown" in notes[0].message
