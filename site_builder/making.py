"""Pages and other files → the published site: what shows the same as before is not made again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_builder.cache.site_state import (
    MadeFile,
    PieceState,
    piece_state,
)
from site_builder.parallel import over_processes

if TYPE_CHECKING:

    from site_builder.output.files import OutputFile
    from site_builder.output.writer import Workplace

_CHUNK = 32
_MOSTLY = 0.5
"""Share of pieces to be made from which the whole site is laid out anew."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of the site that is made in one go."""

    id: str
    """The same in every build."""
    key: bytes | None
    """Stands for all that its files show; None where they must be made to know."""
    make: Callable[[], Iterable[OutputFile]]
    left: Callable[[], bytes] | None = None
    """Returns what making it leaves for later pieces, called after `make`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePiece:
    """What came of making a piece."""

    id: str
    state: PieceState
    written: tuple[str, ...]
    """Paths of files that are new or whose bytes changed."""
    dropped: tuple[str, ...]
    """Paths of files that it had in the former site and has no longer."""
    left: bytes = b""


class Making:
    """The making of one site out of the one before it."""

    def __init__(self, work: Workplace, former: Mapping[str, PieceState], jobs: int) -> None:
        self._work = work
        self._former = former
        self._jobs = jobs
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

    def make(self, pieces: Sequence[Piece]) -> Iterator[MadePiece]:
        """Make pieces, over all processes where there are many; yield what came of each."""
        jobs = self._jobs if len(pieces) > 4 * _CHUNK else 1
        for chunk in over_processes(
            self._make_chunk, pieces, jobs=jobs, chunk=_CHUNK, name=lambda one: one.id
        ):
            for one in chunk:
                self.take(one)
                yield one

    def take(self, one: MadePiece) -> None:
        """Note what came of a piece."""
        self.states[one.id] = one.state
        self.made.add(one.id)
        self.written += one.written
        self.dropped += one.dropped

    def make_one(self, piece: Piece) -> MadePiece:
        """Make a piece in this process."""
        former = self._former.get(piece.id)
        before = {one.path: one for one in former.files} if former else {}
        files = list(piece.make())
        paths = {one.path for one in files}
        dropped = tuple(path for path in before if path not in paths)
        self._work.drop(dropped)
        made, written = [], []
        for file in files:
            sha256 = hashlib.sha256(file.data).digest()
            old = before.get(file.path)
            same = old is not None and old.sha256 == sha256
            if self._work.put(file.path, file.data, same=same):
                written.append(file.path)
            made.append(MadeFile(path=file.path, size=len(file.data), sha256=sha256))
        return MadePiece(
            id=piece.id,
            state=piece_state(piece.key, made),
            written=tuple(written),
            dropped=dropped,
            left=piece.left() if piece.left else b"",
        )

    def _make_chunk(self, pieces: Sequence[Piece]) -> list[MadePiece]:
        return [self.make_one(piece) for piece in pieces]
