"""Files of interface strings, and what is said of a faulty one."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from site_builder.diagnostics import BuildError
from site_builder.resources import built_in
from site_builder.site.interface import Interface, load_interface

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATES = built_in("templates")


def load(folder: Path, language: str, **files: str) -> Interface:
    """Load an archive's own files of strings over the built-in ones."""
    (folder / "templates" / "strings").mkdir(parents=True)
    for name, text in files.items():
        path = folder / "templates" / "strings" / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
    return load_interface(language, (folder / "templates", TEMPLATES))


def warnings(interface: Interface) -> list[str]:
    return [str(one) for one in interface.diagnostics]


def test_a_language_without_strings_is_told(tmp_path: Path) -> None:
    """The site speaks English, and the curator hears why and what can be done."""
    assert warnings(load(tmp_path, "de")) == [
        (
            "content/site.yaml:1: warning[strings]: the interface has no strings in German (de), "
            "so that it speaks English\n"
            "  Translate strings/en.yaml as templates/strings/de.yaml, or set language to one of "
            "ar, en, es, fr, ru, ur, zh."
        )
    ]


def test_missing_strings_are_named(tmp_path: Path) -> None:
    """Of many missing strings five are named and the rest counted."""
    (said,) = warnings(load(tmp_path, "de", de="skip_to_content: Zum Text\n"))

    assert said.startswith(
        "templates/strings/de.yaml:1: warning[strings]: not translated into German, and so given "
        "in English: nav_label, breadcrumbs_label, footer_label, page_title, theme_switch and "
    )
    assert said.endswith("Add the missing keys; strings/en.yaml has their English.")


def test_an_unknown_string_is_told_with_the_likely_one(tmp_path: Path) -> None:
    """A misspelt key would otherwise leave its string as it was, in silence."""
    assert warnings(load(tmp_path, "fr", fr="nav_home: Accueil\nnav_serch: Chercher\n")) == [
        (
            'templates/strings/fr.yaml:2: warning[strings]: no page asks for "nav_serch"\n'
            '  Perhaps it should be "nav_search".'
        )
    ]


def test_an_archives_own_string_may_be_new(tmp_path: Path) -> None:
    """Templates of an archive's own may ask for strings of its own, once English has them."""
    interface = load(
        tmp_path, "fr", en="seal_motto: In good order\n", fr="seal_motto: En bon ordre\n"
    )

    assert interface.text("seal_motto") == "En bon ordre"
    assert interface.diagnostics == ()


def test_a_string_of_its_own_that_is_not_translated_is_told(tmp_path: Path) -> None:
    """The archive's English counts as English: what it adds is to be translated too."""
    (said,) = warnings(load(tmp_path, "fr", en="seal_motto: In good order\n"))

    assert "not translated into French, and so given in English: seal_motto" in said


def test_a_placeholder_left_out_is_told_with_its_english(tmp_path: Path) -> None:
    """The sentence would lose what it is about."""
    assert warnings(load(tmp_path, "fr", fr='pager_here: "Page {number}"\n')) == [
        (
            'templates/strings/fr.yaml:1: warning[strings]: "pager_here" leaves out {total}\n'
            "  Write {total} where it belongs. English has: Page {number} of {total}"
        )
    ]


def test_plural_forms_are_held_to_the_language(tmp_path: Path) -> None:
    """A form that is lacking and one that the language does not have are both told."""
    own = 'days:\n  one: "{n} день"\n  few: "{n} дня"\n  two: "{n} дня"\n  other: "{n} дня"\n'
    said = [one.splitlines()[0] for one in warnings(load(tmp_path, "ru", ru=own))]

    assert said == [
        (
            'templates/strings/ru.yaml:1: warning[strings]: "days" lacks the plural form many of '
            "Russian"
        ),
        (
            'templates/strings/ru.yaml:1: warning[strings]: "days" has the plural form two, which '
            "Russian does not have"
        ),
    ]


def test_a_number_may_be_said_in_words_only_where_it_is_one_number(tmp_path: Path) -> None:
    """'One' is 21 as well in Russian, so {n} must stand there; in Arabic it is 1 alone."""
    days = "days: {one: день, few: '{n} дня', many: '{n} дней', other: '{n} дня'}\n"
    (said,) = warnings(load(tmp_path, "ru", ru=days))

    assert '"days" leaves out {n} in its form one, which many numbers take' in said
    assert load_interface("ar", (TEMPLATES,)).plural("days", 1) == "يوم واحد"


@pytest.mark.parametrize(
    ("own", "fault"),
    [
        (
            "statements: déclarations",
            (
                '"statements" counts something, and here it has one text for every number\n'
                "  Write a form for each of one, other."
            ),
        ),
        (
            "nav_home: {other: Accueil}",
            '"nav_home" is one text, and here it has plural forms\n  Write key: text.',
        ),
        (
            'formulation_share: "{count} sur {total:dative}"',
            (
                '"formulation_share" asks for the case "dative", in which nothing here is '
                "declined\n  Add the plural forms of the noun under a key that ends in _dative."
            ),
        ),
    ],
)
def test_strings_of_the_wrong_kind_are_errors(tmp_path: Path, own: str, fault: str) -> None:
    """What a page could not fill in ends the build."""
    with pytest.raises(BuildError) as caught:
        load(tmp_path, "fr", fr=own)

    assert str(caught.value) == f"templates/strings/fr.yaml:1: error[strings]: {fault}"


def test_an_archive_may_decline_its_own_nouns(tmp_path: Path) -> None:
    """A case is what follows the colon of a placeholder, and the end of the noun's key."""
    interface = load(
        tmp_path,
        "ru",
        ru='curation_count: "{tasks} из {statements:instrumental}"\n'
        "statements_instrumental: {one: '{n} A', few: '{n} B', many: '{n} C', other: '{n} D'}\n",
    )
    tasks, statements = interface.plural("count", 3), interface.plural("statements", 5)

    assert interface.plain("curation_count", tasks=tasks, statements=statements) == "3 из 5 C"
    assert interface.fill("curation_count", tasks="<", statements=statements) == "&lt; из 5 C"
    assert interface.plain("curation_count", tasks=3, statements="все") == "3 из все"


def test_a_counted_noun_is_stored_as_text(tmp_path: Path) -> None:
    """Views travel between processes and into caches without the interface."""
    counted = load_interface("ru", (TEMPLATES,)).plural("statements", 21)

    assert type(pickle.loads(pickle.dumps(counted))) is str
    assert counted == "21 заявление"
