"""Values moved in steps: a slider with stops, and a stepper."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.ui import theme
from game.ui.input import KeyPress
from game.ui.theme import Colour
from game.ui.view import View
from game.ui.widgets.base import Moved, Signal, Widget
from game.ui.widgets.scroll import ScrollArea

TRACK_HEIGHT = 8.0
KNOB = 24.0
PAGE = 4
STEPS = {
    pygame.K_LEFT: -1, pygame.K_RIGHT: 1, pygame.K_PAGEDOWN: -PAGE, pygame.K_PAGEUP: PAGE,
    pygame.K_HOME: -10_000, pygame.K_END: 10_000,
}  # fmt: skip


class Stops(Widget):
    """What slider and stepper share: a value that is one of the stops, and keys to move it."""

    def __init__(
        self,
        name: str,
        rect: pygame.FRect,
        label: str,
        value_words: str,
        stops: Sequence[float],
        value: float,
        *,
        area: ScrollArea | None = None,
        inside: str = "",
        hint: str = "",
        is_enabled: bool = True,
    ) -> None:
        super().__init__(name, rect, area=area, inside=inside, hint=hint, is_enabled=is_enabled)
        self.label = label
        self.value_words = value_words
        self.stops = tuple(stops)
        self.value = value

    @property
    def index(self) -> int:
        """Number of the stop nearest to the value."""
        return min(range(len(self.stops)), key=lambda index: abs(self.stops[index] - self.value))

    def key(self, event: KeyPress) -> Signal | None:
        """Left and right move by a stop, Page keys by four, Home and End to the ends."""
        step = STEPS.get(event.key)
        return None if step is None else self.to(self.index + step)

    def to(self, index: int) -> Signal | None:
        """Move to a stop; None if it is there already."""
        index = min(max(0, index), len(self.stops) - 1)
        if index == self.index:
            return None
        self.value = self.stops[index]
        return Moved(name=self.name, value=self.value)


class Slider(Stops):
    """A label, the value in words at the right, a track with a knob, and words at both ends."""

    def __init__(
        self,
        name: str,
        rect: pygame.FRect,
        label: str,
        value_words: str,
        stops: Sequence[float],
        value: float,
        *,
        low: str = "",
        high: str = "",
        accent: Colour = theme.GOLD,
        area: ScrollArea | None = None,
        inside: str = "",
        hint: str = "",
        is_enabled: bool = True,
    ) -> None:
        super().__init__(
            name, rect, label, value_words, stops, value, area=area, inside=inside, hint=hint,
            is_enabled=is_enabled,
        )  # fmt: skip
        self.low = low
        self.high = high
        self.accent = accent

    def height(self, view: View, width: float) -> float:
        """Height of words, track and end words."""
        ends = view.type.line_height(theme.NOTE) if self.low or self.high else 0.0
        return self._head(view, width) + KNOB + 4 + ends

    def point(self, x: float, y: float, *, is_down: bool) -> Signal | None:
        """Press or drag: the nearest stop."""
        left, width = self._track()
        share = (x - left) / width
        return self.to(round(share * (len(self.stops) - 1)))

    def draw(self, surface: pygame.Surface, view: View) -> None:
        """Draw words, track and knob."""
        head = self._head(view, self.rect.width)
        self._draw_words(surface, view, head)
        left, width = self._track()
        middle = self.rect.top + head + 2 + KNOB / 2
        share = self.index / max(1, len(self.stops) - 1)
        track = pygame.FRect(
            self.rect.left, middle - TRACK_HEIGHT / 2, self.rect.width, TRACK_HEIGHT
        )
        view.fill(surface, track, theme.TRACK, TRACK_HEIGHT / 2)
        accent = self.accent if self.is_enabled else theme.TAUPE
        filled = track.copy()
        filled.width = left + width * share - self.rect.left
        if filled.width > TRACK_HEIGHT:
            view.fill(surface, filled, accent, TRACK_HEIGHT / 2)
        knob = pygame.FRect(0, 0, KNOB, KNOB)
        knob.center = (left + width * share, middle)
        view.card(
            surface, knob, theme.WHITE, radius=KNOB / 2, has_shadow=False, outline=accent,
            outline_width=4.0,
        )  # fmt: skip

    def _draw_words(self, surface: pygame.Surface, view: View, head: float) -> None:
        view.type.draw(surface, self.label, self.rect.topleft, theme.LABEL, theme.INK)
        line = view.type.line_height(theme.LABEL)
        view.type.draw(
            surface, self.value_words, (self.rect.right, self.rect.top + head - line), theme.LABEL,
            theme.INK, anchor="topright",
        )  # fmt: skip
        bottom = self.rect.top + head + KNOB + 4
        view.type.draw(surface, self.low, (self.rect.left, bottom), theme.NOTE, theme.MUTE_TEXT)
        view.type.draw(
            surface, self.high, (self.rect.right, bottom), theme.NOTE, theme.MUTE_TEXT,
            anchor="topright",
        )  # fmt: skip

    def _head(self, view: View, width: float) -> float:
        """Height of label and value: one row, or two where they would meet."""
        line = view.type.line_height(theme.LABEL)
        words = sum(
            view.type.measure(part, theme.LABEL).width for part in (self.label, self.value_words)
        )
        return line if words + 16 <= width else 2 * line

    def _track(self) -> tuple[float, float]:
        return self.rect.left + KNOB / 2, self.rect.width - KNOB


class Stepper(Stops):
    """A label at the left and, at the right, − value +."""

    def height(self, view: View, width: float) -> float:
        """Height of one row."""
        return max(36.0, view.type.line_height(theme.LABEL) + 12)

    def point(self, x: float, y: float, *, is_down: bool) -> Signal | None:
        """A press on − or + moves by a stop."""
        if not is_down:
            return None
        side = self.rect.height
        if x >= self.rect.right - side:
            return self.to(self.index + 1)
        if self.rect.right - self._span() <= x <= self.rect.right - self._span() + side:
            return self.to(self.index - 1)
        return None

    def draw(self, surface: pygame.Surface, view: View) -> None:
        """Draw label, buttons and value."""
        view.type.draw(
            surface, self.label, self.rect.midleft, theme.LABEL, theme.INK, anchor="midleft"
        )
        side = self.rect.height
        marks = (("−", self.rect.right - self._span(), self.index > 0),
                 ("+", self.rect.right - side, self.index < len(self.stops) - 1))  # fmt: skip
        for mark, left, is_open in marks:
            disc = pygame.FRect(left, self.rect.top, side, side)
            view.fill(surface, disc, theme.PRESSED if is_open else theme.SAND, side / 2)
            colour = theme.INK if is_open else theme.MUTE_TEXT
            view.type.draw(surface, mark, disc.center, theme.SUBHEAD, colour, anchor="center")
        middle = (self.rect.right - self._span() / 2, self.rect.centery)
        view.type.draw(surface, self.value_words, middle, theme.LABEL, theme.INK, anchor="center")

    def _span(self) -> float:
        """From the left edge of − to the right edge of +."""
        return max(220.0, self.rect.height * 5.0)
