"""The plan screen: what to pay into, what it costs, and what comes of it if nothing changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pygame

from game.core.life import Scheme
from game.play.forecast_view import Forecasts, ForecastView
from game.play.views import PlanView
from game.scenario.model import PlanFields
from game.ui import theme
from game.ui.input import Event, KeyPress
from game.ui.screen import AdviserAsked, HelpAsked, Result, WidgetScreen
from game.ui.screens.life_bar import BarIcon, LifeBar
from game.ui.screens.plan_ask import UNKNOWN, AskCard
from game.ui.screens.plan_beside import PlanBeside
from game.ui.screens.plan_forecast import QUANTITIES, PlanForecast, Shown
from game.ui.screens.plan_form import PlanForm, tile_room
from game.ui.screens.plan_outlook import PlanOutlook
from game.ui.screens.playthrough import PlanKept, Playthrough
from game.ui.screens.scene_picture import Backdrop
from game.ui.theme import EDGE, GUTTER
from game.ui.view import View
from game.ui.widgets import (
    Button,
    Chosen,
    Moved,
    Pressed,
    ScrollArea,
    Signal,
    TabRow,
    Tile,
    Widget,
)

ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER)
TABS = ("plan", "outlook")
FORM_SHARE = 0.475
"""Width of the left card, of both."""
TOP_GAP = 12.0
FOOT = 12.0
LEAST_SECONDS = 0.12
"""Between two looks at what a plan leads to, while something is being moved."""


class PlanScreen(WidgetScreen):
    """The standing plan before the player; the very first time, a question comes before it."""

    def __init__(
        self,
        session: Playthrough,
        forecasts: Forecasts | None = None,
        *,
        has_adviser: bool = False,
        is_beside: bool = False,
    ) -> None:
        super().__init__()
        self.session = session
        self._beside = PlanBeside(session.plan_view) if is_beside else None
        """Works drafts out while the screen is drawn; without it they are worked out at once."""
        self.forecasts = forecasts
        self.has_adviser = has_adviser
        self.forecast: ForecastView | None = None
        self.held: ForecastView | None = None
        """The picture of another plan, laid under the one that is shown."""
        self.quantity = QUANTITIES[0]
        self.life = session.life()
        self.kept = self.draft = self.life.plan.fields
        self.shown: PlanView = session.plan_view(self.draft)
        self.is_first = self.is_asking = self.shown.is_first
        self.tab = TABS[0]
        self.form_area = ScrollArea("form.body")
        self.outlook_area = ScrollArea("outlook.body")
        self._backdrop = Backdrop(is_dark=True)
        self._since = LEAST_SECONDS
        self._is_behind = False

        self._ask_forecast(self.draft)
        if self.is_asking:
            # Enter alone says nothing about the player.
            self.ring.focus(f"ask.{UNKNOWN}")

    def build(self, view: View) -> Sequence[Widget]:
        """The bar, and below it the question or the two cards."""
        self._bar = LifeBar(
            view, self.life, [BarIcon("help", "icon_question", view.say("life.help"))]
        )
        self.place("bar", self._bar.rect)
        for name, rect in self._bar.texts():
            self.place(name, rect, "bar")
        top = self._bar.rect.bottom + TOP_GAP
        free = pygame.FRect(EDGE, top, view.width - 2 * EDGE, view.height - FOOT - top)
        if self.is_asking:
            self._ask = AskCard(view, free, self.shown.outlook.claim_age)
            self._placed.extend(self._ask.boxes())
            return [*self._ask.widgets, *self._bar.widgets()]
        left = pygame.FRect(free.left, top, (free.width - GUTTER) * FORM_SHARE, free.height)
        right = pygame.FRect(
            left.right + GUTTER, top, free.right - left.right - GUTTER, free.height
        )
        self._tabs: pygame.FRect | None = None
        tabs: list[Widget] = []
        if not self._has_room(view, left.width):
            tabs = self._lay_tabs(view, free)
            left = right = free
        form = PlanForm(
            view, left, self.form_area, self.shown, self.draft, can_cancel=not self.is_first,
            has_adviser=self.has_adviser,
        )  # fmt: skip
        outlook = self._outlook(view, right)
        parts: list[PlanForm | PlanOutlook | PlanForecast] = [form, outlook]
        if tabs:
            parts = [form if self.tab == TABS[0] else outlook]
        self._parts = parts
        for part in parts:
            self._placed.extend(part.boxes())
        controls = form.widgets if form in parts else []
        if isinstance(outlook, PlanForecast) and outlook in parts:
            controls = [*controls, *outlook.widgets]
        return [*tabs, *controls, *self._bar.widgets()]

    def _outlook(self, view: View, rect: pygame.FRect) -> PlanOutlook | PlanForecast:
        """The right card: the forecast, and until there is one the path of even luck."""
        if self.forecast is None:
            return PlanOutlook(view, rect, self.outlook_area, self.shown)
        shown = Shown(
            forecast=self.forecast, held=self.held, quantity=self.quantity,
            is_behind=self.forecast.plan != self.draft,
        )  # fmt: skip
        return PlanForecast(view, rect, self.outlook_area, self.shown, shown)

    def _has_room(self, view: View, width: float) -> bool:
        """Whether the tiles hold their words when two cards stand side by side."""
        room = tile_room(width)
        return all(
            view.type.fits(view.read(tile.label), theme.LABEL, room)
            for tile in (*self.shown.pension, *self.shown.medical)
        )

    def _lay_tabs(self, view: View, free: pygame.FRect) -> list[Widget]:
        """One card at a time, and a strip of tabs above it."""
        tiles = [Tile(id=tab, label=view.say(f"plan.tab_{tab}")) for tab in TABS]
        tabs = TabRow("tab", pygame.FRect(0, 0, 0, 0), tiles, self.tab, inside="tabs")
        height = tabs.height(view, free.width)
        strip = pygame.FRect(free.left, free.top, free.width, height + 18)
        tabs.rect = pygame.FRect(free.left + 28, free.top + 9, free.width - 56, height)
        self._tabs = self.place("tabs", strip)
        free.height -= strip.height + 10
        free.top = strip.bottom + 10
        return [tabs.prepare(view)]

    def paint(self, surface: pygame.Surface, view: View) -> None:
        """The darkened street, and paper on it."""
        self._backdrop.draw(surface, view, self.life)
        self._bar.draw(surface)
        if self.is_asking:
            self._ask.draw(surface)
            return
        if self._tabs is not None:
            view.card(surface, self._tabs, theme.PAPER)
        for part in self._parts:
            part.draw(surface)
        if len(self._parts) > 1 or self.tab != TABS[0]:
            self.outlook_area.draw_bar(surface, view)

    def handle(self, event: Event) -> Result | None:
        """Enter keeps the plan, wherever on the form the focus is."""
        is_enter = isinstance(event, KeyPress) and event.key in ENTER
        if is_enter and not self.is_asking and not isinstance(self.ring.focused, Button):
            return self._keep(self.draft)
        is_sideways = isinstance(event, KeyPress) and event.key in (pygame.K_LEFT, pygame.K_RIGHT)
        focused = self.ring.focused
        if is_sideways and focused is not None and focused.name == f"ask.{UNKNOWN}":
            # It stands alone in its row: sideways there is nothing but the bar, far away.
            return None
        return super().handle(event)

    def react(self, signal: Signal) -> Result | None:
        """Take a change into the draft, or let the plan hold."""
        match signal:
            case Chosen(name="tab", option=option):
                self.tab = option
                self.refresh()
            case Chosen(name="quantity", option=option):
                self.quantity = option
                self.refresh()
            case Pressed(name="hold"):
                self.held = self.forecast if self.held is None else None
                self.refresh()
            case Pressed(name="adviser"):
                return AdviserAsked(self.draft)
            case Chosen(name="pension", option=option):
                self._change(replace(self.draft, pension=Scheme[option]))
            case Chosen(name="medical", option=option):
                self._change(replace(self.draft, medical=Scheme[option]))
            case Chosen(name="pace", option=option):
                self._change(replace(self.draft, pace=float(option)))
            case Moved(name="base", value=value):
                self._change(replace(self.draft, base=value))
            case Moved(name="tier", value=value):
                self._change(replace(self.draft, tier=value))
            case Moved(name="savings", value=value):
                self._change(replace(self.draft, savings=value))
            case Pressed(name="keep"):
                return self._keep(self.draft)
            case Pressed(name="help"):
                return HelpAsked()
            case Pressed(name="cancel"):
                return self._keep(self.kept)
            case Pressed(name=name) if name.startswith("ask."):
                self._answer(name.removeprefix("ask."))
        return None

    def update(self, seconds: float) -> Result | None:
        """Let time pass; catch up with a draft that was not looked at while it moved."""
        super().update(seconds)
        self._since += seconds
        self._take_plan()
        self._take_forecast()
        if self._is_behind and self._since >= LEAST_SECONDS:
            self._show()
            self.refresh()
        return None

    @property
    def is_moving(self) -> bool:
        """Only while the picture is behind the draft."""
        return self._is_behind or (self._beside is not None and self._beside.is_busy)

    def back(self) -> Result | None:
        """Escape leaves the plan as it was; before the first plan it leaves the life."""
        return super().back() if self.is_first else self._keep(self.kept)

    def take_up(self, old: PlanScreen) -> None:
        """Stand as the screen of the same plan did, before its pack was edited."""
        self.tab, self.quantity = old.tab, old.quantity
        self.draft = old.draft
        self._show()
        if old.ring.focused is not None:
            self.ring.focus(old.ring.focused.name)

    def figures(self) -> Sequence[str]:
        """Ids of the figures of law shown here."""
        return ("plan",)

    def keys(self) -> Sequence[str]:
        """Rows of the help."""
        found = ["hold"] if self.forecast is not None and not self.is_asking else []
        if self.has_adviser and not self.is_asking:
            found.insert(0, "ask")
        return [*found, "back"]

    def _change(self, draft: PlanFields) -> None:
        self.draft = draft
        if self._beside is not None:
            self._beside.ask(draft)
            self._ask_forecast(draft)
            self.refresh()
            return
        self._is_behind = True
        if self._since >= LEAST_SECONDS:
            self._show()
        self.refresh()

    def _show(self) -> None:
        self.shown = self.session.plan_view(self.draft)
        self._since, self._is_behind = 0.0, False
        self._ask_forecast(self.draft)

    def _take_plan(self) -> None:
        """What was worked out beside the drawing."""
        found = self._beside.newest() if self._beside is not None else None
        if found is not None:
            self.shown = found
            self.refresh()

    def _ask_forecast(self, draft: PlanFields) -> None:
        if self.forecasts is not None:
            self.forecasts.ask(draft)

    def _take_forecast(self) -> None:
        """A newer picture, if there is one; until then the last one stays."""
        newest = self.forecasts.newest() if self.forecasts is not None else None
        if newest is not None and newest is not self.forecast:
            self.forecast = newest
            if not self.is_asking:
                self.refresh()

    def _keep(self, plan: PlanFields) -> Result:
        self.session.set_plan(plan)
        return PlanKept()

    def _answer(self, words: str) -> None:
        """Note the expected pension and go on to the plan."""
        self.session.expect(None if words == UNKNOWN else float(words))
        self.is_asking = False
        self.refresh()
        self.ring.focus("pension")
