"""The life-cycle engine: ``open_year``, ``answer``, ``close_year``, all pure.

The order of a year stands in ``close_year``, step by step. One life is one column; the player has
one, the forecast thousands, a study millions, and all go through the same calls.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from game.core.arrays import Flag, Number, Yuan, merged, to_fen, total
from game.core.chance import Chance
from game.core.life import NO_EVENT, Lasting, Lives, Plan, Scheme
from game.rules.heirs import death_benefits
from game.sim.bills import HealthBills, settle_bills
from game.sim.career import Earnings, earnings
from game.sim.draft import Draft
from game.sim.events import answer_offers, move_on, offer_crossroads
from game.sim.figures import Figures
from game.sim.health import bodies, deaths, family_a_year_older
from game.sim.household import (
    CHILD_AGE,
    Purse,
    allowance,
    child_money,
    persons,
    spend,
    subsistence,
    support_received,
)
from game.sim.record import MetRecord, Record
from game.sim.social_security.claims import settle_claims
from game.sim.social_security.contributions import Contributions, asked, contributions
from game.sim.social_security.cover import medical_cover
from game.sim.social_security.rights import credited
from game.sim.world import World
from game.sim.year import MONTHS, Answer, Months, Stage, Year


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """Moves lives of one scenario through years."""

    world: World

    def open_year(self, lives: Lives, chance: Chance) -> Year:
        """Steps 1–3: the birthday, claims, the weather of the year, and its first offer."""
        figures = self.world.figures(lives.year)
        lives = settle_claims(self.world, lives, figures)
        size = lives.size
        nobody = np.full(size, NO_EVENT, dtype=np.int64)
        year = Year(
            lives=lives,
            opened=lives,
            chance=chance,
            draws=chance.uniforms(self.world.streams, lives.id, lives.age),
            stage=Stage.CROSSROAD,
            offered=nobody,
            queue=np.full((2, size), NO_EVENT, dtype=np.int64),
            triggered=nobody,
            months=_months(lives),
            paid=np.zeros(size),
            gained=np.zeros(size),
            is_uneven=_is_uneven(lives),
            refused=np.zeros(size, dtype=bool),
            bills=(),
            met=(),
            lost={},
            values={},
        )
        draft = Draft(year)
        offer_crossroads(self.world, draft)
        if not (draft.read("offered") >= 0).any():
            move_on(self.world, draft)
        return draft.freeze()

    def answer(self, year: Year, answer: Answer) -> Year:
        """Answer the stage that is open and go on to the next one that has an offer."""
        draft = Draft(year)
        if year.stage == Stage.PLAN:
            if answer.plan is not None:
                _change_plan(draft, answer.plan)
        elif year.stage != Stage.DONE:
            choice = answer.choice
            nothing = np.full(draft.size, -1, dtype=np.int64)
            answer_offers(self.world, draft, nothing if choice is None else choice)
        move_on(self.world, draft)
        while draft.stage in (Stage.FIRST, Stage.SECOND) and not (draft.read("offered") >= 0).any():
            move_on(self.world, draft)
        return draft.freeze()

    def finish(self, year: Year) -> Year:
        """Answer whatever is still open with keeping the plan and the defaults."""
        while year.stage != Stage.DONE:
            year = self.answer(year, Answer())
        return year

    def close_year(self, year: Year) -> tuple[Lives, Record]:
        """Steps 5–13: income, contributions, cover, bills, the purse, rights, body, and death."""
        year = self.finish(year)
        world, lives = self.world, year.lives
        figures = world.figures(lives.year)
        # 5 income
        work = earnings(world, year, figures, asked(year, figures).total)
        pension_employee = lives.rights.pension_employee * MONTHS
        pension_resident = lives.rights.pension_resident * MONTHS
        people = persons(world, lives)
        from_state = child_money(figures, lives)
        is_old = _lives_on_savings(world, lives)
        support = support_received(figures, lives, is_old)
        earned = work.gross - work.costs - work.tax
        before_aid = earned + pension_employee + pension_resident + support
        aid = allowance(figures, lives, people, before_aid)
        income = before_aid + from_state + aid
        # 6 subsistence first, 7 contributions
        floor = subsistence(figures, lives, people)
        purse = lives.cash + income + year.gained - year.paid - floor
        paid = contributions(year, figures, purse, aid > 0)
        # 8 cover by month, 9 bills
        is_covered, cover = medical_cover(year, figures, paid)
        bills = settle_bills(world, year, figures, is_covered, aid > 0)
        # 10 purse
        own_bills = bills.hospital.own + bills.outpatient.own
        extra = to_fen(total(year.months.spending))
        spent = spend(
            world,
            lives,
            figures,
            income=income + bills.lost_income_paid,
            contributions=paid.total,
            bills=own_bills,
            routine_bills=bills.outpatient.own,
            paid=year.paid,
            gained=year.gained,
            extra_spending=extra,
            people=people,
            is_old=is_old,
        )
        # 11 rights
        rights = credited(world, year, figures, paid)
        # 12 body and family
        health, wellbeing = bodies(world, year, figures, work.hours_per_week)
        family = family_a_year_older(world, year)
        # 13 close
        has_died = deaths(world, year, figures, work.hours_per_week)
        alive = lives.is_alive
        after = replace(
            lives,
            year=lives.year + 1,
            age=lives.age + (alive & ~has_died),
            is_alive=alive & ~has_died,
            years_in_job=lives.years_in_job + 1.0,
            cash=np.where(alive, spent.cash, lives.cash),
            debt=np.where(alive, spent.debt, lives.debt),
            income=work.gross / MONTHS,
            spending=spent.spending / people / MONTHS,
            health=np.where(alive, health, lives.health),
            wellbeing=np.where(alive, wellbeing, lives.wellbeing),
            rights=rights,
            cover=cover,
            family=family,
            lasting=_run_down(lives),
        )
        if not alive.all():
            after = merged(alive, after, lives)
        record = self._record(
            year,
            figures,
            work,
            paid,
            bills,
            spent,
            after,
            is_covered,
            has_died,
            people,
            aid,
            from_state,
            support,
        )
        return after, record

    def _record(
        self,
        year: Year,
        figures: Figures,
        work: Earnings,
        paid: Contributions,
        bills: HealthBills,
        spent: Purse,
        after: Lives,
        is_covered: Flag,
        has_died: Flag,
        people: Number,
        aid: Yuan,
        from_state: Yuan,
        support: Yuan,
    ) -> Record:
        lives = year.lives
        covered = is_covered.sum(axis=0).astype(np.float64)
        dependants, insured = _dependants(lives)
        return Record(
            year=lives.year,
            age=lives.age,
            is_lived=lives.is_alive,
            has_died=has_died,
            place=lives.place,
            job=lives.job,
            income=work.gross,
            work_costs=work.costs,
            tax=work.tax,
            pension_employee=lives.rights.pension_employee * MONTHS,
            pension_resident=lives.rights.pension_resident * MONTHS,
            allowance=aid,
            child_money=from_state,
            support_received=support,
            lost_income_paid=bills.lost_income_paid,
            contribution_pension=paid.pension,
            contribution_medical=paid.medical,
            contribution_private=paid.private,
            months_pension_employee=paid.months_employee,
            months_pension_resident=paid.months_resident,
            months_pension_gap=paid.months_gap_pension,
            months_medical_paid=paid.is_medical_paid.sum(axis=0).astype(np.float64),
            months_medical_gap=paid.months_gap_medical,
            months_medical_covered=covered,
            medical_scheme=np.where(is_covered[MONTHS - 1], after.cover.scheme, Scheme.NONE),
            has_free_medical=lives.rights.has_free_medical,
            bills=bills.hospital,
            bill_list=bills.list,
            outpatient=bills.outpatient,
            paid=year.paid,
            gained=year.gained,
            debt_service=spent.debt_service,
            home_promised=spent.home_promised,
            home_given=spent.home_given,
            extra_spending=to_fen(total(year.months.spending)),
            spending=spent.spending,
            persons=people,
            savings_growth=spent.savings_growth,
            unpaid_bills=spent.unpaid_bills,
            cash=after.cash,
            debt=after.debt,
            health=after.health,
            wellbeing=after.wellbeing,
            hours_per_week=work.hours_per_week,
            to_heirs=self._heirs(lives, after, figures, has_died),
            has_partner=lives.family.has_partner,
            dependants=dependants,
            dependants_covered=insured,
            was_treatment_refused=year.refused,
            met=tuple(
                MetRecord(event=m.event, is_met=m.is_met, month=m.month, choice=m.choice)
                for m in year.met
            ),
        )

    def _heirs(self, lives: Lives, after: Lives, figures: Figures, has_died: Flag) -> Yuan:
        """Account, funeral grant and lump sum of those who died this year."""
        if not has_died.any():
            return np.zeros(lives.size)
        rights = after.rights
        left = death_benefits(
            figures.law,
            account_left=rights.account_employee + rights.account_resident + rights.account_private,
            paid_months=rights.months_employee,
            own_credited=rights.account_employee,
            is_pensioner=rights.pension_employee > 0,
            years_drawn=rights.months_drawn / MONTHS,
            urban_income=figures.urban_income[lives.place],
        )
        return np.where(has_died, left.account + left.funeral + left.lump_sum, 0.0)


def _months(lives: Lives) -> Months:
    """The year's months as the standing plan and what still lasts leave them."""
    shape = (MONTHS, lives.size)
    lasting = lives.lasting
    income, contribution = np.ones(shape), np.ones(shape)
    spending = np.zeros(shape)
    clock = np.arange(MONTHS)[:, None]
    for slot, months in enumerate(lasting.months):
        which = np.flatnonzero(months)
        if which.size:
            is_on = clock < months[which]
            income[:, which] *= np.where(is_on, lasting.income[slot][which], 1.0)
            contribution[:, which] *= np.where(is_on, lasting.contribution[slot][which], 1.0)
            spending[:, which] += np.where(is_on, lasting.spending[slot][which], 0.0)
    return Months(
        pension=np.broadcast_to(lives.plan.pension, shape),
        base=np.broadcast_to(lives.plan.base, shape),
        medical=np.broadcast_to(lives.plan.medical, shape),
        income=income,
        spending=spending,
        contribution=contribution,
    )


def _is_uneven(lives: Lives) -> Flag:
    """Whether a price still changes this year because something lasts."""
    lasting = lives.lasting
    return np.asarray(((lasting.months > 0) & (lasting.contribution != 1)).any(axis=0))


def _run_down(lives: Lives) -> Lasting:
    months = np.maximum(lives.lasting.months - MONTHS, 0.0)
    return replace(lives.lasting, months=months)


def _change_plan(draft: Draft, plan: Plan) -> None:
    """A plan answered in round 1 holds from month 1."""
    shape = (MONTHS, draft.size)
    for name in ("pension", "base", "medical"):
        value = getattr(plan, name)
        draft.replace(f"plan.{name}", value)
        draft.replace(f"months.{name}", np.broadcast_to(value, shape))
    for name in ("tier", "private", "savings", "pace", "can_borrow", "claim_age"):
        draft.replace(f"plan.{name}", getattr(plan, name))


def _lives_on_savings(world: World, lives: Lives) -> Flag:
    """Retired with a pension, or past the old-age line."""
    return lives.is_retired | (lives.age >= world.old_age_line[lives.profile])


def _dependants(lives: Lives) -> tuple[Number, Number]:
    """Children under 16 and supported parents; all children and parents hold resident cover."""
    children = ((lives.family.child_age >= 0) & (lives.family.child_age < CHILD_AGE)).sum(axis=0)
    has_parent = (lives.family.mother_age > 0) | (lives.family.father_age > 0)
    supported = has_parent & (lives.family.remittance > 0)
    count = np.where(lives.is_alive, children + supported, 0).astype(np.float64)
    return count, count
