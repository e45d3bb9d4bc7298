"""The parts an expression is made of once it is read, each with its place in the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from game.core.diagnostics import Slot

Span: TypeAlias = tuple[int, int]
"""First character and the one after the last, from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A literal; ``unit`` is empty where none is written."""

    value: float
    written: str
    unit: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A dotted name: a core name, an author's, a parameter, or a label."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Unary:
    """``not x`` or ``-x``."""

    operator: str
    operand: Part
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Binary:
    """Two parts and the operator between them."""

    operator: str
    left: Part
    right: Part
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A function with its arguments."""

    function: str
    name_span: Span
    arguments: tuple[Part, ...]
    span: Span


Part: TypeAlias = "Number | Name | Unary | Binary | Call"


class Slip(Exception):
    """A mistake in an expression: code, where, and the slots of its message."""

    def __init__(
        self, code: str, span: Span, *, variant: str = "", hint: str = "", **slots: Slot
    ) -> None:
        super().__init__(code)
        self.code = code
        self.variant = variant
        self.hint = hint
        self.span = span
        self.slots: Mapping[str, Slot] = slots


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word or sign; ``kind`` is ``number``, ``name``, ``sign`` or ``end``."""

    kind: str
    text: str
    span: Span
    unit: str = field(default="")
