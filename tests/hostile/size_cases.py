"""Too much of something, within and beyond what is taken."""

from __future__ import annotations

from tests.hostile.case import Case, Refused, article, refused, shown

_BOUND = {
    # name: (line, body, what is said of it); the body as a whole starts on line 5
    "brackets": (5, "[" * 20_000 + "*", "opening square brackets"),
    "images": (5, "![" * 5_000, "opening square brackets"),
    "half-tags": (5, "<a " * 20_000, "of the characters"),
    "stars": (5, "a*" * 60_000, "of the characters"),
    "backslashes": (5, "\\" * 100_000, "of the characters"),
    "backticks": (5, "`" * 19_999 + "a", "of the characters"),
    "entities": (5, "&amp; " * 50_000, "of the characters"),
    "bytes": (5, "a" * 1_500_001, "1,500,002 bytes"),
    "bytes-of-chinese": (5, "毛" * 500_001, "1,500,004 bytes"),
    "paragraphs": (5, "a\n\n" * 30_000, "30,000 paragraphs"),
    "list-500-deep": (
        26,
        "".join(" " * 4 * n + "- a\n" for n in range(500)),
        "nested more than 20",
    ),
    "quotation-500-deep": (6, ">" * 500 + " a\n", "nested more than 20 levels deep"),
    "list-marks-on-one-line": (6, "- " * 500 + "a", "nested more than 20 levels deep"),
    "rules": (5, "---\n" * 20_000, "too many paragraphs, list items and levels"),
    "underlines": (5, "a\n===\n" * 15_000, "too many paragraphs, list items and levels"),
    "levels": (5, ("- " * 19 + "a\n") * 10_000, "too many paragraphs, list items and levels"),
    "lines": (5, "*a*" + "\n" * 100_000, "lines beside Markdown's marks"),
    "marks-in-one-paragraph": (
        6,
        "*a " + "y" * 150 + " &amp;" * 9_000 + "y " * 500_000,
        "too many to be read in time",
    ),
    "open-brackets-in-one-paragraph": (
        6,
        ("[a](( " + "y " * 50) * 900,
        "too many to be read in time",
    ),
    "breaks-in-one-paragraph": (
        5,
        "*" + ("a" + " " * 30 + "\n") * 39_000,
        "too many paragraphs, list items and levels",
    ),
    "listing-in-many-parts": (5, ("    " + "x" * 90 + "\n\n") * 15_000, "too many paragraphs"),
}

CASES: tuple[Case, ...] = (
    *(
        refused(f"size-{name}", article(body=body), line, says)
        for name, (line, body, says) in _BOUND.items()
    ),
    refused("size-front-matter", article(f"summary: {'a' * 70_000}\n"), 2, "longer than 64 KiB"),
    refused(
        "size-many-keys",
        article("".join(f"k{n}: x\n" for n in range(5_000))),
        4,
        "is not a field",
        None,
    ),
    refused(
        "size-many-tags",
        article(f"tags: [{', '.join(f't{n}' for n in range(8_000))}]\n"),
        4,
        "more than 500 items",
    ),
    refused(
        "size-summary", article(f"summary: {'a' * 20_001}\n"), 4, "longer than 20,000 characters"
    ),
    Case(
        name="size-file",
        files={"content/articles/case.md": b"---\n" + b"a" * (17 * 1024 * 1024)},
        outcome=Refused(at="content/articles/case.md:1", says="larger than 16 MB"),
    ),
    shown(
        "size-one-megabyte",
        article(
            body="word and more words here. " * 40
            + "\n\n"
            + ("A paragraph of prose. " * 40 + "\n\n") * 1_100
        ),
        "A paragraph of prose.",
    ),
    shown("size-long-line", article(body="word " * 20_000), "word word word"),
    shown("size-many-paragraphs", article(body="One.\n\n" * 3_000), "One."),
    shown("size-many-items", article(body="- item\n" * 3_000), "item"),
    shown(
        "size-many-voices",
        article(body="“Words,” he said.\n{: voice=direct }\n\n" * 1_000),
        "“Words,” he said.",
    ),
    shown("size-nested-twenty", article(body="> " * 18 + "deep\n"), "deep"),
    shown(
        "size-many-old-addresses",
        article("aliases:\n" + "".join(f"- /old/{n}/\n" for n in range(300))),
        "Words were said.",
    ),
)
