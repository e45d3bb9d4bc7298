"""The running game: one window, a stack of screens, the keys that work everywhere, the frame loop.

The first frame is drawn before the pack is loaded; heavy modules are imported after it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields, replace
from typing import Final

import pygame

from game.core import folders
from game.core.errors import GameError
from game.core.text import Text
from game.play.options import PlayOptions
from game.play.settings import TEXT_PERCENTS, Settings, SettingsStore
from game.ui import theme
from game.ui.art import Art
from game.ui.input import Event, KeyPress, translated
from game.ui.loading import Load, Loading, load_lives, open_sound
from game.ui.reload import Reload
from game.ui.route import Apply, Move, Open, Pop, Push, Quit, Replace, Router
from game.ui.screen import Result, Screen
from game.ui.screens.help import HelpScreen
from game.ui.screens.message import MessageScreen
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.sources import SourcesScreen
from game.ui.type import Type
from game.ui.view import Silence, Sounds, View
from game.ui.window import Window
from game.ui.words import load_words

FRAMES_PER_SECOND: Final = 60
REST_MILLISECONDS: Final = 100
"""How long the loop sleeps for events while nothing moves."""
LONGEST_STEP: Final = 0.1
"""Seconds of one update at most, so that nothing jumps after a pause of the computer."""
LARGER: Final = frozenset((pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS))
SMALLER: Final = frozenset((pygame.K_MINUS, pygame.K_KP_MINUS))
UNPLAYABLE: Final = 2


def run(options: PlayOptions) -> int:
    """Open the window and play until it is closed; returns the exit code."""
    return App(options).run()


class App:
    """Window, settings and screens of one session."""

    def __init__(self, options: PlayOptions, load: Load = load_lives) -> None:
        self.options = options
        self._load = load
        self.loading = Loading(load, options)
        self.store = SettingsStore(folders.user_config())
        self.saved, problem = self.store.read()
        """What is kept; ``settings`` is what holds, with the options of this session over it."""
        self.settings = options.applied_to(self.saved)
        self.notice: Text | None = problem.text if problem is not None else None
        assets = folders.assets()
        self.window = Window(
            self.settings.window_size,
            is_full_screen=self.settings.is_full_screen,
            icon=assets / "art" / "icon-64.png",
        )
        self.words = load_words(assets)
        self.art = Art(assets / "art")
        self.type = Type(assets / "fonts")
        self.sound: Sounds = Silence()
        self.router = Router(self.settings, self.words)
        self.reload = Reload(self.words)
        self.screens: list[Screen] = [self.router.title]
        self.is_stale = True
        self.is_hidden = False
        """Whether the window is minimised: then nothing moves and no year passes."""
        self.code = 0
        self._backdrop: pygame.Surface | None = None
        self._layout()

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
            self._remember_window()
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

    @property
    def canvas(self) -> pygame.Surface:
        """The part of the window the screens have; the game itself gives them all of it."""
        return self.window.surface

    @property
    def scale(self) -> float:
        """Pixels a unit of the screens."""
        width, height = self.canvas.get_size()
        return min(width / theme.UNITS_WIDE, height / theme.UNITS_HIGH)

    def view(self) -> View:
        """What the screens are laid out in: the window and settings as they are."""
        width, height = self.canvas.get_size()
        scale = self.scale
        self.type.scale, self.type.language = scale, self.settings.language
        self.type.text_factor = self.settings.text_percent / 100
        return View(
            width=width / scale, height=height / scale, scale=scale,
            text_factor=self.type.text_factor, language=self.settings.language,
            has_motion=self.settings.has_motion, type=self.type, art=self.art, words=self.words,
            sound=self.sound,
        )  # fmt: skip

    def draw_if_needed(self) -> None:
        """Draw when something has changed or moves."""
        top = self.screens[-1]
        if self.is_stale or top.is_dirty or top.is_moving:
            self.draw()

    def draw(self) -> None:
        """Draw the topmost screen, and what is seen of the one below, and show it."""
        self.is_stale = False
        if self.window.is_too_small:
            self._draw_too_small()
        else:
            top = self.screens[-1]
            top.is_dirty = False
            if top.is_overlay:
                self.canvas.blit(self._behind(), (0, 0))
            top.draw(self.canvas)
            self.reload.draw(self.canvas, self.view(), self.router.life, top)
            self.adorn(self.window.surface)
        self.window.show()

    def adorn(self, surface: pygame.Surface) -> None:
        """Drawn over every screen; the game itself adds nothing, a demonstration its captions."""

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
                self._open(path)
            case Quit():
                self._leave()
        if self.screens:
            self._layout()

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
            self._layout()
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
        now = self.settings
        if event.has_control and event.key in LARGER | SMALLER:
            self._hold(replace(now, text_percent=_next_percent(now.text_percent, event.key)))
        elif event.has_control:
            return False
        elif event.key == pygame.K_F11:
            self._hold(replace(now, is_full_screen=not now.is_full_screen))
        elif event.key == pygame.K_l:
            self._hold(replace(now, language="en" if now.language == "zh" else "zh"))
        elif event.key == pygame.K_m:
            self._hold(replace(now, has_sound=not now.has_sound))
        elif event.key == pygame.K_F1:
            self._sheet(HelpScreen, lambda: Push(HelpScreen()))
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
        changed = {
            field.name: getattr(settings, field.name)
            for field in fields(settings)
            if getattr(settings, field.name) != getattr(self.settings, field.name)
        }
        self.saved = replace(self.saved, **changed)
        self.settings = self.router.settings = settings
        self.window.fill_screen(settings.is_full_screen)
        self.sound.enabled, self.sound.volume = settings.has_sound, settings.volume
        problem = self.store.write(self.saved)
        if problem is not None:
            self.notice = problem.text
        for screen in self.screens:
            if isinstance(screen, SettingsScreen):
                screen.show(settings)
        self._layout()

    def _layout(self) -> None:
        """Lay out every screen of the stack for the window and settings as they are."""
        view = self.view()
        self.window.title(view.say("title.name"))
        self._backdrop, self.is_stale = None, True
        for screen in self.screens:
            screen.layout(view)

    def _behind(self) -> pygame.Surface:
        """The screen under the sheets, darkened; drawn once for as long as a sheet is open."""
        if self._backdrop is None:
            picture = pygame.Surface(self.canvas.get_size())
            for screen in [screen for screen in self.screens if not screen.is_overlay][-1:]:
                screen.draw(picture)
            self.view().veil(picture)
            self._backdrop = picture
        return self._backdrop

    def _draw_too_small(self) -> None:
        surface, view = self.window.surface, self.view()
        view.type.scale, view.type.text_factor = 1.0, 1.0
        width, height = theme.SMALLEST_WINDOW
        surface.fill(theme.PAPER)
        view.type.draw(
            surface, view.say("window.small", width=width, height=height),
            (surface.get_width() / 2, surface.get_height() / 2), theme.TEXT, theme.INK,
            anchor="center", max_width=surface.get_width() - 32,
        )  # fmt: skip

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
            self.screens = [MessageScreen(self.words["window.unplayable"], error.message)]
        self._layout()

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

    def _open(self, path: str) -> None:
        """Back to the title, which waits for another pack; a name asked for was of the last one."""
        self.options = replace(self.options, pack=path, profile=None)
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

    def _remember_window(self) -> None:
        size = self.window.restored_size
        if size != self.saved.window_size:
            self.store.write(replace(self.saved, window_size=size))

    def _say_broken(self) -> None:
        """After a mistake of the game: the life first, then the words, until a key is pressed."""
        has_life = self.router.life is not None
        with suppress(Exception):
            self.router.save()
        with suppress(Exception):
            key = "crash.saved" if has_life else "crash.unsaved"
            screen = MessageScreen(self.words["crash.title"], self.words[key])
            self.screens = [screen]
            self._layout()
            self.draw()
            self._wait_for_key()

    def _wait_for_key(self) -> None:
        waits = {pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.QUIT}
        while pygame.event.wait().type not in waits:
            self.draw()


def _next_percent(now: int, key: int) -> int:
    """The next larger or smaller text size on offer."""
    if key in LARGER:
        return next((percent for percent in TEXT_PERCENTS if percent > now), TEXT_PERCENTS[-1])
    smaller = [percent for percent in TEXT_PERCENTS if percent < now]
    return smaller[-1] if smaller else TEXT_PERCENTS[0]
