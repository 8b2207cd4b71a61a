"""Which version of the content format an archive is written in."""

from __future__ import annotations

from site_builder.content.strict_yaml import YamlDocument
from site_builder.diagnostics import Diagnostic, SourceLocation, error

FORMAT = 1
"""The version that this program reads. A site.yaml without `format` is of this version as well:
what an older spelling of a field is called now, `site-builder migrate` knows."""


def newer_format(document: YamlDocument, path: str) -> Diagnostic | None:
    """Return an error where a site.yaml names a version that this program does not know yet."""
    given = document.value.get("format") if isinstance(document.value, dict) else None
    if not isinstance(given, str) or not given.isascii() or not given.isdigit():
        return None
    if int(given[:9]) <= FORMAT:
        return None
    return error(
        SourceLocation(path=path, line=document.line_of(("format",))),
        "format",
        f"this archive is of format {given}, and this site-builder reads formats up to {FORMAT}",
        "Update it (pip install --upgrade site-builder), or take the archive as it was before it "
        "was migrated.",
    )
