"""The stages of a build that has something to do: read, index, plan, make, publish."""

from __future__ import annotations

from concurrent.futures import Executor

from msgspec.structs import replace

from site_builder.build import BuildOptions, BuildReport, stop_on
from site_builder.cache.inputs import Inputs
from site_builder.cache.site_state import PieceState, SiteState, unpack_piece
from site_builder.cache.store import Store
from site_builder.diagnostics import BuildError, Diagnostic, SourceLocation, error
from site_builder.leftovers import Leftovers
from site_builder.making import MadePiece, Making, Piece
from site_builder.output.errors import OutputError
from site_builder.output.writer import Workplace
from site_builder.parallel import WorkerDiedError
from site_builder.planning import PlannedSite, every_file, maker_of, owners_of, plan_archive
from site_builder.publishing import publish, remember
from site_builder.rendering import render_elsewhere
from site_builder.site.addresses import refuse_clashes
from site_builder.stages import Stages
from site_builder.vanished import vanished, vanished_diagnostics


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
        maker = maker_of(options, planned, leftovers, work.place.output if former else None)
        pieces = maker.pieces()
        elsewhere = (
            render_elsewhere(options.root, [site for site, _ in planned.looks], executor)
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
                if made.left:
                    leftovers.take(_article_of(made), made.left)
            leftovers.settle()
        with stages("Lists and search") as tell:
            chosen = [one for one in pieces.rest if one.id in todo]
            large = [one for one in pieces.whole if one.id in todo]
            small = len(planned.edition.listed) < _SMALL
            left = {}
            for done, made in enumerate(making.make(chosen, large=large, small=small), start=1):
                tell(done, len(chosen) + len(large))
                if made.left:
                    left[made.id] = made.left
    except WorkerDiedError as died:
        raise BuildError([_died(died, planned)]) from died
    except OutputError as failure:
        if failure.clash:
            # Two files of the site are in each other's way: better to tell which.
            paths = [file.path for file in every_file(maker)]
            refuse_clashes(paths, lambda: owners_of(planned))
        raise
    with stages("Publishing"):
        report, state = publish(planned, inputs, making, work, dropped)
        # Where nothing is known of the site that lay there, something may be of an older one.
        known = rows.keys() if former else _piece_ids(store, inputs.site)
        gone_pieces = known - making.states.keys()
        forgotten = remember(state, inputs, store, making, gone_pieces, leftovers, left)
    told = (*notes, *report.diagnostics, *missed, *forgotten)
    return replace(report, diagnostics=told, stages=stages)


_SMALL = 300
"""Articles below which workers cost more than they save."""


def _article_of(piece: Piece | MadePiece) -> str:
    """Return the id of the article whose page a piece is."""
    return piece.id.split("/")[-2]


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


def _piece_ids(store: Store, site: bytes) -> set[str]:
    prefix = site + b" "
    keys = store.keys("pages")
    return {key[len(prefix) :].decode("utf-8") for key in keys if key.startswith(prefix)}


def _died(died: WorkerDiedError, planned: PlannedSite) -> Diagnostic:
    source = next((page.source for page in planned.pages if page.path == died.name), None)
    return error(
        source or SourceLocation(path=died.name),
        "worker",
        f"the process that made {died.name} was ended by the system",
        "Look whether there is memory enough, or build with --jobs 1 to see what happens.",
    )
