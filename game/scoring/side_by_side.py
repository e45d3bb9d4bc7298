"""Two lives of one person on one luck, year by year: twins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from game.core.arrays import changed, columns
from game.core.life import Lives, Plan
from game.scoring.open_loop import COVERS, HeldEngine, SameChoices, own
from game.scoring.recorded import RecordedLife, SharedLuck
from game.scoring.replay import Flip, Replayed, columns_of, script_of
from game.sim.cohort import lived
from game.sim.engine import Engine
from game.sim.history import LivedYear
from game.sim.record import Record
from game.sim.strategies import STRATEGIES, Policy
from game.sim.year import Answer, Stage, Year

Side: TypeAlias = "str | Flip | None"
"""A played life under a cover of ``COVERS``, with a decision flipped, or as it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A policy: each column answers by a policy of its own."""

    policies: tuple[Policy, ...]

    def __call__(self, engine: Engine, year: Year) -> Answer:
        """Every policy's answers, each in its column."""
        answers = [policy(engine, year) for policy in self.policies]
        column = year.lives.id.astype(np.int64)
        if year.stage == Stage.PLAN:
            plans = [answer.plan or year.lives.plan for answer in answers]
            return Answer(plan=_picked(plans, column))
        nothing = np.full(year.lives.size, -1, dtype=np.int64)
        choices = [nothing if a.choice is None else a.choice for a in answers]
        return Answer(choice=np.choose(column, choices))


def _picked(plans: Sequence[Plan], column: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Plan:
    first = plans[0]
    return changed(
        first,
        **{
            name: np.choose(column, [getattr(plan, name) for plan in plans])
            for name in Plan.__dataclass_fields__
        },
    )


def strategies_beside(
    engine: Engine, profile: int, seed: int, names: Sequence[str]
) -> tuple[LivedYear, ...]:
    """One person on one luck under several strategies, every event answered by its default."""
    policy = Beside(policies=tuple(STRATEGIES[name].policy for name in names))
    return _lived(engine, profile, seed, 0, policy, len(names))


def sides_beside(
    engine: Engine, life: RecordedLife, sides: Sequence[Side]
) -> tuple[LivedYear, ...]:
    """A played life beside its variations, on its own luck.

    A column under a cover is the one comparisons show, and a column with a flip is the very one
    its turning point was found in.
    """
    flips = [side if isinstance(side, Flip) else None for side in sides]
    names = [side if isinstance(side, str) else "" for side in sides]
    replayed = Replayed(engine.world, life, script_of(engine, life).changes, flips)
    covers = tuple(COVERS[name] if name else own for name in names)
    choices = SameChoices(engine.world, life, covers, np.arange(len(sides)))
    policy = Beside(policies=tuple(choices if name else replayed for name in names))
    held = HeldEngine(world=engine.world, choices=choices)
    return _lived(held, life.profile, life.seed, life.life, policy, len(sides))


def _lived(
    engine: Engine, profile: int, seed: int, life: int, policy: Policy, count: int
) -> tuple[LivedYear, ...]:
    chance = SharedLuck(seed=seed, of=np.full(count, life, dtype=np.uint64))
    lives = columns_of(engine.world, profile, count)
    return lived(engine, lives, chance, policy).years


def alone(year: LivedYear, column: int) -> tuple[Lives, Record, Lives]:
    """One column of a lived year as if lived alone: what only others met is left out."""
    at = np.array([column])
    bills = [bill.of(column) for bill in year.record.bill_list]
    met = tuple(met for met in year.record.met if met.is_met[column])
    bare = columns(changed(year.record, bill_list=(), met=met), at)
    nobody = np.zeros(1, dtype=np.int64)
    own_bills = tuple(changed(bill, which=nobody) for bill in bills if bill is not None)
    record = changed(bare, bill_list=own_bills)
    return columns(year.opened, at), record, columns(year.after, at)
