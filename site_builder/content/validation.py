"""A YAML document held against its fields: typed values, or every fault in plain English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from site_builder.content.schema import ArticleFields, EntryFields, Fields, SiteFields
from site_builder.content.spellings import ARTICLE, ENTRY, SITE, Spelling
from site_builder.content.strict_yaml import Path, YamlDocument
from site_builder.diagnostics import Diagnostic, SourceLocation, error, warning

F = TypeVar("F", bound=Fields)

_WANTED = {
    "string_type": ("text", "Write one text."),
    "tuple_type": ("a list", "Write [one, two], or one item a line, each after '- '."),
    "list_type": ("a list", "Write [one, two], or one item a line, each after '- '."),
    "model_type": ("named fields", "Write one field a line, indented below this one."),
    "model_attributes_type": ("named fields", "Write one field a line, indented below this one."),
    "dict_type": ("named fields", "Write one field a line, indented below this one."),
    "int_parsing": ("a whole number", "Write digits only."),
    "int_type": ("a whole number", "Write digits only."),
}


def validate(
    model: type[F], document: YamlDocument, path: str, *, at: Path = ()
) -> tuple[F | None, tuple[Diagnostic, ...]]:
    """Return the fields of the mapping at `at` in the document, or None and every fault."""
    value: Any = document.value
    for step in at:
        value = value[step]
    if not isinstance(value, dict):
        where = SourceLocation(path=path, line=document.line_of(at))
        return None, (
            error(where, "type", "named fields are wanted here", _WANTED["dict_type"][1]),
        )
    faults = list(_empty_fields(model, value, document, path, at))
    given = {key: one for key, one in value.items() if one is not None}
    try:
        fields = model.model_validate(given)
    except ValidationError as fault:
        for one in fault.errors(include_url=False):
            place = (*at, *_known_steps(one["loc"]))
            where = SourceLocation(path=path, line=document.line_of(place))
            faults.append(_translate(model, one, where))
        return None, tuple(faults)
    return fields, tuple(faults)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like `name`, or None where none is near."""
    # Most builds have no fault to explain.
    from rapidfuzz import process  # noqa: PLC0415
    from rapidfuzz.distance import JaroWinkler  # noqa: PLC0415

    found = process.extractOne(
        name, list(known), scorer=JaroWinkler.normalized_similarity, score_cutoff=0.8
    )
    return found[0] if found else None


def _known_steps(location: tuple[int | str, ...]) -> Path:
    # pydantic adds '[key]' where a mapping's key, not its value, is at fault.
    return tuple(step for step in location if step != "[key]")


def _empty_fields(
    model: type[Fields], value: dict[str, Any], document: YamlDocument, path: str, at: Path
) -> Iterator[Diagnostic]:
    """Yield a fault for each field left empty without a reason, and each reason without need."""
    reasons = value.get("missing") if "missing" in model.model_fields else None
    reasons = reasons if isinstance(reasons, dict) else {}
    for key, one in value.items():
        if one is None and key in model.model_fields and key not in reasons:
            required = model.model_fields[key].is_required()
            if required:
                continue  # reported as missing
            hint = (
                "Fill it in, remove the line, or say why it is empty under 'missing:'."
                if "missing" in model.model_fields
                else "Fill it in, or remove the line."
            )
            where = SourceLocation(path=path, line=document.line_of((*at, key)))
            yield error(where, key, f'"{key}" is empty', hint)
    for key in reasons:
        where = SourceLocation(path=path, line=document.line_of((*at, "missing", key)))
        if key not in model.model_fields:
            yield _unknown(key, model, where)
        elif value.get(key) is not None:
            yield warning(
                where,
                "missing",
                f'"{key}" is given above and called missing here',
                "Remove one of the two.",
            )


def _translate(model: type[Fields], fault: Any, where: SourceLocation) -> Diagnostic:
    """Return pydantic's error as a curator would want to read it."""
    location = _known_steps(fault["loc"])
    name = next((step for step in reversed(location) if isinstance(step, str)), "")
    code = str(location[0]) if location else "fields"
    kind: str = fault["type"]
    context = fault.get("ctx", {})
    if kind == "archive":
        return error(where, code, context["message"], context["hint"])
    if kind == "missing":
        return error(where, code, f'"{name}" is missing', f"Add a line '{name}: …' with its value.")
    if kind == "extra_forbidden":
        return _unknown(name, _model_at(model, location[:-1]), where)
    if kind in _WANTED:
        wanted, hint = _WANTED[kind]
        return error(where, code, f'"{name}" takes {wanted}', hint)
    if kind == "enum":
        given = fault["input"]
        choices = [
            part.strip(" '") for part in context["expected"].replace(" or ", ", ").split(",")
        ]
        near = nearest(str(given), choices)
        hint = f"Did you mean {near}? " if near else ""
        return error(
            where, code, f'"{given}" is not a {name}', f"{hint}Write one of {', '.join(choices)}."
        )
    if kind in ("string_too_short", "too_short"):
        return error(where, code, f'"{name}" is empty', "Fill it in, or remove the line.")
    if kind == "too_long" and context["field_type"] == "Tuple":
        limit = context["max_length"]
        return error(where, code, f'"{name}" has more than {limit:,} items', "Shorten the list.")
    if kind in ("string_too_long", "too_long"):
        limit = context["max_length"]
        return error(where, code, f'"{name}" is longer than {limit:,} characters', "Shorten it.")
    if kind == "string_pattern_mismatch":
        return _pattern(name, str(fault["input"]), context["pattern"], code, where)
    message = str(fault["msg"])
    return error(where, code, f'"{name}": {message[:1].lower()}{message[1:]}', "Correct the value.")


def _pattern(name: str, given: str, pattern: str, code: str, where: SourceLocation) -> Diagnostic:
    if "|" in pattern and pattern.startswith("^(?:"):
        choices = pattern.removeprefix("^(?:").removesuffix(")$").split("|")
        return error(
            where, code, f'"{given}" is not a {name}', f"Write one of {', '.join(choices)}."
        )
    if pattern.startswith("^Q"):
        return error(where, code, f'"{given}" is not a Wikidata id', "Write it as Q42.")
    if name == "authority":
        return error(
            where, code, f'"{given}" is not a domain name', "Write it as archive.example.org."
        )
    if "0-9a-f" in pattern:
        return error(where, code, f'"{given}" is not a SHA-256', "Write 64 hexadecimal digits.")
    return error(
        where,
        code,
        f'"{given}" is not an id',
        "Write lower-case letters a-z, digits and single hyphens only.",
    )


def _unknown(name: str, model: type[Fields], where: SourceLocation) -> Diagnostic:
    older = _spellings(model).get(name)
    if older is not None:
        hint = f"It is called {older.name} here; 'site-builder migrate' mends all such names."
        return error(where, "unknown-key", f'"{name}" is not a field', hint)
    near = nearest(name, model.model_fields)
    hint = (
        f"Did you mean {near}?"
        if near
        else f"Remove it, or write one of {', '.join(sorted(model.model_fields))}."
    )
    return error(where, "unknown-key", f'"{name}" is not a field', hint)


def _spellings(model: type[Fields]) -> Mapping[str, Spelling]:
    if model is ArticleFields:
        return ARTICLE
    if model is SiteFields:
        return SITE
    return ENTRY if issubclass(model, EntryFields) else {}


def _model_at(model: type[Fields], location: Path) -> type[Fields]:
    """Return the model of the fields at a location inside `model`."""
    for step in location:
        if isinstance(step, int):
            continue
        field = model.model_fields.get(step)
        nested = _nested_model(field.annotation) if field is not None else None
        if nested is not None:
            model = nested
    return model


def _nested_model(annotation: Any) -> type[Fields] | None:
    if isinstance(annotation, type) and issubclass(annotation, Fields):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        nested = _nested_model(part)
        if nested is not None:
            return nested
    return None
