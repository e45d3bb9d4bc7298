"""What the router has the app do: which screen comes, goes, or takes the place of all others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from game.play.settings import Settings
from game.ui.screen import Screen


@dataclass(frozen=True, slots=True)
class Push:
    """Lay a screen over the present one."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Replace:
    """Let a screen take the place of all others."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Pop:
    """Take the topmost screen away."""


@dataclass(frozen=True, slots=True)
class Apply:
    """Hold new settings from now on."""

    settings: Settings


@dataclass(frozen=True, slots=True)
class Open:
    """Read another pack and bring it to the title."""

    path: str


@dataclass(frozen=True, slots=True)
class Quit:
    """End the game."""


Move: TypeAlias = Push | Replace | Pop | Apply | Open | Quit
