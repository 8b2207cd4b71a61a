"""The pages of tags, people, countries, pairs and the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_builder.site.facet_pages import browse_links, plan_facets, span_text
from site_builder.site.facet_views import FacetIndexView, FacetView
from site_builder.site.name_order import sort_key
from tests.sites.archive import REGISTERS, article

if TYPE_CHECKING:
    from site_builder.site.edition import Edition
    from site_builder.site.pages import Page
    from tests.site.conftest import EditionOf


def pages_of(edition: Edition) -> dict[str, Page]:
    return {page.url: page for page in plan_facets(edition)}


def view_of(edition: Edition, url: str) -> FacetView:
    view = pages_of(edition)[url].view
    assert isinstance(view, FacetView)
    return view


def test_every_facet_has_its_page_and_every_kind_its_index(small: Edition) -> None:
    """Each facet in use has a page; each kind has an index, also an empty one."""
    urls = set(pages_of(small))

    assert {
        *("tags/", "people/", "organisations/", "carriers/", "countries/", "relations/", "events/"),
        *("tags/cpec/", "people/xi-jinping/", "organisations/cn-mfa/", "carriers/fmprc/"),
        *("countries/us/", "relations/cn-pk/", "events/regular/"),
    } <= urls
    assert not any("tibet" in url for url in urls)


def test_a_persons_page(small: Edition) -> None:
    """A person has names in other scripts, roles with their time, a country and a Wikidata page."""
    view = view_of(small, "people/mao-ning/")
    facts = {fact.key: fact for fact in view.facts}

    assert (view.kind, view.kind_label, view.name) == ("person", "Person", "Mao Ning")
    assert view.other_names == (("毛宁", "zh", "ltr"),)
    assert facts["role"].text == "Spokesperson (since September 2022)"
    assert facts["role"].values[0].name == "Foreign Ministry"
    assert facts["country"].values[0].url == "countries/cn/"
    assert facts["wikidata"].href == "https://www.wikidata.org/wiki/Q113628945"
    assert (view.count, view.span) == (1, "2023")


def test_an_events_page(small: Edition) -> None:
    """An event has its days and its place."""
    facts = {fact.key: fact.text for fact in view_of(small, "events/regular/").facts}

    assert facts == {"dates": "since 4 January 2023", "place": "Beijing"}


@pytest.mark.parametrize(
    ("dates", "text"),
    [
        ("start: 2019, end: 2020-05", "2019 to May 2020"),
        ("start: 2019, end: 2019", "2019"),
        ("end: 2020", "until 2020"),
        ("start: 2020", "since 2020"),
    ],
)
def test_periods(edition_of: EditionOf, dates: str, text: str) -> None:
    """A time is told as far as either end is known."""
    edition = edition_of(
        {
            "registers/events.yaml": f"e: {{name: E, {dates}}}\n",
            "articles/a.md": article(event="e"),
        }
    )

    assert view_of(edition, "events/e/").facts[0].text == text


def test_a_pairs_page(small: Edition) -> None:
    """A pair of countries is named by both and leaves itself out of what is related."""
    view = view_of(small, "relations/cn-pk/")
    related = {group.heading: [link.name for link in group.links] for group in view.related}

    assert view.name == "China–Pakistan"
    assert view.count == 2
    assert related["Countries"] == ["United States"]
    assert "Relations" not in related


def test_facets_say_what_stands_with_them(small: Edition) -> None:
    """A tag leads to the people, countries and tags that share its articles."""
    related = {
        group.heading: [(link.name, link.count) for link in group.links]
        for group in view_of(small, "tags/cpec/").related
    }

    assert related["Countries"] == [("China", 2), ("Pakistan", 2), ("United States", 1)]
    assert related["Topics"] == [("Trade", 1)]


def test_older_pages_speak_of_their_own_entries_only(edition_of: EditionOf) -> None:
    """So that they stay as they are while the list grows."""
    files = {
        f"articles/a{year}.md": article(str(year), tags="[cpec]") for year in range(2000, 2012)
    }
    pages = pages_of(edition_of({**REGISTERS, **files}, per_page=5))
    first, older = pages["tags/cpec/"], pages["tags/cpec/page/1/"]

    assert (first.view.count, first.view.span) == (12, "2000 to 2011")
    assert first.view.chart is not None
    assert (older.view.count, older.view.span, older.view.chart) == (5, "2000 to 2004", None)
    assert (older.view.related, older.view.facts) == ((), ())
    assert older.meta.title == "Economic corridor (2000 to 2004, 2)"
    assert (first.meta.next, older.meta.previous) == ("tags/cpec/page/1/", "tags/cpec/")


def test_an_index_is_in_the_order_of_names(edition_of: EditionOf) -> None:
    """Letters with accents stand with those without, capitals with small ones."""
    names = {"z": "Émile", "y": "eva", "x": "Zoë", "w": "Dora"}
    entries = "".join(f"{key}: {{name: {name}}}\n" for key, name in names.items())
    edition = edition_of(
        {"registers/people.yaml": entries, "articles/a.md": article(principals="[w, x, y, z]")}
    )
    view = pages_of(edition)["people/"].view

    assert isinstance(view, FacetIndexView)
    assert [link.name for group in view.groups for link in group.links] == [
        "Dora",
        "Émile",
        "eva",
        "Zoë",
    ]
    assert [group.heading for group in view.groups] == [""]


def test_a_long_index_is_divided_by_letters(edition_of: EditionOf) -> None:
    """From forty entries on, names stand under their initial, odd ones under a sign."""
    tags = {f"t{n}": f"{'ABÉ'[n % 3]} topic {n:02d}" for n in range(45)} | {"t99": "“Quoted”"}
    entries = "".join(f"{key}: {{name: {name}}}\n" for key, name in tags.items())
    edition = edition_of(
        {"registers/tags.yaml": entries, "articles/a.md": article(tags=f"[{', '.join(tags)}]")}
    )
    view = pages_of(edition)["tags/"].view

    assert sorted(group.heading for group in view.groups) == ["#", "A", "B", "E"]
    assert sum(len(group.links) for group in view.groups) == view.total == 46


def test_an_index_of_thousands_has_pages(
    edition_of: EditionOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each page holds a part of the alphabet and leads to every letter, on whichever page."""
    monkeypatch.setattr("site_builder.site.facet_index.PER_PAGE", 20)
    tags = {f"t{n}": f"{'ABC'[n % 3]} topic {n:02d}" for n in range(45)}
    entries = "".join(f"{key}: {{name: {name}}}\n" for key, name in tags.items())
    found = pages_of(
        edition_of(
            {"registers/tags.yaml": entries, "articles/a.md": article(tags=f"[{', '.join(tags)}]")}
        )
    )
    pages = [found[url] for url in ("tags/", "tags/page/2/", "tags/page/3/")]

    assert [[one.heading for one in page.view.groups] for page in pages] == [
        ["A", "B"],
        ["B", "C"],
        ["C"],
    ]
    assert [sum(len(one.links) for one in page.view.groups) for page in pages] == [20, 20, 5]
    assert [(one.name, one.url) for one in pages[2].view.jump] == [
        ("A", "tags/#group-1"),
        ("B", "tags/#group-2"),
        ("C", "tags/page/2/#group-2"),
    ]
    assert pages[1].meta.title == "Topics (page 2)"
    assert (pages[1].meta.previous, pages[1].meta.next) == ("tags/", "tags/page/3/")


def test_a_person_is_told_from_others_by_the_latest_role(small: Edition) -> None:
    """The index notes the role held last, from the articles or else from the register."""
    links = {link.name: link.note for link in pages_of(small)["people/"].view.groups[0].links}

    assert links == {"Mao Ning": "Spokesperson", "Xi Jinping": ""}


def test_spans(small: Edition) -> None:
    """The years that articles cover, in words."""
    assert span_text(small, small.listed) == "1962 to 2023"
    assert span_text(small, small.listed[-1:]) == "2023"
    assert span_text(small, ()) == ""


def test_keys_of_names() -> None:
    """Case and accents do not count."""
    assert sort_key("Éva") == sort_key("eva")


def test_ways_to_browse(small: Edition) -> None:
    """Without search, the timeline and the indexes lead through the whole archive."""
    assert [link.url for link in browse_links(small)][:2] == ["timeline/", "tags/"]
    assert pages_of(small)["people/"].meta.section == "people"
