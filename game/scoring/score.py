"""The life score, 0–100: parts from lived years, then a weighted geometric mean.

Four parts are the same in every pack; a pack may add some of its own.

Sums are kept year by year, so that a life is scored alone as in a million and no history is stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Number, Yuan, held
from game.core.life import Lives
from game.scenario.debrief import MOST_OWN_PARTS, WEIGHT_OF
from game.scoring.own_parts import own_years
from game.scoring.umbrella import survivors_rib
from game.scoring.yardsticks import Yardsticks, yardsticks
from game.sim.figures import Figures
from game.sim.record import Record
from game.sim.world import World

PARTS: Final = ("old_age", "health", "living", "family")
"""The parts of every score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What a score is made of, shape (n,) each."""

    old_age: Number
    old_years: Number
    burden_before: Number
    years_before: Number
    burden_after: Number
    years_after: Number
    paid_by_others: Yuan
    bills: Yuan
    living: Number
    family: Number
    family_years: Number
    own_0: Number
    """Of the pack's own parts, in their order, 0–1 a year; 0 where there are fewer."""
    own_1: Number
    own_2: Number
    own_3: Number
    own_years: Number

    @classmethod
    def none(cls, size: int) -> Sums:
        """Nothing lived yet."""
        return cls(**{each.name: np.zeros(size) for each in fields(cls)})

    def add(self, year: Sums, which: NDArray[np.int64]) -> None:
        """One year more of the lives ``which``, in place."""
        for each in fields(Sums):
            getattr(self, each.name)[which] += getattr(year, each.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Parts and whole, 0–100, shape (n,); a part that never applied is NaN."""

    total: Number
    old_age: Number
    health: Number
    living: Number
    family: Number
    own: Mapping[str, Number] = field(default_factory=dict)
    """The pack's own parts, by id."""


def year_sums(world: World, figures: Figures, opened: Lives, record: Record, after: Lives) -> Sums:
    """What one closed year adds."""
    score = world.scenario.scoring
    yard = yardsticks(world, figures, opened, record)
    lived = record.is_lived
    old, young = lived & yard.is_old, lived & ~yard.is_old
    burden = health_burden(score, record, yard)
    has_dependants = lived & (record.dependants > 0)
    rib = survivors_rib(world, figures, opened, record, after, yard)
    return Sums(
        old_age=np.where(old, old_age_year(score, old_age_means(record, yard), yard), 0.0),
        old_years=old.astype(np.float64),
        burden_before=np.where(young, burden, 0.0),
        years_before=young.astype(np.float64),
        burden_after=np.where(old, burden, 0.0),
        years_after=old.astype(np.float64),
        paid_by_others=np.where(lived, record.bills.by_others + record.outpatient.by_others, 0.0),
        bills=np.where(lived, record.bills.total + record.outpatient.total, 0.0),
        living=np.where(young, living_year(score, record, yard), 0.0),
        family=np.where(has_dependants, family_year(score, record, rib.solid + rib.hatched), 0.0),
        family_years=has_dependants.astype(np.float64),
        own_years=lived.astype(np.float64),
        **_own_sums(world, record, after),
    )


def _own_sums(world: World, record: Record, after: Lives) -> dict[str, Number]:
    """What one closed year adds to the parts a pack has added."""
    rows = {f"own_{row}": np.zeros(after.size) for row in range(MOST_OWN_PARTS)}
    for row, level in enumerate(own_years(world, record, after)):
        rows[f"own_{row}"] = np.where(record.is_lived, level, 0.0)
    return rows


def old_age_means(record: Record, yard: Yardsticks) -> Yuan:
    """Monthly means of a year of old age: pensions, aid, support, work, savings spread."""
    flows = record.pensions + record.disability + record.allowance + record.support_received
    work = record.income - record.work_costs - record.tax
    return (flows + work) / 12 + yard.savings_per_month


def old_age_year(score: Mapping[str, float], means: Yuan, yard: Yardsticks) -> Number:
    """0.6 · min(1, r/B) + 0.4 · min(1, r/(0.4 w)), 0–1."""
    basket = np.minimum(1.0, means / yard.basket)
    wage = np.minimum(1.0, means / (score["wage_share"] * yard.wage))
    return score["old_age_basket_weight"] * basket + score["old_age_wage_weight"] * wage


def health_burden(score: Mapping[str, float], record: Record, yard: Yardsticks) -> Number:
    """Own health payments ÷ 40 % of capacity to pay, at most 1; treatment not taken, or a bill that
    could not be paid, counts 1.
    """
    burden = record.own_health_payments / (score["hardship_share"] * yard.capacity_per_year)
    is_hard = record.was_treatment_refused | (record.unpaid_bills > 0)
    return np.where(is_hard, 1.0, np.minimum(1.0, burden))


def living_year(score: Mapping[str, float], record: Record, yard: Yardsticks) -> Number:
    """0.8 · spending between floor and twice the usual + 0.2 · wellbeing − debt; 0–1."""
    spending = np.maximum(record.spending / record.persons / 12, 1e-9)
    place = np.log(spending / yard.floor) / np.log(2 * yard.usual / yard.floor)
    level = score["living_spending_weight"] * held(place, 0.0, 1.0)
    feeling = score["living_wellbeing_weight"] * record.wellbeing / 100
    months = record.debt > score["debt_months"] / 12 * record.income
    is_deep = (record.debt > 0) & months
    return level + feeling - score["debt_penalty"] * is_deep


def family_year(score: Mapping[str, float], record: Record, survivors: Number) -> Number:
    """Dependants covered, support kept up, and what would be left to them; 0–1."""
    count = np.maximum(record.dependants, 1.0)
    covered = np.where(record.dependants > 0, record.dependants_covered / count, 1.0)
    promised = np.maximum(record.home_promised, 1.0)
    kept = np.where(record.home_promised > 0, record.home_given / promised, 1.0)
    return (
        score["family_cover_weight"] * covered
        + score["family_support_weight"] * kept
        + score["family_survivors_weight"] * survivors
    )


def score_of(score: Mapping[str, float], sums: Sums) -> Score:
    """The parts and their weighted geometric mean, kept to 1/1000.

    Args:
        score: weights and bounds; the weight of an own part stands under ``score.`` and its id.
        sums: of the years lived.
    """
    parts = {
        "old_age": _mean(sums.old_age, sums.old_years),
        "health": health_part(score, sums),
        "living": np.maximum(_mean(sums.living, sums.years_before), 0.0),
        "family": _mean(sums.family, sums.family_years),
    }
    hundred = {name: 100 * value for name, value in parts.items()}
    own = {
        name: 100 * _mean(getattr(sums, f"own_{row}"), sums.own_years)
        for row, name in enumerate(own_parts(score))
    }
    return Score(total=geometric_mean(score, {**hundred, **own}), own=own, **hundred)


def own_parts(score: Mapping[str, float]) -> tuple[str, ...]:
    """Ids of the parts a pack has added, in their order."""
    return tuple(key.removeprefix(WEIGHT_OF) for key in score if key.startswith(WEIGHT_OF))


def geometric_mean(score: Mapping[str, float], parts: Mapping[str, Number]) -> Number:
    """exp(Σ w · ln(max(5, part)) / Σ w) over the parts that apply."""
    above, below = np.zeros(1), np.zeros(1)
    weights = {name: score[f"weight_{name}"] for name in PARTS}
    weights |= {name: score[WEIGHT_OF + name] for name in own_parts(score)}
    for name, full in weights.items():
        part = np.asarray(parts[name])
        applies = ~np.isnan(part)
        weight = np.where(applies, full, 0.0)
        floored = np.maximum(np.where(applies, part, 100.0), score["part_floor"])
        above = above + weight * np.log(floored)
        below = below + weight
    return np.asarray(np.round(np.exp(above / np.maximum(below, 1e-12)), 3))


def health_part(score: Mapping[str, float], sums: Sums) -> Number:
    """0.7 · h + 0.3 · p, 0–1; without any bill h counts 1."""
    before = _ease(sums.burden_before, sums.years_before, score["catastrophic_before"])
    after = _ease(sums.burden_after, sums.years_after, score["catastrophic_after"])
    years = np.maximum(sums.years_before + sums.years_after, 1.0)
    ease = (before * sums.years_before + after * sums.years_after) / years
    paid = sums.paid_by_others / np.maximum(score["paid_share"] * sums.bills, 1e-9)
    weight = np.where(sums.bills > 0, score["health_paid_weight"], 0.0)
    return np.asarray(ease * (1 - weight) + weight * np.minimum(1.0, paid))


def _ease(burden: Number, years: Number, threshold: float) -> Number:
    return np.maximum(0.0, 1 - burden / np.maximum(years, 1.0) / threshold)


def _mean(total: Number, years: Number) -> Number:
    """Mean over the years that apply, NaN where there is none."""
    return np.where(years > 0, total / np.maximum(years, 1.0), np.nan)
