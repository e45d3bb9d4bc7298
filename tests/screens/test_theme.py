"""Contrast is computed, not believed."""

from __future__ import annotations

from collections import Counter

import pygame
import pytest

from game.core.text import Language
from game.ui import theme
from game.ui.screens.title import TitleScreen
from game.ui.view import View
from tests.screens.stage import drawn, make_view


@pytest.mark.parametrize(("text", "ground"), theme.TEXT_PAIRS)
def test_words_stand_out_from_what_they_lie_on(text: str, ground: str) -> None:
    assert theme.contrast(text, ground) >= 4.5


@pytest.mark.parametrize(("mark", "ground"), theme.CONTROL_PAIRS)
def test_outlines_of_controls_can_be_seen(mark: str, ground: str) -> None:
    assert theme.contrast(mark, ground) >= 3.0


def test_contrast_agrees_with_the_standard() -> None:
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert theme.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert theme.contrast("#123456", "#123456") == pytest.approx(1.0)


def test_nothing_is_set_smaller_than_14_units() -> None:
    assert min(style.size for style in theme.STYLES) == 14
    assert {style.size for style in theme.STYLES} <= set(theme.TYPE_SCALE)


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert theme.mixed("#000000", "#ffffff", 0.0) == "#000000"
    assert theme.mixed("#000000", "#ffffff", 1.0) == "#ffffff"
    assert theme.mixed("#102030", "#304050", 0.5) == "#203040"


@pytest.mark.parametrize("language", ("en", "zh"))
@pytest.mark.parametrize("text", (1.0, 1.5))
def test_words_over_the_street_can_be_read(language: Language, text: float) -> None:
    """The title's words have no paper under them: 4.5:1 on what they really lie on."""
    own = make_view((1280, 720), text, language)
    screen = TitleScreen()
    drawn(screen, own)
    ground = pygame.Surface((1280, 720))
    screen.picture.draw_street(ground, own, 0.0)
    foot = next(box.rect for box in screen.boxes() if box.name == "foot")
    screen.picture.draw_shade(ground, own, foot.top)
    for place, colour in _words_of_title(screen, own, foot):
        pixels = pygame.surfarray.array3d(ground.subsurface(own.pixels(place)))
        shades = Counter(f"#{r:02x}{g:02x}{b:02x}" for r, g, b in pixels.reshape(-1, 3) // 4 * 4)
        weak = {each: count for each, count in shades.items() if theme.contrast(colour, each) < 4.5}
        assert sum(weak.values()) <= 0.005 * shades.total(), (place, weak)


def _words_of_title(
    screen: TitleScreen, own: View, foot: pygame.FRect
) -> list[tuple[pygame.FRect, theme.Colour]]:
    """Where the name, the motto and the lines of the foot lie, and their colours."""
    head = pygame.FRect(own.width / 2 - 300, screen._name_top, 600, 90 * own.text_factor)
    lines = pygame.FRect(theme.EDGE, foot.top + 6, 500, foot.height - 12)
    return [(head, theme.INK), (lines, theme.PAPER_LIGHT), (lines, theme.LINE)]
