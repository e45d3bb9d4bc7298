"""Where the game finds its own files, and where it may write.

The game's files stand in the repository, or inside the wheel under ``game/_bundle``. Everything it
writes goes to the folders each system has for that; ``BTR_FOLDER`` puts all of it in one place,
such as a memory stick.
"""

from __future__ import annotations

import os
from pathlib import Path

from game.core.errors import GameError
from game.core.text import Text

NAME = "before-the-rain"
FOLDER_VARIABLE = "BTR_FOLDER"
_PACKAGE = Path(__file__).resolve().parents[1]


class MissingFiles(GameError):
    """A part of the game itself is not where it was installed."""


def assets() -> Path:
    """The folder of pictures, fonts, sounds and interface words."""
    return _shipped("assets")


def scenarios() -> Path:
    """The folder of the scenario packs that come with the game."""
    return _shipped("scenarios")


def user_data() -> Path:
    """Where lives and reports are kept. It may not exist yet."""
    return _own("data")


def saves() -> Path:
    """Where lives are saved. It may not exist yet."""
    return user_data() / "saves"


def user_config() -> Path:
    """Where settings are kept. It may not exist yet."""
    return _own("config")


def user_cache() -> Path:
    """Where things stand that can be made again at any time. It may not exist yet."""
    return _own("cache")


def _shipped(name: str) -> Path:
    # A wheel is asked first: beside it, in site-packages, an "assets" folder may be a stranger's.
    bundle = _PACKAGE / "_bundle"
    folder = (bundle if bundle.is_dir() else _PACKAGE.parent) / name
    if not folder.is_dir():
        raise MissingFiles(
            Text(
                f"A part of the game is missing: {folder}. Fetch the game again, all of it.",
                f"游戏文件不完整，缺少：{folder}。请重新下载整个游戏。",
            )
        )
    return folder


def _own(kind: str) -> Path:
    chosen = os.environ.get(FOLDER_VARIABLE)
    if chosen:
        return Path(chosen) / kind
    import platformdirs

    make = {
        "data": platformdirs.user_data_path,
        "config": platformdirs.user_config_path,
        "cache": platformdirs.user_cache_path,
    }[kind]
    return make(NAME, appauthor=False)
