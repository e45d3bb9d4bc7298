"""All passes over a whole pack, in order."""

from __future__ import annotations

from collections.abc import Mapping

from game.core.source import Entry
from game.scenario.checks.graph import check_graph
from game.scenario.checks.possible import check_possible
from game.scenario.checks.room import check_room
from game.scenario.checks.schedule import check_schedule
from game.scenario.checks.unshown import check_unshown
from game.scenario.checks.usage import check_usage
from game.scenario.header import Clock
from game.scenario.merge import Merged
from game.scenario.model import Scenario
from game.scenario.reader import Reader
from game.scenario.top_level import noun


def check_all(
    scenario: Scenario,
    merged: Merged,
    sections: Mapping[str, Mapping[str, Entry]],
    clock: Clock,
    reader: Reader,
) -> None:
    """Tell what no single key can show.

    Args:
        scenario: the pack as read, whole or with parts left out.
        merged: its nodes.
        sections: the same, with what extends another of its section filled up.
        clock: the ages it plays.
        reader: whose findings they go to.
    """
    entries = sections["events"]
    own = {root.file.name for root in merged.own}
    for event in scenario.events:
        entry = entries[event.id]
        is_own = entry.key.file.name in own
        owned = reader.owned_by(noun("events"), entry.key)
        check_schedule(event, entry, clock, owned, is_own=is_own)
    check_graph(scenario.events, entries, reader)
    check_possible(scenario, merged, sections, clock, reader)
    check_usage(scenario, merged, sections, reader)
    check_room(scenario, merged, reader)
    check_unshown(merged, sections, reader)
