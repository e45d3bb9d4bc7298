"""After a bill: who paid, what it would have been under other cover, how often it comes."""

from __future__ import annotations

import pygame

from game.core.text import yuan
from game.play.shock_view import CoverCase, ShockView
from game.ui import theme
from game.ui.screens.column import Column
from game.ui.screens.payers import PayerBar
from game.ui.view import View

BAR_HEIGHT = 8.0
CASE_GAP = 5.0


def lay_shock(column: Column, shock: ShockView) -> None:
    """Who paid; the same bill under each cover, the own one marked."""
    view = column.view
    PayerBar(view, shock.total, shock.payers).lay(column)
    if shock.cases:
        column.rule(10, 8)
        column.words(view.say("life.shock_own"), theme.LABEL)
        column.space(4)
        for case in shock.cases:
            _lay_case(column, case, shock.total)
            column.space(CASE_GAP)
        column.space(-CASE_GAP)


def _lay_case(column: Column, case: CoverCase, total: float) -> None:
    """The cover, what oneself would pay of the bill, and a bar of that share."""
    view = column.view
    label = view.read(case.label)
    if case.is_yours:
        label = view.say("life.shock_yours", cover=label)
    style = theme.NOTE_BOLD if case.is_yours else theme.NOTE
    amount = yuan(case.own, view.language)
    column.row(label, style, theme.INK, amount, theme.NOTE_BOLD, theme.INK)

    def paint(surface: pygame.Surface, rect: pygame.FRect) -> None:
        draw_own(surface, view, rect, case.own / total if total > 0 else 0.0)

    column.picture(BAR_HEIGHT, paint, "own")


def draw_own(surface: pygame.Surface, view: View, rect: pygame.FRect, share: float) -> None:
    """The own share of a bill in red, what others pay in jade."""
    view.fill(surface, rect, theme.JADE, rect.height / 2)
    own = rect.copy()
    own.width = rect.width * min(1.0, max(0.0, share))
    if own.width >= 1:
        view.fill(surface, own, theme.RED, min(rect.height, own.width) / 2)
