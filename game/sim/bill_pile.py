"""The hospital bills of a year, one after another, settled turn by turn for all lives at once."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import (
    Code,
    Flag,
    Rate,
    Yuan,
    any_of,
    columns,
    field_names,
    indices_of,
    some,
)
from game.core.life import Cause
from game.rules.injury import is_injury_covered
from game.rules.medical import Settlement
from game.sim.figures import Figures
from game.sim.record import BillRecord, BillsPaid
from game.sim.settlement import delivery_settled, nothing_paid, settled, split
from game.sim.world import World
from game.sim.year import BillEntry, Year


@dataclass(frozen=True, slots=True, kw_only=True)
class BillPile:
    """All bills of a year one after another, shape (bills,); settled in place.

    A life's second bill counts on what its first has used up, so bills are settled turn by turn:
    everybody's first ones at once, then the second ones.
    """

    entries: tuple[BillEntry, ...]
    ends: tuple[int, ...]
    """Where the bills of each entry end."""
    which: Code
    """Whose bill."""
    turn: Code
    """How many earlier bills that life has had this year."""
    amount: Yuan
    month: Code
    liable: Rate
    cause: Code
    is_covered: Flag
    on_order: Flag
    paid: BillsPaid
    hospital: BillsPaid
    """The bills of the year of each life, shape (n,)."""

    @classmethod
    def of(cls, year: Year) -> BillPile:
        """Nothing settled yet."""
        size, alive = year.lives.size, year.lives.is_alive
        seen = np.zeros(size, dtype=np.int64)
        entries, lives, turns = [], [], []
        for entry in year.bills:
            which = indices_of((entry.amount > 0) & alive)
            if which.size:
                entries.append(entry)
                lives.append(which)
                turns.append(seen[which])
                seen[which] += 1
        counts = [len(which) for which in lives]
        pairs = list(zip(entries, lives, strict=True))
        count = sum(counts)
        return cls(
            entries=tuple(entries),
            ends=tuple(accumulate(counts)),
            which=_joined(lives, np.int64),
            turn=_joined(turns, np.int64),
            amount=_joined([entry.amount[which] for entry, which in pairs], np.float64),
            month=_joined([entry.month[which] for entry, which in pairs], np.int64),
            liable=_joined([entry.liable[which] for entry, which in pairs], np.float64),
            cause=np.repeat(np.array([entry.cause for entry in entries], dtype=np.int64), counts),
            is_covered=np.zeros(count, dtype=bool),
            on_order=np.zeros(count, dtype=bool),
            paid=nothing_paid(count),
            hospital=nothing_paid(size),
        )

    def settle(
        self,
        world: World,
        year: Year,
        figures: Figures,
        scheme: Code,
        is_covered: Flag,
        is_assisted: Flag,
    ) -> None:
        """Every bill in its turn."""
        size = year.lives.size
        counted, by_fund = np.zeros(size), np.zeros(size)
        for turn in range(int(self.turn.max(initial=-1)) + 1):
            at = indices_of(self.turn == turn)
            which, month = self.which[at], self.month[at]
            self.is_covered[at] = is_covered[month, which]
            parts = self._parts(
                world,
                year,
                figures,
                at,
                scheme[month, which],
                is_assisted=is_assisted[which],
                counted_before=counted[which],
                fund_before=by_fund[which],
            )
            counted[which] += parts.counted
            by_fund[which] += parts.by_fund
            paid = split(self.amount[at], parts)
            for name in field_names(BillsPaid):
                amount = getattr(paid, name)
                getattr(self.paid, name)[at] = amount
                getattr(self.hospital, name)[which] += amount

    def _parts(
        self,
        world: World,
        year: Year,
        figures: Figures,
        at: Code,
        scheme: Code,
        *,
        is_assisted: Flag,
        counted_before: Yuan,
        fund_before: Yuan,
    ) -> Settlement:
        """Who pays the bills ``at`` these positions, no two of one life."""
        cause, amount, covered = self.cause[at], self.amount[at], self.is_covered[at]
        lives = some(year.lives, self.which[at])
        by_order = cause == Cause.ORDER
        if any_of(by_order):
            kind, places = world.injury_kind[lives.job], world.scenario.places
            month = self.month[at] + 1
            in_force = is_injury_covered(figures.law, places, lives.place, kind, month)
            self.on_order[at] = by_order & in_force
        parts = settled(
            world,
            lives,
            figures,
            amount,
            scheme,
            covered,
            is_injury_covered=self.on_order[at],
            third_party_share=self.liable[at],
            is_assisted=is_assisted,
            counted_before=counted_before,
            fund_before=fund_before,
            cover=lives.cover,
            is_urgent=by_order | (cause == Cause.ROAD),
        )
        by_birth = cause == Cause.DELIVERY
        if not any_of(by_birth):
            return parts
        births = delivery_settled(figures, amount, scheme, covered)
        pairs = zip(births, parts, strict=True)
        return Settlement(*(np.where(by_birth, birth, other) for birth, other in pairs))

    @property
    def list(self) -> tuple[BillRecord, ...]:
        """The bills of each event."""
        starts = (0, *self.ends)
        parts = [slice(*pair) for pair in pairwise(starts)]
        return tuple(
            BillRecord(
                event=entry.event,
                which=self.which[part],
                month=self.month[part],
                paid=columns(self.paid, part),
                is_covered=self.is_covered[part],
            )
            for entry, part in zip(self.entries, parts, strict=True)
        )


def _joined(parts: list[NDArray[Any]], kind: type) -> NDArray[Any]:
    return np.concatenate(parts) if parts else np.zeros(0, dtype=kind)
