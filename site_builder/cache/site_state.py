"""What is known of a site that an earlier build published, page by page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

import msgspec

from site_builder.diagnostics import Diagnostic
from site_builder.output.writer import SiteChange

KEY = 16


class MadeFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file of the site."""

    path: str
    sha256: str
    """64 hexadecimal digits."""
    size: int
    """In bytes."""


class PieceState(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What one piece of the site left."""

    key: bytes | None
    """What it shows; None where nothing tells."""
    digest: bytes
    """Of its files."""
    count: int
    """How many files it has."""
    size: int
    """Of all its files."""
    lines: bytes
    """'<sha256>  <path>\\n' of each file, by path: its part of the site's manifest."""
    sizes: tuple[int, ...]
    """Of each file in the order of the lines, in bytes."""

    @property
    def paths(self) -> list[str]:
        """Of its files, in order."""
        return [line[66:] for line in self.lines.decode("utf-8").split("\n")[:-1]]

    @property
    def files(self) -> tuple[MadeFile, ...]:
        """Its files, by path."""
        lines = self.lines.decode("utf-8").split("\n")[:-1]
        return tuple(
            MadeFile(sha256=line[:64], path=line[66:], size=size)
            for line, size in zip(lines, self.sizes, strict=True)
        )


class SiteState(msgspec.Struct, frozen=True, kw_only=True):
    """What a build leaves of a site, beside its pieces."""

    inputs: bytes
    """Of everything that the site was made of."""
    change: SiteChange
    articles: int
    pages: int
    files: int
    size: int
    diagnostics: tuple[Diagnostic, ...]
    folders: str
    """Where its files lie, by lines."""


def piece_state(key: bytes | None, files: Iterable[MadeFile]) -> PieceState:
    """Return the state of a piece with these files."""
    made = sorted(files, key=lambda one: one.path)
    lines = "".join(f"{one.sha256}  {one.path}\n" for one in made).encode("utf-8")
    return PieceState(
        key=key,
        digest=hashlib.blake2b(lines, digest_size=KEY).digest(),
        count=len(made),
        size=sum(one.size for one in made),
        lines=lines,
        sizes=tuple([one.size for one in made]),
    )


def site_id(pieces: Mapping[str, PieceState]) -> str:
    """Return what stands for all files of a site: 32 hexadecimal digits, whatever their order."""
    total = sum(int.from_bytes(one.digest) for one in pieces.values())
    return hashlib.blake2b(b"%d %d" % (len(pieces), total), digest_size=KEY).hexdigest()


def manifest(pieces: Mapping[str, PieceState]) -> bytes:
    """Return the SHA-256 sums of all files of a site, as sha256sum reads them."""
    return b"".join([pieces[one].lines for one in sorted(pieces)])


def pack_piece(state: PieceState) -> bytes:
    """Return a piece's state as bytes."""
    return _encode(state)


def unpack_piece(data: bytes) -> PieceState:
    """Return a piece's state from its bytes."""
    return _PIECES.decode(data)


def pack_state(state: SiteState) -> bytes:
    """Return a site's state as bytes."""
    return _encode(state)


def unpack_state(data: bytes | None) -> SiteState | None:
    """Return a site's state from its bytes, or None where they hold something else."""
    try:
        return None if data is None else msgspec.msgpack.decode(data, type=SiteState)
    except msgspec.MsgspecError:
        return None


_encode = msgspec.msgpack.Encoder().encode
_PIECES = msgspec.msgpack.Decoder(PieceState)
