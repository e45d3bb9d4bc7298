"""Type: sizes, lines, anchors, and what is cut."""

from __future__ import annotations

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui import theme
from game.ui.type import Anchor
from tests.screens.stage import make_type

ENGLISH = "The brakes lock in the rain. Your wrist is **broken** and the hospital asks for ¥6,000."
CHINESE = "雨天路滑，刹车抱死，你**摔断了手腕**。医院要先交六千元押金，接下来七周都不能跑单。"


def inked(surface: pygame.Surface) -> pygame.Rect:
    """The rectangle of everything drawn on a transparent surface."""
    return surface.get_bounding_rect()


@pytest.mark.parametrize("text", [ENGLISH, CHINESE])
@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
def test_no_line_is_wider_than_its_room(text: str, scale: float) -> None:
    kind = make_type(scale=scale)
    for room in (160.0, 233.0, 391.0):
        measured = kind.measure(text, theme.BODY, room)
        assert measured.width <= room + 1.0 / scale
        assert measured.height == measured.lines * kind.line_height(theme.BODY)


def test_a_text_drawn_into_its_own_width_does_not_break() -> None:
    kind = make_type(scale=0.8)
    width = kind.measure(ENGLISH, theme.LABEL).width
    assert kind.measure(ENGLISH, theme.LABEL, width).lines == 1


def test_the_text_factor_enlarges_the_type_and_nothing_else() -> None:
    plain, large = make_type(), make_type(text=2.0)
    assert large.measure(CHINESE, theme.BODY).width == pytest.approx(
        2 * plain.measure(CHINESE, theme.BODY).width, rel=0.03
    )
    assert large.line_height(theme.BODY) == 2 * plain.line_height(theme.BODY)


def test_sizes_in_units_hardly_depend_on_the_scale() -> None:
    widths = [
        make_type(scale=scale).measure(ENGLISH, theme.BODY).width for scale in (0.8, 1.0, 1.5, 2.0)
    ]
    assert max(widths) / min(widths) < 1.06


@pytest.mark.parametrize(
    ("anchor", "left", "top"),
    [("topleft", 100, 50), ("midtop", 0, 50), ("topright", 0, 50), ("center", 0, 0)],
)
def test_the_block_stands_at_its_anchor(anchor: Anchor, left: int, top: int) -> None:
    kind = make_type()
    surface = pygame.Surface((400, 200), pygame.SRCALPHA)
    block = kind.draw(surface, "Hangzhou", (100, 50), theme.LABEL, theme.INK, anchor=anchor)
    point = getattr(block, anchor)
    assert point == pytest.approx((100, 50))
    ink = inked(surface)
    assert block.inflate(4, 4).contains(pygame.FRect(ink))


def test_serif_and_sans_of_any_size_stand_on_one_baseline() -> None:
    kind = make_type()
    bottoms = set()
    for style in (theme.TITLE, theme.NOTE, theme.SUBHEAD, theme.DISPLAY):
        surface = pygame.Surface((200, 200), pygame.SRCALPHA)
        kind.draw(surface, "HAN", (10, 120), style, theme.INK, anchor="baseline")
        bottoms.add(inked(surface).bottom)
    assert max(bottoms) - min(bottoms) <= 1
    assert 119 <= min(bottoms) <= 121


def test_capitals_stand_in_the_middle_of_a_centred_line() -> None:
    kind = make_type(scale=2.0)
    surface = pygame.Surface((400, 200), pygame.SRCALPHA)
    kind.draw(surface, "HE", (100, 50), theme.SUBHEAD, theme.INK, anchor="center")
    assert abs(inked(surface).centery - 100) <= 2


def test_what_does_not_fit_is_cut_and_noted() -> None:
    kind = make_type()
    surface = pygame.Surface((300, 100), pygame.SRCALPHA)
    assert not kind.fits(ENGLISH, theme.BODY, 200)
    assert kind.fits("Li Wei", theme.BODY, 200)
    kind.draw(surface, "Li Wei", (0, 0), theme.BODY, theme.INK, max_width=200, lines=1)
    assert kind.overflows == []
    block = kind.draw(surface, ENGLISH, (0, 0), theme.BODY, theme.INK, max_width=200, lines=2)
    assert kind.overflows == [ENGLISH]
    assert block.height == pytest.approx(2 * kind.line_height(theme.BODY))
    assert block.width <= 201


def test_bold_marks_change_the_weight_and_are_not_drawn() -> None:
    kind = make_type()
    assert kind.measure("**Plan**", theme.BODY) != kind.measure("Plan", theme.BODY)
    bold = theme.Style("sans-bold", 18)
    assert kind.measure("**Plan**", theme.BODY).width == kind.measure("Plan", bold).width


def test_a_line_feed_starts_a_new_line() -> None:
    assert make_type().measure("one\ntwo\n\nfour", theme.BODY).lines == 4


def test_english_quotation_marks_are_narrow_and_chinese_ones_wide() -> None:
    english, chinese = make_type(), make_type(language="zh")
    assert english.measure("“”", theme.BODY).width < chinese.measure("“”", theme.BODY).width


def test_a_dash_of_two_is_drawn_as_one_and_beside_a_mark_quotes_are_tight() -> None:
    chinese = make_type(language="zh")
    assert (
        chinese.measure("他说：“走。”", theme.BODY).width
        < chinese.measure("他说走：。“”", theme.BODY).width + 1
    )
    assert chinese.measure("——", theme.BODY).width >= 28


def test_lines_may_be_centred_in_their_room() -> None:
    kind = make_type()
    surface = pygame.Surface((400, 100), pygame.SRCALPHA)
    kind.draw(surface, "HE", (0, 0), theme.LABEL, theme.INK, max_width=400, align="center")
    assert abs(inked(surface).centerx - 200) <= 1


def test_caches_stay_bounded() -> None:
    kind = make_type(scale=2.0)
    surface = pygame.Surface((10, 10))
    for number in range(400):
        kind.draw(surface, f"{number} " * 30, (0, 0), theme.DISPLAY, theme.INK)
    assert kind.cached_bytes <= 32 * 1024 * 1024 + 2560 * 200 * 4


@given(st.text(max_size=60), st.floats(min_value=20, max_value=300))
def test_any_text_can_be_set(text: str, room: float) -> None:
    measured = make_type().measure(text, theme.NOTE, room)
    assert measured.lines >= 1
