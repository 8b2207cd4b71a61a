"""Reading articles: from the store what was read before, over all processes what was not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from functools import lru_cache, partial

import msgspec

from site_builder.cache.store import Store, StoreError
from site_builder.config import SiteConfig
from site_builder.content.loader import Read
from site_builder.content.model import Body, Registers
from site_builder.content.source_files import SourceFile
from site_builder.diagnostics import BuildError, Diagnostic, SourceLocation, error
from site_builder.indexes.reading import (
    Packed,
    Reading,
    ReadingSettings,
    read_and_pack,
    unpack,
    unpack_body,
)
from site_builder.parallel import WorkerDiedError, in_chunks, over_executor, over_processes
from site_builder.site.keys import digest

_CHUNK = 64
_PARALLEL_FROM = 300
"""Articles below which starting workers costs more than it saves."""


class Readings:
    """The readings of one archive, as its loader asks for them."""

    def __init__(
        self,
        store: Store,
        jobs: int,
        executor: Executor | None = None,
        tell: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> None:
        self._store = store
        self._jobs = jobs
        self._executor = executor
        self._tell = tell
        self._bodies = _Bodies(store)
        self.by_id: dict[str, Reading] = {}
        """By an article's id."""

    def read(
        self, files: Sequence[SourceFile], config: SiteConfig, registers: Registers
    ) -> Iterator[Read]:
        """Yield each file's article and its faults; the loader's `parse`."""
        settings = ReadingSettings.of(config, registers)
        whole = settings.digest()
        keys = {file.path: digest(whole, file.digest) for file in files}
        found = self._stored(set(keys.values()), settings)
        missing = [file for file in files if keys[file.path] not in found]
        fresh: list[bytes] = []
        for file, packed in zip(missing, self._packed(missing, settings), strict=True):
            key = keys[file.path]
            self._store.put("facts", [(key, packed.reading)])
            self._store.put("bodies", [(key, packed.body)])
            found[key] = unpack(packed.reading, key, self._bodies)
            fresh.append(key)
        if fresh:
            self._forget(set(keys.values()))
            self._store.commit()
        for file in files:
            reading = found[keys[file.path]]
            if reading.article is not None:
                self.by_id[reading.article.id] = reading
            yield reading.article, reading.diagnostics

    def _stored(self, wanted: set[bytes], settings: ReadingSettings) -> dict[bytes, Reading]:
        """Return the readings that the store holds and that still hold true."""
        found = {}
        for key, data in self._store.all("facts"):
            if key not in wanted:
                continue
            try:
                reading = unpack(data, key, self._bodies)
            except msgspec.MsgspecError:
                continue
            article = reading.article
            if article is None or reading.rules == settings.house_rules(article.carrier):
                found[key] = reading
        return found

    def _packed(self, files: Sequence[SourceFile], settings: ReadingSettings) -> Iterator[Packed]:
        given = [(file.path, file.data) for file in files]
        work = partial(read_and_pack, settings=settings)
        done = 0
        many = len(given) >= _PARALLEL_FROM
        parts = in_chunks(given, _CHUNK)
        if self._executor is not None and many:
            chunks = over_executor(self._executor, work, parts, name=_path_of)
        else:
            jobs = self._jobs if many else 1
            chunks = over_processes(work, parts, jobs=jobs, name=_path_of)
        try:
            for chunk in chunks:
                done += len(chunk)
                self._tell(done, len(given))
                yield from chunk
        except WorkerDiedError as died:
            raise BuildError([_died(died.name)]) from died

    def _forget(self, wanted: set[bytes]) -> None:
        old = [key for key in self._store.keys("facts") if key not in wanted]
        self._store.drop("facts", old)
        self._store.drop("bodies", old)


def _path_of(given: tuple[str, bytes]) -> str:
    return given[0]


def _died(path: str) -> Diagnostic:
    return error(
        SourceLocation(path=path),
        "worker",
        "the process that read this article was ended by the system",
        "Look whether the article is very large, or build with --jobs 1 to see what happens.",
    )


class _Bodies:
    """Loads texts by their keys; the last ones are at hand."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._load = lru_cache(maxsize=64)(self._fetch)

    def __call__(self, key: bytes) -> Body:
        return self._load(key)

    def _fetch(self, key: bytes) -> Body:
        data = self._store.fetch("bodies", key)
        if data is None:
            raise StoreError("the text of an article is damaged")
        return unpack_body(data)
