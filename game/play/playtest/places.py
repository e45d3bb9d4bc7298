"""Where the things of a pack are written, and which of its events are its own."""

from __future__ import annotations

from game.core.diagnostics import Place
from game.core.source import MapNode, Node
from game.scenario.compiler import Loaded
from game.scenario.model import Event, Scenario


def place_of(loaded: Loaded, section: str, name: str = "", *path: str) -> Place | None:
    """Where a thing of the pack, or a key inside it, is written."""
    entry = loaded.merged.sections.get(section, {}).get(name)
    if entry is None:
        single = loaded.merged.single.get(section) or loaded.merged.single.get("id")
        return single.key.place if single is not None else None
    place, node = entry.key.place, entry.value
    for key in path:
        child = _child(node, key)
        if child is None:
            break
        place, node = child
    return place


def own_events(loaded: Loaded, scenario: Scenario) -> list[Event]:
    """The events the pack itself writes; all where it has no parent, or writes none."""
    parents = tuple(prefix for prefix in loaded.merged.packs if prefix)
    own = [
        event
        for event in scenario.events
        if parents
        and (place := place_of(loaded, "events", event.id)) is not None
        and not place.file.startswith(parents)
    ]
    return own or list(scenario.events)


def own_parameters(loaded: Loaded, scenario: Scenario) -> tuple[str, ...]:
    """Numbers of law the pack writes or changes itself; none where it has no parent."""
    parents = tuple(prefix for prefix in loaded.merged.packs if prefix)
    if not parents:
        return ()
    written = loaded.merged.sections.get("parameters", {})
    own = {name for name, entry in written.items() if not entry.key.place.file.startswith(parents)}
    own |= set(scenario.changed_figures)
    return tuple(name for name in scenario.law.parameters if name in own)


def _child(node: Node, key: str) -> tuple[Place, Node] | None:
    if not isinstance(node, MapNode):
        return None
    entry = next((entry for entry in node.entries if entry.key.text == key), None)
    return None if entry is None else (entry.key.place, entry.value)


def percent(share: float) -> str:
    """A share in words."""
    digits = 0 if share >= 0.1 or share == 0 else 1 if share >= 0.001 else 2
    return f"{100 * share:.{digits}f}%"
