"""Pictures of scenes that are likely to come, made in a thread before they are shown.

The rasteriser leaves the interpreter free, so that frames go on while it works.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock, Thread, main_thread
from typing import Final

import pygame

from game.ui.art import CACHED_BYTES
from game.ui.scene.scene import Scene
from game.ui.scene.state import SceneState

MOST_SHARE: Final = 0.4
"""Of the cache a wish may fill: what is shown now is never crowded out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Scenes to be ready, the likeliest first, in a window."""

    rect: pygame.FRect
    scale: float
    states: Sequence[SceneState]
    whole: pygame.FRect | None = None
    """The picture of which the rectangle is a part, as with twins."""


class Ahead:
    """Works through the newest wish; an older one is dropped."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._lock = Lock()
        self._left: list[tuple[Wish, SceneState]] = []
        self._most = 0.0
        self._thread: Thread | None = None

    def want(self, wish: Wish) -> None:
        """Begin with the wish, in place of what was left of the last one."""
        with self._lock:
            self._left = [(wish, state) for state in wish.states]
            self._most = self.scene.art.bytes_made + MOST_SHARE * CACHED_BYTES
            if self._thread is None:
                self._thread = Thread(target=self._work, name="scenes ahead")
                self._thread.start()

    def wait(self) -> None:
        """Wait until nothing is left to do."""
        thread = self._thread
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        while (job := self._next()) is not None:
            wish, state = job
            self.scene.warm(wish.rect, wish.scale, state, wish.whole)

    def _next(self) -> tuple[Wish, SceneState] | None:
        """The next job; None ends the thread, as does the end of the game."""
        with self._lock:
            is_full = self.scene.art.bytes_made > self._most
            if not self._left or is_full or not main_thread().is_alive():
                self._left = []
                self._thread = None
                return None
            return self._left.pop(0)
