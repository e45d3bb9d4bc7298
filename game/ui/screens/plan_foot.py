"""The foot of the plan's form: the button that keeps it with its price, and those beside it."""

from __future__ import annotations

import pygame

from game.core.text import yuan
from game.play.views import PlanView
from game.ui import theme
from game.ui.screens.playthrough import per_day
from game.ui.view import View
from game.ui.widgets import Button, Widget

PAID = ("pension", "medical", "private")
"""Slices of the month that the plan itself takes."""


def lay_foot(
    view: View, plan: PlanView, left: float, bottom: float, room: float, *, can_cancel: bool,
    has_adviser: bool,
) -> list[Widget]:  # fmt: skip
    """The button that keeps the plan, and beside it the one that leaves all as it was."""
    height = Button.least_height(view) + 4
    rect = pygame.FRect(left, bottom - height, room, height)
    buttons: list[Widget] = []
    if can_cancel and plan.employer is None:
        words = view.say("plan.cancel")
        side = _at_right(view, rect, words)
        buttons.append(Button("cancel", side, words, kind="quiet", inside="form"))
    if has_adviser:
        words = view.say("plan.adviser")
        least = view.type.measure(view.say("plan.keep_least"), theme.LABEL).width + 24
        if buttons and rect.width - _width(view, words) - 10 < least:
            words = view.say("plan.adviser_short")
        side = _at_right(view, rect, words)
        buttons.insert(0, Button("adviser", side, words, inside="form", shortcut=pygame.K_q))
    label = _keep_words(view, plan, rect.width - 24)
    return [Button("keep", rect, label, kind="primary", inside="form"), *buttons]


def price_parts(view: View, plan: PlanView) -> dict[str, str | float]:
    """The price of the plan: a month, a day, and as a share of income."""
    month = _month(plan)
    income = plan.income_per_month
    return {
        "month": yuan(month, view.language),
        "day": yuan(per_day(month), view.language),
        "share": month / income if income > 0 else 0.0,
    }


def _month(plan: PlanView) -> float:
    return sum(slice_.yuan for slice_ in plan.month if slice_.id in PAID)


def _width(view: View, words: str) -> float:
    return view.type.measure(words, theme.LABEL).width + 36


def _at_right(view: View, rect: pygame.FRect, words: str) -> pygame.FRect:
    """Room for a button, taken from the right end of what is left."""
    width = _width(view, words)
    side = pygame.FRect(rect.right - width, rect.top, width, rect.height)
    rect.width -= width + 10
    return side


def _keep_words(view: View, plan: PlanView, room: float) -> str:
    """The fullest words for the button that fit it."""
    if plan.employer is not None:
        return view.say("plan.keep_bound")
    parts = price_parts(view, plan)
    keys = ("plan.keep_none",) if _month(plan) < 0.5 else ("plan.keep", "plan.keep_short")
    for key in keys:
        words = view.say(key, **parts)
        if view.type.measure(words, theme.LABEL).width <= room:
            return words
    return view.say("plan.keep_least")
