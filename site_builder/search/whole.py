"""The index made from nothing."""

from __future__ import annotations

from collections.abc import Iterable
from sys import intern

from site_builder.output.files import OutputFile
from site_builder.search.analysis import FIELDS, read_analysis
from site_builder.search.collect import Collector, TermRows
from site_builder.search.facets import make_facet
from site_builder.search.files import file_name
from site_builder.search.lengths import write_lengths
from site_builder.search.made import (
    KINDS,
    Analysed,
    MadeIndex,
    Wanted,
    facet_files,
    finish_index,
    length_file,
)
from site_builder.search.results import FACETS, month_blocks
from site_builder.search.shards import Shard, ShardCutter, build_shards, sort_key
from site_builder.search.vocabulary import backwards


def make_whole(wanted: Wanted, analysed: Analysed) -> MadeIndex:
    """Return the index, made from one document after another."""
    calendar = wanted.calendar
    collector = Collector(wanted.kind)
    lengths: list[tuple[int, ...]] = []
    texts = []
    labels: list[list[str]] = [[] for _ in FACETS]
    described = []
    for slot, one in zip(calendar.slots(), wanted.digests, strict=True):
        analysis = read_analysis(analysed(one))
        collector.add(slot, analysis.fields, analysis.lengths)
        lengths.append(analysis.lengths)
        texts.append(analysis.text_name)
        described.append(analysis.description)
        for column, text in zip(labels, analysis.labels, strict=True):
            column.append(intern(text))
    columns = list(zip(*lengths, strict=True)) if lengths else [()] * len(FIELDS)
    files = [length_file(write_lengths(column)) for column in columns]
    names = [file_name(file) for file in files]
    marks = []
    for month, start, end in calendar.spans():
        blocks, mark = month_blocks(month, described[start:end])
        files += blocks
        marks.append(mark)
    del described
    facets = {facet: make_facet(column) for facet, column in zip(FACETS, labels, strict=True)}
    shards = _shards(collector.rows(), files)
    return finish_index(
        wanted,
        analysed,
        texts=texts,
        marks=marks,
        totals=list(map(sum, columns)),
        lengths=names,
        facets=facet_files(facets, files),
        shards=shards,
        files=files,
    )


def _shards(rows: Iterable[TermRows], files: list[OutputFile]) -> dict[str, tuple[Shard, ...]]:
    postings, places = ShardCutter(KINDS["p"]), ShardCutter(KINDS["w"])
    terms = []
    for row in rows:
        postings.add((row.term, row.postings))
        places.add((row.term, row.places))
        terms.append(row.term)
    turned = sorted(map(backwards, terms), key=sort_key)
    made = {
        "p": postings.finish(),
        "w": places.finish(),
        "v": build_shards(KINDS["v"], ((term, "") for term in terms)),
        "b": build_shards(KINDS["b"], ((term, "") for term in turned)),
    }
    for written, _ in made.values():
        files += written
    return {kind: shards for kind, (_, shards) in made.items()}
