"""Help: how to play in six lines, the keys, and the words of insurance in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pygame

from game.ui import theme
from game.ui.screen import Result, SettingsAsked, SourcesAsked
from game.ui.sheet import SheetScreen
from game.ui.view import View
from game.ui.widgets import Chosen, Pressed, Signal, TabRow, Tile, Widget

BEFORE: Final = ("move", "press")
AFTER: Final = ("sources", "help", "language", "sound", "text", "screen")
"""Rows of the keys that work everywhere, around those of the screen one has come from."""
NUMBER_SIDE = 28.0
COLUMN_GAP = 40.0
TERM_SHARE = 0.3
CAP_PADDING = 8.0


class HelpScreen(SheetScreen):
    """A sheet with two tabs; opens on how to play."""

    card_width = 920.0

    def __init__(self, keys: Sequence[str] = ("back",)) -> None:
        super().__init__()
        self.rows = (*BEFORE, *keys, *AFTER)
        """Names of the rows of keys."""
        self.tab = "play"
        self._origin = (0.0, 0.0, 0.0)

    def heading(self, view: View) -> str:
        """The name of the sheet."""
        return view.say("help.title")

    def done(self, view: View) -> str:
        """The button's words."""
        return view.say("help.done")

    def foot(self, view: View) -> Sequence[tuple[str, str]]:
        """The two other sheets, for those who use the mouse."""
        return [("sources", view.say("help.sources")), ("settings", view.say("help.settings"))]

    def head(self, view: View, rect: pygame.FRect) -> Sequence[Widget]:
        """The two tabs."""
        tiles = [
            Tile(id="play", label=view.say("help.tab_play")),
            Tile(id="words", label=view.say("help.tab_words")),
        ]
        row = TabRow("tabs", rect, tiles, self.tab, inside="card").prepare(view)
        rect.height = row.height(view, rect.width)
        return [row]

    def body(self, view: View, left: float, top: float, width: float) -> tuple[list[Widget], float]:
        """Only words: nothing to press."""
        self._origin = (left, top, width)
        return [], self._body(None, view)

    def paint_body(self, surface: pygame.Surface, view: View) -> None:
        """Draw the open tab."""
        self._body(surface, view)

    def react(self, signal: Signal) -> Result | None:
        """Turn to another tab."""
        match signal:
            case Chosen(name="tabs", option=option):
                self.tab = option
                self.area.offset = 0.0
                self.refresh()
                return None
            case Pressed(name="settings"):
                return SettingsAsked()
            case Pressed(name="sources"):
                return SourcesAsked()
        return super().react(signal)

    def _body(self, surface: pygame.Surface | None, view: View) -> float:
        return self._play(surface, view) if self.tab == "play" else self._words(surface, view)

    def _play(self, surface: pygame.Surface | None, view: View) -> float:
        """Six steps at the left, keys at the right; below one another at large text."""
        left, top, width = self._origin
        if view.text_factor > 1.25:
            return self._keys(surface, view, left, self._steps(surface, view, width) + 24, width)
        half = (width - COLUMN_GAP) * 0.6
        steps = self._steps(surface, view, half)
        right = left + half + COLUMN_GAP
        return max(steps, self._keys(surface, view, right, top, width - half - COLUMN_GAP))

    def _steps(self, surface: pygame.Surface | None, view: View, width: float) -> float:
        left, top, _ = self._origin
        side = NUMBER_SIDE * view.text_factor
        for number, key in enumerate(view.words.under("help.step"), start=1):
            words, room = view.say(key), width - side - 12
            height = max(side, view.type.measure(words, theme.TEXT, room).height)
            if surface is not None:
                disc = pygame.FRect(left, top, side, side)
                view.fill(surface, disc, theme.SAND, side / 2)
                view.type.draw(
                    surface, str(number), disc.center, theme.NOTE_BOLD, theme.INK, anchor="center"
                )
                view.type.draw(
                    surface, words, (left + side + 12, top + 2), theme.TEXT, theme.INK_SOFT,
                    max_width=room,
                )  # fmt: skip
            top += height + 12
        return top - 12

    def _keys(
        self, surface: pygame.Surface | None, view: View, left: float, top: float, width: float
    ) -> float:
        line = view.type.line_height(theme.NOTE)
        if surface is not None:
            view.type.draw(surface, view.say("help.keys"), (left, top), theme.LABEL, theme.INK)
        top += view.type.line_height(theme.LABEL) + 8
        widest = max(self._caps_width(view, name) for name in self.rows)
        for name in self.rows:
            words, room = view.say(f"help.key.{name}"), width - widest - 14
            height = max(line + 6, view.type.measure(words, theme.NOTE, room).height)
            if surface is not None:
                self._draw_caps(surface, view, name, (left, top))
                view.type.draw(
                    surface, words, (left + widest + 14, top + 3), theme.NOTE, theme.INK_SOFT,
                    max_width=room,
                )  # fmt: skip
            top += height + 5
        return top

    def _caps_width(self, view: View, name: str) -> float:
        caps = view.say(f"help.cap.{name}").split()
        words = sum(view.type.measure(cap, theme.NOTE_BOLD).width for cap in caps)
        return words + len(caps) * 2 * CAP_PADDING + (len(caps) - 1) * 4

    def _draw_caps(
        self, surface: pygame.Surface, view: View, name: str, at: tuple[float, float]
    ) -> None:
        left, height = at[0], view.type.line_height(theme.NOTE) + 6
        for cap in view.say(f"help.cap.{name}").split():
            width = view.type.measure(cap, theme.NOTE_BOLD).width + 2 * CAP_PADDING
            rect = pygame.FRect(left, at[1], width, height)
            view.card(surface, rect, theme.PAPER, radius=6, has_shadow=False, outline=theme.LINE)
            view.type.draw(surface, cap, rect.center, theme.NOTE_BOLD, theme.INK, anchor="center")
            left += width + 4

    def _words(self, surface: pygame.Surface | None, view: View) -> float:
        """Term in the player's language, the other language below it, and its meaning."""
        left, top, width = self._origin
        column = width * TERM_SHARE
        other: theme.Colour = theme.MUTE_TEXT
        for key in view.words.under("glossary"):
            if not key.endswith(".term"):
                continue
            term = view.words[key]
            first, second = (term.zh, term.en) if view.language == "zh" else (term.en, term.zh)
            meaning = view.say(key.removesuffix("term") + "meaning")
            rows = (
                (first, theme.LABEL, theme.INK, column - 16),
                (second, theme.NOTE, other, column - 16),
            )
            height, y = 0.0, top
            for words, style, colour, room in rows:
                if surface is not None:
                    view.type.draw(surface, words, (left, y), style, colour, max_width=room)
                y += view.type.measure(words, style, room).height
            height = max(y - top, view.type.measure(meaning, theme.TEXT, width - column).height)
            if surface is not None:
                view.type.draw(
                    surface, meaning, (left + column, top), theme.TEXT, theme.INK_SOFT,
                    max_width=width - column,
                )  # fmt: skip
                view.rule(surface, left, left + width, top + height + 9)
            top += height + 20
        return top - 20
