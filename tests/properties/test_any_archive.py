"""What holds of any archive, however its files are named, dated and linked."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder.build import BuildOptions, build_site, plan_site
from site_builder.diagnostics import BuildError, Diagnostic
from tests.sites.archive import REGISTERS, article, write_archive

dates = st.sampled_from(["1962", "1962-10", "1962-10-24", "2023-01-04", "2023-01-05", "2023-02"])
fields = st.fixed_dictionaries(
    {},
    optional={
        "tags": st.sampled_from(["[cpec]", "[cpec, trade]", "[]"]),
        "countries": st.sampled_from(["[CN]", "[CN, PK]", "[US, PK, CN]"]),
        "speakers": st.sampled_from(["[{person: mao-ning}]", "[{role: Spokesperson}]"]),
        "carrier": st.sampled_from(["app", "fmprc"]),
        "display": st.sampled_from(["full", "excerpt", "summary", "metadata"]),
        "aliases": st.sampled_from(["[/old/]", "[/old.html]", "[/tags/]", "[/feed.xml]"]),
        "statement": st.just("one"),
        "status": st.just("draft"),
    },
)
names = st.sampled_from(["a", "b", "c", "d", "a.ur", "b.zh-Hans", "page", "index", "Odd Name"])
archives = st.dictionaries(
    names, st.builds(lambda date, more: article(date, **more), dates, fields), max_size=6
)


@given(archives)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_an_archive_is_a_whole_site_or_a_list_of_faults(articles: dict[str, str]) -> None:
    """Whatever the archive, a build ends in a site or in faults that say where; nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        files = {f"articles/{name}.md": text for name, text in articles.items()}
        root = write_archive(Path(folder), {**REGISTERS, **files})
        options = BuildOptions(root=root, output=root / "_site")
        faults: tuple[Diagnostic, ...] = ()
        count = 0
        try:
            count = build_site(options).articles
        except BuildError as fault:
            faults = fault.diagnostics
        built = len(list((options.output / "articles").glob("*/index.html")))

        assert options.output.exists() != bool(faults)
        assert built == count
        assert all(one.location.path.startswith("content/") for one in faults)


@given(archives, st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_order_of_files_changes_nothing(articles: dict[str, str], random: object) -> None:
    """The same files written in another order plan the same pages, or tell the same faults."""
    files = {**REGISTERS, **{f"articles/{name}.md": text for name, text in articles.items()}}
    shuffled = list(files.items())
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = []
    for order in (files, dict(shuffled)):
        with tempfile.TemporaryDirectory() as folder:
            root = write_archive(Path(folder), order)
            try:
                pages = plan_site(BuildOptions(root=root, output=root / "_site")).pages
                found.append([(page.url, page.key) for page in pages])
            except BuildError as fault:
                found.append(fault.diagnostics)

    assert found[0] == found[1]
