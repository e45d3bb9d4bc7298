"""The question before the first plan: what pension the player expects."""

from __future__ import annotations

import pygame

from game.core.text import yuan
from game.ui import theme
from game.ui.screen import Box
from game.ui.screens.column import Column
from game.ui.view import View
from game.ui.widgets import Button, Widget

EXPECTATIONS = (0, 500, 1_500, 3_000, 5_000, 8_000)
"""Yuan a month to choose from; they ask what is thought, and come from no law."""
UNKNOWN = "unknown"
WIDTH = 620.0
MARGIN = 32.0
BUTTON_GAP = 12.0
IN_A_ROW = 3


class AskCard:
    """One question and seven buttons, in the middle of the window."""

    def __init__(self, view: View, bounds: pygame.FRect, claim_age: int) -> None:
        self.view = view
        self.claim_age = claim_age
        width = min(bounds.width, WIDTH * (0.4 + 0.6 * view.text_factor))
        self.rect = pygame.FRect(0, 0, width, 0)
        self.rect.centerx = bounds.centerx
        self.rect.height = self._lay(0.0).height + 2 * MARGIN
        self.rect.top = bounds.top + max(0.0, (bounds.height - self.rect.height) * 0.4)
        self.column = self._lay(self.rect.top + MARGIN)

    def boxes(self) -> list[Box]:
        """The card and its words."""
        return [Box("ask", self.rect), *self.column.boxes("ask")]

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the card without its buttons."""
        self.view.card(surface, self.rect, theme.PAPER_LIGHT)
        self.column.draw(surface)

    def _lay(self, top: float) -> Column:
        view = self.view
        column = Column(view, self.rect.left + MARGIN, top, self.rect.width - 2 * MARGIN, "ask")
        column.heading(view.say("plan.ask", age=self.claim_age))
        column.space(6)
        column.words(view.say("plan.ask_note"), theme.TEXT, theme.MUTE_TEXT)
        column.space(20)
        self._lay_buttons(column)
        return column

    def _lay_buttons(self, column: Column) -> None:
        view = self.view
        self.widgets: list[Widget] = []
        labels = [(str(amount), self._label(amount)) for amount in EXPECTATIONS]
        height = Button.least_height(view) + 8
        width = (column.width - BUTTON_GAP * (IN_A_ROW - 1)) / IN_A_ROW
        for index, (name, label) in enumerate(labels):
            across, down = index % IN_A_ROW, index // IN_A_ROW
            left = column.left + across * (width + BUTTON_GAP)
            rect = pygame.FRect(left, column.y + down * (height + BUTTON_GAP), width, height)
            self.widgets.append(Button(f"ask.{name}", rect, label, inside="ask"))
        rows = -(-len(labels) // IN_A_ROW)
        column.space(rows * (height + BUTTON_GAP))
        last = column.room(height)
        words = view.say("plan.ask_unknown")
        self.widgets.append(Button(f"ask.{UNKNOWN}", last, words, kind="plain", inside="ask"))

    def _label(self, amount: int) -> str:
        return yuan(amount, self.view.language) if amount else self.view.say("plan.ask_none")
