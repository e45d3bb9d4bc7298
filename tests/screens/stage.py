"""A view to lay screens out in, without a window."""

from __future__ import annotations

from functools import cache

import pygame

from game.core import folders
from game.core.text import Language
from game.ui.art import Art
from game.ui.screen import Screen
from game.ui.type import Type
from game.ui.view import View
from game.ui.words import Words, load_words

SIZES = ((1024, 600), (1280, 720), (1920, 1080), (2560, 1440), (1024, 768), (2560, 1080))
TEXT_FACTORS = (1.0, 1.5, 2.0)


@cache
def words() -> Words:
    """The game's own interface words."""
    return load_words(folders.assets())


@cache
def art() -> Art:
    """The game's own pictures."""
    return Art(folders.assets() / "art")


def make_type(*, scale: float = 1.0, text: float = 1.0, language: Language = "en") -> Type:
    """Type in the game's own fonts."""
    return Type(folders.assets() / "fonts", scale=scale, text_factor=text, language=language)


def make_view(
    size: tuple[int, int] = (1280, 720), text: float = 1.0, language: Language = "en"
) -> View:
    """A view of a window of this size in pixels; nothing moves in it."""
    scale = min(size[0] / 1280, size[1] / 720)
    return View(
        width=size[0] / scale,
        height=size[1] / scale,
        scale=scale,
        text_factor=text,
        language=language,
        has_motion=False,
        type=make_type(scale=scale, text=text, language=language),
        art=art(),
        words=words(),
    )


def drawn(screen: Screen, view: View) -> pygame.Surface:
    """The picture of a screen."""
    surface = pygame.Surface((round(view.width * view.scale), round(view.height * view.scale)))
    screen.layout(view)
    screen.draw(surface)
    return surface
