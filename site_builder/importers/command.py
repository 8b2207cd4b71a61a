"""`site-builder import`: raw clippings, saved pages and tables become articles."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click


@click.command(name="import")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--root", default=".", show_default=True, help="The archive's folder.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per input; write nothing.")
def import_command(paths: tuple[str, ...], root: str, *, as_json: bool) -> None:
    """Turn raw text, saved pages and tables into articles."""
    del root, as_json
    from site_builder.importers.encoding import decode_bytes
    from site_builder.importers.wire import read_clipping

    for path in paths:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        record = read_clipping(decode_bytes(data).text).to_record()
        click.echo(json.dumps(record, ensure_ascii=False))


if __name__ == "__main__":
    import_command()
