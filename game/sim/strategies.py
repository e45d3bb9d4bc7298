"""Ways of answering: who decides what in lives that nobody plays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, Protocol

import numpy as np

from game.core.life import Plan, Scheme
from game.core.text import Text
from game.sim.engine import Engine
from game.sim.social_security.prices import monthly_prices
from game.sim.year import Answer, Stage, Year


class Policy(Protocol):
    """Fills the answers of a year at its stage; pure."""

    def __call__(self, engine: Engine, year: Year) -> Answer: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy:
    """A policy with a name."""

    id: str
    name: Text
    policy: Policy


def hold(engine: Engine, year: Year) -> Answer:
    """Keep the plan and take every default."""
    return Answer()


def _with_schemes(pension: Scheme, medical: Scheme) -> Policy:
    """Always the same two schemes, at the lowest base and tier, whatever an event changed."""

    def policy(engine: Engine, year: Year) -> Answer:
        if year.stage != Stage.PLAN:
            return Answer()
        plan = year.lives.plan
        return Answer(
            plan=replace(
                plan,
                pension=np.full_like(plan.pension, pension),
                medical=np.full_like(plan.medical, medical),
                base=np.full_like(plan.base, engine.world.scenario.decision.bases[0]),
                private=np.zeros_like(plan.private),
            )
        )

    return policy


def prudent(engine: Engine, year: Year) -> Answer:
    """Three months of spending first, then both employee schemes if they cost a fifth at most.

    Otherwise the resident schemes.
    """
    if year.stage != Stage.PLAN:
        return Answer()
    lives = year.lives
    figures = engine.world.figures(lives.year)
    base = np.full_like(lives.plan.base, engine.world.scenario.decision.bases[0])
    employee = _schemes(lives.plan, base, Scheme.EMPLOYEE)
    price = monthly_prices(replace(lives, plan=employee), figures).total
    has_reserve = lives.cash >= 3 * lives.spending
    is_bearable = has_reserve & (price <= 0.2 * lives.income)
    resident = _schemes(lives.plan, base, Scheme.RESIDENT)
    return Answer(
        plan=replace(
            employee,
            pension=np.where(is_bearable, employee.pension, resident.pension),
            medical=np.where(is_bearable, employee.medical, resident.medical),
        )
    )


def _schemes(
    plan: Plan, base: np.ndarray[tuple[int], np.dtype[np.float64]], scheme: Scheme
) -> Plan:
    return replace(
        plan,
        pension=np.full_like(plan.pension, scheme),
        medical=np.full_like(plan.medical, scheme),
        base=base,
    )


STRATEGIES: Final[Mapping[str, Strategy]] = MappingProxyType(
    {
        strategy.id: strategy
        for strategy in (
            Strategy(id="hold", name=Text("keep the starting plan", "一直按起步方案"), policy=hold),
            Strategy(
                id="never_insured",
                name=Text("never insured", "从不参保"),
                policy=_with_schemes(Scheme.NONE, Scheme.NONE),
            ),
            Strategy(
                id="resident",
                name=Text("resident schemes", "居民养老加居民医保"),
                policy=_with_schemes(Scheme.RESIDENT, Scheme.RESIDENT),
            ),
            Strategy(
                id="employee_lowest",
                name=Text("employee schemes, lowest base", "职工养老加职工医保，最低基数"),
                policy=_with_schemes(Scheme.EMPLOYEE, Scheme.EMPLOYEE),
            ),
            Strategy(id="prudent", name=Text("prudent", "量入为出"), policy=prudent),
        )
    }
)
