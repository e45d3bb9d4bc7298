"""What a check of a pack has found: each mistake at its place, with what to do."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.core.diagnostics import Severity
from game.play.library_view import CheckView, FindingView
from game.play.shelf import Shelf
from game.ui import theme
from game.ui.screen import PackChosen, Result
from game.ui.screens.column import Column
from game.ui.sheet import SheetScreen
from game.ui.theme import Colour
from game.ui.view import View
from game.ui.widgets import Pressed, Signal, Widget

GAP = 18.0
CHIP_PADDING = 10.0
CARET = 3.0
LINE_PADDING = 10.0
COLOURS: dict[Severity, tuple[Colour, Colour]] = {
    "fatal": (theme.RED_TINT, theme.RED_TEXT), "error": (theme.RED_TINT, theme.RED_TEXT),
    "warning": (theme.GOLD_TINT, theme.GOLD_TEXT), "untidy": (theme.SAND, theme.INK_SOFT),
    "tip": (theme.JADE_TINT, theme.JADE_TEXT),
}  # fmt: skip


class CheckedScreen(SheetScreen):
    """A sheet that waits for the check of a pack and then shows what it found."""

    card_width = 900.0

    def __init__(self, shelf: Shelf, path: str) -> None:
        super().__init__()
        self.shelf = shelf
        self.path = path
        self.result: CheckView | None = None
        shelf.check(path)

    def heading(self, view: View) -> str:
        """The pack's title."""
        return view.read(self.result.title) if self.result is not None else self.path

    def note(self, view: View) -> str:
        """How it stands with the pack."""
        result = self.result
        if result is None:
            return view.say("check.waiting")
        if not result.findings:
            return view.say("check.clean")
        count = len(result.findings) + result.left_out
        key = "check.playable" if result.is_playable else "check.unplayable"
        return view.say(key, count=count)

    def done(self, view: View) -> str:
        """The button's words."""
        return view.say("check.done")

    def foot(self, view: View) -> Sequence[tuple[str, str]]:
        """A pack that can be played is opened from here; one that was mended is checked anew."""
        if self.result is None:
            return ()
        if self.result.is_playable:
            return (("open", view.say("check.open")),)
        return (("again", view.say("check.again")),)

    def body(self, view: View, left: float, top: float, width: float) -> tuple[list[Widget], float]:
        """Only words: the findings, the worst first."""
        column = Column(view, left, top, width, "findings")
        findings = self.result.findings if self.result is not None else ()
        for number, finding in enumerate(findings):
            column.space(GAP if number else 0.0)
            _lay_finding(column, finding)
        if self.result is not None and self.result.left_out:
            column.space(GAP)
            words = view.say("check.more", count=self.result.left_out)
            column.words(words, theme.NOTE_BOLD, theme.INK_SOFT)
        if not findings:
            path = self.result.path if self.result is not None else self.path
            column.words(path, theme.NOTE, theme.MUTE_TEXT)
        self._column = column
        return [], column.y

    def paint_body(self, surface: pygame.Surface, view: View) -> None:
        """Draw the findings."""
        self._column.draw(surface)

    def react(self, signal: Signal) -> Result | None:
        """Open the pack, or check it again."""
        if signal == Pressed(name="open") and self.result is not None:
            return PackChosen(self.result.path)
        if signal == Pressed(name="again"):
            self.result = None
            self.shelf.check(self.path)
            self.refresh()
            return None
        return super().react(signal)

    def update(self, seconds: float) -> Result | None:
        """Let time pass; the result appears when it is there."""
        super().update(seconds)
        if self.result is None:
            self.result = self.shelf.checked()
            if self.result is not None:
                self.refresh()
        return None


def _lay_finding(column: Column, finding: FindingView) -> None:
    """How grave it is and where; what is wrong; the line; what to do."""
    view = column.view
    fill, colour = COLOURS[finding.severity]
    word = view.say(f"check.{finding.severity}")
    place = f"{finding.file}:{finding.line}" if finding.line else finding.file
    line = view.type.line_height(theme.NOTE) + 4
    width = view.type.measure(word, theme.NOTE_BOLD).width + 2 * CHIP_PADDING
    chip = pygame.FRect(column.left, column.y, width, line)

    def paint(surface: pygame.Surface) -> None:
        view.fill(surface, chip, fill, chip.height / 2)
        view.type.draw(surface, word, chip.center, theme.NOTE_BOLD, colour, anchor="center")

    column.add(chip, paint, "chip")
    column.y = chip.top
    inset = width + 10
    column.words(place, theme.NOTE, theme.MUTE_TEXT, inset=inset)
    column.y = max(column.y, chip.bottom) + 3
    column.words(view.read(finding.what), theme.LABEL)
    if finding.source.strip():
        column.space(5)
        _lay_source(column, finding)
    column.space(4)
    column.words(view.read(finding.help), theme.TEXT, theme.INK_SOFT)


def _lay_source(column: Column, finding: FindingView) -> None:
    """The line of the file, and a stroke under what the finding is about."""
    view = column.view
    measure = view.type.measure
    room = column.width - 2 * LINE_PADDING
    source, start = _window(view, finding, room)
    before = measure(source[:start], theme.NOTE).width if start else 0.0
    marked = source[start : start + max(1, finding.length)]
    length = min(measure(marked, theme.NOTE).width if marked.strip() else 8.0, room - before)
    high = view.type.line_height(theme.NOTE)

    def paint(surface: pygame.Surface, rect: pygame.FRect) -> None:
        view.fill(surface, rect, theme.SAND, 6.0)
        left, top = rect.left + LINE_PADDING, rect.top + 4
        view.type.draw(surface, source, (left, top), theme.NOTE, theme.INK)
        stroke = pygame.FRect(left + before, top + high, max(8.0, length), CARET)
        view.fill(surface, stroke, theme.RED, CARET / 2)

    column.picture(high + CARET + 10, paint, "source")


def _window(view: View, finding: FindingView, room: float) -> tuple[str, int]:
    """As much of the line as fits, with the place of the finding in it."""
    source, start = finding.source.rstrip(), finding.column
    # Signs of markup would be set, not shown.
    source = source.replace("**", "* *")
    lead = len(source) - len(source.lstrip())
    source, start = source[lead:], max(0, start - lead)
    while start > 8 and view.type.measure(source[: start + 12], theme.NOTE).width > room:
        source, start = "…" + source[9:], start - 8
    while source and view.type.measure(source, theme.NOTE).width > room:
        source = source[:-2].rstrip("…") + "…" if len(source) > 2 else ""
    return source, start
