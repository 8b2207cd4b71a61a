"""The pages and the feed of direct quotations, and what facet pages say of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast
from xml.etree import ElementTree as ET

import pytest

from site_builder.indexes.facets import FacetKind
from site_builder.site.facet_findings import facet_findings, role_facts
from site_builder.site.quote_feeds import build_quote_feed
from site_builder.site.quote_pages import PER_PAGE, plan_quotes
from site_builder.site.research_views import QuotesView
from tests.sites.archive import REGISTERS, article

if TYPE_CHECKING:
    from site_builder.site.edition import Edition
    from tests.site.conftest import EditionOf

ATOM = "{http://www.w3.org/2005/Atom}"
MAO = "[{person: mao-ning, role: Spokesperson}]"
BODY = "First came trade. She said: “We will go on.” Then they left.\n{: voice=direct }\n"


@pytest.fixture
def edition(edition_of: EditionOf) -> Edition:
    files = {
        "articles/2020/2020-a.md": article("2020", speakers=MAO, countries="[CN, PK]", body=BODY),
        "articles/2021/2021-a.md": article(
            "2021",
            speakers="[{person: mao-ning, role: Ambassador}, {person: xi-jinping}]",
            countries="[CN, PK]",
            body="An all-weather “partnership”.\n{: voice=direct }\n",
        ),
        "articles/2022/2022-a.md": article(
            "2022", speakers=MAO, principals="[xi-jinping]", countries="[CN, IN, PK]"
        ),
    }
    return edition_of(
        {**REGISTERS, **files}, base_url="https://example.org/x/", authority="example.org"
    )


def views_of(edition: Edition) -> dict[str, QuotesView]:
    return {page.url: cast("QuotesView", page.view) for page in plan_quotes(edition)}


def test_a_page_for_all_and_one_for_each_speaker(edition: Edition) -> None:
    """Counts stand beside the statements they come from: a speaker's own, or all."""
    views = views_of(edition)

    assert {
        url: (view.count, view.articles.count, view.articles.of) for url, view in views.items()
    } == {
        "quotes/": (2, 2, 3),
        "quotes/mao-ning/": (2, 2, 3),
        "quotes/xi-jinping/": (1, 1, 1),
    }
    assert [(one.name, one.url) for one in views["quotes/"].speakers] == [
        ("Mao Ning", "quotes/mao-ning/"),
        ("Xi Jinping", "quotes/xi-jinping/"),
    ]


def test_a_quotation_comes_with_its_sentence(edition: Edition) -> None:
    """The context is the sentence it stands in, and the link leads to the paragraph."""
    one = views_of(edition)["quotes/mao-ning/"].groups[-1].quotations[0]

    assert (one.before, one.text, one.after) == ("She said: “", "We will go on.", "”")
    assert one.url == "articles/2020-a/#p1"
    assert not one.shared


def test_newest_first_and_shared_ones_marked(edition: Edition) -> None:
    """An entry with two speakers does not say whose words these are, so the page says that."""
    groups = views_of(edition)["quotes/"].groups

    assert [group.heading for group in groups] == ["2021", "2020"]
    assert groups[0].quotations[0].shared


def test_pages_of_a_speaker_keep_their_content(edition_of: EditionOf) -> None:
    """Older pages are full and counted from the oldest on."""
    body = "“Word for word,” she said.\n{: voice=direct }\n\n" * (2 * PER_PAGE + 5)
    views = views_of(
        edition_of(
            {**REGISTERS, "articles/2020/2020-a.md": article("2020", speakers=MAO, body=body)}
        )
    )

    lengths = {url: [len(group.quotations) for group in view.groups] for url, view in views.items()}
    assert lengths["quotes/mao-ning/"] == [PER_PAGE + 5]
    assert lengths["quotes/mao-ning/page/1/"] == [PER_PAGE]


def test_many_speakers(edition_of: EditionOf, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside the latest quotations stand those with most, by name, and a way to all people."""
    monkeypatch.setattr("site_builder.site.quote_pages.SPEAKERS", 2)
    said = "“We shall meet here again next year,” she said.\n{: voice=direct }\n"
    people = {"a": 1, "b": 2, "c": 2}
    files = {
        f"articles/{name}-{n}.md": article(speakers=f"[{{person: {name}}}]", body=said)
        for name, count in people.items()
        for n in range(count)
    }
    entries = "".join(f"{name}: {{name: {name.upper()}}}\n" for name in people)
    pages = plan_quotes(edition_of({**files, "registers/people.yaml": entries}))
    view = next(iter(pages)).view

    assert [one.name for one in view.speakers] == ["B", "C"]
    assert view.more_speakers is not None
    assert view.more_speakers.url == "people/"


def test_feed_has_an_entry_for_each_quotation(edition: Edition) -> None:
    """Atom and JSON hold the same quotations, each with an id of its own, newest first."""
    files = {file.path: file.data.decode() for file in build_quote_feed(edition)}
    atom = ET.fromstring(files["quotes/feed.xml"])
    items = json.loads(files["quotes/feed.json"])["items"]

    ids = [entry.findtext(f"{ATOM}id") for entry in atom.findall(f"{ATOM}entry")]
    assert ids == [item["id"] for item in items]
    assert len(set(ids)) == 2
    assert items[1]["url"] == "https://example.org/x/articles/2020-a/#p1"
    assert items[1]["title"] == "Mao Ning: We will go on."
    assert "<p>We will go on.</p></blockquote>" in items[1]["content_html"]


def test_person_page_tells_roles_and_who_is_spoken_of(edition: Edition) -> None:
    """Roles with their years and share; countries and people spoken of, out of how many."""
    mao = edition.facets[FacetKind.PERSON]["mao-ning"]
    xi = edition.facets[FacetKind.PERSON]["xi-jinping"]
    groups = {
        one.heading: [(link.name, link.count) for link in one.links]
        for one in facet_findings(edition, mao)
    }

    assert [fact.text for fact in role_facts(edition, mao)] == [
        "Spokesperson, 2020 to 2022: 2 of 3 statements",
        "Ambassador, 2021: 1 of 3 statements",
    ]
    assert groups == {
        "Quotations, from 2 of 3 statements": [("Direct quotations by Mao Ning", 2)],
        "Speaks about, out of 3 statements as speaker": [("Pakistan", 3), ("India", 1)],
        "Reports the acts of, out of 3 statements as speaker": [("Xi Jinping", 1)],
    }
    spoken_of = [one.heading for one in facet_findings(edition, xi)]
    assert spoken_of[-1] == "Acts reported by, out of 1 statement"


def test_relation_page_names_the_partnership(edition_of: EditionOf) -> None:
    """Labels come from statements on these two countries alone, oldest first."""
    edition = edition_of(
        {
            **REGISTERS,
            "articles/2020/2020-a.md": article(
                "2020", countries="[CN, PK]", body="A strategic partnership.\n"
            ),
            "articles/2021/2021-a.md": article(
                "2021", countries="[CN, PK]", body="Iron-clad friends.\n"
            ),
            "articles/2022/2022-a.md": article(
                "2022", countries="[CN, PK, US]", body="A special alliance.\n"
            ),
        }
    )
    groups = list(facet_findings(edition, edition.facets[FacetKind.RELATION]["CN-PK"]))

    assert [(link.name, link.url, link.note) for link in groups[0].links] == [
        ("strategic partnership", "articles/2020-a/#p1", "first 2020"),
        ("Iron-clad friends", "articles/2021-a/#p1", "first 2021"),
    ]
    assert "2 statements" in groups[0].heading
