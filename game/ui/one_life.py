"""One life being played: which of its screens is due, what is worked out for them, its save."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from game.core.text import Text
from game.play.adviser import AdviserDesk
from game.play.comparisons import FindingsDesk
from game.play.forecast import ForecastDesk
from game.play.notes import all_sums
from game.play.recording import played_life
from game.play.saves import Save, SaveStore
from game.play.session import Session
from game.play.shock import shock_view
from game.play.shock_view import ShockView
from game.play.twins import FLIP, YOU, TwinsDesk
from game.play.views import FigureView, Stage
from game.scenario.model import PlanFields
from game.ui.screen import Result, Screen
from game.ui.screens.adviser import AdviserScreen
from game.ui.screens.life import LifeScreen
from game.ui.screens.plan import PlanScreen
from game.ui.screens.playthrough import Leave, LifeEnded, LiveAgain, PlanAsked, PlanKept
from game.ui.screens.review import ReviewScreen
from game.ui.screens.twins import TwinsScreen

if TYPE_CHECKING:
    from game.ui.lives import PackLives

MOST_SEED: Final = 2**31
UNINSURED: Final = "never_insured"


class Keeper:
    """Writes every save of one life to its slot and remembers what went wrong.

    Without a store nothing is written: a demonstration leaves no life behind.
    """

    def __init__(self, store: SaveStore | None, slot: str) -> None:
        self.store = store
        self.slot = slot
        self.problem: Text | None = None

    def keep(self, save: Save) -> None:
        """Write it; the game goes on either way."""
        if self.store is None:
            return
        problem = self.store.write(self.slot, save)
        self.problem = problem.text if problem is not None else None


class OneLife:
    """A life being played and its screens. Implements ``route.LifeRun``."""

    def __init__(self, lives: PackLives, session: Session, keeper: Keeper) -> None:
        self.lives = lives
        self.session = session
        self.keeper = keeper
        self._life: LifeScreen | None = None
        self._over: ReviewScreen | None = None
        self._plan: PlanScreen | None = None

    def screen(self) -> Screen:
        """The screen for what the life waits for."""
        if self.session.stage is Stage.PLAN:
            if self._plan is None:
                forecasts = self.forecasts()
                is_beside = forecasts is not None
                self._plan = PlanScreen(
                    self.session, forecasts, has_adviser=is_beside, is_beside=is_beside
                )
            return self._plan
        if self.session.stage is Stage.OVER and self._over is None and self._life is None:
            self._over = self.review()
        if self._over is not None:
            return self._over
        if self._life is None:
            has_desk = self.lives.desk is not None
            self._life = LifeScreen(
                self.session, self.shock, has_adviser=has_desk, has_twins=has_desk
            )
        return self._life

    def follow(self, result: Result) -> bool:
        """What a screen of this life asked for."""
        if self._over is not None:
            self.session.is_reviewed = True
        if isinstance(result, Leave):
            return False
        if isinstance(result, LifeEnded):
            self._over = self.review()
        elif isinstance(result, LiveAgain):
            self.save()
            other = self.lives.again(self.session, is_same_luck=result.is_same_luck)
            self.session, self.keeper = other.session, other.keeper
            self._over = None
        self._plan = None
        if isinstance(result, PlanKept) and self._life is not None:
            self._life.go_on()
        elif not isinstance(result, PlanAsked):
            self._life = None
        return True

    def adviser(self, plan: PlanFields | None) -> Screen | None:
        """The adviser of this life, for a plan being considered or the one held."""
        desk, session = self.lives.desk, self.session
        if desk is None or session.is_over:
            return None
        adviser = AdviserDesk(
            desk=desk, lives=session.opened, seed=session.seed, plan=plan,
            past=all_sums(tuple(session.notes)) if session.notes else None,
        )  # fmt: skip
        return AdviserScreen(adviser)

    def twins(self, point: str) -> Screen | None:
        """A turning point of an ended life as a twin; before that, two plans on other luck.

        On the luck of a life that goes on, the twins would show what is to come.
        """
        desk, session = self.lives.desk, self.session
        if desk is None:
            return None
        if not session.is_over:
            other = secrets.randbelow(MOST_SEED)
            return TwinsScreen(TwinsDesk(desk=desk, profile=session.profile, seed=other))
        played = played_life(session.profile, session.seed, session.notes)
        twins = TwinsDesk(desk=desk, profile=session.profile, seed=session.seed, life=played)
        return TwinsScreen(twins, (YOU, FLIP + point if point else UNINSURED))

    def shock(self, option: int) -> ShockView | None:
        """The bill that an option of the open card leaves, under each cover."""
        return shock_view(self.session.engine, self.session.year, option)

    def forecasts(self) -> ForecastDesk | None:
        """Forecasts of this life from its running birthday on."""
        desk, session = self.lives.desk, self.session
        if desk is None:
            return None
        return ForecastDesk(desk=desk, lives=session.opened, seed=session.seed)

    def review(self) -> ReviewScreen:
        """The review, and what is worked out for it meanwhile."""
        desk, session = self.lives.desk, self.session
        if desk is None:
            return ReviewScreen(session)
        played = played_life(session.profile, session.seed, session.notes)
        return ReviewScreen(session, FindingsDesk(desk=desk, life=played))

    def save(self) -> Text | None:
        """Saved at every answer already; once more, and what went wrong if it did."""
        self.keeper.keep(self.session.save())
        return self.keeper.problem

    def figures(self, ids: Sequence[str]) -> Sequence[FigureView]:
        """The figures of law on the screen shown."""
        return self.session.figures(ids[0] if ids else "life")
