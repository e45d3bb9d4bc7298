"""What choices do: forecasts at the desk, the adviser, the findings of a review, twins."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from benchmarks.living import base_pack
from benchmarks.playing import _played
from benchmarks.timing import Row, arithmetic_floor, median
from game.core.life import Scheme
from game.play.advice import advice
from game.play.comparisons import FindingsDesk
from game.play.desk import Desk
from game.play.forecast import ForecastDesk, today_of
from game.play.forecast_view import ForecastView
from game.play.recording import PlayedLife, played_life
from game.play.session import new_session
from game.play.twins import TwinsQuestion, twin_story
from game.scenario.model import Decision, PlanFields
from game.sim.engine import Engine

FLOOR_NAME: Final = "2,000 additions in numpy"
PLANS: Final = tuple(
    PlanFields(pension=Scheme.EMPLOYEE, medical=Scheme.EMPLOYEE, savings=0.1 + 0.02 * k)
    for k in range(12)
)
PATIENCE: Final = 30.0
LOOK: Final = 5.0
"""Seconds a picture is looked at before the slider is taken."""


def rows() -> list[Row]:
    """First and last picture, pictures while a slider moves, advice, review, twins."""
    engine, floor = base_pack(), arithmetic_floor()
    session, _ = _played(engine)
    life = played_life(session.profile, session.seed, session.notes)
    firsts, lasts, rate = _pictures(engine)
    step, dragged = _steps(engine)

    def row(what: str, seconds: float, target: str, note: str = "") -> Row:
        return Row(
            what=what, seconds=seconds, floor=floor, floor_name=FLOOR_NAME, target=target, note=note
        )

    there = _parts(engine, life)
    told = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in there.items())
    return [
        row("a step of the base to its picture, after a look", step, "≤ 100 ms"),
        row(
            "between two pictures of a drag, after a look",
            1 / dragged,
            "≥ 5 a second",
            f"{dragged:.1f}/s",
        ),
        row("key to first picture, 500 lives, any plan", firsts, "≤ 100 ms"),
        row("key to last picture, 2,000 lives", lasts, "≤ 250 ms"),
        row("between two pictures of a drag, any plans", 1 / rate, "≥ 5 a second", f"{rate:.1f}/s"),
        row("an answer of the adviser", _advice(engine), "no target"),
        row("the findings of a review", there["all of it"], "≤ 2 s", told),
        row("twins, a whole life of two", _twins(engine), "no target"),
    ]


def _pictures(engine: Engine) -> tuple[float, float, float]:
    """Median seconds to the first and the last picture, and pictures a second in a drag."""
    lives = new_session(engine, 0, 1).opened
    with Desk(engine) as desk:
        asked = ForecastDesk(desk=desk, lives=lives, seed=1)
        asked.ask(PLANS[0])
        _wait(lambda: asked.is_ready)
        firsts, lasts = [], []
        for plan in PLANS[1:6]:
            start, shown = time.perf_counter(), asked.newest()
            asked.ask(plan)
            _wait_for_another(asked, shown)
            firsts.append(time.perf_counter() - start)
            _wait(lambda: asked.is_ready)
            lasts.append(time.perf_counter() - start)
        asked = ForecastDesk(desk=desk, lives=lives, seed=2)
        start, count = time.perf_counter(), 0
        for plan in PLANS:
            shown = asked.newest()
            asked.ask(plan)
            _wait_for_another(asked, shown)
            count += 1
        rate = count / (time.perf_counter() - start)
    return sorted(firsts)[2], sorted(lasts)[2], rate


def _steps(engine: Engine) -> tuple[float, float]:
    """After a look at the first picture: median seconds of a step, pictures a second of a drag."""
    lives = new_session(engine, 0, 1).opened
    start_plan = today_of(lives, 1, PLANS[0]).plan
    bases = [base for base in _decision(engine).bases if base > (start_plan.base or 0)]
    with Desk(engine) as desk:
        _warm(desk, engine)
        asked = ForecastDesk(desk=desk, lives=lives, seed=1, looks_ahead=True)
        asked.ask(start_plan)
        start = time.perf_counter()
        _wait(lambda: asked.newest() is not None and time.perf_counter() - start > LOOK)
        taken = []
        for base in bases:
            plan = replace(start_plan, base=base)
            start = time.perf_counter()
            asked.ask(plan)
            _wait(lambda plan=plan: (shown := asked.newest()) is not None and shown.plan == plan)
            taken.append(time.perf_counter() - start)
    return sorted(taken)[len(taken) // 2], len(taken) / sum(taken)


def _decision(engine: Engine) -> Decision:
    return engine.world.scenario.decision


def _wait_for_another(asked: ForecastDesk, shown: ForecastView | None) -> None:
    _wait(lambda: asked.newest() is not shown)


def _wait(holds: Callable[[], bool]) -> None:
    end = time.perf_counter() + PATIENCE
    while not holds():
        if time.perf_counter() > end:
            raise TimeoutError("the desk does not answer")
        time.sleep(0.001)


def _advice(engine: Engine) -> float:
    today = today_of(new_session(engine, 0, 1).opened, 1, PLANS[0])
    return median(lambda: advice(engine, "step_up", today), 0.1)


def _parts(engine: Engine, life: PlayedLife) -> dict[str, float]:
    """Seconds at which each part of the findings is there, with both hands warm."""
    with Desk(engine) as desk:
        _warm(desk, engine)
        start = time.perf_counter()
        found = FindingsDesk(desk=desk, life=life)
        there: dict[str, float] = {}

        def is_ready() -> bool:
            for name in ("turning", "compared", "luck"):
                if name not in there and getattr(found, name)() is not None:
                    there[name] = time.perf_counter() - start
            return found.is_ready

        _wait(is_ready)
        return there | {"all of it": time.perf_counter() - start}


def _warm(desk: Desk, engine: Engine) -> None:
    """Both hands hired, their packs loaded, a few lives lived."""
    lives = new_session(engine, 0, 1).opened
    asked = [ForecastDesk(desk=desk, lives=lives, seed=1, lane=lane) for lane in ("one", "other")]
    for each in asked:
        each.ask(PLANS[0])
    _wait(lambda: all(each.is_ready for each in asked))


def _twins(engine: Engine) -> float:
    asked = TwinsQuestion(profile=0, seed=1, left="employee_lowest", right="never_insured")
    return median(lambda: twin_story(engine, asked), 0.1)
