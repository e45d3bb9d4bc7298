"""Lives on the day they begin."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Number
from game.core.life import (
    LASTING_SLOTS,
    MAX_CHILDREN,
    NO_CHILD,
    Cover,
    Family,
    Lasting,
    Lives,
    Memory,
    Plan,
    Rights,
    Scheme,
    Work,
)
from game.scenario.model import PlanFields, Profile
from game.sim.world import World
from game.sim.year import MONTHS

NEVER_INSURED = 48.0
"""Months without cover of somebody who begins without any: as after a long break."""


def newborn_plan(world: World, profile: int, fields: PlanFields, size: int) -> Plan:
    """The plan a profile starts with; what it leaves out is none, or the usual."""

    def full(value: float | None, usual: float) -> Number:
        return np.full(size, usual if value is None else value)

    return Plan(
        pension=np.full(size, fields.pension or Scheme.NONE, dtype=np.int64),
        base=full(fields.base, 0.6),
        tier=full(fields.tier, world.scenario.decision.tiers[0]),
        medical=np.full(size, fields.medical or Scheme.NONE, dtype=np.int64),
        private=full(fields.private_per_year, 0.0),
        savings=full(fields.savings, 0.3),
        pace=full(fields.pace, 1.0),
        can_borrow=np.full(size, bool(fields.can_borrow)),
        claim_age=full(fields.claim_age, float(world.statutory_age[profile])),
    )


def _rights(world: World, who: Profile, size: int) -> Rights:
    zero = np.zeros(size)
    places = len(world.scenario.places)
    by_place = np.zeros((places, size))
    by_place[who.place] = who.months_employee
    last = np.where(by_place > 0, who.age * 12.0, -1.0)
    figures = world.figures(world.scenario.start_year)
    base = figures.base_floor[who.place]
    index = base / figures.reference_wage[who.place]
    return Rights(
        months_employee=np.full(size, who.months_employee),
        months_gap=zero,
        months_unpaid=zero,
        index_sum=np.full(size, who.months_employee * index),
        account_employee=np.full(size, who.months_employee * base * figures.account_rate),
        months_resident=np.full(size, who.months_resident),
        account_resident=zero,
        account_private=zero,
        months_by_place=by_place,
        last_paid_by_place=last,
        months_medical=np.full(size, who.months_employee),
        pension_employee=zero,
        account_part=zero,
        pension_resident=zero,
        has_claimed=np.zeros(size, dtype=bool),
        months_drawn=zero,
        has_free_medical=np.zeros(size, dtype=bool),
        months_unemployment=zero,
        pension_disability=zero,
        months_disability=zero,
    )


def _cover(who: Profile, size: int) -> Cover:
    medical = who.plan.medical or Scheme.NONE
    broken = NEVER_INSURED if who.medical_break_months is None else who.medical_break_months
    insured = max(who.years_resident_medical * MONTHS, who.months_employee)
    is_kept = medical != Scheme.NONE or broken <= 0
    return Cover(
        scheme=np.full(size, medical),
        wait=np.zeros(size),
        broken=np.full(size, 0.0 if is_kept else broken),
        months_insured=np.full(size, insured),
        years_resident=np.full(size, who.years_resident_medical),
        years_without_claim=np.zeros(size),
    )


def _memory(world: World, size: int) -> Memory:
    events = len(world.scenario.events)
    zero = np.zeros((events, size), dtype=np.int16)
    start = np.array([variable.start for variable in world.scenario.variables])
    return Memory(
        count=zero,
        last_year=zero,
        last_choice=np.full((events, size), -1, dtype=np.int8),
        due_year=zero,
        my=np.repeat(start.reshape(-1, 1), size, axis=1),
        knows=np.zeros((len(world.scenario.goals), size), dtype=bool),
    )


def _family(who: Profile, size: int) -> Family:
    ages = [*who.child_ages, *[NO_CHILD] * MAX_CHILDREN][:MAX_CHILDREN]
    return Family(
        has_partner=np.full(size, who.has_partner),
        child_age=np.repeat(np.array(ages, dtype=np.int64)[:, None], size, axis=1),
        mother_age=np.full(size, who.mother_age, dtype=np.int64),
        father_age=np.full(size, who.father_age, dtype=np.int64),
        remittance=np.full(size, who.remittance_per_month),
    )


def start_lives(world: World, profile: int, ids: NDArray[np.uint64]) -> Lives:
    """Lives of one profile at their first birthday played.

    Args:
        world: the scenario.
        profile: index of the profile.
        ids: identity of each life, which keys its luck, shape (n,).
    """
    who, size = world.scenario.profiles[profile], len(ids)
    plan = newborn_plan(world, profile, who.plan, size)
    job_income = world.income_by_job[who.job, who.age]
    slots = np.zeros((LASTING_SLOTS, size))
    figures = world.figures(world.scenario.start_year)
    return Lives(
        year=world.scenario.start_year,
        id=ids,
        profile=np.full(size, profile, dtype=np.int64),
        age=np.full(size, who.age, dtype=np.int64),
        is_alive=np.ones(size, dtype=bool),
        place=np.full(size, who.place, dtype=np.int64),
        is_registered=np.zeros(size, dtype=bool),
        job=np.full(size, who.job, dtype=np.int64),
        is_retired=np.zeros(size, dtype=bool),
        years_in_job=np.zeros(size),
        cash=np.full(size, who.cash),
        debt=np.full(size, who.debt),
        income=np.full(size, job_income),
        spending=np.full(size, figures.usual_living[who.place]),
        health=np.full(size, who.health),
        wellbeing=np.full(size, who.wellbeing),
        platform_months=np.zeros((MONTHS, size), dtype=bool),
        buys_years=np.zeros(size, dtype=bool),
        buys_medical_years=np.zeros(size, dtype=bool),
        buys_back=np.zeros(size, dtype=bool),
        is_moving_to_resident=np.zeros(size, dtype=bool),
        is_disabled=np.zeros(size, dtype=bool),
        asks_plan=np.full(size, world.job_kind[who.job] not in (Work.STUDENT, Work.CONTRACT)),
        plan=plan,
        rights=_rights(world, who, size),
        cover=_cover(who, size),
        family=_family(who, size),
        lasting=Lasting(
            months=slots,
            income=slots + 1.0,
            spending=slots,
            contribution=slots + 1.0,
            absence=slots.astype(np.int64),
        ),
        memory=_memory(world, size),
    )
