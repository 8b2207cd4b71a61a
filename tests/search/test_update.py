"""The index brought up to date."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from site_builder.search import (
    DocumentKey,
    Label,
    Passage,
    SearchDocument,
    analyse_document,
    build_search,
    update_search,
)
from site_builder.search import contents as contents_module
from site_builder.search import made as made_module
from site_builder.search import revise as revise_module
from site_builder.search import segments as segments_module
from site_builder.search.calendar import calendar_of
from site_builder.search.segments import main_count

from .archive import DOCUMENTS, ENGLISH, document


class Builds:
    """One build after another, each from what the one before left."""

    def __init__(self, mode: str = "shards") -> None:
        self.mode = mode
        self.store: dict[str, bytes] = {}
        self.state: bytes | None = None
        self.files: dict[str, bytes] = {}
        self.written: set[str] = set()
        self.read: list[str] = []

    def build(self, documents: Sequence[SearchDocument]) -> Mapping[str, bytes]:
        """Bring the index up to date; `written` and `read` are then what it took."""
        keys = [self._key(one) for one in documents]
        self.read = []
        update = update_search(
            self.state,
            keys,
            self.store.__getitem__,
            read_former=self._read,
            mode=self.mode,
        )
        written = {file.path: file.data for file in update.files}
        assert not written.keys() & set(update.kept)
        self.files = {path: self.files[path] for path in update.kept} | written
        self.written = set(written)
        self.state = update.state
        return self.files

    def _key(self, one: SearchDocument) -> DocumentKey:
        data = analyse_document(one)
        digest = sha256(data).hexdigest()
        self.store[digest] = data
        return DocumentKey(digest=digest, date=one.date)

    def _read(self, path: str) -> bytes | None:
        self.read.append(path)
        return self.files.get(path)


def from_nothing(documents: Sequence[SearchDocument], mode: str = "shards") -> dict[str, bytes]:
    return {file.path: file.data for file in build_search(documents, mode=mode)}


@contextmanager
def small_files(most_recent: int = 4) -> Iterator[None]:
    """Files of a few rows, and however much changed the former ones are edited."""
    with pytest.MonkeyPatch.context() as patch:
        for name, kind in made_module.KINDS.items():
            patch.setitem(
                made_module.KINDS, name, replace(kind, smallest=30, largest=150, one_in=3)
            )
        patch.setattr(revise_module, "MOST_CHANGED", 0)
        patch.setattr(made_module, "COARSE_FROM", 3)
        patch.setattr(contents_module, "LARGEST", 60)
        patch.setattr(segments_module, "LEAST_RECENT", 1)
        patch.setattr(segments_module, "MOST_RECENT", most_recent)
        patch.setattr(segments_module, "GRAIN", 1)
        yield


@pytest.fixture
def small() -> Iterator[None]:
    with small_files():
        yield


ENGLISH_WORDS = """
    peace war treaty envoy norway key turkey rights law border river trade fish embassy minister
    talks visit north south ceasefire the of and
"""
WORDS = [*ENGLISH_WORDS.split(), "中国外交部", "мир", "پاکستان", "𠮷野", "two-state", "U.S.", "—"]
LABELS = [Label(id=name, name=name.title(), aliases=(f"{name} again",)) for name in "abcd"]

texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
documents_made = st.builds(
    SearchDocument,
    id=st.just(""),
    url=st.integers(0, 10**6).map(lambda number: f"articles/{number}/"),
    title=texts,
    date=st.sampled_from(["1999-12-30", "2003", "2003-05-01", "2003-05-02", "2003-06", "2011-01"]),
    date_text=st.just("some day"),
    language=st.sampled_from([ENGLISH, Label(id="fr", name="French")]),
    speakers=st.lists(st.sampled_from(LABELS), max_size=2, unique=True).map(tuple),
    tags=st.lists(st.sampled_from(LABELS), max_size=2, unique=True).map(tuple),
    summary=texts,
    passages=st.lists(texts, max_size=3).map(
        lambda found: tuple(
            Passage(number=number, text=text) for number, text in enumerate(found, start=1)
        )
    ),
)


@st.composite
def histories(draw: st.DrawFn) -> list[list[SearchDocument]]:
    """Archives that follow each other, most of one's documents being also in the next."""
    known = draw(st.lists(documents_made, min_size=1, max_size=14, unique_by=lambda one: one.url))
    chosen = st.lists(st.sampled_from(known), max_size=14, unique_by=lambda one: one.url)
    return [
        sorted(one, key=lambda document: (document.date, document.url))
        for one in draw(st.lists(chosen, min_size=2, max_size=5))
    ]


@settings(deadline=None, max_examples=60)
@given(histories(), st.sampled_from([2, 4, 4, 20]))
def test_an_update_gives_the_bytes_of_an_index_built_from_nothing(history, most_recent):
    """Whatever comes, goes or changes, in whatever order: the same files with the same content.

    Whether most documents are in the main segment, half of them, or none.
    """
    with small_files(most_recent):
        builds = Builds()
        for documents in history:
            assert builds.build(documents) == from_nothing(documents)


@settings(deadline=None, max_examples=20)
@given(histories())
def test_the_state_after_an_update_is_that_of_an_index_built_from_nothing(history):
    """So the update after the next is right as well."""
    with small_files():
        builds, last = Builds(), Builds()
        for documents in history:
            builds.build(documents)
        last.build(history[-1])
        assert builds.state == last.state


def large_archive() -> list[SearchDocument]:
    chance = random.Random(5)
    words = ["".join(chance.choices("abcdefghij", k=5)) for _ in range(6000)]
    return sorted(
        (
            document(
                number // 40,
                f"Title {number}",
                " ".join(chance.choices(words, k=300)),
                url=f"articles/{number:03}/",
            )
            for number in range(420)
        ),
        key=lambda one: (one.date, one.url),
    )


def test_an_article_added_at_the_end_leaves_what_is_said_of_older_ones():
    """Its words are in the tables of contents alone."""
    many = large_archive()
    new = document(11, "Title", " ".join(many[7].passages[0].text.split()[:20]), url="articles/z/")
    builds = Builds()
    builds.build(many)

    assert builds.build([*many, new]) == from_nothing([*many, new])
    folders = {path.split("/")[1] for path in builds.written}
    assert folders <= {"pt", "wt", "d", "t", "v", "f", "vt", "manifest.json"}


def test_an_article_added_among_old_ones_touches_only_the_files_of_its_words():
    """The rest of the main segment is neither read nor written."""
    many = large_archive()
    new = document(2, "Title", " ".join(many[7].passages[0].text.split()[:20]), url="articles/z/")
    after = sorted([*many, new], key=lambda one: (one.date, one.url))
    builds = Builds()
    before = {path for path in builds.build(many) if path.startswith(("search/p/", "search/w/"))}

    assert builds.build(after) == from_nothing(after)
    words = {path for path in builds.written if path.startswith(("search/p/", "search/w/"))}
    assert 0 < len(words) < 50 < len(before)
    assert len(words) <= len([path for path in builds.read if path in before]) < 70


def test_the_segments_meet_elsewhere_when_many_came():
    """Until then what is said of older documents stays."""
    meetings = [main_count(calendar_of(f"20{n // 40:02}-01-01" for n in range(count)))
                for count in range(161, 800)]  # fmt: skip

    changes = [(one, other) for one, other in pairwise(meetings) if one != other]
    assert meetings[0] > 0
    assert 1 < len(changes) < 20
    assert all(32 <= count - main <= 160 for count, main in enumerate(meetings, start=161))


@pytest.mark.usefixtures("small")
def test_an_archive_that_grows_and_shrinks_one_by_one():
    """Whatever goes from one segment into the other."""
    builds = Builds()
    many = large_archive()[::60]
    for count in [*range(len(many) + 1), *range(len(many), -1, -1)]:
        assert builds.build(many[:count]) == from_nothing(many[:count])


def test_nothing_changed_nothing_read_nothing_written():
    """The state alone tells that everything is as it was."""
    builds = Builds()
    before = builds.build(DOCUMENTS)

    assert builds.build(DOCUMENTS) == before
    assert (builds.read, builds.written) == ([], set())


@pytest.mark.usefixtures("small")
def test_an_article_that_only_looks_different_leaves_the_index_of_words():
    """Another way of writing its day changes its block and the manifest alone."""
    builds = Builds()
    builds.build(DOCUMENTS)
    changed = [replace(DOCUMENTS[0], date_text="New style"), *DOCUMENTS[1:]]

    assert builds.build(changed) == from_nothing(changed)
    assert builds.written == {"search/manifest.json", "search/d/1-0.json"}


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("broken", [None, b'"envoi 5B.BABB"', b""])
def test_a_damaged_file_of_the_former_build_is_made_anew(broken):
    """Nobody's files are trusted: everything is then built from nothing."""
    builds = Builds()
    builds.build(DOCUMENTS[:4])
    for path in [path for path in builds.files if path.startswith("search/p/")]:
        del builds.files[path]
        if broken is not None:
            builds.files[path] = broken

    assert builds.build(DOCUMENTS) == from_nothing(DOCUMENTS)


@pytest.mark.usefixtures("small")
def test_a_forgotten_analysis_means_building_from_nothing():
    """Whoever keeps the analyses need not keep those of articles that are gone."""
    builds = Builds()
    builds.build(DOCUMENTS)
    builds.store.clear()

    assert builds.build(DOCUMENTS[1:]) == from_nothing(DOCUMENTS[1:])


@pytest.mark.parametrize("state", [b"", b"{", b"[]", b'{"version":2}', b'{"version":4}'])
def test_an_unknown_state_means_building_from_nothing(state):
    """What an older program left is no reason to fail."""
    builds = Builds()
    builds.state = state

    assert builds.build(DOCUMENTS) == from_nothing(DOCUMENTS)


@pytest.mark.usefixtures("small")
def test_the_classic_index_follows_and_goes():
    """It is written anew with every change, and left out when it is no longer asked for."""
    builds = Builds("classic")
    builds.build(DOCUMENTS[:3])
    assert builds.build(DOCUMENTS) == from_nothing(DOCUMENTS, "classic")
    builds.mode = "shards"
    assert builds.build(DOCUMENTS) == from_nothing(DOCUMENTS)


def test_a_month_that_outgrows_its_slots_renumbers_everything():
    """The thirty-third article of a month takes another bit: everything is built from nothing."""
    many = [document(1, f"Title {number}", url=f"articles/{number:02}/") for number in range(33)]
    builds = Builds()
    builds.build(many[:32])

    assert builds.build(many) == from_nothing(many)


@pytest.mark.usefixtures("small")
def test_numbers_that_do_not_fit_take_wide_columns():
    """A word that stands a hundred times, and a field of five thousand words."""
    words = [f"word{number}" for number in range(5000)]
    long = document(3, "Long", " ".join(words), "again " * 100)
    builds = Builds()
    builds.build([DOCUMENTS[0], long])

    shorter = replace(long, passages=long.passages[1:])
    assert builds.build([DOCUMENTS[0], shorter]) == from_nothing([DOCUMENTS[0], shorter])
    assert builds.build([DOCUMENTS[0], long]) == from_nothing([DOCUMENTS[0], long])


def test_more_changes_than_are_worth_editing_leave_what_is_the_same():
    """Everything is made anew, but a file whose name tells its content is not written again."""
    many = large_archive()
    changed = [replace(one, title=f"{one.title} again") for one in many[:50]]
    builds = Builds()
    before = builds.build(many)
    after = sorted([*changed, *many[50:]], key=lambda one: (one.date, one.url))

    assert builds.build(after) == from_nothing(after)
    assert builds.read == []
    assert not any(path.startswith("search/t/") for path in builds.written)
    assert len(builds.written) < len(before) / 2
