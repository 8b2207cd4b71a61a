"""What search is told of each article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_builder.search.documents import Label
from site_builder.site.search_documents import search_documents
from tests.sites.archive import REGISTERS, article

if TYPE_CHECKING:
    from site_builder.search.documents import SearchDocument
    from site_builder.site.edition import Edition
    from tests.site.conftest import EditionOf


def documents_of(edition: Edition) -> dict[str, SearchDocument]:
    return {document.id: document for document in search_documents(edition)}


def test_every_article_with_a_text_of_its_own_can_be_found(small: Edition) -> None:
    """Translations are documents, tombstones are not, in the archive's order."""
    assert list(documents_of(small)) == [
        one.id for one in small.archive.articles if one.status == "published"
    ]


def test_a_document_has_the_names_that_readers_type(small: Edition) -> None:
    """Names in other scripts, codes and roles are searched for and not shown."""
    document = documents_of(small)["2023-01-04-ties"]

    assert document.url == "articles/2023-01-04-ties/"
    assert (document.date, document.date_text) == ("2023-01-04", "4 January 2023")
    assert document.speakers == (
        Label(id="mao-ning", name="Mao Ning", aliases=("毛宁", "Spokesperson")),
    )
    assert document.countries[1] == Label(id="PK", name="Pakistan", aliases=("PK", "Pakistan"))
    assert document.place == "Beijing"
    assert document.kind == "Briefing"
    assert document.language == Label(id="en", name="English")
    assert [passage.number for passage in document.passages] == [1, 2]


def test_unnamed_speakers_go_by_role_or_organisation(edition_of: EditionOf) -> None:
    """A spokesperson without a name is found by the role, an office by its name."""
    edition = edition_of(
        {
            **REGISTERS,
            "articles/a.md": article(speakers="[{role: Spokesperson}, {organisation: cn-mfa}]"),
        }
    )

    assert [(one.id, one.name) for one in documents_of(edition)["a"].speakers] == [
        ("role:Spokesperson", "Spokesperson"),
        ("cn-mfa", "Foreign Ministry"),
    ]


def test_withheld_texts_are_no_passages(small: Edition) -> None:
    """Of an article whose text is withheld only the summary can be found."""
    document = documents_of(small)["2023-03-metadata"]

    assert document.passages == ()
    assert document.summary == "What it is about."
