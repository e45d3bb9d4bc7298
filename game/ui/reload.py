"""The pack of the life being played was edited: the life takes it, or a banner says why not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pygame

from game.play.problems import Problem
from game.ui.route import LifeRun
from game.ui.screen import Screen
from game.ui.slip import Slip, draw_slip, slip_rect
from game.ui.view import View

if TYPE_CHECKING:
    # Watching a pack needs the whole simulation, which would delay the first frame.
    from game.play.pack_watch import News, PackWatch

BUBBLE_SECONDS: Final = 3.0
BANNER_SECONDS: Final = 12.0
"""How long the banner stands in full; then one line of it stays until the pack is mended."""


class Reload:
    """Takes what the watch has found, between two frames, when the life can take it."""

    def __init__(self) -> None:
        self.slip: Slip | None = None
        """What stands over the life just now."""
        self._watch: PackWatch | None = None
        self._waiting: News | None = None
        self._seconds = 0.0
        self._trouble = ""
        """The finding of a pack that has mistakes, in the language of the last view."""
        self._problem: Problem | None = None

    @property
    def path(self) -> Path | None:
        """The pack that is watched."""
        return self._watch.path if self._watch is not None else None

    def watch(self, path: Path | None) -> None:
        """Watch another pack, or none."""
        self.close()
        if path is not None:
            from game.play.pack_watch import PackWatch

            self._watch = PackWatch(path)

    def close(self) -> None:
        """Watch nothing."""
        if self._watch is not None:
            self._watch.close()
        self._watch = self._waiting = self.slip = self._problem = None

    def ask(self) -> str | None:
        """The reload key: the pack is read anew; a pack with mistakes is shown instead.

        Returns:
            The pack whose check is to be shown, if that is due.
        """
        if self._watch is None:
            return None
        if self._problem is not None and self._problem.kind is not _FITS_NOT:
            return str(self._watch.path)
        self._watch.ask()
        return None

    def step(self, seconds: float, life: LifeRun | None, screens: Sequence[Screen]) -> bool:
        """Let time pass; True where the life has taken the pack and its screen is another one."""
        if self._watch is None:
            return False
        self._seconds += seconds
        self._waiting = self._watch.news() or self._waiting
        is_open = life is not None and len(screens) == 1 and screens[0] is life.screen()
        if self._waiting is None or life is None or not is_open or not life.can_take:
            return False
        news, self._waiting = self._waiting, None
        return self._take(news, life, self._watch.path)

    def _take(self, news: News, life: LifeRun, path: Path) -> bool:
        outcome = news.outcome
        is_new = isinstance(outcome, Problem) or life.edition != outcome.world.scenario.digest
        if not is_new and not news.is_asked and self._problem is None:
            return False
        if not isinstance(outcome, Problem) and is_new:
            problem = life.take(outcome, path)
        else:
            problem = outcome if isinstance(outcome, Problem) else None
        self._problem, self._seconds = problem, 0.0
        return problem is None and is_new
