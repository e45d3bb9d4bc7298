"""A playtest from beginning to end: free play, sweep, pairs, funnels, and what follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from game.core.arrays import Number
from game.core.diagnostics import Diagnostic
from game.play.playtest.crew import Address, Task, Tell, worked
from game.play.playtest.evidence import Evidence, Found
from game.play.playtest.judging import judged
from game.play.playtest.pairing import Pairs, pairs_of, portions
from game.play.playtest.places import own_events, own_parameters
from game.play.playtest.sensitivity import LIVES as LIVES_OF_A_NUMBER
from game.play.playtest.sensitivity import Response, is_movable
from game.play.playtest.tasks import (
    FUNNEL_LIVES,
    ANumber,
    ForcedSweep,
    FreePlay,
    Met,
    PairedLives,
    UsualScore,
    WhereItFalls,
)
from game.scenario.compiler import Loaded
from game.scenario.model import Scenario
from game.scenario.silencers import without_silenced
from game.sim.engine import Engine
from game.sim.world import World

PLAYERS: Final = (
    "random",
    "explorer",
    "myopic",
    "prudent",
    "resident",
    "employee_lowest",
    "never_insured",
)
"""Kinds of player of a playtest; the first one's visits are tried out in pairs."""
PAIR_PLAYERS: Final = ("prudent", "random")
VISITS_OF_AN_EVENT: Final = 20
ENOUGH_VISITS: Final = 100
ENOUGH_LIVES: Final = 2_000
"""From so many on what is not found is not there, and a silencer of it can go."""
FOUND_IN_PAIRS: Final = frozenset({"SP06", "SP07"})
MOST_NUMBERS: Final = 12
"""Numbers of its own a pack has tried without being asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """Everything a playtest found."""

    evidence: Evidence
    findings: tuple[Found, ...]
    lives: int
    seed: int
    visits_of_an_event: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked of a playtest.

    Attributes:
        lives: of each kind of player, over all persons offered.
        seed: the luck.
        visits_of_an_event: visits whose choices are all lived on, 0 for none.
        tries_all_numbers: every number of law is moved, not only those the pack writes itself.
    """

    lives: int
    seed: int = 1
    visits_of_an_event: int = VISITS_OF_AN_EVENT
    tries_all_numbers: bool = False


def playtested(
    loaded: Loaded,
    scenario: Scenario,
    wish: Wish,
    tell: Tell = lambda what, share: None,
    address: Address | None = None,
    processes: int = 1,
) -> Played:
    """Play a pack.

    Args:
        loaded: the pack with its nodes, for places.
        scenario: the pack, playable.
        wish: how.
        tell: told what has been done, and its share of all.
        address: where other processes find the pack; none for one process.
        processes: how many work; what is found is the same whatever their number.
    """
    engine = Engine(world=World(scenario=scenario))
    plan = _Plan(loaded=loaded, scenario=scenario, wish=wish)
    results = worked(engine, plan.first(), plan.then, tell, address, processes)
    evidence = plan.evidence(results)
    return Played(
        evidence=evidence,
        findings=_not_silenced(loaded, judged(evidence), wish),
        lives=wish.lives,
        seed=wish.seed,
        visits_of_an_event=wish.visits_of_an_event,
    )


@dataclass(slots=True, kw_only=True)
class _Plan:
    """Which task follows from which, and how their results are put together."""

    loaded: Loaded
    scenario: Scenario
    wish: Wish
    numbers: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Choose the numbers to move."""
        law = self.scenario.law.parameters
        own = own_parameters(self.loaded, self.scenario)
        tried = tuple(law) if self.wish.tries_all_numbers else own
        movable = tuple(name for name in tried if is_movable(law[name]))
        self.numbers = movable if self.wish.tries_all_numbers else movable[:MOST_NUMBERS]

    def first(self) -> list[Task]:
        """What can be done at once."""
        own = frozenset(event.index for event in own_events(self.loaded, self.scenario))
        players: list[Task] = [
            FreePlay(
                player=player,
                lives=self.wish.lives,
                seed=self.wish.seed,
                own=own,
                visits_of_an_event=self.wish.visits_of_an_event,
                is_sampled=player == PLAYERS[0],
            )
            for player in PLAYERS
        ]
        if self.numbers:
            players.append(UsualScore(seed=self.wish.seed, lives=self._lives_of_a_number))
        return players

    @property
    def _lives_of_a_number(self) -> int:
        return min(self.wish.lives, LIVES_OF_A_NUMBER)

    def then(self, task: Task, result: Any) -> Sequence[Task]:
        """What can be done once a task is done."""
        if isinstance(task, UsualScore):
            return [
                ANumber(parameter=name, usual=result, seed=task.seed, lives=task.lives)
                for name in self.numbers
            ]
        if isinstance(result, Met) and result.visits is not None:
            return self._after_sampling(result)
        return []

    def _after_sampling(self, met: Met) -> list[Task]:
        assert met.visits is not None
        tasks: list[Task] = [ForcedSweep(states=tuple(met.visits.states))]
        for number, portion in enumerate(portions(met.visits.moments)):
            tasks.append(
                PairedLives(
                    players=PAIR_PLAYERS, number=number, moments=portion, seed=self.wish.seed
                )
            )
        has_met = np.asarray(met.seen.has_met.any(axis=1))
        own = own_events(self.loaded, self.scenario)
        zeros = tuple(event.index for event in own if not has_met[event.index])
        if zeros:
            lives = min(self.wish.lives, FUNNEL_LIVES)
            funnel = WhereItFalls(player=PLAYERS[0], events=zeros, lives=lives, seed=self.wish.seed)
            tasks.append(funnel)
        return tasks

    def evidence(self, results: dict[str, Any]) -> Evidence:
        """All results together, in an order of their own, not that of their coming."""
        sampled: Met = results[PLAYERS[0]]
        assert sampled.visits is not None and sampled.nudged is not None
        moved: list[Response] = [results[f"number {name}"] for name in self.numbers]
        return Evidence(
            loaded=self.loaded,
            scenario=self.scenario,
            seen={player: results[player].seen for player in PLAYERS},
            visits=sampled.visits,
            nudged=sampled.nudged,
            seed=self.wish.seed,
            sweep=results["sweep"],
            pairs=self._pairs(results, sampled),
            visits_of_an_event=self.wish.visits_of_an_event,
            funnels=results.get("funnel", {}),
            funnel_size=min(self.wish.lives, FUNNEL_LIVES),
            responses=tuple(moved),
        )

    def _pairs(self, results: dict[str, Any], sampled: Met) -> Pairs | None:
        assert sampled.visits is not None
        count = len(portions(sampled.visits.moments))
        if not count:
            return None
        parts: dict[str, Number] = {
            player: np.concatenate(
                [results[f"pairs {number}"][player] for number in range(count)], axis=-1
            )
            for player in PAIR_PLAYERS
        }
        return pairs_of(sampled.visits.moments, parts)


def _not_silenced(loaded: Loaded, found: list[Found], wish: Wish) -> tuple[Found, ...]:
    """Without what the authors have looked at and let stand, with a reason."""
    kept = without_silenced([each.finding for each in found], loaded.merged, family="SP")
    known = {id(each.finding): each for each in found}
    return tuple(
        known.get(id(finding), Found(finding=finding))
        for finding in kept
        if not _is_left_open(finding, wish)
    )


def _is_left_open(finding: Diagnostic, wish: Wish) -> bool:
    """Whether a silencer that silences nothing may only be so for want of lives or pairs."""
    if finding.code != "SC115" or finding.variant != "nothing":
        return False
    if finding.slots.get("code") in FOUND_IN_PAIRS:
        return wish.visits_of_an_event < ENOUGH_VISITS
    return wish.lives < ENOUGH_LIVES
