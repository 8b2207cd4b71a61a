"""Candidates for the register: word sequences that articles repeat."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.indexes.discovery import (
    Candidate,
    Text,
    find_candidates,
    known_wordings,
    texts_of,
)
from tests.sites.archive import article

if TYPE_CHECKING:
    from pathlib import Path

    from tests.indexes.conftest import ArchiveOf


def texts(*paragraphs: str) -> list[Text]:
    return [Text(year=2000 + number, paragraphs=(text,)) for number, text in enumerate(paragraphs)]


def wordings(*paragraphs: str) -> list[str]:
    return [one.wording for one in find_candidates(texts(*paragraphs), least_words=2)]


def test_longest_first_with_counts_and_years() -> None:
    """A candidate says in how many articles of how many, and from which year to which."""
    found = find_candidates(
        texts(
            "They build an ever closer community of nations.",
            "An even closer community of nations is the aim.",
            "Silence reigned elsewhere.",
        )
    )

    assert found == (
        Candidate(
            wording="closer community of nations", words=4, articles=2, of=3, first=2000, last=2001
        ),
    )


def test_parts_with_the_same_count_are_dropped() -> None:
    """What stands in no more articles than a longer candidate is not proposed beside it."""
    assert wordings("a lasting regional peace", "the lasting regional peace") == [
        "lasting regional peace"
    ]
    assert wordings(
        "a lasting regional peace", "the lasting regional peace", "no regional peace here"
    ) == ["lasting regional peace", "regional peace"]


def test_attribution_breaks_a_sequence() -> None:
    """No candidate reaches across "said" or "spokesperson"."""
    assert wordings(
        "Firm friends, the foreign ministry spokesperson Hu said on trade.",
        "Loyal, the foreign ministry spokesperson Hu said on trade.",
    ) == ["foreign ministry"]


@pytest.mark.parametrize("mark", [".", ",", "; ", " – ", " “"])
def test_punctuation_breaks_a_sequence(mark: str) -> None:
    """No candidate reaches across a stop, a dash or a quotation mark."""
    assert wordings(f"old friends{mark} good partners", f"old friends{mark} good partners") == [
        "good partners",
        "old friends",
    ]


def test_case_hyphens_and_apostrophes_are_folded() -> None:
    """The same words in other dress are the same; the first form is shown."""
    assert wordings("All-weather People’s friendship", "all‑weather people's Friendship") == [
        "All-weather People’s friendship"
    ]


def test_shared_passages_are_no_candidates() -> None:
    """A sequence longer than a set phrase can be is a copied passage; nothing of it counts."""
    passage = " ".join(f"{word}ing" for word in "abcdefghijklmnop")

    assert wordings(f"first {passage} here", f"second {passage} there") == []


def test_repetition_within_one_article_does_not_count() -> None:
    """Articles are counted, not occurrences."""
    assert wordings("lasting peace and lasting peace", "nothing of that kind") == []


def test_known_wordings_are_left_out(archive_of: ArchiveOf) -> None:
    """The register's own phrases and the names of people and offices need no proposing."""
    body = "Spokesperson Mao Ning praised win-win cooperation and green energy corridors.\n"
    archive = archive_of(
        {"2023-a": article(body=body), "2024-a": article("2024", body=body + "\nMore.\n")},
        "win-win: {name: win-win cooperation}\n",
    )
    found = find_candidates(texts_of(archive), least_words=2, known=known_wordings(archive))

    assert "Mao Ning" not in " ".join(one.wording for one in found if one.words == 2)
    assert "win-win cooperation" not in {one.wording for one in found}
    assert len(texts_of(archive)) == 2


def test_chinese_is_read_by_the_character() -> None:
    """A phrase in a script without spaces is found as well."""
    found = [one.wording for one in find_candidates(texts("构建命运共同体。", "推动命运共同体吧"))]

    assert found == ["命运共同体"]


def test_the_two_seeds_put_their_set_phrase_first(corpora: Path, archive_of: ArchiveOf) -> None:
    """Out of two real reports the first proposal is the phrase that officials chose."""
    seeds = corpora.parent / "seeds"
    files = sorted(seeds.glob("*.txt"))
    if len(files) != 2:
        pytest.skip(f"the two seed documents are not in {seeds}")
    bodies = [file.read_text(encoding="utf-8") for file in files]
    archive = archive_of(
        {
            f"{year}-seed": article(year, body=_as_markdown(body))
            for year, body in zip(("2023", "2026"), bodies, strict=True)
        }
    )
    first = find_candidates(texts_of(archive), known=known_wordings(archive))[0]

    assert first.wording == "closer China-Pakistan community with a shared future"
    assert (first.words, first.articles, first.of) == (7, 2, 2)
    assert (first.first, first.last) == (2023, 2026)


def _as_markdown(text: str) -> str:
    lines = (line.strip() for line in text.replace("#", " ").splitlines())
    return "\n\n".join(line for line in lines if line) + "\n"


@settings(max_examples=60)
@given(
    st.lists(
        st.lists(st.sampled_from(["north", "south", "east", "west", "peace"]), max_size=9),
        max_size=5,
    )
)
def test_counts_are_those_of_a_plain_count(rows: list[list[str]]) -> None:
    """Every candidate's count is what counting all sequences one by one gives, and every
    sequence that repeats is in a candidate with as many articles.
    """
    paragraphs = [" ".join(row) for row in rows]
    plain = Counter(
        sequence
        for row in rows
        for sequence in {
            tuple(row[start:end])
            for start in range(len(row))
            for end in range(start + 2, len(row) + 1)
        }
    )
    found = find_candidates(texts(*paragraphs), least_words=2)

    assert {tuple(one.wording.split()): one.articles for one in found}.items() <= plain.items()
    for sequence, count in plain.items():
        if count >= 2:
            assert any(
                one.articles >= count and " ".join(sequence) in one.wording for one in found
            ), (sequence, count)


def test_time_grows_with_the_archive_and_no_faster() -> None:
    """Eight times the text takes about eight times the time."""
    small, large = _corpus(200), _corpus(1600)

    assert _seconds(large) < 24 * _seconds(small) + 0.5


def _corpus(size: int) -> list[Text]:
    words = [f"w{number * number % 997}" for number in range(size * 60)]
    return texts(*(" ".join(words[at * 60 : at * 60 + 60]) for at in range(size)))


def _seconds(corpus: list[Text]) -> float:
    started = time.process_time()
    find_candidates(corpus)
    return time.process_time() - started
