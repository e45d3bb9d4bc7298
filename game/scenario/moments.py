"""Reads when a letter, a nudge or a question may come."""

from __future__ import annotations

from typing import Final

from game.core.source import Node, ScalarNode
from game.core.text import Text
from game.scenario.events import NO_LIMIT, Limit
from game.scenario.quantities import AGE, COUNT
from game.scenario.reader import Reader
from game.scenario.scalars import Reference
from game.scenario.schema import Custom, Fields, Key, Record
from game.scenario.teaching import Moment

_PLACE: Final = Reference(section="places", what="place")
_EVENT: Final = Key(
    name="event", shape=Reference(section="events", what="event"), label=Text("event", "事件")
)
_AGE: Final = Key(name="age", shape=AGE, label=Text("age", "年龄"))
_TURN: Final = Key(name="turn", shape=COUNT, label=Text("turn", "回合"))


def _move_to(node: Node, reader: Reader) -> int | None:
    """A place, or ``any``, told as −1."""
    if isinstance(node, ScalarNode) and node.text == "any":
        return -1
    return _PLACE.read(node, reader)


_MOVE: Final = Key(
    name="move", shape=Custom(function=_move_to, forms=(_PLACE,)), label=Text("move to", "搬到")
)


def _moment(fields: Fields, reader: Reader) -> Moment | None:
    event, age, turn, move = (
        fields.get(_EVENT),
        fields.get(_AGE),
        fields.get(_TURN),
        fields.get(_MOVE),
    )
    if sum(fields.has(key) for key in (_EVENT, _AGE, _TURN, _MOVE)) != 1:
        reader.report("SC410", reader.owner_place)
        return None
    return Moment(
        event=event,
        age=None if age is None else int(age),
        turn=None if turn is None else int(turn),
        is_move=move is not None,
        place=None if move is None or move < 0 else move,
    )


MOMENT: Final = Record(
    noun=Text("moment", "时点"), keys=(_EVENT, _AGE, _TURN, _MOVE), build=_moment
)
FREE: Final = Limit(most=NO_LIMIT)
