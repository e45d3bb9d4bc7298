"""Plays a session by a script, so that a test says only what it does differently."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from game.core.life import Scheme
from game.play.resuming import resumed_session
from game.play.saves import Save, save_from, to_text
from game.play.session import Session, new_session
from game.play.views import Stage
from game.scenario.model import PlanFields
from game.sim.engine import Engine
from game.sim.social_security.by_law import is_bound

Script = Callable[[Session], None]
EMPLOYEE = PlanFields(pension=Scheme.EMPLOYEE, medical=Scheme.EMPLOYEE, base=0.6)
RESIDENT = PlanFields(pension=Scheme.RESIDENT, medical=Scheme.RESIDENT)
NOTHING = PlanFields(pension=Scheme.NONE, medical=Scheme.NONE)
OPENED_AT = {26: EMPLOYEE, 34: RESIDENT, 45: EMPLOYEE, 58: PlanFields(savings=0.5)}
"""Ages at which the wanderer opens the plan by hand, and what he takes."""


def keeping(plan: PlanFields) -> Script:
    """Takes one plan at the start and the default of every card."""

    def step(session: Session) -> None:
        match session.stage:
            case Stage.CARD:
                session.choose(session.default_option())
            case Stage.RESULT:
                session.put_away()
            case Stage.PLAN:
                session.set_plan(plan)
            case Stage.YEAR:
                session.close_year()
            case Stage.OVER:
                raise AssertionError("there is nothing to do after the end")

    return step


def wandering(session: Session) -> None:
    """Another open option every year, and the plan opened by hand now and then."""
    match session.stage:
        case Stage.CARD:
            options = session.card().options
            open_ones = [k for k, option in enumerate(options) if option.is_open]
            session.choose(open_ones[session.age % len(open_ones)] if open_ones else 0)
        case Stage.PLAN:
            session.set_plan(OPENED_AT.get(session.age, session.plan))
        case Stage.YEAR if _opens_plan(session):
            answered = [answer for answer in session.answers if not hasattr(answer, "plan")]
            if len(answered) == len(session.answers):
                session.open_plan()
            else:
                session.close_year()
        case _:
            keeping(session.plan)(session)


def _opens_plan(session: Session) -> bool:
    """Whether the wanderer opens the plan now; one that others decide he does not look at."""
    is_his = not is_bound(session.world, session.year.lives)[0]
    return session.age in OPENED_AT and not session.wants_plan and bool(is_his)


def played(engine: Engine, seed: int, step: Script, until: int = 200) -> Session:
    """A life played to an age or to its end."""
    session = new_session(engine, 0, seed)
    play_on(session, step, until)
    return session


def play_on(session: Session, step: Script, until: int = 200) -> None:
    """Go on to the open of an age, or to the end."""
    for _ in range(5_000):
        if session.stage is Stage.OVER or session.age >= until:
            return
        step(session)
    raise AssertionError(f"the life stands still at {session.age}, {session.stage}")


def through_a_file(save: Save) -> Save:
    """The save as it comes back from its text."""
    found = save_from(json.loads(to_text(save)), Path("life"))
    assert isinstance(found, Save), found
    return found


def resumed(engine: Engine, session: Session) -> Session:
    """The session saved, read and gone on with."""
    return resumed_session(engine, through_a_file(session.save()))


def state_of(session: Session) -> str:
    """Everything a save holds, as text; what was undone is left out, for it is only a log."""
    save = session.save()
    return to_text(replace(save, state={**save.state, "undone": []}))


def where(session: Session) -> Stage:
    """What the session waits for, asked anew each time."""
    return session.stage
