"""An option of an event card: a lettered button with its price, and what that is made of."""

from __future__ import annotations

import pygame

from game.play.views import OptionView
from game.ui import theme
from game.ui.screens.option_price import parts_words, price_of
from game.ui.view import View
from game.ui.widgets import ChoiceButton, ScrollArea

LETTERS = "ABCDEFGH"
PADDING = 12.0
LETTER_SIDE = 26.0
LETTER_GAP = 12.0
RIGHT = 16.0
PRICE_GAP = 16.0
LEAST_HEIGHT = 52.0


class OptionButton(ChoiceButton):
    """One answer: letter, label and note at the left, its price with the period at the right."""

    def __init__(
        self, view: View, index: int, option: OptionView, rect: pygame.FRect, area: ScrollArea
    ) -> None:
        self.cost = price_of(view, option)
        self.parts = parts_words(view, option)
        """What the sum of the year is made of, where it is more than one thing."""
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
        top += label
        soft = theme.INK_SOFT if self.is_enabled else theme.MUTE_TEXT
        for words, colour in ((self.note, theme.MUTE_TEXT), (self.parts, soft)):
            if words:
                view.type.draw(surface, words, (left, top), theme.NOTE, colour, max_width=room)
                top += view.type.measure(words, theme.NOTE, room).height

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
        if self.cost.besides:
            below += view.type.measure(self.cost.period, theme.NOTE).height
            colour = self.cost.besides_colour if self.is_enabled else theme.MUTE_TEXT
            view.type.draw(
                surface, self.cost.besides, (right, below), theme.NOTE, colour, anchor="topright"
            )

    def _heights(self, view: View, width: float) -> tuple[float, float]:
        """Height of the words and of the price."""
        room, measure = self._words_room(view, width), view.type.measure
        words = measure(self.label, theme.LABEL, room).height
        for lines in (self.note, self.parts):
            words += measure(lines, theme.NOTE, room).height if lines else 0.0
        small = measure(self.cost.period, theme.NOTE).height
        if self.cost.besides:
            small += measure(self.cost.besides, theme.NOTE).height
        return words, view.type.line_height(theme.LABEL) + small

    def _words_left(self, view: View) -> float:
        return PADDING + LETTER_SIDE * view.text_factor + LETTER_GAP

    def _words_room(self, view: View, width: float) -> float:
        measure = view.type.measure
        price = max(
            measure(self.cost.amount, theme.LABEL).width,
            measure(self.cost.period, theme.NOTE).width,
            measure(self.cost.besides, theme.NOTE).width,
        )
        return width - self._words_left(view) - price - PRICE_GAP - RIGHT
