"""An archive large enough to prove something: the State Department's statements, or the sample."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from site_builder.search import Label, Passage, SearchDocument
from site_builder.search.characters import STOP_WORDS

ENGLISH = Label(id="en", name="English")


def read_statements(path: Path, most: int) -> list[SearchDocument]:
    """Return a document for each line of a corpus, in order of date."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows.sort(key=lambda row: (row["date"], row["id"]))
    return [_document(row) for row in rows[:most]]


def read_built(folder: Path) -> list[SearchDocument]:
    """Return a document for each one that a built site's search folder describes."""
    blocks = sorted(folder.glob("d/*.json"), key=lambda path: tuple(map(int, path.stem.split("-"))))
    found = [one for path in blocks for one in json.loads(path.read_text(encoding="utf-8"))]
    return [_described(folder, one) for one in found]


def _described(folder: Path, one: dict[str, Any]) -> SearchDocument:
    text = folder / "t" / f"{one.get('text')}.json"
    passages = json.loads(text.read_text(encoding="utf-8")) if text.is_file() else []
    carrier = one.get("carrier")
    return SearchDocument(
        id=one["url"],
        url=one["url"],
        title=one["title"],
        date=one["date"],
        date_text=one["when"],
        language=Label(id=one["lang"], name=one["language"]),
        summary=one.get("summary", ""),
        speakers=tuple(Label(id=name, name=name) for name in one.get("speakers", ())),
        carrier=Label(id=carrier, name=carrier) if carrier else None,
        passages=tuple(Passage(number=number, text=words) for number, words, _ in passages),
    )


def _document(row: dict[str, str]) -> SearchDocument:
    texts = [" ".join(text.split()) for text in row["text"].split("\n\n")]
    speaker = (row["speaker"] or row["byline"] or "").partition(",")[0]
    return SearchDocument(
        id=row["id"],
        url=f"articles/{row['id']}/",
        title=row["title"] or row["title_descriptive"],
        date=row["date"],
        date_text=row["date"],
        language=ENGLISH,
        speakers=(Label(id=speaker, name=speaker),) if speaker else (),
        carrier=Label(id="source", name=row["source"]),
        countries=tuple(Label(id=code, name=code) for code in (row["countries_in_title"] or ())),
        passages=tuple(
            Passage(number=number, text=text)
            for number, text in enumerate(filter(None, texts), start=1)
        ),
    )


def make_queries(documents: Sequence[SearchDocument], seed: int = 7) -> list[dict[str, str]]:
    """Return queries of every kind: what a reader types, and the same in Lunr's own language.

    `either` names two words of which Lunr cannot be told that one is required.
    """
    chance = random.Random(seed)
    counts: Counter[str] = Counter()
    titles: Counter[str] = Counter()
    for document in documents:
        titles.update(_words(document.title))
        counts.update(set().union(*(_words(passage.text) for passage in document.passages), []))
    ranked = [word for word, _ in counts.most_common()]
    third = min(1500, len(ranked) // 3)
    common, middling, rare = ranked[:60], ranked[60:third], ranked[third:]

    def word() -> str:
        return chance.choice(chance.choice((common, middling, rare)))

    def title_word() -> str:
        return chance.choice(sorted(titles))

    queries = []
    for _ in range(40):
        one, two, three = word(), word(), word()
        stop = chance.choice(("the", "of", "and"))
        queries += [
            {"typed": one, "lunr": f"+{one}"},
            {"typed": f"{one} {stop} {two}", "lunr": f"+{one} +{two}"},
            {"typed": f"{one} {two} {three}", "lunr": f"+{one} +{two} +{three}"},
            {"typed": f"{one} OR {two}", "lunr": f"{one} {two}"},
            {"typed": f"{one} -{two}", "lunr": f"+{one} -{two}"},
            {"typed": f"{one} {two} OR {three}", "lunr": f"+{one} {two} {three}",
             "either": f"{two} {three}"},
            {"typed": f"title:{title_word()}", "lunr": ""},
            {"typed": f"{one[:4]}*", "lunr": f"+{one[:4]}*"},
        ]  # fmt: skip
    for _ in range(15):
        one, two, name = word(), word(), title_word()
        queries += [
            {"typed": f"{one}~", "lunr": f"+{one}~1"},
            {"typed": f"-{one}", "lunr": f"-{one}"},
            {"typed": f"{one} title:{name}", "lunr": f"+{one} +title:{name}"},
            {"typed": f"{one[:3]}* {two}~ -{name}", "lunr": f"+{one[:3]}* +{two}~1 -{name}"},
            {"typed": f"{one} {one}", "lunr": f"+{one} +{one}"},
        ]
    for query in queries:
        if not query["lunr"]:
            query["lunr"] = f"+{query['typed']}"
    return queries


def _words(text: str) -> set[str]:
    return set(re.findall(r"(?<![A-Za-z0-9'’.])[a-z]{3,}(?![A-Za-z0-9'’])", text)) - STOP_WORDS
