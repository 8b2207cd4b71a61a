"""Generate an archive of any size: `python -m benchmarks.generate FOLDER --articles 10000`.

Words are drawn from a Zipf distribution over made-up words, as in natural text; tags, people and
countries from steep distributions too, so that some have thousands of entries and most a few. The
same seed gives the same bytes.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, count, islice
from pathlib import Path
from typing import TypeVar

from site_builder.content.front_matter import write_front_matter

T = TypeVar("T")

SYLLABLES = ["ba", "ce", "di", "fo", "gu", "la", "me", "ni", "ro", "su", "ta", "ve", "xi", "zo"]
COUNTRIES = ["CN", "PK", "US", "GB", "FR", "DE", "RU", "IN", "BR", "ZA", "JP", "KR", "ID", "TR"]
VOCABULARY = 40_000
WORDS_PER_ARTICLE = 420
PARAGRAPHS = 8
TAGS = 300
PEOPLE = 400
ROLE = "Spokesperson"


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedArticle:
    """One article of made-up words, in no program's format yet."""

    number: int
    date: str
    """The day, as 2001-02-28."""
    title: str
    person: str
    """Id of the speaker in the register of people."""
    countries: tuple[str, ...]
    tags: tuple[str, ...]
    paragraphs: tuple[str, ...]

    @property
    def id(self) -> str:
        """The name of its file without the ending; in the order of time."""
        return f"{self.date}-{self.number:06d}"


def generate_archive(folder: Path, articles: int, seed: int = 1) -> None:
    """Write an archive of `articles` articles, spread over thirty years, into `folder`."""
    write_registers(folder)
    for article in islice(generate_articles(articles, seed), articles):
        write_article(folder, article)


def generate_articles(articles: int, seed: int = 1) -> Iterator[GeneratedArticle]:
    """Yield articles without end, of which the first `articles` fill thirty years evenly.

    Those that follow are newer than all before them.
    """
    chance = random.Random(seed)
    words = _vocabulary(chance)
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(VOCABULARY)))
    for number in count():
        yield _article(number, articles, chance, words, weights)


def write_registers(folder: Path) -> None:
    """Write the registers of the tags, people and carriers that generated articles name."""
    registers = folder / "content" / "registers"
    registers.mkdir(parents=True, exist_ok=True)
    entries = {
        "tags": [f"topic-{number}:\n  name: Topic {number}\n" for number in range(TAGS)],
        "people": [f"person-{number}:\n  name: Person {number}\n" for number in range(PEOPLE)],
        "carriers": ["gazette:\n  name: The Gazette\n  kind: official\n"],
    }
    for name, found in entries.items():
        (registers / f"{name}.yaml").write_text("".join(found), encoding="utf-8")


def write_article(folder: Path, article: GeneratedArticle) -> None:
    """Write the file of one article into the archive in `folder`."""
    fields = {
        "title": article.title,
        "date": article.date,
        "kind": "statement",
        "speakers": [{"person": article.person, "role": ROLE}],
        "carrier": "gazette",
        "countries": list(article.countries),
        "tags": list(article.tags),
    }
    body = "\n\n".join(article.paragraphs)
    path = folder / "content" / "articles" / article.date[:4] / f"{article.id}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{write_front_matter(fields)}{body}\n", encoding="utf-8")


def _vocabulary(chance: random.Random) -> list[str]:
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        words["".join(chance.choices(SYLLABLES, k=chance.choice((1, 2, 2, 3, 3, 4))))] = None
        if len(words) < VOCABULARY:
            words["".join(chance.choices(SYLLABLES, k=5))] = None
    return list(words)


def _article(
    number: int, articles: int, chance: random.Random, words: list[str], weights: list[float]
) -> GeneratedArticle:
    # Thirty years of 336 days, filled evenly, so that every size has the same shape.
    day = number * 30 * 336 // max(articles, 1)
    year, rest = 1996 + day // 336, day % 336
    # The arguments are evaluated in this order, on which the bytes of an archive depend.
    return GeneratedArticle(
        number=number,
        date=f"{year}-{rest // 28 + 1:02d}-{rest % 28 + 1:02d}",
        countries=tuple(dict.fromkeys(_steep(chance, COUNTRIES) for _ in range(2))),
        title=" ".join(chance.choices(words, cum_weights=weights, k=8)).capitalize(),
        person=f"person-{_steep(chance, range(PEOPLE))}",
        tags=tuple(dict.fromkeys(f"topic-{_steep(chance, range(TAGS))}" for _ in range(3))),
        paragraphs=tuple(_paragraph(chance, words, weights) for _ in range(PARAGRAPHS)),
    )


def _paragraph(chance: random.Random, words: list[str], weights: list[float]) -> str:
    drawn = chance.choices(words, cum_weights=weights, k=WORDS_PER_ARTICLE // PARAGRAPHS)
    return f"{' '.join(drawn).capitalize()}."


def _steep(chance: random.Random, things: Sequence[T]) -> T:
    return things[int(len(things) * chance.random() ** 3)]


def main() -> None:
    """Read the arguments and write the archive."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    generate_archive(given.folder, given.articles, given.seed)


if __name__ == "__main__":
    main()
