"""JSON Schemas for editors."""

from __future__ import annotations

import json

import pytest

from site_builder.content.json_schema import SCHEMAS, json_schema
from site_builder.content.schema import ArticleFields


def test_there_is_a_schema_for_everything_a_curator_writes() -> None:
    """Articles, settings and each register have one."""
    assert SCHEMAS == (
        "article",
        "site",
        "people",
        "organisations",
        "carriers",
        "places",
        "events",
        "tags",
        "formulations",
    )


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_whole(name: str) -> None:
    """Each schema is JSON, says its dialect, and defines all that it refers to."""
    schema = json_schema(name)
    text = json.dumps(schema)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for definition in schema.get("$defs", {}):
        assert f'"#/$defs/{definition}"' in text
    assert text.count('"$ref"') == sum(
        text.count(f'"#/$defs/{definition}"') for definition in schema.get("$defs", {})
    )


def test_an_articles_schema_has_its_fields() -> None:
    """Every field is described, title and date are required, and no other field is allowed."""
    schema = json_schema("article")

    assert set(schema["properties"]) == set(ArticleFields.model_fields)
    assert schema["required"] == ["title", "date"]
    assert schema["additionalProperties"] is False
    assert schema["properties"]["date"]["pattern"].startswith("^[0-9]{4}")


def test_a_registers_schema_maps_ids_to_entries() -> None:
    """A register is a mapping from ids, each to an entry with a name."""
    schema = json_schema("people")

    assert schema["type"] == "object"
    assert schema["propertyNames"]["pattern"].startswith("^[a-z0-9]+")
    assert schema["additionalProperties"]["required"] == ["name"]


def test_other_names_have_none() -> None:
    """Asking for what is not there is a programmer's mistake."""
    with pytest.raises(KeyError):
        json_schema("speeches")
