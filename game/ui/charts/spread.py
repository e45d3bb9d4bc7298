"""How many of a thousand lives ended where: a histogram with the place of one of them."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.ui import theme
from game.ui.art import svg_of
from game.ui.theme import mixed
from game.ui.view import View

LEAST_HEIGHT = 64.0
TICKS = (0, 20, 40, 60, 80, 100)


class SpreadChart:
    """Bars over the scale from 0 to 100; those between ``low`` and ``high`` are darker."""

    def __init__(
        self, view: View, counts: Sequence[int], *, place: float, low: float, high: float,
        words: str,
    ) -> None:  # fmt: skip
        self.view = view
        self.counts = counts
        self.place = place
        self.low, self.high = low, high
        self.words = words
        self.head = view.type.line_height(theme.NOTE_BOLD) + 6
        self.foot = view.type.line_height(theme.NOTE) + 6
        self.height = LEAST_HEIGHT + self.head + self.foot

    def draw(self, surface: pygame.Surface, rect: pygame.FRect) -> None:
        """Draw into a place, as high as it is."""
        view = self.view
        plot = pygame.FRect(
            rect.left, rect.top + self.head, rect.width, rect.height - self.head - self.foot
        )
        image = view.art.drawn(self._svg(plot), plot.size, view.scale)
        surface.blit(image, view.pixels(plot).topleft)
        view.rule(surface, plot.left, plot.right, plot.bottom)
        for tick in TICKS:
            x = plot.left + plot.width * tick / 100
            half = view.type.measure(str(tick), theme.NOTE).width / 2
            at = (min(max(x, plot.left + half), plot.right - half), plot.bottom + 4)
            view.type.draw(surface, str(tick), at, theme.NOTE, theme.MUTE_TEXT, anchor="midtop")
        self._draw_place(surface, plot)

    def _svg(self, plot: pygame.FRect) -> str:
        tallest = max(max(self.counts, default=1), 1)
        wide = plot.width / max(1, len(self.counts))
        body = ""
        for index, count in enumerate(self.counts):
            if not count:
                continue
            middle = 100 * (index + 0.5) / len(self.counts)
            is_inner = self.low <= middle <= self.high
            fill = mixed(theme.JADE, theme.PAPER_LIGHT, 0.3 if is_inner else 0.68)
            high = max(1.5, plot.height * count / tallest)
            body += (
                f'<path d="M{index * wide + 0.7:.1f} {plot.height:.1f}v{-high:.1f}'
                f'h{wide - 1.4:.1f}v{high:.1f}Z" fill="{fill}"/>'
            )
        return svg_of(plot.width, plot.height, body or "<path/>")

    def _draw_place(self, surface: pygame.Surface, plot: pygame.FRect) -> None:
        """Where this life fell: a red line and its words."""
        view = self.view
        x = plot.left + plot.width * min(1.0, max(0.0, self.place / 100))
        line = pygame.FRect(x - 1.25, plot.top - 4, 2.5, plot.height + 4)
        surface.fill(theme.RED, view.pixels(line))
        half = view.type.measure(self.words, theme.NOTE_BOLD).width / 2
        middle = min(max(x, plot.left + half), plot.right - half)
        view.type.draw(
            surface, self.words, (middle, plot.top - 6), theme.NOTE_BOLD, theme.RED_TEXT,
            anchor="midbottom",
        )  # fmt: skip
