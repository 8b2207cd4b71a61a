"""Bytes of a clipping to text: encodings found out, mojibake mended, binary refused."""

# ruff: noqa: PLC0415  (heavy libraries are loaded where they are used)
from __future__ import annotations

import codecs
import re

import msgspec

MAX_BYTES = 2 * 1024 * 1024
"""A clipping is a page of text; anything longer is a data set or no text at all."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"{\\rtf", "a rich text document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_MOJIBAKE = re.compile(
    r"[ÂÃ][\u0080-\u00bf\u2018-\u201e\u2020-\u2026\u20ac]|â€|[ÐÑ][\u0080-\u00bf\u2018-\u2122]"
    r"|[ØÙ][\u0080-\u00bf§¨©ª«±]|Р[°-џ]С|вЂ|[\u0080-\u009f]"
)


class UnreadableError(Exception):
    """The bytes are no text that can be read; the message says what they are."""


class DecodedText(msgspec.Struct, frozen=True, kw_only=True):
    """Text with the way it was read."""

    text: str
    encoding: str
    repaired: bool
    """Whether mojibake (text decoded wrongly before it reached the archive) was mended."""


def decode_bytes(data: bytes) -> DecodedText:
    """Return the text of `data`, line ends as '\\n'.

    Raises UnreadableError for empty, binary and overlong input.
    """
    if not data.strip():
        raise UnreadableError("the file is empty")
    if len(data) > MAX_BYTES:
        raise UnreadableError(
            f"the file has {len(data) / 1_000_000:.0f} MB; a clipping may have "
            f"{MAX_BYTES // (1024 * 1024)} MB"
        )
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(f"this is {what}, not text")
    text, encoding = _decode(data)
    text, repaired = _mend(text)
    text = mend_controls(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _control_share(text) > 0.02:
        raise UnreadableError("this is a binary file, not text")
    return DecodedText(text=text, encoding=encoding, repaired=repaired)


def _decode(data: bytes) -> tuple[str, str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding), encoding.removesuffix("-sig")
            except UnicodeDecodeError as error:
                raise UnreadableError(
                    f"the file says it is {encoding} and is not (byte {error.start})"
                ) from error
    if b"\0" in data[:4096]:
        raise UnreadableError("this is a binary file, not text")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes

    best = from_bytes(data[:65536]).best()
    if best is None:
        raise UnreadableError("the file's encoding cannot be told; save it as UTF-8")
    if _western(data, best.encoding):
        return data.decode("cp1252"), "cp1252"
    try:
        return data.decode(best.encoding), best.encoding
    except (UnicodeDecodeError, LookupError):
        return data.decode(best.encoding, errors="replace"), best.encoding


_WESTERN = frozenset(("en", "fr", "es", "pt", "it", "de", "nl", "sv", "da", "no", "fi", "ca", "gl"))


def _western(data: bytes, encoding: str) -> bool:
    """Whether a text found to be of a neighbouring code page is Western European after all.

    The code pages of Latin letters differ in a handful of accents; the words tell the language.
    """
    if not encoding.startswith(
        ("cp125", "iso8859", "iso_8859", "latin", "mac", "cp437", "cp850", "cp858", "hp_")
    ):
        return False
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    from site_builder.importers.language import detect_language

    found = detect_language(text)
    return found is not None and found.value in _WESTERN


_C1 = {code: bytes([code]).decode("cp1252", errors="ignore") or None for code in range(0x80, 0xA0)}


def mend_controls(text: str) -> str:
    """Return the text with C1 controls as the letters that they are in Windows-1252.

    They come from text that was read as ISO 8859-1: U+009A for 'š'.
    """
    return text if text.isascii() else text.translate(_C1)


def _mend(text: str) -> tuple[str, bool]:
    if not _MOJIBAKE.search(text):
        return text, False
    import ftfy

    mended = ftfy.fix_encoding(text)
    return mended, mended != text


def _control_share(text: str) -> float:
    sample = text[:65536]
    bad = sum(1 for char in sample if char < " " and char not in "\n\r\t\f\x1b")
    return bad / max(1, len(sample))
