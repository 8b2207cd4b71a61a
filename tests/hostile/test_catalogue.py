"""Every hostile case ends in the one outcome that it must have, by the real command."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.hostile.archive import put, state_of
from tests.hostile.case import ARTICLE, Case, Refused, Told, Warned
from tests.hostile.catalogue import CASES, OPEN, REFUSED, SHOWN, WARNED
from tests.hostile.command import Ended, run_apart, run_here

if TYPE_CHECKING:
    from pathlib import Path

    from _pytest.mark import ParameterSet

APART = (
    "empty-file",
    "alias-bomb",
    "merge-bomb",
    "nested-ten-thousand",
    "bytes-latin-1",
    "control-null",
    "name-broken-bytes",
    "name-escape-code",
    "link-to-itself",
    "pipe",
    "size-list-500-deep",
    "size-marks-in-one-paragraph",
    "size-levels",
    "size-many-tags",
    "template-includes-itself",
)
"""Cases run in processes of their own as well: what a test's process may hide shows there."""


def by_name(case: Case) -> str:
    return case.name


def _marked(case: Case) -> Case | ParameterSet:
    if case.name not in OPEN:
        return case
    return pytest.param(case, marks=pytest.mark.xfail(reason=OPEN[case.name], strict=True))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that has been built without a fault once."""
    root = tmp_path_factory.mktemp("hostile") / "archive"
    root.mkdir()
    put(root, ())
    assert run_here(root, "--strict").status == 0
    return root


def test_the_catalogue_is_large_and_its_names_are_unique() -> None:
    """At least 170 cases, and enough of each outcome to mean something."""
    assert [name for name, count in Counter(map(by_name, CASES)).items() if count > 1] == []
    assert len(CASES) >= 170
    assert min(len(REFUSED) // 100, len(SHOWN) // 50, len(WARNED) // 20) >= 1
    assert all(case.outcome.says for case in (*REFUSED, *WARNED) if isinstance(case.outcome, Told))
    assert set(APART) <= set(map(by_name, CASES))


@pytest.mark.parametrize("case", [_marked(case) for case in REFUSED], ids=by_name)
def test_errors(root: Path, case: Case) -> None:
    """The command says where and what, ends with status 1, and leaves the last site as it was."""
    put(root, [case])
    last_good, beside = state_of(root / "_site"), _beside(root)

    _assert_told(case, "error", run_here(root))
    assert state_of(root / "_site") == last_good
    assert _beside(root) <= beside


@pytest.mark.parametrize("case", WARNED, ids=by_name)
def test_warnings_stop_a_strict_build(root: Path, case: Case) -> None:
    """Where warnings count the command says where and what, and leaves the last site as it was."""
    put(root, [case])
    last_good, beside = state_of(root / "_site"), _beside(root)

    _assert_told(case, "warning", run_here(root, "--strict"))
    assert state_of(root / "_site") == last_good
    assert _beside(root) <= beside


def test_warnings_let_a_site_be_built(tmp_path: Path) -> None:
    """Where warnings do not count all of them are said in one run, and the site is built."""
    cases = [_under_its_own_name(case) for case in WARNED]
    put(tmp_path, cases)
    ended = run_here(tmp_path)

    assert ended.status == 0
    assert ended.told("error") == []
    assert [case.name for case in cases if not _has(case, ended, "warning")] == []
    assert len(ended.told("warning")) == len(cases)
    assert (tmp_path / "_site/articles/2024-good/index.html").is_file()


def _under_its_own_name(case: Case) -> Case:
    """The case with its article named after it, so that many cases fit into one archive."""
    assert isinstance(case.outcome, Warned)
    if ARTICLE not in case.files:
        return case
    path = f"content/articles/{case.name}.md"
    at = case.outcome.at.replace(ARTICLE, path)
    return replace(case, files={path: case.files[ARTICLE]}, outcome=replace(case.outcome, at=at))


@pytest.mark.parametrize("name", APART)
def test_a_process_of_its_own_ends_alike(tmp_path: Path, name: str) -> None:
    """As a real process the command prints no traceback, and ends within time and memory."""
    [case] = [case for case in CASES if case.name == name]
    put(tmp_path, [case])
    ended = run_apart(tmp_path, CI="1")

    kind = "error" if isinstance(case.outcome, Refused) else "warning"
    _assert_told(case, kind, ended)
    assert "Traceback" not in ended.out + ended.err
    assert ended.seconds < 10
    assert not (tmp_path / "_site").exists()


def _assert_told(case: Case, severity: str, ended: Ended) -> None:
    assert isinstance(case.outcome, Refused | Warned)
    assert ended.status == 1, ended.err
    assert ended.out == ""
    assert _has(case, ended, severity), ended.err[:2_000]
    assert case.outcome.count in (None, len(ended.told(severity))), ended.err[:2_000]
    assert "\nNothing was built: " in ended.err
    assert "Traceback" not in ended.err
    assert _controls(ended.err) == []


def _has(case: Case, ended: Ended, severity: str) -> bool:
    assert isinstance(case.outcome, Refused | Warned)
    at, says = case.outcome.at, case.outcome.says
    return any(at == place and says in message for place, message in ended.told(severity))


def _controls(text: str) -> list[str]:
    """What a terminal would obey rather than print."""
    return [one for one in text if one != "\n" and (ord(one) < 32 or 127 <= ord(one) < 160)]


def _beside(root: Path) -> set[str]:
    """What lies in the archive's folder; the cache may come and go."""
    return {path.name for path in root.iterdir() if path.name != ".cache"}
