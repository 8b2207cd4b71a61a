"""A planned site cut into the pieces in which it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

import msgspec

from site_builder.content.model import Article
from site_builder.indexes.facets import Facet
from site_builder.leftovers import Leftovers
from site_builder.making import PageSteps, Piece, Update
from site_builder.output.files import OutputFile
from site_builder.search import (
    analyse_document,
    build_search,
    update_search,
)
from site_builder.site.card_pages import SITE_CARD, site_card_file
from site_builder.site.content_copies import content_copies, copies_key
from site_builder.site.correction_feed import build_correction_feed
from site_builder.site.dataset import build_dataset, update_dataset
from site_builder.site.day_pages import random_files
from site_builder.site.edition import Edition
from site_builder.site.facet_pages import WITH_FEEDS
from site_builder.site.feeds import (
    FeedEntry,
    archive_feed,
    build_opensearch,
    build_robots,
    build_sitemap,
    facet_feed_files,
)
from site_builder.site.leavings import (
    leavings_of,
    shown_articles,
)
from site_builder.site.pages import AnyPage, LaterPage
from site_builder.site.quotation_index import build_quotation_index, extent_of, index_paths
from site_builder.site.quote_feeds import build_quote_feed
from site_builder.site.renderer import Renderer
from site_builder.site.search_documents import search_document, search_documents
from site_builder.site.urls import article_url, facet_url

GROUP = "*"
"""Before the names of pieces that are not pages."""
_SEARCH = f"{GROUP}search"
_DATASET = f"{GROUP}dataset"


class SitePieces(msgspec.Struct, frozen=True, kw_only=True):
    """Every piece of a site, in the order of making."""

    articles: tuple[Piece, ...]
    """What leaves something for the rest."""
    whole: tuple[Piece, ...]
    """What is made of the whole archive, and much work."""
    rest: tuple[Piece, ...]

    def __iter__(self) -> Iterator[Piece]:
        return iter((*self.articles, *self.whole, *self.rest))


def feed_piece(facet: Facet) -> str:
    """Return the id of the piece that a facet's feeds are."""
    return f"{GROUP}feed {facet_url(facet.kind, facet.id)}"


class Maker:
    """Makes the files of one planned site."""

    def __init__(
        self,
        edition: Edition,
        pages: tuple[AnyPage, ...],
        assets: tuple[OutputFile, ...],
        renderers: Mapping[str, Renderer],
        leftovers: Leftovers,
        former: Path | None,
        loose: tuple[str, ...] = (),
    ) -> None:
        """`renderers` render the pages of each edition by its folder.

        `former` is the folder of the site that the last build made, where it is as it was.
        `loose` are the paths of those assets that lie in the site as they lie under static/.
        """
        self._edition = edition
        self._pages = pages
        self._assets = assets
        self._loose = loose
        self._renderers = renderers
        self._leftovers = leftovers
        self._former = former
        self._search_state = b""
        self._dataset_state: Callable[[], bytes] = bytes

    def pieces(self) -> SitePieces:
        """Return every piece of the site."""
        edition = self._edition
        everything = edition.keys.data(*self._leftovers.keys)
        articles = {article_url(one.id): one for one in shown_articles(edition)}
        leaving: list[Piece] = []
        rest: list[Piece] = []
        for page in self._pages:
            article = articles.get(page.address)
            piece = Piece(
                id=page.path,
                key=page.key,
                make=PageSteps(
                    page=page.made,
                    render=self._renderers[page.folder].render,
                    with_page=partial(self._with_page, page),
                ),
                left=partial(self._left, article)
                if article and self._leftovers.lacks(article.id)
                else None,
            )
            (leaving if article else rest).append(piece)
        whole = (
            Piece(
                id=_SEARCH,
                key=everything,
                make=self._search,
                left=lambda: self._search_state,
            ),
            Piece(
                id=_DATASET,
                key=everything,
                make=self._dataset,
                left=self._dataset_left,
            ),
        )
        clauses = Piece(id=f"{GROUP}clauses", key=everything, make=self._clauses)
        copies = Piece(
            id=f"{GROUP}content",
            key=copies_key(edition, self._loose),
            make=lambda: content_copies(edition, self._loose),
        )
        return SitePieces(
            articles=tuple(leaving),
            whole=whole,
            rest=(clauses, copies, *self._little(), *self._card(), *rest, *self._feeds()),
        )

    def made_of_everything(self) -> Iterator[OutputFile]:
        """Yield what search and exports consist of, made from nothing."""
        documents = tuple(search_documents(self._edition))
        yield from build_search(documents, mode=self._edition.config.search)
        yield from build_dataset(self._edition)

    def _with_page(self, page: AnyPage, rendered: OutputFile) -> Iterator[OutputFile]:
        yield rendered
        if isinstance(page, LaterPage) and page.beside is not None:
            for file in page.beside():
                yield OutputFile(page.folder + file.path, file.data) if page.folder else file

    def _left(self, article: Article) -> bytes:
        analysis = analyse_document(search_document(self._edition, article))
        return leavings_of(self._edition, article, analysis)

    def _search(self) -> Update:
        state = self._leftovers.note(_SEARCH) if self._former else None
        made = update_search(
            state,
            self._leftovers.documents(),
            self._leftovers.analysis,
            read_former=self._read_former,
            mode=self._edition.config.search,
        )
        self._search_state = made.state
        return Update(files=made.files, kept=made.kept)

    def _dataset(self) -> Update:
        left = self._leftovers
        former = left.note(_DATASET) if self._former else None
        made = update_dataset(self._edition, left.rows, left.keys, former)
        self._dataset_state = made.state
        return Update(files=made.files, kept=made.kept)

    def _read_former(self, path: str) -> bytes | None:
        if self._former is None:
            return None
        try:
            return (self._former / path).read_bytes()
        except OSError:
            return None

    def _dataset_left(self) -> bytes:
        return self._dataset_state()

    def _clauses(self) -> Update:
        changed = self._leftovers.changed_clauses() if self._former else None
        files = tuple(
            build_quotation_index(self._edition, self._leftovers.extents or None, changed)
        )
        if changed is None:
            return Update(files=files, kept=())
        written = {file.path for file in files}
        digits = extent_of(one.paragraphs for one in self._leftovers.extents).digits
        paths = index_paths(digits)
        return Update(files=files, kept=[path for path in paths if path not in written])

    def _little(self) -> Iterator[Piece]:
        """Yield what is so little that it is made each time."""
        edition = self._edition
        little: dict[str, Callable[[], Iterable[OutputFile]]] = {
            "assets": lambda: self._assets,
            "feed": lambda: archive_feed(edition),
            "quote feed": lambda: build_quote_feed(edition),
            "correction feed": lambda: build_correction_feed(edition),
            "random": lambda: random_files(edition),
            "sitemap": lambda: build_sitemap(edition, self._pages),
            "robots": lambda: (build_robots(edition), OutputFile(".nojekyll", b"")),
            "opensearch": lambda: build_opensearch(edition),
        }
        for name, make in little.items():
            yield Piece(id=f"{GROUP}{name}", key=None, make=make)

    def _card(self) -> Iterator[Piece]:
        """Yield the picture of the site, but where static/ has one."""
        edition = self._edition
        if edition.press and not any(file.path == SITE_CARD for file in self._assets):
            key = edition.keys.page("card", str([(y.year, len(y.articles)) for y in edition.years]))
            yield Piece(id=f"{GROUP}card", key=key, make=lambda: site_card_file(edition))

    def _feeds(self) -> Iterator[Piece]:
        """Yield the feeds of tags, people and countries."""
        edition = self._edition
        entries: dict[str, FeedEntry] = {}
        for kind in sorted(WITH_FEEDS):
            for facet in edition.facets[kind].values():
                newest = facet.articles[-edition.config.feed_entries :]
                yield Piece(
                    id=feed_piece(facet),
                    key=edition.keys.listing(newest, "feed", kind, facet.id),
                    make=partial(facet_feed_files, edition, facet, entries),
                )
