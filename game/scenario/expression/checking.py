"""Checks an expression for names and kinds, and compiles it to closures on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from game.core.diagnostics import nearest
from game.scenario.expression.functions import called, unknown_id
from game.scenario.expression.kinds import (
    BARE,
    FLOW,
    MEASURES,
    MONEY,
    MONEY_KINDS,
    MONTHS_A_YEAR,
    NUMBER,
    SCHEME,
    SEX,
    TIME,
    UNITS,
    UNKNOWN,
    YES_NO,
    Kind,
    words_of,
)
from game.scenario.expression.kinship import with_kin
from game.scenario.expression.parser import COMPARISONS, parse
from game.scenario.expression.pieces import (
    Piece,
    both,
    constant,
    difference,
    either,
    finished,
    flag,
    negative,
    product,
    quotient,
    reading,
    scaled,
    total,
    unknown,
)
from game.scenario.expression.slips import mixed, needs_unit, unknown_name, wrong_kind
from game.scenario.expression.streams import Streams
from game.scenario.expression.syntax import Binary, Call, Name, Number, Part, Slip, Unary
from game.scenario.expression.vocabulary import DRAWS, FUNCTIONS, Vocabulary
from game.scenario.model import Expression

_COMPARERS: Final[Mapping[str, Callable[..., Any]]] = {
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
    "==": np.equal,
    "!=": np.not_equal,
}


MOST_SLIPS: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotRules:
    """What one place for an expression accepts."""

    kinds: tuple[Kind, ...]
    """Accepted kinds; empty: any that can be measured, and yes or no."""
    stream: str = ""
    """Prefix of the streams its draws get; empty: no draws here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """What came of an expression: itself where it can be run, and every slip in it."""

    expression: Expression | None
    slips: tuple[Slip, ...] = ()

    @property
    def constant(self) -> float | None:
        """The number it always gives, None where it depends on a life or has slips."""
        return None if self.expression is None else self.expression.constant


def compile_expression(
    source: str, vocabulary: Vocabulary, rules: SlotRules, streams: Streams
) -> Compiled:
    """Parse, check and compile one expression; never raises and never evaluates the text."""
    streams.expressions += 1
    checking = _Checking(vocabulary, rules, streams, source)
    try:
        part = with_kin(parse(source), vocabulary.kin)
        wanted = rules.kinds[0] if len(rules.kinds) == 1 else None
        piece = checking.fitting(part, checking.piece(part, wanted))
    except Slip as slip:
        return Compiled(expression=None, slips=(*checking.slips, slip))
    if checking.slips:
        return Compiled(expression=None, slips=tuple(checking.slips))
    expression = Expression(
        source=source,
        kind=NUMBER if piece.kind == BARE else piece.kind,
        evaluate=finished(piece),
        names=frozenset(checking.names),
        constant=piece.constant,
    )
    return Compiled(expression=expression)


class _Checking:
    """One pass over one expression."""

    def __init__(
        self, vocabulary: Vocabulary, rules: SlotRules, streams: Streams, source: str
    ) -> None:
        self.vocabulary = vocabulary
        self.names: set[str] = set()
        self.slips: list[Slip] = []
        self._rules = rules
        self._streams = streams
        self._source = source

    def piece(self, part: Part, wanted: Kind | None = None) -> Piece:
        """Compile a part; ``wanted`` is the set of labels a bare word is looked up in."""
        if isinstance(part, Number):
            return _literal(part)
        if isinstance(part, Name):
            return self._name(part, wanted)
        if isinstance(part, Unary):
            return self._unary(part)
        if isinstance(part, Call):
            return self._call(part, wanted)
        if part.operator in ("and", "or"):
            return self._logical(part)
        if part.operator in COMPARISONS:
            return self._comparison(part)
        return self._arithmetic(part)

    def fitting(self, part: Part, piece: Piece) -> Piece:
        """The whole result as the slot wants it."""
        kinds = self._rules.kinds or (*MEASURES - {BARE}, YES_NO)
        if piece.kind == UNKNOWN or piece.kind in kinds:
            return piece
        if piece.kind == BARE:
            loose = [kind for kind in kinds if kind in MEASURES and kind not in MONEY_KINDS]
            if loose:
                return piece.of_kind(NUMBER if NUMBER in loose else loose[0])
            if kinds[0] in MONEY_KINDS:
                raise needs_unit(self._source, part, kinds[0])
        raise wrong_kind(self._source, part, piece.kind, kinds[0])

    def expect(self, part: Part, piece: Piece, kind: Kind) -> Piece:
        """A piece where one kind must stand; tells the slip and goes on if it does not."""
        if piece.kind in (kind, UNKNOWN) or (piece.kind == BARE and kind in MEASURES - MONEY_KINDS):
            return piece.of_kind(kind)
        if piece.kind == BARE and kind in MONEY_KINDS:
            self._tell(needs_unit(self._source, part, kind))
        else:
            self._tell(wrong_kind(self._source, part, piece.kind, kind))
        return unknown()

    def stream(self) -> int:
        """The stream of the next draw of this expression."""
        return self._streams.next(self._rules.stream)

    def same_kind(self, parts: tuple[Part, ...], pieces: list[Piece]) -> Kind:
        """The kind several parts share; tells a slip if they share none."""
        kind, first = pieces[0].kind, parts[0]
        for part, piece in zip(parts[1:], pieces[1:], strict=True):
            kind, first = self._agreed(first, kind, part, piece.kind)
        return kind

    def _agreed(
        self, left: Part, left_kind: Kind, right: Part, right_kind: Kind
    ) -> tuple[Kind, Part]:
        if left_kind == right_kind or right_kind == UNKNOWN:
            return left_kind, left
        if left_kind == UNKNOWN:
            return right_kind, right
        for bare, kind, other in ((left, right_kind, right), (right, left_kind, left)):
            if (left_kind if bare is left else right_kind) != BARE or kind not in MEASURES:
                continue
            if kind in MONEY_KINDS:
                self._tell(needs_unit(self._source, bare, kind))
            return kind, other
        self._tell(mixed(self._source, left, left_kind, right, right_kind))
        return UNKNOWN, left

    def _name(self, part: Name, wanted: Kind | None) -> Piece:
        labels = self.vocabulary.labels
        if wanted is not None and part.text in labels.get(wanted, {}):
            return constant(float(labels[wanted][part.text]), wanted)
        if part.text in ("yes", "no"):
            return constant(float(part.text == "yes"), YES_NO)
        kind = self.vocabulary.kind_of(part.text)
        if kind is not None:
            self.names.add(part.text)
            return reading(part.text, kind, self.vocabulary.scales.get(part.text, 1.0))
        self._tell(self._unknown_name(part, wanted))
        return unknown()

    def _unknown_name(self, part: Name, wanted: Kind | None) -> Slip:
        labels = self.vocabulary.labels
        if wanted is not None and wanted in labels and "." not in part.text:
            what = wanted if wanted in (SEX, SCHEME) or not wanted.startswith("my.") else "label"
            return unknown_id(what, part.text, part, labels[wanted])
        for kind, words in labels.items():
            if part.text in words:
                return Slip(
                    "SC202", part.span, variant="label", name=part.text, kind=words_of(kind)
                )
        return unknown_name(part.text, part.span, self.vocabulary.names)

    def _unary(self, part: Unary) -> Piece:
        piece = self.piece(part.operand)
        if part.operator == "not":
            return flag(np.logical_not, self.expect(part.operand, piece, YES_NO))
        if piece.kind not in MEASURES:
            piece = self.expect(part.operand, piece, NUMBER)
        return negative(piece)

    def _logical(self, part: Binary) -> Piece:
        left = self.expect(part.left, self.piece(part.left), YES_NO)
        right = self.expect(part.right, self.piece(part.right), YES_NO)
        return both(left, right) if part.operator == "and" else either(left, right)

    def _comparison(self, part: Binary) -> Piece:
        left, right = self._both_sides(part)
        kind = self.same_kind((part.left, part.right), [left, right])
        if part.operator not in ("==", "!=") and kind not in MEASURES and kind != UNKNOWN:
            self._tell(Slip("SC308", part.span, variant="order", kind=words_of(kind)))
        return flag(_COMPARERS[part.operator], left, right)

    def _both_sides(self, part: Binary) -> tuple[Piece, Piece]:
        """Compile both sides, the one that may be a label last, knowing the other's kind."""
        is_label = isinstance(part.left, Name) and self.vocabulary.kind_of(part.left.text) is None
        if is_label and not _is_word(part.left):
            right = self.piece(part.right)
            return self.piece(part.left, right.kind), right
        left = self.piece(part.left)
        return left, self.piece(part.right, left.kind)

    def _arithmetic(self, part: Binary) -> Piece:
        left, right = self.piece(part.left), self.piece(part.right)
        for side, piece in ((part.left, left), (part.right, right)):
            if piece.kind not in MEASURES and piece.kind != UNKNOWN:
                self.expect(side, piece, NUMBER)
                return unknown()
        if UNKNOWN in (left.kind, right.kind):
            return unknown()
        if part.operator in "+-":
            kind = self.same_kind((part.left, part.right), [left, right])
            return (total if part.operator == "+" else difference)(left, right, kind)
        return (self._times if part.operator == "*" else self._over)(part, left, right)

    def _times(self, part: Binary, left: Piece, right: Piece) -> Piece:
        kinds = {left.kind, right.kind}
        if kinds == {FLOW, TIME}:
            return product(scaled(left, MONTHS_A_YEAR), right, MONEY)
        for plain, other in ((left, right), (right, left)):
            if plain.kind in (BARE, NUMBER):
                kind = NUMBER if other.kind == BARE and plain.kind == NUMBER else other.kind
                return product(left, right, kind)
        self._tell(mixed(self._source, part.left, left.kind, part.right, right.kind, "product"))
        return unknown()

    def _over(self, part: Binary, left: Piece, right: Piece) -> Piece:
        if right.kind in (BARE, NUMBER):
            kind = NUMBER if left.kind == BARE and right.kind == NUMBER else left.kind
            return quotient(left, right, kind)
        if left.kind == right.kind:
            return quotient(left, right, NUMBER)
        if (left.kind, right.kind) == (MONEY, TIME):
            return quotient(left, scaled(right, MONTHS_A_YEAR), FLOW)
        if (left.kind, right.kind) == (MONEY, FLOW):
            return quotient(left, scaled(right, MONTHS_A_YEAR), TIME)
        self._tell(mixed(self._source, part.left, left.kind, part.right, right.kind, "product"))
        return unknown()

    def _call(self, part: Call, wanted: Kind | None) -> Piece:
        limits = FUNCTIONS.get(part.function)
        if limits is None:
            meant = nearest(part.function, FUNCTIONS)
            hint = "meant" if meant else ""
            raise Slip(
                "SC202",
                part.name_span,
                variant="function",
                hint=hint,
                name=part.function,
                meant=meant or "",
                known=", ".join(FUNCTIONS),
            )
        if not limits[0] <= len(part.arguments) <= limits[1]:
            wants = str(limits[0]) if limits[0] == limits[1] else f"{limits[0]}-{limits[1]}"
            has = str(len(part.arguments))
            raise Slip("SC307", part.span, function=part.function, wants=wants, has=has)
        if part.function in DRAWS and not self._rules.stream:
            raise Slip("SC313", part.span, function=part.function)
        return called(part, self, wanted)

    def _tell(self, slip: Slip) -> None:
        """Go on after a slip, but not for ever."""
        if len(self.slips) >= MOST_SLIPS:
            raise slip
        self.slips.append(slip)


def _literal(part: Number) -> Piece:
    if not part.unit:
        return constant(part.value, BARE)
    kind, scale = UNITS[part.unit]
    return constant(part.value * scale, kind)


def _is_word(part: Part) -> bool:
    return isinstance(part, Name) and part.text in ("yes", "no")
