"""A playtest from beginning to end: free play, sweep, pairs, funnels, and what follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from game.play.playtest.crowd import crowd
from game.play.playtest.funnel import Funnel
from game.play.playtest.judging import Evidence, Found, judged
from game.play.playtest.pairing import lived_on
from game.play.playtest.places import own_events
from game.play.playtest.sweeping import swept
from game.play.playtest.visits import Visits
from game.play.playtest.watching import Seen, watched
from game.scenario.compiler import Loaded
from game.scenario.model import Event, Scenario
from game.scenario.silencers import without_silenced
from game.sim.engine import Engine
from game.sim.strategies import STRATEGIES
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
FUNNEL_LIVES: Final = 1_000
Tell = Callable[[str, float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """Everything a playtest found."""

    evidence: Evidence
    findings: tuple[Found, ...]
    lives: int
    seed: int
    visits_of_an_event: int


def playtested(
    loaded: Loaded,
    scenario: Scenario,
    lives: int,
    seed: int,
    visits_of_an_event: int = VISITS_OF_AN_EVENT,
    tell: Tell | None = None,
) -> Played:
    """Play a pack.

    Args:
        loaded: the pack with its nodes, for places.
        scenario: the pack, playable.
        lives: of each kind of player, over all persons offered.
        seed: the luck.
        visits_of_an_event: visits whose choices are all lived on, 0 for none.
        tell: told what is going on, and the share that is done.
    """
    say = tell or (lambda what, share: None)
    engine = Engine(world=World(scenario=scenario))
    visits = Visits(events=len(scenario.events), wanted=visits_of_an_event)
    seen: dict[str, Seen] = {}
    for number, player in enumerate(PLAYERS):
        say(player, 0.7 * number / len(PLAYERS))
        look = visits if player == PLAYERS[0] else None
        policy = STRATEGIES[player].policy
        seen[player] = watched(engine, crowd(engine.world, lives), seed, player, policy, look)
    say("sweep", 0.7)
    sweep = swept(engine, visits.states)
    pairs = None
    if visits.moments:
        say("pairs", 0.78)
        players = {name: STRATEGIES[name].policy for name in PAIR_PLAYERS}
        pairs = lived_on(engine, visits.moments, seed, players)
    say("funnel", 0.95)
    size = min(lives, FUNNEL_LIVES)
    evidence = Evidence(
        loaded=loaded,
        scenario=scenario,
        seen=seen,
        visits=visits,
        sweep=sweep,
        pairs=pairs,
        funnels=_funnels(engine, own_events(loaded, scenario), seen, size, seed),
        funnel_size=size,
    )
    findings = _not_silenced(loaded, judged(evidence))
    say("", 1.0)
    return Played(
        evidence=evidence,
        findings=findings,
        lives=lives,
        seed=seed,
        visits_of_an_event=visits_of_an_event,
    )


def _funnels(
    engine: Engine, events: list[Event], seen: dict[str, Seen], size: int, seed: int
) -> dict[int, tuple[int, ...]]:
    """For each of some events that nobody met, where it fell."""
    met = np.any([each.has_met.any(axis=1) for each in seen.values()], axis=0)
    zeros = [event for event in events if not met[event.index]]
    if not zeros:
        return {}
    funnel = Funnel(events=zeros, size=size)
    policy = STRATEGIES[PLAYERS[0]].policy
    watched(engine, crowd(engine.world, size), seed, PLAYERS[0], policy, funnel)
    return {event.index: funnel.lives(row) for row, event in enumerate(zeros)}


def _not_silenced(loaded: Loaded, found: list[Found]) -> tuple[Found, ...]:
    """Without what the authors have looked at and let stand, with a reason."""
    kept = without_silenced([each.finding for each in found], loaded.merged, family="SP")
    known = {id(each.finding): each for each in found}
    return tuple(known.get(id(finding), Found(finding=finding)) for finding in kept)
