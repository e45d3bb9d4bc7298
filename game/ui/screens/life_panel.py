"""The panel at the right of a life: the umbrella, the plan, and what comes of it."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.core.text import yuan
from game.play.views import LifeView, PlanLine, UmbrellaView
from game.ui import theme
from game.ui.charts import UmbrellaChart
from game.ui.screen import Box
from game.ui.screens.column import Column
from game.ui.screens.pictures import rib_pictures, umbrella_chart
from game.ui.view import View
from game.ui.widgets import Button, HotSpot, TabRow, Tile, Widget

WIDTH = 352.0
MARGIN = 24.0
TOP_MARGIN = 16.0
BOTTOM_MARGIN = 14.0
LINE_BAR = 6.0
PILL_REACH = 12.0
"""How far the dark pill reaches over the column at either side, so that its words have room."""
LINE_TITLE = theme.Style("sans-bold", 16, 1.25)
LINE_COLOURS = {"pension": theme.GOLD, "medical": theme.JADE, "private": theme.TAUPE}
RADII = (88.0, 84.0, 80.0, 76.0, 72.0, 68.0)
TAB_RADII = (130.0, 116.0, 104.0, 92.0, 80.0, 68.0, 56.0, 44.0)
TABS = ("umbrella", "plan")


def panel_width(view: View) -> float:
    """Width of the panel: it grows with the text, and leaves the middle to the card."""
    return min(WIDTH * (0.72 + 0.28 * view.text_factor), view.width * 0.36)


class LifePanel:
    """Umbrella above plan; two tabs where both do not fit at this text size."""

    def __init__(
        self, view: View, bounds: pygame.FRect, life: LifeView, tab: str, *, can_change: bool = True
    ) -> None:
        self.view = view
        self.life = life
        self.can_change = can_change
        self.tab = tab
        self.bounds = bounds
        self.widgets: list[Widget] = []
        self.chart: UmbrellaChart | None = None
        self.column = self._fit()
        bottom = min(self.column.y + BOTTOM_MARGIN, bounds.bottom)
        self.rect = pygame.FRect(bounds.left, bounds.top, bounds.width, bottom - bounds.top)

    def boxes(self) -> list[Box]:
        """The panel and its words."""
        return [Box("panel", self.rect), *self.column.boxes("panel")]

    def draw(self, surface: pygame.Surface, umbrella: UmbrellaView) -> None:
        """Draw the panel; the umbrella may be on its way to another cover."""
        self.view.card(surface, self.rect, theme.PAPER)
        if self.chart is not None:
            self.chart.ribs = rib_pictures(self.view, umbrella)
        self.column.draw(surface)

    def _fit(self) -> Column:
        """The largest umbrella that leaves room for the plan; else tabs, and the largest there."""
        for is_tabbed, radii in ((False, RADII), (True, TAB_RADII)):
            for radius in radii:
                column = self._lay(is_tabbed=is_tabbed, radius=radius)
                if column.y + BOTTOM_MARGIN <= self.bounds.bottom:
                    return column
        return column

    def _lay(self, *, is_tabbed: bool, radius: float) -> Column:
        self.widgets = []
        self.chart = None
        column = Column(
            self.view, self.bounds.left + MARGIN, self.bounds.top + TOP_MARGIN,
            self.bounds.width - 2 * MARGIN, "panel",
        )  # fmt: skip
        if is_tabbed:
            self._lay_tabs(column)
        if not is_tabbed or self.tab == "umbrella":
            self._lay_umbrella(column, radius, has_heading=not is_tabbed)
        if not is_tabbed:
            column.rule(8, 10)
        if not is_tabbed or self.tab == "plan":
            self._lay_plan(column)
        return column

    def _lay_tabs(self, column: Column) -> None:
        tiles = [Tile(id=tab, label=self.view.say(f"life.tab_{tab}")) for tab in TABS]
        row = TabRow("panel.tab", pygame.FRect(0, 0, 0, 0), tiles, self.tab, inside="panel")
        height = row.height(self.view, column.width)
        row.rect = column.room(height)
        self.widgets.append(row.prepare(self.view))
        column.space(12)

    def _lay_umbrella(self, column: Column, radius: float, *, has_heading: bool) -> None:
        view, umbrella = self.view, self.life.umbrella
        held = view.say("life.held", held=umbrella.held, of=umbrella.applicable)
        if has_heading:
            column.row(
                view.say("life.umbrella"), theme.HEADING, theme.INK, held, theme.NOTE,
                theme.MUTE_TEXT,
            )  # fmt: skip
        else:
            column.words(held, theme.NOTE, theme.MUTE_TEXT)
        column.space(4)
        self.chart = chart = umbrella_chart(view, column.width, umbrella, radius)
        rect = column.picture(chart.height, lambda surface, at: chart.draw(surface, at),
                              "umbrella")  # fmt: skip
        inside = column.last
        for rib, place in zip(umbrella.ribs, chart.spots(rect), strict=True):
            words = view.say("life.rib", name=rib.name, reason=rib.reason)
            spot = place.inflate(-4, -4)
            self.widgets.append(HotSpot(f"rib.{rib.id}", spot, inside=inside, hint=words))

    def _lay_plan(self, column: Column) -> None:
        view, plan = self.view, self.life.plan
        self._lay_head(column)
        if plan.yuan_per_month >= 0.5:
            price = view.say(
                "life.plan_price", month=yuan(plan.yuan_per_month, view.language),
                day=yuan(plan.yuan_per_day, view.language), share=plan.share_of_income,
            )  # fmt: skip
            column.words(price, theme.NOTE, theme.MUTE_TEXT)
        column.space(6)
        self._lay_lines(column, plan.lines)
        column.space(6)
        inner = Column(view, column.left, column.y + 6, column.width)
        words = view.read(plan.outlook)
        is_short = view.type.fits(words, theme.NOTE_BOLD, inner.width)
        style = theme.NOTE_BOLD if is_short else theme.NOTE
        inner.words(words, style, theme.PAPER_LIGHT, is_centred=True)
        height = inner.height + 12

        def paint(surface: pygame.Surface, rect: pygame.FRect) -> None:
            pill = rect.inflate(2 * PILL_REACH, 0)
            view.fill(surface, pill, theme.INK, min(height / 2, 16.0))
            inner.draw(surface)

        column.picture(height, paint, "outlook")

    def _lay_head(self, column: Column) -> None:
        """The heading, and the button that opens the plan."""
        view = self.view
        words = view.say("life.plan")
        column.words(words, theme.SUBHEAD)
        label = view.say("life.change_plan")
        width = view.type.measure(label, theme.LABEL).width + 28
        height = view.type.line_height(theme.LABEL) + 6
        rect = pygame.FRect(column.right - width, column.y - height, width, height)
        if not self.life.is_retired:
            self.widgets.append(
                Button("plan", rect, label, inside="panel", is_enabled=self.can_change)
            )

    def _lay_lines(self, column: Column, lines: Sequence[PlanLine]) -> None:
        view = self.view
        for line in lines:
            if line.kind == "private" and line.yuan_per_month < 0.5:
                continue
            top = column.y
            amount = yuan(line.yuan_per_month, view.language) if line.yuan_per_month >= 0.5 else "–"
            inset = LINE_BAR + 10
            column.row(
                view.read(line.title), LINE_TITLE, theme.INK, amount, LINE_TITLE, theme.INK,
                inset=inset,
            )  # fmt: skip
            column.words(view.read(line.note), theme.NOTE, theme.MUTE_TEXT, inset=inset)
            bar = pygame.FRect(column.left, top + 4, LINE_BAR, column.y - top - 8)
            colour = LINE_COLOURS[line.kind]

            def paint(
                surface: pygame.Surface, bar: pygame.FRect = bar, colour: str = colour
            ) -> None:
                view.fill(surface, bar, colour, LINE_BAR / 2)

            column.add(bar, paint, line.kind)
            column.space(4)
