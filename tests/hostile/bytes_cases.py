"""Bytes that are no text, and text that only looks broken."""

from __future__ import annotations

import zlib

from tests.hostile.case import Case, article, refused, shown, warned

_GOOD = article(body="One.\n\nTwo MARK three.\n").encode()


def _with(mark: bytes) -> bytes:
    """The good article with `mark` on its line 8, column 5."""
    return _GOOD.replace(b"MARK", mark)


_BROKEN = {
    "latin-1": b"\xe9t\xe9",
    "lone-continuation": b"\x80",
    "cut-short": b"\xe2\x82",
    "overlong": b"\xc0\xaf",
    "overlong-null": b"\xc0\x80",
    "surrogate": b"\xed\xa0\x80",
    "beyond-unicode": b"\xf4\x90\x80\x80",
    "never-a-byte-of-utf-8": b"\xff",
}

_CONTROLS = {
    "null": "\0",
    "start-of-text": "\x02wzxhzdk:0\x03",
    "backspace": "\b",
    "vertical-tab": "\v",
    "form-feed": "\f",
    "escape": "\x1b[31m",
    "delete": "\x7f",
    "c1": "\x9b",
    "next-line": "\x85",
    "line-separator": "\u2028",
    "paragraph-separator": "\u2029",
    "not-a-character": "\uffff",
    "reversed-byte-order-mark": "\ufffe",
}

_OVERRIDES = {"override": "\u202e", "embedding": "\u202b", "pop": "\u202c"}

_KEPT = {
    "zero-width-space": "a\u200bb",
    "zero-width-joiner": "ک\u200dہ",
    "byte-order-mark-inside": "a\ufeffb",
    "soft-hyphen": "a\u00adb",
    "private-use": "\ue000",
    "beyond-the-first-plane": "𠮷野家",
    "decomposed": "e\u0301te\u0301",
    "isolates": "\u2067מבט\u2069",
    "tag-characters": "\U000e0041\U000e0042",
    "annotation": "\ufff9a\ufffab\ufffb",
    "replacement": "caf\ufffd",
    "ideographic-space": "a\u3000b",
}

CASES: tuple[Case, ...] = (
    *(
        refused(f"bytes-{name}", _with(mark), 8, "column 5 are not UTF-8")
        for name, mark in _BROKEN.items()
    ),
    *(
        refused(
            f"control-{name}",
            _with(mark.encode("utf-8", "surrogatepass")),
            8,
            f"column 5 holds the control character U+{ord(mark[0]):04X}",
        )
        for name, mark in _CONTROLS.items()
    ),
    refused("utf-16", _GOOD.decode().encode("utf-16"), 1, "the bytes at column 1 are not UTF-8"),
    refused("utf-16-without-mark", _GOOD.decode().encode("utf-16-le"), 1, "U+0000"),
    refused("utf-32", _GOOD.decode().encode("utf-32"), 1, "not UTF-8"),
    refused("compressed", zlib.compress(_GOOD), 1, "not UTF-8"),
    refused("a-picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 1, "not UTF-8"),
    refused(
        "control-in-the-title", article(title="a\x01b"), 2, "column 9 holds the control character"
    ),
    refused(
        "broken-in-the-title", article(title="\udce9"), 2, "the bytes at column 8 are not UTF-8"
    ),
    refused(
        "control-after-windows-line-ends",
        _with(b"\x07").replace(b"\n", b"\r\n"),
        8,
        "column 5 holds the control character U+0007",
    ),
    *(
        warned(f"direction-{name}", _with(mark.encode()), 8, "which can reorder words")
        for name, mark in _OVERRIDES.items()
    ),
    warned("direction-in-the-title", article(title="a\u202eb"), 2, "U+202E"),
    *(
        shown(f"kept-{name}", _with(text.encode()), f"Two {text} three.")
        for name, text in _KEPT.items()
    ),
    shown("byte-order-mark", b"\xef\xbb\xbf" + _GOOD, "Two MARK three."),
    shown("old-mac-line-ends", _GOOD.replace(b"\n", b"\r"), "Two MARK three."),
    shown("mixed-line-ends", _GOOD.replace(b"\n", b"\r\n", 3), "Two MARK three."),
    shown("no-last-line-end", _GOOD.rstrip(), "Two MARK three."),
    shown("tabs-in-the-text", _with(b"a\tb"), "Two a b three."),
)
