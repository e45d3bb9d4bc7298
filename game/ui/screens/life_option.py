"""An option of an event card: a lettered button whose price says for how long."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pygame

from game.core.text import yuan
from game.play.views import OptionView
from game.ui import theme
from game.ui.screens.playthrough import per_day, signed_yuan
from game.ui.theme import Colour
from game.ui.view import View
from game.ui.widgets import ChoiceButton, ScrollArea

LETTERS = "ABCDEFGH"
PADDING = 12.0
LETTER_SIDE = 26.0
LETTER_GAP = 12.0
RIGHT = 16.0
PRICE_GAP = 16.0
LEAST_HEIGHT = 52.0
SAME_SHARE = 0.1
"""Tax and rounding may part the two sums by so much."""
ROUNDING = 0.5
"""Yuan below which a price is none."""


@dataclass(frozen=True, slots=True)
class Price:
    """The main amount of an option with its colour, and what belongs to it in small."""

    amount: str
    colour: Colour
    period: str
    in_hand: str = ""
    """Beside what is paid in: what the year leaves in hand, in the colour below."""
    in_hand_colour: Colour = theme.INK


def price_of(view: View, option: OptionView) -> Price:
    """What an option changes, in yuan with their period: this year, a month, as debt."""
    say, language = view.say, view.language
    parts: list[Price] = []
    has_cash = abs(option.yuan_now) >= ROUNDING and not is_same_money(option)
    cash_colour = theme.RED_TEXT if option.yuan_now < 0 else theme.JADE_TEXT
    cash = signed_yuan(option.yuan_now, language)
    has_monthly = abs(option.per_month_change) >= ROUNDING
    if has_monthly:
        parts.append(_monthly(view, option.per_month_change))
    elif has_cash:
        parts.append(Price(cash, cash_colour, say("life.this_year")))
    if abs(option.debt_change) >= ROUNDING:
        amount = signed_yuan(option.debt_change, language)
        parts.append(Price(amount, theme.INK, say("life.as_debt")))
    if not parts:
        return Price(yuan(0, language), theme.INK, say("life.now"))
    rest = [say("life.also", amount=part.amount, period=part.period) for part in parts[1:]]
    main = replace(parts[0], period="\n".join([parts[0].period, *rest]))
    if has_monthly and has_cash:
        words = say("life.in_hand", amount=cash)
        return replace(main, in_hand=words, in_hand_colour=cash_colour)
    return main


def _monthly(view: View, change: float) -> Price:
    """What is paid in more or less each month: a contribution, told from money in hand."""
    language = view.language
    key = "life.pay_more" if change > 0 else "life.pay_less"
    day = yuan(abs(per_day(change)), language)
    words = view.say(key, amount=yuan(abs(change), language))
    return Price(words, theme.INK, view.say("life.pay_period", day=day))


def is_same_money(option: OptionView) -> bool:
    """Whether the sum of this year is only the plan's monthly change, twelve times over."""
    year = 12 * option.per_month_change
    return bool(year) and abs(option.yuan_now + year) <= SAME_SHARE * abs(year)


class OptionButton(ChoiceButton):
    """One answer: letter, label and note at the left, its price with the period at the right."""

    def __init__(
        self, view: View, index: int, option: OptionView, rect: pygame.FRect, area: ScrollArea
    ) -> None:
        self.cost = price_of(view, option)
        super().__init__(
            f"option.{index}", rect, LETTERS[index], view.read(option.label),
            view.read(option.note), area=area, is_enabled=option.is_open,
            reason=view.read(option.reason), shortcut=pygame.K_a + index,
        )  # fmt: skip
        rect.height = self.height(view, rect.width)

    def height(self, view: View, width: float) -> float:
        """Height at this width: words and price may each take several lines."""
        return max(LEAST_HEIGHT, *(part + PADDING for part in self._heights(view, width)))

    def draw(self, surface: pygame.Surface, view: View) -> None:
        """Draw the answer and its price."""
        is_lit = self.is_enabled and (self.is_focused or self.is_hovered)
        view.card(
            surface, self.rect, theme.WHITE if self.is_enabled else theme.SAND,
            radius=theme.BUTTON_RADIUS, has_shadow=False,
            outline=theme.GOLD if is_lit else theme.LINE,
            outline_width=2.0 if is_lit else theme.LINE_WIDTH,
        )  # fmt: skip
        self._draw_letter(surface, view, is_lit)
        self._draw_words(surface, view)
        self._draw_price(surface, view)

    def _draw_words(self, surface: pygame.Surface, view: View) -> None:
        room = self._words_room(view, self.rect.width)
        colour = theme.INK if self.is_enabled else theme.MUTE_TEXT
        label = view.type.measure(self.label, theme.LABEL, room).height
        top = self.rect.centery - self._heights(view, self.rect.width)[0] / 2
        left = self.rect.left + self._words_left(view)
        view.type.draw(surface, self.label, (left, top), theme.LABEL, colour, max_width=room)
        if self.note:
            view.type.draw(
                surface, self.note, (left, top + label), theme.NOTE, theme.MUTE_TEXT,
                max_width=room,
            )  # fmt: skip

    def _draw_price(self, surface: pygame.Surface, view: View) -> None:
        colour = self.cost.colour if self.is_enabled else theme.MUTE_TEXT
        top = self.rect.centery - self._heights(view, self.rect.width)[1] / 2
        right = self.rect.right - RIGHT
        view.type.draw(
            surface, self.cost.amount, (right, top), theme.LABEL, colour, anchor="topright"
        )
        below = top + view.type.line_height(theme.LABEL)
        view.type.draw(
            surface, self.cost.period, (right, below), theme.NOTE, theme.MUTE_TEXT,
            anchor="topright",
        )  # fmt: skip
        if self.cost.in_hand:
            below += view.type.measure(self.cost.period, theme.NOTE).height
            colour = self.cost.in_hand_colour if self.is_enabled else theme.MUTE_TEXT
            view.type.draw(
                surface, self.cost.in_hand, (right, below), theme.NOTE, colour, anchor="topright"
            )

    def _heights(self, view: View, width: float) -> tuple[float, float]:
        """Height of the words and of the price."""
        room, measure = self._words_room(view, width), view.type.measure
        words = measure(self.label, theme.LABEL, room).height
        if self.note:
            words += measure(self.note, theme.NOTE, room).height
        small = measure(self.cost.period, theme.NOTE).height
        if self.cost.in_hand:
            small += measure(self.cost.in_hand, theme.NOTE).height
        return words, view.type.line_height(theme.LABEL) + small

    def _words_left(self, view: View) -> float:
        return PADDING + LETTER_SIDE * view.text_factor + LETTER_GAP

    def _words_room(self, view: View, width: float) -> float:
        measure = view.type.measure
        price = max(
            measure(self.cost.amount, theme.LABEL).width,
            measure(self.cost.period, theme.NOTE).width,
            measure(self.cost.in_hand, theme.NOTE).width,
        )
        return width - self._words_left(view) - price - PRICE_GAP - RIGHT
