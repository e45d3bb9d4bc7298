"""A plain screen of words: after a crash, or when a pack cannot be played."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.core.text import Text
from game.ui import theme
from game.ui.input import KeyPress
from game.ui.screen import Back, Result, WidgetScreen
from game.ui.view import View
from game.ui.widgets import Widget
from game.ui.widgets.ring import PRESS_KEYS

WIDEST = 720.0


class MessageScreen(WidgetScreen):
    """A heading and a paragraph; any way on is ``Back``."""

    def __init__(self, heading: Text, words: Text) -> None:
        super().__init__()
        self.heading = heading
        self.words = words

    def build(self, view: View) -> Sequence[Widget]:
        """Nothing to press."""
        return ()

    def key(self, event: KeyPress) -> Result | None:
        """Enter goes on, as Escape does."""
        return Back() if event.key in PRESS_KEYS else None

    def paint(self, surface: pygame.Surface, view: View) -> None:
        """Words in the middle of an empty paper."""
        surface.fill(theme.PAPER)
        room = min(WIDEST * view.text_factor, view.width - 2 * theme.EDGE)
        heading, words = view.read(self.heading), view.read(self.words)
        head = view.type.measure(heading, theme.TITLE, room).height
        height = head + 12 + view.type.measure(words, theme.BODY, room).height
        left, top = (view.width - room) / 2, (view.height - height) / 2
        view.type.draw(surface, heading, (left, top), theme.TITLE, theme.INK, max_width=room)
        view.type.draw(
            surface, words, (left, top + head + 12), theme.BODY, theme.INK_SOFT, max_width=room
        )
