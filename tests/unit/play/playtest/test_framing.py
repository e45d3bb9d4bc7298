"""Wordings of nudges: one function of seed, life and nudge, and whether they are spread evenly."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import numpy as np
import pytest

from game.core.text import Text
from game.play.playtest.crowd import crowd
from game.play.playtest.framing import Nudged, is_uneven, wording_of
from game.play.playtest.watching import watched
from game.scenario.teaching import Nudge
from game.sim.engine import Engine
from game.sim.strategies import STRATEGIES
from game.sim.world import World
from tests.toyland.lives import scenario_of

NUDGE = Nudge(
    id="gap_sms",
    channel="sms",
    age_low=30,
    age_high=40,
    when=None,
    hazard=None,
    at=None,
    limit=1,
    every_years=0,
    values=(),
    framings={"gain": Text("a", "甲"), "loss": Text("b", "乙"), "norm": Text("c", "丙")},
    assign="random",
    teaches=(),
    attention=0.0,
    chance_stream=0,
    framing_stream=0,
)
LIVES = np.arange(3_000, dtype=np.uint64)


def test_a_life_is_always_shown_the_same_wording() -> None:
    whole, alone = wording_of(NUDGE, 7, LIVES), wording_of(NUDGE, 7, LIVES[41:42])
    assert alone[0] == whole[41]
    assert np.array_equal(whole, wording_of(NUDGE, 7, LIVES))


@pytest.mark.parametrize("other", ["seed", "nudge"])
def test_another_seed_or_nudge_draws_anew(other: Literal["seed", "nudge"]) -> None:
    nudge = replace(NUDGE, id="another") if other == "nudge" else NUDGE
    drawn = wording_of(nudge, 8 if other == "seed" else 7, LIVES)
    same = (drawn == wording_of(NUDGE, 7, LIVES)).mean()
    assert abs(same - 1 / 3) < 0.05


def test_chance_spreads_the_wordings_evenly() -> None:
    counts = np.bincount(wording_of(NUDGE, 7, LIVES), minlength=3)
    assert counts.min() > 900
    assert not is_uneven(counts.tolist(), 0.10)


def test_by_life_and_by_name_do_not_hang_on_the_seed() -> None:
    in_turn = replace(NUDGE, assign="by_life")
    assert wording_of(in_turn, 1, LIVES[:4]).tolist() == [0, 1, 2, 0]
    assert np.array_equal(wording_of(in_turn, 1, LIVES), wording_of(in_turn, 2, LIVES))
    assert set(wording_of(replace(NUDGE, assign="loss"), 1, LIVES).tolist()) == {1}


@pytest.mark.parametrize(
    ("counts", "bound", "expected"),
    [
        ([100, 100], 0.10, False),
        ([540, 460], 0.10, False),
        ([600, 400], 0.10, True),
        ([600, 400], 0.30, False),
        ([6, 4], 0.10, False),
        ([8, 12, 10, 10], 0.10, False),
        ([40, 10, 10, 10], 0.10, True),
        ([500], 0.10, False),
        ([0, 0], 0.10, False),
    ],
)
def test_uneven_is_more_than_the_bound_and_than_chance(
    counts: list[int], bound: float, expected: bool
) -> None:
    assert is_uneven(counts, bound) is expected


def test_lives_that_meet_a_nudge_are_noted() -> None:
    engine = Engine(world=World(scenario=scenario_of("toyland")))
    never = replace(NUDGE, id="never", age_low=100, age_high=105)
    nudged = Nudged(nudges=(NUDGE, never), size=20)
    policy = STRATEGIES["resident"].policy
    watched(engine, crowd(engine.world, 20), 1, "resident", policy, nudged)
    assert nudged.is_met[0].all()
    assert not nudged.is_met[1].any()
    shares = nudged.shares(0, 1)
    assert list(shares) == ["gain", "loss", "norm"]
    assert sum(shares.values()) == 20
