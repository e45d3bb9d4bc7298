"""``profile == x`` holds for x and for whoever extends x: comparisons spelled out so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import reduce
from typing import Final, TypeAlias

from game.scenario.expression.syntax import Binary, Call, Name, Part, Unary

Kin: TypeAlias = Mapping[str, tuple[str, ...]]
"""Profile → those that extend it, at any remove; one that nobody extends may be left out."""
_PROFILE: Final = "profile"
_JOINED_BY: Final[Mapping[str, str]] = {"==": "or", "!=": "and"}


def kin_of(forebears: Mapping[str, Iterable[str]]) -> Kin:
    """Who extends each profile, of what each one extends."""
    found: dict[str, tuple[str, ...]] = {}
    for name, those in forebears.items():
        for forebear in those:
            found[forebear] = (*found.get(forebear, ()), name)
    return found


def with_kin(part: Part, kin: Kin) -> Part:
    """The same condition; to be compared with a profile is to be compared with all its kin."""
    if not kin:
        return part
    if isinstance(part, Unary):
        return replace(part, operand=with_kin(part.operand, kin))
    if isinstance(part, Call):
        return replace(part, arguments=tuple(with_kin(each, kin) for each in part.arguments))
    if not isinstance(part, Binary):
        return part
    if part.operator in _JOINED_BY and isinstance(part.left, Name) and isinstance(part.right, Name):
        return _spelled_out(part, part.left, part.right, kin)
    return replace(part, left=with_kin(part.left, kin), right=with_kin(part.right, kin))


def _spelled_out(part: Binary, left: Name, right: Name, kin: Kin) -> Part:
    whom = right if left.text == _PROFILE else left
    if _PROFILE not in (left.text, right.text) or whom.text not in kin:
        return part
    # The profile may be called as the name is: then both sides are that name, and stay.
    name = left if whom is right else right
    each = (
        replace(part, left=name, right=replace(whom, text=who))
        for who in (whom.text, *kin[whom.text])
    )
    joined = _JOINED_BY[part.operator]
    return reduce(
        lambda one, other: Binary(operator=joined, left=one, right=other, span=part.span), each
    )
