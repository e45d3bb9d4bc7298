"""The functions an expression may call."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

import numpy as np

from game.core.diagnostics import nearest
from game.core.life import Scheme
from game.scenario.expression.draws import lognormal_quantiles, on_line
from game.scenario.expression.kinds import (
    BARE,
    FLOW,
    MEASURES,
    NUMBER,
    TIME,
    YES_NO,
    Kind,
)
from game.scenario.expression.pieces import Piece, applied, flag, scaled
from game.scenario.expression.syntax import Call, Name, Part, Slip
from game.scenario.expression.vocabulary import SCHEMES, Vocabulary, law_unit, some_of, unit_or_name


class Checker(Protocol):
    """What a function needs of the pass that checks the whole expression."""

    vocabulary: Vocabulary

    def piece(self, part: Part, wanted: Kind | None = None) -> Piece: ...
    def same_kind(self, parts: tuple[Part, ...], pieces: list[Piece]) -> Kind: ...
    def expect(self, part: Part, piece: Piece, kind: Kind) -> Piece: ...
    def stream(self) -> int: ...


def called(call: Call, checker: Checker, wanted: Kind | None) -> Piece:
    """The compiled call; its name and number of arguments are already checked.

    Raises:
        Slip: an argument that must be an id is none.
    """
    if call.function == "if":
        return _if(call, checker, wanted)
    return _FUNCTIONS[call.function](call, checker)


def _if(call: Call, checker: Checker, wanted: Kind | None) -> Piece:
    check = checker.expect(call.arguments[0], checker.piece(call.arguments[0]), YES_NO)
    parts = call.arguments[1:]
    pieces = [checker.piece(part, wanted) for part in parts]
    kind = checker.same_kind(parts, pieces)
    bound = max(piece.bound for piece in pieces)
    return applied(np.where, check, *pieces, kind=kind, bound=bound)


def _extreme(function: Callable[..., Any]) -> Callable[[Call, Checker], Piece]:
    def compiled(call: Call, checker: Checker) -> Piece:
        pieces = [checker.piece(part) for part in call.arguments]
        kind = _measure(call, checker, pieces)
        result = pieces[0]
        for piece in pieces[1:]:
            bound = max(result.bound, piece.bound)
            result = applied(function, result, piece, kind=kind, bound=bound)
        return result.of_kind(kind)

    return compiled


def _measure(call: Call, checker: Checker, pieces: list[Piece]) -> Kind:
    for part, piece in zip(call.arguments, pieces, strict=True):
        if piece.kind not in MEASURES:
            checker.expect(part, piece, NUMBER)
    return checker.same_kind(call.arguments, pieces)


def _clip(call: Call, checker: Checker) -> Piece:
    pieces = [checker.piece(part) for part in call.arguments]
    kind = _measure(call, checker, pieces)
    bound = max(piece.bound for piece in pieces)
    return applied(_between, *pieces, kind=kind, bound=bound)


def _between(values: Any, low: Any, high: Any) -> Any:
    return np.minimum(np.maximum(values, low), high)


def _round(call: Call, checker: Checker) -> Piece:
    piece = checker.piece(call.arguments[0])
    kind = _measure(call, checker, [piece])
    return applied(np.rint, piece, kind=kind, bound=piece.bound)


def _lookup(call: Call, checker: Checker) -> Piece:
    name = _id(call.arguments[0])
    tables = checker.vocabulary.tables
    if name not in tables:
        raise unknown_id("table", name, call.arguments[0], tables)
    table = tables[name]
    by_kind, by_scale = unit_or_name(table.by)
    where = checker.expect(call.arguments[1], checker.piece(call.arguments[1]), by_kind)
    if by_scale != 1.0:
        where = scaled(where, 1.0 / by_scale)
    kind, scale = law_unit(table.unit)
    bound = max(abs(value) for value in table.values) + 1.0
    read = applied(table.at, where, kind=kind, bound=bound)
    return read if scale == 1.0 else scaled(read, scale)


def _seen(call: Call, checker: Checker) -> Piece:
    event = _event(call, checker)
    return Piece(kind=YES_NO, run=lambda scope: scope.count(event) > 0)


def _count(call: Call, checker: Checker) -> Piece:
    event = _event(call, checker)
    return Piece(kind=NUMBER, run=lambda scope: scope.count(event), bound=1e6)


def _since(call: Call, checker: Checker) -> Piece:
    event = _event(call, checker)
    return Piece(kind=TIME, run=lambda scope: scope.since(event))


def _chose(call: Call, checker: Checker) -> Piece:
    part = call.arguments[0]
    event, dot, choice = _id(part).partition(".")
    events, choices = checker.vocabulary.events, checker.vocabulary.choices
    if event not in events:
        raise unknown_id("event", event, part, events)
    if not dot or choice not in choices[event]:
        raise unknown_id("choice", choice, part, choices[event], event=event)
    index, option = events[event], choices[event].index(choice)
    return Piece(kind=YES_NO, run=lambda scope: scope.chose(index, option) != 0.0)


def _contribution(call: Call, checker: Checker) -> Piece:
    name = _id(call.arguments[0])
    if name not in ("resident", "employee"):
        raise unknown_id("scheme", name, call.arguments[0], ("resident", "employee"))
    scheme = Scheme(SCHEMES[name])
    base = Piece(kind=NUMBER, run=lambda scope: scope.read("plan.base"))
    if len(call.arguments) > 1:
        base = checker.expect(call.arguments[1], checker.piece(call.arguments[1]), NUMBER)
    run = _as_array(base)
    return Piece(kind=FLOW, run=lambda scope: scope.contribution(scheme, run(scope)), bound=1e9)


def _pension_if(call: Call, checker: Checker) -> Piece:
    years = checker.expect(call.arguments[0], checker.piece(call.arguments[0]), TIME)
    run = _as_array(years)
    return Piece(kind=FLOW, run=lambda scope: scope.pension_if(run(scope)), bound=1e9)


def _as_array(piece: Piece) -> Callable[[Any], Any]:
    if piece.constant is None:
        return piece.run
    value = piece.constant
    return lambda scope: np.full(scope.size, value)


def _drawn(stream: int) -> Piece:
    return Piece(kind=NUMBER, run=lambda scope: scope.draw(stream), bound=1.0)


def _chance(call: Call, checker: Checker) -> Piece:
    share = checker.expect(call.arguments[0], checker.piece(call.arguments[0]), NUMBER)
    return flag(np.less, _drawn(checker.stream()), share)


def _uniform(call: Call, checker: Checker) -> Piece:
    pieces = [checker.piece(part) for part in call.arguments]
    kind = _measure(call, checker, pieces)
    bound = 2 * max(piece.bound for piece in pieces)
    return applied(_along, *pieces, _drawn(checker.stream()), kind=kind, bound=bound)


def _along(low: Any, high: Any, share: Any) -> Any:
    return low + (high - low) * share


def _lognormal(call: Call, checker: Checker) -> Piece:
    mean = checker.piece(call.arguments[0])
    kind = _measure_one(call.arguments[0], mean, checker)
    sigma = checker.expect(call.arguments[1], checker.piece(call.arguments[1]), NUMBER)
    if sigma.constant is None or not 0 < sigma.constant <= 3:
        raise Slip("SC307", call.arguments[1].span, variant="sigma")
    nodes = lognormal_quantiles(sigma.constant)
    bound = mean.bound * float(nodes[-1])
    draw = _drawn(checker.stream())
    return applied(
        lambda middle, share: middle * on_line(nodes, share), mean, draw, kind=kind, bound=bound
    )


def _measure_one(part: Part, piece: Piece, checker: Checker) -> Kind:
    if piece.kind not in MEASURES:
        checker.expect(part, piece, NUMBER)
    return NUMBER if piece.kind == BARE else piece.kind


def _event(call: Call, checker: Checker) -> int:
    name = _id(call.arguments[0])
    events = checker.vocabulary.events
    if name not in events:
        raise unknown_id("event", name, call.arguments[0], events)
    return events[name]


def _id(part: Part) -> str:
    if not isinstance(part, Name):
        raise Slip("SC307", part.span, variant="id")
    return part.text


_PLURALS = ("place", "job", "profile", "event", "table", "choice", "scheme", "sex", "goal")


def unknown_id(what: str, name: str, part: Part, known: Any, *, event: str = "") -> Slip:
    """The finding for an id that does not exist, with the nearest one that does."""
    meant = nearest(name, known)
    code = "SC203" if what == "event" else "SC204"
    variant = "" if what == "event" else what if what in _PLURALS else "label"
    listed = some_of(known)
    hint = "meant" if meant else ""
    return Slip(
        code,
        part.span,
        variant=variant,
        hint=hint,
        id=name,
        meant=meant or "",
        known=listed,
        event=event,
    )


_FUNCTIONS: dict[str, Callable[[Call, Checker], Piece]] = {
    "min": _extreme(np.minimum),
    "max": _extreme(np.maximum),
    "clip": _clip,
    "round": _round,
    "lookup": _lookup,
    "seen": _seen,
    "count": _count,
    "since": _since,
    "chose": _chose,
    "contribution": _contribution,
    "pension_if": _pension_if,
    "chance": _chance,
    "uniform": _uniform,
    "lognormal": _lognormal,
}
