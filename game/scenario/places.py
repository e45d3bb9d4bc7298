"""Reads places, jobs and what they pay."""

from __future__ import annotations

from typing import Final

from game.core.life import Work
from game.core.text import EMPTY, Text
from game.rules.table import Between
from game.scenario.law_reading import LABEL, SOURCE
from game.scenario.model import IncomePath, Job, Place
from game.scenario.pictures import PictureShape
from game.scenario.quantities import (
    FACTOR,
    FLOW,
    HOURS,
    SHARE,
)
from game.scenario.scalars import YES_OR_NO, OneOf, Reference, WordShape, words
from game.scenario.schema import Fields, Key, Record
from game.scenario.table_reading import BETWEEN, ROWS
from game.scenario.texts import TEXT

NAME: Final = Key(
    name="name",
    shape=TEXT,
    label=Text("name", "名字"),
    is_required=True,
    example='{en: "…", zh: "…"}',
)
PICTURE: Final = Key(name="picture", shape=PictureShape(), label=Text("picture", "图片"))

_PROVINCE: Final = Key(
    name="province",
    shape=WordShape(pattern=r"[a-z][a-z0-9_]{0,39}", example="zhejiang"),
    label=Text("province", "省份"),
    is_required=True,
    example="zhejiang",
)
_RENT: Final = Key(
    name="rent", shape=FLOW, label=Text("rent", "房租"), is_required=True, example="1200 yuan/month"
)
_PLACE_KIND: Final = Key(name="kind", shape=words("city", "county"), label=Text("kind", "类型"))


def place(id_: str, fields: Fields) -> Place:
    """A place of its fields."""
    return Place(
        id=id_,
        name=fields.value(NAME, EMPTY),
        province=fields.value(_PROVINCE, ""),
        rent_per_month=fields.value(_RENT, 0.0),
        kind="county" if fields.get(_PLACE_KIND) == "county" else "city",
        picture=fields.value(PICTURE, ""),
    )


PLACE: Final = Record(
    noun=Text("place", "地点"),
    keys=(NAME, _PROVINCE, _RENT, _PLACE_KIND, PICTURE),
    build=lambda fields, reader: fields,
)

_WORK: Final = Key(
    name="kind",
    shape=OneOf(words={work.name.lower(): work for work in Work}),
    label=Text("kind of work", "类型"),
    is_required=True,
    example="order",
)
_INCOME: Final = Key(
    name="income",
    shape=Reference(section="income", what="income"),
    label=Text("income path", "收入"),
    is_required=True,
    example="courier_pay",
)
_HOURS: Final = Key(
    name="hours",
    shape=HOURS,
    label=Text("hours", "工时"),
    is_required=True,
    example="54 hours/week",
)
_ROAD_RISK: Final = Key(name="road_risk", shape=FACTOR, label=Text("road risk", "交通风险"))
_INJURY: Final = Key(
    name="injury", shape=words("none", "order", "contract"), label=Text("injury cover", "工伤保障")
)
_COSTS: Final = Key(name="costs", shape=FLOW, label=Text("costs of work", "工作成本"))
_SUBSIDY: Final = Key(
    name="subsidy", shape=YES_OR_NO, label=Text("pension subsidy of the platform", "平台养老补贴")
)


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
        injury_cover="order"
        if injury == "order"
        else "contract"
        if injury == "contract"
        else "none",
        costs_per_month=fields.value(_COSTS, 0.0),
        picture=fields.value(PICTURE, ""),
        has_subsidy=fields.value(_SUBSIDY, False),
    )


JOB: Final = Record(
    noun=Text("job", "工作"),
    keys=(NAME, _WORK, _INCOME, _HOURS, _ROAD_RISK, _INJURY, _COSTS, _SUBSIDY, PICTURE),
    build=lambda fields, reader: fields,
)

_PATH_UNIT: Final = Key(
    name="unit",
    shape=OneOf(words={"yuan/month": 1.0, "yuan/year": 1 / 12}),
    label=Text("unit", "单位"),
    is_required=True,
    example="yuan/month",
)
_BY_AGE: Final = Key(
    name="by_age",
    shape=ROWS,
    label=Text("by age", "按年龄"),
    is_required=True,
    example="{22: 7200, 63: 4000}",
)
_SPREAD: Final = Key(name="spread", shape=SHARE, label=Text("luck of a year", "波动"))
_PATH_SOURCE: Final = Key(
    name="source",
    shape=SOURCE,
    label=Text("source", "来源"),
    is_required=True,
    example='{title: "…", status: assumed}',
)
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
