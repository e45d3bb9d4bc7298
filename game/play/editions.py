"""A saved life under another edition of its pack: what stood by number is found by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from game.scenario.model import Scenario

_EVENT_ROWS = {"count": 0, "last_year": 0, "last_choice": -1, "due_year": 0}
_PLACE_ROWS = {"months_by_place": 0.0, "last_paid_by_place": -1.0}


def names_of(scenario: Scenario) -> dict[str, list[str]]:
    """The order in which an edition lists what a life refers to by number."""
    return {
        "events": [event.id for event in scenario.events],
        "choices": [",".join(choice.id for choice in event.choices) for event in scenario.events],
        "goals": list(scenario.goals),
        "variables": [variable.id for variable in scenario.variables],
        "places": [place.id for place in scenario.places],
        "jobs": [job.id for job in scenario.jobs],
    }


def renumbered(
    lives: Mapping[str, Any], old: Mapping[str, Sequence[str]], scenario: Scenario
) -> Mapping[str, Any]:
    """The plain values of a life with its numbers in the order of the present edition.

    What the present edition no longer has is forgotten; what is new has not happened yet.

    Raises:
        KeyError, ValueError: the life stands in a place or a job that is no more.
    """
    new = names_of(scenario)
    if all(list(old[kind]) == new[kind] for kind in new):
        return lives
    memory, rights = dict(lives["memory"]), dict(lives["rights"])
    for name, empty in _EVENT_ROWS.items():
        memory[name] = _rows(memory[name], old["events"], new["events"], [empty])
    for event, choices in zip(new["events"], new["choices"], strict=True):
        if event in old["events"] and old["choices"][list(old["events"]).index(event)] != choices:
            memory["last_choice"][new["events"].index(event)] = [-1]
    starts = {variable.id: [variable.start] for variable in scenario.variables}
    memory["my"] = [
        _rows(memory["my"], old["variables"], [name], starts[name])[0] for name in new["variables"]
    ]
    memory["knows"] = _rows(memory["knows"], old["goals"], new["goals"], [False])
    for name, nothing in _PLACE_ROWS.items():
        rights[name] = _rows(rights[name], old["places"], new["places"], [nothing])
    return {
        **lives,
        "memory": memory,
        "rights": rights,
        "place": [new["places"].index(old["places"][lives["place"][0]])],
        "job": [new["jobs"].index(old["jobs"][lives["job"][0]])],
    }


def _rows(
    rows: Sequence[Any], old: Sequence[str], new: Sequence[str], empty: Sequence[Any]
) -> list[Any]:
    """Rows found by name; an empty one for a name that was not there."""
    by_name = dict(zip(old, rows, strict=True))
    return [by_name.get(name, list(empty)) for name in new]
