"""The right card of the plan: what it leads to if nothing changes and luck stays even."""

from __future__ import annotations

import pygame

from game.core.text import yuan
from game.play.views import PlanView
from game.ui import theme
from game.ui.screen import Box
from game.ui.screens.column import Column
from game.ui.screens.plan_chart import LEAST_HEIGHT, draw_chart
from game.ui.screens.plan_tiles import NumberTile, lay_hint, lay_tiles
from game.ui.view import View
from game.ui.widgets import ScrollArea

TOP_MARGIN = 16.0
BOTTOM_MARGIN = 18.0
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
        lay_tiles(column, self._numbers())
        words = view.read(outlook.years_affordable)
        if words:
            column.space(10)
            column.words(words, theme.NOTE_BOLD, theme.INK_SOFT)
        if self.hint:
            column.space(10)
            lay_hint(column, self.hint)
        return column

    def _numbers(self) -> list[NumberTile]:
        view, outlook = self.view, self.outlook
        share = view.say("plan.of_wage", share=outlook.share_of_wage)
        from_age = view.say("plan.from_age", age=outlook.claim_age)
        years = view.say("plan.years", paid=outlook.years_paid)
        needed = view.say("plan.years_note", age=outlook.claim_age, needed=outlook.years_needed)
        return [
            NumberTile(yuan(outlook.pension_per_month, view.language), f"{from_age}\n{share}"),
            NumberTile(yuan(outlook.basket_per_month, view.language), view.say("plan.basket")),
            NumberTile(years, needed),
        ]
