"""The review: protection and storms of a life, the choices that mattered, luck, comparisons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.play.turning_view import Findings
from game.ui import theme
from game.ui.input import Event, KeyPress
from game.ui.screen import Box, Result, TwinAsked, WidgetScreen
from game.ui.screens.column import Column
from game.ui.screens.life_ribbon import LifeRibbon
from game.ui.screens.playthrough import Leave, LiveAgain, Playthrough
from game.ui.screens.review_cards import MARGIN, Found, ReviewCards
from game.ui.screens.review_cover import lay_parts, lay_umbrella
from game.ui.screens.review_head import ReviewHead
from game.ui.screens.scene_picture import Backdrop
from game.ui.slip import Slip, draw_slip
from game.ui.theme import EDGE, GUTTER
from game.ui.view import View
from game.ui.widgets import Chosen, Pressed, ScrollArea, Signal, TabRow, Tile, Widget
from game.ui.widgets.ring import PRESS_KEYS

PLAIN = {"life": ("protection", "storms", "money")}
PAGES = {
    "life": ("protection", "choices", "money"), "luck": ("luck", "storms"),
    "compared": ("compared",),
}  # fmt: skip
"""The cards of each page; without findings there is one page."""
SHARES = {1: (1.0,), 2: (0.54, 0.46), 3: (0.35, 0.37, 0.28)}
"""Widths of the cards, of what they share."""
GAP = 10.0
TAB_RADIUS = 110.0
FIRST = "life"
SAID_SECONDS = 12.0
GUARD_SECONDS = 1.0
"""In which Space and Enter, meant for the farewell, do nothing here yet."""


class ReviewScreen(WidgetScreen):
    """Cards above the ribbon, page by page; one card with tabs where their words do not fit."""

    def __init__(
        self,
        session: Playthrough,
        findings: Findings | None = None,
        keep_as_test: Callable[[], Slip] | None = None,
    ) -> None:
        super().__init__()
        self.keep_as_test = keep_as_test
        """Writes the life down as a test of its pack and says where; none for most players."""
        self.said: Slip | None = None
        self._said_seconds = 0.0
        self._guard = GUARD_SECONDS
        self.review = session.review()
        self.life = session.life()
        self.findings = findings
        self.found = Found()
        self.pages = PLAIN if findings is None else PAGES
        self.page = "life"
        self.tab = "protection"
        self.area = ScrollArea("review.body")
        self._backdrop = Backdrop(is_dark=False)
        self._look()

    def build(self, view: View) -> Sequence[Widget]:
        """Heading and buttons, cards or tabs, ribbon."""
        self._head = ReviewHead(view, self.review, has_test=self._has_test)
        self._placed.extend(self._head.column.boxes(""))
        buttons = self._head.buttons
        self._ribbon = LifeRibbon(view, self.review.ribbon, view.say("review.ribbon"))
        self._cards: list[tuple[pygame.FRect, list[Column]]] = []
        self._is_tabbed = False
        widgets = self._lay_page(view)
        if widgets is None:
            self._is_tabbed = True
            self._cards = []
            widgets = self._lay_tabs(view, self._free(view, self._head.column.y))
        self._placed.extend(self._ribbon.boxes())
        below = [*widgets, *self._ribbon.widgets()]
        self._focus_harmless([*buttons, *below], below)
        return [*buttons, *below]

    def _focus_harmless(self, widgets: Sequence[Widget], below: Sequence[Widget]) -> None:
        """Nothing focused yet: the pages take the focus, not a button that ends the review."""
        focused = self.ring.focused
        if below and (focused is None or focused.name not in [each.name for each in widgets]):
            self.ring.focus(below[0].name)

    def handle(self, event: Event) -> Result | None:
        """The review comes by itself: at first Space and Enter are not yet meant for it."""
        if isinstance(event, KeyPress) and event.key in PRESS_KEYS and self._guard > 0:
            return None
        return super().handle(event)

    def paint(self, surface: pygame.Surface, view: View) -> None:
        """The washed-out street, and paper on it."""
        self._backdrop.draw(surface, view, self.life)
        self._head.column.draw(surface)
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

    def draw(self, surface: pygame.Surface) -> None:
        """Draw everything, and for a while where the test was written."""
        super().draw(surface)
        if self.said is not None:
            draw_slip(surface, self.view, self.said)

    def key(self, event: KeyPress) -> Result | None:
        """S saves the life as a test, also where there is no room for the button."""
        if event.key == pygame.K_s and not event.has_control:
            self._keep_as_test()
        return None

    def _keep_as_test(self) -> None:
        if self.keep_as_test is not None and self.page == FIRST:
            self.said, self._said_seconds = self.keep_as_test(), SAID_SECONDS
            self.is_dirty = True

    def react(self, signal: Signal) -> Result | None:
        """Another life, a twin, the title, or another page."""
        match signal:
            case Pressed(name="again"):
                return LiveAgain(True)
            case Pressed(name="other"):
                return LiveAgain(False)
            case Pressed(name="leave"):
                return Leave()
            case Pressed(name="test"):
                self._keep_as_test()
            case Pressed(name=name) if name.startswith("twin."):
                return TwinAsked(name.removeprefix("twin."))
            case Chosen(name="page", option=option):
                self.show_page(option)
                self.refresh()
            case Chosen(option=option):
                self.tab = option
                self.page = next(page for page, cards in self.pages.items() if option in cards)
                self.area.offset = 0.0
                self.refresh()
        return None

    def update(self, seconds: float) -> Result | None:
        """Let time pass; what has been worked out meanwhile appears."""
        super().update(seconds)
        self._guard = max(0.0, self._guard - seconds)
        self._said_seconds -= seconds
        if self.said is not None and self._said_seconds <= 0:
            self.said, self.is_dirty = None, True
        if not self.found.is_whole and self._look():
            self.refresh()
        return None

    def figures(self) -> Sequence[str]:
        """Ids of the figures of law shown here."""
        return ("review",)

    def keys(self) -> Sequence[str]:
        """Rows of the help: an author may save the life as a test of the pack."""
        return [*(["test"] if self._has_test else []), "back"]

    @property
    def _has_test(self) -> bool:
        """Whether an author’s life may be saved as a test from this page."""
        return self.keep_as_test is not None and self.page == FIRST

    def show_page(self, page: str) -> None:
        """Turn to a page; the first of its cards where they are tabs."""
        self.page, self.tab = page, self.pages[page][0]

    def _look(self) -> bool:
        """Take what has been worked out; True if something is new."""
        if self.findings is None:
            return False
        before = (self.found.turning, self.found.luck, self.found.compared)
        now = (self.findings.turning(), self.findings.luck(), self.findings.compared())
        self.found.turning, self.found.luck, self.found.compared = now
        return now != before

    def _free(self, view: View, top: float) -> pygame.FRect:
        """Between the head and the ribbon."""
        top += GAP
        return pygame.FRect(EDGE, top, view.width - 2 * EDGE, self._ribbon.rect.top - GAP - top)

    def _lay_page(self, view: View) -> list[Widget] | None:
        """The page's cards side by side, or None where one of them is too small for its words."""
        top, widgets = self._head.column.y, list[Widget]()
        if len(self.pages) > 1:
            tabs = self._head.pages([*self.pages], self.page)
            if tabs is None:
                return None
            widgets.append(tabs)
            top = max(top, tabs.rect.bottom)
        free = self._free(view, top)
        cards = ReviewCards(self.review, self.found)
        # Whether pages or tabs are shown must not change from page to page.
        for names in self.pages.values():
            fitted = [
                cards.fitted(view, name, rect)
                for name, rect in zip(names, _side_by_side(free, len(names)), strict=True)
            ]
            if None in fitted:
                return None
            if names is not self.pages[self.page]:
                continue
            places = _side_by_side(free, len(names))
            for name, rect, each in zip(names, places, fitted, strict=True):
                assert each is not None
                column, spots = each
                self._cards.append((rect, [column]))
                self._placed.append(Box(name, rect))
                self._placed.extend(column.boxes(name))
                widgets.extend(spots)
        return widgets

    def _lay_tabs(self, view: View, free: pygame.FRect) -> list[Widget]:
        """One wide card with a row of tabs, its body scrolling where it must."""
        inner = free.inflate(-2 * MARGIN, 0)
        names = [name for page in self.pages.values() for name in page]
        tiles = [Tile(id=tab, label=view.say(f"review.tab_{tab}")) for tab in names]
        tabs = TabRow(
            "tab", pygame.FRect(inner.left, free.top + 12, inner.width, 0), tiles, self.tab,
            inside="card",
        )  # fmt: skip
        tabs.rect.height = tabs.height(view, inner.width)
        top = tabs.rect.bottom + 10
        self.area.rect = pygame.FRect(inner.left, top, inner.width, free.bottom - 12 - top)
        columns, _ = self._lay_tab(view, 0.0)
        self.area.fit(max(column.y for column in columns))
        columns, spots = self._lay_tab(view, self.area.origin[1])
        self._cards.append((free, columns))
        self._placed.append(Box("card", free))
        self._placed.append(Box(self.area.name, self.area.rect, "card", can_scroll=True))
        for column in columns:
            self._placed.extend(column.boxes(self.area.name))
        return [tabs.prepare(view), *spots]

    def _lay_tab(self, view: View, top: float) -> tuple[list[Column], list[Widget]]:
        """The body of the tab that is shown."""
        rect = self.area.rect
        if self.tab == "protection":
            width = (rect.width - 14 - 32) / 2
            left = Column(view, rect.left, top, width, "left")
            right = Column(view, rect.left + width + 32, top, width, "right")
            spots = lay_umbrella(left, self.review, TAB_RADIUS, self.area)
            lay_parts(right, self.review)
            return [left, right], spots
        cards = ReviewCards(self.review, self.found)
        column = Column(view, rect.left, top, rect.width - 14, self.tab)
        if self.tab != "storms":
            cards.titled(column, self.tab)
        widgets = cards.lay(column, self.tab, self.area)
        return [column], widgets


def _side_by_side(free: pygame.FRect, count: int) -> list[pygame.FRect]:
    """Places of the cards of a page."""
    wide = free.width - GUTTER * (count - 1)
    left, rects = free.left, []
    for share in SHARES[count]:
        rects.append(pygame.FRect(left, free.top, wide * share, free.height))
        left += wide * share + GUTTER
    return rects
