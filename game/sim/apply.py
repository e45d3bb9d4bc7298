"""Effects of events, applied to the few lives that met them; money, plan, time and family."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import any_of, held, total
from game.core.life import LASTING_SLOTS, MAX_CHILDREN, NO_CHILD, Absence
from game.scenario.model import (
    Add,
    Bill,
    ChangePlan,
    Effect,
    End,
    Expression,
    Gain,
    If,
    Lasting,
    Later,
    Move,
    Pay,
    PlanFields,
    Say,
    Set,
    TakeJob,
    Teach,
    Trigger,
)
from game.sim.draft import Draft
from game.sim.scope import LivesScope
from game.sim.social_security.by_law import bound_months, start_work
from game.sim.world import World
from game.sim.year import CLOCK, MONTHS, BillEntry

Columns = NDArray[np.int64]

_BOUNDS: Final = {"health": (0.0, 100.0), "wellbeing": (0.0, 100.0)}
_PATHS: Final = {
    "cash": "cash",
    "debt": "debt",
    "health": "health",
    "wellbeing": "wellbeing",
    "partner": "family.has_partner",
    "remittance": "family.remittance",
    "registered": "is_registered",
    "mother": "family.mother_age",
    "father": "family.father_age",
    "claim_age": "plan.claim_age",
    "buy_years": "buys_years",
    "buy_medical_years": "buys_medical_years",
    "buy_back": "buys_back",
    "to_resident": "is_moving_to_resident",
    "disabled": "is_disabled",
}
_PLAN_PATHS: Final = {
    "tier": "tier",
    "private_per_year": "private",
    "savings": "savings",
    "pace": "pace",
    "can_borrow": "can_borrow",
    "claim_age": "claim_age",
}


class Application:
    """One event being applied to some lives in their month."""

    def __init__(
        self, world: World, draft: Draft, event: int, which: Columns, month: Columns, plan_from: int
    ) -> None:
        self.world = world
        self.draft = draft
        self.event = event
        self.which = which
        self.month = month
        self.plan_from = plan_from
        """Months after the event's from which a plan change holds: 1, or 0 at a crossroad."""

    def run(self, effects: tuple[Effect, ...]) -> None:
        """Apply effects in their order."""
        if self.which.size:
            for effect in effects:
                HANDLERS[type(effect)](self, effect)

    def only(self, chosen: NDArray[np.bool_]) -> Application:
        """The same for some of the lives."""
        if np.count_nonzero(chosen) == len(chosen):
            return self
        return Application(
            self.world,
            self.draft,
            self.event,
            self.which[chosen],
            self.month[chosen],
            self.plan_from,
        )

    @property
    def scope(self) -> LivesScope:
        """What expressions see."""
        return LivesScope(self.world, self.draft, self.which, self.event, self.month)

    def _value(self, amount: Expression) -> Any:
        """An amount for each of the lives, or the one number it is."""
        return amount.evaluate(self.scope) if amount.constant is None else amount.constant

    # --- verbs ---------------------------------------------------------------------------------

    def pay(self, effect: Pay) -> None:
        """Money out of the purse."""
        self.draft.edit("paid")[self.which] += np.maximum(self._value(effect.amount), 0.0)

    def gain(self, effect: Gain) -> None:
        """Money into the purse."""
        self.draft.edit("gained")[self.which] += np.maximum(self._value(effect.amount), 0.0)

    def bill(self, effect: Bill) -> None:
        """A medical bill, settled at the close."""
        size = self.draft.size
        amount, month = np.zeros(size), np.zeros(size, dtype=np.int64)
        amount[self.which] = np.maximum(np.rint(effect.amount.evaluate(self.scope)), 0.0)
        month[self.which] = self.month
        self.draft.bills.append(
            BillEntry(
                event=self.event,
                amount=amount,
                month=month,
                cause=int(effect.cause),
                liable=np.full(size, effect.liable),
            )
        )

    def add(self, effect: Add) -> None:
        """Change a variable."""
        if effect.name == "children":
            self._births(effect.amount.evaluate(self.scope))
            return
        amount = self._value(effect.amount)
        array, low, high = self._variable(effect.name)
        array[self.which] = held(array[self.which] + amount, low, high)

    def set(self, effect: Set) -> None:
        """Replace a variable."""
        value = self._value(effect.value)
        array, low, high = self._variable(effect.name)
        array[self.which] = held(value, low, high)

    def _variable(self, name: str) -> tuple[NDArray[Any], float, float]:
        kind, _, rest = name.partition(".")
        if kind == "my":
            row = self.world.variable_index[rest]
            variable = self.world.scenario.variables[row]
            return self.draft.edit("memory.my")[row], variable.low, variable.high
        low, high = _BOUNDS.get(name, (0.0, 1e12))
        return self.draft.edit(_PATHS[name]), low, high

    def _births(self, amount: NDArray[np.float64]) -> None:
        ages = self.draft.edit("family.child_age")
        for row in range(MAX_CHILDREN):
            is_free = ages[row, self.which] == NO_CHILD
            born = is_free & (amount > 0)
            ages[row, self.which] = np.where(born, 0, ages[row, self.which])
            amount = amount - born

    def change_plan(self, effect: ChangePlan) -> None:
        """A new standing plan from the month after."""
        set_plan(self.world, self.draft, effect.plan, self.which, self.month + self.plan_from)

    def lasting(self, effect: Lasting) -> None:
        """A factor or an amount for some months, this year and the next ones."""
        months = np.maximum(np.rint(effect.months.evaluate(self.scope) * 12), 0.0)
        factor, amount = effect.factor, np.zeros(len(self.which))
        if effect.yuan_per_month is not None:
            amount = effect.yuan_per_month.evaluate(self.scope)
        if effect.target == "spending" and factor is not None:
            amount, factor = self.scope.read("spending") * (factor - 1), None
        if effect.target == "income" and factor is None:
            usual = np.maximum(self.scope.read("income"), 1.0)
            factor_each = np.maximum(1 + amount / usual, 0.0)
        else:
            factor_each = np.full(len(self.which), 1.0 if factor is None else factor)
        is_on = (self.month <= CLOCK) & (self.month + months > CLOCK)
        running = self.draft.edit(f"months.{effect.target}")
        if effect.target == "contribution":
            self.draft.edit("is_uneven")[self.which] = True
        if effect.target == "spending":
            running[:, self.which] += np.where(is_on, amount, 0.0)
        else:
            running[:, self.which] *= np.where(is_on, factor_each, 1.0)
        if effect.absence:
            absence = self.draft.edit("months.absence")
            absence[:, self.which] = np.where(is_on, int(effect.absence), absence[:, self.which])
        if effect.target == "income":
            self._lose(total(np.where(is_on, 1 - factor_each, 0.0)))
        self._carry(months + self.month, effect.target, factor_each, amount, int(effect.absence))

    def _lose(self, months: NDArray[np.float64]) -> None:
        """Remember what the event costs in months of work: injury cover pays for those alone."""
        lost = self.draft.lost.get(self.event, np.zeros(self.draft.size)).copy()
        lost[self.which] += months
        self.draft.lost[self.event] = lost

    def _carry(
        self,
        months: NDArray[np.float64],
        target: str,
        factor: NDArray[np.float64],
        amount: NDArray[np.float64],
        absence: int,
    ) -> None:
        """What goes on after the year takes the slot that is soonest over.

        Args:
            months: counted from the first of this year; the close takes twelve off every slot.
            target: what it bears on.
            factor: on income or contribution.
            amount: added to spending.
            absence: code of ``Absence``.
        """
        on = months > MONTHS
        if not any_of(on):
            return
        which = self.which[on]
        slots = self.draft.edit("lasting.months")
        row = np.argmin(slots[:, which], axis=0)
        assert row.max(initial=0) < LASTING_SLOTS
        slots[row, which] = months[on]
        self.draft.edit("lasting.absence")[row, which] = absence
        for name in ("income", "spending", "contribution"):
            array = self.draft.edit(f"lasting.{name}")
            neutral = 0.0 if name == "spending" else 1.0
            array[row, which] = (
                (amount if name == "spending" else factor)[on] if name == target else neutral
            )

    def later(self, effect: Later) -> None:
        """Another event in some years; the earlier of two that are due stays."""
        comes = self.scope.draw(effect.stream) < effect.chance
        span = effect.years_high - effect.years_low + 1
        years = effect.years_low + np.floor(self.scope.draw(effect.stream_years) * span)
        due = self.draft.edit("memory.due_year")[effect.event]
        year = self.draft.year.opened.year + years.astype(np.int64)
        old = due[self.which]
        due[self.which] = np.where(comes & ((old == 0) | (year < old)), year, old)

    def trigger(self, effect: Trigger) -> None:
        """Another event in the next round."""
        self.draft.edit("triggered")[self.which] = effect.event

    def move(self, effect: Move) -> None:
        """Live somewhere else."""
        self.draft.edit("place")[self.which] = effect.place
        self.draft.edit("is_registered")[self.which] = False

    def take_job(self, effect: TakeJob) -> None:
        """Work in something else."""
        first = self.month + self.plan_from
        figures = self.world.figures(self.draft.year.opened.year)
        start_work(self.world, self.draft, figures, self.which, effect.job, first)

    def teach(self, effect: Teach) -> None:
        """Mark a goal as met."""
        self.draft.edit("memory.knows")[self.world.goal_index[effect.goal], self.which] = True

    def say(self, effect: Say) -> None:
        """Lines are read from the event when the log is made; nothing changes in the life."""

    def end(self, effect: End) -> None:
        """The life ends at the close of the year; or work ends after the month, for good."""
        ends = self.draft.ends.get(effect.of, np.zeros(self.draft.size, dtype=bool)).copy()
        ends[self.which] = True
        self.draft.ends[effect.of] = ends
        if effect.of == "work":
            is_over = self.month + self.plan_from <= CLOCK
            self.draft.edit("months.income")[:, self.which] *= ~is_over
            absence = self.draft.edit("months.absence")
            ended = int(Absence.ENDED)
            absence[:, self.which] = np.where(is_over, ended, absence[:, self.which])

    def condition(self, effect: If) -> None:
        """One branch or the other."""
        holds = effect.check.evaluate(self.scope) != 0
        self.only(holds).run(effect.then)
        self.only(~holds).run(effect.otherwise)


def set_plan(
    world: World, draft: Draft, plan: PlanFields, which: Columns, first_month: Columns
) -> None:
    """Change a standing plan for some lives, this year from a month (0–12) on.

    Months in which a contract or the school decides stay as they are.
    """
    after = first_month <= CLOCK
    after = after & ~bound_months(world, draft)[:, which]
    if any(value is not None for value in (plan.pension, plan.medical, plan.base)):
        draft.edit("is_uneven")[which] = True
    for name in ("pension", "medical", "base"):
        value = getattr(plan, name)
        if value is None:
            continue
        draft.edit(f"plan.{name}")[which] = value
        monthly = draft.edit(f"months.{name}")
        monthly[:, which] = np.where(after, value, monthly[:, which])
    for name, path in _PLAN_PATHS.items():
        value = getattr(plan, name)
        if value is not None:
            draft.edit(f"plan.{path}")[which] = value


HANDLERS: Final[dict[type, Callable[[Application, Any], None]]] = {
    Pay: Application.pay,
    Gain: Application.gain,
    Bill: Application.bill,
    Add: Application.add,
    Set: Application.set,
    ChangePlan: Application.change_plan,
    Lasting: Application.lasting,
    Later: Application.later,
    Trigger: Application.trigger,
    Move: Application.move,
    TakeJob: Application.take_job,
    Teach: Application.teach,
    Say: Application.say,
    If: Application.condition,
    End: Application.end,
}
