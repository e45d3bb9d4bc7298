"""One life alone is its column among many: every formula is elementwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
import pytest
from numpy.typing import NDArray

from game.rules.contract import contract_base, contract_contributions, sick_pay
from game.rules.contributions import contribution_base, resident_pension
from game.rules.heirs import survivors_months
from game.rules.invalidity import disability_allowance
from game.rules.law import YearLaw
from game.rules.maternity import delivery_paid, maternity_allowance
from game.rules.medical import hospital_share, settle_bill, yearly_cap
from game.rules.pension import (
    annuity_divisor,
    earned_pension,
    is_temporary_account,
    pension_place,
)
from game.rules.retirement import statutory_age
from game.rules.tax import income_tax
from game.rules.unemployment import unemployment_benefit, unemployment_months
from tests.law.places import BEIJING, HANGZHOU, SHANGHAI
from tests.law.reading import read_law

SIZE = 64
Formula: TypeAlias = Callable[[YearLaw, NDArray[np.float64]], NDArray[np.float64]]


def _base(law: YearLaw, u: NDArray[np.float64]) -> NDArray[np.float64]:
    wage = 8000 + 1000 * u[1]
    return contribution_base(law, 3 * u[0], wage, 0.6 * wage, 3 * wage)


def _resident(law: YearLaw, u: NDArray[np.float64]) -> NDArray[np.float64]:
    place = (u[0] * 3).astype(np.int64)
    return resident_pension(law, 8000 * u[1], place, [HANGZHOU, BEIJING, SHANGHAI]).to_account


def _bill(law: YearLaw, u: NDArray[np.float64]) -> NDArray[np.float64]:
    scheme = (u[0] * 3).astype(np.int64)
    income, wage = 40000 + 9000 * u[1], 8000 + 900 * u[2]
    return settle_bill(
        law,
        bill=3e6 * u[3] ** 2,
        scheme=scheme,
        is_covered=u[4] < 0.8,
        share=hospital_share(law, scheme, u[5] < 0.5),
        cap=yearly_cap(law, scheme, income, wage),
        disposable_income=income,
        catalogue_share=u[6],
        is_injury_covered=u[7] < 0.2,
        third_party_share=u[1],
        is_assisted=u[2] < 0.3,
        counted_before=3e4 * u[4],
    ).own


def _pension(law: YearLaw, u: NDArray[np.float64]) -> NDArray[np.float64]:
    divisor = annuity_divisor(law.table("annuity_divisor"), np.floor(600 + 200 * u[0]))
    return earned_pension(law, 9000 * u[1], u[2], 480 * u[3], 1e5 * u[4], divisor)


def _place(law: YearLaw, u: NDArray[np.float64]) -> NDArray[np.float64]:
    last = np.argsort(u[3:6], axis=0)
    home = (u[6] * 3).astype(np.int64)
    return pension_place(law, 200 * u[:3], last, home).astype(np.float64)


def _age(law: YearLaw, u: NDArray[np.float64]) -> NDArray[np.float64]:
    track, month = (u[0] * 3).astype(np.int64), 1 + (u[1] * 12).astype(np.int64)
    return statutory_age(law, track, 1960 + (u[2] * 50).astype(np.int64), month)


def _survivors(law: YearLaw, u: NDArray[np.float64]) -> NDArray[np.float64]:
    return survivors_months(law, np.floor(480 * u[0]), u[1] < 0.5, 20 * u[2])


def _tax(law: YearLaw, u: NDArray[np.float64]) -> NDArray[np.float64]:
    return income_tax(law, 2e6 * u[0] ** 3, 2e4 * u[1], 2e4 * u[2], u[3] < 0.5)


def _contract(law: YearLaw, u: NDArray[np.float64]) -> NDArray[np.float64]:
    base = contract_base(40000 * u[0], 5000 + 0 * u[0], 25000 + 0 * u[0])
    month = contract_contributions(law, base, 0.02 * u[1], 0.09 * u[2])
    return month.worker.total + month.employer.total + month.to_pool


def _out_of_work(law: YearLaw, u: NDArray[np.float64]) -> NDArray[np.float64]:
    least = 2000 + 900 * u[1]
    months = unemployment_months(law, np.floor(240 * u[0]))
    return months * unemployment_benefit(law, least) + sick_pay(law, 9000 * u[2], least)


def _birth(law: YearLaw, u: NDArray[np.float64]) -> NDArray[np.float64]:
    scheme = (u[0] * 3).astype(np.int64)
    bill = delivery_paid(law, 9000 * u[1], scheme, u[2] < 0.8)
    return maternity_allowance(law, 9000 * u[3], u[4] < 0.5) + bill


def _disability(law: YearLaw, u: NDArray[np.float64]) -> NDArray[np.float64]:
    allowance = disability_allowance(
        law,
        paid_months=np.floor(400 * u[0]),
        needed_months=240 + 0 * u[0],
        months_to_age=np.floor(400 * u[1]),
        basic=2000 * u[2],
        account_part=2000 * u[3],
    )
    return allowance.amount * allowance.months


def _temporary(law: YearLaw, u: NDArray[np.float64]) -> NDArray[np.float64]:
    sex, age = (u[0] * 2).astype(np.int64), np.floor(30 + 30 * u[1])
    return is_temporary_account(law, sex, age, u[2] < 0.3, u[3] < 0.3).astype(np.float64)


FORMULAS: list[Formula] = [
    _base,
    _resident,
    _bill,
    _pension,
    _place,
    _age,
    _survivors,
    _tax,
    _contract,
    _out_of_work,
    _birth,
    _disability,
    _temporary,
]


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_life_alone_is_its_column_among_many(formula: Formula) -> None:
    law = read_law(2026).year(2026)
    uniforms = np.random.default_rng(5).random((8, SIZE))
    together = formula(law, uniforms)
    alone = [formula(law, uniforms[:, [column]])[0] for column in range(SIZE)]
    assert together.shape == (SIZE,)
    assert together.tolist() == alone
    assert len(set(alone)) > 1
