"""Three whole lives of the base pack, year by year, as they were when somebody last read them.

A change of law, content or engine shows here as a difference of readable lines. When it is meant:
``pytest tests/lives --update-golden``, read the difference, and say in the change log why.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.core.life import Scheme
from game.play.notes import YearNote
from game.play.session import Session
from tests.toyland.lives import china
from tests.unit.play.playing import EMPLOYEE, NOTHING, Script, keeping, played, wandering

HERE = Path(__file__).parent
LIVES: dict[int, tuple[str, Script]] = {
    1: ("both employee schemes at the lowest base from the first day; defaults", keeping(EMPLOYEE)),
    7: ("another option every year, the plan opened by hand now and then", wandering),
    42: ("no insurance where there is a choice; defaults", keeping(NOTHING)),
}


def lines(session: Session, script: str) -> Iterator[str]:
    """A life as YAML: what it came to, then one line a year."""
    review = session.review()
    yield f"# {session.world.scenario.id}, {script}"
    yield f"profile: {session.world.scenario.profiles[session.profile].id}"
    yield f"seed: {session.seed}"
    yield f"score: {review.score:.3f}"
    for part in review.parts:
        points = "none" if part.points is None else f"{part.points:.3f}"
        yield f"{part.id}: {points}"
    yield f"month_of_old_age: {review.pension_per_month:.2f}"
    yield f"paid_in: {review.paid_in:.2f}"
    yield f"received: {review.received:.2f}"
    yield f"ribs_held: {review.umbrella.held} of {review.umbrella.applicable}"
    yield "compared:"
    for other in review.comparisons:
        yield (
            f"  {other.id}: {{score: {other.score:.3f}, lived_to: {other.lived_to}, "
            f"month: {other.yuan_per_month:.2f}}}"
        )
    yield "years:"
    for note in session.notes:
        yield from year(note)


def year(note: YearNote) -> Iterator[str]:
    """One lived year, and below it what happened."""
    paid = note.months_employee or note.months_resident
    pension = "employee" if note.months_employee else "resident" if paid else "none"
    medical = Scheme(note.medical_scheme).name.lower()
    yield (
        f"  - {{age: {note.age}, place: {note.place}, job: {note.job}, income: {note.income:.2f}, "
        f"cash: {note.cash:.2f}, debt: {note.debt:.2f},"
    )
    yield (
        f"     pension: {pension} {paid}, gap: {note.months_gap}, "
        f"medical: {medical} {note.months_covered}, paid_in: {note.contributions:.2f}, "
        f"drawn: {note.pensions:.2f},"
    )
    events = ", ".join(f"{met.event} {met.choice} {met.month + 1}".strip() for met in note.met)
    bills = sum(storm.total for storm in note.storms)
    yield (
        f"     bills: {bills:.2f}, own_bills: {note.own_bills:.2f}, home: {note.home_given:.2f}, "
        f"ribs: {sum(note.applies)}, events: [{events}]}}"
    )


@pytest.mark.parametrize("seed", list(LIVES))
def test_a_golden_life_is_lived_as_it_was(seed: int, updates_golden: bool) -> None:
    script, step = LIVES[seed]
    text = "\n".join(lines(played(china(), seed, step), script)) + "\n"
    golden = HERE / f"seed_{seed}.yaml"
    if updates_golden:
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")
