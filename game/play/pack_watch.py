"""Looks after the files of a pack that is being played, and reads it anew when they change.

The packs it builds on are looked after as well, where they are an author's.

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

from game.core.diagnostics import Diagnostic
from game.core.folders import scenarios, user_data
from game.core.source import ScalarNode, load
from game.play.packs import BASE_PACK
from game.play.problems import Kind, Problem
from game.play.reloading import HAS_MISTAKES, reread
from game.play.session import new_session
from game.scenario.archive import SUFFIX
from game.scenario.library import Library, at_path
from game.scenario.merge import MOST_PARENTS
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
    return path if path is not None and _is_authors(path) else None


def _is_authors(path: Path) -> bool:
    """Whether files are looked after: not the game's own, unless somebody is debugging."""
    try:
        is_own = path.resolve().is_relative_to(scenarios().resolve())
    except (OSError, RuntimeError):
        return False
    return not is_own or bool(os.environ.get(DEBUG_VARIABLE))


def _path_of(pack: str) -> Path | None:
    if "/" in pack or os.sep in pack or pack.endswith((".yaml", SUFFIX)):
        return Path(pack)
    found = Library(_usual_folders()).find(pack)
    return _written_at(found) if isinstance(found, PackFiles) else None


def _usual_folders() -> list[Path]:
    return [scenarios(), user_data() / "scenarios"]


def _written_at(files: PackFiles) -> Path:
    is_whole = files.is_folder or files.root.suffix == SUFFIX
    return files.root if is_whole else files.root / files.main


def watched_parents(path: Path, folders: Sequence[Path] | None = None) -> tuple[Path, ...]:
    """Where the packs are that a pack builds on, nearest first: those of authors alone.

    Args:
        path: the pack's folder, file or archive.
        folders: where packs are looked up; the usual ones if not said.
    """
    beside = path.absolute().parent
    looked = _usual_folders() if folders is None else folders
    library, found = Library([*looked, beside]), dict[Path, None]()
    files = at_path(path)
    for _ in range(MOST_PARENTS):
        name = _extended(files) if isinstance(files, PackFiles) else ""
        files = library.find(name) if name else None
        where = _written_at(files) if isinstance(files, PackFiles) else None
        if where is None or where in found or not _is_authors(where):
            break
        found[where] = None
    return tuple(found)


def _extended(files: PackFiles) -> str:
    """The id of the pack another one names as its parent; empty for the base pack."""
    content = files.read(files.main, None)
    root = None if isinstance(content, Diagnostic) else load(files.main, content).root
    node = root.get("extends") if root is not None else None
    return node.text.partition(" ")[0] if isinstance(node, ScalarNode) else ""


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
        self._parents: tuple[Path, ...] = ()
        """Packs of authors that this one builds on; found by the thread."""
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
        self._find_parents()
        self._seen += self._stamp_of_parents()
        while not self._is_closed:
            self._wakes.wait(self._seconds)
            self._wakes.clear()
            if not self._is_closed:
                self._look()

    def _look(self) -> None:
        is_asked, self._is_asked = self._is_asked, False
        now = self._stamp()
        if now == self._seen and not is_asked:
            return
        self._settled(now)
        self._find_parents()
        self._seen = self._stamp()
        self._found.put(News(outcome=self._read(), is_asked=is_asked))

    def _stamp(self) -> Stamp:
        return stamp(self.path) + self._stamp_of_parents()

    def _stamp_of_parents(self) -> Stamp:
        return tuple(each for parent in self._parents for each in stamp(parent))

    def _find_parents(self) -> None:
        """What the pack builds on now; whatever is wrong with it is told when it is read."""
        try:
            self._parents = watched_parents(self.path, self._folders)
        except Exception:
            if os.environ.get(DEBUG_VARIABLE):
                traceback.print_exc()

    def _settled(self, now: Stamp) -> None:
        """Wait until nothing is being written any more."""
        for _ in range(MOST_RESTS):
            before = now
            Event().wait(REST_SECONDS)
            now = self._stamp()
            if now == before:
                break

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
