"""The card of an event with its prices, and what a choice brought."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.core.text import EMPTY, Value
from game.play.pricing import ONLY, bill_of, event_values, offered_event, options, priced
from game.play.views import CardView, ResultView
from game.sim.draft import Draft
from game.sim.engine import Engine
from game.sim.events import event_month
from game.sim.year import Year

WINTER: Final = 3
SEASONS: Final = (3, 3, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3)
"""By month, January first, since lives begin in January: 0 spring … 3 winter."""


def card_view(engine: Engine, year: Year, words: Mapping[str, Value]) -> CardView:
    """The event before the only life, each option with its price.

    Args:
        engine: of the life.
        year: waiting for an answer.
        words: what texts may name of the person.
    """
    event = offered_event(engine, year)
    price = priced(engine, year)
    values = {**words, **event_values(year, event)}
    bill = None
    for column in range(max(len(event.choices), 1)):
        bill = bill or bill_of(engine, year, price.record, column, event.index)
    return CardView(
        event_id=event.id,
        kind=event.kind,
        title=event.title.filled(values),
        text=event.text.filled(values),
        bill=bill,
        options=options(engine, year, price),
    )


def result_view(engine: Engine, year: Year, option: int, words: Mapping[str, Value]) -> ResultView:
    """What an option brings, with the bill as that option leaves it."""
    event = offered_event(engine, year)
    price = priced(engine, year)
    values = {**words, **event_values(year, event)}
    often = event.frequency
    return ResultView(
        title=event.title.filled(values),
        text=event.choices[option].result.filled(values) if event.choices else EMPTY,
        bill=bill_of(engine, year, price.record, max(option, 0), event.index),
        frequency=often.text if often else EMPTY,
        source=often.source.title if often else EMPTY,
    )


def says_something(result: ResultView) -> bool:
    """Whether there is anything to read before going on."""
    return bool(result.text.en or result.frequency.en or result.bill is not None)


def month_of_offer(engine: Engine, year: Year) -> int:
    """Month of the event before the only life, 0–11."""
    event = offered_event(engine, year)
    return int(event_month(engine.world, Draft(year), event, ONLY)[0])
