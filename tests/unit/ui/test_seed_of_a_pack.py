"""A class begins with the luck its pack names, unless another is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play.packs import playable_scenario
from game.play.saves import SaveStore
from game.ui.lives import PackLives
from game.ui.one_life import OneLife

HEAD = 'scenario: 1\nid: class-of-nine\nextends: china\ntitle: {en: "A class", zh: "一个班"}\n'


def seeds_of(folder: Path, body: str, asked: int | None) -> list[int]:
    """The luck of two new lives in one pack."""
    (folder / "scenario.yaml").write_text(HEAD + body, encoding="utf-8")
    scenario = playable_scenario(str(folder))
    lives = PackLives(scenario, SaveStore(folder / "saves"), asked, pack=str(folder))
    begun = [lives.begin("migrant_worker") for _ in range(2)]
    assert all(isinstance(life, OneLife) for life in begun)
    return [life.session.seed for life in begun if isinstance(life, OneLife)]


@pytest.mark.parametrize(
    ("body", "asked", "seeds"),
    [("settings: {seed: 7}\n", None, [7, 7]), ("settings: {seed: 7}\n", 3, [3, 3])],
)
def test_new_lives_have_the_luck_of_the_pack(
    tmp_path: Path, body: str, asked: int | None, seeds: list[int]
) -> None:
    assert seeds_of(tmp_path, body, asked) == seeds


def test_without_one_every_life_has_its_own(tmp_path: Path) -> None:
    first, second = seeds_of(tmp_path, "", None)
    assert first != second
