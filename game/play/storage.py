"""Files of the player's: read with tolerance, written so that a kill loses nothing."""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from game.play.problems import Kind, Problem, damaged, missing, unread, unwritten

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | float | bool | None"

LARGEST_FILE_BYTES = 32 * 1024 * 1024
_LEFT_OVER_SECONDS = 3600.0


def previous_of(path: Path) -> Path:
    """Where the version before the newest is kept."""
    return path.with_name(path.name + ".previous")


def write_text(path: Path, text: str, *, keeps_previous: bool) -> Problem | None:
    """Write a whole file or nothing: temporary file, flush, fsync, rename."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(temporary, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if keeps_previous and path.exists():
            os.replace(path, previous_of(path))
        os.replace(temporary, path)
        _sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        return unwritten(path, error)
    return None


def read_json(path: Path) -> Any | Problem:
    """The JSON value of a file; whatever is wrong with it comes back as a ``Problem``.

    A damaged file is left in place: who asked decides whether to set it aside.
    """
    try:
        if path.stat().st_size > LARGEST_FILE_BYTES:
            return damaged(path, None)
        content = path.read_bytes()
    except FileNotFoundError:
        return missing(path)
    except (OSError, MemoryError):
        return unread(path)
    try:
        return json.loads(content.decode("utf-8"))
    # Besides its own error json raises ValueError (huge integers) and RecursionError (deep nests).
    except (ValueError, RecursionError, MemoryError):
        return damaged(path, None)


def set_aside(path: Path, word: str) -> Path | None:
    """Rename a file out of the way, never over another one; ``None`` when that is not possible."""
    for number in range(1, 1000):
        target = path.with_name(f"{path.name}.{word}-{number}")
        if target.exists():
            continue
        try:
            os.rename(path, target)
        except OSError:
            return None
        return target
    return None


def clear_left_overs(path: Path) -> None:
    """Remove temporary files that killed games left beside ``path``, once they are old."""
    with contextlib.suppress(OSError):
        for leftover in path.parent.glob(f"{path.name}.*.tmp"):
            if time.time() - leftover.stat().st_mtime > _LEFT_OVER_SECONDS:
                leftover.unlink()


def is_damage(problem: Problem) -> bool:
    """Whether the file itself is broken, as against missing or out of reach."""
    return problem.kind is Kind.DAMAGED


def _sync_folder(folder: Path) -> None:
    # Only POSIX lets a folder be synced; elsewhere the rename is as durable as the system makes it.
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
