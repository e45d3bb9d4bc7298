"""Which two plans the twins live under: two lists, one for each."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.play.twin_view import TwinPlan
from game.ui import theme
from game.ui.screen import Box
from game.ui.screens.column import Column
from game.ui.screens.twins_card import INKS
from game.ui.view import View
from game.ui.widgets import Button, CheckRow, ScrollArea, Widget

WIDTH = 760.0
MARGIN = 28.0
COLUMN_GAP = 28.0
ROW_GAP = 6.0
FOCUS_ROOM = 6.0
BAR_ROOM = 14.0
SIDES = ("left", "right")


class TwinsChoice:
    """A card with two lists side by side; they scroll together where they must."""

    def __init__(
        self, view: View, bounds: pygame.FRect, area: ScrollArea, plans: Sequence[TwinPlan],
        chosen: tuple[str, str],
    ) -> None:  # fmt: skip
        self.view = view
        self.area = area
        self.plans = plans
        self.chosen = chosen
        width = min(bounds.width - 80, WIDTH * (0.5 + 0.5 * view.text_factor))
        self.rect = pygame.FRect((view.width - width) / 2, bounds.top, width, 0)
        left, room = self.rect.left + MARGIN, width - 2 * MARGIN
        self.head = Column(view, left, bounds.top + 20, room, "choice.head")
        self.head.words(view.say("twins.choose"), theme.HEADING)
        self.head.words(view.say("twins.choose_note"), theme.NOTE, theme.MUTE_TEXT)
        self.head.space(8)
        button = Button.least_height(view) + 4
        most = bounds.bottom - 20 - button - 14 - self.head.y
        content = self._lay(0.0, left, room) + 2 * FOCUS_ROOM
        if content > most:
            room -= BAR_ROOM
            content = self._lay(0.0, left, room) + 2 * FOCUS_ROOM
        seen = min(content, most)
        area.rect = pygame.FRect(
            left - FOCUS_ROOM, self.head.y, width - 2 * MARGIN + 2 * FOCUS_ROOM, seen
        )
        area.fit(content)
        self._lay(area.origin[1] + FOCUS_ROOM, left, room)
        rect = pygame.FRect(left, area.rect.bottom + 14, width - 2 * MARGIN, button)
        begin = Button("begin", rect, view.say("twins.begin"), kind="primary", inside="choice")
        self.widgets: list[Widget] = [*self._rows, begin]
        self.rect.height = rect.bottom + 20 - self.rect.top

    def boxes(self) -> list[Box]:
        """The card and what is in it."""
        return [
            Box("choice", self.rect),
            *self.head.boxes("choice"),
            Box(self.area.name, self.area.rect, "choice", can_scroll=True),
        ]

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the card without its buttons."""
        self.view.card(surface, self.rect, theme.PAPER)
        self.head.draw(surface)
        with self.area.clipped(surface, self.view):
            for column in self._columns:
                column.draw(surface)
        self.area.draw_bar(surface, self.view)

    def _lay(self, top: float, left: float, room: float) -> float:
        """Both lists; returns the height of the longer one."""
        view = self.view
        self._rows: list[CheckRow] = []
        self._columns: list[Column] = []
        width = (room - COLUMN_GAP) / 2
        for side, name in enumerate(SIDES):
            x = left + side * (width + COLUMN_GAP)
            column = Column(view, x, top, width, f"choice.{name}")
            column.words(view.say(f"twins.{name}_list"), theme.LABEL, INKS[side])
            column.space(4)
            for plan in self.plans:
                rect = pygame.FRect(column.left, column.y, width, 0)
                row = CheckRow(
                    f"{name}.{plan.id}", rect, view.read(plan.label),
                    is_on=self.chosen[side] == plan.id, area=self.area,
                )  # fmt: skip
                rect.height = row.height(view, width)
                column.room(rect.height)
                column.space(ROW_GAP)
                self._rows.append(row)
            self._columns.append(column)
        return max(column.height for column in self._columns) - ROW_GAP
