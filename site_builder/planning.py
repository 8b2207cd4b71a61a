"""Reads, indexes and plans a site: everything of it is known then but the bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from pathlib import Path

import msgspec
from msgspec.structs import replace

from site_builder.accounting import account_sources
from site_builder.build import BuildOptions, stop_on
from site_builder.cache.inputs import Inputs
from site_builder.cache.store import Store
from site_builder.cards.press import open_press
from site_builder.config import SiteConfig
from site_builder.content.history import FileChange, read_history
from site_builder.content.loader import LoadedArchive, load_archive
from site_builder.content.model import Status
from site_builder.content.source_files import below
from site_builder.diagnostics import (
    Diagnostic,
    SourceLocation,
    error,
    sort_diagnostics,
)
from site_builder.indexes.curation import curation_list
from site_builder.indexes.together import read_together
from site_builder.leftovers import Leftovers
from site_builder.making import made_files
from site_builder.output.assets import Assets, gather_assets
from site_builder.output.files import OutputFile
from site_builder.pieces import Maker
from site_builder.readings import Readings
from site_builder.resources import search_path
from site_builder.site.card_pages import SITE_CARD, site_card
from site_builder.site.curation_pages import plan_curation
from site_builder.site.edition import Edition, make_edition
from site_builder.site.file_notice import SCRIPT, file_words
from site_builder.site.interface import Interface, load_interface
from site_builder.site.keys import digest
from site_builder.site.language_versions import further_editions
from site_builder.site.pages import AnyPage
from site_builder.site.plan import plan_pages, site_view
from site_builder.site.renderer import Renderer
from site_builder.site.style_page import plan_style
from site_builder.site.theme import theme_sheet
from site_builder.site.views import SiteView
from site_builder.stages import Stages
from site_builder.vendor import vendored_file

_HISTORY = b"history"

_LIKENESS = b"likeness"


class PlannedSite(msgspec.Struct, frozen=True, kw_only=True):
    """A site of which everything is known but the bytes."""

    edition: Edition
    pages: tuple[AnyPage, ...]
    assets: Assets
    interface: Interface
    site: SiteView
    further: tuple[tuple[SiteView, Interface], ...] = ()
    """What the pages in further languages are rendered with."""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def looks(self) -> tuple[tuple[SiteView, Interface], ...]:
        """What the pages in each language are rendered with, the main one first."""
        return ((self.site, self.interface), *self.further)


def plan_archive(
    options: BuildOptions,
    inputs: Inputs,
    store: Store,
    stages: Stages,
    executor: Executor | None = None,
    *,
    drawn: bool = True,
) -> PlannedSite:
    """Read, index and plan an archive; raises BuildError with every fault of it.

    Without `drawn`, pictures of cards are empty files.
    """
    with stages("Reading") as tell:
        readings = Readings(store, options.jobs, executor, tell)
        loaded = load_archive(
            options.root, drafts=options.drafts, parse=readings.read, sources=inputs.sources
        )
        stop_on(loaded.diagnostics, strict=False)
        stop_on(_unread(inputs, loaded, readings, drafts=options.drafts), strict=False)
        config = _with_base_url(loaded, options.base_url)
        press, faults = open_press(config, options.root, drawn=drawn)
        stop_on(faults, strict=False)
        interface = load_interface(config.language, search_path(options.root, "templates"))
        history, notes = _history(options.root, config, inputs, store)
    with stages("Indexing"):
        kept = store.get("notes", _LIKENESS)
        read, compared = read_together(loaded.archive, readings.by_id, kept)
        if compared != kept:
            store.put("notes", [(_LIKENESS, compared)])
            store.commit()
        told = (
            msgspec.msgpack.encode(config),
            # Every page's foot leads to these, where there are any.
            bool(loaded.archive.registers.formulations),
            [(page.id, page.language, page.title) for page in loaded.archive.pages],
        )
        edition = make_edition(
            loaded.archive,
            config,
            interface,
            history,
            read=read,
            press=press,
            environment=digest(inputs.look, *told),
            words=digest(inputs.words, *told),
        )
    with stages("Planning"):
        folders = search_path(options.root, "templates")
        interfaces = tuple(load_interface(tag, folders) for tag in config.languages)
        further = tuple(further_editions(edition, interfaces))
        pages, faults = plan_pages(edition, further)
        if options.preview:
            open_tasks = curation_list(edition.archive, edition.likeness.proposals)
            pages = (*pages, plan_curation(edition, open_tasks), plan_style(edition))
        assets = gather_assets(
            search_path(options.root, "static"),
            {"lunr.js": vendored_file("lunr.js")},
            theme_sheet(config),
            {SCRIPT: file_words(interface)},
        )
        diagnostics = sort_diagnostics(
            (
                *loaded.diagnostics,
                *interface.diagnostics,
                *(fault for one in interfaces for fault in one.diagnostics),
                *notes,
                *faults,
                *_astray(assets),
            )
        )
        stop_on(diagnostics, strict=options.strict)
        site = _with_card(
            site_view(edition, assets.folder, preview=options.preview), edition, assets
        )
        return PlannedSite(
            edition=edition,
            pages=pages,
            assets=assets,
            interface=interface,
            site=site,
            further=tuple(
                (
                    msgspec.structs.replace(site_view(one, assets.folder), card=site.card),
                    one.interface,
                )
                for one in further
            ),
            diagnostics=diagnostics,
        )


def owners_of(planned: PlannedSite) -> dict[str, SourceLocation]:
    """Return where the files of a site come from, by their paths, as far as one can say."""
    owners = {page.path: page.source for page in planned.pages if page.source is not None}
    return owners | {
        file.path: SourceLocation(path=f"static/{file.path}") for file in planned.assets.files
    }


def maker_of(
    options: BuildOptions, planned: PlannedSite, leftovers: Leftovers, former: Path | None
) -> Maker:
    """Return what makes the pieces of a planned site; `former` is where the site before lies."""
    folders = search_path(options.root, "templates")
    renderers = {
        site.folder: Renderer(folders, site, interface, _code_cache(options))
        for site, interface in planned.looks
    }
    files, loose = planned.assets.files, planned.assets.loose
    return Maker(planned.edition, planned.pages, files, renderers, leftovers, former, loose)


def every_file(maker: Maker) -> Iterator[OutputFile]:
    """Yield every file of a site, made here and now, and kept nowhere."""
    pieces = maker.pieces()
    for piece in pieces.articles:
        yield from made_files(piece)
    yield from maker.made_of_everything()
    for piece in pieces.rest:
        yield from made_files(piece)


def _with_card(site: SiteView, edition: Edition, assets: Assets) -> SiteView:
    """Return the site with its card: the archive's own picture, else the one to be drawn."""
    own = any(file.path == SITE_CARD for file in assets.files)
    drawn = edition.press is not None and edition.press.covers(site_card(edition))
    return msgspec.structs.replace(site, card=SITE_CARD) if own or drawn else site


def _astray(assets: Assets) -> Iterator[Diagnostic]:
    """Yield an error for each link under static/ that cannot be a file of the site."""
    for path, there in assets.astray:
        yield error(
            SourceLocation(path=f"static/{path}"),
            "link",
            f"this link leads {'out of static/' if there else 'nowhere'}",
            "Copy the file itself to this place." if there else "Correct the link, or remove it.",
        )


def _unread(
    inputs: Inputs, loaded: LoadedArchive, readings: Readings, *, drafts: bool
) -> tuple[Diagnostic, ...]:
    """Return an error if an article's file was lost while it was read."""
    files = below(inputs.sources.files.values(), "content/articles/", ".md")
    read = (one.article for one in readings.by_id.values() if one.article is not None)
    left_out = (one.location.path for one in read if one.status is Status.DRAFT and not drafts)
    return account_sources((one.path for one in files), loaded.archive.articles, left_out)


def _history(
    root: Path, config: SiteConfig, inputs: Inputs, store: Store
) -> tuple[Mapping[str, tuple[FileChange, ...]], tuple[Diagnostic, ...]]:
    """Return what git tells of the articles, asked once for each commit."""
    if not config.history:
        return {}, ()
    kept = store.get("notes", _HISTORY)
    if kept is not None and inputs.head:
        try:
            head, history = _HISTORIES.decode(kept)
        except msgspec.MsgspecError:
            head, history = "", {}
        if head == inputs.head:
            return history, ()
    found, notes = read_history(root)
    if inputs.head and not notes:
        packed = msgspec.msgpack.encode((inputs.head, dict(found)))
        store.put("notes", [(_HISTORY, packed)])
        store.commit()
    return found, notes


_HISTORIES = msgspec.msgpack.Decoder(tuple[str, dict[str, tuple[FileChange, ...]]])


def _with_base_url(loaded: LoadedArchive, base_url: str | None) -> SiteConfig:
    if base_url is None:
        return loaded.config
    return replace(loaded.config, base_url=base_url.rstrip("/") + "/" if base_url else "")


def _code_cache(options: BuildOptions) -> Path | None:
    return None if options.cache is None else options.cache / "templates"
