"""All paper of the life screen: bar, panel, ribbon, and the card or what stands in its place."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.core.text import Text
from game.play.shock_view import ShockView
from game.play.views import CardView, LifeView, ResultView, UmbrellaView
from game.ui.screen import Box
from game.ui.screens.life_bar import LifeBar, life_icons
from game.ui.screens.life_caption import LifeCaption
from game.ui.screens.life_card import LifeCard
from game.ui.screens.life_keys import KeySlip
from game.ui.screens.life_panel import LifePanel, panel_width
from game.ui.screens.life_ribbon import LifeRibbon
from game.ui.view import View
from game.ui.widgets import ScrollArea, Widget

AROUND = 16.0
GAP = 12.0
CARD_GAP = 22.0
CARD_RISE = 18.0
"""From how far below its place a card eases in, in units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeShown:
    """What the paper says at this moment."""

    life: LifeView
    content: CardView | ResultView | None
    caption: tuple[int, Text] | None
    """Of the year before: the age, and what it brought."""
    shock: ShockView | None
    tab: str
    is_paused: bool
    explains_keys: bool
    has_adviser: bool
    eased: float
    """How far a card has come, 0–1."""


class LifePaper:
    """Lays everything out; at large text a card takes the room of the ribbon too."""

    def __init__(self, view: View, area: ScrollArea, shown: LifeShown) -> None:
        self.view = view
        self.area = area
        self.shown = shown
        has_card = shown.content is not None
        icons = life_icons(view, shown.life, has_card=has_card, is_paused=shown.is_paused)
        self.bar = LifeBar(view, shown.life, icons, has_season=has_card)
        ribbon = LifeRibbon(view, shown.life.ribbon, view.say("life.ribbon"))
        self.ribbon: LifeRibbon | None = ribbon
        self.card: LifeCard | None = None
        self._lay_between(ribbon.rect.top - GAP)
        if self.card is not None and area.overflow >= 1:
            # At large text the choice needs the room more than the ribbon does.
            self.ribbon = None
            self._lay_between(view.height - GAP)

    @property
    def widgets(self) -> list[Widget]:
        """In the order of Tab: a card comes before the bar."""
        first = self.card.widgets if self.card else self.bar.widgets()
        last = self.bar.widgets() if self.card else []
        marks = self.ribbon.widgets() if self.ribbon else []
        return [*first, *self._panel.widgets, *last, *marks]

    def boxes(self) -> list[Box]:
        """Where everything lies."""
        found = [Box("bar", self.bar.rect)]
        found += [Box(name, rect, "bar") for name, rect in self.bar.texts()]
        for part in (self.card, self._caption, self._keys, self._panel, self.ribbon):
            found += part.boxes() if part is not None else []
        return found

    def draw(self, surface: pygame.Surface, cover: UmbrellaView, share_of_year: float) -> None:
        """Draw all but the card."""
        if self.ribbon is not None:
            self.ribbon.draw(surface, share_of_year)
        self._panel.draw(surface, cover)
        self.bar.draw(surface)
        for slip in (self._caption, self._keys):
            if slip is not None:
                slip.draw(surface)

    def _lay_between(self, bottom: float) -> None:
        """Panel and card, or caption, between the bar and what lies below."""
        view, shown = self.view, self.shown
        top = self.bar.rect.bottom + GAP
        free = pygame.FRect(0, top, view.width, bottom - top)
        width = panel_width(view)
        right = pygame.FRect(view.width - AROUND - width, free.top, width, free.height)
        # A plan opens between two answers, not over an open card.
        can_change = shown.content is None
        self._panel = LifePanel(view, right, shown.life, shown.tab, can_change=can_change)
        middle = pygame.FRect(AROUND, free.top, right.left - CARD_GAP - AROUND, free.height)
        self._caption: LifeCaption | None = None
        self._keys: KeySlip | None = None
        if shown.content is not None:
            middle.top += CARD_RISE * (1 - shown.eased)
            self.card = LifeCard(
                view, middle, self.area, shown.content, shock=shown.shock,
                has_adviser=shown.has_adviser,
            )  # fmt: skip
            return
        if shown.caption is not None:
            self._caption = LifeCaption(view, middle, *shown.caption)
        if shown.explains_keys:
            self._lay_keys(middle)

    def _lay_keys(self, middle: pygame.FRect) -> None:
        """The keys, unless they would meet the caption."""
        shown = self.shown
        keys = KeySlip(
            self.view, middle, is_paused=shown.is_paused, has_plan=not shown.life.is_retired
        )
        below = self._caption.rect.top if self._caption is not None else middle.bottom
        self._keys = keys if keys.rect.bottom + GAP <= below else None
