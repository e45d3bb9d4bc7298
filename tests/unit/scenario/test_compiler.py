"""What a sound pack becomes, read off the small base pack of the tests and children of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.core.life import Cause, Scheme, Sex, Work
from game.scenario.compiler import load_pack
from game.scenario.model import (
    Add,
    At,
    Bill,
    ChangePlan,
    Gain,
    If,
    Lasting,
    Later,
    Move,
    PlanFields,
    Scenario,
    Set,
    TakeJob,
    Teach,
    Trigger,
)
from tests.unit.scenario.fakes import FakeScope

TOYS = Path(__file__).parents[2] / "mistakes"
HEAD = "scenario: 1\nid: child\nextends: toyland\n"


def child(folder: Path, body: str) -> Scenario:
    (folder / "scenario.yaml").write_text(HEAD + body, encoding="utf-8")
    loaded = load_pack(folder, [TOYS])
    assert loaded.findings == ()
    assert loaded.scenario is not None
    return loaded.scenario


@pytest.fixture(scope="module")
def toyland() -> Scenario:
    scenario = load_pack("toyland", [TOYS]).scenario
    assert scenario is not None
    return scenario


def test_people_places_and_work(toyland: Scenario) -> None:
    harbour, valley = toyland.places
    assert (harbour.rent_per_month, valley.rent_per_month, valley.kind) == (1200.0, 200.0, "county")
    courier = toyland.jobs[0]
    assert (courier.kind, courier.income, courier.injury_cover) == (Work.ORDER, 0, "order")
    assert toyland.incomes[0].ages == (22.0, 45.0, 63.0)
    ann = toyland.profiles[0]
    assert (ann.sex, ann.hukou, ann.place, ann.job) == (Sex.MALE, 1, 0, 0)
    assert (ann.cash, ann.mother_age, ann.years_resident_medical) == (8000.0, 47, 22.0)
    assert (ann.plan.medical, ann.plan.tier, ann.plan.pace) == (Scheme.RESIDENT, 200.0, 1.0)
    assert toyland.decision.bases == (0.6, 1.0)
    assert toyland.decision.tiers == (200.0, 1000.0)
    assert toyland.scoring == {"old_age": 0.35, "old_age_line": 60.0}


def test_law(toyland: Scenario) -> None:
    assert toyland.law.year(2026).number("pension.rate") == pytest.approx(0.2)
    assert toyland.law.parameters["coast.base_floor"].values[-1].status == "placeholder"
    assert toyland.law.tables["stays"].at(np.array([45.0])).tolist() == pytest.approx([0.12])


def test_events(toyland: Scenario) -> None:
    crash, wound, stay = toyland.events
    assert (crash.age_low, crash.age_high, crash.limit, crash.every_years) == (20, 60, 3, 2)
    assert crash.hazard is not None
    assert (crash.hazard.constant, [f for f, _ in crash.hazard.factors]) == (0.04, [1.8, 0.6])
    assert (crash.default, crash.second_default, crash.stop) == (0, -1, "yes")
    assert wound.by_later
    assert (wound.stop, wound.limit) == ("no", 10**6)
    assert stay.hazard is not None
    assert stay.hazard.table is toyland.law.tables["stays"]
    hospital, home = crash.choices
    bill, months = hospital.effects
    assert isinstance(bill, Bill)
    assert bill.cause is Cause.ORDER
    assert isinstance(months, Lasting)
    assert months.target == "income"
    assert months.factor == pytest.approx(0.3)
    assert months.months.evaluate(FakeScope()).tolist() == [pytest.approx(1 / 3)]
    assert home.needs is not None
    assert home.cost is not None
    lasting, spending, injured, later = home.effects
    assert isinstance(lasting, Lasting)
    assert isinstance(spending, Lasting)
    assert spending.yuan_per_month is not None
    assert isinstance(injured, Set)
    assert isinstance(later, Later)
    assert (later.years_low, later.years_high, later.event, later.chance) == (2, 4, 1, 0.4)
    health, hours, branch = wound.effects
    assert isinstance(health, Add)
    assert isinstance(hours, Add)
    assert isinstance(branch, If)
    assert [type(effect) for effect in branch.otherwise] == [Gain, Move, TakeJob]


def test_streams_are_named_after_what_draws(toyland: Scenario) -> None:
    crash = toyland.events[0]
    assert toyland.streams[crash.chance_stream] == "scooter_crash/chance/0"
    assert "scooter_crash/values.bill/0" in toyland.streams
    assert "scooter_crash/choices.home.later.old_wound.chance/0" in toyland.streams
    assert len(set(toyland.streams)) == len(toyland.streams)
    drawn = dict(crash.values)["bill"].evaluate(FakeScope(size=2))
    assert np.all(drawn > 0)


def test_a_child_takes_over_what_it_does_not_say(tmp_path: Path, toyland: Scenario) -> None:
    scenario = child(
        tmp_path,
        "profiles:\n"
        "  wei:\n"
        "    extends: rider\n"
        '    name: {en: "Li Wei", zh: "李伟"}\n'
        "    start: {age: 30, partner: yes, children: [2, 5]}\n",
    )
    rider, wei = scenario.profiles
    assert rider == toyland.profiles[0]
    assert (wei.age, wei.has_partner, wei.child_ages, wei.cash) == (30, True, (2, 5), 8000.0)
    assert (scenario.start_year, scenario.last_age, scenario.title.en) == (2026, 75, "Toyland")
    assert scenario.digest != toyland.digest
    assert set(toyland.streams) <= set(scenario.streams)


def test_override_changes_fields_and_remove_takes_away(tmp_path: Path) -> None:
    scenario = child(
        tmp_path,
        "override:\n"
        "  events: {hospital_stay: {probability: 2% per year}}\n"
        "  parameters: {pension.rate: {values: {2006-01-01: 16}}}\n"
        "remove: [events.scooter_crash, events.old_wound]\n",
    )
    (stay,) = scenario.events
    assert stay.hazard is not None
    assert stay.hazard.constant == 0.02
    assert stay.title.en == "A hospital stay"
    assert scenario.law.year(2026).number("pension.rate") == pytest.approx(0.16)
    assert scenario.law.parameters["pension.rate"].label.zh == "缴费费率"


def test_an_event_may_extend_another(tmp_path: Path) -> None:
    scenario = child(
        tmp_path,
        "events:\n"
        "  short_stay:\n"
        "    extends: hospital_stay\n"
        '    title: {en: "A short stay", zh: "小住几天"}\n'
        "    priority: 2\n",
    )
    short = scenario.events[-1]
    assert (short.title.en, short.text.en, short.priority) == (
        "A short stay",
        "Some days in bed.",
        2,
    )


FIRST = """
include: [more.yaml]
events:
  first:
    title: {en: "x", zh: "x"}
    text: {en: "At {rate:percent}", zh: "费率{rate:percent}"}
    kind: crossroad
    at: {date: 2030-06}
    values: {rate: param.pension.rate}
    effects:
      - plan: {pension: employee, base: 60%, private: 1200 yuan/year}
      - trigger: second
      - teach: gaps
      - set: {my.mood: worried}
"""
SECOND = """
events:
  second:
    title: {en: "y", zh: "y"}
    text: {en: "y", zh: "y"}
    kind: money
    only_by: [trigger]
    limit: once
"""


def test_other_effects_and_moments(tmp_path: Path) -> None:
    (tmp_path / "more.yaml").write_text(SECOND, encoding="utf-8")
    second, first = child(tmp_path, FIRST).events[3:]
    assert first.at == At(year=2030, month=6)
    plan, trigger, teach, mood = first.effects
    assert isinstance(plan, ChangePlan)
    assert plan.plan == PlanFields(pension=Scheme.EMPLOYEE, base=0.6, private_per_year=1200.0)
    assert trigger == Trigger(event=second.index)
    assert teach == Teach(goal="gaps")
    assert isinstance(mood, Set)
    assert mood.value.evaluate(FakeScope()).tolist() == [1.0]
    assert (second.by_trigger, second.limit) == (True, 1)


def test_a_single_file_is_a_pack(tmp_path: Path) -> None:
    path = tmp_path / "my pack.yaml"
    path.write_text(HEAD + 'title: {en: "One file", zh: "一个文件"}\n', encoding="utf-8")
    loaded = load_pack(path, [TOYS])
    assert loaded.findings == ()
    assert loaded.id == "child"
