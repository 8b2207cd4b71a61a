"""Near-duplicates."""

from __future__ import annotations

import random

from site_builder.importers.duplicates import ShingleIndex

WORDS = [f"word{number}" for number in range(500)]


def _text(seed: int, length: int = 200) -> list[str]:
    rng = random.Random(seed)
    return [rng.choice(WORDS) for _ in range(length)]


def test_same_text_is_found_whatever_its_marks_and_case() -> None:
    """Capitals and punctuation make no other text."""
    index = ShingleIndex()
    index.add("one", " ".join(_text(1)))

    (found,) = index.like(", ".join(_text(1)).upper())

    assert (found.id, found.share, found.same) == ("one", 1.0, True)


def test_another_carriage_shares_most_wording_and_is_not_the_same() -> None:
    """A report that keeps two thirds of the words is a carriage, with the measure."""
    words = _text(1)
    index = ShingleIndex()
    index.add("one", " ".join(words))

    (found,) = index.like(" ".join(words[:130] + _text(2, 70)))

    assert not found.same
    assert 0.5 < found.share < 0.75


def test_texts_on_their_own_are_not_alike() -> None:
    """Different words share nothing."""
    index = ShingleIndex()
    index.add("one", " ".join(_text(1)))

    assert index.like(" ".join(_text(2))) == ()


def test_texts_without_spaces_are_compared_by_characters() -> None:
    """Chinese has no spaces between words."""
    rng = random.Random(3)
    text = "".join(chr(0x4E00 + rng.randrange(400)) for _ in range(300))
    index = ShingleIndex()
    index.add("one", text)

    assert index.like(text + "和")[0].id == "one"
