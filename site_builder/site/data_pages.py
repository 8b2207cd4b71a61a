"""The pages /data/ (the archive as files) and /verify/ (is this quotation in it?)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from site_builder.content.model import Status
from site_builder.site.columns import COLUMNS
from site_builder.site.data_package import CSV, JSON_LINES, PACKAGE
from site_builder.site.data_parts import Part, part_file
from site_builder.site.data_views import (
    ColumnView,
    DataFileView,
    DataPartView,
    DataView,
    VerifyView,
)
from site_builder.site.dataset import CHECKSUMS, SCRIPT, SQLITE, parts_of
from site_builder.site.edition import Edition
from site_builder.site.facet_pages import span_text
from site_builder.site.json_ld import dataset_json_ld
from site_builder.site.pages import LaterPage, Page, crumbs
from site_builder.site.quotation_index import INDEX, shown_text
from site_builder.site.records import snapshot
from site_builder.site.urls import DATA, HOME, VERIFY
from site_builder.site.views import Link, PageData, PageMeta

_FORMS = (
    ("jsonl", JSON_LINES, "application/jsonl"),
    ("csv", CSV, "text/csv"),
    ("sqlite", SQLITE, "application/vnd.sqlite3"),
)
_SCRIPT = ("script", SCRIPT, "application/sql")
_ABOUT = (
    ("package", PACKAGE, "application/json"),
    ("checksums", CHECKSUMS, "text/plain"),
)
_SHORT = 12
"""Digits of a snapshot's id that are enough to cite it."""


def plan_data(edition: Edition) -> Iterator[LaterPage]:
    """Yield both pages; they tell of what all articles' pages show, and so are made after these."""
    yield LaterPage(url=DATA, key=None, make=partial(_data_page, edition))
    yield LaterPage(url=VERIFY, key=None, make=partial(_verify_page, edition))


def _data_page(edition: Edition) -> Page:
    return _page(edition, DATA, "data", "data_heading", "data_intro", _data_view(edition))


def _verify_page(edition: Edition) -> Page:
    extent = shown_text(edition)
    view = VerifyView(
        index=INDEX, digits=extent.digits, count=extent.entries, paragraphs=extent.paragraphs
    )
    return _page(edition, VERIFY, "verify", "verify_heading", "verify_intro", view)


def _page(
    edition: Edition, url: str, key: str, heading: str, intro: str, view: DataView | VerifyView
) -> Page:
    interface = edition.interface
    meta = PageMeta(
        url=url,
        title=interface.text(heading),
        description=interface.text(intro),
        lang=interface.language,
        dir=interface.dir,
        breadcrumbs=crumbs((interface.text("nav_home"), HOME)),
        section=key,
    )
    return Page(url=url, template=f"{key}.html", meta=meta, view=view)


def _data_view(edition: Edition) -> DataView:
    config, interface = edition.config, edition.interface
    articles = edition.archive.articles
    held = [one for one in articles if one.status is not Status.WITHDRAWN]
    about = snapshot(edition)
    cut = [part for part in parts_of(edition) if part.name]
    single = (_SCRIPT, *_ABOUT) if cut else (*_FORMS, *_ABOUT)
    every = [
        *((part_file(name, part), media) for part in cut for _, name, media in _FORMS),
        *((name, media) for _, name, media in single),
    ]
    span = span_text(edition, edition.listed)
    home = config.base_url + DATA if config.base_url else ""
    parts = (
        config.title,
        interface.plain("data_cite_snapshot", id=about[:_SHORT]),
        interface.text("list_separator").join(
            part for part in (interface.plural("data_entries", len(held)), span) if part
        ),
        config.publisher,
        home,
    )
    return DataView(
        count=len(held),
        translations=sum(one.translation_of is not None for one in held),
        withdrawn=len(articles) - len(held),
        span=span,
        snapshot=about,
        citation=". ".join(part for part in parts if part) + ".",
        files=(
            *(_parted_file(edition, key, name) for key, name, _ in _FORMS if cut),
            *(_file(edition, key, name, DATA + name) for key, name, _ in single),
        ),
        parts=tuple(_part(edition, part) for part in cut),
        offline=config.offline_copy,
        fetch=f"wget -r -l 1 -nd -np -A '{_any_part(CSV)}' {home}" if cut and home else "",
        columns=tuple(
            ColumnView(
                name=column.name,
                type=interface.text(f"data_type_{column.type}"),
                description=interface.text(f"data_column_{column.name}"),
            )
            for column in COLUMNS
        ),
        rights=config.rights,
        data=PageData(
            links=tuple(
                ("alternate", media, edition.way_beside(DATA) + name) for _, name, media in single
            ),
            names=(),
            properties=(),
            json_ld=dataset_json_ld(
                edition,
                {
                    "name": config.title,
                    "description": config.description or interface.text("data_intro"),
                    "identifier": f"urn:sha256:{about}",
                    "version": about[:_SHORT],
                    "inLanguage": config.language,
                    **({"url": home} if home else {}),
                    **({"usageInfo": config.rights} if config.rights else {}),
                    "distribution": [
                        {
                            "@type": "DataDownload",
                            "name": name,
                            "encodingFormat": media,
                            "contentUrl": home + name,
                        }
                        for name, media in every
                    ],
                },
            ),
        ),
    )


def _file(edition: Edition, key: str, name: str, url: str) -> DataFileView:
    return DataFileView(
        name=name,
        url=url,
        format=edition.interface.text(f"data_file_{key}"),
        description=edition.interface.text(f"data_file_{key}_text"),
    )


def _parted_file(edition: Edition, key: str, name: str) -> DataFileView:
    return _file(edition, key, _any_part(name), "")


def _any_part(name: str) -> str:
    """Return a pattern for the names of all parts' files."""
    stem, _, suffix = name.rpartition(".")
    return f"{stem}-*.{suffix}"


def _part(edition: Edition, part: Part) -> DataPartView:
    interface = edition.interface
    return DataPartView(
        name=part.name,
        entries=interface.number(part.end - part.start),
        files=tuple(
            Link(name=interface.text(f"data_file_{key}"), url=DATA + part_file(name, part))
            for key, name, _ in _FORMS
        ),
    )
