"""An archive's files → what in them is spelled as it was before, and how it is spelled now."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from site_builder.content.archive_format import FORMAT, newer_format
from site_builder.content.front_matter import split_front_matter
from site_builder.content.source_text import decode_source
from site_builder.content.spellings import ARTICLE, ENTRY, SITE, Spelling, migrated
from site_builder.content.strict_yaml import REGISTER_BYTES, Value, YamlDocument, parse_yaml
from site_builder.diagnostics import Diagnostic, Severity, SourceLocation, warning
from site_builder.migration.yaml_edits import FieldChange, edit_fields

SETTINGS = "content/site.yaml"
_SHOWN = 60
_BOM = b"\xef\xbb\xbf"


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One field that is spelled otherwise now."""

    where: SourceLocation
    before: str
    after: str


class MigratedFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file as it is and as it will be."""

    path: str
    before: bytes | None
    """None where there is no such file yet."""
    after: bytes
    changes: tuple[Change, ...] = ()


class MigrationPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What bringing an archive forward means."""

    files: tuple[MigratedFile, ...]
    """Those that change; site.yaml, which says the format, is the last."""
    by_hand: tuple[Diagnostic, ...]
    """What somebody has to look at; the files are left as they are in that."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every field that changes, in the order of files."""
        return tuple(one for file in self.files for one in file.changes)


class _Found(msgspec.Struct):
    """What was found in one file."""

    changes: list[Change] = msgspec.field(default_factory=list)
    by_hand: list[Diagnostic] = msgspec.field(default_factory=list)

    def ask(
        self, document: YamlDocument, path: str, at: tuple[str, ...], name: str, reason: str
    ) -> None:
        """Note that somebody has to look at a field."""
        what = f'"{name}" is an older spelling, and {reason}' if name else reason
        where = SourceLocation(path=path, line=document.line_of((*at, name) if name else at))
        hint = "Change it by hand; docs/content-format.md says what each field takes."
        self.by_hand.append(warning(where, "migrate", what, hint))


def plan_migration(files: Mapping[str, bytes]) -> MigrationPlan:
    """Return what has to change in the files of content/, given by their paths below the root.

    An archive of a newer format than this program's has nothing to migrate, and the fault says so.
    """
    settings = files.get(SETTINGS)
    document = _settings_document(settings) if settings is not None else None
    newer = newer_format(document, SETTINGS) if document else None
    if newer is not None:
        return MigrationPlan(files=(), by_hand=(newer,))
    planned: list[MigratedFile] = []
    by_hand: list[Diagnostic] = []
    for path in sorted(files):
        if path == SETTINGS:
            continue
        file, faults = _migrated_file(path, files[path])
        by_hand += faults
        if file is not None:
            planned.append(file)
    file, faults = _migrated_settings(settings)
    by_hand += faults
    if file is not None:
        planned.append(file)
    return MigrationPlan(files=tuple(planned), by_hand=tuple(by_hand))


def _settings_document(data: bytes) -> YamlDocument | None:
    text, _ = decode_source(data, SETTINGS)
    return parse_yaml(text, SETTINGS)[0]


def _migrated_file(path: str, data: bytes) -> tuple[MigratedFile | None, list[Diagnostic]]:
    text, faults = decode_source(data, path)
    found = _Found(by_hand=[one for one in faults if one.severity is Severity.ERROR])
    if found.by_hand:
        return None, found.by_hand
    if path.startswith("content/articles/"):
        new = _article(text, path, found)
    elif path.startswith("content/registers/"):
        new = _register(text, path, found)
    else:
        new = text
    return _file(path, data, text, new, found), found.by_hand


def _migrated_settings(data: bytes | None) -> tuple[MigratedFile | None, list[Diagnostic]]:
    if data is None:
        after = f"format: {FORMAT}\n".encode()
        return MigratedFile(path=SETTINGS, before=None, after=after), []
    text, faults = decode_source(data, SETTINGS)
    document, more = parse_yaml(text, SETTINGS)
    found = _Found(by_hand=[one for one in (*faults, *more) if one.severity is Severity.ERROR])
    if found.by_hand or document is None or not isinstance(document.value, dict | None):
        return None, found.by_hand
    new = _edited(text, document, SETTINGS, [()], SITE, found) if document.value else text
    if not document.value or "format" not in document.value:
        new = _with_format(new)
    return _file(SETTINGS, data, text, new, found), found.by_hand


def _with_format(text: str) -> str:
    """Return settings with the format before the first of them."""
    lines = text.splitlines(keepends=True)
    first = next(
        (at for at, line in enumerate(lines) if line.strip() and not line.startswith("#")),
        len(lines),
    )
    if first < len(lines) and lines[first].startswith(("---", "%", "{")):
        return text
    head = "".join(lines[:first])
    gap = "" if not head or head.endswith("\n") else "\n"
    return f"{head}{gap}format: {FORMAT}\n{''.join(lines[first:])}"


def _article(text: str, path: str, found: _Found) -> str:
    source, faults = split_front_matter(text, path)
    if source is None or faults:
        found.by_hand += faults
        return text
    start = text.index("\n") + 1
    end = text.rindex("---", 0, len(text) - len(source.body))
    front = _edited(text[start:end], source.front_matter, path, [()], ARTICLE, found)
    return text[:start] + front + text[end:]


def _register(text: str, path: str, found: _Found) -> str:
    document, faults = parse_yaml(text, path, max_bytes=REGISTER_BYTES)
    if document is None or faults or not isinstance(document.value, dict):
        found.by_hand += faults
        return text
    entries = [(key,) for key, entry in document.value.items() if isinstance(entry, dict)]
    return _edited(text, document, path, entries, ENTRY, found)


def _edited(
    text: str,
    document: YamlDocument,
    path: str,
    mappings: Sequence[tuple[str, ...]],
    spellings: Mapping[str, Spelling],
    found: _Found,
) -> str:
    """Return a document with the fields of some of its mappings as they are spelled now."""
    wanted = [
        change
        for at in mappings
        for change in _changes(_fields(document, at), document, path, at, spellings, found)
    ]
    if not wanted:
        return text
    new, refused = edit_fields(text, wanted)
    for change, reason in refused:
        found.ask(document, path, change.at, change.before, reason)
    made = [one for one in wanted if all(one is not change for change, _ in refused)]
    again, faults = parse_yaml(new, path, max_bytes=REGISTER_BYTES)
    if again is None or faults or again.value != _expected(document.value, made):
        found.ask(document, path, (), "", "it is written in a way that cannot be changed in place")
        return text
    found.changes += [_told(document, path, one) for one in made]
    return new


def _fields(document: YamlDocument, at: tuple[str, ...]) -> dict[str, Value]:
    fields: Value = document.value
    for step in at:
        assert isinstance(fields, dict)  # noqa: S101  # as the caller found it
        fields = fields[step]
    assert isinstance(fields, dict)  # noqa: S101  # as the caller found it
    return fields


def _changes(
    fields: dict[str, Value],
    document: YamlDocument,
    path: str,
    at: tuple[str, ...],
    spellings: Mapping[str, Spelling],
    found: _Found,
) -> Iterator[FieldChange]:
    taken = set(fields)
    for name, value in fields.items():
        try:
            new, wanted = migrated(name, value, spellings)
        except ValueError as reason:
            found.ask(document, path, at, name, str(reason))
            continue
        if new == name and wanted == value:
            continue
        if new != name and wanted is not None:
            if new in taken:
                found.ask(document, path, at, name, f'there is "{new}" as well')
                continue
            taken.add(new)
        # A day no longer says the time that stood there.
        note = value if isinstance(value, str) and isinstance(wanted, str) and _lost(value) else ""
        note = note if wanted != value and new in _DAYS else ""
        yield FieldChange(at=at, before=name, name=new, old=value, value=wanted, note=note)


_DAYS = frozenset(("date", "published", "retrieved"))


def _lost(stamp: str) -> bool:
    return ":" in stamp


def _expected(value: Value, changes: Sequence[FieldChange]) -> Value:
    """Return a document's values with the changes made."""
    by_place = {(*one.at, one.before): one for one in changes}

    def changed(value: Value, at: tuple[str, ...]) -> Value:
        if not isinstance(value, dict):
            return value
        found: dict[str, Value] = {}
        for name, one in value.items():
            change = by_place.get((*at, name))
            if change is None:
                found[name] = changed(one, (*at, name))
            elif change.value is not None:
                found[change.name] = change.value
        return found

    return changed(value, ())


def _told(document: YamlDocument, path: str, change: FieldChange) -> Change:
    return Change(
        where=SourceLocation(path=path, line=document.line_of((*change.at, change.before))),
        before=_shown(change.before, change.old),
        after=_shown(change.name, change.value) if change.value is not None else "",
    )


def _shown(name: str, value: Value) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split())
    return f"{name}: {text if len(text) <= _SHOWN else text[:_SHOWN] + '…'}"


def _file(path: str, data: bytes, text: str, new: str, found: _Found) -> MigratedFile | None:
    """Return the file with its new text, in the line ends and with the mark that it had."""
    if new == text:
        return None
    breaks = data.count(b"\n") + data.count(b"\r") - data.count(b"\r\n")
    if b"\r" in data:
        if breaks != data.count(b"\r\n"):
            where = SourceLocation(path=path)
            found.by_hand.append(
                warning(
                    where,
                    "migrate",
                    "its lines end in different ways",
                    "Save it with one kind of line ends, and migrate again.",
                )
            )
            found.changes.clear()
            return None
        new = new.replace("\n", "\r\n")
    after = (_BOM if data.startswith(_BOM) else b"") + new.encode()
    return MigratedFile(path=path, before=data, after=after, changes=tuple(found.changes))
