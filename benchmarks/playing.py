"""What a player waits for: the next year, the plan screen, the review."""

from __future__ import annotations

import time
from statistics import median as middle

from benchmarks.living import base_pack
from benchmarks.timing import Row, arithmetic_floor, median
from game.core.life import Scheme
from game.play.session import Session, new_session
from game.play.views import Stage
from game.scenario.model import PlanFields
from game.sim.engine import Engine

FLOOR_NAME = "2,000 additions in numpy"
EMPLOYEE = PlanFields(pension=Scheme.EMPLOYEE, medical=Scheme.EMPLOYEE)


def rows() -> list[Row]:
    """Next year, plan view and review of one life."""
    engine, floor = base_pack(), arithmetic_floor()
    ended, years = _played(engine)
    young = new_session(engine, 0, 1)
    drafts = iter(PlanFields(savings=0.1 + 0.0001 * k) for k in range(10_000))
    return [
        Row(
            what="next year for the player",
            seconds=middle(years),
            floor=floor,
            floor_name=FLOOR_NAME,
            target="≤ 10 ms",
            note=f"slowest {max(years) * 1000:.0f} ms",
        ),
        Row(
            what="plan screen for a new draft",
            seconds=median(lambda: young.plan_view(next(drafts))),
            floor=floor,
            floor_name=FLOOR_NAME,
            target="first picture ≤ 100 ms",
        ),
        Row(
            what="review of a whole life",
            seconds=median(lambda: _again(ended).review()),
            floor=floor,
            floor_name=FLOOR_NAME,
            target="≤ 2 s",
        ),
    ]


def _played(engine: Engine) -> tuple[Session, list[float]]:
    """A life of defaults under the employee schemes, and the seconds of each of its years."""
    session, years = new_session(engine, 0, 1), []
    while not session.is_over:
        start, age = time.perf_counter(), session.age
        while not session.is_over and session.age == age:
            _step(session)
        session.life()
        years.append(time.perf_counter() - start)
    return session, years


def _step(session: Session) -> None:
    if session.stage is Stage.CARD:
        session.choose(session.default_option())
    elif session.stage is Stage.RESULT:
        session.put_away()
    elif session.stage is Stage.PLAN:
        session.set_plan(EMPLOYEE)
    else:
        session.close_year()


def _again(session: Session) -> Session:
    """The ended life without what it remembers of its review."""
    return Session(
        engine=session.engine,
        profile=session.profile,
        seed=session.seed,
        opened=session.opened,
        notes=list(session.notes),
    )
