"""Turn a corpus of real statements into an archive: `python -m benchmarks.state_archive FOLDER`.

The corpora lie outside the repository, one JSON object a line: the press releases of the US
Department of State (2,031, with days, repeated titles and hundreds by one speaker) and, with
`--un`, the speeches of the UN General Debate (6,522, known by their year alone). Their folder is
`--corpora`, else the environment's SITE_BUILDER_CORPORA, else ../shared/data beside the repository.
The same lines give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from site_builder.content.codes import country_codes
from site_builder.content.front_matter import write_front_matter
from site_builder.content.new_article import slug
from site_builder.content.source_text import FORBIDDEN

STATE = "us_state_press_releases.jsonl.gz"
UN = "un_general_debate_1990_2024.jsonl.gz"
_NEIGHBOUR = Path(__file__).resolve().parents[2] / "shared" / "data"
_SETTINGS = "title: Statements of a corpus\ndescription: An archive to measure on.\n"
_SIGNS = re.compile(r"[\\`*_{}\[\]<>&]")
_START = re.compile(r"^(\d*)([#+\-=~|:.)])")
_CARRIERS = {
    "un-general-debate": {"name": "UN General Debate", "kind": "official"},
    "us-state-department": {
        "name": "U.S. Department of State",
        "kind": "official",
        "country": "US",
    },
}
_KINDS = (
    (r"\bjoint (?:statement|communiqu)", "joint-statement"),
    (r"\b(?:calls?|meeting|meets|readout)\b", "readout"),
    (r"\bbriefing|press availability\b", "briefing"),
    (r"\binterview|\bwith .* of (?:cnn|nbc|abc|cbs|bbc|npr)\b", "interview"),
    (r"\bremarks|speech|keynote\b", "speech"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of a corpus as the archive takes it."""

    title: str
    date: str
    kind: str
    carrier: str
    organisation: str
    organisation_name: str
    organisation_country: str | None
    """None where the code is not ISO's."""
    speaker: str | None
    person: str | None
    role: str | None
    place: str | None
    countries: tuple[str, ...]
    url: str | None
    paragraphs: tuple[str, ...]


def main() -> None:
    """Write the archive and say how much it holds."""
    parser = argparse.ArgumentParser(description="Turn a corpus of statements into an archive.")
    parser.add_argument("folder", type=Path, help="an absent or empty folder")
    parser.add_argument("--corpora", type=Path, help="where the corpora lie")
    parser.add_argument("--un", action="store_true", help="take the UN speeches in as well")
    arguments = parser.parse_args()
    corpora = arguments.corpora or Path(os.environ.get("SITE_BUILDER_CORPORA") or _NEIGHBOUR)
    names = [STATE, UN] if arguments.un else [STATE]
    if missing := [name for name in names if not (corpora / name).is_file()]:
        parser.error(f"no {missing[0]} in {corpora}; name its folder with --corpora")
    if arguments.folder.exists() and any(arguments.folder.iterdir()):
        parser.error(f"{arguments.folder} is not empty")
    count = write_archive(arguments.folder, [corpora / name for name in names])
    print(f"Wrote {count:,} articles to {arguments.folder}")


def write_archive(folder: Path, corpora: Iterable[Path]) -> int:
    """Write an archive of all lines of `corpora` into `folder`; return how many there are."""
    entries = [entry for corpus in corpora for entry in read_corpus(corpus)]
    # A dateline that stands once only is often a line of something else in these corpora.
    datelines = Counter(slug(entry.place) for entry in entries if entry.place)
    places = {name for name, uses in datelines.items() if uses > 1 and name}
    _write(folder / "content" / "site.yaml", _SETTINGS)
    for name, register in _registers(entries, places).items():
        _write(folder / "content" / "registers" / f"{name}.yaml", _as_yaml(register))
    taken: Counter[str] = Counter()
    for entry in entries:
        stem = f"{entry.date}-{slug(entry.title) or 'untitled'}"
        taken[stem] += 1
        identifier = stem if taken[stem] == 1 else f"{stem}-no-{taken[stem]}"
        text = write_front_matter(_fields(entry, places)) + "\n" + _body(entry)
        _write(folder / "content" / "articles" / entry.date[:4] / f"{identifier}.md", text)
    return len(entries)


def read_corpus(path: Path) -> Iterator[Entry]:
    """Yield the lines of a corpus in their order."""
    read = _un_entry if path.name == UN else _state_entry
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield read(json.loads(line))


def _state_entry(line: Mapping[str, Any]) -> Entry:
    title = _clean(line["title"])
    return Entry(
        title=title,
        date=line["date"],
        kind=_kind(title),
        carrier="us-state-department",
        organisation="us-state",
        organisation_name="U.S. Department of State",
        organisation_country="US",
        speaker=line["speaker"],
        person=slug(line["speaker"]) if line["speaker"] else None,
        role=_clean(line["role"] or "") or None,
        place=line["place"],
        countries=_known([line["country"], *line["countries_in_title"]]),
        url=line["url"],
        paragraphs=_paragraphs(line["text"]),
    )


def _un_entry(line: Mapping[str, Any]) -> Entry:
    area = line["country_iso3"].lower()
    countries = _known([line["country"]])
    speaker = _clean(line["speaker"] or "") or None
    # Surnames alone, as the early years have them, are told apart by the delegation.
    person = f"{area}-{slug(speaker)}" if speaker and slug(speaker) else None
    return Entry(
        title=_clean(line["title_descriptive"]),
        date=line["date"],
        kind="speech",
        carrier="un-general-debate",
        organisation=f"delegation-{area}",
        organisation_name=f"{line['country_name']} at the United Nations",
        organisation_country=countries[0] if countries else None,
        speaker=speaker if person else None,
        person=person,
        role=_clean(line["role"] or "") or None,
        place=line["place"],
        countries=countries,
        url=line["url"],
        paragraphs=_paragraphs(line["text"]),
    )


def _registers(entries: Sequence[Entry], places: set[str]) -> dict[str, dict[str, dict[str, str]]]:
    registers: dict[str, dict[str, dict[str, str]]] = {
        "carriers": {
            name: _CARRIERS[name] for name in sorted({entry.carrier for entry in entries})
        },
        "people": {},
        "organisations": {},
        "places": {},
    }
    for entry in entries:
        country = {"country": entry.organisation_country} if entry.organisation_country else {}
        organisation = {"name": entry.organisation_name, **country}
        registers["organisations"].setdefault(entry.organisation, organisation)
        if entry.person and entry.speaker:
            registers["people"].setdefault(entry.person, {"name": entry.speaker, **country})
        if entry.place and slug(entry.place) in places:
            registers["places"].setdefault(slug(entry.place), {"name": entry.place})
    return registers


def _fields(entry: Entry, places: set[str]) -> dict[str, Any]:
    """Return the front matter; None stands for what the line does not say."""
    speaker = {"person": entry.person, "role": entry.role, "organisation": entry.organisation}
    place = slug(entry.place) if entry.place else None
    return {
        name: value
        for name, value in {
            "title": entry.title,
            "date": entry.date,
            "published": entry.date if len(entry.date) == len("2022-01-01") else None,
            "kind": entry.kind,
            "speakers": [{key: said for key, said in speaker.items() if said}],
            "carrier": entry.carrier,
            "place": place if place in places else None,
            "countries": list(entry.countries) or None,
            "language": "en",
            "source_url": entry.url,
        }.items()
        if value is not None
    }


def _body(entry: Entry) -> str:
    return "\n\n".join(_escaped(paragraph) for paragraph in entry.paragraphs) + "\n"


def _escaped(text: str) -> str:
    """Return one line of plain text as Markdown that shows exactly that text."""
    inside = _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", text)
    return _START.sub(lambda start: f"{start[1]}&#{ord(start[2])};", inside)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(found for part in re.split(r"\n\s*\n", text) if (found := _clean(part)))


def _clean(text: str) -> str:
    """Return text as one line, without what no article may hold."""
    return " ".join(FORBIDDEN.sub(" ", text).split())


def _kind(title: str) -> str:
    found = (kind for pattern, kind in _KINDS if re.search(pattern, title, re.IGNORECASE))
    return next(found, "statement")


def _known(codes: Iterable[str | None]) -> tuple[str, ...]:
    known = country_codes()
    return tuple(dict.fromkeys(code for code in codes if code in known))


def _as_yaml(register: Mapping[str, Mapping[str, str]]) -> str:
    # JSON with its quotes is YAML too; ids and field names need none.
    lines = []
    for identifier, fields in sorted(register.items()):
        lines.append(f"{identifier}:")
        lines += [
            f"  {name}: {json.dumps(text, ensure_ascii=False)}" for name, text in fields.items()
        ]
    return "\n".join(lines) + "\n" if lines else "{}\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
