"""Slips of kinds and names, told at the part that is most likely wrong."""

from __future__ import annotations

from collections.abc import Mapping

from game.core.diagnostics import nearest
from game.scenario.expression.kinds import BARE, MONEY_KINDS, NUMBER, UNIT_OF, Kind, words_of
from game.scenario.expression.syntax import Number, Part, Slip


def written(source: str, part: Part) -> str:
    """A part as it stands in its text."""
    return source[part.span[0] : part.span[1]]


def needs_unit(source: str, part: Part, kind: Kind) -> Slip:
    """Money written as a bare number."""
    return Slip("SC309", part.span, better=f"{written(source, part)} {UNIT_OF[kind]}")


def wrong_kind(source: str, part: Part, is_kind: Kind, wanted: Kind) -> Slip:
    """A part of one kind where another must stand."""
    if isinstance(part, Number) and _is_near(is_kind, wanted):
        better = f"{part.written} {UNIT_OF[wanted]}"
        return Slip(
            "SC308",
            part.span,
            variant="slot",
            hint="unit",
            part=written(source, part),
            is_kind=words_of(is_kind),
            wanted=words_of(wanted),
            better=better,
        )
    return Slip(
        "SC308",
        part.span,
        variant="slot",
        part=written(source, part),
        is_kind=words_of(is_kind),
        wanted=words_of(wanted),
    )


def mixed(
    source: str, left: Part, left_kind: Kind, right: Part, right_kind: Kind, variant: str = ""
) -> Slip:
    """Two parts that do not go together; blamed on the literal of the two, else the right."""
    blamed, kind, other = (right, right_kind, left_kind)
    if isinstance(left, Number) and not isinstance(right, Number):
        blamed, kind, other = (left, left_kind, right_kind)
    hint, better = "", ""
    if isinstance(blamed, Number) and _is_near(kind, other) and not variant:
        hint, better = "unit", f"{blamed.written} {UNIT_OF[other]}"
    return Slip(
        "SC308",
        blamed.span,
        variant=variant,
        hint=hint,
        better=better,
        left=written(source, left),
        left_kind=words_of(left_kind),
        right=written(source, right),
        right_kind=words_of(right_kind),
    )


def _is_near(kind: Kind, wanted: Kind) -> bool:
    """Whether another unit behind the same number is likely meant."""
    return wanted in UNIT_OF and (kind in (BARE, NUMBER) or {kind, wanted} <= MONEY_KINDS)


def unknown_name(name: str, span: tuple[int, int], known: Mapping[str, Kind]) -> Slip:
    """A name nobody knows, with the one most likely meant."""
    last = name.rpartition(".")[2]
    same_last = [other for other in known if other.rpartition(".")[2] == last]
    meant = nearest(name, known) or (same_last[0] if same_last else None)
    return Slip("SC202", span, hint="meant" if meant else "", name=name, meant=meant or "")
