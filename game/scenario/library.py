"""Where packs are found: by path, or by id in the folders a player keeps packs in."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from game.scenario.pack_files import SCENARIO, PackFiles

_ID_LINE: Final = re.compile(rb"(?m)^id:[ ]*[\"']?([a-z][a-z0-9-]{2,39})\b")
_MOST_FOLDERS: Final = 200


class Library:
    """The folders packs are looked up in, earlier ones first."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._known: dict[str, Path] | None = None

    def find(self, name: str, *, prefix: str = "") -> PackFiles | None:
        """The pack of an id, None where there is none.

        Args:
            name: the pack's id.
            prefix: put before its files' names in messages.
        """
        if not re.fullmatch(r"[a-z][a-z0-9-]{0,39}", name):
            return None
        for folder in self._folders:
            if (folder / name / SCENARIO).is_file():
                return PackFiles(folder / name, prefix=prefix)
        found = self._by_id().get(name)
        return None if found is None else PackFiles(found.parent, found.name, prefix=prefix)

    def ids(self) -> tuple[str, ...]:
        """Ids of all packs found."""
        return tuple(sorted(self._by_id()))

    def _by_id(self) -> dict[str, Path]:
        if self._known is None:
            self._known = {}
            for folder in self._folders:
                for path in _packs_in(folder):
                    if name := _id_of(path):
                        self._known.setdefault(name, path)
        return self._known


def at_path(path: Path) -> PackFiles | None:
    """The pack of a folder or a file, None where there is none."""
    try:
        if path.is_dir():
            return PackFiles(path)
        if path.is_file():
            return PackFiles(path.parent, path.name)
    except (OSError, ValueError):
        return None
    return None


def _packs_in(folder: Path) -> list[Path]:
    try:
        names = sorted(os.listdir(folder))[:_MOST_FOLDERS]
    except OSError:
        return []
    paths = [folder / name / SCENARIO for name in names]
    paths += [folder / name for name in names if name.endswith(".yaml")]
    return [path for path in paths if path.is_file()]


def _id_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            match = _ID_LINE.search(file.read(8192))
    except OSError:
        return ""
    return match.group(1).decode() if match else ""
