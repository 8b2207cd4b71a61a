"""Files of the index: compact JSON, most of it named after its content."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import msgspec

from site_builder.output.files import OutputFile

ROOT = "search/"
"""Where they all lie."""


ReadFormer = Callable[[str], bytes | None]
"""Gives a file that the former build left, by its path; None where there is none."""


def named_file(folder: str, data: bytes) -> OutputFile:
    """Return JSON under a name that is made from its content."""
    return OutputFile(path_of(folder, digest(data)), data)


def path_of(folder: str, name: str) -> str:
    """Return the path of the file of that name."""
    return f"{ROOT}{folder}/{name}.json"


def file_name(file: OutputFile) -> str:
    """Return a file's name without folder and ending."""
    return file.path.rpartition("/")[2].removesuffix(".json")


def digest(data: bytes) -> str:
    """Return what tells a file's content from any other's, in 12 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()[:12]


def to_json(value: Any) -> str:
    """Return compact JSON on one line."""
    return msgspec.json.encode(value).decode()


class UnreadableError(Exception):
    """A file of the former build is not there or not what it was."""


def read_named(path: str, read: ReadFormer) -> bytes:
    """Return a file that is named after its content.

    Raises UnreadableError where it is absent or its content is not what its name says.
    """
    data = read(path)
    if data is None or digest(data) != path.rpartition("/")[2].removesuffix(".json"):
        raise UnreadableError(path)
    return data
