"""Honest by test: how often the uninsured end better, and which plan ranks where.

The same lives on the same luck under several strategies; nothing is tuned to reach a figure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Number, changed
from game.core.chance import Chance
from game.scenario.debrief import WEIGHT_OF
from game.scoring.luck import PER_POINT, in_thousandths
from game.scoring.score import PARTS, geometric_mean
from game.scoring.tally import Tally
from game.sim.affordable import usual_highest_base
from game.sim.cohort import CHUNK, chunk_of_lives, live_on
from game.sim.engine import Engine
from game.sim.strategies import STRATEGIES, Policy, employee_at
from game.sim.world import World

HIGHER: Final = "employee_higher"
"""Both employee schemes on the highest affordable base, or one step up where that is the lowest."""
COMPARED: Final = (
    "never_insured",
    "never_insured_saver",
    "resident",
    "employee_lowest",
    HIGHER,
    "prudent",
)
LIVES: Final = 10_000
GUARD_LIVES: Final = 2_000
HARSHER: Final = 1.2
FEN: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """Lives under one strategy, shape (n,), in the order of their numbers."""

    score: NDArray[np.int64]
    """Thousandths of a point."""
    equal: NDArray[np.int64]
    """The same with equal weights for the four parts."""
    paid_in: NDArray[np.int64]
    """Fen."""
    back: NDArray[np.int64]
    """Pensions, the fund's share of bills, sums to heirs; fen."""

    @property
    def balance(self) -> NDArray[np.int64]:
        """What came back less what was paid in, fen."""
        return self.back - self.paid_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """One strategy in the mean."""

    strategy: str
    score: float
    equal_score: float
    paid_in: float
    back: float
    harsher: float
    """Change of the mean score with mortality × 1.2, points."""

    @property
    def back_per_yuan(self) -> float | None:
        """What comes back for a yuan paid in, on average."""
        return self.back / self.paid_in if self.paid_in > 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Honest:
    """One profile's figures. Shares are of pairs of lives on the same luck, 0–1."""

    profile: str
    lives: int
    seed: int
    never_richer_than_employee: float
    """Never insured ends better by money than the employee schemes at the lowest base."""
    never_richer_than_resident: float
    never_better_than_employee: float
    """By score."""
    resident_better_than_employee: float
    """By score."""
    affordable_base: float
    """The highest step that nine lives in ten can keep paying."""
    higher_base: float
    """The step compared with the lowest: the same, or the next one where that is the lowest."""
    higher_less_lowest: float
    """Mean score on it less that on the lowest, points."""
    ranking: tuple[Ranked, ...]
    """Highest mean score first."""

    @property
    def shares(self) -> Mapping[str, float]:
        """The four shares by name."""
        return {
            name: getattr(self, name)
            for name in (
                "never_richer_than_employee",
                "never_richer_than_resident",
                "never_better_than_employee",
                "resident_better_than_employee",
            )
        }

    @property
    def equal_ranking(self) -> tuple[str, ...]:
        """Strategies by mean score under equal weights, highest first."""
        ordered = sorted(self.ranking, key=lambda each: -each.equal_score)
        return tuple(each.strategy for each in ordered)


Tell = Callable[[str], None]


def honest(
    engine: Engine,
    profile: int,
    lives: int = LIVES,
    seed: int = 1,
    tell: Tell | None = None,
    guards: int = GUARD_LIVES,
) -> Honest:
    """Live the same lives of a profile under every strategy compared.

    Args:
        engine: of the scenario.
        profile: index of the profile.
        lives: how many.
        seed: of their luck.
        tell: told the strategy before it is lived.
        guards: how many of them are lived under harsher mortality too.
    """
    say = tell or (lambda _: None)
    affordable = usual_highest_base(engine, profile, employee_at)
    steps = engine.world.scenario.decision.bases
    higher = affordable if affordable > steps[0] else steps[min(1, len(steps) - 1)]
    policies = {
        name: employee_at(higher) if name == HIGHER else STRATEGIES[name].policy
        for name in COMPARED
    }
    lots = {}
    for name, policy in policies.items():
        say(name)
        lots[name] = lot(engine, profile, policy, lives, seed)
    harder, guards = harsher(engine), min(lives, guards)
    never, resident, lowest = (
        lots[name] for name in ("never_insured", "resident", "employee_lowest")
    )
    rows = []
    for name, found in lots.items():
        say(name)
        other = lot(harder, profile, policies[name], guards, seed)
        change = other.score.sum() - found.score[:guards].sum()
        rows.append(_ranked(name, found, float(change) / guards / PER_POINT))
    return Honest(
        profile=engine.world.scenario.profiles[profile].id,
        lives=lives,
        seed=seed,
        never_richer_than_employee=_share(never.balance > lowest.balance),
        never_richer_than_resident=_share(never.balance > resident.balance),
        never_better_than_employee=_share(never.score > lowest.score),
        resident_better_than_employee=_share(resident.score > lowest.score),
        affordable_base=affordable,
        higher_base=higher,
        higher_less_lowest=_mean(lots[HIGHER].score) - _mean(lowest.score),
        ranking=tuple(sorted(rows, key=lambda each: -each.score)),
    )


def lot(engine: Engine, profile: int, policy: Policy, lives: int, seed: int) -> Lot:
    """Lives under one policy; the same whatever the chunks."""
    world = engine.world
    found: list[Lot] = []
    for chunk in chunk_of_lives(engine, profile, lives, CHUNK):
        tally = Tally(world=world, size=chunk.size)
        live_on(engine, chunk, Chance(seed=seed), policy, tally.add)
        found.append(_lot(tally))
    return Lot(
        **{
            name: np.concatenate([getattr(each, name) for each in found])
            for name in Lot.__dataclass_fields__
        }
    )


def _lot(tally: Tally) -> Lot:
    score = tally.score
    parts = {**{name: getattr(score, name) for name in PARTS}, **score.own}
    equal = {**tally.world.scenario.scoring, **{f"weight_{name}": 1.0 for name in PARTS}}
    equal |= {WEIGHT_OF + name: 1.0 for name in score.own}
    return Lot(
        score=in_thousandths(score.total),
        equal=in_thousandths(geometric_mean(equal, parts)),
        paid_in=_fen(tally.contributions),
        back=_fen(tally.back),
    )


def _fen(amount: Number) -> NDArray[np.int64]:
    return np.rint(amount * FEN).astype(np.int64)


def _share(holds: NDArray[np.bool_]) -> float:
    return float(holds.sum()) / len(holds)


def _mean(thousandths: NDArray[np.int64]) -> float:
    return float(thousandths.sum()) / len(thousandths) / PER_POINT


def _ranked(name: str, found: Lot, change: float) -> Ranked:
    count = len(found.score)
    return Ranked(
        strategy=name,
        score=_mean(found.score),
        equal_score=_mean(found.equal),
        paid_in=float(found.paid_in.sum()) / FEN / count,
        back=float(found.back.sum()) / FEN / count,
        harsher=change,
    )


def harsher(engine: Engine, factor: float = HARSHER) -> Engine:
    """The same country with every probability of death raised by a factor."""
    scenario = engine.world.scenario
    table = changed(scenario.life_table, q=np.minimum(scenario.life_table.q * factor, 1.0))
    return Engine(world=World(scenario=changed(scenario, life_table=table)))
