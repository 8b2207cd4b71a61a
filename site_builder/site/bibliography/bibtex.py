"""BibTeX, with the fields that BibLaTeX adds and BibTeX passes over.

Source: the manuals of BibTeX and of BibLaTeX (types @article and @online, entrysubtype
newspaper, partial dates in ISO 8601). BibTeX counts braces even where a backslash precedes
them: those in pairs are written \\{ and \\}, which every reader knows, and a brace without its
other half becomes a command.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from site_builder.site.bibliography.item import BibliographicItem, Shape, one_line

_TYPES = {Shape.NEWS: "article", Shape.WEB: "online", Shape.DOCUMENT: "misc"}
_CONTAINERS = {Shape.NEWS: "journal", Shape.WEB: "organization", Shape.DOCUMENT: "howpublished"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
    }
)
_SPECIAL = re.compile(r"[\\~^&%$#_{}]")
_SAFE = re.compile(r"[A-Za-z0-9:/?#\[\]@!$&'()*+,;=%~_.-]*")
_LONE_BRACES = {"{": r"\lbrace{}", "}": r"\rbrace{}"}


def bibtex(item: BibliographicItem) -> str:
    """Return the item as one entry, its id as the key."""
    lines = "".join(f"  {name} = {value},\n" for name, value in _fields(item))
    return f"@{_TYPES[item.shape]}{{{item.id},\n{lines}}}\n"


def _fields(item: BibliographicItem) -> Iterator[tuple[str, str]]:
    # A second pair of braces keeps the capitals that the carrier wrote.
    yield "title", f"{{{{{_escape(item.cited_title)}}}}}"
    if item.container:
        yield _CONTAINERS[item.shape], f"{{{_escape(item.container)}}}"
    if item.shape is Shape.NEWS:
        yield "entrysubtype", "{newspaper}"
    if item.contributors:
        names = " and ".join(f"{{{_escape(name)}}}" for name in item.contributors)
        yield "editora", f"{{{names}}}"
        yield "editoratype", "{collaborator}"
    yield "date", f"{{{item.issued}}}"
    yield "year", f"{{{item.issued.year:04d}}}"
    if item.issued.month:
        yield "month", _MONTHS[item.issued.month - 1]
    if item.url:
        yield "url", f"{{{_address(item.url)}}}"
    yield "library", f"{{{_escape(item.archive)}}}"
    yield "language", f"{{{item.language}}}"
    if notes := " ".join(note for note in (item.genre and f"{item.genre}.", *item.notes) if note):
        yield "note", f"{{{_escape(notes)}}}"
    if item.abstract:
        yield "abstract", f"{{{_escape(item.abstract)}}}"
    if item.keywords:
        words = ", ".join(_escape(word).replace(",", " ") for word in item.keywords)
        yield "keywords", f"{{{words}}}"


def _escape(text: str) -> str:
    line = one_line(text)
    if _SPECIAL.search(line) is None:
        return line
    if "{" not in line and "}" not in line:
        return line.translate(_ESCAPES)
    paired = _paired_braces(line)
    return "".join(
        (f"\\{character}" if place in paired else _LONE_BRACES[character])
        if character in _LONE_BRACES
        else character.translate(_ESCAPES)
        for place, character in enumerate(line)
    )


def _paired_braces(text: str) -> set[int]:
    """Return the places of the braces that open or close a pair."""
    paired: set[int] = set()
    opened: list[int] = []
    for place, character in enumerate(text):
        if character == "{":
            opened.append(place)
        elif character == "}" and opened:
            paired |= {opened.pop(), place}
    return paired


def _address(url: str) -> str:
    """Return an address with nothing in it that ends a BibTeX value or starts a comment."""
    return url if _SAFE.fullmatch(url) else quote(url, safe=":/?#[]@!$&'()*+,;=%~_.-")
