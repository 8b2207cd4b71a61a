"""One bibliographic description, written in the formats and styles that readers ask for."""

from site_builder.site.bibliography.bibtex import bibtex
from site_builder.site.bibliography.csl_json import csl_json
from site_builder.site.bibliography.item import BibliographicItem, Shape
from site_builder.site.bibliography.ris import ris
from site_builder.site.bibliography.styles import STYLES, FormattedCitation, Style, format_citation

__all__ = [
    "STYLES",
    "BibliographicItem",
    "FormattedCitation",
    "Shape",
    "Style",
    "bibtex",
    "csl_json",
    "format_citation",
    "ris",
]
