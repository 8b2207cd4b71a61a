"""lunr.js as it arrives through npm."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

import site_builder.vendor
from site_builder.vendor import VendoredFileError, vendored_file

pytest.importorskip("hatchling", reason="only a build needs hatchling")

from site_builder.vendor.build_hook import VendorError, vendor

SOURCE = Path(site_builder.vendor.__file__).parent

NPM = """#!/bin/sh
mkdir -p node_modules/lunr && printf 'the release' > node_modules/lunr/lunr.min.js
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A package.json that wants one file, by its digest."""
    folder = tmp_path / "vendor"
    folder.mkdir()
    wanted = {"from": "lunr/lunr.min.js", "sha256": hashlib.sha256(b"the release").hexdigest()}
    (folder / "package.json").write_text(json.dumps({"vendored": {"lunr.js": wanted}}))
    (folder / "package-lock.json").write_text("{}")
    return folder


@pytest.fixture
def put_npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Put a program called npm before all others."""

    def put(script: str) -> None:
        folder = tmp_path / "bin"
        folder.mkdir()
        (folder / "npm").write_text(script)
        (folder / "npm").chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    return put


def test_the_pinned_file_is_kept(source: Path, tmp_path: Path, put_npm):
    """What npm brings in is kept if its digest is the one named."""
    put_npm(NPM)

    vendor(source, tmp_path / "_vendor")

    assert (tmp_path / "_vendor" / "lunr.js").read_text() == "the release"


def test_another_file_is_refused(source: Path, tmp_path: Path, put_npm):
    """A changed release is not kept, and the message gives both digests."""
    put_npm(NPM.replace("the release", "something else"))

    with pytest.raises(VendorError, match=r"has the SHA-256 \w{64}, but .* names \w{64}"):
        vendor(source, tmp_path / "_vendor")
    assert not (tmp_path / "_vendor").exists()


def test_what_npm_says_is_passed_on_with_a_next_step(source: Path, tmp_path: Path, put_npm):
    """A registry that cannot be reached ends in npm's own words and in what to do."""
    put_npm("#!/bin/sh\necho 'no route to the registry' >&2\nexit 7\n")

    with pytest.raises(
        VendorError, match=r"(?s)exit status 7.*no route.*run the same command again"
    ):
        vendor(source, tmp_path / "_vendor")


def test_a_second_build_needs_no_npm(source: Path, tmp_path: Path, put_npm):
    """A file that is there and right is left alone."""
    put_npm("#!/bin/sh\nexit 1\n")
    (tmp_path / "_vendor").mkdir()
    (tmp_path / "_vendor" / "lunr.js").write_text("the release")

    vendor(source, tmp_path / "_vendor")


def test_the_lock_pins_version_and_integrity_and_names_no_host():
    """Any registry or mirror may deliver it; nothing else may."""
    lock = json.loads((SOURCE / "package-lock.json").read_text())
    package = lock["packages"]["node_modules/lunr"]

    assert package["version"] == "2.3.9"
    assert package["integrity"].startswith("sha512-")
    assert not any("resolved" in one for one in lock["packages"].values())


def test_lunr_js_is_the_pinned_release():
    """The file that sites get is lunr.js 2.3.9."""
    assert b"lunr - http://lunrjs.com" in vendored_file("lunr.js")
    assert b"2.3.9" in vendored_file("lunr.js")


def test_an_absent_file_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """A working copy that was never installed says what to run."""
    monkeypatch.setattr(site_builder.vendor, "_TARGET", tmp_path)

    with pytest.raises(VendoredFileError, match=r"run `pip install -e \.`"):
        vendored_file("lunr.js")
