"""Step 9 of the year: medical bills at their month, and who pays them in law's order."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from game.core.arrays import (
    Code,
    Flag,
    Rate,
    Yuan,
    any_of,
    columns,
    field_names,
    indices_of,
    some,
    to_fen,
    total,
)
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


def nothing_paid(size: int) -> BillsPaid:
    """No bill at all."""
    return BillsPaid(**{name: np.zeros(size) for name in field_names(BillsPaid)})


def settle_bills(
    world: World, year: Year, figures: Figures, is_covered: Flag, is_assisted: Flag
) -> HealthBills:
    """Every bill in its turn, then the year's outpatient care, in law's order of payers.

    Args:
        world: the scenario.
        year: with its bills.
        figures: of the year.
        is_covered: medical cover by month, shape (12, n).
        is_assisted: passes the means test of medical assistance.
    """
    scheme = _scheme(year)
    pile = _Pile.of(year)
    pile.settle(world, year, figures, scheme, is_covered, is_assisted)
    return HealthBills(
        list=pile.list,
        hospital=pile.hospital,
        outpatient=_outpatient(world, year, figures, scheme, is_covered, is_assisted),
        lost_income_paid=_lost_income_paid(world, year, figures, pile),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pile:
    """All bills of a year one after another, shape (bills,); settled in place.

    A life's second bill counts on what its first has used up, so bills are settled turn by turn:
    everybody's first ones at once, then the second ones.
    """

    entries: tuple[BillEntry, ...]
    ends: tuple[int, ...]
    """Where the bills of each entry end."""
    which: Code
    """Whose bill."""
    turn: Code
    """How many earlier bills that life has had this year."""
    amount: Yuan
    month: Code
    liable: Rate
    cause: Code
    is_covered: Flag
    on_order: Flag
    paid: BillsPaid
    hospital: BillsPaid
    """The bills of the year of each life, shape (n,)."""

    @classmethod
    def of(cls, year: Year) -> _Pile:
        """Nothing settled yet."""
        size, alive = year.lives.size, year.lives.is_alive
        seen = np.zeros(size, dtype=np.int64)
        entries, lives, turns = [], [], []
        for entry in year.bills:
            which = indices_of((entry.amount > 0) & alive)
            if which.size:
                entries.append(entry)
                lives.append(which)
                turns.append(seen[which])
                seen[which] += 1
        counts = [len(which) for which in lives]
        pairs = list(zip(entries, lives, strict=True))
        count = sum(counts)
        return cls(
            entries=tuple(entries),
            ends=tuple(accumulate(counts)),
            which=_joined(lives, np.int64),
            turn=_joined(turns, np.int64),
            amount=_joined([entry.amount[which] for entry, which in pairs], np.float64),
            month=_joined([entry.month[which] for entry, which in pairs], np.int64),
            liable=_joined([entry.liable[which] for entry, which in pairs], np.float64),
            cause=np.repeat(np.array([entry.cause for entry in entries], dtype=np.int64), counts),
            is_covered=np.zeros(count, dtype=bool),
            on_order=np.zeros(count, dtype=bool),
            paid=nothing_paid(count),
            hospital=nothing_paid(size),
        )

    def settle(
        self,
        world: World,
        year: Year,
        figures: Figures,
        scheme: Code,
        is_covered: Flag,
        is_assisted: Flag,
    ) -> None:
        """Every bill in its turn."""
        size = year.lives.size
        counted, by_fund = np.zeros(size), np.zeros(size)
        for turn in range(int(self.turn.max(initial=-1)) + 1):
            at = indices_of(self.turn == turn)
            which, month = self.which[at], self.month[at]
            self.is_covered[at] = is_covered[month, which]
            parts = self._parts(
                world,
                year,
                figures,
                at,
                scheme[month, which],
                is_assisted=is_assisted[which],
                counted_before=counted[which],
                fund_before=by_fund[which],
            )
            counted[which] += parts.counted
            by_fund[which] += parts.by_fund
            paid = _split(self.amount[at], parts)
            for name in field_names(BillsPaid):
                amount = getattr(paid, name)
                getattr(self.paid, name)[at] = amount
                getattr(self.hospital, name)[which] += amount

    def _parts(
        self,
        world: World,
        year: Year,
        figures: Figures,
        at: Code,
        scheme: Code,
        *,
        is_assisted: Flag,
        counted_before: Yuan,
        fund_before: Yuan,
    ) -> Settlement:
        """Who pays the bills ``at`` these positions, no two of one life."""
        cause, amount, covered = self.cause[at], self.amount[at], self.is_covered[at]
        lives = some(year.lives, self.which[at])
        by_order = cause == Cause.ORDER
        if any_of(by_order):
            kind, places = world.injury_kind[lives.job], world.scenario.places
            month = self.month[at] + 1
            in_force = is_injury_covered(figures.law, places, lives.place, kind, month)
            self.on_order[at] = by_order & in_force
        parts = _settle(
            world,
            lives,
            figures,
            amount,
            scheme,
            covered,
            is_injury_covered=self.on_order[at],
            third_party_share=self.liable[at],
            is_assisted=is_assisted,
            counted_before=counted_before,
            fund_before=fund_before,
            cover=lives.cover,
            is_urgent=by_order | (cause == Cause.ROAD),
        )
        by_birth = cause == Cause.DELIVERY
        if not any_of(by_birth):
            return parts
        births = _delivery(figures, amount, scheme, covered)
        pairs = zip(births, parts, strict=True)
        return Settlement(*(np.where(by_birth, birth, other) for birth, other in pairs))

    @property
    def list(self) -> tuple[BillRecord, ...]:
        """The bills of each event."""
        starts = (0, *self.ends)
        parts = [slice(*pair) for pair in pairwise(starts)]
        return tuple(
            BillRecord(
                event=entry.event,
                which=self.which[part],
                month=self.month[part],
                paid=columns(self.paid, part),
                is_covered=self.is_covered[part],
            )
            for entry, part in zip(self.entries, parts, strict=True)
        )


def _joined(parts: list[NDArray[Any]], kind: type) -> NDArray[Any]:
    return np.concatenate(parts) if parts else np.zeros(0, dtype=kind)


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


def _split(bill: Yuan, parts: Settlement) -> BillsPaid:
    """A bill and its payers in whole fen; what rounding leaves is one's own."""
    whole, others = to_fen(bill), np.empty((len(OTHERS), len(bill)))
    for row, name in enumerate(OTHERS):
        others[row] = getattr(parts, name)
    others = to_fen(others)
    payers = dict(zip(OTHERS, others, strict=True))
    return BillsPaid(total=whole, **payers, own=to_fen(whole - total(others)))


def _scheme(year: Year) -> Code:
    """Medical scheme by month, shape (12, n)."""
    free = year.lives.rights.has_free_medical
    return np.where(free, EMPLOYEE, year.months.medical)


def _lost_income_paid(world: World, year: Year, figures: Figures, pile: _Pile) -> Yuan:
    """Cash of injury cover for the months not worked after accidents on orders."""
    paid = np.zeros(year.lives.size)
    if any_of(pile.on_order):
        for entry, (first, end) in zip(pile.entries, pairwise((0, *pile.ends)), strict=True):
            injured = pile.which[first:end][pile.on_order[first:end]]
            if injured.size:
                paid[injured] += _lost_income(world, year, figures, entry.event, injured)
    return paid


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
    lives: Lives,
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
    is_urgent: ArrayLike = False,
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
