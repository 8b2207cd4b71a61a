"""What reading a raw clipping gives: every field with its confidence and its evidence."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

import msgspec

from site_builder.content.model import ObservedDate, RemovedLine, Voice

T = TypeVar("T")


class Guess(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """A value read from the text, how sure the reader is, and what it rests on."""

    value: T
    confidence: float
    """0 to 1; below 0.5 a field is left empty and a warning says why."""
    evidence: str
    """The words that gave the value, or the rule in a few words."""


class Utterer(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who makes the statement, or a body that does."""

    name: str | None
    """As printed, without titles; None for an unnamed spokesperson or a body."""
    role: str | None
    """As printed ('Chinese Foreign Ministry spokesperson')."""
    person: str | None = None
    """Id in the register of people, where the name resolves."""
    country: str | None = None
    """ISO 3166-1 alpha-2 of the office, where the role tells it."""


class Occasion(msgspec.Struct, frozen=True, kw_only=True):
    """The event at which the statement was made, as far as the text tells."""

    name: str
    kind: str
    """'press-conference', 'visit', 'call', 'summit', 'meeting', 'speech' or 'interview'."""
    asked_by: str | None = None
    """Agency whose correspondent asked, as printed."""


class VoicedParagraph(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph of the body with whose words it seems to hold."""

    text: str
    voice: Voice | None


class Clipping(msgspec.Struct, frozen=True, kw_only=True):
    """One clipping, read. A field is None where the text does not show it."""

    title: Guess[str] | None = None
    published: Guess[str] | None = None
    """YYYY-MM-DD, or --MM-DD kept out: a day without a year is no publication date."""
    date: Guess[str] | None = None
    """The day the statement was made."""
    dates_observed: tuple[ObservedDate, ...] = ()
    place: Guess[str] | None = None
    carrier: Guess[str] | None = None
    via: tuple[Guess[str], ...] = ()
    speakers: tuple[Guess[Utterer], ...] = ()
    unnamed: tuple[Guess[Utterer], ...] = ()
    """Statement makers without a name; only where no speaker is named."""
    principals: tuple[Guess[str], ...] = ()
    event: Guess[Occasion] | None = None
    countries: tuple[Guess[str], ...] = ()
    """ISO 3166-1 alpha-2, main first."""
    tags: tuple[Guess[str], ...] = ()
    language: Guess[str] | None = None
    """ISO 639-1 (BCP 47 where a script matters)."""
    kind: str | None = None
    carrier_categories: tuple[str, ...] = ()
    source_url: str | None = None
    quotes: tuple[str, ...] = ()
    formulations: tuple[str, ...] = ()
    """Ids from the register whose wording the text uses."""
    paragraphs: tuple[VoicedParagraph, ...] = ()
    removed: tuple[RemovedLine, ...] = ()
    warnings: tuple[str, ...] = ()

    def to_record(self) -> dict[str, Any]:
        """Return the JSON object that `import --json` prints, keys in a fixed order."""

        def bare(guess: Guess[Any] | None) -> Any:
            return None if guess is None else guess.value

        event = bare(self.event)
        return {
            "title": bare(self.title),
            "published": bare(self.published),
            "date": bare(self.date),
            "date_basis": None if self.date is None else self.date.evidence,
            "dates_observed": [
                {"text": one.text, "role": one.role, "date": str(one.date) if one.date else None}
                for one in self.dates_observed
            ],
            "place": bare(self.place),
            "carrier": bare(self.carrier),
            "via": [one.value for one in self.via],
            "speakers": [
                {"name": one.value.name, "role": one.value.role, "person": one.value.person}
                for one in self.speakers
            ],
            "unnamed_speakers": [one.value.role for one in self.unnamed],
            "principals": [one.value for one in self.principals],
            "event": None
            if event is None
            else {"name": event.name, "kind": event.kind, "asked_by": event.asked_by},
            "countries": [one.value for one in self.countries],
            "tags": [one.value for one in self.tags],
            "language": bare(self.language),
            "kind": self.kind,
            "carrier_categories": list(self.carrier_categories),
            "source_url": self.source_url,
            "quotes": list(self.quotes),
            "formulations": list(self.formulations),
            "paragraphs": [
                {"text": one.text, "voice": one.voice.value if one.voice else None}
                for one in self.paragraphs
            ],
            "removed": [
                {"line": one.line, "text": one.text, "rule": one.rule} for one in self.removed
            ],
            "evidence": {
                name: {"confidence": round(guess.confidence, 2), "evidence": guess.evidence}
                for name, guess in (
                    ("title", self.title),
                    ("published", self.published),
                    ("date", self.date),
                    ("place", self.place),
                    ("carrier", self.carrier),
                    ("event", self.event),
                    ("language", self.language),
                    *((f"via:{one.value}", one) for one in self.via),
                    *((f"speaker:{one.value.name}", one) for one in self.speakers),
                    *((f"principal:{one.value}", one) for one in self.principals),
                    *((f"country:{one.value}", one) for one in self.countries),
                    *((f"tag:{one.value}", one) for one in self.tags),
                )
                if guess is not None
            },
            "warnings": list(self.warnings),
        }
