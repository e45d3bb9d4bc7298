"""The pieces a playtest is made of, each of which any process can do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from game.core.arrays import Number
from game.play.playtest.crowd import crowd
from game.play.playtest.framing import Nudged
from game.play.playtest.funnel import Funnel
from game.play.playtest.pairing import lived_on
from game.play.playtest.sensitivity import Response, means, response
from game.play.playtest.sweeping import Sweep, swept
from game.play.playtest.visits import Visit, Visits
from game.play.playtest.watching import Seen, watched
from game.sim.engine import Engine
from game.sim.strategies import STRATEGIES
from game.sim.year import Year

COSTS: Final = {"random": 5.1, "myopic": 5.0, "explorer": 1.3}
"""About, in seconds; the first goes before all, since others wait for what it met."""
FUNNEL_LIVES: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """What free play brings back: all that was counted, and of one player samples to try."""

    seen: Seen
    visits: Visits | None
    nudged: Nudged | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FreePlay:
    """One kind of player lives the crowd to its ends."""

    player: str
    lives: int
    seed: int
    own: frozenset[int]
    visits_of_an_event: int
    is_sampled: bool

    @property
    def key(self) -> str:
        """The player."""
        return self.player

    @property
    def cost(self) -> float:
        """By player."""
        return COSTS.get(self.player, 1.0)

    def done(self, engine: Engine) -> Met:
        """Live."""
        scenario, policy = engine.world.scenario, STRATEGIES[self.player].policy
        start = crowd(engine.world, self.lives)
        if not self.is_sampled:
            seen = watched(engine, start, self.seed, self.player, policy)
            return Met(seen=seen, visits=None, nudged=None)
        visits = Visits(events=len(scenario.events), wanted=self.visits_of_an_event, own=self.own)
        nudged = Nudged(nudges=scenario.teaching.nudges, size=self.lives)

        def look(engine: Engine, year: Year) -> None:
            visits(engine, year)
            nudged(engine, year)

        seen = watched(engine, start, self.seed, self.player, policy, look)
        return Met(seen=seen, visits=visits, nudged=nudged)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForcedSweep:
    """Every event and choice tried on sampled years."""

    states: tuple[Year, ...]
    key: str = "sweep"
    cost: float = 1.2

    def done(self, engine: Engine) -> Sweep:
        """Try."""
        return swept(engine, self.states)


@dataclass(frozen=True, slots=True, kw_only=True)
class PairedLives:
    """Copies of some visits, one for every open choice, lived on under several players."""

    players: tuple[str, ...]
    number: int
    moments: tuple[Visit, ...]
    seed: int

    @property
    def key(self) -> str:
        """Which portion of the visits."""
        return f"pairs {self.number}"

    @property
    def cost(self) -> float:
        """By the number of copies, and a part that even few have."""
        return 1.5 + 0.0004 * sum(len(moment.choice) for moment in self.moments)

    def done(self, engine: Engine) -> dict[str, Number]:
        """Live."""
        players = {name: STRATEGIES[name].policy for name in self.players}
        return lived_on(engine, self.moments, self.seed, players)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhereItFalls:
    """For events one player never met, how far each came."""

    player: str
    events: tuple[int, ...]
    lives: int
    seed: int
    key: str = "funnel"
    cost: float = 0.7

    def done(self, engine: Engine) -> dict[int, tuple[int, ...]]:
        """Event → lives that reached each step."""
        scenario = engine.world.scenario
        funnel = Funnel(events=[scenario.events[index] for index in self.events], size=self.lives)
        start = crowd(engine.world, self.lives)
        funnel.watch(engine, start, self.seed, STRATEGIES[self.player].policy)
        return {index: funnel.lives(row) for row, index in enumerate(self.events)}


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualScore:
    """The score with all numbers of law as they are, to hold others beside."""

    seed: int
    lives: int
    key: str = "usual"
    cost: float = 1.0

    def done(self, engine: Engine) -> Number:
        """Its means."""
        return means(engine.world.scenario, self.seed, self.lives)


@dataclass(frozen=True, slots=True, kw_only=True)
class ANumber:
    """One number of law a fifth lower and a fifth higher."""

    parameter: str
    usual: Number
    seed: int
    lives: int
    cost: float = 2.0

    @property
    def key(self) -> str:
        """The number."""
        return f"number {self.parameter}"

    def done(self, engine: Engine) -> Response:
        """How the score answers."""
        return response(engine.world.scenario, self.usual, self.parameter, self.seed, self.lives)
