"""Citing an entry and a paragraph, and verifying a quotation, in a real browser."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

    from tests.sites.built import BuiltSite

ENTRY = "2023-01-04-mao-ning-pakistan-ties"
CLIPBOARD = ["clipboard-read", "clipboard-write"]


@pytest.fixture
def entry(new_page: Callable[..., Page], archive_url: str) -> Page:
    """The entry of January 2023, in a browser that lets pages copy."""
    page = new_page(viewport={"width": 1280, "height": 900}, permissions=CLIPBOARD)
    page.goto(f"{archive_url}articles/{ENTRY}/")
    page.locator(".citation").scroll_into_view_if_needed()
    page.locator(".citation-tools").wait_for()
    return page


@pytest.fixture
def record(sample_site: BuiltSite) -> dict[str, Any]:
    """The entry's record."""
    return dict(json.loads(sample_site.text(f"articles/{ENTRY}/index.json")))


def copied(page: Page) -> str:
    """What the clipboard holds."""
    return str(page.evaluate("navigator.clipboard.readText()"))


def wait_until_copied(page: Page, words: str) -> None:
    """Wait for the clipboard; a page's own content policy forbids Playwright's polling there."""
    for _ in range(50):
        if copied(page) == words:
            return
        page.wait_for_timeout(100)
    assert copied(page) == words


def test_copying_the_citation(entry: Page, record: dict[str, Any]) -> None:
    """The button copies the citation of the style chosen, as plain text, and says so."""
    box = entry.locator(".citation")
    box.get_by_role("button", name="Copy the citation").click()
    wait_until_copied(entry, record["citation"]["chicago"])

    box.get_by_label("MLA").check()
    box.get_by_role("button", name="Copy the citation").click()
    wait_until_copied(entry, record["citation"]["mla"])
    assert box.locator(".citation-status").inner_text() == "Copied"


def test_chosen_style_is_remembered(entry: Page) -> None:
    """The next entry opens with the style that the reader chose."""
    entry.locator(".citation").get_by_label("APA").check()
    entry.reload()
    entry.locator(".citation").scroll_into_view_if_needed()
    entry.locator(".citation-tools").wait_for()

    shown = entry.locator(".citation [data-style]:visible")
    assert shown.count() == 1
    assert shown.get_attribute("data-style") == "apa"


def test_paragraph_is_cited_with_its_place(entry: Page) -> None:
    """A paragraph's citation names it and leads to it; going back gives the whole entry."""
    box = entry.locator(".citation")
    whole = box.locator(".citation-text:visible").inner_text()
    box.locator("select").select_option("3")
    text = box.locator(".citation-text:visible").inner_text()

    assert "Para. 3. " in text
    assert text.endswith(f"articles/{ENTRY}/#p3.")
    box.locator("select").select_option("")
    assert box.locator(".citation-text:visible").inner_text() == whole


def test_address_of_a_paragraph_sets_the_cite_box(entry: Page, archive_url: str) -> None:
    """Who comes to a paragraph finds the cite box ready for it."""
    entry.goto(f"{archive_url}articles/{ENTRY}/#p2")

    entry.locator(".citation-tools").wait_for()
    assert entry.locator(".citation select").input_value() == "2"


def test_who_only_reads_loads_no_script_for_citing(
    new_page: Callable[..., Page], archive_url: str
) -> None:
    """The cite box's script comes when the reader points at a paragraph, and not before."""
    page = new_page(viewport={"width": 1280, "height": 300})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{archive_url}articles/{ENTRY}/")
    page.wait_for_load_state("networkidle")
    assert not [one for one in asked if one.endswith("/cite.js")]

    page.locator("#p1").hover()
    page.get_by_role("button", name="Copy paragraph 1 with its citation").wait_for()
    assert [one for one in asked if one.endswith("/cite.js")]


def test_copying_a_paragraph_with_its_citation(entry: Page, record: dict[str, Any]) -> None:
    """Pointing at a paragraph offers a button; it copies the words, speaker, voice, citation."""
    entry.locator("#p2").hover()
    button = entry.get_by_role("button", name="Copy paragraph 2 with its citation")
    button.click()
    expect(entry.locator(".cite-paragraph")).to_have_text("Copied")
    words = copied(entry)

    assert words.startswith(f"“{record['paragraphs'][1]['text']}” (Mao Ning; Direct)")
    assert words.endswith(f"Para. 2. {record['url']}#p2.")


def test_keyboard_reaches_the_button_of_a_paragraph(entry: Page) -> None:
    """After a paragraph's number the next stop of the Tab key is its button."""
    entry.locator("#p3 .pn").focus()
    entry.keyboard.press("Tab")

    label = entry.evaluate("document.activeElement.getAttribute('aria-label')")
    assert label == "Copy paragraph 3 with its citation"


def test_hash_of_each_paragraph_is_printed(entry: Page) -> None:
    """The details hold the SHA-256 of what the page shows of each paragraph."""
    entry.locator(".citation-hashes summary").click()
    hashes = entry.locator(".citation-hashes code").all_inner_texts()
    texts = entry.locator(".text p[id]").evaluate_all(
        """all => all.map(one => {
          const copy = one.cloneNode(true);
          copy.querySelectorAll('.pn, .cite-paragraph').forEach(extra => extra.remove());
          return copy.textContent.replace(/\\s+/g, ' ').trim();
        })"""
    )

    assert len(hashes) == 5
    assert hashes == [hashlib.sha256(text.encode()).hexdigest() for text in texts]


def test_all_styles_and_files_are_there_without_javascript(
    new_page: Callable[..., Page], archive_url: str
) -> None:
    """Without scripts the three citations stand below each other, and nothing that needs them."""
    page = new_page(java_script_enabled=False)
    page.goto(f"{archive_url}articles/{ENTRY}/")

    assert page.locator(".citation-text:visible").count() == 3
    assert page.locator(".citation button:visible, .citation select:visible").count() == 0
    assert page.locator(".citation .inline a:visible").count() == 6


def verify(page: Page, archive_url: str, quotation: str, entry: str = "") -> str:
    """Return what the page says to a quotation."""
    page.goto(archive_url + "verify/")
    page.locator("#quotation").fill(quotation)
    page.locator("#entry").fill(entry)
    page.get_by_role("button", name="Look for it").click()
    answer = page.locator(".verify-answer")
    expect(answer).to_be_visible()
    expect(answer).not_to_have_text(re.compile("^Looking"))
    return answer.inner_text()


def test_whole_paragraph_is_verified_by_its_hash(
    page: Page, archive_url: str, record: dict[str, Any]
) -> None:
    """A pasted paragraph, broken over lines, is found, and its hash compared."""
    paragraph = record["paragraphs"][3]
    answer = verify(page, archive_url, paragraph["text"].replace(" the ", "\n  the  "))

    assert "Its SHA-256 agrees" in answer
    assert paragraph["sha256"] in answer
    assert "Paragraph 4" in answer
    assert "Whose words: Reported" in answer
    link = page.locator(".verify-result a").first
    assert str(link.evaluate("one => one.href")).endswith(f"articles/{ENTRY}/#p4")


def test_quotation_of_a_few_words_is_found_with_its_voice(page: Page, archive_url: str) -> None:
    """A phrase between quotation marks is found word for word, and whose words it holds."""
    answer = verify(page, archive_url, "“closer China-Pakistan community with a shared future”")

    assert "Found, word for word" in answer
    assert "Whose words: Direct" in answer
    assert "the archive’s own summary" in answer


def test_other_marks_and_capitals_are_pointed_out(page: Page, archive_url: str) -> None:
    """The same words in other letters are found, and said to differ."""
    answer = verify(page, archive_url, '"Closer China Pakistan community with a Shared Future"')

    assert "the words agree, but signs or capitals differ" in answer


def test_invented_addition_is_named(page: Page, archive_url: str, record: dict[str, Any]) -> None:
    """Words added to a real sentence are named as not found."""
    real = record["paragraphs"][3]["text"].rstrip(".")
    answer = verify(page, archive_url, f"{real}, and a secret treaty was signed at midnight.")

    assert "Found in part" in answer
    assert "and a secret treaty was signed at midnight" in answer


def test_invented_quotation_is_not_found(page: Page, archive_url: str) -> None:
    """What nobody said is not found, and that is said not to prove anything."""
    answer = verify(page, archive_url, "We shall annex the moon before the end of the decade.")

    assert "Not found" in answer
    assert "no proof" in answer


def test_short_words_are_found_in_a_named_entry(page: Page, archive_url: str) -> None:
    """Words too few for the whole archive are looked for in the entry that one names."""
    short = "iron-clad friends"
    address = f"{archive_url}articles/{ENTRY}/#p3"

    assert "too few" in verify(page, archive_url, "steady ties")
    assert "Paragraph 3" in verify(page, archive_url, short, address)


def test_entry_that_is_not_there_is_named_as_such(browser: Browser, archive_url: str) -> None:
    """A mistyped identifier is not taken for a quotation that is not found."""
    # Not a watched page: the browser itself logs the answer 404.
    page = browser.new_page()
    answer = verify(page, archive_url, "iron-clad friends", "2001-no-such-entry")
    page.close()

    assert answer == "There is no such entry."


def test_nothing_pasted_leaves_the_browser(
    new_page: Callable[..., Page], archive_url: str, record: dict[str, Any]
) -> None:
    """Requests name a hash's first digit or the entry found, and never a word."""
    page = new_page()
    page.goto(archive_url + "verify/")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(archive_url)))
    page.locator("#quotation").fill(record["paragraphs"][3]["text"])
    page.get_by_role("button", name="Look for it").click()
    page.wait_for_selector(".verify-result")

    assert asked.count(f"articles/{ENTRY}/index.json") == 1
    others = [one for one in asked if one != f"articles/{ENTRY}/index.json"]
    assert others
    assert [one for one in others if not re.fullmatch(r"verify/clauses/\w+\.json", one)] == []
