"""Where packs are found: by path, or by id in the folders a player keeps packs in."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from game.core.diagnostics import Diagnostic
from game.scenario.archive import SUFFIX, head_of, read_lifepack
from game.scenario.pack_files import SCENARIO, PackFiles

_ID_LINE: Final = re.compile(rb"(?m)^id:[ ]*[\"']?([a-z][a-z0-9-]{2,39})\b")
_MOST_FOLDERS: Final = 200
_HEAD_BYTES: Final = 8192


class Library:
    """The folders packs are looked up in, earlier ones first."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(dict.fromkeys(_resolved(folder) for folder in folders))
        self._known: dict[Path, dict[str, list[Path]]] = {}

    def find(self, name: str, *, prefix: str = "") -> PackFiles | Diagnostic | None:
        """The pack of an id, None where there is none, a finding where its archive is refused.

        Args:
            name: the pack's id.
            prefix: put before its files' names in messages.
        """
        if not re.fullmatch(r"[a-z][a-z0-9-]{0,39}", name):
            return None
        for folder in self._folders:
            if (folder / name / SCENARIO).is_file():
                return PackFiles(folder / name, prefix=prefix)
        found = self.all_of(name)
        return at_path(found[0], prefix=prefix) if found else None

    def all_of(self, name: str) -> tuple[Path, ...]:
        """Every pack of that id in the first folder that has one."""
        for folder in self._folders:
            if found := self._in(folder).get(name):
                return tuple(found)
        return ()

    def ids(self) -> tuple[str, ...]:
        """Ids of all packs found."""
        return tuple(sorted({name for folder in self._folders for name in self._in(folder)}))

    def _in(self, folder: Path) -> dict[str, list[Path]]:
        """The packs right inside a folder, by id; looked at once, when first asked for."""
        if folder not in self._known:
            here: dict[str, list[Path]] = {}
            for path in _packs_in(folder):
                if name := _id_of(path):
                    here.setdefault(name, []).append(path)
            self._known[folder] = {name: _without_copies(paths) for name, paths in here.items()}
        return self._known[folder]


def _resolved(folder: Path) -> Path:
    try:
        return folder.resolve()
    except (OSError, RuntimeError):
        return folder


def _without_copies(paths: list[Path]) -> list[Path]:
    """An archive beside the folder it was packed from is no second pack."""
    folders = [path for path in paths if path.suffix != SUFFIX]
    return folders or paths


def at_path(path: Path, *, prefix: str = "") -> PackFiles | Diagnostic | None:
    """The pack of a folder, a file or an archive, None where there is none."""
    try:
        if path.is_dir():
            return PackFiles(path, prefix=prefix)
        if path.suffix == SUFFIX:
            archive = read_lifepack(path)
            if isinstance(archive, Diagnostic):
                return archive
            return PackFiles(path, prefix=prefix, contents=archive.files)
        if path.is_file():
            return PackFiles(path.parent, path.name, prefix=prefix)
    except (OSError, ValueError):
        return None
    return None


def _packs_in(folder: Path) -> list[Path]:
    try:
        names = sorted(os.listdir(folder))[:_MOST_FOLDERS]
    except OSError:
        return []
    paths = [folder / name / SCENARIO for name in names]
    paths += [folder / name for name in names if name.endswith((".yaml", SUFFIX))]
    return [path.parent if path.name == SCENARIO else path for path in paths if path.is_file()]


def _id_of(path: Path) -> str:
    try:
        if path.suffix == SUFFIX:
            return _id_in(head_of(path))
        with (path / SCENARIO if path.is_dir() else path).open("rb") as file:
            return _id_in(file.read(_HEAD_BYTES))
    except OSError:
        return ""


def _id_in(head: bytes) -> str:
    match = _ID_LINE.search(head)
    return match.group(1).decode() if match else ""
