"""The running game: one window, a stack of screens, the keys that work everywhere, the frame loop.

The first frame is drawn before the pack is loaded; heavy modules are imported after it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Final

import pygame

from game.core.errors import GameError, PackError
from game.play.options import PlayOptions
from game.play.settings import Settings
from game.ui.input import Event, KeyPress, translated
from game.ui.kept import KeptSettings, changed_by
from game.ui.loading import Load, Loading, load_lives, open_sound
from game.ui.moves import Apply, Move, Open, Pop, Push, Quit, Replace
from game.ui.reload import Reload
from game.ui.route import Router
from game.ui.screen import Result, Screen
from game.ui.screens.help import HelpScreen
from game.ui.screens.message import MessageScreen
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.sources import SourcesScreen
from game.ui.stack import ScreenStack

FRAMES_PER_SECOND: Final = 60
REST_MILLISECONDS: Final = 100
"""How long the loop sleeps for events while nothing moves."""
LONGEST_STEP: Final = 0.1
"""Seconds of one update at most, so that nothing jumps after a pause of the computer."""
UNPLAYABLE: Final = 2


def run(options: PlayOptions) -> int:
    """Open the window and play until it is closed; returns the exit code."""
    return App(options).run()


class App(ScreenStack):
    """Window, settings and screens of one session."""

    def __init__(self, options: PlayOptions, load: Load = load_lives) -> None:
        self.kept = KeptSettings(options)
        super().__init__(self.kept.now)
        self.options = options
        self._load = load
        self.loading = Loading(load, options)
        self.notice = self.kept.problem
        """What the title tells once."""
        self.router = Router(self.settings, self.words)
        self.reload = Reload(self.words)
        self.screens = [self.router.title]
        self.is_hidden = False
        """Whether the window is minimised: then nothing moves and no year passes."""
        self.code = 0
        self.layout()

    @property
    def _is_open(self) -> bool:
        """Whether the pack has been brought to the title."""
        return self.loading.is_taken

    def run(self) -> int:
        """Show the title, load the pack, then go round until no screen is left."""
        try:
            self.draw()
            self.loading.start()
            clock = pygame.time.Clock()
            while self.screens:
                self.step(self._events(), clock.tick(FRAMES_PER_SECOND) / 1000)
        except Exception:
            self._say_broken()
            raise
        finally:
            self.kept.remember_size(self.window.restored_size)
            self.window.close()
            self.reload.close()
            self.router.close()
        return self.code

    def step(self, events: list[pygame.event.Event], seconds: float) -> None:
        """One round: let time pass, hear events, draw what has changed."""
        self._take_loaded()
        self._take_edited(seconds)
        if self.screens and not self.is_hidden:
            self._move_by(self.screens[-1].update(min(seconds, LONGEST_STEP)))
        for event in events:
            if self.screens:
                self._hear(event)
        if self.screens and not self.is_hidden:
            self.draw_if_needed()
        self.sound.rain(bool(self.screens) and not self.is_hidden and self.screens[-1].has_rain)

    def draw_above(self, top: Screen) -> None:
        """How it stands with an edited pack, over the life it belongs to."""
        self.reload.draw(self.canvas, self.view(), self.router.life, top)

    def apply(self, move: Move) -> None:
        """Do what the router decided."""
        match move:
            case Push(screen=screen):
                self.screens.append(screen)
            case Replace(screen=screen):
                self.screens = [screen]
            case Pop():
                self.screens.pop()
            case Apply(settings=settings):
                self._hold(settings)
            case Open(path=path):
                self.code = 0
                self._open(path)
            case Quit():
                self._leave()
        if self.screens:
            self.layout()

    def _events(self) -> list[pygame.event.Event]:
        """What has happened; sleeps while nothing moves."""
        top = self.screens[-1]
        is_busy = top.is_moving or self.loading.outcome is None or self.is_stale
        if is_busy and not self.is_hidden:
            return pygame.event.get()
        first = pygame.event.wait(REST_MILLISECONDS)
        return [first, *pygame.event.get()] if first.type != pygame.NOEVENT else []

    def _hear(self, event: pygame.event.Event) -> None:
        if event.type == pygame.QUIT:
            self._leave()
        elif event.type == pygame.WINDOWSIZECHANGED:
            self.layout()
        elif event.type == pygame.DROPFILE:
            self._drop(event.file)
        elif event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED, pygame.WINDOWMINIMIZED):
            self.is_hidden = event.type == pygame.WINDOWMINIMIZED
            self.is_stale = True
        else:
            heard = translated(event, self.scale)
            if heard is not None and not self._hear_everywhere(heard):
                self._give(heard)

    def _give(self, event: Event) -> None:
        """Let the topmost screen hear the event."""
        top = self.screens[-1]
        if isinstance(event, KeyPress) and event.key == pygame.K_ESCAPE:
            self._follow(self.router.back(top))
        elif not self.window.is_too_small:
            self._move_by(top.handle(event))

    def _hear_everywhere(self, event: Event) -> bool:
        """The keys that work on every screen; False if it was none of them."""
        if not isinstance(event, KeyPress):
            return False
        changed = changed_by(self.settings, event.key, has_control=event.has_control)
        if changed is not None:
            self._hold(changed)
        elif event.has_control:
            return False
        elif event.key == pygame.K_F1:
            self._sheet(HelpScreen, lambda: self.router.help(self.screens[-1]))
        elif event.key == pygame.K_F2:
            self._sheet(SourcesScreen, lambda: self.router.sources(self.screens[-1]))
        elif event.key == pygame.K_F5:
            self._reload()
        else:
            return False
        return True

    def _sheet(self, kind: type, open_it: Callable[[], Move]) -> None:
        """Open a sheet, or close it if it is open; one sheet at a time."""
        top = self.screens[-1]
        if top.is_overlay:
            self.apply(Pop())
        if not isinstance(top, kind):
            self.apply(open_it())

    def _move_by(self, result: Result | None) -> None:
        if result is not None and self.screens:
            self._follow(self.router.follow(result, self.screens[-1]))

    def _follow(self, move: Move | None) -> None:
        if move is not None:
            self.apply(move)

    def _hold(self, settings: Settings) -> None:
        """Take new settings: keep what has changed, and lay out everything for them."""
        problem = self.kept.hold(settings)
        self.notice = problem or self.notice
        self.settings = self.router.settings = settings
        self.window.fill_screen(settings.is_full_screen)
        self.sound.enabled, self.sound.volume = settings.has_sound, settings.volume
        for screen in self.screens:
            if isinstance(screen, SettingsScreen):
                screen.show(settings)
        self.layout()

    def _take_loaded(self) -> None:
        """Once the pack is there, bring it to the title; say so if it cannot be played."""
        try:
            lives = self.loading.take()
            if lives is None:
                return
            self.sound = open_sound(self.settings)
            self.reload.watch(lives.watched)
            self._follow(self.router.open(lives, self.options, self.notice))
        except GameError as error:
            self.code = UNPLAYABLE
            self._take_refusal(error)
        self.layout()

    def _take_refusal(self, error: GameError) -> None:
        """What is wrong with a pack stands over the game's own lives; the rest is a sentence."""
        path = self.options.pack
        if isinstance(error, PackError) and path is not None:
            self._open(None)
            self.apply(self.router.check(path))
        else:
            self.screens = [MessageScreen(self.words["window.unplayable"], error.message)]

    def _take_edited(self, seconds: float) -> None:
        """Once the pack was edited, let the life go on under it, at the same place."""
        life = self.router.life
        if self.reload.step(seconds, life, self.screens):
            if life is not None and self.screens[-1] is not life.screen():
                self.apply(Replace(life.screen()))
            self.is_stale = True

    def _reload(self) -> None:
        """Read the pack anew, or show what is wrong with it."""
        path = self.reload.ask()
        is_life = self.router.life is not None and len(self.screens) == 1
        if path is not None and is_life:
            self.apply(self.router.check(path))

    def _open(self, path: str | None) -> None:
        """Back to the title, which waits for another pack; what was asked for was of the last."""
        self.options = replace(self.options, pack=path, profile=None, slot=None)
        self.reload.close()
        self.screens = [self.router.title]
        self.loading = Loading(self._load, self.options)
        self.loading.start()

    def _drop(self, path: str) -> None:
        """What was dropped on the window is checked, and can be played from there."""
        if self.screens[-1].is_overlay:
            self.apply(Pop())
        self.apply(self.router.check(path))

    def _leave(self) -> None:
        """Save the life and close the window."""
        self.router.save()
        self.screens = []

    def _say_broken(self) -> None:
        """After a mistake of the game: the life first, then the words, until a key is pressed."""
        has_life = self.router.life is not None
        with suppress(Exception):
            self.router.save()
        with suppress(Exception):
            key = "crash.saved" if has_life else "crash.unsaved"
            screen = MessageScreen(self.words["crash.title"], self.words[key])
            self.screens = [screen]
            self.layout()
            self.draw()
            self._wait_for_key()

    def _wait_for_key(self) -> None:
        waits = {pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.QUIT}
        while pygame.event.wait().type not in waits:
            self.draw()
