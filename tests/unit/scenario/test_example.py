"""The two examples of the language: the long one with everything in it, and the 25 lines."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.cli import test_pack as command
from game.core.chance import Chance
from game.scenario.compiler import load_pack
from game.scenario.model import Scenario
from game.sim.cohort import lived
from game.sim.engine import Engine
from game.sim.start import start_lives
from game.sim.strategies import STRATEGIES
from game.sim.world import World

PACK = Path(__file__).parent / "packs" / "courier-henan-hangzhou"
SCENARIOS = Path(__file__).resolve().parents[3] / "scenarios"
EXAMPLES = (PACK, SCENARIOS / "minimal")


def example(path: Path) -> Scenario:
    """The pack, without any finding."""
    loaded = load_pack(path, [SCENARIOS])
    assert [(finding.code, str(finding.place)) for finding in loaded.findings] == []
    assert loaded.scenario is not None
    return loaded.scenario


def test_the_long_one_says_all_it_can_say() -> None:
    scenario = example(PACK)
    wei = next(profile for profile in scenario.profiles if profile.id == "wei")
    assert scenario.places[wei.hukou].id == "zhoukou"
    assert scenario.places[wei.place].rent_per_month == 1500
    assert scenario.jobs[wei.job].id == "courier.wei"
    assert wei.spending is not None
    assert len(scenario.trials) == 2
    assert (scenario.last_age, scenario.decision.ask_at) == (75, (22, 30, 40, 50))
    assert "placeholder" not in (PACK / "scenario.yaml").read_text(encoding="utf-8")


def test_the_short_one_is_short() -> None:
    text = (SCENARIOS / "minimal" / "scenario.yaml").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 26
    assert example(SCENARIOS / "minimal").trials


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_it_plays_to_the_end(path: Path) -> None:
    scenario = example(path)
    engine = Engine(world=World(scenario=scenario))
    shown = [k for k, who in enumerate(scenario.profiles) if who.id in ("wei", "mei")]
    lives = start_lives(engine.world, shown[0], np.arange(3, dtype=np.uint64))
    years = lived(engine, lives, Chance(seed=1), STRATEGIES["random"].policy).years
    assert not years[-1].after.is_alive.any()
    own = {event.index for event in scenario.events if event.id in ("scooter_crash", "slow_season")}
    assert own & {met.event for year in years for met in year.record.met}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_its_tests_pass_as_the_command_runs_them(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main([str(path)], "en") == 0
    assert "failed" not in capsys.readouterr().out
