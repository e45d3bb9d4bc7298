"""A closed year in a few words, and its weather."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from game.core.life import Lives
from game.core.text import Text
from game.play import phrases
from game.play.notes import YearNote
from game.sim.world import World

Weather: TypeAlias = Literal["dawn", "clear", "haze", "rain", "storm"]

HEAVY_BILL = 15_000.0
_RAINY = {"illness", "accident"}


def year_lines(
    world: World,
    profile: int,
    before: Sequence[YearNote],
    note: YearNote,
    opened: Lives,
    after: Lives,
) -> tuple[Text, ...]:
    """What happened that was not asked about, most telling first; a gap only when it begins."""
    lines: list[Text] = []
    if note.has_died:
        name = world.scenario.profiles[profile].name
        lines.append(phrases.LINE_DIED.filled({"name": name}))
    if note.draws_pension and not any(earlier.draws_pension for earlier in before):
        lines.append(phrases.LINE_PENSION.filled({"pension": note.pensions / 12}))
    if opened.family.mother_age[0] > 0 and after.family.mother_age[0] == 0:
        lines.append(phrases.LINE_MOTHER)
    if opened.family.father_age[0] > 0 and after.family.father_age[0] == 0:
        lines.append(phrases.LINE_FATHER)
    last = before[-1] if before else None
    if note.months_gap and not (last and last.months_gap):
        lines.append(phrases.LINE_GAP.filled({"months": note.months_gap}))
    if note.months_medical_gap and not (last and last.months_medical_gap):
        lines.append(phrases.LINE_GAP_MEDICAL)
    titles = {event.id: event.title for event in world.scenario.events}
    lines.extend(titles[met.event] for met in note.met if met.event in titles)
    if note.debt > 1.2 * (last.debt if last else 0.0) + 1:
        lines.append(phrases.LINE_DEBT.filled({"debt": note.debt}))
    return tuple(lines)


def weather_of(note: YearNote, world: World) -> Weather:
    """Weather is risk: dawn at the start, a storm by what the year took."""
    kinds = {event.id: event.kind for event in world.scenario.events}
    met = {kinds[m.event] for m in note.met if m.event in kinds}
    bills = sum(storm.total for storm in note.storms)
    if bills >= HEAVY_BILL:
        return "storm"
    if bills > 0 or met & _RAINY:
        return "rain"
    if "money" in met or note.months_gap or note.debt > 0:
        return "haze"
    start = int(world.start_age.min())
    return "dawn" if note.age == start else "clear"
