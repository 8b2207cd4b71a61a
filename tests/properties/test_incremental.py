"""A site brought up to date is the site built from nothing, byte for byte, after any edits."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder.build import BuildOptions, build_site
from site_builder.diagnostics import BuildError, Diagnostic
from tests.sites.archive import REGISTERS, article, write_archive
from tests.trees import tree

EXAMPLES = int(os.environ.get("SITE_BUILDER_EDITS", "24")) // 6
"""Archives tried, each edited six times."""

DATES = ["1962", "1962-10", "2022-12-31", "2023-01-04", "2023-01-05", "2023-02-01", "2023-02-02"]
TEXTS = [
    "We will work together, she said.\n\nBoth sides agreed on more trade.\n",
    "“A closer community with a shared future” is the aim.\n{: voice=direct}\n\nSo it was said.\n",
    "A closer community with a shared future is the aim, Gwadar hears.\n\nAll the rest follows.\n",
    "## A heading\n\nGwadar and Kashgar, *both* named.\n\n- one\n- two\n",
]
FIELDS: dict[str, list[str]] = {
    "title": ["First", "Second & last", "“Third”"],
    "tags": ["[cpec]", "[cpec, trade]", "[]"],
    "countries": ["[CN]", "[CN, PK]", "[US, PK, CN]"],
    "speakers": ["[{person: mao-ning}]", "[{role: Spokesperson}]", "[{person: xi-jinping}]"],
    "carrier": ["app", "fmprc"],
    "place": ["beijing"],
    "event": ["regular"],
    "display": ["full", "excerpt", "summary", "metadata"],
    "aliases": ["[/old/]", "[/older/page/]"],
    "statement": ["one"],
    "status": ["draft", "withdrawn\nwithdrawal: {date: 2024-01-01, reason: Asked for}"],
    "revisions": ["[{date: 2024-02-02, note: A name corrected}]"],
}
OTHERS: dict[str, list[str]] = {
    "site.yaml": [
        "title: One\nper_page: 1\nbase_url: https://example.org/a/\n",
        "title: Two\nper_page: 2\ndata: parts\n",
        "title: Two\nper_page: 2\nexcerpt_words: 5\ndata: parts\n",
        "title: Two\nsearch: classic\nlanguage: fr\n",
        "title: Two\nlanguages: [fr, ur]\ntexts: {fr: {title: Deux}}\n",
    ],
    "registers/tags.yaml": [
        REGISTERS["registers/tags.yaml"],
        "cpec: {name: Corridor, aliases: [CPEC]}\ntrade: {name: Trade}\nmore: {name: More}\n",
    ],
    "registers/carriers.yaml": [
        REGISTERS["registers/carriers.yaml"],
        "app: {name: APP, kind: official, country: PK}\nfmprc: {name: Ministry, kind: wire}\n",
    ],
    "registers/formulations.yaml": [
        "",
        "future: {name: community with a shared future}\n",
        "future: {name: community with a shared future, variants: [shared future]}\n",
    ],
    "pages/about.md": ["---\ntitle: About\n---\n\nWho we are.\n"],
    "/static/robots-of-ours.txt": ["one", "two"],
    "/templates/components/footer.html": ["<footer>ours</footer>\n"],
}


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that a curator may do."""

    path: str
    text: str | None
    """None removes the file."""


def _articles(*, without: tuple[str, ...] = ()) -> st.SearchStrategy[str]:
    fields = {
        name: st.sampled_from(values) for name, values in FIELDS.items() if name not in without
    }
    return st.builds(
        lambda date, body, more: article(date, body, **more),
        st.sampled_from(DATES),
        st.sampled_from(TEXTS),
        st.fixed_dictionaries({}, optional=fields),
    )


# Two have translations, and so are always there and published: most edits are to be without fault.
originals = st.sampled_from(["articles/a.md", "articles/b.md"])
places = st.sampled_from([f"articles/{name}.md" for name in ("c", "d", "e", "a.ur", "b.zh-Hans")])
edits = st.one_of(
    st.builds(Edit, places, _articles()),
    st.builds(Edit, places, st.none()),
    st.builds(Edit, originals, _articles(without=("status",))),
    st.sampled_from([Edit(path, text) for path, texts in OTHERS.items() for text in texts]),
    st.sampled_from([Edit(path, None) for path in OTHERS if "registers/" not in path]),
)


@given(
    start=st.dictionaries(places, _articles(), max_size=4),
    done=st.lists(edits, min_size=6, max_size=6),
)
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    # The same few in every run of `make test`; others in every long one.
    derandomize="SITE_BUILDER_EDITS" not in os.environ,
)
def test_cached_equals_clean(start: dict[str, str], done: list[Edit]) -> None:
    """After every edit a cached build publishes, or finds fault with, what a clean one does."""
    with tempfile.TemporaryDirectory() as folder:
        plain = {"articles/a.md": article("2023-01-04"), "articles/b.md": article("2023-01-05")}
        root = write_archive(Path(folder) / "archive", {**REGISTERS, **plain, **start})
        for number, edit in enumerate([Edit("site.yaml", "title: One\n"), *done]):
            _apply(root, edit)
            cached = _build(root, root / "_site", root / ".cache" / "site-builder")
            clean = _build(root, Path(folder) / f"clean-{number}", None)

            assert cached == clean


def _apply(root: Path, edit: Edit) -> None:
    if edit.text is not None:
        write_archive(root, {edit.path: edit.text})
        return
    path = root / edit.path[1:] if edit.path.startswith("/") else root / "content" / edit.path
    path.unlink(missing_ok=True)


def _build(
    root: Path, output: Path, cache: Path | None
) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """Return the site, or nothing, and what was said of it."""
    options = BuildOptions(root=root, output=output, cache=cache, allow_vanished=True)
    try:
        report = build_site(options)
    except BuildError as fault:
        return {}, fault.diagnostics
    # Only who remembers the last site can tell which of its addresses are gone.
    return tree(output), tuple(one for one in report.diagnostics if one.code != "vanished")
