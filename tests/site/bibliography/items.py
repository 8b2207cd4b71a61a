"""Items to cite, of every shape and with everything that titles bring along."""

from __future__ import annotations

from site_builder.content.dates import PartialDate
from site_builder.site.bibliography import BibliographicItem, Shape

HARD_TITLES = (
    "A {brace} and a \\backslash, \\textbf{bold}",
    "TY  - NEWS",
    "ER  - ",
    "@article{other, title = {x}}",
    "100% of $5 & #1, under_scored ~ tilde",
    "He said “we {will}”, and 'so' did \"they\"",
    "中国外交部发言人毛宁主持例行记者会",
    "وزیرِ خارجہ کا بیان",
    "Trailing backslash \\",
    "Déclaration de l’ambassadeur – n° 5",
)
"""Titles that a careless writer of a format would break on."""


def item(**changes: object) -> BibliographicItem:
    """Return a news report of the fourth of January, changed as asked."""
    given: dict[str, object] = {
        "id": "2023-01-04-mao-ning",
        "shape": Shape.NEWS,
        "title": "China ready to work with Pakistan",
        "supplied": False,
        "container": "UrduPoint",
        "contributors": ("Mao Ning",),
        "issued": PartialDate(2023, 1, 4),
        "said": PartialDate(2023, 1, 4),
        "archive": "The Set Phrase",
        "url": "https://archive.example/articles/2023-01-04-mao-ning/",
        "language": "en",
    }
    return BibliographicItem(**(given | changes))  # type: ignore[arg-type]
