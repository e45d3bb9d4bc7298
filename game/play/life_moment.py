"""A moment of a playthrough, before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass

from game.core.life import Lives
from game.play.notes import YearNote
from game.play.outlook import Outlook
from game.sim.engine import Engine


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeMoment:
    """A moment of a playthrough, before it is put into words."""

    engine: Engine
    profile: int
    lives: Lives
    notes: tuple[YearNote, ...]
    running: YearNote
    """The running year as it would close now: its umbrella and its weather."""
    path: Outlook
    month: int
    """Of the card that is open, 0–11; 0 at the birthday."""
    season: int
    is_dawn: bool
    is_over: bool
    can_undo: bool
