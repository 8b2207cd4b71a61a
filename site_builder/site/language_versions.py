"""The site in further languages: each a whole edition below a folder of its own.

Pages are made anew in each language. What has no language is there once, at the site's root:
scripts and styles, the search index, files of data, machine twins of articles, feeds, pictures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import replace

from site_builder.config import SiteConfig
from site_builder.site.edition import Edition
from site_builder.site.interface import Interface
from site_builder.site.keys import digest
from site_builder.site.urls import language_folder

_TEXTS = ("title", "description", "publisher", "rights", "masthead", "footer")


def further_editions(edition: Edition, interfaces: Iterable[Interface]) -> Iterator[Edition]:
    """Yield the edition in each further language."""
    for interface in interfaces:
        folder = language_folder(interface.language)
        config = _config_in(edition.config, interface.language)
        told = digest(b"language", folder, msgspec.msgpack.encode(config))
        yield replace(
            edition,
            config=config,
            interface=interface,
            main=edition.interface,
            folder=folder,
            keys=edition.keys.for_environment(told),
            names={},
            rows={},
            records={},
        )


def _config_in(config: SiteConfig, language: str) -> SiteConfig:
    """Return the settings with the archive's own texts in a language, as far as it has them."""
    texts = next((one for one in config.texts if one.language == language), None)
    given = {name: getattr(texts, name) for name in _TEXTS if texts and getattr(texts, name)}
    return replace(config, **given)
