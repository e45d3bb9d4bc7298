"""The only way to a pack's files: names bounded, regular files only, sizes counted."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from pathlib import Path
from typing import Final

from game.core.diagnostics import Diagnostic, Place
from game.core.source import MOST_BYTES

MOST_FILES: Final = 60
MOST_PACK_BYTES: Final = 4_000_000
SCENARIO: Final = "scenario.yaml"
_NAME: Final = re.compile(r"[a-z0-9_][a-z0-9_./-]{0,119}")


class PackFiles:
    """Reads the files of one pack, within its folder and its bounds."""

    def __init__(self, root: Path, main: str = SCENARIO, *, prefix: str = "") -> None:
        self.root = root
        self.main = main
        self._prefix = prefix
        self._count = 0
        self._bytes = 0
        self._digests: dict[str, bytes] = {}

    def shown(self, name: str) -> str:
        """A file's name as messages give it; a parent's files carry its id."""
        return f"{self._prefix}{name}"

    def digests(self) -> dict[str, bytes]:
        """Hash of every file read so far, by shown name."""
        return dict(self._digests)

    def read(self, name: str, where: Place | None) -> bytes | Diagnostic:
        """The bytes of a file of the pack.

        Args:
            name: path inside the pack, ``/`` between folders.
            where: who asks for it, for the finding if it cannot be had.
        """
        if refusal := self._refused_name(name, where):
            return refusal
        path = self.root / name
        try:
            about = os.lstat(path)
            if not stat.S_ISREG(about.st_mode) or not self._is_inside(path):
                return _finding("SC703", where, file=name)
            if about.st_size > MOST_BYTES:
                return _finding("SX01", where, variant="file", limit="1 MB", file=name)
            content = path.read_bytes()
        except (OSError, ValueError):
            return self._missing(name, where)
        self._count += 1
        self._bytes += len(content)
        if self._count > MOST_FILES or self._bytes > MOST_PACK_BYTES:
            limit = f"{MOST_FILES} / {MOST_PACK_BYTES // 1_000_000} MB"
            return _finding("SX01", where, variant="pack", limit=limit, file=name)
        self._digests[self.shown(name)] = hashlib.blake2b(content, digest_size=16).digest()
        return content

    def _refused_name(self, name: str, where: Place | None) -> Diagnostic | None:
        parts = name.split("/")
        if name.startswith(("/", "\\")) or ".." in parts or ":" in name:
            return _finding("SC702", where, file=name)
        if name != self.main and not _NAME.fullmatch(name):
            return _finding("SC702", where, variant="name", file=name)
        return None

    def _is_inside(self, path: Path) -> bool:
        return path.resolve().is_relative_to(self.root.resolve())

    def _missing(self, name: str, where: Place | None) -> Diagnostic:
        folder = (self.root / name).parent
        try:
            names = sorted(os.listdir(folder))[:500]
        except (OSError, ValueError):
            names = []
        wanted = Path(name).name.casefold()
        same = next((other for other in names if other.casefold() == wanted), "")
        meant = str(Path(name).parent / same).removeprefix("./") if same else ""
        hint = "meant" if meant else ""
        return Diagnostic(
            code="SC701", hint=hint, place=where, slots={"file": name, "meant": meant}
        )


def _finding(code: str, where: Place | None, variant: str = "", **slots: str) -> Diagnostic:
    severity = "fatal" if code.startswith("SX") else "error"
    return Diagnostic(
        code=code,
        variant=variant,
        severity="fatal" if severity == "fatal" else "error",
        place=where,
        slots=slots,
    )
