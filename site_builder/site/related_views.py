"""Why an article is related to another one, in the site's language."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.content.model import Article
from site_builder.content.shingles import split_words
from site_builder.indexes.facets import FacetKind
from site_builder.indexes.likeness_features import SharedKind
from site_builder.indexes.related import Related, Shared
from site_builder.site.article_views import RelatedView
from site_builder.site.edition import Edition
from site_builder.site.rows import row_view

_FACETS = {
    SharedKind.EVENT: FacetKind.EVENT,
    SharedKind.TAG: FacetKind.TAG,
    SharedKind.COUNTRY: FacetKind.COUNTRY,
    SharedKind.PERSON: FacetKind.PERSON,
}


def related_views(edition: Edition, article: Article) -> tuple[RelatedView, ...]:
    """Return what is related to an article; a translation has what its original has."""
    original = article.translation_of or article.id
    found = edition.likeness.related.get(original, ())
    return tuple(
        RelatedView(
            row=row_view(edition, edition.by_id[one.article]),
            why=edition.interface.text("list_separator_strong").join(_why(edition, one)),
        )
        for one in found
    )


def _why(edition: Edition, related: Related) -> Iterator[str]:
    """Yield what two articles share: 'also on Pakistan, Trade', 'also with Mao Ning'."""
    plain = edition.interface.plain
    by_kind = {one.kind: one for one in related.shared}
    wording = by_kind.get(SharedKind.WORDING)
    if wording:
        yield plain("related_wording", share=round(100 * wording.share))
    subjects = [
        name
        for kind in (SharedKind.EVENT, SharedKind.TAG, SharedKind.COUNTRY)
        for name in _names(edition, by_kind.get(kind))
    ]
    separator = edition.interface.text("list_separator")
    if subjects:
        yield plain("related_on", names=separator.join(subjects))
    people = list(_names(edition, by_kind.get(SharedKind.PERSON)))
    if people:
        yield plain("related_with", names=separator.join(people))
    words = by_kind.get(SharedKind.WORD)
    if words:
        named = set(split_words(" ".join((*subjects, *people))))
        mentioned = [one for one in words.keys if one not in named]
        if mentioned:
            yield plain("related_words", words=separator.join(mentioned))


def _names(edition: Edition, shared: Shared | None) -> Iterator[str]:
    if shared is not None:
        for key in shared.keys:
            yield edition.name(_FACETS[shared.kind], key)
