"""The window: opened, resized, switched to full screen."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import pygame

from game.core.errors import DisplayError
from game.core.text import Text
from game.ui.theme import SMALLEST_WINDOW, UNITS_HIGH, UNITS_WIDE

WINDOWLESS_COMMANDS: Final = ("check", "simulate", "shots")
INVISIBLE: Final = ("offscreen", "dummy")
"""Drivers SDL falls back to where there is no screen."""
LARGE_DESKTOP: Final = 1.6
"""From so many times the smallest comfortable window on, the first window opens larger."""
DESKTOP_SHARE: Final = 0.85


class Window:
    """The one window of the game; at most one can be open."""

    def __init__(self, size: tuple[int, int], *, is_full_screen: bool, icon: Path | None) -> None:
        os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
        os.environ.setdefault("SDL_IME_SHOW_UI", "1")
        self._size = size
        self.is_full_screen = is_full_screen
        try:
            pygame.display.init()
            if _is_nowhere(pygame.display.get_driver()):
                raise no_display()
            if icon is not None and icon.is_file():
                pygame.display.set_icon(pygame.image.load(str(icon)))
            self._size = _fitting(size)
            self._open()
        except pygame.error as error:
            raise no_display() from error

    @property
    def surface(self) -> pygame.Surface:
        """What is drawn on."""
        surface = pygame.display.get_surface()
        if surface is None:
            raise no_display()
        return surface

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.surface.get_size()

    @property
    def restored_size(self) -> tuple[int, int]:
        """Width and height when it does not fill the screen."""
        return self._size if self.is_full_screen else self.size

    @property
    def is_too_small(self) -> bool:
        """Whether nothing could be read in it."""
        width, height = self.size
        return width < SMALLEST_WINDOW[0] or height < SMALLEST_WINDOW[1]

    def title(self, words: str) -> None:
        """Set the words in the title bar."""
        pygame.display.set_caption(words)

    def fill_screen(self, is_full_screen: bool) -> None:
        """Fill the screen, or go back to a window of the size it had."""
        if is_full_screen == self.is_full_screen:
            return
        if not self.is_full_screen:
            self._size = self.size
        self.is_full_screen = is_full_screen
        self._open()

    def show(self) -> None:
        """Show what has been drawn."""
        pygame.display.flip()

    def close(self) -> None:
        """Close the window."""
        pygame.display.quit()

    def _open(self) -> None:
        if self.is_full_screen:
            pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        else:
            pygame.display.set_mode(self._size, pygame.RESIZABLE)


def no_display() -> DisplayError:
    """The sentence for a computer without a screen."""
    commands = ", ".join(WINDOWLESS_COMMANDS)
    return DisplayError(
        Text(
            f"No window can be opened here. These commands need none: {commands}.",
            f"这里打不开窗口。下面这些命令不需要窗口：{commands}。",
        )
    )


def _is_nowhere(driver: str) -> bool:
    """Whether the system found no screen and draws into nothing, though nobody asked for that."""
    return driver in INVISIBLE and os.environ.get("SDL_VIDEODRIVER") != driver


def _fitting(size: tuple[int, int]) -> tuple[int, int]:
    """A size that fits the desktop; the first window is larger on a large one."""
    desktop = pygame.display.get_desktop_sizes()[0]
    if size == (UNITS_WIDE, UNITS_HIGH):
        room = min(desktop[0] / UNITS_WIDE, desktop[1] / UNITS_HIGH) * DESKTOP_SHARE
        if room >= LARGE_DESKTOP:
            times = int(room * 2) / 2
            return round(UNITS_WIDE * times), round(UNITS_HIGH * times)
    return min(size[0], desktop[0]), min(size[1], desktop[1])
