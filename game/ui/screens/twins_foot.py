"""The foot of the twins: the wealth of both by age, and the buttons that let years pass."""

from __future__ import annotations

import pygame

from game.play.twin_view import TwinStory
from game.ui import theme
from game.ui.charts import WealthChart, WealthLine
from game.ui.screen import Box
from game.ui.screens.twins_card import COLOURS, INKS
from game.ui.view import View
from game.ui.widgets import Button, Widget

AROUND = 12.0
PADDING = 22.0
CHART = 76.0
BUTTON_GAP = 8.0
HEAD_GAP = 4.0
FOOT_GAP = 8.0
SHORTCUTS = ("run", "step", "leap", "swap", "plans")


class TwinsFoot:
    """A card along the bottom: heading and buttons on one line, the chart below."""

    def __init__(
        self, view: View, story: TwinStory | None, index: int, *, is_running: bool,
        is_swapped: bool, can_choose: bool,
    ) -> None:  # fmt: skip
        self.view = view
        self.story = story
        self.index = index
        self.is_running = is_running
        self.is_swapped = is_swapped
        self.names = SHORTCUTS if can_choose else SHORTCUTS[:-1]
        self._line = Button.least_height(view)
        chart = CHART * (0.4 + 0.6 * view.text_factor)
        height = 10 + self._line + HEAD_GAP + chart + FOOT_GAP
        self.rect = pygame.FRect(
            AROUND, view.height - AROUND - height, view.width - 2 * AROUND, height
        )
        self._title = view.say("twins.wealth")
        self.widgets: list[Widget] = [*self._lay_buttons()]
        top = self.rect.top + 10 + self._line + HEAD_GAP
        self._plot = pygame.FRect(
            self.rect.left + PADDING, top, self.rect.width - 2 * PADDING, chart
        )

    def boxes(self) -> list[Box]:
        """The card and what is in it."""
        return [
            Box("foot", self.rect),
            Box("foot.title", self._title_rect(), "foot"),
            Box("foot.chart", self._plot, "foot"),
        ]

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the card without its buttons."""
        view, story = self.view, self.story
        view.card(surface, self.rect, theme.PAPER)
        at = self._title_rect().midleft
        view.type.draw(surface, self._title, at, theme.LABEL, theme.INK, anchor="midleft")
        if story is None:
            return
        lines = [
            WealthLine(
                values=[year.sides[side].wealth for year in story.years],
                colour=COLOURS[side], ink=INKS[side],
            )
            for side in (0, 1)
        ]  # fmt: skip
        ages = (story.years[0].age, story.years[-1].age)
        storms = [year.age for year in story.years if year.storm is not None]
        WealthChart(view, ages, lines, self.index + 1, storms).draw(surface, self._plot)

    def _title_rect(self) -> pygame.FRect:
        width = self.view.type.measure(self._title, theme.LABEL).width
        return pygame.FRect(self.rect.left + PADDING, self.rect.top + 10, width, self._line)

    def _lay_buttons(self) -> list[Button]:
        """From the right, with their keys where there is room for them."""
        view = self.view
        free = self.rect.width - 2 * PADDING - self._title_rect().width - 24
        labels = [self._label(name, "full") for name in self.names]
        widths = [Button.size(view, label)[0] - 14 for label in labels]
        is_short = sum(widths) + BUTTON_GAP * (len(widths) - 1) > free
        if is_short:
            labels = [self._label(name, "short") for name in self.names]
            widths = [Button.size(view, label)[0] - 20 for label in labels]
        right = self.rect.right - PADDING
        found: list[Button] = []
        for name, label, width in reversed([*zip(self.names, labels, widths, strict=True)]):
            rect = pygame.FRect(right - width, self.rect.top + 10, width, self._line)
            found.insert(
                0,
                Button(
                    name, rect, label, kind="primary" if name == "run" else "quiet",
                    inside="foot", hint=self._label(name, "full") if is_short else "",
                    is_enabled=self._is_open(name),
                ),
            )  # fmt: skip
            right -= width + BUTTON_GAP
        return found

    def _is_open(self, name: str) -> bool:
        if name == "plans":
            return True
        if self.story is None:
            return False
        is_at_end = self.index == len(self.story.years) - 1
        return name in ("run", "swap") or not is_at_end

    def _label(self, name: str, kind: str) -> str:
        if name == "run":
            is_at_end = self.story is not None and self.index == len(self.story.years) - 1
            name = "pause" if self.is_running else "again" if is_at_end else "run"
        return self.view.say(f"twins.{kind}.{name}")
