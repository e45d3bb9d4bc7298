"""Settings while the game runs: what holds in this session, and what of it is kept."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Final

import pygame

from game.core import folders
from game.core.text import Text
from game.play.options import PlayOptions
from game.play.settings import TEXT_PERCENTS, Settings, SettingsStore

LARGER: Final = frozenset((pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS))
SMALLER: Final = frozenset((pygame.K_MINUS, pygame.K_KP_MINUS))


class KeptSettings:
    """What was asked for on the command line holds, and is not kept; what is changed here is."""

    def __init__(self, options: PlayOptions) -> None:
        self.store = SettingsStore(folders.user_config())
        self.saved, problem = self.store.read()
        """What is kept; ``now`` is what holds, with the options of this session over it."""
        self.now = options.applied_to(self.saved)
        self.problem: Text | None = problem.text if problem is not None else None

    def hold(self, settings: Settings) -> Text | None:
        """Take new settings and keep what has changed; what to tell if that failed."""
        changed = {
            field.name: getattr(settings, field.name)
            for field in fields(settings)
            if getattr(settings, field.name) != getattr(self.now, field.name)
        }
        self.saved = replace(self.saved, **changed)
        self.now = settings
        problem = self.store.write(self.saved)
        return problem.text if problem is not None else None

    def remember_size(self, size: tuple[int, int]) -> None:
        """The window is as large the next time."""
        if size != self.saved.window_size:
            self.store.write(replace(self.saved, window_size=size))


def changed_by(now: Settings, key: int, *, has_control: bool) -> Settings | None:
    """The settings after a key that changes one of them on every screen; None for other keys."""
    if has_control:
        if key not in LARGER | SMALLER:
            return None
        return replace(now, text_percent=_next_percent(now.text_percent, key))
    if key == pygame.K_F11:
        return replace(now, is_full_screen=not now.is_full_screen)
    if key == pygame.K_l:
        return replace(now, language="en" if now.language == "zh" else "zh")
    if key == pygame.K_m:
        return replace(now, has_sound=not now.has_sound)
    return None


def _next_percent(now: int, key: int) -> int:
    """The next larger or smaller text size on offer."""
    if key in LARGER:
        return next((percent for percent in TEXT_PERCENTS if percent > now), TEXT_PERCENTS[-1])
    smaller = [percent for percent in TEXT_PERCENTS if percent < now]
    return smaller[-1] if smaller else TEXT_PERCENTS[0]
