"""The review: the protection of a whole life, its storms and who paid, the money of old age."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.ui import theme
from game.ui.screen import Box, Result, WidgetScreen
from game.ui.screens.column import Column
from game.ui.screens.life_ribbon import LifeRibbon
from game.ui.screens.playthrough import Leave, LiveAgain, Playthrough
from game.ui.screens.review_cover import lay_parts, lay_umbrella
from game.ui.screens.review_money import lay_comparisons, lay_expected, lay_kept
from game.ui.screens.review_storms import MOST_SHOWN, lay_storms
from game.ui.screens.scene_picture import Backdrop
from game.ui.theme import EDGE, GUTTER
from game.ui.view import View
from game.ui.widgets import Button, Chosen, Pressed, ScrollArea, Signal, TabRow, Tile, Widget
from game.ui.widgets.buttons import Kind

TABS = ("protection", "storms", "money")
SHARES = (0.375, 0.33, 0.295)
"""Widths of the three cards, of what they share."""
MARGIN = 20.0
TOP_MARGIN = 18.0
BOTTOM_MARGIN = 16.0
GAP = 12.0
TOP = 14.0
RADII = (88.0, 84.0, 80.0, 76.0, 72.0, 68.0, 64.0, 60.0, 56.0, 52.0, 48.0)
TAB_RADIUS = 110.0
MOST_AIR = 8.0
AIRS = 8
"""Gaps of the last card that share its spare height, each at most so much."""
BUTTON_GAP = 14.0
BUTTONS = ("again", "other", "leave")


class ReviewScreen(WidgetScreen):
    """Three cards above the ribbon; tabs where their words do not fit side by side."""

    def __init__(self, session: Playthrough) -> None:
        super().__init__()
        self.review = session.review()
        self.life = session.life()
        self.tab = TABS[0]
        self.area = ScrollArea("review.body")
        self._backdrop = Backdrop(is_dark=False)

    def build(self, view: View) -> Sequence[Widget]:
        """Heading and buttons, cards or tabs, ribbon."""
        buttons = self._lay_head(view)
        self._ribbon = LifeRibbon(view, self.review.ribbon, view.say("review.ribbon"))
        top = self._head.y + GAP
        free = pygame.FRect(EDGE, top, view.width - 2 * EDGE, self._ribbon.rect.top - GAP - top)
        self._cards: list[tuple[pygame.FRect, list[Column]]] = []
        self._is_tabbed = False
        widgets = self._lay_cards(view, free)
        if widgets is None:
            self._is_tabbed = True
            widgets = self._lay_tabs(view, free)
        self._placed.extend(self._ribbon.boxes())
        return [*buttons, *widgets, *self._ribbon.widgets()]

    def paint(self, surface: pygame.Surface, view: View) -> None:
        """The washed-out street, and paper on it."""
        self._backdrop.draw(surface, view, self.life)
        self._head.draw(surface)
        for rect, columns in self._cards:
            view.card(surface, rect, theme.PAPER_LIGHT)
            if self._is_tabbed:
                with self.area.clipped(surface, view):
                    for column in columns:
                        column.draw(surface)
            else:
                for column in columns:
                    column.draw(surface)
        self._ribbon.draw(surface)
        if self._is_tabbed:
            self.area.draw_bar(surface, view)

    def react(self, signal: Signal) -> Result | None:
        """Another life, the title, or another tab."""
        match signal:
            case Pressed(name="again"):
                return LiveAgain(True)
            case Pressed(name="other"):
                return LiveAgain(False)
            case Pressed(name="leave"):
                return Leave()
            case Chosen(option=option):
                self.tab = option
                self.area.offset = 0.0
                self.refresh()
        return None

    def figures(self) -> Sequence[str]:
        """Ids of the figures of law shown here."""
        return ("review",)

    def _lay_head(self, view: View) -> list[Widget]:
        """Name and dates at the left, the buttons at the right."""
        review = self.review
        buttons = self._lay_buttons(view)
        self._head = head = Column(view, EDGE + 16, TOP, view.width - 2 * EDGE - 16, "head")
        title = view.say("review.title", name=review.name)
        room = buttons[0].rect.left - 24 - head.left
        style = theme.HEADLINE if view.type.fits(title, theme.HEADLINE, room) else theme.TITLE
        if not view.type.fits(title, style, room):
            head.space(buttons[0].rect.height + 4)
        head.words(title, style)
        head.words(view.read(review.subtitle), theme.TEXT, theme.INK_SOFT)
        self._placed.extend(head.boxes(""))
        return [*buttons]

    def _lay_buttons(self, view: View) -> list[Button]:
        right = view.width - EDGE
        found: list[Button] = []
        for name in reversed(BUTTONS):
            label = view.say(f"review.{name}")
            width, height = Button.size(view, label)
            width -= 12
            rect = pygame.FRect(right - width, TOP + 4, width, height)
            kind: Kind = "primary" if name == "again" else "quiet"
            found.insert(0, Button(name, rect, label, kind=kind))
            right -= width + BUTTON_GAP
        return found

    def _lay_cards(self, view: View, free: pygame.FRect) -> list[Widget] | None:
        """Three cards side by side, or None where one of them is too small for its words."""
        wide = free.width - GUTTER * (len(SHARES) - 1)
        most = free.bottom - BOTTOM_MARGIN
        left, rects = free.left, []
        for share in SHARES:
            rects.append(pygame.FRect(left, free.top, wide * share, free.height))
            left += wide * share + GUTTER
        for count in (MOST_SHOWN, MOST_SHOWN - 1, MOST_SHOWN - 2):
            storms = self._storm_column(view, rects[1], count, 0.0)
            if storms.y <= most:
                storms = self._storm_column(view, rects[1], count, _air(most - storms.y))
                break
        money = self._money_column(view, rects[2], 0.0)
        money = self._money_column(view, rects[2], _air(most - money.y))
        if max(storms.y, money.y) > most:
            return None
        for radius in RADII:
            cover = self._card_column(view, rects[0])
            self._lay_titled(cover, "review.protection")
            spots = lay_umbrella(cover, self.review, radius, None)
            cover.space(10)
            lay_parts(cover, self.review)
            if cover.y <= most:
                break
        else:
            return None
        for name, rect, column in zip(TABS, rects, (cover, storms, money), strict=True):
            self._cards.append((rect, [column]))
            self._placed.append(Box(name, rect))
            self._placed.extend(column.boxes(name))
        return spots

    def _card_column(self, view: View, rect: pygame.FRect) -> Column:
        return Column(
            view, rect.left + MARGIN, rect.top + TOP_MARGIN, rect.width - 2 * MARGIN,
            f"card.{rect.left:.0f}",
        )  # fmt: skip

    def _lay_titled(self, column: Column, key: str) -> None:
        words = column.view.say(key, age=self.review.old_age_from)
        column.words(words, theme.SUBHEAD)
        column.space(8)

    def _storm_column(self, view: View, rect: pygame.FRect, count: int, air: float) -> Column:
        column = self._card_column(view, rect)
        self._lay_titled(column, "review.storms")
        lay_storms(column, self.review, count, air)
        return column

    def _money_column(self, view: View, rect: pygame.FRect, air: float) -> Column:
        column = self._card_column(view, rect)
        self._lay_titled(column, "review.money")
        self._lay_money(column, air)
        return column

    def _lay_money(self, column: Column, air: float = 0.0) -> None:
        lay_expected(column, self.review)
        column.space(10 + air)
        lay_comparisons(column, self.review, air)
        lay_kept(column, self.review, air)

    def _lay_tabs(self, view: View, free: pygame.FRect) -> list[Widget]:
        """One wide card with a row of tabs, its body scrolling where it must."""
        inner = free.inflate(-2 * MARGIN, 0)
        tiles = [Tile(id=tab, label=view.say(f"review.tab_{tab}")) for tab in TABS]
        tabs = TabRow(
            "tab", pygame.FRect(inner.left, free.top + 12, inner.width, 0), tiles, self.tab,
            inside="card",
        )  # fmt: skip
        tabs.rect.height = tabs.height(view, inner.width)
        top = tabs.rect.bottom + 10
        self.area.rect = pygame.FRect(inner.left, top, inner.width, free.bottom - 12 - top)
        lay = {"protection": self._tab_cover, "storms": self._tab_storms, "money": self._tab_money}
        columns, _ = lay[self.tab](view, 0.0)
        height = max(column.y for column in columns)
        self.area.fit(height)
        columns, spots = lay[self.tab](view, self.area.origin[1])
        self._cards.append((free, columns))
        self._placed.append(Box("card", free))
        self._placed.append(Box(self.area.name, self.area.rect, "card", can_scroll=True))
        for column in columns:
            self._placed.extend(column.boxes(self.area.name))
        return [tabs.prepare(view), *spots]

    def _halves(self, view: View, top: float) -> tuple[Column, Column]:
        """Two columns of the scrolling body."""
        rect = self.area.rect
        width = (rect.width - 14 - 32) / 2
        return (
            Column(view, rect.left, top, width, "left"),
            Column(view, rect.left + width + 32, top, width, "right"),
        )

    def _tab_cover(self, view: View, top: float) -> tuple[list[Column], list[Widget]]:
        left, right = self._halves(view, top)
        spots = lay_umbrella(left, self.review, TAB_RADIUS, self.area)
        lay_parts(right, self.review)
        return [left, right], spots

    def _tab_storms(self, view: View, top: float) -> tuple[list[Column], list[Widget]]:
        column = Column(view, self.area.rect.left, top, self.area.rect.width - 14, "storms")
        lay_storms(column, self.review)
        return [column], []

    def _tab_money(self, view: View, top: float) -> tuple[list[Column], list[Widget]]:
        column = Column(view, self.area.rect.left, top, self.area.rect.width - 14, "money")
        self._lay_titled(column, "review.money")
        self._lay_money(column)
        return [column], []


def _air(spare: float) -> float:
    """What each gap of a card gets of the height the card has to spare."""
    return min(MOST_AIR, max(0.0, spare) / AIRS)
