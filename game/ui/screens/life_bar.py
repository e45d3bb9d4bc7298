"""The bar at the top of a life: who, when, and how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.core.text import yuan
from game.play.views import LifeView
from game.ui import theme
from game.ui.screens.playthrough import signed_yuan
from game.ui.theme import Colour
from game.ui.view import View
from game.ui.widgets import HotSpot, IconButton, Widget

AROUND = 16.0
TOP = 14.0
PADDING = 12.0
STAT_GAP = 28.0
PORTRAIT_GAP = 12.0
ICON_SIDE = 36.0
ICON_PLACES = 5
BLOCK_GAP = 20.0
GIVING_WAY = ("life.month", "life.wellbeing")
"""Figures left out at the largest text, in this order."""
AGE_GAP = 56.0
"""Room the age wants at either side to stand in the middle of the window."""


@dataclass(frozen=True, slots=True)
class BarIcon:
    """A round button of the bar."""

    name: str
    icon: str
    hint: str
    shortcut: int | None = None
    is_enabled: bool = True


def life_icons(view: View, life: LifeView, *, has_card: bool, is_paused: bool) -> list[BarIcon]:
    """Undo, pause, leap, help and the way out; with a card open nothing passes."""
    say = view.say
    is_still = has_card or is_paused
    first = say("life.first_answer")
    pause = say("life.go_on" if is_paused else "life.pause")
    return [
        BarIcon("undo", "icon_undo", say("life.undo"), is_enabled=life.can_undo),
        BarIcon("play", "icon_play" if is_still else "icon_pause", first if has_card else pause,
                is_enabled=not has_card),
        BarIcon("leap", "icon_fast_forward", first if has_card else say("life.leap"),
                is_enabled=not has_card),
        BarIcon("help", "icon_question", say("life.help")),
        BarIcon("leave", "icon_close", say("life.leave")),
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stat:
    """A figure of the bar with its label above it."""

    label: str
    value: str
    colour: Colour = theme.INK


class LifeBar:
    """Lays the bar out so that nothing meets: first the subtitle gives way, then figures."""

    def __init__(
        self, view: View, life: LifeView, icons: Sequence[BarIcon], *, has_season: bool = True
    ) -> None:
        self.view = view
        self.life = life
        self.icons = tuple(icons)
        self.has_season = has_season
        type_ = view.type
        self._upper = type_.line_height(theme.SUBHEAD)
        self._lower = type_.line_height(theme.NOTE)
        height = max(54.0, self._upper + self._lower + 10)
        self.rect = pygame.FRect(AROUND, TOP, view.width - 2 * AROUND, height)
        self.stats = self._stats()
        side = height - 14
        self.portrait = pygame.FRect(self.rect.left + PADDING, self.rect.top + 7, side, side)
        self._name_left = self.portrait.right + PORTRAIT_GAP
        self._icon = ICON_SIDE * (0.8 + 0.2 * view.text_factor)
        self._stats_left = self._right_edge() - sum(self._stat_widths()) - BLOCK_GAP
        self._fit()

    def widgets(self) -> list[Widget]:
        """The buttons, and a spot that says in full what the bar may have to leave out."""
        life, read = self.life, self.view.read
        who = f"{read(life.name)} · {read(life.subtitle)}"
        found: list[Widget] = []
        side = self._icon
        left = self.rect.right - PADDING - side * len(self.icons)
        for index, icon in enumerate(self.icons):
            rect = pygame.FRect(left + index * side, 0, side, side)
            rect.centery = self.rect.centery
            found.append(
                IconButton(
                    icon.name, rect, icon.icon, icon.hint, inside="bar", shortcut=icon.shortcut,
                    is_enabled=icon.is_enabled,
                )
            )  # fmt: skip
        return [*found, HotSpot("bar.who", self.portrait, inside="bar", hint=who)]

    def texts(self) -> list[tuple[str, pygame.FRect]]:
        """Places of the words, for layout checks."""
        places = [("bar.name", self._name_rect()), ("bar.age", self._age_rect())]
        left = self._stats_left
        for stat, width in zip(self.stats, self._stat_widths(), strict=True):
            rect = pygame.FRect(left, self.rect.top, width - STAT_GAP, self.rect.height)
            places.append((f"bar.{stat.label}", rect))
            left += width
        return places

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the bar without its buttons."""
        view, life = self.view, self.life
        view.card(surface, self.rect, theme.PAPER)
        self._draw_portrait(surface)
        rows = self._rows()
        name = view.read(life.name)
        middle = rows[0] if self.has_subtitle else self.rect.centery
        view.type.draw(
            surface, name, (self._name_left, middle), theme.SUBHEAD, theme.INK, anchor="midleft"
        )
        if self.has_subtitle:
            view.type.draw(
                surface, view.read(life.subtitle), (self._name_left, rows[1]), theme.NOTE,
                theme.MUTE_TEXT, anchor="midleft",
            )  # fmt: skip
        self._draw_age(surface, rows)
        left = self._stats_left
        for stat, width in zip(self.stats, self._stat_widths(), strict=True):
            view.type.draw(
                surface, stat.label, (left, rows[0]), theme.NOTE, theme.MUTE_TEXT, anchor="midleft"
            )
            view.type.draw(
                surface, stat.value, (left, rows[1]), theme.LABEL, stat.colour, anchor="midleft"
            )
            left += width

    def _draw_age(self, surface: pygame.Surface, rows: tuple[float, float]) -> None:
        upper, lower = self._age_words()
        x = self._age_rect().centerx
        draw = self.view.type.draw
        draw(surface, upper, (x, rows[0]), theme.HEADING, theme.INK, anchor="center")
        draw(surface, lower, (x, rows[1] + 1), theme.NOTE, theme.MUTE_TEXT, anchor="center")

    def _draw_portrait(self, surface: pygame.Surface) -> None:
        side = self.portrait.width
        name = self.view.art.portrait(self.life.portrait, self.life.age)
        image = self.view.art.get(name, (side, side), self.view.scale)
        surface.blit(image, image.get_rect(center=self.view.pixels(self.portrait).center))

    def _rows(self) -> tuple[float, float]:
        """The middles of the two rows of words."""
        top = self.rect.centery - (self._upper + self._lower) / 2
        return top + self._upper / 2, top + self._upper + self._lower / 2

    def _age_words(self) -> tuple[str, str]:
        life, say = self.life, self.view.say
        if not self.has_season:
            return say("life.age", age=life.age), say("life.year", year=str(life.year))
        season = say(f"life.season.{life.season}")
        return say("life.age", age=life.age), say("life.date", year=str(life.year), season=season)

    def _stats(self) -> list[Stat]:
        life, say, language = self.life, self.view.say, self.view.language
        month = theme.JADE_TEXT if life.month_balance >= 0 else theme.RED_TEXT
        stats = [
            Stat(say("life.savings"), yuan(life.savings, language)),
            Stat(say("life.month"), signed_yuan(life.month_balance, language), month),
            Stat(say("life.health"), f"{life.health:.0f}"),
            Stat(say("life.wellbeing"), f"{life.wellbeing:.0f}"),
        ]
        if life.debt >= 1:
            debt = Stat(say("life.debt"), yuan(life.debt, language), theme.RED_TEXT)
            stats.insert(1, debt)
        return stats

    def _stat_widths(self) -> list[float]:
        measure = self.view.type.measure
        return [
            max(
                measure(stat.label, theme.NOTE).width, measure(stat.value, theme.LABEL).width
            ) + STAT_GAP
            for stat in self.stats
        ]  # fmt: skip

    def _right_edge(self) -> float:
        """Of the figures: they stand in the same place whatever the buttons are."""
        return self.rect.right - PADDING - self._icon * ICON_PLACES

    def _fit(self) -> None:
        """Leave out what does not fit at this text size."""
        self.has_subtitle = True
        if not self._is_roomy():
            self.has_subtitle = False
        for key in GIVING_WAY:
            if not self._is_roomy():
                words = self.view.say(key)
                self.stats = [stat for stat in self.stats if stat.label != words]
                self._stats_left = self._right_edge() - sum(self._stat_widths()) - BLOCK_GAP

    def _is_roomy(self) -> bool:
        width = self._age_width()
        return self._name_rect().right + width + 2 * BLOCK_GAP <= self._stats_left

    def _name_rect(self) -> pygame.FRect:
        life, view = self.life, self.view
        width = view.type.measure(view.read(life.name), theme.SUBHEAD).width
        if self.has_subtitle:
            width = max(width, view.type.measure(view.read(life.subtitle), theme.NOTE).width)
        return pygame.FRect(self._name_left, self.rect.top, width, self.rect.height)

    def _age_width(self) -> float:
        upper, lower = self._age_words()
        measure = self.view.type.measure
        return max(measure(upper, theme.HEADING).width, measure(lower, theme.NOTE).width)

    def _age_rect(self) -> pygame.FRect:
        """At the window's middle, or midway between its neighbours where it would crowd one."""
        width = self._age_width()
        before, after = self._name_rect().right, self._stats_left
        left = self.view.width / 2 - width / 2
        if left < before + AGE_GAP or left + width > after - AGE_GAP:
            left = max(before + BLOCK_GAP, (before + after - width) / 2)
        return pygame.FRect(left, self.rect.top, width, self.rect.height)
