"""Twins as the screen shows them: one person, one luck, two lives year by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from game.core.life import Lives
from game.core.text import Text
from game.play import phrases
from game.play.cards import SEASONS
from game.play.desk import Desk, GoesOn
from game.play.life_view import sex_of, work_of
from game.play.notes import PAYERS, StormNote, YearNote, note_of
from game.play.recording import PlayedLife
from game.play.turning_points import event_words
from game.play.twin_view import TwinBill, TwinPlan, TwinSide, TwinStorm, TwinStory, TwinYear
from game.play.umbrella_view import rib_reasons, umbrella_view
from game.play.views import PayerView
from game.play.year_lines import weather_of, year_lines
from game.scenario.verbs import PlanFields
from game.scoring.open_loop import COVERS
from game.scoring.replay import Flip
from game.scoring.side_by_side import Side, alone, sides_beside, strategies_beside
from game.scoring.umbrella import earned_right
from game.sim.engine import Engine
from game.sim.history import LivedYear
from game.sim.strategies import STRATEGIES
from game.sim.world import World

LANE: Final = "twins"
SHOWN: Final = (
    "employee_lowest",
    "never_insured",
    "resident",
    "never_insured_saver",
    "employee_highest",
    "prudent",
)
YOU: Final = "you"
FLIP: Final = "flip:"
AS_LIVED: Final = Text("as you lived it", "你走过的路")
VARIED: Final = Text("with the other choice", "换个选择")
STORM: Final = 3_000.0
"""A bill from which the two lives stop to look at each other, yuan."""
PAID: Final = Text(
    "paid {yuan:yuan} a month for {years} years", "每月缴 {yuan:yuan}，缴了 {years} 年"
)
PAID_ONCE: Final = Text("paid {yuan:yuan} a month for a year", "每月缴 {yuan:yuan}，缴了一年")
KEPT: Final = Text("kept the money in hand", "钱都留在手里")
BY_CHOICE: Final = {
    "never_insured": Text("insured under contract only", "只在合同期内参保"),
    "never_insured_saver": Text(
        "insured under contract only, the price saved", "只在合同期内参保，保费存起来"
    ),
}
"""Names of those who insure nothing themselves, where an employer insures them for a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TwinsQuestion:
    """How do two lives of one person go on one luck?

    Attributes:
        profile: index of the profile.
        seed: of the luck.
        left: id of a twin plan.
        right: id of another.
        life: the played life, where a side is one of its variations.
    """

    profile: int
    seed: int
    left: str
    right: str
    life: PlayedLife | None = None

    def answers(self, engine: Engine, goes_on: GoesOn) -> Iterator[TwinStory]:
        """The whole story at once."""
        yield twin_story(engine, self)


def twin_story(engine: Engine, asked: TwinsQuestion) -> TwinStory:
    """Live both, and tell every year."""
    names = (asked.left, asked.right)
    if asked.life is None:
        years = strategies_beside(engine, asked.profile, asked.seed, names)
    else:
        years = sides_beside(engine, asked.life.recorded, [side_of(name) for name in names])
    world = engine.world
    tellers = (_Teller(engine, asked.profile, 0), _Teller(engine, asked.profile, 1))
    told = tuple(_year(tellers, year) for year in years)
    ages = [teller.first_pension for teller in tellers if teller.first_pension]
    left, right = (
        twin_plan(name, has_contract=teller.has_contract)
        for name, teller in zip(names, tellers, strict=True)
    )
    return TwinStory(
        name=world.scenario.profiles[asked.profile].name,
        plans=(left, right),
        claim_age=min(ages) if ages else int(world.old_age_line[asked.profile]),
        years=told,
    )


def twin_plan(name: str, *, has_contract: bool = False) -> TwinPlan:
    """A way to live, by id; under a contract nobody is without insurance."""
    if has_contract and name in BY_CHOICE:
        return TwinPlan(id=name, label=BY_CHOICE[name])
    if name == YOU:
        return TwinPlan(id=name, label=AS_LIVED)
    if name.startswith(FLIP):
        return TwinPlan(id=name, label=VARIED)
    return TwinPlan(id=name, label=STRATEGIES[name].name)


def side_of(name: str) -> Side:
    """What a side of a played life is lived by."""
    if name == YOU:
        return None
    if name.startswith(FLIP):
        return flip_of(name.removeprefix(FLIP))
    return name


def flip_of(point: str) -> Flip:
    """The flip that the id of a turning point names.

    Raises:
        ValueError: it names none.
    """
    year, _, what = point.partition("/")
    name, is_plan, value = what.partition("=")
    if is_plan and name in PlanFields.__dataclass_fields__:
        return Flip(year=int(year), field=name, value=float(value))
    event, occurrence, choice = what.split(".")
    return Flip(year=int(year), event=event, occurrence=int(occurrence), choice=choice)


# --- one year ------------------------------------------------------------------------------------


class _Teller:
    """Tells the years of one of the two lives, remembering the earlier ones."""

    def __init__(self, engine: Engine, profile: int, column: int) -> None:
        self._engine, self._profile, self._column = engine, profile, column
        self.notes: list[YearNote] = []
        self.lines: tuple[Text, ...] = ()
        self.first_pension = 0
        self._after: Lives | None = None
        self._right = 0.0

    @property
    def world(self) -> World:
        """The scenario."""
        return self._engine.world

    @property
    def note(self) -> YearNote:
        """The last year lived."""
        return self.notes[-1]

    @property
    def has_contract(self) -> bool:
        """Whether an employer has insured this life in some month."""
        return any(note.months_contract for note in self.notes)

    def live(self, year: LivedYear) -> bool:
        """Take in a year; false when this life was over before."""
        opened, record, after = alone(year, self._column)
        if not record.is_lived[0]:
            self.lines = ()
            return False
        note = note_of(self.world, opened, record, after)
        self.lines = year_lines(self.world, self._profile, self.notes, note, opened, after)
        self.notes.append(note)
        self._after = after
        self._right = float(earned_right(self.world, self.world.figures(note.year), after)[0])
        if note.pensions > 0 and not self.first_pension:
            self.first_pension = note.age
        return True

    def side(self, only_here: Sequence[Text], *, lived: bool) -> TwinSide:
        """How this life stands after the year."""
        note, lives, scenario = self.note, self._after, self.world.scenario
        assert lives is not None
        months = [met.month for met in note.met]
        scoring = scenario.scoring
        return TwinSide(
            age=note.age,
            sex=sex_of(self._engine, lives),
            season=SEASONS[months[0]] if months else (note.year % 4),
            weather=weather_of(note, self.world) if lived else "clear",
            work=work_of(self._engine, lives),
            place_kind=scenario.places[int(lives.place[0])].kind,
            picture=scenario.jobs[int(lives.job[0])].picture,
            has_partner=bool(lives.family.has_partner[0]),
            child_ages=tuple(int(age) for age in lives.family.child_age[:, 0] if age >= 0),
            is_mother_alive=bool(lives.family.mother_age[0] > 0),
            umbrella=umbrella_view(
                note.solid,
                note.hatched,
                note.applies,
                scoring["rib_holds"],
                rib_reasons(note, scoring["medical_share"]),
            ),
            note=self._note(),
            wealth=note.cash - note.debt,
            pension_per_month=note.pensions / 12 if note.pensions > 0 else self._right,
            is_alive=lived and not note.has_died,
            lines=tuple(only_here),
            pension_from=self.first_pension,
        )

    def _note(self) -> Text:
        paid = [note.contributions for note in self.notes if note.contributions > 0]
        if not paid:
            return KEPT
        words = PAID if len(paid) > 1 else PAID_ONCE
        return words.filled({"yuan": sum(paid) / len(paid) / 12, "years": len(paid)})


def _year(tellers: tuple[_Teller, _Teller], year: LivedYear) -> TwinYear:
    one, other = tellers
    lived = (one.live(year), other.live(year))
    here = (_only_here(one, other, lived), _only_here(other, one, (lived[1], lived[0])))
    return TwinYear(
        age=max(one.note.age, other.note.age),
        year=year.record.year,
        sides=(one.side(here[0], lived=lived[0]), other.side(here[1], lived=lived[1])),
        storm=_storm(tellers, lived),
    )


def _only_here(one: _Teller, other: _Teller, lived: tuple[bool, bool]) -> tuple[Text, ...]:
    """Lines of one life that the other does not have, and the choices it made otherwise."""
    if not lived[0]:
        return ()
    lines = [line for line in one.lines if line not in other.lines]
    if lived[1]:
        elsewhere = {met.event: met.choice for met in other.note.met}
        lines += [
            event_words(one.world.scenario, met.event, met.choice)
            for met in one.note.met
            if met.choice and elsewhere.get(met.event, met.choice) != met.choice
        ]
    return tuple(lines)


def _storm(tellers: tuple[_Teller, _Teller], lived: tuple[bool, bool]) -> TwinStorm | None:
    """The largest bill of the year on either side, and what it was on both."""
    storms = [
        {storm.event: storm for storm in teller.note.storms} if is_lived else {}
        for teller, is_lived in zip(tellers, lived, strict=True)
    ]
    every = [storm for side in storms for storm in side.values()]
    largest = max(every, key=lambda storm: storm.total, default=None)
    if largest is None or largest.total < STORM:
        return None
    titles = {event.id: event.title for event in tellers[0].world.scenario.events}
    left, right = (side.get(largest.event) for side in storms)
    return TwinStorm(title=titles[largest.event], bills=(_bill(left), _bill(right)))


def _bill(storm: StormNote | None) -> TwinBill | None:
    if storm is None:
        return None
    payers = tuple(
        PayerView(who=phrases.PAYER_NAMES[name], yuan=storm.payers[name], is_self=name == "own")
        for name in PAYERS
        if storm.payers[name] >= 0.5
    )
    return TwinBill(total=storm.total, payers=payers, own=storm.payers["own"])


# --- at the desk ---------------------------------------------------------------------------------


@dataclass(slots=True)
class TwinsDesk:
    """Twins of one person and luck: implements ``twin_view.Twins``.

    Attributes:
        desk: that lives them.
        profile: index of the profile.
        seed: of the luck.
        life: a played life, whose answers both sides then give.
    """

    desk: Desk
    profile: int
    seed: int
    life: PlayedLife | None = None
    _story: TwinStory | None = field(init=False, default=None)

    def plans(self) -> tuple[TwinPlan, ...]:
        """The ways to live there are to choose from."""
        if self.life is None:
            return tuple(twin_plan(name) for name in SHOWN)
        has_contract = any(note.months_contract for note in self.life.notes)
        names = (name for name in (YOU, *SHOWN) if name in COVERS)
        return tuple(twin_plan(name, has_contract=has_contract) for name in names)

    def begin(self, left: str, right: str) -> None:
        """Live two plans on the same luck, in place of what was begun before."""
        self._story = None
        question = TwinsQuestion(
            profile=self.profile, seed=self.seed, left=left, right=right, life=self.life
        )
        self.desk.ask(LANE, question)

    def story(self) -> TwinStory | None:
        """The two lives, once they are lived."""
        for part in self.desk.poll(LANE):
            self._story = part
        return self._story
