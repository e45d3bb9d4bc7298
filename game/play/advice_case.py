"""A life that asks the adviser, and what every answer is told with: rows, sureness, sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from game.core.arrays import Flag
from game.core.life import Lives, Scheme
from game.core.text import Text, Value
from game.play.advice_view import AdviceRow, AdviceView
from game.play.advice_words import PARAGRAPHS, SAME, SURE
from game.play.desk import GoesOn
from game.play.passport import figure_at_home, figure_here
from game.play.views import FigureView
from game.scenario.model import PlanFields
from game.scoring.alternatives import Outcome, Way, outcomes, price_of_way
from game.scoring.futures import Today, pension_age
from game.scoring.score import Sums
from game.scoring.steps import above
from game.sim.engine import Engine
from game.sim.world import World

SOURCES: Final = {
    "step_up": ("base_floor", "reference_wage", "benefit_base", "pension.employee.rate"),
    "step_up_resident": (
        "resident_basic_pension",
        "resident_pension.minimum_months",
        "resident_pension.account_interest",
        "resident_pension.divisor",
    ),
    "stop_five": ("pension.minimum_months", "medical.wait.fixed", "medical.wait.per_missed_year"),
    "resident_or_employee": (
        "base_floor",
        "employee_medical_rate",
        "medical.resident.fee",
        "medical.employee.hospital_share",
        "medical.resident.hospital_share",
        "resident_basic_pension",
    ),
    "private": (
        "private_pension.limit",
        "private_pension.withdrawal_tax",
        "private_pension.return",
        "tax.allowance",
        "economy.savings_rate",
    ),
    "home": ("base_floor", "benefit_base", "medical.away_cut", "usual_living"),
}
"""Figures an answer leans on, beside those of its own futures."""
LOCAL_AT_HOME: Final = ("base_floor", "benefit_base", "usual_living", "resident_basic_pension")
"""Figures of the place of the hukou, which an answer about moving there leans on as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A life that asks, before anything is lived."""

    engine: Engine
    today: Today
    past: Sums | None
    futures: int
    goes_on: GoesOn

    @property
    def world(self) -> World:
        """The scenario."""
        return self.engine.world

    @property
    def lives(self) -> Lives:
        """The life."""
        return self.today.lives

    @property
    def age(self) -> int:
        """Pension age, at which ways are compared."""
        return pension_age(self.world, self.today)

    def outcomes(self, *ways: Way) -> list[Outcome]:
        """Every way on the same futures."""
        return outcomes(self.engine, ways, self.futures, self.past, self.goes_on)

    def with_plan(self, changes: PlanFields) -> Way:
        """Take another plan today, and keep it."""
        return Way.of(self.today.with_plan(changes))


def told(
    case: Case,
    question: str,
    values: Mapping[str, Value],
    agrees: Flag,
    rows: Sequence[AdviceRow],
) -> AdviceView:
    """An answer: what the majority of the futures says, and how many they are."""
    count, of = int(agrees.sum()), len(agrees)
    is_for = 2 * count >= of
    agreeing = count if is_for else of - count
    every: dict[str, Value] = {"age": case.age, **values, "k": agreeing, "n": of}
    return AdviceView(
        question=question,
        paragraph=PARAGRAPHS[question].filled(every),
        rows=tuple(rows),
        sureness=SURE[question, is_for].filled(every),
        agreement=agreeing / of if of else 0.0,
        sources=_sources(case, question),
    )


def compared(difference: float, words: Mapping[bool, Text]) -> Text:
    """A difference as so much more or less, or none."""
    if round(difference) == 0:
        return SAME
    return words[difference > 0].filled({"yuan": abs(difference)})


def row(case: Case, label: Text, way: Way, found: Outcome) -> AdviceRow:
    return AdviceRow(
        label=label,
        yuan_per_month=price_of_way(case.engine, way),
        pension_per_month=found.middle_pension,
        savings=found.middle_savings,
        share_unpayable=float(found.is_unpayable.mean()),
    )


def _sources(case: Case, question: str) -> tuple[FigureView, ...]:
    key = "step_up_resident" if question == "step_up" and _steps_as_resident(case) else question
    found = [figure_here(case.world, case.lives, name) for name in SOURCES[key]]
    if question == "home":
        found += [figure_at_home(case.world, case.lives, name) for name in LOCAL_AT_HOME]
    return tuple({figure.label: figure for figure in found}.values())


def _steps_as_resident(case: Case) -> bool:
    """Whether the next step up still is one of the resident pension."""
    plan, tiers = case.today.plan, case.world.scenario.decision.tiers
    is_below_top = bool(above(tiers, plan.tier or 0.0))
    return plan.pension == Scheme.NONE or (plan.pension == Scheme.RESIDENT and is_below_top)
