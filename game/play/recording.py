"""A playthrough's notes as a recorded life: what replays, comparisons and twins are made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.core.life import Scheme
from game.play.answers import Keep, answer_from_json
from game.play.notes import YearNote, all_sums
from game.scenario.model import PlanFields
from game.scoring.recorded import RecordedLife, RecordedYear
from game.scoring.score import score_of
from game.sim.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayedLife:
    """A playthrough as plain values, ready to travel to the desk's worker."""

    profile: int
    seed: int
    life: int
    """Identity of the life; 0 for whoever plays."""
    notes: tuple[YearNote, ...]

    @property
    def recorded(self) -> RecordedLife:
        """Its answers and plans."""
        return RecordedLife(
            profile=self.profile,
            seed=self.seed,
            life=self.life,
            years=tuple(_year(note) for note in self.notes),
        )

    def score(self, world: World) -> float:
        """The score of its years."""
        return float(score_of(world.scenario.scoring, all_sums(self.notes)).total[0])

    def is_of(self, world: World) -> bool:
        """Whether all of it was lived under this edition of its pack."""
        return all(note.edition == world.scenario.digest for note in self.notes)


def _year(note: YearNote) -> RecordedYear:
    return RecordedYear(
        year=note.year,
        age=note.age,
        met=tuple((met.event, met.choice) for met in note.met),
        taken=_taken(note),
        plan=_plan(note),
    )


def _taken(note: YearNote) -> PlanFields | None:
    answers = [answer_from_json(answer) for answer in note.answers]
    plans = [answer.plan for answer in answers if isinstance(answer, Keep)]
    return plans[-1] if plans else None


def _plan(note: YearNote) -> PlanFields:
    """The standing plan of a note; one kept before plans were kept whole lacks some fields."""
    plan = note.plan

    def known(name: str) -> float | None:
        return plan.get(name)

    return PlanFields(
        pension=Scheme(int(plan.get("pension", note.wants_pension))),
        medical=Scheme(int(plan.get("medical", note.wants_medical))),
        base=known("base"),
        tier=known("tier"),
        private_per_year=known("private"),
        savings=known("savings"),
        pace=known("pace"),
        can_borrow=bool(plan.get("can_borrow", False)),
        claim_age=known("claim_age"),
    )


def played_life(profile: int, seed: int, notes: Sequence[YearNote]) -> PlayedLife:
    """The playthrough of a session so far."""
    return PlayedLife(profile=profile, seed=seed, life=0, notes=tuple(notes))
