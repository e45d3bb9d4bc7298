"""Reads events, their choices, and the standing plan's decision."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final, Literal, TypeAlias, get_args

from game.core.source import Entry, ListNode, MapNode, Node, ScalarNode
from game.core.text import EMPTY, Text
from game.rules.dated import Source as LawSource
from game.rules.table import Table
from game.scenario.effects import AMOUNT, EFFECTS, goals
from game.scenario.expression.kinds import NUMBER
from game.scenario.expression.vocabulary import unit_or_name
from game.scenario.law_reading import SOURCE
from game.scenario.model import (
    At,
    Choice,
    Decision,
    Event,
    Expression,
    Frequency,
    Hazard,
    Need,
)
from game.scenario.people import PICTURE, SCHEME_WORDS
from game.scenario.reader import Reader
from game.scenario.scalars import (
    AGE,
    CALENDAR_YEAR,
    CONDITION,
    COUNT,
    FACTOR,
    PLAIN,
    TEXT,
    YEARLY,
    YES_OR_NO,
    ChanceShape,
    ExpressionShape,
    OneOf,
    Quantity,
    Span,
    WordShape,
    month_of,
    tell_unknown_id,
    words,
)
from game.scenario.schema import (
    Custom,
    Fields,
    Key,
    ListOf,
    Record,
    TextMap,
    check_id,
    tell_duplicates,
    wrong_value,
)

NO_LIMIT: Final = 10**6
MOST_CHOICES: Final = 6
MOST_VALUES: Final = 16
Kind: TypeAlias = Literal[
    "move", "illness", "accident", "family", "money", "work", "pension", "crossroad"
]
Stop: TypeAlias = Literal["yes", "first", "no"]

# --- chance ------------------------------------------------------------------------------------

_PER: Final = Key(name="per", shape=words("year"), label=Text("period", "周期"), is_required=True,
                  example="year")


def _share_row(entry: Entry, reader: Reader) -> tuple[float, float] | None:
    age = AGE.read(entry.key, reader)
    share = Quantity(units={"%": 1.0}, example="3%", low=0.0, high=100.0).read(entry.value, reader)
    return None if age is None or share is None else (age, share)


_BY_AGE: Final = Key(
    name="by_age",
    shape=TextMap(
        wanted=Text("ages with their chances", "年龄和对应概率"), example="{30: 3%, 55: 15%}",
        entry=_share_row,
    ),
    label=Text("by age", "按年龄"),
)


def _table_name(node: Node, reader: Reader) -> Table | None:
    tables = reader.vocabulary.tables
    if isinstance(node, ScalarNode) and node.text in tables:
        return tables[node.text]
    if isinstance(node, ScalarNode):
        tell_unknown_id(node, "tables", "table", reader)
    else:
        wrong_value(node, reader, Text("the id of a table", "表的 id"), "hospital_stay")
    return None


def _any_measure(node: Node, reader: Reader) -> Expression | None:
    return ExpressionShape(kinds=()).read(node, reader)


_TABLE: Final = Key(name="table", shape=Custom(function=_table_name), label=Text("table", "表"))
_OF: Final = Key(name="of", shape=Custom(function=_any_measure), label=Text("read by", "按"))
_EQUALS: Final = Key(
    name="equals", shape=ExpressionShape(kinds=(NUMBER,)), label=Text("computed as", "计算式")
)


def _hazard_build(fields: Fields, reader: Reader) -> Hazard | None:
    given = [key for key in (_BY_AGE, _TABLE, _EQUALS) if fields.has(key)]
    if len(given) != 1:
        reader.report("SC401", reader.owner_place, variant="one")
        return None
    if rows := fields.get(_BY_AGE):
        age = reader.expression(_scalar_of(fields, _BY_AGE, "age"), ("time",))
        return Hazard(constant=None, by=age, table=_age_table(rows), factors=())
    table = fields.get(_TABLE)
    if table is not None:
        by = fields.get(_OF)
        if by is None:
            if not fields.has(_OF):
                place = fields.entry(_TABLE)
                reader.report(
                    "SC208", place.key if place else None, owner=Text("this table", "此表"),
                    key="of", label=_OF.label, example="age",
                )
            return None
        _check_kind(by, table, fields, reader)
        return Hazard(constant=None, by=by, table=table, factors=())
    by = fields.get(_EQUALS)
    return None if by is None else Hazard(constant=None, by=by, table=None, factors=())


def _check_kind(by: Expression, table: Table, fields: Fields, reader: Reader) -> None:
    kind, scale = unit_or_name(table.by)
    entry = fields.entry(_OF)
    if (by.kind != kind or scale != 1.0) and by.kind != NUMBER and entry is not None:
        reader.report("SC404", entry.value, variant="table", table=table.id, by=table.by)


def _scalar_of(fields: Fields, key: Key[Any], text: str) -> ScalarNode:
    entry = fields.entry(key)
    assert entry is not None
    return replace(entry.key, text=text)


def _age_table(rows: tuple[tuple[float, float], ...]) -> Table:
    return Table(
        id="by_age",
        label=EMPTY,
        by="age",
        unit="%",
        keys=tuple(age for age, _ in rows),
        values=tuple(share for _, share in rows),
        source=LawSource(title=""),
        status="assumed",
    )


_HAZARD: Final = Record(
    noun=Text("probability", "概率"), keys=(_BY_AGE, _TABLE, _OF, _EQUALS, _PER),
    build=_hazard_build,
)


def _probability(node: Node, reader: Reader) -> Hazard | None:
    if isinstance(node, MapNode):
        return _HAZARD.read(node, replace(reader, owner=EMPTY, owner_place=node.place))
    chance = ChanceShape().read(node, reader)
    return None if chance is None else Hazard(constant=chance, by=None, table=None, factors=())


_FACTOR: Final = Key(name="factor", shape=FACTOR, label=Text("factor", "系数"), is_required=True,
                     example="1.8")
_FACTOR_WHEN: Final = Key(name="when", shape=CONDITION, label=Text("condition", "条件"),
                          is_required=True, example='"age > 40"')


def _factor(fields: Fields, reader: Reader) -> tuple[float, Expression] | None:
    factor, check = fields.get(_FACTOR), fields.get(_FACTOR_WHEN)
    return None if factor is None or check is None else (factor, check)


_TIMES: Final = Key(
    name="times",
    shape=ListOf(
        item=Record(noun=Text("factor", "系数"), keys=(_FACTOR, _FACTOR_WHEN), build=_factor),
        example="[{factor: 1.8, when: …}]",
    ),
    label=Text("factors", "倍数"),
)

# --- when it comes -----------------------------------------------------------------------------

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
    found = int(year) if year is not None else date[0] if date is not None else None
    return None if found is None else At(year=found)


_AT_RECORD: Final = Record(
    noun=Text("at", "时点"), keys=(_AT_AGE, _AT_YEAR, _AT_DATE), build=_at
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Limit:
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
    build=lambda fields, reader: _Limit(
        most=int(fields.value(_MAX, NO_LIMIT)), every_years=int(fields.value(_EVERY, 0))
    ),
)


def _limit(node: Node, reader: Reader) -> _Limit | None:
    if isinstance(node, ScalarNode) and node.text == "once":
        return _Limit(most=1)
    if isinstance(node, MapNode):
        return _LIMIT_RECORD.read(node, reader)
    wrong_value(node, reader, Text("a limit", "次数限制"), "once, {max: 3, every: 2 years}")
    return None


# --- values ------------------------------------------------------------------------------------

Values: TypeAlias = tuple[tuple[str, Expression], ...]
_DRAWN: Final = ExpressionShape(kinds=(), allows_draws=True)


def with_values(node: Node | None, event: str, reader: Reader) -> tuple[Values, Reader]:
    """The values drawn when an event opens, and a reader that knows their names."""
    if node is None:
        return (), reader
    if not isinstance(node, MapNode):
        wrong_value(node, reader, Text("names and amounts", "名称和数值"), '{bill: "2000 yuan"}')
        return (), reader
    tell_duplicates(node, reader, reader.owner)
    if len(node.entries) > MOST_VALUES:
        reader.report("SX01", node, variant="count", limit=str(MOST_VALUES), noun=_VALUE_NOUN)
    values: list[tuple[str, Expression]] = []
    for entry in node.entries:
        name = entry.key.text
        if not check_id(entry.key, reader):
            continue
        expression = _DRAWN.read(entry.value, reader.drawing(f"{event}/values.{name}"))
        if expression is not None:
            values.append((name, expression))
        kind = expression.kind if expression is not None else "?"
        reader = reader.with_vocabulary(reader.vocabulary.with_value(name, kind))
    return tuple(values), reader


_VALUE_NOUN: Final = Text("value", "数值")

# --- choices -----------------------------------------------------------------------------------

_CHECK: Final = Key(name="check", shape=CONDITION, label=Text("condition", "条件"),
                    is_required=True, example='"cash > 2000 yuan"')
_BECAUSE: Final = Key(name="because", shape=TEXT, label=Text("reason", "原因"))
_HIDE: Final = Key(name="hide", shape=YES_OR_NO, label=Text("hide", "隐藏"))


def _need_build(fields: Fields, reader: Reader) -> Need | None:
    check = fields.get(_CHECK)
    if check is None:
        return None
    return Need(
        check=check, because=fields.value(_BECAUSE, EMPTY), hides=fields.value(_HIDE, False)
    )


_NEED: Final = Record(
    noun=Text("needs", "条件"), keys=(_CHECK, _BECAUSE, _HIDE), build=_need_build
)


def _needs(node: Node, reader: Reader) -> Need | None:
    if isinstance(node, MapNode):
        return _NEED.read(node, replace(reader, owner=EMPTY, owner_place=node.place))
    check = CONDITION.read(node, reader)
    return None if check is None else Need(check=check, because=EMPTY)


_LABEL: Final = Key(name="label", shape=TEXT, label=Text("button text", "按钮文字"),
                    is_required=True, example='{en: "…", zh: "…"}')
_CHOICE_NOTE: Final = Key(name="note", shape=TEXT, label=Text("short line", "说明"))
_NEEDS: Final = Key(name="needs", shape=Custom(function=_needs), label=Text("needs", "条件"))
_COST: Final = Key(name="cost", shape=replace(AMOUNT, allows_draws=False), label=Text("cost", "费用"))
_EFFECTS: Final = Key(name="effects", shape=EFFECTS, label=Text("effects", "效果"))
_RESULT: Final = Key(name="result", shape=TEXT, label=Text("result", "结果"))
_TEACHES: Final = Key(name="teaches", shape=Custom(function=goals), label=Text("teaches", "教学"))
_ATTRACT: Final = Key(
    name="attract", shape=replace(PLAIN, low=-3.0, high=3.0), label=Text("attraction", "吸引力")
)
_FORGOES: Final = Key(
    name="forgoes", shape=words("treatment"), label=Text("treatment not taken", "放弃治疗")
)
_CHOICE: Final = Record(
    noun=Text("choice", "选项"),
    keys=(_LABEL, _CHOICE_NOTE, _NEEDS, _COST, _EFFECTS, _RESULT, _TEACHES, _ATTRACT, _FORGOES),
    build=lambda fields, reader: fields,
)


def _choices(node: Node, reader: Reader) -> tuple[Choice, ...] | None:
    if not isinstance(node, MapNode):
        wrong_value(node, reader, Text("choices by id", "选项"), "stay: {label: …}")
        return None
    tell_duplicates(node, reader, reader.owner)
    if len(node.entries) > MOST_CHOICES:
        noun = Text("choice", "选项")
        reader.report("SX01", node, variant="count", limit=str(MOST_CHOICES), noun=noun)
    choices = (_choice(entry, reader) for entry in node.entries)
    return tuple(choice for choice in choices if choice is not None)


def _choice(entry: Entry, reader: Reader) -> Choice | None:
    name = entry.key.text
    if not check_id(entry.key, reader):
        return None
    event_id = reader.stream.partition("/")[0]
    inner = reader.owned_by(_CHOICE.noun, entry.key).drawing(f"{event_id}/choices.{name}")
    fields = _CHOICE.fields(entry.value, inner)
    if fields is None:
        return None
    return Choice(
        id=name,
        label=fields.value(_LABEL, EMPTY),
        note=fields.value(_CHOICE_NOTE, EMPTY),
        needs=fields.get(_NEEDS),
        cost=fields.get(_COST),
        effects=fields.value(_EFFECTS, ()),
        result=fields.value(_RESULT, EMPTY),
        teaches=fields.value(_TEACHES, ()),
        attract=fields.value(_ATTRACT, 0.0),
        forgoes_treatment=fields.get(_FORGOES) is not None,
    )


# --- the event ---------------------------------------------------------------------------------

_FREQUENCY_TEXT: Final = Key(name="text", shape=TEXT, label=Text("text", "文本"), is_required=True,
                             example='{en: "…", zh: "…"}')
_FREQUENCY_SOURCE: Final = Key(name="source", shape=SOURCE, label=Text("source", "来源"),
                               is_required=True, example='{title: "…", status: assumed}')


def _frequency(fields: Fields, reader: Reader) -> Frequency | None:
    text, source = fields.get(_FREQUENCY_TEXT), fields.get(_FREQUENCY_SOURCE)
    return None if text is None or source is None else Frequency(text=text, source=source)


_ONLY_BY: Final = OneOf(words={"later": "later", "trigger": "trigger"})


def _default(node: Node, reader: Reader) -> tuple[ScalarNode, ...] | None:
    """One choice, or two: the second for whom the first is closed."""
    items = node.items if isinstance(node, ListNode) else (node,)
    scalars = tuple(item for item in items if isinstance(item, ScalarNode))
    if not scalars or len(scalars) != len(items) or len(items) > 2:
        wrong_value(node, reader, Text("one choice, or two", "一个或两个选项"), "[keep, stop]")
        return None
    return scalars


AGES: Final = Key(name="ages", shape=Span(), label=Text("ages", "年龄段"))
WHEN: Final = Key(name="when", shape=CONDITION, label=Text("condition", "条件"))
PROBABILITY: Final = Key(name="probability", shape=Custom(function=_probability),
                         label=Text("probability", "概率"))
AT: Final = Key(name="at", shape=_AT_RECORD, label=Text("certain at", "时点"))
ONLY_BY: Final = Key(name="only_by", shape=ListOf(item=_ONLY_BY, example="[later]"),
                     label=Text("only by", "仅由"))
LIMIT: Final = Key(name="limit", shape=Custom(function=_limit), label=Text("limit", "次数限制"))
GROUP: Final = Key(name="group", shape=WordShape(pattern=r"[a-z][a-z0-9_]{0,39}", example="road"),
                   label=Text("group", "分组"))
PRIORITY: Final = Key(name="priority", shape=replace(PLAIN, low=-9.0, high=9.0, is_whole=True),
                      label=Text("priority", "优先级"))
VALUES: Final = Key(name="values", shape=Custom(function=lambda node, reader: node),
                    label=Text("values", "数值"))
TITLE: Final = Key(name="title", shape=TEXT, label=Text("title", "标题"), is_required=True,
                   example='{en: "…", zh: "…"}')
BODY: Final = Key(name="text", shape=TEXT, label=Text("text", "文本"), is_required=True,
                  example='{en: "…", zh: "…"}')
CHOICES: Final = Key(name="choices", shape=Custom(function=_choices), label=Text("choices", "选项"))
DEFAULT: Final = Key(name="default", shape=Custom(function=_default), label=Text("default", "默认"))
STOP: Final[Key[Stop]] = Key(
    name="stop", shape=OneOf(words={"yes": "yes", "first": "first", "no": "no"}),
    label=Text("stops the game", "停顿"),
)
KIND: Final[Key[Kind]] = Key(
    name="kind", shape=OneOf(words={word: word for word in get_args(Kind)}),
    label=Text("kind", "类别"), is_required=True, example="illness",
)
FREQUENCY: Final = Key(
    name="frequency",
    shape=Record(
        noun=Text("frequency", "发生频率"), keys=(_FREQUENCY_TEXT, _FREQUENCY_SOURCE),
        build=_frequency,
    ),
    label=Text("how often", "频率"),
)
EVENT: Final = Record(
    noun=Text("event", "事件"),
    keys=(
        TITLE, BODY, KIND, AGES, WHEN, PROBABILITY, _TIMES, AT, ONLY_BY, LIMIT, GROUP, PRIORITY,
        VALUES, _EFFECTS, CHOICES, DEFAULT, STOP, FREQUENCY, _TEACHES, PICTURE,
    ),
    build=lambda fields, reader: fields,
    later=frozenset({"sound", "box", "framings"}),
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
    first, second = _defaults(fields, choices, reader)
    hazard = fields.get(PROBABILITY)
    if hazard is not None:
        hazard = replace(hazard, factors=fields.value(_TIMES, ()))
    limit = fields.value(LIMIT, _Limit())
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
        effects=fields.value(_EFFECTS, ()),
        choices=choices,
        default=first,
        second_default=second,
        stop=fields.value(STOP, "yes" if choices else "no"),
        kind=fields.value(KIND, "money"),
        frequency=fields.get(FREQUENCY),
        teaches=fields.value(_TEACHES, ()),
        picture=fields.value(PICTURE, ""),
        chance_stream=reader.streams.index(f"{id_}/chance/0"),
        month_stream=reader.streams.index(f"{id_}/month/0"),
    )


def _defaults(fields: Fields, choices: tuple[Choice, ...], reader: Reader) -> tuple[int, int]:
    """Indices of the default choice and of the one that stands in for it, −1 for none."""
    names = [choice.id for choice in choices]
    if not fields.has(DEFAULT):
        entry = fields.entry(CHOICES)
        if choices and entry is not None:
            reader.report("SC407", entry.key, owner=reader.owner, first=names[0])
        return -1, -1
    found = []
    for scalar in fields.value(DEFAULT, ()):
        if scalar.text in names:
            found.append(names.index(scalar.text))
        else:
            reader.report(
                "SC204", scalar, variant="choice", id=scalar.text, event=reader.owner,
                known=", ".join(names), meant="",
            )
    return (*found, -1, -1)[0], (*found, -1, -1)[1]


# --- the plan's decision -----------------------------------------------------------------------

_ASK_AT: Final = Key(name="ask_at", shape=ListOf(item=AGE, example="[22, 30]"),
                     label=Text("asked at", "询问年龄"), is_required=True, example="[22, 30, 40]")
_SCHEMES: Final = ListOf(item=SCHEME_WORDS, example="[none, resident, employee]")
_PENSION: Final = Key(name="pension", shape=_SCHEMES, label=Text("pension", "养老"),
                      is_required=True, example="[none, resident, employee]")
_MEDICAL: Final = Key(name="medical", shape=_SCHEMES, label=Text("medical", "医疗"),
                      is_required=True, example="[none, resident, employee]")
_BASES: Final = Key(
    name="bases",
    shape=ListOf(
        item=Quantity(units={"%": 0.01}, example="60%", low=0.4, high=3.0), example="[60%, 100%]"
    ),
    label=Text("bases", "缴费基数"), is_required=True, example="[60%, 100%]",
)
_TIERS: Final = Key(name="tiers", shape=ListOf(item=YEARLY, example="[200 yuan/year]"),
                    label=Text("tiers", "档次"), is_required=True, example="[200 yuan/year]")
DECISION: Final = Record(
    noun=Text("decision", "决定"),
    keys=(_ASK_AT, WHEN, _PENSION, _MEDICAL, _BASES, _TIERS, BODY, _TEACHES),
    build=lambda fields, reader: Decision(
        ask_at=tuple(int(age) for age in fields.value(_ASK_AT, ())),
        when=fields.get(WHEN),
        pension_options=fields.value(_PENSION, ()),
        medical_options=fields.value(_MEDICAL, ()),
        bases=fields.value(_BASES, ()),
        tiers=fields.value(_TIERS, ()),
        text=fields.value(BODY, EMPTY),
    ),
    later=frozenset({"sets", "options", "if_cannot_pay", "free"}),
)
