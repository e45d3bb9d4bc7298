"""Reads places, jobs, income paths, profiles, plans and author's variables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeVar

from game.core.life import Scheme, Sex, Work
from game.core.source import Node, ScalarNode
from game.core.text import EMPTY, Text
from game.rules.table import Between
from game.scenario.expression.kinds import HOURS as HOURS_KIND
from game.scenario.expression.kinds import UNITS, YES_NO, Kind
from game.scenario.law_reading import BETWEEN, LABEL, ROWS, SOURCE
from game.scenario.model import IncomePath, Job, Place, PlanFields, Profile, Variable
from game.scenario.reader import Reader
from game.scenario.scalars import (
    AGE,
    COUNT,
    FACTOR,
    FLOW,
    HOURS,
    MONEY,
    POINTS,
    SHARE,
    TEXT,
    YEARLY,
    YEARS,
    YES_OR_NO,
    OneOf,
    Quantity,
    Reference,
    WordShape,
    words,
)
from game.scenario.schema import Custom, Fields, Key, ListOf, Record, wrong_value

T = TypeVar("T")

NAME: Final = Key(
    name="name", shape=TEXT, label=Text("name", "名字"), is_required=True,
    example='{en: "…", zh: "…"}',
)
PICTURE: Final = Key(name="picture", shape=WordShape(), label=Text("picture", "图片"))
SCHEME_WORDS: Final = OneOf(
    words={"none": Scheme.NONE, "resident": Scheme.RESIDENT, "employee": Scheme.EMPLOYEE}
)

# --- places ------------------------------------------------------------------------------------

_PROVINCE: Final = Key(
    name="province", shape=WordShape(pattern=r"[a-z][a-z0-9_]{0,39}", example="zhejiang"),
    label=Text("province", "省份"), is_required=True, example="zhejiang",
)
_RENT: Final = Key(name="rent", shape=FLOW, label=Text("rent", "房租"), is_required=True,
                   example="1200 yuan/month")
_PLACE_KIND: Final = Key(name="kind", shape=words("city", "county"), label=Text("kind", "类型"))


def place(id_: str, fields: Fields) -> Place:
    """A place of its fields."""
    return Place(
        id=id_,
        name=fields.value(NAME, EMPTY),
        province=fields.value(_PROVINCE, ""),
        rent_per_month=fields.value(_RENT, 0.0),
        kind="county" if fields.get(_PLACE_KIND) == "county" else "city",
    )


PLACE: Final = Record(
    noun=Text("place", "地点"),
    keys=(NAME, _PROVINCE, _RENT, _PLACE_KIND, PICTURE),
    build=lambda fields, reader: fields,
)

# --- jobs --------------------------------------------------------------------------------------

_WORK: Final = Key(
    name="kind", shape=OneOf(words={work.name.lower(): work for work in Work}),
    label=Text("kind of work", "类型"), is_required=True, example="order",
)
_INCOME: Final = Key(
    name="income", shape=Reference(section="income", what="income"),
    label=Text("income path", "收入"), is_required=True, example="courier_pay",
)
_HOURS: Final = Key(name="hours", shape=HOURS, label=Text("hours", "工时"), is_required=True,
                    example="54 hours/week")
_ROAD_RISK: Final = Key(name="road_risk", shape=FACTOR, label=Text("road risk", "交通风险"))
_INJURY: Final = Key(
    name="injury", shape=words("none", "order", "contract"), label=Text("injury cover", "工伤保障")
)
_COSTS: Final = Key(name="costs", shape=FLOW, label=Text("costs of work", "工作成本"))


def job(id_: str, fields: Fields) -> Job:
    """A job of its fields."""
    injury = fields.value(_INJURY, "none")
    return Job(
        id=id_,
        name=fields.value(NAME, EMPTY),
        kind=fields.value(_WORK, Work.ORDER),
        income=fields.value(_INCOME, 0),
        hours_per_week=fields.value(_HOURS, 0.0),
        road_risk=fields.value(_ROAD_RISK, 0.0),
        injury_cover="order" if injury == "order" else "contract" if injury == "contract" else "none",
        costs_per_month=fields.value(_COSTS, 0.0),
        picture=fields.value(PICTURE, ""),
    )


JOB: Final = Record(
    noun=Text("job", "工作"),
    keys=(NAME, _WORK, _INCOME, _HOURS, _ROAD_RISK, _INJURY, _COSTS, PICTURE),
    build=lambda fields, reader: fields,
)

# --- income paths ------------------------------------------------------------------------------

_PATH_UNIT: Final = Key(
    name="unit", shape=OneOf(words={"yuan/month": 1.0, "yuan/year": 1 / 12}),
    label=Text("unit", "单位"), is_required=True, example="yuan/month",
)
_BY_AGE: Final = Key(name="by_age", shape=ROWS, label=Text("by age", "按年龄"), is_required=True,
                     example="{22: 7200, 63: 4000}")
_SPREAD: Final = Key(name="spread", shape=SHARE, label=Text("luck of a year", "波动"))
_PATH_SOURCE: Final = Key(name="source", shape=SOURCE, label=Text("source", "来源"),
                          is_required=True, example='{title: "…", status: assumed}')
_PATH_LABEL: Final = Key(name="label", shape=TEXT, label=LABEL.label)
_PATH_NOTE: Final = Key(name="note", shape=TEXT, label=Text("note", "说明"))


def income_path(id_: str, fields: Fields) -> IncomePath:
    """An income path of its fields."""
    given = fields.get(_BY_AGE)
    rows = sorted(given or ((0.0, 0.0),))
    scale = fields.value(_PATH_UNIT, 1.0)
    between: Between = fields.value(BETWEEN, "line")
    return IncomePath(
        id=id_,
        ages=tuple(age for age, _ in rows),
        yuan_per_month=tuple(amount * scale for _, amount in rows),
        is_line=between == "line",
        spread=fields.value(_SPREAD, 0.0),
        source=fields.get(_PATH_SOURCE),
    )


INCOME: Final = Record(
    noun=Text("income path", "收入"),
    keys=(_PATH_UNIT, _BY_AGE, BETWEEN, _SPREAD, _PATH_SOURCE, _PATH_LABEL, _PATH_NOTE),
    build=lambda fields, reader: fields,
)

# --- plans -------------------------------------------------------------------------------------

_PENSION: Final = Key(name="pension", shape=SCHEME_WORDS, label=Text("pension", "养老"))
_BASE: Final = Key(
    name="base", shape=Quantity(units={"%": 0.01}, example="60%", low=0.4, high=3.0),
    label=Text("contribution base", "缴费基数"),
)
_TIER: Final = Key(name="tier", shape=YEARLY, label=Text("resident tier", "居民缴费档次"))
_MEDICAL: Final = Key(name="medical", shape=SCHEME_WORDS, label=Text("medical", "医疗"))
_PRIVATE: Final = Key(name="private", shape=YEARLY, label=Text("private pension", "个人养老金"))
_SAVINGS: Final = Key(name="savings", shape=SHARE, label=Text("savings", "储蓄"))
_PACE: Final = Key(
    name="pace", shape=Quantity(units={"%": 0.01}, example="100%", low=0.5, high=1.5),
    label=Text("pace of work", "工作节奏"),
)
_BORROW: Final = Key(name="borrow", shape=YES_OR_NO, label=Text("pay on credit", "借钱缴费"))
_CLAIM: Final = Key(name="claim_age", shape=YEARS, label=Text("claiming age", "领取年龄"))


def _plan(fields: Fields, reader: Reader) -> PlanFields:
    return PlanFields(
        pension=fields.get(_PENSION),
        base=fields.get(_BASE),
        tier=fields.get(_TIER),
        medical=fields.get(_MEDICAL),
        private_per_year=fields.get(_PRIVATE),
        savings=fields.get(_SAVINGS),
        pace=fields.get(_PACE),
        can_borrow=fields.get(_BORROW),
        claim_age=fields.get(_CLAIM),
    )


PLAN: Final = Record(
    noun=Text("plan", "方案"),
    keys=(_PENSION, _BASE, _TIER, _MEDICAL, _PRIVATE, _SAVINGS, _PACE, _BORROW, _CLAIM),
    build=_plan,
)

# --- profiles ----------------------------------------------------------------------------------


def _start_key(name: str, shape: Any, zh: str, *, required: bool = False, example: str = "") -> Key[Any]:
    return Key(
        name=name, shape=shape, label=Text(name, zh), is_required=required, example=example
    )


_PARENT_AGE: Final = Quantity(
    units={"years": 1.0, "": 1.0}, example="47 years", low=0.0, high=120.0, is_whole=True
)
_START_KEYS: Final[Mapping[str, Key[Any]]] = {
    key.name: key
    for key in (
        _start_key("age", AGE, "年龄", required=True, example="22"),
        _start_key("sex", OneOf(words={"male": Sex.MALE, "female": Sex.FEMALE}), "性别",
                   required=True, example="male"),
        _start_key("hukou", Reference(section="places", what="place"), "户籍",
                   required=True, example="henan_county"),
        _start_key("place", Reference(section="places", what="place"), "所在地",
                   required=True, example="hangzhou"),
        _start_key("job", Reference(section="jobs", what="job"), "工作",
                   required=True, example="courier"),
        _start_key("cash", MONEY, "现金"),
        _start_key("debt", MONEY, "欠款"),
        _start_key("health", POINTS, "健康"),
        _start_key("wellbeing", POINTS, "心情"),
        _start_key("mother", _PARENT_AGE, "母亲年龄"),
        _start_key("father", _PARENT_AGE, "父亲年龄"),
        _start_key("remittance", FLOW, "寄回家的钱"),
        _start_key("partner", YES_OR_NO, "伴侣"),
        _start_key("children", ListOf(item=COUNT, example="[]"), "孩子年龄"),
        _start_key("years.employee", YEARS, "职工养老缴费年限"),
        _start_key("years.resident", YEARS, "居民养老缴费年限"),
        _start_key("years.medical", YEARS, "居民医保年限"),
    )
}
_START_RECORD: Final = Record(
    noun=Text("start", "开局"),
    keys=tuple(_START_KEYS.values()),
    build=lambda fields, reader: fields,
)
_ROLE: Final = Key(name="role", shape=TEXT, label=Text("role", "身份"))
_STORY: Final = Key(name="story", shape=TEXT, label=Text("story", "故事"))
_FACTS: Final = Key(name="facts", shape=ListOf(item=TEXT), label=Text("facts", "要点"))
_START: Final = Key(name="start", shape=_START_RECORD, label=Text("start", "开局"),
                    is_required=True, example="{age: 22, …}")
_PLAN: Final = Key(name="plan", shape=PLAN, label=Text("plan", "方案"))
_WEIGHT: Final = Key(name="weight", shape=FACTOR, label=Text("weight", "权重"))
_HIDDEN: Final = Key(name="hidden", shape=YES_OR_NO, label=Text("hidden", "隐藏"))

PROFILE: Final = Record(
    noun=Text("profile", "人物"),
    keys=(NAME, _ROLE, _STORY, _FACTS, PICTURE, _START, _PLAN, _WEIGHT, _HIDDEN),
    build=lambda fields, reader: fields,
    later=frozenset({"spending", "income", "student"}),
)
DEFAULT_PLAN: Final = PlanFields(
    pension=Scheme.NONE,
    base=0.6,
    tier=200.0,
    medical=Scheme.NONE,
    private_per_year=0.0,
    savings=0.3,
    pace=1.0,
    can_borrow=False,
)


def profile(id_: str, fields: Fields) -> Profile:
    """A profile of its fields."""
    start = fields.value(_START, Fields({}, {}))

    def of(name: str, default: float = 0.0) -> Any:
        return start.value(_START_KEYS[name], default)

    return Profile(
        id=id_,
        name=fields.value(NAME, EMPTY),
        role=fields.value(_ROLE, EMPTY),
        story=fields.value(_STORY, EMPTY),
        facts=fields.value(_FACTS, ()),
        picture=fields.value(PICTURE, ""),
        sex=of("sex", Sex.MALE),
        age=int(of("age")),
        hukou=int(of("hukou")),
        place=int(of("place")),
        job=int(of("job")),
        cash=of("cash"),
        debt=of("debt"),
        health=of("health", 80.0),
        wellbeing=of("wellbeing", 60.0),
        mother_age=int(of("mother")),
        father_age=int(of("father")),
        remittance_per_month=of("remittance"),
        has_partner=bool(of("partner")),
        child_ages=tuple(int(age) for age in start.value(_START_KEYS["children"], ())),
        months_employee=_months(of("years.employee")),
        months_resident=_months(of("years.resident")),
        years_resident_medical=of("years.medical"),
        plan=_filled(fields.get(_PLAN)),
        weight=fields.value(_WEIGHT, 1.0),
        is_hidden=fields.value(_HIDDEN, False),
    )


def _months(years: float) -> float:
    return round(years * 12, 6)


def _filled(plan: PlanFields | None) -> PlanFields:
    """A whole plan: what a profile leaves out is the usual."""

    def of(mine: T | None, usual: T | None) -> T | None:
        return usual if mine is None else mine

    given, usual = plan or PlanFields(), DEFAULT_PLAN
    return PlanFields(
        pension=of(given.pension, usual.pension),
        base=of(given.base, usual.base),
        tier=of(given.tier, usual.tier),
        medical=of(given.medical, usual.medical),
        private_per_year=of(given.private_per_year, usual.private_per_year),
        savings=of(given.savings, usual.savings),
        pace=of(given.pace, usual.pace),
        can_borrow=of(given.can_borrow, usual.can_borrow),
        claim_age=given.claim_age,
    )


# --- variables ---------------------------------------------------------------------------------

_TYPE: Final = Key(
    name="type", shape=words("yes_no", "number", "one_of"), label=Text("type", "类型"),
    is_required=True, example="yes_no",
)
_VARIABLE_UNIT: Final = Key(
    name="unit", shape=OneOf(words=dict(UNITS)), label=Text("unit", "单位")
)


def _scalar(node: Node, reader: Reader) -> ScalarNode | None:
    if isinstance(node, ScalarNode):
        return node
    wrong_value(node, reader, Text("a value", "一个值"), "0")
    return None


_ANY: Final = Custom(function=_scalar)
_VARIABLE_START: Final = Key(name="start", shape=_ANY, label=Text("start", "初值"),
                             is_required=True, example="no")
_MIN: Final = Key(name="min", shape=_ANY, label=Text("least", "最小"))
_MAX: Final = Key(name="max", shape=_ANY, label=Text("most", "最大"))
_ONE_OF: Final = Key(
    name="values", shape=ListOf(item=WordShape(pattern=r"[a-z][a-z0-9_]{0,39}", example="calm")),
    label=Text("values", "取值"),
)
VARIABLE: Final = Record(
    noun=Text("variable", "变量"),
    keys=(_TYPE, _VARIABLE_UNIT, _VARIABLE_START, _MIN, _MAX, _ONE_OF),
    build=lambda fields, reader: fields,
)


def variable_labels(fields: Fields) -> Mapping[str, int]:
    """The words of a variable of type ``one_of``."""
    listed = fields.get(_ONE_OF)
    return {word: index for index, word in enumerate(listed or ())}


def variable(id_: str, fields: Fields, reader: Reader) -> Variable:
    """A variable of its fields; limits and start in the units of a ``Scope``."""
    type_ = fields.value(_TYPE, "number")
    kind: Kind = YES_NO
    if type_ == "one_of":
        labels = variable_labels(fields)
        start = _word_of(fields, labels, reader)
        return Variable(id=id_, start=start, low=0.0, high=len(labels) - 1.0, kind=f"my.{id_}")
    if type_ == "yes_no":
        start = _word_of(fields, {"no": 0, "yes": 1}, reader)
        return Variable(id=id_, start=start, low=0.0, high=1.0, kind=kind)
    kind, scale = fields.value(_VARIABLE_UNIT, ("number", 1.0))
    units = {word: factor for word, (k, factor) in UNITS.items() if k == kind} | {"": scale}
    shape = Quantity(units=units, example="3")

    def of(key: Key[ScalarNode], default: float) -> float:
        node = fields.get(key)
        found = None if node is None else shape.read(node, reader)
        return default if found is None else found

    high = 168.0 if kind == HOURS_KIND else 1e12
    return Variable(
        id=id_, start=of(_VARIABLE_START, 0.0), low=of(_MIN, -1e12), high=of(_MAX, high), kind=kind
    )


def _word_of(fields: Fields, labels: Mapping[str, int], reader: Reader) -> float:
    node = fields.get(_VARIABLE_START)
    found = None if node is None else OneOf(words=labels).read(node, reader)
    return 0.0 if found is None else float(found)

