"""The cards of the review, each laid out in the height there is, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import product
from typing import TypeAlias

import pygame

from game.play.luck_view import LuckView
from game.play.turning_view import ComparedLife, TurningView
from game.play.views import ReviewView
from game.ui import theme
from game.ui.screens.column import Column
from game.ui.screens.review_choices import lay_turning
from game.ui.screens.review_compared import lay_compared
from game.ui.screens.review_cover import lay_parts, lay_umbrella
from game.ui.screens.review_luck import lay_luck
from game.ui.screens.review_money import lay_comparisons, lay_expected, lay_kept
from game.ui.screens.review_storms import MOST_SHOWN, lay_storms
from game.ui.view import View
from game.ui.widgets import ScrollArea, Widget

MARGIN = 20.0
TOP_MARGIN = 14.0
BOTTOM_MARGIN = 14.0
RADII = (88.0, 84.0, 80.0, 76.0, 72.0, 68.0, 64.0, 60.0, 56.0, 52.0, 48.0)
TAB_RADIUS = 110.0
MOST_AIR = 8.0
AIRS = 8
"""Gaps of a card that share its spare height, each at most so much."""
CHOICES: tuple[tuple[int, bool], ...] = ((5, False), (4, False), (3, False), (5, True))
"""How many choices, and whether brief: fewer of them rather than none with its alternative."""
Fitted: TypeAlias = tuple[Column, list[Widget]]


@dataclass(slots=True)
class Found:
    """What has been worked out so far; None is still to come."""

    turning: TurningView | None = None
    luck: LuckView | None = None
    compared: tuple[ComparedLife, ...] | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing more will come."""
        return None not in (self.turning, self.luck, self.compared)


class ReviewCards:
    """Lays out a card by its name: upright among others, or free in a scrolling body."""

    def __init__(self, review: ReviewView, found: Found) -> None:
        self.review = review
        self.found = found

    def fitted(self, view: View, name: str, rect: pygame.FRect) -> Fitted | None:
        """The card with its spare height shared out; None where it is too small for its words."""
        most = rect.bottom - BOTTOM_MARGIN
        fit: dict[str, Callable[[View, pygame.FRect, float], Fitted | None]] = {
            "protection": self._fit_cover, "storms": self._fit_storms, "money": self._fit_money,
        }  # fmt: skip
        if name in fit:
            return fit[name](view, rect, most)
        return self._fit_airy(view, name, rect, most)

    def _fit_airy(self, view: View, name: str, rect: pygame.FRect, most: float) -> Fitted | None:
        """The card with its spare height between its lines."""
        count, is_brief = None, False
        plain = self._card(view, name, rect)
        self.lay(plain, name, None)
        for count, is_brief in CHOICES if name == "choices" else ():
            plain = self._card(view, name, rect)
            self.lay(plain, name, None, is_brief=is_brief, count=count)
            if plain.y <= most:
                break
        if plain.y > most:
            return None
        column = self._card(view, name, rect)
        if name == "luck":
            lay_luck(column, self.found.luck, most - column.y)
            return column, []
        airy = self._card(view, name, rect)
        self.lay(airy, name, None, 1.0, is_brief=is_brief, count=count)
        gaps = max(1.0, airy.y - plain.y)
        air = min(MOST_AIR, (most - plain.y) / gaps)
        return column, self.lay(column, name, None, air, is_brief=is_brief, count=count)

    def lay(
        self, column: Column, name: str, area: ScrollArea | None, air: float = 0.0, *,
        is_brief: bool = False, count: int | None = None,
    ) -> list[Widget]:  # fmt: skip
        """A card's content as high as it comes; brief, it leaves out what can be left out."""
        review, found = self.review, self.found
        match name:
            case "protection":
                spots = lay_umbrella(column, review, TAB_RADIUS, area)
                column.space(10)
                lay_parts(column, review)
                return spots
            case "choices":
                return lay_turning(column, found.turning, area, air, is_brief=is_brief, count=count)
            case "luck":
                lay_luck(column, found.luck)
            case "storms":
                lay_storms(column, review, MOST_SHOWN, air)
            case "compared":
                lay_compared(column, found.compared, review.old_age_from, air)
            case "money":
                lay_expected(column, review)
                column.space(10 + air)
                lay_comparisons(column, review, air)
                lay_kept(column, review, air)
        return []

    def titled(self, column: Column, name: str) -> None:
        """The heading of a card."""
        words = column.view.say(f"review.{name}", age=self.review.old_age_from)
        column.words(words, theme.SUBHEAD)
        column.space(8 if name not in ("choices", "compared", "luck") else 2)

    def _card(self, view: View, name: str, rect: pygame.FRect) -> Column:
        column = Column(
            view, rect.left + MARGIN, rect.top + TOP_MARGIN, rect.width - 2 * MARGIN,
            f"card.{rect.left:.0f}",
        )  # fmt: skip
        self.titled(column, name)
        return column

    def _fit_cover(self, view: View, rect: pygame.FRect, most: float) -> Fitted | None:
        """The largest umbrella that leaves room for the parts of the score."""
        for is_brief, radius in product((False, True), RADII):
            column = self._card(view, "protection", rect)
            spots = lay_umbrella(column, self.review, radius, None)
            column.space(6 if is_brief else 10)
            lay_parts(column, self.review, is_brief=is_brief)
            if column.y <= most:
                return column, spots
        return None

    def _fit_money(self, view: View, rect: pygame.FRect, most: float) -> Fitted | None:
        """All that was kept, or as many lines of it as there is room for, one at least."""
        for count in range(max(1, len(self.review.kept)), 0, -1):
            shown = ReviewCards(replace(self.review, kept=self.review.kept[:count]), self.found)
            fitted = shown._fit_airy(view, "money", rect, most)
            if fitted is not None:
                return fitted
        return None

    def _fit_storms(self, view: View, rect: pygame.FRect, most: float) -> Fitted | None:
        """As many storms as there is room for, three at least."""
        for count in (MOST_SHOWN, MOST_SHOWN - 1, MOST_SHOWN - 2):
            column = self._card(view, "storms", rect)
            lay_storms(column, self.review, count, 0.0)
            if column.y <= most:
                air = min(MOST_AIR, (most - column.y) / AIRS)
                column = self._card(view, "storms", rect)
                lay_storms(column, self.review, count, air)
                return column, []
        return None
