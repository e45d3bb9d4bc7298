"""A life that is killed at any moment goes on where it was, or one write earlier."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

import game
from game.play.resuming import resumed_session
from game.play.saves import Save, SaveStore
from game.play.views import Stage
from tests.toyland.lives import toyland
from tests.unit.play.playing import play_on, wandering

ROOT = Path(game.__file__).parents[1]
PLAYER = """
import sys
from pathlib import Path
from game.play.saves import SaveStore
from game.play.session import new_session
from game.play.views import Stage
from tests.toyland.lives import toyland
from tests.unit.play.playing import wandering

store = SaveStore(Path(sys.argv[1]))

def keep(save):
    assert store.write("only", save) is None
    print(save.seed, save.age, len(save.answers), flush=True)

for seed in range(1, 1000):
    session = new_session(toyland(), 0, seed, keep=keep)
    while session.stage is not Stage.OVER:
        wandering(session)
"""


def told(line: bytes) -> tuple[int, ...]:
    """Seed, age and number of answers of a write that was finished."""
    return tuple(int(word) for word in line.split())


def killed_after(seconds: float, folder: Path) -> tuple[int, ...]:
    """Play, kill after a while, and say what had surely been written."""
    command = [sys.executable, "-c", PLAYER, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as player:
        assert player.stdout is not None
        lines = [player.stdout.readline()]
        time.sleep(seconds)
        player.kill()
        lines += player.stdout.readlines()
    return told([line for line in lines if line.endswith(b"\n")][-1])


@pytest.mark.parametrize("start", [0, 10])
def test_a_kill_loses_at_most_what_was_being_written(start: int, tmp_path: Path) -> None:
    moments = random.Random(start)
    for kill in range(start, start + 10):
        folder = tmp_path / str(kill)
        folder.mkdir()
        last = killed_after(moments.uniform(0, 0.3), folder)
        save = SaveStore(folder).read("only")
        assert isinstance(save, Save), save
        seed, age, answers = last
        assert (save.seed, save.age, len(save.answers)) >= last
        assert save.seed - seed <= 1
        assert save.seed > seed or save.age - age <= 1
        session = resumed_session(toyland(), save)
        if session.stage is not Stage.OVER:
            assert session.age == save.age
            play_on(session, wandering, until=save.age + 1)
            assert session.notes[-1].age == save.age
        assert answers >= 0
