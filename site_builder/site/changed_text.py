"""Stretches of a changed text put together so that they read well."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.site.article_views import ChangedText


def join_pieces(pieces: Iterable[tuple[str, str]]) -> ChangedText:
    """Return (change, words) pieces with the white space between them outside of changes.

    A space stands where either side has one, and between two words; none stands before a sign
    that closes, such as a comma after words that were dropped.
    """
    joined: list[tuple[str, str]] = []
    gap = ""
    for change, words in pieces:
        text = words.strip()
        lead = words[: len(words) - len(words.lstrip())]
        if text:
            space = gap or lead
            if joined and not space and change != joined[-1][0] and _parted(joined[-1][1], text):
                space = " "
            if space and joined and not (_closes(text) and "dropped" in (change, joined[-1][0])):
                _append(joined, "same", " ")
            _append(joined, change, text)
            gap = words[len(words.rstrip()) :]
        else:
            gap = gap or words
    return tuple(joined)


def _append(joined: list[tuple[str, str]], change: str, text: str) -> None:
    if joined and joined[-1][0] == change:
        joined[-1] = (change, joined[-1][1] + text)
    else:
        joined.append((change, text))


def _parted(before: str, after: str) -> bool:
    """Return whether a word meets another one, or a sign after which a space is written."""
    return _is_spaced(after[0]) and (_is_spaced(before[-1]) or before[-1] in ".,;:!?)]”…")


def _is_spaced(sign: str) -> bool:
    return sign.isalnum() and not "\u3040" <= sign <= "\u9fff"


def _closes(text: str) -> bool:
    return text[0] in ".,;:!?)]”’»…、。，；：！？"
