"""JSON Schemas of what curators write, for editors that complete and check while typing."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from site_builder.content.registers import REGISTERS, fields_of
from site_builder.content.schema import ID_PATTERN, ArticleFields, Fields, SiteFields

_DOCUMENTS: Mapping[str, type[Fields]] = MappingProxyType(
    {"article": ArticleFields, "site": SiteFields}
)

SCHEMAS = (*_DOCUMENTS, *REGISTERS)
"""Names of the schemas there are."""


def json_schema(name: str) -> dict[str, Any]:
    """Return the schema called `name` (JSON Schema 2020-12); KeyError where there is none."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    if name in _DOCUMENTS:
        return {**head, **_DOCUMENTS[name].model_json_schema()}
    entry = fields_of(name).model_json_schema()
    definitions = entry.pop("$defs", {})
    return {
        **head,
        "title": f"{name}.yaml",
        "type": "object",
        "propertyNames": {"pattern": f"^{ID_PATTERN}$"},
        "additionalProperties": entry,
        **({"$defs": definitions} if definitions else {}),
    }
