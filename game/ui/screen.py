"""What a screen is: it lays itself out, hears events, draws, and returns a typed result.

Screens do not know one another: ``game.ui.route`` alone decides which screen follows a result.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import pygame

from game.ui.input import Event, KeyPress
from game.ui.view import View
from game.ui.widgets.base import Moved, Signal, Widget
from game.ui.widgets.ring import Ring
from game.ui.widgets.scroll import ScrollArea

if TYPE_CHECKING:
    # The scenario model would delay the first frame.
    from game.scenario.model import PlanFields


@dataclass(frozen=True, slots=True)
class Result:
    """What a screen hands back when it is done; each screen derives its own."""


@dataclass(frozen=True, slots=True)
class Back(Result):
    """The player wants to go where he came from."""


@dataclass(frozen=True, slots=True)
class HelpAsked(Result):
    """The help is wanted."""


@dataclass(frozen=True, slots=True)
class SettingsAsked(Result):
    """The settings are wanted."""


@dataclass(frozen=True, slots=True)
class SourcesAsked(Result):
    """The sources of the figures on the screen are wanted."""


@dataclass(frozen=True, slots=True)
class Closed(Result):
    """A whole screen that was laid over another one closes."""


@dataclass(frozen=True, slots=True)
class AdviserAsked(Result):
    """The adviser is wanted, for a plan being considered or, without one, the one held."""

    plan: PlanFields | None = None


@dataclass(frozen=True, slots=True)
class TwinAsked(Result):
    """A turning point is to be watched as a twin, or without one the twins of two plans."""

    point: str = ""


@dataclass(frozen=True, slots=True)
class PackChosen(Result):
    """A pack is to be opened in the place of the present one."""

    path: str


@dataclass(frozen=True, slots=True)
class CheckAsked(Result):
    """What is wrong with a pack is wanted."""

    path: str


@dataclass(frozen=True, slots=True)
class Box:
    """Something laid out on a screen: its name, its place in units, and what it lies in."""

    name: str
    rect: pygame.FRect
    inside: str = ""
    """Name of the card or scroll area around it; empty for the screen itself."""
    can_scroll: bool = False
    """Whether what lies inside may reach beyond the visible part, below or, sideways, beside."""
    is_sideways: bool = False


class Screen(Protocol):
    """What the app asks of a screen."""

    is_dirty: bool
    """Set by the screen when its picture has changed, cleared by the app when it is drawn."""
    is_overlay: bool
    """Whether the screen below is seen, darkened, around this one."""

    @property
    def is_moving(self) -> bool:
        """Whether the picture changes by itself, so that every frame is drawn."""
        ...

    @property
    def has_rain(self) -> bool:
        """Whether rain is heard on it."""
        ...

    def layout(self, view: View) -> None:
        """Place everything for this size, text factor and language."""
        ...

    def handle(self, event: Event) -> Result | None:
        """Hear one event."""
        ...

    def update(self, seconds: float) -> Result | None:
        """Let real time pass."""
        ...

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the whole screen."""
        ...

    def back(self) -> Result | None:
        """What Escape means here; None stays."""
        ...

    def boxes(self) -> Sequence[Box]:
        """Names and places of everything laid out."""
        ...

    def figures(self) -> Sequence[str]:
        """Ids of the parameters of law whose figures stand on the screen."""
        ...

    def keys(self) -> Sequence[str]:
        """Rows of the help: keys that work here, beside those that work everywhere."""
        ...


class WidgetScreen:
    """A screen made of widgets: a subclass builds, reacts and paints.

    ``build`` is called again at every change of size, language, text or scroll position; widgets
    are cheap and hold no state but their own look, the ring keeps the focus by name.
    """

    is_overlay = False

    def __init__(self) -> None:
        self.is_dirty = True
        self.ring = Ring()
        self.areas: tuple[ScrollArea, ...] = ()
        self._placed: list[Box] = []
        self._view: View | None = None

    @property
    def view(self) -> View:
        """The view of the last layout."""
        if self._view is None:
            raise RuntimeError("a screen is laid out before it is used")
        return self._view

    @property
    def is_moving(self) -> bool:
        """Whether the picture changes by itself."""
        return self.ring.is_waiting

    @property
    def has_rain(self) -> bool:
        """No rain is heard, unless a subclass shows some."""
        return False

    def build(self, view: View) -> Sequence[Widget]:
        """Place cards and texts with ``place`` and return the widgets in the order of Tab."""
        raise NotImplementedError

    def paint(self, surface: pygame.Surface, view: View) -> None:
        """Draw everything but the widgets."""
        raise NotImplementedError

    def react(self, signal: Signal) -> Result | None:
        """Answer a widget."""
        return None

    def key(self, event: KeyPress) -> Result | None:
        """Answer a key no widget wanted."""
        return None

    def place(
        self,
        name: str,
        rect: pygame.FRect,
        inside: str = "",
        *,
        can_scroll: bool = False,
        is_sideways: bool = False,
    ) -> pygame.FRect:
        """Note where something lies, for layout checks, and return the place."""
        self._placed.append(Box(name, rect, inside, can_scroll, is_sideways))
        return rect

    def layout(self, view: View) -> None:
        """Build everything anew for this view."""
        self._view = view
        self._placed = []
        self.ring.replace(self.build(view), self.areas)
        if self.ring.reveal_focus():
            self._placed = []
            self.ring.replace(self.build(view), self.areas)
        self.is_dirty = True

    def refresh(self) -> None:
        """Build anew for the same view, after the screen's own state has changed."""
        self.layout(self.view)

    def handle(self, event: Event) -> Result | None:
        """Give the event to the widgets, then, if it is a key, to the screen."""
        outcome = self.ring.handle(event)
        self.is_dirty = self.is_dirty or outcome.has_changed
        if outcome.has_scrolled:
            self.refresh()
        if outcome.signal is not None:
            self.is_dirty = True
            if not isinstance(outcome.signal, Moved):
                self.view.sound.play("click")
            return self.react(outcome.signal)
        if isinstance(event, KeyPress) and not outcome.is_used:
            return self.key(event)
        return None

    def update(self, seconds: float) -> Result | None:
        """Let real time pass: hints appear after a moment of rest."""
        self.is_dirty = self.ring.update(seconds) or self.is_dirty
        return None

    def draw(self, surface: pygame.Surface) -> None:
        """Paint the screen, then its widgets and the hint of the one pointed at."""
        self.paint(surface, self.view)
        self.ring.draw(surface, self.view)

    def back(self) -> Result | None:
        """Escape goes back."""
        return Back()

    def boxes(self) -> Sequence[Box]:
        """Everything placed, and every widget."""
        widgets = [
            Box(widget.name, widget.rect, widget.inside or _area_name(widget))
            for widget in self.ring.widgets
        ]
        return [*self._placed, *widgets]

    def figures(self) -> Sequence[str]:
        """No figures of law, unless a subclass shows some."""
        return ()

    def keys(self) -> Sequence[str]:
        """Escape leads back, unless a subclass says otherwise."""
        return ("back",)


def layout_faults(boxes: Sequence[Box], window: pygame.FRect) -> list[str]:
    """What overlaps its neighbour or sticks out of what it lies in; empty when all is well."""
    faults: list[str] = []
    around = {box.name: box for box in boxes}
    for box in boxes:
        outer = around.get(box.inside, Box("the window", window))
        scrolls_across = outer.can_scroll and outer.is_sideways
        scrolls_down = outer.can_scroll and not outer.is_sideways
        is_wide = box.rect.left < outer.rect.left - 0.5 or box.rect.right > outer.rect.right + 0.5
        is_high = box.rect.top < outer.rect.top - 0.5 or box.rect.bottom > outer.rect.bottom + 0.5
        if is_wide and not scrolls_across:
            faults.append(f"{box.name} is wider than {outer.name}")
        if is_high and not scrolls_down:
            faults.append(f"{box.name} is higher than {outer.name}")
    for index, box in enumerate(boxes):
        for other in boxes[index + 1 :]:
            overlap = box.rect.clip(other.rect)
            if box.inside == other.inside and overlap.width > 0.5 and overlap.height > 0.5:
                faults.append(f"{box.name} overlaps {other.name}")
    return faults


def _area_name(widget: Widget) -> str:
    return widget.area.name if widget.area is not None else ""
