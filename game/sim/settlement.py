"""Who pays one medical bill of a life: the place, share and cap of its scheme, then law's order."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from game.core.arrays import Code, Flag, Rate, Yuan, field_names, to_fen, total
from game.core.life import EMPLOYEE, RESIDENT, Cover, Lives
from game.rules.maternity import delivery_paid
from game.rules.medical import Settlement, hospital_share, settle_bill
from game.sim.figures import Figures
from game.sim.record import BillsPaid
from game.sim.social_security.cover import bonus_of_cap
from game.sim.world import World

OTHERS = ("injury", "third_party", "basic", "critical_illness", "assistance")
"""Who pays before oneself, in law's order."""


def nothing_paid(size: int) -> BillsPaid:
    """No bill at all."""
    return BillsPaid(**{name: np.zeros(size) for name in field_names(BillsPaid)})


def settled(
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


def delivery_settled(figures: Figures, bill: Yuan, scheme: Code, is_covered: Flag) -> Settlement:
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


def split(bill: Yuan, parts: Settlement) -> BillsPaid:
    """A bill and its payers in whole fen; what rounding leaves is one's own."""
    whole, others = to_fen(bill), np.empty((len(OTHERS), len(bill)))
    for row, name in enumerate(OTHERS):
        others[row] = getattr(parts, name)
    others = to_fen(others)
    payers = dict(zip(OTHERS, others, strict=True))
    return BillsPaid(total=whole, **payers, own=to_fen(whole - total(others)))
