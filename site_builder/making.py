"""Pages and other files → the published site: what shows the same as before is not made again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from site_builder.cache.site_state import (
    MadeFile,
    PieceState,
    piece_state,
)
from site_builder.parallel import in_chunks, over_processes

if TYPE_CHECKING:
    from site_builder.output.files import OutputFile
    from site_builder.output.writer import Workplace
    from site_builder.site.pages import Page

_CHUNK = 64

RenderElsewhere = Callable[["Iterable[Sequence[Page]]"], "Iterator[Sequence[OutputFile]]"]
"""Renders chunks of pages, in order."""


class PageSteps(msgspec.Struct, frozen=True, kw_only=True):
    """How a page is made with what lies beside it: for many pages, each step for all of them."""

    page: Callable[[], Page]
    render: Callable[[Page], OutputFile]
    with_page: Callable[[OutputFile], Iterable[OutputFile]]
    """Gives the rendered page and what lies beside it."""


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the site that is made in one go."""

    id: str
    """The same in every build."""
    key: bytes | None
    """Stands for all that its files show; None where they must be made to know."""
    make: Callable[[], Iterable[OutputFile] | Update] | PageSteps
    left: Callable[[], bytes] | None = None
    """Returns what making it leaves for later pieces, called after `make`."""


class Update(msgspec.Struct, frozen=True, kw_only=True):
    """What brings a piece of many files up to date."""

    files: Iterable[OutputFile]
    """New or changed."""
    kept: Sequence[str]
    """Paths of those that stay as they are; all its others go."""


class MadePiece(msgspec.Struct, frozen=True, kw_only=True):
    """What came of making a piece."""

    id: str
    state: PieceState
    written: tuple[str, ...]
    """Paths of files that are new or whose bytes changed."""
    dropped: tuple[str, ...]
    """Paths of files that it had in the former site and has no longer."""
    left: bytes = b""


def made_files(piece: Piece) -> tuple[OutputFile, ...]:
    """Return the files of a piece, made from nothing."""
    (outcome,) = _outcomes([piece])
    return tuple(outcome.files if isinstance(outcome, Update) else outcome)


class Making:
    """The making of one site out of the one before it."""

    def __init__(
        self,
        work: Workplace,
        former: Mapping[str, PieceState],
        jobs: int,
        render: RenderElsewhere | None = None,
    ) -> None:
        """`render` has pages rendered by an executor rather than by copies of this process."""
        self._work = work
        self._former = former
        self._jobs = jobs
        self._render = render
        self.states: dict[str, PieceState] = {}
        self.made: set[str] = set()
        self.written: list[str] = []
        self.dropped: list[str] = []

    def keep(self, piece: Piece) -> bool:
        """Take a piece as it is if it shows what it showed; return whether it does."""
        state = self._former.get(piece.id)
        if state is None or piece.key is None or state.key != piece.key:
            return False
        self.states[piece.id] = state
        return True

    def make(
        self, pieces: Sequence[Piece], *, large: Sequence[Piece] = (), small: bool = False
    ) -> Iterator[MadePiece]:
        """Make pieces, over all processes where it pays; yield what came of each.

        `large` ones are much work each and begin first. `small` says that all of it is little.
        """
        if self._render is not None and not small:
            yield from self._make_elsewhere([*large, *pieces], self._render)
            return
        jobs = 1 if small or len(pieces) + _CHUNK * len(large) <= 2 * _CHUNK else self._jobs
        if jobs > 1 and not large:
            # What making a page takes, such as compiled templates, every worker then has in memory.
            yield self._note(self._make_chunk(pieces[:1])[0])
            pieces = pieces[1:]
        chunks = [[piece] for piece in large]
        chunks += [list(pieces[at : at + _CHUNK]) for at in range(0, len(pieces), _CHUNK)]
        for chunk in over_processes(self._make_chunk, chunks, jobs=jobs, name=lambda one: one.id):
            for one in chunk:
                yield self._note(one)

    def _make_elsewhere(
        self, pieces: Sequence[Piece], render: RenderElsewhere
    ) -> Iterator[MadePiece]:
        pages = [(one, one.make) for one in pieces if isinstance(one.make, PageSteps)]
        for piece in pieces:
            if not isinstance(piece.make, PageSteps):
                yield self._note(_with_left(piece, self._put(piece, piece.make())))
        chunks = in_chunks(pages, _CHUNK)
        given = ([steps.page() for _, steps in chunk] for chunk in chunks)
        for chunk, files in zip(chunks, render(given), strict=True):
            for (piece, steps), file in zip(chunk, files, strict=True):
                yield self._note(_with_left(piece, self._put(piece, steps.with_page(file))))

    def _note(self, one: MadePiece) -> MadePiece:
        self.states[one.id] = one.state
        self.made.add(one.id)
        self.written += one.written
        self.dropped += one.dropped
        return one

    def _make_chunk(self, pieces: Sequence[Piece]) -> list[MadePiece]:
        """Make pieces in this process."""
        made = [
            self._put(piece, outcome)
            for piece, outcome in zip(pieces, _outcomes(pieces), strict=True)
        ]
        return [_with_left(piece, one) for piece, one in zip(pieces, made, strict=True)]

    def _put(self, piece: Piece, outcome: Iterable[OutputFile] | Update) -> MadePiece:
        """Put the files of a piece into the site."""
        former = self._former.get(piece.id)
        before = {one.path: one for one in former.files} if former else {}
        kept = outcome.kept if isinstance(outcome, Update) else ()
        self._work.keep(kept)
        made = [before[path] for path in kept]
        written = []
        # One after another: those of a large archive's data and search fill gigabytes together.
        for file in outcome.files if isinstance(outcome, Update) else outcome:
            sha256 = hashlib.sha256(file.data).hexdigest()
            old = before.get(file.path)
            same = old is not None and old.sha256 == sha256
            if self._work.put(file.path, file.data, same=same):
                written.append(file.path)
            made.append(MadeFile(path=file.path, size=len(file.data), sha256=sha256))
        paths = {one.path for one in made}
        dropped = tuple(path for path in before if path not in paths)
        self._work.drop(dropped)
        return MadePiece(
            id=piece.id,
            state=piece_state(piece.key, made),
            written=tuple(written),
            dropped=dropped,
        )


def _outcomes(pieces: Sequence[Piece]) -> list[Iterable[OutputFile] | Update]:
    """Return the files of pieces, those of pages step by step for all of them.

    A step goes through code and tables of its own again and again: between other steps, it would
    find little of them in the processor's cache.
    """
    makers = [piece.make for piece in pieces]
    pages = [(at, one) for at, one in enumerate(makers) if isinstance(one, PageSteps)]
    views = [steps.page() for _, steps in pages]
    rendered = [steps.render(view) for (_, steps), view in zip(pages, views, strict=True)]
    files = {
        at: tuple(steps.with_page(file)) for (at, steps), file in zip(pages, rendered, strict=True)
    }
    return [files[at] if isinstance(make, PageSteps) else make() for at, make in enumerate(makers)]


def _with_left(piece: Piece, made: MadePiece) -> MadePiece:
    return replace(made, left=piece.left()) if piece.left else made
