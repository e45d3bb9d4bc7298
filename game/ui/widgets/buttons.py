"""Buttons: pills, round icon buttons, and the lettered choices of an event."""

from __future__ import annotations

from typing import Literal, TypeAlias

import pygame

from game.ui import theme
from game.ui.theme import Colour
from game.ui.view import View
from game.ui.widgets.base import Pressed, Signal, Widget
from game.ui.widgets.scroll import ScrollArea

Kind: TypeAlias = Literal["primary", "quiet", "plain"]
"""A dark pill (one a screen), a sand pill, or words alone."""
Tone: TypeAlias = Literal["cost", "gain", "plain"]
TONES: dict[Tone, Colour] = {
    "cost": theme.RED_TEXT, "gain": theme.JADE_TEXT, "plain": theme.INK,
}  # fmt: skip
PILL_PADDING = 22.0
CHOICE_PADDING = 12.0
LETTER_SIZE = 26.0
LETTER_LEFT = 14.0
LETTER_RIGHT = 12.0
PRICE_GAP = 16.0


class Button(Widget):
    """A pill with words."""

    def __init__(
        self,
        name: str,
        rect: pygame.FRect,
        label: str,
        *,
        kind: Kind = "quiet",
        area: ScrollArea | None = None,
        inside: str = "",
        shortcut: int | None = None,
        hint: str = "",
        is_enabled: bool = True,
    ) -> None:
        super().__init__(
            name, rect, area=area, inside=inside, shortcut=shortcut, hint=hint,
            is_enabled=is_enabled,
        )  # fmt: skip
        self.label = label
        self.kind = kind
        self.radius = rect.height / 2

    @staticmethod
    def size(view: View, label: str) -> tuple[float, float]:
        """Width and height a button with these words takes, in units."""
        words = view.type.measure(label, theme.LABEL)
        return words.width + 2 * PILL_PADDING, Button.least_height(view)

    @staticmethod
    def least_height(view: View) -> float:
        """Height of a button with one line of words, in units."""
        return max(theme.BUTTON_HEIGHT - 4, view.type.line_height(theme.LABEL) + 12)

    def height(self, view: View, width: float) -> float:
        """Height at this width: words that do not fit one line take two."""
        words = view.type.measure(self.label, theme.LABEL, width - PILL_PADDING)
        return max(theme.BUTTON_HEIGHT - 4, words.height + 12)

    def press(self) -> Signal | None:
        """Tell that it was pressed."""
        return Pressed(name=self.name)

    def draw(self, surface: pygame.Surface, view: View) -> None:
        """Draw the pill and its words."""
        fill, colour = self._colours()
        self.radius = min(self.rect.height, Button.least_height(view) + 4) / 2
        if fill is not None:
            view.fill(surface, self.rect, fill, self.radius)
        view.type.draw(
            surface, self.label, self.rect.center, theme.LABEL, colour, anchor="center",
            max_width=self.rect.width - PILL_PADDING,
        )  # fmt: skip

    def _colours(self) -> tuple[Colour | None, Colour]:
        if not self.is_enabled:
            return (None if self.kind == "plain" else theme.SAND), theme.MUTE_TEXT
        is_lit = self.is_hovered or self.is_pressed
        if self.kind == "primary":
            return (theme.INK_HOVER if is_lit else theme.INK), theme.PAPER_LIGHT
        if self.kind == "quiet":
            return (theme.TRACK if is_lit else theme.PRESSED), theme.INK
        return (theme.PRESSED if is_lit else None), theme.INK


class IconButton(Widget):
    """A round button with a picture; its name is the hint, for eyes and for reading aloud."""

    def __init__(
        self,
        name: str,
        rect: pygame.FRect,
        icon: str,
        hint: str,
        *,
        inside: str = "",
        shortcut: int | None = None,
        is_enabled: bool = True,
    ) -> None:
        super().__init__(
            name, rect, inside=inside, shortcut=shortcut, hint=hint, is_enabled=is_enabled
        )
        self.icon = icon
        self.radius = rect.height / 2

    def press(self) -> Signal | None:
        """Tell that it was pressed."""
        return Pressed(name=self.name)

    def draw(self, surface: pygame.Surface, view: View) -> None:
        """Draw the picture, on sand when pointed at."""
        if self.is_enabled and (self.is_hovered or self.is_pressed):
            view.fill(surface, self.rect, theme.PRESSED, self.radius)
        side = self.rect.height * 0.6
        image = view.art.get(self.icon, (side, side), view.scale)
        place = image.get_rect(center=view.pixels(self.rect).center)
        if not self.is_enabled:
            image = image.copy()
            image.set_alpha(90)
        surface.blit(image, place)


class ChoiceButton(Widget):
    """One answer to an event: its letter, label and note, and its price at the right.

    A closed answer stays readable: grey, with the reason in the note's place.
    """

    focus_gap = -theme.FOCUS_WIDTH + 1.0

    def __init__(
        self,
        name: str,
        rect: pygame.FRect,
        letter: str,
        label: str,
        note: str,
        price: str = "",
        *,
        tone: Tone = "plain",
        area: ScrollArea | None = None,
        inside: str = "",
        is_enabled: bool = True,
        reason: str = "",
        shortcut: int | None = None,
        hint: str = "",
    ) -> None:
        super().__init__(
            name, rect, area=area, inside=inside, is_enabled=is_enabled, shortcut=shortcut,
            hint=hint,
        )  # fmt: skip
        self.letter = letter
        self.label = label
        self.note = note if is_enabled or not reason else reason
        self.price = price
        self.tone: Tone = tone

    def height(self, view: View, width: float) -> float:
        """Height at this width: the label and the note may take several lines."""
        label, note = self._sizes(view, width)
        return max(52.0, label + note + 2 * CHOICE_PADDING - 6)

    def press(self) -> Signal | None:
        """Tell that it was pressed."""
        return Pressed(name=self.name)

    def draw(self, surface: pygame.Surface, view: View) -> None:
        """Draw the answer."""
        is_lit = self.is_enabled and (self.is_focused or self.is_hovered)
        fill = theme.WHITE if self.is_enabled else theme.SAND
        edge = theme.GOLD if is_lit else theme.LINE
        view.card(
            surface, self.rect, fill, radius=theme.BUTTON_RADIUS, has_shadow=False,
            outline=edge, outline_width=2.0 if is_lit else theme.LINE_WIDTH,
        )  # fmt: skip
        self._draw_letter(surface, view, is_lit)
        colour = theme.INK if self.is_enabled else theme.MUTE_TEXT
        label, note = self._sizes(view, self.rect.width)
        left, top = self.rect.left + _words_left(view), self.rect.centery - (label + note) / 2
        room = self._room(view, self.rect.width)
        view.type.draw(surface, self.label, (left, top), theme.LABEL, colour, max_width=room)
        if self.note:
            view.type.draw(
                surface, self.note, (left, top + label), theme.NOTE, theme.MUTE_TEXT,
                max_width=room,
            )  # fmt: skip
        tone = TONES[self.tone] if self.is_enabled else theme.MUTE_TEXT
        right = (self.rect.right - 16, self.rect.centery)
        view.type.draw(surface, self.price, right, theme.LABEL, tone, anchor="midright")

    def _draw_letter(self, surface: pygame.Surface, view: View, is_lit: bool) -> None:
        side = _letter_side(view)
        disc = pygame.FRect(0, 0, side, side)
        disc.midleft = (self.rect.left + LETTER_LEFT, self.rect.centery)
        view.fill(surface, disc, theme.INK if is_lit else theme.PRESSED, side / 2)
        colour = theme.PAPER_LIGHT if is_lit else theme.INK
        view.type.draw(surface, self.letter, disc.center, theme.NOTE_BOLD, colour, anchor="center")

    def _room(self, view: View, width: float) -> float:
        price = view.type.measure(self.price, theme.LABEL).width if self.price else 0.0
        return width - _words_left(view) - 16 - (price + PRICE_GAP if self.price else 0.0)

    def _sizes(self, view: View, width: float) -> tuple[float, float]:
        room = self._room(view, width)
        label = view.type.measure(self.label, theme.LABEL, room).height
        note = view.type.measure(self.note, theme.NOTE, room).height if self.note else 0.0
        return label, note


def _letter_side(view: View) -> float:
    return LETTER_SIZE * view.text_factor


def _words_left(view: View) -> float:
    return LETTER_LEFT + _letter_side(view) + LETTER_RIGHT
