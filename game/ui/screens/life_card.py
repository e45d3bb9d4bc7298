"""The event card: what happens, who would pay, the options; then what came of it."""

from __future__ import annotations

import pygame

from game.play.shock_view import ShockView
from game.play.views import BillView, CardView, ResultView
from game.ui import theme
from game.ui.screen import Box
from game.ui.screens.column import Column
from game.ui.screens.life_option import OptionButton
from game.ui.screens.life_shock import lay_shock
from game.ui.screens.marks import draw_sign
from game.ui.screens.payers import PayerBar
from game.ui.view import View
from game.ui.widgets import Button, ScrollArea, Widget

WIDTHS = (470.0, 520.0, 570.0)
"""The narrowest in which everything is seen without scrolling."""
TOP_MARGIN = 18.0
BOTTOM_MARGIN = 16.0
FOCUS_ROOM = 6.0
"""Around what scrolls, so that the focus ring is seen whole."""
BAR_ROOM = 14.0
OPTION_GAP = 8.0
FOOT_GAP = 12.0
"""Above the button that goes on, beside the room for the focus ring."""
STRIP_RADIUS = 12.0
STRIP_PADDING = 10.0
SIGN_SIDE = 24.0
OWN_SHARE = 0.5
"""A bill of which the person pays more than this share is shown in red."""


class LifeCard:
    """Lays out a card inside given bounds; what is higher than they are scrolls."""

    def __init__(
        self, view: View, bounds: pygame.FRect, area: ScrollArea, content: CardView | ResultView, *,
        shock: ShockView | None = None, has_adviser: bool = False,
    ) -> None:  # fmt: skip
        self.view = view
        self.area = area
        self.content = content
        self.shock = shock
        self.has_adviser = has_adviser
        self.widgets: list[Widget] = []
        goes_on = isinstance(content, ResultView) or not content.options
        button = Button.least_height(view) + 4
        foot = button + FOOT_GAP if goes_on else 0.0
        most = bounds.height - TOP_MARGIN - BOTTOM_MARGIN - foot
        for wished in WIDTHS:
            width = min(bounds.width, wished * (0.3 + 0.7 * view.text_factor))
            self.rect = pygame.FRect(bounds.right - width, bounds.top, width, 0)
            room = width - 2 * theme.MARGIN
            height = self._lay(0.0, room).height + 2 * FOCUS_ROOM
            if height <= most:
                break
        seen = min(height, most)
        if height > seen:
            room -= BAR_ROOM
            height = self._lay(0.0, room).height + 2 * FOCUS_ROOM
        self.rect.height = seen + TOP_MARGIN + BOTTOM_MARGIN + foot
        self.rect.top = bounds.top + max(0.0, (bounds.height - self.rect.height) * 0.42)
        area.rect = pygame.FRect(
            self.rect.left + theme.MARGIN - FOCUS_ROOM, self.rect.top + TOP_MARGIN,
            width - 2 * theme.MARGIN + 2 * FOCUS_ROOM, seen,
        )  # fmt: skip
        area.fit(height)
        self.column = self._lay(area.origin[1] + FOCUS_ROOM, room)
        if goes_on:
            self._lay_go_on(button)

    def boxes(self) -> list[Box]:
        """The card, its scrolling part and the words in it."""
        return [
            Box("card", self.rect),
            Box(self.area.name, self.area.rect, "card", can_scroll=True),
            *self.column.boxes(self.area.name),
        ]

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the card without its buttons."""
        self.view.card(surface, self.rect, theme.PAPER)
        with self.area.clipped(surface, self.view):
            self.column.draw(surface)

    def _lay(self, top: float, room: float) -> Column:
        left = self.rect.left + theme.MARGIN
        column = Column(self.view, left, top, room, "card")
        column.heading(self.view.read(self.content.title))
        column.space(8)
        column.words(self.view.read(self.content.text), theme.BODY, theme.INK_SOFT)
        if isinstance(self.content, CardView):
            self._lay_card(column, self.content)
        else:
            self._lay_result(column, self.content)
        return column

    def _lay_card(self, column: Column, card: CardView) -> None:
        if card.bill is not None:
            column.space(14)
            self._lay_strip(column, card.bill)
        self.widgets = []
        if card.options:
            column.space(14)
        for index, option in enumerate(card.options):
            rect = pygame.FRect(column.left, column.y, column.width, 0)
            self.widgets.append(OptionButton(self.view, index, option, rect, self.area))
            column.room(rect.height)
            column.space(OPTION_GAP)
        if card.options and self.has_adviser:
            self._lay_adviser(column)
        elif card.options:
            column.space(-OPTION_GAP)

    def _lay_adviser(self, column: Column) -> None:
        """Under the options: what one may ask before taking one."""
        view = self.view
        label = view.say("life.adviser")
        width, height = Button.size(view, label)
        rect = pygame.FRect(column.left, column.y, min(width, column.width), height)
        column.room(height)
        self.widgets.append(
            Button("adviser", rect, label, kind="plain", area=self.area, shortcut=pygame.K_q)
        )

    def _lay_result(self, column: Column, result: ResultView) -> None:
        read = self.view.read
        frequency, source = read(result.frequency), read(result.source)
        if self.shock is not None:
            column.space(12)
            lay_shock(column, self.shock)
            frequency, source = read(self.shock.frequency), read(self.shock.source)
        elif result.bill is not None:
            column.space(14)
            PayerBar(self.view, result.bill.total, result.bill.payers).lay(column)
        if frequency:
            column.rule(14, 10)
            column.words(frequency, theme.TEXT, theme.INK_SOFT)
            if source:
                column.words(self.view.say("life.source", source=source), theme.NOTE,
                             theme.MUTE_TEXT)  # fmt: skip

    def _lay_go_on(self, height: float) -> None:
        """At the foot of the card, seen whatever scrolls above it."""
        left, width = self.rect.left + theme.MARGIN, self.rect.width - 2 * theme.MARGIN
        rect = pygame.FRect(left, self.rect.bottom - BOTTOM_MARGIN - height, width, height)
        label = self.view.say("life.continue")
        self.widgets = [Button("continue", rect, label, kind="primary", inside="card")]

    def _lay_strip(self, column: Column, bill: BillView) -> None:
        """Who would pay with the cover of today."""
        view = self.view
        is_own = bill.own > OWN_SHARE * bill.total
        side = SIGN_SIDE * view.text_factor
        inner = Column(
            view, column.left + STRIP_PADDING + side + 8, column.y + STRIP_PADDING - 2,
            column.width - 2 * STRIP_PADDING - side - 8,
        )  # fmt: skip
        inner.words(view.read(bill.headline), theme.LABEL)
        inner.words(view.read(bill.otherwise), theme.NOTE, theme.MUTE_TEXT)
        height = inner.height + 2 * STRIP_PADDING - 4

        def paint(surface: pygame.Surface, rect: pygame.FRect) -> None:
            fill = theme.RED_TINT if is_own else theme.JADE_TINT
            view.fill(surface, rect, fill, STRIP_RADIUS)
            sign = pygame.FRect(rect.left + STRIP_PADDING, 0, side, side)
            sign.centery = rect.centery
            draw_sign(surface, view, sign, is_good=not is_own)
            inner.draw(surface)

        column.picture(height, paint, "bill")
