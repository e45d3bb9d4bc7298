"""Which screen follows which result: the only place where screens meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

from game.core.errors import GameError
from game.core.text import Text
from game.play.options import PlayOptions
from game.play.problems import Problem
from game.play.settings import Settings
from game.ui.screen import (
    AdviserAsked,
    Back,
    CheckAsked,
    Closed,
    HelpAsked,
    PackChosen,
    Result,
    Screen,
    SettingsAsked,
    SourcesAsked,
    TwinAsked,
)
from game.ui.screens.help import HelpScreen
from game.ui.screens.message import MessageScreen
from game.ui.screens.profile_panel import ProfileCard, SavedLife
from game.ui.screens.settings import SettingsChanged, SettingsScreen
from game.ui.screens.sources import SourcesScreen
from game.ui.screens.title import (
    LibraryAsked,
    LifeChosen,
    LifeContinued,
    QuitAsked,
    TitleScreen,
    TwinsWished,
)
from game.ui.words import Words

if TYPE_CHECKING:
    # The title can do without all of them: they would delay the first frame.
    from game.play.shelf import Shelf
    from game.play.views import FigureView
    from game.scenario.model import PlanFields
    from game.sim.engine import Engine


class LifeRun(Protocol):
    """A life being played: it knows which of its screens is due."""

    def screen(self) -> Screen:
        """The screen for what the life waits for now; the same one until ``follow`` changes it."""
        ...

    def follow(self, result: Result) -> bool:
        """Do what a screen of the life asked for; False when the life is left for the title.

        ``Back`` is told too, and leaves in any case.
        """
        ...

    def save(self) -> Text | None:
        """Save the life; what to tell the player if that failed."""
        ...

    def figures(self, ids: Sequence[str]) -> Sequence[FigureView]:
        """The figures of law behind what a screen's ``figures`` named, with their sources."""
        ...

    def adviser(self, plan: PlanFields | None) -> Screen | None:
        """The adviser of this life, for a plan being considered; None where there is none."""
        ...

    def twins(self, point: str) -> Screen | None:
        """A turning point as a twin, or two plans of this life; None where there is none."""
        ...

    @property
    def edition(self) -> str:
        """The digest of the pack as the life has it."""
        ...

    @property
    def can_take(self) -> bool:
        """Whether an edited pack can be taken at this very place of the life."""
        ...

    def take(self, engine: Engine, path: Path) -> Problem | None:
        """Go on at the same place under the edited pack; why not, if that cannot be."""
        ...


class Lives(Protocol):
    """What the title needs of a pack and of the saves."""

    def cards(self) -> Sequence[ProfileCard]:
        """The profiles of the pack."""
        ...

    def saved(self) -> SavedLife | None:
        """The life that can be gone on with."""
        ...

    def notice(self) -> Text | None:
        """What to tell about saves that cannot be gone on with."""
        ...

    def begin(self, profile: str) -> LifeRun:
        """Begin a new life."""
        ...

    def resume(self, slot: str) -> LifeRun:
        """Go on with a saved life."""
        ...

    def twins(self, profile: str) -> Screen | None:
        """Two plans of a profile side by side; None where there is none."""
        ...

    @property
    def watched(self) -> Path | None:
        """Where the pack's files are looked after while a life is played; None for nowhere."""
        ...

    def close(self) -> None:
        """The pack is left: whatever works beside the drawing ends."""
        ...


@dataclass(frozen=True, slots=True)
class Push:
    """Lay a screen over the present one."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Replace:
    """Let a screen take the place of all others."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Pop:
    """Take the topmost screen away."""


@dataclass(frozen=True, slots=True)
class Apply:
    """Hold new settings from now on."""

    settings: Settings


@dataclass(frozen=True, slots=True)
class Open:
    """Read another pack and bring it to the title."""

    path: str


@dataclass(frozen=True, slots=True)
class Quit:
    """End the game."""


Move: TypeAlias = Push | Replace | Pop | Apply | Open | Quit


class Router:
    """Knows the title, the sheets, and the life being played."""

    def __init__(self, settings: Settings, words: Words) -> None:
        self.settings = settings
        self.words = words
        self.title = TitleScreen()
        self.lives: Lives | None = None
        self.life: LifeRun | None = None
        self._shelf: Shelf | None = None

    @property
    def shelf(self) -> Shelf:
        """The scenarios; made when they are first wanted."""
        if self._shelf is None:
            from game.play.shelf import Shelf

            self._shelf = Shelf()
        return self._shelf

    def open(self, lives: Lives, options: PlayOptions, notice: Text | None) -> Move | None:
        """Bring the pack to the title; straight into a life if one was asked for."""
        self.lives = lives
        self.title.show(lives.cards(), lives.saved(), notice or lives.notice())
        if options.profile is not None:
            return self._live(lives.begin(options.profile))
        return None

    def follow(self, result: Result, top: Screen) -> Move | None:
        """The move a result of the topmost screen asks for."""
        match result:
            case Closed():
                return Pop()
            case Back() if top.is_overlay:
                return Pop()
            case Back() if isinstance(top, MessageScreen):
                return Quit()
            case SettingsAsked():
                return Push(SettingsScreen(self.settings))
            case HelpAsked():
                return Push(HelpScreen())
            case SourcesAsked():
                return self.sources(top)
            case SettingsChanged(settings=settings):
                return Apply(settings)
            case QuitAsked():
                return Quit()
            case LibraryAsked():
                return self.library()
            case CheckAsked(path=path):
                return self.check(path)
            case PackChosen(path=path):
                return self._open_pack(path)
            case TwinsWished(profile=profile) if self.lives is not None:
                return _push(self.lives.twins(profile))
            case AdviserAsked(plan=plan) if self.life is not None:
                return _push(self.life.adviser(plan))
            case TwinAsked(point=point) if self.life is not None:
                return _push(self.life.twins(point))
            case LifeChosen(profile=profile) if self.lives is not None:
                return self._live(self.lives.begin(profile))
            case LifeContinued(slot=slot) if self.lives is not None:
                return self._resume(self.lives, slot)
        return self._follow_life(result)

    def back(self, top: Screen) -> Move | None:
        """Escape: a sheet closes; a life is saved and left; the title stays."""
        result = top.back()
        return None if result is None else self.follow(result, top)

    def sources(self, top: Screen) -> Move:
        """The sources of the figures on the topmost screen, or on the one under the sheets."""
        shown = self.life.screen() if top.is_overlay and self.life is not None else top
        ids = shown.figures()
        rows = self.life.figures(ids) if self.life is not None and ids else ()
        return Push(SourcesScreen(rows))

    def save(self) -> Text | None:
        """Save the life being played, if there is one."""
        return self.life.save() if self.life is not None else None

    def library(self) -> Move:
        """The scenarios, read anew."""
        from game.ui.screens.library import LibraryScreen

        self.shelf.read()
        return Push(LibraryScreen(self.shelf))

    def check(self, path: str) -> Move:
        """What is wrong with a pack, as when its file is dropped on the window."""
        from game.ui.screens.checked import CheckedScreen

        return Push(CheckedScreen(self.shelf, path))

    def close(self) -> None:
        """The game ends."""
        if self.lives is not None:
            self.lives.close()

    def _open_pack(self, path: str) -> Move:
        """Leave the present pack for another; the life being played is saved."""
        self.save()
        self.close()
        self.life = self.lives = None
        self.shelf.remember(path)
        self.title.show((), None)
        return Open(path)

    def _resume(self, lives: Lives, slot: str) -> Move:
        """Go on with a saved life, or say on the title why that cannot be."""
        try:
            return self._live(lives.resume(slot))
        except GameError as error:
            self.title.show(lives.cards(), None, error.message)
            return Replace(self.title)

    def _live(self, life: LifeRun) -> Move:
        self.life = life
        return Replace(life.screen())

    def _follow_life(self, result: Result) -> Move | None:
        if self.life is None:
            return None
        is_going_on = self.life.follow(result)
        if isinstance(result, Back) or not is_going_on:
            return self._leave()
        return Replace(self.life.screen())

    def _leave(self) -> Move:
        """Back to the title, the life saved, and the title says so."""
        notice = self.save()
        self.life = None
        if self.lives is not None:
            saved = self.lives.saved()
            if saved is not None:
                notice = notice or self.words["window.saved"]
            self.title.show(self.lives.cards(), saved, notice)
        return Replace(self.title)


def _push(screen: Screen | None) -> Move | None:
    """Lay a screen over the present one, if there is one."""
    return None if screen is None else Push(screen)
