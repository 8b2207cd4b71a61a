"""What the register of formulations says twice, and what the home page says of it."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.diagnostics import Diagnostic, warning
from site_builder.indexes.formulations import FormulationUses, silence_since, wordings
from site_builder.indexes.phrases import fold_words
from site_builder.site.edition import Edition, entry_name
from site_builder.site.urls import FORMULATIONS, formulation_url
from site_builder.site.views import CountedLink, Link, LinkGroup

_HOME_LINKS = 6


def check_formulations(edition: Edition) -> Iterator[Diagnostic]:
    """Yield a warning for each wording that no text can tell from that of another entry."""
    owners: dict[tuple[str, ...], str] = {}
    for formulation in edition.archive.registers.formulations.values():
        for wording in dict.fromkeys(wordings(formulation)):
            words = fold_words(wording)
            if not words:
                yield warning(
                    formulation.location,
                    "formulations",
                    f'the wording "{wording}" holds no word',
                    "Remove it, or write the words.",
                )
                continue
            owner = owners.setdefault(words, formulation.id)
            if owner != formulation.id:
                yield warning(
                    formulation.location,
                    "formulations",
                    f'the wording "{wording}" is already one of "{owner}", which gets all its uses',
                    "Remove it from one of the two; capitals, hyphens and quotation marks do not "
                    "tell wordings apart.",
                )


def home_formulations(edition: Edition) -> Iterator[LinkGroup]:
    """Yield the formulations lately in use, and those gone quiet, for the home page."""
    used = [one for one in edition.formulations.formulations.values() if one.uses]
    lately: list[FormulationUses] = []
    quiet: list[FormulationUses] = []
    for one in sorted(
        used, key=lambda one: (one.uses[-1].article.date, one.formulation.id), reverse=True
    ):
        silence = silence_since(one, edition.listed)
        (quiet if silence and silence.quiet else lately).append(one)
    every = Link(name=edition.interface.text("list_more"), url=FORMULATIONS)
    if lately:
        yield _group(edition, "formulation_home_lately", lately, every)
    if quiet:
        yield _group(edition, "formulation_home_quiet", quiet, None if lately else every)


def _group(
    edition: Edition, key: str, found: list[FormulationUses], more: Link | None
) -> LinkGroup:
    interface = edition.interface
    return LinkGroup(
        heading=interface.plain(
            key, statements=interface.plural("statements", len(edition.listed))
        ),
        links=tuple(
            CountedLink(
                name=entry_name(one.formulation, interface.language),
                url=formulation_url(one.formulation.id),
                count=len(one.articles),
            )
            for one in found[:_HOME_LINKS]
        ),
        more=more,
    )
