"""On or off: a switch with words, and a row to be ticked with a price."""

from __future__ import annotations

import pygame

from game.ui import theme
from game.ui.view import View
from game.ui.widgets.base import Signal, Switched, Widget
from game.ui.widgets.scroll import ScrollArea

SWITCH = (48.0, 26.0)
KNOB_INSET = 3.0
BOX = 22.0
TICK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 22 22"><path d="M5.5 11.5 L9.5 15.5'
    f' L16.5 6.8" fill="none" stroke="{theme.PAPER_LIGHT}" stroke-width="2.4"'
    ' stroke-linecap="round" stroke-linejoin="round"/></svg>'
)


class Toggle(Widget):
    """Words at the left, a switch at the right; the switch also says on or off in words."""

    def __init__(
        self,
        name: str,
        rect: pygame.FRect,
        label: str,
        state_words: str,
        *,
        is_on: bool,
        area: ScrollArea | None = None,
        inside: str = "",
        shortcut: int | None = None,
        hint: str = "",
    ) -> None:
        super().__init__(name, rect, area=area, inside=inside, shortcut=shortcut, hint=hint)
        self.label = label
        self.state_words = state_words
        self.is_on = is_on

    def height(self, view: View, width: float) -> float:
        """Height of one row."""
        return max(36.0, view.type.line_height(theme.LABEL) + 8)

    def press(self) -> Signal | None:
        """Turn it."""
        return Switched(name=self.name, is_on=not self.is_on)

    def draw(self, surface: pygame.Surface, view: View) -> None:
        """Draw words and switch."""
        view.type.draw(
            surface, self.label, self.rect.midleft, theme.LABEL, theme.INK, anchor="midleft"
        )
        switch = pygame.FRect(0, 0, *SWITCH)
        switch.midright = self.rect.midright
        fill = theme.JADE_TEXT if self.is_on else theme.CONTROL_LINE
        view.fill(surface, switch, fill, SWITCH[1] / 2)
        side = SWITCH[1] - 2 * KNOB_INSET
        knob = pygame.FRect(switch.left + KNOB_INSET, switch.top + KNOB_INSET, side, side)
        if self.is_on:
            knob.right = switch.right - KNOB_INSET
        view.fill(surface, knob, theme.WHITE, side / 2)
        view.type.draw(
            surface, self.state_words, (switch.left - 12, self.rect.centery), theme.NOTE,
            theme.MUTE_TEXT, anchor="midright",
        )  # fmt: skip


class CheckRow(Widget):
    """A row with a box to tick, words, and a price at the right."""

    focus_gap = -theme.FOCUS_WIDTH + 1.0

    def __init__(
        self,
        name: str,
        rect: pygame.FRect,
        label: str,
        price: str = "",
        *,
        is_on: bool,
        area: ScrollArea | None = None,
        inside: str = "",
        is_enabled: bool = True,
        hint: str = "",
        shortcut: int | None = None,
    ) -> None:
        super().__init__(
            name, rect, area=area, inside=inside, is_enabled=is_enabled, hint=hint,
            shortcut=shortcut,
        )  # fmt: skip
        self.label = label
        self.price = price
        self.is_on = is_on

    def height(self, view: View, width: float) -> float:
        """Height of the words at this width."""
        words = view.type.measure(self.label, theme.LABEL, self._room(view, width))
        return max(38.0, words.height + 16)

    def press(self) -> Signal | None:
        """Tick or untick."""
        return Switched(name=self.name, is_on=not self.is_on)

    def draw(self, surface: pygame.Surface, view: View) -> None:
        """Draw the row."""
        view.card(
            surface, self.rect, theme.WHITE if self.is_enabled else theme.SAND,
            radius=theme.BUTTON_RADIUS, has_shadow=False,
            outline=theme.GOLD if self.is_on else theme.LINE,
            outline_width=2.0 if self.is_on else theme.LINE_WIDTH,
        )  # fmt: skip
        box = pygame.FRect(0, 0, _box_side(view), _box_side(view))
        box.midleft = (self.rect.left + 14, self.rect.centery)
        view.card(
            surface, box, theme.INK if self.is_on else theme.WHITE, radius=6, has_shadow=False,
            outline=theme.INK if self.is_on else theme.CONTROL_LINE,
        )  # fmt: skip
        if self.is_on:
            _draw_tick(surface, view, box)
        colour = theme.INK if self.is_enabled else theme.MUTE_TEXT
        view.type.draw(
            surface, self.label, (box.right + 14, self.rect.centery), theme.LABEL, colour,
            anchor="midleft", max_width=self._room(view, self.rect.width),
        )  # fmt: skip
        right = (self.rect.right - 16, self.rect.centery)
        view.type.draw(surface, self.price, right, theme.LABEL, colour, anchor="midright")

    def _room(self, view: View, width: float) -> float:
        price = view.type.measure(self.price, theme.LABEL).width if self.price else 0.0
        return width - 14 - _box_side(view) - 14 - 16 - price - (16 if price else 0)


def _box_side(view: View) -> float:
    return BOX * (0.5 + 0.5 * view.text_factor)


def _draw_tick(surface: pygame.Surface, view: View, box: pygame.FRect) -> None:
    """A check mark, at the size of its box."""
    image = view.art.drawn(TICK, box.size, view.scale)
    surface.blit(image, image.get_rect(center=view.pixels(box).center))
