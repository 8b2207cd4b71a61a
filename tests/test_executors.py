"""A build over other people's executors gives the site that this machine's processes give."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

import pytest

from site_builder import making, pipeline, readings
from site_builder.build import BuildOptions, build_site
from tests.sites.archive import REGISTERS, article, write_archive
from tests.trees import tree

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    **REGISTERS,
    "site.yaml": "title: Two languages\nlanguages: [fr]\n",
    **{
        f"articles/{number}.md": article(
            f"2023-01-{number % 28 + 1:02d}", tags="[cpec]", speakers="[{person: mao-ning}]"
        )
        for number in range(12)
    },
}


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dozen articles are given to workers, three at a time."""
    monkeypatch.setattr(readings, "_PARALLEL_FROM", 2)
    monkeypatch.setattr(readings, "_CHUNK", 3)
    monkeypatch.setattr(making, "_CHUNK", 3)
    monkeypatch.setattr(pipeline, "_SMALL", 2)


@pytest.fixture
def clean(tmp_path: Path) -> dict[str, str]:
    """The site as one process makes it."""
    root = write_archive(tmp_path / "clean", FILES)
    build_site(BuildOptions(root=root, output=root / "_site"))
    return tree(root / "_site")


def built(tmp_path: Path, executor: Executor) -> dict[str, str]:
    root = write_archive(tmp_path / "given", FILES)
    build_site(BuildOptions(root=root, output=root / "_site"), executor=executor)
    return tree(root / "_site")


def test_threads(tmp_path: Path, clean: dict[str, str]) -> None:
    """Any executor of the standard library will do: threads."""
    with ThreadPoolExecutor(2) as executor:
        assert built(tmp_path, executor) == clean


def test_workers_that_outlast_a_build(tmp_path: Path) -> None:
    """What workers keep of one build does not show in the next: here another title."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor:
        before = built(tmp_path, executor)
        path = tmp_path / "given/content/articles/3.md"
        path.write_text(path.read_text().replace("title:", "title: Quite another"))
        root = tmp_path / "given"
        build_site(BuildOptions(root=root, output=root / "_site"), executor=executor)

    assert "Quite another" in (root / "_site/timeline/2023/01/index.html").read_text()
    assert tree(root / "_site") != before


def test_spawned_processes(tmp_path: Path, clean: dict[str, str]) -> None:
    """And processes that share nothing with this one."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        assert built(tmp_path, executor) == clean


@pytest.fixture
def cluster() -> Iterator[str]:
    """The address of a local Dask cluster with two workers."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as found:
        yield str(found.scheduler_address).removeprefix("tcp://")


def test_a_dask_cluster(tmp_path: Path, clean: dict[str, str], cluster: str) -> None:
    """--executor dask://HOST:PORT builds on the workers of a cluster."""
    root = write_archive(tmp_path / "given", FILES)
    done = run("build", str(root), "--executor", f"dask://{cluster}")

    assert done.returncode == 0, done.stderr
    assert tree(root / "_site") == clean


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("dask://127.0.0.1:1", "No Dask scheduler answers at 127.0.0.1:1."),
        ("ray://a:1", '"ray://a:1" is not an executor; write dask://HOST:PORT.'),
    ],
)
def test_an_executor_that_is_not_there(tmp_path: Path, address: str, told: str) -> None:
    """What cannot be used is told in one line, and nothing is built."""
    root = write_archive(tmp_path, FILES)
    done = run("build", str(root), "--executor", address)

    assert (done.returncode, done.stdout) == (1, "")
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert not (root / "_site").exists()


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the real command in a process of its own, where a dozen articles are many as well."""
    main = (
        "from site_builder import making, pipeline, readings;"
        "readings._PARALLEL_FROM = 2; readings._CHUNK = making._CHUNK = 3; pipeline._SMALL = 2;"
        "from site_builder.cli import main; main()"
    )
    return subprocess.run(
        [sys.executable, "-c", main, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
