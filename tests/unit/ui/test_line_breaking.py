"""Where lines break, in both languages, on a grid of characters one or two columns wide."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.line_breaking import NEVER_FIRST, NEVER_LAST, Run, atoms, broken, is_wide, plain


def width(runs: Sequence[Run]) -> int:
    """Chinese characters two columns, all others one."""
    return sum(2 if is_wide(letter) else 1 for run in runs for letter in run.text)


def lines(text: str, room: float) -> list[str]:
    return ["".join(run.text for run in line) for line in broken(text, width, room)]


def test_english_breaks_at_spaces_only() -> None:
    assert lines("you cannot ride for a fortnight", 11) == ["you cannot", "ride for a", "fortnight"]


def test_chinese_breaks_between_characters() -> None:
    assert lines("接下来都不能跑单", 8) == ["接下来都", "不能跑单"]


@pytest.mark.parametrize("mark", "，。！？）：；、”》")
def test_no_closing_mark_starts_a_line(mark: str) -> None:
    for room in range(4, 16):
        for line in lines(f"雨天路滑{mark}刹车抱死{mark}摔断手腕{mark}", room):
            assert not line.startswith(mark)


@pytest.mark.parametrize("mark", "（《“")
def test_no_opening_mark_ends_a_line(mark: str) -> None:
    for room in range(4, 16):
        for line in lines(f"医院要{mark}住院押金交足了才收{mark}人", room):
            assert not line.endswith(mark)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("押金要先交 6,000 元才行", "6,000 元"),
        ("每月报销¥1,234.50左右", "¥1,234.50"),
        ("参保满 20 年以后领钱", "20 年"),
        ("大约要等12个月才能报销", "12个"),
        ("paid for 12 months in all", "12 months"),
        ("about 60 % of the wage", "60 %"),
        ("a loss of −¥10,900 this year", "−¥10,900"),
    ],
)
def test_a_number_stays_with_its_unit(text: str, whole: str) -> None:
    for room in range(max(len(whole) + 3, 8), 30):
        assert any(whole in line for line in lines(text, room)), room


def test_a_middle_dot_stays_at_the_end_of_its_line() -> None:
    for room in range(10, 30):
        assert not any(
            line.startswith("·") for line in lines("Food courier · Hangzhou · Henan", room)
        )


def test_the_last_line_is_not_a_few_characters() -> None:
    assert lines("雨天路滑刹车抱死了", 16) == ["雨天路滑刹车", "抱死了"]
    assert lines("雨天路滑刹车抱死了。", 16) == ["雨天路滑刹车", "抱死了。"]
    assert lines("雨天路滑刹车都抱死了", 16) == ["雨天路滑刹车都", "抱死了"]


def test_the_last_line_is_not_one_short_word() -> None:
    assert lines("a student, a part-time rider", 22) == ["a student, a", "part-time rider"]
    assert lines("student, part-time rider", 18) == ["student, part-time", "rider"]
    assert lines("the officer explains both rules.", 26) == ["the officer explains", "both rules."]
    assert lines("one more year and it is so", 24) == ["one more year and it", "is so"]


def test_a_word_longer_than_the_line_is_taken_apart() -> None:
    assert lines("Versicherungspflicht", 8) == ["Versiche", "rungspfl", "icht"]


def test_bold_keeps_its_characters_and_loses_its_stars() -> None:
    (line,) = broken("you set a **plan**, now", width, None)
    assert [(run.text, run.is_bold) for run in line] == [
        ("you set a ", False), ("plan", True), (", now", False),
    ]  # fmt: skip
    assert plain("**a** b **c**") == "a b c"


def test_a_long_word_may_break_after_its_hyphen() -> None:
    assert lines("well-known rule", 6) == ["well-", "known", "rule"]


texts = st.text(alphabet="ab 12,.-雨天路滑，。（）“”¥元年%·…", max_size=40)


@given(texts, st.integers(min_value=2, max_value=30))
def test_nothing_is_lost_and_marks_hold(text: str, room: int) -> None:
    found = lines(text, room)
    assert "".join(found).replace(" ", "") == plain(text).replace(" ", "")
    for before, line in pairwise(found):
        is_taken_apart = any(width(atom.runs) > room for atom in atoms(text))
        if before and line and not is_taken_apart:
            assert line[0] not in NEVER_FIRST or before[-1] == " " or " " in text
            assert before[-1] not in NEVER_LAST


@given(texts, st.integers(min_value=2, max_value=30))
def test_no_line_is_wider_than_its_room(text: str, room: int) -> None:
    assert all(width(line) <= room for line in broken(text, width, room))
