"""Keyboard and mouse reach every widget alike, and the focus is seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame
import pytest

from game.ui import theme
from game.ui.input import KeyPress, PointerDown, PointerMove, PointerUp, Wheel
from game.ui.screen import Box, Result, WidgetScreen, layout_faults
from game.ui.view import View
from game.ui.widgets import (
    Button,
    CheckRow,
    ChoiceButton,
    Chosen,
    HotSpot,
    Moved,
    Pressed,
    Ring,
    ScrollArea,
    Segmented,
    Signal,
    Slider,
    Stepper,
    Switched,
    TabRow,
    Tile,
    Toggle,
    Widget,
)
from tests.screens.stage import TEXT_FACTORS, drawn, make_view

BASES = (0.6, 0.8, 1.0, 2.0, 3.0)
TILES = (
    Tile(id="none", label="None", note="¥0 a month"),
    Tile(id="resident", label="Resident", is_enabled=False, reason="only at home"),
    Tile(id="employee", label="Employee", note="¥887 a month"),
)


def rect(top: float, height: float = 40, left: float = 0) -> pygame.FRect:
    return pygame.FRect(left, top, 300, height)


def press(key: int, *, shift: bool = False) -> KeyPress:
    return KeyPress(key=key, has_shift=shift)


def click(ring: Ring, x: float, y: float) -> Signal | None:
    down = ring.handle(PointerDown(x=x, y=y)).signal
    up = ring.handle(PointerUp(x=x, y=y)).signal
    return down or up


@pytest.fixture
def ring() -> Ring:
    made = Ring()
    made.replace(
        [
            Button("top", rect(0), "Top"),
            Segmented("pension", rect(50), TILES, "none"),
            Slider("base", rect(100), "Base", "60 %", BASES, 0.6),
            Toggle("sound", rect(150), "Sound", "on", is_on=True),
            ChoiceButton("a", rect(200), "A", "Rest", "", shortcut=pygame.K_a),
            ChoiceButton("b", rect(250), "B", "Ride", "", shortcut=pygame.K_b, is_enabled=False),
        ]
    )
    return made


def focus(ring: Ring) -> str:
    return ring.focused.name if ring.focused else ""


def test_tab_goes_round_in_order_and_back(ring: Ring) -> None:
    seen = [focus(ring)]
    for _ in range(6):
        ring.handle(press(pygame.K_TAB))
        seen.append(focus(ring))
    assert seen == ["top", "pension", "base", "sound", "a", "b", "top"]
    ring.handle(press(pygame.K_TAB, shift=True))
    assert focus(ring) == "b"


def test_arrows_go_to_the_neighbour_and_stop_at_the_end(ring: Ring) -> None:
    ring.handle(press(pygame.K_DOWN))
    ring.handle(press(pygame.K_DOWN))
    assert focus(ring) == "base"
    for _ in range(9):
        ring.handle(press(pygame.K_UP))
    assert focus(ring) == "top"


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_SPACE, pygame.K_KP_ENTER])
def test_enter_and_space_press(ring: Ring, key: int) -> None:
    assert ring.handle(press(key)).signal == Pressed(name="top")


def test_letters_take_their_answer_from_anywhere(ring: Ring) -> None:
    assert ring.handle(press(pygame.K_a)).signal == Pressed(name="a")
    assert focus(ring) == "a"


def test_a_closed_answer_can_be_read_but_not_taken(ring: Ring) -> None:
    assert ring.handle(press(pygame.K_b)).signal is None
    assert focus(ring) == "b"
    assert ring.handle(press(pygame.K_RETURN)).signal is None
    assert click(ring, 10, 260) is None


def test_tiles_skip_what_is_closed(ring: Ring) -> None:
    ring.focus("pension")
    chosen = ring.handle(press(pygame.K_RIGHT)).signal
    assert chosen == Chosen(name="pension", option="employee")
    assert ring.handle(press(pygame.K_LEFT)).signal is None
    assert focus(ring) == "pension"


def test_the_arrow_that_chooses_does_not_leave_its_row_of_tiles() -> None:
    ring = Ring()
    beside = Button("beside", pygame.FRect(700, 20, 40, 40), "Beside")
    before = Button("before", pygame.FRect(-60, 20, 40, 40), "Before")
    tiles = Segmented("pension", pygame.FRect(0, 50, 400, 40), TILES, "none")
    ring.replace([before, tiles, beside])
    for key, chosen in ((pygame.K_LEFT, "none"), (pygame.K_RIGHT, "employee")):
        ring.focus("pension")
        tiles.chosen = chosen
        outcome = ring.handle(press(key))
        assert (outcome.signal, outcome.is_used) == (None, True)
        assert focus(ring) == "pension"


def test_a_click_chooses_the_tile_under_it(ring: Ring) -> None:
    assert click(ring, 290, 60) == Chosen(name="pension", option="employee")
    assert click(ring, 150, 60) is None


@pytest.mark.parametrize(
    ("key", "value"),
    [(pygame.K_RIGHT, 0.8), (pygame.K_PAGEUP, 3.0), (pygame.K_END, 3.0), (pygame.K_LEFT, None)],
)
def test_keys_move_a_slider(ring: Ring, key: int, value: float | None) -> None:
    ring.focus("base")
    signal = ring.handle(press(key)).signal
    assert signal == (None if value is None else Moved(name="base", value=value))


def test_an_arrow_at_the_end_of_a_slider_stays_on_it(ring: Ring) -> None:
    ring.replace([*ring.widgets, Button("beside", pygame.FRect(320, 100, 80, 40), "Beside")])
    ring.focus("base")
    ring.handle(press(pygame.K_END))
    ring.handle(press(pygame.K_RIGHT))
    assert focus(ring) == "base"


def test_a_slider_is_dragged_beyond_its_rectangle(ring: Ring) -> None:
    assert ring.handle(PointerDown(x=150, y=120)).signal == Moved(name="base", value=1.0)
    assert ring.handle(PointerMove(x=900, y=500)).signal == Moved(name="base", value=3.0)
    assert ring.handle(PointerMove(x=-50, y=0)).signal == Moved(name="base", value=0.6)
    assert ring.handle(PointerUp(x=-50, y=0)).signal is None
    assert ring.handle(PointerMove(x=200, y=120)).signal is None


def test_a_drag_outlives_a_new_layout(ring: Ring) -> None:
    ring.handle(PointerDown(x=150, y=120))
    ring.replace([Slider("base", rect(100), "Base", "100 %", BASES, 1.0)])
    assert ring.handle(PointerMove(x=900, y=120)).signal == Moved(name="base", value=3.0)


def test_a_press_counts_only_where_it_began(ring: Ring) -> None:
    ring.handle(PointerDown(x=10, y=10))
    assert ring.handle(PointerUp(x=10, y=210)).signal is None


def test_a_switch_turns(ring: Ring) -> None:
    assert click(ring, 10, 160) == Switched(name="sound", is_on=False)
    row = CheckRow("coat", rect(0), "A coat", "¥360", is_on=False)
    assert row.press() == Switched(name="coat", is_on=True)


def test_a_stepper_has_two_ends() -> None:
    stepper = Stepper("text", rect(0), "Text", "100 %", (100, 125, 150), 100)
    assert stepper.point(299, 10, is_down=True) == Moved(name="text", value=125)
    assert stepper.key(press(pygame.K_END)) == Moved(name="text", value=150)
    assert stepper.point(299, 10, is_down=True) is None
    assert stepper.point(90, 10, is_down=True) == Moved(name="text", value=125)


def test_the_ring_shows_for_keys_and_hides_for_the_mouse(ring: Ring) -> None:
    assert any(widget.is_focused for widget in ring.widgets)
    click(ring, 10, 10)
    assert not any(widget.is_focused for widget in ring.widgets)
    ring.handle(press(pygame.K_TAB))
    assert [widget.name for widget in ring.widgets if widget.is_focused] == ["pension"]


def test_the_focus_is_seen() -> None:
    view = make_view()
    bare, focused = pygame.Surface((400, 100)), pygame.Surface((400, 100))
    for surface, has_focus in ((bare, False), (focused, True)):
        surface.fill(theme.PAPER)
        made = Ring()
        made.is_visible = has_focus
        made.replace([Button("go", pygame.FRect(50, 30, 200, 40), "Go")])
        made.draw(surface, view)
    gold = pygame.Color(theme.FOCUS)
    assert focused.get_at((150, 25)) == gold
    assert bare.get_at((150, 25)) != gold


def test_hover_is_told_once(ring: Ring) -> None:
    assert ring.handle(PointerMove(x=10, y=10)).has_changed
    assert not ring.handle(PointerMove(x=12, y=12)).has_changed
    assert ring.handle(PointerMove(x=10, y=60)).has_changed


def test_a_hint_appears_after_a_moment() -> None:
    ring = Ring()
    ring.is_visible = False
    ring.replace([HotSpot("rib", rect(0), hint="Medical: employee scheme")])
    ring.handle(PointerMove(x=10, y=10))
    assert ring.is_waiting
    assert not ring.update(0.1)
    assert ring.update(0.5)
    assert not ring.is_waiting


def test_controls_keys_are_left_to_the_app(ring: Ring) -> None:
    outcome = ring.handle(KeyPress(key=pygame.K_a, has_control=True))
    assert outcome.signal is None and not outcome.is_used


class TestScrolling:
    """A list of twenty rows in an area of four."""

    def ring(self, area: ScrollArea) -> Ring:
        area.rect = pygame.FRect(0, 0, 300, 200)
        area.fit(20 * 50)
        left, top = area.origin
        made = Ring()
        made.replace(
            [
                Button(f"row {index}", rect(top + index * 50, left=left), "Row", area=area)
                for index in range(20)
            ]
        )
        return made

    def test_the_wheel_scrolls_where_the_pointer_is(self) -> None:
        area = ScrollArea("list")
        ring = self.ring(area)
        assert not ring.handle(Wheel(x=900, y=10, steps=1)).has_scrolled
        assert ring.handle(Wheel(x=10, y=10, steps=1)).has_scrolled
        assert area.offset == 48

    def test_it_stops_at_both_ends(self) -> None:
        area = ScrollArea("list")
        ring = self.ring(area)
        assert not ring.handle(Wheel(x=10, y=10, steps=-1)).has_scrolled
        ring.handle(press(pygame.K_END))
        assert area.offset == area.overflow == 800
        assert not ring.handle(press(pygame.K_END)).has_scrolled

    def test_pages_turn(self) -> None:
        area = ScrollArea("list")
        ring = self.ring(area)
        ring.handle(press(pygame.K_PAGEDOWN))
        assert 150 < area.offset < 200

    def test_the_focused_row_is_brought_into_view(self) -> None:
        area = ScrollArea("list")
        ring = self.ring(area)
        ring.focus("row 10")
        assert not ring.reveal_focus()
        ring.handle(press(pygame.K_TAB))
        focused = self.ring(area).widgets[11]
        assert area.rect.contains(focused.rect)

    def test_what_is_scrolled_away_cannot_be_clicked(self) -> None:
        ring = self.ring(ScrollArea("list"))
        assert click(ring, 10, 210) is None
        assert click(ring, 10, 160) == Pressed(name="row 3")

    def test_words_without_widgets_scroll_by_arrow_first(self) -> None:
        area = ScrollArea("words")
        area.rect = pygame.FRect(0, 0, 300, 200)
        area.fit(250)
        ring = Ring()
        ring.replace([Button("tab", rect(-60), "Tab"), Button("done", rect(210), "Done")], [area])
        assert ring.handle(press(pygame.K_DOWN)).has_scrolled
        assert focus(ring) == "tab"
        ring.handle(press(pygame.K_DOWN))
        ring.handle(press(pygame.K_DOWN))
        assert focus(ring) == "done"


@dataclass(frozen=True, slots=True)
class Went(Result):
    """The button of the screen below."""


class OneOfEach(WidgetScreen):
    """Every widget in one column, as a screen would lay them out."""

    def __init__(self) -> None:
        super().__init__()
        self.area = ScrollArea("column")
        self.areas = (self.area,)

    def build(self, view: View) -> Sequence[Widget]:
        self.area.rect = pygame.FRect(40, 40, 600, view.height - 80)
        left, top = self.area.origin
        room = 570.0
        placed: list[Widget] = []
        for widget in self.widgets(view):
            widget.area = self.area
            widget.rect = pygame.FRect(left + 10, top, room, 0)
            widget.rect.height = widget.height(view, room)
            top += widget.rect.height + 12
            placed.append(widget)
        self.area.fit(top - self.area.origin[1])
        self.place("column", self.area.rect, can_scroll=True)
        return placed

    def widgets(self, view: View) -> list[Widget]:
        box = pygame.FRect(0, 0, 0, 0)
        return [
            Button("go", box, "Keep this plan and ride on", kind="primary"),
            ChoiceButton("a", box, "A", "Rest until it heals", "no lasting harm", "−¥10,900"),
            ChoiceButton("c", box, "C", "Borrow", "x", is_enabled=False, reason="no more credit"),
            Segmented("pension", box, TILES, "employee"),
            TabRow("tabs", box, TILES, "none").prepare(view),
            Slider("base", box, "Contribution base", "¥4,433", BASES, 0.8, low="60%", high="300%"),
            Stepper("text", box, "Text size", "100%", (1, 2), 1),
            Toggle("sound", box, "Sound", "on", is_on=True),
            CheckRow("coat", box, "A coat", "¥360", is_on=True),
        ]

    def paint(self, surface: pygame.Surface, view: View) -> None:
        surface.fill(theme.PAPER)

    def react(self, signal: Signal) -> Result | None:
        return Went() if signal == Pressed(name="go") else None


@pytest.mark.parametrize("text", TEXT_FACTORS)
def test_every_widget_is_drawn_at_every_text_size(text: float) -> None:
    screen, view = OneOfEach(), make_view(text=text)
    surface = drawn(screen, view)
    column = [tuple(surface.get_at((x, y))) for x in range(40, 640, 3) for y in range(40, 680, 3)]
    assert len(set(column)) > 20
    assert view.type.overflows == []
    assert layout_faults(screen.boxes(), view.window) == []


def test_a_screen_hands_back_results() -> None:
    screen = OneOfEach()
    screen.layout(make_view())
    assert screen.handle(press(pygame.K_RETURN)) == Went()
    assert screen.handle(press(pygame.K_z)) is None


def test_a_screen_asks_to_be_drawn_only_when_something_changed() -> None:
    screen = OneOfEach()
    screen.layout(make_view())
    screen.is_dirty = False
    screen.handle(PointerMove(x=700, y=5))
    assert not screen.is_dirty
    screen.handle(PointerMove(x=100, y=60))
    assert screen.is_dirty


def test_layout_faults_are_found() -> None:
    window = pygame.FRect(0, 0, 100, 100)
    card = Box("card", pygame.FRect(10, 10, 50, 50))
    assert layout_faults([card], window) == []
    wide = Box("wide", pygame.FRect(20, 20, 60, 10), "card")
    over = Box("over", pygame.FRect(50, 50, 20, 20))
    low = Box("low", pygame.FRect(0, 90, 10, 20))
    assert layout_faults([card, wide, over, low], window) == [
        "wide is wider than card",
        "low is higher than the window",
        "card overlaps over",
    ]
