"""What must hold for every life, on the base pack and on the small country."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.arrays import columns, total
from game.core.chance import Chance
from game.core.life import Scheme
from game.scoring.study import study
from game.sim.cohort import advance, lived
from game.sim.engine import Engine
from game.sim.history import History
from game.sim.record import Record
from game.sim.start import start_lives
from game.sim.strategies import STRATEGIES, Policy, hold
from game.sim.year import Answer, Stage, Year
from tests.toyland.lives import (
    CALM,
    china,
    differences,
    engine_of,
    lived_year,
    planned,
    quiet,
    scenario_of,
    started,
)

PACKS = ("china", "toyland")
SIZE = 40
SEED = 5


@cache
def cohort(pack: str, strategy: str, seed: int = SEED, first: int = 0, size: int = SIZE) -> History:
    """Whole lives under a strategy."""
    engine = engine_of(pack)
    ids = np.arange(first, first + size, dtype=np.uint64)
    policy = STRATEGIES[strategy].policy
    return lived(engine, start_lives(engine.world, 0, ids), Chance(seed=seed), policy)


# --- one life and many ---------------------------------------------------------------------------


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("strategy", ["prudent", "employee_lowest", "hold"])
def test_one_life_is_its_column_to_the_last_bit(pack: str, strategy: str) -> None:
    many = cohort(pack, strategy)
    for life in (0, 4, 13, SIZE - 1):
        alone = cohort(pack, strategy, SEED, life, 1)
        for one, crowd in zip(alone.years, many.years, strict=False):
            column = columns(crowd.after, np.array([life]))
            assert differences(one.after, column) == [], (life, one.record.year)
            for name in ("spending", "income", "contributions", "own_health_payments", "to_heirs"):
                own = getattr(one.record, name)[0]
                assert own == getattr(crowd.record, name)[life], (life, name)


def test_a_sum_over_months_is_the_same_alone_and_in_a_crowd() -> None:
    """Rounding to fen hides most of this; a plain numpy sum differs in the last bit."""
    rows = np.random.default_rng(1).uniform(0, 1e4, (12, 500))
    together = total(rows)
    alone = [total(rows[:, k : k + 1])[0] for k in range(500)]
    picked = total(rows[:, ::-1])[::-1]
    assert together.tolist() == alone == picked.tolist()


@pytest.mark.parametrize("pack", PACKS)
def test_the_dead_of_a_cohort_stay_as_they_are(pack: str) -> None:
    deaths = 0
    for year in cohort(pack, "employee_lowest").years:
        dead = np.flatnonzero(~year.opened.is_alive)
        deaths += len(dead)
        before = replace(columns(year.opened, dead), year=0)
        assert differences(before, replace(columns(year.after, dead), year=0)) == []
        assert year.record.contributions[dead].sum() == 0
        assert year.record.months_pension_employee[dead].sum() == 0
    assert deaths > 100 or pack == "toyland"


@pytest.mark.parametrize("strategy", list(STRATEGIES))
def test_a_study_does_not_depend_on_its_chunks(strategy: str) -> None:
    policy = STRATEGIES[strategy].policy
    results = [
        study(china(), 0, 11, 30, strategy, policy, chunk).result() for chunk in (9, 30, 8192)
    ]
    assert results[0] == results[1] == results[2]
    assert results[0]["lives"] == 30


def test_a_study_can_be_put_together_from_its_lives() -> None:
    policy = STRATEGIES["resident"].policy
    together = study(china(), 0, 3, 8, "resident", policy)
    single = study(china(), 0, 3, 8, "resident", policy, chunk=1)
    assert together.result() == single.result()


@pytest.mark.parametrize("pack", PACKS)
def test_a_life_lived_again_is_the_same_life(pack: str) -> None:
    first, again = (
        cohort(pack, "prudent", SEED, 3, 2),
        cohort.__wrapped__(pack, "prudent", SEED, 3, 2),
    )
    assert differences(first.years[-1].after, again.years[-1].after) == []
    assert len(first.years) == len(again.years)


# --- money ---------------------------------------------------------------------------------------


def inflow(record: Record) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Everything that comes in but for gains in events."""
    work = record.income - record.work_costs - record.tax
    state = record.allowance + record.child_money + record.lost_income_paid + record.disability
    return work + record.pensions + state + record.support_received + record.subsidy


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("strategy", ["prudent", "employee_lowest", "never_insured"])
def test_the_purse_of_every_year_adds_up_to_the_fen(pack: str, strategy: str) -> None:
    engine = engine_of(pack)
    for year in cohort(pack, strategy).years:
        record, opened = year.record, year.opened
        rate = engine.world.figures(record.year).debt_rate
        out = (
            record.contributions
            + record.contribution_family
            + record.own_bills
            + record.paid
            + record.home_given
            + record.spending
        )
        before = opened.cash + record.savings_growth - opened.debt * (1 + rate)
        after = record.cash - record.debt - record.unpaid_bills - record.debt_forgiven
        expected = before + inflow(record) + record.gained - out
        alive = record.is_lived
        assert np.abs(after - expected)[alive].max(initial=0) < 0.03
        assert (record.cash >= 0).all()
        assert (record.debt >= 0).all()


@pytest.mark.parametrize("pack", PACKS)
def test_nobody_owes_more_than_a_year_of_income_or_what_was_owed_before(pack: str) -> None:
    for strategy in ("never_insured", "prudent"):
        for year in cohort(pack, strategy).years:
            aid = year.record.allowance + year.record.child_money + year.record.lost_income_paid
            earned = inflow(year.record) - aid - year.record.subsidy
            limit = np.maximum(earned, year.opened.debt)
            assert (year.record.debt <= limit + 0.01).all()
            unpaid = year.record.unpaid_bills > 0.01
            assert (year.record.debt[unpaid] >= limit[unpaid] - 0.01).all()


@pytest.mark.parametrize("pack", PACKS)
def test_a_bill_is_the_sum_of_its_payers(pack: str) -> None:
    bills = 0
    for strategy in ("employee_lowest", "never_insured"):
        for year in cohort(pack, strategy).years:
            for paid in (year.record.bills, year.record.outpatient):
                parts = paid.injury + paid.third_party + paid.basic + paid.critical_illness
                parts = parts + paid.assistance + paid.own
                assert np.abs(parts - paid.total).max() < 0.02
                assert min(paid.own.min(), paid.basic.min(), paid.assistance.min()) >= 0
            bills += int((year.record.bills.total > 0).sum())
    assert bills > SIZE


@pytest.mark.parametrize("pack", PACKS)
def test_what_is_paid_in_is_credited_or_pooled(pack: str) -> None:
    engine = engine_of(pack)
    for year in cohort(pack, "employee_lowest").years:
        figures = engine.world.figures(year.record.year)
        paid = year.record.contribution_pension
        months = year.record.months_pension_employee
        base = figures.base_floor[year.record.place]
        full = year.record.months_pension_gap == 0
        assert np.abs(paid - months * base * figures.pension_rate)[full].max(initial=0) < 0.02
        share = figures.account_rate / figures.pension_rate
        growth = year.after.rights.account_employee * (1 + figures.wage_growth)
        growth = growth - year.opened.rights.account_employee * (1 + figures.account_interest)
        paying = (months == 12) & ~year.after.rights.has_claimed
        credited = share * paid * (1 + figures.account_interest * 6.5 / 12)
        assert np.abs(growth - credited)[paying].max(initial=0) < 0.05


# --- rights --------------------------------------------------------------------------------------


def pension_of(engine: Engine, months: int, base: float, extra_index: float = 0.0) -> float:
    """First pension at statutory age of a life that paid so many months before it."""
    world = engine.world
    age = int(world.statutory_age[0])
    figures = world.figures(world.scenario.start_year + age - int(world.start_age[0]))
    yuan = max(base * figures.reference_wage[0], figures.base_floor[0])
    lives = started(
        engine,
        age=age,
        rights__months_employee=months,
        rights__index_sum=months * yuan / figures.reference_wage[0] + extra_index,
        rights__account_employee=months * yuan * figures.account_rate,
    )
    lives.rights.months_by_place[0] = months
    lives.rights.last_paid_by_place[0] = age * 12
    year = engine.open_year(lives, CALM)
    return float(year.opened.rights.pension_employee[0])


@given(months=st.integers(240, 500), more=st.integers(1, 60), base=st.floats(0.6, 3))
def test_more_paid_months_never_lower_the_pension(months: int, more: int, base: float) -> None:
    engine = china()
    assert pension_of(engine, months, base) < pension_of(engine, months + more, base)


@given(months=st.integers(240, 500), low=st.floats(0.6, 3), high=st.floats(0.6, 3))
def test_a_higher_base_never_lowers_the_pension(months: int, low: float, high: float) -> None:
    engine = china()
    low, high = sorted((low, high))
    assert pension_of(engine, months, low) <= pension_of(engine, months, high)


@cache
def calm_world() -> Engine:
    """The base pack without events, road deaths and frailty."""
    return quiet(scenario_of("china"), risk__rider__death=0, body__mortality_per_point=0)


def paying_until(stop: int, base: float = 0.6) -> Policy:
    """Employee pension until an age, then none."""

    def policy(engine: Engine, year: Year) -> Answer:
        if year.stage != Stage.PLAN:
            return Answer()
        scheme = np.where(year.lives.age < stop, Scheme.EMPLOYEE, Scheme.NONE).astype(np.int64)
        plan = year.lives.plan
        return Answer(plan=replace(plan, pension=scheme, base=np.full_like(plan.base, base)))

    return policy


def lived_pension(policy: Policy) -> float:
    """First monthly pension of a whole calm life under a policy."""
    engine = calm_world()
    lives = planned(started(engine), can_borrow=True)
    for _ in range(45):
        _, lives, record = advance(engine, lives, CALM, policy)
        if record.pensions[0] > 0:
            return float(record.pensions[0] / 12)
    return 0.0


def test_lived_out_each_further_year_paid_raises_the_pension() -> None:
    found = [lived_pension(paying_until(age)) for age in (42, 45, 50, 56, 63)]
    assert found == sorted(found)
    assert len(set(found)) == len(found)
    assert found[0] > 1_000


def test_lived_out_each_higher_base_raises_the_pension() -> None:
    found = [lived_pension(paying_until(63, base)) for base in (0.6, 0.8, 1.0, 2.0, 3.0)]
    assert found == sorted(found)
    assert len(set(found)) == len(found)


# --- luck ----------------------------------------------------------------------------------------


def draws_of(pack: str, strategy: str) -> list[np.ndarray[tuple[int, int], np.dtype[np.float64]]]:
    """The uniforms of every year of three lives under a strategy."""
    engine, found = engine_of(pack), []
    lives, chance = started(engine, size=3), Chance(seed=17)
    for _ in range(25):
        found.append(engine.open_year(lives, chance).draws)
        _, lives, _ = advance(engine, lives, chance, STRATEGIES[strategy].policy)
    return found


@pytest.mark.parametrize("pack", PACKS)
def test_luck_does_not_depend_on_what_is_done(pack: str) -> None:
    for one, other in zip(
        draws_of(pack, "never_insured"), draws_of(pack, "employee_lowest"), strict=True
    ):
        assert (one == other).all()


def unconditional(pack: str, strategy: str) -> list[tuple[int, int, int]]:
    """Year, life and month of every event that asks for nothing but luck."""
    engine = engine_of(pack)
    free = {
        event.index
        for event in engine.world.scenario.events
        if event.when is None
        and event.hazard is not None
        and event.hazard.constant is not None
        and not event.hazard.factors
        and not event.group
    }
    found = []
    for year in cohort(pack, strategy).years:
        for met in year.record.met:
            if met.event in free:
                for life in np.flatnonzero(met.is_met):
                    found.append((year.record.year, int(life), int(met.month[life])))
    return sorted(found)


def test_what_asks_for_nothing_but_luck_comes_whatever_is_done() -> None:
    one, other = (unconditional("toyland", name) for name in ("never_insured", "employee_lowest"))
    assert len(one) > 100
    assert one == other


def test_mortality_follows_the_table_of_the_own_cohort() -> None:
    """Frailty and road neutralised: survivors of 20,000 lives lie within three standard errors."""
    engine, count = calm_world(), 20_000
    lives = start_lives(engine.world, 0, np.arange(count, dtype=np.uint64))
    q, share, checked = engine.world.death_rate[0], 1.0, []
    for age in range(22, 100):
        _, lives, record = advance(engine, lives, Chance(seed=2), hold)
        assert (record.age[record.is_lived] == age).all()
        share *= 1 - q[age]
        if age % 10 == 9:
            error = (share * (1 - share) / count) ** 0.5
            checked.append((float(lives.is_alive.mean()) - share) / error)
    assert len(checked) == 8
    assert max(map(abs, checked)) < 3


@given(seed=st.integers(0, 2**63 - 1), age=st.integers(22, 109), scheme=st.sampled_from(Scheme))
def test_any_year_of_any_luck_can_be_lived(seed: int, age: int, scheme: Scheme) -> None:
    engine = china()
    lives = planned(started(engine, age=age), pension=scheme, medical=scheme)
    after, record = lived_year(engine, lives, chance=Chance(seed=seed))
    for name in ("cash", "debt", "health", "wellbeing"):
        assert np.isfinite(getattr(after, name)).all()
    assert ((after.health >= 0) & (after.health <= 100)).all()
    assert record.months_medical_covered + 0 <= 12
    paid = record.months_pension_employee + record.months_pension_resident
    assert paid + record.months_pension_gap <= 12
