"""Datelines of the world's agencies."""

from __future__ import annotations

import pytest

from site_builder.importers.dateline import read_dateline
from site_builder.importers.dateline_found import Dateline

CASES = [
    # English, round the world
    ("en", "MOSCOW, March 5. /TASS/. Russia will", "MOSCOW", (0, 3, 5), ("TASS",), "Russia will"),
    ("en", "MOSCOW. March 5 (Interfax) - Russia", "MOSCOW", (0, 3, 5), ("Interfax",), "Russia"),
    ("en", "KYIV. March 5. Ukrinform", "KYIV", (0, 3, 5), ("Ukrinform",), ""),
    ("en", "Baku, March 5, AZERTAC", "Baku", (0, 3, 5), ("AZERTAC",), ""),
    ("en", "BAKU, Azerbaijan, March 5. /Trend/ The", "BAKU", (0, 3, 5), ("Trend",), "The"),
    ("en", "Astana. KAZINFORM - The", "Astana", None, ("KAZINFORM",), "The"),
    ("en", "Ulaanbaatar /MONTSAME/ The", "Ulaanbaatar", None, ("MONTSAME",), "The"),
    ("en", "TEHRAN, Mar. 5 (MNA) – Iran", "TEHRAN", (0, 3, 5), ("MNA",), "Iran"),
    ("en", "Tehran, March 5, IRNA – Iran", "Tehran", (0, 3, 5), ("IRNA",), "Iran"),
    ("en", "Damascus, SANA- The", "Damascus", None, ("SANA",), "The"),
    ("en", "Amman, March 5 (Petra) -- The", "Amman", (0, 3, 5), ("Petra",), "The"),
    ("en", "KUWAIT, March 5 (KUNA) -- The", "KUWAIT", (0, 3, 5), ("KUNA",), "The"),
    ("en", "Riyadh, March 05, 2020, SPA -- The", "Riyadh", (2020, 3, 5), ("SPA",), "The"),
    ("en", "ABU DHABI, 5th March, 2020 (WAM) -- H", "ABU DHABI", (2020, 3, 5), ("WAM",), "H"),
    ("en", "RAMALLAH, Tuesday, March 5, 2019 (WAFA) – P", "RAMALLAH", (2019, 3, 5), ("WAFA",), "P"),
    ("en", "Manama, Mar. 5 (BNA): The", "Manama", (0, 3, 5), ("BNA",), "The"),
    ("en", "Doha, March 05 (QNA) - The", "Doha", (0, 3, 5), ("QNA",), "The"),
    ("en", "KHARTOUM, Mar. 5 (SUNA) - The", "KHARTOUM", (0, 3, 5), ("SUNA",), "The"),
    ("en", "ADDIS ABABA, March 5/2020 (ENA) The", "ADDIS ABABA", (2020, 3, 5), ("ENA",), "The"),
    ("en", "Abuja, March 5, 2020 (NAN) The", "Abuja", (2020, 3, 5), ("NAN",), "The"),
    ("en", "ACCRA, March 5, GNA - The", "ACCRA", (0, 3, 5), ("GNA",), "The"),
    ("en", "New Delhi, Mar 5 (PTI) The", "New Delhi", (0, 3, 5), ("PTI",), "The"),
    ("en", "New Delhi [India], March 5 (ANI): The", "New Delhi", (0, 3, 5), ("ANI",), "The"),
    ("en", "KUALA LUMPUR, March 5 (Bernama) -- M", "KUALA LUMPUR", (0, 3, 5), ("Bernama",), "M"),
    ("en", "HANOI (VNA) – The", "HANOI", None, ("VNA",), "The"),
    ("en", "Taipei, March 5 (CNA) The", "Taipei", (0, 3, 5), ("CNA",), "The"),
    ("en", "TOKYO, March 5, Kyodo - The", "TOKYO", (0, 3, 5), ("Kyodo",), "The"),
    ("en", "Sofia, March 5 (BTA) - The", "Sofia", (0, 3, 5), ("BTA",), "The"),
    ("en", "BELGRADE, March 5 (Tanjug) - The", "BELGRADE", (0, 3, 5), ("Tanjug",), "The"),
    ("en", "Bucharest, March 5 /Agerpres/ - The", "Bucharest", (0, 3, 5), ("Agerpres",), "The"),
    ("en", "LONDON, March 5, 2020 (Reuters) - B", "LONDON", (2020, 3, 5), ("Reuters",), "B"),
    ("en", "Tashkent, Uzbekistan (UzDaily.com) — U", "Tashkent", None, ("UzDaily.com",), "U"),
    ("en", "Geneva, 5 March 2020 -", "Geneva", (2020, 3, 5), (), ""),
    # Other languages
    ("ru", "МОСКВА, 5 марта. /ТАСС/. Россия", "МОСКВА", (0, 3, 5), ("ТАСС",), "Россия"),
    ("ru", "Москва. 5 марта. INTERFAX.RU - Г", "Москва", (0, 3, 5), ("INTERFAX.RU",), "Г"),
    ("uk", "КИЇВ. 5 березня. УНН. Міністр", "КИЇВ", (0, 3, 5), ("УНН",), "Міністр"),
    ("sr", "БЕОГРАД, 5. марта (Танјуг) - П", "БЕОГРАД", (0, 3, 5), ("Танјуг",), "П"),
    ("pl", "WARSZAWA, 5 marca (PAP) - M", "WARSZAWA", (0, 3, 5), ("PAP",), "M"),
    ("it", "(ANSA) - ROMA, 05 MAR - Il", "ROMA", (0, 3, 5), ("ANSA",), "Il"),
    ("it", "Roma, 5 mar. (askanews) – Il", "Roma", (0, 3, 5), ("askanews",), "Il"),
    ("fr", "Alger, 5 mars 2020 (APS) - Le", "Alger", (2020, 3, 5), ("APS",), "Le"),
    ("fr", "Paris, le 5 mars 2020 (AFP) – Le", "Paris", (2020, 3, 5), ("AFP",), "Le"),
    ("es", "La Habana, 5 mar (Prensa Latina) El", "La Habana", (0, 3, 5), ("Prensa Latina",), "El"),
    ("es", "MADRID, 5 Mar. (EUROPA PRESS) - E", "MADRID", (0, 3, 5), ("EUROPA PRESS",), "E"),
    ("es", "Caracas, 05 de marzo de 2020 (AVN).- E", "Caracas", (2020, 3, 5), ("AVN",), "E"),
    ("pt", "Lisboa, 05 mar 2020 (Lusa) – O", "Lisboa", (2020, 3, 5), ("Lusa",), "O"),
    ("de", "BERLIN, 5. März (Reuters) - Der", "BERLIN", (0, 3, 5), ("Reuters",), "Der"),
    ("de", "Berlin (dpa) - Der", "Berlin", None, ("dpa",), "Der"),
    ("tr", "ANKARA (AA) - Bakan", "ANKARA", None, ("AA",), "Bakan"),
    ("id", "TEMPO.CO, Jakarta - Menteri", "Jakarta", None, ("TEMPO.CO",), "Menteri"),
    ("vi", "Hà Nội (TTXVN) - Bộ", "Hà Nội", None, ("TTXVN",), "Bộ"),
    ("el", "ΑΘΗΝΑ (ΑΠΕ-ΜΠΕ) - Ο", "ΑΘΗΝΑ", None, ("ΑΠΕ-ΜΠΕ",), "Ο"),
    ("ar", "عمان 5 آذار (بترا) - أكد", "عمان", (0, 3, 5), ("بترا",), "أكد"),
    ("ar", "القاهرة في 5 مارس / أ ش أ / أكد", "القاهرة", (0, 3, 5), ("أ ش أ",), "أكد"),
    ("ar", "الكويت - 5 - 3 (كونا) -- أكد", "الكويت", None, ("كونا",), "أكد"),
    ("ar", "بيروت (رويترز) - قال", "بيروت", None, ("رويترز",), "قال"),
    ("ar", "دمشق-سانا أكد", "دمشق", None, ("سانا",), "أكد"),
    ("ur", "اسلام آباد (اے پی پی): ترجمان", "اسلام آباد", None, ("اے پی پی",), "ترجمان"),
    ("hi", "नई दिल्ली, 5 मार्च (भाषा) विदेश", "नई दिल्ली", (0, 3, 5), ("भाषा",), "विदेश"),
    ("bn", "ঢাকা, ৫ মার্চ, ২০২০ (বাসস) : পররাষ্ট্র", "ঢাকা", (2020, 3, 5), ("বাসস",), "পররাষ্ট্র"),
    ("zh", "新华社北京5月20日电（记者李明）外交部", "北京", (0, 5, 20), ("新华社",), "外交部"),
    ("zh", "中新网3月5日电 外交部", None, (0, 3, 5), ("中新网",), "外交部"),
    ("ja", "【モスクワ時事】外相は", "モスクワ", None, ("時事",), "外相は"),
    ("ja", "【北京＝共同】外務省は", "北京", None, ("共同",), "外務省は"),
    ("ko", "(서울=연합뉴스) 김철수 기자 = 외교부는", "서울", None, ("연합뉴스",), "외교부는"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "line", "place", "date", "agencies", "rest"),
    CASES,
    ids=[one[1][:30] for one in CASES],
)
def test_dateline_of_an_agency_is_taken_apart(
    language: str,
    line: str,
    place: str | None,
    date: tuple[int, int, int] | None,
    agencies: tuple[str, ...],
    rest: str,
) -> None:
    """City, day and agency are read whatever their order and their separators."""
    found = read_dateline(line, language)

    assert found is not None
    day = (found.date.year, found.date.month, found.date.day) if found.date else None
    assert (place, date, agencies, rest) == (found.place, day, found.agencies, found.rest)


def _read(line: str, language: str = "en") -> Dateline | None:
    return read_dateline(line, language)


def test_agency_with_a_date_in_its_bracket_keeps_its_printed_name() -> None:
    """'(Outlet One / Outlet Two - 3rd May, 2021 )' credits both outlets as printed."""
    found = _read("LAHORE, (UrduPoint / Pakistan Point News - 3rd May, 2021 ) :The minister")

    assert found is not None
    assert found.agencies == ("UrduPoint / Pakistan Point News",)
    assert found.date is not None
    assert found.date.iso == "2021-05-03"


def test_unknown_short_agency_in_brackets_is_still_credited() -> None:
    """A bracket behind city and date holds the agency, even one that no table knows."""
    found = _read("Hargeisa (SLN) 12th March, 2014 – The president of the region has spent")

    assert found is not None
    assert found.agencies == ("SLN",)
    assert found.place == "Hargeisa"


def test_country_alone_is_no_city() -> None:
    """A dateline that names a country has an agency and no place."""
    found = _read(
        "السعودية - العربية: ألقى وزير الخارجية كلمة في بداية الاجتماعات التي عقدت اليوم", "ar"
    )

    assert found is not None
    assert found.place is None


@pytest.mark.parametrize(
    "line",
    [
        "BREAKING: Russia says that it will never accept the terms that were put to it",
        "Lavrov: the West is to blame for the crisis, and we will never accept ultimatums",
        "QUESTION: Have you talked to the other side since the meeting in Geneva was called off?",
        "Friday, March 12, 2010",
        "Sunday, 07 March 2010, 11:20:45 pm",
        "الأحد 7 مارس 2010 - 11:20 بتوقيت القاهرة",
        "The minister said on Thursday that talks would go on in Vienna next week.",
    ],
)
def test_what_only_looks_like_a_dateline_is_left_alone(line: str) -> None:
    """Labels, headlines with a colon and page clocks are no datelines."""
    found = read_dateline(line, "ar" if line[0] > "\u0600" else "en")

    assert found is None


@pytest.mark.parametrize(
    ("language", "dateline", "story"),
    [
        ("de", "Bremen (dpa)", "Ist der Hafen bald gesperrt, fragte die Ministerin am Mittwoch."),
        ("en", "OSLO (NTB)", "Updated charts of the strait will be shown, the minister said."),
        ("en", "OSLO (NTB)", "Published accounts of the talks are wrong, the minister said."),
    ],
)
def test_story_keeps_a_first_word_that_is_also_a_label(
    language: str, dateline: str, story: str
) -> None:
    """'Updated', 'Published' or a time zone belongs to a dateline only where a date follows."""
    found = _read(f"{dateline} {story}", language)

    assert found is not None
    assert (found.text, found.rest) == (dateline, story)


@pytest.mark.parametrize(
    ("language", "dateline", "story"),
    [
        ("en", "HANOI (VNA) –", "On March 5, the minister received the envoy at the harbour."),
        ("en", "HANOI (VNA)", "On March 5, the minister received the envoy at the harbour."),
        ("en", "OSLO, March 5 (NTB) -", "March 9 is the day of the vote, the minister said."),
        ("en", "OSLO -", "On March 9 the strait opens again, the minister told everybody there."),
        ("fr", "ALGER (APS) -", "Le 5 mars, le ministre recevra une délégation de pêcheurs."),
        (
            "en",
            "(AFP) -",
            "On 5 March the minister received the envoy, and they had lunch.",
        ),
        ("ru", "МОСКВА. /ТАСС/.", "5 марта министр встретится с рыбаками и выслушает их."),
    ],
)
def test_story_keeps_the_date_with_which_it_opens(language: str, dateline: str, story: str) -> None:
    """A date behind a dateline's end belongs to the story, unless a mark closes it as well."""
    found = _read(f"{dateline} {story}", language)

    assert found is not None
    assert (found.text, found.rest) == (dateline, story)


@pytest.mark.parametrize(
    ("language", "line", "iso"),
    [
        ("en", "OSLO (NTB) - March 5, 2019 - The minister", "2019-03-05"),
        ("en", "OSLO (NTB) Tuesday, March 5, 2019 - The minister", "2019-03-05"),
        ("en", "OSLO - Tuesday, March 5, 2019 (NTB) - The minister", "2019-03-05"),
        ("en", "OSLO - Tuesday, March 5, 2019, Reuters - The minister", "2019-03-05"),
        ("it", "(ANSA) - ROMA, 5 MAR 2019 Il ministro", "2019-03-05"),
        ("ru", "МОСКВА /ТАСС/ - 5 марта 2019. Министр", "2019-03-05"),
        ("en", "OSLO (NTB) - 5 March 2019, 10:20 GMT - The minister", "2019-03-05"),
    ],
)
def test_date_behind_the_agency_is_read_where_a_mark_closes_it(
    language: str, line: str, iso: str
) -> None:
    """A dash, a bracket, a clock or an agency behind a date shows that it is the dateline's."""
    found = _read(line, language)

    assert found is not None
    assert found.date is not None
    assert found.date.iso == iso


def test_agency_that_is_the_subject_of_the_story_is_not_credited() -> None:
    """Behind the dateline's end, a second agency with a comma is what the story tells of."""
    found = _read("CAIRO (MENA) - Reuters, which had reported otherwise, was told so on the day.")

    assert found is not None
    assert found.agencies == ("MENA",)
    assert found.rest.startswith("Reuters, which")


def test_time_zone_may_stand_behind_a_date_without_a_time() -> None:
    """'2019 IST (PTI)': the zone is passed over and the agency read."""
    found = _read("NEW DELHI, March 5, 2019 IST (PTI): The minister spoke")

    assert found is not None
    assert (found.place, found.agencies, found.rest) == (
        "NEW DELHI",
        ("PTI",),
        "The minister spoke",
    )
