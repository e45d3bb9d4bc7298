"""On the title, below the name: which scenario this is, where it is not the game's own."""

from __future__ import annotations

import pygame

from game.play.library_view import PackView
from game.ui import theme
from game.ui.view import View

PADDING = (18.0, 6.0)
GAP = 8.0
"""Above the slip and below it."""
LARGEST_NOTES = 1.5
"""Text factor above which the cards need the room of the notes."""


class TitlePack:
    """A slip of paper with the title of the pack, its authors and what differs in its law."""

    def __init__(self, pack: PackView) -> None:
        self.pack = pack

    def height(self, view: View) -> float:
        """Of the slip with the air around it, in units."""
        return self._size(view)[1] + 2 * GAP

    def draw(self, surface: pygame.Surface, view: View, top: float) -> None:
        """Draw it in the middle, from a height on."""
        width, height = self._size(view)
        rect = pygame.FRect((view.width - width) / 2, top + GAP, width, height)
        view.card(surface, rect, theme.PAPER, radius=theme.BUTTON_RADIUS)
        room, y = width - 2 * PADDING[0], rect.top + PADDING[1]
        for words, style, colour in self._lines(view):
            place = view.type.draw(
                surface, words, (rect.centerx, y), style, colour, anchor="midtop", max_width=room,
                align="center",
            )  # fmt: skip
            y = place.bottom

    def _size(self, view: View) -> tuple[float, float]:
        most = view.width - 2 * theme.EDGE - 2 * PADDING[0]
        sizes = [view.type.measure(words, style, most) for words, style, _ in self._lines(view)]
        width = max(size.width for size in sizes) + 2
        return width + 2 * PADDING[0], sum(size.height for size in sizes) + 2 * PADDING[1]

    def _lines(self, view: View) -> list[tuple[str, theme.Style, theme.Colour]]:
        title = view.say("title.pack", title=view.read(self.pack.title))
        lines = [(title, theme.LABEL, theme.INK)]
        if view.text_factor <= LARGEST_NOTES:
            lines.append((" · ".join(self._notes(view)), theme.NOTE, theme.MUTE_TEXT))
        return lines

    def _notes(self, view: View) -> list[str]:
        """Who made it; how far its figures are the official ones; the way to the others."""
        pack = self.pack
        notes = []
        if pack.authors:
            notes.append(view.say("library.by", names=", ".join(pack.authors)))
        if pack.is_invented:
            notes.append(view.say("library.invented"))
        elif pack.differing:
            key = "title.pack_differs" if len(pack.differing) > 1 else "title.pack_differs_one"
            notes.append(view.say(key, count=len(pack.differing)))
        else:
            notes.append(view.say("library.as_base"))
        return [*notes, view.say("title.pack_others")]
