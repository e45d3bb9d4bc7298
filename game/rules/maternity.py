"""A birth: the maternity allowance 生育津贴, and who pays the bill of the delivery."""

from __future__ import annotations

import numpy as np

from game.core.arrays import Code, Flag, Number, Yuan
from game.core.life import EMPLOYEE, RESIDENT
from game.rules.law import YearLaw

DAYS_A_MONTH = 30.0


def maternity_allowance(law: YearLaw, base: Yuan, is_insured: Flag) -> Yuan:
    """Allowance in place of the wage for one birth, yuan in all, shape (n,): base ÷ 30 × days.

    Args:
        law: of the year.
        base: contribution base, yuan a month.
        is_insured: under a contract, or a flexible worker of the employee medical scheme where
            the place insures them (``flexible_maternity``) and enough months are paid.

    Source: Special Rules on the Labour Protection of Female Employees, Articles 7 and 8.
    """
    return np.where(is_insured, base / DAYS_A_MONTH * law.number("maternity.days"), 0.0)


def delivery_paid(
    law: YearLaw, bill_in_catalogue: Yuan, scheme: Code | Number, is_covered: Flag
) -> Yuan:
    """What insurance pays of the in-catalogue bill of a delivery, yuan, shape (n,).

    Employee scheme: all of it from 2026 on; resident scheme: up to a lump sum.

    Args:
        law: of the year.
        bill_in_catalogue: yuan.
        scheme: medical scheme, codes of ``Scheme``.
        is_covered: whether it is in force in the month of the birth.

    Source: National Healthcare Security Administration, announced target for 2026.
    """
    employee = law.number("maternity.delivery_share") * bill_in_catalogue
    resident = np.minimum(law.number("maternity.resident_delivery"), bill_in_catalogue)
    paid = np.where(scheme == EMPLOYEE, employee, np.where(scheme == RESIDENT, resident, 0.0))
    return np.where(is_covered, paid, 0.0)
