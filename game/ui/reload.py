"""The pack of the life being played was edited: the life takes it, or a banner says why not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pygame

from game.core.text import Text
from game.play.problems import Problem
from game.ui.runs import LifeRun
from game.ui.screen import Screen
from game.ui.slip import Slip, draw_slip
from game.ui.view import View
from game.ui.words import Words

if TYPE_CHECKING:
    # Watching a pack needs the whole simulation, which would delay the first frame.
    from game.play.pack_watch import News, PackWatch

BUBBLE_SECONDS: Final = 3.0
BANNER_SECONDS: Final = 12.0
"""How long the banner stands in full; then one line of it stays until the pack is mended."""


class Reload:
    """Takes what the watch has found, between two frames, when the life can take it."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._watch: PackWatch | None = None
        self._waiting: News | None = None
        self._problem: Problem | None = None
        """Why the life does not have the pack as it is on the disk."""
        self._is_checked = False
        """Whether the checks of the pack say so; else it is this life that cannot take it."""
        self._seconds = BANNER_SECONDS
        """Since the life took the pack, or did not."""

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
        self._watch = self._waiting = self._problem = None
        self._seconds = BANNER_SECONDS

    def ask(self) -> str | None:
        """The reload key: the pack is read anew at once.

        Returns:
            The pack, where its check is to be shown instead: it has mistakes.
        """
        if self._watch is None:
            return None
        if self._problem is not None and self._is_checked:
            return str(self._watch.path.resolve())
        self._watch.ask()
        return None

    def step(self, seconds: float, life: LifeRun | None, screens: Sequence[Screen]) -> bool:
        """Let time pass; True where what is seen has changed."""
        if self._watch is None:
            return False
        before = self.slip()
        self._seconds += seconds
        self._waiting = self._watch.news() or self._waiting
        if self._waiting is not None and life is not None and _is_open(life, screens):
            news, self._waiting = self._waiting, None
            return self._take(news, life, self._watch.path)
        return before != self.slip()

    def _take(self, news: News, life: LifeRun, path: Path) -> bool:
        outcome = news.outcome
        is_broken = isinstance(outcome, Problem)
        is_new = isinstance(outcome, Problem) or life.edition != outcome.world.scenario.digest
        if not (is_new or news.is_asked or self._problem is not None):
            return False
        self._problem = outcome if isinstance(outcome, Problem) else None
        if not isinstance(outcome, Problem) and is_new:
            self._problem = life.take(outcome, path)
        self._is_checked, self._seconds = is_broken, 0.0
        return True

    def draw(self, surface: pygame.Surface, view: View, life: LifeRun | None, top: Screen) -> None:
        """The bubble or the banner, on the screens of the life only."""
        slip = self.slip()
        if slip is not None and life is not None and top is life.screen():
            draw_slip(surface, view, slip)

    def slip(self) -> Slip | None:
        """What stands over the life just now."""
        words = self._words
        if self._watch is None:
            return None
        if self._problem is None:
            is_fresh = self._seconds < BUBBLE_SECONDS
            return Slip(heading=words["reload.done"]) if is_fresh else None
        key = "reload.show" if self._is_checked else "reload.again"
        heading = words["reload.mistakes" if self._is_checked else "reload.kept"]
        if self._seconds >= BANNER_SECONDS:
            return Slip(heading=words[key], is_trouble=True)
        return Slip(
            heading=heading, words=_short(self._problem.text, is_checked=self._is_checked),
            hint=words[key], is_trouble=True,
        )  # fmt: skip


def _is_open(life: LifeRun, screens: Sequence[Screen]) -> bool:
    """Whether nothing lies over the life, and it is where it can take a pack."""
    return len(screens) == 1 and screens[0] is life.screen() and life.can_take


def _short(text: Text, *, is_checked: bool) -> Text:
    """Of the findings the first, without its source line; the check screen has all of it."""
    if not is_checked:
        return text
    en, zh = (words.splitlines()[1:3] for words in (text.en, text.zh))
    return Text(*("\n".join(line.strip(" ->") for line in lines) for lines in (en, zh)))
