"""Step 8 of the year: medical cover by month, with its waiting periods."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import (
    Code,
    Flag,
    Months,
    Years,
    Yuan,
    any_of,
    changed,
    columns,
    held,
    indices_of,
)
from game.core.life import EMPLOYEE, NO_SCHEME, RESIDENT, Cover
from game.rules.law import YearLaw
from game.rules.medical import (
    cap_bonus,
    employee_waiting_months,
    has_switching_grace,
    resident_waiting_months,
)
from game.sim.figures import Figures
from game.sim.social_security.buying import missed_years
from game.sim.social_security.contributions import Contributions
from game.sim.year import MONTHS, Year


def medical_cover(year: Year, figures: Figures, paid: Contributions) -> tuple[Flag, Cover]:
    """Months in force, shape (12, n), and where cover stands at the end of the year."""
    lives = year.lives
    scheme = np.where(paid.is_medical_paid, year.months.medical, NO_SCHEME)
    scheme = np.where(lives.rights.has_free_medical, EMPLOYEE, scheme)
    before = lives.cover
    first, is_steady = scheme[0], (scheme == scheme[0]).all(axis=0)
    is_quiet = is_steady & np.where(
        first == NO_SCHEME,
        True,
        (first == before.scheme) & (before.wait == 0) & (before.broken == 0),
    )
    is_covered = (scheme != NO_SCHEME) & is_quiet
    broken = np.where(first == NO_SCHEME, before.broken + MONTHS, 0.0)
    after = Cover(
        scheme=np.where(first == NO_SCHEME, before.scheme, first),
        wait=np.zeros(lives.size),
        broken=broken,
        months_insured=np.where(first == NO_SCHEME, 0.0, before.months_insured + MONTHS),
        years_resident=_years_in_a_row(before, scheme),
        years_without_claim=before.years_without_claim,
    )
    moving = indices_of(~is_quiet)
    if moving.size:
        bought = np.where(paid.bought_back > 0, missed_years(before.broken), 0.0)
        walk = _Walk(
            figures=figures,
            before=columns(before, moving),
            place=lives.place[moving],
            scheme=scheme[:, moving],
            contract=year.months.contract[:, moving],
            bought_back=bought[moving],
        )
        is_covered[:, moving], end = walk.months()
        after = _put(after, moving, end)
    return is_covered, after


def _years_in_a_row(before: Cover, scheme: Code) -> NDArray[np.float64]:
    is_resident = (scheme == RESIDENT).all(axis=0)
    return np.where(is_resident, before.years_resident + 1, 0.0)


def years_without_claim(before: Cover, after: Cover, by_fund: Yuan, cap: Yuan) -> Years:
    """Whole resident years in which the fund paid for no hospital stay; they outlast a lapse.

    A year in which the fund paid more than its cap, so that the bonus was used, clears them.
    Outpatient care is a mean amount everybody has, so it is no claim here.

    Args:
        before: cover at the open.
        after: cover at the close.
        by_fund: paid for hospital stays by the basic scheme and critical-illness insurance, yuan.
        cap: yearly cap without any bonus, yuan.

    Source: State Council Office [2024] No. 38.
    """
    is_resident = after.years_resident > 0
    years = before.years_without_claim + (is_resident & (by_fund <= 0))
    return np.where(is_resident & (by_fund > cap), 0.0, years)


def bonus_of_cap(law: YearLaw, cover: Cover, cap: Yuan) -> Yuan:
    """What faithful years, this one included, and years without a claim add to the resident cap.

    Years in a row count from the year the rule came into force.
    """
    since = law.year - law.number("medical.bonus_from_year") + 1
    in_a_row = held(cover.years_resident + 1, 0.0, max(since, 0.0))
    return cap_bonus(law, in_a_row, cover.years_without_claim, cap)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Walk:
    """The lives whose cover starts, stops, switches or waits, month by month."""

    figures: Figures
    before: Cover
    place: Code
    scheme: Code
    """Shape (12, n)."""
    contract: Flag
    """Enrolled by an employer, shape (12, n)."""
    bought_back: Years

    def months(self) -> tuple[Flag, Cover]:
        """Months in force, shape (12, n), and cover at the end."""
        cover = self.before
        covered = np.zeros(self.scheme.shape, dtype=bool)
        grace = self.figures.law.number("medical.wait.grace")
        for month in range(MONTHS):
            now = self.scheme[month]
            is_in = now != NO_SCHEME
            wait, begins = cover.wait, _begins(now, cover)
            if any_of(begins):
                entry = entry_wait(
                    self.figures, self.place, now, cover, self.bought_back, self.contract[month]
                )
                wait = np.where(begins, entry, wait)
            covered[month] = is_in & (wait <= 0)
            lapsed = np.where(cover.broken + 1 > grace, 0.0, cover.months_insured)
            cover = changed(
                cover,
                scheme=np.where(is_in, now, cover.scheme),
                wait=np.where(is_in, np.maximum(wait - 1, 0.0), 0.0),
                broken=np.where(is_in, 0.0, cover.broken + 1),
                months_insured=np.where(is_in, cover.months_insured + 1, lapsed),
            )
        return covered, cover


def _begins(now: Code, cover: Cover) -> Flag:
    """Whether cover starts, comes back or switches this month."""
    return np.asarray((now != NO_SCHEME) & ((cover.broken > 0) | (now != cover.scheme)))


def entry_wait(
    figures: Figures, place: Code, now: Code, cover: Cover, bought_back: Years, contract: Flag
) -> Months:
    """Waiting months of those who begin, come back or switch this month, shape (n,).

    A wait still running is not cut short by switching, unless an employer enrols.

    Args:
        figures: of the year.
        place: lived in.
        now: scheme of this month.
        cover: as it stood the month before.
        bought_back: missed resident years bought back.
        contract: enrolled by an employer.
    """
    law, employee, broken = figures.law, figures.employee_entry_wait[place], cover.broken
    late = broken > law.number("medical.wait.grace")
    resident = resident_waiting_months(law, missed_years(broken), bought_back, late)
    by_rule = employee_waiting_months(law, employee, broken, contract)
    back = np.where(now == EMPLOYEE, by_rule, resident)
    is_switch = (now != cover.scheme) & (now == EMPLOYEE) & ~contract
    is_graced = has_switching_grace(law, cover.months_insured, broken)
    switch = np.where(is_switch & ~is_graced, employee, 0.0)
    running = np.where(contract, 0.0, cover.wait)
    return np.where(broken > 0, np.maximum(back, switch), np.maximum(switch, running))


def _put(cover: Cover, which: NDArray[Any], end: Cover) -> Cover:
    arrays = {}
    for name in ("scheme", "wait", "broken", "months_insured"):
        array = getattr(cover, name).copy()
        array[which] = getattr(end, name)
        arrays[name] = array
    return changed(cover, **arrays)
