"""Tasks of a playtest spread over processes: this one works too, so that none is ever needed.

Each task is a value and draws its luck from what it is, so that who does it changes nothing. Other
processes are started afresh and read the pack by themselves: expressions do not travel, and reading
takes less time than starting. One that reads other files than this process did is sent away.
"""

from __future__ import annotations

import contextlib
import heapq
import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Final, Protocol, TypeAlias

from game.scenario.compiler import load_pack
from game.sim.engine import Engine
from game.sim.world import World

MOST_PROCESSES: Final = 8
LOOK_SECONDS: Final = 0.2
"""How long a wait may keep an interruption from being heard."""
PATIENCE: Final = 1.0
"""Seconds a process that was told to end may take."""


class Task(Protocol):
    """A piece of work that travels, and so does what comes of it."""

    @property
    def key(self) -> str:
        """What it is known by; its result stands under it."""
        ...

    @property
    def cost(self) -> float:
        """About how long it takes, beside others; the dearest are begun first."""
        ...

    def done(self, engine: Engine) -> Any:
        """Do it."""
        ...


Then: TypeAlias = "Callable[[Task, Any], Sequence[Task]]"
"""Told what came of a task: the tasks that can be done from now on."""
Tell: TypeAlias = Callable[[str, float], None]
"""Told what has been done and the share of all that is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """How another process finds the pack: as it was asked for, and where packs are looked up."""

    pack: str
    folders: tuple[Path, ...]


def usual_processes() -> int:
    """As many as this program may use at once."""
    try:
        count = len(os.sched_getaffinity(0))
    except AttributeError:
        count = os.cpu_count() or 1
    return max(1, min(count, MOST_PROCESSES))


def worked(
    engine: Engine,
    tasks: Sequence[Task],
    then: Then,
    tell: Tell,
    address: Address | None = None,
    processes: int = 1,
) -> dict[str, Any]:
    """Do tasks, and those that follow from them, to the last.

    Args:
        engine: of the pack.
        tasks: what can be done at once.
        then: what can be done once one of them is done; called one at a time.
        tell: told as tasks are done; called one at a time, from any thread.
        address: of the pack; none keeps everything in this process.
        processes: how many work, this one among them.

    Returns:
        What came of each, by key.
    """
    board = _Board(then=then, tell=tell)
    board.add(tasks)
    mates: list[_Mate] = []
    try:
        while address is not None and len(mates) < processes - 1:
            mate = _Mate.hired(board, address, engine.world.scenario.digest)
            if mate is None:
                break
            mates.append(mate)
        while (task := board.take()) is not None:
            board.finish(task, task.done(engine))
    finally:
        board.close()
        for mate in mates:
            mate.dismiss()
    return board.results


@dataclass(slots=True)
class _Board:
    """What waits, what is being done, what is done; shared by this process and its mates."""

    then: Then
    tell: Tell
    results: dict[str, Any] = field(default_factory=dict)
    _waiting: list[tuple[float, int, Task]] = field(default_factory=list)
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _count: int = 0
    _open: int = 0
    """Tasks somebody is at."""
    _is_closed: bool = False
    _all: float = 0.0
    _done: float = 0.0

    def add(self, tasks: Sequence[Task]) -> None:
        """More to do; of equal cost the older first."""
        with self._changed:
            for task in tasks:
                heapq.heappush(self._waiting, (-task.cost, self._count, task))
                self._count += 1
                self._all += task.cost
            self._changed.notify_all()

    def take(self) -> Task | None:
        """The dearest task that waits, or none once everything is done; waits for it."""
        with self._changed:
            while not self._is_closed:
                if self._waiting:
                    self._open += 1
                    return heapq.heappop(self._waiting)[2]
                if not self._open:
                    return None
                self._changed.wait(LOOK_SECONDS)
            return None

    def finish(self, task: Task, result: Any) -> None:
        """A task is done."""
        with self._changed:
            if self._is_closed:
                return
            self.results[task.key] = result
            self.add(self.then(task, result))
            self._open -= 1
            self._done += task.cost
            self.tell(task.key, self._done / self._all)
            self._changed.notify_all()

    def give_back(self, task: Task) -> None:
        """Somebody has left a task undone."""
        with self._changed:
            heapq.heappush(self._waiting, (-task.cost, self._count, task))
            self._count += 1
            self._open -= 1
            self._changed.notify_all()

    def close(self) -> None:
        """Nobody waits any more."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()


class _Mate:
    """Another process, and the thread here that hands it tasks."""

    def __init__(self, board: _Board, address: Address, digest: str) -> None:
        context = multiprocessing.get_context("spawn")
        self._board = board
        self._here, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(there, address, digest), daemon=True)
        self._process.start()
        there.close()
        self._thread = threading.Thread(target=self._hand_on, daemon=True)
        self._thread.start()

    @classmethod
    def hired(cls, board: _Board, address: Address, digest: str) -> _Mate | None:
        """A mate at work, or none where no process can be started."""
        try:
            return cls(board, address, digest)
        except (OSError, ValueError, ImportError, RuntimeError):
            return None

    def _hand_on(self) -> None:
        task: Task | None = None
        try:
            self._here.recv()
            while (task := self._board.take()) is not None:
                self._here.send(task)
                self._board.finish(task, self._here.recv())
        except (EOFError, OSError):
            # It has ended, or never came to read the pack: another one does what it had begun.
            if task is not None:
                self._board.give_back(task)

    def dismiss(self) -> None:
        """End it, whatever it is at."""
        self._process.terminate()
        self._process.join(PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join(PATIENCE)
        self._thread.join(PATIENCE)
        self._here.close()


def _serve(connection: Connection, address: Address, digest: str) -> None:
    """What a mate does: read the pack, then one task after another."""
    # A stroke of Ctrl-C reaches all processes of a terminal; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    scenario = load_pack(address.pack, address.folders).scenario
    if scenario is None or scenario.digest != digest:
        connection.close()
        return
    engine = Engine(world=World(scenario=scenario))
    with contextlib.suppress(EOFError, OSError):
        connection.send(True)
        while True:
            task: Task = connection.recv()
            connection.send(_tried(task, engine))


def _tried(task: Task, engine: Engine) -> Any:
    """What comes of a task; one that fails ends this process, and fails again where it is told."""
    try:
        return task.done(engine)
    except Exception as error:
        if os.environ.get("BTR_DEBUG"):
            traceback.print_exc()
        raise EOFError from error


def _leave_with_parent() -> None:
    """End at once when the process that asked is gone, even if it was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
