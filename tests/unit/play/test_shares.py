"""Shares in words: no finer than 2,000 lives can tell, the same on every screen."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from game.play.shares import FEW, MOST, ONE_IN, in_a_hundred, in_people

LIVES = 2_000


@pytest.mark.parametrize("share", [0.0, 1 / 647, 0.0099])
def test_below_one_in_a_hundred_it_is_only_said_to_be_below(share: float) -> None:
    assert in_people(share) == in_a_hundred(share) == FEW
    assert FEW.en == "fewer than 1 in 100" and FEW.zh == "不到百分之一"


def test_next_to_all_is_only_said_to_be_above() -> None:
    assert in_people(1.0) == in_a_hundred(0.995) == MOST


@pytest.mark.parametrize(
    ("share", "en", "zh"),
    [
        (0.0103, "1 in 100", "100 人里 1 人"),
        (0.0525, "1 in 20", "20 人里 1 人"),
        (0.111, "1 in 9", "9 人里 1 人"),
        (0.32, "1 in 3", "3 人里 1 人"),
        (0.36, "4 in 10", "10 人里 4 人"),
        (0.81, "8 in 10", "10 人里 8 人"),
        (0.935, "19 in 20", "20 人里 19 人"),
        (0.95, "19 in 20", "20 人里 19 人"),
        (0.99, "99 in 100", "100 人里 99 人"),
    ],
)
def test_a_share_is_said_as_people_say_it(share: float, en: str, zh: str) -> None:
    words = in_people(share)
    assert (words.en, words.zh) == (en, zh)


def test_a_chance_is_so_many_of_a_hundred() -> None:
    assert in_a_hundred(0.123).en == "about 12 in 100"
    assert in_a_hundred(0.123).zh == "大约一百个里有 12 个"


def test_steps_are_as_wide_as_what_a_sample_cannot_tell() -> None:
    for one, next_one in pairwise(ONE_IN):
        share = 1 / next_one
        error = math.sqrt(share * (1 - share) / LIVES)
        assert 1 / one - share >= error


def test_more_is_never_said_as_less() -> None:
    def said(share: float) -> float:
        count, of = in_people(share).en.split(" in ")
        return int(count) / int(of)

    shares = [k / 1_000 for k in range(10, 991)]
    told = [said(share) for share in shares]
    assert all(one <= next_one + 1e-9 for one, next_one in pairwise(told))
    assert all(abs(told[k] - share) <= 0.25 * min(share, 1 - share) + 0.051
               for k, share in enumerate(shares))  # fmt: skip
