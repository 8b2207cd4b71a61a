"""Peers installed, each in a folder of its own, at exact versions."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.peers.tool import LAYOUTS, Tool

_NODE_FILES = ("package.json", "package-lock.json")


class InstallationError(Exception):
    """A peer could not be installed; the text says why."""


def install(tool: Tool, cache: Path) -> Path:
    """Return the folder in `cache` in which the tool is installed, after installing it if needed.

    Raises InstallationError where its packages cannot be had.
    """
    folder = folder_of(tool, cache)
    done = folder / "installed"
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        try:
            if tool.node:
                _install_from_npm(tool, folder)
            if tool.pins:
                _install_from_pypi(tool, folder)
        except FileNotFoundError as error:
            raise InstallationError(f"{error.filename} is not installed") from error
        except subprocess.CalledProcessError as error:
            words = (error.stderr or error.stdout).strip().splitlines() or [str(error)]
            raise InstallationError(words[-1]) from error
        done.touch()
    return folder


def folder_of(tool: Tool, cache: Path) -> Path:
    """Return where a tool is installed, or would be: a file called `installed` tells that it is."""
    return cache / f"{tool.installed_as or tool.key}-{_digest(tool)}"


def site_packages(folder: Path) -> Path:
    """Return where an installation keeps its Python packages."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return folder / "lib" / version / "site-packages"


def _digest(tool: Tool) -> str:
    """Return a short digest of the versions, so that others get another folder."""
    names = [*tool.pins, sys.version.split()[0]]
    if tool.node:
        names += [(LAYOUTS / tool.key / name).read_text("utf-8") for name in _NODE_FILES]
    return hashlib.sha256("\n".join(names).encode()).hexdigest()[:8]


def _install_from_pypi(tool: Tool, folder: Path) -> None:
    _run(sys.executable, "-m", "venv", folder)
    pip = (folder / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "--no-input")
    _run(*pip, "install", "--quiet", "--no-deps", *tool.pins)


def _install_from_npm(tool: Tool, folder: Path) -> None:
    for name in _NODE_FILES:
        shutil.copyfile(LAYOUTS / tool.key / name, folder / name)
    _run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder)


def _run(*command: str | Path) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True, timeout=900)
