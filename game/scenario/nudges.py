"""Reads nudges: reminders in several wordings, shown by chance or by person."""

from __future__ import annotations

from typing import Any, Final, get_args

from game.core.text import Text
from game.scenario.choices import TEACHES, VALUES, with_values
from game.scenario.events import AGES, AT, LIMIT, PROBABILITY, WHEN
from game.scenario.moments import FREE
from game.scenario.quantities import POINTS
from game.scenario.reader import Reader
from game.scenario.scalars import OneOf, words
from game.scenario.schema import Fields, Key, Record
from game.scenario.source_nodes import child_of
from game.scenario.teaching import Channel, Framing, Nudge
from game.scenario.texts import TEXT

_CHANNEL: Final[Key[Channel]] = Key(
    name="channel",
    shape=OneOf(words={word: word for word in get_args(Channel)}),
    label=Text("channel", "渠道"),
    is_required=True,
    example="sms",
)
_FRAMING_KEYS: Final[dict[Framing, Key[Text]]] = {
    word: Key(name=word, shape=TEXT, label=Text(word, zh))
    for word, zh in zip(get_args(Framing), ("获益", "损失", "从众", "提醒"), strict=True)
}


def _framings(fields: Fields, reader: Reader) -> dict[Framing, Text] | None:
    read = {word: fields.get(key) for word, key in _FRAMING_KEYS.items()}
    return {word: text for word, text in read.items() if text is not None}


_FRAMINGS: Final = Key(
    name="framings",
    shape=Record(
        noun=Text("'framings'", "措辞"), keys=tuple(_FRAMING_KEYS.values()), build=_framings
    ),
    label=Text("wordings", "措辞"),
    is_required=True,
    example='{reminder: {en: "…", zh: "…"}}',
)
_ASSIGN: Final[Key[Any]] = Key(
    name="assign", shape=words("random", "by_life", *get_args(Framing)), label=Text("who", "分配")
)
_ATTENTION: Final = Key(name="attention", shape=POINTS, label=Text("attention", "关注度"))
_EFFECT: Final = Key(
    name="effect",
    shape=Record(
        noun=Text("'effect'", "作用"),
        keys=(_ATTENTION,),
        build=lambda fields, reader: fields.get(_ATTENTION),
    ),
    label=Text("effect", "作用"),
)
NUDGE: Final = Record(
    noun=Text("nudge", "提醒"),
    keys=(
        _CHANNEL,
        AGES,
        WHEN,
        PROBABILITY,
        AT,
        LIMIT,
        VALUES,
        _FRAMINGS,
        _ASSIGN,
        TEACHES,
        _EFFECT,
    ),
    build=lambda fields, reader: fields,
)


def nudge(node: Any, reader: Reader, last_age: int) -> Nudge | None:
    """One nudge of its node.

    Args:
        node: what stands behind its id.
        reader: whose owner is the nudge.
        last_age: the last age the scenario plays.
    """
    name = f"nudges.{reader.id}"
    values, reader = with_values(child_of(node, "values"), name, reader)
    fields = NUDGE.fields(node, reader)
    if fields is None:
        return None
    framings = fields.value(_FRAMINGS, {})
    assign = fields.value(_ASSIGN, "random")
    if fields.has(_FRAMINGS) and not framings:
        reader.report("SC411", reader.owner_place, owner=reader.owner)
    elif assign not in ("random", "by_life", *framings):
        entry = fields.entry(_ASSIGN)
        where = entry.value if entry else reader.owner_place
        reader.report("SC411", where, variant="assign", value=assign, known=", ".join(framings))
    hazard, at = fields.get(PROBABILITY), fields.get(AT)
    if fields.has(PROBABILITY) == fields.has(AT):
        reader.report("SC409", reader.owner_place, variant="nudge", owner=reader.owner)
    ages, limit = fields.value(AGES, (0, last_age)), fields.value(LIMIT, FREE)
    return Nudge(
        id=reader.id,
        channel=fields.value(_CHANNEL, "sms"),
        age_low=ages[0],
        age_high=ages[1],
        when=fields.get(WHEN),
        hazard=hazard,
        at=at,
        limit=limit.most,
        every_years=limit.every_years,
        values=values,
        framings=framings,
        assign=assign,
        teaches=fields.value(TEACHES, ()),
        attention=fields.value(_EFFECT, 0.0),
        chance_stream=reader.streams.index(f"{name}/chance/0"),
        framing_stream=reader.streams.index(f"{name}/framing/0"),
    )
