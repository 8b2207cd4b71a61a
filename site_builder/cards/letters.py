"""Letters to draw cards with: which font has which, and how wide they are.

The fonts arrive like lunr.js, through npm; an archive adds its own in the folder `fonts/`. Each is
given a name of its own, so that what is drawn never depends on the fonts of the machine.
"""

from __future__ import annotations

import io
import os
import shutil
import tempfile
import unicodedata
import weakref
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from site_builder.vendor import vendored_file

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_LATIN = ("latin", "latin-ext", "cyrillic", "greek", "vietnamese")
_SERIF = tuple(f"noto-serif-{one}.woff" for one in _LATIN)
_SANS = tuple(f"noto-sans-{one}.woff" for one in _LATIN)
_NASKH = ("noto-naskh-arabic.woff",)
_NASTALIQ = ("noto-nastaliq-urdu.woff",)
FAMILIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"serif": _SERIF, "sans": _SANS, "naskh": _NASKH, "nastaliq": _NASTALIQ}
)

BUILT_IN = frozenset(map(chr, range(ord(" "), ord("~") + 1))) | frozenset("–—‘’“”…·")
"""Letters that the built-in fonts have for sure. Most builds draw no card, and need not open a
font to know that they could."""


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """Letters that one font has."""

    font: int
    text: str


class UnreadableFontError(ValueError):
    """A file of the archive's folder of fonts is none; the message names it."""


class Letters:
    """The fonts of one build."""

    def __init__(self, own: Sequence[tuple[str, bytes]] = ()) -> None:
        """`own` holds the archive's own fonts, by name, in the order in which they are tried.

        Raises UnreadableFontError for one that is no font.
        """
        self._own = tuple(own)
        names = [name for family in FAMILIES.values() for name in family]
        self._fonts = [_Font(name, vendored_file(name)) for name in names]
        self._families = {
            family: [names.index(name) for name in found] for family, found in FAMILIES.items()
        }
        self._fonts += [_Font(name, data) for name, data in self._own]
        self._families["own"] = list(range(len(names), len(self._fonts)))
        for font in self._fonts[len(names) :]:
            font.check()

    def covers(self, text: str) -> bool:
        """Return whether some font has each letter of a text."""
        order = [one for family in self._families.values() for one in family]
        rest = set(text) - BUILT_IN
        return all(_ignorable(letter) or self._find(letter, order) is not None for letter in rest)

    def runs(self, text: str, families: Sequence[str]) -> list[Run]:
        """Return a text cut where the font changes; families are tried in the order given."""
        order = self._order(families)
        runs: list[Run] = []
        for letter, after in pairwise(f"{text} "):
            found = None if _marks(letter) and runs else self._find(letter, order)
            # A space between two words of one font is that font's; at the edge of another it is
            # the base's, or it would cut a word's joints.
            within = runs and letter.isspace() and self._find(after, order) == runs[-1].font
            if within or found is None:
                found = runs[-1].font if runs else order[0]
            if runs and runs[-1].font == found:
                runs[-1] = Run(font=found, text=runs[-1].text + letter)
            else:
                runs.append(Run(font=found, text=letter))
        return runs

    def width(self, text: str, families: Sequence[str]) -> float:
        """Return about how wide a text is, in its size; joined letters may be narrower."""
        return sum(
            self._fonts[run.font].advance(letter)
            for run in self.runs(text, families)
            for letter in run.text
        )

    def name(self, font: int) -> str:
        """Return the name by which a drawing asks for a font."""
        return f"card-{font}"

    def files(self, fonts: Iterable[int]) -> list[str]:
        """Return the files of fonts as the renderer reads them."""
        return [self._file(font) for font in sorted(set(fonts))]

    def _order(self, families: Sequence[str]) -> list[int]:
        return [one for family in (*families, "own") for one in self._families[family]]

    def _find(self, letter: str, order: Iterable[int]) -> int | None:
        code = ord(letter)
        return next((font for font in order if code in self._fonts[font].letters), None)

    def _file(self, font: int) -> str:
        path = Path(self._folder, f"{font}.ttf")
        if not path.exists():
            # Another process of the build may do the same.
            aside = path.with_suffix(f".{os.getpid()}")
            aside.write_bytes(self._fonts[font].renamed(self.name(font)))
            aside.replace(path)
        return os.fspath(path)

    @cached_property
    def _folder(self) -> str:
        folder = tempfile.mkdtemp(prefix="site-builder-fonts-")
        weakref.finalize(self, _remove, folder, os.getpid())
        return folder

    def prepare(self) -> None:
        """Make the folder for files before other processes share it."""
        _ = self._folder


class _Font:
    def __init__(self, name: str, data: bytes) -> None:
        self._name = name
        self._data = data

    def check(self) -> None:
        from fontTools.ttLib import TTLibError

        try:
            _ = self.letters
        except (TTLibError, KeyError, AssertionError, TypeError) as fault:
            raise UnreadableFontError(self._name) from fault

    @cached_property
    def letters(self) -> frozenset[int]:
        return frozenset(self._glyphs)

    def advance(self, letter: str) -> float:
        """Return a letter's width in its size; 0 where the font has none."""
        glyph = self._glyphs.get(ord(letter))
        return self._widths[glyph] / self._units if glyph else 0.0

    def renamed(self, name: str) -> bytes:
        """Return the font as a TrueType or OpenType file under another name."""
        font = self._open()
        names = font["name"]
        names.names = []
        for platform in ((3, 1, 0x409), (1, 0, 0)):
            for identifier, value in ((1, name), (2, "Regular"), (4, name), (6, name)):
                names.setName(value, identifier, *platform)
        font["OS/2"].usWeightClass = 400
        font.flavor = None
        made = io.BytesIO()
        font.save(made, reorderTables=False)
        return made.getvalue()

    def _open(self) -> TTFont:
        from fontTools.ttLib import TTFont

        return TTFont(io.BytesIO(self._data), lazy=True, recalcTimestamp=False)

    @cached_property
    def _glyphs(self) -> Mapping[int, str]:
        return dict(self._open().getBestCmap())

    @cached_property
    def _widths(self) -> Mapping[str, int]:
        return {glyph: width for glyph, (width, _) in self._open()["hmtx"].metrics.items()}

    @cached_property
    def _units(self) -> int:
        return int(self._open()["head"].unitsPerEm)


def _remove(folder: str, maker: int) -> None:
    if os.getpid() == maker:  # not a copy of the process that made it
        shutil.rmtree(folder, ignore_errors=True)


def _ignorable(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) in ("Cf", "Cc")


def _marks(letter: str) -> bool:
    """Return whether a letter is drawn on the one before it, in its font."""
    return unicodedata.category(letter) in ("Cf", "Cc", "Mn", "Me")
