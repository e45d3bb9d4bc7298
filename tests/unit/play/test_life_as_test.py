"""A played life saved as a test passes when the pack's tests are run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.cli.test_pack import main
from game.core import folders
from game.play.life_as_test import FILE, OTHER_EDITION, Written, as_entry, saved_as_test
from game.play.notes import YearNote
from game.play.packs import playable_scenario
from game.play.problems import Problem
from game.play.session import Session, new_session
from game.play.views import Stage
from game.sim.engine import Engine
from game.sim.world import World
from tests.unit.play.playing import play_on, wandering


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "shop"
    shutil.copytree(folders.scenarios() / "courier-injury", folder)
    return folder


def ended(pack: Path, seed: int) -> Session:
    """A life with another answer every year and plans changed now and then."""
    scenario = playable_scenario(str(pack))
    index = [who.id for who in scenario.profiles].index("rider")
    session = new_session(Engine(world=World(scenario=scenario)), index, seed)
    play_on(session, wandering)
    assert session.stage is Stage.OVER
    return session


def included(pack: Path, tests: str = FILE) -> None:
    """The pack with only the tests of the file, so that nothing else is run."""
    path = pack / "scenario.yaml"
    words = path.read_text(encoding="utf-8").partition("\ntests:")[0] + "\n"
    path.write_text(words.replace("lessons.yaml]", f"lessons.yaml, {tests}]"), encoding="utf-8")


@pytest.mark.parametrize("seed", (3, 2_000_000_011))
def test_the_saved_life_passes(pack: Path, seed: int, capsys: pytest.CaptureFixture[str]) -> None:
    session = ended(pack, seed)
    written = saved_as_test(session, pack)
    assert written == Written(path=pack / FILE, is_included=False)
    included(pack)
    code = main([str(pack)], "en")
    shown = capsys.readouterr().out
    assert code == 0, shown
    assert "1 of 1 tests passed" in shown


def test_another_end_fails(pack: Path) -> None:
    session = ended(pack, 3)
    entry = as_entry(session)
    assert isinstance(entry, str)
    wish = next(line for line in entry.splitlines() if "value: paid_years" in line)
    wrong = wish.partition("between")[0] + "between: [90 years, 95 years]}"
    (pack / FILE).write_text("tests:\n" + entry.replace(wish, wrong), encoding="utf-8")
    included(pack)
    assert main([str(pack)], "en") == 3


def test_lives_are_added_once_each(pack: Path) -> None:
    one, other = ended(pack, 3), ended(pack, 4)
    for session in (one, other, one):
        assert isinstance(saved_as_test(session, pack), Written)
    words = (pack / FILE).read_text(encoding="utf-8")
    assert words.count("\n  - name:") == 2 and words.count("tests:") == 1


def test_where_nothing_can_be_written_it_goes_to_the_players_folder(pack: Path) -> None:
    session = ended(pack, 3)
    (pack / FILE).mkdir()
    written = saved_as_test(session, pack)
    assert isinstance(written, Written)
    assert written.path == folders.user_data() / "tests" / "courier-injury" / FILE


def test_a_life_under_two_editions_is_no_test(pack: Path) -> None:
    session = ended(pack, 3)
    first = session.notes[0].as_json() | {"edition": "another"}
    session.notes[0] = YearNote.from_json(first)
    found = saved_as_test(session, pack)
    assert isinstance(found, Problem) and found.text == OTHER_EDITION
    assert not (pack / FILE).exists()
