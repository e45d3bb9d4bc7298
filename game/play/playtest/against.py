"""The other version of a pack a playtest is held against: a pack, a version of it, or a report."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from game.scenario.archive import SUFFIX, head_of
from game.scenario.pack_files import SCENARIO

REPORT: Final = ".json"
_VERSIONED: Final = re.compile(r"([a-z][a-z0-9-]{2,39})@(\d{1,4}\.\d{1,4}\.\d{1,4})")
_ID: Final = re.compile(rb"(?m)^id:[ ]*[\"']?([a-z][a-z0-9-]{2,39})\b")
_VERSION: Final = re.compile(rb"(?m)^version:[ ]*[\"']?(\d{1,4}\.\d{1,4}\.\d{1,4})\b")
_UNWRITTEN: Final = "0.1.0"
_HEAD_BYTES: Final = 8192
_MOST_FOUND: Final = 500


def versioned(asked: str) -> tuple[str, str] | None:
    """Id and version of ``courier@1.1.0``; none where it is written otherwise."""
    match = _VERSIONED.fullmatch(asked)
    return None if match is None else (match.group(1), match.group(2))


def versions_of(name: str, folders: Sequence[Path]) -> dict[str, Path]:
    """Every version of a pack in some folders, the first found of each.

    Args:
        name: the pack's id.
        folders: looked through, not what lies deeper.
    """
    found: dict[str, Path] = {}
    for folder in folders:
        for path in _packs_in(folder):
            head = _head(path)
            match = _ID.search(head)
            if match is not None and match.group(1).decode() == name:
                version = _VERSION.search(head)
                found.setdefault(_UNWRITTEN if version is None else version.group(1).decode(), path)
    return found


def _packs_in(folder: Path) -> Iterator[Path]:
    try:
        names = sorted(os.listdir(folder))[:_MOST_FOUND]
    except OSError:
        return
    for name in names:
        path = folder / name
        if (path / SCENARIO).is_file() or (name.endswith((".yaml", SUFFIX)) and path.is_file()):
            yield path


def _head(path: Path) -> bytes:
    """The beginning of the file that says which pack it is."""
    try:
        if path.suffix == SUFFIX:
            return head_of(path)
        with (path / SCENARIO if path.is_dir() else path).open("rb") as file:
            return file.read(_HEAD_BYTES)
    except OSError:
        return b""
