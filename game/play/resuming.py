"""From a save back to a playthrough; whatever does not fit is told apart, never lived on with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

import numpy as np

from game.core.life import Lives, Scheme, restored
from game.play.answers import answer_from_json
from game.play.editions import renumbered
from game.play.notes import YearNote
from game.play.saves import Save
from game.play.session import Session
from game.sim.engine import Engine
from game.sim.start import start_lives
from game.sim.world import LAST_AGE, World

_SCHEMES = frozenset(int(scheme) for scheme in Scheme)


def resumed_session(
    engine: Engine, save: Save, keep: Callable[[Save], None] | None = None
) -> Session:
    """A saved life; under another edition of its pack it goes on from the open of its year.

    Raises:
        ValueError: the saved state does not fit the pack.
    """
    scenario = engine.world.scenario
    ids = [profile.id for profile in scenario.profiles]
    if save.profile not in ids:
        raise ValueError(save.profile)
    profile = ids.index(save.profile)
    state: Any = save.state
    try:
        lives = _lives(engine.world, profile, state)
        is_same = save.pack_hash == scenario.digest
        expected = state.get("expected_pension")
        return Session(
            engine=engine,
            profile=profile,
            seed=save.seed,
            opened=lives,
            notes=[YearNote.from_json(value) for value in state["notes"]],
            answers=[answer_from_json(value) for value in save.answers] if is_same else [],
            undone=[answer_from_json(value) for value in state["undone"]],
            expected_pension=float(expected) if isinstance(expected, int | float) else None,
            has_been_asked=bool(state.get("has_been_asked")),
            wants_plan=bool(state.get("wants_plan")),
            is_reviewed=bool(state.get("is_reviewed")),
            keep=keep,
        )
    except (KeyError, TypeError, AttributeError, IndexError, OverflowError) as error:
        raise ValueError(str(error)) from error


def _lives(world: World, profile: int, state: Any) -> Lives:
    like = start_lives(world, profile, np.zeros(1, dtype=np.uint64))
    plain_lives = renumbered(state["lives"], state["ids"], world.scenario)
    lives: Lives = replace(restored(like, plain_lives), id=like.id)
    if not _fits(world, profile, lives):
        raise ValueError("lives")
    return lives


def _fits(world: World, profile: int, lives: Lives) -> bool:
    """Whether every number of a restored life is one it could have had."""
    age, scenario = int(lives.age[0]), world.scenario
    schemes = (lives.plan.pension[0], lives.plan.medical[0], lives.cover.scheme[0])
    years_lived = lives.year - int(world.birth_year[profile])
    return (
        int(lives.profile[0]) == profile
        and world.start_age[profile] <= age <= LAST_AGE + 1
        and years_lived in (age, age + 1)
        and 0 <= lives.place[0] < len(scenario.places)
        and 0 <= lives.job[0] < len(scenario.jobs)
        and all(int(scheme) in _SCHEMES for scheme in schemes)
        and _is_finite(lives)
    )


def _is_finite(record: Any) -> bool:
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, np.ndarray) and value.dtype.kind == "f":
            if not np.isfinite(value).all():
                return False
        elif is_dataclass(value) and not _is_finite(value):
            return False
    return True
