"""An article's changes as its page tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from site_builder.content.dates import PartialDate
from site_builder.content.history import FileChange
from site_builder.site.article_history import change_views
from site_builder.site.changed_text import join_pieces
from tests.sites.archive import article

if TYPE_CHECKING:
    from site_builder.site.article_views import ChangeView
    from tests.site.conftest import EditionOf

OLD = "Both sides will deepen their cooperation.\n\nA second paragraph.\n"


def changed(edition_of: EditionOf, old: str, new: str, now: str = "") -> tuple[ChangeView, ...]:
    """What the page tells of one change from `old` to `new`, when the file is `now`."""
    edition = edition_of({"articles/2023/a.md": now or new, "site.yaml": "title: T\n"})
    change = FileChange(
        commit="0123456789" * 4, date=PartialDate(2024, 3, 1), subject="S", old=old, new=new
    )
    edition = replace(edition, history={"content/articles/2023/a.md": (change,)})
    return change_views(edition, edition.by_id["a"])


def written(view: ChangeView) -> list[str]:
    marks = {"same": "{}", "added": "[+{}]", "dropped": "[-{}]"}
    return ["".join(marks[change].format(text) for change, text in one) for one in view.texts]


def test_changed_words_and_fields_are_told(edition_of: EditionOf) -> None:
    """The paragraph that changed, word by word, and the fields by their names."""
    (view,) = changed(
        edition_of,
        article(body=OLD, tags="[]"),
        article(body=OLD.replace("deepen", "widen"), date_basis="The dateline"),
    )

    assert written(view) == ["Both sides will [-deepen] [+widen] their cooperation."]
    assert view.fields == ("how it is dated", "topics")
    assert (view.commit, view.subject, view.date.iso) == ("01234567", "S", "2024-03-01")


def test_a_changed_title_is_told(edition_of: EditionOf) -> None:
    """The title is part of what readers quote."""
    (view,) = changed(
        edition_of, article(title="One visit", body=OLD), article(title="Two visits", body=OLD)
    )

    assert written(view) == ["[-One visit][+Two visits]"] or written(view) == [
        "[-One visit] [+Two visits]"
    ]


def test_marks_of_voice_and_line_ends_are_no_words(edition_of: EditionOf) -> None:
    """A paragraph that was marked or wrapped anew has the same words."""
    (view,) = changed(
        edition_of,
        article(body=OLD),
        article(body=OLD.replace("\n\n", "\n{: voice=direct }\n\n").replace(" their", "\ntheir")),
    )

    assert view.texts == ()
    assert view.fields == ()


def test_texts_that_are_not_shown_have_no_history(edition_of: EditionOf) -> None:
    """Neither an excerpt's changes nor those of a withdrawn entry are told."""
    new = OLD.replace("deepen", "widen")
    excerpt = article(body=new, display="excerpt")
    withdrawn = article(
        body=new, status="withdrawn", withdrawal="{date: 2024-01-01, reason: Wrong.}"
    )

    assert changed(edition_of, article(body=OLD), excerpt) == ()
    assert changed(edition_of, article(body=OLD), withdrawn) == ()


def test_words_from_a_time_when_they_were_withheld_are_not_told(edition_of: EditionOf) -> None:
    """A change made while the entry was an excerpt tells its fields alone."""
    (view,) = changed(
        edition_of,
        article(body="A secret.\n", display="excerpt"),
        article(body=OLD, display="full"),
    )

    assert view.texts == ()
    assert view.fields == ("how much is shown",)


def test_changes_of_a_draft_are_not_told(edition_of: EditionOf) -> None:
    """What was written before publication was never published."""
    assert changed(edition_of, article(body="A.\n", status="draft"), article(body=OLD)) == ()


def test_text_that_stays_is_shortened(edition_of: EditionOf) -> None:
    """Eight words round a change are kept."""
    many = " ".join(f"word{n}" for n in range(40))
    (view,) = changed(edition_of, article(body=f"{many} old.\n"), article(body=f"{many} fresh.\n"))

    assert written(view) == [f"… {' '.join(f'word{n}' for n in range(32, 40))} [-old] [+fresh]."]


def test_pieces_are_joined_as_a_sentence_is_written() -> None:
    """Spaces stand outside of changes, between words, and not before what closes."""
    assert join_pieces([("same", "hurt"), ("dropped", " in words"), ("same", ".")]) == (
        ("same", "hurt "),
        ("dropped", "in words"),
        ("same", "."),
    )
    assert join_pieces([("same", "One."), ("dropped", "Two.")]) == (
        ("same", "One. "),
        ("dropped", "Two."),
    )
    assert join_pieces([("dropped", "old "), ("added", "new"), ("same", " end")]) == (
        ("dropped", "old"),
        ("same", " "),
        ("added", "new"),
        ("same", " end"),
    )
