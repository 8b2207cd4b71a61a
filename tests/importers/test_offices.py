"""Offices taken apart."""

from __future__ import annotations

import pytest

from site_builder.importers.offices import read_office


@pytest.mark.parametrize(
    ("language", "role", "title", "organisation"),
    [
        ("en", "Chinese Foreign Ministry spokesperson", "spokesperson", "cn-mfa"),
        ("en", "Norwegian Foreign Minister", "Foreign Minister", "no-mfa"),
        ("en", "spokesman of Slovenia's foreign ministry", "spokesman", "si-mfa"),
        (
            "fr",
            "ministre tunisien des Affaires étrangères",
            "ministre des Affaires étrangères",
            "tn-mfa",
        ),
        ("en", "President", "President", None),
    ],
)
def test_title_and_body_are_told_apart(
    language: str, role: str, title: str, organisation: str | None
) -> None:
    """The ministry becomes an organisation with its country; the title is what is left."""
    found = read_office(role, language, None)

    assert (found.title, found.organisation) == (title, organisation)


def test_country_of_the_story_serves_where_the_office_names_none() -> None:
    """'Foreign Office spokesperson' in a story from Islamabad speaks for Pakistan's ministry."""
    assert read_office("Foreign Office spokesperson", "en", "PK").organisation == "pk-mfa"
