"""Where ids are listed, those of the author's own pack come before those it inherits."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario.compiler import load_pack
from game.scenario.expression.vocabulary import some_of

TOYS = Path(__file__).parents[2] / "mistakes"
PACK = """\
scenario: 1
id: child
extends: toyland
title: {{en: "A pack", zh: "一个包"}}
events:
  crash:
    title: {{en: "Crash", zh: "车祸"}}
    text: {{en: "A van.", zh: "面包车。"}}
    kind: accident
    {key}
    probability: 4% per year
"""


@pytest.mark.parametrize(
    "key", ['when: "seen(nothing_like_it)"', "effects: [trigger: no_such_one]"]
)
def test_own_events_are_listed_first(tmp_path: Path, key: str) -> None:
    (tmp_path / "scenario.yaml").write_text(PACK.format(key=key), encoding="utf-8")
    (told,) = [one for one in load_pack(tmp_path, [TOYS]).findings if one.code == "SC203"]
    assert str(told.slots["known"]).startswith("crash, scooter_crash, ")


def test_where_there_are_more_it_is_told() -> None:
    assert some_of("abc", most=3) == "a, b, c"
    assert some_of("abcd", most=3) == "a, b, c, …"
