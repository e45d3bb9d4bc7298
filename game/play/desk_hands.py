"""Who works questions out at the desk: a process kept warm, or a thread where there is none."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import queue
import threading
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, Final, Protocol, TypeAlias

from game.core.errors import GameError
from game.play.packs import playable_scenario
from game.scoring.futures import Abandoned
from game.sim.engine import Engine
from game.sim.world import World

GoesOn: TypeAlias = Callable[[], bool]
PATIENCE: Final = 0.5
"""Seconds a worker has to end by itself."""
POLITENESS: Final = 5
"""How far a process stands back behind the drawing."""


class Question(Protocol):
    """What can be asked: plain values that travel to the worker, and how to answer there."""

    def answers(self, engine: Engine, goes_on: GoesOn) -> Iterator[Any]:
        """The answer in parts, first the quickest; plain values that travel back.

        Raises:
            Abandoned: ``goes_on`` said no.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Nothing:
    """A question without an answer: it only takes the place of another."""

    def answers(self, engine: Engine, goes_on: GoesOn) -> Iterator[Any]:
        """No part."""
        return iter(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question on its way."""

    lane: str
    ticket: int
    question: Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A part of an answer on its way back; ``is_last`` closes the question."""

    lane: str
    ticket: int
    part: Any
    is_last: bool


class _Worker:
    """Works questions out, the newest of each lane only; the same in a process and in a thread."""

    def __init__(
        self,
        engine: Engine,
        receive: Callable[[float | None], Asked | None],
        send: Callable[[Answered], None],
    ) -> None:
        self._engine, self._receive, self._send = engine, receive, send
        self._open: dict[str, Asked] = {}
        self.is_closed = False

    def run(self) -> None:
        """Until it is told to stop."""
        while not self.is_closed:
            self._listen(None)
            while self._open and not self.is_closed:
                self._work(next(iter(self._open.values())))

    def _listen(self, seconds: float | None) -> None:
        """Take in what has been asked; wait for it where ``seconds`` is none."""
        try:
            asked = self._receive(seconds)
            while asked is not None:
                self._open.pop(asked.lane, None)
                self._open[asked.lane] = asked
                asked = self._receive(0.0)
        except (EOFError, OSError):
            self.is_closed = True

    def _goes_on(self, asked: Asked) -> bool:
        self._listen(0.0)
        return not self.is_closed and self._open.get(asked.lane) is asked

    def _work(self, asked: Asked) -> None:
        def goes_on() -> bool:
            return self._goes_on(asked)

        try:
            for part in asked.question.answers(self._engine, goes_on):
                self._tell(asked, part, is_last=False)
                if not goes_on():
                    return
            self._tell(asked, None, is_last=True)
        except Abandoned:
            return
        except Exception:
            # A question that fails is closed unanswered: the others must not wait for it.
            if os.environ.get("BTR_DEBUG"):
                traceback.print_exc()
            self._tell(asked, None, is_last=True)
        if self._open.get(asked.lane) is asked:
            del self._open[asked.lane]

    def _tell(self, asked: Asked, part: Any, *, is_last: bool) -> None:
        answer = Answered(lane=asked.lane, ticket=asked.ticket, part=part, is_last=is_last)
        try:
            self._send(answer)
        except (BrokenPipeError, OSError):
            self.is_closed = True


def _serve(connection: Connection, pack: str | None) -> None:
    """What the process does: load the pack once, then answer until the pipe is closed."""
    if hasattr(os, "nice"):
        os.nice(POLITENESS)
    try:
        engine = Engine(world=World(scenario=playable_scenario(pack)))
    except GameError:
        connection.close()
        return

    def receive(seconds: float | None) -> Asked | None:
        if connection.poll(seconds):
            asked: Asked = connection.recv()
            return asked
        return None

    with contextlib.suppress(KeyboardInterrupt):
        _Worker(engine, receive, connection.send).run()


class ProcessHand:
    """A worker in a process of its own."""

    def __init__(self, pack: str | None) -> None:
        context = multiprocessing.get_context("spawn")
        self._here, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(there, pack), daemon=True)
        self._process.start()
        there.close()

    def ask(self, asked: Asked) -> None:
        self._here.send(asked)

    def told(self) -> Answered | None:
        """The next part that has come; ``EOFError`` when the worker is gone."""
        if self._here.poll():
            part: Answered = self._here.recv()
            return part
        if not self._process.is_alive():
            raise EOFError
        return None

    def close(self) -> None:
        self._here.close()
        self._process.join(PATIENCE)
        if self._process.is_alive():
            self._process.terminate()
            self._process.join(PATIENCE)


class ThreadHand:
    """A worker in a thread, where there can be no process."""

    def __init__(self, engine: Engine) -> None:
        self._asked: queue.Queue[Asked | None] = queue.Queue()
        self._told: queue.Queue[Answered] = queue.Queue()
        self._worker = _Worker(engine, self._receive, self._told.put)
        self._thread = threading.Thread(target=self._worker.run, daemon=True)
        self._thread.start()

    def _receive(self, seconds: float | None) -> Asked | None:
        try:
            asked = self._asked.get(block=seconds is None)
        except queue.Empty:
            return None
        if asked is None:
            raise EOFError
        return asked

    def ask(self, asked: Asked) -> None:
        self._asked.put(asked)

    def told(self) -> Answered | None:
        try:
            return self._told.get_nowait()
        except queue.Empty:
            return None

    def close(self) -> None:
        self._asked.put(None)
        self._thread.join(PATIENCE)


Hand: TypeAlias = "ProcessHand | ThreadHand"
