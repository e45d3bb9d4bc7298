"""What must hold for every life: ribs in bounds, nothing good counts as bad, twins differ by
choice.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.arrays import columns
from game.core.life import Lives, Scheme
from game.scenario.hazards import hazard_probability
from game.scoring.recorded import SharedLuck
from game.scoring.replay import columns_of
from game.scoring.score import old_age_means, old_age_year, year_sums
from game.scoring.side_by_side import Beside
from game.scoring.umbrella import umbrella
from game.scoring.yardsticks import yardsticks
from game.sim.cohort import advance
from game.sim.draft import Draft
from game.sim.engine import Engine
from game.sim.events import _that_hold, _within_limit
from game.sim.record import Record
from game.sim.scope import LivesScope
from game.sim.strategies import STRATEGIES
from game.sim.year import Answer, Stage, Year
from tests.toyland.lives import changed, china, lived_year, planned, started, toyland

COVER = ("never_insured", "never_insured_saver", "resident", "employee_lowest", "prudent")


# --- the umbrella --------------------------------------------------------------------------------


@given(st.integers(0, 10_000), st.sampled_from(COVER), st.integers(0, 2))
@settings(max_examples=6)
def test_ribs_stay_within_bounds_all_life_long(seed: int, cover: str, profile: int) -> None:
    engine = china()
    world, lives = engine.world, started(engine, profile, size=3)
    chance = SharedLuck(seed=seed, of=np.arange(3, dtype=np.uint64))
    while lives.is_alive.any() and int(lives.age.max()) < 95:
        opened, lives, record = advance(engine, lives, chance, STRATEGIES[cover].policy)
        figures = world.figures(record.year)
        yard = yardsticks(world, figures, opened, record)
        found = umbrella(world, figures, opened, record, lives, yard)
        both = found.solid + found.hatched
        assert np.all((found.solid >= 0) & (found.hatched >= 0) & (both <= 1 + 1e-9))
        assert np.all(both[~found.applies] == 0)
        sums = year_sums(world, figures, opened, record, lives)
        for part, years in (
            (sums.old_age, sums.old_years),
            (sums.burden_before, sums.years_before),
            (sums.burden_after, sums.years_after),
            (sums.family, sums.family_years),
        ):
            assert np.all((part >= 0) & (part <= years + 1e-9))


# --- other things equal --------------------------------------------------------------------------


@given(st.integers(0, 480), st.integers(0, 120), st.floats(0.6, 3.0))
def test_a_paid_month_more_never_lowers_old_age(months: int, more: int, share: float) -> None:
    """Records of one index, one with more months: the first year of the pension."""

    def part(paid: int) -> float:
        lives = planned(started(toyland(), age=63, cash=20_000), pension=Scheme.NONE)
        lives = changed(
            lives,
            rights__months_employee=paid,
            rights__months_by_place=[[paid], [0]],
            rights__index_sum=paid * share,
            rights__account_employee=paid * share * 800,
        )
        _, record = lived_year(toyland(), lives)
        yard = yardsticks(toyland().world, toyland().world.figures(record.year), lives, record)
        scoring = toyland().world.scenario.scoring
        return float(old_age_year(scoring, old_age_means(record, yard), yard)[0])

    assert part(months) <= part(months + more) + 1e-12


@given(st.floats(0, 5e5), st.floats(0, 2e5))
def test_savings_more_never_lower_old_age(cash: float, more: float) -> None:
    def part(savings: float) -> float:
        lives = started(toyland(), age=75, cash=savings)
        _, record = lived_year(toyland(), lives)
        yard = yardsticks(toyland().world, toyland().world.figures(record.year), lives, record)
        rest = changed(record, allowance=0)
        scoring = toyland().world.scenario.scoring
        return float(old_age_year(scoring, old_age_means(rest, yard), yard)[0])

    assert part(cash) <= part(cash + more) + 1e-12


# --- twins ---------------------------------------------------------------------------------------


class Watching:
    """Two strategies side by side; keeps the year as it stood before events were drawn."""

    def __init__(self, names: tuple[str, str]) -> None:
        self._both = Beside(policies=tuple(STRATEGIES[name].policy for name in names))
        self.before: Year | None = None

    def __call__(self, engine: Engine, year: Year) -> Answer:
        answer = self._both(engine, year)
        if year.stage == Stage.PLAN:
            plan = answer.plan or year.lives.plan
            lives = columns(year.lives, np.arange(year.lives.size))
            self.before = replace(year, lives=replace(lives, plan=plan))
        return answer


def met_in(record: Record) -> dict[int, dict[int, int]]:
    """Month of each event of a year by the column that met it, in whichever round it was."""
    found: dict[int, dict[int, int]] = {}
    for met in record.met:
        for column in np.flatnonzero(met.is_met):
            found.setdefault(met.event, {})[int(column)] = int(met.month[column])
    return found


def why_not(engine: Engine, before: Year, record: Record, event: int, column: int) -> str:
    """Why a drawn event did not come to a column; empty where there is no reason."""
    world, which = engine.world, np.array([column])
    found = world.scenario.events[event]
    draft = Draft(before)
    if not before.lives.is_alive[column]:
        return "dead"
    met = sum(column in months for months in met_in(record).values())
    if met >= world.scenario.teaching.settings.events_per_turn - 1 or found.group:
        return "another came first"
    if not _within_limit(draft, found, which).size:
        return "it had come before"
    if not _that_hold(world, draft, found, which).size:
        return "it does not qualify"
    assert found.hazard is not None
    chance = hazard_probability(found.hazard, LivesScope(world, draft, which, event))[0]
    stream = world.scenario_streams[found.chance_stream : found.chance_stream + 1]
    uniform = draft.draw(stream, which)[0]
    return "the draw is higher than its chance" if uniform >= chance else ""


@given(st.integers(0, 10_000), st.sampled_from(COVER), st.sampled_from(COVER), st.integers(0, 2))
@settings(max_examples=8)
def test_logs_of_twins_differ_only_by_what_the_choice_causes(
    seed: int, left: str, right: str, profile: int
) -> None:
    """Both meet the same drawn events, in the same months with the same bills, wherever both
    qualify; what only one meets, the other could not.
    """
    engine, watching = china(), Watching((left, right))
    lives: Lives = columns_of(engine.world, profile, 2)
    chance = SharedLuck(seed=seed, of=np.zeros(2, dtype=np.uint64))
    drawn = {event.index for event in engine.world.drawn}
    while lives.is_alive.all() and int(lives.age.max()) < 90:
        _, lives, record = advance(engine, lives, chance, watching)
        assert watching.before is not None
        for event, months in met_in(record).items():
            if event not in drawn:
                continue
            if len(months) == 2:
                assert months[0] == months[1]
            else:
                (missed,) = {0, 1} - months.keys()
                assert why_not(engine, watching.before, record, event, missed), (
                    record.year,
                    engine.world.scenario.events[event].id,
                )
        for bill in record.bill_list:
            if bill.event in drawn and len(bill.which) == 2:
                one, other = bill.of(0), bill.of(1)
                assert one is not None and other is not None
                same_place = record.place[0] == record.place[1]
                assert one.paid.total[0] == other.paid.total[0] or not same_place


@pytest.mark.parametrize("profile", [0, 1, 2])
def test_the_same_choices_are_the_same_life(profile: int) -> None:
    engine, watching = china(), Watching(("prudent", "prudent"))
    lives = columns_of(engine.world, profile, 2)
    chance = SharedLuck(seed=3, of=np.zeros(2, dtype=np.uint64))
    while lives.is_alive.any():
        _, lives, record = advance(engine, lives, chance, watching)
        assert record.cash[0] == record.cash[1]
        assert all(len(months) == 2 for months in met_in(record).values())
