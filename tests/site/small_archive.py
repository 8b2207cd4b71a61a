"""Small archives, as editions of a site."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from site_builder.content.loader import load_archive
from site_builder.site.edition import Edition, make_edition
from site_builder.site.interface import load_interface

TEMPLATES = Path(__file__).parents[2] / "templates"
BASE_URL = "https://archive.example/base/"

REGISTERS = {
    "people.yaml": "mao-ning:\n  name: Mao Ning\n  wikidata: Q110812\n",
    "organisations.yaml": "cn-mfa:\n  name: Foreign Ministry\n  country: CN\n",
    "carriers.yaml": (
        "urdupoint: {name: UrduPoint, kind: newspaper, country: PK}\n"
        "cn-mfa-site: {name: Foreign Ministry Website, kind: official, display: full}\n"
    ),
    "tags.yaml": "cpec:\n  name: Economic Corridor\n",
    "events.yaml": "briefing: {name: Regular briefing, start: 2023-01}\n",
    "places.yaml": "beijing: {name: Beijing, country: CN}\n",
}

FULL = """\
title: A plain title
date: 2023-01-04
carrier: cn-mfa-site
speakers: [{person: mao-ning, role: spokesperson, organisation: cn-mfa}]
countries: [CN, PK]
tags: [cpec]
event: briefing
place: beijing
"""


def article(front: str = FULL, body: str = "A first paragraph.\n\nA second one.\n") -> str:
    """Return an article's file."""
    return f"---\n{front}---\n\n{body}"


def edition_of(root: Path, base_url: str = BASE_URL, **articles: str) -> Edition:
    """Return the edition of articles given as id='text of the file'; '_' in an id stands for '-'.

    Fails on any error in them.
    """
    files = {f"registers/{name}": text for name, text in REGISTERS.items()}
    files["site.yaml"] = "title: The Archive\npublisher: The Keepers\n"
    for name, text in articles.items():
        files[f"articles/2023/{name.replace('_', '-')}.md"] = text
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    loaded = load_archive(root)
    errors = [one for one in loaded.diagnostics if one.severity.name == "ERROR"]
    assert not errors, errors
    config = replace(loaded.config, base_url=base_url)
    return make_edition(loaded.archive, config, load_interface("en", [TEMPLATES]))
