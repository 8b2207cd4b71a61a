"""Countries named in a text."""

from __future__ import annotations

import pytest

from site_builder.importers.countries import find_countries


@pytest.mark.parametrize(
    ("language", "text", "countries"),
    [
        ("en", "China-Pakistan ties and the U.S. view of Turkey", ["CN", "PK", "US", "TR"]),
        ("en", "South Korea's answer to North Korean tests", ["KR", "KP"]),
        ("en", "Tokyo and Beijing spoke; us and them; a roast turkey", ["JP", "CN"]),
        ("en", "in the South China Sea and in Latin America", []),
        ("en", "the Democratic Republic of the Congo and Guinea-Bissau", ["CD", "GW"]),
        ("en", "President Pedro Lagos spoke", []),
        ("ru", "переговоры с Украиной, Турцией и Соединёнными Штатами", ["UA", "TR"]),
        ("ru", "российско-китайские отношения, в США и ЮАР", ["RU", "CN", "US", "ZA"]),
        ("fr", "la délégation algérienne et les États-Unis", ["DZ", "US"]),
        ("es", "el canciller venezolano y la embajada alemana en EE.UU.", ["VE", "DE", "US"]),
        ("pt", "o governo moçambicano e a Guiné Equatorial", ["MZ", "GQ"]),
        ("it", "il ministro turco e la delegazione libica", ["TR", "LY"]),
        ("de", "der ukrainische und der polnische Außenminister", ["UA", "PL"]),
        ("ar", "والصين وللولايات المتحدة وبالسعودية والوفد الروسي", ["CN", "US", "SA", "RU"]),
        ("ur", "پاکستان اور ایرانی وفد نے چین میں", ["PK", "IR", "CN"]),
        ("fa", "ایران و عربستان و دولت ترکیه", ["IR", "SA", "TR"]),
        ("tr", "Rusya ile Ukrayna'nın, İranlı yetkililerin", ["RU", "UA", "IR"]),
        ("id", "Indonesia dan Amerika Serikat serta Palestina", ["ID", "US", "PS"]),
        ("zh", "中方同美国、俄罗斯", ["CN", "US", "RU"]),
        ("ja", "日本とロシアと米国", ["JP", "RU", "US"]),
        ("hi", "भारत और पाकिस्तान", ["IN", "PK"]),
    ],
)
def test_countries_are_found_by_names_demonyms_and_capitals(
    language: str, text: str, countries: list[str]
) -> None:
    """In the clipping's own language, inflected, and never inside another name."""
    assert [one.country for one in find_countries(text, language)] == countries
