"""One article's file: its name, its fields between themselves, and its text."""

from __future__ import annotations

import pickle

import pytest

from site_builder.content.articles import ParsedArticle, parse_article
from site_builder.content.model import Display, Speaker, Status
from tests.sites.archive import article


def read(
    text: str, name: str = "2023-01-04-x", folder: str = "2023", language: str = "en"
) -> tuple[ParsedArticle | None, list[str]]:
    path = f"content/articles/{folder}/{name}.md"
    parsed, faults = parse_article(path, text.encode(), language=language)
    return parsed, [str(fault).removeprefix(f"{path}:") for fault in faults]


def test_a_minimal_article() -> None:
    """Title and date are enough; the rest has sensible values."""
    parsed, faults = read(article(), language="fr")

    assert faults == []
    assert parsed is not None
    assert not parsed.display_given
    found = parsed.article
    assert (found.id, found.language, found.display) == ("2023-01-04-x", "fr", Display.FULL)
    assert found.status is Status.PUBLISHED
    assert [paragraph.number for paragraph in found.body.paragraphs] == [1, 2]


def test_every_field_arrives() -> None:
    """What the front matter says, the article holds."""
    parsed, faults = read(
        article(
            speakers="[{person: mao-ning, role: Spokesperson, organisation: cn-mfa}]",
            provenance="{file: a.txt, importer: wire 1, removed: [{line: 3, text: x, rule: y}]}",
            dates_observed="[{text: '4th Jan, 2023', role: dateline, date: 2023-01-04}]",
            revisions="[{date: 2024-02, note: Corrected.}]",
            missing="{source_url: 'only \"#\"', event: unknown}",
            display="excerpt",
        )
    )

    assert faults == []
    assert parsed is not None
    found = parsed.article
    assert parsed.display_given
    assert found.speakers == (
        Speaker(person="mao-ning", role="Spokesperson", organisation="cn-mfa"),
    )
    assert found.provenance is not None
    assert found.provenance.removed[0].line == 3
    assert str(found.dates_observed[0].date) == "2023-01-04"
    assert found.revisions[0].note == "Corrected."
    assert list(found.missing) == ["event", "source_url"]


def test_articles_travel_between_processes() -> None:
    """A parsed article, and its faults, arrive whole from a worker process."""
    parsed = read(article(missing="{event: unknown}"))

    assert pickle.loads(pickle.dumps(parsed)) == parsed


def test_a_translations_name_says_its_language_and_original() -> None:
    """'<id>.<lang>.md' needs neither field."""
    parsed, faults = read(article(), name="2023-01-04-x.zh-Hans")

    assert faults == []
    assert parsed is not None
    assert parsed.article.language == "zh-Hans"
    assert parsed.article.translation_of == "2023-01-04-x"


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        (
            "Über uns!",
            (
                '1: error[file-name]: "Über uns!.md" cannot be an address\n'
                "  Rename it to ber-uns.md: small letters, digits, -."
            ),
        ),
        (
            "毛宁",
            (
                '1: error[file-name]: "毛宁.md" cannot be an address\n'
                "  Rename it to 2024-09-24-speaker-topic.md: small letters, digits, -."
            ),
        ),
        (
            "a--b",
            (
                '1: error[file-name]: "a--b.md" cannot be an address\n'
                "  Rename it to a-b.md: small letters, digits, -."
            ),
        ),
        (
            "a" * 141,
            (
                f'1: error[file-name]: "{"a" * 141}.md" cannot be an address\n'
                f"  Rename it to {'a' * 100}.md: small letters, digits, -."
            ),
        ),
        (
            "con",
            (
                '1: error[file-name]: "con" is a name that Windows does not allow\n'
                "  Give the file a longer name."
            ),
        ),
        (
            "x.bak",
            (
                '1: error[file-name]: "bak" in the file\'s name is not a language tag\n'
                "  Name a translation after its language, such as ID.ur.md; an id has no dot."
            ),
        ),
    ],
)
def test_names_that_cannot_be_addresses(name: str, fault: str) -> None:
    """A file's name is its address for good, so a poor one is refused with a better one."""
    assert read(article(), name=name)[1] == [fault]


def test_an_empty_file_says_so() -> None:
    """A file without a byte is an error of its own."""
    assert read("")[1] == [
        (
            "1: error[front-matter]: the file is empty\n"
            "  Write the front matter and the text, or delete the file."
        )
    ]


FAULTS = [
    (
        {"speakers": "[{role: A}, {}]"},
        (
            "4: error[speakers]: this speaker has no person, role or organisation\n"
            "  Give at least one of them."
        ),
    ),
    (
        {"status": "withdrawn"},
        (
            "4: error[withdrawal]: a withdrawn entry needs a day and a reason\n"
            "  Add 'withdrawal: {date: 2024-09-24, reason: …}'; readers will see it."
        ),
    ),
    (
        {"withdrawal": "{date: 2024, reason: x}"},
        (
            "4: error[withdrawal]: the entry has a withdrawal but its status is not withdrawn\n"
            "  Write 'status: withdrawn', or remove the withdrawal."
        ),
    ),
    (
        {"published": "2023-01-03"},
        (
            "4: warning[published]: published 2023-01-03, before it was said (2023-01-04)\n"
            "  Check both days; if the source says so, note it in 'dates_observed'."
        ),
    ),
]


@pytest.mark.parametrize(("fields", "fault"), FAULTS)
def test_fields_must_agree(fields: dict[str, str], fault: str) -> None:
    """Fields that are each right may still contradict each other."""
    assert read(article(**fields))[1] == [fault]


@pytest.mark.parametrize("published", ["2023", "2023-01", "2023-01-04", "2024"])
def test_a_coarse_day_of_publication_is_not_before(published: str) -> None:
    """A month or year that holds the day said is not before it."""
    assert read(article(published=published))[1] == []


def test_a_name_and_its_fields_must_agree() -> None:
    """A translation's fields cannot contradict its file's name."""
    fields = {"language": "fr", "translation_of": "other"}

    assert read(article(**fields), name="2023-01-04-x.ur")[1] == [
        '4: error[language]: the file\'s name says "ur", the field "fr"\n  Make the two agree.',
        (
            '5: error[translation_of]: the file\'s name says it translates "2023-01-04-x"\n'
            "  Make the two agree, or remove this line."
        ),
    ]


def test_an_article_without_text_is_a_warning_unless_it_means_to_be() -> None:
    """An empty body is remarked on, unless no text is to be shown or the article is a draft."""
    assert read(article(body=""))[1] == [
        (
            "5: warning[body]: there is no text below the front matter\n"
            "  Add the text, or write 'display: metadata'."
        )
    ]
    assert read(article(body="", display="metadata"))[1] == []
    assert read(article(body="", status="draft"))[1] == []


def test_an_article_in_another_years_folder_is_a_warning() -> None:
    """A folder of a year holds articles of that year."""
    assert read(article(), folder="2022")[1] == [
        (
            "3: warning[folder]: the file lies in the folder 2022, its date is in 2023\n"
            "  Move it to content/articles/2023/."
        )
    ]
    assert read(article(), folder="imported")[1] == []
