"""Work spread over processes: the same comes of it, whoever does it, and nobody is left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.play.playtest.crew import Address, Task, usual_processes, worked
from game.play.playtest.playing import Wish, playtested
from game.play.playtest.report import report_of
from game.play.playtest.report_json import as_json
from game.play.playtest.tasks import FreePlay
from game.scenario.compiler import Loaded, load_pack
from game.sim.engine import Engine
from game.sim.world import World
from tests.toyland.lives import TOYLAND

ROOT = Path(__file__).resolve().parents[4]
ADDRESS = Address(pack=str(TOYLAND), folders=(TOYLAND.parent,))


@pytest.fixture(scope="module")
def toyland() -> Loaded:
    return load_pack(TOYLAND, [TOYLAND.parent])


def engine_of(loaded: Loaded) -> Engine:
    assert loaded.scenario is not None
    return Engine(world=World(scenario=loaded.scenario))


def nothing_more(task: Task, result: Any) -> Sequence[Task]:
    return ()


def silent(what: str, share: float) -> None:
    return None


def free_play(player: str) -> FreePlay:
    return FreePlay(
        player=player,
        lives=10,
        seed=1,
        own=frozenset(),
        visits_of_an_event=0,
        is_sampled=False,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A task that tells in which process it was done, after a while."""

    key: str
    cost: float = 1.0
    seconds: float = 0.0

    def done(self, engine: Engine) -> int:
        time.sleep(self.seconds)
        return os.getpid()


def test_the_same_is_found_in_one_process_and_in_two(toyland: Loaded) -> None:
    assert toyland.scenario is not None
    wish = Wish(lives=24, visits_of_an_event=2)
    alone, together = (
        playtested(toyland, toyland.scenario, wish, silent, ADDRESS, processes)
        for processes in (1, 2)
    )
    assert as_json(report_of(alone)) == as_json(report_of(together))
    one, other = alone.evidence.pairs, together.evidence.pairs
    assert one is not None and other is not None
    assert all(np.array_equal(one.parts[name], other.parts[name]) for name in one.parts)
    for player, seen in alone.evidence.seen.items():
        assert np.array_equal(seen.score, together.evidence.seen[player].score)


def test_tasks_are_really_shared(toyland: Loaded) -> None:
    seen: set[int] = set()

    def then(task: Task, result: Any) -> Sequence[Task]:
        """One task more until another process has come to do one."""
        seen.add(result)
        return [Counted(key=f"{task.key}+", seconds=0.1)] if len(seen) < 2 else ()

    first = [Counted(key="a"), Counted(key="b")]
    done = worked(engine_of(toyland), first, then, silent, ADDRESS, 2)
    assert {"a", "b"} <= set(done)
    assert set(done.values()) == seen
    assert os.getpid() in seen


def test_what_follows_is_done_too_and_the_dearest_first(toyland: Loaded) -> None:
    told: list[tuple[str, float]] = []

    def then(task: Task, result: Any) -> Sequence[Task]:
        return [Counted(key="later")] if task.key == "dear" else ()

    tasks = [Counted(key="cheap"), Counted(key="dear", cost=3.0)]
    done = worked(engine_of(toyland), tasks, then, lambda what, share: told.append((what, share)))
    assert [what for what, _ in told] == ["dear", "cheap", "later"]
    assert [share for _, share in told] == [3 / 5, 4 / 5, 1.0]
    assert set(done) == {"cheap", "dear", "later"}


def test_a_process_that_reads_other_files_is_sent_away(toyland: Loaded, tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text(
        'scenario: 1\nid: other\nextends: toyland\ntitle: {en: "Other", zh: "别的"}\n',
        encoding="utf-8",
    )
    address = Address(pack=str(tmp_path), folders=(TOYLAND.parent,))
    tasks = [Counted(key=str(k), seconds=0.2) for k in range(8)]
    done = worked(engine_of(toyland), tasks, nothing_more, silent, address, 2)
    assert set(done.values()) == {os.getpid()}


def test_without_processes_this_one_does_it_all(
    toyland: Loaded, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_context(name: str) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(multiprocessing, "get_context", no_context)
    done = worked(engine_of(toyland), [free_play("prudent")], nothing_more, silent, ADDRESS, 4)
    assert done["prudent"].seen.lives == 10


def test_a_task_that_fails_fails_here(toyland: Loaded) -> None:
    with pytest.raises(KeyError):
        worked(engine_of(toyland), [free_play("nobody")], nothing_more, silent, ADDRESS, 2)


def test_there_is_always_one_process() -> None:
    assert 1 <= usual_processes() <= 8


# --- nobody is left behind -----------------------------------------------------------------------


@pytest.fixture
def command(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A playtest that takes far longer than the test, with a process beside it."""
    code = (
        "from pathlib import Path; from game.play.playtest import crew; from game.cli import app;"
        "import sys; import game.cli.playtest as it; it.usual_processes = lambda: 2;"
        "sys.exit(app.run(sys.argv[1:], print))"
    )
    words = ["playtest", str(TOYLAND), "--lives", "100000"]
    running = subprocess.Popen(
        [sys.executable, "-c", code, *words],
        cwd=ROOT,
        env={**os.environ, "BTR_FOLDER": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield running
    running.kill()
    running.wait()


def children_of(process: int) -> list[int]:
    path = Path(f"/proc/{process}/task/{process}/children")
    try:
        return [int(word) for word in path.read_text().split()]
    except FileNotFoundError:
        return []


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"


def until(condition: Any, seconds: float = 20.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks processes up in /proc")
@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_whatever_ends_the_command_ends_its_processes(
    command: subprocess.Popen[bytes], blow: signal.Signals
) -> None:
    seen: set[int] = set()

    def has_mate() -> bool:
        seen.update(children_of(command.pid))
        # One is the tracker multiprocessing keeps; the other one works.
        return len(seen) >= 2

    assert until(has_mate)
    command.send_signal(blow)
    assert until(lambda: not any(is_running(process) for process in seen))
    assert until(lambda: command.poll() is not None)
    if blow is signal.SIGINT:
        assert command.returncode == 130
