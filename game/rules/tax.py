"""Income tax of a year, and what a private pension account changes in it."""

from __future__ import annotations

import numpy as np

from game.core.arrays import Flag, Yuan
from game.rules.law import YearLaw
from game.rules.table import Table


def _on_bands(bands: Table, taxable: Yuan) -> Yuan:
    """Tax of a yearly amount: each band's rate on the part of it inside the band."""
    tax = bands.heights[0] * taxable
    for lower, step in zip(bands.nodes[1:], np.diff(bands.heights), strict=True):
        tax = tax + step * np.maximum(taxable - lower, 0.0)
    return np.asarray(tax)


def income_tax(
    law: YearLaw,
    income: Yuan,
    contributions: Yuan,
    private_pension: Yuan | float = 0.0,
    is_labour_pay: Flag | bool = True,
) -> Yuan:
    """Tax of a year's work, yuan a year, shape (n,).

    Labour pay first loses a fifth for expenses; then the allowance, social insurance contributions
    and payments into a private pension account (up to its limit) are taken off.

    Args:
        law: of the year.
        income: of work, yuan a year.
        contributions: own social insurance contributions of the year.
        private_pension: paid into a private pension account this year.
        is_labour_pay: pay of a platform worker or streamer, not a wage under a contract.

    Source: Individual Income Tax Law; Ministry of Finance [2024] No. 21.
    """
    expenses = np.where(is_labour_pay, law.number("tax.labour_expense_share"), 0.0)
    private = np.minimum(private_pension, law.number("private_pension.limit"))
    deducted = law.number("tax.allowance") + contributions + private
    taxable = np.maximum(income * (1 - expenses) - deducted, 0.0)
    return _on_bands(law.table("tax_bands"), taxable)


def private_pension_payment(law: YearLaw, wanted: Yuan, is_in_basic_pension: Flag) -> Yuan:
    """What may be paid into a private pension account 个人养老金, yuan a year, shape (n,).

    Only by who is in the employee or resident pension, and up to the yearly limit.

    Source: State Council Office [2022] No. 7.
    """
    return np.where(is_in_basic_pension, np.minimum(wanted, law.number("private_pension.limit")), 0)


def private_pension_withdrawal_tax(law: YearLaw, amount: Yuan) -> Yuan:
    """Tax on what is drawn from a private pension account, yuan."""
    return amount * law.number("private_pension.withdrawal_tax")
