"""A scenario with everything worked out that does not depend on a life: tables by age and place."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from statistics import NormalDist
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Code, Flag, Number, Rate, Years, indices_of
from game.core.chance import Words, stream_table
from game.core.life import Sex, Work
from game.rules.retirement import Track, claim_window, minimum_months, statutory_age
from game.scenario.checks.whose import can_be_of
from game.scenario.model import Event, IncomePath, Scenario
from game.sim.figures import Figures

LAST_AGE: Final = 110
AGES: Final = np.arange(LAST_AGE + 1)
ENGINE_STREAMS: Final = ("income", "mother", "father", "death")
_NODES: Final = 257


def normal_nodes() -> Number:
    """Quantiles of the standard normal at the middles of equal shares, for draws by table."""
    shares = (np.arange(_NODES) + 0.5) / _NODES
    return np.round([NormalDist().inv_cdf(float(share)) for share in shares], 9)


def _by_age(path: IncomePath) -> Number:
    ages = np.array(path.ages)
    values = np.array(path.yuan_per_month)
    if path.is_line:
        return np.asarray(np.interp(AGES, ages, values))
    return np.asarray(values[np.maximum(np.searchsorted(ages, AGES, side="right") - 1, 0)])


@dataclass(frozen=True, kw_only=True, eq=False)
class World:
    """A scenario ready for the engine; made once, shared by all lives."""

    scenario: Scenario
    only: frozenset[int] | None = None
    """The only events that come, by index; none lets all of them come."""
    _figures: dict[int, Figures] = field(init=False, repr=False, default_factory=dict)
    _open: dict[tuple[int, int, int], Code] = field(init=False, repr=False, default_factory=dict)

    def figures(self, year: int) -> Figures:
        """The law's figures of a year."""
        if year not in self._figures:
            self._figures[year] = Figures.of(self.scenario, year)
        return self._figures[year]

    def with_only(self, events: frozenset[int]) -> World:
        """The same world in which no other event comes."""
        other = World(scenario=self.scenario, only=events)
        object.__setattr__(other, "_figures", self._figures)
        return other

    # --- streams -------------------------------------------------------------------------------

    @cached_property
    def scenario_streams(self) -> Words:
        """Keys of the scenario's streams."""
        return stream_table(self.scenario.streams)

    @cached_property
    def own_streams(self) -> Words:
        """Keys of the engine's own streams, drawn for every life every year."""
        return stream_table(ENGINE_STREAMS)

    @cached_property
    def coming_streams(self) -> Words:
        """Keys that decide whether each drawn event comes, shape (drawn,)."""
        return self.scenario_streams[[event.chance_stream for event in self.drawn]]

    @cached_property
    def normal(self) -> Number:
        """Nodes of the standard normal."""
        return normal_nodes()

    def normal_draw(self, uniform: Number) -> Number:
        """Standard normal draws by table."""
        at = uniform * (_NODES - 1)
        low = at.astype(np.int64)
        part = at - low
        return self.normal[low] * (1 - part) + self.normal[np.minimum(low + 1, _NODES - 1)] * part

    # --- by profile ----------------------------------------------------------------------------

    def _of_profiles(self, name: str) -> NDArray[np.int64]:
        return np.array([getattr(p, name) for p in self.scenario.profiles], dtype=np.int64)

    @cached_property
    def sex(self) -> Code:
        """Sex by profile."""
        return self._of_profiles("sex")

    @cached_property
    def hukou(self) -> Code:
        """Hukou place by profile."""
        return self._of_profiles("hukou")

    @cached_property
    def start_age(self) -> Code:
        """Age at the start by profile."""
        return self._of_profiles("age")

    @cached_property
    def birth_year(self) -> Code:
        """Calendar year of birth by profile; the birthday is in the clock's first month."""
        return self.scenario.start_year - self.start_age

    @cached_property
    def statutory_age(self) -> Years:
        """Statutory employee pension age by profile, years."""
        law = self.scenario.law.year(self.scenario.start_year)
        return statutory_age(law, self._track, self.birth_year, np.ones_like(self.sex)) / 12.0

    @cached_property
    def claim_window(self) -> tuple[Years, Years]:
        """Earliest and latest age of claiming the employee pension, by profile, years."""
        law = self.scenario.law.year(self.scenario.start_year)
        window = claim_window(law, self._track, self.birth_year, np.ones_like(self.sex))
        return window.earliest / 12.0, window.latest / 12.0

    @property
    def _track(self) -> Code:
        return np.where(self.sex == Sex.MALE, Track.MEN, Track.WOMEN_55)

    @cached_property
    def minimum_months(self) -> Number:
        """Months needed for an employee pension, by profile, in the year of statutory age."""
        months = self.statutory_age * 12
        return minimum_months(
            self.scenario.law, self.birth_year, np.ones_like(self.sex), months, months
        )

    @cached_property
    def old_age_line(self) -> Years:
        """The age A from which old age is scored: max(60, statutory age), by profile."""
        return np.maximum(self.scenario.scoring["old_age_line"], self.statutory_age)

    @cached_property
    def death_rate(self) -> Rate:
        """q of the own birth cohort, shape (profiles, ages)."""
        return self._rates(self.sex, self.birth_year)

    @cached_property
    def mother_death_rate(self) -> Rate:
        """q of the mother's cohort by her age, shape (profiles, ages)."""
        born = self.scenario.start_year - self._of_profiles("mother_age")
        return self._rates(np.full_like(born, Sex.FEMALE), born)

    @cached_property
    def father_death_rate(self) -> Rate:
        """q of the father's cohort by his age, shape (profiles, ages)."""
        born = self.scenario.start_year - self._of_profiles("father_age")
        return self._rates(np.full_like(born, Sex.MALE), born)

    def _rates(self, sex: Code, born: Code) -> Rate:
        table = self.scenario.life_table
        return np.array(
            [
                table.cohort_q(np.full_like(AGES, s), np.full_like(AGES, b), AGES)
                for s, b in zip(sex, born, strict=True)
            ]
        )

    @cached_property
    def years_left(self) -> Years:
        """Expected further years by the cohort table, shape (profiles, ages), at least 1."""
        table = self.scenario.life_table
        rows = []
        for sex, born in zip(self.sex, self.birth_year, strict=True):
            left = table.years_left(int(sex), int(born))
            rows.append(np.interp(AGES, table.ages, left))
        return np.maximum(np.array(rows), 1.0)

    # --- by job and place ----------------------------------------------------------------------

    @cached_property
    def income_by_job(self) -> Number:
        """Gross income a month, shape (jobs, ages)."""
        return np.array([_by_age(self.scenario.incomes[job.income]) for job in self.scenario.jobs])

    def usual_income(self, job: Code, age: Code, pace: Rate) -> Number:
        """Gross income of a month without luck, at an age and pace, yuan, shape (n,)."""
        return np.asarray(self.income_by_job[job, np.minimum(age, LAST_AGE)] * pace)

    @cached_property
    def income_spread(self) -> Rate:
        """Relative spread of a year's income by job."""
        return np.array([self.scenario.incomes[j.income].spread for j in self.scenario.jobs])

    def _of_jobs(self, name: str) -> Number:
        return np.array([getattr(job, name) for job in self.scenario.jobs], dtype=np.float64)

    @cached_property
    def job_kind(self) -> Code:
        """Kind of work by job."""
        return np.array([job.kind for job in self.scenario.jobs], dtype=np.int64)

    @cached_property
    def job_label(self) -> Code:
        """What each job is in conditions: itself, or the one whose pay alone differs."""
        jobs = enumerate(self.scenario.jobs)
        return np.array([k if job.like < 0 else job.like for k, job in jobs], dtype=np.int64)

    @cached_property
    def job_hours(self) -> Number:
        """Usual hours a week by job."""
        return self._of_jobs("hours_per_week")

    @cached_property
    def job_costs(self) -> Number:
        """Fixed costs of work a month by job."""
        return self._of_jobs("costs_per_month")

    @cached_property
    def job_road_risk(self) -> Number:
        """Road risk by job, 1 for a full-time rider."""
        return self._of_jobs("road_risk")

    @cached_property
    def job_has_subsidy(self) -> Flag:
        """Whether the platform of a job pays back a part of the employee pension."""
        return np.array([job.has_subsidy for job in self.scenario.jobs], dtype=bool)

    @cached_property
    def injury_kind(self) -> Code:
        """Kind of work as injury cover sees it: on orders, under a contract, or neither."""
        kinds = {"order": Work.ORDER, "contract": Work.CONTRACT, "none": Work.STREAM}
        return np.array([kinds[job.injury_cover] for job in self.scenario.jobs], dtype=np.int64)

    @cached_property
    def rent(self) -> Number:
        """Rent a month by place."""
        return np.array([place.rent_per_month for place in self.scenario.places])

    # --- names ---------------------------------------------------------------------------------

    @cached_property
    def variable_index(self) -> dict[str, int]:
        """Row of ``my.<id>``."""
        return {variable.id: row for row, variable in enumerate(self.scenario.variables)}

    @cached_property
    def goal_index(self) -> dict[str, int]:
        """Row of ``knows.<goal>``."""
        return {goal: row for row, goal in enumerate(self.scenario.goals)}

    # --- events --------------------------------------------------------------------------------

    @property
    def _coming(self) -> list[Event]:
        return [e for e in self.scenario.events if self.only is None or e.index in self.only]

    @cached_property
    def crossroads(self) -> tuple[Event, ...]:
        """Certain events, most pressing first."""
        return tuple(sorted((e for e in self._coming if e.at), key=lambda e: -e.priority))

    @cached_property
    def _crossroad_moments(self) -> NDArray[np.int64]:
        """Age and calendar year of each certain event, shape (crossroads, 2), −1 where unsaid."""
        moments = [event.at for event in self.crossroads if event.at is not None]
        rows = [[-1 if m.age is None else m.age, -1 if m.year is None else m.year] for m in moments]
        return np.array(rows, dtype=np.int64).reshape(-1, 2)

    def crossroads_of(self, youngest: int, oldest: int, year: int) -> list[Event]:
        """Certain events that may be due to lives of these ages this year, most pressing first."""
        ages, years = self._crossroad_moments.T
        due = ((ages >= youngest) & (ages <= oldest)) | (years == year)
        return [self.crossroads[row] for row in indices_of(due)]

    @cached_property
    def drawn(self) -> tuple[Event, ...]:
        """Events with a chance, most pressing first."""
        events = (e for e in self._coming if e.hazard is not None)
        return tuple(sorted(events, key=lambda e: -e.priority))

    @cached_property
    def drawn_index(self) -> Code:
        """Index of each drawn event, shape (drawn,)."""
        return np.array([event.index for event in self.drawn], dtype=np.int64)

    @cached_property
    def drawn_limit(self) -> Code:
        """How often each drawn event comes at most, shape (drawn,)."""
        return np.array([event.limit for event in self.drawn], dtype=np.int64)

    @cached_property
    def drawn_rest(self) -> Code:
        """Years each drawn event leaves between, shape (drawn,)."""
        return np.array([event.every_years for event in self.drawn], dtype=np.int64)

    @cached_property
    def whose(self) -> Flag:
        """Whether each drawn event can be of each person at all, shape (profiles, drawn)."""
        people = self.scenario.profiles
        rows = [[can_be_of(event, who) for event in self.drawn] for who in people]
        return np.array(rows, dtype=bool).reshape(len(people), len(self.drawn))

    def open_at(self, youngest: int, oldest: int, profile: int) -> Code:
        """Which drawn events may come to lives of these ages, all of one profile or of any (−1)."""
        key = (youngest, oldest, profile)
        found = self._open.get(key)
        if found is None:
            is_open = self.probability_bounds[:, youngest : oldest + 1].any(axis=1)
            is_whose = self.whose.any(axis=0) if profile < 0 else self.whose[profile]
            found = self._open[key] = np.flatnonzero(is_open & is_whose)
        return found

    @cached_property
    def by_later(self) -> tuple[Event, ...]:
        """Events that come as a later consequence, most pressing first."""
        events = (e for e in self._coming if e.by_later)
        return tuple(sorted(events, key=lambda e: -e.priority))

    @cached_property
    def probability_bounds(self) -> Rate:
        """An upper bound of the yearly chance of each drawn event by age, (drawn, ages).

        0 outside its window, so that one comparison finds the few lives it may hit.
        """
        return np.array([self._bound(event) for event in self.drawn]).reshape(-1, len(AGES))

    def _bound(self, event: Event) -> Rate:
        hazard = event.hazard
        assert hazard is not None
        bound = np.ones(len(AGES))
        if hazard.constant is not None:
            bound = np.full(len(AGES), hazard.constant)
        elif hazard.table is not None and hazard.by is not None and hazard.by.names == {"age"}:
            bound = hazard.table.at(AGES.astype(np.float64))
        most = 1.0
        for factor, _ in hazard.factors:
            most *= max(factor, 1.0)
        bound = 1 - (1 - np.minimum(bound, 1.0)) ** most + 1e-9
        return np.where((event.age_low <= AGES) & (event.age_high >= AGES), bound, 0.0)
