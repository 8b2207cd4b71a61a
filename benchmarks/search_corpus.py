"""Documents to measure search with: real statements cut to articles of one length."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

from site_builder.search import Label, Passage, SearchDocument

WORDS = 420
"""Of an article's body."""

CORPORA = ("us_state_press_releases.jsonl.gz", "un_general_debate_1990_2024.jsonl.gz")


def make_documents(folder: Path, count: int, seed: int = 1) -> list[SearchDocument]:
    """Return `count` documents of about 420 words in order of date, the same in every run.

    The corpora give some fifty thousand; further ones are the same again with every tenth word
    exchanged for one from elsewhere. Raises FileNotFoundError where the corpora are absent.
    """
    pieces = [piece for name in CORPORA for piece in _pieces(folder / name)]
    chance = random.Random(seed)
    chance.shuffle(pieces)
    words = [word for _, _, _, text in pieces[:2000] for word in text]
    found = []
    for number in range(count):
        title, speaker, country, text = pieces[number % len(pieces)]
        changed = number >= len(pieces)
        body = [chance.choice(words) if changed and chance.random() < 0.1 else w for w in text]
        found.append(_document(chance, title, speaker, country, body))
    found.sort(key=lambda one: (one[0], one[1]))
    return [
        _numbered(number, date, title, speaker, country, body)
        for number, (date, title, speaker, country, body) in enumerate(found)
    ]


def _pieces(path: Path) -> Iterator[tuple[str, str, str, list[str]]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            words = row["text"].split()
            title = row["title"] or row["title_descriptive"]
            speaker = (row["speaker"] or row["byline"] or "").partition(",")[0]
            for start in range(0, max(1, len(words) - WORDS // 2), WORDS):
                part = words[start : start + WORDS]
                opening = "" if start == 0 else " ".join(part[:7])
                yield (opening or title, speaker, row["country"] or "", part)


def _document(
    chance: random.Random, title: str, speaker: str, country: str, body: list[str]
) -> tuple[str, str, str, str, list[str]]:
    date = f"{chance.randint(1990, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return date, title, speaker, country, body


def _numbered(
    number: int, date: str, title: str, speaker: str, country: str, body: list[str]
) -> SearchDocument:
    paragraphs = [body[start : start + 60] for start in range(0, len(body), 60)]
    identity = f"{date}-{number}"
    return SearchDocument(
        id=identity,
        url=f"articles/{identity}/",
        title=title,
        date=date,
        date_text=date,
        language=Label(id="en", name="English"),
        speakers=(Label(id=speaker, name=speaker),) if speaker else (),
        carrier=Label(id="source", name="An official source"),
        countries=(Label(id=country, name=country),) if country else (),
        passages=tuple(
            Passage(number=place, text=" ".join(words))
            for place, words in enumerate(paragraphs, start=1)
        ),
    )
