"""The life along one line: bands of pension and medical cover, marks, and what goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from game.core.life import Lives, Scheme
from game.play.notes import YearNote, whole_years_paid
from game.play.views import BandView, MarkView, RibbonView
from game.scenario.model import Scenario
from game.sim.year import MONTHS

LAST_AGE = 90


def ribbon(
    scenario: Scenario, notes: Sequence[YearNote], lives: Lives, claim_age: int, is_over: bool
) -> RibbonView:
    """The ribbon of a life so far, with its pale continuation unless it is over."""
    age = float(lives.age[0])
    first = float(notes[0].age) if notes else age
    today = age + 1.0 if is_over else age
    pension = _bands(notes, _pension_state)
    medical = _bands(notes, _medical_state)
    if not is_over:
        pension += _ahead_pension(lives, claim_age)
        medical += _ahead_medical(lives)
    return RibbonView(
        first_age=min(first, 20.0),
        last_age=max(float(LAST_AGE), today + 1),
        today=today,
        pension=tuple(pension),
        medical=tuple(medical),
        marks=_marks(scenario, notes),
        paid_years=whole_years_paid(lives),
    )


def _bands(
    notes: Sequence[YearNote], state: Callable[[YearNote | None, YearNote], list[BandView]]
) -> list[BandView]:
    """Bands of all years, equal neighbours joined; each year is told of the one before."""
    joined: list[BandView] = []
    for before, note in zip((None, *notes), notes, strict=False):
        for band in state(before, note):
            if joined and joined[-1].state == band.state and joined[-1].end == band.start:
                joined[-1] = BandView(start=joined[-1].start, end=band.end, state=band.state)
            else:
                joined.append(band)
    return joined


def _pension_state(before: YearNote | None, note: YearNote) -> list[BandView]:
    start, end = float(note.age), note.age + 1.0
    if note.draws_pension:
        return [BandView(start=start, end=end, state="drawn")]
    paid = note.months_employee + note.months_resident
    if paid == 0:
        is_gap = note.wants_pension != Scheme.NONE and note.months_gap > 0
        return [BandView(start=start, end=end, state="gap" if is_gap else "none")]
    state: Literal["paid", "resident"] = "paid" if note.months_employee else "resident"
    if _begins_inside(before, note, paid):
        middle = end - paid / 12
        return [
            BandView(start=start, end=middle, state="none"),
            BandView(start=middle, end=end, state=state),
        ]
    middle = start + paid / 12
    bands = [BandView(start=start, end=middle, state=state)]
    if middle < end:
        bands.append(BandView(start=middle, end=end, state="gap" if note.months_gap else "none"))
    return bands


def _begins_inside(before: YearNote | None, note: YearNote, paid: int) -> bool:
    """Whether payment began in the course of the year: none before, and no month for want of money.

    Where money runs short it is the last months that go unpaid.
    """
    was_paid = before is not None and before.months_employee + before.months_resident > 0
    return paid < MONTHS and not was_paid and not note.months_gap


def _medical_state(before: YearNote | None, note: YearNote) -> list[BandView]:
    start, end = float(note.age), note.age + 1.0
    if note.has_free_medical:
        return [BandView(start=start, end=end, state="free")]
    if note.months_covered == 0:
        is_gap = note.wants_medical != Scheme.NONE
        return [BandView(start=start, end=end, state="gap" if is_gap else "none")]
    is_employee = (note.medical_scheme or note.wants_medical) == Scheme.EMPLOYEE
    covered = BandView(
        start=end - note.months_covered / 12, end=end, state="paid" if is_employee else "resident"
    )
    if note.medical_scheme == Scheme.NONE:
        covered = BandView(start=start, end=start + note.months_covered / 12, state=covered.state)
        return [covered, BandView(start=covered.end, end=end, state="gap")]
    if covered.start > start:
        return [BandView(start=start, end=covered.start, state="gap"), covered]
    if is_employee and _comes_from_residents(before, note):
        middle = end - note.months_contract / 12
        return [
            BandView(start=start, end=middle, state="resident"),
            BandView(start=middle, end=end, state="paid"),
        ]
    return [covered]


def _comes_from_residents(before: YearNote | None, note: YearNote) -> bool:
    """Whether an employer took over from the resident scheme in the course of the year."""
    was_resident = before is not None and before.medical_scheme == Scheme.RESIDENT
    return was_resident and 0 < note.months_contract < MONTHS


def _ahead_pension(lives: Lives, claim_age: int) -> list[BandView]:
    age = float(lives.age[0])
    goes_on = lives.plan.pension[0] != Scheme.NONE or lives.rights.has_claimed[0]
    end = float(LAST_AGE) if lives.rights.has_claimed[0] else max(float(claim_age), age)
    return [BandView(start=age, end=end, state="ahead")] if goes_on and end > age else []


def _ahead_medical(lives: Lives) -> list[BandView]:
    age = float(lives.age[0])
    goes_on = lives.plan.medical[0] != Scheme.NONE or lives.rights.has_free_medical[0]
    end = max(85.0, age)
    return [BandView(start=age, end=end, state="ahead")] if goes_on and end > age else []


def _marks(scenario: Scenario, notes: Sequence[YearNote]) -> tuple[MarkView, ...]:
    events = {event.id: event for event in scenario.events}
    marks = []
    for note in notes:
        for met in note.met:
            event = events.get(met.event)
            if event is None:
                continue
            chosen = next((c.label for c in event.choices if c.id == met.choice), event.title)
            marks.append(
                MarkView(
                    age=note.age + met.month / 12, kind=event.kind, title=event.title, line=chosen
                )
            )
    return tuple(marks)
