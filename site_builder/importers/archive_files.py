"""The archive's folder as an import sees it: what is there, and writing without half-files."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from site_builder.content.front_matter import write_front_matter
from site_builder.content.model import Registers
from site_builder.content.registers import parse_registers
from site_builder.content.source_text import FORBIDDEN
from site_builder.diagnostics import BuildError, Severity, SourceLocation, error
from site_builder.importers.encoding import mend_controls
from site_builder.importers.identity import id_of
from site_builder.importers.proposals import Proposal

_SHA256 = re.compile(rb"^  sha256: ([0-9a-f]{64})$", re.MULTILINE)
_EMPTY_MAPPING = re.compile(r"^\{[ ]*\}[ \t]*\n?|^---[ \t]*\n?", re.MULTILINE)
_ROW = re.compile(rb"^  importer: .*, row (\d+)$", re.MULTILINE)


def read_registers(root: Path) -> Registers:
    """Return the archive's registers; raises BuildError where one is faulty."""
    folder = root / "content" / "registers"
    files = {
        f"content/registers/{path.name}": path.read_bytes()
        for path in sorted(folder.glob("*.yaml"))
    }
    registers, _, faults = parse_registers(files)
    errors = [one for one in faults if one.severity is Severity.ERROR]
    if errors:
        raise BuildError(errors)
    return registers


def imported_articles(root: Path) -> dict[tuple[str, int | None], str]:
    """Return (SHA-256 of the original, row) → path below the root, of every imported article."""
    found: dict[tuple[str, int | None], str] = {}
    for path in article_files(root):
        head = path.read_bytes()[:65536]
        digest = _SHA256.search(head)
        if digest:
            row = _ROW.search(head)
            key = (digest[1].decode(), int(row[1]) if row else None)
            found.setdefault(key, path.relative_to(root).as_posix())
    return found


def article_files(root: Path) -> Iterator[Path]:
    """Yield the archive's article files in the order of their names."""
    yield from sorted((root / "content" / "articles").glob("*/*.md"))


def article_bodies(root: Path) -> Iterator[tuple[str, str, str | None]]:
    """Yield (id, text, statement) of every article, for comparing."""
    for path in article_files(root):
        text = path.read_text(encoding="utf-8", errors="replace")
        _, _, rest = text.partition("---\n")
        head, _, body = rest.partition("\n---\n")
        statement = re.search(r"^statement: (\S+)$", head, re.MULTILINE)
        prose = re.sub(r"^\{:.*\}$", "", body, flags=re.MULTILINE)
        yield path.stem, prose.replace("\\", ""), statement[1] if statement else None


def original_path(name: str, sha256: str) -> str:
    """Return where an original is kept: named after the file, told apart by its digest."""
    base = Path(name).name if name != "-" else "standard-input.txt"
    stem, dot, suffix = base.partition(".")
    suffix = re.sub(r"[^A-Za-z0-9.]", "", suffix).lower()[:20]
    return f"content/originals/{id_of(stem, longest=60) or 'clipping'}-{sha256[:12]}{dot}{suffix}"


def keep_original(root: Path, where: str, source: Path | bytes) -> bool:
    """Copy an original byte for byte; return whether it was new."""
    target = root / where
    if target.exists():
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(source, bytes):
        write_whole(target, source)
        return True
    with (
        source.open("rb") as original,
        tempfile.NamedTemporaryFile(dir=target.parent, prefix=".import-", delete=False) as file,
    ):
        shutil.copyfileobj(original, file, 1024 * 1024)
    Path(file.name).replace(target)
    target.chmod(0o644)
    return True


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there in full or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".import-", delete=False) as file:
        file.write(data)
    Path(file.name).chmod(0o644)
    Path(file.name).replace(path)


def register_yaml(proposals: Iterable[Proposal]) -> dict[str, str]:
    """Return register → YAML of the proposed entries, sorted by id, ready to be pasted."""
    grouped: dict[str, dict[str, Mapping[str, Any]]] = {}
    for one in proposals:
        grouped.setdefault(one.register, {})[one.id] = _clean(one.fields)
    result = {}
    for register in sorted(grouped):
        entries = {
            identifier: grouped[register][identifier] for identifier in sorted(grouped[register])
        }
        result[register] = write_front_matter(entries).removeprefix("---\n").removesuffix("---\n")
    return result


def _clean(value: Any) -> Any:
    """Return an entry without what the registers refuse: control codes, overlong names."""
    if isinstance(value, str):
        return " ".join(FORBIDDEN.sub(" ", mend_controls(value)).split())[:900]
    if isinstance(value, Mapping):
        return {key: _clean(one) for key, one in value.items()}
    return [_clean(one) for one in value]


def registers_with(root: Path, proposals: Iterable[Proposal]) -> dict[str, bytes]:
    """Return the registers' files, by path below the root, with entries added at their ends.

    What stands in the files is kept as it is, comments and order included. Raises BuildError
    where a file is written so that entries cannot follow.
    """
    files = {
        f"content/registers/{register}.yaml": _with_entries(
            root / "content" / "registers" / f"{register}.yaml", text
        )
        for register, text in register_yaml(proposals).items()
    }
    _refuse_broken(files)
    return files


def _with_entries(path: Path, text: str) -> bytes:
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    # An empty register may say so with '{}', after which no entry can stand.
    before = _EMPTY_MAPPING.sub("", before)
    if before and not before.endswith("\n"):
        before += "\n"
    return (before + text).encode()


def _refuse_broken(files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        _, _, faults = parse_registers({name: data})
        if any(one.severity is Severity.ERROR for one in faults):
            raise BuildError(
                [
                    error(
                        SourceLocation(path=name),
                        "register",
                        "new entries cannot be added at the end of this file",
                        "Write every entry on lines of its own, not in braces; or leave out "
                        "--accept and paste what --propose prints.",
                    )
                ]
            )
