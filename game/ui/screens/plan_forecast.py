"""The right card of the plan once there is a forecast: many lives from today, and their shares."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.core.text import yuan
from game.play.forecast_view import FanView, ForecastView
from game.play.shares import in_people
from game.play.views import PlanView
from game.ui import theme
from game.ui.charts import Fan, FanChart
from game.ui.charts.fan import draw_key, key_width
from game.ui.screen import Box
from game.ui.screens.column import Column
from game.ui.screens.plan_chart import LEAST_HEIGHT
from game.ui.screens.plan_tiles import NumberTile, lay_hint, lay_tiles
from game.ui.view import View
from game.ui.widgets import Button, ScrollArea, TabRow, Tile, Widget

TOP_MARGIN = 14.0
BOTTOM_MARGIN = 14.0
CHART_GAP = 8.0
QUANTITIES = ("savings", "income")
FOCUS_ROOM = 7.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the card shows: a forecast, one held to compare, and which quantity."""

    forecast: ForecastView
    held: ForecastView | None
    quantity: str
    is_behind: bool
    """Whether the picture is of an older draft, and a new one is being made."""


class PlanForecast:
    """A fan as high as there is room for, and three numbers below it."""

    def __init__(
        self, view: View, rect: pygame.FRect, area: ScrollArea, plan: PlanView, shown: Shown
    ) -> None:
        self.view = view
        self.rect = rect
        self.area = area
        self.plan = plan
        self.shown = shown
        self.widgets: list[Widget] = []
        left, room = rect.left + theme.MARGIN, rect.width - 2 * theme.MARGIN
        area.rect = pygame.FRect(
            left - FOCUS_ROOM, rect.top + TOP_MARGIN, room + 2 * FOCUS_ROOM,
            rect.height - TOP_MARGIN - BOTTOM_MARGIN,
        )  # fmt: skip
        least = LEAST_HEIGHT * (0.4 + 0.6 * view.text_factor)
        self._has_hint = True
        rest = self._lay(0.0, left, room, 0.0).height
        if rest + least > area.rect.height + 0.5:
            self._has_hint = False
            rest = self._lay(0.0, left, room, 0.0).height
        chart = max(least, area.rect.height - rest - 2 * FOCUS_ROOM)
        if rest + chart > area.rect.height + 0.5:
            self._has_hint = True
            room -= 14
            rest = self._lay(0.0, left, room, 0.0).height
        area.fit(rest + chart + 2 * FOCUS_ROOM)
        self.column = self._lay(area.origin[1] + FOCUS_ROOM, left, room, chart)

    def boxes(self) -> list[Box]:
        """The card and what is in it."""
        return [
            Box("outlook", self.rect),
            Box(self.area.name, self.area.rect, "outlook", can_scroll=True),
            *self.column.boxes(self.area.name),
        ]

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the card without its controls."""
        self.view.card(surface, self.rect, theme.PAPER_LIGHT)
        with self.area.clipped(surface, self.view):
            self.column.draw(surface)

    def _lay(self, top: float, left: float, room: float, chart: float) -> Column:
        view, shown = self.view, self.shown
        column = Column(view, left, top, room, "outlook")
        column.words(view.say("plan.forecast"), theme.HEADING)
        note = "plan.forecast_behind" if shown.is_behind else "plan.forecast_note"
        column.words(view.say(note, lives=shown.forecast.lives), theme.NOTE, theme.MUTE_TEXT)
        column.space(6)
        self._lay_controls(column)
        column.space(CHART_GAP)
        if chart:
            picture = self._chart()
            column.picture(chart, lambda surface, rect: picture.draw(surface, rect), "fan")
        column.space(4)
        self._lay_key(column)
        column.space(CHART_GAP)
        lay_tiles(column, self._tiles())
        words = view.read(self.plan.outlook.years_affordable)
        if words and self._has_hint:
            column.space(8)
            column.words(words, theme.NOTE_BOLD, theme.INK_SOFT)
        hint = view.read(self.plan.hint)
        if hint and self._has_hint:
            column.space(8)
            lay_hint(column, hint)
        return column

    def _lay_controls(self, column: Column) -> None:
        """Which quantity; and the button that holds this picture to compare."""
        view, shown = self.view, self.shown
        tiles = [Tile(id=each, label=view.say(f"plan.fan_{each}")) for each in QUANTITIES]
        tabs = TabRow("quantity", pygame.FRect(0, 0, 0, 0), tiles, shown.quantity, area=self.area)
        height = tabs.height(view, column.width)
        label = view.say("plan.hold" if shown.held is None else "plan.let_go")
        button_width, button_height = Button.size(view, label)
        button_width -= 16
        tabs.prepare(view)
        tabs_width = tabs.place(1).right - tabs.place(0).left
        tabs.rect = pygame.FRect(column.left, column.y, tabs_width, height)
        rect = pygame.FRect(column.right - button_width, column.y, button_width, button_height)
        if tabs_width + 20 + button_width > column.width:
            rect.topleft = (column.left, column.y + height + 6)
            rect.width = min(button_width, column.width)
        else:
            tabs.rect.top += max(0.0, (button_height - height) / 2)
        self.widgets = [
            tabs, Button("hold", rect, label, area=self.area, shortcut=pygame.K_o),
        ]  # fmt: skip
        column.room(max(tabs.rect.bottom, rect.bottom) - column.y)

    def _chart(self) -> FanChart:
        view, shown = self.view, self.shown
        forecast = shown.forecast
        key = "plan.claim" if forecast.pension_per_month >= 1 else "plan.claim_none"
        over = None if shown.held is None else _fan(shown.held, shown.quantity)
        claim = (float(forecast.claim_age), view.say(key, age=forecast.claim_age))
        colour = theme.JADE if shown.quantity == QUANTITIES[0] else theme.GOLD
        return FanChart(view, _fan(forecast, shown.quantity), over, claim=claim, colour=colour)

    def _lay_key(self, column: Column) -> None:
        """What the line and the bands are; and the held plan, where there is one."""
        view = self.view
        colour = theme.JADE if self.shown.quantity == QUANTITIES[0] else theme.GOLD
        words = [view.say(f"plan.key_{each}") for each in ("middle", "half", "most")]
        if key_width(view, words) > column.width:
            words = [view.say(f"plan.key_{each}_short") for each in ("middle", "half", "most")]
        line = view.type.line_height(theme.NOTE)
        rect = pygame.FRect(column.left, column.y, key_width(view, words), line)
        if rect.width > column.width:
            column.words(view.say("plan.key_words"), theme.NOTE, theme.MUTE_TEXT)
        else:
            column.add(
                rect,
                lambda surface: _ignore(draw_key(surface, view, rect.midleft, words, colour)),
                "key",
            )
        if self.shown.held is not None:
            column.words(view.say("plan.key_held"), theme.NOTE, theme.SLATE)

    def _tiles(self) -> list[NumberTile]:
        """The pension of the middle case; who falls below the basket; who cannot pay a bill."""
        view, now, held = self.view, self.shown.forecast, self.shown.held
        say, language = view.say, view.language
        basket = yuan(now.basket_per_month, language)
        return [
            NumberTile(
                yuan(now.pension_per_month, language),
                say("plan.tile_pension", age=now.claim_age),
                "" if held is None else yuan(held.pension_per_month, language),
            ),
            NumberTile(
                view.read(in_people(now.share_below_basket)),
                say("plan.tile_basket", basket=basket),
                "" if held is None else view.read(in_people(held.share_below_basket)),
            ),
            NumberTile(
                view.read(in_people(now.share_unpayable)),
                say("plan.tile_bill"),
                "" if held is None else view.read(in_people(held.share_unpayable)),
            ),
        ]  # fmt: skip


def _fan(forecast: ForecastView, quantity: str) -> Fan:
    fan: FanView = forecast.savings if quantity == QUANTITIES[0] else forecast.income
    return Fan(ages=forecast.ages, lines=(fan.low, fan.lower, fan.middle, fan.upper, fan.high))


def _ignore(_: float) -> None:
    """A painter returns nothing."""
