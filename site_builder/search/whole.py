"""The index made from nothing."""

from __future__ import annotations

from sys import intern

from site_builder.output.files import OutputFile
from site_builder.search.analysis import FIELDS, read_analysis
from site_builder.search.collect import Collector
from site_builder.search.contents import Contents
from site_builder.search.facets import make_facet
from site_builder.search.files import file_name
from site_builder.search.lengths import write_lengths
from site_builder.search.made import (
    KINDS,
    Analysed,
    MadeIndex,
    Wanted,
    all_contents,
    facet_files,
    finish_index,
    length_file,
)
from site_builder.search.results import FACETS, month_blocks
from site_builder.search.segments import main_count
from site_builder.search.shards import Shard, ShardCutter, build_shards, sort_key
from site_builder.search.vocabulary import backwards


def make_whole(wanted: Wanted, analysed: Analysed) -> MadeIndex:
    """Return the index, made from one document after another."""
    calendar = wanted.calendar
    main = main_count(calendar)
    collectors = Collector(wanted.kind), Collector(wanted.recent_kind)
    lengths: list[tuple[int, ...]] = []
    texts = []
    labels: list[list[str]] = [[] for _ in FACETS]
    described = []
    for number, (slot, one) in enumerate(zip(calendar.slots(), wanted.digests, strict=True)):
        analysis = read_analysis(analysed(one))
        collectors[number >= main].add(slot, analysis.fields, analysis.lengths)
        lengths.append(analysis.lengths)
        texts.append(analysis.text_name)
        described.append(analysis.description)
        for column, text in zip(labels, analysis.labels, strict=True):
            column.append(intern(text))
    columns = list(zip(*lengths, strict=True)) if lengths else [()] * len(FIELDS)
    files = [length_file(write_lengths(column[:main])) for column in columns]
    names = [file_name(file) for file in files]
    marks = []
    for month, start, end in calendar.spans():
        blocks, mark = month_blocks(month, described[start:end])
        files += blocks
        marks.append(mark)
    del described
    facets = {facet: make_facet(column) for facet, column in zip(FACETS, labels, strict=True)}
    shards, contents = _words(*collectors, files)
    return finish_index(
        wanted,
        analysed,
        texts=texts,
        marks=marks,
        totals=list(map(sum, columns)),
        lengths=names,
        facets=facet_files(facets, files),
        shards=shards,
        contents=contents,
        files=files,
    )


def _words(
    main: Collector, recent: Collector, files: list[OutputFile]
) -> tuple[dict[str, tuple[Shard, ...]], dict[str, Contents]]:
    postings, places = ShardCutter(KINDS["p"]), ShardCutter(KINDS["w"])
    terms = set()
    for row in main.rows():
        postings.add((row.term, row.postings))
        places.add((row.term, row.places))
        terms.add(row.term)
    newest = list(recent.rows())
    terms.update(row.term for row in newest)
    turned = sorted(map(backwards, terms), key=sort_key)
    made = {
        "p": postings.finish(),
        "w": places.finish(),
        "v": build_shards(KINDS["v"], ((term, "") for term in sorted(terms, key=sort_key))),
        "b": build_shards(KINDS["b"], ((term, "") for term in turned)),
    }
    for written, _ in made.values():
        files += written
    shards = {kind: shards for kind, (_, shards) in made.items()}
    rows = {
        "p": [(row.term, row.postings) for row in newest],
        "w": [(row.term, row.places) for row in newest],
    }
    return shards, all_contents(shards, rows, files)
