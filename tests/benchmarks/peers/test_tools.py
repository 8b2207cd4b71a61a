"""What every peer is given."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

import pytest
import yaml

from benchmarks.generate import generate_articles
from benchmarks.peers.__main__ import TOOLS
from benchmarks.peers.eleventy import ELEVENTY
from benchmarks.peers.hugo import HUGO
from benchmarks.peers.hugo_same_files import HUGO_SAME_FILES
from benchmarks.peers.installation import InstallationError, install
from benchmarks.peers.mkdocs import MKDOCS
from benchmarks.peers.tool import Tool


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.key)
def test_the_frame_that_a_scenario_changes_is_there(tool: Tool, tmp_path: Path) -> None:
    """Every tool has a template with the end of the body in it, once."""
    tool.prepare(tmp_path)

    assert (tmp_path / tool.base_template).read_text(encoding="utf-8").count("</body>") == 1


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.key)
def test_every_article_is_written_in_full(tool: Tool, tmp_path: Path) -> None:
    """Each archive holds the same titles and paragraphs."""
    (article,) = islice(generate_articles(10), 1)
    tool.write_article(tmp_path, article)

    (path,) = tmp_path.rglob("*.md")
    text = path.read_text(encoding="utf-8")

    assert article.title in text
    assert all(paragraph in text for paragraph in article.paragraphs)
    assert path.stem == article.id


@pytest.mark.parametrize(
    ("tool", "tags"),
    [(HUGO, "tags"), (HUGO_SAME_FILES, "tags"), (ELEVENTY, "topics"), (MKDOCS, "topics")],
)
def test_front_matter_names_tags_people_and_countries(
    tool: Tool, tags: str, tmp_path: Path
) -> None:
    """What peers list by is in the front matter, by name."""
    (article,) = islice(generate_articles(10), 1)
    tool.write_article(tmp_path, article)
    (path,) = tmp_path.rglob("*.md")
    fields = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])

    assert fields["countries"] == list(article.countries)
    assert fields["people"] == [article.person.replace("person-", "Person ")]
    assert fields[tags] == [tag.replace("topic-", "Topic ") for tag in article.tags]


def test_versions_are_exact() -> None:
    """Every package from PyPI is pinned, and each peer tells its version."""
    pins = [pin for tool in TOOLS for pin in tool.pins]

    assert len(pins) > 30
    assert [pin for pin in pins if not re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", pin)] == []
    assert all(re.search(r" \d+\.\d+", shown) for tool in TOOLS for shown in tool.shown)


def test_keys_are_distinct() -> None:
    """No two tools share a folder."""
    assert len({one.key for one in TOOLS}) == len(TOOLS)


def test_peer_that_cannot_be_installed_is_told_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without npm, a peer that needs it fails with that reason, and is not taken for installed."""
    monkeypatch.setenv("PATH", "")

    with pytest.raises(InstallationError, match="npm is not installed"):
        install(ELEVENTY, tmp_path)
    assert list(tmp_path.rglob("installed")) == []
