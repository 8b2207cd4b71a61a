"""What articles' pages leave for search and for exports, kept from one build to the next."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from site_builder.cache.store import Store, StoreError
from site_builder.search import ANALYSIS_VERSION, DocumentKey
from site_builder.site.edition import Edition, Extent
from site_builder.site.export_rows import ExportRow
from site_builder.site.leavings import shown_articles, unpack_extent, unpack_leavings, unpack_row
from site_builder.site.quotation_index import extent_of

_CLAUSES = "clauses"


class Leftovers:
    """What articles' pages left: put in as they are made, taken out for the whole archive."""

    def __init__(self, edition: Edition, store: Store, site: bytes) -> None:
        """`site` names the site in the store, which may hold what is known of several."""
        self._store = store
        self._site = site
        self._edition = edition
        self._articles = shown_articles(edition)
        self._keys = {
            one.id: edition.keys.data(ANALYSIS_VERSION, edition.keys.row(one))
            for one in self._articles
        }
        self._extents = {key: unpack_extent(data) for key, data in store.all("extents")}

    def lacks(self, article: str) -> bool:
        """Return whether an article leaves something of which nothing is kept."""
        key = self._keys.get(article)
        return key is not None and key not in self._extents

    def take(self, article: str, packed: bytes) -> None:
        """Keep what an article's page left."""
        left, key = unpack_leavings(packed), self._keys[article]
        self._extents[key] = unpack_extent(left.extent)
        self._store.put("rows", [(key, left.row)])
        self._store.put("extents", [(key, left.extent)])
        self._store.put("analyses", [(key, left.analysis)])

    def settle(self) -> None:
        """Let everything of the site, and other processes, see what was left."""
        self._store.commit()
        self._edition.extents[:] = [self._extents[self._keys[one.id]] for one in self._articles]

    def remember(self, left: Mapping[str, bytes]) -> None:
        """Note for the next build what pieces left, by their ids; drop what no article has left."""
        wanted = set(self._keys.values())
        gone = [key for key in self._extents if key not in wanted]
        for table in ("rows", "extents", "analyses"):
            self._store.drop(table, gone)
        known = [(one.id, one.sha256, one.clauses) for one in self.extents]
        packed = msgspec.msgpack.encode((self._digits, known))
        noted = {_CLAUSES: packed, **left}
        self._store.put("notes", ((self._name(piece), data) for piece, data in noted.items()))

    def note(self, piece: str) -> bytes | None:
        """Return what a piece left in the last build of this site."""
        return self._store.fetch("notes", self._name(piece))

    def _name(self, piece: str) -> bytes:
        return f"{piece} ".encode() + self._site

    @property
    def keys(self) -> list[bytes]:
        """What stands for all that shown articles leave, in the archive's order."""
        return [self._keys[one.id] for one in self._articles]

    @property
    def extents(self) -> list[Extent]:
        """Of every shown article, in the archive's order, once settled."""
        return self._edition.extents

    def documents(self) -> list[DocumentKey]:
        """Return what search needs to know of every shown article."""
        return [
            DocumentKey(digest=self._keys[one.id].hex(), date=str(one.date))
            for one in self._articles
        ]

    def analysis(self, digest: str) -> bytes:
        """Return what search made of a document; KeyError where nothing is kept."""
        found = self._store.fetch("analyses", bytes.fromhex(digest))
        if found is None:
            raise KeyError(digest)
        return found

    def rows(self, start: int, end: int) -> tuple[ExportRow, ...]:
        """Return some rows of the exports, by their places in the archive's order."""
        fetch = self._store.fetch
        found = [fetch("rows", self._keys[one.id]) for one in self._articles[start:end]]
        if None in found:
            raise StoreError("what an article's page left is damaged")
        return tuple(unpack_row(data) for data in found if data is not None)

    def changed_clauses(self) -> list[bytes] | None:
        """Return the clauses of articles that are not as in the former build; None for all."""
        packed = self.note(_CLAUSES)
        try:
            digits, former = _FORMER_CLAUSES.decode(packed or b"")
        except msgspec.MsgspecError:
            return None
        if digits != self._digits:
            return None
        before = {name: (sha256, clauses) for name, sha256, clauses in former}
        after = {one.id: (one.sha256, one.clauses) for one in self.extents}
        names = [one for one in {*before, *after} if before.get(one) != after.get(one)]
        return [found[one][1] for one in names for found in (before, after) if one in found]

    @property
    def _digits(self) -> int:
        return extent_of(one.paragraphs for one in self.extents).digits


_FORMER_CLAUSES = msgspec.msgpack.Decoder(tuple[int, list[tuple[str, str, bytes]]])
