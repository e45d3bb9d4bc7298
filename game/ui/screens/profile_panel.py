"""The card of one profile on the title: portrait, who it is, three facts, the way in."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.core.text import Text
from game.ui import theme
from game.ui.view import View
from game.ui.widgets import Button, ScrollArea

PADDING = 24.0
PORTRAIT = 96.0
PORTRAIT_WIDE = 136.0
PILL_GAP = 8.0
PILL_PADDING = 14.0
BUTTON_GAP = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileCard:
    """What the title shows of a profile."""

    id: str
    name: Text
    role: Text
    age_line: Text
    story: Text
    facts: tuple[Text, Text, Text]
    portrait: str
    """Name of the portrait's picture, as ``Art.portrait`` takes it."""
    age: int = 22
    is_playable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedLife:
    """A life that can be gone on with."""

    slot: str
    profile: str
    name: Text
    age: int
    seconds_ago: float


class ProfilePanel:
    """Lays out and draws one card: upright among others, wide when it stands alone."""

    def __init__(self, card: ProfileCard, saved: SavedLife | None) -> None:
        self.card = card
        self.saved = saved
        self.is_wide = False
        self.rect = pygame.FRect(0, 0, 0, 0)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the card's buttons."""
        own = f"live.{self.card.id}"
        return (own,) if self.saved is None else ("continue", own)

    def height(self, view: View, width: float) -> float:
        """Height of the card at this width, in units."""
        return self._flow(None, view, pygame.FRect(0, 0, width, 0))

    def buttons(self, view: View, area: ScrollArea | None) -> list[Button]:
        """The card's buttons at their places; set ``rect`` first."""
        left, room = self._column(view, self.rect)
        found: list[Button] = []
        bottom = self.rect.bottom - PADDING + 2
        for button in reversed(self._buttons(view)):
            button.rect.width = room
            if self.is_wide:
                button.rect.width = min(room, max(260.0, Button.size(view, button.label)[0]))
            button.rect.height = button.height(view, button.rect.width)
            button.rect.bottomleft = (left, bottom)
            bottom -= button.rect.height + BUTTON_GAP
            button.area, button.inside = area, "" if area else f"card.{self.card.id}"
            found.insert(0, button)
        return found

    def draw(self, surface: pygame.Surface, view: View, *, has_focus: bool) -> None:
        """Draw the card without its buttons."""
        view.card(surface, self.rect, outline=theme.GOLD if has_focus else None, outline_width=2.5)
        self._flow(surface, view, self.rect)

    def _buttons(self, view: View) -> list[Button]:
        rect = pygame.FRect(0, 0, 100, 36)
        if not self.card.is_playable:
            label = view.say("title.later")
            return [Button(f"live.{self.card.id}", rect, label, is_enabled=False)]
        if self.saved is None:
            label = view.say("title.live")
            return [Button(f"live.{self.card.id}", rect, label, kind="primary")]
        go_on = view.say("title.continue", name=self.saved.name, age=str(self.saved.age))
        return [
            Button("continue", rect, go_on, kind="primary"),
            Button(
                f"live.{self.card.id}", rect.copy(), view.say("title.anew"),
                hint=view.say("title.other_life"),
            ),
        ]  # fmt: skip

    def _column(self, view: View, rect: pygame.FRect) -> tuple[float, float]:
        """Left edge and width of the words below the head."""
        indent = PORTRAIT_WIDE + PADDING if self.is_wide else 0.0
        left = rect.left + PADDING + 4 + indent
        return left, rect.right - PADDING - 4 - left

    def _flow(self, surface: pygame.Surface | None, view: View, rect: pygame.FRect) -> float:
        """Measure, or draw when there is a surface; returns the height of the whole card."""
        top = self._head(surface, view, rect)
        left, room = self._column(view, rect)
        story = view.read(self.card.story)
        if surface is not None:
            view.type.draw(surface, story, (left, top), theme.TEXT, theme.INK_SOFT, max_width=room)
        top += view.type.measure(story, theme.TEXT, room).height + 14
        top = self._facts(surface, view, (left, top), room) + (20 if self.is_wide else 14)
        if self.saved is not None:
            top = self._saved_note(surface, view, (left, top), room)
        for button in self._buttons(view):
            top += button.height(view, room) + BUTTON_GAP
        return top - BUTTON_GAP + PADDING - 2 - rect.top

    def _saved_note(
        self, surface: pygame.Surface | None, view: View, at: tuple[float, float], room: float
    ) -> float:
        words = saved_line(view, self.saved) if self.saved is not None else ""
        if surface is not None:
            view.type.draw(surface, words, at, theme.NOTE, theme.GOLD_TEXT, max_width=room)
        return at[1] + view.type.measure(words, theme.NOTE, room).height + 6

    def _head(self, surface: pygame.Surface | None, view: View, rect: pygame.FRect) -> float:
        """Portrait with name, role and age; returns the top of what follows."""
        side = PORTRAIT_WIDE if self.is_wide else PORTRAIT
        left = rect.left + PADDING + (0 if self.is_wide else -2)
        words_left = left + side + (PADDING + 4 if self.is_wide else 18)
        room = rect.right - PADDING - words_left
        top = rect.top + PADDING
        rows = (
            (view.read(self.card.name), theme.TITLE, theme.INK),
            (view.read(self.card.role), theme.LABEL, theme.INK),
            (view.read(self.card.age_line), theme.NOTE, theme.MUTE_TEXT),
        )
        height = sum(view.type.measure(words, style, room).height for words, style, _ in rows)
        y = top if self.is_wide else top + max(0.0, (side - height) / 2)
        for words, style, colour in rows:
            if surface is not None:
                view.type.draw(surface, words, (words_left, y), style, colour, max_width=room)
            y += view.type.measure(words, style, room).height
        if surface is not None:
            self._portrait(surface, view, pygame.FRect(left, top, side, side))
        return y + 10 if self.is_wide else max(y, top + side) + 14

    def _portrait(self, surface: pygame.Surface, view: View, disc: pygame.FRect) -> None:
        age = self.saved.age if self.saved is not None else self.card.age
        name = view.art.portrait(self.card.portrait, age)
        image = view.art.get(name, disc.size, view.scale)
        surface.blit(image, image.get_rect(center=view.pixels(disc).center))

    def _facts(
        self, surface: pygame.Surface | None, view: View, at: tuple[float, float], room: float
    ) -> float:
        """Three pills: in a row that wraps when wide, below one another when upright."""
        left, top = at
        height = view.type.line_height(theme.NOTE_BOLD) + 7
        for fact in self.card.facts:
            words = view.read(fact)
            width = room
            if self.is_wide:
                width = view.type.measure(words, theme.NOTE_BOLD).width + 2 * PILL_PADDING
                if left > at[0] and left + width > at[0] + room:
                    left, top = at[0], top + height + PILL_GAP
            if surface is not None:
                pill = pygame.FRect(left, top, width, height)
                view.fill(surface, pill, theme.SAND, height / 2)
                view.type.draw(
                    surface, words, (pill.left + PILL_PADDING, pill.centery), theme.NOTE_BOLD,
                    theme.INK, anchor="midleft",
                )  # fmt: skip
            if self.is_wide:
                left += width + PILL_GAP
            else:
                top += height + PILL_GAP
        return top + height if self.is_wide else top - PILL_GAP


def saved_line(view: View, saved: SavedLife) -> str:
    """How long ago the life was left."""
    minutes = saved.seconds_ago / 60
    if minutes < 2:
        ago = view.say("ago.now")
    elif minutes < 60:
        ago = view.say("ago.minutes", count=minutes)
    elif minutes < 60 * 24:
        ago = view.say("ago.hours", count=minutes // 60)
    elif minutes < 60 * 48:
        ago = view.say("ago.yesterday")
    else:
        ago = view.say("ago.days", count=minutes // (60 * 24))
    return view.say("title.saved", ago=ago, age=str(saved.age))
