"""Whole clippings: what is read, what is removed, and what is warned about."""

# ruff: noqa: E501  (texts of clippings stand in lines of their own)
from __future__ import annotations

import pytest

from site_builder.importers.clipping import Clipping
from site_builder.importers.wire import read_clipping
from tests.importers.clippings import ENGLISH, SPEAKERS


@pytest.fixture(scope="module")
def clipping() -> Clipping:
    return read_clipping(ENGLISH)


def test_headline_is_read_once(clipping: Clipping) -> None:
    """The first printing is the title; the second is removed under the name of its rule."""
    assert clipping.title is not None
    assert clipping.title.value == "Freedonia Protests Over Trawlers In Baltic"
    repeated = [one.line for one in clipping.removed if one.rule == "repeated headline"]
    assert repeated == [3]


def test_published_line_beats_the_stamp_of_the_copy(clipping: Clipping) -> None:
    """The day a copy was made is kept as seen, warned about, and not taken for publication."""
    assert clipping.published is not None
    assert clipping.published.value == "2019-03-05"
    stamps = [one for one in clipping.dates_observed if one.role == "export-stamp"]
    assert [one.text for one in stamps] == ["Mon, Apr 1 2019 09:12:44 am"]
    assert any("Apr 1 2019" in one and "disagrees" in one for one in clipping.warnings)


def test_weekday_is_checked_against_the_calendar(clipping: Clipping) -> None:
    """'Tuesday' and 5 March 2019 agree, which is the basis of the day it was said."""
    assert clipping.date is not None
    assert clipping.date.value == "2019-03-05"
    assert clipping.date.evidence == 'weekday "Tuesday" matches 2019-03-05'


def test_weekday_that_disagrees_is_warned_about_and_not_guessed() -> None:
    """A Friday three days after the publication resolves to no day."""
    text = "RIGA, March 5, 2019 (LETA) - The foreign minister said Friday that he would not go.\n"

    found = read_clipping(text)

    assert found.published is not None
    assert found.published.value == "2019-03-05"
    assert any('"Friday" does not agree' in one for one in found.warnings)


def test_carrier_and_the_agency_behind_it_are_told_apart(clipping: Clipping) -> None:
    """'example.news|Sources: BNS' names the site and its source."""
    assert clipping.carrier is not None
    assert clipping.carrier.value == "example.news"
    assert [one.value for one in clipping.via] == ["BNS"]


def test_furniture_becomes_fields_or_is_removed_by_name(clipping: Clipping) -> None:
    """Categories are kept as filed, a link to '#' is dead, buttons go."""
    assert clipping.carrier_categories == ("English", "World", "Briefs")
    assert clipping.source_url is None
    assert any('the link "#" leads nowhere' in one for one in clipping.warnings)
    assert {"category", "record link", "dateline", "agency line"} <= {
        one.rule for one in clipping.removed
    }
    assert not any("Copy link" in one.text for one in clipping.paragraphs)


def test_speaker_has_the_office_and_its_country(clipping: Clipping) -> None:
    """The full name with its office; the surname alone adds nobody."""
    (speaker,) = clipping.speakers
    assert speaker.value.name == "Jonas Petraitis"
    assert speaker.value.role == "Lithuanian Foreign Minister"
    assert speaker.value.country == "LT"


def test_voices_follow_the_words(clipping: Clipping) -> None:
    """Paraphrase, direct speech and the carrier's own context are told apart."""
    assert [str(one.voice) for one in clipping.paragraphs] == [
        "paraphrase",
        "direct",
        "paraphrase",
        "direct",
        "background",
    ]


def test_briefing_and_who_asked_are_found(clipping: Clipping) -> None:
    """The occasion is a regular press conference; the correspondent's agency asked."""
    assert clipping.event is not None
    assert clipping.event.value.kind == "press-conference"
    assert clipping.event.value.asked_by == "BNS"


@pytest.mark.parametrize("language", sorted(SPEAKERS))
def test_clipping_in_each_language_gives_language_speaker_and_countries(language: str) -> None:
    """Attribution works in scripts with and without capitals, in either order of words."""
    text, speakers, countries = SPEAKERS[language]

    found = read_clipping(text)

    assert found.language is not None
    assert found.language.value == language
    assert [one.value.name for one in found.speakers] == speakers
    assert set(countries) <= {one.value for one in found.countries}


def test_lead_printed_twice_without_a_headline_is_kept_once() -> None:
    """A lead is no headline, even where the page prints it twice."""
    lead = (
        "OSLO (NTB) – Norway on Monday lodged a protest with Sweden after two of its ships had "
        "crossed the line near the islands, Foreign Minister Kari Lund said."
    )

    found = read_clipping(f"{lead}\n{lead}\n")

    assert found.title is None
    assert len(found.paragraphs) == 1
    assert [one.rule for one in found.removed] == ["dateline", "repeated paragraph"]


def test_wire_control_codes_and_slugs_are_no_headline() -> None:
    """The header of a wire feed gives the date; the story's own headline follows."""
    text = (
        "XYZ19990311.0101 \n NEWS STORY \n 03/11/1999 08:05:00 \nw2101 &Cx1f; wstm-\n"
        "BC-Norway-Russia-Fish\nNorway and Russia agree on cod\n\nNorway and Russia agree on cod\n\n"
        "OSLO, Norway (AP) _\n\nNorway and Russia have agreed on quotas for cod, Foreign Minister "
        "Kari Lund said Thursday.\n\n``The stock must be given time to recover,'' Lund said.\n"
    )

    found = read_clipping(text)

    assert found.title is not None
    assert found.title.value == "Norway and Russia agree on cod"
    assert found.published is not None
    assert found.published.value == "1999-03-11"
    assert found.place is not None
    assert found.place.value == "OSLO"
    assert found.quotes == ("The stock must be given time to recover,",)


def test_agency_at_the_end_is_credited_and_taken_off() -> None:
    """'… of the region. – KUNA' names the agency and is not part of the text."""
    text = (
        "KUWAIT: The foreign minister received the ambassador of Norway on Sunday and discussed "
        "with him the ties between the two countries and the region. – KUNA\n"
    )

    found = read_clipping(text)

    assert found.carrier is not None
    assert found.carrier.value == "KUNA"
    assert found.paragraphs[-1].text.endswith("the region.")


def test_transcript_names_those_who_answer_and_not_those_who_ask() -> None:
    """Labels before the words tell the speakers of a transcript."""
    text = (
        "Regular press conference on fisheries\n\nOslo, 5 March 2020\n\n"
        "QUESTION: Have you talked to the Swedish side since then?\n\n"
        "Kari Lund: Yes, we have spoken twice since Monday and will do so again.\n\n"
        "QUESTION: And what came of it?\n\nKari Lund: We will tell you in due course.\n"
    )

    found = read_clipping(text)

    assert [one.value.name for one in found.speakers] == ["Kari Lund"]


def test_person_quoted_as_context_is_no_speaker() -> None:
    """Somebody 'who had said' something earlier makes no statement here."""
    text = (
        "OSLO (NTB) - Foreign Minister Kari Lund said Monday that quotas would stay, commenting on "
        "the remarks of Swedish Fisheries Minister Nils Berg who said that they should go.\n"
    )

    found = read_clipping(text)

    assert [one.value.name for one in found.speakers] == ["Kari Lund"]


def test_unnamed_spokesperson_is_told_by_office() -> None:
    """Where nobody is named the office speaks."""
    text = "OSLO (NTB) - Norway will not yield, a foreign ministry spokesman said on Monday.\n"

    found = read_clipping(text)

    assert found.speakers == ()
    assert [one.value.role for one in found.unnamed] == ["a foreign ministry spokesman"]


def test_only_a_day_without_a_year_gives_no_publication_date() -> None:
    """A dateline's day without a year is kept as seen, and warned about."""
    found = read_clipping(
        "OSLO, March 5 (NTB) - Norway will not yield, it was said in the capital.\n"
    )

    assert found.published is None
    assert any("has no year" in one for one in found.warnings)


def test_text_without_anything_gives_empty_fields_and_warnings() -> None:
    """Nothing is made up for a text that shows nothing."""
    found = read_clipping("lorem ipsum dolor sit amet")

    assert found.published is None
    assert found.place is None
    assert found.speakers == ()
    assert "no speaker was found" in found.warnings
