"""How many clippings a second the importer reads on one core, start-up apart.

    python benchmarks/import_speed.py [--seconds N]

Reads the labelled clippings where they are at hand (SITE_BUILDER_CORPORA, else ../shared/data
beside the repository), and the clippings of the tests otherwise. The figure is of processor
time, so that a busy machine does not change it.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from site_builder.importers.encoding import decode_bytes
from site_builder.importers.wire import read_clipping

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.import_score import corpora
from tests.importers.clippings import ENGLISH, SPEAKERS

TARGET = 100
"""Clippings a second."""


def main() -> int:
    """Print the figure; return 1 where it is below the target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=5.0)
    seconds = parser.parse_args().seconds
    clippings = _clippings()
    for data in clippings:
        read_clipping(decode_bytes(data).text)
    read = 0
    started = time.process_time()
    while time.process_time() - started < seconds:
        for data in clippings:
            read_clipping(decode_bytes(data).text)
        read += len(clippings)
    rate = read / (time.process_time() - started)
    size = sum(map(len, clippings)) / len(clippings)
    print(f"{rate:.0f} clippings a second ({len(clippings)} different ones, {size:.0f} bytes each)")
    return int(rate < TARGET)


def _clippings() -> list[bytes]:
    found = [path.read_bytes() for path in sorted((corpora() / "wire").glob("[0-9]*.txt"))]
    if found:
        return found
    print("The labelled clippings are absent; measuring on those of the tests.")
    return [ENGLISH.encode(), *(text.encode() for text, _, _ in SPEAKERS.values())]


if __name__ == "__main__":
    sys.exit(main())
