"""The right card of the plan: what it leads to if nothing changes and luck stays even."""

from __future__ import annotations

import pygame

from game.core.text import yuan
from game.play.views import PlanView
from game.ui import theme
from game.ui.screen import Box
from game.ui.screens.column import Column
from game.ui.screens.plan_chart import LEAST_HEIGHT, draw_chart
from game.ui.view import View
from game.ui.widgets import ScrollArea

TOP_MARGIN = 16.0
BOTTOM_MARGIN = 18.0
TILE_GAP = 12.0
TILE_PADDING = 14.0
TILE_RADIUS = 12.0
LEAST_TILE = 168.0
CHART_GAP = 12.0


class PlanOutlook:
    """A chart as high as there is room for, and the numbers that matter below it."""

    def __init__(self, view: View, rect: pygame.FRect, area: ScrollArea, plan: PlanView) -> None:
        self.view = view
        self.rect = rect
        self.area = area
        self.outlook = plan.outlook
        self.hint = view.read(plan.hint)
        left, room = rect.left + theme.MARGIN, rect.width - 2 * theme.MARGIN
        area.rect = pygame.FRect(
            left, rect.top + TOP_MARGIN, room, rect.height - TOP_MARGIN - BOTTOM_MARGIN
        )
        rest = self._lay(0.0, left, room, 0.0).height
        chart = max(LEAST_HEIGHT * (0.4 + 0.6 * view.text_factor), area.rect.height - rest)
        if rest + chart > area.rect.height + 0.5:
            room -= 14
            rest = self._lay(0.0, left, room, 0.0).height
        area.fit(rest + chart)
        self.column = self._lay(area.origin[1], left, room, chart)

    def boxes(self) -> list[Box]:
        """The card and what is in it."""
        return [
            Box("outlook", self.rect),
            Box(self.area.name, self.area.rect, "outlook", can_scroll=True),
            *self.column.boxes(self.area.name),
        ]

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the card."""
        self.view.card(surface, self.rect, theme.PAPER_LIGHT)
        with self.area.clipped(surface, self.view):
            self.column.draw(surface)

    def _lay(self, top: float, left: float, room: float, chart: float) -> Column:
        view, outlook = self.view, self.outlook
        column = Column(view, left, top, room, "outlook")
        column.words(view.say("plan.outlook"), theme.HEADING)
        column.space(2)
        column.words(view.say("plan.outlook_note"), theme.NOTE, theme.MUTE_TEXT)
        column.space(CHART_GAP)
        if chart:
            column.picture(
                chart, lambda surface, rect: draw_chart(surface, view, rect, outlook), "chart"
            )
        column.space(CHART_GAP)
        self._lay_numbers(column)
        words = view.read(outlook.years_affordable)
        if words:
            column.space(10)
            column.words(words, theme.NOTE_BOLD, theme.INK_SOFT)
        if self.hint:
            column.space(10)
            self._lay_hint(column)
        return column

    def _lay_hint(self, column: Column) -> None:
        """One thing worth knowing now, for this life."""
        view = self.view
        inner = Column(view, column.left + 14, column.y + 8, column.width - 28)
        inner.words(self.hint, theme.NOTE, theme.INK_SOFT)

        def paint(surface: pygame.Surface, rect: pygame.FRect) -> None:
            view.fill(surface, rect, theme.RED_TINT, TILE_RADIUS)
            inner.draw(surface)

        column.picture(inner.height + 16, paint, "hint")

    def _numbers(self) -> list[tuple[str, str]]:
        view, outlook = self.view, self.outlook
        share = view.say("plan.of_wage", share=outlook.share_of_wage)
        from_age = view.say("plan.from_age", age=outlook.claim_age)
        years = view.say("plan.years", paid=outlook.years_paid)
        needed = view.say("plan.years_note", age=outlook.claim_age, needed=outlook.years_needed)
        return [
            (yuan(outlook.pension_per_month, view.language), f"{from_age}\n{share}"),
            (yuan(outlook.basket_per_month, view.language), view.say("plan.basket")),
            (years, needed),
        ]

    def _lay_numbers(self, column: Column) -> None:
        """As many tiles in a row as are wide enough for their words."""
        view, numbers = self.view, self._numbers()
        least = LEAST_TILE * view.text_factor
        count = max(1, min(3, int((column.width + TILE_GAP) / (least + TILE_GAP))))
        # Two and one look torn: the pension alone, then the two others.
        rows = [numbers[:1], numbers[1:]] if count == 2 else [
            numbers[start : start + count] for start in range(0, len(numbers), count)
        ]  # fmt: skip
        for row in rows:
            width = (column.width - TILE_GAP * (len(row) - 1)) / len(row)
            inner = width - 2 * TILE_PADDING
            notes = max(view.type.measure(note, theme.NOTE, inner).height for _, note in row)
            height = view.type.line_height(theme.TITLE) + notes + 20
            top = column.y
            for index, (value, note) in enumerate(row):
                left = column.left + index * (width + TILE_GAP)
                rect = pygame.FRect(left, top, width, height)
                self._lay_tile(column, rect, value, note)
            column.space(TILE_GAP)
        column.space(-TILE_GAP)

    def _lay_tile(self, column: Column, rect: pygame.FRect, value: str, note: str) -> None:
        view = self.view
        inner = rect.width - 2 * TILE_PADDING

        def paint(surface: pygame.Surface) -> None:
            view.fill(surface, rect, theme.SAND, TILE_RADIUS)
            at = (rect.left + TILE_PADDING, rect.top + 8)
            view.type.draw(surface, value, at, theme.NUMBER, theme.INK)
            below = (at[0], at[1] + view.type.line_height(theme.NUMBER))
            view.type.draw(surface, note, below, theme.NOTE, theme.MUTE_TEXT, max_width=inner)

        column.add(rect, paint, value)
