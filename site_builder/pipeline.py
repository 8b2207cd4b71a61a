"""The stages of a build that has something to do: read, index, plan, make, publish."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from site_builder.accounting import account_site, account_sources
from site_builder.build import BuildOptions, BuildReport, stop_on
from site_builder.cache.inputs import Inputs, read_inputs
from site_builder.cache.site_state import (
    PieceState,
    SiteState,
    manifest,
    pack_piece,
    pack_state,
    site_id,
    unpack_piece,
)
from site_builder.cache.store import Store, StoreError
from site_builder.cards.press import open_press
from site_builder.config import SiteConfig
from site_builder.content.history import FileChange, read_history
from site_builder.content.link_lines import line_of_link
from site_builder.content.loader import LoadedArchive, load_archive
from site_builder.content.model import Archive, Status
from site_builder.content.source_files import below
from site_builder.diagnostics import (
    BuildError,
    Diagnostic,
    SourceLocation,
    error,
    note,
    sort_diagnostics,
    warning,
)
from site_builder.indexes.curation import CurationList, curation_list, near_duplicate_notes
from site_builder.indexes.facets import Facet
from site_builder.indexes.together import read_together
from site_builder.making import MadePiece, Making, Piece, made_files
from site_builder.output.assets import Assets, gather_assets
from site_builder.output.errors import OutputError
from site_builder.output.files import MANIFEST, OutputFile
from site_builder.output.links import BrokenLink, find_broken_links
from site_builder.output.writer import Published, Workplace
from site_builder.parallel import WorkerDiedError
from site_builder.pieces import GROUP, Leftovers, Maker, feed_piece
from site_builder.readings import Readings
from site_builder.rendering import render_elsewhere
from site_builder.resources import search_path
from site_builder.site.addresses import refuse_clashes
from site_builder.site.card_pages import SITE_CARD, site_card
from site_builder.site.curation_pages import plan_curation
from site_builder.site.edition import Edition, make_edition
from site_builder.site.facet_pages import WITH_FEEDS
from site_builder.site.interface import Interface, load_interface
from site_builder.site.keys import digest
from site_builder.site.pages import AnyPage
from site_builder.site.plan import plan_pages, site_view
from site_builder.site.renderer import Renderer
from site_builder.site.style_page import plan_style
from site_builder.site.theme import theme_sheet
from site_builder.site.views import SiteView
from site_builder.stages import Stages
from site_builder.vanished import vanished, vanished_diagnostics
from site_builder.vendor import vendored_file

_HISTORY = b"history"
_LIKENESS = b"likeness"


FurtherCheck = Callable[[Archive, SiteConfig], Iterable[Diagnostic]]
"""A check that is made on demand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a check found where there was no error."""

    articles: int
    pages: int
    diagnostics: tuple[Diagnostic, ...]
    """Warnings and notes, sorted."""
    curation: CurationList


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSite:
    """A site of which everything is known but the bytes."""

    edition: Edition
    pages: tuple[AnyPage, ...]
    assets: Assets
    interface: Interface
    site: SiteView
    diagnostics: tuple[Diagnostic, ...] = field(default=())


def make_site(
    options: BuildOptions,
    inputs: Inputs,
    store: Store,
    former: SiteState | None,
    work: Workplace,
    stages: Stages,
    notes: tuple[Diagnostic, ...],
    executor: Executor | None,
) -> BuildReport:
    """Make the site and publish it; see `build_site`."""
    planned = plan_archive(options, inputs, store, stages, executor)
    rows = _piece_rows(store, inputs.site) if former else {}
    with stages("Comparing"):
        leftovers = Leftovers(planned.edition, store, inputs.site)
        maker = _maker(options, planned, leftovers, work.place.output if former else None)
        pieces = maker.pieces()
        elsewhere = (
            render_elsewhere(options.root, planned.site, planned.edition.config.language, executor)
            if executor
            else None
        )
        making = Making(work, rows, options.jobs, elsewhere)
        lacking = {one.id for one in pieces.articles if leftovers.lacks(_article_of(one))}
        every = tuple(pieces)
        todo = {one.id for one in every if one.id in lacking or not making.keep(one)}
        lost = rows.keys() - {piece.id for piece in every}
        gone = [rows[one] for one in lost]
        missed = vanished_diagnostics(
            vanished(lost, ()),
            sum(one.endswith(".html") for one in rows),
            allowed=options.allow_vanished or options.preview,
        )
        stop_on(missed, strict=False)
        if _begin(work, former, len(todo) < len(every) / 2):
            work.keep(file.path for state in making.states.values() for file in state.files)
        dropped = [file.path for state in gone for file in state.files]
        work.drop(dropped)
    try:
        with stages("Articles") as tell:
            chosen = [one for one in pieces.articles if one.id in todo]
            for done, made in enumerate(making.make(chosen), start=1):
                tell(done, len(chosen))
                leftovers.take(_article_of(made), made.left)
            leftovers.settle()
        with stages("Lists and search") as tell:
            chosen = [one for one in pieces.rest if one.id in todo]
            large = [one for one in pieces.whole if one.id in todo]
            small = len(planned.edition.listed) < _SMALL
            left = {}
            for done, made in enumerate(making.make(chosen, large=large, small=small), start=1):
                tell(done, len(chosen) + len(large))
                left[made.id] = made.left
    except WorkerDiedError as died:
        raise BuildError([_died(died, planned)]) from died
    except OutputError as failure:
        if failure.clash:
            # Two files of the site are in each other's way: better to tell which.
            paths = [file.path for file in _all_files(maker)]
            refuse_clashes(paths, _owners(planned))
        raise
    with stages("Publishing"):
        report, state = _publish(planned, inputs, making, work, dropped)
        gone_pieces = rows.keys() - making.states.keys()
        forgotten = _remember(state, inputs, store, making, gone_pieces, leftovers, left)
    told = (*notes, *report.diagnostics, *missed, *forgotten)
    return replace(report, diagnostics=told, stages=stages)


_SMALL = 300
"""Articles below which workers cost more than they save."""


def _article_of(piece: Piece | MadePiece) -> str:
    """Return the id of the article whose page a piece is."""
    return piece.id.split("/")[-2]


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
        edition = make_edition(
            loaded.archive,
            config,
            interface,
            history,
            read=read,
            press=press,
            environment=digest(
                inputs.look,
                msgspec.msgpack.encode(config),
                # Every page's foot leads to these, where there are any.
                bool(loaded.archive.registers.formulations),
                [(page.id, page.title) for page in loaded.archive.pages],
            ),
        )
    with stages("Planning"):
        pages, faults = plan_pages(edition)
        if options.preview:
            open_tasks = curation_list(edition.archive, edition.likeness.proposals)
            pages = (*pages, plan_curation(edition, open_tasks), plan_style(edition))
        assets = gather_assets(
            search_path(options.root, "static"),
            {"lunr.js": vendored_file("lunr.js")},
            theme_sheet(config),
        )
        diagnostics = sort_diagnostics(
            (*loaded.diagnostics, *interface.diagnostics, *notes, *faults, *_astray(assets))
        )
        stop_on(diagnostics, strict=options.strict)
        return PlannedSite(
            edition=edition,
            pages=pages,
            assets=assets,
            interface=interface,
            site=_with_card(
                site_view(edition, assets.folder, preview=options.preview), edition, assets
            ),
            diagnostics=diagnostics,
        )


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


def check_archive(
    options: BuildOptions, store: Store, further: FurtherCheck | None = None
) -> CheckReport:
    """Check an archive and every link of its site; see `check_site`."""
    inputs = read_inputs(options, store)
    planned = plan_archive(replace(options, strict=False), inputs, store, Stages(), drawn=False)
    leftovers = Leftovers(planned.edition, store, inputs.site)
    files = tuple(_all_files(_maker(options, planned, leftovers, None)))
    refuse_clashes([file.path for file in files], _owners(planned))
    sources = {page.path: page.source for page in planned.pages}
    broken = (
        warning(
            _place_of(one, sources.get(one.page), inputs),
            "broken-link",
            f'the page {one.page} links to "{one.link}", which leads nowhere',
            "Correct the link, or add what it leads to.",
        )
        for one in find_broken_links(files, base_url=planned.site.base_url)
    )
    likely = near_duplicate_notes(planned.edition.likeness.proposals)
    found = further(planned.edition.archive, planned.edition.config) if further else ()
    diagnostics = sort_diagnostics((*planned.diagnostics, *likely, *broken, *found))
    stop_on(diagnostics, strict=options.strict)
    return CheckReport(
        articles=len(planned.edition.archive.articles),
        pages=len(planned.pages),
        diagnostics=diagnostics,
        curation=curation_list(planned.edition.archive, planned.edition.likeness.proposals),
    )


def _place_of(link: BrokenLink, source: SourceLocation | None, inputs: Inputs) -> SourceLocation:
    """Return where a curator finds a link: in the page's source, at its line where it has one."""
    if source is None:
        return SourceLocation(path=link.page)
    file = inputs.sources.files.get(source.path)
    text = file.data.decode("utf-8", "replace") if file else ""
    return replace(source, line=line_of_link(text, link.link) or source.line)


def _all_files(maker: Maker) -> Iterator[OutputFile]:
    """Yield every file of a site, made here and now, and kept nowhere."""
    pieces = maker.pieces()
    for piece in pieces.articles:
        yield from made_files(piece)
    yield from maker.made_of_everything()
    for piece in pieces.rest:
        yield from made_files(piece)


def _maker(
    options: BuildOptions, planned: PlannedSite, leftovers: Leftovers, former: Path | None
) -> Maker:
    folders = search_path(options.root, "templates")
    renderer = Renderer(folders, planned.site, planned.interface, _code_cache(options))
    files, loose = planned.assets.files, planned.assets.loose
    return Maker(planned.edition, planned.pages, files, renderer, leftovers, former, loose)


def _publish(
    planned: PlannedSite, inputs: Inputs, making: Making, work: Workplace, gone: Sequence[str]
) -> tuple[BuildReport, SiteState]:
    states = making.states
    groups = [file for one in states if one.startswith(GROUP) for file in states[one].files]
    refuse_clashes(
        [*(page.path for page in planned.pages), *(file.path for file in groups), MANIFEST],
        _owners(planned),
    )
    sums = manifest(states)
    edition = planned.edition
    feeds = _made_feeds(edition, making)
    stop_on(account_site(edition, planned.pages, sums, work.read, feeds), strict=False)
    count = sum(one.count for one in states.values()) + 1
    size = sum(one.size for one in states.values()) + len(sums)
    written = list(making.written)
    if making.written or making.dropped or gone or work.anew:
        written += [MANIFEST] if work.put(MANIFEST, sums) else []
    removed = (*gone, *making.dropped)
    if work.anew:
        paths = (file.path for one in states.values() for file in one.files)
        removed = work.not_in((*paths, MANIFEST))
    id_ = site_id(states)
    change = work.finish(id_, written=written, removed=removed)
    folders = {one.rpartition("/")[0] for one in states if not one.startswith(GROUP)}
    folders |= {file.path.rpartition("/")[0] for file in groups}
    archive = edition.archive
    state = SiteState(
        inputs=inputs.digest,
        change=change,
        articles=len(archive.articles),
        pages=len(planned.pages),
        files=count,
        size=size,
        diagnostics=planned.diagnostics,
        folders="\n".join(sorted(folders)),
    )
    published = Published(
        written=len(written),
        unchanged=count - len(written),
        removed=len(removed),
        bytes=size,
    )
    report = BuildReport(
        articles=len(archive.articles),
        pages=len(planned.pages),
        published=published,
        diagnostics=planned.diagnostics,
    )
    return report, state


def _remember(
    state: SiteState,
    inputs: Inputs,
    store: Store,
    making: Making,
    gone: Iterable[str],
    leftovers: Leftovers,
    left: Mapping[str, bytes],
) -> tuple[Diagnostic, ...]:
    """Keep for the next build what is known of the site that is published now.

    Where that fails, as on a full disk, all of it is forgotten; returns a note that says so.
    """
    if not store.lasts:
        return ()
    prefix = inputs.site + b" "
    states = making.states
    made = ((prefix + one.encode("utf-8"), pack_piece(states[one])) for one in sorted(making.made))
    try:
        store.put("pages", made)
        store.drop("pages", (prefix + one.encode("utf-8") for one in gone))
        store.put("notes", [(inputs.site, pack_state(state))])
        leftovers.remember(left)
        store.commit()
    except StoreError as failure:
        if "locked" not in str(failure):
            store.discard()
        message = f"what this build found out cannot be kept: {failure}"
        return (note(SourceLocation(path=str(store.path.parent)), "cache", message),)
    inputs.keep_stamps()
    return ()


def _unread(
    inputs: Inputs, loaded: LoadedArchive, readings: Readings, *, drafts: bool
) -> tuple[Diagnostic, ...]:
    """Return an error if an article's file was lost while it was read."""
    files = below(inputs.sources.files.values(), "content/articles/", ".md")
    read = (one.article for one in readings.by_id.values() if one.article is not None)
    left_out = (one.location.path for one in read if one.status is Status.DRAFT and not drafts)
    return account_sources((one.path for one in files), loaded.archive.articles, left_out)


def _made_feeds(edition: Edition, making: Making) -> Iterator[Facet]:
    """Yield the facets whose feeds were made, not kept."""
    for kind in WITH_FEEDS:
        for facet in edition.facets[kind].values():
            if feed_piece(facet) in making.made:
                yield facet


def _begin(work: Workplace, former: SiteState | None, few: bool) -> bool:
    """Begin the new site, out of the former one where few pieces change; return whether anew."""
    if former is not None and few and work.begin_from(former.change):
        return False
    work.begin_anew(spare=True)
    return True


def _piece_rows(store: Store, site: bytes) -> dict[str, PieceState]:
    prefix = site + b" "
    return {
        key[len(prefix) :].decode("utf-8"): unpack_piece(data)
        for key, data in store.all("pages")
        if key.startswith(prefix)
    }


def _owners(planned: PlannedSite) -> dict[str, SourceLocation]:
    owners = {page.path: page.source for page in planned.pages if page.source is not None}
    return owners | {
        file.path: SourceLocation(path=f"static/{file.path}") for file in planned.assets.files
    }


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


def _code_cache(options: BuildOptions) -> Path | None:
    return None if options.cache is None else options.cache / "templates"


def _died(died: WorkerDiedError, planned: PlannedSite) -> Diagnostic:
    source = next((page.source for page in planned.pages if page.path == died.name), None)
    return error(
        source or SourceLocation(path=died.name),
        "worker",
        f"the process that made {died.name} was ended by the system",
        "Look whether there is memory enough, or build with --jobs 1 to see what happens.",
    )


def _with_base_url(loaded: LoadedArchive, base_url: str | None) -> SiteConfig:
    if base_url is None:
        return loaded.config
    return replace(loaded.config, base_url=base_url.rstrip("/") + "/" if base_url else "")
