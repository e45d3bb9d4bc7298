"""The umbrella: protection offered in one year, nine ribs of ILO C102.

Each rib has ``solid`` (what law or insurance would pay) and ``hatched`` (own savings standing in),
``solid + hatched ≤ 1``, or does not apply. The definitions stand in ``docs/scoring.md``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from statistics import NormalDist
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Flag, Rate, Yuan, held
from game.core.life import NO_SCHEME, RIBS, Lives, Sex
from game.rules.heirs import death_benefits
from game.rules.injury import months_covered
from game.rules.maternity import delivery_paid
from game.rules.pension import account_pension, annuity_divisor, basic_pension, resident_pension
from game.scoring.yardsticks import Yardsticks
from game.sim.bills import expected_fund_share
from game.sim.family import CHILD_AGE, supports_parents
from game.sim.figures import Figures
from game.sim.record import Record
from game.sim.world import World

FULL_CAREER_FROM: Final = 20
"""C102 expects 30 years from 20 on: e = clip(age − 20, 1, 30) / 30."""
FULL_CAREER_YEARS: Final = 30.0
BILL_NODES: Final = 15
MATERNITY_DAYS: Final = 98
"""Days of leave the maternity rib is held against, whatever a place grants beyond."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rib:
    """One branch in one year, shape (n,)."""

    solid: Rate
    hatched: Rate
    applies: Flag


@dataclass(frozen=True, slots=True, kw_only=True)
class Umbrella:
    """All nine ribs, shape (9, n), in the order of ``RIBS``."""

    solid: Rate
    hatched: Rate
    applies: Flag

    def held(self, enough: float) -> NDArray[np.int64]:
        """How many ribs hold, shape (n,)."""
        return np.asarray(((self.solid >= enough) & self.applies).sum(axis=0))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """One closed year before the ribs are drawn."""

    world: World
    figures: Figures
    opened: Lives
    record: Record
    after: Lives
    yard: Yardsticks

    @property
    def old_age_share(self) -> Yuan:
        """40 % of the reference wage, yuan a month."""
        return self.world.scenario.scoring["wage_share"] * self.yard.wage

    @property
    def child_age(self) -> NDArray[np.int64]:
        """Ages in the year, a child born in it 0, −1 where there is none."""
        now = self.after.family.child_age
        return np.where(now > 0, now - 1, -1)

    @property
    def children(self) -> NDArray[np.int64]:
        """Children under 16 in the year."""
        return np.asarray(((self.child_age >= 0) & (self.child_age < CHILD_AGE)).sum(axis=0))

    @property
    def month_income(self) -> Yuan:
        """Own gross income a month."""
        return self.record.income / 12

    @property
    def draws_pension(self) -> Flag:
        """Whether a pension is in payment."""
        return self.record.pensions > 0

    def number(self, name: str) -> float:
        """A weight or bound of the score."""
        return self.world.scenario.scoring[name]


def umbrella(
    world: World,
    figures: Figures,
    opened: Lives,
    record: Record,
    after: Lives,
    yard: Yardsticks,
) -> Umbrella:
    """The nine ribs of a closed year."""
    case = _Case(world=world, figures=figures, opened=opened, record=record, after=after, yard=yard)
    ribs = [_RIBS[name](case) for name in RIBS]
    return Umbrella(
        solid=np.array([np.where(rib.applies, rib.solid, 0.0) for rib in ribs]),
        hatched=np.array([np.where(rib.applies, rib.hatched, 0.0) for rib in ribs]),
        applies=np.array([rib.applies for rib in ribs]),
    )


def _rib(case: _Case, solid: Rate, hatched: Rate | float, applies: Flag) -> Rib:
    solid = held(solid, 0.0, 1.0)
    return Rib(
        solid=solid,
        hatched=held(np.minimum(hatched, 1.0 - solid), 0.0, 1.0),
        applies=applies & case.record.is_lived,
    )


@cache
def _stay_shape(sigma: float) -> NDArray[np.float64]:
    """Fifteen bills of equal weight with mean 1: middles of equal shares of a log-normal."""
    shares = (np.arange(BILL_NODES) + 0.5) / BILL_NODES
    z = np.array([NormalDist().inv_cdf(float(share)) for share in shares])
    shape = np.exp(sigma * z)
    return np.asarray(shape / shape.mean())


def _bill_table(figures: Figures) -> NDArray[np.float64]:
    """Fifteen bills around the usual hospital stay, at prices of the year."""
    law = figures.law
    return law.number("medical.mean_bill") * _stay_shape(law.number("medical.bill_sigma"))


def _medical(case: _Case) -> Rib:
    scheme = np.where(case.record.medical_scheme > 0, case.record.medical_scheme, NO_SCHEME)
    scheme = np.where(scheme == NO_SCHEME, case.after.cover.scheme, scheme)
    share = expected_fund_share(
        case.world, case.after, case.figures, scheme, _bill_table(case.figures)
    )
    months = case.record.months_medical_covered / 12
    solid = months * np.minimum(1.0, share / case.number("medical_share"))
    return _rib(case, solid, 0.0, case.record.is_lived)


def _income_need(case: _Case) -> Yuan:
    """Three months of 45 % of own income: what sickness or a lost job would ask for."""
    return case.number("sickness_months") * case.number("sickness_share") * case.month_income


def _earns(case: _Case) -> Flag:
    return ~case.draws_pension & (case.month_income > 0)


def _share_of(money: Yuan, need: Yuan) -> Rate:
    return np.where(need > 0, money / np.maximum(need, 1e-9), 0.0)


def _sickness(case: _Case) -> Rib:
    """Sick pay of the contract against the need of three months, for the months under contract."""
    need, solid = _income_need(case), _sick_pay_share(case)
    return _rib(case, solid, _share_of(case.record.cash, need), _earns(case))


def _sick_pay_share(case: _Case) -> Rate:
    month = case.number("sickness_share") * case.month_income
    share = np.minimum(1.0, _share_of(case.record.sick_pay_right, month))
    return share * case.record.months_contract / 12


def _unemployment(case: _Case) -> Rib:
    """Benefit over three months against the same need; savings that an illness would leave."""
    need = _income_need(case)
    months = np.minimum(case.record.unemployment_months, case.number("sickness_months"))
    solid = _share_of(case.record.unemployment_right * months, need)
    left = np.maximum(case.record.cash - need * (1 - _sick_pay_share(case)), 0.0)
    return _rib(case, solid, _share_of(left, need), _earns(case))


def earned_right(world: World, figures: Figures, lives: Lives) -> Yuan:
    """Pension earned to date, drawn at statutory age, vesting ignored, yuan a month."""
    basic, account = _earned_parts(world, figures, lives)
    rights, law = lives.rights, figures.law
    hukou = world.hukou[lives.profile]
    share = rights.months_resident / law.number("resident_pension.minimum_months")
    amount = figures.resident_basic_pension[hukou] * np.minimum(share, 1.0)
    resident = resident_pension(law, amount, rights.account_resident)
    return basic + account + np.where(rights.months_resident > 0, resident, 0.0)


def _earned_parts(world: World, figures: Figures, lives: Lives) -> tuple[Yuan, Yuan]:
    rights, law = lives.rights, figures.law
    months = np.maximum(rights.months_employee, 1.0)
    base, index = figures.benefit_base[lives.place], rights.index_sum / months
    basic = basic_pension(law, base, index, rights.months_employee)
    age = world.statutory_age[lives.profile] * 12
    divisor = annuity_divisor(law.table("annuity_divisor"), age)
    return basic, account_pension(rights.account_employee, divisor)


def _old_age(case: _Case) -> Rib:
    drawn = case.record.pensions / 12
    right = earned_right(case.world, case.figures, case.after)
    career = held(case.record.age + 1 - FULL_CAREER_FROM, 1, FULL_CAREER_YEARS)
    career = np.where(case.draws_pension, 1.0, career / FULL_CAREER_YEARS)
    need = case.old_age_share * career
    is_settled = case.draws_pension | case.yard.is_old
    solid = np.where(is_settled, drawn, right) / need
    return _rib(case, solid, case.yard.savings_per_month / need, case.record.is_lived)


def _injury(case: _Case) -> Rib:
    kind = case.world.injury_kind[case.record.job]
    months = months_covered(case.figures.law, case.world.scenario.places, case.record.place, kind)
    is_working = (case.record.income > 0) & ~case.opened.is_retired
    share = case.number("injury_hours_share")
    return _rib(case, months / 12 * share, 0.0, is_working)


def _family(case: _Case) -> Rib:
    children = case.children
    count = np.maximum(children, 1)
    each = case.number("family_money_share") * case.yard.wage * count
    money = np.minimum(1.0, case.record.child_money / 12 / each)
    covered = np.minimum(1.0, case.record.children_insured / count)
    return _rib(case, 0.5 * money + 0.5 * covered, 0.0, children > 0)


def _maternity(case: _Case) -> Rib:
    """Half for the bill of a usual delivery, half for 98 days of 45 % of own income."""
    is_woman = case.world.sex[case.opened.profile] == Sex.FEMALE
    need = case.number("sickness_share") * case.month_income * MATERNITY_DAYS / 30
    allowance = np.minimum(1.0, _share_of(case.record.maternity_right, need))
    solid = 0.5 * _delivery_share(case) + 0.5 * allowance
    young = case.record.age <= case.number("maternity_until_age")
    return _rib(
        case, solid, _share_of(case.record.cash, need), is_woman & young & ~case.draws_pension
    )


def _delivery_share(case: _Case) -> Rate:
    """Share of a usual delivery bill that insurance pays, for the months in force."""
    law, record = case.figures.law, case.record
    bill = np.full(case.opened.size, law.number("medical.delivery_cost"))
    in_catalogue = bill * law.number("medical.catalogue_share")
    months = record.months_medical_covered
    paid = delivery_paid(law, in_catalogue, record.medical_scheme, months > 0)
    return np.asarray(paid / bill * months / 12)


def _invalidity(case: _Case) -> Rib:
    """The allowance if disabled today, or the one in payment, and how long it is paid."""
    lives, record = case.after, case.record
    to_age = np.maximum(case.world.statutory_age[lives.profile] * 12 - lives.age * 12, 1.0)
    is_drawn = record.disability > 0
    allowance = np.where(is_drawn, record.disability / 12, record.disability_right)
    months = np.where(is_drawn, lives.rights.months_disability, record.disability_months)
    amount = np.minimum(1.0, allowance / case.old_age_share)
    solid = amount * np.minimum(1.0, months / to_age)
    is_before = record.age < case.world.statutory_age[lives.profile]
    return _rib(case, solid, 0.0, ~case.draws_pension & is_before)


def survivors_rib(
    world: World, figures: Figures, opened: Lives, record: Record, after: Lives, yard: Yardsticks
) -> Rib:
    """The survivors' rib alone: the family part of the score needs it each year."""
    return _survivors(
        _Case(world=world, figures=figures, opened=opened, record=record, after=after, yard=yard)
    )


def _survivors(case: _Case) -> Rib:
    lives, rights = case.after, case.after.rights
    left = death_benefits(
        case.figures.law,
        account_left=rights.account_employee + rights.account_resident + rights.account_private,
        paid_months=rights.months_employee,
        own_credited=rights.account_employee,
        is_pensioner=rights.pension_employee > 0,
        years_drawn=rights.months_drawn / 12,
        urban_income=case.figures.urban_income[lives.place],
    )
    ages = case.child_age
    youngest = np.min(np.where((ages >= 0) & (ages < CHILD_AGE), ages, 99), axis=0)
    until = np.where(
        youngest < CHILD_AGE, (CHILD_AGE - youngest) * 12.0, case.number("survivors_months")
    )
    need = case.old_age_share * until
    solid = (left.account + left.funeral + left.lump_sum) / need
    is_needed = supports_parents(case.opened.family) | (case.children > 0)
    applies = case.record.has_partner | is_needed
    return _rib(case, solid, case.record.cash / need, applies)


_RIBS: Final[dict[str, Callable[[_Case], Rib]]] = {
    "medical": _medical,
    "sickness": _sickness,
    "unemployment": _unemployment,
    "old_age": _old_age,
    "injury": _injury,
    "family": _family,
    "maternity": _maternity,
    "invalidity": _invalidity,
    "survivors": _survivors,
}
