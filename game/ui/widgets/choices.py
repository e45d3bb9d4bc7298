"""One of several: big tiles with a caption and a price, and a row of tabs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui import theme
from game.ui.input import KeyPress
from game.ui.theme import Colour
from game.ui.view import View
from game.ui.widgets.base import Chosen, Signal, Widget
from game.ui.widgets.scroll import ScrollArea

TILE_GAP = 12.0
TILE_PADDING = 10.0
TAB_GAP = 28.0
UNDERLINE = 3.0
STEPS = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One of the options: its id, words and price, or why it is closed."""

    id: str
    label: str
    note: str = ""
    is_enabled: bool = True
    reason: str = ""

    @property
    def shown_note(self) -> str:
        """The note, or the reason of a closed tile."""
        return self.note if self.is_enabled or not self.reason else self.reason


class Choice(Widget):
    """What tiles and tabs share: left and right choose the next open one."""

    def __init__(
        self,
        name: str,
        rect: pygame.FRect,
        tiles: Sequence[Tile],
        chosen: str,
        *,
        area: ScrollArea | None = None,
        inside: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(name, rect, area=area, inside=inside, hint=hint)
        self.tiles = tuple(tiles)
        self.chosen = chosen
        self._widths: list[float] = []

    @property
    def focus_rect(self) -> pygame.FRect:
        """The ring goes around the chosen option."""
        for index, tile in enumerate(self.tiles):
            if tile.id == self.chosen:
                return self.place(index)
        return self.rect

    def place(self, index: int) -> pygame.FRect:
        """Where an option stands, in units."""
        count = len(self.tiles)
        width = (self.rect.width - TILE_GAP * (count - 1)) / count
        left = self.rect.left + index * (width + TILE_GAP)
        return pygame.FRect(left, self.rect.top, width, self.rect.height)

    def key(self, event: KeyPress) -> Signal | None:
        """Left and right choose."""
        step = STEPS.get(event.key)
        open_tiles = [tile.id for tile in self.tiles if tile.is_enabled]
        if step is None or not open_tiles:
            return None
        here = open_tiles.index(self.chosen) if self.chosen in open_tiles else -1
        there = min(max(0, here + step), len(open_tiles) - 1)
        return Chosen(name=self.name, option=open_tiles[there]) if there != here else None

    def point(self, x: float, y: float, *, is_down: bool) -> Signal | None:
        """A press chooses the option under the pointer."""
        if not is_down:
            return None
        for index, tile in enumerate(self.tiles):
            if tile.is_enabled and self.place(index).collidepoint(x, y):
                return Chosen(name=self.name, option=tile.id)
        return None


class Segmented(Choice):
    """Tiles side by side, each with a caption and its price; the chosen one is outlined."""

    def __init__(
        self,
        name: str,
        rect: pygame.FRect,
        tiles: Sequence[Tile],
        chosen: str,
        *,
        accent: Colour = theme.GOLD,
        area: ScrollArea | None = None,
        inside: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(name, rect, tiles, chosen, area=area, inside=inside, hint=hint)
        self.accent = accent

    def height(self, view: View, width: float) -> float:
        """Height the tallest tile needs at this width."""
        room = (width - TILE_GAP * (len(self.tiles) - 1)) / len(self.tiles) - 2 * TILE_PADDING
        return max(sum(_tile_sizes(view, tile, room)) for tile in self.tiles) + 2 * TILE_PADDING - 4

    def draw(self, surface: pygame.Surface, view: View) -> None:
        """Draw all tiles."""
        for index, tile in enumerate(self.tiles):
            self._draw_tile(surface, view, tile, self.place(index))

    def _draw_tile(
        self, surface: pygame.Surface, view: View, tile: Tile, rect: pygame.FRect
    ) -> None:
        is_chosen = tile.id == self.chosen
        fill = theme.WHITE if tile.is_enabled else theme.SAND
        view.card(
            surface, rect, fill, radius=theme.BUTTON_RADIUS, has_shadow=False,
            outline=self.accent if is_chosen else theme.LINE,
            outline_width=2.5 if is_chosen else theme.LINE_WIDTH,
        )  # fmt: skip
        room = rect.width - 2 * TILE_PADDING
        label, note = _tile_sizes(view, tile, room)
        top = rect.centery - (label + note) / 2
        colour = theme.INK if tile.is_enabled else theme.MUTE_TEXT
        view.type.draw(
            surface, tile.label, (rect.centerx, top), theme.LABEL, colour, anchor="midtop",
            max_width=room,
        )  # fmt: skip
        view.type.draw(
            surface, tile.shown_note, (rect.centerx, top + label), theme.NOTE, theme.MUTE_TEXT,
            anchor="midtop", max_width=room,
        )  # fmt: skip
        if is_chosen:
            _draw_corner(surface, view, rect, self.accent)


class TabRow(Choice):
    """Words in a row; the chosen one is underlined."""

    focus_gap = 5.0
    radius = 6.0

    def height(self, view: View, width: float) -> float:
        """Height of one line and its underline."""
        return view.type.line_height(theme.LABEL) + 12

    def prepare(self, view: View) -> TabRow:
        """Measure the words, so that each tab is as wide as its own."""
        self._widths = [view.type.measure(tile.label, theme.LABEL).width for tile in self.tiles]
        return self

    def place(self, index: int) -> pygame.FRect:
        """Where a tab stands, in units."""
        left = self.rect.left + sum(self._widths[:index]) + TAB_GAP * index
        return pygame.FRect(left, self.rect.top, self._widths[index], self.rect.height)

    def draw(self, surface: pygame.Surface, view: View) -> None:
        """Draw the words and the underline of the chosen tab."""
        for index, tile in enumerate(self.tiles):
            rect = self.place(index)
            colour = theme.INK if tile.id == self.chosen else theme.MUTE_TEXT
            view.type.draw(
                surface, tile.label, (rect.left, rect.top), theme.LABEL, colour, anchor="topleft"
            )
            if tile.id == self.chosen:
                line = pygame.FRect(rect.left, rect.bottom - UNDERLINE, rect.width, UNDERLINE)
                view.fill(surface, line, theme.GOLD, UNDERLINE / 2)


def _tile_sizes(view: View, tile: Tile, room: float) -> tuple[float, float]:
    label = view.type.measure(tile.label, theme.LABEL, room).height
    note = view.type.measure(tile.shown_note, theme.NOTE, room).height if tile.shown_note else 0.0
    return label, note


def _draw_corner(surface: pygame.Surface, view: View, rect: pygame.FRect, accent: Colour) -> None:
    """A small filled dot in the chosen tile, so that colour is not the only sign."""
    dot = pygame.FRect(rect.right - 18, rect.top + 8, 10, 10)
    view.fill(surface, dot, accent, 5)
