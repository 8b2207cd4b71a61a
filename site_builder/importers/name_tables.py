"""Tables of names by country, read: 'CC Name, other name; CC …'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.importers.lines import WORD

NAME_TOKEN = re.compile(rf"(?:[^\W\d_]\.){{2,}}|{WORD}|\d+")
"""A word of a name, an abbreviation with its full stops, or a number."""


def names_by_country(table: str) -> Iterator[tuple[str, list[str]]]:
    """Yield (ISO 3166-1 alpha-2 code, names) for each entry of a table."""
    for entry in map(str.strip, re.split(r"[;\n]", table)):
        if entry:
            yield entry[:2], [word.strip() for word in entry[2:].split(",")]
