"""Ways of answering: who decides what in lives that nobody plays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final, Protocol

import numpy as np

from game.core.arrays import Rate, Yuan, changed
from game.core.life import Lives, Plan, Scheme, Work
from game.core.text import Text
from game.scenario.model import Set
from game.sim.affordable import usual_highest_base
from game.sim.choosers import at_random, in_turn, short_sighted
from game.sim.engine import Engine
from game.sim.figures import Figures
from game.sim.household import persons, subsistence
from game.sim.social_security.prices import monthly_prices
from game.sim.world import LAST_AGE, World
from game.sim.year import MONTHS, Answer, Stage, Year

USUAL_SAVINGS: Final = 0.3
"""Share saved where a profile says nothing of it."""


MOVES_RECORD: Final = "to_resident"
"""What an option sets that moves a record too short to the resident scheme."""


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


def record_moved(engine: Engine, year: Year) -> Answer:
    """Every default, but that a record too short follows whoever stays in the resident scheme.

    The default of that crossroad is to go on paying as an employee; a plan that stays with the
    resident scheme would undo it every January, and no pension would ever begin.
    """
    is_resident = year.lives.plan.pension == Scheme.RESIDENT
    choice = np.full(year.lives.size, -1, dtype=np.int64)
    for index in np.unique(year.offered[(year.offered >= 0) & is_resident]):
        moving = _record_moving(engine.world, int(index))
        if moving >= 0:
            choice[(year.offered == index) & is_resident] = moving
    return Answer(choice=choice)


@lru_cache(maxsize=1024)
def _record_moving(world: World, event: int) -> int:
    """The option of an event that has a short record moved to the resident scheme, −1 if none."""
    for number, option in enumerate(world.scenario.events[event].choices):
        if any(
            isinstance(effect, Set) and effect.name == MOVES_RECORD for effect in option.effects
        ):
            return number
    return -1


def _with_schemes(pension: Scheme, medical: Scheme, base: float | None = None) -> Policy:
    """Always the same two schemes, whatever an event changed; without ``base`` at the lowest."""

    def policy(engine: Engine, year: Year) -> Answer:
        if year.stage != Stage.PLAN:
            return record_moved(engine, year)
        plan = year.lives.plan
        lowest = engine.world.scenario.decision.bases[0]
        share = np.full_like(plan.base, lowest if base is None else base)
        return Answer(plan=covered(plan, pension, medical, share))

    return policy


def covered(plan: Plan, pension: Scheme, medical: Scheme, base: Rate) -> Plan:
    """A plan with other cover and no private pension; savings, pace and claim age stay."""
    return changed(
        plan,
        pension=np.full_like(plan.pension, pension),
        medical=np.full_like(plan.medical, medical),
        base=base,
        private=np.zeros_like(plan.private),
    )


never_insured: Final = _with_schemes(Scheme.NONE, Scheme.NONE)


def employee_at(base: float) -> Policy:
    """Both employee schemes, on a base."""
    return _with_schemes(Scheme.EMPLOYEE, Scheme.EMPLOYEE, base)


def employee_highest(engine: Engine, year: Year) -> Answer:
    """Both employee schemes on the highest base this kind of life can keep paying."""
    if year.stage != Stage.PLAN:
        return Answer()
    plan, profile = year.lives.plan, year.lives.profile
    base = np.empty_like(plan.base)
    for who in np.unique(profile):
        base[profile == who] = usual_highest_base(engine, int(who), employee_at)
    return Answer(plan=covered(plan, Scheme.EMPLOYEE, Scheme.EMPLOYEE, base))


def never_insured_saver(engine: Engine, year: Year) -> Answer:
    """Never insured, and saves what both employee schemes at the lowest base would have cost.

    Beside the share of the start plan, which an event cannot change: what stands in the plan is
    the two together.
    """
    answer = never_insured(engine, year)
    if answer.plan is None:
        return answer
    world, lives = engine.world, year.lives
    lowest = np.full_like(lives.plan.base, world.scenario.decision.bases[0])
    insured = covered(lives.plan, Scheme.EMPLOYEE, Scheme.EMPLOYEE, lowest)
    usual = np.array([who.plan.savings or USUAL_SAVINGS for who in world.scenario.profiles])
    share = saver_share(world, lives, insured, usual[lives.profile])
    return Answer(plan=changed(answer.plan, savings=share))


def saver_share(world: World, lives: Lives, insured: Plan, share: Rate) -> Rate:
    """Savings share of one who pays no contributions and lives as if he did.

    With r, what a usual month leaves above a bare living, and p, the price of the plan, an insured
    life spends (1 − s)(r − p) and saves s(r − p). Whoever spends as much and saves the rest saves
    the share s + (1 − s) · p ÷ r of r: every yuan of p, in a year of usual income.

    Args:
        world: the scenario.
        lives: at the plan stage of a year, shape (n,).
        insured: the plan whose price is saved instead.
        share: s, the share saved beside it.
    """
    figures = world.figures(lives.year)
    price = price_of(world, lives, figures, insured)
    rest = _usual_rest(world, lives, figures)
    part = np.where(rest > price, price / np.maximum(rest, 1.0), np.where(price > 0, 1.0, 0.0))
    return np.asarray(share + (1 - share) * part)


def price_of(world: World, lives: Lives, figures: Figures, plan: Plan) -> Yuan:
    """What a plan would cost a month where law leaves the choice, 0 from the statutory age on."""
    kind = world.job_kind[lives.job]
    is_free = (kind != Work.CONTRACT) & (kind != Work.STUDENT) & ~lives.is_retired
    is_young = lives.age < world.statutory_age[lives.profile]
    price = monthly_prices(changed(lives, plan=plan), figures).total
    return np.where(is_free & is_young, price, 0.0)


def _usual_rest(world: World, lives: Lives, figures: Figures) -> Yuan:
    """What a month of usual income leaves above a bare living and money sent home, yuan."""
    age = np.minimum(lives.age, LAST_AGE)
    income = world.usual_income(lives.job, age, lives.plan.pace) - world.job_costs[lives.job]
    has_parent = (lives.family.mother_age > 0) | (lives.family.father_age > 0)
    home = np.where(has_parent, lives.family.remittance, 0.0)
    living = subsistence(figures, lives, persons(world, lives)) / MONTHS
    return np.maximum(income - home - living, 0.0)


def prudent(engine: Engine, year: Year) -> Answer:
    """Three months of spending first, then both employee schemes if they cost a fifth at most.

    Otherwise the resident schemes.
    """
    if year.stage != Stage.PLAN:
        return record_moved(engine, year)
    lives = year.lives
    figures = engine.world.figures(lives.year)
    base = np.full_like(lives.plan.base, engine.world.scenario.decision.bases[0])
    employee = _schemes(lives.plan, base, Scheme.EMPLOYEE)
    price = monthly_prices(changed(lives, plan=employee), figures).total
    has_reserve = lives.cash >= 3 * lives.spending
    is_bearable = has_reserve & (price <= 0.2 * lives.income)
    resident = _schemes(lives.plan, base, Scheme.RESIDENT)
    return Answer(
        plan=changed(
            employee,
            pension=np.where(is_bearable, employee.pension, resident.pension),
            medical=np.where(is_bearable, employee.medical, resident.medical),
        )
    )


def _schemes(
    plan: Plan, base: np.ndarray[tuple[int], np.dtype[np.float64]], scheme: Scheme
) -> Plan:
    return changed(
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
                id="never_insured", name=Text("never insured", "从不参保"), policy=never_insured
            ),
            Strategy(
                id="never_insured_saver",
                name=Text("never insured, saves the price", "从不参保，把保费存起来"),
                policy=never_insured_saver,
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
            Strategy(
                id="employee_highest",
                name=Text("highest affordable base", "职工养老加职工医保，缴得起的最高基数"),
                policy=employee_highest,
            ),
            Strategy(id="prudent", name=Text("prudent", "量入为出"), policy=prudent),
            Strategy(id="myopic", name=Text("short-sighted", "只看眼前"), policy=short_sighted),
            Strategy(id="random", name=Text("at random", "随意选"), policy=at_random),
            Strategy(id="explorer", name=Text("tries everything", "样样试一遍"), policy=in_turn),
        )
    }
)
