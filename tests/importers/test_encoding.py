"""Bytes of clippings."""

from __future__ import annotations

import gzip

import pytest

from site_builder.importers.encoding import MAX_BYTES, UnreadableError, decode_bytes


def test_utf_8_with_a_mark_and_crlf_is_read_plainly() -> None:
    """The byte-order mark goes and line ends become LF."""
    found = decode_bytes("\ufeffGenève\r\nBern\r".encode())

    assert (found.text, found.encoding, found.repaired) == ("Genève\nBern\n", "utf-8", False)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-16", "Ministry of Foreign Affairs in Genève"),
        (
            "cp1251",
            "Министр иностранных дел заявил, что переговоры будут продолжены в понедельник.",
        ),
        (
            "cp1256",
            "أكد وزير الخارجية اليوم أن بلاده تدعم الحل السياسي وأنها ستواصل المشاورات مع الجميع",
        ),
        ("gb18030", "外交部发言人在例行记者会上表示，双方将继续保持沟通，共同维护地区和平与稳定。"),
        (
            "cp1252",
            "Le ministre a déclaré à Genève que la réunion était reportée à l’été prochain.",
        ),
    ],
)
def test_other_encodings_are_found_out(encoding: str, text: str) -> None:
    """The text comes out as it was written, whatever the encoding."""
    assert decode_bytes(text.encode(encoding)).text == text


def test_mojibake_is_repaired_and_said() -> None:
    """UTF-8 that was once read as Windows-1252 is mended by the library."""
    broken = "Le ministère a déclaré à Genève".encode().decode("cp1252", errors="ignore")

    found = decode_bytes(broken.encode())

    assert found.repaired
    assert found.text.startswith("Le ministère a déclaré")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b" \n\t ", "the file is empty"),
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04rest", "a zip archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (bytes(range(256)) * 8, "binary file"),
        (gzip.compress(b"text", mtime=0), "binary file"),
        (b"\x01\x02\x03\x04" * 100, "binary file"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, message: str) -> None:
    """Empty and binary files are errors that say what they are."""
    with pytest.raises(UnreadableError, match=message):
        decode_bytes(data)


def test_a_huge_file_is_refused() -> None:
    """A clipping is a page of text, not fifty megabytes."""
    with pytest.raises(UnreadableError, match="has 50 MB"):
        decode_bytes(b"a" * 50_000_000)
    assert MAX_BYTES < 50_000_000
