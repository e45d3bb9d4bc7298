"""What the player does, as the screens hear it: keys, and a pointer in units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import pygame


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPress:
    """A key going down; ``key`` is a ``pygame.K_…`` constant."""

    key: int
    has_shift: bool = False
    has_control: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PointerMove:
    """The pointer at a place, in units."""

    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PointerDown:
    """The main button going down, in units."""

    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PointerUp:
    """The main button coming up, in units."""

    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Wheel:
    """The wheel turned over a place, in units; positive ``steps`` go down the page."""

    x: float
    y: float
    steps: float


Event: TypeAlias = KeyPress | PointerMove | PointerDown | PointerUp | Wheel

MAIN_BUTTON = 1


def translated(event: pygame.event.Event, scale: float) -> Event | None:
    """The event in the screens' terms, or None if screens have no use for it."""
    if event.type == pygame.KEYDOWN:
        control = pygame.KMOD_CTRL | pygame.KMOD_META
        return KeyPress(
            key=event.key,
            has_shift=bool(event.mod & pygame.KMOD_SHIFT),
            has_control=bool(event.mod & control),
        )
    if event.type == pygame.MOUSEMOTION:
        return PointerMove(x=event.pos[0] / scale, y=event.pos[1] / scale)
    if event.type == pygame.MOUSEBUTTONDOWN and event.button == MAIN_BUTTON:
        return PointerDown(x=event.pos[0] / scale, y=event.pos[1] / scale)
    if event.type == pygame.MOUSEBUTTONUP and event.button == MAIN_BUTTON:
        return PointerUp(x=event.pos[0] / scale, y=event.pos[1] / scale)
    if event.type == pygame.MOUSEWHEEL:
        x, y = pygame.mouse.get_pos()
        return Wheel(x=x / scale, y=y / scale, steps=-event.precise_y)
    return None
