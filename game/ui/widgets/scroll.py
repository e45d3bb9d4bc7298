"""A scroll area: what does not fit a card at large text or in a small window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pygame

from game.ui.theme import CONTROL_LINE, TRACK
from game.ui.view import View

WHEEL_UNITS = 48.0
BAR_WIDTH = 6.0
LEAST_BAR = 32.0
REVEAL_MARGIN = 12.0


class ScrollArea:
    """A window on content that may be higher (or wider) than it is.

    The screen keeps the area over its layouts. In ``build`` it sets ``rect``, lays out from
    ``origin`` (the place of the content's top left, scroll already taken off), and ends with
    ``fit(content_size)``. Scrolling makes the screen build again.
    """

    def __init__(self, name: str, *, is_sideways: bool = False) -> None:
        self.name = name
        self.rect = pygame.FRect(0, 0, 0, 0)
        self.is_sideways = is_sideways
        self.offset = 0.0
        self.content = 0.0

    @property
    def origin(self) -> tuple[float, float]:
        """Where the content begins."""
        if self.is_sideways:
            return self.rect.left - self.offset, self.rect.top
        return self.rect.left, self.rect.top - self.offset

    @property
    def room(self) -> float:
        """How much of the content is seen at once."""
        return self.rect.width if self.is_sideways else self.rect.height

    @property
    def overflow(self) -> float:
        """How much of the content does not fit."""
        return max(0.0, self.content - self.room)

    def fit(self, content: float) -> bool:
        """Tell how high (or wide) the content came out; True if the offset had to be mended."""
        self.content = content
        return self.move(0.0)

    def move(self, units: float) -> bool:
        """Scroll; True if it moved."""
        before = self.offset
        self.offset = min(max(0.0, self.offset + units), self.overflow)
        return self.offset != before

    def page(self, direction: int) -> bool:
        """Scroll by most of a page."""
        return self.move(direction * 0.85 * self.room)

    def reveal(self, rect: pygame.FRect) -> bool:
        """Scroll just so far that ``rect`` is seen; True if it moved."""
        near, far = (rect.left, rect.right) if self.is_sideways else (rect.top, rect.bottom)
        start = self.rect.left if self.is_sideways else self.rect.top
        if near < start + REVEAL_MARGIN:
            return self.move(near - start - REVEAL_MARGIN)
        if far > start + self.room - REVEAL_MARGIN:
            return self.move(min(far - start - self.room, near - start) + REVEAL_MARGIN)
        return False

    @contextmanager
    def clipped(self, surface: pygame.Surface, view: View) -> Iterator[None]:
        """Draw only inside the area."""
        before = surface.get_clip()
        surface.set_clip(view.pixels(self.rect).clip(before))
        try:
            yield
        finally:
            surface.set_clip(before)

    def draw_bar(self, surface: pygame.Surface, view: View) -> None:
        """Show where in the content we are, if it does not all fit."""
        if self.overflow <= 0.5:
            return
        if not self.is_sideways:
            for y, is_cut in ((self.rect.top, self.offset > 0.5),
                              (self.rect.bottom, self.offset < self.overflow - 0.5)):  # fmt: skip
                if is_cut:
                    view.rule(surface, self.rect.left, self.rect.right, y)
        track = pygame.FRect(self.rect.right - BAR_WIDTH, self.rect.top, BAR_WIDTH, self.room)
        if self.is_sideways:
            track = pygame.FRect(self.rect.left, self.rect.bottom - BAR_WIDTH, self.room, BAR_WIDTH)
        length = max(LEAST_BAR, self.room * self.room / self.content)
        start = (self.room - length) * self.offset / self.overflow
        thumb = track.copy()
        if self.is_sideways:
            thumb.left, thumb.width = track.left + start, length
        else:
            thumb.top, thumb.height = track.top + start, length
        for rect, fill in ((track, TRACK), (thumb, CONTROL_LINE)):
            view.card(surface, rect, fill, radius=BAR_WIDTH / 2, has_shadow=False)
