"""The ribbon card at the bottom of a life: two bands, the marks, a token for every paid year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pygame

from game.core.text import Text
from game.play.views import RibbonView
from game.ui import theme
from game.ui.charts import Ribbon
from game.ui.screen import Box
from game.ui.screens.column import Column
from game.ui.view import View
from game.ui.widgets import HotSpot, Widget

AROUND = 16.0
FOOT = 10.0
MARGIN = 20.0


class LifeRibbon:
    """Sits at the foot of the window, as high as its words need.

    Args:
        view: what it is laid out in.
        ribbon: the life along one line.
        title: words at its head.
        kept: who is under the umbrella, in a line of its own.
    """

    def __init__(
        self, view: View, ribbon: RibbonView, title: str, kept: Sequence[Text] = ()
    ) -> None:
        self.view = view
        self.ribbon = ribbon
        width = view.width - 2 * AROUND
        height = Ribbon.height_for(view)
        foot = self._lay_kept(kept, 0.0, width)
        whole = height + (foot.height + 8 if kept else 0.0)
        self.rect = pygame.FRect(AROUND, view.height - FOOT - whole, width, whole)
        self.place = pygame.FRect(AROUND, self.rect.top, width, height)
        self.foot = self._lay_kept(kept, self.place.bottom, width)
        legend = (view.say("life.pension"), view.say("life.medical"), view.say("life.gap"))
        self.chart = Ribbon(view, self.place, ribbon, title, legend)

    def widgets(self) -> list[Widget]:
        """A spot on every mark that says what happened then."""
        found: list[Widget] = []
        for index, (marks, place) in enumerate(self.chart.marks()):
            words = "\n".join(
                self.view.say("life.mark", age=int(mark.age), title=mark.title, line=mark.line)
                for mark in marks
            )
            spot = place.inflate(-3, -3)
            found.append(HotSpot(f"mark.{index}", spot, inside="ribbon.chart", hint=words))
        return found

    def boxes(self) -> list[Box]:
        """The card and its parts."""
        chart = Box("ribbon.chart", self.place, "ribbon")
        return [Box("ribbon", self.rect), chart, *self.foot.boxes("ribbon")]

    def draw(self, surface: pygame.Surface, share_of_year: float = 0.0) -> None:
        """Draw the card; the cursor moves on while a year passes."""
        self.chart.ribbon = replace(self.ribbon, today=self.ribbon.today + share_of_year)
        self.view.card(surface, self.rect, theme.PAPER)
        self.chart.draw(surface)
        self.foot.draw(surface)

    def _lay_kept(self, kept: Sequence[Text], top: float, width: float) -> Column:
        column = Column(self.view, AROUND + MARGIN, top, width - 2 * MARGIN, "kept")
        names = self.view.say("review.joint").join(self.view.read(text) for text in kept)
        if names:
            column.words(self.view.say("review.kept", who=names), theme.LABEL)
        return column
