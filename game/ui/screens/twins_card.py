"""The card of one twin: who, under which plan; a storm's bill, or how the year stands."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.core.text import yuan
from game.play.twin_view import TwinStory, TwinYear
from game.ui import theme
from game.ui.screen import Box
from game.ui.screens.column import ROW_GAP, Column
from game.ui.theme import Colour
from game.ui.view import View

WIDTH = 286.0
"""Leaves the ribs of the rider’s umbrella free; amounts go below their names in large text."""
WIDER_FROM, GROWTH = 1.5, 1.7
"""Text factor from which words need more than that, whatever they cover, and how much more."""
SIDE = 10.0
"""Least room between the card and the edges of its half."""
MARGIN = 16.0
ACCENT = (44.0, 5.0)
LOOKS = ((2, True, False), (1, True, False), (0, True, False), (0, False, False), (0, False, True))
"""Lines of the year, whether the note stands, whether words are small: what gives way first."""
COLOURS: tuple[Colour, Colour] = (theme.JADE, theme.RED)
INKS: tuple[Colour, Colour] = (theme.JADE_TEXT, theme.RED_TEXT)


@dataclass(frozen=True, slots=True)
class Row:
    """A name and an amount."""

    label: str
    value: str
    colour: Colour = theme.INK


def head_lines(view: View, year: TwinYear | None) -> tuple[str, str]:
    """The two lines of the slip at the top."""
    title = view.say("twins.title")
    if year is None:
        return title, view.say("twins.subtitle")
    living = next((side for side in year.sides if side.is_alive), year.sides[0])
    weather = view.say(f"twins.weather.{living.weather}")
    if not any(side.is_alive for side in year.sides):
        weather = view.say("twins.over")
    return title, view.say("twins.date", age=year.age, year=str(year.year), weather=weather)


def card_left(view: View, half: pygame.FRect) -> float:
    """Left end of a card, from the left of its half."""
    growth = max(view.text_factor - WIDER_FROM, 0.0)
    width = min(half.width - 2 * SIDE, WIDTH * (1 + GROWTH * growth))
    return half.width - SIDE - width


class TwinCard:
    """Lays one card out at the right of its half; where there is too little room, less is said."""

    def __init__(
        self, view: View, bounds: pygame.FRect, story: TwinStory, year: TwinYear, side: int
    ) -> None:
        self.view = view
        self.story = story
        self.year = year
        self.index = side
        self.side = year.sides[side]
        left = bounds.left + card_left(view, bounds)
        self.rect = pygame.FRect(left, bounds.top, bounds.right - SIDE - left, 0)
        for lines, has_note, is_small in LOOKS:
            self.column = self._lay(lines, has_note=has_note, is_small=is_small)
            if self.column.y + MARGIN - 4 <= bounds.bottom:
                break
        self.rect.height = self.column.y + MARGIN - 4 - self.rect.top

    def boxes(self) -> list[Box]:
        """The card and its words."""
        name = f"twin.{self.index}"
        return [Box(name, self.rect), *self.column.boxes(name)]

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the card."""
        self.view.card(surface, self.rect, theme.PAPER)
        self.column.draw(surface)

    def _lay(self, lines: int, *, has_note: bool, is_small: bool) -> Column:
        view, side = self.view, self.side
        column = Column(
            view, self.rect.left + MARGIN, self.rect.top + 12, self.rect.width - 2 * MARGIN,
            f"twin.{self.index}",
        )  # fmt: skip
        accent = pygame.FRect(column.left, column.y, *ACCENT)
        fill = COLOURS[self.index]
        column.add(accent, lambda surface: view.fill(surface, accent, fill, 2.5), "accent")
        column.space(4)
        self._lay_name(column, theme.LABEL if is_small else theme.HEADING)
        note = view.read(side.note)
        if not side.is_alive:
            note = view.say("twins.died", age=side.age)
        if has_note:
            column.words(note, theme.NOTE, theme.MUTE_TEXT)
        column.space(6)
        for index, row in enumerate(self._rows()):
            if index:
                column.rule(3, 2)
            # A step smaller rather than a line of its own.
            is_tight = not self._fits(row, theme.SUBHEAD, column.width)
            value = theme.LABEL if is_small or is_tight else theme.SUBHEAD
            column.row(row.label, theme.NOTE, theme.INK_SOFT, row.value, value, row.colour)
        if side.lines[:lines]:
            column.rule(5, 4)
            for words in side.lines[:lines]:
                column.words(view.read(words), theme.NOTE, theme.INK_SOFT)
        return column

    def _fits(self, row: Row, value: theme.Style, room: float) -> bool:
        """Whether name and amount stand on one line."""
        measure = self.view.type.measure
        both = measure(row.label, theme.NOTE).width + measure(row.value, value).width
        return both + ROW_GAP <= room

    def _lay_name(self, column: Column, style: theme.Style) -> None:
        """Who, under which plan: on one line, or the plan below the name."""
        view = self.view
        name, plan = view.read(self.story.name), view.read(self.story.plans[self.index].label)
        words = view.say("twins.who", name=name, plan=plan)
        if style is theme.HEADING and not view.type.fits(words, style, column.width):
            column.words(name, style)
            is_tight = not view.type.fits(plan, theme.LABEL, column.width)
            column.words(plan, theme.NOTE_BOLD if is_tight else theme.LABEL)
        else:
            column.words(words, style)

    def _rows(self) -> list[Row]:
        """The bill of a storm and who paid it, or how the year stands; then the pension."""
        view, side, language = self.view, self.side, self.view.language
        storm = self.year.storm
        rows: list[Row] = []
        if storm is not None and side.is_alive:
            bill = storm.bills[self.index]
            title = view.read(storm.title)
            if bill is None:
                rows.append(Row(title, view.say("twins.no_bill")))
            else:
                others = bill.total - bill.own
                is_light = bill.own <= others
                rows.append(Row(title, yuan(bill.total, language)))
                rows.append(Row(view.say("twins.others_paid"), yuan(others, language)))
                colour = theme.JADE_TEXT if is_light else theme.RED_TEXT
                rows.append(Row(view.say("twins.own"), yuan(bill.own, language), colour))
        elif side.is_alive:
            umbrella = side.umbrella
            held = view.say("life.held", held=umbrella.held, of=umbrella.applicable)
            rows.append(Row(view.say("life.umbrella"), held))
            rows.append(Row(view.say("twins.wealth_one"), yuan(side.wealth, language)))
        else:
            rows.append(Row(view.say("twins.left"), yuan(side.wealth, language)))
        rows.append(self._pension())
        return rows

    def _pension(self) -> Row:
        """In payment since its own first month; before pension age what the record has earned."""
        view, side = self.view, self.side
        is_young = side.age < self.story.claim_age
        pension = view.say("twins.none")
        if side.pension_per_month >= 1 and (side.pension_from or is_young):
            amount = yuan(side.pension_per_month, view.language)
            pension = view.say("life.a_month", amount=amount)
        if side.pension_from:
            return Row(view.say("twins.pension", age=side.pension_from), pension)
        return Row(view.say("twins.earned" if is_young else "twins.no_pension"), pension)
