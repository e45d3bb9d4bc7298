"""Which screen follows which result: the only place where screens meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.errors import GameError
from game.core.text import Text
from game.play.options import PlayOptions
from game.play.settings import Settings
from game.ui.moves import Apply, Move, Open, Pop, Push, Quit, Replace
from game.ui.runs import LifeRun, Lives
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
        self.title.show(lives.cards(), lives.saved(), notice or lives.notice(), lives.shown)
        if options.slot is not None:
            return self._resume(lives, options.slot, is_standing=True)
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
                return self.help(top)
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

    def help(self, top: Screen) -> Move:
        """The help, with the keys that work on the topmost screen, or on the one under a sheet."""
        is_life = self.life is not None and (top.is_overlay or top is self.life.screen())
        below = top
        if top.is_overlay:
            below = self.life.screen() if self.life is not None else self.title
        keys = [*below.keys()]
        if is_life and self.lives is not None and self.lives.watched is not None:
            keys.append("reload")
        return Push(HelpScreen(keys))

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

    def _resume(self, lives: Lives, slot: str, *, is_standing: bool = False) -> Move:
        """Go on with a saved life, or say on the title why that cannot be."""
        try:
            life = lives.resume(slot)
        except GameError as error:
            self.title.show(lives.cards(), None, error.message, lives.shown)
            return Replace(self.title)
        if is_standing:
            life.stand()
        return self._live(life)

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
            self.title.show(self.lives.cards(), saved, notice, self.lives.shown)
        return Replace(self.title)


def _push(screen: Screen | None) -> Move | None:
    """Lay a screen over the present one, if there is one."""
    return None if screen is None else Push(screen)
