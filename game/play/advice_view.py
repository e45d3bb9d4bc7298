"""What the adviser's panel is shown: questions, and answers worked out for this very life."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from game.core.text import Text
from game.play.views import FigureView


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A question the adviser takes; closed with a reason where it makes no sense now."""

    id: str
    text: Text
    is_open: bool
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceRow:
    """One of the ways to go on, in the middle of its futures."""

    label: Text
    yuan_per_month: float
    """What the plan costs."""
    pension_per_month: float
    savings: float
    """At pension age."""
    share_unpayable: float
    """Of the futures, those that meet a bill they cannot pay, 0–1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceView:
    """An answer: one short paragraph, its figures, how sure it is, where it comes from."""

    question: str
    paragraph: Text
    rows: tuple[AdviceRow, ...]
    sureness: Text
    """“1,640 of 2,000 futures agree.”"""
    agreement: float
    """The same as a share, 0–1."""
    sources: tuple[FigureView, ...]


class Adviser(Protocol):
    """Answers by simulating the alternatives; asking and looking take no time."""

    def questions(self) -> tuple[QuestionView, ...]:
        """What can be asked of this life."""
        ...

    def ask(self, question: str) -> object:
        """Begin to work a question out, in place of one that is not answered yet."""
        ...

    def answer(self) -> AdviceView | None:
        """The answer to the question asked last; None while it is worked out."""
        ...
