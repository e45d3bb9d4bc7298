"""The adviser: five questions, each answered by living the alternatives of this very life."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.core.text import yuan
from game.play.advice_view import AdviceRow, AdviceView, Adviser
from game.play.shares import in_people
from game.ui import theme
from game.ui.screen import Result
from game.ui.screens.column import Column
from game.ui.screens.review_cover import draw_share
from game.ui.sheet import SheetScreen
from game.ui.view import View
from game.ui.widgets import ChoiceButton, Pressed, Signal, Widget

ROW_GAP = 8.0
HEADS = ("price", "pension", "savings", "bill")
LABEL_SHARE = 0.34
CELL_GAP = 10.0
BAR_HEIGHT = 8.0


class AdviserScreen(SheetScreen):
    """A sheet: the questions, then in their place the answer to the one asked."""

    card_width = 820.0

    def __init__(self, adviser: Adviser) -> None:
        super().__init__()
        self.adviser = adviser
        self.asked = ""
        self.advice: AdviceView | None = None
        self._column: Column | None = None

    def heading(self, view: View) -> str:
        """The name of the sheet."""
        return view.say("adviser.title")

    def note(self, view: View) -> str:
        """What an answer is made of."""
        return view.say("adviser.note")

    def done(self, view: View) -> str:
        """The button's words."""
        return view.say("adviser.done")

    def body(self, view: View, left: float, top: float, width: float) -> tuple[list[Widget], float]:
        """The questions, and what is answered."""
        column = Column(view, left, top, width, "answer")
        self._column = column
        questions = self.adviser.questions()
        if self.asked:
            asked = next(each for each in questions if each.id == self.asked)
            column.words(view.read(asked.text), theme.HEADING)
            column.space(8)
            self._lay_answer(column)
            return [], column.y
        widgets: list[Widget] = []
        for number, question in enumerate(questions):
            rect = pygame.FRect(left, column.y, width, 0)
            row = ChoiceButton(
                f"ask.{question.id}", rect, str(number + 1), view.read(question.text), "",
                area=self.area, is_enabled=question.is_open, reason=view.read(question.reason),
                shortcut=pygame.K_1 + number,
            )  # fmt: skip
            rect.height = row.height(view, width)
            column.room(rect.height)
            column.space(ROW_GAP)
            widgets.append(row)
        column.space(-ROW_GAP)
        return widgets, column.y

    def foot(self, view: View) -> Sequence[tuple[str, str]]:
        """Below an answer, the way to another question."""
        return (("other", view.say("adviser.other")),) if self.asked else ()

    def paint_body(self, surface: pygame.Surface, view: View) -> None:
        """Draw the answer; the questions draw themselves."""
        if self._column is not None:
            self._column.draw(surface)

    def react(self, signal: Signal) -> Result | None:
        """Take a question, or go back to all of them."""
        if isinstance(signal, Pressed) and signal.name == "other":
            self.asked, self.advice = "", None
            self.refresh()
            return None
        if isinstance(signal, Pressed) and signal.name.startswith("ask."):
            self.ask(signal.name.removeprefix("ask."))
            return None
        return super().react(signal)

    def update(self, seconds: float) -> Result | None:
        """Let time pass; the answer appears when it is worked out."""
        super().update(seconds)
        if self.asked and self.advice is None and self._take():
            self.refresh()
        return None

    def ask(self, question: str) -> None:
        """Ask one of the questions."""
        self.asked, self.advice = question, None
        self.adviser.ask(question)
        self._take()
        self.area.offset = 0.0
        self.refresh()

    def _take(self) -> bool:
        advice = self.adviser.answer()
        if advice is not None and advice.question == self.asked:
            self.advice = advice
        return self.advice is not None

    def _lay_answer(self, column: Column) -> None:
        """The paragraph, its figures, how sure it is and where it comes from."""
        view, advice = column.view, self.advice
        if advice is None:
            column.words(view.say("adviser.waiting"), theme.TEXT, theme.MUTE_TEXT)
            return
        column.words(view.read(advice.paragraph), theme.BODY, theme.INK)
        if advice.rows:
            column.space(12)
            _lay_rows(column, advice.rows)
        column.space(12)
        self._lay_sureness(column, advice)
        if advice.sources:
            column.rule(12, 8)
            column.words(view.say("adviser.sources"), theme.NOTE_BOLD, theme.INK_SOFT)
            for figure in advice.sources:
                source = view.read(figure.source)
                parts = [view.read(figure.label), view.read(figure.value), figure.since, source]
                status = view.say(f"sources.{figure.status}")
                words = " · ".join([*(part for part in parts if part), status])
                column.words(words, theme.NOTE, theme.MUTE_TEXT)

    def _lay_sureness(self, column: Column, advice: AdviceView) -> None:
        """A bar of the futures that agree, and the sentence."""
        view = column.view

        def paint(surface: pygame.Surface, rect: pygame.FRect) -> None:
            draw_share(surface, view, rect, advice.agreement, theme.JADE)

        column.picture(BAR_HEIGHT, paint, "sureness")
        column.space(4)
        column.words(view.read(advice.sureness), theme.LABEL, theme.JADE_TEXT)


def _lay_rows(column: Column, rows: Sequence[AdviceRow]) -> None:
    """A small table: a way to go on in each row."""
    view = column.view
    language = view.language
    heads = [view.say(f"adviser.head_{head}") for head in HEADS]
    _lay_cells(column, "", heads, theme.NOTE)
    for row in rows:
        column.rule(2, 2)
        cells = [
            yuan(row.yuan_per_month, language), yuan(row.pension_per_month, language),
            yuan(row.savings, language), view.read(in_people(row.share_unpayable)),
        ]  # fmt: skip
        _lay_cells(column, view.read(row.label), cells, theme.NOTE_BOLD)


def _lay_cells(column: Column, label: str, cells: Sequence[str], style: theme.Style) -> None:
    view = column.view
    measure = view.type.measure
    label_room = column.width * LABEL_SHARE - CELL_GAP
    wide = column.width * (1 - LABEL_SHARE) / len(cells)
    room = wide - CELL_GAP
    high = max(measure(cell, style, room).height for cell in cells)
    if label:
        high = max(high, measure(label, theme.NOTE, label_room).height)
    rect = pygame.FRect(column.left, column.y, column.width, high + 6)
    colour = theme.INK if label else theme.MUTE_TEXT

    def paint(surface: pygame.Surface) -> None:
        view.type.draw(
            surface, label, rect.midleft, theme.NOTE, theme.INK, anchor="midleft",
            max_width=label_room,
        )  # fmt: skip
        for index, cell in enumerate(cells):
            right = rect.left + column.width * LABEL_SHARE + wide * (index + 1)
            view.type.draw(
                surface, cell, (right, rect.centery), style, colour, anchor="midright",
                max_width=room, align="right",
            )  # fmt: skip

    column.add(rect, paint, label[:12] or "heads")
