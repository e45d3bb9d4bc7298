"""How often a life of the base pack stops, over some hundred lucks with the default answers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray

from game.core.chance import Chance
from game.scenario.model import Scenario
from game.sim.engine import Engine
from game.sim.start import start_lives
from game.sim.world import World
from game.sim.year import Answer, Stage

COUNT = 500
PENSION_AGE, LAST_STORY = 63, 92
"""After the last story a life runs out quietly: what stops it then does so for its own reasons."""
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """What 500 lives were stopped by."""

    stops: Whole
    """Of all kinds, a life, the plan on the first payday included."""
    by_chance: Whole
    """Stops of drawn events, a life."""
    gap_before: Whole
    """Longest stretch of years without a stop before pension age."""
    gap_after: Whole
    """From pension age to the last story."""
    had_hospital_bill: NDArray[np.bool_]
    """Before pension age, whatever the cause."""
    seen: frozenset[str]
    """Ids of all events met by anybody."""


@pytest.fixture(scope="module")
def pace(pack: Scenario) -> Pace:
    """Five hundred lives of Li Wei, who never changes a plan."""
    engine = Engine(world=World(scenario=pack))
    lives = start_lives(engine.world, 0, np.arange(COUNT, dtype=np.uint64))
    stops, by_chance = np.ones(COUNT, dtype=np.int64), np.zeros(COUNT, dtype=np.int64)
    last = np.full(COUNT, 22)
    before, after = np.zeros(COUNT, dtype=np.int64), np.zeros(COUNT, dtype=np.int64)
    hospital, seen = np.zeros(COUNT, dtype=bool), set()
    is_certain = np.array([event.at is not None for event in pack.events])
    while lives.is_alive.any():
        year, age, alive = engine.open_year(lives, Chance(seed=7)), lives.age, lives.is_alive
        while year.stage != Stage.DONE:
            stopped = (year.offered >= 0) & alive & (year.stage != Stage.PLAN)
            stops += stopped
            by_chance += stopped & ~is_certain[year.offered]
            gap = np.where(stopped, age - last, 0)
            before = np.where(age <= PENSION_AGE, np.maximum(before, gap), before)
            is_after = (age > PENSION_AGE) & (age <= LAST_STORY)
            after = np.where(is_after, np.maximum(after, gap), after)
            last = np.where(stopped, age, last)
            year = engine.answer(year, Answer())
        lives, record = engine.close_year(year)
        seen |= {pack.events[met.event].id for met in record.met if met.is_met.any()}
        for bill in record.bill_list:
            if pack.events[bill.event].id not in ("small_spill", "old_wound"):
                hospital[bill.which] |= (bill.paid.total > 0) & (age[bill.which] < PENSION_AGE)
    return Pace(
        stops=stops,
        by_chance=by_chance,
        gap_before=before,
        gap_after=after,
        had_hospital_bill=hospital,
        seen=frozenset(seen),
    )


def test_most_lives_stop_twelve_to_eighteen_times(pace: Pace) -> None:
    assert 15 <= pace.stops.mean() <= 16.5
    assert ((pace.stops >= 12) & (pace.stops <= 18)).mean() >= 0.82
    assert (pace.stops > 20).mean() <= 0.02


def test_three_to_eight_stops_come_by_chance(pace: Pace) -> None:
    assert 4.5 <= pace.by_chance.mean() <= 6.5
    assert ((pace.by_chance >= 3) & (pace.by_chance <= 8)).mean() >= 0.88


def test_no_stretch_drags(pace: Pace) -> None:
    assert pace.gap_before.max() <= 8
    assert pace.gap_after.max() <= 10


def test_nearly_everybody_meets_a_hospital_bill(pace: Pace) -> None:
    assert pace.had_hospital_bill.mean() >= 0.96


def test_most_stories_are_met_by_somebody(pack: Scenario, pace: Pace) -> None:
    by_another_answer = {
        "thirty_paying", "advice_paid", "fifty_paying", "claim_enough", "claim_short",
        "medical_at_retirement", "friend_ill_lent", "ah_qiang_pays", "old_wound", "rumour",
        "old_zhou_other_way", "mother_gone_after_care", "doudou_from_grandmother",
        "parcel_point_again", "forty_county", "new_machine", "doudou_comes", "still_short",
    }  # fmt: skip
    assert {event.id for event in pack.events} - pace.seen - by_another_answer == set()
