"""Settings: language, text size, motion, sound, full screen. Every change holds at once."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pygame

from game.core.text import LANGUAGES, Language
from game.play.settings import TEXT_PERCENTS, Settings
from game.ui import theme
from game.ui.screen import Result
from game.ui.sheet import SheetScreen
from game.ui.view import View
from game.ui.widgets import (
    Chosen,
    Moved,
    Segmented,
    Signal,
    Slider,
    Stepper,
    Switched,
    Tile,
    Toggle,
    Widget,
)

ROW_GAP = 14.0
VOLUMES = tuple(step / 10 for step in range(11))


@dataclass(frozen=True, slots=True)
class SettingsChanged(Result):
    """The settings as they are to be from now on."""

    settings: Settings


class SettingsScreen(SheetScreen):
    """A sheet of switches; the app applies each change and tells the screen with ``show``."""

    card_width = 560.0

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings

    def show(self, settings: Settings) -> None:
        """Take the settings as they are now, changed here or by a key."""
        self.settings = settings

    def heading(self, view: View) -> str:
        """The name of the sheet."""
        return view.say("settings.title")

    def note(self, view: View) -> str:
        """That changes hold at once."""
        return view.say("settings.note")

    def done(self, view: View) -> str:
        """The button's words."""
        return view.say("settings.done")

    def body(self, view: View, left: float, top: float, width: float) -> tuple[list[Widget], float]:
        """One row below the other."""
        widgets: list[Widget] = []
        for widget in self._rows(view):
            height = widget.height(view, width)
            widget.rect = pygame.FRect(left, top, width, height)
            top += height + ROW_GAP
            widgets.append(widget)
        return widgets, top - ROW_GAP

    def react(self, signal: Signal) -> Result | None:
        """Hand back the changed settings."""
        match signal:
            case Chosen(name="language", option=option):
                language: Language = next(known for known in LANGUAGES if known == option)
                return self._changed(replace(self.settings, language=language))
            case Moved(name="text", value=value):
                return self._changed(replace(self.settings, text_percent=round(value)))
            case Moved(name="volume", value=value):
                return self._changed(replace(self.settings, volume=value, has_sound=value > 0))
            case Switched(name="motion", is_on=is_on):
                return self._changed(replace(self.settings, has_motion=is_on))
            case Switched(name="sound", is_on=is_on):
                return self._changed(replace(self.settings, has_sound=is_on))
            case Switched(name="screen", is_on=is_on):
                return self._changed(replace(self.settings, is_full_screen=is_on))
        return super().react(signal)

    def _changed(self, settings: Settings) -> SettingsChanged:
        self.settings = settings
        return SettingsChanged(settings)

    def _rows(self, view: View) -> list[Widget]:
        now, rect, area = self.settings, pygame.FRect(0, 0, 0, 36), self.area
        languages = [
            Tile(id="en", label=view.say("settings.english")),
            Tile(id="zh", label=view.say("settings.chinese")),
        ]
        percent = view.say("settings.percent", value=now.text_percent)
        volume = view.say("settings.percent", value=now.volume * 100)
        return [
            Segmented("language", rect, languages, now.language, accent=theme.GOLD, area=area),
            Stepper(
                "text", rect, view.say("settings.text"), percent, TEXT_PERCENTS, now.text_percent,
                area=area,
            ),
            self._toggle(view, "motion", now.has_motion, words="motion_"),
            self._toggle(view, "screen", now.is_full_screen),
            self._toggle(view, "sound", now.has_sound),
            Slider(
                "volume", rect, view.say("settings.volume"), volume, VOLUMES, now.volume,
                low=view.say("settings.quieter"), high=view.say("settings.louder"), area=area,
                is_enabled=now.has_sound,
            ),
        ]  # fmt: skip

    def _toggle(self, view: View, name: str, is_on: bool, *, words: str = "") -> Toggle:
        state = view.say(f"settings.{words}{'on' if is_on else 'off'}")
        rect = pygame.FRect(0, 0, 0, 36)
        label = view.say(f"settings.{name}")
        return Toggle(name, rect, label, state, is_on=is_on, area=self.area)
