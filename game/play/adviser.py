"""The adviser: five questions of a life, which of them make sense now, and answers at the desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from game.core.life import Lives, Scheme
from game.core.text import EMPTY, Text
from game.play.advice import advice, step_up
from game.play.advice_view import AdviceView, QuestionView
from game.play.advice_words import CLOSED, QUESTIONS
from game.play.desk import Desk, GoesOn
from game.play.forecast import today_of
from game.scenario.model import PlanFields
from game.scoring.forecast import LIVES
from game.scoring.futures import Today
from game.scoring.score import Sums
from game.sim.engine import Engine
from game.sim.social_security.by_law import is_bound
from game.sim.world import World

LANE: Final = "advice"


# --- which can be asked --------------------------------------------------------------------------


def questions_for(world: World, today: Today) -> tuple[QuestionView, ...]:
    """The five questions; those that make no sense for this life now are closed with a reason.

    What a contract or a school closes stands there once, not question by question.
    """
    views = tuple(
        QuestionView(id=name, text=text, is_open=reason is EMPTY, reason=reason)
        for name, text in QUESTIONS.items()
        for reason in (_closed(world, today, name),)
    )
    bound = [view for view in views if view.reason == CLOSED["bound"]]
    return tuple(view for view in views if view not in bound[1:])


def _closed(world: World, today: Today, question: str) -> Text:
    """Why a question is closed; empty where it is open."""
    lives, plan = today.lives, today.plan
    is_settled = bool(lives.rights.has_claimed[0] or lives.is_retired[0])
    if question == "home" and lives.place[0] == world.hukou[lives.profile[0]]:
        return CLOSED["at_home"]
    if is_settled and question != "home":
        return CLOSED["drawn"]
    if is_bound(world, lives)[0]:
        return CLOSED["bound"]
    if question == "step_up" and step_up(world, plan) is None:
        return CLOSED["highest"]
    if question == "stop_five" and plan.pension == plan.medical == Scheme.NONE:
        return CLOSED["nothing"]
    if question == "private" and plan.pension == Scheme.NONE:
        return CLOSED["no_scheme"]
    return EMPTY


# --- at the desk ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceQuestion:
    """One of the five questions, for one life."""

    question: str
    today: Today
    past: Sums | None
    futures: int = LIVES

    def answers(self, engine: Engine, goes_on: GoesOn) -> Iterator[AdviceView]:
        """The whole answer at once."""
        yield advice(
            engine,
            self.question,
            self.today,
            past=self.past,
            futures=self.futures,
            goes_on=goes_on,
        )


@dataclass(slots=True)
class AdviserDesk:
    """The adviser of one life: implements ``advice_view.Adviser``.

    Attributes:
        desk: that works answers out.
        lives: the life at the open of its running year.
        seed: of the playthrough.
        plan: the plan considered; what it leaves out is the standing one.
        past: sums of the years already lived.
    """

    desk: Desk
    lives: Lives
    seed: int
    plan: PlanFields | None = None
    past: Sums | None = None
    futures: int = LIVES
    _answer: AdviceView | None = field(init=False, default=None)

    @property
    def _today(self) -> Today:
        return today_of(self.lives, self.seed, self.plan)

    def questions(self) -> tuple[QuestionView, ...]:
        """What can be asked of this life."""
        return questions_for(self.desk.engine.world, self._today)

    def ask(self, question: str) -> None:
        """Begin to work a question out, in place of one that is not answered yet."""
        self._answer = None
        if any(each.id == question and each.is_open for each in self.questions()):
            asked = AdviceQuestion(
                question=question, today=self._today, past=self.past, futures=self.futures
            )
            self.desk.ask(LANE, asked)

    def answer(self) -> AdviceView | None:
        """The answer to the question asked last; None while it is worked out."""
        for part in self.desk.poll(LANE):
            self._answer = part
        return self._answer
