"""A site's own templates and static files, and its settings where they are shown."""

from __future__ import annotations

from tests.hostile.case import Case, Refused, Shown

_MARKUP = "<img src=x onerror=window.__pwned=1>"


def _template(name: str, text: str, line: int, says: str) -> Case:
    return Case(
        name=f"template-{name}",
        files={"templates/article.html": text.encode()},
        outcome=Refused(at=f"templates/article.html:{line}", says=says, count=None),
    )


CASES: tuple[Case, ...] = (
    _template("never-closed", "<p>\n{% if view %}\n", 2, "Unexpected end of template"),
    _template("unknown-tag", "\n\n{% frobnicate %}\n", 3, "frobnicate"),
    _template("unknown-value", "<p>{{ view.nothing }}</p>\n", 1, "nothing"),
    _template("unknown-filter", "{{ view|nothing }}\n", 1, "nothing"),
    _template("absent-parent", "{% extends 'nowhere.html' %}\n", 1, "nowhere.html"),
    _template("climbs", "{% include '../../../../etc/passwd' %}\n", 1, "etc/passwd"),
    _template("includes-itself", "{% include 'article.html' %}\n", 1, "maximum recursion depth"),
    _template("divides-by-nothing", "\n{{ 1 / 0 }}\n", 2, "division by zero"),
    Case(
        name="template-of-broken-bytes",
        files={"templates/article.html": b"<p>\xff</p>\n"},
        outcome=Refused(
            at="templates/article.html:1", says="'utf-8' codec can't decode", count=None
        ),
    ),
    Case(
        name="static-takes-the-home-page",
        files={"static/index.html": b"<script>window.__pwned=1</script>"},
        outcome=Refused(at="static/index.html:1", says="is taken by"),
    ),
    Case(
        name="static-takes-the-home-page-in-capitals",
        files={"static/INDEX.html": b"x"},
        outcome=Refused(at="static/INDEX.html:1", says="is taken by"),
    ),
    Case(
        name="static-takes-a-folder",
        files={"static/articles": b"x"},
        outcome=Refused(at="static/articles:1", says="is taken by", count=None),
    ),
    Case(
        name="static-link-outside",
        links={"static/passwd.txt": "/etc/passwd"},
        outcome=Refused(at="static/passwd.txt:1", says="leads out"),
    ),
    Case(
        name="static-link-to-nothing",
        links={"static/gone.txt": "nowhere"},
        outcome=Refused(at="static/gone.txt:1", says="leads nowhere"),
    ),
    Case(
        name="static-pipe",
        pipes=("static/pipe",),
        outcome=Shown(page="articles/2024-good/index.html", texts=("A good one",)),
    ),
    Case(
        name="settings-of-markup",
        files={
            "content/site.yaml": (
                f'title: "{_MARKUP} Title"\ndescription: "{_MARKUP} described"\n'
                f'publisher: "{_MARKUP} Publisher"\nrights: "{_MARKUP} terms"\n'
                f'contact: "{_MARKUP} Contact"\nbase_url: https://example.org/hostile/\n'
                f'masthead: "{_MARKUP} Head"\nfooter: "{_MARKUP} Foot"\n'
                f'branch: "../../{_MARKUP}"\nrepository: https://example.org/source\n'
            ).encode()
        },
        outcome=Shown(page="index.html", texts=(f"{_MARKUP} Title", f"{_MARKUP} described")),
    ),
    Case(
        name="page-of-markup",
        files={
            "content/pages/markup.md": (
                f'---\ntitle: "{_MARKUP} Page"\n---\n\n{_MARKUP} prose *x*\n'
            ).encode()
        },
        outcome=Shown(page="markup/index.html", texts=(f"{_MARKUP} Page", f"{_MARKUP} prose x")),
    ),
)
