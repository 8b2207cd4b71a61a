"""A few documents to search in."""

from __future__ import annotations

from site_builder.search import Label, Passage, SearchDocument

ENGLISH = Label(id="en", name="English")
MAO = Label(id="mao-ning", name="Mao Ning", aliases=("毛宁", "Spokesperson"))


def document(number: int, title: str, *texts: str, **changes: object) -> SearchDocument:
    """Return a document of a given title and paragraphs."""
    given: dict[str, object] = {
        "id": f"entry-{number}",
        "url": f"articles/entry-{number}/",
        "title": title,
        "date": f"{2000 + number}-01-02",
        "date_text": f"2 January {2000 + number}",
        "language": ENGLISH,
        "passages": tuple(
            Passage(number=place, text=text) for place, text in enumerate(texts, start=1)
        ),
    }
    return SearchDocument(**(given | changes))  # type: ignore[arg-type]


DOCUMENTS = (
    document(
        0,
        "Envoy visits Norway",
        "The envoy spoke of key matters in Oslo.",
        "Norway and Turkey agreed on fisheries; the envoy left.",
        speakers=(MAO,),
        countries=(Label(id="NO", name="Norway", aliases=("NO",)),),
    ),
    document(
        1,
        "Uruguay and the constructor of bridges",
        "A constructor, a __proto__ and 1,000 bridges: toString is a word too.",
        tags=(Label(id="trade", name="Free trade"),),
        carrier=Label(id="wire", name="A Wire"),
    ),
    document(
        2,
        "中国外交部发言人",
        "中国外交部发言人毛宁主持例行记者会。",
        language=Label(id="zh", name="Chinese"),
        speakers=(MAO,),
    ),
    document(3, "Envoy, envoy, envoy", "Envoys and an envoy's envoy.", summary="Of envoys."),
    document(4, "No text at all"),
)
