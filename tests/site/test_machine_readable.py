"""What a page's head tells machines, read by extractors that others wrote."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import extruct  # type: ignore[import-untyped]
import pytest
from markupsafe import Markup
from pyld import jsonld  # type: ignore[import-untyped]

from site_builder.site.json_ld import script_json
from site_builder.site.metadata import article_data
from site_builder.site.records import record
from site_builder.site.views import PageData
from tests.site.small_archive import FULL, article, edition_of
from tests.sites.built import BuiltSite

SCHEMA = "https://schema.org/"
CANARY = '</script><script>alert(1)</script><!-- " & \\'


def _schema_org(_address: str, _options: object) -> dict[str, Any]:
    """Return a context that gives each name as schema.org's own does, without the network."""
    kinds = {key: {"@type": "@id"} for key in ("url", "sameAs", "archivedAt", "contentUrl")}
    document = {"@context": {"@vocab": SCHEMA, **kinds}}
    return {"contextUrl": None, "documentUrl": _address, "document": document}


def expanded(html: str, address: str) -> list[dict[str, Any]]:
    """Return the nodes of a page's JSON-LD as extruct finds and PyLD understands them."""
    found = extruct.extract(html, base_url=address, syntaxes=["json-ld"])["json-ld"]
    nodes: list[dict[str, Any]] = []
    for one in found:
        expanded_ = jsonld.expand(one, {"documentLoader": _schema_org, "base": address})
        flat = jsonld.flatten(expanded_, None, {"documentLoader": _schema_org, "base": address})
        nodes += flat
    return nodes


def of_type(nodes: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return [one for one in nodes if SCHEMA + name in one.get("@type", [])]


def values(node: dict[str, Any], name: str) -> list[str]:
    return [one.get("@value", one.get("@id")) for one in node.get(SCHEMA + name, [])]


def data_of(root: Path, front: str = FULL, body: str = "A first paragraph.\n") -> PageData:
    """Return what the head of the only article's page says."""
    edition = edition_of(root, one=article(front, body))
    found = edition.by_id["one"]
    return article_data(edition, found, record(edition, found))


@cache
def page_of(data: PageData) -> str:
    return f'<html><head><script type="application/ld+json">{data.json_ld}</script></head></html>'


def test_every_article_is_a_news_article_with_its_carrier(sample_site: BuiltSite) -> None:
    """An independent extractor finds one NewsArticle on each page: its headline, its day, its
    carrier, its speakers; and no author anywhere.
    """
    checked = 0
    for path in sorted(sample_site.folder.glob("articles/*/index.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        address = sample_site.base_url + f"articles/{record['id']}/"
        nodes = expanded((path.parent / "index.html").read_text(encoding="utf-8"), address)
        (main,) = [one for one in of_type(nodes, "NewsArticle") if one["@id"] == address]
        by_id = {one["@id"]: one for one in nodes}
        assert values(main, "headline") == [record["title"]]
        assert values(main, "dateCreated") == [record["date"]]
        assert not any(SCHEMA + "author" in one for one in nodes)
        if record["carrier"]:
            (carrier,) = values(main, "sourceOrganization")
            assert values(by_id[carrier], "name") == [record["carrier"]["name"]]
            assert SCHEMA + "isBasedOn" in main
        names = {name for one in values(main, "contributor") for name in values(by_id[one], "name")}
        people = {one["person"]["name"] for one in record["speakers"] if one["person"]}
        assert people <= names
        direct = [one for one in record["paragraphs"] if one["voice"] == "direct"]
        quotations = of_type(nodes, "Quotation")
        assert sorted(one["@id"] for one in quotations) == sorted(
            f"{address}#p{one['number']}" for one in direct
        )
        checked += 1
    assert checked > 60


def test_events_and_wikidata_identities_are_linked(tmp_path: Path) -> None:
    """An event has its partial days; a person leads to Wikidata."""
    nodes = expanded(page_of(data_of(tmp_path)), "https://archive.example/base/articles/one/")
    (event,) = of_type(nodes, "Event")
    (person,) = of_type(nodes, "Person")

    assert values(event, "name") == ["Regular briefing"]
    assert values(event, "startDate") == ["2023-01"]
    assert values(person, "sameAs") == ["http://www.wikidata.org/entity/Q110812"]
    assert person["@id"] == "https://archive.example/base/people/mao-ning/"


def test_nothing_in_a_title_ends_the_script_element(tmp_path: Path) -> None:
    """A title full of markup stays data: no sign of markup stands in the element, and the
    extractor reads the title back.
    """
    data = data_of(tmp_path, FULL.replace("A plain title", json.dumps(CANARY)))
    nodes = expanded(page_of(data), "https://archive.example/base/articles/one/")

    assert not set("<>&\u2028\u2029") & set(data.json_ld)
    headlines = [value for one in nodes for value in values(one, "headline")]
    assert [" ".join(one.split()) for one in headlines] == [" ".join(CANARY.split())]


def test_script_json_is_json() -> None:
    """What is escaped for HTML is still the same JSON."""
    value = {"a": f"{CANARY}\u2028\u2029"}

    assert json.loads(script_json(value)) == value
    assert not set("<>&\u2028\u2029") & set(script_json(value))
    assert isinstance(script_json({}), Markup)


def test_withheld_text_is_not_in_the_head(tmp_path: Path) -> None:
    """Where only metadata is shown, no quotation and no sentence of the text is in the head."""
    body = "“Xylophonist words are said here.”\n{: voice=direct }\n"
    data = data_of(tmp_path, FULL + "display: metadata\n", body)

    assert "Xylophonist" not in str(data)


def test_carrier_is_publisher_and_speaker_contributor(tmp_path: Path) -> None:
    """Dublin Core, Highwire and Zotero agree with the citation; no name is an author's."""
    names = data_of(tmp_path, FULL + "published: 2023-01-05\n").names

    assert ("DC.publisher", "Foreign Ministry Website") in names
    assert ("DC.contributor", "Mao Ning") in names
    assert ("DC.date", "2023-01-05") in names
    assert ("DCTERMS.created", "2023-01-04") in names
    assert ("citation_publication_date", "2023/01/05") in names
    assert ("z:itemType", "webpage") in names
    assert not [name for name, _ in names if "author" in name.lower() or "creator" in name.lower()]


@pytest.mark.parametrize(("date", "written"), [("2023", "2023"), ("2023-01", "2023/01")])
def test_partial_dates_stay_partial(tmp_path: Path, date: str, written: str) -> None:
    """No day is made up for a catalogue."""
    names = data_of(tmp_path, f"title: A title\ndate: {date}\n").names

    assert ("citation_publication_date", written) in names
    assert ("DC.date", date) in names


def test_wire_is_a_newspaper_article_to_zotero(tmp_path: Path) -> None:
    """What a newspaper carried is filed as such, in the newspaper."""
    names = data_of(tmp_path, "title: A title\ndate: 2023\ncarrier: urdupoint\n").names

    assert ("z:itemType", "newspaperArticle") in names
    assert ("citation_journal_title", "UrduPoint") in names


def test_pages_lead_to_their_twins(sample_site: BuiltSite) -> None:
    """Each alternate link of an article's head is a file beside it."""
    for path in sorted(sample_site.folder.glob("articles/*/index.json")):
        html = (path.parent / "index.html").read_text(encoding="utf-8")
        for suffix in (".bib", ".ris", ".csl.json", ".md", ".txt"):
            name = path.parent.name + suffix
            assert f'href="{name}"' in html
            assert (path.parent / name).is_file()


def test_data_page_describes_a_data_set(sample_site: BuiltSite) -> None:
    """The extractor finds a Dataset whose downloads are files of the site."""
    address = sample_site.base_url + "data/"
    nodes = expanded(sample_site.text("data/index.html"), address)
    (dataset,) = of_type(nodes, "Dataset")
    package = json.loads(sample_site.text("data/datapackage.json"))

    assert values(dataset, "identifier") == [f"urn:sha256:{package['snapshot']}"]
    downloads = [values(one, "contentUrl")[0] for one in of_type(nodes, "DataDownload")]
    assert len(downloads) == 5
    for one in downloads:
        assert (sample_site.folder / one.removeprefix(sample_site.base_url)).is_file()
