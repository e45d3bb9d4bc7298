"""A birth: the allowance in place of the wage, and the bill of the delivery."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.life import Scheme
from game.rules.law import Law, YearLaw
from game.rules.maternity import delivery_paid, maternity_allowance

from .places import BEIJING, ELSEWHERE, HANGZHOU, HENAN_COUNTY


def test_the_allowance_of_ninety_eight_days(now: YearLaw) -> None:
    """8,000 ÷ 30 · 98 = 26,133, near the published mean of 26,000; Zhejiang's floor 16,288."""
    paid = maternity_allowance(now, np.array([8000.0, 4986, 8000]), np.array([True, True, False]))
    assert paid == pytest.approx([26_133.33, 16_287.6, 0], abs=0.01)


def test_flexible_workers_have_it_where_it_was_read_that_they_do(now: YearLaw) -> None:
    places = [HANGZHOU, BEIJING, HENAN_COUNTY, ELSEWHERE]
    assert now.by_place("flexible_maternity", places).tolist() == [1, 0, 0, 0]
    _, read = now.source("zhejiang.flexible_maternity")
    _, taken = now.source("china.flexible_maternity")
    assert (read, taken) == ("official", "assumed")


def test_who_pays_for_a_delivery(law: Law) -> None:
    """6,000 in the catalogue: all in the employee scheme from 2026, 3,000 in the resident one."""
    scheme = np.array([Scheme.EMPLOYEE, Scheme.RESIDENT, Scheme.NONE, Scheme.EMPLOYEE])
    is_covered = np.array([True, True, True, False])
    bill = np.full(4, 6000.0)
    assert delivery_paid(law.year(2026), bill, scheme, is_covered).tolist() == [6000, 3000, 0, 0]
    before = delivery_paid(law.year(2025), bill, scheme, is_covered)
    assert before[0] == pytest.approx(0.85 * 6000)


def test_the_lump_sum_never_tops_the_bill(now: YearLaw) -> None:
    paid = delivery_paid(now, np.array([2000.0]), np.array([Scheme.RESIDENT]), np.array([True]))
    assert paid.tolist() == [2000]
