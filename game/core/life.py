"""A life is a column: the codes it is written in, and the frozen record of arrays that holds it."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Code, Flag, Months, Number, Points, Rate, Small, Years, Yuan


class Sex(IntEnum):
    """As in the law of retirement and the life table."""

    MALE = 0
    FEMALE = 1


class Scheme(IntEnum):
    """The three answers to each of the two voluntary insurances, pension and medical."""

    NONE = 0
    RESIDENT = 1
    EMPLOYEE = 2


# Looking up a member of an enumeration costs as much as an operation on a small array.
NO_SCHEME = int(Scheme.NONE)
RESIDENT = int(Scheme.RESIDENT)
EMPLOYEE = int(Scheme.EMPLOYEE)


class Work(IntEnum):
    """The five kinds of work."""

    ORDER = 0
    STREAM = 1
    STUDENT = 2
    CONTRACT = 3
    RETIRED = 4


class Absence(IntEnum):
    """Why no work is done in a month, where it is neither illness nor slack."""

    NONE = 0
    LEAVE = 1
    """The contract goes on: a maternity leave."""
    ENDED = 2
    """Between two contracts."""


class Cause(IntEnum):
    """What a medical bill comes from; it decides who is asked first."""

    ILLNESS = 0
    ORDER = 1
    ROAD = 2
    DELIVERY = 3


RIBS = (
    "medical",
    "sickness",
    "unemployment",
    "old_age",
    "injury",
    "family",
    "maternity",
    "invalidity",
    "survivors",
)
"""The nine branches of ILO C102, clockwise from the top of the umbrella."""

MAX_CHILDREN = 3
LASTING_SLOTS = 6
NO_CHILD = -1
NO_EVENT = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The standing plan, in force until changed."""

    pension: Code
    base: Rate
    """Share of the reference wage, 0.6–3."""
    tier: Yuan
    """Resident pension, yuan a year."""
    medical: Code
    private: Yuan
    """Private pension, yuan a year."""
    savings: Rate
    """Share of what is left that is saved."""
    pace: Rate
    """Hours as a share of the job's usual hours."""
    can_borrow: Flag
    claim_age: Years
    """Age at which the employee pension is claimed, if the months are there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """What has been paid in, and the pensions that came of it."""

    months_employee: Months
    months_gap: Months
    """Months a pension plan was in force but the money was not there."""
    months_unpaid: Months
    """Months at working age without any pension contribution."""
    index_sum: Number
    """Sum over the paid months of own base ÷ reference wage."""
    account_employee: Yuan
    months_resident: Months
    account_resident: Yuan
    account_private: Yuan
    months_by_place: Months
    """Months in the employee scheme by place, shape (places, n)."""
    last_paid_by_place: Months
    """Age in months when the employee scheme was last paid there, −1 never, shape (places, n)."""
    months_medical: Months
    """Months in the employee medical scheme."""
    pension_employee: Yuan
    """In payment, a month."""
    account_part: Yuan
    """The part of it that is drawn from the individual account while that lasts."""
    pension_resident: Yuan
    has_claimed: Flag
    """Whether the pension right has been settled, with or without a pension."""
    months_drawn: Months
    has_free_medical: Flag
    months_unemployment: Months
    """Months in unemployment insurance since it was last drawn or a contract last ended."""
    pension_disability: Yuan
    """Disability allowance in payment, a month."""
    months_disability: Months
    """Months for which it is still paid; 0 never granted, −1 run out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Where medical cover stands at the open of a year."""

    scheme: Code
    """Scheme of the last month."""
    wait: Months
    """Waiting months still to run."""
    broken: Months
    """Months since cover ended, 0 while insured."""
    months_insured: Months
    """Months insured in a row, in whichever scheme; short breaks do not end them."""
    years_resident: Years
    """Years in the resident scheme in a row."""
    years_without_claim: Years
    """Years in the resident scheme in which its fund paid for no hospital stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The people of a life."""

    has_partner: Flag
    child_age: Code
    """Shape (MAX_CHILDREN, n), −1 where there is none."""
    mother_age: Code
    """0 when she has died."""
    father_age: Code
    remittance: Yuan
    """Money promised home, a month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lasting:
    """Temporary factors and amounts still running, shape (LASTING_SLOTS, n)."""

    months: Months
    income: Rate
    """Factor on income, 1 where the slot is about something else."""
    spending: Yuan
    """Added to spending, a month."""
    contribution: Rate
    """Factor on the plan's contributions."""
    absence: Code
    """Codes of ``Absence``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What happened, shape (events, n) but for ``my``."""

    count: Small
    last_year: Small
    last_choice: Small
    due_year: Small
    """Year a ``later`` consequence is due, 0 where none is."""
    my: Number
    """Author state, shape (variables, n)."""
    knows: Flag
    """Goals met, shape (goals, n)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lives:
    """Lives at a birthday, as arrays of shape (n,): one life is n = 1, a study is millions."""

    year: int
    id: NDArray[np.uint64]
    profile: Code
    age: Code
    is_alive: Flag
    place: Code
    is_registered: Flag
    """Holds a residence permit where he lives, and may be insured there as a resident."""
    job: Code
    is_retired: Flag
    """Whether working life is over."""
    years_in_job: Years
    cash: Yuan
    debt: Yuan
    income: Yuan
    """A month, gross, mean of the last year lived."""
    spending: Yuan
    """A month, on oneself, mean of the last year lived."""
    health: Points
    wellbeing: Points
    platform_months: Flag
    """Whether income from a platform that subsidises pensions reached the place's lowest base, in
    each month of the last year, shape (12, n)."""
    buys_years: Flag
    """Buys the pension months missing at statutory age, once the money is there."""
    buys_medical_years: Flag
    """The same for the months missing for free medical cover in retirement."""
    buys_back: Flag
    """Buys missed years of the resident medical scheme back when joining it again."""
    is_moving_to_resident: Flag
    """Has asked for a record too short to be moved to the resident scheme."""
    is_disabled: Flag
    """Has lost all capacity to work."""
    asks_plan: Flag
    """The standing plan is to be put before him at the next occasion: a contract has ended."""
    plan: Plan
    rights: Rights
    cover: Cover
    family: Family
    lasting: Lasting
    memory: Memory

    @property
    def size(self) -> int:
        """How many lives."""
        return len(self.age)


def plain(record: Any) -> dict[str, Any]:
    """A record as nested dicts of lists, for a save file; ``restored`` is the way back."""

    out: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, np.ndarray):
            out[field.name] = value.tolist()
        elif is_dataclass(value):
            out[field.name] = plain(value)
        else:
            out[field.name] = value
    return out


def restored(like: Any, state: Any) -> Any:
    """A record of the shapes and types of ``like`` from ``plain`` values.

    Raises:
        ValueError: a field is missing or has another shape.
    """

    changed: dict[str, Any] = {}
    for field in fields(like):
        old = getattr(like, field.name)
        if not isinstance(state, dict) or field.name not in state:
            raise ValueError(field.name)
        value = state[field.name]
        if isinstance(old, np.ndarray):
            array = np.array(value, dtype=old.dtype)
            if array.size == 0 == old.size:
                array = array.reshape(old.shape)
            if array.shape != old.shape:
                raise ValueError(field.name)
            changed[field.name] = array
        elif is_dataclass(old):
            changed[field.name] = restored(old, value)
        else:
            changed[field.name] = type(old)(value)
    return replace(like, **changed)
