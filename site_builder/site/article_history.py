"""An article's changes, as its page tells them: which fields, and which words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from site_builder.content.history import FileChange
from site_builder.content.model import Article, Display, Status
from site_builder.content.strict_yaml import parse_yaml
from site_builder.indexes.alignment import Change, Token, align, differences, tokens
from site_builder.site.article_views import ChangedText, ChangeView
from site_builder.site.changed_text import join_pieces
from site_builder.site.edition import Edition

_CONTEXT = 8
"""Words kept on either side of a change."""
_PARAGRAPHS = 8
"""Changed paragraphs shown of one change."""
_SHOWN = (Display.FULL, Display.SUMMARY)
_HIDDEN_FIELDS = frozenset(("title", "provenance"))
_ATTRIBUTES = re.compile(r"^\{:[^}\n]*\}[ \t]*$", re.MULTILINE)
_FILE = re.compile(r"---[ \t]*\r?\n(.*?)^---[ \t]*$(.*)", re.DOTALL | re.MULTILINE)
_STATE = re.compile(r"^(display|status):[ \t]*[\"']?([a-z]+)", re.MULTILINE)
_BLANK = re.compile(r"\n[ \t]*\n")


def change_views(edition: Edition, article: Article) -> tuple[ChangeView, ...]:
    """Return the changes of an article since it was published here, newest first.

    Words are shown of articles whose text is shown in full, before and after the change alike;
    of others nothing is told.
    """
    if article.status is not Status.PUBLISHED or article.display not in _SHOWN:
        return ()
    changes = edition.history.get(article.location.path, ())
    return tuple(view for one in changes if (view := _view(edition, article, one)) is not None)


def _view(edition: Edition, article: Article, change: FileChange) -> ChangeView | None:
    old, new = _parts(change.old), _parts(change.new)
    if old is None or new is None:
        return None
    before, after = _fields(old[0], new[0])
    if before is None or after is None:
        return None
    if "draft" in (before.get("status"), after.get("status")):
        return None
    fields = sorted(
        key
        for key in {*before, *after} - _HIDDEN_FIELDS
        if before.get(key) != after.get(key) and _folded(before.get(key)) != _folded(after.get(key))
    )
    texts: list[ChangedText] = []
    more = 0
    if _is_shown(article, before) and _is_shown(article, after):
        title = _changed(tokens(str(before.get("title"))), tokens(str(after.get("title"))))
        changed = [*([title] if title else []), *_paragraphs(old[1], new[1])]
        texts, more = changed[:_PARAGRAPHS], len(changed[_PARAGRAPHS:])
    repository = edition.config.repository.rstrip("/")
    return ChangeView(
        date=edition.date(change.date),
        subject=change.subject,
        url=f"{repository}/commit/{change.commit}" if repository else "",
        commit=change.commit[:8],
        fields=tuple(_label(edition, field) for field in fields),
        texts=tuple(texts),
        more=more,
    )


def _parts(text: str) -> tuple[str, str] | None:
    """Return the front matter and the body of a file's text, or None where it has no such."""
    match = _FILE.match(text)
    return (match[1], match[2]) if match else None


_Fields = Mapping[str, object]


def _fields(old: str, new: str) -> tuple[_Fields | None, _Fields | None]:
    """Return what two front matters say, as far as it matters whether and how they differ."""
    if old == new:
        # Reading YAML takes longer than all the rest, and here two lines of it tell enough.
        found = {match[1]: match[2] for match in _STATE.finditer(new)}
        return found, found
    return _read(old), _read(new)


def _read(front_matter: str) -> _Fields | None:
    document, _ = parse_yaml(front_matter, "")
    value = document.value if document else None
    return value if isinstance(value, dict) else None


def _is_shown(article: Article, fields: _Fields) -> bool:
    """Return whether the file's text was shown in full at the time, as far as the file says."""
    return fields.get("display", article.display) in tuple(map(str, _SHOWN))


def _folded(value: object) -> list[str]:
    """Return a field as it is compared: the form of its quotation marks does not count."""
    return [token.folded for token in tokens(repr(value))]


def _label(edition: Edition, field: str) -> str:
    return edition.interface.get(f"history_field_{field}", field.replace("_", " "))


def _paragraphs(old: str, new: str) -> Iterator[ChangedText]:
    """Yield the paragraphs whose words differ, in order."""
    before, after = _blocks(old), _blocks(new)
    start = _equal(before, after)
    end = _equal(before[start:][::-1], after[start:][::-1])
    first = [tokens(text) for text in before[start : len(before) - end]]
    second = [tokens(text) for text in after[start : len(after) - end]]
    for at, place in align([first, second]):
        changed = _changed(
            first[at] if at is not None else (),
            second[place] if place is not None else (),
        )
        if changed:
            yield changed


def _equal(some: Sequence[str], others: Sequence[str]) -> int:
    """Return how many paragraphs are equal from the start on."""
    pairs = enumerate(zip(some, others, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(some), len(others)))


def _blocks(body: str) -> tuple[str, ...]:
    """Return the paragraphs of a Markdown text, each on one line, without marks of voice."""
    parts = _BLANK.split(_ATTRIBUTES.sub("", body))
    texts = (" ".join(part.split()) for part in parts)
    return tuple(text for text in texts if text)


def _changed(old: Sequence[Token], new: Sequence[Token]) -> ChangedText:
    """Return the changes with a few words round each; nothing where no word differs."""
    stretches = differences(old, new)
    if all(one.change is Change.SAME for one in stretches):
        return ()
    pieces = []
    for number, one in enumerate(stretches):
        source = old if one.change is Change.DROPPED else new
        words = source[one.first : one.last]
        if one.change is Change.SAME:
            text = _shortened(words, number > 0, number < len(stretches) - 1)
        else:
            text = _written(words)
        pieces.append((str(one.change), text))
    return join_pieces(pieces)


def _shortened(words: Sequence[Token], after_change: bool, before_change: bool) -> str:
    """Return what stays the same, but for the middle of a long stretch."""
    start = _CONTEXT if after_change else 0
    end = _CONTEXT if before_change else 0
    if len(words) <= start + end + 1:
        return _written(words)
    first, last = _written(words[:start]), _written(words[len(words) - end :])
    return f"{first.rstrip()} … {last}" if start else f"… {last}"


def _written(words: Sequence[Token]) -> str:
    return "".join(one.text + one.space for one in words)
