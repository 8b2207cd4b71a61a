"""How much work a body may ask of the Markdown converter, counted while the work is done.

Python-Markdown's time grows with the square of several things that prose has few of. Counting
what it takes up stops it at the same place on every machine, which a clock would not.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

BLOCK_BUDGET = 20_000_000
"""Characters of blocks that the converter may read, each block counted anew for each level and
each time it is taken up again, and `_BLOCK_COST` more each time. About half a second."""
INLINE_BUDGET = 300_000_000
"""Characters of paragraphs times marks in them, which is how the work on a paragraph grows."""

_BLOCK_COST = 1_000
_BRACKET_COST = 100
"""An opening bracket is followed to the paragraph's end, character by character."""
_INLINE_MARK = re.compile(r"[*_`<&\\\[\]]|[ ]{2}\n")


class TooMuchWorkError(Exception):
    """A text that would keep the converter busy for too long."""

    def __init__(self, message: str, hint: str, snippet: str = "") -> None:
        super().__init__(message)
        self.hint = hint
        self.snippet = snippet
        """The text to find its line by; '' for the whole body."""


class BlockMeter(BlockProcessor):
    """Asked about every block before those that read it; takes none, and counts them all."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.left = BLOCK_BUDGET

    def start(self) -> None:
        """Count from nothing, for the next body."""
        self.left = BLOCK_BUDGET

    def test(self, parent: Element, block: str) -> bool:
        # A list is put together anew for every line of it.
        self.left -= len(block) + _BLOCK_COST + len(block) * block.count("\n") // 500
        code = self.lastChild(parent)
        if code is not None and code.tag == "pre" and block.startswith("    "):
            # The converter copies the whole listing for every block that it adds to it.
            self.left -= len(code[0].text or "") // 8
        if self.left < 0:
            raise TooMuchWorkError(
                "the text has too many paragraphs, list items and levels to be read in time",
                "Split it into several articles, or remove what is not prose.",
            )
        return False


class InlineMeter(Treeprocessor):
    """Before inline markup is read: refuses what would take too long."""

    def run(self, root: Element) -> None:
        left = INLINE_BUDGET
        for element in root.iter():
            text = element.text or ""
            if isinstance(text, AtomicString):
                continue  # code
            marks = len(_INLINE_MARK.findall(text))
            left -= len(text) * (marks + _BRACKET_COST * text.count("["))
            if left < 0:
                raise TooMuchWorkError(
                    f"this paragraph of {len(text):,} characters holds {marks:,} of the marks "
                    "* _ ` < & \\ [ ], too many to be read in time",
                    "Divide it with empty lines, or remove the marks that mean nothing.",
                    text.strip().partition("\n")[0],
                )
