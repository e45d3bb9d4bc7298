"""The view: what screens, widgets and pictures are laid out in and drawn with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import pygame

from game.core.text import Language, Text, Value
from game.ui.art import Art
from game.ui.theme import (
    CARD_RADIUS,
    LINE,
    LINE_WIDTH,
    PAPER_LIGHT,
    VEIL,
    VEIL_ALPHA,
    Colour,
    rgb,
)
from game.ui.type import Type
from game.ui.words import Words


class Sounds(Protocol):
    """What can be heard."""

    enabled: bool
    volume: float
    """How loud, 0–1."""

    def play(self, name: str) -> None:
        """Play a sound once; silent where there is no sound."""
        ...

    def rain(self, is_on: bool) -> None:
        """Let it rain, or stop; asking again for the same changes nothing."""
        ...


class Silence:
    """Nothing is heard: until the sounds are loaded, and in tests."""

    enabled = False
    volume = 0.0

    def play(self, name: str) -> None:
        """Play nothing."""

    def rain(self, is_on: bool) -> None:
        """No rain is heard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a screen is laid out in and drawn with."""

    width: float
    """Of the window, in units: at least 1280 wide and 720 high, more on one side."""
    height: float
    scale: float
    """Pixels a unit."""
    text_factor: float
    language: Language
    has_motion: bool
    type: Type
    art: Art
    words: Words
    sound: Sounds = field(default_factory=Silence)

    @property
    def window(self) -> pygame.FRect:
        """The whole window, in units."""
        return pygame.FRect(0, 0, self.width, self.height)

    def say(self, key: str, **values: Value) -> str:
        """Interface words in the player's language, placeholders filled."""
        return self.words[key].filled(values).in_language(self.language)

    def read(self, text: Text) -> str:
        """A text in the player's language."""
        return text.in_language(self.language)

    def pixels(self, rect: pygame.FRect) -> pygame.Rect:
        """A place in whole pixels."""
        left, top = round(rect.left * self.scale), round(rect.top * self.scale)
        right, bottom = round(rect.right * self.scale), round(rect.bottom * self.scale)
        return pygame.Rect(left, top, right - left, bottom - top)

    def card(
        self,
        surface: pygame.Surface,
        rect: pygame.FRect,
        fill: Colour = PAPER_LIGHT,
        *,
        radius: float = CARD_RADIUS,
        has_shadow: bool = True,
        outline: Colour | None = None,
        outline_width: float = LINE_WIDTH,
    ) -> None:
        """A smooth rounded rectangle, by default a paper card with its shadow."""
        self.art.card(
            surface, rect, self.scale, fill, radius,
            shadow=has_shadow, outline=outline, outline_width=outline_width,
        )  # fmt: skip

    def outline(
        self,
        surface: pygame.Surface,
        rect: pygame.FRect,
        colour: Colour,
        width: float,
        *,
        radius: float,
    ) -> None:
        """A smooth rounded outline with nothing inside."""
        self.art.card(
            surface, rect, self.scale, None, radius,
            shadow=False, outline=colour, outline_width=width,
        )  # fmt: skip

    def fill(
        self, surface: pygame.Surface, rect: pygame.FRect, colour: Colour, radius: float = 0.0
    ) -> None:
        """A smooth rounded area without shadow or outline."""
        if radius <= 0:
            surface.fill(colour, self.pixels(rect))
        else:
            self.card(surface, rect, colour, radius=radius, has_shadow=False)

    def rule(self, surface: pygame.Surface, left: float, right: float, y: float) -> None:
        """A hairline between parts of a card."""
        thick = max(1, round(self.scale * LINE_WIDTH))
        start, end = round(left * self.scale), round(right * self.scale)
        surface.fill(LINE, pygame.Rect(start, round(y * self.scale), end - start, thick))

    def veil(self, surface: pygame.Surface) -> None:
        """Darken what has been drawn so far, under an overlay."""
        shade = pygame.Surface(surface.get_size(), pygame.SRCALPHA)
        shade.fill((*rgb(VEIL), VEIL_ALPHA))
        surface.blit(shade, (0, 0))
