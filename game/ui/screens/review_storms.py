"""Of the review: the largest bills of the life, and who paid them."""

from __future__ import annotations

from collections.abc import Iterable

import pygame

from game.core.text import yuan
from game.play.views import PayerView, ReviewView, StormView
from game.ui import theme
from game.ui.screens.column import Column
from game.ui.screens.payers import OTHERS, OWN, draw_slices
from game.ui.theme import Colour
from game.ui.view import View

MOST_SHOWN = 5
DISC = 36.0
DISC_GAP = 12.0
BAR_HEIGHT = 10.0
STORM_GAP = 6.0
KEY_SIDE = 10.0
OTHER = "others"


def lay_storms(
    column: Column, review: ReviewView, most: int = MOST_SHOWN, air: float = 0.0
) -> None:
    """The largest storms by age, a key to the colours, what was paid in and received."""
    view = column.view
    storms = sorted(review.storms, key=lambda storm: -storm.total)[:most]
    storms.sort(key=lambda storm: storm.age)
    colours = payer_palette(view, storms)
    if not storms:
        column.words(view.say("review.no_storms"), theme.TEXT, theme.MUTE_TEXT)
    for index, storm in enumerate(storms):
        column.space(STORM_GAP + air if index else 0.0)
        _lay_storm(column, storm, colours)
    if storms:
        column.space(6 + air)
        _lay_key(column, colours)
    column.rule(8 + air, 8 + air)
    sums = [("review.paid_in", review.paid_in), ("review.received", review.received)]
    if review.employers_paid_in >= 1:
        sums.insert(1, ("review.employers", review.employers_paid_in))
    for key, amount in sums:
        column.row(
            view.say(key), theme.TEXT, theme.INK_SOFT, yuan(amount, view.language), theme.LABEL,
            theme.INK,
        )  # fmt: skip


def payer_palette(view: View, storms: Iterable[StormView]) -> dict[str, tuple[str, Colour]]:
    """The same payer has the same colour in every bill: name by key, and colour."""
    found: dict[str, tuple[str, Colour]] = {}
    for storm in storms:
        for payer in storm.payers:
            key = payer.who.en
            if payer.yuan > 0 and key not in found:
                others = sum(colour != OWN for _, colour in found.values())
                colour = OWN if payer.is_self else OTHERS[others % len(OTHERS)]
                found[key] = (view.read(payer.who), colour)
    return dict(sorted(found.items(), key=lambda item: item[1][1] == OWN))


def _lay_storm(column: Column, storm: StormView, colours: dict[str, tuple[str, Colour]]) -> None:
    """The age in a disc; title and total; the bar; what was one's own."""
    view = column.view
    side = DISC * (0.5 + 0.5 * view.text_factor)
    inner = Column(view, column.left + side + DISC_GAP, column.y, column.width - side - DISC_GAP)
    total = yuan(storm.total, view.language)
    inner.row(view.read(storm.title), theme.NOTE_BOLD, theme.INK, total, theme.NOTE_BOLD, theme.INK)
    inner.space(2)
    payers: list[PayerView] = sorted(storm.payers, key=lambda payer: payer.is_self)
    tints = [colours[payer.who.en][1] for payer in payers if payer.yuan > 0]
    inner.picture(
        BAR_HEIGHT, lambda surface, rect: draw_slices(surface, view, rect, payers, tints), "bar"
    )
    own = view.say("review.own_none")
    if storm.unpaid >= 0.5:
        amounts = {"amount": storm.own, "unpaid": storm.unpaid}
        own = view.say(
            "review.own_unpaid", **{k: yuan(each, view.language) for k, each in amounts.items()}
        )
    elif storm.own >= 0.5:
        own = view.say("review.own", amount=yuan(storm.own, view.language))
    inner.words(own, theme.NOTE, theme.MUTE_TEXT)
    height = max(inner.height, side)
    disc = pygame.FRect(column.left, column.y + (inner.height - side) / 2 - 4, side, side)

    def paint(surface: pygame.Surface, rect: pygame.FRect) -> None:
        view.fill(surface, disc, theme.SAND, side / 2)
        view.type.draw(
            surface, str(storm.age), disc.center, theme.NOTE_BOLD, theme.INK, anchor="center"
        )
        inner.draw(surface)

    column.picture(height, paint, "storm")


def _lay_key(column: Column, colours: dict[str, tuple[str, Colour]]) -> None:
    """Which colour is whose, in as many lines as it takes."""
    view = column.view
    line = view.type.line_height(theme.NOTE)
    x, y = column.left, column.y
    for words, colour in colours.values():
        width = KEY_SIDE + 6 + view.type.measure(words, theme.NOTE).width
        if x > column.left and x + width > column.right:
            x, y = column.left, y + line
        place = pygame.FRect(x, y, width, line)

        def paint(
            surface: pygame.Surface, place: pygame.FRect = place, words: str = words,
            colour: Colour = colour,
        ) -> None:  # fmt: skip
            key = pygame.FRect(place.left, place.centery - KEY_SIDE / 2, KEY_SIDE, KEY_SIDE)
            view.fill(surface, key, colour, 3.0)
            view.type.draw(
                surface, words, (key.right + 6, place.centery), theme.NOTE, theme.MUTE_TEXT,
                anchor="midleft",
            )  # fmt: skip

        column.add(place, paint, words)
        x += width + 16
