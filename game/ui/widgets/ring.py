"""The focus ring: one widget has the focus; keys, pointer and shortcuts reach the right one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pygame

from game.ui.input import Event, KeyPress, PointerDown, PointerMove, PointerUp, Wheel
from game.ui.theme import FOCUS, FOCUS_WIDTH
from game.ui.view import View
from game.ui.widgets.base import Signal, Widget
from game.ui.widgets.bubble import draw_bubble
from game.ui.widgets.choices import Segmented
from game.ui.widgets.scroll import WHEEL_UNITS, ScrollArea
from game.ui.widgets.sliders import Stops

PRESS_KEYS: Final = frozenset((pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE))
ARROWS: Final = {
    pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1),
}  # fmt: skip
HINT_SECONDS: Final = 0.35
SIDEWAYS_COST: Final = 2.5
"""How much dearer a step off the arrow's axis is than one along it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of an event."""

    signal: Signal | None = None
    has_changed: bool = False
    """The picture has changed."""
    has_scrolled: bool = False
    is_used: bool = False
    """A key was taken by a widget."""


NOTHING: Final = Outcome()


class Ring:
    """All widgets of a screen in the order of Tab, and the one with the focus."""

    def __init__(self) -> None:
        self.widgets: tuple[Widget, ...] = ()
        self.areas: tuple[ScrollArea, ...] = ()
        self.is_visible = True
        """Whether the ring is drawn: hidden by a click, shown by any key."""
        self.follows = False
        """Whether the focus is scrolled into view: from the first key on, so that a screen is
        first seen from its top."""
        self._focus = ""
        self._hover = ""
        self._held = ""
        self._rest = 0.0

    @property
    def focused(self) -> Widget | None:
        """The widget with the focus."""
        return self._named(self._focus)

    def focus(self, name: str) -> None:
        """Give the focus to a widget by name."""
        self._focus, self._rest = name, 0.0
        self._mark()

    def replace(self, widgets: Sequence[Widget], areas: Sequence[ScrollArea] = ()) -> None:
        """Take new widgets, keeping focus, hover and press by name."""
        self.widgets = tuple(widgets)
        found = {id(widget.area): widget.area for widget in self.widgets if widget.area is not None}
        found |= {id(area): area for area in areas}
        self.areas = tuple(found.values())
        if self._named(self._focus) is None:
            self._focus = next((widget.name for widget in self.widgets if widget.is_enabled), "")
        self._mark()

    def reveal_focus(self) -> bool:
        """Scroll the focused widget into view; True if something moved."""
        focused = self.focused
        if focused is None or focused.area is None or not self.follows or self._held:
            return False
        return focused.area.reveal(focused.rect)

    def update(self, seconds: float) -> bool:
        """Let real time pass; True when a hint is due."""
        before = self._rest
        self._rest += seconds
        return before < HINT_SECONDS <= self._rest and bool(self._hinted())

    @property
    def is_waiting(self) -> bool:
        """Whether a hint is about to appear."""
        hinted = self._pointed()
        return self._rest < HINT_SECONDS and hinted is not None and bool(hinted.hint)

    def handle(self, event: Event) -> Outcome:
        """Hear one event."""
        match event:
            case KeyPress():
                return self._key(event)
            case PointerMove():
                return self._pointer_move(event)
            case PointerDown():
                return self._pointer_down(event)
            case PointerUp():
                return self._pointer_up(event)
            case Wheel():
                return self._wheel(event)

    def draw(self, surface: pygame.Surface, view: View) -> None:
        """Draw all widgets, the ring, the scroll bars, and a hint on top."""
        for widget in self.widgets:
            if widget.area is None:
                self._draw(widget, surface, view)
            elif widget.area.rect.colliderect(widget.rect.inflate(12, 12)):
                with widget.area.clipped(surface, view):
                    self._draw(widget, surface, view)
        for area in self.areas:
            area.draw_bar(surface, view)
        hinted = self._hinted()
        if hinted is not None:
            draw_bubble(surface, view, hinted.hint, hinted.rect)

    def _draw(self, widget: Widget, surface: pygame.Surface, view: View) -> None:
        widget.draw(surface, view)
        if widget.is_focused:
            reach = widget.focus_gap + FOCUS_WIDTH
            around = widget.focus_rect.inflate(2 * reach, 2 * reach)
            view.outline(surface, around, FOCUS, FOCUS_WIDTH, radius=widget.radius + reach)

    def _key(self, event: KeyPress) -> Outcome:
        if event.has_control:
            return NOTHING
        self.is_visible, self.follows, self._rest = True, True, 0.0
        self._mark()
        focused = self.focused
        if event.key == pygame.K_TAB:
            return self._step(-1 if event.has_shift else 1)
        if focused is not None and focused.is_enabled:
            signal = focused.key(event)
            if signal is not None:
                return Outcome(signal=signal, has_changed=True, is_used=True)
        if focused is not None and event.key in PRESS_KEYS:
            return Outcome(signal=_press(focused), has_changed=True, is_used=True)
        for widget in self.widgets:
            if widget.shortcut == event.key:
                self.focus(widget.name)
                return Outcome(signal=_press(widget), has_changed=True, is_used=True)
        if event.key in ARROWS:
            return self._arrow(*ARROWS[event.key])
        return self._scroll_key(event.key)

    def _step(self, by: int) -> Outcome:
        if not self.widgets:
            return NOTHING
        names = [widget.name for widget in self.widgets]
        here = names.index(self._focus) if self._focus in names else -by
        self.focus(names[(here + by) % len(names)])
        return self._moved()

    def _arrow(self, dx: int, dy: int) -> Outcome:
        """Go to the nearest widget in the arrow's direction; scroll if there is none.

        At the end of a row of tiles or of a slider the arrow that moves in it stays where it is.
        """
        focused = self.focused
        if dx and isinstance(focused, Segmented | Stops):
            return Outcome(has_changed=True, is_used=True)
        if dy and self._read_on(dy):
            return Outcome(has_changed=True, has_scrolled=True, is_used=True)
        best: tuple[float, str] | None = None
        for widget in self.widgets if focused is not None else ():
            cost = _cost(focused.rect, widget.rect, dx, dy) if focused else None
            if cost is not None and (best is None or cost < best[0]):
                best = (cost, widget.name)
        if best is not None:
            self.focus(best[1])
            return self._moved()
        has_scrolled = any(
            area.move(WHEEL_UNITS * (dx if area.is_sideways else dy)) for area in self.areas
        )
        return Outcome(has_changed=True, has_scrolled=has_scrolled, is_used=has_scrolled)

    def _read_on(self, dy: int) -> bool:
        """Scroll an area that holds only words; its end lets the arrow go on to the next widget."""
        held = {id(widget.area) for widget in self.widgets}
        return any(
            area.move(WHEEL_UNITS * dy)
            for area in self.areas
            if not area.is_sideways and id(area) not in held
        )

    def _moved(self) -> Outcome:
        return Outcome(has_changed=True, has_scrolled=self.reveal_focus(), is_used=True)

    def _scroll_key(self, key: int) -> Outcome:
        steps = {pygame.K_PAGEUP: -1, pygame.K_PAGEDOWN: 1}
        ends = {pygame.K_HOME: -1e9, pygame.K_END: 1e9}
        has_scrolled = False
        if key in steps:
            has_scrolled = any(area.page(steps[key]) for area in self.areas)
        elif key in ends:
            has_scrolled = any(area.move(ends[key]) for area in self.areas)
        return Outcome(has_changed=True, has_scrolled=has_scrolled, is_used=has_scrolled)

    def _pointer_move(self, event: PointerMove) -> Outcome:
        held = self._named(self._held)
        if held is not None and held.is_enabled:
            signal = held.point(event.x, event.y, is_down=False)
            if signal is not None:
                return Outcome(signal=signal, has_changed=True)
        under = self._under(event.x, event.y)
        name = under.name if under is not None else ""
        if name == self._hover:
            return NOTHING
        self._hover, self._rest = name, 0.0
        self._mark()
        return Outcome(has_changed=True)

    def _pointer_down(self, event: PointerDown) -> Outcome:
        self.is_visible = self.follows = False
        under = self._under(event.x, event.y)
        if under is None:
            self._mark()
            return Outcome(has_changed=True)
        self._held = under.name
        self.focus(under.name)
        signal = under.point(event.x, event.y, is_down=True) if under.is_enabled else None
        return Outcome(signal=signal, has_changed=True)

    def _pointer_up(self, event: PointerUp) -> Outcome:
        held, self._held = self._named(self._held), ""
        self._mark()
        if held is None:
            return NOTHING
        signal = _press(held) if held.hits(event.x, event.y) else None
        return Outcome(signal=signal, has_changed=True)

    def _wheel(self, event: Wheel) -> Outcome:
        for area in self.areas:
            if area.rect.collidepoint(event.x, event.y) and area.move(event.steps * WHEEL_UNITS):
                return Outcome(has_changed=True, has_scrolled=True)
        return NOTHING

    def _under(self, x: float, y: float) -> Widget | None:
        return next((widget for widget in reversed(self.widgets) if widget.hits(x, y)), None)

    def _named(self, name: str) -> Widget | None:
        return next((widget for widget in self.widgets if widget.name == name), None)

    def _pointed(self) -> Widget | None:
        return self._named(self._hover) or (self.focused if self.is_visible else None)

    def _hinted(self) -> Widget | None:
        pointed = self._pointed()
        is_due = self._rest >= HINT_SECONDS and not self._held
        return pointed if is_due and pointed is not None and pointed.hint else None

    def _mark(self) -> None:
        for widget in self.widgets:
            widget.is_focused = self.is_visible and widget.name == self._focus
            widget.is_hovered = widget.name == self._hover
            widget.is_pressed = widget.name == self._held


def _press(widget: Widget) -> Signal | None:
    return widget.press() if widget.is_enabled else None


def _cost(here: pygame.FRect, there: pygame.FRect, dx: int, dy: int) -> float | None:
    """How far ``there`` is in the direction, None if it is not in it."""
    across = there.centerx - here.centerx
    down = there.centery - here.centery
    along, aside = (across * dx, abs(down)) if dx else (down * dy, abs(across))
    edge = (
        (there.left >= here.right - 2 if dx > 0 else there.right <= here.left + 2)
        if dx
        else (there.top >= here.bottom - 2 if dy > 0 else there.bottom <= here.top + 2)
    )
    return along + SIDEWAYS_COST * aside if edge else None
