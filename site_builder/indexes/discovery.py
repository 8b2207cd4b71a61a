"""Candidates for the register of formulations: word sequences that articles repeat.

Sequences are counted by the number of articles that hold them, length by length: a sequence of
n words can repeat only where both its sequences of n - 1 words do, so what is looked at shrinks
with every length, and the work grows with the archive's size. (The pruning is that of the
a-priori algorithm, Agrawal and Srikant 1994.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from site_builder.content.model import Archive, Status
from site_builder.indexes.english import FUNCTION_WORDS
from site_builder.indexes.formulations import wordings
from site_builder.indexes.phrases import APOSTROPHES, HYPHENS, UNSPACED, fold_words

MAX_WORDS = 12
"""Longer sequences that repeat are shared passages, not set phrases."""

_ATTRIBUTION = """
    according added adding addressed affirmed announced asked asserted claimed
    commented correspondent correspondents declared described emphasised emphasized explained
    expressed hailed highlighted informed insisted journalists maintained mentioned
    monday tuesday wednesday thursday friday saturday sunday noted pointed quoted quoting
    reaffirmed recalled reiterated remarked remarks replied replying reported reportedly
    reporter reporters responding response responded said saying says secretary-general
    spokesman spokesperson spokespersons spokeswoman stated stressed
    told underlined underscored urged welcomed
"""
ATTRIBUTION = frozenset(_ATTRIBUTION.split())
"""Words by which reports attribute words to somebody: no set phrase reaches across one."""

_WORD = re.compile(
    rf"[{UNSPACED}]|[^\W_{UNSPACED}]+(?:[{APOSTROPHES}{HYPHENS}.][^\W_{UNSPACED}]+)*"
)
_BREAK = -1
_PACKED = 1 << 32
"""Two numbers of sequences packed into one; there are never this many sequences."""


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """What is read of one article."""

    year: int
    paragraphs: tuple[str, ...]


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A word sequence that several articles hold."""

    wording: str
    """As it first stands."""
    words: int
    articles: int
    of: int
    """Articles that were read."""
    first: int
    """Year of the first article."""
    last: int


def texts_of(archive: Archive) -> tuple[Text, ...]:
    """Return what is read of an archive: the whole text of each article but translations.

    What `display` withholds is read as well, so the result is for curators, not for the site.
    """
    return tuple(
        Text(
            year=article.date.year,
            paragraphs=tuple(paragraph.text for paragraph in article.body.paragraphs),
        )
        for article in archive.articles
        if article.status is not Status.WITHDRAWN and article.translation_of is None
    )


def known_wordings(archive: Archive) -> Iterator[str]:
    """Yield the wordings that need no proposing: the register's own, and names."""
    registers = archive.registers
    for formulation in registers.formulations.values():
        yield from wordings(formulation)
    for entries in (
        registers.people,
        registers.organisations,
        registers.carriers,
        registers.places,
        registers.events,
    ):
        for entry in entries.values():
            yield from (entry.name, *entry.aliases)
    for person in registers.people.values():
        for role in person.roles:
            yield from (f"{role.title} {name}" for name in (person.name, *person.aliases))
    for article in archive.articles:
        for speaker in article.speakers:
            named = registers.people.get(speaker.person or "")
            for name in (named.name, *named.aliases) if named else ("",):
                yield f"{speaker.role or ''} {name}"


def find_candidates(
    texts: Sequence[Text],
    *,
    least_articles: int = 2,
    least_words: int = 3,
    known: Iterable[str] = (),
) -> tuple[Candidate, ...]:
    """Return the sequences that at least so many texts hold, longest first, then most frequent.

    A sequence begins and ends with a word of some meaning. Part of a longer one is left out
    where it stands in no more texts; so is what stands in one of the `known` wordings.
    """
    stream = _read(texts)
    levels = _repeated(stream, least_articles)
    dull = _parts(known)
    found = (
        _candidate(stream, texts, sequence, length)
        for length, sequence in _closed(stream, levels)
        if length >= least_words
    )
    return tuple(
        sorted(
            (one for one in found if fold_words(one.wording) not in dull),
            key=lambda one: (-one.words, -one.articles, one.first, one.wording),
        )
    )


class _Stream(msgspec.Struct, frozen=True, kw_only=True):
    """The words of all texts in a row, with breaks where no phrase reaches across."""

    words: list[int]
    """Numbers of folded words, or `_BREAK`."""
    texts: list[int]
    """For each word the number of its text."""
    places: list[tuple[int, int]]
    """For each word its start and end in its paragraph."""
    paragraphs: list[str]
    paragraph_of: list[int]
    """For each word the number of its paragraph."""
    vocabulary: list[str]


class _Sequence(msgspec.Struct):
    """A word sequence that enough texts hold."""

    place: int
    """Of its first word, where it stands first."""
    articles: int
    last: int
    """Number of the last text that holds it."""
    parts: tuple[int, int]
    """Numbers of the two sequences, one word shorter, that it consists of."""
    covered: int = 0
    """Texts that hold a longer candidate with this one in it, at most."""


def _read(texts: Sequence[Text]) -> _Stream:
    numbers: dict[str, int] = {}
    stream = _Stream(words=[], texts=[], places=[], paragraphs=[], paragraph_of=[], vocabulary=[])
    folded_words: dict[str, int] = {}
    for number, text in enumerate(texts):
        for paragraph in text.paragraphs:
            end = 0
            for match in _WORD.finditer(paragraph):
                if paragraph[end : match.start()].strip() or not end:
                    _append(stream, _BREAK, number, (0, 0))
                end = match.end()
                word = match[0]
                code = folded_words.get(word)
                if code is None:
                    code = folded_words[word] = _number(word, numbers, stream.vocabulary)
                _append(stream, code, number, match.span())
            stream.paragraphs.append(paragraph)
    _append(stream, _BREAK, len(texts), (0, 0))
    return stream


def _append(stream: _Stream, word: int, text: int, place: tuple[int, int]) -> None:
    stream.words.append(word)
    stream.texts.append(text)
    stream.places.append(place)
    stream.paragraph_of.append(len(stream.paragraphs))


def _number(word: str, numbers: dict[str, int], vocabulary: list[str]) -> int:
    """Return the number of a word as it is compared; a word of attribution is a break."""
    folded = "-".join(fold_words(word)) or word.lower()
    if folded in ATTRIBUTION:
        return _BREAK
    if folded not in numbers:
        numbers[folded] = len(vocabulary)
        vocabulary.append(folded)
    return numbers[folded]


def _repeated(stream: _Stream, least: int) -> list[list[_Sequence]]:
    """Return, for each length from 1 up, the sequences that at least `least` texts hold."""
    keys = stream.words
    places: Sequence[int] = [place for place, word in enumerate(keys) if word != _BREAK]
    levels: list[list[_Sequence]] = []
    while places and len(levels) <= MAX_WORDS:
        found = _count(stream.texts, keys, places, least)
        numbers = {key: number for number, key in enumerate(found)}
        levels.append(list(found.values()))
        current = [_BREAK] * len(keys)
        for place in places:
            current[place] = numbers.get(keys[place], _BREAK)
        # A longer sequence needs both of its shorter ones.
        keys = [_BREAK] * len(keys)
        longer = []
        for place in places:
            first, second = current[place], current[place + 1]
            if first != _BREAK and second != _BREAK:
                keys[place] = first * _PACKED + second
                longer.append(place)
        places = longer
    return levels


def _count(
    texts: list[int], keys: list[int], places: Sequence[int], least: int
) -> dict[int, _Sequence]:
    counted: dict[int, _Sequence] = {}
    for place in places:
        key, text = keys[place], texts[place]
        sequence = counted.get(key)
        if sequence is None:
            counted[key] = _Sequence(place, 1, text, divmod(key, _PACKED))
        elif sequence.last != text:
            sequence.last = text
            sequence.articles += 1
    return {key: one for key, one in counted.items() if one.articles >= least}


def _closed(stream: _Stream, levels: list[list[_Sequence]]) -> Iterator[tuple[int, _Sequence]]:
    """Yield (words, sequence) for the sequences worth proposing, longest first.

    What a candidate covers is handed down to its two parts, and by them to theirs.
    """
    for length in range(len(levels), 0, -1):
        for sequence in levels[length - 1]:
            held = sequence.covered
            if length > MAX_WORDS:
                held = sequence.articles
            elif held < sequence.articles and _has_meaning(stream, sequence.place, length):
                held = sequence.articles
                yield length, sequence
            if length > 1:
                for part in sequence.parts:
                    below = levels[length - 2][part]
                    below.covered = max(below.covered, held)


def _has_meaning(stream: _Stream, place: int, length: int) -> bool:
    """Return whether a sequence begins and ends with words that mean something by themselves."""
    words = [stream.vocabulary[word] for word in stream.words[place : place + length]]
    content = [word for word in words if word not in FUNCTION_WORDS and not word.isdigit()]
    if len(content) < 2 or words[0] != content[0] or words[-1] != content[-1]:
        return False
    # Three Chinese characters are hardly a phrase yet.
    return length > 3 or not re.match(f"[{UNSPACED}]", words[0])


def _candidate(
    stream: _Stream, texts: Sequence[Text], sequence: _Sequence, length: int
) -> Candidate:
    last_word = sequence.place + length - 1
    paragraph = stream.paragraphs[stream.paragraph_of[sequence.place]]
    return Candidate(
        wording=paragraph[stream.places[sequence.place][0] : stream.places[last_word][1]],
        words=length,
        articles=sequence.articles,
        of=len(texts),
        first=texts[stream.texts[sequence.place]].year,
        last=texts[sequence.last].year,
    )


def _parts(wordings: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Return every run of words in some wordings, folded."""
    parts: set[tuple[str, ...]] = set()
    for wording in wordings:
        words = fold_words(wording)
        for start in range(len(words)):
            parts.update(words[start:end] for end in range(start + 1, len(words) + 1))
    return frozenset(parts)
