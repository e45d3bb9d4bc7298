"""What an author says of a life is what is lived: ends, dates, pay, spending, events a year."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.core.chance import Chance
from game.core.life import Lives, Scheme, Work
from game.scenario.compiler import load_pack
from game.scenario.model import PlanFields
from game.sim.cohort import lived
from game.sim.engine import Engine
from game.sim.record import Record
from game.sim.start import start_lives
from game.sim.strategies import STRATEGIES
from game.sim.world import World
from tests.toyland.lives import CALM, changed, lived_year, met, month_of, started, walked

TESTS = Path(__file__).parents[2]
HEAD = "scenario: 1\nid: child\nextends: toyland\n"
EVENT = """
  {id}:
    title: {{en: "T", zh: "标"}}
    text: {{en: "T", zh: "文"}}
    kind: work
    {when}
    effects: [{effects}]
"""


def event(effects: str, when: str = "at: {age: 52}", id_: str = "told") -> str:
    return EVENT.format(id=id_, when=when, effects=effects)


def engine_with(folder: Path, body: str) -> Engine:
    """The engine of a pack on the small country, without an error."""
    (folder / "scenario.yaml").write_text(HEAD + body, encoding="utf-8")
    loaded = load_pack(folder, [TESTS])
    assert loaded.scenario is not None, loaded.findings
    return Engine(world=World(scenario=loaded.scenario))


def years_of(engine: Engine, profile: str = "rider", seed: int = 3, size: int = 1) -> list[Record]:
    ids = [who.id for who in engine.world.scenario.profiles]
    lives = start_lives(engine.world, ids.index(profile), np.arange(size, dtype=np.uint64))
    history = lived(engine, lives, Chance(seed=seed), STRATEGIES["resident"].policy)
    return [year.record for year in history.years]


# --- ends ----------------------------------------------------------------------------------------

FIXED = "clock: {start: 2026-01, ages: 22..70, fixed_end: yes}\n"


def test_a_life_ends_at_the_close_of_the_year_an_author_ends_it(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, FIXED + "events:" + event("gain: 700 yuan, end: dies"))
    records = years_of(engine)
    assert records[-1].age[0] == 52
    assert records[-1].has_died[0]
    assert records[-1].gained[0] == 700


def test_where_the_end_is_fixed_nobody_dies_by_chance_and_all_at_the_last_age(
    tmp_path: Path,
) -> None:
    records = years_of(engine_with(tmp_path, FIXED), size=200)
    assert [int(record.has_died.sum()) for record in records] == [0] * (len(records) - 1) + [200]
    assert records[-1].age[0] == 70


def test_some_die_and_others_live_on(tmp_path: Path) -> None:
    told = event('if: {check: "cash > 20000 yuan", then: [end: dies]}')
    engine = engine_with(tmp_path, FIXED + "events:" + told)
    rich = started(engine, age=52, cash=50_000)
    poor = started(engine, age=52, cash=500)
    assert not lived_year(engine, rich)[0].is_alive[0]
    assert lived_year(engine, poor)[0].is_alive[0]


def test_work_ends_with_the_month_and_for_good(tmp_path: Path) -> None:
    told = event("end: retires", "probability: 100% per year\n    ages: 52..52")
    engine = engine_with(tmp_path, "events:" + told)
    years = walked(engine, started(engine, age=52), 3)
    records = [record for _, record in years]
    month = month_of(engine, records[0], "told")
    assert records[0].income[0] == 8000 * (month + 1)
    assert [record.income[0] for record in records[1:]] == [0, 0]
    assert all(lives.is_retired[0] for lives, _ in years)
    assert years[-1][0].is_alive[0]


def test_on_a_birthday_work_ends_before_the_year(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, "events:" + event("end: retires, job: clerk"))
    after, record = lived_year(engine, started(engine, age=52))
    assert record.income[0] == 0
    assert after.is_retired[0]


def test_an_employer_insures_nobody_who_has_stopped(tmp_path: Path) -> None:
    told = event("end: retires", "at: {date: 2056-06}")
    engine = engine_with(tmp_path, "events:" + told)
    clerk = [job.kind for job in engine.world.scenario.jobs].index(Work.CONTRACT)
    after, record = lived_year(engine, started(engine, age=52, job=clerk))
    assert record.income[0] == 6000 * 6
    assert record.months_contract[0] == 6
    assert lived_year(engine, after)[1].months_contract[0] == 0


def test_the_same_alone_as_among_others(tmp_path: Path) -> None:
    told = event("end: dies", "probability: 10% per year") + event(
        "end: retires", "probability: 5% per year", "rests"
    )
    engine = engine_with(tmp_path, FIXED + "events:" + told)
    many = years_of(engine, size=6)
    lives = start_lives(engine.world, 0, np.array([4], dtype=np.uint64))
    alone = lived(engine, lives, Chance(seed=3), STRATEGIES["resident"].policy)
    ends = [int(np.flatnonzero([record.has_died[4] for record in many])[0]), len(alone.years) - 1]
    assert ends[0] == ends[1]
    for crowd, year in zip(many, alone.years, strict=False):
        assert crowd.income[4] == year.record.income[0]
        assert crowd.cash[4] == year.record.cash[0]


# --- dates and numbers a year --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "month", "paid"),
    [("{date: 2056-06}", 5, 6), ("{date: 2056-01}", 0, 11), ("{year: 2056}", 0, 12),
     ("{age: 52}", 0, 12)],
)  # fmt: skip
def test_a_date_is_met_in_its_month_and_a_plan_follows_it(
    tmp_path: Path, moment: str, month: int, paid: int
) -> None:
    told = event("plan: {pension: employee}", f"at: {moment}")
    engine = engine_with(tmp_path, "events:" + told)
    _, record = lived_year(engine, started(engine, age=52))
    assert month_of(engine, record, "told") == month
    assert record.months_pension_employee[0] == paid


def test_an_income_lost_from_a_date_on_is_lost_from_that_month(tmp_path: Path) -> None:
    told = event("lasting: {for: 12 months, income: -100%}", "at: {date: 2056-09}")
    engine = engine_with(tmp_path, "events:" + told)
    _, record = lived_year(engine, started(engine, age=52))
    assert record.income[0] == 8000 * 8


@pytest.mark.parametrize(
    ("lasting", "moment", "months"),
    [
        ("for: 2 years", "{age: 52}", [0, 0, 12]),
        ("for: 6 months", "{date: 2056-09}", [8, 10, 12]),
        ("for: 30 months", "{date: 2056-07}", [6, 0, 0, 12]),
        ("for: 4 months", "{date: 2056-09}", [8, 12]),
    ],
)
def test_what_lasts_lasts_so_many_months_across_birthdays(
    tmp_path: Path, lasting: str, moment: str, months: list[int]
) -> None:
    told = event(f"lasting: {{{lasting}, income: -100%}}", f"at: {moment}")
    engine = engine_with(tmp_path, "events:" + told)
    lives = started(engine, age=52)
    for paid in months:
        lives, record = lived_year(engine, lives)
        assert record.income[0] == 8000 * paid


def test_a_job_taken_in_the_year_of_a_new_plan_binds_the_months_that_are_left(
    tmp_path: Path,
) -> None:
    told = event("job: clerk", "probability: 100% per year\n    ages: 52..52")
    engine = engine_with(tmp_path, "events:" + told)
    plan = PlanFields(pension=Scheme.RESIDENT)
    _, record = lived_year(engine, started(engine, age=52), plan=plan)
    first = month_of(engine, record, "told") + 1
    assert record.months_contract[0] == 12 - first
    assert record.months_pension_employee[0] == 12 - first


@pytest.mark.parametrize("most", [1, 2, 3])
def test_no_more_events_a_year_than_the_pack_allows(tmp_path: Path, most: int) -> None:
    always = "probability: 100% per year\n    ages: 52..52"
    body = f"settings: {{events_per_turn: {most}}}\nevents:"
    body += "".join(event("gain: 1 yuan", always, f"told_{k}") for k in range(5))
    engine = engine_with(tmp_path, body)
    _, record = lived_year(engine, started(engine, age=52))
    assert len(met(engine, record)) == most
    assert record.gained[0] == most


# --- people --------------------------------------------------------------------------------------

PEOPLE = """
profiles:
  own: {extends: rider, income: steady}
  spends: {extends: rider, spending: "0.5 * income + place.rent"}
  learns: {extends: rider, student: yes}
  learnt: {extends: learns, start: {job: helper}}
income:
  steady: {unit: yuan/month, by_age: {22: 5000}, spread: 0%, source: {title: "T", status: assumed}}
events:
  noticed:
    title: {en: "T", zh: "标"}
    text: {en: "T", zh: "文"}
    kind: work
    at: {age: 24}
    when: "job == courier"
    effects: [gain: 11 yuan]
  leaves:
    title: {en: "T", zh: "标"}
    text: {en: "T", zh: "文"}
    kind: work
    at: {age: 26}
    effects: [job: courier]
"""


def first_year(engine: Engine, profile: str, **fields: Any) -> tuple[Lives, Record]:
    return lived_year(engine, started(engine, profile, age=30, **fields))


def test_a_pay_of_ones_own_holds_in_the_first_job_alone(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, PEOPLE)
    records = [record for _, record in walked(engine, started(engine, "own"), 6)]
    assert [record.income[0] / 12 for record in records] == [5000] * 4 + [8000] * 2
    assert records[2].gained[0] == 11
    assert records[0].work_costs[0] == 6000


def test_a_household_spends_what_is_written_and_scales_it_by_its_savings(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, PEOPLE)
    usual = 12 * (4000 + 1000)
    _, record = first_year(engine, "spends", cash=100_000)
    assert record.spending[0] == usual
    _, careful = first_year(engine, "spends", cash=100_000, plan__savings=0.75)
    assert careful.spending[0] == usual / 2
    _, loose = first_year(engine, "spends", cash=100_000, plan__savings=0.0)
    assert loose.spending[0] == usual * 2


def test_it_spends_savings_and_never_on_credit(tmp_path: Path) -> None:
    body = PEOPLE.replace('"0.5 * income + place.rent"', "90000 yuan/month")
    engine = engine_with(tmp_path, body)
    after, record = first_year(engine, "spends", cash=100_000)
    assert (after.cash[0], after.debt[0]) == (0, 0)
    assert record.spending[0] > 100_000
    body = PEOPLE.replace('"0.5 * income + place.rent"', "0 yuan/month")
    engine = engine_with(tmp_path, body)
    floor = engine.world.figures(2034).living_floor[0] * 12
    assert first_year(engine, "spends", cash=100_000)[1].spending[0] == floor


def test_others_spend_as_they_always_did(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, PEOPLE)
    plain = engine_with(tmp_path, "")
    for name in ("rider", "seller"):
        one, other = first_year(engine, name)[1], first_year(plain, name)[1]
        assert (one.spending[0], one.cash[0]) == (other.spending[0], other.cash[0])


def test_in_old_age_it_lives_by_pension_and_savings_as_all_do(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, PEOPLE)
    old = {"cash": 100_000.0, "is_retired": True}
    one, other = (
        lived_year(engine, changed(started(engine, who, age=70), **old), chance=CALM)[1]
        for who in ("spends", "rider")
    )
    assert one.spending[0] == other.spending[0]


def test_a_student_begins_in_school_and_a_child_may_leave_it(tmp_path: Path) -> None:
    scenario = engine_with(tmp_path, PEOPLE).world.scenario
    jobs = {who.id: scenario.jobs[who.job].id for who in scenario.profiles}
    assert (jobs["learns"], jobs["learnt"], jobs["own"]) == ("pupil", "helper", "courier.own")
