"""The head of the review: whose life, its dates, and the buttons that lead on."""

from __future__ import annotations

import pygame

from game.play.views import ReviewView
from game.ui import theme
from game.ui.screens.column import Column
from game.ui.theme import EDGE
from game.ui.view import View
from game.ui.widgets import Button, TabRow, Tile
from game.ui.widgets.buttons import Kind

TOP = 14.0
BUTTON_GAP = 14.0
BUTTONS = ("again", "other", "leave")
LEAST_TITLE = 300.0
"""Room the title keeps beside the button that only authors of packs have."""


class ReviewHead:
    """Name and dates at the left, the buttons at the right."""

    def __init__(self, view: View, review: ReviewView, *, has_test: bool) -> None:
        self.view = view
        self.review = review
        self.buttons = self._lay_buttons(has_test=has_test)
        self.column = head = Column(view, EDGE + 16, TOP, view.width - 2 * EDGE - 16, "head")
        title = view.say("review.title", name=review.name)
        room = min(button.rect.left for button in self.buttons) - 24 - head.left
        style = theme.HEADLINE if view.type.fits(title, theme.HEADLINE, room) else theme.TITLE
        if not view.type.fits(title, style, room):
            head.space(self.buttons[0].rect.height + 4)
        head.words(title, style)
        head.words(view.read(review.subtitle), theme.TEXT, theme.INK_SOFT)

    def pages(self, names: list[str], page: str) -> TabRow | None:
        """The pages, at the right under the buttons; None where there is no room for them."""
        view = self.view
        tiles = [Tile(id=each, label=view.say(f"review.page_{each}")) for each in names]
        tabs = TabRow("page", pygame.FRect(0, 0, 0, 0), tiles, page).prepare(view)
        width = tabs.place(len(tiles) - 1).right - tabs.place(0).left
        left = view.width - EDGE - width
        subtitle = view.type.measure(view.read(self.review.subtitle), theme.TEXT).width
        if left < self.column.left + subtitle + 24:
            return None
        top = TOP + Button.least_height(view) + 2
        tabs.rect = pygame.FRect(left, top, width, tabs.height(view, width))
        return tabs

    def _lay_buttons(self, *, has_test: bool) -> list[Button]:
        view = self.view
        right = view.width - EDGE
        found: list[Button] = []
        for name in reversed(BUTTONS):
            label = view.say(f"review.{name}")
            width, height = Button.size(view, label)
            width -= 12
            rect = pygame.FRect(right - width, TOP - 6, width, height)
            kind: Kind = "primary" if name == "again" else "quiet"
            found.insert(0, Button(name, rect, label, kind=kind))
            right -= width + BUTTON_GAP
        if has_test:
            label = view.say("review.test")
            width, height = Button.size(view, label)
            rect = pygame.FRect(right - width + 12, TOP - 6, width - 12, height)
            if rect.left > EDGE + LEAST_TITLE * view.text_factor:
                found.append(Button("test", rect, label, kind="quiet"))
        return found
