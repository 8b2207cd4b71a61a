"""One run of the importer: clippings in, articles written, everything told."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec.structs import replace

from site_builder.content.articles import parse_article
from site_builder.content.dates import PartialDate
from site_builder.content.model import Registers
from site_builder.diagnostics import Severity
from site_builder.importers.archive_files import (
    article_bodies,
    imported_articles,
    keep_original,
    original_path,
    registers_with,
    write_whole,
)
from site_builder.importers.article_text import Origin, PlannedArticle, UndatedError, plan_article
from site_builder.importers.clipping import Clipping, Guess
from site_builder.importers.duplicates import Likeness, ShingleIndex
from site_builder.importers.identity import id_of
from site_builder.importers.inputs import Input, Item, read_input
from site_builder.importers.proposals import Proposal, Resolved, resolve_names
from site_builder.importers.register_index import RegisterIndex

CHUNK = 200
"""Articles after which accepted entries and the articles that name them are written."""


class ImportOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How a batch is run."""

    root: Path
    dry_run: bool = False
    accept: bool = False
    """Whether proposed register entries are added."""
    mapping: Mapping[str, str] = msgspec.field(default_factory=dict)
    duplicates: bool = True
    date: str | None = None
    """The day for clippings that print none."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one clipping."""

    where: str
    status: str
    """'new', 'unchanged', 'edited' (a person's version was kept), 'duplicate' or 'error'."""
    path: str | None = None
    problem: str | None = None
    warnings: tuple[str, ...] = ()
    unresolved: Mapping[str, str] = msgspec.field(default_factory=dict)
    likenesses: tuple[Likeness, ...] = ()
    statement: str | None = None
    """The id that the clipping could share with the nearest carriage."""
    difference: str = ""
    """Unified diff: the new file, or how it departs from the one that is there."""


class _Planned(msgspec.Struct, frozen=True):
    item: Item
    article: PlannedArticle
    origin: Origin
    source: Input


class Import:
    """A batch on one archive. `run` yields an outcome for each clipping as it is settled."""

    def __init__(self, options: ImportOptions, registers: Registers) -> None:
        self.options = options
        self.registers = registers
        self.index = RegisterIndex(registers)
        self.proposals: dict[tuple[str, str], Proposal] = {}
        self.added: dict[str, int] = {}
        self._fresh: dict[tuple[str, str], Proposal] = {}
        self._known = imported_articles(options.root)
        self._taken = {Path(path).stem for path in self._known.values()}
        self._texts: ShingleIndex | None = None
        self._statements: dict[str, str | None] = {}
        self._waiting: list[_Planned] = []

    def run(self, source: Input) -> Iterator[Outcome]:
        """Import one input."""
        for item in read_input(source, self.options.mapping, self.registers, self.index):
            if item.clipping is None:
                yield Outcome(where=item.where, status="error", problem=item.problem)
                continue
            yield self._settle(source, item, item.clipping)
            if len(self._waiting) >= CHUNK:
                self.flush()
        self.flush()

    def _settle(self, source: Input, item: Item, clipping: Clipping) -> Outcome:
        clipping = self._dated(clipping)
        origin = Origin(
            file=original_path(source.name, item.sha256), sha256=item.sha256, row=item.row
        )
        resolved = resolve_names(clipping, self.index, accept=self.options.accept)
        earlier = self._known.get((item.sha256, item.row))
        try:
            article = plan_article(
                clipping, resolved, origin, identifier=id_of(item.identifier or "") or None
            )
        except UndatedError as error:
            problem = f"{error}; say which day with --date YYYY-MM-DD"
            return Outcome(where=item.where, status="error", problem=problem)
        self._note(resolved)
        if earlier is None and item.identifier and (self.options.root / article.path).exists():
            earlier = article.path  # the source's own id: the same article from another file
        article = self._at_free_path(article, earlier, item.sha256)
        fault = _first_error(article)
        if fault:
            return Outcome(where=item.where, status="error", problem=fault)
        likenesses = () if earlier else self._likenesses(article, clipping, item)
        nearest = likenesses[0] if likenesses else None
        statement = (self._statements.get(nearest.id) or nearest.id) if nearest else None
        status, difference = self._compare(article, earlier)
        if status == "new" and nearest is not None and nearest.same:
            status = "duplicate"
        if status == "new":
            self._waiting.append(_Planned(item, article, origin, source))
            self._known[(item.sha256, item.row)] = article.path
            self._taken.add(Path(article.path).stem)
        return Outcome(
            where=item.where,
            status=status,
            path=article.path,
            warnings=clipping.warnings,
            unresolved=resolved.unresolved,
            likenesses=likenesses,
            statement=statement,
            difference=difference,
        )

    def _dated(self, clipping: Clipping) -> Clipping:
        if self.options.date is None or clipping.date or clipping.published:
            return clipping

        given = Guess(
            value=str(PartialDate.parse(self.options.date)),
            confidence=1.0,
            evidence="given by the curator",
        )
        return replace(clipping, date=given)

    def _note(self, resolved: Resolved) -> None:
        for one in resolved.proposals:
            key = (one.register, one.id)
            if key in self.proposals:
                continue
            self.proposals[key] = one
            if self.options.accept:
                self._fresh[key] = one
                self.index.add(one.register, one.id, one.fields)

    def _at_free_path(
        self, article: PlannedArticle, earlier: str | None, sha256: str
    ) -> PlannedArticle:
        """Keep an imported article where it is; give a new one a name that no other has."""
        if earlier is not None:
            return PlannedArticle(path=earlier, text=article.text)
        stem = Path(article.path).stem
        if stem in self._taken or (self.options.root / article.path).exists():
            path = article.path.removesuffix(".md") + f"-{sha256[:6]}.md"
            number = 2
            while Path(path).stem in self._taken or (self.options.root / path).exists():
                path = article.path.removesuffix(".md") + f"-{sha256[:6]}-{number}.md"
                number += 1
            return PlannedArticle(path=path, text=article.text)
        return article

    def _compare(self, article: PlannedArticle, earlier: str | None) -> tuple[str, str]:
        there = self.options.root / article.path
        if earlier is None or not there.exists():
            return "new", _difference(
                "", article.text, article.path
            ) if self.options.dry_run else ""
        current = there.read_text(encoding="utf-8", errors="replace")
        if current == article.text:
            return "unchanged", ""
        return "edited", _difference(current, article.text, article.path)

    def _likenesses(
        self, article: PlannedArticle, clipping: Clipping, item: Item
    ) -> tuple[Likeness, ...]:
        if not self.options.duplicates or item.row is not None:
            return ()
        if self._texts is None:
            self._texts = ShingleIndex()
            for identifier, text, statement in article_bodies(self.options.root):
                self._texts.add(identifier, text)
                self._statements[identifier] = statement
        text = "\n".join(one.text for one in clipping.paragraphs)
        found = self._texts.like(text)
        if not (found and found[0].same):
            self._texts.add(Path(article.path).stem, text)
        return found

    def flush(self) -> None:
        """Write what waits: originals first, then register entries, then the articles."""
        waiting, self._waiting = self._waiting, []
        fresh, self._fresh = self._fresh, {}
        if self.options.dry_run:
            return
        root = self.options.root
        # First what may be refused, so that a refusal leaves nothing half-written.
        registers = registers_with(root, fresh.values())
        for one in waiting:
            original = one.source.path if one.source.path is not None else one.source.data or b""
            keep_original(root, one.origin.file, original)
        for name, data in registers.items():
            write_whole(root / name, data)
        for entry in fresh.values():
            self.added[entry.register] = self.added.get(entry.register, 0) + 1
        for one in waiting:
            write_whole(root / one.article.path, one.article.text.encode())


def _first_error(article: PlannedArticle) -> str | None:
    """Return the first fault that the archive's own door finds in a planned article."""
    _, faults = parse_article(article.path, article.text.encode(), language="en")
    errors = [one for one in faults if one.severity is Severity.ERROR]
    return f"the article would be faulty: {errors[0].message}" if errors else None


def _difference(before: str, after: str, path: str) -> str:
    return "".join(
        difflib.unified_diff(
            before.splitlines(keepends=True),
            after.splitlines(keepends=True),
            fromfile=path if before else "/dev/null",
            tofile=f"{path} (as imported now)" if before else path,
        )
    )


Report = Callable[[Outcome], None]
