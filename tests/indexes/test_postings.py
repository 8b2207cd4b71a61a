"""Checksums by the texts that hold them."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from site_builder.indexes.postings import (
    MOST_OWNERS,
    make_postings,
    pack_checksums,
    unpack_checksums,
)

CHECKSUMS = st.one_of(
    st.integers(0, 6), st.integers(0, 0xFFFFFFFF), st.sampled_from([0x80000000, 0xFFFFFFFF])
)
OWNERS = st.one_of(st.integers(0, 20), st.sampled_from([255, 256, 65536, MOST_OWNERS - 1]))
TEXTS = st.dictionaries(OWNERS, st.frozensets(CHECKSUMS, max_size=8), max_size=12)


def packed(texts: dict[int, frozenset[int]]) -> dict[int, bytes]:
    return {owner: pack_checksums(own) for owner, own in texts.items()}


@given(TEXTS)
def test_postings_tell_who_holds_what(texts: dict[int, frozenset[int]]) -> None:
    """They say the same as a dictionary does."""
    wanted = defaultdict(list)
    for owner, own in sorted(texts.items()):
        for checksum in own:
            wanted[checksum].append(owner)
    postings = make_postings(packed(texts))

    assert {one: postings.holders(one) for one in wanted} == wanted
    assert all(postings.few_holders(one, len(found)) == found for one, found in wanted.items())
    assert all(postings.few_holders(one, len(found) - 1) is None for one, found in wanted.items())
    assert list(postings.shared()) == [
        (one, found) for one, found in sorted(wanted.items()) if len(found) > 1
    ]
    for owner, own in texts.items():
        assert postings.held_by(owner) == sorted(own)


@given(TEXTS, TEXTS, st.integers(0, 4))
def test_edited_postings_are_those_made_anew(
    texts: dict[int, frozenset[int]], others: dict[int, frozenset[int]], removed: int
) -> None:
    """Texts taken out and put in leave the bytes that all those left would have given."""
    gone = dict(list(texts.items())[:removed])
    stay = {owner: own for owner, own in texts.items() if owner not in gone}
    added = {owner: own for owner, own in others.items() if owner not in texts}
    after = make_postings(packed(texts)).edited(gone, packed(added))

    assert after.data == make_postings(packed({**stay, **added})).data


@given(TEXTS, st.integers(1, 9))
def test_postings_sorted_in_slices_are_those_sorted_at_once(
    texts: dict[int, frozenset[int]], at_once: int
) -> None:
    """How much is sorted at a time changes nothing."""
    assert make_postings(packed(texts), at_once=at_once).data == make_postings(packed(texts)).data


def test_what_nobody_holds_has_no_holders() -> None:
    """Of no texts at all, too."""
    assert make_postings({}).holders(1) == []
    assert make_postings({3: pack_checksums({1, 5})}).holders(4) == []
    assert list(make_postings({}).shared()) == []


@given(st.frozensets(CHECKSUMS))
def test_checksums_are_packed_in_ascending_order(checksums: frozenset[int]) -> None:
    """The same ones give the same bytes."""
    assert list(unpack_checksums(pack_checksums(checksums))) == sorted(checksums)
