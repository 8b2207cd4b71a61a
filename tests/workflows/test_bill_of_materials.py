"""The bill of materials that goes with a release."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from site_builder import __version__
from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bill, as the release writes it."""
    file = tmp_path_factory.mktemp("bill") / "site-builder.cdx.json"
    subprocess.run(
        [sys.executable, REPOSITORY / ".ci/sbom", file], check=True, capture_output=True, timeout=60
    )
    return file


@pytest.fixture(scope="module")
def bill(written: Path) -> dict[str, Any]:
    """The bill, read."""
    whole: dict[str, Any] = json.loads(written.read_text("utf-8"))
    return whole


def test_every_locked_part_is_in_it(bill: dict[str, Any]) -> None:
    """Each Python package of the lock, and each script that is shipped, has name and version."""
    locked = re.findall(
        r"^([a-z0-9-]+)==([^ ]+)",
        (REPOSITORY / "requirements/site.txt").read_text("utf-8"),
        re.MULTILINE,
    )
    vendor = json.loads((REPOSITORY / "site_builder/vendor/package.json").read_text("utf-8"))

    assert len(locked) > 20
    assert {(part["name"], part["version"]) for part in bill["components"]} == {
        *locked,
        *vendor["dependencies"].items(),
    }


def test_every_part_has_a_digest(bill: dict[str, Any]) -> None:
    """What is installed can be held against the bill."""
    for part in bill["components"]:
        digests = [
            digest for place in part["externalReferences"] for digest in place.get("hashes", ())
        ]
        assert digests, part["name"]
        assert all(digest["alg"] in {"SHA-256", "SHA-512"} for digest in digests)


def test_the_whole_depends_on_its_parts(bill: dict[str, Any]) -> None:
    """The bill is that of this version, and every part hangs on it."""
    whole = bill["metadata"]["component"]
    edges = {edge["ref"]: edge.get("dependsOn", []) for edge in bill["dependencies"]}

    assert (whole["name"], whole["version"]) == ("site-builder", __version__)
    assert edges[whole["bom-ref"]] == sorted(part["bom-ref"] for part in bill["components"])


def test_the_bill_names_no_machine(written: Path) -> None:
    """The same locks give the same bytes anywhere: no path and no time is in them."""
    text = written.read_text("utf-8")

    assert str(REPOSITORY) not in text
    assert '"timestamp"' not in text
    assert '"serialNumber"' not in text
