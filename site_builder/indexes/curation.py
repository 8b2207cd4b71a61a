"""What needs a curator, over the whole archive, the most worthwhile first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from site_builder.content.model import Archive, Article, Display, Status
from site_builder.content.shingles import shingles, split_words
from site_builder.diagnostics import Diagnostic, note
from site_builder.indexes.facets import listed_articles
from site_builder.indexes.near_duplicates import (
    SAME,
    NearDuplicate,
    find_near_duplicates,
    unconfirmed,
)
from site_builder.indexes.postings import pack_checksums

KINDS: dict[str, tuple[int, str]] = {
    "duplicate": (100, "Two articles have the same text"),
    "unconfirmed-statement": (90, "Two articles may carry one utterance"),
    "dates-disagree": (80, "Dates in the source disagree"),
    "no-speaker": (70, "Nobody is named as speaking"),
    "unresolved-name": (60, "A name stands in no register"),
    "unknown-voice": (40, "It is not said whose words paragraphs hold"),
    "no-date-basis": (35, "It is not said how the day is known"),
    "no-carrier": (30, "No carrier is given"),
    "no-source-link": (20, "There is no link to the source"),
}
"""Kind of task → its worth and what it says; an archive misattributes wording where the first
ones are left undone, and is only harder to check where the last ones are."""

_UNRESOLVED = re.compile(r"^not in the register: (.+)$")


class CurationItem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to do about one article."""

    kind: str
    """A key of KINDS."""
    article: str
    path: str
    """The article's file, below the archive's root."""
    title: str
    detail: str
    """What is known about it, as one clause."""
    worth: int
    """Higher is more worthwhile; the number of articles that gain by it counts too."""


class CurationCount(msgspec.Struct, frozen=True, kw_only=True):
    """How often one kind of task stands open."""

    kind: str
    label: str
    count: int


class CurationList(msgspec.Struct, frozen=True, kw_only=True):
    """All that stands open."""

    items: tuple[CurationItem, ...]
    """By worth, then by article's id and kind."""
    counts: tuple[CurationCount, ...]
    """Kinds that occur, the most worthwhile first."""

    def to_record(self) -> dict[str, Any]:
        """Return the list as JSON can hold it."""
        return {
            "counts": {one.kind: one.count for one in self.counts},
            "items": [
                {
                    "kind": one.kind,
                    "article": one.article,
                    "path": one.path,
                    "title": one.title,
                    "detail": one.detail,
                    "worth": one.worth,
                }
                for one in self.items
            ],
        }

    def to_text(self, limit: int = 50) -> str:
        """Return the counts and the first `limit` items as lines to print."""
        if not self.items:
            return "Nothing needs a curator.\n"
        lines = [f"{one.count:>7,}  {one.label}" for one in self.counts]
        lines.append("")
        lines += [f"{one.path}: {one.kind}: {one.detail}" for one in self.items[:limit]]
        if len(self.items) > limit:
            lines.append(f"… and {len(self.items) - limit:,} more")
        return "\n".join(lines) + "\n"


def curation_list(
    archive: Archive, proposals: Iterable[NearDuplicate] | None = None
) -> CurationList:
    """Return what needs a curator. Withdrawn articles need nothing.

    `proposals` are the pairs of articles that may carry one utterance, where they are known
    already; finding them takes about a millisecond for each article.
    """
    articles = tuple(one for one in archive.articles if one.status is not Status.WITHDRAWN)
    found = [item for article in articles for item in _of_article(article)]
    found += [_of_pair(pair) for pair in (_proposals(articles) if proposals is None else proposals)]
    found.sort(key=lambda one: (-one.worth, one.article, one.kind, one.detail))
    counts = Counter(one.kind for one in found)
    return CurationList(
        items=tuple(found),
        counts=tuple(
            CurationCount(kind=kind, label=label, count=counts[kind])
            for kind, (_, label) in sorted(KINDS.items(), key=lambda entry: -entry[1][0])
            if counts[kind]
        ),
    )


def _of_article(article: Article) -> Iterator[CurationItem]:
    if not article.speakers:
        yield _item("no-speaker", article, article.missing.get("speakers", "no speaker is given"))
    for name, reason in article.missing.items():
        match = _UNRESOLVED.match(reason)
        if match:
            yield _item("unresolved-name", article, f"{name}: {match[1]}")
    for speaker in article.speakers:
        if speaker.person is None and speaker.role and "," in speaker.role:
            yield _item("unresolved-name", article, f"speakers: {speaker.role}")
    yield from _of_dates(article)
    yield from _of_voices(article)
    if article.carrier is None:
        yield _item("no-carrier", article, article.missing.get("carrier", "no carrier is given"))
    if article.source_url is None and article.archived_url is None:
        yield _item(
            "no-source-link", article, article.missing.get("source_url", "no link is given")
        )


def _of_dates(article: Article) -> Iterator[CurationItem]:
    days = {str(article.date), str(article.published or article.date)}
    for one in article.dates_observed:
        if one.date is None or not one.date.is_day or str(one.date) in days:
            continue
        if _agrees(str(one.date), days):
            continue
        yield _item(
            "dates-disagree",
            article,
            f'"{one.text}" ({one.role}) is not {" or ".join(sorted(days))}',
        )
    if article.date_basis is None and article.provenance is not None:
        yield _item("no-date-basis", article, f"the date is {article.date}")


def _agrees(date: str, days: Iterable[str]) -> bool:
    return any(len(day) < len(date) and date.startswith(day) for day in days)


def _of_voices(article: Article) -> Iterator[CurationItem]:
    if article.display is Display.METADATA:
        return
    unknown = sum(one.voice is None for one in article.body.paragraphs)
    if unknown:
        total = len(article.body.paragraphs)
        yield _item("unknown-voice", article, f"{unknown} of {total} paragraphs")


def near_duplicate_notes(pairs: Iterable[NearDuplicate]) -> tuple[Diagnostic, ...]:
    """Return a note for each pair of articles that may carry one utterance."""
    return tuple(
        note(
            pair.later.location,
            "near-duplicate",
            f'"{pair.later.id}" shares {pair.share:.0%} of its distinctive wording with '
            f'"{pair.earlier.id}" ({pair.shared} of the {pair.of} sampled word sequences of the '
            "shorter text)",
            "If both carry one utterance, give both the same 'statement:'.",
        )
        for pair in pairs
    )


def _proposals(articles: Iterable[Article]) -> Iterable[NearDuplicate]:
    listed = listed_articles(articles)
    texts = ("\n".join(one.text for one in article.body.paragraphs) for article in listed)
    kept = [pack_checksums(shingles(split_words(text))) for text in texts]
    return unconfirmed(find_near_duplicates(listed, kept))


def _of_pair(pair: NearDuplicate) -> CurationItem:
    return _item(
        "duplicate" if pair.share >= SAME else "unconfirmed-statement",
        pair.later,
        f"{pair.share:.0%} of the distinctive wording is shared with {pair.earlier.id}",
    )


def _item(kind: str, article: Article, detail: str) -> CurationItem:
    return CurationItem(
        kind=kind,
        article=article.id,
        path=article.location.path,
        title=article.title,
        detail=detail,
        worth=KINDS[kind][0],
    )
