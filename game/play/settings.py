"""What the player has set: language, text size, motion, sound, window; kept between sessions."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from game.core.text import LANGUAGES, Language
from game.play.problems import Kind, Problem, damaged
from game.play.storage import is_damage, read_json, set_aside, write_text

TEXT_PERCENTS = (100, 125, 150, 175, 200)
SMALLEST_WINDOW = (1024, 600)
LARGEST_WINDOW = (16384, 16384)
FILE_NAME = "settings.json"


def system_language() -> Language:
    """The language of this computer: 中文 where it is set to Chinese, else English."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    if sys.platform == "win32":
        import ctypes

        primary = ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF
        return "zh" if primary == 0x04 else "en"
    return "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything the settings screen can change, and what has been seen once.

    Attributes:
        language: language of every word.
        text_percent: text size, 100–200; the settings screen offers ``TEXT_PERCENTS``.
        has_motion: whether pictures move.
        has_sound: whether anything is heard.
        volume: loudness, 0–1.
        window_size: width and height of the window, pixels.
        is_full_screen: whether the game fills the screen.
        seen: ids of introductions that need not be shown again.
    """

    language: Language = field(default_factory=system_language)
    text_percent: int = 100
    has_motion: bool = True
    has_sound: bool = True
    volume: float = 0.7
    window_size: tuple[int, int] = (1280, 720)
    is_full_screen: bool = False
    seen: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SettingsStore:
    """The settings file in one folder, such as ``game.core.folders.user_config()``."""

    folder: Path

    @property
    def path(self) -> Path:
        """The settings file."""
        return self.folder / FILE_NAME

    def read(self) -> tuple[Settings, Problem | None]:
        """The saved settings; whatever is missing or wrong in them holds its default.

        A damaged file is set aside, and the problem says where.
        """
        found = read_json(self.path)
        if isinstance(found, Problem):
            if is_damage(found):
                return Settings(), damaged(self.path, set_aside(self.path, "damaged"))
            return Settings(), None if found.kind is Kind.MISSING else found
        if not isinstance(found, dict):
            return Settings(), damaged(self.path, set_aside(self.path, "damaged"))
        return settings_from(found), None

    def language(self) -> Language:
        """The language set, for sentences said before the settings are read; changes nothing."""
        found = read_json(self.path)
        return settings_from(found if isinstance(found, dict) else {}).language

    def write(self, settings: Settings) -> Problem | None:
        """Keep the settings; a full disk or a read-only folder comes back as a problem."""
        values = asdict(settings) | {"seen": sorted(settings.seen)}
        text = json.dumps(values, indent=2, allow_nan=False) + "\n"
        return write_text(self.path, text, keeps_previous=False)


def settings_from(values: Mapping[str, Any]) -> Settings:
    """Settings from what a file says, field by field; a wrong value gives way to the default."""
    plain = Settings()
    language = values.get("language")
    return Settings(
        language=next((known for known in LANGUAGES if known == language), plain.language),
        text_percent=_text_percent(values.get("text_percent"), plain.text_percent),
        has_motion=_flag(values.get("has_motion"), plain.has_motion),
        has_sound=_flag(values.get("has_sound"), plain.has_sound),
        volume=_share(values.get("volume"), plain.volume),
        window_size=_window(values.get("window_size"), plain.window_size),
        is_full_screen=_flag(values.get("is_full_screen"), plain.is_full_screen),
        seen=_names(values.get("seen")),
    )


def _flag(value: object, default: bool) -> bool:
    return value if isinstance(value, bool) else default


def _share(value: object, default: float) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return default
    is_a_number = value == value
    return float(min(1, max(0, value))) if is_a_number else default


def _text_percent(value: object, default: int) -> int:
    is_in_range = type(value) is int and TEXT_PERCENTS[0] <= value <= TEXT_PERCENTS[-1]
    return value if type(value) is int and is_in_range else default


def _window(value: object, default: tuple[int, int]) -> tuple[int, int]:
    if not isinstance(value, list) or len(value) != 2 or any(type(n) is not int for n in value):
        return default
    width, height = value
    return (
        min(LARGEST_WINDOW[0], max(SMALLEST_WINDOW[0], width)),
        min(LARGEST_WINDOW[1], max(SMALLEST_WINDOW[1], height)),
    )


def _names(value: object) -> frozenset[str]:
    if not isinstance(value, list):
        return frozenset()
    return frozenset(name for name in value if isinstance(name, str))
