"""What a page tells a reader who opened it from a folder, handed to `static/js/file.js`."""

from __future__ import annotations

import json

from site_builder.site.interface import Interface

SCRIPT = "js/file.js"


def file_words(interface: Interface) -> bytes:
    """Return a line of JavaScript with the words, in the site's language."""
    words = {"title": interface.text("file_title"), "text": interface.text("file_text")}
    # In ASCII: a script opened from a folder has no header that says its encoding.
    return f"self.fileWords = {json.dumps(words)};\n".encode("ascii")
