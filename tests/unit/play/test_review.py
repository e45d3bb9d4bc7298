"""The review: the score of the notes, and the same luck with other cover."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.core.chance import Chance
from game.play.notes import all_sums
from game.play.views import ComparisonView
from game.scenario.model import PlanFields
from game.scoring.score import score_of
from game.scoring.tally import Tally
from game.sim.cohort import live_on
from game.sim.start import start_lives
from game.sim.strategies import STRATEGIES
from tests.toyland.lives import engine_of, quiet, scenario_of
from tests.unit.play.playing import EMPLOYEE, NOTHING, RESIDENT, keeping, played, wandering
from tests.unit.sim.test_as_written import engine_with

PACKS = ("china", "toyland")
PLANS = {"employee_lowest": EMPLOYEE, "resident": RESIDENT, "never_insured": NOTHING}


def same_life(one: ComparisonView, other: ComparisonView) -> bool:
    return (one.yuan_per_month, one.lived_to, one.score) == pytest.approx(
        (other.yuan_per_month, other.lived_to, other.score)
    )


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("name", list(PLANS))
def test_who_did_exactly_that_is_compared_with_himself(pack: str, name: str) -> None:
    """A plan kept from the first day, though events may offer others."""
    session = played(engine_of(pack), 3, keeping(PLANS[name]))
    changes = {(note.wants_pension, note.wants_medical) for note in session.notes}
    you, *others = session.review().comparisons
    assert you.is_player
    found = next(other for other in others if other.id == name)
    plan = (PLANS[name].pension, PLANS[name].medical)
    if changes == {plan}:
        assert same_life(you, found)
    else:
        assert pack == "toyland", changes
    assert len({each.id for each in (you, *others)}) == len(others) + 1


@pytest.mark.parametrize("pack", PACKS)
def test_a_life_of_defaults_scores_as_in_a_cohort(pack: str) -> None:
    """The notes of a played life and the tally of a column come to the same score."""
    engine = engine_of(pack)
    session = played(engine, 5, keeping(PlanFields()))
    lives = start_lives(engine.world, 0, np.zeros(1, dtype=np.uint64))
    tally = Tally(world=engine.world, size=1)
    live_on(engine, lives, Chance(seed=5), STRATEGIES["hold"].policy, tally.add)
    score = score_of(engine.world.scenario.scoring, all_sums(tuple(session.notes)))
    assert float(score.total[0]) == pytest.approx(float(tally.score.total[0]), abs=0.0011)
    assert session.review().score == float(score.total[0])
    assert session.notes[-1].age == tally.last_age[0]
    assert sum(note.contributions for note in session.notes) == pytest.approx(
        float(tally.contributions[0])
    )


def test_comparisons_live_on_the_players_own_luck() -> None:
    session = played(engine_of("china"), 21, wandering)
    for each in session.review().comparisons:
        assert each.label.en and each.label.zh
        assert 22 <= each.lived_to <= 110
        assert 5 <= each.score <= 100


def test_money_of_the_review_is_the_money_of_the_notes() -> None:
    session = played(engine_of("china"), 9, keeping(EMPLOYEE))
    review = session.review()
    assert review.paid_in == pytest.approx(sum(note.contributions for note in session.notes))
    pensions = sum(note.pensions for note in session.notes)
    bills = sum(note.bills_paid_by_others for note in session.notes)
    heirs = sum(note.to_heirs for note in session.notes)
    assert review.received == pytest.approx(pensions + bills + heirs)
    storms = [storm.total for note in session.notes for storm in note.storms]
    assert [storm.total for storm in review.storms] == sorted(storms, reverse=True)[:5]
    for storm in review.storms:
        assert sum(payer.yuan for payer in storm.payers) == pytest.approx(storm.total, abs=3)


def test_a_life_that_ends_young_has_no_old_age_part() -> None:
    frail = quiet(scenario_of("china"), body__least_factor=500, body__most_factor=500)
    session = played(frail, 1, keeping(NOTHING))
    assert session.notes[-1].has_died and session.notes[-1].age < 60
    review = session.review()
    parts = {part.id: part.points for part in review.parts}
    assert parts["old_age"] is None
    assert parts["living"] is not None
    old = played(engine_of("toyland"), 1, keeping(NOTHING)).review()
    assert review.score_line.en.split()[-1] != old.score_line.en.split()[-1]


def test_a_part_the_pack_adds_to_the_score_stands_in_the_review(tmp_path: Path) -> None:
    own = """
score:
  cushion:
    {of: cash, label: {en: "Cushion", zh: "家底"}, weight: 0.2, good: 50000 yuan, bad: 10000 yuan}
"""
    session = played(engine_with(tmp_path, own), 3, keeping(RESIDENT))
    *four, cushion = session.review().parts
    assert [part.id for part in four] == ["old_age", "health", "living", "family"]
    assert (cushion.id, cushion.label.zh) == ("cushion", "家底")
    assert cushion.points is not None and 0 <= cushion.points <= 100
    assert cushion.why.zh == "活过的每一年的平均。"
