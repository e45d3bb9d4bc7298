"""Who extends a person is one of his kind: in conditions, in checks, and in whose events are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from game.core.folders import scenarios
from game.scenario.checks.whose import can_be_of
from game.scenario.compiler import Loaded, load_pack
from game.scenario.expression.kinship import kin_of, with_kin
from game.scenario.expression.parser import parse
from game.scenario.model import Array, Scenario

PACK = """\
scenario: 1
id: kin-pack
languages: [en]
title: {{en: "Kin"}}
profiles:
  child: {{extends: migrant_worker, name: {{en: "Child"}}, hidden: no}}
  grandchild: {{extends: child, name: {{en: "Grandchild"}}, hidden: no}}
override:
  profiles:
    migrant_worker: {{hidden: yes}}
    female_worker: {{hidden: yes}}
    student: {{hidden: yes}}
events:
  asked:
    title: {{en: "Asked"}}
    text: {{en: "Asked."}}
    kind: work
    ages: 25..40
    when: "{when}"
    probability: 5% per year
    effects: [pay: 10 yuan]
    teaches: [window]
"""


class Profiles:
    """A scope that knows nothing but who each life is."""

    def __init__(self, scenario: Scenario) -> None:
        self.size = len(scenario.profiles)

    def read(self, name: str) -> Array:
        assert name == "profile"
        return np.arange(self.size, dtype=np.float64)


def loaded(tmp_path: Path, when: str) -> Loaded:
    path = tmp_path / "scenario.yaml"
    path.write_text(PACK.format(when=when), encoding="utf-8")
    return load_pack(path, [scenarios()])


def holds_for(scenario: Scenario) -> Iterator[str]:
    """For whom the condition holds, and who may meet the event at all: the same."""
    event = next(event for event in scenario.events if event.id == "asked")
    assert event.when is not None
    holds = event.when.evaluate(Profiles(scenario))  # type: ignore[arg-type]
    for who, is_so in zip(scenario.profiles, holds, strict=True):
        assert can_be_of(event, who) == bool(is_so), who.id
        if is_so:
            yield who.id


@pytest.mark.parametrize(
    ("when", "whose"),
    [
        ("profile == migrant_worker", {"migrant_worker", "child", "grandchild"}),
        ("migrant_worker == profile", {"migrant_worker", "child", "grandchild"}),
        ("profile != migrant_worker", {"female_worker", "student"}),
        ("profile == child", {"child", "grandchild"}),
        ("profile == grandchild", {"grandchild"}),
        ("profile == migrant_worker and profile != child", {"migrant_worker"}),
        ("not (profile == child)", {"migrant_worker", "female_worker", "student"}),
    ],
)
def test_a_condition_on_a_person_holds_for_whoever_extends_him(
    tmp_path: Path, when: str, whose: set[str]
) -> None:
    scenario = loaded(tmp_path, when).scenario
    assert scenario is not None
    assert set(holds_for(scenario)) == whose


def test_a_condition_on_a_hidden_person_may_hold_where_somebody_extends_him(
    tmp_path: Path,
) -> None:
    assert loaded(tmp_path, "profile == migrant_worker").findings == ()
    found = loaded(tmp_path, "profile == student")
    assert [finding.code for finding in found.findings] == ["SC404"]


def test_a_profile_knows_whom_it_extends(tmp_path: Path) -> None:
    scenario = loaded(tmp_path, "profile == child").scenario
    assert scenario is not None
    known = {who.id: who.forebears for who in scenario.profiles}
    assert known["grandchild"] == ("child", "migrant_worker")
    assert known["child"] == ("migrant_worker",)
    assert known["student"] == ()


def test_without_kin_a_condition_stays_as_it_is() -> None:
    part = parse("profile == a and age > 30")
    assert with_kin(part, {}) is part
    assert with_kin(part, kin_of({"b": ("c",)})) == part


@pytest.mark.parametrize(
    ("mark", "is_filled"),
    [("{cash}", False), ("{sex}", False), ("{param.risk.slack_loss}", False), ("{age}", True)],
)
def test_a_mark_that_no_text_fills_is_told(tmp_path: Path, mark: str, is_filled: bool) -> None:
    path = tmp_path / "scenario.yaml"
    text = PACK.format(when="age > 20").replace('"Asked."', f'"You have {mark}."')
    path.write_text(text, encoding="utf-8")
    codes = [finding.code for finding in load_pack(path, [scenarios()]).findings]
    assert codes == ([] if is_filled else ["SC604"])
