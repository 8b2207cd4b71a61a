"""Transcripts and delivered remarks: who speaks is printed before the words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_LABEL = re.compile(
    r"^(?P<label>(?:[^\W\d_][\w.’'-]*\s){0,5}[^\W\d_][\w.’'-]*|[\u4e00-\u9fff·]{2,12})"
    r"\s?[:：]\s?(?=\S)"
)
_QUESTION = re.compile(
    r"^(?:q|question|questions|journalist|reporter|moderator|interviewer|host|вопрос|питання|"
    r"pregunta|pergunta|domanda|frage|soru|"
    r"سؤال|سوال|问|問)\b|记者|記者|기자|correspondent|correspondant|press agency|tass|reuters|"
    r"news$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"^(?:answer|a|reply|ответ|відповідь|respuesta|resposta|risposta|antwort|cevap|جواب|答|note|"
    r"source|sources|photo|video|editor|read|date|place|subject|topic|"
    r"category|tags?|region|theme|published|updated|copyright|by|from|to|re|link|url|participants|"
    r"venue|time|location)\b",
    re.IGNORECASE,
)
_TITLES = re.compile(
    r"^(?:(?:MR|MRS|MS|MISS|DR|SIR|SECRETARY(?: GENERAL| OF STATE)?|PREMIER|PRESIDENT|"
    r"PRIME MINISTER|FOREIGN MINISTER|MINISTER|AMBASSADOR|"
    r"SPOKESPERSON|SPOKESMAN|SPOKESWOMAN|UNDER SECRETARY|DEPUTY SECRETARY|ASSISTANT SECRETARY|"
    r"SENATOR|GENERAL|CHANCELLOR|HIGH REPRESENTATIVE|PM|FM)\.?\s+)+",
    re.IGNORECASE,
)


def transcript_speakers(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return the names that label answers or speeches, the one who speaks most first.

    A label counts where the text is a transcript: somebody asks, or labels recur.
    """
    labels = [match["label"].strip() for one in paragraphs if (match := _LABEL.match(one))]
    asked = any(_QUESTION.search(label) for label in labels)
    names = Counter(
        name
        for label in labels
        if not _QUESTION.search(label) and not _NO_NAME.match(label) and (name := _name(label))
    )
    if not (asked or len(labels) >= 3) or not names:
        return ()
    return tuple(sorted(names, key=lambda name: (-names[name], labels.index(_first(labels, name)))))


def _first(labels: Sequence[str], name: str) -> str:
    return next(label for label in labels if _name(label) == name)


def _name(label: str) -> str | None:
    if "\u4e00" <= label[0] <= "\u9fff":
        return (
            label if 2 <= len(label) <= 4 and not label.endswith(("社", "网", "报", "台")) else None
        )
    bare = _TITLES.sub("", label)
    words = bare.split()
    if bare != label and words and all(word[0].isupper() for word in words):
        return bare
    if len(words) in (2, 3, 4) and all(word[0].isupper() for word in words):
        return bare
    return None
