"""Players who choose by a rule of their own: at random, one after another, or for today's money."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Flag, Number, changed, columns, indices_of
from game.core.chance import stream_table
from game.core.life import Lives, Plan, Scheme
from game.scenario.model import Event
from game.sim.draft import Draft
from game.sim.engine import Engine
from game.sim.events import open_choices
from game.sim.social_security.prices import monthly_prices
from game.sim.year import Answer, Stage, Year

Columns: TypeAlias = NDArray[np.int64]
Picked: TypeAlias = "Callable[[Engine, Year, Event, Columns, Flag], Columns]"
"""Picks a choice for some lives, of those that are open to them, shape (choices, lives)."""

THINKS_AGAIN: Final = 1 / 8
"""Chance of a year in which one who chooses at random takes up the plan again."""
MOST_OF_INCOME: Final = 0.4
"""A plan that asks for more than this share of income is not one a random player affords."""
ATTRACTION: Final = 0.1
"""What one point of an option's attraction is worth to the short-sighted, months of income."""


def at_random(engine: Engine, year: Year) -> Answer:
    """Any open option, and now and then any plan that income allows, all equally likely."""
    if year.stage == Stage.PLAN:
        return Answer(plan=_any_plan(engine, year))
    return _chosen(engine, year, _any_open)


def in_turn(engine: Engine, year: Year) -> Answer:
    """The option after the one taken last time, so that lives side by side see them all."""
    if year.stage == Stage.PLAN:
        return Answer(plan=_next_plan(engine, year.lives))
    return _chosen(engine, year, _next_open)


def short_sighted(engine: Engine, year: Year) -> Answer:
    """Whatever leaves most money at the end of the year, and no insurance."""
    if year.stage == Stage.PLAN:
        plan = year.lives.plan
        nothing = np.full_like(plan.pension, Scheme.NONE)
        bare = changed(plan, pension=nothing, medical=nothing, private=np.zeros_like(plan.private))
        return Answer(plan=bare)
    return Answer(choice=_richest(engine, year))


def _chosen(engine: Engine, year: Year, pick: Picked) -> Answer:
    """One rule applied to every event that is before some lives."""
    choice = np.full(year.lives.size, -1, dtype=np.int64)
    draft = Draft(year)
    for index in np.unique(year.offered[year.offered >= 0]):
        event = engine.world.scenario.events[index]
        if event.choices:
            which = indices_of(year.offered == index)
            is_open = open_choices(engine.world, draft, event, which)
            choice[which] = pick(engine, year, event, which, is_open)
    return Answer(choice=choice)


def _uniform(year: Year, name: str, which: Columns) -> Number:
    """A draw of the player's own, so that the same life decides alike in any company."""
    key = stream_table([f"player/{name}"])
    return np.asarray(year.chance.draws(key, year.luck[which])[0])


def _any_open(engine: Engine, year: Year, event: Event, which: Columns, is_open: Flag) -> Columns:
    wanted = np.floor(_uniform(year, event.id, which) * is_open.sum(axis=0))
    position = np.cumsum(is_open, axis=0) - 1
    return np.asarray(np.argmax(is_open & (position == wanted), axis=0))


def _next_open(engine: Engine, year: Year, event: Event, which: Columns, is_open: Flag) -> Columns:
    count = len(event.choices)
    last = year.lives.memory.last_choice[event.index, which].astype(np.int64)
    first = (year.lives.id[which] % np.uint64(count)).astype(np.int64)
    start = np.where(last >= 0, last + 1, first)
    order = (start + np.arange(count)[:, None]) % count
    found = np.argmax(np.take_along_axis(is_open, order, axis=0), axis=0)
    return np.asarray(np.take_along_axis(order, found[None], axis=0)[0])


def _richest(engine: Engine, year: Year) -> Columns:
    """Each option of every event taken on a copy of each life it is before, and the year closed.

    All events are tried at once: closing the year of some lives costs as much as that of one.
    """
    events = engine.world.scenario.events
    options = np.array([len(event.choices) for event in events] + [0])
    which = indices_of(options[year.offered] > 0)
    best = np.full(year.lives.size, -1, dtype=np.int64)
    if not which.size:
        return best
    times = options[year.offered[which]]
    first = np.cumsum(times) - times
    option = np.arange(times.sum()) - np.repeat(first, times)
    copies = columns(year, np.repeat(which, times))
    lives, _ = engine.close_year(engine.answer(copies, Answer(choice=option)))
    left, draft = lives.cash - lives.debt, Draft(year)
    for index in np.unique(year.offered[which]):
        event = events[index]
        here = indices_of(year.offered[which] == index)
        rows = which[here]
        attract = np.array([choice.attract for choice in event.choices])[:, None]
        worth = left[first[here] + np.arange(len(event.choices))[:, None]]
        worth = worth + attract * ATTRACTION * year.lives.income[rows]
        is_open = open_choices(engine.world, draft, event, rows)
        best[rows] = np.argmax(np.where(is_open, worth, -np.inf), axis=0)
    return best


# --- plans ---------------------------------------------------------------------------------------


def _all_plans(engine: Engine) -> list[tuple[Scheme, Scheme, float, float]]:
    """Every plan on offer: pension, medical, base and tier."""
    decision = engine.world.scenario.decision
    base, tier = decision.bases[0], decision.tiers[0]
    pensions: list[tuple[Scheme, float, float]] = []
    for scheme in decision.pension_options:
        if scheme == Scheme.EMPLOYEE:
            pensions += [(scheme, each, tier) for each in decision.bases]
        elif scheme == Scheme.RESIDENT:
            pensions += [(scheme, base, each) for each in decision.tiers]
        else:
            pensions.append((scheme, base, tier))
    return [(p, m, b, t) for p, b, t in pensions for m in decision.medical_options]


def _with(plan: Plan, which: Columns, chosen: tuple[Scheme, Scheme, float, float]) -> Plan:
    pension, medical, base, tier = chosen
    values = {"pension": pension, "medical": medical, "base": base, "tier": tier}
    arrays = {}
    for name, value in values.items():
        array = getattr(plan, name).copy()
        array[which] = value
        arrays[name] = array
    return changed(plan, **arrays)


def _any_plan(engine: Engine, year: Year) -> Plan:
    """At the ages at which it is asked, and in some years between, any plan income allows."""
    lives, plans = year.lives, _all_plans(engine)
    everyone = np.arange(lives.size)
    is_asked = np.isin(lives.age, engine.world.scenario.decision.ask_at)
    thinks = is_asked | (_uniform(year, "thinks", everyone) < THINKS_AGAIN)
    drawn = np.floor(_uniform(year, "plan", everyone) * len(plans)).astype(np.int64)
    plan, figures = lives.plan, engine.world.figures(lives.year)
    for number in np.unique(drawn[thinks]):
        which = indices_of(thinks & (drawn == number))
        wished = _with(plan, which, plans[number])
        price = monthly_prices(changed(lives, plan=wished), figures).total
        which = which[price[which] <= MOST_OF_INCOME * lives.income[which]]
        plan = _with(plan, which, plans[number])
    return plan


def _next_plan(engine: Engine, lives: Lives) -> Plan:
    """At the ages at which it is asked, the plan after the one that stands."""
    plans, plan = _all_plans(engine), lives.plan
    is_asked = np.isin(lives.age, engine.world.scenario.decision.ask_at)
    turn = (lives.id % np.uint64(len(plans))).astype(np.int64) + lives.age
    for number, chosen in enumerate(plans):
        which = indices_of(is_asked & (turn % len(plans) == number))
        if which.size:
            plan = _with(plan, which, chosen)
    return plan
