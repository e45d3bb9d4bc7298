"""A year while it is being lived: what is open, what has been answered, what months hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np

from game.core.arrays import Code, Flag, Number, Rate, Small, Yuan
from game.core.chance import Chance, Words
from game.core.life import Lives, Plan

MONTHS = 12
CLOCK = np.arange(MONTHS)[:, None]
"""The months of a year, shape (12, 1)."""
STOPS_A_YEAR = 2


class Stage(IntEnum):
    """The rounds of a year in their order."""

    CROSSROAD = 0
    """Round 1: a certain event, if one is due."""
    PLAN = 1
    """Round 1: the standing plan, asked for or opened."""
    FIRST = 2
    """Round 2: the first event that stops."""
    SECOND = 3
    """Round 3: the second, or what the first one triggered."""
    DONE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Months:
    """The year month by month, shape (12, n): the plan in force and what bears on the purse."""

    pension: Code
    base: Rate
    medical: Code
    income: Rate
    """Factor on income."""
    spending: Yuan
    """Added to spending."""
    contribution: Rate
    """Factor on the plan's contributions."""
    contract: Flag
    """Under a contract, where the law decides and the employer pays its part."""
    absence: Code
    """Codes of ``Absence``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BillEntry:
    """Medical bills of one event, at most one for a life; amount 0 where it was not met."""

    event: int
    amount: Yuan
    month: Code
    cause: int
    liable: Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """One event applied: the month and the choice taken, −1 where a life did not meet it."""

    event: int
    is_met: Flag
    month: Small
    choice: Small


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """The open year of lives. Frozen: every answer makes a new one."""

    lives: Lives
    """As the answers so far have left them."""
    opened: Lives
    """As they stood at the open, claims settled."""
    chance: Chance
    luck: Words
    """What ``Chance.of_year`` has mixed, shape (n,)."""
    draws: Number
    """Uniforms of the engine's own streams, shape (``World.own_streams``, n)."""
    stage: Stage
    offered: Code
    """Event before each life now, −1 where none."""
    queue: Code
    """Events that will stop, shape (2, n)."""
    triggered: Code
    months: Months
    paid: Yuan
    gained: Yuan
    private_paid_out: Yuan
    """Private pension account paid into the purse on this birthday."""
    years_bought: Yuan
    """Paid out of the purse on this birthday for missing pension and medical months."""
    is_uneven: Flag
    """Whether plan or price change inside the year."""
    refused: Flag
    """Treatment advised was not taken for want of money."""
    bills: tuple[BillEntry, ...]
    met: tuple[Met, ...]
    lost: Mapping[int, Number]
    """Months of work each event has cost this year, by event."""
    values: Mapping[tuple[int, str], Number]
    """What events drew when they opened, by event and name."""
    fresh: frozenset[str] = frozenset()
    """Paths of arrays that were copied in this year: whoever drops the year may write to them."""
    ends: Mapping[str, Flag] = field(default_factory=dict)
    """What the author has ended for whom: ``life`` at the close, ``work`` for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What each life answers: a choice for its event (−1: the default), and perhaps a new plan."""

    choice: Code | None = None
    plan: Plan | None = None
