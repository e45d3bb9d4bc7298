"""A lock file, so that two windows started together do not set up the game over each other."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path
from types import TracebackType

from game.cli.messages import SETUP
from game.cli.saying import say
from game.core.text import same

_POLL_SECONDS = 0.3
_UNNAMED_SECONDS = 10.0


class SetupLock:
    """A file with this process's id; waits for a living holder, clears away a dead one's."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        has_said = False
        while not self._is_taken():
            if self._is_dead():
                self._path.unlink(missing_ok=True)
                continue
            if not has_said:
                say(SETUP["wait"].filled({"it": same(str(self._path))}))
                has_said = True
            time.sleep(_POLL_SECONDS)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _is_taken(self) -> bool:
        try:
            handle = os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
        except FileExistsError:
            return False
        with os.fdopen(handle, "w") as file:
            file.write(str(os.getpid()))
        return True

    def _is_dead(self) -> bool:
        try:
            age = time.time() - self._path.stat().st_mtime
            words = self._path.read_text(encoding="utf-8")
        except OSError:
            return False
        # Killed between making the file and writing into it: nobody is named.
        return not is_alive(int(words)) if words.isdecimal() else age > _UNNAMED_SECONDS


def is_alive(process: int) -> bool:
    """Whether a process of another window is running."""
    # A container that starts again hands out the same ids: the holder named may be we ourselves.
    if process == os.getpid():
        return False
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.OpenProcess(0x1000, False, process))
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
