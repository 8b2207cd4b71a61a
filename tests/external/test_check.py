"""check --external: which links are asked for, what is told of them, and what is kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from site_builder.build import BuildOptions, build_site
from site_builder.cli import main
from site_builder.config import SiteConfig
from site_builder.content.loader import load_archive
from site_builder.diagnostics import SourceLocation
from site_builder.external.answers import KeptAnswers
from site_builder.external.check import agent_of
from site_builder.external.links import ExternalLink, external_links
from site_builder.external.report import link_diagnostics
from site_builder.external.visit import Answer
from tests.external.host import Host, host
from tests.sites.archive import REGISTERS, article, write_archive

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

WITHDRAWN = "withdrawn\nwithdrawal: {date: 2024-01-01, reason: Asked for}"
ANSWERS = ".cache/site-builder/external-links.json"
DAY = 86_400


def links_of(root: Path) -> dict[str, str]:
    """Each address with where it stands."""
    loaded = load_archive(root)
    found = external_links(
        loaded.archive, loaded.config, lambda path: (root / path).read_text(encoding="utf-8")
    )
    return {one.url: str(one.location) for one in found}


def test_every_place_that_gives_an_address(tmp_path: Path) -> None:
    """Sources, copies, links in texts and pages, registers and settings, each at its line."""
    root = write_archive(
        tmp_path,
        {
            **REGISTERS,
            "site.yaml": (
                "title: T\nrepository: https://code.example/x\nbase_url: https://own.example/\n"
            ),
            "registers/carriers.yaml": (
                "app: {name: A}\nfmprc:\n  name: M\n  url: https://ministry.example\n"
            ),
            "pages/about.md": "---\ntitle: About\n---\n\n[us](https://about.example/?a=1&b=2)\n",
            "articles/a.md": article(
                body="One.\n\n[a](https://text.example/x/y) [b](https://text.example/x)\n\n"
                "[own](https://own.example/timeline/) [mail](mailto:a@b.example)\n",
                source_url="https://source.example/a",
                archived_url="https://copy.example/1/https://source.example/a",
            ),
        },
    )

    assert links_of(root) == {
        "https://code.example/x": "content/site.yaml:2",
        "https://ministry.example": "content/registers/carriers.yaml:4",
        "https://about.example/?a=1&b=2": "content/pages/about.md:5",
        "https://source.example/a": "content/articles/a.md:4",
        "https://copy.example/1/https://source.example/a": "content/articles/a.md:5",
        "https://text.example/x": "content/articles/a.md:10",
        "https://text.example/x/y": "content/articles/a.md:10",
    }


def test_what_readers_do_not_see_is_not_asked_for(tmp_path: Path) -> None:
    """Withdrawn entries, drafts, and texts that `display` hides."""
    link = "[x](https://hidden.example/)\n"
    root = write_archive(
        tmp_path,
        {
            "articles/a.md": article(body=link, display="metadata"),
            "articles/b.md": article(body=link, status="draft"),
            "articles/c.md": article(
                body=link, status=WITHDRAWN, source_url="https://gone.example/"
            ),
        },
    )

    assert links_of(root) == {}


LINK = ExternalLink(url="https://a.example/x", location=SourceLocation(path="a.md", line=4))


DEAD = "Correct the address, or give a copy that lasts, as from web.archive.org."
MOVED = "https://b.example/y"


@pytest.mark.parametrize(
    ("answer", "severity", "message", "hint"),
    [
        (Answer(status=404, said="Not Found"), "warning", " leads nowhere (404 Not Found)", DEAD),
        (
            Answer(status=410, said="Gone", moved_to=MOVED),
            "warning",
            f", by way of {MOVED}, leads nowhere (410 Gone)",
            DEAD,
        ),
        (
            Answer(status=0, said="there is no host of that name"),
            "warning",
            " does not answer: there is no host of that name",
            DEAD,
        ),
        (
            Answer(status=502, said="Bad Gateway"),
            "warning",
            " answers with an error (502 Bad Gateway)",
            DEAD,
        ),
        (
            Answer(status=403, said="Forbidden"),
            "note",
            " does not let programs in (403 Forbidden)",
            "Look at it in a browser.",
        ),
        (
            Answer(status=0, said="a.example is in a private network", skipped=True),
            "note",
            " was not asked for: a.example is in a private network",
            "",
        ),
        (
            Answer(status=200, said="OK", moved_to=MOVED, for_good=True),
            "note",
            f" has moved to {MOVED}",
            "Write the new address.",
        ),
        (
            Answer(status=200, said="OK", moved_to=MOVED),
            "note",
            f" sends readers on to {MOVED}",
            "",
        ),
        (
            Answer(status=200, said="OK", moved_to="https://b.example/", for_good=True),
            "warning",
            " sends readers to the first page of b.example",
            "See whether what it led to is still there.",
        ),
    ],
)
def test_what_is_told_of_an_answer(answer: Answer, severity: str, message: str, hint: str) -> None:
    """Each kind of answer says what a curator may do, and no more than is known."""
    (told,) = link_diagnostics([LINK], {LINK.url: answer})

    assert (told.severity, told.message, told.hint) == (severity, f"{LINK.url}{message}", hint)
    assert told.location == LINK.location


def test_nothing_is_told_of_a_link_that_leads() -> None:
    """Nor of one that nobody knows anything of."""
    assert list(link_diagnostics([LINK], {LINK.url: Answer(status=200, said="OK")})) == []
    assert list(link_diagnostics([LINK], {})) == []


def test_a_dead_source_with_a_copy_is_no_fault() -> None:
    """That is what copies are for."""
    link = ExternalLink(url=LINK.url, location=LINK.location, archived=True)
    (told,) = link_diagnostics([link], {link.url: Answer(status=404, said="Not Found")})

    assert told.severity == "note"
    assert told.message.endswith("; readers have the archived copy")


def test_answers_are_believed_for_some_days(tmp_path: Path) -> None:
    """What may get better by itself is asked again each time."""
    kept = KeptAnswers(tmp_path / "kept.json", now=100 * DAY, days=7)
    good, gone = Answer(status=200, said="OK"), Answer(status=404, said="Not Found")
    for url, answer in {
        "good": good,
        "gone": gone,
        "failing": Answer(status=500, said="Error"),
        "silent": Answer(status=0, said="it takes no connections"),
    }.items():
        kept.take(url, answer)
    kept.write()
    urls = ["good", "gone", "failing", "silent", "new"]

    def later(days: float) -> object:
        return KeptAnswers(tmp_path / "kept.json", now=(100 + days) * DAY, days=7).known(urls)

    assert later(6.9) == {"good": good, "gone": gone}
    assert later(7.1) == {}
    assert later(-1) == {}, "a clock that was wrong"


@pytest.mark.parametrize(
    "data", [b"", b"{}", b'{"version":9,"answers":{}}', b"\0\0", b'{"version":']
)
def test_a_damaged_file_of_answers_is_no_answer(tmp_path: Path, data: bytes) -> None:
    """Then everything is asked for again."""
    (tmp_path / "kept.json").write_bytes(data)

    assert KeptAnswers(tmp_path / "kept.json", now=0, days=7).known(["a"]) == {}


def test_the_asker_says_who_it_is() -> None:
    """Whoever keeps a host can find whom to write to."""
    assert agent_of(SiteConfig()).startswith("site-builder/")
    assert agent_of(SiteConfig()).endswith(" (link check)")
    assert agent_of(SiteConfig(contact="a@b.example")).endswith(" (link check; a@b.example)")
    assert agent_of(SiteConfig(contact="a\r\nX: y")).endswith(" (link check)")


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Result]:
    """Runs the real command on an archive whose articles have the given sources."""

    def run(there: Host, paths: list[str], *options: str) -> Result:
        files = {
            f"articles/{number}.md": article(source_url=there.url(path))
            for number, path in enumerate(paths)
        }
        write_archive(tmp_path, files)
        command = ["check", str(tmp_path), "--external", "--private", "--delay", "0", *options]
        return CliRunner().invoke(main, command, env={"CI": ""})

    return run


def test_the_command(tmp_path: Path, run: Callable[..., Result]) -> None:
    """A dead source is a warning at its line, and only with --strict an error."""
    with host({"/good": 200}) as there:
        lax = run(there, ["/good", "/dead"])
        strict = run(there, ["/good", "/dead"], "--strict")

    told = f"content/articles/1.md:4: warning[external-link]: {there.url('/dead')} leads nowhere"
    assert (lax.exit_code, strict.exit_code) == (0, 1)
    assert told in lax.stderr
    assert told in strict.stderr
    assert there.methods() == ["HEAD /dead", "GET /dead", "HEAD /good"]
    assert sorted(json.loads((tmp_path / ANSWERS).read_bytes())["answers"]) == [
        there.url("/dead"),
        there.url("/good"),
    ]


def test_days_of_nought_ask_again(run: Callable[..., Result]) -> None:
    """For those who have just mended something."""
    with host({"/good": 200}) as there:
        run(there, ["/good"])
        run(there, ["/good"], "--days", "0")

    assert there.methods() == ["HEAD /good", "HEAD /good"]


def test_as_json(run: Callable[..., Result]) -> None:
    """What was found is told like everything else."""
    with host({}) as there:
        result = run(there, ["/dead"], "--format", "json")
    (found,) = [
        one for one in json.loads(result.stdout)["diagnostics"] if one["code"] == "external-link"
    ]

    assert (found["path"], found["line"], found["severity"]) == (
        "content/articles/0.md",
        4,
        "warning",
    )


def test_nobody_is_asked_without_being_told_to(tmp_path: Path) -> None:
    """Neither a build nor a usual check asks other hosts."""
    with host({"/good": 200}) as there:
        write_archive(tmp_path, {"articles/a.md": article(source_url=there.url("/good"))})
        build_site(BuildOptions(root=tmp_path, output=tmp_path / "_site"))
        CliRunner().invoke(main, ["check", str(tmp_path)])

    assert there.asked == []
