"""The desk: long questions about a life, worked out beside the drawing.

The first hand, a process that holds the pack ready, is hired at once, a second one when the first
is busy. Each lane has one open question at most: asking again replaces it, and what is being worked
out for it is dropped within a year of lives. Where no process can be started, or one has died
twice, a thread does the same.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any, Final

from game.play.desk_hands import Answered as Answered
from game.play.desk_hands import Asked, Hand, Nothing, ProcessHand, Question, ThreadHand
from game.play.desk_hands import GoesOn as GoesOn
from game.sim.engine import Engine

MOST_STARTS: Final = 2
"""How often a worker that has died is started again before a thread takes over."""
MOST_HANDS: Final = 2


@dataclass(slots=True)
class _Seat:
    """A hand and what it has been asked and has not answered to the end."""

    hand: Hand
    open: dict[str, Asked] = field(default_factory=dict)
    starts: int = 1


@dataclass(slots=True)
class Desk:
    """Takes questions and hands out answers; neither ever waits.

    Attributes:
        engine: of the pack, for the thread.
        pack: the pack by id or path, as the worker loads it; none for the base pack.
        uses_process: false keeps everything in a thread.
        hands: how many may work at a time.
    """

    engine: Engine
    pack: str | None = None
    uses_process: bool = True
    hands: int = field(default_factory=lambda: min(MOST_HANDS, os.cpu_count() or 1))
    _seats: list[_Seat] = field(init=False, default_factory=list)
    _come: dict[str, list[Any]] = field(init=False, default_factory=dict)
    """Parts of each lane that nobody has read."""
    _giving_way: set[str] = field(init=False, default_factory=set)
    """Lanes whose question makes room for any other."""
    _tickets: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        """Hire the first hand, so that it is warm when it is needed."""
        self._seats.append(_Seat(hand=self._hired(1)))

    def _hired(self, starts: int) -> Hand:
        if self.uses_process and starts <= MOST_STARTS:
            try:
                return ProcessHand(self.pack)
            except (OSError, ValueError, ImportError, RuntimeError):
                self.uses_process = False
        return ThreadHand(self.engine)

    def ask(self, lane: str, question: Question, *, gives_way: bool = False) -> int:
        """Ask something, in place of what the lane was asked before.

        Args:
            lane: one question at a time is open in it.
            question: what is asked.
            gives_way: it is taken only while a hand is free, and dropped when one is needed.

        Returns:
            The ticket of the question; 0 where it gives way at once.
        """
        seat = self._seat_for(lane, gives_way=gives_way)
        if seat is None:
            return 0
        self._tickets += 1
        asked = Asked(lane=lane, ticket=self._tickets, question=question)
        seat.open[lane] = asked
        self._come[lane] = []
        (self._giving_way.add if gives_way else self._giving_way.discard)(lane)
        self._send(seat, asked)
        return asked.ticket

    def drop(self, lane: str) -> None:
        """The lane's question is no longer wanted."""
        seat = self._seat_of(lane)
        if seat is not None:
            self._tickets += 1
            del seat.open[lane]
            self._send(seat, Asked(lane=lane, ticket=self._tickets, question=Nothing()))

    def poll(self, lane: str) -> tuple[Any, ...]:
        """Parts of the lane's answer that have come since, in their order."""
        self._take_in()
        parts = tuple(self._come.get(lane, ()))
        self._come[lane] = []
        return parts

    def is_open(self, lane: str) -> bool:
        """Whether more of the lane's answer is to come."""
        self._take_in()
        return self._seat_of(lane) is not None

    @property
    def has_free_hand(self) -> bool:
        """Whether one has nothing to do, or one more may be hired."""
        self._take_in()
        return self._may_hire or any(not seat.open for seat in self._seats)

    @property
    def _may_hire(self) -> bool:
        return self.uses_process and len(self._seats) < self.hands

    def _seat_of(self, lane: str) -> _Seat | None:
        return next((seat for seat in self._seats if lane in seat.open), None)

    def _seat_for(self, lane: str, *, gives_way: bool) -> _Seat | None:
        """Who is asked: whoever has the lane, a free hand, one whose work gives way, a new one."""
        seat = self._seat_of(lane) or next((each for each in self._seats if not each.open), None)
        if seat is not None:
            return seat
        if not gives_way:
            for seat in self._seats:
                if seat.open.keys() <= self._giving_way:
                    for other in tuple(seat.open):
                        self.drop(other)
                    return seat
        if self._may_hire:
            self._seats.append(_Seat(hand=self._hired(1)))
            return self._seats[-1]
        return None if gives_way else min(self._seats, key=lambda each: len(each.open))

    def _send(self, seat: _Seat, asked: Asked) -> None:
        try:
            seat.hand.ask(asked)
        except (OSError, ValueError):
            self._start_again(seat)

    def _take_in(self) -> None:
        for seat in self._seats:
            try:
                while (answer := seat.hand.told()) is not None:
                    self._keep(seat, answer)
            except (EOFError, OSError):
                self._start_again(seat)

    def _keep(self, seat: _Seat, answer: Answered) -> None:
        asked = seat.open.get(answer.lane)
        if asked is None or asked.ticket != answer.ticket:
            return
        if answer.is_last:
            del seat.open[answer.lane]
        else:
            self._come[answer.lane].append(answer.part)

    def _start_again(self, seat: _Seat) -> None:
        """The hand is gone: another one is asked what is still open, from the beginning."""
        seat.hand.close()
        seat.starts += 1
        seat.hand = self._hired(seat.starts)
        for asked in seat.open.values():
            self._come[asked.lane] = []
            seat.hand.ask(asked)

    def close(self) -> None:
        """Nothing more is wanted."""
        for seat in self._seats:
            seat.open.clear()
            seat.hand.close()

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
