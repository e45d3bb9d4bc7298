"""What is worked out after a life: turning points, the same luck with other cover, luck and choice.

Made in parts, the quickest first, at the desk or in place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from game.core.text import Text
from game.play import phrases
from game.play.desk import Desk, GoesOn
from game.play.luck import luck_view
from game.play.luck_view import LuckView
from game.play.recording import PlayedLife
from game.play.shares import in_people
from game.play.turning_points import turning_view
from game.play.turning_view import ComparedLife, TurningView
from game.scoring.compared import Affordable, Compared, affordable_base, compared
from game.scoring.luck import LUCKS, luck_and_choice
from game.scoring.replay import script_of
from game.scoring.turning_points import Turning, turning_points
from game.sim.affordable import WITHOUT_GAP
from game.sim.engine import Engine

LANES: Final = ("review", "review/luck")
SAME_SCORE: Final = 0.0021
"""A score of notes and one of a column differ by the rounding of both at most."""
LABELS: Final = {
    "you": Text("You", "你"),
    "never_insured": Text("Never insured", "从不参保"),
    "never_insured_saver": Text("Never insured, the price saved", "从不参保，把保费存起来"),
    "resident": Text("Resident schemes", "居民养老＋居民医保"),
    "employee_lowest": Text("Employee schemes, lowest base", "职工养老＋职工医保，最低基数"),
    "highest_affordable": Text(
        "Employee schemes, {base:percent} base, the highest you could keep paying",
        "职工养老＋职工医保，{base:percent} 基数（缴得起的最高档）",
    ),
}
LOWEST_IS_HIGHEST: Final = Text(
    "Employee schemes, lowest base, the highest you could keep paying",
    "职工养老＋职工医保，最低基数（缴得起的最高档）",
)
LOWEST_LAPSES: Final = Text(
    "Employee schemes, lowest base; even that misses months in {share} lucks",
    "职工养老＋职工医保，最低基数（就这样，{share}还会断缴）",
)
UNDER_CONTRACT: Final = {
    "never_insured": phrases.NEVER_BY_CHOICE,
    "never_insured_saver": phrases.NEVER_BY_CHOICE_SAVER,
}
"""Labels of those who insure nothing themselves, in a life that had an employer."""
Finding: TypeAlias = "TurningView | LuckView | tuple[ComparedLife, ...]"


def choice_parts(engine: Engine, life: PlayedLife, lucks: int = LUCKS) -> Iterator[Finding]:
    """Turning points, comparisons, then comparisons with the highest base; none under a contract,
    where the base is the wage.

    A life that was lived in part under another edition of its pack cannot be replayed: it has no
    turning points, and its comparisons are those of its answers under this edition.
    """
    yield turning_view(engine.world, turning_of(engine, life))
    yield compared_lives(engine, life, compared(engine, life.recorded))
    if not _has_contract(life):
        found = affordable_base(engine, life.recorded, lucks)
        rows = compared(engine, life.recorded, None if found.is_lowest else found.base)
        yield compared_lives(engine, life, rows, found)


def luck_parts(engine: Engine, life: PlayedLife, lucks: int = LUCKS) -> Iterator[Finding]:
    """Luck and choice, of the life's answers under this edition of its pack."""
    score = life.score(engine.world)
    luck = luck_and_choice(engine, life.recorded, score, lucks)
    has_old_age = any(note.is_old for note in life.notes)
    yield luck_view(luck, has_contract=_has_contract(life), has_old_age=has_old_age)


def turning_of(engine: Engine, life: PlayedLife) -> Turning:
    """The turning points of a life; none if it does not replay to what it was."""
    recorded = life.recorded
    turning = turning_points(engine, recorded, script_of(engine, recorded))
    is_exact = abs(turning.score - life.score(engine.world)) <= SAME_SCORE
    if is_exact and life.is_of(engine.world):
        return turning
    return Turning(points=(), decisions=turning.decisions, score=turning.score)


def compared_lives(
    engine: Engine, life: PlayedLife, rows: list[Compared], affordable: Affordable | None = None
) -> tuple[ComparedLife, ...]:
    """The player's own life as it was, then the others; points only where years are the same.

    A row that is another one to the yuan says nothing and is left out.
    """
    labels = LABELS
    if _has_contract(life):
        labels = {**LABELS, **UNDER_CONTRACT}
    if affordable is not None and affordable.is_lowest:
        labels = {**labels, "employee_lowest": _lowest(affordable)}
    shown = [_played(engine, life)]
    for row in rows:
        if row.id == "you":
            continue
        other = _other(row, labels[row.id], shown[0].lived_to)
        if not any(_is_same(each, other) for each in shown):
            shown.append(other)
    return tuple(shown)


def _lowest(affordable: Affordable) -> Text:
    """The lowest base where it is the highest one that can be kept up, or not even that."""
    if affordable.share_without_gap >= WITHOUT_GAP:
        return LOWEST_IS_HIGHEST
    return LOWEST_LAPSES.filled({"share": in_people(1 - affordable.share_without_gap)})


def _is_same(one: ComparedLife, other: ComparedLife) -> bool:
    """Whether two rows would show the same figures."""
    money = (one.yuan_per_month - other.yuan_per_month, one.bills - other.bills)
    is_same_money = all(abs(each) < 0.5 for each in money)
    is_same_score = round(one.score or 0.0) == round(other.score or 0.0)
    years = one.years_below_floor, one.lived_to
    is_same_time = years == (other.years_below_floor, other.lived_to)
    return is_same_money and is_same_score and is_same_time


def _has_contract(life: PlayedLife) -> bool:
    return any(note.months_contract for note in life.notes)


def _played(engine: Engine, life: PlayedLife) -> ComparedLife:
    notes = life.notes
    old = [note for note in notes if note.is_old]
    incomes = [note.pensions + note.aid for note in old]
    return ComparedLife(
        id="you",
        label=LABELS["you"],
        yuan_per_month=sum(incomes) / 12 / len(old) if old else 0.0,
        bills=sum(note.own_bills for note in notes),
        years_below_floor=sum(
            income < 12 * note.basket for income, note in zip(incomes, old, strict=True)
        ),
        score=life.score(engine.world),
        lived_to=notes[-1].age,
        is_player=True,
    )


def _other(row: Compared, label: Text, own_age: int) -> ComparedLife:
    return ComparedLife(
        id=row.id,
        label=label if row.base is None else label.filled({"base": row.base}),
        yuan_per_month=row.income_per_month,
        bills=row.own_bills,
        years_below_floor=row.years_short,
        score=row.score if row.lived_to == own_age else None,
        lived_to=row.lived_to,
        is_player=False,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceQuestion:
    """What did my choices do?"""

    life: PlayedLife
    lucks: int = LUCKS

    def answers(self, engine: Engine, goes_on: GoesOn) -> Iterator[Finding]:
        """The parts as they get ready."""
        return choice_parts(engine, self.life, self.lucks)


@dataclass(frozen=True, slots=True, kw_only=True)
class LuckQuestion:
    """What did luck do?"""

    life: PlayedLife
    lucks: int = LUCKS

    def answers(self, engine: Engine, goes_on: GoesOn) -> Iterator[Finding]:
        """One part."""
        return luck_parts(engine, self.life, self.lucks)


@dataclass(slots=True)
class FindingsDesk:
    """Findings about an ended life: implements ``turning_view.Findings``."""

    desk: Desk
    life: PlayedLife
    lucks: int = LUCKS
    _turning: TurningView | None = field(init=False, default=None)
    _luck: LuckView | None = field(init=False, default=None)
    _compared: tuple[ComparedLife, ...] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        """Begin at once."""
        choice, luck = LANES
        self.desk.ask(choice, ChoiceQuestion(life=self.life, lucks=self.lucks))
        self.desk.ask(luck, LuckQuestion(life=self.life, lucks=self.lucks))

    def _take_in(self) -> None:
        for part in (part for lane in LANES for part in self.desk.poll(lane)):
            if isinstance(part, TurningView):
                self._turning = part
            elif isinstance(part, LuckView):
                self._luck = part
            else:
                self._compared = part

    def turning(self) -> TurningView | None:
        """The turning points, once they are there."""
        self._take_in()
        return self._turning

    def luck(self) -> LuckView | None:
        """Luck and choice, once they are there."""
        self._take_in()
        return self._luck

    def compared(self) -> tuple[ComparedLife, ...] | None:
        """The same life with other cover, the player's own first, once it is there."""
        self._take_in()
        return self._compared

    @property
    def is_ready(self) -> bool:
        """Whether all of it is there."""
        return not any(self.desk.is_open(lane) for lane in LANES)
