"""The charts: words that do not meet, marks that can all be found, shares that are told apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.text import Language, Text, same
from game.play.views import BandView, MarkView, RibbonView
from game.ui import theme
from game.ui.art import Art
from game.ui.charts import (
    Bar,
    BarChart,
    MonthBar,
    Ribbon,
    RibPicture,
    Slice,
    UmbrellaChart,
    WealthChart,
    WealthLine,
    draw_sparkline,
    draw_tokens,
)
from game.ui.charts.hatching import hatching
from game.ui.charts.ribbon import LEVELS, MARK, placed_marks
from game.ui.charts.umbrella import strength_colour, umbrella_svg
from game.ui.theme import Colour, Style
from game.ui.type import Anchor, Type
from game.ui.view import View
from game.ui.words import Words
from tests.screens.stage import make_view

ASSETS = Path(__file__).parents[2] / "assets"
RIBS = (
    Text("Medical", "医疗"), Text("Sickness", "疾病津贴"), Text("Unemployment", "失业"),
    Text("Old age", "养老"), Text("Work injury", "工伤"), Text("Family", "家庭"),
    Text("Maternity", "生育"), Text("Invalidity", "病残"), Text("Survivors", "遗属"),
)  # fmt: skip
KINDS = ("move", "illness", "accident", "family", "money", "work", "pension", "crossroad", "plan")


class Recorder(Type):
    """Type that remembers where words were drawn."""

    drawn: list[tuple[str, pygame.FRect]]

    def draw(
        self,
        surface: pygame.Surface,
        text: str,
        at: tuple[float, float],
        style: Style,
        colour: Colour,
        *,
        anchor: Anchor = "topleft",
        **rest: object,
    ) -> pygame.FRect:
        """Draw, and remember."""
        block = super().draw(surface, text, at, style, colour, anchor=anchor)
        self.drawn.append((text, block))
        return block


def view(factor: float = 1.0, language: Language = "en", scale: float = 0.5) -> View:
    """A view that records its words."""
    type_ = Recorder(ASSETS / "fonts", scale=scale, text_factor=factor, language=language)
    type_.drawn = []
    return View(
        width=1280, height=720, scale=scale, text_factor=factor, language=language,
        has_motion=False, type=type_, art=Art(ASSETS / "art"), words=Words({}),
    )  # fmt: skip


def words_of(of: View) -> list[tuple[str, pygame.FRect]]:
    """What has been drawn, without the empty part of each line."""
    assert isinstance(of.type, Recorder)
    return [(text, block.inflate(-2, -block.height * 0.4)) for text, block in of.type.drawn]


def meeting(blocks: list[tuple[str, pygame.FRect]]) -> list[tuple[str, str]]:
    """Pairs of words that overlap."""
    return [
        (one, other)
        for (one, first), (other, second) in combinations(blocks, 2)
        if first.colliderect(second)
    ]


def surface() -> pygame.Surface:
    """Something to draw on, half size."""
    return pygame.Surface((640, 500))


def ribs(language: Language = "en", solid: float = 0.7) -> list[RibPicture]:
    """Nine ribs, maternity n/a."""
    return [
        RibPicture(label=name.in_language(language), solid=solid, hatched=0.2, applies=at != 6)
        for at, name in enumerate(RIBS)
    ]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("factor", [1.0, 1.25, 1.5, 2.0])
def test_rib_labels_do_not_meet_nor_stick_out(language: Language, factor: float) -> None:
    """In the width the panel of a life has at this text size."""
    own = view(factor, language)
    width = 352 * (0.72 + 0.28 * factor) - 48
    chart = UmbrellaChart(own, width, ribs(language), "4")
    rect = pygame.FRect(100, 20, width, chart.height)
    chart.draw(surface(), rect)
    blocks = words_of(own)
    assert len(blocks) == 10
    assert meeting(blocks) == []
    assert [text for text, block in blocks if not rect.inflate(2, 2).contains(block)] == []
    assert chart.radius > 40


def test_rib_spots_do_not_overlap() -> None:
    """Each rib can be pointed at."""
    chart = UmbrellaChart(view(), 304, ribs(), "4")
    rect = pygame.FRect(0, 0, 304, chart.height)
    spots = chart.spots(rect)
    assert len(spots) == 9
    assert not any(one.colliderect(other) for one, other in combinations(spots, 2))
    assert all(rect.contains(spot) for spot in spots)


def test_solid_hatched_bare_and_grey_are_told_apart() -> None:
    """Four looks of a rib."""
    looks = {
        umbrella_svg([RibPicture(label="", **shares)] * 9, 80)  # type: ignore[arg-type]
        for shares in (
            {"solid": 1.0}, {"solid": 0.0, "hatched": 1.0}, {"solid": 0.0},
            {"solid": 0.0, "applies": False},
        )
    }  # fmt: skip
    assert len(looks) == 4
    assert strength_colour(0.2) != strength_colour(0.5) != strength_colour(1.0) == theme.RED


def test_shares_beyond_their_range_are_drawn_within_it() -> None:
    """More than a whole rib is a whole rib."""
    too_much = [RibPicture(label="", solid=1.7, hatched=0.5)] * 9
    assert umbrella_svg(too_much, 80) == umbrella_svg([RibPicture(label="", solid=1.0)] * 9, 80)


@given(st.floats(2, 60), st.floats(2, 60), st.floats(3, 9))
def test_hatching_stays_inside(width: float, height: float, step: float) -> None:
    """No stroke ends outside the shape."""
    body = hatching([(0, 0), (width, 0), (width, height), (0, height)], "#000000", step=step)
    path = body.split('"')[1] if body else ""
    for piece in path.replace("L", "M").split("M")[1:]:
        x, y = (float(number) for number in piece.split())
        assert -0.01 <= x <= width + 0.01
        assert -0.01 <= y <= height + 0.01


def mark(age: float, kind: str = "illness") -> MarkView:
    """An event of the ribbon."""
    return MarkView(age=age, kind=kind, title=same(kind), line=same(""))


def ribbon(marks: tuple[MarkView, ...] = (), paid_years: int = 31) -> RibbonView:
    """A life with everything a band can be."""
    states = ("paid", "resident", "gap", "none", "drawn", "free", "ahead")
    bands = tuple(
        BandView(start=18 + 10 * at, end=28 + 10 * at, state=state)  # type: ignore[arg-type]
        for at, state in enumerate(states)
    )
    return RibbonView(
        first_age=18, last_age=90, today=40.5, pension=bands, medical=bands, marks=marks,
        paid_years=paid_years,
    )  # fmt: skip


@given(st.lists(st.floats(18, 90), max_size=40))
def test_no_mark_is_lost_and_none_touch(ages: list[float]) -> None:
    """Marks of one level keep their distance; those without room are merged."""
    placed = placed_marks([mark(age) for age in ages], lambda age: (age - 18) * 16.8)
    assert sorted(each.age for group in placed for each in group.marks) == sorted(ages)
    for one, other in combinations(placed, 2):
        assert 0 <= one.level < LEVELS
        assert one.level != other.level or abs(one.x - other.x) >= MARK


@pytest.fixture(params=[(1.0, "en"), (1.5, "zh"), (2.0, "en")])
def drawn_ribbon(request: pytest.FixtureRequest) -> Iterator[tuple[Ribbon, View]]:
    """A crowded ribbon, drawn."""
    factor, language = request.param
    own = view(factor, language)
    height = Ribbon.height_for(own)
    marks = tuple(mark(20 + 1.1 * at, KINDS[at % 9]) for at in range(60))
    chart = Ribbon(
        own, pygame.FRect(16, 10, 1248, height), ribbon(marks), "Your life so far",
        ("Pension", "Medical", "Gap"),
    )  # fmt: skip
    chart.draw(surface())
    yield chart, own


def test_the_ribbon_keeps_its_words_apart(drawn_ribbon: tuple[Ribbon, View]) -> None:
    """Title, legend and ages, inside the rectangle; the tokens between title and legend."""
    chart, own = drawn_ribbon
    blocks = words_of(own)
    assert meeting(blocks) == []
    assert all(chart.rect.contains(block) for _, block in blocks)
    assert [text for text, block in blocks if block.colliderect(chart.tokens_rect)] == []


def test_the_ribbon_tells_where_its_marks_are(drawn_ribbon: tuple[Ribbon, View]) -> None:
    """Every event can be pointed at, above the bands, below the title."""
    chart, own = drawn_ribbon
    found = chart.marks()
    assert sum(len(marks) for marks, _ in found) == 60
    assert all(chart.rect.contains(rect) for _, rect in found)
    title = next(block for text, block in words_of(own) if text == "Your life so far")
    assert not any(rect.colliderect(title) for _, rect in found)


def test_ages_beyond_the_ribbon_stand_at_its_ends() -> None:
    """A person may outlive the axis."""
    own = view()
    rect = pygame.FRect(16, 10, 1248, Ribbon.height_for(own))
    chart = Ribbon(own, rect, ribbon((mark(99),)), "", ("", "", ""))
    assert chart.x_at(120) == chart.x_at(90) <= rect.right
    assert all(rect.contains(place) for _, place in chart.marks())


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [250.0, 510.0])
def test_month_bar_names_every_slice(factor: float, width: float) -> None:
    """Each name stands once, none meets another, and each amount can be read."""
    own = view(factor)
    amounts = {"living": 3900, "home": 800, "pension": 887, "medical": 29, "left": 884}
    slices = [
        Slice(label=label, value=value, words=f"{value:,}", colour=theme.GOLD)
        for label, value in amounts.items()
    ]
    bar = MonthBar(own, width, slices)
    rect = pygame.FRect(20, 20, width, bar.height)
    bar.draw(surface(), rect)
    blocks = words_of(own)
    assert meeting(blocks) == []
    assert all(rect.inflate(2, 2).contains(block) for _, block in blocks)
    said = " ".join(text for text, _ in blocks)
    assert all(label in said and f"{value:,}" in said for label, value in amounts.items())


def test_a_month_without_money_is_drawn() -> None:
    """Nothing earned, nothing to show."""
    bar = MonthBar(view(), 300, [Slice(label="left", value=0, words="0", colour=theme.GOLD)])
    bar.draw(surface(), pygame.FRect(0, 0, 300, bar.height))
    assert bar.slices == ()


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_bars_keep_their_words_apart(factor: float) -> None:
    """A long name and its amount take two lines rather than meet."""
    own = view(factor)
    bars = [
        Bar(label="Employee scheme at the highest base", words="¥14,020", value=14020),
        Bar(label="No pension", words="¥0", value=0, is_main=True),
    ]
    chart = BarChart(own, 272, bars, reference=1980)
    rect = pygame.FRect(20, 20, 272, chart.height)
    chart.draw(surface(), rect)
    assert meeting(words_of(own)) == []


def test_tokens_stand_in_rows_of_ten() -> None:
    """31 paid years are four rows; none is no room at all."""
    own = view()
    many = draw_tokens(surface(), own, (10, 20), 31, size=10, rows_of=10)
    one_row = draw_tokens(surface(), own, (10, 20), 10, size=10, rows_of=10)
    assert many.width == one_row.width
    assert many.height > 3 * one_row.height
    assert draw_tokens(surface(), own, (10, 20), 0).width == 0


@pytest.mark.parametrize("values", [[], [1.0], [2.0, 2.0], [1.0, 5.0, 3.0]])
def test_sparklines_of_few_values(values: list[float]) -> None:
    """From two values on there is a line."""
    paper = surface()
    draw_sparkline(paper, view(), pygame.FRect(10, 10, 100, 40), values, theme.JADE)
    assert (paper.get_bounding_rect() is not None) == (len(values) >= 0)
    has_line = any(paper.get_at((x, y))[1] > 40 for x in range(5, 55) for y in range(5, 25))
    assert has_line == (len(values) >= 2)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_names_of_a_month_stand_in_one_row_though_slices_are_thin(language: Language) -> None:
    """Where two would meet, all take their colour with them and spread evenly."""
    own = view(1.0, language)
    labels = ("living", "work costs", "home", "medical", "left")
    values = (4_010.0, 550.0, 800.0, 33.0, 1_807.0)
    bar = MonthBar(own, 504, [
        Slice(label=label, value=value, words=f"{value:,.0f}", colour=theme.TAUPE)
        for label, value in zip(labels, values, strict=True)
    ])  # fmt: skip
    bar.draw(surface(), pygame.FRect(60, 20, 504, bar.height))
    names = [block for text, block in words_of(own) if any(label in text for label in labels)]
    assert len(names) == 5
    assert len({round(block.top) for block in names}) == 1
    gaps = [right.left - left.right for left, right in pairwise(names)]
    assert max(gaps) - min(gaps) < 2


def test_marks_merged_in_one_place_look_like_a_stack() -> None:
    """Two events of one day are told from one without reading."""
    pictures = []
    for ages in ((40.0, 40.1), (40.0, 40.1, 40.2)):
        own = view()
        marks = tuple(mark(age) for age in ages)
        chart = Ribbon(own, pygame.FRect(16, 10, 1248, Ribbon.height_for(own)), ribbon(marks),
                       "Your life so far", ("Pension", "Medical", "Gap"))  # fmt: skip
        on = surface()
        chart.draw(on)
        pictures.append(pygame.image.tobytes(on, "RGB"))
    assert pictures[0] != pictures[1]


def test_the_scale_of_two_wealths_is_round_steady_and_never_zero_alone() -> None:
    view = make_view()
    for highest in (24_000.0, 117_000.0, 309_000.0, 999_000.0):
        values = [0.0, highest / 3, highest, highest / 2]
        line = WealthLine(values=values, colour=theme.JADE, ink=theme.JADE_TEXT)
        for most in (0, 1, 2, 4):
            scales = {
                tuple(WealthChart(view, (22, 25), [line], shown)._levels(most))
                for shown in (1, 2, 4)
            }
            assert len(scales) == 1
            levels = next(iter(scales))
            assert len(levels) >= 2
            assert f"{levels[1]:.0f}".rstrip("0") in ("1", "2", "5")
