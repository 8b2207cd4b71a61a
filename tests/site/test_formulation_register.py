"""What is said of the register of formulations as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_builder.site.formulation_register import check_formulations, home_formulations
from tests.sites.archive import article

if TYPE_CHECKING:
    from tests.site.conftest import EditionOf


def test_the_same_wording_twice_is_a_warning(edition_of: EditionOf) -> None:
    """Two entries that share a wording, however it is written, are told apart by no text."""
    edition = edition_of(
        {
            "registers/formulations.yaml": (
                "friends: {name: iron-clad friends, variants: [Iron-Clad Friends, ironclad ties]}\n"
                "ties:\n  name: firm ties\n  variants: [iron clad “friends”, Ironclad Ties, –]\n"
            )
        }
    )

    assert [str(one) for one in check_formulations(edition)] == [
        (
            "content/registers/formulations.yaml:2: warning[formulations]: "
            'the wording "Ironclad Ties" is already one of "friends", which gets all its uses\n'
            "  Remove it from one of the two; capitals, hyphens and quotation marks do not tell "
            "wordings apart."
        ),
        (
            "content/registers/formulations.yaml:2: warning[formulations]: "
            'the wording "–" holds no word\n  Remove it, or write the words.'
        ),
    ]


def test_home_page_names_the_latest_and_the_quiet(edition_of: EditionOf) -> None:
    """Latest use first; a phrase that was frequent once and is no more stands apart."""
    files = {
        f"articles/2001/2001-0{month}-a.md": article(f"2001-0{month}", body="Firm ties.\n")
        for month in (1, 2)
    }
    files |= {f"articles/2005/2005-0{day}-a.md": article(f"2005-0{day}") for day in (1, 2, 3, 4)}
    files["articles/2006/2006-a.md"] = article("2006", body="Win-win and new ties.\n")
    files["articles/2007/2007-a.md"] = article("2007", body="Win-win.\n")
    edition = edition_of(
        {
            **files,
            "registers/formulations.yaml": (
                "firm: {name: firm ties}\nnew: {name: new ties}\nwin: {name: win-win}\n"
                "never: {name: never said}\n"
            ),
        }
    )
    groups = {
        one.heading: [(link.name, link.count) for link in one.links]
        for one in home_formulations(edition)
    }

    assert groups == {
        "Formulations lately in use, out of 8 statements": [("win-win", 2), ("new ties", 1)],
        "Formulations gone quiet, out of 8 statements": [("firm ties", 2)],
    }
