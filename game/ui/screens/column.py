"""A column: words and pictures one below the other, measured when laid out and drawn later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

import pygame

from game.ui import theme
from game.ui.screen import Box
from game.ui.theme import Colour, Style
from game.ui.view import View

Painter = Callable[[pygame.Surface], None]
ROW_GAP = 16.0
"""Least room between the two ends of a row, in units."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something in a column: its name, its place in units and how it is drawn."""

    name: str
    rect: pygame.FRect
    paint: Painter | None


class Column:
    """Lays out downward from a corner; everything below moves when something grows."""

    def __init__(self, view: View, left: float, top: float, width: float, name: str = "") -> None:
        self.view = view
        self.left = left
        self.top = top
        self.width = width
        self.y = top
        self.name = name
        self.pieces: list[Piece] = []

    @property
    def height(self) -> float:
        """From the top to where the next piece would stand."""
        return self.y - self.top

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    def space(self, units: float) -> None:
        """Leave room."""
        self.y += units

    def words(
        self,
        text: str,
        style: Style,
        colour: Colour = theme.INK,
        *,
        is_centred: bool = False,
        inset: float = 0.0,
    ) -> pygame.FRect:
        """A paragraph as wide as the column, less an inset at the left; nothing if it is empty."""
        if not text:
            return pygame.FRect(self.left, self.y, 0, 0)
        room = self.width - inset
        size = self.view.type.measure(text, style, room)
        width = room if is_centred else min(room, size.width)
        rect = pygame.FRect(self.left + inset, self.y, width, size.height)
        at = (rect.centerx, rect.top) if is_centred else rect.topleft
        anchor: Literal["midtop", "topleft"] = "midtop" if is_centred else "topleft"
        return self.add(
            rect,
            lambda surface: self._draw(surface, text, at, style, colour, anchor, room),
            text[:12],
        )

    def heading(self, text: str) -> pygame.FRect:
        """A title; smaller where it would take more than a line."""
        fits = self.view.type.fits(text, theme.TITLE, self.width)
        return self.words(text, theme.TITLE if fits else theme.HEADING)

    def row(
        self,
        start: str,
        style: Style,
        colour: Colour,
        end: str,
        end_style: Style,
        end_colour: Colour,
        *,
        inset: float = 0.0,
    ) -> pygame.FRect:
        """Words at the left and at the right on one baseline; two lines where they would meet."""
        type_ = self.view.type
        room = self.width - inset
        width = type_.measure(end, end_style).width
        tall = max(type_.line_height(style), type_.line_height(end_style))
        if type_.measure(start, style).width + ROW_GAP + width > room:
            first = self.words(start, style, colour, inset=inset)
            second = type_.measure(end, end_style, room)
            at = (self.right, self.y)
            rect = pygame.FRect(self.left + inset, self.y, room, second.height)
            self.add(
                rect,
                lambda surface: self._draw(
                    surface, end, at, end_style, end_colour, "topright", room
                ),
                end[:12],
            )
            return first.union(rect)
        middle = (self.y + self.y + tall) / 2 + 0.37 * style.size * type_.text_factor
        rect = pygame.FRect(self.left + inset, self.y, room, tall)

        def paint(surface: pygame.Surface) -> None:
            type_.draw(surface, start, (rect.left, middle), style, colour, anchor="baseline")
            type_.draw(
                surface, end, (rect.right, middle), end_style, end_colour, anchor="baseline-right"
            )

        return self.add(rect, paint, start[:12])

    def picture(self, height: float, paint: Callable[[pygame.Surface, pygame.FRect], None],
                name: str = "picture") -> pygame.FRect:  # fmt: skip
        """A picture as wide as the column."""
        rect = pygame.FRect(self.left, self.y, self.width, height)
        return self.add(rect, lambda surface: paint(surface, rect), name)

    def rule(self, before: float = 8.0, after: float = 8.0) -> None:
        """A hairline with room around it."""
        y = self.y + before
        rect = pygame.FRect(self.left, y, self.width, 2)
        self.pieces.append(
            Piece("rule", rect, lambda surface: self.view.rule(surface, self.left, self.right, y))
        )
        self.y = y + 2 + after

    def room(self, height: float) -> pygame.FRect:
        """Room for a widget, which draws itself."""
        rect = pygame.FRect(self.left, self.y, self.width, height)
        self.y += height
        return rect

    def add(self, rect: pygame.FRect, paint: Painter, name: str) -> pygame.FRect:
        """A piece whose place is known; the column goes on below it."""
        self.pieces.append(Piece(name, rect, paint))
        self.y = max(self.y, rect.bottom)
        return rect

    def draw(self, surface: pygame.Surface) -> None:
        """Draw all pieces."""
        for piece in self.pieces:
            if piece.paint is not None:
                piece.paint(surface)

    @property
    def last(self) -> str:
        """Name of the box of the last piece."""
        return self._box_name(len(self.pieces) - 1)

    def boxes(self, inside: str) -> Iterator[Box]:
        """The pieces, for layout checks."""
        for index, piece in enumerate(self.pieces):
            yield Box(self._box_name(index), piece.rect, inside)

    def _box_name(self, index: int) -> str:
        return f"{self.name}.{index}.{self.pieces[index].name}"

    def _draw(
        self,
        surface: pygame.Surface,
        text: str,
        at: tuple[float, float],
        style: Style,
        colour: Colour,
        anchor: Literal["midtop", "topleft", "topright"],
        room: float,
    ) -> None:
        self.view.type.draw(surface, text, at, style, colour, anchor=anchor, max_width=room)
