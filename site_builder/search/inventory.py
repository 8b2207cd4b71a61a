"""What a written index holds, as its own files tell it: the way a browser would find out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from site_builder.search.manifest import MANIFEST
from site_builder.search.results import block_paths


class _Months(msgspec.Struct):
    months: list[int]
    sizes: list[int]


class _Described(msgspec.Struct):
    url: str


_read_months = msgspec.json.Decoder(_Months).decode
_read_block = msgspec.json.Decoder(list[_Described]).decode


def indexed_urls(read: Callable[[str], bytes]) -> Iterator[str]:
    """Yield the address of each document, in the index's order.

    `read` gives a file of the site by its path ('search/…'). Raises msgspec.MsgspecError where a
    file is not what it should be.
    """
    manifest = _read_months(read(MANIFEST))
    for month, size in zip(manifest.months, manifest.sizes, strict=True):
        for path in block_paths(month, size):
            for one in _read_block(read(path)):
                yield one.url
