"""A playthrough of one life: answers, undo by replay, autosave at every open and answer.

The session holds the life at the open of the running year and the year's answers; the running year
is always those answers replayed, so undo and resume are the same thing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from game.core.chance import Chance
from game.core.life import Lives, plain
from game.core.text import Text
from game.play import phrases
from game.play.answers import Answered, Choose, Keep, answer_to_json
from game.play.cards import result_view, says_something
from game.play.editions import names_of
from game.play.notes import YearNote, note_of
from game.play.passport import figures_of
from game.play.plan_panel import plan_fields
from game.play.plan_view import plan_view
from game.play.pricing import offered_event
from game.play.saves import Save
from game.play.shown import Shown
from game.play.views import (
    CardView,
    FigureView,
    LifeView,
    PlanView,
    ResultView,
    ReviewView,
    Stage,
    YearView,
)
from game.play.year_lines import weather_of, year_lines
from game.scenario.model import PlanFields
from game.scoring.recorded import with_fields
from game.sim.engine import Engine
from game.sim.social_security.by_law import is_bound
from game.sim.start import start_lives
from game.sim.world import World
from game.sim.year import Answer, Year
from game.sim.year import Stage as Round

ENGINE_VERSION = "1"


@dataclass(slots=True)
class Session:
    """One life being played."""

    engine: Engine
    profile: int
    seed: int
    opened: Lives
    """At the birthday of the running year, before anything of it."""
    notes: list[YearNote] = field(default_factory=list)
    answers: list[Answered] = field(default_factory=list)
    undone: list[Answered] = field(default_factory=list)
    expected_pension: float | None = None
    has_been_asked: bool = False
    """Whether the expected pension has been asked for."""
    wants_plan: bool = False
    is_reviewed: bool = False
    """Whether the review of the ended life has been seen and left."""
    keep: Callable[[Save], None] | None = None
    """Told the save at every open and every answer."""
    year: Year = field(init=False)
    _result: ResultView | None = field(init=False, default=None)
    _is_looking: bool = field(init=False, default=False)
    """Whether a plan that contract or school decide is before the player, to be read."""
    _shown: Shown = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Replay the running year's answers."""
        self._shown = Shown(of=self)
        self._replay()
        self._keep()

    def _keep(self) -> None:
        if self.keep is not None:
            self.keep(self.save())

    # --- where it stands -----------------------------------------------------------------------

    @property
    def world(self) -> World:
        """The scenario being lived."""
        return self.engine.world

    @property
    def chance(self) -> Chance:
        """The luck of this life."""
        return Chance(seed=self.seed)

    @property
    def is_over(self) -> bool:
        """Whether the life has ended."""
        return not bool(self.opened.is_alive[0])

    @property
    def stage(self) -> Stage:
        """What the session waits for."""
        if self.is_over:
            return Stage.OVER
        if self._result is not None:
            return Stage.RESULT
        if self._is_looking:
            return Stage.PLAN
        if self.year.stage == Round.DONE:
            return Stage.YEAR
        return Stage.PLAN if self.year.stage == Round.PLAN else Stage.CARD

    @property
    def age(self) -> int:
        """Age at the running birthday."""
        return int(self.opened.age[0])

    @property
    def can_undo(self) -> bool:
        """Whether anything of this year can be taken back."""
        return bool(self.answers)

    # --- answering -----------------------------------------------------------------------------

    def choose(self, option: int) -> None:
        """Take an option of the card; a closed one is refused by staying where we are."""
        if self.stage is not Stage.CARD:
            return
        event = offered_event(self.engine, self.year)
        card = self.card()
        if event.choices and not (0 <= option < len(card.options) and card.options[option].is_open):
            return
        chosen = event.choices[option].id if event.choices else ""
        result = result_view(self.engine, self.year, option, self._shown.words())
        self._answer(Choose(event=event.id, choice=chosen, is_crossroad=event.at is not None))
        self._result = result if says_something(result) else None

    def default_option(self) -> int:
        """The option of the card one takes who gives it no thought, or the first that is open."""
        event = offered_event(self.engine, self.year)
        is_open = [option.is_open for option in self.card().options]
        for wanted in (event.default, event.second_default):
            if 0 <= wanted < len(is_open) and is_open[wanted]:
                return wanted
        return is_open.index(True) if True in is_open else 0

    def put_away(self) -> None:
        """Close the result and go on."""
        self._result = None

    def set_plan(self, draft: PlanFields) -> None:
        """Take a plan from month 1 of this year on; one that was only looked at stays."""
        if self._is_looking:
            self._is_looking = False
        elif self.stage is Stage.PLAN:
            self.wants_plan = False
            self._answer(Keep(plan=draft))

    def expect(self, yuan_per_month: float | None) -> None:
        """What pension the player expects, asked once before the first plan."""
        self.expected_pension = yuan_per_month
        self.has_been_asked = True
        self._keep()

    def open_plan(self) -> None:
        """Put the plan before the player: this year if no event of it was answered, else next.

        A plan holds from month 1, so once an event of the year was answered it waits a year. While
        contract or school decide it is shown at once, to be read, and nothing is changed.
        """
        if self.stage is not Stage.YEAR:
            return
        if is_bound(self.world, self.year.lives)[0]:
            self._is_looking = True
            return
        self.wants_plan = True
        if any(isinstance(answer, Choose) and not answer.is_crossroad for answer in self.answers):
            self._keep()
            return
        self.answers = [answer for answer in self.answers if isinstance(answer, Choose)]
        self._replay()
        self._keep()

    def undo(self) -> bool:
        """Take back the last answer of this year."""
        self._is_looking = False
        if not self.answers:
            return False
        self.undone.append(self.answers.pop())
        self._result = None
        self._replay()
        self._keep()
        return True

    def close_year(self) -> YearView:
        """Live the year to its end and open the next one.

        Past the last age a pack plays, the life runs on unseen to its end: the plan is kept and
        every event takes its default.
        """
        self._is_looking = False
        note, lines = self._close()
        if not self.is_over and self.age > self.world.scenario.last_age:
            while not self.is_over:
                self.year = self.engine.open_year(self.opened, self.chance)
                self._close()
            name = self.world.scenario.profiles[self.profile].name
            values = {"name": name, "age": self.notes[-1].age}
            lines = (phrases.LINE_RAN_ON.filled(values), *lines)
        self.wants_plan &= not bool(is_bound(self.world, self.opened)[0])
        self._shown.forget()
        if not self.is_over:
            self._replay()
        self._keep()
        return YearView(
            age=note.age, lines=lines, weather=weather_of(note, self.world), has_died=self.is_over
        )

    def _close(self) -> tuple[YearNote, tuple[Text, ...]]:
        """Close the open year and note it; its lines."""
        year = self.year
        lives, record = self.engine.close_year(year)
        answers = [answer_to_json(answer) for answer in self.answers]
        note = note_of(self.world, year.opened, record, lives, answers)
        lines = year_lines(self.world, self.profile, self.notes, note, year.opened, lives)
        self.notes.append(note)
        self.opened, self.answers = lives, []
        return note, lines

    def _answer(self, answer: Answered) -> None:
        self.answers.append(answer)
        self._shown.forget()
        self.year = self.engine.answer(self.year, self._to_engine(answer))
        self._pass_quiet_plan()
        self._keep()

    def _pass_quiet_plan(self) -> None:
        """The plan is only put before the player when it is due or asked for."""
        while self.year.stage == Round.PLAN and not self._is_plan_due:
            self.year = self.engine.answer(self.year, Answer())
        # A life that begins bound has no first plan; it is asked what it expects all the same.
        is_begun = bool(self.notes) or self.has_been_asked
        if self.year.stage == Round.DONE and not is_begun:
            self._is_looking = bool(is_bound(self.world, self.year.lives)[0])

    @property
    def _is_plan_due(self) -> bool:
        """Never while a contract or the school decides; its end opens the plan."""
        lives = self.year.lives
        if is_bound(self.world, lives)[0]:
            return False
        is_asked = self.age in self.world.scenario.decision.ask_at
        return self.wants_plan or is_asked or bool(lives.asks_plan[0])

    def _to_engine(self, answer: Answered) -> Answer:
        if isinstance(answer, Keep):
            return Answer(plan=with_fields(self.year.lives.plan, answer.plan))
        event = offered_event(self.engine, self.year)
        ids = [choice.id for choice in event.choices]
        number = ids.index(answer.choice) if answer.choice in ids else -1
        return Answer(choice=np.array([number], dtype=np.int64))

    def _replay(self) -> None:
        """The running year from its open through its answers."""
        self._shown.forget()
        if self.is_over:
            return
        self.year = self.engine.open_year(self.opened, self.chance)
        for answer in self.answers:
            is_plan = isinstance(answer, Keep)
            if self.year.stage == Round.PLAN and not is_plan:
                self.year = self.engine.answer(self.year, Answer())
            if self.year.stage == Round.DONE:
                break
            if is_plan == (self.year.stage == Round.PLAN):
                self.year = self.engine.answer(self.year, self._to_engine(answer))
        self._pass_quiet_plan()

    # --- what is shown -------------------------------------------------------------------------

    def life(self) -> LifeView:
        """The life screen."""
        return self._shown.life()

    def card(self) -> CardView:
        """The event before the player, with prices."""
        return self._shown.card()

    def result(self) -> ResultView:
        """What the last choice brought."""
        assert self._result is not None
        return self._result

    def plan_view(self, draft: PlanFields) -> PlanView:
        """The plan screen for a draft."""
        return plan_view(self.engine, self._shown.now, draft, is_first=not self.has_been_asked)

    @property
    def plan(self) -> PlanFields:
        """The standing plan."""
        return plan_fields(self._shown.now)

    def review(self) -> ReviewView:
        """The life in review; made once, it takes a moment."""
        return self._shown.review()

    def figures(self, screen: str) -> tuple[FigureView, ...]:
        """The figures of law on a screen, with their sources."""
        return figures_of(self.world, self._shown.now, screen)

    # --- saving --------------------------------------------------------------------------------

    def save(self) -> Save:
        """Everything to go on from, as plain values."""
        scenario = self.world.scenario
        return Save(
            engine_version=ENGINE_VERSION,
            pack_id=scenario.id,
            pack_version=scenario.version,
            pack_hash=scenario.digest,
            profile=scenario.profiles[self.profile].id,
            age=self.age,
            seed=self.seed,
            state={
                "lives": plain(self.opened),
                "ids": names_of(scenario),
                "notes": [note.as_json() for note in self.notes],
                "expected_pension": self.expected_pension,
                "has_been_asked": self.has_been_asked,
                "wants_plan": self.wants_plan,
                "is_reviewed": self.is_reviewed,
                "undone": [answer_to_json(answer) for answer in self.undone],
            },
            answers=tuple(answer_to_json(answer) for answer in self.answers),
        )


def new_session(
    engine: Engine, profile: int, seed: int, keep: Callable[[Save], None] | None = None
) -> Session:
    """A life at its start."""
    lives = start_lives(engine.world, profile, np.zeros(1, dtype=np.uint64))
    return Session(engine=engine, profile=profile, seed=seed, opened=lives, keep=keep)
