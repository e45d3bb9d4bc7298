"""The first month of a pension plan that was not paid, and what was there instead of its price."""

from __future__ import annotations

from typing import Final

from game.core.life import Scheme
from game.core.text import Text, Value
from game.sim.record import Record
from game.sim.social_security.prices import monthly_prices
from game.sim.world import World
from game.sim.year import MONTHS, Year

A_MONTH: Final = Text(
    "first unpaid month: {month} (age {age}): a month costs {price:yuan}, {cash:yuan} was left at"
    " the end of that year",
    "第一个没缴上的月份：{month}（{age}岁）：每月要 {price:yuan}，那年年底手里剩 {cash:yuan}",
)
A_YEAR: Final = Text(
    "first unpaid year: {month} (age {age}): it costs {price:yuan}, {cash:yuan} was left",
    "第一个没缴上的年份：{month}（{age}岁）：全年要 {price:yuan}，年底手里剩 {cash:yuan}",
)


def first_unpaid(world: World, year: Year, record: Record) -> Text:
    """Which month it was.

    Months short of money are the last of a year; a resident year is paid at once or not at all.

    Args:
        world: the scenario.
        year: of one life, all answers given; months of its pension plan were missed in it.
        record: what it left behind.
    """
    lives, missed = year.lives, int(record.months_pension_gap[0])
    price = float(monthly_prices(lives, world.figures(lives.year)).pension[0])
    gaps: dict[str, Value] = {"age": str(int(record.age[0])), "cash": float(record.cash[0])}
    if lives.plan.pension[0] == Scheme.RESIDENT:
        return A_YEAR.filled({**gaps, "month": str(lives.year), "price": price * MONTHS})
    month = f"{lives.year}-{MONTHS + 1 - missed:02d}"
    return A_MONTH.filled({**gaps, "month": month, "price": price})
