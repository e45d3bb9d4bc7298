"""The report of a mistake of the game's own, for whoever mends it; it stays on this computer."""

from __future__ import annotations

import platform
import time
import traceback
from pathlib import Path

from game import __version__
from game.cli import messages
from game.core.folders import user_data
from game.core.text import Text


def written(error: BaseException) -> Text:
    """Write a report into the user folder and say where it is."""
    folder = user_data()
    path = folder / f"report-{time.strftime('%Y%m%d-%H%M%S')}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(content(error), encoding="utf-8")
    except OSError:
        return messages.CRASHED_UNWRITTEN.filled({"path": str(folder)})
    return messages.CRASHED.filled({"path": str(path)})


def content(error: BaseException) -> str:
    """The version, the system and where it happened."""
    system = f"{platform.platform()}, Python {platform.python_version()}"
    where = "".join(traceback.format_exception(error))
    home = str(Path.home())
    return f"Before the Rain {__version__}\n{system}\n\n{where}".replace(home, "~")
