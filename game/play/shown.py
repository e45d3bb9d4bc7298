"""What the screens are shown of a playthrough: each view made once, until something changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from game.core.life import Lives
from game.core.text import Value
from game.play.cards import SEASONS, WINTER, card_view, month_of_offer
from game.play.life_moment import LifeMoment
from game.play.life_view import life_view
from game.play.notes import YearNote, note_of
from game.play.outlook import Outlook, outlook
from game.play.reviewing import ReviewCase, review_view
from game.play.views import CardView, LifeView, ReviewView, Stage
from game.sim.engine import Engine
from game.sim.year import Year


class Playing(Protocol):
    """What is read of a playthrough. ``session.Session`` is one."""

    engine: Engine
    profile: int
    seed: int
    opened: Lives
    expected_pension: float | None
    year: Year

    @property
    def notes(self) -> Sequence[YearNote]:
        """The years lived."""
        ...

    @property
    def stage(self) -> Stage:
        """What is waited for."""
        ...

    @property
    def age(self) -> int:
        """At the running birthday."""
        ...

    @property
    def is_over(self) -> bool:
        """Whether the life has ended."""
        ...

    @property
    def can_undo(self) -> bool:
        """Whether anything of this year can be taken back."""
        ...


@dataclass(slots=True)
class Shown:
    """Views of one playthrough; told by it when they are no longer true."""

    of: Playing = field(repr=False)
    _path: Outlook | None = field(init=False, default=None)
    _life: LifeView | None = field(init=False, default=None)
    _note: YearNote | None = field(init=False, default=None)
    _card: CardView | None = field(init=False, default=None)
    _review: ReviewView | None = field(init=False, default=None)

    def forget(self) -> None:
        """Something has changed."""
        self._path = self._life = self._note = self._card = self._review = None

    @property
    def now(self) -> Lives:
        """The life as the running year's answers have left it."""
        return self.of.opened if self.of.is_over else self.of.year.lives

    @property
    def path(self) -> Outlook:
        """The outlook of the standing plan."""
        if self._path is None:
            self._path = outlook(self.of.engine, self.now)
        return self._path

    @property
    def note(self) -> YearNote:
        """The running year as it would close now: its umbrella and its weather."""
        of = self.of
        if of.is_over:
            return of.notes[-1]
        if self._note is None:
            lives, record = of.engine.close_year(of.year)
            self._note = note_of(of.engine.world, of.year.opened, record, lives)
        return self._note

    def words(self) -> dict[str, Value]:
        """What texts may name of the person, besides what their event drew."""
        of, scenario = self.of, self.of.engine.world.scenario
        return {
            "name": scenario.profiles[of.profile].name,
            "age": of.age,
            "place": scenario.places[int(of.year.lives.place[0])].name,
            "pension": self.path.pension_per_month,
        }

    def life(self) -> LifeView:
        """The life screen."""
        if self._life is None:
            of = self.of
            month = self._month()
            self._life = life_view(
                LifeMoment(
                    engine=of.engine,
                    profile=of.profile,
                    lives=self.now,
                    notes=tuple(of.notes),
                    running=self.note,
                    path=self.path,
                    month=month or 0,
                    season=WINTER if month is None else SEASONS[month],
                    is_dawn=not of.notes and of.stage is Stage.CARD,
                    is_over=of.is_over,
                    can_undo=of.can_undo,
                )
            )
        return self._life

    def _month(self) -> int | None:
        """Month of the event before the player; none at the birthday."""
        is_card = self.of.stage is Stage.CARD
        return month_of_offer(self.of.engine, self.of.year) if is_card else None

    def card(self) -> CardView:
        """The event before the player, with prices."""
        if self._card is None:
            self._card = card_view(self.of.engine, self.of.year, self.words())
        return self._card

    def review(self) -> ReviewView:
        """The life in review; it takes a moment."""
        if self._review is None:
            of = self.of
            self._review = review_view(
                ReviewCase(
                    engine=of.engine,
                    profile=of.profile,
                    seed=of.seed,
                    lives=of.opened,
                    notes=tuple(of.notes),
                    expected_pension=of.expected_pension,
                )
            )
        return self._review
