"""What an expression of a scenario sees: some lives of a year, name by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import some
from game.core.life import Lives, Scheme, Work
from game.rules.contributions import contribution_base
from game.rules.injury import injury_disability_allowance, is_injury_covered
from game.rules.law import YearLaw
from game.rules.medical import price_of_missed_years
from game.scenario.model import Array
from game.sim.draft import Draft
from game.sim.figures import Figures
from game.sim.social_security.buying import (
    missed_years,
    missing_medical_months,
    missing_months,
    price_of_medical_months,
    price_of_months,
)
from game.sim.social_security.by_law import is_under_contract, works
from game.sim.social_security.claims import pension_at_claim
from game.sim.social_security.disability import disability_right
from game.sim.social_security.work_rights import (
    maternity_right,
    unemployment_right,
)
from game.sim.world import World

Which = NDArray[np.int64] | slice
Reader = Callable[["LivesScope"], NDArray[Any]]


class LivesScope:
    """Implements ``scenario.model.Scope`` over the columns ``which`` of a draft."""

    def __init__(
        self,
        world: World,
        draft: Draft,
        which: Which,
        event: int = -1,
        month: NDArray[np.int64] | None = None,
    ) -> None:
        self.world = world
        self.draft = draft
        self.which = which
        self.event = event
        self.month = month
        """Of the event, 0–11; none before it is known."""

    @property
    def size(self) -> int:
        """How many lives are looked at."""
        which = self.which
        return len(range(self.draft.size)[which]) if isinstance(which, slice) else len(which)

    def array(self, path: str) -> NDArray[Any]:
        """The columns of an array of the year or its lives."""
        return self.draft.read(path)[..., self.which]

    def read(self, name: str) -> Array:
        """A core name, ``values.x``, ``my.x``, ``param.x`` or ``knows.x``, as floats."""
        reader = READERS.get(name)
        if reader is not None:
            return np.asarray(reader(self), dtype=np.float64)
        kind, _, rest = name.partition(".")
        if kind == "values":
            return self._value(rest)
        if kind == "my":
            return np.asarray(
                self.draft.read("memory.my")[self.world.variable_index[rest]][self.which]
            )
        if kind == "knows":
            met = self.draft.read("memory.knows")[self.world.goal_index[rest]][self.which]
            return np.asarray(met, dtype=np.float64)
        return np.full(self.size, self.law.number(rest))

    def _value(self, name: str) -> Array:
        drawn = self.draft.values.get((self.event, name))
        return np.zeros(self.size) if drawn is None else drawn[self.which]

    @property
    def law(self) -> YearLaw:
        """The law of the year."""
        return self.world.scenario.law.year(self.draft.year.opened.year)

    @property
    def figures(self) -> Figures:
        """The figures of the year."""
        return self.world.figures(self.draft.year.opened.year)

    @property
    def missing_months(self) -> Array:
        """Months missing for an employee pension as the record stands."""
        paid = self.array("rights.months_employee")
        return missing_months(self.world, self.array("profile"), paid)

    @property
    def missing_medical_months(self) -> Array:
        """Months missing for free medical cover in retirement as the record stands."""
        paid = self.array("rights.months_medical")
        return missing_medical_months(self.world, self.figures, self.array("profile"), paid)

    @property
    def lives(self) -> Lives:
        """The lives looked at, with the job and place the answers so far have left them."""
        job, place = self.draft.read("job"), self.draft.read("place")
        return some(self.draft.year.lives, self.which, job=job, place=place)

    @property
    def injury_allowance(self) -> Array:
        """One-time allowance for a lasting partial loss by an accident at work this month."""
        lives, month = self.lives, np.zeros(self.size, dtype=np.int64)
        month = month if self.month is None else self.month
        kind, places = self.world.injury_kind[lives.job], self.world.scenario.places
        law = self.figures.law
        is_covered = is_injury_covered(law, places, lives.place, kind, month + 1) & works(lives)
        wage = self.world.usual_income(lives.job, lives.age, lives.plan.pace)
        return np.where(is_covered, injury_disability_allowance(law, wage), 0.0)

    def draw(self, stream: int) -> Array:
        """The uniform of a stream of the scenario this year."""
        keys = self.world.scenario_streams[stream : stream + 1]
        return self.draft.draw(keys, self.which)

    def count(self, event: int) -> Array:
        """How often an event has been met."""
        return np.asarray(self.draft.read("memory.count")[event][self.which], dtype=np.float64)

    def since(self, event: int) -> Array:
        """Years since an event was last met; 1000 where it never was."""
        last = self.draft.read("memory.last_year")[event][self.which].astype(np.int64)
        return np.where(last > 0, self.draft.year.opened.year - last, 1000).astype(np.float64)

    def chose(self, event: int, choice: int) -> Array:
        """Whether the last meeting of an event was answered with a choice."""
        return np.asarray(
            self.draft.read("memory.last_choice")[event][self.which] == choice, dtype=np.float64
        )

    def contribution(self, scheme: Scheme, base: Array) -> Array:
        """A month's pension contribution under a scheme, yuan."""
        figures = self.figures
        place = self.array("place")
        if scheme == Scheme.EMPLOYEE:
            own = contribution_base(
                figures.law,
                np.asarray(base),
                figures.reference_wage[place],
                figures.base_floor[place],
                figures.base_ceiling[place],
            )
            return own * figures.pension_rate
        if scheme == Scheme.RESIDENT:
            return self.array("plan.tier") / 12.0
        return np.zeros(self.size)

    def pension_if(self, years: Array) -> Array:
        """Monthly employee pension with so many paid years, claimed at the statutory age."""
        return pension_at_claim(self.world, self.draft.year.opened, self.which, years * 12.0)


def _is_kind(kind: Work) -> Reader:
    return lambda scope: scope.world.job_kind[scope.array("job")] == kind


READERS: Final[Mapping[str, Reader]] = {
    "age": lambda s: s.array("age"),
    "year": lambda s: np.full(s.size, s.draft.year.opened.year),
    "month": lambda s: np.ones(s.size) if s.month is None else s.month + 1.0,
    "turn": lambda s: s.array("age") - s.world.start_age[s.array("profile")],
    "profile": lambda s: s.array("profile"),
    "sex": lambda s: s.world.sex[s.array("profile")],
    "place": lambda s: s.array("place"),
    "hukou": lambda s: s.world.hukou[s.array("profile")],
    "job": lambda s: s.world.job_label[s.array("job")],
    "student": _is_kind(Work.STUDENT),
    "cash": lambda s: s.array("cash"),
    "debt": lambda s: s.array("debt"),
    "income": lambda s: s.array("income"),
    "spending": lambda s: s.array("spending"),
    "health": lambda s: s.array("health"),
    "wellbeing": lambda s: s.array("wellbeing"),
    "pension": lambda s: s.array("rights.pension_employee") + s.array("rights.pension_resident"),
    "paid_years": lambda s: (
        (s.array("rights.months_employee") + s.array("rights.months_resident")) / 12.0
    ),
    "plan.pension": lambda s: s.array("plan.pension"),
    "plan.base": lambda s: s.array("plan.base"),
    "plan.medical": lambda s: s.array("plan.medical"),
    "plan.private": lambda s: s.array("plan.private"),
    "plan.savings": lambda s: s.array("plan.savings"),
    "plan.pace": lambda s: s.array("plan.pace"),
    "plan.tier": lambda s: s.array("plan.tier") / 12.0,
    "years.employee": lambda s: s.array("rights.months_employee") / 12.0,
    "years.resident": lambda s: s.array("rights.months_resident") / 12.0,
    "years.unpaid": lambda s: s.array("rights.months_unpaid") / 12.0,
    "years.medical": lambda s: s.array("rights.months_medical") / 12.0,
    "years.in_job": lambda s: s.array("years_in_job"),
    "years.needed": lambda s: s.world.minimum_months[s.array("profile")] / 12.0,
    "years.missing": lambda s: s.missing_months / 12.0,
    "years.missing_medical": lambda s: s.missing_medical_months / 12.0,
    "price.years": lambda s: price_of_months(s.figures, s.array("place"), s.missing_months),
    "price.medical_years": lambda s: price_of_medical_months(
        s.figures, s.array("place"), s.missing_medical_months
    ),
    "account.pension": lambda s: (
        s.array("rights.account_employee") + s.array("rights.account_resident")
    ),
    "place.care": lambda s: s.figures.care_price[s.array("place")],
    "place.rent": lambda s: s.world.rent[s.array("place")],
    "claim_age": lambda s: s.array("plan.claim_age"),
    "retired": lambda s: s.array("is_retired"),
    "alive": lambda s: s.array("is_alive"),
    "covered.medical": lambda s: (
        (s.array("cover.scheme") > 0)
        & (s.array("cover.wait") == 0)
        & (s.array("cover.broken") == 0)
    ),
    "partner": lambda s: s.array("family.has_partner"),
    "children": lambda s: (s.array("family.child_age") >= 0).sum(axis=0),
    "mother": lambda s: s.array("family.mother_age"),
    "father": lambda s: s.array("family.father_age"),
    "remittance": lambda s: s.array("family.remittance"),
    "registered": lambda s: s.array("is_registered"),
    "buy_years": lambda s: s.array("buys_years"),
    "buy_medical_years": lambda s: s.array("buys_medical_years"),
    "buy_back": lambda s: s.array("buys_back"),
    "to_resident": lambda s: s.array("is_moving_to_resident"),
    "disabled": lambda s: s.array("is_disabled"),
    "contract": lambda s: is_under_contract(s.world, s.lives),
    "benefit.unemployment": lambda s: unemployment_right(s.world, s.lives, s.figures)[0],
    "months.unemployment": lambda s: unemployment_right(s.world, s.lives, s.figures)[1] / 12.0,
    "benefit.maternity": lambda s: maternity_right(s.world, s.lives, s.figures),
    "benefit.disability": lambda s: disability_right(s.world, s.lives, s.figures).amount,
    "benefit.injury_disability": lambda s: s.injury_allowance,
    "years.missed_medical": lambda s: missed_years(s.array("cover.broken")),
    "price.missed_medical": lambda s: price_of_missed_years(
        s.figures.law, missed_years(s.array("cover.broken"))
    ),
}
