"""Text for XML, escaped; `xml.sax.saxutils` would bring half of urllib with it."""

from __future__ import annotations


def xml_text(text: str) -> str:
    """Return text as it stands between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def xml_attribute(text: str) -> str:
    """Return text as the value of an attribute, its quotation marks included."""
    value = xml_text(text)
    for character in "\n\r\t":
        # A reader would make a space of it.
        value = value.replace(character, f"&#{ord(character)};")
    if '"' not in value:
        return f'"{value}"'
    if "'" not in value:
        return f"'{value}'"
    return '"' + value.replace('"', "&quot;") + '"'
