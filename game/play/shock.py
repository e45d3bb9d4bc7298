"""After a bill: who paid, what it would have been under other cover, how often it comes."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from game.core.life import Cause, Scheme
from game.core.text import EMPTY, Text
from game.play import phrases
from game.play.notes import payers_of
from game.play.pricing import ONLY, offered_event, own_part_by_scheme, priced
from game.play.shock_view import CoverCase, ShockView
from game.play.views import PayerView
from game.rules.maternity import delivery_paid
from game.scenario.hazards import hazard_probability
from game.scenario.model import Event
from game.sim.draft import Draft
from game.sim.engine import Engine
from game.sim.record import BillRecord
from game.sim.scope import LivesScope
from game.sim.world import World
from game.sim.year import Answer, Year

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
        cases=cover_cases(engine, year, bill, _cause(engine, year, option, event)),
        frequency=frequency_of(chance) if chance else often.text if often else EMPTY,
        source=often.source.title if often else EMPTY,
    )


def _payers(bill: BillRecord) -> tuple[PayerView, ...]:
    return tuple(
        PayerView(who=phrases.PAYER_NAMES[name], yuan=amount, is_self=name == "own")
        for name, amount in payers_of(bill.paid).items()
        if amount >= 0.5
    )


def _cause(engine: Engine, year: Year, option: int, event: Event) -> int:
    """What the bill came from, as the event says."""
    answered = engine.answer(year, Answer(choice=np.array([option], dtype=np.int64)))
    causes = [entry.cause for entry in answered.bills if entry.event == event.index]
    return causes[-1] if causes else int(Cause.ILLNESS)


def cover_cases(engine: Engine, year: Year, bill: BillRecord, cause: int) -> tuple[CoverCase, ...]:
    """Own part of the same bill under each cover in force; the one that paid stands first.

    Waiting months and the year's earlier bills are as they were; off duty where injury cover paid.
    """
    own = _own_parts(engine, year, bill, cause)
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
        scheme = _scheme(year, bill)
        yours = CoverCase(label=labels[scheme], own=paid, is_yours=True)
        others = [each for each in Scheme if each != scheme]
    rest = [CoverCase(label=labels[each], own=own[each], is_yours=False) for each in others]
    return (yours, *rest)


def _own_parts(engine: Engine, year: Year, bill: BillRecord, cause: int) -> tuple[float, ...]:
    """By scheme: none, resident, employee."""
    if cause != Cause.DELIVERY:
        return own_part_by_scheme(engine, year, bill)
    law = engine.world.figures(year.lives.year).law
    total = float(bill.paid.total[0])
    schemes = np.array(list(Scheme), dtype=np.int64)
    in_catalogue = np.full(len(schemes), total * law.number("medical.catalogue_share"))
    paid = delivery_paid(law, in_catalogue, schemes, schemes != Scheme.NONE)
    return tuple(float(amount) for amount in total - paid)


def _scheme(year: Year, bill: BillRecord) -> Scheme:
    """The cover that was in force for the bill; none in a waiting month."""
    if not bill.is_covered[0]:
        return Scheme.NONE
    if year.lives.rights.has_free_medical[0]:
        return Scheme.EMPLOYEE
    return Scheme(int(year.months.medical[int(bill.month[0]), 0]))


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
