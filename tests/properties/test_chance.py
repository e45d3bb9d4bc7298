"""Luck: uniform, independent in every direction, and the same alone as among many."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from game.core.chance import Chance, derived_seed, stream_table

NAMES = ("income", "death", "stay/chance/0", "stay/month/0", "crash/chance/0")
STREAMS = stream_table(NAMES)
LIVES = 20_000
BINS = 50
# 49 degrees of freedom: one in a million lies above 109; the draws below are always the same.
MOST_CHI_SQUARE = 109.0
# 20,000 pairs: a standard error of 0.0071, five of them.
MOST_CORRELATION = 0.035


def draws(seed: int = 1, age: int = 30, lives: int = LIVES) -> NDArray[np.float64]:
    ids = np.arange(lives, dtype=np.uint64)
    return Chance(seed=seed).uniforms(STREAMS, ids, np.full(lives, age, dtype=np.int64))


def chi_square(values: NDArray[np.float64]) -> float:
    counts, _ = np.histogram(values, bins=BINS, range=(0, 1))
    expected = values.size / BINS
    return float(((counts - expected) ** 2 / expected).sum())


def pair_chi_square(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """Of 8 × 8 cells, with 63 degrees of freedom."""
    counts, _, _ = np.histogram2d(one, other, bins=8, range=((0, 1), (0, 1)))
    expected = one.size / 64
    return float(((counts - expected) ** 2 / expected).sum())


def assert_independent(one: NDArray[np.float64], other: NDArray[np.float64]) -> None:
    assert abs(np.corrcoef(one, other)[0, 1]) < MOST_CORRELATION
    assert pair_chi_square(one, other) < 130


@pytest.mark.parametrize("row", range(len(NAMES)))
@pytest.mark.parametrize("seed", [0, 1, 42, 2**63 - 1])
def test_every_stream_is_uniform_over_lives(row: int, seed: int) -> None:
    assert chi_square(draws(seed)[row]) < MOST_CHI_SQUARE


@pytest.mark.parametrize("row", range(len(NAMES)))
def test_every_stream_is_uniform_over_the_years_of_few_lives(row: int) -> None:
    few = np.concatenate([draws(7, age, 200)[row] for age in range(16, 111)])
    assert chi_square(few) < MOST_CHI_SQUARE


def test_a_seed_is_uniform_over_seeds() -> None:
    ids, age = np.zeros(1, dtype=np.uint64), np.full(1, 30, dtype=np.int64)
    first = [Chance(seed=seed).uniforms(STREAMS[:1], ids, age)[0, 0] for seed in range(5000)]
    assert chi_square(np.array(first)) < MOST_CHI_SQUARE


@pytest.mark.parametrize("step", [1, 2, 64, 8192])
def test_neighbouring_lives_are_independent(step: int) -> None:
    row = draws()[0]
    assert_independent(row[:-step], row[step:])


@pytest.mark.parametrize("years", [1, 2, 10])
def test_neighbouring_years_are_independent(years: int) -> None:
    assert_independent(draws(age=30)[0], draws(age=30 + years)[0])


@pytest.mark.parametrize("other", [2, 3, 2**32, 2**62])
def test_neighbouring_seeds_are_independent(other: int) -> None:
    assert_independent(draws(seed=1)[0], draws(seed=other)[0])


@pytest.mark.parametrize(
    ("one", "other"), [(a, b) for a in range(len(NAMES)) for b in range(a + 1, len(NAMES))]
)
def test_streams_are_independent(one: int, other: int) -> None:
    table = draws()
    assert_independent(table[one], table[other])


def test_the_next_life_next_year_is_independent_of_this_one() -> None:
    assert_independent(draws(age=30)[0][1:], draws(age=31)[0][:-1])


@given(seed=st.integers(0, 2**63 - 1), life=st.integers(0, 2**64 - 1), age=st.integers(0, 120))
def test_a_draw_is_the_same_alone_and_among_many(seed: int, life: int, age: int) -> None:
    chance = Chance(seed=seed)
    some = np.array([0, 1, life, 2**63, 5], dtype=np.uint64)
    ages = np.array([22, 40, age, 60, 110], dtype=np.int64)
    alone = chance.uniforms(STREAMS, some[2:3], ages[2:3])[:, 0]
    among = chance.uniforms(STREAMS, some, ages)[:, 2]
    assert alone.tolist() == among.tolist()
    assert ((alone > 0) & (alone < 1)).all()


def test_a_new_stream_changes_no_other_draw() -> None:
    ids, ages = np.arange(50, dtype=np.uint64), np.full(50, 30, dtype=np.int64)
    more = stream_table(("a new event/chance/0", *NAMES[:2], "another/chance/0", *NAMES[2:]))
    before = Chance(seed=3).uniforms(STREAMS, ids, ages)
    after = Chance(seed=3).uniforms(more, ids, ages)
    assert after[[1, 2, 4, 5, 6]].tolist() == before.tolist()


def test_calm_luck_is_a_half_everywhere() -> None:
    calm = Chance(seed=9, is_calm=True)
    ids, ages = np.arange(3, dtype=np.uint64), np.arange(3)
    assert (calm.uniforms(STREAMS, ids, ages) == 0.5).all()


def test_other_lucks_of_a_seed_are_all_different() -> None:
    seeds = {derived_seed(seed, "other", k) for seed in range(10) for k in range(1000)}
    assert len(seeds) == 10_000
    assert all(0 <= seed < 2**63 for seed in seeds)
    assert derived_seed(1, "other", 3) != derived_seed(1, "another", 3)


def test_draws_do_not_change_between_versions() -> None:
    """A life replays from its seed: these numbers may only change with the format of saves."""
    found = Chance(seed=42).uniforms(
        STREAMS[:2], np.array([0, 7], dtype=np.uint64), np.array([22, 63])
    )
    assert found.tolist() == PINNED


PINNED = [[0.36900967877185525, 0.5689021454457253], [0.35650655474660325, 0.7036677523351873]]
