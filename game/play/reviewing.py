"""The review: what the years were like, who paid the storms, and the same luck with other cover."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.core.life import Lives
from game.core.text import Text
from game.play import phrases
from game.play.notes import PAYERS, StormNote, YearNote, all_sums, whole_years_paid
from game.play.recording import played_life
from game.play.ribbon import ribbon
from game.play.umbrella_view import mean_umbrella
from game.play.views import ComparisonView, PartView, PayerView, ReviewView, StormView
from game.scenario.model import Event
from game.scoring.compared import compared
from game.scoring.score import Score, Sums, score_of
from game.sim.engine import Engine
from game.sim.start import start_lives

STORMS_SHOWN = 5
LONG_CONTRACT = 120
"""Months under a contract from which on it may be the law that makes all covers alike."""
ALIKE = 0.02
"""Share by which the money of two old ages differs at most where they count as one."""
COMPARED = ("employee_lowest", "resident", "never_insured")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCase:
    """What a review is made from."""

    engine: Engine
    profile: int
    seed: int
    lives: Lives
    notes: tuple[YearNote, ...]
    expected_pension: float | None


def review_view(case: ReviewCase) -> ReviewView:
    """The whole review of a life that has ended."""
    world, notes = case.engine.world, case.notes
    scoring = world.scenario.scoring
    score = score_of(scoring, all_sums(notes))
    last = notes[-1]
    old = [note for note in notes if note.is_old]
    basket = sum(note.basket for note in old) / len(old) if old else last.basket
    line = int(world.old_age_line[case.profile])
    comparisons = _comparisons(case, score, old)
    return ReviewView(
        name=world.scenario.profiles[case.profile].name,
        subtitle=_subtitle(case),
        expected_pension=case.expected_pension,
        pension_per_month=_first_pension(notes),
        umbrella=mean_umbrella(notes, scoring["rib_holds"]),
        score=float(score.total[0]),
        score_line=_score_line(float(score.total[0]), notes),
        parts=(*_parts(score, notes, line, basket), *_own_parts(case, score)),
        storms=_storms(case),
        paid_in=sum(note.contributions for note in notes),
        received=sum(
            n.pensions + n.disability + n.bills_paid_by_others + n.private_paid_out + n.to_heirs
            for n in notes
        ),
        comparisons=comparisons,
        old_age_from=line,
        basket_per_month=basket,
        ribbon=ribbon(world.scenario, notes, case.lives, line, is_over=True),
        kept=_kept(case),
        employers_paid_in=sum(note.employer for note in notes),
        comparison_note=phrases.LAW_DECIDED if len(comparisons) == 1 else None,
    )


def _first_pension(notes: Sequence[YearNote]) -> float:
    """The pension as it began, yuan a month; 0 if there never was one."""
    return next((note.pensions / 12 for note in notes if note.pensions > 0), 0.0)


def _mean_income(old: Sequence[YearNote]) -> float:
    """Pensions and aid a month, mean over old age; 0 if it never came."""
    return sum(note.pensions + note.aid for note in old) / 12 / len(old) if old else 0.0


def _subtitle(case: ReviewCase) -> Text:
    world = case.engine.world
    home = world.scenario.places[int(world.hukou[case.profile])]
    return phrases.REVIEW_SUBTITLE.filled(
        {
            "born": str(int(world.birth_year[case.profile])),
            "home": home.name,
            "job_years": sum(note.income > 0 for note in case.notes) + _years_before(case),
            "age": case.notes[-1].age,
        }
    )


def _years_before(case: ReviewCase) -> int:
    """Whole years of the record that the person brings along: worked before the game begins."""
    start = start_lives(case.engine.world, case.profile, np.zeros(1, dtype=np.uint64)).rights
    return int(start.months_employee[0] + start.months_resident[0]) // 12


def _score_line(total: float, notes: Sequence[YearNote]) -> Text:
    phrase = phrases.SCORE_LINE if any(n.is_old for n in notes) else phrases.SCORE_LINE_YOUNG
    return phrase.filled({"score": total, "years": len(notes)})


def _parts(
    score: Score, notes: Sequence[YearNote], line: int, basket: float
) -> tuple[PartView, ...]:
    old = [note for note in notes if note.is_old]
    means = sum(note.old_age_means for note in old) / len(old) if old else 0.0
    sums = all_sums(tuple(notes))
    why = {
        "old_age": phrases.WHY_OLD_AGE.filled(
            {
                "pension": sum(note.pensions for note in old) / (12 * len(old)),
                "aid": sum(note.aid for note in old) / (12 * len(old)),
                "means": means,
                "age": line,
                "basket": basket,
            }
        )
        if old
        else phrases.WHY_OLD_AGE_NONE,
        "health": _why_health(notes),
        "living": phrases.WHY_LIVING.filled({"age": line}),
        "family": _why_family(sums, notes),
    }
    return tuple(
        PartView(
            id=name,
            label=phrases.PARTS[name],
            points=None if np.isnan(getattr(score, name)[0]) else float(getattr(score, name)[0]),
            why=why[name],
        )
        for name in phrases.PARTS
    )


def _own_parts(case: ReviewCase, score: Score) -> tuple[PartView, ...]:
    """What the pack itself adds to the score."""
    return tuple(
        PartView(
            id=part.id,
            label=part.label,
            points=None if np.isnan(score.own[part.id][0]) else float(score.own[part.id][0]),
            why=phrases.WHY_OWN_PART,
        )
        for part in case.engine.world.scenario.teaching.score
        if part.id in score.own
    )


def _why_health(notes: Sequence[YearNote]) -> Text:
    """Who paid of all bills, those that nobody ever paid among them."""
    others = sum(note.bills_paid_by_others for note in notes)
    own = sum(note.own_bills for note in notes)
    unpaid = sum(note.unpaid_bills for note in notes)
    words = phrases.WHY_HEALTH_UNPAID if unpaid >= 1 else phrases.WHY_HEALTH
    share = others / max(others + own + unpaid, 1.0)
    return words.filled({"share": share, "own": own, "unpaid": unpaid})


def _why_family(sums: Sums, notes: Sequence[YearNote]) -> Text:
    if sums.family_years[0] == 0:
        return phrases.WHY_FAMILY_NONE
    promised = sum(note.home_promised for note in notes)
    given = sum(note.home_given for note in notes)
    if promised <= 0:
        return phrases.WHY_FAMILY_PLAIN
    return phrases.WHY_FAMILY.filled({"share": given / promised})


def _storms(case: ReviewCase) -> tuple[StormView, ...]:
    events = {event.id: event for event in case.engine.world.scenario.events}
    bills = [(note, storm) for note in case.notes for storm in note.storms if storm.event in events]
    bills.sort(key=lambda pair: -pair[1].total)
    return tuple(_storm(note, storm, events) for note, storm in bills[:STORMS_SHOWN])


def _storm(note: YearNote, storm: StormNote, events: Mapping[str, Event]) -> StormView:
    """A bill with what was really paid of it; the year's unpaid rest falls on its bills alike."""
    charged = sum(each.payers["own"] for each in note.storms)
    unpaid = storm.payers["own"] * min(note.unpaid_bills / max(charged, 1.0), 1.0)
    parts = {**storm.payers, "own": storm.payers["own"] - unpaid}
    payers = [
        PayerView(who=phrases.PAYER_NAMES[name], yuan=parts[name], is_self=name == "own")
        for name in PAYERS
        if parts[name] >= 0.5
    ]
    if unpaid >= 0.5:
        payers.append(PayerView(who=phrases.NEVER_PAID, yuan=unpaid, is_self=False))
    return StormView(
        age=note.age,
        title=events[storm.event].title,
        total=storm.total,
        own=parts["own"],
        unpaid=unpaid,
        payers=tuple(payers),
    )


# --- the same luck with other cover ------------------------------------------------------------


def _comparisons(
    case: ReviewCase, score: Score, old: Sequence[YearNote]
) -> tuple[ComparisonView, ...]:
    you = ComparisonView(
        id="you",
        label=phrases.COMPARISONS["you"],
        yuan_per_month=_mean_income(old),
        lived_to=case.notes[-1].age,
        score=float(score.total[0]),
        is_player=True,
    )
    others = _others(case)
    is_by_law = sum(note.months_contract for note in case.notes) >= LONG_CONTRACT
    return (you,) if is_by_law and all(_is_like(you, other) for other in others) else (you, *others)


def _is_like(one: ComparisonView, other: ComparisonView) -> bool:
    """Whether next to nothing tells two lives apart."""
    is_near = abs(one.yuan_per_month - other.yuan_per_month) <= ALIKE * one.yuan_per_month
    return is_near and one.lived_to == other.lived_to and abs(one.score - other.score) < 0.5


def _others(case: ReviewCase) -> list[ComparisonView]:
    """The life under other cover, on its own luck and with its own answers."""
    life = played_life(case.profile, case.seed, case.notes)
    rows = {row.id: row for row in compared(case.engine, life.recorded)}
    labels = phrases.COMPARISONS
    if any(note.months_contract for note in case.notes):
        labels = {**labels, "never_insured": phrases.NEVER_BY_CHOICE}
    return [
        ComparisonView(
            id=name,
            label=labels[name],
            yuan_per_month=rows[name].income_per_month,
            lived_to=rows[name].lived_to,
            score=rows[name].score,
            is_player=False,
        )
        for name in COMPARED
    ]


def _kept(case: ReviewCase) -> tuple[Text, ...]:
    """Who is under the umbrella at the end."""
    notes, lives = case.notes, case.lives
    lines = []
    heirs = notes[-1].to_heirs
    if heirs >= 1:
        has_partner = bool(lives.family.has_partner[0])
        phrase = phrases.KEPT_PARTNER if has_partner else phrases.KEPT_FAMILY
        lines.append(phrase.filled({"heirs": heirs}))
    promised = sum(note.home_promised for note in notes)
    if promised > 0 and sum(note.home_given for note in notes) >= promised - 1:
        lines.append(phrases.KEPT_PARENTS)
    years = whole_years_paid(lives)
    if years:
        lines.append(phrases.KEPT_TOKENS.filled({"years": years}))
    if notes[-1].debt >= 1:
        lines.append(phrases.KEPT_DEBT.filled({"debt": notes[-1].debt}))
    other = sum(note.edition != case.engine.world.scenario.digest for note in notes)
    if other:
        lines.append(phrases.LINE_OTHER_EDITION.filled({"years": other}))
    return tuple(lines)
