"""Reads the people a life can begin as."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

from game.core.life import Scheme, Sex
from game.core.source import Node, ScalarNode
from game.core.text import EMPTY, Text
from game.scenario.expression.kinds import FLOW as FLOW_KIND
from game.scenario.model import Job, PlanFields, Profile
from game.scenario.places import NAME, PICTURE
from game.scenario.plans import PLAN
from game.scenario.quantities import (
    AGE,
    COUNT,
    FACTOR,
    FLOW,
    MONEY,
    MONTHS,
    POINTS,
    YEARS,
    Quantity,
)
from game.scenario.reader import Reader
from game.scenario.scalars import YES_OR_NO, ExpressionShape, OneOf, Reference
from game.scenario.schema import Fields, Key, ListOf, Record
from game.scenario.source_nodes import child_of
from game.scenario.texts import TEXT

T = TypeVar("T")


def _start_key(
    name: str, shape: Any, zh: str, *, required: bool = False, example: str = ""
) -> Key[Any]:
    return Key(name=name, shape=shape, label=Text(name, zh), is_required=required, example=example)


_PARENT_AGE: Final = Quantity(
    units={"years": 1.0, "": 1.0}, example="47 years", low=0.0, high=120.0, is_whole=True
)
_START_KEYS: Final[Mapping[str, Key[Any]]] = {
    key.name: key
    for key in (
        _start_key("age", AGE, "年龄", required=True, example="22"),
        _start_key(
            "sex",
            OneOf(words={"male": Sex.MALE, "female": Sex.FEMALE}),
            "性别",
            required=True,
            example="male",
        ),
        _start_key(
            "hukou",
            Reference(section="places", what="place"),
            "户籍",
            required=True,
            example="henan_county",
        ),
        _start_key(
            "place",
            Reference(section="places", what="place"),
            "所在地",
            required=True,
            example="hangzhou",
        ),
        _start_key("job", Reference(section="jobs", what="job"), "工作", example="courier"),
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
        _start_key("medical_break", MONTHS, "医保断了多久"),
    )
}
START_RECORD: Final = Record(
    noun=Text("'start'", "开局"),
    keys=tuple(_START_KEYS.values()),
    build=lambda fields, reader: fields,
)
_ROLE: Final = Key(name="role", shape=TEXT, label=Text("role", "身份"))
_STORY: Final = Key(name="story", shape=TEXT, label=Text("story", "故事"))
_FACTS: Final = Key(name="facts", shape=ListOf(item=TEXT), label=Text("facts", "要点"))
_START: Final = Key(
    name="start",
    shape=START_RECORD,
    label=Text("start", "开局"),
    is_required=True,
    example="{age: 22, …}",
)
_PLAN: Final = Key(name="plan", shape=PLAN, label=Text("plan", "方案"))
_WEIGHT: Final = Key(name="weight", shape=FACTOR, label=Text("weight", "权重"))
_HIDDEN: Final = Key(name="hidden", shape=YES_OR_NO, label=Text("hidden", "隐藏"))

_INCOME: Final = Key(
    name="income",
    shape=Reference(section="income", what="income"),
    label=Text("own income path", "本人的收入"),
    example="courier_pay",
)
_SPENDING: Final = Key(
    name="spending",
    shape=ExpressionShape(kinds=(FLOW_KIND,)),
    label=Text("spending a month", "每月开支"),
    example='"0.55 * income + place.rent"',
)
_STUDENT: Final = Key(name="student", shape=YES_OR_NO, label=Text("student", "在校学生"))
_JOB: Final = _START_KEYS["job"]


def _person(fields: Fields, reader: Reader) -> Fields | None:
    """The fields with the job found: a student's is the school where none is written."""
    start = fields.value(_START, Fields({}, {}))
    is_student = fields.get(_STUDENT)
    if start.has(_JOB):
        return _checked_job(fields, start, is_student, reader)
    if not is_student:
        if fields.get(_START) is not None:
            reader.report(
                "SC208",
                reader.owner_place,
                owner=reader.owner,
                key=_JOB.name,
                label=_JOB.label,
                example=_JOB.example,
            )
        return fields
    schools = [k for k, name in enumerate(reader.ids.of("jobs")) if _is_school(name, reader)]
    if not schools:
        reader.report("SC222", _key_of(fields), variant="none")
        return None
    return fields.with_value(_START, start.with_value(_JOB, schools[0]))


def _checked_job(
    fields: Fields, start: Fields, is_student: bool | None, reader: Reader
) -> Fields | None:
    job = start.get(_JOB)
    if job is None or is_student is None:
        return fields
    name = reader.ids.of("jobs")[job]
    if _is_school(name, reader) != is_student:
        variant = "" if is_student else "school"
        reader.report("SC222", _key_of(fields), variant=variant, job=name)
    return fields


def _key_of(fields: Fields) -> ScalarNode | None:
    entry = fields.entry(_STUDENT)
    return None if entry is None else entry.key


def _is_school(job: str, reader: Reader) -> bool:
    kind: Node | None = child_of(reader.ids.sections["jobs"][job].value, "kind")
    return isinstance(kind, ScalarNode) and kind.text == "student"


PROFILE: Final = Record(
    noun=Text("profile", "人物"),
    keys=(
        NAME,
        _ROLE,
        _STORY,
        _FACTS,
        PICTURE,
        _START,
        _INCOME,
        _SPENDING,
        _STUDENT,
        _PLAN,
        _WEIGHT,
        _HIDDEN,
    ),
    build=_person,
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
        medical_break_months=start.value(_START_KEYS["medical_break"], None),
        plan=_filled(fields.get(_PLAN)),
        weight=fields.value(_WEIGHT, 1.0),
        is_hidden=fields.value(_HIDDEN, False),
        income=fields.get(_INCOME),
        spending=fields.get(_SPENDING),
    )


def with_own_jobs(
    people: Sequence[Profile], jobs: Sequence[Job]
) -> tuple[tuple[Profile, ...], tuple[Job, ...]]:
    """Profiles and jobs with a job more for each person with a pay of his own.

    It is the job he begins in but for its pay, and the same job in conditions; in any other job he
    earns what everybody earns there.
    """
    placed, all_jobs = [], list(jobs)
    for who in people:
        if who.income is not None and who.job < len(jobs):
            job = jobs[who.job]
            own = replace(job, id=f"{job.id}.{who.id}", income=who.income, like=who.job)
            placed.append(replace(who, job=len(all_jobs)))
            all_jobs.append(own)
        else:
            placed.append(who)
    return tuple(placed), tuple(all_jobs)


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
