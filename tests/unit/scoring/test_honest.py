"""Honest by test: the uninsured sometimes do well, the insured sometimes badly; nobody always."""

from __future__ import annotations

import numpy as np
import pytest

from game.cli.honest import markdown
from game.core.text import LANGUAGES, Language
from game.scoring.honest import COMPARED, HIGHER, Honest, honest, lot
from game.sim.affordable import share_without_gap, usual_highest_base
from game.sim.start import start_lives
from game.sim.strategies import STRATEGIES, employee_at
from tests.toyland.lives import CALM, china, toyland

LIVES = 2_000


@pytest.fixture(scope="module")
def found() -> Honest:
    """Li Wei's figures on fewer lives than are published."""
    return honest(china(), 0, LIVES, guards=1_000)


def test_every_share_is_above_nothing_and_below_everything(found: Honest) -> None:
    print({name: f"{share:.1%}" for name, share in found.shares.items()})
    for name, share in found.shares.items():
        assert 0 < share < 1, name


def test_how_long_lives_are_is_not_scored(found: Honest) -> None:
    """With mortality a fifth higher no mean score moves by a point."""
    print({each.strategy: f"{each.harsher:+.2f}" for each in found.ranking})
    assert all(abs(each.harsher) < 1 for each in found.ranking)


def test_the_ranking_is_told_under_both_weights(found: Honest) -> None:
    scores = [each.score for each in found.ranking]
    assert scores == sorted(scores, reverse=True)
    assert set(found.equal_ranking) == {each.strategy for each in found.ranking} == set(COMPARED)
    paid = {each.strategy: each.back_per_yuan for each in found.ranking}
    assert paid["never_insured"] is None
    assert paid["resident"] is not None and paid[HIGHER] is not None


def test_a_higher_base_pays_back_less_per_yuan(found: Honest) -> None:
    rows = {each.strategy: each for each in found.ranking}
    low, high = rows["employee_lowest"].back_per_yuan, rows[HIGHER].back_per_yuan
    assert low is not None and high is not None and high < low
    assert rows[HIGHER].paid_in > rows["employee_lowest"].paid_in


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tables_are_markdown_in_both_languages(found: Honest, language: Language) -> None:
    words = markdown(china().world.scenario, [found], language)
    rows = [line for line in words.splitlines() if line.startswith("|")]
    assert len(rows) == 3 + 2 + len(COMPARED)
    assert {line.count("|") for line in rows[3:]} == {8}
    assert "{" not in words
    assert china().world.scenario.profiles[0].name.in_language(language) in words


def test_chunks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    policy = STRATEGIES["random"].policy
    whole = lot(toyland(), 0, policy, 9, 4)
    monkeypatch.setattr("game.scoring.honest.CHUNK", 4)
    pieces = lot(toyland(), 0, policy, 9, 4)
    for name in ("score", "equal", "paid_in", "back"):
        assert np.array_equal(getattr(whole, name), getattr(pieces, name))


def test_the_affordable_base_is_the_highest_nine_in_ten_can_keep() -> None:
    engine = toyland()
    base = usual_highest_base(engine, 0, employee_at)
    lives = start_lives(engine.world, 0, np.arange(50, dtype=np.uint64))
    assert share_without_gap(engine, lives, CALM, employee_at(base)) >= 0.9
    bases = engine.world.scenario.decision.bases
    higher = [each for each in bases if each > base]
    for each in higher[:1]:
        assert share_without_gap(engine, lives, CALM, employee_at(each)) < 0.9
