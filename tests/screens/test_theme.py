"""Contrast is computed, not believed."""

from __future__ import annotations

import pytest

from game.ui import theme


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
