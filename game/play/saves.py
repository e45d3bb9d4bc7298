"""Saved lives: everything needed to go on where the player was, kept so that nothing is lost.

A save is one JSON text: its kind and format, a checksum, and the life. The one before it is kept
beside it. A file that cannot be used is never deleted: it is renamed, and the player is told.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from game.core.text import Text
from game.play.problems import Kind, Problem, damaged, foreign, newer
from game.play.storage import (
    Json,
    clear_left_overs,
    previous_of,
    read_json,
    set_aside,
    write_text,
)

FORMAT = 1
KIND = "before-the-rain life"
_SLOT = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_FILE = re.compile(rf"life-(?P<slot>{_SLOT.pattern})\.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Save:
    """One life as it stands: the state at the open of the running year and all answers so far.

    Attributes:
        engine_version: version of the game that wrote it.
        pack_id: id of the pack lived in.
        pack_version: version of that pack.
        pack_hash: content hash of that pack.
        profile: id of the profile.
        age: age at the open of the running year, whole years.
        seed: the luck of the life.
        state: the life at the open of the running year; JSON values only, floats kept exactly.
        answers: what was answered, in order; JSON values only.
        notice: what to tell the player about how it was read; not part of the save.
    """

    engine_version: str
    pack_id: str
    pack_version: str
    pack_hash: str
    profile: str
    age: int
    seed: int
    state: Mapping[str, Json]
    answers: tuple[Json, ...] = ()
    notice: Text | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveEntry:
    """One slot of the folder, as the title lists it.

    Attributes:
        slot: name of the slot.
        saved_at: when it was written, seconds since the epoch.
        content: the life, or why it cannot be gone on with.
    """

    slot: str
    saved_at: float
    content: Save | Problem


@dataclass(slots=True)
class SaveStore:
    """The saved lives of one folder, such as ``game.core.folders.saves()``."""

    folder: Path
    _is_checked: set[str] = field(default_factory=set)

    def path(self, slot: str) -> Path:
        """The file of a slot; its name is lower-case letters, digits, ``-`` and ``_``."""
        if not _SLOT.fullmatch(slot):
            raise ValueError(f"not a slot name: {slot!r}")
        return self.folder / f"life-{slot}.json"

    def write(self, slot: str, save: Save) -> Problem | None:
        """Write a life and keep the one before it; a problem comes back when that failed."""
        path = self.path(slot)
        if slot not in self._is_checked:
            self._make_way(path)
            self._is_checked.add(slot)
        return write_text(path, to_text(save), keeps_previous=True)

    def read(self, slot: str) -> Save | Problem:
        """The life of a slot; when it is damaged, the one before it, with a notice."""
        path = self.path(slot)
        found = _read(path)
        if isinstance(found, Save) or found.kind not in (Kind.DAMAGED, Kind.MISSING):
            return found
        if found.kind is Kind.DAMAGED:
            found = damaged(path, set_aside(path, "damaged"))
        before = _read(previous_of(path))
        if isinstance(before, Save):
            return before if found.kind is Kind.MISSING else replace(before, notice=_STEP_BACK)
        if before.kind is Kind.DAMAGED:
            kept_as = set_aside(previous_of(path), "damaged")
            return found if found.kind is Kind.DAMAGED else damaged(path, kept_as)
        return found if before.kind is Kind.MISSING else before

    def list(self) -> tuple[SaveEntry, ...]:
        """Every slot with a file, the newest first."""
        entries = [
            SaveEntry(slot=slot, saved_at=self._saved_at(slot), content=self.read(slot))
            for slot in self._slots()
        ]
        return tuple(sorted(entries, key=lambda entry: (-entry.saved_at, entry.slot)))

    def _slots(self) -> frozenset[str]:
        try:
            names = [file.name.removesuffix(".previous") for file in self.folder.iterdir()]
        except OSError:
            return frozenset()
        return frozenset(match["slot"] for name in names if (match := _FILE.fullmatch(name)))

    def _saved_at(self, slot: str) -> float:
        path = self.path(slot)
        for candidate in (path, previous_of(path)):
            try:
                return candidate.stat().st_mtime
            except OSError:
                continue
        return 0.0

    def _make_way(self, path: Path) -> None:
        """Before the first write: what is not a life of this version must not be written over."""
        clear_left_overs(path)
        for file in (path, previous_of(path)):
            found = _read(file)
            if isinstance(found, Problem) and found.kind in _WORDS_FOR_ASIDE:
                set_aside(file, _WORDS_FOR_ASIDE[found.kind])


_WORDS_FOR_ASIDE = {Kind.DAMAGED: "damaged", Kind.NEWER: "newer", Kind.FOREIGN: "other"}
_STEP_BACK = Text(
    "The newest save was damaged, so you go on from the one before it, one answer earlier.",
    "最新的存档已损坏，游戏已退回上一份存档，大约早一步。",
)


def to_text(save: Save) -> str:
    """The save as JSON text. Floats are written by ``repr``, so they come back to the last bit."""
    life = {name: getattr(save, name) for name in _TYPES} | {"state": dict(save.state)}
    text = _canonical(life)
    checksum = _checksum(text)
    return f'{{"kind":"{KIND}","format":{FORMAT},"checksum":"{checksum}",\n"life":{text}}}\n'


def save_from(content: Any, path: Path) -> Save | Problem:
    """The save a file's JSON value holds, or what is wrong with it."""
    if not isinstance(content, dict) or content.get("kind") != KIND:
        return foreign(path)
    number = content.get("format")
    if type(number) is int and number > FORMAT:
        return newer(path)
    life = content.get("life")
    if number != FORMAT or not isinstance(life, dict):
        return damaged(path, None)
    if not _is_well_typed(life) or not _is_intact(life, content.get("checksum")):
        return damaged(path, None)
    return Save(**{**life, "answers": tuple(life["answers"])})


def _read(path: Path) -> Save | Problem:
    content = read_json(path)
    return content if isinstance(content, Problem) else save_from(content, path)


def _is_well_typed(life: Mapping[str, Any]) -> bool:
    return life.keys() == _TYPES.keys() and all(
        type(life[name]) is kind for name, kind in _TYPES.items()
    )


_TYPES: dict[str, type] = {
    "engine_version": str,
    "pack_id": str,
    "pack_version": str,
    "pack_hash": str,
    "profile": str,
    "age": int,
    "seed": int,
    "state": dict,
    "answers": list,
}


def _is_intact(life: Mapping[str, Any], checksum: object) -> bool:
    try:
        return _checksum(_canonical(life)) == checksum
    except RecursionError:
        return False


def _canonical(life: Mapping[str, Any]) -> str:
    return json.dumps(life, separators=(",", ":"))


def _checksum(text: str) -> str:
    """A digest of the life's text, so that a flipped digit is not taken for an amount."""
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
