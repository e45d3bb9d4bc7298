"""What names an expression may use, of what kind they are, and which labels belong to a kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from game.core.life import Scheme, Sex
from game.rules.table import Table
from game.scenario.expression.kinds import (
    FLOW,
    JOB,
    MONEY,
    NUMBER,
    PLACE,
    POINTS,
    PROFILE,
    SCHEME,
    SEX,
    TIME,
    UNITS,
    YES_NO,
    Kind,
)

CORE_NAMES: Final[Mapping[str, Kind]] = {
    "age": TIME,
    "year": NUMBER,
    "month": NUMBER,
    "turn": NUMBER,
    "profile": PROFILE,
    "sex": SEX,
    "place": PLACE,
    "hukou": PLACE,
    "job": JOB,
    "student": YES_NO,
    "cash": MONEY,
    "debt": MONEY,
    "income": FLOW,
    "spending": FLOW,
    "health": POINTS,
    "wellbeing": POINTS,
    "pension": FLOW,
    "paid_years": TIME,
    "plan.pension": SCHEME,
    "plan.base": NUMBER,
    "plan.medical": SCHEME,
    "plan.private": FLOW,
    "plan.savings": NUMBER,
    "plan.pace": NUMBER,
    "plan.tier": FLOW,
    "years.employee": TIME,
    "years.resident": TIME,
    "years.unpaid": TIME,
    "years.medical": TIME,
    "years.in_job": TIME,
    "years.needed": TIME,
    "years.missing": TIME,
    "years.missing_medical": TIME,
    "price.years": MONEY,
    "price.medical_years": MONEY,
    "account.pension": MONEY,
    "place.rent": FLOW,
    "place.care": NUMBER,
    "claim_age": TIME,
    "retired": YES_NO,
    "alive": YES_NO,
    "covered.medical": YES_NO,
    "partner": YES_NO,
    "children": NUMBER,
    "mother": TIME,
    "father": TIME,
    "remittance": FLOW,
    "registered": YES_NO,
    "buy_years": YES_NO,
    "buy_medical_years": YES_NO,
    "buy_back": YES_NO,
    "to_resident": YES_NO,
    "disabled": YES_NO,
    "contract": YES_NO,
    "benefit.unemployment": FLOW,
    "benefit.maternity": MONEY,
    "benefit.disability": FLOW,
    "benefit.injury_disability": MONEY,
    "months.unemployment": TIME,
    "years.missed_medical": TIME,
    "price.missed_medical": MONEY,
}
"""Names of the engine. ``mother`` and ``father`` are ages, 0 when dead."""

CHANGEABLE: Final = frozenset(
    {
        "cash",
        "debt",
        "health",
        "wellbeing",
        "partner",
        "children",
        "remittance",
        "registered",
        "mother",
        "father",
        "claim_age",
        "buy_years",
        "buy_medical_years",
        "buy_back",
        "to_resident",
        "disabled",
    }
)
"""Core names ``add`` and ``set`` may change, beside ``my.*``."""

SCHEMES: Final[Mapping[str, int]] = {
    "none": Scheme.NONE,
    "resident": Scheme.RESIDENT,
    "employee": Scheme.EMPLOYEE,
}
SEXES: Final[Mapping[str, int]] = {"male": Sex.MALE, "female": Sex.FEMALE}

FUNCTIONS: Final[Mapping[str, tuple[int, int]]] = {
    "min": (2, 8),
    "max": (2, 8),
    "clip": (3, 3),
    "round": (1, 1),
    "if": (3, 3),
    "lookup": (2, 2),
    "seen": (1, 1),
    "chose": (1, 1),
    "since": (1, 1),
    "count": (1, 1),
    "contribution": (1, 2),
    "pension_if": (1, 1),
    "chance": (1, 1),
    "uniform": (2, 2),
    "lognormal": (2, 2),
}
"""Function → fewest and most arguments."""
DRAWS: Final = frozenset({"chance", "uniform", "lognormal"})
RESERVED: Final = frozenset({*CORE_NAMES, *FUNCTIONS, "none", "yes", "no", "and", "or", "not"})
"""Words no id may be."""

_LAW_UNITS: Final[Mapping[str, tuple[Kind, float]]] = {
    "%": (NUMBER, 1.0),
    "": (NUMBER, 1.0),
    **{unit: what for unit, what in UNITS.items() if unit != "%"},
}


def law_unit(unit: str) -> tuple[Kind, float]:
    """Kind of a number of law, and the factor from ``YearLaw.number`` to a ``Scope``'s units."""
    return _LAW_UNITS[unit]


def unit_or_name(word: str) -> tuple[Kind, float]:
    """Kind of what a table is read by: a unit, or a core name such as ``age``."""
    if word in CORE_NAMES:
        return CORE_NAMES[word], 1.0
    return _LAW_UNITS.get(word, (NUMBER, 1.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Everything a name in an expression may mean in one pack."""

    names: Mapping[str, Kind]
    scales: Mapping[str, float] = field(default_factory=dict)
    """Factor on what ``Scope.read`` gives, for parameters of law."""
    labels: Mapping[Kind, Mapping[str, int]] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)
    events: Mapping[str, int] = field(default_factory=dict)
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Event → ids of its choices."""
    kin: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Profile → those that extend it."""

    def with_value(self, name: str, kind: Kind) -> Vocabulary:
        """The same with one value of the event at hand."""
        return replace(self, names={**self.names, f"values.{name}": kind})

    def kind_of(self, name: str) -> Kind | None:
        """Kind of a name, ``None`` where it is not one."""
        return self.names.get(name)


def some_of(known: Iterable[str], most: int = 8) -> str:
    """The first names of many, as a message lists them, and whether there are more."""
    names = list(islice(known, most + 1))
    return ", ".join([*names[:most], "…"] if len(names) > most else names)
