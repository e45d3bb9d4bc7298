"""A sheet: a card over the darkened screen, with a heading, a body that scrolls, and a button."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.ui import theme
from game.ui.screen import Back, Result, WidgetScreen
from game.ui.view import View
from game.ui.widgets import Button, Pressed, ScrollArea, Signal, Widget

AROUND = 24.0
BAR_ROOM = 18.0
FOCUS_ROOM = 8.0


class SheetScreen(WidgetScreen):
    """Base of settings, help and sources; a subclass lays out and paints the body."""

    is_overlay = True
    card_width = 680.0

    def __init__(self) -> None:
        super().__init__()
        self.area = ScrollArea("body")
        self.areas = (self.area,)
        self.card = pygame.FRect(0, 0, 0, 0)
        self._note_top = 0.0

    def heading(self, view: View) -> str:
        """Words at the top."""
        raise NotImplementedError

    def note(self, view: View) -> str:
        """A quiet line under the heading."""
        return ""

    def done(self, view: View) -> str:
        """Words of the button that closes the sheet."""
        raise NotImplementedError

    def foot(self, view: View) -> Sequence[tuple[str, str]]:
        """Names and words of quiet buttons at the left of the foot."""
        return ()

    def head(self, view: View, rect: pygame.FRect) -> Sequence[Widget]:
        """Widgets between the note and the body, such as tabs; sets ``rect.height``."""
        return ()

    def body(self, view: View, left: float, top: float, width: float) -> tuple[list[Widget], float]:
        """Lay out from a corner; return the widgets and the bottom reached."""
        raise NotImplementedError

    def paint_body(self, surface: pygame.Surface, view: View) -> None:
        """Draw the body's words where ``body`` last put them."""

    def build(self, view: View) -> Sequence[Widget]:
        """Heading and button stand; the body between them scrolls when it must."""
        width = min(self.card_width * (0.6 + 0.4 * view.text_factor), view.width - 2 * AROUND)
        self.card = pygame.FRect((view.width - width) / 2, 0, width, 0)
        left, room = self.card.left + theme.MARGIN, width - 2 * theme.MARGIN
        self._note_top = (
            theme.MARGIN - 4 + self._height(view, self.heading(view), theme.TITLE, room)
        )
        top = self._note_top + self._height(view, self.note(view), theme.NOTE, room) + 12
        head_rect = pygame.FRect(left, top, room, 0)
        self.head(view, head_rect)
        top += head_rect.height + (12 if head_rect.height else 0)
        foot = Button.least_height(view) + 16 + theme.MARGIN - 8
        free = view.height - 2 * AROUND - top - foot
        across, bottom = room, self.body(view, left, 0, room)[1]
        if bottom + 2 * FOCUS_ROOM > free:
            across = room - BAR_ROOM
            bottom = self.body(view, left, 0, across)[1]
        seen = min(bottom + 2 * FOCUS_ROOM, free)
        self.card.height = top + seen + foot
        self.card.centery = view.height / 2
        self.area.rect = pygame.FRect(
            left - FOCUS_ROOM, self.card.top + top, room + 2 * FOCUS_ROOM, seen
        )
        self.area.fit(bottom + 2 * FOCUS_ROOM)
        origin = self.area.origin[1] + FOCUS_ROOM
        head_rect.top += self.card.top
        widgets = [*self.head(view, head_rect), *self.body(view, left, origin, across)[0]]
        self.place("card", self.card)
        self.place(self.area.name, self.area.rect, "card", can_scroll=True)
        return [*widgets, *self._foot_buttons(view), self._done_button(view)]

    def paint(self, surface: pygame.Surface, view: View) -> None:
        """Draw the card, its heading and the body."""
        view.card(surface, self.card)
        left, room = self.card.left + theme.MARGIN, self.card.width - 2 * theme.MARGIN
        view.type.draw(
            surface, self.heading(view), (left, self.card.top + theme.MARGIN - 4), theme.TITLE,
            theme.INK, max_width=room,
        )  # fmt: skip
        view.type.draw(
            surface, self.note(view), (left, self.card.top + self._note_top), theme.NOTE,
            theme.MUTE_TEXT, max_width=room,
        )  # fmt: skip
        with self.area.clipped(surface, view):
            self.paint_body(surface, view)

    def react(self, signal: Signal) -> Result | None:
        """The button closes the sheet."""
        return Back() if signal == Pressed(name="done") else None

    def _foot_buttons(self, view: View) -> list[Button]:
        left = self.card.left + theme.MARGIN
        bottom = self.card.bottom - theme.MARGIN + 8
        found = []
        for name, label in self.foot(view):
            width, height = Button.size(view, label)
            rect = pygame.FRect(left, bottom - height, width, height)
            found.append(Button(name, rect, label, inside="card"))
            left += width + 10
        return found

    def _done_button(self, view: View) -> Button:
        label = self.done(view)
        width, height = Button.size(view, label)
        rect = pygame.FRect(0, 0, max(width, 140), height)
        rect.bottomright = (
            self.card.right - theme.MARGIN,
            self.card.bottom - theme.MARGIN + 8,
        )
        return Button("done", rect, label, kind="primary", inside="card")

    @staticmethod
    def _height(view: View, words: str, style: theme.Style, room: float) -> float:
        return view.type.measure(words, style, room).height if words else 0.0
