"""The manifest: what a browser must know before it can search, and the tables it leads to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_builder.output.files import OutputFile
from site_builder.search.analysis import FIELDS
from site_builder.search.calendar import Calendar
from site_builder.search.contents import Contents
from site_builder.search.files import file_name, named_file, to_json
from site_builder.search.results import BLOCK
from site_builder.search.routes import build_routes
from site_builder.search.segments import main_count
from site_builder.search.shards import Shard

VERSION = 6
"""Of everything below 'search/' and of what a build leaves for the next."""

MANIFEST = "search/manifest.json"
"""The one file that is always fetched anew; it names the others."""


def build_manifest(
    calendar: Calendar,
    *,
    marks: Sequence[str],
    totals: Sequence[int],
    lengths: Sequence[str],
    facets: Mapping[str, tuple[str, int]],
    shards: Mapping[str, Sequence[Shard]],
    contents: Mapping[str, Contents],
) -> tuple[OutputFile, list[OutputFile]]:
    """Return the manifest and the tables that it leads to, but for `contents`.

    Months stand in columns: which, how many documents each holds, the marks of its blocks.
    Lunr's ranking needs each field's weight and how many terms it holds in all documents;
    `lengths` are the files that say how many in each of the main segment. `contents` are the
    tables of posting lists ('p') and places ('w').
    """
    forward_tables, forward = build_routes("v", shards["v"])
    backward_tables, backward = build_routes("v", shards["b"])
    places = named_file("wt", to_json(_table(contents["w"])).encode())
    vocabulary = named_file("vt", to_json({"forward": forward, "backward": backward}).encode())
    files = [*forward_tables, *backward_tables, places, vocabulary]
    manifest = {
        "version": VERSION,
        "count": calendar.count,
        "main": main_count(calendar),
        "fields": list(FIELDS),
        "boosts": list(FIELDS.values()),
        "terms": totals,
        "lengths": lengths,
        "origin": calendar.origin,
        "bits": calendar.bits,
        "months": calendar.months,
        "sizes": calendar.sizes,
        "marks": marks,
        "block": BLOCK,
        "facets": facets,
        "postings": _table(contents["p"]),
        "places": file_name(places),
        "vocabulary": file_name(vocabulary),
    }
    return OutputFile(MANIFEST, to_json(manifest).encode()), files


def _table(contents: Contents) -> dict[str, Sequence[str]]:
    return {"first": contents.first, "names": contents.names}
