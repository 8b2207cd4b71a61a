"""Small archives written for one test."""

from __future__ import annotations

from pathlib import Path

TEXT = "We will work together, she said.\n\nBoth sides agreed on more trade.\n"


def article(date: str = "2023-01-04", body: str = TEXT, **fields: str) -> str:
    """An article's file; each field's value is written as it would stand after its colon."""
    given = {"title": f"A statement of {date}", "date": date, **fields}
    lines = "".join(f"{name}: {value}\n" for name, value in given.items())
    return f"---\n{lines}---\n\n{body}"


def write_archive(root: Path, files: dict[str, str]) -> Path:
    """Write files by their path below content/ (or, starting with '/', below the root)."""
    (root / "content").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = root / name[1:] if name.startswith("/") else root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return root


REGISTERS = {
    "registers/people.yaml": (
        "mao-ning: {name: Mao Ning, names: {zh: 毛宁}, country: CN, wikidata: Q113628945,\n"
        "  roles: [{title: Spokesperson, organisation: cn-mfa, start: 2022-09}]}\n"
        "xi-jinping: {name: Xi Jinping, country: CN}\n"
    ),
    "registers/organisations.yaml": "cn-mfa: {name: Foreign Ministry, country: CN}\n",
    "registers/carriers.yaml": (
        "app: {name: Associated Press of Pakistan, kind: wire, country: PK}\n"
        "fmprc: {name: Ministry, kind: official, country: CN, rights: Free to quote.}\n"
    ),
    "registers/places.yaml": "beijing: {name: Beijing, country: CN}\n",
    "registers/events.yaml": (
        "regular: {name: Regular press conference, place: beijing, start: 2023-01-04}\n"
    ),
    "registers/tags.yaml": "cpec: {name: Economic corridor}\ntrade: {name: Trade}\n",
}
"""One entry or two of each register."""
