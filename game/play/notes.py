"""What a playthrough keeps of each lived year: enough for the ribbon and the review, and no more.

Notes are plain values, so that a save holds them and a life lived under another edition of a pack
can still be reviewed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import MISSING, asdict, dataclass, fields
from typing import Any

import numpy as np

from game.core.life import Lives, Plan
from game.scoring.score import Sums, old_age_means, year_sums
from game.scoring.umbrella import Umbrella, umbrella
from game.scoring.yardsticks import yardsticks
from game.sim.record import BillsPaid, Record
from game.sim.world import World

PAYERS = ("injury", "third_party", "basic", "critical_illness", "assistance", "own")


@dataclass(frozen=True, slots=True, kw_only=True)
class StormNote:
    """A bill of the year and who paid it, yuan."""

    event: str
    total: float
    payers: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class MetNote:
    """An event of the year: ids, and the month 0–11."""

    event: str
    choice: str
    month: int


@dataclass(frozen=True, slots=True, kw_only=True)
class YearNote:
    """One lived year of one life."""

    year: int
    age: int
    edition: str
    """Hash of the pack it was lived under."""
    place: str
    job: str
    income: float
    pensions: float
    aid: float
    contributions: float
    months_employee: int
    months_resident: int
    months_gap: int
    medical_scheme: int
    months_covered: int
    months_medical_gap: int
    wants_pension: int
    """Scheme of the plan, 0 none."""
    wants_medical: int
    draws_pension: bool
    has_free_medical: bool
    bills_paid_by_others: float
    private_paid_out: float
    to_heirs: float
    own_bills: float
    home_promised: float
    home_given: float
    cash: float
    debt: float
    old_age_means: float
    """Monthly means of the year by the yardstick of old age."""
    is_old: bool
    basket: float
    """Old-age basket of the place, yuan a month."""
    plan: dict[str, float]
    """The standing plan at the close of the year, by the fields of ``Plan``."""
    sums: dict[str, float]
    solid: tuple[float, ...]
    hatched: tuple[float, ...]
    applies: tuple[bool, ...]
    storms: tuple[StormNote, ...]
    met: tuple[MetNote, ...]
    has_died: bool
    answers: tuple[dict[str, Any], ...] = ()
    """What the player answered in it, in order, as a save keeps answers."""
    months_contract: int = 0
    """Months insured through an employer."""
    employer: float = 0.0
    """What employers paid in on top."""
    disability: float = 0.0
    """Disability allowance drawn."""
    unpaid_bills: float = 0.0
    """Of the own part of bills: what purse and credit never reached."""

    def as_json(self) -> dict[str, Any]:
        """Plain values for a save."""
        return asdict(self)

    @classmethod
    def from_json(cls, value: Any) -> YearNote:
        """The note of a save's values.

        Raises:
            KeyError, TypeError, ValueError: it is not one.
        """
        known = {
            field.name: value[field.name]
            for field in fields(cls)
            if field.name in value or field.default is MISSING
        }
        known["storms"] = tuple(StormNote(**storm) for storm in known["storms"])
        known["met"] = tuple(MetNote(**met) for met in known["met"])
        for name in ("solid", "hatched", "applies", "answers"):
            known[name] = tuple(known.get(name, ()))
        return cls(**known)


def note_of(
    world: World,
    opened: Lives,
    record: Record,
    after: Lives,
    answers: Sequence[dict[str, Any]] = (),
) -> YearNote:
    """The note of the only life in a closed year, with what was answered in it."""
    figures = world.figures(record.year)
    yard = yardsticks(world, figures, opened, record)
    ribs = umbrella(world, figures, opened, record, after, yard)
    sums = year_sums(world, figures, opened, record, after)
    scenario = world.scenario
    return YearNote(
        year=record.year,
        age=int(record.age[0]),
        edition=scenario.digest,
        place=scenario.places[int(record.place[0])].id,
        job=scenario.jobs[int(record.job[0])].id,
        income=float(record.income[0]),
        pensions=float(record.pensions[0]),
        aid=float(record.allowance[0] + record.support_received[0]),
        contributions=float(record.contributions[0]),
        months_employee=int(record.months_pension_employee[0]),
        months_resident=int(record.months_pension_resident[0]),
        months_gap=int(record.months_pension_gap[0]),
        medical_scheme=int(record.medical_scheme[0]),
        months_covered=int(record.months_medical_covered[0]),
        months_medical_gap=int(record.months_medical_gap[0]),
        wants_pension=int(after.plan.pension[0]),
        wants_medical=int(after.plan.medical[0]),
        draws_pension=bool(record.pensions[0] > 0),
        has_free_medical=bool(record.has_free_medical[0]),
        bills_paid_by_others=float(record.bills.by_others[0] + record.outpatient.by_others[0]),
        private_paid_out=float(record.private_paid_out[0]),
        to_heirs=float(record.to_heirs[0]),
        own_bills=float(record.own_health_payments[0]),
        home_promised=float(record.home_promised[0]),
        home_given=float(record.home_given[0]),
        cash=float(record.cash[0]),
        debt=float(record.debt[0]),
        old_age_means=float(old_age_means(record, yard)[0]),
        is_old=bool(yard.is_old[0]),
        basket=float(yard.basket[0]),
        plan={field.name: float(getattr(after.plan, field.name)[0]) for field in fields(Plan)},
        sums={field.name: float(getattr(sums, field.name)[0]) for field in fields(Sums)},
        **_ribs(ribs),
        storms=_storms(world, record),
        met=_met(world, record),
        has_died=bool(record.has_died[0]),
        answers=tuple(answers),
        months_contract=int(record.months_contract[0]),
        employer=float(record.contribution_employer[0]),
        disability=float(record.disability[0]),
        unpaid_bills=float(record.unpaid_bills[0]),
    )


def _ribs(ribs: Umbrella) -> dict[str, Any]:
    return {
        "solid": tuple(float(x) for x in ribs.solid[:, 0]),
        "hatched": tuple(float(x) for x in ribs.hatched[:, 0]),
        "applies": tuple(bool(x) for x in ribs.applies[:, 0]),
    }


def payers_of(paid: BillsPaid) -> dict[str, float]:
    """Who pays how much of the only life's bill, yuan."""
    return {name: float(np.asarray(getattr(paid, name)).reshape(-1)[0]) for name in PAYERS}


def _storms(world: World, record: Record) -> tuple[StormNote, ...]:
    return tuple(
        StormNote(
            event=world.scenario.events[bill.event].id,
            total=float(bill.paid.total[0]),
            payers=payers_of(bill.paid),
        )
        for bill in record.bill_list
    )


def _met(world: World, record: Record) -> tuple[MetNote, ...]:
    notes = []
    for met in record.met:
        if met.is_met[0]:
            event = world.scenario.events[met.event]
            choice = int(met.choice[0])
            chosen = event.choices[choice].id if choice >= 0 else ""
            notes.append(MetNote(event=event.id, choice=chosen, month=int(met.month[0])))
    return tuple(notes)


def all_sums(notes: tuple[YearNote, ...]) -> Sums:
    """The sums of a whole life from its notes, shape (1,); what an older note lacks counts 0."""
    names = [field.name for field in fields(Sums)]
    return Sums(**{name: np.array([sum(n.sums.get(name, 0.0) for n in notes)]) for name in names})


def whole_years_paid(lives: Lives) -> int:
    """Whole years the only life has in either pension scheme, those before the game included."""
    rights = lives.rights
    return int(rights.months_employee[0] + rights.months_resident[0]) // 12
