"""A site in several languages: each below a folder of its own, sharing what has no language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from site_builder.config import SiteConfig
from site_builder.content.loader import load_archive
from site_builder.resources import built_in
from site_builder.site.edition import make_edition
from site_builder.site.interface import load_interface
from site_builder.site.language_versions import further_editions
from site_builder.site.pages import AnyPage, LaterPage
from site_builder.site.plan import plan_pages, site_view
from site_builder.site.renderer import Renderer
from site_builder.site.search_documents import search_document
from site_builder.site.site_languages import best_folder, site_languages
from tests.sites.archive import REGISTERS, article, write_archive
from tests.sites.small import SMALL

if TYPE_CHECKING:
    from pathlib import Path

    from site_builder.site.article_views import ArticleView
    from site_builder.site.edition import Edition
    from site_builder.site.views import SiteView

SETTINGS = (
    "title: Papers\ndescription: A few papers.\nbase_url: https://example.org/papers/\n"
    "languages: [en, fr, zh]\ntexts:\n  fr: {title: Documents}\n"
)
ARCHIVE = {
    **REGISTERS,
    "site.yaml": SETTINGS,
    "pages/about.md": "---\ntitle: About\n---\n\nSee [the seal](/seal.png) and [all](/tags/).\n",
    "pages/about.fr.md": "---\ntitle: Présentation\n---\n\nQui nous sommes.\n",
    "pages/rules.md": "---\ntitle: Rules\n---\n\nOur rules.\n",
    "articles/talks.md": article(
        countries="[CN]",
        tags="[trade]",
        aliases="[/old/talks/]",
        body="As [told](/tags/trade/), [drawn](/map.svg) and [once said](/old/talks/).\n",
    ),
    "articles/talks.fr.md": article(title="Entretiens", body="Comme on l’a dit.\n"),
    "articles/talks.zh-Hans.md": article(title="会谈", body="据说。\n"),
    "articles/alone.md": article("2023-02-02"),
}


class Site:
    """A planned site in all its languages."""

    def __init__(self, root: Path, files: dict[str, str]) -> None:
        loaded = load_archive(write_archive(root, files))
        assert [str(one) for one in loaded.diagnostics if one.severity == "error"] == []
        self.folders = (built_in("templates"),)
        languages = (loaded.config.language, *loaded.config.languages)
        main, *others = (load_interface(one, self.folders) for one in languages)
        self.main = make_edition(loaded.archive, loaded.config, main)
        self.further = tuple(further_editions(self.main, others))
        pages, faults = plan_pages(self.main, self.further)
        assert [str(one) for one in faults] == []
        self.pages: dict[str, AnyPage] = {page.address: page for page in pages}

    def edition(self, folder: str) -> Edition:
        return next(one for one in (self.main, *self.further) if one.folder == folder)

    def look(self, folder: str) -> SiteView:
        return site_view(self.edition(folder), "assets/x/")

    def html(self, address: str) -> str:
        page = self.pages[address].made()
        edition = self.edition(page.folder)
        renderer = Renderer(self.folders, self.look(page.folder), edition.interface)
        return renderer.render(page).data.decode()

    def article(self, address: str) -> ArticleView:
        view: ArticleView = self.pages[address].view
        return view


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path, ARCHIVE)


def links(html: str, relation: str) -> list[str]:
    """Addresses of <link> elements, with the language before them where they name one."""
    found = re.findall(
        rf'<link rel="{relation}"(?: hreflang="([^"]*)")? href="(https:[^"]*)">', html
    )
    return [f"{language} {address}".strip() for language, address in found]


def test_every_address_of_the_main_language_stays(site: Site, tmp_path: Path) -> None:
    """A site that gets further languages keeps each page that it had, old addresses included."""
    alone = {
        name: text.replace("languages: [en, fr, zh]\ntexts:\n  fr: {title: Documents}\n", "")
        for name, text in ARCHIVE.items()
        if name != "pages/about.fr.md"
    }
    single = Site(tmp_path / "single", alone)

    assert single.pages.keys() == {
        address for address in site.pages if site.pages[address].folder == ""
    }
    assert "old/talks/" in single.pages


def test_every_page_is_there_in_every_language(site: Site) -> None:
    """But for old addresses and the page for addresses that do not exist."""
    main = {page.url for page in site.pages.values() if not page.folder}
    french = {page.url for page in site.pages.values() if page.folder == "fr/"}

    assert main - french == {"old/talks/", "404.html"}
    assert french <= main
    assert "zh/articles/talks.fr/" in site.pages


def test_main_language_is_not_a_further_one(site: Site) -> None:
    """The settings may name it among all languages, or not."""
    assert site.main.config.languages == ("fr", "zh")
    assert [one.folder for one in site_languages(site.main.config)] == ["", "fr/", "zh/"]


def test_site_with_one_language_has_no_switch(tmp_path: Path) -> None:
    """Its pages say nothing of languages."""
    site = Site(tmp_path, {name: text for name, text in SMALL.items() if "draft" not in name})

    assert site.look("").languages == ()
    assert "site-languages" not in site.html("tags/")
    assert "hreflang" not in site.html("tags/")


def test_switch_leads_to_the_same_page(site: Site) -> None:
    """From a page in one language to that page in another, by the language's own name."""
    html = site.html("fr/tags/trade/")
    switch = re.search(r'<nav class="site-languages".*?</nav>', html, re.DOTALL)
    assert switch is not None
    found = re.findall(r'href="([^"]*)"[^>]*lang="(\w+)"( aria-current="true")?>(.*?)<', switch[0])

    assert found == [
        ("../../../tags/trade/", "en", "", "English"),
        ("../../../fr/tags/trade/", "fr", ' aria-current="true"', "Français"),
        ("../../../zh/tags/trade/", "zh", "", "中文"),
    ]


def test_switch_of_a_missing_page_leads_home(site: Site) -> None:
    """The page for addresses that do not exist is there once."""
    html = site.html("404.html")

    assert re.findall(r'<li><a href="([^"]*)" hreflang', html) == [
        *("/papers/", "/papers/fr/", "/papers/zh/")
    ]


def test_pages_speak_their_language(site: Site) -> None:
    """Names, words and the archive's own texts are those of the language, as far as there are."""
    french = site.html("fr/countries/cn/")

    assert '<html lang="fr" dir="ltr"' in french
    assert ">Chine</h1>" in french.replace("<bdi>", "").replace("</bdi>", "")
    assert "<title>Chine – Documents</title>" in french
    assert "<title>中国 – Papers</title>" in site.html("zh/countries/cn/")


def test_every_version_tells_of_all(site: Site) -> None:
    """Each names all of them, itself too, and the main one for any other language."""
    base = "https://example.org/papers/"
    expected = [
        f"en {base}tags/",
        f"fr {base}fr/tags/",
        f"zh {base}zh/tags/",
        f"x-default {base}tags/",
    ]

    assert links(site.html("tags/"), "alternate") == expected
    assert links(site.html("zh/tags/"), "alternate") == expected
    assert links(site.html("zh/tags/"), "canonical") == [f"{base}zh/tags/"]


def test_text_without_translation_is_for_readers_of_every_interface(site: Site) -> None:
    """Only the frame differs: each version is one that search engines may show."""
    found = {one.lang: one.url for one in site.article("zh/articles/alone/").alternates}

    assert found == {
        "en": "articles/alone/",
        "fr": "fr/articles/alone/",
        "zh": "zh/articles/alone/",
        "x-default": "articles/alone/",
    }
    assert site.pages["zh/articles/alone/"].listed


def test_translation_is_for_readers_of_its_language(site: Site) -> None:
    """Text and interface in one language are shown together; the rest points to such pages."""
    expected = {
        "en": "articles/talks/",
        "fr": "fr/articles/talks.fr/",
        "zh-Hans": "zh/articles/talks.zh-Hans/",
        "x-default": "articles/talks/",
    }
    for address in list(expected.values())[:3]:
        assert {one.lang: one.url for one in site.article(address).alternates} == expected
        assert site.pages[address].listed

    crossed = "fr/articles/talks/"
    assert site.article(crossed).alternates == ()
    assert not site.pages[crossed].listed
    assert links(site.html(crossed), "canonical") == ["https://example.org/papers/articles/talks/"]
    assert links(site.html("articles/talks.fr/"), "canonical") == [
        "https://example.org/papers/fr/articles/talks.fr/"
    ]


def test_nearest_interface_serves_a_language() -> None:
    """Simplified Chinese is read with a Chinese interface, Urdu without one with the main one."""
    languages = site_languages(SiteConfig(languages=("fr", "zh")))

    assert best_folder(languages, "zh-Hans") == "zh/"
    assert best_folder(languages, "fr") == "fr/"
    assert best_folder(languages, "ur") == ""


def test_what_has_no_language_is_shared(site: Site) -> None:
    """Styles, twins and feeds are those of the main language; nothing of it is made twice."""
    page = site.html("fr/articles/talks/")

    assert 'href="../../../assets/x/css/site.css"' in page
    assert 'href="../../../articles/talks/talks.bib"' in page
    assert 'href="../../../feed.xml"' in site.html("fr/").replace("./../", "../../../")
    later = site.pages["fr/articles/talks/"]
    assert isinstance(later, LaterPage)
    assert later.beside is not None
    assert list(later.beside()) == []


def test_links_of_a_text_stay_in_the_language(site: Site) -> None:
    """Pages are linked in the reader's language; files and old addresses lie at the root."""
    body = site.article("fr/articles/talks/").body_html

    assert 'href="../../tags/trade/"' in body
    assert 'href="../../../map.svg"' in body
    assert 'href="../../../old/talks/"' in body
    assert 'href="../../map.svg"' in site.article("articles/talks/").body_html


def test_prose_is_that_of_the_language(site: Site) -> None:
    """about.fr.md stands in for about.md; a page that nobody translated says its language."""
    assert "Présentation" in site.html("fr/about/")
    assert "About" in site.html("zh/about/")
    assert '<div class="text" lang="en" dir="ltr">' in site.html("zh/rules/")
    assert '<div class="text">' in site.html("rules/")


def test_search_names_are_given_in_the_language(site: Site) -> None:
    """The one index is in the main language; a small file says what the names are in another."""
    (names,) = site.pages["fr/search/"].beside()  # type: ignore[union-attr, misc]

    assert '"China":"Chine"' in names.data.decode()
    assert names.path == "search/names.json"
    assert getattr(site.pages["search/"], "beside", None) is None


def test_countries_are_found_by_their_names_in_every_language(site: Site) -> None:
    """Whoever searches in French types a country's French name."""
    (china,) = search_document(site.main, site.main.by_id["talks"]).countries

    assert {"CN", "Chine", "中国"} <= {china.name, *china.aliases}


def test_keys_tell_languages_apart(site: Site) -> None:
    """The same page has another key in each language, and where the archive's texts change."""
    keys = {site.pages[f"{folder}articles/alone/"].key for folder in ("", "fr/", "zh/")}
    config = replace(site.main.config, texts=())
    renamed = replace(site.main, config=config)
    (french, _) = further_editions(renamed, (one.interface for one in site.further))

    assert len(keys) == 3
    assert french.keys.page("x") != site.edition("fr/").keys.page("x")


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        (
            {"site.yaml": "texts: {fr: {title: Documents}}\n"},
            'content/site.yaml:1: error[texts]: the site has no further language "fr"',
        ),
        (
            {"pages/about.de.md": "---\ntitle: Über uns\n---\n\nWir.\n"},
            'content/pages/about.de.md:1: error[file-name]: "de" is no further language',
        ),
        (
            {
                "site.yaml": "languages: [fr]\n",
                "pages/plan.fr.md": "---\ntitle: Plan\n---\n\nPlan.\n",
            },
            "content/pages/plan.fr.md:1: error[file-name]: there is no plan.md of which this",
        ),
        (
            {"site.yaml": "languages: [french]\n"},
            'content/site.yaml:1: error[languages]: "french" is not a language tag',
        ),
    ],
)
def test_faults_are_told(tmp_path: Path, files: dict[str, str], fault: str) -> None:
    """What is written for a language that the site does not have is an error."""
    loaded = load_archive(write_archive(tmp_path, files))

    assert any(str(one).startswith(fault) for one in loaded.diagnostics), loaded.diagnostics


def test_folder_of_a_language_may_not_be_taken(tmp_path: Path) -> None:
    """A page of the archive's own whose address a language needs is an error that names it."""
    files = {**ARCHIVE, "pages/fr.md": "---\ntitle: On French\n---\n\nFrench.\n"}
    loaded = load_archive(write_archive(tmp_path, files))
    folders = (built_in("templates"),)
    main = make_edition(loaded.archive, loaded.config, load_interface("en", folders))
    further = tuple(further_editions(main, (load_interface("fr", folders),)))
    _, faults = plan_pages(main, further)

    assert [one.code for one in faults] == ["address"]
    assert "content/pages/fr.md" in str(faults[0])
