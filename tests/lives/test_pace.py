"""How often the lives of the base pack stop, over some hundred lucks with the default answers.

By hand, over as many lucks as asked: ``python -m tests.lives.test_pace 1000``.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray

from game.core.chance import Chance
from game.core.folders import scenarios
from game.scenario.compiler import load_pack
from game.scenario.model import Scenario
from game.sim.engine import Engine
from game.sim.start import start_lives
from game.sim.world import World
from game.sim.year import Answer, Stage

COUNT = 300
PROFILES = ("migrant_worker", "female_worker", "student")
HOSPITAL_BEFORE, LAST_STORY = 63, 92
"""After the last story a life runs out quietly: what stops it then does so for its own reasons."""
QUIET_BILLS = ("small_spill", "old_wound")
"""Bills without a bed in hospital."""
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """What the lives of one profile were stopped by."""

    profile: str
    stops: Whole
    """Of all kinds, a life, the first plan included."""
    by_chance: Whole
    """Stops of drawn events, a life."""
    gap_before: Whole
    """Longest stretch of years without a stop before pension age."""
    gap_after: Whole
    """From pension age to the last story."""
    had_hospital_bill: NDArray[np.bool_]
    """Before 63, whatever the cause."""
    seen: frozenset[str]
    """Ids of all events met by anybody."""

    @property
    def usual(self) -> float:
        """Share of lives with 12 to 18 stops."""
        return float(((self.stops >= 12) & (self.stops <= 18)).mean())

    def __str__(self) -> str:
        low, middle, high = np.percentile(self.stops, (5, 50, 95))
        return (
            f"{self.profile}: {self.stops.mean():.1f} stops on average, 12 to 18 in "
            f"{self.usual:.0%} ({low:.0f}, {middle:.0f}, {high:.0f}), by chance "
            f"{self.by_chance.mean():.1f}; longest stretch {self.gap_before.max()} years before "
            f"pension age, {self.gap_after.max()} after; hospital bill before 63 in "
            f"{self.had_hospital_bill.mean():.1%}"
        )


def pace_of(pack: Scenario, profile: str, count: int) -> Pace:
    """So many lives of a profile that keeps its plan and gives every answer without thought."""
    engine = Engine(world=World(scenario=pack))
    who = [each.id for each in pack.profiles].index(profile)
    pension_age = int(engine.world.statutory_age[who])
    lives = start_lives(engine.world, who, np.arange(count, dtype=np.uint64))
    stops, by_chance = np.ones(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    last = lives.age.copy()
    before, after = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    hospital, seen = np.zeros(count, dtype=bool), set()
    is_certain = np.array([event.at is not None for event in pack.events])
    while lives.is_alive.any():
        year, age, alive = engine.open_year(lives, Chance(seed=7)), lives.age, lives.is_alive
        while year.stage != Stage.DONE:
            stopped = (year.offered >= 0) & alive & (year.stage != Stage.PLAN)
            stops += stopped
            by_chance += stopped & ~is_certain[year.offered]
            gap = np.where(stopped, age - last, 0)
            before = np.where(age <= pension_age, np.maximum(before, gap), before)
            is_after = (age > pension_age) & (age <= LAST_STORY)
            after = np.where(is_after, np.maximum(after, gap), after)
            last = np.where(stopped, age, last)
            year = engine.answer(year, Answer())
        lives, record = engine.close_year(year)
        seen |= {pack.events[met.event].id for met in record.met if met.is_met.any()}
        for bill in record.bill_list:
            if pack.events[bill.event].id not in QUIET_BILLS:
                early = age[bill.which] < HOSPITAL_BEFORE
                hospital[bill.which] |= (bill.paid.total > 0) & early
    return Pace(
        profile=profile,
        stops=stops,
        by_chance=by_chance,
        gap_before=before,
        gap_after=after,
        had_hospital_bill=hospital,
        seen=frozenset(seen),
    )


@pytest.fixture(scope="module")
def paces(pack: Scenario) -> dict[str, Pace]:
    """Some hundred lives of each profile."""
    found = {profile: pace_of(pack, profile, COUNT) for profile in PROFILES}
    print(*found.values(), sep="\n")
    return found


@pytest.fixture(params=PROFILES)
def pace(request: pytest.FixtureRequest, paces: dict[str, Pace]) -> Pace:
    """Those of one profile."""
    return paces[request.param]


def test_most_lives_stop_twelve_to_eighteen_times(pace: Pace) -> None:
    assert pace.usual >= 0.88, pace
    assert (pace.stops > 20).mean() <= 0.02, pace


def test_some_stops_come_by_chance(pace: Pace) -> None:
    assert 3 <= pace.by_chance.mean() <= 8, pace


def test_no_stretch_drags(pace: Pace) -> None:
    assert pace.gap_before.max() <= 8, pace
    assert pace.gap_after.max() <= 10, pace


def test_nearly_everybody_meets_a_hospital_bill(pace: Pace) -> None:
    assert pace.had_hospital_bill.mean() >= 0.96, pace


OTHERWISE = re.compile(r"chose\(|seen\(|count\(|plan\.|years\.|contract|claim_age|job ==|benefit\.")
"""Conditions that need another plan, another answer or another job."""


def test_what_needs_no_other_plan_or_answer_is_met_by_somebody(
    pack: Scenario, paces: dict[str, Pace]
) -> None:
    met = frozenset().union(*(pace.seen for pace in paces.values()))
    open_to_all = {
        event.id
        for event in pack.events
        if not event.by_later
        and not event.by_trigger
        and not (event.when is not None and OTHERWISE.search(event.when.source))
    }
    assert len(open_to_all) >= 20
    assert open_to_all - met == set()


def main(count: int) -> None:
    """Print the pace of every profile."""
    pack = load_pack("china", [scenarios()]).scenario
    assert pack is not None
    for profile in PROFILES:
        print(pace_of(pack, profile, count))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
