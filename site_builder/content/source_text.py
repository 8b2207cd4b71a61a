"""Bytes of a source file → text that is safe to read on."""

from __future__ import annotations

import re
import unicodedata

from site_builder.diagnostics import Diagnostic, SourceLocation, error, warning

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
"""Everything XML 1.0 forbids, DEL and the C1 controls: none has a meaning in prose. YAML takes
U+0085, U+2028 and U+2029 for line ends, which would move every line number after them."""

BIDI_OVERRIDES = re.compile("[\u202a-\u202e]")
"""What can show words in another order than they are written in."""


def decode_source(data: bytes, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the file's text with LF line ends and no byte-order mark, and its faults.

    Broken UTF-8 and control characters are errors with line and column; the text is then ''.
    Characters that override the direction of writing are a warning, because they can make a
    reader see another order of words than the one that is there.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line, column = _place(data[: fault.start].decode("utf-8", "replace"))
        return "", (
            error(
                SourceLocation(path=path, line=line),
                "encoding",
                f"the bytes at column {column} are not UTF-8",
                "Save the file as UTF-8; in most editors this is a choice in 'Save as'.",
            ),
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    forbidden = FORBIDDEN.search(text)
    if forbidden is not None:
        line, column = _place(text[: forbidden.start()])
        return "", (
            error(
                SourceLocation(path=path, line=line),
                "control-character",
                f"column {column} holds the control character U+{ord(forbidden[0]):04X}",
                "Delete it; it is invisible and comes from copying or from a broken conversion.",
            ),
        )
    override = BIDI_OVERRIDES.search(text)
    if override is None:
        return text, ()
    line, column = _place(text[: override.start()])
    name = unicodedata.name(override[0], "a direction override").lower()
    return text, (
        warning(
            SourceLocation(path=path, line=line),
            "direction-override",
            f"column {column} holds {name} (U+{ord(override[0]):04X}), which can reorder words",
            "Delete it; right-to-left text needs no such character.",
        ),
    )


def _place(before: str) -> tuple[int, int]:
    """Return line and column, both from 1, of the character after `before`."""
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    last_break = before.rfind("\n")
    return before.count("\n") + 1, len(before) - last_break
