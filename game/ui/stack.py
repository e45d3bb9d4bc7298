"""The screens on the window, one above the other: laid out together, drawn when it is time."""

from __future__ import annotations

import pygame

from game.core import folders
from game.play.settings import Settings
from game.ui import theme
from game.ui.art import Art
from game.ui.screen import Screen
from game.ui.type import Type
from game.ui.view import Silence, Sounds, View
from game.ui.window import Window
from game.ui.words import load_words


class ScreenStack:
    """A window with its type, pictures and words, and the screens that are shown in it."""

    def __init__(self, settings: Settings) -> None:
        assets = folders.assets()
        self.settings = settings
        """What holds now."""
        self.window = Window(
            settings.window_size,
            is_full_screen=settings.is_full_screen,
            icon=assets / "art" / "icon-64.png",
        )
        self.words = load_words(assets)
        self.art = Art(assets / "art")
        self.type = Type(assets / "fonts")
        self.sound: Sounds = Silence()
        self.screens: list[Screen] = []
        self.is_stale = True
        """Whether all of it has to be drawn anew."""
        self._backdrop: pygame.Surface | None = None

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

    def layout(self) -> None:
        """Lay out every screen for the window and settings as they are."""
        view = self.view()
        self.window.title(view.say("title.name"))
        self._backdrop, self.is_stale = None, True
        for screen in self.screens:
            screen.layout(view)

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
            self.draw_above(top)
            self.adorn(self.window.surface)
        self.window.show()

    def draw_above(self, top: Screen) -> None:
        """Drawn over the topmost screen, within the room of the screens."""

    def adorn(self, surface: pygame.Surface) -> None:
        """Drawn over every screen; the game itself adds nothing, a demonstration its captions."""

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
