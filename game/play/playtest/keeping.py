"""Reports kept in the cache: played again only where pack, game or question have changed."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import numpy as np

from game import __version__
from game.core.folders import user_cache
from game.play.playtest.playing import Wish
from game.play.playtest.report import Report
from game.play.playtest.report_json import FORMAT, as_json, from_json
from game.play.problems import Problem
from game.play.storage import read_json, write_text

FOLDER: Final = "playtests"
MOST_FILES: Final = 40
MOST_BYTES: Final = 20_000_000
_GAME: Final = Path(__file__).resolve().parents[2]
_DECIDES: Final = ("core", "rules", "scenario", "sim", "scoring", "play/playtest")
"""Folders of the game what is found hangs on."""


def engine_mark() -> str:
    """What of the game a result hangs on: its version, its sources, and numpy's version."""
    whole = hashlib.blake2b(digest_size=16)
    whole.update(f"{__version__} {np.__version__} {FORMAT}".encode())
    for path in _sources():
        with suppress(OSError):
            whole.update(path.name.encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


def _sources() -> Iterator[Path]:
    for folder in _DECIDES:
        yield from sorted((_GAME / folder).rglob("*.py"))


def path_of(digest: str, wish: Wish) -> Path:
    """Where the report of a pack and a wish is kept.

    Args:
        digest: of all files of the pack and its parents.
        wish: what was asked of the playtest.
    """
    asked = f"{digest} {engine_mark()} {wish}"
    name = hashlib.blake2b(asked.encode(), digest_size=16).hexdigest()
    return user_cache() / FOLDER / f"{name}.json"


def kept(path: Path) -> Report | None:
    """A report that was kept; none where there is none, or it cannot be read."""
    value = read_json(path)
    report = None if isinstance(value, Problem) else from_json(value)
    if report is not None:
        with suppress(OSError):
            os.utime(path)
    return report


def keep(path: Path, report: Report) -> None:
    """Keep a report and let the oldest go; where nothing can be written nothing is kept."""
    text = json.dumps(as_json(report), ensure_ascii=False, separators=(",", ":"))
    if write_text(path, text, keeps_previous=False) is None:
        with suppress(OSError):
            _trim(path.parent)


def _trim(folder: Path) -> None:
    """The newest files, up to a number and a size."""
    about = [(path.stat().st_mtime_ns, path.stat().st_size, path) for path in folder.glob("*.json")]
    whole = 0
    for number, (_, size, path) in enumerate(sorted(about, reverse=True)):
        whole += size
        if number >= MOST_FILES or (whole > MOST_BYTES and number):
            path.unlink(missing_ok=True)
