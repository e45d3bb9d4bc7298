"""Lives played by a script, for what replays them."""

from __future__ import annotations

from functools import cache

from game.play.recording import PlayedLife, played_life
from game.play.session import Session, new_session
from tests.toyland.lives import engine_of
from tests.unit.play.playing import EMPLOYEE, keeping, play_on, wandering


@cache
def session_of(pack: str, seed: int, profile: int = 0, *, wanders: bool = True) -> Session:
    """A whole life: one that changes its plan and its answers, or one that keeps both."""
    session = new_session(engine_of(pack), profile, seed)
    play_on(session, wandering if wanders else keeping(EMPLOYEE))
    return session


def life_of(session: Session) -> PlayedLife:
    """The record of a whole life."""
    return played_life(session.profile, session.seed, session.notes)
