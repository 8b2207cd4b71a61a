"""ES modules joined into one script, so that a reader's browser asks once and not twenty times.

Each module becomes a function that is called once and gives what it exports; its names stay its
own. Only the plain forms are understood: `import { a, b } from "./module.js";` and `export` before
a declaration, each at the beginning of a line. Dynamic imports stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath


class UnbundledError(ValueError):
    """A module is written in a way that this does not understand."""


def bundle(entry: str, modules: Mapping[str, str]) -> str:
    """Return a module that holds another and all that it imports, by path, and exports the same.

    Raises UnbundledError, naming the module, where one cannot be joined: then the single modules
    must be sent as they are.
    """
    ordered = _ordered(entry, modules)
    exported = _exports(modules[entry])
    last = f"export const {{ {exported} }} = module{len(ordered) - 1};\n" if exported else ""
    return "\n".join(ordered) + "\n" + last


def bundle_script(entry: str, modules: Mapping[str, str], name: str) -> str:
    """Return the same as a script that is no module: what it exports is a global of that name.

    Raises UnbundledError as `bundle` does.
    """
    ordered = _ordered(entry, modules)
    inside = "\n".join(ordered)
    return f'(() => {{\n"use strict";\n{inside}\nself.{name} = module{len(ordered) - 1};\n}})();\n'


def _ordered(entry: str, modules: Mapping[str, str]) -> list[str]:
    ordered: dict[str, str] = {}
    _add(entry, modules, ordered, ())
    return list(ordered.values())


def _add(
    path: str, modules: Mapping[str, str], ordered: dict[str, str], importers: tuple[str, ...]
) -> None:
    """Put what a module imports before it."""
    if path in importers:
        raise UnbundledError(f"{path} imports itself, by way of {importers[-1]}")
    if path in ordered:
        return
    if path not in modules:
        raise UnbundledError(f"{importers[-1] if importers else path} imports {path}: not there")
    source = modules[path]
    names: dict[str, str] = {}
    for found in _IMPORT.finditer(source):
        imported = normpath(join(dirname(path), found["path"]))
        _add(imported, modules, ordered, (*importers, path))
        names[imported] = " ".join(found["names"].split())
    ordered[path] = _function(path, source, names, list(ordered))


def _function(path: str, source: str, names: Mapping[str, str], before: list[str]) -> str:
    body = _EXPORT.sub(r"\g<what>\g<name>", _IMPORT.sub("", source))
    if _OTHER.search(body) or any(" as " in one for one in names.values()):
        raise UnbundledError(f"{path} imports or exports in a way that cannot be joined")
    heads = [
        f"const {{ {found.rstrip(' ,')} }} = module{before.index(imported)};"
        for imported, found in names.items()
    ]
    inside = "\n".join([*heads, body.strip(), f"return {{ {_exports(source)} }};"])
    return f"const module{len(before)} = (() => {{\n{inside}\n}})();"


def _exports(source: str) -> str:
    return ", ".join(found["name"] for found in _EXPORT.finditer(source))


_IMPORT = re.compile(r'^import \{(?P<names>[^}]*)\} from "(?P<path>\.[^"]+)";$', re.MULTILINE)
_EXPORT = re.compile(
    r"^export (?P<what>(?:async )?(?:function\*? |const |class ))(?P<name>\w+)", re.MULTILINE
)
_OTHER = re.compile(r"^(?:import[ {*\"']|export[ {*])", re.MULTILINE)
