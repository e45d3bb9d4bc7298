"""Step 9 of the year: medical bills at their month, and who pays them in law's order."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import ArrayLike, NDArray

from game.core.arrays import Code, Flag, Rate, Yuan, columns, to_fen
from game.core.life import EMPLOYEE, RESIDENT, Cause, Cover, Lives
from game.rules.injury import is_injury_covered, lost_income
from game.rules.maternity import delivery_paid
from game.rules.medical import (
    Settlement,
    hospital_share,
    outpatient_cost,
    outpatient_share,
    settle_bill,
)
from game.sim.figures import Figures
from game.sim.record import BillRecord, BillsPaid
from game.sim.social_security.cover import bonus_of_cap
from game.sim.world import World
from game.sim.year import MONTHS, BillEntry, Year

OTHERS = ("injury", "third_party", "basic", "critical_illness", "assistance")
"""Who pays before oneself, in law's order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthBills:
    """All bills of a year, settled."""

    list: tuple[BillRecord, ...]
    hospital: BillsPaid
    outpatient: BillsPaid
    lost_income_paid: Yuan


class _Book:
    """The year's bills so far, written into place for the few lives each of them meets."""

    def __init__(self, size: int) -> None:
        self.hospital = nothing_paid(size)
        self.counted, self.by_fund, self.lost = np.zeros(size), np.zeros(size), np.zeros(size)
        self.list: list[BillRecord] = []

    def enter(self, which: NDArray[np.int64], bill: BillRecord, parts: Settlement) -> None:
        """One event's bills."""
        for field in fields(BillsPaid):
            getattr(self.hospital, field.name)[which] += getattr(bill.paid, field.name)
        self.counted[which] += parts.counted
        self.by_fund[which] += parts.by_fund
        self.list.append(bill)


def nothing_paid(size: int) -> BillsPaid:
    """No bill at all."""
    return BillsPaid(**{field.name: np.zeros(size) for field in fields(BillsPaid)})


def settle_bills(
    world: World, year: Year, figures: Figures, is_covered: Flag, is_assisted: Flag
) -> HealthBills:
    """Every bill at its month, then the year's outpatient care, in law's order of payers.

    Args:
        world: the scenario.
        year: with its bills.
        figures: of the year.
        is_covered: medical cover by month, shape (12, n).
        is_assisted: passes the means test of medical assistance.
    """
    book = _Book(year.lives.size)
    scheme = _scheme(year)
    for entry in year.bills:
        which = np.flatnonzero((entry.amount > 0) & year.lives.is_alive)
        if which.size:
            _settle_entry(world, year, figures, entry, which, scheme, is_covered, is_assisted, book)
    return HealthBills(
        list=tuple(book.list),
        hospital=book.hospital,
        outpatient=_outpatient(world, year, figures, scheme, is_covered, is_assisted),
        lost_income_paid=book.lost,
    )


def _settle_entry(
    world: World,
    year: Year,
    figures: Figures,
    entry: BillEntry,
    which: NDArray[np.int64],
    scheme: Code,
    is_covered: Flag,
    is_assisted: Flag,
    book: _Book,
) -> None:
    """The bills of one event, for the lives it met."""
    lives, month = columns(_insured(year.lives), which), entry.month[which]
    cover = columns(year.lives.cover, which)
    on_order = np.zeros(len(which), dtype=bool)
    if entry.cause == Cause.ORDER:
        kind, places = world.injury_kind[lives.job], world.scenario.places
        on_order = is_injury_covered(figures.law, places, lives.place, kind, month + 1)
    covered, amount = is_covered[month, which], entry.amount[which]
    parts = _settle(
        world,
        lives,
        figures,
        amount,
        scheme[month, which],
        covered,
        is_injury_covered=on_order,
        third_party_share=entry.liable[which],
        is_assisted=is_assisted[which],
        counted_before=book.counted[which],
        fund_before=book.by_fund[which],
        cover=cover,
        is_urgent=entry.cause in (Cause.ORDER, Cause.ROAD),
    )
    if entry.cause == Cause.DELIVERY:
        parts = _delivery(figures, amount, scheme[month, which], covered)
    paid = _split(amount, parts)
    record = BillRecord(event=entry.event, which=which, month=month, paid=paid, is_covered=covered)
    book.enter(which, record, parts)
    injured = which[on_order]
    if injured.size:
        book.lost[injured] += _lost_income(world, year, figures, entry.event, injured)


def _delivery(figures: Figures, bill: Yuan, scheme: Code, is_covered: Flag) -> Settlement:
    """A birth in hospital: maternity cover of the medical scheme, then oneself."""
    law, nothing = figures.law, np.zeros(len(bill))
    basic = delivery_paid(law, bill * law.number("medical.catalogue_share"), scheme, is_covered)
    return Settlement(
        injury=nothing,
        third_party=nothing,
        basic=basic,
        critical_illness=nothing,
        assistance=nothing,
        own=bill - basic,
        counted=nothing,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Insured:
    """What a settlement looks at in a life."""

    profile: Code
    place: Code
    job: Code
    is_registered: Flag


def _insured(lives: Lives) -> _Insured:
    return _Insured(
        profile=lives.profile,
        place=lives.place,
        job=lives.job,
        is_registered=lives.is_registered,
    )


def _split(bill: Yuan, parts: Settlement) -> BillsPaid:
    """A bill and its payers in whole fen; what rounding leaves is one's own."""
    whole = to_fen(bill)
    others = {name: to_fen(np.broadcast_to(getattr(parts, name), bill.shape)) for name in OTHERS}
    paid = others["injury"] + others["third_party"] + others["basic"]
    paid = paid + others["critical_illness"] + others["assistance"]
    return BillsPaid(total=whole, **others, own=to_fen(whole - paid))


def _scheme(year: Year) -> Code:
    """Medical scheme by month, shape (12, n)."""
    free = year.lives.rights.has_free_medical
    return np.where(free, EMPLOYEE, year.months.medical)


def _lost_income(
    world: World, year: Year, figures: Figures, event: int, injured: NDArray[np.int64]
) -> Yuan:
    """Cash of injury cover for the months of work this accident has cost this year."""
    lives = year.lives
    job, age = lives.job[injured], lives.age[injured]
    usual = world.usual_income(job, age, lives.plan.pace[injured])
    lost = year.lost.get(event)
    months = np.zeros(len(injured)) if lost is None else np.maximum(lost[injured], 0.0)
    everyone = np.ones(len(injured), dtype=bool)
    return to_fen(lost_income(figures.law, usual, months, everyone))


def _settle(
    world: World,
    lives: Lives | _Insured,
    figures: Figures,
    bill: Yuan,
    scheme: Code,
    is_covered: Flag,
    *,
    share: Rate | None = None,
    is_injury_covered: ArrayLike = False,
    third_party_share: ArrayLike = 0.0,
    is_assisted: ArrayLike = False,
    counted_before: ArrayLike = 0.0,
    fund_before: ArrayLike = 0.0,
    cover: Cover | None = None,
    is_urgent: bool = False,
) -> Settlement:
    """Without ``cover``, for bills far below the cap, its bonus is left out."""
    hukou = world.hukou[lives.profile]
    is_at_home = (scheme == RESIDENT) & ~lives.is_registered
    place = np.where(is_at_home, hukou, lives.place)
    away = place != lives.place
    usual = hospital_share(figures.law, scheme, away, is_urgent)
    own_share = usual if share is None else share
    is_employee = scheme == EMPLOYEE
    cap = figures.resident_cap[place]
    if cover is not None:
        cap = cap + bonus_of_cap(figures.law, cover, cap)
    return settle_bill(
        figures.law,
        bill=bill,
        scheme=scheme,
        is_covered=is_covered,
        share=own_share,
        cap=np.where(is_employee, figures.employee_cap[place], cap),
        disposable_income=figures.disposable_income[place],
        catalogue_share=figures.law.number("medical.catalogue_share"),
        is_injury_covered=is_injury_covered,
        third_party_share=third_party_share,
        is_assisted=is_assisted,
        counted_before=counted_before,
        fund_before=fund_before,
    )


def _outpatient(
    world: World,
    year: Year,
    figures: Figures,
    by_month: Code,
    is_covered: Flag,
    is_assisted: Flag,
) -> BillsPaid:
    """The year's outpatient care by age; the fund pays for the share of months in force."""
    lives, scheme = year.lives, by_month[MONTHS - 1]
    cost = outpatient_cost(figures.law, lives.age.astype(float)) * figures.care_price[lives.place]
    bill = np.where(lives.is_alive, cost, 0.0)
    months = is_covered.sum(axis=0)
    share = outpatient_share(figures.law, scheme, lives.is_retired) * months / MONTHS
    parts = _settle(
        world, lives, figures, bill, scheme, months > 0, share=share, is_assisted=is_assisted
    )
    return _split(bill, parts)


def expected_fund_share(
    world: World, lives: Lives, figures: Figures, scheme: Code, bills: Yuan
) -> Rate:
    """Share of a usual hospital bill the fund would pay here, mean over bills of equal weight.

    Args:
        world: the scenario.
        lives: whose bill, shape (n,).
        figures: of the year.
        scheme: medical scheme in force, shape (n,).
        bills: amounts of the table, shape (nodes,).

    Returns:
        Rates 0–1 weighted by amount, shape (n,).
    """
    everyone = np.ones(lives.size, dtype=bool)
    by_fund = np.zeros(lives.size)
    for bill in bills:
        amount = np.full(lives.size, bill)
        by_fund = by_fund + _settle(world, lives, figures, amount, scheme, everyone).by_fund
    return np.asarray(by_fund / bills.sum())
