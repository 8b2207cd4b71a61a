"""The languages of a site's interface: which there are, and which is for whom."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.config import SiteConfig
from site_builder.content.codes import language_name
from site_builder.site.urls import language_folder
from site_builder.site.views import SiteLanguage


def site_languages(config: SiteConfig, current: str = "") -> tuple[SiteLanguage, ...]:
    """Return the entries of the switch between a site's languages, the main one first.

    None where it has one only. `current` is the folder of the edition that shows the switch.
    """
    if not config.languages:
        return ()
    folders = {config.language: "", **{tag: language_folder(tag) for tag in config.languages}}
    return tuple(
        SiteLanguage(lang=tag, own_name=own_name(tag), folder=folder, current=folder == current)
        for tag, folder in folders.items()
    )


def best_folder(languages: Sequence[SiteLanguage], tag: str) -> str:
    """Return the folder of the interface in which readers of a language read best."""
    exact = [one.folder for one in languages if one.lang.casefold() == tag.casefold()]
    alike = [one.folder for one in languages if _primary(one.lang) == _primary(tag)]
    return next(iter([*exact, *alike]), "")


def own_name(tag: str) -> str:
    """Return a language's name as its readers write it at the start of a line: 'Français'."""
    name = language_name(tag, tag)
    return name[:1].upper() + name[1:]


def _primary(tag: str) -> str:
    return tag.partition("-")[0].casefold()
