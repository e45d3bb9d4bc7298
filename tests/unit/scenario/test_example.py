"""The long example of the language: everything in it, on the base pack, without a finding."""

from __future__ import annotations

from pathlib import Path

from game.scenario.compiler import load_pack

PACK = Path(__file__).parent / "packs" / "courier-henan-hangzhou"
SCENARIOS = Path(__file__).resolve().parents[3] / "scenarios"


def test_the_example_checks_at_zero_findings() -> None:
    loaded = load_pack(PACK, [SCENARIOS])
    assert [(finding.code, str(finding.place)) for finding in loaded.findings] == []
    scenario = loaded.scenario
    assert scenario is not None
    wei = next(profile for profile in scenario.profiles if profile.id == "wei")
    assert scenario.places[wei.hukou].id == "zhoukou"
    assert scenario.places[wei.place].rent_per_month == 1500
    assert len(scenario.trials) == 2
    assert (scenario.last_age, scenario.decision.ask_at) == (75, (22, 30, 40, 50))
