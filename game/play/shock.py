"""After a bill: who paid, what it would have been under other cover, how often it comes."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from game.core.life import Scheme
from game.core.text import EMPTY, Text
from game.play import phrases
from game.play.notes import payers_of
from game.play.pricing import (
    ONLY,
    cause_of_bill,
    offered_event,
    own_part_by_scheme,
    priced,
    scheme_of_bill,
)
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
INJURY: Final = Text("On an order: injury cover", "接单途中：职业伤害保障")
IN_A_HUNDRED: Final = Text(
    "This happens to about {n:int} in 100 people like you each year.",
    "像你这样的人，一百个里一年大约有 {n:int} 个碰上。",
)
IN_A_THOUSAND: Final = Text(
    "This happens to about {n:int} in 1,000 people like you each year.",
    "像你这样的人，一千个里一年大约有 {n:int} 个碰上。",
)
IN_TEN_THOUSAND: Final = Text(
    "This happens to about {n:int} in 10,000 people like you each year.",
    "像你这样的人，一万个里一年大约有 {n:int} 个碰上。",
)
SCALES: Final = ((100, IN_A_HUNDRED), (1_000, IN_A_THOUSAND), (10_000, IN_TEN_THOUSAND))
TELLING: Final = 1.5
"""A scale is used from this many people on."""


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
    record = priced(engine, year).record
    found = [bill.of(max(option, 0)) for bill in record.bill_list if bill.event == event.index]
    bill = next((each for each in found if each is not None), None)
    if bill is None:
        return None
    chance = yearly_chance(engine.world, year, event)
    often = event.frequency
    return ShockView(
        total=float(bill.paid.total[0]),
        payers=_payers(bill),
        cases=cover_cases(engine, year, bill, cause_of_bill(engine, year, option, event.index)),
        frequency=frequency_of(chance) if chance else often.text if often else EMPTY,
        source=often.source.title if often else EMPTY,
    )


def _payers(bill: BillRecord) -> tuple[PayerView, ...]:
    return tuple(
        PayerView(who=phrases.PAYER_NAMES[name], yuan=amount, is_self=name == "own")
        for name, amount in payers_of(bill.paid).items()
        if amount >= 0.5
    )


def cover_cases(engine: Engine, year: Year, bill: BillRecord, cause: int) -> tuple[CoverCase, ...]:
    """Own part of the same bill under each cover in force; the one that paid stands first.

    Waiting months and the year's earlier bills are as they were; off duty where injury cover paid.
    """
    own = own_part_by_scheme(engine, year, bill, cause)
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
        yours = CoverCase(label=labels[scheme], own=paid, is_yours=True)
        others = [each for each in Scheme if each != scheme]
    rest = [CoverCase(label=labels[each], own=own[each], is_yours=False) for each in others]
    return (yours, *rest)


def yearly_chance(world: World, year: Year, event: Event) -> float:
    """Chance of an event in this year for people like the only life; 0 where it is not drawn."""
    if event.hazard is None:
        return 0.0
    opened = Draft(replace(year, lives=year.opened))
    scope = LivesScope(world, opened, ONLY, event.index)
    return float(hazard_probability(event.hazard, scope)[0])


def frequency_of(chance: float) -> Text:
    """A yearly chance as so many people of a hundred, of a thousand or of ten thousand."""
    for people, words in SCALES:
        if chance * people >= TELLING:
            return words.filled({"n": chance * people})
    return IN_TEN_THOUSAND.filled({"n": max(chance * SCALES[-1][0], 1.0)})
