"""How well the importer reads the labelled clippings: one figure a field, and their mean.

    python benchmarks/import_score.py [--misses FIELD]

The clippings are looked for in the folder that SITE_BUILDER_CORPORA names, else in
../shared/data beside the repository; without them the benchmark says so and ends.
Single-valued fields count every clipping; lists are scored by F1 over all clippings together.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from site_builder.importers.encoding import decode_bytes
from site_builder.importers.wire import read_clipping

FIELDS = ("title", "published", "place", "agency", "language", "speakers", "countries", "quotes")
LABELS = {
    "title": "title",
    "published": "published_date",
    "place": "dateline_city",
    "language": "language",
}


@dataclass(slots=True)
class Tally:
    """Right, wanted and given values of one field."""

    right: int = 0
    wanted: int = 0
    given: int = 0

    @property
    def score(self) -> float:
        """F1, which for single values is the share of right ones."""
        total = self.wanted + self.given
        return 2 * self.right / total if total else 1.0


def main() -> int:
    """Print the scores; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", choices=FIELDS, help="list what went wrong in one field")
    chosen = parser.parse_args()
    folder = corpora() / "wire"
    labels = folder / "labels.jsonl"
    if not labels.is_file():
        print(
            "Skipped: there are no labelled clippings (set SITE_BUILDER_CORPORA to their folder)."
        )
        return 0
    tallies = {field: Tally() for field in FIELDS}
    for line in labels.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        text = decode_bytes((folder / label["file"]).read_bytes()).text
        record = read_clipping(text).to_record()
        for field, counts in compare(label, record).items():
            tally = tallies[field]
            tally.right += counts[0]
            tally.wanted += counts[1]
            tally.given += counts[2]
            if field == chosen.misses and not counts[0] == counts[1] == counts[2]:
                print(f"{label['file']}: {record.get(field, record['carrier'])}", file=sys.stderr)
    for field, tally in tallies.items():
        print(f"{field:<10} {tally.score:.3f}  {tally.right}/{tally.wanted} (given {tally.given})")
    print(f"mean       {sum(one.score for one in tallies.values()) / len(tallies):.3f}")
    return 0


def corpora() -> Path:
    """Return the folder of test corpora."""
    named = os.environ.get("SITE_BUILDER_CORPORA")
    return Path(named) if named else Path(__file__).resolve().parents[2] / "shared" / "data"


def compare(label: Mapping[str, Any], record: Mapping[str, Any]) -> dict[str, tuple[int, int, int]]:
    """Return (right, wanted, given) for each field of one clipping."""
    counts = {}
    for field, key in LABELS.items():
        counts[field] = (int(fold(label[key]) == fold(record[field])), 1, 1)
    counts["agency"] = (int(_agency(label["agency"], record)), 1, 1)
    wanted = {fold(name) for name in label["speakers"]}
    given = {fold(one["name"]) for one in record["speakers"]}
    counts["speakers"] = (len(wanted & given), len(wanted), len(given))
    wanted, given = set(label["countries"]), set(record["countries"])
    counts["countries"] = (len(wanted & given), len(wanted), len(given))
    quotes = [fold(quote) for quote in record["quotes"]]
    found = sum(
        any(quote.startswith(fold(one["start"])) for quote in quotes)
        for one in label["direct_quotes"]
    )
    counts["quotes"] = (found, len(label["direct_quotes"]), len(quotes))
    return {field: counts[field] for field in FIELDS}


def fold(text: object) -> str:
    """Return a text for comparing: compatible forms, no case, letters and digits only."""
    plain = unicodedata.normalize("NFKC", str(text or "")).casefold()
    return " ".join(re.findall(r"[^\W_]+", plain))


def _agency(wanted: str | None, record: Mapping[str, Any]) -> bool:
    names = [fold(name) for name in (record["carrier"], *record["via"]) if name]
    parts = [fold(part) for part in re.split(r"[/|]", wanted)] if wanted else []
    if not parts:
        return not names
    return any(part and (part in name or name in part) for part in parts for name in names)


if __name__ == "__main__":
    sys.exit(main())
