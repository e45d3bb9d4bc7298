"""The life-cycle engine: ``open_year``, ``answer``, ``close_year``, all pure.

The order of a year stands in ``close_year``, step by step. One life is one column; the player has
one, the forecast thousands, a study millions, and all go through the same calls.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.core.arrays import Flag, any_of, indices_of
from game.core.chance import Chance
from game.core.life import NO_EVENT, Lives, Plan
from game.sim.bills import settle_bills
from game.sim.closing import Close, lives_after, record_of
from game.sim.draft import Draft
from game.sim.events import answer_offers, move_on, offer_crossroads
from game.sim.figures import Figures
from game.sim.health import bodies, deaths, family_a_year_older
from game.sim.household import incomes, left_for_contributions, spend
from game.sim.record import Record
from game.sim.social_security.by_law import bound_months, with_law, with_plan_by_law
from game.sim.social_security.claims import settle_claims
from game.sim.social_security.contributions import contributions, with_aided_enrolled
from game.sim.social_security.cover import medical_cover
from game.sim.social_security.rights import credited
from game.sim.social_security.subsidy import platform_subsidy_of
from game.sim.world import World
from game.sim.year import CLOCK, MONTHS, Answer, Months, Stage, Year


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """Moves lives of one scenario through years."""

    world: World

    def open_year(self, lives: Lives, chance: Chance) -> Year:
        """Steps 1–3: the birthday, claims, the weather of the year, and its first offer."""
        figures = self.world.figures(lives.year)
        settled = settle_claims(self.world, lives, figures)
        lives, size = settled.lives, lives.size
        nobody = np.full(size, NO_EVENT, dtype=np.int64)
        luck = chance.of_year(lives.id, lives.age)
        year = Year(
            lives=lives,
            opened=lives,
            chance=chance,
            luck=luck,
            draws=chance.draws(self.world.own_streams, luck),
            stage=Stage.CROSSROAD,
            offered=nobody,
            queue=np.full((2, size), NO_EVENT, dtype=np.int64),
            triggered=nobody,
            months=_months(self.world, lives, figures),
            paid=np.zeros(size),
            gained=np.zeros(size),
            private_paid_out=settled.private_paid_out,
            years_bought=settled.years_bought,
            is_uneven=_is_uneven(lives),
            refused=np.zeros(size, dtype=bool),
            bills=(),
            met=(),
            lost={},
            values={},
        )
        draft = Draft(year)
        offer_crossroads(self.world, draft)
        if not any_of(draft.read("offered") >= 0):
            move_on(self.world, draft)
        return draft.freeze()

    def answer(self, year: Year, answer: Answer, *, takes_over: bool = False) -> Year:
        """Answer the stage that is open and go on to the next one that has an offer.

        Args:
            year: as it is open.
            answer: of every life.
            takes_over: nobody looks at ``year`` again, so that its arrays may be written to.
        """
        draft = Draft(year, takes_over=takes_over)
        if year.stage == Stage.PLAN:
            if answer.plan is not None:
                _change_plan(self.world, draft, answer.plan)
            if any_of(draft.read("asks_plan")):
                draft.edit("asks_plan")[:] = False
        elif year.stage != Stage.DONE:
            choice = answer.choice
            nothing = np.full(draft.size, -1, dtype=np.int64)
            answer_offers(self.world, draft, nothing if choice is None else choice)
        move_on(self.world, draft)
        while draft.stage in (Stage.FIRST, Stage.SECOND) and not any_of(draft.read("offered") >= 0):
            move_on(self.world, draft)
        return draft.freeze()

    def finish(self, year: Year) -> Year:
        """Answer whatever is still open with keeping the plan and the defaults."""
        while year.stage != Stage.DONE:
            year = self.answer(year, Answer())
        return year

    def close_year(self, year: Year) -> tuple[Lives, Record]:
        """Steps 5–13: income, contributions, cover, bills, the purse, rights, body, and death."""
        year, world = self.finish(year), self.world
        figures = world.figures(year.lives.year)
        followed = with_plan_by_law(year)
        income = incomes(world, followed, figures)  # 5
        insured = with_aided_enrolled(followed, income.is_aided)
        purse = left_for_contributions(year, figures, income)  # 6
        paid = contributions(insured, figures, purse, income.is_aided)  # 7
        subsidy = platform_subsidy_of(world, year, figures, income.work.usual_per_month, paid)
        is_covered, cover = medical_cover(insured, figures, paid)  # 8
        bills = settle_bills(world, insured, figures, is_covered, income.is_aided)  # 9
        spent = spend(world, year, figures, income, paid.total, subsidy.paid, bills)  # 10
        close = Close(
            year=year,
            figures=figures,
            income=income,
            paid=paid,
            subsidy=subsidy,
            is_covered=is_covered,
            cover=cover,
            bills=bills,
            spent=spent,
            rights=credited(world, followed, figures, paid),  # 11
            body=bodies(world, year, figures, income.work.hours_per_week),  # 12
            family=family_a_year_older(world, year),
            dying=deaths(world, year, figures, income.work.hours_per_week),  # 13
        )
        after = lives_after(close)
        return after, record_of(world, close, after)


def _months(world: World, lives: Lives, figures: Figures) -> Months:
    """The year's months as the law, the standing plan and what still lasts leave them."""
    shape = (MONTHS, lives.size)
    lasting = lives.lasting
    income, contribution = np.ones(shape), np.ones(shape)
    spending, absence = np.zeros(shape), np.zeros(shape, dtype=np.int64)
    for slot, months in enumerate(lasting.months):
        which = indices_of(months)
        if not which.size:
            continue
        is_on = months[which] > CLOCK
        for factors, of_year in ((lasting.income, income), (lasting.contribution, contribution)):
            factor = factors[slot][which]
            if any_of(factor != 1.0):
                of_year[:, which] *= np.where(is_on, factor, 1.0)
        why = lasting.absence[slot][which]
        if any_of(why):
            absence[:, which] = np.maximum(absence[:, which], np.where(is_on, why, 0))
        amount = lasting.spending[slot][which]
        if any_of(amount):
            spending[:, which] += np.where(is_on, amount, 0.0)
    months = Months(
        pension=np.broadcast_to(lives.plan.pension, shape),
        base=np.broadcast_to(lives.plan.base, shape),
        medical=np.broadcast_to(lives.plan.medical, shape),
        income=income,
        spending=spending,
        contribution=contribution,
        contract=np.zeros(shape, dtype=bool),
        absence=absence,
    )
    return with_law(world, lives, figures, months)


def _is_uneven(lives: Lives) -> Flag:
    """Whether a price still changes this year because something lasts."""
    lasting = lives.lasting
    return np.asarray(((lasting.months > 0) & (lasting.contribution != 1)).any(axis=0))


def _change_plan(world: World, draft: Draft, plan: Plan) -> None:
    """A plan answered in round 1 holds from month 1, but for months a contract or school binds."""
    bound = bound_months(world, draft)
    is_free = not any_of(bound)
    for name in ("pension", "base", "medical"):
        value = getattr(plan, name)
        draft.replace(f"plan.{name}", value)
        months = draft.read(f"months.{name}")
        held = np.broadcast_to(value, bound.shape) if is_free else np.where(bound, months, value)
        draft.replace(f"months.{name}", held)
    for name in ("tier", "private", "savings", "pace", "can_borrow", "claim_age"):
        draft.replace(f"plan.{name}", getattr(plan, name))
