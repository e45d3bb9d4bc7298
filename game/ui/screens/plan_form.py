"""The left card of the plan: schemes, base, savings, pace, the month, the button that keeps it."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.core.life import Scheme
from game.core.text import yuan
from game.play.views import PlanView, SchemeTile
from game.scenario.model import PlanFields
from game.ui import theme
from game.ui.screen import Box
from game.ui.screens.column import Column
from game.ui.screens.pictures import month_bar
from game.ui.screens.plan_foot import PAID, lay_foot, price_parts
from game.ui.theme import Colour
from game.ui.view import View
from game.ui.widgets import ScrollArea, Segmented, Slider, Stepper, Tile, Widget
from game.ui.widgets.choices import TILE_GAP, TILE_PADDING

TOP_MARGIN = 16.0
BOTTOM_MARGIN = 16.0
FOCUS_ROOM = 7.0
BAR_ROOM = 14.0
MOST_AIR = 14.0
"""Most of the spare height a gap between two parts of the form takes."""
CONTROL_WIDTH = 300.0
STEPPER_WIDTH = 222.0


def tile_room(card_width: float) -> float:
    """Width for the words of a scheme's tile in a card of this width."""
    room = card_width - 2 * theme.MARGIN - BAR_ROOM - 2 * TILE_GAP
    return room / 3 - 2 * TILE_PADDING


class PlanForm:
    """Lays out the form; the heading and the button stand, what is between them may scroll."""

    def __init__(
        self, view: View, rect: pygame.FRect, area: ScrollArea, plan: PlanView, draft: PlanFields,
        *, can_cancel: bool, has_adviser: bool = False,
    ) -> None:  # fmt: skip
        self.view = view
        self.rect = rect
        self.area = area
        self.plan = plan
        self.draft = draft
        left, room = rect.left + theme.MARGIN, rect.width - 2 * theme.MARGIN
        self.head = Column(view, left, rect.top + TOP_MARGIN, room, "form.head")
        title = view.say("plan.title")
        income = view.say("plan.income", amount=yuan(plan.income_per_month, view.language))
        self.head.row(title, theme.HEADING, theme.INK, income, theme.NOTE, theme.MUTE_TEXT)
        foot = lay_foot(
            view, plan, left, rect.bottom - BOTTOM_MARGIN, room, can_cancel=can_cancel,
            has_adviser=has_adviser,
        )  # fmt: skip
        top = self.head.y
        seen = foot[0].rect.top - 6 - top
        area.rect = pygame.FRect(left - FOCUS_ROOM, top, room + 2 * FOCUS_ROOM, seen)
        self._air = self._gaps = 0.0
        height = self._lay(0.0, left, room).height + 2 * FOCUS_ROOM
        if height > seen + 0.5:
            room -= BAR_ROOM
            height = self._lay(0.0, left, room).height + 2 * FOCUS_ROOM
        self._air = min(MOST_AIR, max(0.0, seen - height) / self._gaps)
        height += self._air * self._gaps
        area.fit(height)
        self.body = self._lay(area.origin[1] + FOCUS_ROOM, left, room)
        self.widgets = [*self._controls, *foot]

    def boxes(self) -> list[Box]:
        """The card, its words and its scrolling part."""
        return [
            Box("form", self.rect),
            *self.head.boxes("form"),
            Box(self.area.name, self.area.rect, "form", can_scroll=True),
            *self.body.boxes(self.area.name),
        ]

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the card without its controls."""
        self.view.card(surface, self.rect, theme.PAPER)
        self.head.draw(surface)
        with self.area.clipped(surface, self.view):
            self.body.draw(surface)

    def _lay(self, top: float, left: float, room: float) -> Column:
        view, plan = self.view, self.plan
        self._controls: list[Widget] = []
        self._gaps = 0.0
        column = Column(view, left, top, room, "form.body")
        self._space(column, 0, 0.5)
        if plan.employer is not None:
            self._bound(column, view.read(plan.employer))
            return column
        column.words(view.say("plan.pension"), theme.LABEL, theme.GOLD_TEXT)
        self._space(column, 4, 0.25)
        self._tiles(column, "pension", plan.pension, self.draft.pension, theme.GOLD)
        self._amount(column)
        self._space(column, 4)
        column.words(view.say("plan.medical"), theme.LABEL, theme.JADE_TEXT)
        self._space(column, 4, 0.25)
        self._tiles(column, "medical", plan.medical, self.draft.medical, theme.JADE)
        if view.read(plan.waiting):
            self._space(column, 4, 0.5)
            column.words(view.read(plan.waiting), theme.NOTE, theme.MUTE_TEXT)
        self._rule(column)
        self._savings(column)
        self._space(column, 6, 0.5)
        self._pace(column)
        self._rule(column)
        self._month(column)
        return column

    def _bound(self, column: Column, words: str) -> None:
        """Under a contract, or at school: shown, not chosen."""
        view = self.view
        column.words(view.say("plan.bound"), theme.LABEL, theme.GOLD_TEXT)
        column.space(6)
        inner = Column(view, column.left + 18, column.y + 14, column.width - 36)
        inner.words(words, theme.TEXT, theme.INK_SOFT)
        inner.space(10)
        for slice_ in self.plan.month:
            if slice_.id in PAID and slice_.yuan >= 1:
                price = view.say("plan.a_month", amount=yuan(slice_.yuan, view.language))
                label = view.say(f"plan.bound_{slice_.id}")
                inner.row(label, theme.LABEL, theme.INK, price, theme.LABEL, theme.INK)
                inner.space(4)

        def paint(surface: pygame.Surface, rect: pygame.FRect) -> None:
            view.fill(surface, rect, theme.SAND, theme.BUTTON_RADIUS)
            inner.draw(surface)

        column.picture(inner.height + 28, paint, "bound")
        column.space(8)
        column.words(view.say("plan.bound_note"), theme.NOTE, theme.MUTE_TEXT)
        self._rule(column)
        self._month(column)

    def _space(self, column: Column, least: float, share: float = 1.0) -> None:
        """A gap that takes a share of the air where the form has height to spare."""
        self._gaps += share
        column.space(least + self._air * share)

    def _rule(self, column: Column) -> None:
        """A hairline with air around it."""
        self._space(column, 5)
        column.rule(0, 4)
        self._space(column, 0)

    def _tiles(
        self, column: Column, name: str, schemes: Sequence[SchemeTile], chosen: Scheme | None,
        accent: Colour,
    ) -> None:  # fmt: skip
        tiles = [self._tile(scheme) for scheme in schemes]
        rect = pygame.FRect(column.left, column.y, column.width, 0)
        picked = (chosen or Scheme.NONE).name
        widget = Segmented(name, rect, tiles, picked, accent=accent, area=self.area)
        rect.height = widget.height(self.view, column.width)
        column.room(rect.height)
        self._controls.append(widget)

    def _tile(self, scheme: SchemeTile) -> Tile:
        view = self.view
        price = view.say("plan.a_month", amount=yuan(scheme.yuan_per_month, view.language))
        notes = [price, view.read(scheme.note)]
        return Tile(
            id=scheme.scheme.name, label=view.read(scheme.label),
            note="\n".join(note for note in notes if note), is_enabled=scheme.is_open,
            reason=view.read(scheme.reason),
        )  # fmt: skip

    def _amount(self, column: Column) -> None:
        """How much: the base of the employee scheme, or the step of the resident one."""
        view, plan, draft = self.view, self.plan, self.draft
        if draft.pension is None or draft.pension is Scheme.NONE:
            return
        self._space(column, 5, 0.5)
        rect = pygame.FRect(column.left, column.y, column.width, 0)
        widget: Widget
        if draft.pension is Scheme.EMPLOYEE and plan.bases:
            share = draft.base or plan.base_share
            amount = plan.base_yuan * share / plan.base_share if plan.base_share else 0.0
            value = view.say("plan.base_value", amount=yuan(amount, view.language), share=share)
            low, high = (f"{end * 100:.0f}%" for end in (plan.bases[0], plan.bases[-1]))
            widget = Slider(
                "base", rect, view.say("plan.base"), value, plan.bases, share, low=low, high=high,
                area=self.area,
            )  # fmt: skip
        elif draft.pension is Scheme.RESIDENT and plan.tiers:
            tier = draft.tier or plan.tiers[0]
            value = yuan(tier, view.language)
            label = self._label(column, view.say("plan.tier"), STEPPER_WIDTH, rect)
            widget = Stepper("tier", rect, label, value, plan.tiers, tier, area=self.area)
        else:
            return
        rect.height = widget.height(view, column.width)
        column.y = rect.bottom
        self._controls.append(widget)

    def _label(self, column: Column, words: str, control: float, rect: pygame.FRect) -> str:
        """The label of a control, or nothing after it was set above one it does not fit beside."""
        size = self.view.type.measure(words, theme.LABEL)
        control *= 0.6 + 0.4 * self.view.text_factor
        if size.width + 16 + control <= column.width:
            return words
        column.y = rect.top
        column.words(words, theme.LABEL)
        rect.top = column.y
        return ""

    def _savings(self, column: Column) -> None:
        steps = self.plan.savings_steps
        share = self.draft.savings if self.draft.savings is not None else steps[0]
        rect = pygame.FRect(column.left, column.y, column.width, 0)
        label = self._label(column, self.view.say("plan.savings"), STEPPER_WIDTH, rect)
        value = f"{share * 100:.0f}%"
        widget = Stepper("savings", rect, label, value, steps, share, area=self.area)
        rect.height = widget.height(self.view, column.width)
        column.y = rect.bottom
        self._controls.append(widget)

    def _pace(self, column: Column) -> None:
        view, paces = self.view, self.plan.paces
        rect = pygame.FRect(column.left, column.y, column.width, 0)
        words = view.say("plan.pace")
        label = self._label(column, words, CONTROL_WIDTH, rect)
        if label:
            rect.width = CONTROL_WIDTH * (0.6 + 0.4 * view.text_factor)
            rect.right = column.right
        tiles = [Tile(id=str(pace), label=view.say(f"plan.pace.{_pace_name(pace)}"))
                 for pace in paces]  # fmt: skip
        chosen = min(paces, key=lambda pace: abs(pace - (self.draft.pace or 1.0)))
        widget = Segmented("pace", rect, tiles, str(chosen), area=self.area)
        rect.height = max(34.0, widget.height(view, rect.width))
        if label:
            beside = pygame.FRect(column.left, rect.top, rect.left - column.left, rect.height)

            def paint(surface: pygame.Surface) -> None:
                view.type.draw(
                    surface, words, beside.midleft, theme.LABEL, theme.INK, anchor="midleft"
                )

            column.add(beside, paint, "pace")
        column.y = rect.bottom
        self._controls.append(widget)

    def _month(self, column: Column) -> None:
        view = self.view
        price = view.say("life.plan_price", **price_parts(view, self.plan))
        column.row(
            view.say("plan.month"), theme.LABEL, theme.INK, price, theme.NOTE, theme.MUTE_TEXT,
        )  # fmt: skip
        self._space(column, 4, 0.25)
        picture = month_bar(view, column.width, self.plan.month)
        column.picture(picture.height, lambda surface, rect: picture.draw(surface, rect), "month")


def _pace_name(pace: float) -> str:
    return "slow" if pace < 0.99 else "long" if pace > 1.01 else "usual"
