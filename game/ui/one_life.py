"""One life being played: which of its screens is due, what is worked out for them, its save."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.core.text import Text, same
from game.play.adviser import AdviserDesk
from game.play.comparisons import FindingsDesk
from game.play.forecast import ForecastDesk
from game.play.life_as_test import saved_as_test, why_no_test
from game.play.notes import all_sums
from game.play.pack_watch import broken
from game.play.packs import BASE_PACK
from game.play.problems import Problem
from game.play.recording import played_life
from game.play.reloading import moved
from game.play.saves import Save, SaveStore
from game.play.session import Session
from game.play.shock import shock_view
from game.play.shock_view import ShockView
from game.play.twins import FLIP, YOU, TwinsDesk
from game.play.views import FigureView, Stage
from game.scenario.model import PlanFields
from game.sim.engine import Engine
from game.ui.screen import Result, Screen
from game.ui.screens.adviser import AdviserScreen
from game.ui.screens.life import LifeScreen
from game.ui.screens.plan import PlanScreen
from game.ui.screens.playthrough import Leave, LifeEnded, LiveAgain, PlanAsked, PlanKept
from game.ui.screens.review import ReviewScreen
from game.ui.screens.twins import TwinsScreen
from game.ui.slip import Slip

if TYPE_CHECKING:
    from game.ui.lives import PackLives

MOST_SEED: Final = 2**31
UNINSURED: Final = "never_insured"
TEST_KEPT: Final = Text("This life is a test of the scenario now", "这一生已存为情景的测试")
TEST_KEPT_NOT: Final = Text("It could not be saved as a test", "没能存为测试")
TEST_READ: Final = Text("test-pack runs it.", "test-pack 会运行它。")
TEST_INCLUDE: Final = Text(
    "Name that file under include: and test-pack runs it.",
    "把这个文件写进 include:，test-pack 就会运行它。",
)


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
        self._stands = False
        self._life: LifeScreen | None = None
        self._over: ReviewScreen | None = None
        self._plan: PlanScreen | None = None

    def screen(self) -> Screen:
        """The screen for what the life waits for."""
        if self.session.stage is Stage.PLAN:
            if self._plan is None:
                self._plan = self._plan_screen()
            return self._plan
        if self.session.stage is Stage.OVER and self._over is None and self._life is None:
            self._over = self.review()
        if self._over is not None:
            return self._over
        if self._life is None:
            self._life = self._life_screen()
        return self._life

    def _plan_screen(self) -> PlanScreen:
        forecasts = self.forecasts()
        is_beside = forecasts is not None
        return PlanScreen(self.session, forecasts, has_adviser=is_beside, is_beside=is_beside)

    def _life_screen(self) -> LifeScreen:
        has_desk = self.lives.desk is not None
        screen = LifeScreen(self.session, self.shock, has_adviser=has_desk, has_twins=has_desk)
        screen.clock.is_paused, self._stands = self._stands, False
        return screen

    def stand(self) -> None:
        """Let no year pass before the player says so."""
        self._stands = True

    @property
    def edition(self) -> str:
        """The digest of the pack as this life has it."""
        return self.session.world.scenario.digest

    @property
    def can_take(self) -> bool:
        """Not while the outcome of a card or a plan others decide is read, nor after the end."""
        stage, plan = self.session.stage, self._plan
        is_read = stage is Stage.PLAN and plan is not None and plan.shown.employer is not None
        return not is_read and self._over is None and stage not in (Stage.RESULT, Stage.OVER)

    def take(self, engine: Engine, path: Path) -> Problem | None:
        """Go on at the same place under the edited pack; its screens are made anew."""
        before = self.session, self._life, self._plan
        try:
            fresh = moved(self.session, engine, path)
            if isinstance(fresh, Problem):
                return fresh
            self.session = fresh
            self._make_anew()
        except Exception as error:
            # The pack passed its checks and cannot be lived: the life as it was goes on.
            self.session, self._life, self._plan = before
            return broken(path, error)
        self.lives.take(engine)
        return None

    def _make_anew(self) -> None:
        """The screens for the new session, as the old ones stood."""
        life, plan = self._life, self._plan
        self._life = self._plan = None
        if life is not None:
            self._life = self._life_screen()
            self._life.take_up(life)
        if plan is not None and self.session.stage is Stage.PLAN:
            self._plan = self._plan_screen()
            self._plan.take_up(plan)

    def follow(self, result: Result) -> bool:
        """What a screen of this life asked for."""
        if isinstance(result, Leave):
            self.session.is_reviewed |= self._over is not None
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
        return ForecastDesk(desk=desk, lives=session.opened, seed=session.seed, looks_ahead=True)

    def review(self) -> ReviewScreen:
        """The review, and what is worked out for it meanwhile."""
        desk, session = self.lives.desk, self.session
        if desk is None:
            return ReviewScreen(session, None, self._test_keeper())
        played = played_life(session.profile, session.seed, session.notes)
        return ReviewScreen(session, FindingsDesk(desk=desk, life=played), self._test_keeper())

    def _test_keeper(self) -> Callable[[], Slip] | None:
        """For a pack of an author's own: what saves the ended life as a test of it."""
        path = self.lives.watched
        if path is None or self.session.world.scenario.id == BASE_PACK:
            return None
        if why_no_test(self.session) is not None:
            return None

        def keep() -> Slip:
            found = saved_as_test(self.session, path)
            if isinstance(found, Problem):
                return Slip(heading=TEST_KEPT_NOT, words=found.text, is_trouble=True)
            hint = TEST_READ if found.is_included else TEST_INCLUDE
            return Slip(heading=TEST_KEPT, words=same(str(found.path)), hint=hint)

        return keep

    def save(self) -> Text | None:
        """Saved at every answer already; once more, and what went wrong if it did."""
        self.keeper.keep(self.session.save())
        return self.keeper.problem

    def figures(self, ids: Sequence[str]) -> Sequence[FigureView]:
        """The figures of law on the screen shown."""
        return self.session.figures(ids[0] if ids else "life")
