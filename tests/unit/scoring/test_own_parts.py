"""A part a pack adds to the score: its mean over all years lived, in the whole by its weight."""

from __future__ import annotations

from dataclasses import replace
from math import exp, log
from pathlib import Path

import numpy as np
import pytest

from game.core.chance import Chance
from game.play.notes import all_sums, note_of
from game.play.reviewing import ReviewCase, review_view
from game.scenario.compiler import load_pack
from game.scoring.honest import lot
from game.scoring.own_parts import at_close, own_years
from game.scoring.score import score_of, year_sums
from game.scoring.study import study
from game.scoring.tally import Tally
from game.sim.cohort import live_on, lived
from game.sim.engine import Engine
from game.sim.start import start_lives
from game.sim.strategies import STRATEGIES
from tests.toyland.lives import lived_year, numbers, started
from tests.unit.sim.test_as_written import engine_with

CUSHION = """
score:
  cushion:
    {of: cash, label: {en: "Cushion", zh: "家底"}, weight: 0.2, good: 50000 yuan, bad: 10000 yuan}
  free:
    {of: debt, label: {en: "No debt", zh: "不欠债"}, weight: 0.1, good: 0 yuan, bad: 9000 yuan}
"""
POLICY = STRATEGIES["resident"].policy


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return engine_with(tmp_path_factory.mktemp("own"), CUSHION)


@pytest.mark.parametrize(
    ("cash", "debt", "levels"),
    [(0, 0, [0, 1]), (10_000, 0, [0, 1]), (30_000, 4500, [0.5, 0.5]), (9e6, 90_000, [1, 0])],
)
def test_a_year_stands_between_the_bad_and_the_good_end(
    engine: Engine, cash: float, debt: float, levels: list[float]
) -> None:
    after, record = lived_year(engine, started(engine, age=52))
    after = replace(after, cash=np.array([float(cash)]), debt=np.array([float(debt)]))
    assert numbers(*own_years(engine.world, record, after)) == levels


def test_age_and_calendar_are_those_of_the_closed_year(engine: Engine) -> None:
    after, record = lived_year(engine, started(engine, age=52))
    scope = at_close(engine.world, record, after)
    assert numbers(scope.read("age"), scope.read("year")) == [52, 2056]


def test_it_is_the_mean_of_all_years_lived_and_counts_by_its_weight(engine: Engine) -> None:
    lives = start_lives(engine.world, 0, np.zeros(1, dtype=np.uint64))
    tally = Tally(world=engine.world, size=1)
    live_on(engine, lives, Chance(seed=5), POLICY, tally.add)
    years = lived(engine, lives, Chance(seed=5), POLICY).years
    levels = [own_years(engine.world, year.record, year.after) for year in years]
    means = [100 * sum(float(level[row][0]) for level in levels) / len(years) for row in (0, 1)]
    score = tally.score
    assert numbers(*score.own.values()) == pytest.approx(means)
    assert list(score.own) == ["cushion", "free"]
    parts = [(score.old_age, 0.35), (score.health, 0.25), (score.living, 0.25)]
    parts += [(score.family, 0.15), (score.own["cushion"], 0.2), (score.own["free"], 0.1)]
    heard = [(max(5, float(part[0])), w) for part, w in parts if not np.isnan(part[0])]
    whole = exp(sum(w * log(part) for part, w in heard) / sum(w for _, w in heard))
    assert score.total[0] == pytest.approx(whole, abs=1e-3)


def test_review_study_and_the_honest_table_count_it(engine: Engine, tmp_path: Path) -> None:
    plain = engine_with(tmp_path, "")
    lives = start_lives(engine.world, 0, np.zeros(1, dtype=np.uint64))
    years = lived(engine, lives, Chance(seed=5), POLICY).years
    notes = tuple(note_of(engine.world, y.opened, y.record, y.after) for y in years)
    tally = Tally(world=engine.world, size=1)
    live_on(engine, lives, Chance(seed=5), POLICY, tally.add)
    case = ReviewCase(
        engine=engine, profile=0, seed=5, lives=years[-1].after, notes=notes, expected_pension=None
    )
    assert review_view(case).score == tally.score.total[0]
    alone = [study(one, 0, 5, 1, "resident", POLICY).result()["score"] for one in (engine, plain)]
    assert alone[0] == tally.score.total[0]
    assert alone[0] != alone[1]
    equal = [lot(one, 0, POLICY, 1, 5).equal[0] for one in (engine, plain)]
    assert equal[0] != equal[1]


def test_it_may_be_weighed_otherwise_or_dropped_by_a_child(engine: Engine, tmp_path: Path) -> None:
    changes = CUSHION + "tests: []\noverride: {score: {cushion: {weight: 2}}}\n"
    (tmp_path / "one").mkdir()
    heavier = engine_with(tmp_path / "one", changes).world.scenario.scoring
    assert heavier["score.cushion"] == 2
    text = (tmp_path / "one" / "scenario.yaml").read_text(encoding="utf-8")
    (tmp_path / "one" / "scenario.yaml").write_text(text.replace("id: child", "id: parent"))
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "scenario.yaml").write_text(
        "scenario: 1\nid: grandchild\nextends: parent\nremove: [score.cushion]\n"
    )
    loaded = load_pack(tmp_path / "two", [tmp_path, Path(__file__).parents[2]])
    assert loaded.scenario is not None, loaded.findings
    assert [key for key in loaded.scenario.scoring if key.startswith("score.")] == ["score.free"]


def test_years_of_an_older_edition_are_left_out(engine: Engine) -> None:
    opened = started(engine, age=52)
    after, record = lived_year(engine, opened)
    figures = engine.world.figures(record.year)
    new = year_sums(engine.world, figures, opened, record, after)
    note = note_of(engine.world, opened, record, after)
    old = replace(note, sums={k: v for k, v in note.sums.items() if not k.startswith("own")})
    scoring = engine.world.scenario.scoring
    alone = score_of(scoring, new)
    both = score_of(scoring, all_sums((old, note)))
    assert both.own["cushion"][0] == alone.own["cushion"][0]
    assert np.isnan(score_of(scoring, all_sums((old,))).own["cushion"][0])
