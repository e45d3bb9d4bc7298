"""After a bill: who paid, what it would have been under other cover, how often it comes."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from game.core.life import Cause, Scheme
from game.core.text import EMPTY, Text
from game.play import phrases
from game.play.notes import payers_of
from game.play.pricing import (
    ONLY,
    cause_of_bill,
    is_waiting,
    offered_event,
    own_part_by_scheme,
    priced,
    scheme_of_bill,
)
from game.play.shares import in_a_hundred
from game.play.shock_view import CoverCase, ShockView
from game.play.views import PayerView
from game.scenario.hazards import hazard_probability
from game.scenario.model import Event
from game.sim.draft import Draft
from game.sim.engine import Engine
from game.sim.record import BillRecord
from game.sim.scope import LivesScope
from game.sim.world import World
from game.sim.year import Year

NO_COVER: Final = Text("No medical insurance", "没有医保")
WAITING: Final = Text("Cover still waiting", "医保还在等待期")
INJURY: Final = Text("On an order: injury cover", "接单途中：职业伤害保障")
FREQUENCY: Final = Text(
    "This happens to {share} people like you each year.", "像你这样的人，每年{share}会碰上。"
)
OWN_CHANCE: Final = Text(
    "the scenario’s own tables of risk, for your age and work", "本情景的风险表，按你的年龄和活计算"
)


def shock_view(engine: Engine, year: Year, option: int) -> ShockView | None:
    """The bill that an option of the event before the only life leaves, from all sides.

    Args:
        engine: of the life.
        year: before the answer.
        option: of the event; any for one without choices.

    Returns:
        None where the event brings no bill.
    """
    event = offered_event(engine, year)
    column = max(option, 0)
    record = priced(engine, year).record
    found = [bill.of(column) for bill in record.bill_list if bill.event == event.index]
    bill = next((each for each in found if each is not None), None)
    if bill is None:
        return None
    cause = cause_of_bill(engine, year, option, event.index)
    is_assisted = bool(record.allowance[column] > 0)
    frequency, source = frequency_words(engine.world, year, event, cause)
    return ShockView(
        total=float(bill.paid.total[0]),
        payers=_payers(bill),
        cases=cover_cases(engine, year, bill, cause, is_assisted=is_assisted),
        frequency=frequency,
        source=source,
    )


def _payers(bill: BillRecord) -> tuple[PayerView, ...]:
    return tuple(
        PayerView(who=phrases.PAYER_NAMES[name], yuan=amount, is_self=name == "own")
        for name, amount in payers_of(bill.paid).items()
        if amount >= 0.5
    )


def cover_cases(
    engine: Engine, year: Year, bill: BillRecord, cause: int, *, is_assisted: bool = False
) -> tuple[CoverCase, ...]:
    """Own part of the same bill under each cover in force; the one that paid stands first.

    Off duty where injury cover paid. Whoever passes the means test of medical assistance passes it
    under every cover.
    """
    own = own_part_by_scheme(engine, year, bill, cause, is_assisted=is_assisted)
    labels = {
        Scheme.NONE: NO_COVER,
        Scheme.RESIDENT: phrases.SCHEME_MEDICAL[Scheme.RESIDENT],
        Scheme.EMPLOYEE: phrases.SCHEME_MEDICAL[Scheme.EMPLOYEE],
    }
    paid = float(bill.paid.own[0])
    if bill.paid.injury[0] > 0:
        yours = CoverCase(label=INJURY, own=paid, is_yours=True)
        others = list(Scheme)
    else:
        scheme = scheme_of_bill(year, bill)
        is_late = is_waiting(year, bill, is_assisted=is_assisted)
        label = WAITING if is_late else labels[scheme]
        yours = CoverCase(label=label, own=paid, is_yours=True)
        others = [each for each in Scheme if each != scheme]
    rest = [CoverCase(label=labels[each], own=own[each], is_yours=False) for each in others]
    return (yours, *rest)


def frequency_words(world: World, year: Year, event: Event, cause: int) -> tuple[Text, Text]:
    """How often an event comes, and where that is from: its own chance, else its author's sentence.

    A birth is chosen by many, so no chance is told of it. The source of the author's sentence does
    not vouch for the chance that the scenario reckons.
    """
    chance, often = yearly_chance(world, year, event), event.frequency
    if chance and cause != Cause.DELIVERY:
        return frequency_of(chance), OWN_CHANCE
    return (often.text, often.source.title) if often else (EMPTY, EMPTY)


def yearly_chance(world: World, year: Year, event: Event) -> float:
    """Chance of an event in this year for people like the only life; 0 where it is not drawn."""
    if event.hazard is None:
        return 0.0
    opened = Draft(replace(year, lives=year.opened))
    scope = LivesScope(world, opened, ONLY, event.index)
    return float(hazard_probability(event.hazard, scope)[0])


def frequency_of(chance: float) -> Text:
    """A yearly chance as so many people of a hundred."""
    return FREQUENCY.filled({"share": in_a_hundred(chance)})
