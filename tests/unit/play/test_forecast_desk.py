"""The desk: newest question first, old ones dropped, the same in a process and in a thread."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from game.core.life import Scheme
from game.play.desk import Desk, GoesOn
from game.play.forecast import ForecastDesk, forecast_view, today_of
from game.play.plan_steps import steps_away
from game.scenario.model import PlanFields
from game.scoring.forecast import forecasts
from game.scoring.futures import Abandoned
from game.sim.engine import Engine
from tests.toyland.lives import TOYLAND, china, started, toyland

PATIENCE = 60.0
SIZES = (3, 8)
EMPLOYEE = PlanFields(pension=Scheme.EMPLOYEE, medical=Scheme.EMPLOYEE, base=0.6)
RESIDENT = PlanFields(pension=Scheme.RESIDENT, medical=Scheme.RESIDENT)


def wait_for(holds: Callable[[], bool]) -> None:
    """Until it holds, for as long as a slow machine may take."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "nothing came"
        time.sleep(0.005)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """A question answered by so many numbers."""

    last: int

    def answers(self, engine: Engine, goes_on: GoesOn) -> Iterator[int]:
        yield from range(self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Endless:
    """A question that is only ever dropped."""

    def answers(self, engine: Engine, goes_on: GoesOn) -> Iterator[int]:
        yield 0
        while goes_on():
            time.sleep(0.001)
        raise Abandoned


@dataclass(frozen=True, slots=True, kw_only=True)
class Failing:
    """A question that cannot be answered."""

    def answers(self, engine: Engine, goes_on: GoesOn) -> Iterator[int]:
        raise ZeroDivisionError


@pytest.fixture
def desk() -> Iterator[Desk]:
    with Desk(toyland(), uses_process=False) as found:
        yield found


def all_of(desk: Desk, lane: str) -> list[object]:
    parts: list[object] = []

    def is_done() -> bool:
        parts.extend(desk.poll(lane))
        return not desk.is_open(lane)

    wait_for(is_done)
    parts.extend(desk.poll(lane))
    return parts


def test_parts_come_in_their_order(desk: Desk) -> None:
    desk.ask("count", Counting(last=4))
    assert all_of(desk, "count") == [0, 1, 2, 3]
    assert desk.poll("count") == ()


def test_asking_again_replaces_what_is_being_worked_out(desk: Desk) -> None:
    first = desk.ask("lane", Endless())
    wait_for(lambda: bool(desk.poll("lane")))
    assert desk.ask("lane", Counting(last=2)) > first
    assert all_of(desk, "lane") == [0, 1]


def test_lanes_do_not_wait_for_one_another_for_ever(desk: Desk) -> None:
    desk.ask("one", Counting(last=1))
    desk.ask("other", Counting(last=3))
    assert all_of(desk, "other") == [0, 1, 2]
    assert all_of(desk, "one") == [0]


def test_a_question_that_fails_is_closed_and_the_next_is_answered(desk: Desk) -> None:
    desk.ask("lane", Failing())
    assert all_of(desk, "lane") == []
    desk.ask("lane", Counting(last=1))
    assert all_of(desk, "lane") == [0]


def test_what_is_dropped_is_not_told(desk: Desk) -> None:
    desk.ask("lane", Endless())
    desk.drop("lane")
    assert not desk.is_open("lane")
    desk.ask("other", Counting(last=1))
    assert all_of(desk, "other") == [0]
    assert desk.poll("lane") == ()


def test_a_forecast_at_the_desk_is_the_forecast(desk: Desk) -> None:
    lives = started(toyland())
    asked = ForecastDesk(desk=desk, lives=lives, seed=4, sizes=SIZES)
    assert asked.newest() is None
    asked.ask(EMPLOYEE)
    wait_for(lambda: asked.is_ready)
    today = today_of(lives, 4, EMPLOYEE)
    last = list(forecasts(toyland(), today, SIZES))[-1]
    assert asked.newest() == forecast_view(last, today.plan)
    asked.ask(RESIDENT)
    kept = asked.newest()
    assert kept is not None, "the last picture stays until the next has come"
    wait_for(lambda: asked.is_ready)
    newest = asked.newest()
    assert newest is not None
    assert newest.plan.pension == Scheme.RESIDENT
    asked.close()


def test_two_plans_can_be_laid_over_each_other(desk: Desk) -> None:
    lives = started(toyland())
    one = ForecastDesk(desk=desk, lives=lives, seed=4, sizes=(4,))
    other = ForecastDesk(desk=desk, lives=lives, seed=4, lane="other", sizes=(4,))
    one.ask(EMPLOYEE)
    other.ask(RESIDENT)
    wait_for(lambda: one.is_ready and other.is_ready)
    first, second = one.newest(), other.newest()
    assert first is not None and second is not None
    assert first.ages == second.ages
    assert first.pension_per_month > second.pension_per_month


def test_a_process_gives_the_very_same_picture_and_survives_a_kill() -> None:
    lives = started(toyland())
    with Desk(toyland(), str(TOYLAND)) as desk:
        asked = ForecastDesk(desk=desk, lives=lives, seed=4, sizes=SIZES)
        asked.ask(EMPLOYEE)
        wait_for(lambda: asked.is_ready)
        today = today_of(lives, 4, EMPLOYEE)
        last = list(forecasts(toyland(), today, SIZES))[-1]
        assert asked.newest() == forecast_view(last, today.plan)
        process = getattr(desk._seats[0].hand, "_process", None)
        if process is not None:
            process.kill()
            process.join()
        asked.ask(RESIDENT)
        wait_for(lambda: asked.is_ready)
        newest = asked.newest()
        assert newest is not None and newest.plan.pension == Scheme.RESIDENT
    assert process is None or not process.is_alive()


def test_without_processes_a_thread_takes_over(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(pack: str | None) -> None:
        raise OSError("no process may be started here")

    monkeypatch.setattr("game.play.desk.ProcessHand", refuse)
    with Desk(toyland()) as desk:
        desk.ask("count", Counting(last=2))
        assert all_of(desk, "count") == [0, 1]


def test_a_question_that_gives_way_makes_room_for_any_other() -> None:
    with Desk(toyland(), uses_process=False) as desk:
        assert desk.ask("ahead", Endless(), gives_way=True)
        wait_for(lambda: bool(desk.poll("ahead")))
        assert not desk.has_free_hand
        assert desk.ask("more", Endless(), gives_way=True) == 0, "no hand is free for it"
        desk.ask("count", Counting(last=2))
        assert all_of(desk, "count") == [0, 1]
        assert not desk.is_open("ahead")


def test_a_second_hand_is_hired_when_the_first_is_busy() -> None:
    with Desk(toyland(), str(TOYLAND), hands=2) as desk:
        desk.ask("one", Endless())
        wait_for(lambda: bool(desk.poll("one")))
        desk.ask("other", Counting(last=2))
        assert all_of(desk, "other") == [0, 1]
        assert desk.is_open("one")


def test_plans_one_step_away_are_pictured_before_anybody_asks(desk: Desk) -> None:
    lives = started(toyland())
    asked = ForecastDesk(desk=desk, lives=lives, seed=4, sizes=SIZES, looks_ahead=True)
    asked.ask(EMPLOYEE)

    def has_looked() -> bool:
        asked.newest()
        return asked.is_ready and not asked._ahead and not desk.is_open("forecast/ahead")

    wait_for(has_looked)
    today = today_of(lives, 4, EMPLOYEE)
    near = steps_away(toyland().world.scenario.decision, today.plan)
    assert near
    asked.ask(near[0])
    first = asked.newest()
    (expected,) = forecasts(toyland(), today.with_plan(near[0]), SIZES[:1])
    assert first == forecast_view(expected, near[0])
    wait_for(lambda: asked.is_ready)
    last = asked.newest()
    assert last is not None and last.lives == SIZES[-1]
    assert asked.ask(EMPLOYEE) == 0, "a picture once made is kept"
    again = asked.newest()
    assert again is not None and again.plan == today.plan and again.lives == SIZES[-1]


def test_steps_away_change_one_thing_each() -> None:
    plan = today_of(started(china()), 1, EMPLOYEE).plan
    decision = china().world.scenario.decision
    ways = steps_away(decision, plan)
    assert {way.base for way in ways} == set(decision.bases), "all of the slider"
    assert len(set(ways)) == len(ways)
    for near in ways:
        different = [
            name
            for name in PlanFields.__dataclass_fields__
            if getattr(near, name) != getattr(plan, name)
        ]
        assert len(different) == 1


def test_a_pack_that_cannot_be_loaded_there_ends_in_a_thread_here() -> None:
    with Desk(toyland(), "no_such_pack_anywhere") as desk:
        asked = ForecastDesk(desk=desk, lives=started(toyland()), seed=4, sizes=(2,))
        asked.ask(EMPLOYEE)
        wait_for(lambda: asked.is_ready)
        assert asked.newest() is not None


def test_a_plan_that_leaves_fields_out_keeps_the_standing_ones() -> None:
    lives = started(china())
    today = today_of(lives, 1, PlanFields(pension=Scheme.EMPLOYEE))
    assert today.plan.pension == Scheme.EMPLOYEE
    assert today.plan.savings == float(lives.plan.savings[0])
