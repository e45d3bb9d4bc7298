"""The ribbon card at the bottom of a life: two bands, the marks, a token for every paid year."""

from __future__ import annotations

from dataclasses import replace

import pygame

from game.play.views import RibbonView
from game.ui import theme
from game.ui.charts import Ribbon
from game.ui.screen import Box
from game.ui.view import View
from game.ui.widgets import HotSpot, Widget

AROUND = 16.0
FOOT = 10.0


class LifeRibbon:
    """Sits at the foot of the window, as high as its words need.

    Args:
        view: what it is laid out in.
        ribbon: the life along one line.
        title: words at its head.
    """

    def __init__(self, view: View, ribbon: RibbonView, title: str) -> None:
        self.view = view
        self.ribbon = ribbon
        width = view.width - 2 * AROUND
        height = Ribbon.height_for(view)
        self.rect = pygame.FRect(AROUND, view.height - FOOT - height, width, height)
        legend = (view.say("life.pension"), view.say("life.medical"), view.say("life.gap"))
        self.chart = Ribbon(view, self.rect, ribbon, title, legend)

    def widgets(self) -> list[Widget]:
        """A spot on every mark that says what happened then."""
        found: list[Widget] = []
        for index, (marks, place) in enumerate(self.chart.marks()):
            words = "\n".join(
                self.view.say("life.mark", age=int(mark.age), title=mark.title, line=mark.line)
                for mark in marks
            )
            spot = place.inflate(-3, -3)
            found.append(HotSpot(f"mark.{index}", spot, inside="ribbon", hint=words))
        return found

    def boxes(self) -> list[Box]:
        """The card."""
        return [Box("ribbon", self.rect)]

    def draw(self, surface: pygame.Surface, share_of_year: float = 0.0) -> None:
        """Draw the card; the cursor moves on while a year passes."""
        self.chart.ribbon = replace(self.ribbon, today=self.ribbon.today + share_of_year)
        self.view.card(surface, self.rect, theme.PAPER)
        self.chart.draw(surface)
