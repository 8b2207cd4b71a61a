"""ES modules as classic scripts, which a page opened from a disk may run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from posixpath import dirname, join, normpath

from site_builder.output.bundling import bundle_script

RUNTIME = "js/offline.js"
"""Where the script lies that the others need, below the folder of scripts and styles."""

_SESSION = "js/search/session.js"
_WORKER = "js/search/worker.js"
_LUNR = "vendor/lunr.js"
_EXPORTED = "offlineExports"

_IMPORTED = re.compile(r'\bofflineImport\("([^"]+)"\)')
_IMPORT = re.compile(r'\bimport\("(?P<path>\.[^"]+)"\)')


def runtime() -> str:
    """Return the script that stands for a web server."""
    return (Path(__file__).parent / "runtime.js").read_text(encoding="utf-8")


def offline_scripts(
    entries: Iterable[str], modules: Mapping[str, str], lunr: str
) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each script that pages with these entries need.

    `modules` are all of a site, by path, as they stand in their files. Raises UnbundledError
    where a module is written in a way that cannot be joined with others.
    """
    adapted = {path: _adapted(path, text) for path, text in modules.items()}
    wanted = [*sorted(set(entries)), *([_WORKER] if _WORKER in modules else [])]
    done: set[str] = set()
    while wanted:
        path = wanted.pop(0)
        if path in done or path not in modules:
            continue
        done.add(path)
        script = _worker(adapted, lunr) if path == _WORKER else _module(path, adapted)
        wanted += [f"js/{one}" for one in _IMPORTED.findall(script)]
        yield path, script


def _adapted(path: str, text: str) -> str:
    """Return a module's text with what only a web server allows put differently."""

    def imported(found: re.Match[str]) -> str:
        return f'offlineImport("{_below(normpath(join(dirname(path), found["path"])))}")'

    text = _IMPORT.sub(imported, text)
    text = text.replace("import.meta.url", f'offlineAddress("{_below(path)}")')
    return text.replace("location.assign(", "offlineGo(")


def _below(path: str) -> str:
    """Return a module's path below js/."""
    return path.removeprefix("js/")


def _module(path: str, modules: Mapping[str, str]) -> str:
    script = bundle_script(path, modules, _EXPORTED)
    return f'{script}offlineModule("{_below(path)}", self.{_EXPORTED});\n'


def _worker(modules: Mapping[str, str], lunr: str) -> str:
    """Return the search's worker as a function of what would be its global object."""
    session = bundle_script(_SESSION, modules, "searchSession")
    return (
        f'offlineWorker("{_below(_WORKER)}", function (self) {{\n{lunr}\n'
        f"self.lunr = globalThis.lunr;\n{session}{modules[_WORKER]}\n}});\n"
    )
