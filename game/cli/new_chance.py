"""How often a new pack's event comes: what the base pack takes for the same kind of thing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.cli.new_pack import Chance
from game.core.life import Work
from game.scenario.model import Event, Profile, Scenario

_LIKE: Final[Mapping[str, str]] = {
    "work": "long_slack",
    "accident": "crash_off_duty",
    "illness": "hospital_stay",
    "family": "mother_ill",
    "money": "battery_gone",
}
"""Kind → the event of the base pack that is most like what a new pack says of it."""
_RIDING: Final = "crash_on_order"
_LAW: Final = "param."


def is_rider(scenario: Scenario, who: Profile) -> bool:
    """Whether a person begins with orders on the road, where the platform's injury cover pays."""
    job = scenario.jobs[who.job]
    return job.kind == Work.ORDER and job.injury_cover == "order"


def usual_chance(scenario: Scenario, who: Profile, kind: str) -> Chance:
    """The chance to write down for an event of a kind, and where in the base pack it stands."""
    like = _RIDING if kind == "accident" and is_rider(scenario, who) else _LIKE[kind]
    event = next(each for each in scenario.events if each.id == like)
    return _told(event, scenario)


def _told(event: Event, scenario: Scenario) -> Chance:
    hazard = event.hazard
    if hazard is None or (hazard.constant is None and hazard.by is None):
        raise ValueError(f"the event {event.id} of the base pack has no chance of its own")
    if hazard.constant is not None:
        return Chance(written=f"{hazard.constant * 100:g}% per year", shown_by=event.id)
    source = "" if hazard.by is None else hazard.by.source
    parameter = scenario.law.parameters.get(source.removeprefix(_LAW))
    if parameter is None:
        return Chance(written=f'{{equals: "{source}", per: year}}', shown_by=event.id)
    value = parameter.values[-1].value
    return Chance(written=f"{value:g}% per year", shown_by=parameter.id)
