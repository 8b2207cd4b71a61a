"""Publishes a site that is made, and keeps for the next build what is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from site_builder.accounting import account_site
from site_builder.build import BuildReport, stop_on
from site_builder.cache.inputs import Inputs
from site_builder.cache.site_state import (
    PieceState,
    SiteState,
    manifest,
    pack_piece,
    pack_state,
    site_id,
)
from site_builder.cache.store import Store, StoreError
from site_builder.diagnostics import (
    Diagnostic,
    SourceLocation,
    note,
)
from site_builder.indexes.facets import Facet
from site_builder.leftovers import Leftovers
from site_builder.making import Making
from site_builder.output.files import MANIFEST
from site_builder.output.writer import Published, Workplace
from site_builder.pieces import GROUP, feed_piece
from site_builder.planning import PlannedSite, owners_of
from site_builder.site.addresses import refuse_clashes
from site_builder.site.edition import Edition
from site_builder.site.facet_pages import WITH_FEEDS


def publish(
    planned: PlannedSite, inputs: Inputs, making: Making, work: Workplace, gone: Sequence[str]
) -> tuple[BuildReport, SiteState]:
    """Put the site that was made in the place of the former one; `gone` are files that it loses.

    Raises BuildError where two files have one path, or where an article is missing somewhere.
    """
    states = making.states
    groups = [path for one in states if one.startswith(GROUP) for path in states[one].paths]
    refuse_clashes(
        [*(page.path for page in planned.pages), *groups, MANIFEST],
        lambda: owners_of(planned),
    )
    sums = manifest(states)
    edition = planned.edition
    feeds = _made_feeds(edition, making)
    files = {one for one in states if _has_its_page(one, states[one])}
    stop_on(account_site(edition, planned.pages, files, work.read, feeds), strict=False)
    count = sum(one.count for one in states.values()) + 1
    size = sum(one.size for one in states.values()) + len(sums)
    written = list(making.written)
    if making.written or making.dropped or gone or work.anew:
        written += [MANIFEST] if work.put(MANIFEST, sums) else []
    removed = (*gone, *making.dropped)
    if work.anew:
        paths = (path for one in states.values() for path in one.paths)
        removed = work.not_in((*paths, MANIFEST))
    id_ = site_id(states)
    change = work.finish(id_, written=written, removed=removed)
    folders = {one.rpartition("/")[0] for one in states if not one.startswith(GROUP)}
    folders |= {path.rpartition("/")[0] for path in groups}
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


def remember(
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
        inputs.put_stamps()
        store.commit()
    except StoreError as failure:
        if "locked" not in str(failure):
            store.discard()
        message = f"what this build found out cannot be kept: {failure}"
        return (note(SourceLocation(path=str(store.path.parent)), "cache", message),)
    return ()


def _has_its_page(piece: str, state: PieceState) -> bool:
    """Return whether a piece is a page that is among its files; see `PieceState.lines`."""
    return f"  {piece}\n".encode() in state.lines


def _made_feeds(edition: Edition, making: Making) -> Iterator[Facet]:
    """Yield the facets whose feeds were made, not kept."""
    for kind in WITH_FEEDS:
        for facet in edition.facets[kind].values():
            if feed_piece(facet) in making.made:
                yield facet
