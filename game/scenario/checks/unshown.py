"""What a pack says that is kept and checked, and that players do not see yet: told once each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from game.core.source import Entry, ListNode, MapNode, Node, ScalarNode
from game.core.text import Text
from game.scenario.merge import Merged
from game.scenario.reader import Reader

_SECTIONS: Final[Mapping[str, Text]] = {
    "letters": Text("letters", "通知"),
    "nudges": Text("nudges", "提醒"),
    "quiz": Text("quiz questions", "测验题"),
}
_DEBRIEF: Final = Text("lines of the debrief", "总结")
_SAYINGS: Final = Text("lines written with `say`", "用 `say` 写的话")
_PICTURES: Final = Text(
    "pictures of events and places, and your own files", "事件、地点和自备的图片"
)
_DRAWN: Final = frozenset({"profiles", "jobs"})
"""Sections whose pictures the game draws where they are its own."""


def check_unshown(
    merged: Merged, sections: Mapping[str, Mapping[str, Entry]], reader: Reader
) -> None:
    """A tip at the first letter, nudge, question, line of the debrief, `say` and picture.

    Args:
        merged: the pack as nodes; only its own files are looked at.
        sections: the same, by id.
        reader: whose findings it goes to.
    """
    own = {root.file.name for root in merged.own}
    for section, what in _SECTIONS.items():
        mine = (entry.key for entry in sections[section].values() if entry.key.file.name in own)
        _tell(next(mine, None), what, reader)
    lines = (node for node in merged.lists.get("debrief", ()) if node.place.file in own)
    _tell(next(lines, None), _DEBRIEF, reader)
    written = [entry for entry in sections["events"].values() if entry.key.file.name in own]
    _tell(next(_sayings(written), None), _SAYINGS, reader)
    _tell(next(_pictures(sections, own), None), _PICTURES, reader)


def _tell(node: Node | None, what: Text, reader: Reader) -> None:
    if node is not None:
        reader.report("SC215", node, severity="tip", what=what)


def _sayings(entries: list[Entry]) -> Iterator[ScalarNode]:
    """Keys of the effect `say` anywhere in some events, in written order."""
    stack: list[Node] = [entry.value for entry in reversed(entries)]
    while stack:
        here = stack.pop()
        if isinstance(here, MapNode):
            stack += [entry.value for entry in reversed(here.entries)]
        elif isinstance(here, ListNode):
            stack += reversed(here.items)
            effects = (item for item in here.items if isinstance(item, MapNode))
            yield from (
                entry.key for item in effects for entry in item.entries if entry.key.text == "say"
            )


def _pictures(sections: Mapping[str, Mapping[str, Entry]], own: set[str]) -> Iterator[ScalarNode]:
    """Keys of pictures that nothing draws."""
    for section in ("profiles", "places", "jobs", "events"):
        for entry in sections[section].values():
            for each in entry.value.entries if isinstance(entry.value, MapNode) else ():
                if each.key.text != "picture" or each.key.file.name not in own:
                    continue
                name = each.value.text if isinstance(each.value, ScalarNode) else ""
                if section not in _DRAWN or "/" in name:
                    yield each.key
