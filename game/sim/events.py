"""Steps 3 and 4 of the year: which events come, in what order, and the answers to them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Code, Flag, any_of, held, indices_of
from game.core.life import NO_EVENT
from game.scenario.hazards import hazard_probability
from game.scenario.model import Choice, Event
from game.sim.apply import Application
from game.sim.draft import Draft
from game.sim.scope import LivesScope
from game.sim.world import LAST_AGE, World
from game.sim.year import MONTHS, STOPS_A_YEAR, Met, Stage

Columns = NDArray[np.int64]
SKIP = -2
"""An answer that leaves the event out altogether: what the year would have been without it."""


def offer_crossroads(world: World, draft: Draft) -> None:
    """Round 1: put the most pressing certain event before each life it is due for."""
    age, year = draft.read("age"), draft.year.opened.year
    alive = draft.read("is_alive")
    for event in world.crossroads_of(int(age.min()), int(age.max()), year):
        assert event.at is not None
        due = alive & (age == event.at.age if event.at.age is not None else year == event.at.year)
        if not any_of(due):
            continue
        which = indices_of(due & (draft.read("offered") == NO_EVENT))
        which = _that_hold(world, draft, event, which)
        draft.edit("offered")[which] = event.index
        _draw_values(world, draft, event, which)


def draw_events(world: World, draft: Draft) -> None:
    """Round 2: the events of the year for each life, most pressing first; the rest is dropped.

    At most three a year, of which at most two stop; what does not stop takes its default at once.
    What a crossroad has triggered stands before them all.
    """
    taken = np.zeros(draft.size, dtype=np.int64)
    stops = np.zeros(draft.size, dtype=np.int64)
    first = open_triggered(world, draft)
    if first is not None:
        draft.edit("queue")[0] = first
        taken += first >= 0
        stops += first >= 0
    groups: dict[str, Flag] = {}
    quiet: list[tuple[Event, Columns]] = []
    for event, which in _arrivals(world, draft):
        which = which[taken[which] < world.scenario.teaching.settings.events_per_turn]
        if event.group:
            used = groups.setdefault(event.group, np.zeros(draft.size, dtype=bool))
            which = which[~used[which]]
        if not which.size:
            continue
        is_stop = _stops(world, draft, event, which)
        is_coming = ~is_stop | (stops[which] < STOPS_A_YEAR)
        stopping, passing = which[is_stop & is_coming], which[~is_stop]
        if stopping.size:
            draft.edit("queue")[stops[stopping], stopping] = event.index
            stops[stopping] += 1
        coming = which[is_coming]
        taken[coming] += 1
        if event.group:
            groups[event.group][coming] = True
        _draw_values(world, draft, event, coming)
        if passing.size:
            quiet.append((event, passing))
    for event, which in quiet:
        _meet(world, draft, event, which, np.full(len(which), -1))
    draft.replace("offered", draft.read("queue")[0].copy())


def open_triggered(world: World, draft: Draft) -> Code | None:
    """What the round before has triggered: the event that now stops each life, if any.

    A triggered event keeps its own limit and condition; one that does not stop takes its default
    at once.
    """
    triggered = draft.read("triggered")
    if triggered.max() < 0:
        return None
    opened = np.full(draft.size, NO_EVENT, dtype=np.int64)
    draft.replace("triggered", opened.copy())
    for index in np.unique(triggered[triggered >= 0]):
        event = world.scenario.events[index]
        which = _within_limit(draft, event, indices_of(triggered == index))
        which = _that_hold(world, draft, event, which)
        _draw_values(world, draft, event, which)
        is_stop = _stops(world, draft, event, which)
        opened[which[is_stop]] = event.index
        passing = which[~is_stop]
        _meet(world, draft, event, passing, np.full(len(passing), -1))
    return opened


def _stops(world: World, draft: Draft, event: Event, which: Columns) -> Flag:
    is_stop = np.full(len(which), event.stop == "yes")
    if event.stop == "first":
        is_stop = np.asarray(draft.read("memory.count")[event.index, which] == 0)
    if event.stop_when is not None and any_of(is_stop):
        is_stop &= event.stop_when.evaluate(LivesScope(world, draft, which, event.index)) != 0
    return is_stop


def _arrivals(world: World, draft: Draft) -> Iterator[tuple[Event, Columns]]:
    """Events with the lives they come to, most pressing first; consequences before chance."""
    due = draft.read("memory.due_year") == draft.year.opened.year
    alive = draft.read("is_alive")
    for event in world.by_later:
        which = indices_of(due[event.index] & alive)
        if which.size:
            draft.edit("memory.due_year")[event.index, which] = 0
            which = _that_hold(world, draft, event, _within_limit(draft, event, which))
            yield event, which
    if not world.drawn:
        return
    for event, which, uniforms in _candidates(world, draft, alive):
        if event.when is not None:
            holds = event.when.evaluate(LivesScope(world, draft, which, event.index)) != 0
            which, uniforms = which[holds], uniforms[holds]
            if not which.size:
                continue
        assert event.hazard is not None
        chance = hazard_probability(event.hazard, LivesScope(world, draft, which, event.index))
        which = which[uniforms < chance]
        if which.size:
            yield event, which


def _candidates(
    world: World, draft: Draft, alive: Flag
) -> Iterator[tuple[Event, Columns, NDArray[np.float64]]]:
    """Drawn events with the few lives they may come to by chance, limit and rest, and the draws."""
    age = np.minimum(draft.read("age"), LAST_AGE)
    youngest, oldest = int(age.min()), int(age.max())
    profile = draft.read("profile")
    one = int(profile[0]) if profile.min() == profile.max() else -1
    open_now = world.open_at(youngest, oldest, one)
    bounds = world.probability_bounds[open_now]
    bounds = bounds[:, youngest, None] if youngest == oldest else bounds[:, age]
    uniforms = draft.draws(world.coming_streams[open_now], slice(None))
    row, which = np.nonzero((uniforms < bounds) & alive)
    drawn = open_now[row]
    index = world.drawn_index[drawn]
    last = draft.read("memory.last_year")[index, which]
    rested = (last == 0) | (draft.year.opened.year - last >= world.drawn_rest[drawn])
    stays = (draft.read("memory.count")[index, which] < world.drawn_limit[drawn]) & rested
    row, which = row[stays], which[stays]
    if not row.size:
        return
    starts = [0, *(indices_of(row[1:] != row[:-1]) + 1).tolist(), row.size]
    for first, end in pairwise(starts):
        of, part = row[first], which[first:end]
        yield world.drawn[open_now[of]], part, uniforms[of, part]


def _within_limit(draft: Draft, event: Event, which: Columns) -> Columns:
    count = draft.read("memory.count")[event.index][which]
    last = draft.read("memory.last_year")[event.index][which].astype(np.int64)
    rested = (last == 0) | (draft.year.opened.year - last >= event.every_years)
    return np.asarray(which[(count < event.limit) & rested])


def _that_hold(world: World, draft: Draft, event: Event, which: Columns) -> Columns:
    if event.when is None or not which.size:
        return which
    holds = event.when.evaluate(LivesScope(world, draft, which, event.index))
    return np.asarray(which[holds != 0])


def _draw_values(world: World, draft: Draft, event: Event, which: Columns) -> None:
    """What the event draws when it opens, once."""
    if not which.size:
        return
    scope = LivesScope(world, draft, which, event.index)
    for name, expression in event.values:
        key = (event.index, name)
        drawn = draft.values.get(key)
        array = np.zeros(draft.size) if drawn is None else drawn.copy()
        array[which] = expression.evaluate(scope)
        draft.values[key] = array


def event_month(world: World, draft: Draft, event: Event, which: Columns) -> Columns:
    """Month of the event, 0–11: drawn; that of its date for a crossroad, else the first."""
    if event.at is not None:
        return np.full(len(which), (event.at.month or 1) - 1, dtype=np.int64)
    keys = world.scenario_streams[event.month_stream : event.month_stream + 1]
    return np.asarray(np.floor(draft.draw(keys, which) * MONTHS), dtype=np.int64)


def answer_offers(world: World, draft: Draft, choice: Code) -> None:
    """Apply the answer of every life that has an offer."""
    offered = draft.read("offered")
    for index in np.unique(offered[offered >= 0]):
        which = indices_of((offered == index) & (choice != SKIP))
        _meet(world, draft, world.scenario.events[index], which, choice[which])


def _meet(world: World, draft: Draft, event: Event, which: Columns, choice: Code) -> None:
    """An event happens: its effects, the choice (the default where closed), the memory of it."""
    if not which.size:
        return
    month = event_month(world, draft, event, which)
    is_first_day = event.at is not None and event.at.month is None
    application = Application(world, draft, event.index, which, month, 0 if is_first_day else 1)
    application.run(event.effects)
    taken = _possible(world, draft, event, which, choice)
    for index, option in enumerate(event.choices):
        chosen = taken == index
        if any_of(chosen):
            part = application.only(chosen)
            if option.cost is not None:
                draft.edit("paid")[part.which] += option.cost.evaluate(part.scope)
            part.run(option.effects)
            if option.forgoes_treatment:
                draft.edit("refused")[part.which] = True
            _teach(world, draft, option.teaches, part.which)
    _teach(world, draft, event.teaches, which)
    _remember(draft, event, which, month, taken)


def _possible(
    world: World, draft: Draft, event: Event, which: Columns, choice: Code
) -> NDArray[np.int64]:
    """The choice taken: as answered, else the default, else its second, else the first open one."""
    if not event.choices:
        return np.full(len(which), -1)
    if event.default >= 0 and all(
        each.needs is None and each.cost is None for each in event.choices
    ):
        last = len(event.choices) - 1
        return np.asarray(np.where(choice >= 0, np.minimum(choice, last), event.default))
    is_open = open_choices(world, draft, event, which)
    first = np.argmax(is_open, axis=0)
    taken = first
    for wanted in (event.second_default, event.default):
        if wanted >= 0:
            taken = np.where(is_open[wanted], wanted, taken)
    asked = held(choice, 0, len(event.choices) - 1)
    is_asked = (choice >= 0) & np.take_along_axis(is_open, asked[None], axis=0)[0]
    return np.where(is_asked, asked, taken)


def open_choices(world: World, draft: Draft, event: Event, which: Columns) -> Flag:
    """Which choices each life could take, shape (choices, lives)."""
    scope = LivesScope(world, draft, which, event.index)
    return np.array([_is_open(scope, option) for option in event.choices])


def _is_open(scope: LivesScope, option: Choice) -> Flag:
    is_open = np.ones(scope.size, dtype=bool)
    if option.needs is not None:
        is_open &= option.needs.check.evaluate(scope) != 0
    if option.cost is not None:
        ready = scope.read("cash") + scope.array("gained") - scope.array("paid")
        is_open &= ready >= option.cost.evaluate(scope)
    return is_open


def _teach(world: World, draft: Draft, goals: tuple[str, ...], which: Columns) -> None:
    for goal in goals:
        draft.edit("memory.knows")[world.goal_index[goal], which] = True


def _remember(draft: Draft, event: Event, which: Columns, month: Columns, taken: Code) -> None:
    draft.edit("memory.count")[event.index, which] += 1
    draft.edit("memory.last_year")[event.index, which] = draft.year.opened.year
    draft.edit("memory.last_choice")[event.index, which] = taken
    is_met = np.zeros(draft.size, dtype=bool)
    months = np.zeros(draft.size, dtype=np.int8)
    choices = np.full(draft.size, -1, dtype=np.int8)
    is_met[which], months[which], choices[which] = True, month, taken
    draft.met.append(Met(event=event.index, is_met=is_met, month=months, choice=choices))


def move_on(world: World, draft: Draft) -> None:
    """To the next stage of the year and its offers."""
    draft.stage = Stage(draft.stage + 1)
    nobody = np.full(draft.size, NO_EVENT)
    if draft.stage == Stage.FIRST:
        draw_events(world, draft)
    elif draft.stage == Stage.SECOND:
        triggered, second = open_triggered(world, draft), draft.read("queue")[1]
        if triggered is not None:
            second = np.where(triggered >= 0, triggered, second)
        draft.replace("offered", second.copy())
    else:
        draft.replace("offered", nobody)
