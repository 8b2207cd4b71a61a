"""Putting one folder in the place of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_builder.output import exchange

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path, Path]:
    """A new folder, the one in use, and the name for the former one."""
    new, output, old = (tmp_path / name for name in ("new", "site", "old"))
    for folder in (new, output):
        folder.mkdir()
        (folder / "name.txt").write_text(folder.name)
    return new, output, old


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of putting a folder in place; the second is the fallback."""
    if request.param == "two renames":
        monkeypatch.setattr(exchange, "_c_library", lambda: None)
    return str(request.param)


def test_new_folder_takes_the_place(two: tuple[Path, Path, Path], way: str) -> None:
    """The new folder is in use, and the former one is where the call says."""
    new, output, old = two

    former = exchange.put_in_place(new, output, old)

    assert (output / "name.txt").read_text() == "new"
    assert former == (new if way == "exchange" else old)
    assert (former / "name.txt").read_text() == "site"


@pytest.mark.parametrize("empty", [False, True], ids=["absent", "empty"])
def test_nothing_to_exchange_with(two: tuple[Path, Path, Path], way: str, empty: bool) -> None:
    """An absent or empty folder is simply taken over."""
    new, output, old = two
    (output / "name.txt").unlink()
    if not empty:
        output.rmdir()

    assert exchange.put_in_place(new, output, old) is None
    assert (output / "name.txt").read_text() == "new"


def test_failed_second_rename_undoes_the_first(
    two: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the new folder cannot be moved, the former one goes back."""
    new, output, old = two
    monkeypatch.setattr(exchange, "_c_library", lambda: None)

    with pytest.raises(FileNotFoundError):
        exchange.put_in_place(new.with_name("missing"), output, old)

    assert (output / "name.txt").read_text() == "site"
    assert not old.exists()


def test_recovery_never_replaces_a_site(two: tuple[Path, Path, Path]) -> None:
    """A folder in use stays, whatever lies beside it."""
    new, output, _ = two

    assert not exchange.recover(output, new)
    assert (output / "name.txt").read_text() == "site"


def test_flushing_works_either_way(two: tuple[Path, Path, Path], way: str) -> None:
    """Flushing a tree succeeds with one call and file by file."""
    new, _, _ = two
    (new / "deep").mkdir()

    exchange.flush(new)
    exchange.flush_names(new)

    assert (new / "name.txt").read_text() == "new"
