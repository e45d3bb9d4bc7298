"""Everything counted about a pack, and what is found in it: the codes SP01 to SP31."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.core.diagnostics import Diagnostic, Severity
from game.core.text import Text
from game.play.playtest.framing import Nudged
from game.play.playtest.pairing import Pairs
from game.play.playtest.places import place_of
from game.play.playtest.sensitivity import Response
from game.play.playtest.sweeping import Sweep
from game.play.playtest.visits import Visits
from game.play.playtest.watching import Seen
from game.scenario.compiler import Loaded
from game.scenario.model import Scenario

BOUNDS: Final[Mapping[str, float]] = {
    "SP01": 0.005,
    "SP02": 6.0,
    "SP03": 0.02,
    "SP06": 0.95,
    "SP07": 0.01,
    "SP08": 0.80,
    "SP10": 15.0,
    "SP11": 0.25,
    "SP12": 0.60,
    "SP13": 0.20,
    "SP14": 0.10,
    "SP15": 5.0,
    "SP16": 0.20,
    "SP17": 0.50,
    "SP18": 0.001,
}
"""Usual bounds; a pack's ``settings: {lint: …}`` changes them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Everything counted about a pack."""

    loaded: Loaded
    scenario: Scenario
    seed: int
    seen: Mapping[str, Seen]
    visits: Visits
    nudged: Nudged
    sweep: Sweep
    pairs: Pairs | None
    visits_of_an_event: int
    """Asked to be lived on by each of their choices."""
    funnels: Mapping[int, tuple[int, ...]]
    """Event that never came to the sampled player → lives that reached each step."""
    funnel_size: int
    responses: tuple[Response, ...] = ()
    """To numbers of law that were moved."""

    @property
    def bounds(self) -> Mapping[str, float]:
        """What counts as too much, by code."""
        return {**BOUNDS, **self.scenario.teaching.settings.lint}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A finding, and the moment of a life that shows it, if one does."""

    finding: Diagnostic
    life: int | None = None
    age: int = 0
    player: str = "random"


def found(
    evidence: Evidence,
    code: str,
    severity: Severity,
    where: tuple[str, ...],
    variant: str = "",
    moment: tuple[int, int] | None = None,
    /,
    **slots: str | Text,
) -> Found:
    """A finding at a place of the pack, with the life and age of a moment that shows it."""
    finding = Diagnostic(
        code=code,
        variant=variant,
        severity=severity,
        confidence="reasonable",
        place=place_of(evidence.loaded, *where),
        slots=slots,
    )
    life, age = moment if moment is not None else (None, 0)
    return Found(finding=finding, life=life, age=age)
