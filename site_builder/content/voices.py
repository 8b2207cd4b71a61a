"""Whose words a paragraph holds, as its attribute list says: `{: voice=direct }`."""

from __future__ import annotations

import re

from site_builder.content.model import Voice

VOICE_LINE = re.compile(r"\n?[ ]{0,3}\{:[ ]*([^{}\n]*?)[ ]*\}[ \t]*\Z")
"""The attribute list at the end of a paragraph; its first group is what is in the braces."""

_VOICE = re.compile(r"voice=[\"']?([\w-]+)[\"']?")


def read_voice(attributes: str) -> Voice | None:
    """Return the voice that an attribute list gives, None where it gives none there is."""
    match = _VOICE.fullmatch(attributes)
    if match is None or match[1] not in Voice.__members__.values():
        return None
    return Voice(match[1])


def voice_fault(attributes: str) -> tuple[str, str]:
    """Return what is wrong with an attribute list that gives no voice, and the next step."""
    voices = ", ".join(Voice)
    return (
        f'"{{: {attributes} }}" does not say whose words the paragraph holds',
        f"Write {{: voice=… }} with one of {voices}.",
    )
