"""The interface in each of its languages: whole, filled in, and in the right plural forms."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from babel import Locale

from site_builder.content.codes import direction
from site_builder.site.interface import load_interface

TEMPLATES = Path(__file__).parents[2] / "templates"
FILES = sorted((TEMPLATES / "strings").glob("*.yaml"))
LANGUAGES = [path.stem for path in FILES]
TRANSLATIONS = [language for language in LANGUAGES if language != "en"]

LATIN_ON_PURPOSE = {
    # Names of formats and operators that no language translates, and pure placeholders.
    *(
        "data_file_jsonl",
        "data_file_csv",
        "data_file_sqlite",
        "page_title",
        "span",
        "redirect_text",
    ),
    *("search_year_count", "statement_shown_all", "formulation_summary", "search_help_near"),
    *("formulation_role_share", "search_help_prefix", "search_help_field", "list_separator"),
    *("list_separator_strong", "name_and_count", "formulation_share", "statement_of", "count"),
}


def strings(language: str) -> dict[str, str | dict[str, str]]:
    path = TEMPLATES / "strings" / f"{language}.yaml"
    loaded: dict[str, str | dict[str, str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def texts(language: str) -> dict[str, str]:
    """Every text of a language by key, a plural form's by key and category."""
    found = {}
    for key, value in strings(language).items():
        if isinstance(value, dict):
            found.update({f"{key}.{category}": text for category, text in value.items()})
        else:
            found[key] = value
    return found


def test_there_are_seven_languages() -> None:
    """English, and the languages in which most official texts of such archives are read."""
    assert LANGUAGES == ["ar", "en", "es", "fr", "ru", "ur", "zh"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_is_complete(language: str) -> None:
    """Nothing is missing, unknown, or left out of a sentence: loading has nothing to say."""
    assert load_interface(language, (TEMPLATES,)).diagnostics == ()


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_keys_follow_english_in_order(language: str) -> None:
    """Whoever translates compares two files side by side; declined nouns stand beside theirs."""
    nouns = tuple(key for key, value in strings("en").items() if isinstance(value, dict))
    given = [key for key in strings(language) if key in strings("en") or not key.startswith(nouns)]

    assert given == list(strings("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_those_of_the_language(language: str) -> None:
    """Six in Arabic, four in Russian, one in Chinese: exactly the categories of CLDR."""
    tags = Locale.parse(language).plural_form.tags | {"other"}
    forms = {key: set(value) for key, value in strings(language).items() if isinstance(value, dict)}

    assert {key: found for key, found in forms.items() if found != tags} == {}


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_no_sentence_was_left_in_english(language: str) -> None:
    """Two languages may share a word, or even two; they do not share a text of three."""
    english = texts("en")
    same = [text for key, text in texts(language).items() if english.get(key) == text]

    assert [text for text in same if len(re.findall(r"[^\W\d_]{2,}", _filled(text))) >= 3] == []


def _filled(text: str) -> str:
    return re.sub(r"\{.*?\}", "", text)


@pytest.mark.parametrize("language", ["ru", "zh", "ar", "ur"])
def test_text_is_written_in_the_script_of_its_language(language: str) -> None:
    """A text in letters holds letters of its own script."""
    script = {"ru": "Ѐ-ӿ", "zh": "一-鿿", "ar": "؀-ۿ", "ur": "؀-ۿ"}[language]
    foreign = {
        key: text
        for key, text in texts(language).items()
        if re.search(r"[A-Za-z]", _filled(text))
        and not re.search(f"[{script}]", text)
        and key.partition(".")[0] not in LATIN_ON_PURPOSE
    }

    assert set(foreign) <= {"search_download_name"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_has_stray_spaces(language: str) -> None:
    """A space at an end is meant in the two separators alone, and none stands twice."""
    wrong = {
        key: text
        for key, text in texts(language).items()
        if (text != text.strip() and not key.startswith("list_separator")) or "  " in text
    }

    assert wrong == {}


def test_french_signs_keep_to_their_words() -> None:
    """Before : ; ? ! and inside « » a line cannot break: the space there is not a plain one."""
    assert [text for text in texts("fr").values() if re.search(r" [:;?!»]|« ", text)] == []


def test_chinese_uses_its_own_signs() -> None:
    """Between Chinese characters stand full-width signs."""
    han = "[一-鿿]"

    assert [
        text for text in texts("zh").values() if re.search(f"{han}[,;:?!]|[,;?!]{han}", text)
    ] == []


@pytest.mark.parametrize(
    ("language", "count", "total", "share"),
    [
        ("en", 5, 21, "5 of 21 statements"),
        ("fr", 1, 21, "1 sur 21 déclarations"),
        ("ru", 5, 21, "5 из 21 заявления"),
        ("ru", 5, 22, "5 из 22 заявлений"),
        ("ar", 1, 2, "1 من أصل تصريحين"),
        ("ar", 5, 25, "5 من أصل 25 تصريحًا"),
        ("zh", 5, 25, "5 / 25 份声明"),
        ("ur", 5, 25, "25 بیانات میں سے 5"),
    ],
)
def test_nouns_are_declined_in_sentences(language: str, count: int, total: int, share: str) -> None:
    """After 'of' a Russian or Arabic noun stands in the genitive."""
    interface = load_interface(language, (TEMPLATES,))
    counted = interface.plural("count", count)

    assert (
        interface.plain(
            "formulation_share", count=counted, total=interface.plural("statements", total)
        )
        == share
    )


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("ar", "0 تصريح|تصريح واحد|تصريحان|3 تصريحات|11 تصريحًا|100 تصريح"),
        ("ru", "0 заявлений|1 заявление|2 заявления|3 заявления|11 заявлений|100 заявлений"),
        ("fr", "0 déclaration|1 déclaration|2 déclarations|3 déclarations|11 déclarations"),
        ("ur", "0 بیانات|1 بیان|2 بیانات|3 بیانات|11 بیانات|100 بیانات"),
    ],
)
def test_counts_take_the_form_of_their_number(language: str, forms: str) -> None:
    """0, 1, 2, 3, 11 and 100 statements."""
    interface = load_interface(language, (TEMPLATES,))
    written = [interface.plural("statements", n) for n in (0, 1, 2, 3, 11, 100)]

    assert written[: len(forms.split("|"))] == forms.split("|")


def test_languages_from_the_right_are_known() -> None:
    """Arabic and Urdu turn the page round."""
    turned = [one for one in LANGUAGES if direction(one) == "rtl"]

    assert turned == ["ar", "ur"]
