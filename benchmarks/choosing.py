"""What choices do: forecasts at the desk, the adviser, the findings of a review, twins."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from benchmarks.living import base_pack
from benchmarks.playing import _played
from benchmarks.timing import Row, arithmetic_floor, median
from game.core.life import Scheme
from game.play.advice import advice
from game.play.comparisons import review_parts
from game.play.desk import Desk
from game.play.forecast import ForecastDesk, today_of
from game.play.forecast_view import ForecastView
from game.play.recording import PlayedLife, played_life
from game.play.session import new_session
from game.play.twins import TwinsQuestion, twin_story
from game.scenario.model import PlanFields
from game.sim.engine import Engine

FLOOR_NAME: Final = "2,000 additions in numpy"
PLANS: Final = tuple(
    PlanFields(pension=Scheme.EMPLOYEE, medical=Scheme.EMPLOYEE, savings=0.1 + 0.02 * k)
    for k in range(12)
)
PATIENCE: Final = 30.0


def rows() -> list[Row]:
    """First and last picture, pictures while a slider moves, advice, review, twins."""
    engine, floor = base_pack(), arithmetic_floor()
    session, _ = _played(engine)
    life = played_life(session.profile, session.seed, session.notes)
    firsts, lasts, rate = _pictures(engine)

    def row(what: str, seconds: float, target: str, note: str = "") -> Row:
        return Row(
            what=what, seconds=seconds, floor=floor, floor_name=FLOOR_NAME, target=target, note=note
        )

    ages = _parts(engine, life)
    return [
        row("key to first picture, 500 lives", firsts, "≤ 100 ms"),
        row("key to last picture, 2,000 lives", lasts, "≤ 250 ms"),
        row("between two pictures while a slider moves", 1 / rate, "≥ 5 a second", f"{rate:.1f}/s"),
        row("an answer of the adviser", _advice(engine), "no target"),
        row("the findings of a review", ages[-1], "≤ 2 s", _when(ages)),
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
        for plan in PLANS[:5]:
            start, shown = time.perf_counter(), asked.newest()
            asked.ask(plan)
            _wait_for_another(asked, shown)
            firsts.append(time.perf_counter() - start)
            _wait(lambda: asked.is_ready)
            lasts.append(time.perf_counter() - start)
        start, count = time.perf_counter(), 0
        for plan in PLANS:
            shown = asked.newest()
            asked.ask(plan)
            _wait_for_another(asked, shown)
            count += 1
        rate = count / (time.perf_counter() - start)
    return sorted(firsts)[2], sorted(lasts)[2], rate


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


def _parts(engine: Engine, life: PlayedLife) -> list[float]:
    """Seconds at which each part of the findings is there."""
    start = time.perf_counter()
    return [time.perf_counter() - start for _ in review_parts(engine, life)]


def _when(ages: list[float]) -> str:
    names = ("turning points", "comparisons", "luck", "highest base")
    told = (f"{name} {age:.1f} s" for name, age in zip(names, ages, strict=True))
    return ", ".join(told)


def _twins(engine: Engine) -> float:
    asked = TwinsQuestion(profile=0, seed=1, left="employee_lowest", right="never_insured")
    return median(lambda: twin_story(engine, asked), 0.1)
