"""Uses of formulations: where, in whose voice, and what may be shown of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_builder.indexes.facets import listed_articles
from site_builder.indexes.formulations import (
    FormulationIndex,
    silence_since,
)
from tests.indexes.together import together
from tests.sites.archive import article

if TYPE_CHECKING:
    from site_builder.content.model import Archive
    from tests.indexes.conftest import ArchiveOf

REGISTER = (
    "shared-future: {name: community with a shared future, names: {zh: 命运共同体},\n"
    "  variants: [community of common destiny]}\n"
    "unused: {name: never said}\n"
)


def index_of(archive: Archive, excerpt_words: int = 80) -> FormulationIndex:
    return together(archive, excerpt_words).formulations


def verbatim_of(archive_of: ArchiveOf, text: str) -> list[bool]:
    index = index_of(archive_of({"2023-a": text}, REGISTER))
    return [one.use.verbatim for one in index.formulations["shared-future"].uses]


def test_name_variants_and_other_languages_are_uses(archive_of: ArchiveOf) -> None:
    """Each wording of the register counts, each use with its paragraph."""
    body = "A community with a shared future.\n\nA Community of Common Destiny, 命运共同体.\n"
    index = index_of(archive_of({"2023-a": article(body=body)}, REGISTER))
    uses = index.formulations["shared-future"].uses

    assert [(one.use.paragraph, one.use.start) for one in uses] == [(1, 2), (2, 2), (2, 31)]
    assert len(index.formulations["shared-future"].articles) == 1
    assert index.formulations["unused"].uses == ()


@pytest.mark.parametrize(
    ("voice", "marks", "display", "verbatim"),
    [
        ("direct", False, "full", True),
        ("paraphrase", False, "full", False),
        ("paraphrase", True, "full", True),
        ("joint", False, "full", False),
        ("joint", True, "full", True),
        ("background", True, "full", False),
        (None, False, "full", False),
        (None, True, "full", True),
        ("direct", True, "summary", True),
        ("direct", False, "summary", False),
        ("paraphrase", True, "summary", False),
    ],
)
def test_verbatim(
    archive_of: ArchiveOf, voice: str | None, marks: bool, display: str, verbatim: bool
) -> None:
    """Verbatim are direct paragraphs and words in marks; a summary needs both at once."""
    phrase = "community with a shared future"
    words = f"It spoke of a “closer {phrase}” there." if marks else f"It spoke of a {phrase} there."
    line = f"\n{{: voice={voice} }}" if voice else ""
    text = article(body=f"{words}{line}\n", display=display)

    assert verbatim_of(archive_of, text) == [verbatim]


def test_withheld_uses_are_counted_and_not_shown(archive_of: ArchiveOf) -> None:
    """A use beyond an excerpt counts; its paragraph is not given."""
    body = "One two three four five six.\n\n" * 4 + "A community with a shared future.\n"
    archive = archive_of({"2023-a": article(body=body, display="excerpt")}, REGISTER)
    use = index_of(archive, excerpt_words=10).formulations["shared-future"].uses[0]

    assert use.use.paragraph == 5
    assert use.paragraph is None


def test_a_phrase_at_the_cut_of_an_excerpt_is_not_shown(archive_of: ArchiveOf) -> None:
    """Of a paragraph cut within the phrase nothing is quoted; cut after it, the phrase is."""
    body = "A community with a shared future is our aim and will be for years to come.\n"
    archive = archive_of({"2023-a": article(body=body, display="excerpt")}, REGISTER)

    within = index_of(archive, excerpt_words=4).formulations["shared-future"].uses[0]
    after = index_of(archive, excerpt_words=6).formulations["shared-future"].uses[0]
    assert within.paragraph is None
    assert after.paragraph is not None
    assert after.paragraph.text == "A community with a shared future …"


def test_withdrawn_articles_use_nothing_and_translations_are_not_counted(
    archive_of: ArchiveOf,
) -> None:
    """A tombstone has no text; a translation is the same statement again, though its page
    links its uses.
    """
    body = "A community with a shared future.\n"
    archive = archive_of(
        {
            "2023-a": article(body=body),
            "2023-a.zh": article(body="命运共同体。\n", translation_of="2023-a"),
            "2023-b": article(
                body=body, status="withdrawn", withdrawal="{date: 2024-01-01, reason: Forged.}"
            ),
        },
        REGISTER,
    )
    index = index_of(archive)

    assert [one.article.id for one in index.formulations["shared-future"].uses] == ["2023-a"]
    assert sorted(index.by_article) == ["2023-a", "2023-a.zh"]


def test_gone_quiet_is_measured_in_articles(archive_of: ArchiveOf) -> None:
    """Two uses in four articles, then silence: quiet after six articles, not after five."""
    used = {f"2001-01-0{day}": article(f"2001-01-0{day}") for day in (1, 2)}
    used |= {
        f"2001-01-0{day}": article(f"2001-01-0{day}", body="A community with a shared future.\n")
        for day in (3, 4)
    }

    def quiet_after(silent: int) -> tuple[int, float, bool]:
        later = {f"2002-01-0{day}": article(f"2002-01-0{day}") for day in range(1, silent + 1)}
        archive = archive_of(used | later, REGISTER)
        found = index_of(archive).formulations["shared-future"]
        silence = silence_since(found, listed_articles(archive.articles))
        assert silence is not None
        return silence.since, silence.expected, silence.quiet

    assert quiet_after(5) == (5, 2.5, False)
    assert quiet_after(6) == (6, 3.0, True)


def test_what_nothing_uses_is_not_silent(archive_of: ArchiveOf) -> None:
    """A formulation without any use has no last one."""
    archive = archive_of({"2023-a": article()}, REGISTER)
    unused = index_of(archive).formulations["unused"]

    assert silence_since(unused, listed_articles(archive.articles)) is None
