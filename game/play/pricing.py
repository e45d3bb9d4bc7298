"""What an option costs and who pays a bill: read off copies of this life."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from game.core.arrays import Flag, Months, Number, Yuan, columns, repeated
from game.core.life import Cause, Lives, Scheme
from game.core.text import EMPTY, Text
from game.play import phrases
from game.play.notes import payers_of
from game.play.outlook import outlook, still
from game.play.views import BillView, OptionView, PayerView, PriceParts
from game.scenario.model import Choice, Event
from game.sim.bills import settle_bills
from game.sim.draft import Draft
from game.sim.engine import Engine
from game.sim.events import SKIP, open_choices
from game.sim.record import BillRecord, Record
from game.sim.scope import LivesScope
from game.sim.social_security.buying import missing_months, price_of_months
from game.sim.social_security.by_law import prices_by_law
from game.sim.social_security.subsidy import subsidy_per_month
from game.sim.year import Answer, BillEntry, Year

ONLY = np.zeros(1, dtype=np.int64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Priced:
    """Every option of the offer taken on a copy: records and closing debts, the last without it."""

    record: Record
    flow: Yuan
    """Money of the year but for the plan, which has a price of its own; years bought count."""
    bill: Yuan
    """Of it, the own part of bills."""
    paid: Yuan
    """Of it, what else is paid once, less what is given."""
    spent: Yuan
    """Of it, what living costs more for a time."""
    debt: Yuan
    """What is owed at the close of the year: what the option itself puts on, and what the purse
    could not pay."""
    plan: Yuan
    """Price of the plan afterwards, what a platform pays back taken off, yuan a month."""
    unpaid: Yuan
    """Of the bills: what purse and credit do not reach."""
    gap: Months
    """Months of contributions the year's money does not reach."""
    lives: Lives
    """On the next birthday."""


def priced(engine: Engine, year: Year) -> Priced:
    """Take each option of the only life's offer on one more column, and none on the last."""
    event = offered_event(engine, year)
    count = max(len(event.choices), 1)
    copies = repeated(year, count + 1)
    choice = np.array([*range(count), SKIP], dtype=np.int64)
    answered = engine.answer(copies, Answer(choice=choice))
    lives, record = engine.close_year(answered)
    figures = engine.world.figures(record.year)
    return Priced(
        record=record,
        flow=_without_plan(record) + _tax_of_plan(record),
        bill=record.own_bills,
        paid=record.paid - record.gained + _bought(record),
        spent=record.extra_spending,
        debt=lives.debt,
        plan=prices_by_law(engine.world, lives, figures).total
        - subsidy_per_month(engine.world, lives, figures),
        unpaid=record.unpaid_bills,
        gap=record.months_pension_gap + record.months_medical_gap,
        lives=lives,
    )


def _without_plan(record: Record) -> Yuan:
    """Money of the year as if the plan cost nothing; what is paid once stays in it."""
    return record.flow + record.insurance_cost - _bought(record)


def _tax_of_plan(record: Record) -> Yuan:
    """Income tax on the same income as without the event: what contributions save of it is of the
    plan's price, not money that comes in.
    """
    is_same = record.income == record.income[-1]
    return np.where(is_same, record.tax - record.tax[-1], 0.0)


def _bought(record: Record) -> Yuan:
    """Missing months and years of cover that are paid for at once."""
    return record.contribution_bought + record.contribution_back


def offered_event(engine: Engine, year: Year) -> Event:
    """The event before the only life."""
    return engine.world.scenario.events[int(year.offered[0])]


def options(engine: Engine, year: Year, price: Priced) -> tuple[OptionView, ...]:
    """The options of the offer with their prices."""
    event = offered_event(engine, year)
    draft = Draft(year)
    if not event.choices:
        return ()
    is_open = open_choices(engine.world, draft, event, ONLY)[:, 0]
    values = event_values(year, event)
    return tuple(
        OptionView(
            label=option.label.filled(values),
            note=_note(engine, price, event, k, option.note.filled(values))
            if is_open[k]
            else option.note.filled(values),
            yuan_now=_change(price.flow, k),
            parts=_parts(price, k),
            per_month_change=_change(price.plan, k),
            debt_change=_change(price.debt, k),
            is_open=bool(is_open[k]),
            reason=EMPTY if is_open[k] else _reason(engine, draft, event, option),
        )
        for k, option in enumerate(event.choices)
    )


def _change(amounts: Yuan, k: int) -> float:
    """What an option changes; less than half a yuan is nothing, lest it read as a loss of 0."""
    change = float(amounts[k] - amounts[-1])
    return change if abs(change) >= 0.5 else 0.0


def _parts(price: Priced, k: int) -> PriceParts:
    """What an option's sum of the year is made of; what is left of it is income."""
    income = price.flow + price.bill + price.paid + price.spent
    return PriceParts(
        income=_change(income, k),
        bill=_change(price.bill, k),
        paid=_change(price.paid, k),
        spent=_change(price.spent, k),
    )


def _note(engine: Engine, price: Priced, event: Event, k: int, note: Text) -> Text:
    """The author's note, and what the engine knows besides: the pension, months that lapse."""
    if _changes_pension(price.lives, k) or _asks_when_to_claim(price.lives):
        path = outlook(engine, columns(price.lives, np.array([k])), still)
        if path.pension_per_month > 0:
            values = {"pension": path.pension_per_month, "age": path.claim_age}
            note = phrases.joined(note, phrases.NOTE_PENSION.filled(values))
    lapsed = int(price.gap[k] - price.gap[-1])
    if lapsed > 0:
        note = phrases.joined(note, phrases.NOTE_LAPSED.filled({"months": lapsed}))
    unpaid = _unpaid_of_bill(price, event, k)
    if unpaid >= 1:
        note = phrases.joined(note, phrases.NOTE_UNPAID.filled({"unpaid": unpaid}))
    for later in (*_afterwards(price.lives, k), *_bought_later(engine, price.lives, k)):
        note = phrases.joined(note, later)
    return note


def _bought_later(engine: Engine, lives: Lives, k: int) -> list[Text]:
    """What an option pays at once at pension age for the months that are missing."""
    if not lives.buys_years[k] or lives.buys_years[-1]:
        return []
    world, one = engine.world, np.array([k])
    missing = missing_months(world, lives.profile[one], lives.rights.months_employee[one])
    amount = price_of_months(world.figures(lives.year), lives.place[one], missing)
    age = max(float(world.statutory_age[lives.profile[k]]), float(lives.age[k]))
    values = {"price": float(amount[0]), "age": int(np.ceil(age))}
    return [phrases.NOTE_BOUGHT_LATER.filled(values)] if amount[0] >= 1 else []


def _afterwards(lives: Lives, k: int) -> list[Text]:
    """What an option goes on costing beyond this year: a dearer month, months with less income."""
    lasting, found = lives.lasting, []
    spends = _running(lasting.spending, lasting.months, 0.0)
    more = float(spends[:, k].sum() - spends[:, -1].sum())
    if abs(more) >= 1:
        months = _longest(lasting.months, spends != 0, k)
        words = phrases.THEN_DEARER if more > 0 else phrases.THEN_CHEAPER
        found.append(words.filled({"more": abs(more), "time": phrases.how_long(months)}))
    incomes = _running(lasting.income, lasting.months, 1.0)
    share = float(incomes[:, k].prod() / max(float(incomes[:, -1].prod()), 0.01))
    if share < 0.995:
        months = _longest(lasting.months, incomes != 1, k)
        words = phrases.THEN_NO_PAY if share < 0.005 else phrases.THEN_LESS_PAY
        found.append(words.filled({"share": share, "time": phrases.how_long(months)}))
    return found


def _running(amounts: Number, months: Months, neutral: float) -> Number:
    """What of the lasting slots still runs on the next birthday."""
    return np.where(months > 0, amounts, neutral)


def _longest(months: Months, which: Flag, k: int) -> int:
    """Months the longest of some slots still runs, among those the base column has not."""
    return int(np.where(which[:, k], months[:, k], 0).max())


def _unpaid_of_bill(price: Priced, event: Event, k: int) -> float:
    """What the event's own bill adds to what nobody pays, never more than its own part, yuan."""
    bills = [bill.of(k) for bill in price.record.bill_list if bill.event == event.index]
    own = sum(float(bill.paid.own[0]) for bill in bills if bill is not None)
    return min(float(price.unpaid[k] - price.unpaid[-1]), own)


def _changes_pension(lives: Lives, k: int) -> bool:
    """Whether an option leaves another pension plan than the year without the event."""
    plan = lives.plan
    fields = (plan.pension, plan.base, plan.tier, plan.claim_age)
    return bool(lives.is_alive[k]) and any(field[k] != field[-1] for field in fields)


def _asks_when_to_claim(lives: Lives) -> bool:
    """Whether some option moves the claim: then each of them says what it would bring."""
    return bool((lives.plan.claim_age != lives.plan.claim_age[-1]).any())


def _reason(engine: Engine, draft: Draft, event: Event, option: Choice) -> Text:
    scope = LivesScope(engine.world, draft, ONLY, event.index)
    needs = option.needs
    if needs is not None and needs.check.evaluate(scope)[0] == 0:
        return needs.because
    assert option.cost is not None
    cost = float(option.cost.evaluate(scope)[0])
    return phrases.NOT_ENOUGH_CASH.filled({"cost": cost})


def event_values(year: Year, event: Event) -> dict[str, float | int | str | Text]:
    """What the event drew, for its texts."""
    return {
        name: float(array[0])
        for (index, name), array in year.values.items()
        if index == event.index
    }


def bill_of(engine: Engine, year: Year, record: Record, column: int, event: int) -> BillView | None:
    """The bill of an event in one of the priced copies, or none.

    Args:
        engine: of the life.
        year: before the answer.
        record: of the copies.
        column: which copy.
        event: index of the event.
    """
    for bill in record.bill_list:
        found = bill.of(column) if bill.event == event else None
        if found is not None:
            cause = cause_of_bill(engine, year, column, event)
            is_assisted = bool(record.allowance[column] > 0)
            return bill_view(engine, year, found, cause, is_assisted=is_assisted)
    return None


def cause_of_bill(engine: Engine, year: Year, option: int, event: int) -> int:
    """What the bill of an event came from, as the event says."""
    answered = engine.answer(year, Answer(choice=np.array([option], dtype=np.int64)))
    causes = [entry.cause for entry in answered.bills if entry.event == event]
    return causes[-1] if causes else int(Cause.ILLNESS)


def bill_view(
    engine: Engine, year: Year, bill: BillRecord, cause: int, *, is_assisted: bool = False
) -> BillView:
    """A settled bill in words; a household on the allowance has medical assistance."""
    parts = payers_of(bill.paid)
    total = float(bill.paid.total[0])
    own = own_part_by_scheme(engine, year, bill, cause, is_assisted=is_assisted)
    return BillView(
        total=total,
        own=parts["own"],
        payers=tuple(
            PayerView(who=phrases.PAYER_NAMES[name], yuan=amount, is_self=name == "own")
            for name, amount in parts.items()
            if amount >= 0.5
        ),
        headline=_headline(year, bill, parts, total, is_assisted=is_assisted),
        otherwise=_otherwise(year, bill, parts, own),
    )


def _headline(
    year: Year, bill: BillRecord, parts: dict[str, float], total: float, *, is_assisted: bool
) -> Text:
    fund = parts["basic"] + parts["critical_illness"]
    values = {"total": total, "own": parts["own"]}
    if parts["injury"] > 0:
        if parts["own"] < 0.5:
            return phrases.BILL_INJURY_ALL.filled(values)
        return phrases.BILL_INJURY.filled({**values, "paid": parts["injury"]})
    if parts["third_party"] > fund:
        return phrases.BILL_THIRD.filled({**values, "paid": parts["third_party"]})
    if fund > 0:
        name = phrases.SCHEME_MEDICAL[scheme_of_bill(year, bill)]
        return phrases.BILL_FUND.filled({**values, "paid": fund, "scheme": name})
    if bill.is_covered[0]:
        return phrases.BILL_SMALL.filled(values)
    if year.months.medical[int(bill.month[0]), 0] != Scheme.NONE:
        return phrases.BILL_OWN_WAITING.filled(values)
    words = phrases.BILL_OWN_ENROLLED if is_assisted else phrases.BILL_OWN
    return words.filled(values)


def is_waiting(year: Year, bill: BillRecord, *, is_assisted: bool) -> bool:
    """Whether a bill falls into waiting months: insured by the plan, or enrolled by the community
    as a household on the allowance, and not covered yet.
    """
    is_enrolled = year.months.medical[int(bill.month[0]), 0] != Scheme.NONE
    return not bill.is_covered[0] and bool(is_enrolled or is_assisted)


def scheme_of_bill(year: Year, bill: BillRecord) -> Scheme:
    """The cover that was in force for a bill; none in a waiting month.

    Who is covered though no plan says so lives on the allowance and was enrolled as a resident.
    """
    if not bill.is_covered[0]:
        return Scheme.NONE
    if year.lives.rights.has_free_medical[0]:
        return Scheme.EMPLOYEE
    return Scheme(int(year.months.medical[int(bill.month[0]), 0])) or Scheme.RESIDENT


def _otherwise(
    year: Year, bill: BillRecord, parts: dict[str, float], own: tuple[float, ...]
) -> Text:
    """What one would pay oneself under the other covers, for the same bill."""
    scheme = scheme_of_bill(year, bill)
    if parts["injury"] > 0:
        return phrases.OTHERWISE_OFF_DUTY.filled({"own": own[scheme]})
    if scheme == Scheme.NONE:
        values = {"employee": own[Scheme.EMPLOYEE], "resident": own[Scheme.RESIDENT]}
        return phrases.OTHERWISE_SCHEMES.filled(values)
    other = Scheme.RESIDENT if scheme == Scheme.EMPLOYEE else Scheme.EMPLOYEE
    name = phrases.SCHEME_MEDICAL[other]
    return phrases.OTHERWISE_OTHER.filled(
        {"scheme": name, "own": own[other], "total": own[Scheme.NONE]}
    )


def own_part_by_scheme(
    engine: Engine, year: Year, bill: BillRecord, cause: int, *, is_assisted: bool = False
) -> tuple[float, ...]:
    """Own part of the same bill off duty, uninsured, with resident and with employee cover.

    Three more columns of the same year, each with its cover in force, settled as the engine does:
    a delivery as a delivery, anything else as an illness. The means test of medical assistance
    stays as it came out for this life.
    """
    copies = repeated(year, 3)
    scheme = np.array([Scheme.NONE, Scheme.RESIDENT, Scheme.EMPLOYEE], dtype=np.int64)
    months = np.broadcast_to(scheme, (12, 3))
    no_free_cover = np.zeros(3, dtype=bool)
    lives = replace(
        copies.lives, rights=replace(copies.lives.rights, has_free_medical=no_free_cover)
    )
    entry = BillEntry(
        event=bill.event,
        amount=np.full(3, bill.paid.total[0]),
        month=np.full(3, bill.month[0]),
        cause=int(Cause.DELIVERY if cause == Cause.DELIVERY else Cause.ILLNESS),
        liable=np.full(3, bill.paid.third_party[0] / bill.paid.total[0]),
    )
    medical = replace(copies.months, medical=months)
    case = replace(copies, lives=lives, months=medical, bills=(entry,))
    figures = engine.world.figures(year.lives.year)
    assisted = np.full(3, is_assisted)
    settled = settle_bills(engine.world, case, figures, months != Scheme.NONE, assisted)
    return tuple(float(x) for x in settled.hospital.own)
