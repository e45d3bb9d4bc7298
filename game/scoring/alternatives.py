"""Ways to go on from today, each lived on the same futures, so that they compare one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Flag, Number, Yuan, changed
from game.core.life import Lives
from game.scoring.course import Course, both, middle
from game.scoring.futures import Considering, Today, live_futures, pension_age
from game.scoring.recorded import with_fields
from game.scoring.score import Sums
from game.scoring.tally import Tally
from game.sim.engine import Engine
from game.sim.record import Record
from game.sim.social_security.by_law import prices_by_law
from game.sim.social_security.subsidy import subsidy_per_month
from game.sim.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to go on: the life as it then stands, and what it does with its plan."""

    today: Today
    policy: Considering

    @classmethod
    def of(cls, today: Today) -> Way:
        """Take the plan considered and keep it."""
        return cls(today=today, policy=Considering(plans=((today.lives.year, today.plan),)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one way, shape (n,): future ``k`` has the same luck in every way."""

    pension: Yuan
    """A month, as it begins; NaN where pension age was not reached."""
    claimed_at: Number
    """Age at which it begins; NaN where it never does."""
    savings: Yuan
    """Savings less debt at pension age, or at the end of a shorter life."""
    paid_in: Yuan
    back: Yuan
    """Pensions, the fund's share of bills, sums to heirs."""
    own_bills: Yuan
    score: Number
    is_unpayable: Flag
    is_below_basket: Flag
    reaches: Flag
    """Reaches pension age."""
    private: PrivateAccount

    @property
    def middle_pension(self) -> float:
        """Of those who reach pension age, yuan a month."""
        return middle(self.pension)

    @property
    def claim_age(self) -> int:
        """Age at which the middle pension begins; 0 where hardly any does."""
        return int(middle(self.claimed_at))

    @property
    def middle_savings(self) -> float:
        """At pension age, yuan."""
        return middle(np.where(self.reaches, self.savings, np.nan))

    @property
    def share_below(self) -> float:
        """Of those who grow old, who live below the basket."""
        count = int(self.reaches.sum())
        return int((self.is_below_basket & self.reaches).sum()) / count if count else 0.0


@dataclass(slots=True)
class PrivateAccount:
    """What a private pension took, paid out and saved in tax; shape (n,), at pension age.

    ``in_bank`` is what the same payments would have become in the bank by then.
    """

    world: World
    size: int
    until: int
    in_bank: Yuan
    tax_in_bank: Yuan
    """All income tax of those years, as if it had been kept in the bank instead."""
    paid_out: Yuan
    first_tax: Yuan
    """Income tax of the first year."""

    @classmethod
    def none(cls, world: World, size: int, until: int) -> PrivateAccount:
        """Nothing yet."""
        zero = [np.zeros(size) for _ in range(4)]
        return cls(
            world=world,
            size=size,
            until=until,
            in_bank=zero[0],
            tax_in_bank=zero[1],
            paid_out=zero[2],
            first_tax=np.full(size, np.nan),
        )

    def add(self, opened: Lives, record: Record, after: Lives, which: NDArray[np.int64]) -> None:
        """One year more; what is paid in from then on and paid out again is of another account."""
        paid_out = np.where(record.age <= self.until, record.private_paid_out, 0.0)
        self.paid_out[which] += paid_out
        is_before = record.is_lived & (record.age < self.until)
        growth = 1 + self.world.figures(record.year).savings_growth
        for kept, flow in (
            (self.in_bank, record.contribution_private),
            (self.tax_in_bank, record.tax),
        ):
            kept[which] = np.where(is_before, kept[which] * growth + flow, kept[which])
        first = np.isnan(self.first_tax[which])
        self.first_tax[which] = np.where(first, record.tax, self.first_tax[which])


def outcome(
    engine: Engine,
    way: Way,
    count: int,
    past: Sums | None = None,
    goes_on: Callable[[], bool] = lambda: True,
) -> Outcome:
    """Live one way on so many futures.

    Args:
        engine: of the scenario.
        way: to go on.
        count: how many futures.
        past: sums of the years already lived, so that scores are of the whole life.
        goes_on: asked once a year.

    Raises:
        Abandoned: ``goes_on`` said no.
    """
    world, today = engine.world, way.today
    profile = int(today.lives.profile[0])
    tally = Tally(world=world, size=count)
    if past is not None:
        tally.sums = Sums(
            **{field.name: np.repeat(getattr(past, field.name), count) for field in fields(Sums)}
        )
    course = Course(world=world, size=count)
    at = pension_age(world, today)
    account = PrivateAccount.none(world, count, int(world.statutory_age[profile]))
    listeners = both(both(tally.add, course.add), account.add)
    live_futures(engine, today, 0, count, listeners, policy=way.policy, goes_on=goes_on)
    last = np.minimum(np.maximum(course.last_age, 0), at)
    pension, claimed_at = course.first_pension(int(today.lives.age[0]), at)
    below = np.nansum(course.old_means, axis=0) < np.nansum(course.basket, axis=0)
    return Outcome(
        pension=pension,
        claimed_at=claimed_at,
        savings=np.nan_to_num(course.wealth[last, np.arange(count)]),
        paid_in=tally.contributions,
        back=tally.back,
        own_bills=tally.own_bills,
        score=tally.score.total,
        is_unpayable=course.is_unpayable,
        is_below_basket=below,
        reaches=~np.isnan(course.cash[at]),
        private=account,
    )


def outcomes(
    engine: Engine,
    ways: Sequence[Way],
    count: int,
    past: Sums | None = None,
    goes_on: Callable[[], bool] = lambda: True,
) -> list[Outcome]:
    """Every way on the same futures."""
    return [outcome(engine, way, count, past, goes_on) for way in ways]


def price_of_way(engine: Engine, way: Way) -> float:
    """What insurance takes a month under the plan of a way, where it is lived, yuan.

    Under a contract it is what is taken off the wage; what a platform pays back is taken off.
    """
    world, lives = engine.world, way.today.lives
    figures = world.figures(lives.year)
    _, plan = way.policy.plans[0]
    considered = changed(lives, plan=with_fields(lives.plan, plan))
    price = prices_by_law(world, considered, figures).total
    return float((price - subsidy_per_month(world, considered, figures))[0])
