"""A scope and a vocabulary small enough to be read beside the tests that use them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from game.core.life import Scheme
from game.core.text import same
from game.rules.dated import Source
from game.rules.table import Table
from game.scenario.expression import Compiled, SlotRules, Streams, Vocabulary, compile_expression
from game.scenario.expression.kinds import FLOW, JOB, MONEY, NUMBER, PLACE, SCHEME, SEX
from game.scenario.expression.vocabulary import CORE_NAMES, SCHEMES, SEXES
from game.scenario.model import Array


@dataclass(frozen=True, kw_only=True)
class FakeScope:
    """Values by name, uniforms by stream; an event 0 met twice, answered with choice 1."""

    values: Mapping[str, Sequence[float]] = field(default_factory=dict)
    draws: Mapping[int, Sequence[float]] = field(default_factory=dict)
    size: int = 1

    def read(self, name: str) -> Array:
        return np.array(self.values.get(name, [0.0] * self.size), dtype=np.float64)

    def draw(self, stream: int) -> Array:
        return np.array(self.draws.get(stream, [0.5] * self.size), dtype=np.float64)

    def count(self, event: int) -> Array:
        return np.full(self.size, 2.0 if event == 0 else 0.0)

    def since(self, event: int) -> Array:
        return np.full(self.size, 3.0)

    def chose(self, event: int, choice: int) -> Array:
        return np.full(self.size, float(choice == 1))

    def contribution(self, scheme: Scheme, base: Array) -> Array:
        return base * 1000.0 * scheme

    def pension_if(self, years: Array) -> Array:
        return years * 100.0


STAYS = Table(
    id="stays",
    label=same("stays"),
    by="age",
    unit="%",
    keys=(20.0, 60.0),
    values=(10.0, 50.0),
    source=Source(title=same("the tests")),
    status="assumed",
)
DIVISOR = Table(
    id="divisor",
    label=same("divisor"),
    by="months",
    unit="months",
    keys=(0.0, 1200.0),
    values=(120.0, 240.0),
    source=Source(title=same("the tests")),
    status="assumed",
)

VOCABULARY = Vocabulary(
    names={
        **CORE_NAMES,
        "my.injured": "yes_no",
        "my.mood": "my.mood",
        "param.rate": NUMBER,
        "param.fee": FLOW,
        "values.bill": MONEY,
    },
    scales={"param.fee": 1 / 12},
    labels={
        JOB: {"courier": 0, "shop_helper": 1},
        PLACE: {"harbour": 0, "valley": 1},
        SEX: SEXES,
        SCHEME: SCHEMES,
        "my.mood": {"calm": 0, "worried": 1},
    },
    tables={"stays": STAYS, "divisor": DIVISOR},
    events={"crash": 0, "stay": 1},
    choices={"crash": ("home", "hospital"), "stay": ()},
)


def compiled(
    source: str, *kinds: str, draws: bool = False, streams: Streams | None = None
) -> Compiled:
    """Compile against the vocabulary above."""
    rules = SlotRules(kinds=kinds, stream="event/slot" if draws else "")
    return compile_expression(source, VOCABULARY, rules, streams or Streams())


def value(source: str, *, draws: bool = False, scope: FakeScope | None = None) -> list[float]:
    """What an expression gives."""
    result = compiled(source, draws=draws)
    assert result.expression is not None, [slip.code for slip in result.slips]
    return [float(number) for number in result.expression.evaluate(scope or FakeScope())]


def slip_of(source: str, *kinds: str) -> tuple[str, str]:
    """Code of the first slip of an expression, and the text it points at."""
    slips = compiled(source, *kinds).slips
    assert slips, f"{source} has no slip"
    start, end = slips[0].span
    return slips[0].code, source[start:end]
