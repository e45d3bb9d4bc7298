"""Reads events: when they come, what they say and do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias, get_args

from game.core.source import MapNode, Node, ScalarNode
from game.core.text import EMPTY, Text
from game.scenario.chances import TIMES, probability
from game.scenario.choices import (
    CHOICES,
    DEFAULT,
    EFFECTS_KEY,
    TEACHES,
    VALUES,
    defaults,
    with_values,
)
from game.scenario.law_reading import SOURCE
from game.scenario.model import (
    At,
    Event,
    Frequency,
)
from game.scenario.places import PICTURE
from game.scenario.quantities import (
    AGE,
    CALENDAR_YEAR,
    COUNT,
    PLAIN,
    Quantity,
    Span,
    month_of,
)
from game.scenario.reader import Reader
from game.scenario.scalars import (
    CONDITION,
    OneOf,
    WordShape,
)
from game.scenario.schema import (
    Custom,
    Fields,
    Key,
    ListOf,
    Record,
    wrong_value,
)
from game.scenario.texts import TEXT

NO_LIMIT: Final = 10**6
Kind: TypeAlias = Literal[
    "move", "illness", "accident", "family", "money", "work", "pension", "crossroad"
]
Stop: TypeAlias = Literal["yes", "first", "no"]

_AT_AGE: Final = Key(name="age", shape=AGE, label=Text("age", "年龄"))
_AT_YEAR: Final = Key(name="year", shape=CALENDAR_YEAR, label=Text("year", "年份"))
_AT_DATE: Final = Key(name="date", shape=Custom(function=month_of), label=Text("month", "年月"))


def _at(fields: Fields, reader: Reader) -> At | None:
    age, year, date = fields.get(_AT_AGE), fields.get(_AT_YEAR), fields.get(_AT_DATE)
    if sum(fields.has(key) for key in (_AT_AGE, _AT_YEAR, _AT_DATE)) != 1:
        reader.report("SC409", reader.owner_place, variant="at")
        return None
    if age is not None:
        return At(age=int(age))
    if date is not None:
        return At(year=date[0], month=date[1])
    return None if year is None else At(year=int(year))


_AT_RECORD: Final = Record(noun=Text("'at'", "时点"), keys=(_AT_AGE, _AT_YEAR, _AT_DATE), build=_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    most: int = NO_LIMIT
    every_years: int = 0


_MAX: Final = Key(name="max", shape=COUNT, label=Text("most times", "最多次数"))
_EVERY: Final = Key(
    name="every",
    shape=Quantity(units={"years": 1.0, "year": 1.0}, example="2 years", low=1, is_whole=True),
    label=Text("at least apart", "间隔"),
)
_LIMIT_RECORD: Final = Record(
    noun=Text("limit", "次数限制"),
    keys=(_MAX, _EVERY),
    build=lambda fields, reader: Limit(
        most=int(fields.value(_MAX, NO_LIMIT)), every_years=int(fields.value(_EVERY, 0))
    ),
)


def _limit(node: Node, reader: Reader) -> Limit | None:
    if isinstance(node, ScalarNode) and node.text == "once":
        return Limit(most=1)
    if isinstance(node, MapNode):
        return _LIMIT_RECORD.read(node, reader)
    wrong_value(node, reader, Text("a limit", "次数限制"), "once, {max: 3, every: 2 years}")
    return None


_FREQUENCY_TEXT: Final = Key(
    name="text",
    shape=TEXT,
    label=Text("text", "文本"),
    is_required=True,
    example='{en: "…", zh: "…"}',
)
_FREQUENCY_SOURCE: Final = Key(
    name="source",
    shape=SOURCE,
    label=Text("source", "来源"),
    is_required=True,
    example='{title: "…", status: assumed}',
)


def _frequency(fields: Fields, reader: Reader) -> Frequency | None:
    text, source = fields.get(_FREQUENCY_TEXT), fields.get(_FREQUENCY_SOURCE)
    return None if text is None or source is None else Frequency(text=text, source=source)


_ONLY_BY: Final = OneOf(words={"later": "later", "trigger": "trigger"})


AGES: Final = Key(name="ages", shape=Span(), label=Text("ages", "年龄段"))
WHEN: Final = Key(name="when", shape=CONDITION, label=Text("condition", "条件"))
PROBABILITY: Final = Key(
    name="probability", shape=Custom(function=probability), label=Text("probability", "概率")
)
AT: Final = Key(name="at", shape=_AT_RECORD, label=Text("certain at", "时点"))
ONLY_BY: Final = Key(
    name="only_by", shape=ListOf(item=_ONLY_BY, example="[later]"), label=Text("only by", "仅由")
)
LIMIT: Final = Key(
    name="limit", shape=Custom(function=_limit, item=_LIMIT_RECORD), label=Text("limit", "次数限制")
)
GROUP: Final = Key(
    name="group",
    shape=WordShape(pattern=r"[a-z][a-z0-9_]{0,39}", example="road"),
    label=Text("group", "分组"),
)
PRIORITY: Final = Key(
    name="priority",
    shape=replace(PLAIN, low=-9.0, high=9.0, is_whole=True),
    label=Text("priority", "优先级"),
)
TITLE: Final = Key(
    name="title",
    shape=TEXT,
    label=Text("title", "标题"),
    is_required=True,
    example='{en: "…", zh: "…"}',
)
BODY: Final = Key(
    name="text",
    shape=TEXT,
    label=Text("text", "文本"),
    is_required=True,
    example='{en: "…", zh: "…"}',
)
STOP: Final[Key[Stop]] = Key(
    name="stop",
    shape=OneOf(words={"yes": "yes", "first": "first", "no": "no"}),
    label=Text("stops the game", "停顿"),
)
STOP_WHEN: Final = Key(
    name="stop_when", shape=CONDITION, label=Text("stops only where", "何时停顿")
)
KIND: Final[Key[Kind]] = Key(
    name="kind",
    shape=OneOf(words={word: word for word in get_args(Kind)}),
    label=Text("kind", "类别"),
    is_required=True,
    example="illness",
)
FREQUENCY: Final = Key(
    name="frequency",
    shape=Record(
        noun=Text("'frequency'", "发生频率"),
        keys=(_FREQUENCY_TEXT, _FREQUENCY_SOURCE),
        build=_frequency,
    ),
    label=Text("how often", "频率"),
)
EVENT: Final = Record(
    noun=Text("event", "事件"),
    keys=(
        TITLE,
        BODY,
        KIND,
        AGES,
        WHEN,
        PROBABILITY,
        TIMES,
        AT,
        ONLY_BY,
        LIMIT,
        GROUP,
        PRIORITY,
        VALUES,
        EFFECTS_KEY,
        CHOICES,
        DEFAULT,
        STOP,
        STOP_WHEN,
        FREQUENCY,
        TEACHES,
        PICTURE,
    ),
    build=lambda fields, reader: fields,
    instead={
        "sound": Text(
            "sounds belong to the game; choose a `kind`", "声音由游戏决定，请选择 `kind`"
        ),
        "box": Text("write `settings: {text_box: tall}`", "请写 `settings: {text_box: tall}`"),
        "framings": Text("framings stand in `nudges:`", "不同措辞写在 `nudges:` 里"),
    },
)


def event(id_: str, index: int, node: Node, reader: Reader, last_age: int) -> Event | None:
    """One event of its node."""
    values, reader = with_values(
        node.get("values") if isinstance(node, MapNode) else None, id_, reader
    )
    reader = reader.drawing(f"{id_}/effects")
    fields = EVENT.fields(node, reader)
    if fields is None:
        return None
    ages = fields.value(AGES, (0, last_age))
    choices = fields.value(CHOICES, ())
    first, second = defaults(fields, choices, reader)
    hazard = fields.get(PROBABILITY)
    if hazard is not None:
        hazard = replace(hazard, factors=fields.value(TIMES, ()))
    limit = fields.value(LIMIT, Limit())
    return Event(
        id=id_,
        index=index,
        title=fields.value(TITLE, EMPTY),
        text=fields.value(BODY, EMPTY),
        age_low=ages[0],
        age_high=ages[1],
        when=fields.get(WHEN),
        hazard=hazard,
        at=fields.get(AT),
        by_later="later" in fields.value(ONLY_BY, ()),
        by_trigger="trigger" in fields.value(ONLY_BY, ()),
        limit=limit.most,
        every_years=limit.every_years,
        group=fields.value(GROUP, ""),
        priority=int(fields.value(PRIORITY, 0.0)),
        values=values,
        effects=fields.value(EFFECTS_KEY, ()),
        choices=choices,
        default=first,
        second_default=second,
        stop=fields.value(STOP, "yes" if choices else "no"),
        stop_when=fields.get(STOP_WHEN),
        kind=fields.value(KIND, "money"),
        frequency=fields.get(FREQUENCY),
        teaches=fields.value(TEACHES, ()),
        picture=fields.value(PICTURE, ""),
        chance_stream=reader.streams.index(f"{id_}/chance/0"),
        month_stream=reader.streams.index(f"{id_}/month/0"),
    )
