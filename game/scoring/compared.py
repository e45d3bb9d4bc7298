"""The played life on its own luck under other covers, side by side in one batch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from game.core.chance import Chance
from game.scoring.course import Course, both
from game.scoring.luck import LUCKS, other_seed
from game.scoring.open_loop import COVERS, Cover, SameChoices, employee_at, live_choices
from game.scoring.recorded import RecordedLife
from game.scoring.replay import columns_of, luck_of
from game.scoring.tally import Tally
from game.sim.affordable import WITHOUT_GAP, highest_affordable_base, share_without_gap
from game.sim.engine import Engine

HIGHEST: Final = "highest_affordable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What came of the same life and luck with other cover."""

    id: str
    income_per_month: float
    """Pensions, allowance and support a month, mean over old age; 0 if it never came."""
    own_bills: float
    """Own part of all bills of the life, yuan."""
    years_short: int
    """Years of old age in which that month was less than the old-age basket."""
    savings_at_line: float
    """Savings in the first year of old age; those at the end if it never came."""
    lived_to: int
    score: float
    base: float | None = None
    """Contribution base, share of the reference wage, where it was looked for."""


def compared(engine: Engine, life: RecordedLife, base: float | None = None) -> list[Compared]:
    """Each cover of ``COVERS`` on the life's own luck, and a base if one is given.

    Args:
        engine: of the scenario.
        life: whose choices and luck; the first row is the life's own cover in open loop.
        base: the highest affordable base, see ``affordable_base``.
    """
    covers: dict[str, Cover] = dict(COVERS)
    if base is not None:
        covers[HIGHEST] = employee_at(base)
    count = len(covers)
    choices = SameChoices(engine.world, life, tuple(covers.values()), np.arange(count))
    tally = Tally(world=engine.world, size=count)
    course = Course(world=engine.world, size=count)

    lives = columns_of(engine.world, life.profile, count)
    live_choices(engine, lives, luck_of(life, count), choices, both(tally.add, course.add))
    line = int(engine.world.old_age_line[life.profile])
    at = np.minimum(course.last_age, line)
    income = np.nan_to_num(tally.old_income_per_month)
    score = tally.score.total
    return [
        Compared(
            id=name,
            income_per_month=float(income[k]),
            own_bills=float(tally.own_bills[k]),
            years_short=int(tally.years_short[k]),
            savings_at_line=float(course.cash[at[k], k]),
            lived_to=int(tally.last_age[k]),
            score=float(score[k]),
            base=base if name == HIGHEST else None,
        )
        for k, name in enumerate(covers)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Affordable:
    """The highest base that can be kept up, and how surely where it is the lowest one."""

    base: float
    is_lowest: bool
    share_without_gap: float
    """Of the other lucks; known for the lowest base, else nine in ten at least."""


def affordable_base(engine: Engine, life: RecordedLife, lucks: int = LUCKS) -> Affordable:
    """The largest step of the base without a gap in nine of ten of the other lucks; the lowest
    where even that is too much.
    """
    group = np.zeros(lucks, dtype=np.int64)
    lives = columns_of(engine.world, life.profile, lucks)

    def at_base(base: float) -> SameChoices:
        return SameChoices(engine.world, life, (employee_at(base),), group)

    chance = Chance(seed=other_seed(life.seed))
    base = highest_affordable_base(engine, lives, chance, at_base)
    is_lowest = base == engine.world.scenario.decision.bases[0]
    share = WITHOUT_GAP
    if is_lowest:
        share = share_without_gap(engine, lives, chance, at_base(base))
    return Affordable(base=base, is_lowest=is_lowest, share_without_gap=share)
