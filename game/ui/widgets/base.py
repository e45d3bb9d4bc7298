"""What every widget has: a name, a place, a state the ring sets, and signals it gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import pygame

from game.ui.input import KeyPress
from game.ui.view import View

if TYPE_CHECKING:
    from game.ui.widgets.scroll import ScrollArea


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """A button was pressed."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """One of several was chosen."""

    name: str
    option: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A value was moved."""

    name: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Switched:
    """Something was switched on or off."""

    name: str
    is_on: bool


Signal: TypeAlias = Pressed | Chosen | Moved | Switched


class Widget:
    """Something that can have the focus.

    Args:
        name: unique on its screen; the ring keeps the focus by it.
        rect: its place in units.
        area: the scroll area it lies in.
        inside: name of the card it lies in, for layout checks.
        shortcut: a key that presses it from anywhere on the screen.
        hint: shown in a bubble when it is pointed at or has the keyboard's focus.
        is_enabled: whether it can be pressed; it can have the focus all the same, so that
            the reason is read.
    """

    radius: float = 12.0
    focus_gap: float = 3.0
    """Between the widget and the ring around it when it has the focus, in units."""

    def __init__(
        self,
        name: str,
        rect: pygame.FRect,
        *,
        area: ScrollArea | None = None,
        inside: str = "",
        shortcut: int | None = None,
        hint: str = "",
        is_enabled: bool = True,
    ) -> None:
        self.name = name
        self.rect = rect
        self.area = area
        self.inside = inside
        self.shortcut = shortcut
        self.hint = hint
        self.is_enabled = is_enabled
        self.is_focused = False
        self.is_hovered = False
        self.is_pressed = False

    @property
    def focus_rect(self) -> pygame.FRect:
        """What the ring goes around."""
        return self.rect

    def height(self, view: View, width: float) -> float:
        """Height the widget needs at this width, in units."""
        return self.rect.height

    def press(self) -> Signal | None:
        """Enter, Space, or a click."""
        return None

    def key(self, event: KeyPress) -> Signal | None:
        """A key while it has the focus; None leaves it to the ring."""
        return None

    def point(self, x: float, y: float, *, is_down: bool) -> Signal | None:
        """The pointer pressed on it (``is_down``) or dragged since; None waits for the press."""
        return None

    def hits(self, x: float, y: float) -> bool:
        """Whether the pointer is on it and it is not scrolled away."""
        is_visible = self.area is None or self.area.rect.collidepoint(x, y)
        return is_visible and bool(self.rect.collidepoint(x, y))

    def draw(self, surface: pygame.Surface, view: View) -> None:
        """Draw the widget, without its focus ring."""
