"""The only way to a pack's files: names bounded, regular files only, sizes counted."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from game.core.diagnostics import Diagnostic, Place
from game.core.source import MOST_BYTES

MOST_FILES: Final = 60
MOST_PACK_BYTES: Final = 4_000_000
MOST_PICTURE_BYTES: Final = 2_000_000
SCENARIO: Final = "scenario.yaml"
_NAME: Final = re.compile(r"[a-z0-9_][a-z0-9_./-]{0,119}")


class PackFiles:
    """Reads the files of one pack, within its folder and its bounds."""

    def __init__(
        self,
        root: Path,
        main: str = SCENARIO,
        *,
        prefix: str = "",
        contents: Mapping[str, bytes] | None = None,
    ) -> None:
        """Files of a folder, or of an archive already read.

        Args:
            root: the folder, or the archive.
            main: the file that holds the pack's id.
            prefix: put before the files' names in messages.
            contents: the files of an archive by name; None for a folder.
        """
        self.root = root
        self.main = main
        self.prefix = prefix
        self._contents = contents
        self._count = 0
        self._bytes = 0
        self._digests: dict[str, bytes] = {}

    @property
    def is_folder(self) -> bool:
        """Whether the pack is a whole folder, not one file among others."""
        return self.main == SCENARIO

    def shown(self, name: str) -> str:
        """A file's name as messages give it; a parent's files carry its id."""
        return f"{self.prefix}{name}"

    def digests(self) -> dict[str, bytes]:
        """Hash of every file read so far, by shown name."""
        return dict(self._digests)

    def read(self, name: str, where: Place | None) -> bytes | Diagnostic:
        """The bytes of a file of the pack.

        Args:
            name: path inside the pack, ``/`` between folders.
            where: who asks for it, for the finding if it cannot be had.
        """
        content = self._bytes_of(name, where, MOST_BYTES, "1 MB")
        if isinstance(content, Diagnostic):
            return content
        self._count += 1
        self._bytes += len(content)
        if self._count > MOST_FILES or self._bytes > MOST_PACK_BYTES:
            limit = f"{MOST_FILES} / {MOST_PACK_BYTES // 1_000_000} MB"
            return _finding("SX01", where, variant="pack", limit=limit, file=name)
        self._digests[self.shown(name)] = hashlib.blake2b(content, digest_size=16).digest()
        return content

    def picture(self, name: str, where: Place | None) -> bytes | Diagnostic:
        """The bytes of a picture of the pack, which may be larger than a text.

        Args:
            name: path inside the pack.
            where: who asks for it, for the finding if it cannot be had.
        """
        return self._bytes_of(name, where, MOST_PICTURE_BYTES, "2 MB")

    def has(self, name: str) -> bool:
        """Whether there is such a file; a link counts, and is refused when it is read."""
        if self._contents is not None:
            return name in self._contents
        try:
            return (self.root / name).is_file()
        except (OSError, ValueError):
            return False

    def names_in(self, folder: str) -> tuple[str, ...]:
        """Paths of the files right inside a folder of the pack, at most 500."""
        if self._contents is not None:
            start = f"{folder}/"
            return tuple(sorted(name for name in self._contents if name.startswith(start)))
        try:
            names = sorted(os.listdir(self.root / folder))[:500]
        except (OSError, ValueError):
            return ()
        return tuple(f"{folder}/{name}" for name in names)

    def _bytes_of(
        self, name: str, where: Place | None, most: int, limit: str
    ) -> bytes | Diagnostic:
        if refusal := self._refused_name(name, where):
            return refusal
        if self._contents is not None:
            return self._from_archive(name, where, most, limit)
        path = self.root / name
        try:
            about = os.lstat(path)
            if not stat.S_ISREG(about.st_mode) or not self._is_inside(path):
                return _finding("SC703", where, file=name)
            if about.st_size > most:
                return _too_large(name, where, most, limit)
            return path.read_bytes()
        except (OSError, ValueError):
            return self._missing(name, where)

    def _from_archive(
        self, name: str, where: Place | None, most: int, limit: str
    ) -> bytes | Diagnostic:
        content = (self._contents or {}).get(name)
        if content is None:
            return self._missing(name, where)
        return _too_large(name, where, most, limit) if len(content) > most else content

    def _refused_name(self, name: str, where: Place | None) -> Diagnostic | None:
        parts = name.split("/")
        if name.startswith(("/", "\\")) or ".." in parts or ":" in name:
            return _finding("SC702", where, file=name)
        if name != self.main and not _NAME.fullmatch(name):
            if _NAME.fullmatch(name.lower()) and self.has(name.lower()):
                return self._missing(name, where)
            return _finding("SC702", where, variant="name", file=name)
        return None

    def _is_inside(self, path: Path) -> bool:
        return path.resolve().is_relative_to(self.root.resolve())

    def _missing(self, name: str, where: Place | None) -> Diagnostic:
        folder = str(Path(name).parent)
        names = [Path(path).name for path in self.names_in(folder)]
        wanted = Path(name).name.casefold()
        same = next((other for other in names if other.casefold() == wanted), "")
        meant = str(Path(name).parent / same).removeprefix("./") if same else ""
        hint = "meant" if meant else ""
        return Diagnostic(
            code="SC701", hint=hint, place=where, slots={"file": name, "meant": meant}
        )


def _too_large(name: str, where: Place | None, most: int, limit: str) -> Diagnostic:
    if most == MOST_PICTURE_BYTES:
        return _finding("SX05", where, variant="bytes", limit=limit, file=name)
    return _finding("SX01", where, variant="file", limit=limit, file=name)


def _finding(code: str, where: Place | None, variant: str = "", **slots: str) -> Diagnostic:
    severity = "fatal" if code.startswith("SX") else "error"
    return Diagnostic(
        code=code,
        variant=variant,
        severity="fatal" if severity == "fatal" else "error",
        place=where,
        slots=slots,
    )
