"""A usual month of a life at work: what comes in, what it is for, and what is left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.core.life import Lives
from game.sim.engine import Engine
from game.sim.household import persons, subsistence
from game.sim.social_security.by_law import prices_by_law, works
from game.sim.social_security.subsidy import subsidy_per_month
from game.sim.year import MONTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualMonth:
    """Yuan of the month, by even luck, in the job held and under the standing plan."""

    income: float
    """Gross, of work; the pensions of somebody who no longer works."""
    costs: float
    home: float
    """Money sent home, while a parent lives."""
    paid: Mapping[str, float]
    """Pension, less what a platform pays back, medical and private pension."""
    living: float
    """A bare living, the share of the rest that is not saved, and what events have added."""
    left: float

    @property
    def insurance(self) -> float:
        """All that is paid in."""
        return sum(self.paid.values())


def usual_income(engine: Engine, lives: Lives) -> float:
    """Gross work income of a usual month in the job held, yuan; 0 for who has no work any more."""
    usual = engine.world.usual_income(lives.job, lives.age, lives.plan.pace)
    return float(usual[0]) if works(lives)[0] else 0.0


def drawn(lives: Lives) -> float:
    """Both pensions in payment, yuan a month."""
    return float(lives.rights.pension_employee[0] + lives.rights.pension_resident[0])


def usual_month(engine: Engine, lives: Lives, aid: float = 0.0) -> UsualMonth:
    """Where the money of a usual month goes.

    Args:
        engine: of the life.
        lives: the only life, under the plan in view.
        aid: allowance and support, yuan a month.
    """
    world = engine.world
    figures, prices = (
        world.figures(lives.year),
        prices_by_law(world, lives, world.figures(lives.year)),
    )
    income = drawn(lives) if lives.is_retired[0] else usual_income(engine, lives)
    is_working = not lives.is_retired[0] and income > 0
    costs = float(world.job_costs[lives.job[0]]) if is_working else 0.0
    floor = float(subsistence(figures, lives, persons(world, lives))[0]) / MONTHS
    has_parent = lives.family.mother_age[0] > 0 or lives.family.father_age[0] > 0
    home = float(lives.family.remittance[0]) if has_parent else 0.0
    paid = {
        "pension": float(prices.pension[0]) - float(subsidy_per_month(world, lives, figures)[0]),
        "medical": float(prices.medical[0]),
        "private": float(prices.private[0]),
    }
    lasting = lives.lasting
    extra = float(lasting.spending[lasting.months > 0].sum())
    before = income + aid - costs - home - sum(paid.values())
    rest = max(before - floor - extra, 0.0)
    living = floor + rest * (1 - float(lives.plan.savings[0])) + extra
    return UsualMonth(
        income=income, costs=costs, home=home, paid=paid, living=living, left=before - living
    )
