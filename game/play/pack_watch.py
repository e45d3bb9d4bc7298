"""Looks after the files of a pack that is being played, and reads it anew when they change.

A thread looks once a second; whoever draws asks for news, which takes no time.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from typing import Final, TypeAlias

from game.core.folders import scenarios, user_data
from game.play.packs import BASE_PACK
from game.play.problems import Kind, Problem
from game.play.reloading import HAS_MISTAKES, reread
from game.play.session import new_session
from game.scenario.archive import SUFFIX
from game.scenario.library import Library
from game.scenario.pack_files import PackFiles
from game.sim.engine import Engine

SECONDS: Final = 1.0
"""Between two looks at the files."""
REST_SECONDS: Final = 0.15
"""How long the files must stay as they are: an editor may still be writing."""
MOST_RESTS: Final = 20
MOST_FILES: Final = 500
WATCHED: Final = (".yaml", ".yml", ".csv", ".png", ".jpg", SUFFIX)
DEBUG_VARIABLE: Final = "BTR_DEBUG"
Stamp: TypeAlias = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """The pack was read anew: ready to be lived, or what is wrong with it."""

    outcome: Engine | Problem
    is_asked: bool
    """Whether somebody asked for it; else a file has changed."""


def watched_path(pack: str | None) -> Path | None:
    """Where a pack is looked after: an author's always, one of the game's own when debugging.

    Args:
        pack: as it was asked for, by id or path; the base pack for none.

    Returns:
        Its folder, file or archive; None where it is not watched.
    """
    path = _path_of(pack or BASE_PACK)
    if path is None:
        return None
    try:
        is_own = path.resolve().is_relative_to(scenarios().resolve())
    except (OSError, RuntimeError):
        return None
    return None if is_own and not os.environ.get(DEBUG_VARIABLE) else path


def _path_of(pack: str) -> Path | None:
    if "/" in pack or os.sep in pack or pack.endswith((".yaml", SUFFIX)):
        return Path(pack)
    found = Library([scenarios(), user_data() / "scenarios"]).find(pack)
    if not isinstance(found, PackFiles):
        return None
    is_whole = found.is_folder or found.root.suffix == SUFFIX
    return found.root if is_whole else found.root / found.main


def stamp(path: Path) -> Stamp:
    """Names, times and sizes of a pack's files; of a single file also what lies beside it."""
    found = []
    for each in _files(path):
        try:
            about = each.stat()
        except OSError:
            continue
        found.append((str(each), about.st_mtime_ns, about.st_size))
        if len(found) == MOST_FILES:
            break
    return tuple(sorted(found))


def _files(path: Path) -> Iterator[Path]:
    if path.suffix == SUFFIX and not path.is_dir():
        yield path
        return
    root = path if path.is_dir() else path.parent
    for folder, inner, names in os.walk(root):
        # What lies deeper than a single file may be anything; a pack's folder is the pack.
        inner[:] = sorted(name for name in inner if not name.startswith(".") and path.is_dir())
        for name in sorted(names):
            if name.endswith(WATCHED):
                yield Path(folder, name)


class PackWatch:
    """Watches one pack until it is closed. Only ``news`` is for whoever draws."""

    def __init__(
        self, path: Path, folders: Sequence[Path] | None = None, seconds: float = SECONDS
    ) -> None:
        self.path = path
        self._folders = folders
        self._seconds = seconds
        self._found: SimpleQueue[News] = SimpleQueue()
        self._wakes = Event()
        self._is_asked = self._is_closed = False
        self._seen = stamp(path)
        Thread(target=self._watch, name="pack watch", daemon=True).start()

    def news(self) -> News | None:
        """The newest reading, once; older ones are forgotten."""
        newest = None
        while not self._found.empty():
            newest = self._found.get()
        return newest

    def ask(self) -> None:
        """Read the pack anew at once, changed or not."""
        self._is_asked = True
        self._wakes.set()

    def close(self) -> None:
        """Watch no longer; does not wait for the thread."""
        self._is_closed = True
        self._wakes.set()

    def _watch(self) -> None:
        while not self._is_closed:
            self._wakes.wait(self._seconds)
            self._wakes.clear()
            if not self._is_closed:
                self._look()

    def _look(self) -> None:
        is_asked, self._is_asked = self._is_asked, False
        now = stamp(self.path)
        if now == self._seen and not is_asked:
            return
        self._seen = self._settled(now)
        self._found.put(News(outcome=self._read(), is_asked=is_asked))

    def _settled(self, now: Stamp) -> Stamp:
        """The stamp once nothing is being written any more."""
        for _ in range(MOST_RESTS):
            before = now
            Event().wait(REST_SECONDS)
            now = stamp(self.path)
            if now == before:
                break
        return now

    def _read(self) -> Engine | Problem:
        """The pack, tried out on a life's first day so that its tables are made here."""
        try:
            outcome = reread(self.path, self._folders)
            if isinstance(outcome, Engine):
                new_session(outcome, 0, 0).life()
        except Exception as error:
            if os.environ.get(DEBUG_VARIABLE):
                traceback.print_exc()
            return broken(self.path, error)
        return outcome


def broken(path: Path, error: Exception) -> Problem:
    """A pack that the checks let through and that cannot be lived all the same."""
    text = HAS_MISTAKES.filled({"finding": str(error) or type(error).__name__})
    return Problem(kind=Kind.DAMAGED, path=path, text=text)
