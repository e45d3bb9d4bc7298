"""Who pays a medical bill, and when cover begins."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from game.core.arrays import Code, Flag, Months, Number, Rate, Years, Yuan, any_of
from game.core.life import EMPLOYEE, NO_SCHEME, RESIDENT, Sex
from game.rules.law import YearLaw


class Settlement(NamedTuple):
    """A bill split among its payers in law's order, yuan, shape (n,); the parts sum to the bill.

    ``critical_illness`` is 大病保险 in the resident scheme, 大额医疗费用补助 in the employee one.
    ``counted`` is no payer: it is the own in-catalogue cost that counts towards the yearly
    threshold of critical-illness insurance. Add it up over the year.
    """

    injury: Yuan
    third_party: Yuan
    basic: Yuan
    critical_illness: Yuan
    assistance: Yuan
    own: Yuan
    counted: Yuan

    @property
    def by_fund(self) -> Yuan:
        """Basic and critical-illness payments together, which the yearly cap limits."""
        return self.basic + self.critical_illness


def _by_scheme(law: YearLaw, name: str, scheme: Code | Number) -> Number:
    resident = law.number(f"medical.resident.{name}")
    employee = law.number(f"medical.employee.{name}")
    of_insured = np.where(scheme == EMPLOYEE, employee, resident)
    return np.where(scheme == NO_SCHEME, 0.0, of_insured)


def hospital_share(
    law: YearLaw, scheme: Code | Number, is_away: Flag, is_urgent: ArrayLike = False
) -> Rate:
    """Share of the in-catalogue hospital bill the basic scheme pays, 0–1, shape (n,).

    The published average, after deductibles and caps. Away from the place of insurance it is
    less: by 20 points, in an emergency or with a referral by 10.

    Source: National Healthcare Security Administration, bulletin 2025; NHSA [2022] No. 22.
    """
    urgent, other = law.number("medical.away_cut_urgent"), law.number("medical.away_cut")
    cut = np.where(is_away, np.where(is_urgent, urgent, other), 0.0)
    return np.maximum(_by_scheme(law, "hospital_share", scheme) - cut, 0.0)


def outpatient_share(law: YearLaw, scheme: Code | Number, is_retired: Flag) -> Rate:
    """Share of the in-catalogue outpatient cost the basic scheme pays, 0–1, shape (n,).

    Retired members of the employee scheme have more.

    Source: State Council Office [2021] No. 14.
    """
    share = _by_scheme(law, "outpatient_share", scheme)
    retired = law.number("medical.employee.outpatient_share_retired")
    return np.asarray(np.where(is_retired & (scheme == EMPLOYEE), retired, share))


def yearly_cap(
    law: YearLaw,
    scheme: Code | Number,
    disposable_income: Yuan,
    reference_wage: Yuan,
    bonus: Yuan | float = 0.0,
) -> Yuan:
    """What the fund pays at most in a year, yuan, shape (n,).

    Resident: 6 × disposable income a year, basic and critical illness together, plus the bonus of
    faithful years. Employee: 6 × the reference wage of a year.

    Args:
        law: of the year.
        scheme: codes of ``Scheme``.
        disposable_income: per-capita disposable income of the place, yuan a year.
        reference_wage: of the place, yuan a month.
        bonus: of ``cap_bonus``.
    """
    resident = law.number("medical.critical_illness.cap") * disposable_income + bonus
    employee = law.number("medical.employee.cap") * 12 * reference_wage
    return np.asarray(np.where(scheme == EMPLOYEE, employee, resident))


def cap_bonus(law: YearLaw, years_in_a_row: Years, claim_free_years: Years, cap: Yuan) -> Yuan:
    """What faithful and claim-free years add to the resident cap, yuan, shape (n,).

    From the fifth year in a row on 1,000 each, and 1,000 for each year without a claim; together
    at most 20 % of the cap.

    Source: State Council Office [2024] No. 38.
    """
    faithful = np.maximum(years_in_a_row - law.number("medical.bonus_after_years"), 0)
    amount = law.number("medical.bonus_per_year") * (faithful + claim_free_years)
    return np.minimum(amount, law.number("medical.bonus_limit") * cap)


def settle_bill(
    law: YearLaw,
    *,
    bill: Yuan,
    scheme: Code | Number,
    is_covered: Flag,
    share: Rate,
    cap: Yuan,
    disposable_income: Yuan,
    catalogue_share: Rate | float,
    is_injury_covered: ArrayLike = False,
    third_party_share: ArrayLike = 0.0,
    is_assisted: ArrayLike = False,
    counted_before: ArrayLike = 0.0,
    fund_before: ArrayLike = 0.0,
) -> Settlement:
    """Split a bill among its payers in law's order; what nobody pays is one's own.

    Injury cover (alone, all in catalogue) → the liable third party → basic scheme → critical
    illness insurance (resident scheme), or the supplement above the cap (employee scheme) →
    medical assistance → oneself. What a liable third party does not pay is left to the basic
    scheme, which advances it.

    Args:
        law: of the year.
        bill: list price, the same for insured and uninsured, yuan, shape (n,).
        scheme: medical scheme, codes of ``Scheme``.
        is_covered: whether that scheme is in force in the bill's month (paid, no waiting).
        share: of ``hospital_share`` or ``outpatient_share``.
        cap: of ``yearly_cap``.
        disposable_income: of the place, yuan a year; the critical-illness threshold is half of it.
        catalogue_share: share of the bill inside the catalogue.
        is_injury_covered: an accident on an order while injury cover is in force.
        third_party_share: share of the bill a liable third party really pays.
        is_assisted: passes the means test of medical assistance.
        counted_before: sum of ``counted`` of earlier bills of the year.
        fund_before: sum of ``by_fund`` of earlier bills of the year.

    Returns:
        The parts, which sum to the bill.

    Source: Social Insurance Law, Articles 30, 41 and 42.
    """
    listed = bill * catalogue_share
    injury = np.where(is_injury_covered, listed, 0.0)
    third_party = np.where(is_injury_covered, 0.0, np.multiply(bill, third_party_share))
    is_insured = np.logical_and(is_covered, scheme != NO_SCHEME)
    is_asked = np.logical_and(is_insured, np.logical_not(is_injury_covered))
    eligible = np.where(is_asked, listed * np.subtract(1.0, third_party_share), 0.0)

    left = np.maximum(np.subtract(cap, fund_before), 0.0)
    after_deductible = np.maximum(eligible - _by_scheme(law, "deductible", scheme), 0.0)
    basic = np.minimum(share * after_deductible, left)
    counted = eligible - basic

    threshold = law.number("medical.critical_illness.threshold") * disposable_income
    over = np.maximum(counted - np.maximum(np.subtract(threshold, counted_before), 0.0), 0.0)
    critical = np.minimum(law.number("medical.critical_illness.rate") * over, left - basic)
    critical = np.where(scheme == RESIDENT, critical, 0.0)
    is_beyond = (scheme == EMPLOYEE) & (share * after_deductible > left)
    if any_of(is_beyond):
        shared = np.divide(left, share, where=is_beyond, out=np.zeros_like(basic))
        used = np.maximum(np.subtract(fund_before, cap), 0.0)
        supplement = large_cost_supplement(law, after_deductible - shared, used)
        critical = np.where(is_beyond, supplement, critical)

    aid = law.number("assistance.medical_share")
    assistance = np.where(is_assisted, aid * (counted - critical), 0.0)
    own = np.maximum(bill - injury - third_party - basic - critical - assistance, 0.0)
    return Settlement(injury, third_party, basic, critical, assistance, own, counted)


def large_cost_supplement(law: YearLaw, above_cap: Yuan, used: Yuan) -> Yuan:
    """The employee scheme's supplement 大额医疗费用补助 above its yearly cap, yuan, shape (n,).

    Args:
        law: of the year.
        above_cap: in-catalogue cost the basic scheme no longer shares, yuan.
        used: what the supplement has paid this year, yuan.

    Source: place rules; share and limit are assumed.
    """
    left = np.maximum(law.number("medical.employee.supplement_cap") - used, 0.0)
    return np.minimum(law.number("medical.employee.supplement_share") * above_cap, left)


def resident_waiting_months(
    law: YearLaw, years_missed: Years, bought_back: Years, is_late: Flag
) -> Months:
    """Months at the start of a year without cover in the resident scheme, shape (n,).

    0 if paid in time without a gap, 3 if only late; else 3 + missed − bought back, never below 3
    nor below 6 once four years were missed. Lateness on top of missed years adds nothing.

    Source: State Council Office [2024] No. 38.
    """
    fixed = law.number("medical.wait.fixed")
    missed = np.maximum(years_missed - np.maximum(bought_back, 0), 0)
    lapsed = fixed + law.number("medical.wait.per_missed_year") * missed
    is_long = years_missed >= law.number("medical.wait.long_lapse_years")
    lapsed = np.where(is_long, np.maximum(lapsed, law.number("medical.wait.long_lapse")), lapsed)
    return np.asarray(np.where(years_missed > 0, lapsed, np.where(is_late, fixed, 0.0)))


def price_of_missed_years(law: YearLaw, years: Years) -> Yuan:
    """What buying missed resident years back costs, yuan: each at the present own fee.

    Source: State Council Office [2024] No. 38.
    """
    return np.asarray(years * law.number("medical.resident.fee"))


def has_switching_grace(law: YearLaw, months_insured: Months, months_broken: Months) -> Flag:
    """Whether going over to the other medical scheme brings no wait, shape (n,).

    After two insured years and a break of three months at most, which is then paid for.

    Args:
        law: of the year.
        months_insured: in a row under either scheme before the break.
        months_broken: without any cover.

    Source: interim rules on moving basic medical insurance, 2021.
    """
    is_long = months_insured >= law.number("medical.wait.grace_insured")
    return np.asarray(is_long & (months_broken <= law.number("medical.wait.grace")))


def employee_waiting_months(
    law: YearLaw, entry_wait: Months, months_uncovered: Months, is_contract: ArrayLike = False
) -> Months:
    """Months before employee cover begins: the place's entry wait, none after a short break.

    It is for flexible workers; whom an employer enrols does not wait. Coming from the other scheme
    without a break is ``months_uncovered`` 0.

    Args:
        law: of the year.
        entry_wait: of the place of insurance, shape (n,).
        months_uncovered: months since any medical cover ended; large if there never was one.
        is_contract: whether an employer enrols.
    """
    is_short = months_uncovered <= law.number("medical.wait.grace")
    return np.asarray(np.where(np.logical_or(is_short, is_contract), 0.0, entry_wait))


def months_short_for_free_cover(law: YearLaw, sex: Code, employee_months: Months) -> Months:
    """Months missing for free employee medical cover in retirement, shape (n,); 0 has it.

    Men 30 years, women 25. What is missing can be bought at the monthly price.
    """
    men, women = (law.number(f"medical.employee.free_years_{each}") for each in ("men", "women"))
    return np.maximum(np.where(sex == Sex.MALE, men, women) * 12 - employee_months, 0.0)


def has_free_cover(law: YearLaw, sex: Code, employee_months: Months) -> Flag:
    """Whether employee medical cover in retirement is free."""
    return np.asarray(months_short_for_free_cover(law, sex, employee_months) <= 0)


def outpatient_cost(law: YearLaw, age: Years) -> Yuan:
    """Usual outpatient cost of a year at an age, list price, yuan, shape (n,)."""
    return law.table("outpatient_cost").at(age) * law.medical_price_level
