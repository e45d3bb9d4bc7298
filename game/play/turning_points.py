"""Turning points in words: what was decided, what else there was, and what it changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.core.life import Scheme
from game.core.text import EMPTY, Text
from game.play.turning_view import TurningPointView, TurningView
from game.scenario.model import Event, Scenario
from game.scoring.recorded import PlanValue
from game.scoring.turning_points import LEAST_PENSION, Turning, TurningPoint
from game.sim.world import World

TURNING_NOTE: Final = Text(
    "Each was lived again with the other option on the same luck. They do not add up: one choice "
    "changes what the next one is worth.",
    "每一处都按同样的运气、换个选择重过了一遍。各处的差别不能相加：前一个选择，会改变后一个选择的分量。",
)
PLAN_WORDS: Final = {
    ("pension", Scheme.NONE): Text("No pension scheme", "不参加养老保险"),
    ("pension", Scheme.RESIDENT): Text("Resident pension", "参加居民养老"),
    ("pension", Scheme.EMPLOYEE): Text("Employee pension", "参加职工养老"),
    ("medical", Scheme.NONE): Text("No medical insurance", "不参加医保"),
    ("medical", Scheme.RESIDENT): Text("Resident medical", "参加居民医保"),
    ("medical", Scheme.EMPLOYEE): Text("Employee medical", "参加职工医保"),
}
FIELD_WORDS: Final = {
    "base": Text("Contribution base {value:percent}", "缴费基数 {value:percent}"),
    "tier": Text("Resident tier {value:yuan} a year", "居民养老每年 {value:yuan}档"),
    "private_per_year": Text(
        "{value:yuan} a year into the private pension", "个人养老金每年存 {value:yuan}"
    ),
    "savings": Text("Save {value:percent} of what is left", "余钱存下 {value:percent}"),
    "pace": Text("Work at {value:percent} of the usual hours", "工时按平常的 {value:percent}"),
    "claim_age": Text("Claim at {value:int}", "{value:int} 岁开始领养老金"),
}
BORROWS: Final = {
    True: Text("Borrow for contributions when money is short", "钱不够时借钱缴费"),
    False: Text("Never borrow for contributions", "不借钱缴费"),
}
NO_PRIVATE: Final = Text("No private pension", "不存个人养老金")
EVENT_WORDS: Final = Text("{event}: {choice}", "{event}：{choice}")

YEARS: Final = {
    True: Text("{n:int} years longer on this luck", "同样的运气里多活 {n:int} 年"),
    False: Text("{n:int} years shorter on this luck", "同样的运气里少活 {n:int} 年"),
}
PENSION: Final = {
    True: Text("+{yuan:yuan} a month from {age}", "从 {age} 岁起每月多 {yuan:yuan}"),
    False: Text("−{yuan:yuan} a month from {age}", "从 {age} 岁起每月少 {yuan:yuan}"),
}
ONLY_HERE: Final = Text(
    "{yuan:yuan} a month from {age}, against none", "从 {age} 岁起每月 {yuan:yuan}，不然一分没有"
)
ONLY_THERE: Final = Text(
    "no pension, against {yuan:yuan} a month from {age}",
    "没有养老金，不然 {age} 岁起每月 {yuan:yuan}",
)
EARLIER: Final = Text("{n} earlier", "早领 {n}")
LATER: Final = Text("{n} later", "晚领 {n}")
ONE_YEAR: Final = Text("1 year", "1 年")
SOME_YEARS: Final = Text("{n:int} years", "{n:int} 年")
BILLS: Final = {
    True: Text("{yuan:yuan} less in own bills", "一辈子自己少付医药费 {yuan:yuan}"),
    False: Text("{yuan:yuan} more in own bills", "一辈子自己多付医药费 {yuan:yuan}"),
}
POINTS: Final = {
    True: Text("+{points} points", "高 {points} 分"),
    False: Text("−{points} points", "低 {points} 分"),
}
BUT: Final = Text("{one}, but {other}", "{one}，但{other}")
AND: Final = Text("{one}; {other}", "{one}；{other}")
ALSO: Final = Text("{one}, and {other}", "{one}，还{other}")
PENSION_ALONE: Final = Text(
    "{what} (a pension and no medical insurance)", "{what}（只有养老、没有医保）"
)
LEAST_POINTS_TOLD: Final = 0.05
"""Below it a difference reads as 0.0 points."""


def turning_view(world: World, turning: Turning) -> TurningView:
    """The turning points as the review shows them."""
    points = turning.points
    most = max((_weight(point) for point in points), default=1.0)
    return TurningView(
        points=tuple(
            TurningPointView(
                id=point_id(point),
                age=point.decision.age,
                title=title_of(world.scenario, point),
                other=other_of(world.scenario, point),
                effect=effect_of(point),
                is_gain=point.is_gain,
                weight=_weight(point) / max(most, 1e-9),
            )
            for point in points
        )
    )


def point_id(point: TurningPoint) -> str:
    """A name of a turning point within its life, to open it as a twin."""
    flip = point.flip
    what = f"{flip.event}.{flip.occurrence}.{flip.choice}" if flip.event else ""
    return f"{flip.year}/{what or f'{flip.field}={flip.value:g}'}"


def found_point(points: Sequence[TurningPoint], wanted: str) -> TurningPoint | None:
    """The turning point of that name."""
    return next((point for point in points if point_id(point) == wanted), None)


def _weight(point: TurningPoint) -> float:
    """Lived years weigh more than any points."""
    years, points = point.size
    return years * 100 + points


def title_of(scenario: Scenario, point: TurningPoint) -> Text:
    """What was decided."""
    decision = point.decision
    if decision.event:
        words = event_words(scenario, decision.event, decision.choice)
    else:
        words = plan_words(decision.field, decision.value)
    here, there = point.pension_alone
    return _told_alone(point, words) if here and not there else words


def other_of(scenario: Scenario, point: TurningPoint) -> Text:
    """What the other life does instead."""
    flip = point.flip
    if flip.event:
        words = _choice_words(_event(scenario, flip.event), flip.choice)
    else:
        words = plan_words(flip.field, flip.value)
    here, there = point.pension_alone
    return _told_alone(point, words) if there and not here else words


def _told_alone(point: TurningPoint, words: Text) -> Text:
    """That this way is a pension without medical insurance, where the words do not say so."""
    is_said = point.flip.field == "medical"
    return words if is_said else PENSION_ALONE.filled({"what": words})


def _event(scenario: Scenario, event_id: str) -> Event:
    return next(event for event in scenario.events if event.id == event_id)


def event_words(scenario: Scenario, event_id: str, choice: str) -> Text:
    """An event with the choice taken in it."""
    event = _event(scenario, event_id)
    return EVENT_WORDS.filled({"event": event.title, "choice": _choice_words(event, choice)})


def _choice_words(event: Event, choice: str) -> Text:
    return next((option.label for option in event.choices if option.id == choice), EMPTY)


def plan_words(field: str, value: PlanValue) -> Text:
    """The value of a plan field as a person says it."""
    if field in ("pension", "medical"):
        return PLAN_WORDS[field, Scheme(int(value))]
    if field == "can_borrow":
        return BORROWS[bool(value)]
    if field == "private_per_year" and value == 0:
        return NO_PRIVATE
    return FIELD_WORDS[field].filled({"value": float(value)})


def effect_of(point: TurningPoint) -> Text:
    """What the choice changed: years; else points, which the bar shows, and the money beside them.

    What speaks for the sign of the points comes first; a pension that moved against it is said too.
    """
    if point.leads_with_years:
        return YEARS[point.years > 0].filled({"n": abs(point.years)})
    lines = _lines(point)
    agreeing = [line for is_gain, line in lines if is_gain == point.is_gain]
    against = [line for is_gain, line in lines if is_gain != point.is_gain]
    words = _points(point)
    for line in agreeing[:1]:
        words = AND.filled({"one": words, "other": line}) if words.en else line
    if against and (not agreeing or abs(point.pension_per_month) >= LEAST_PENSION):
        words = BUT.filled({"one": words, "other": against[0]}) if words.en else against[0]
    return words


def _lines(point: TurningPoint) -> list[tuple[bool, Text]]:
    """Pension and own payments where they moved enough, with whether it was for the better."""
    lines = []
    if abs(point.pension_per_month) >= LEAST_PENSION:
        lines.append((point.pension_per_month > 0, _pension(point)))
    if point.tells_bills:
        is_less = point.own_bills < 0
        lines.append((is_less, BILLS[is_less].filled({"yuan": abs(point.own_bills)})))
    return lines


def _pension(point: TurningPoint) -> Text:
    """The pension, and by how much sooner or later it is drawn."""
    yuan, is_more = abs(point.pension_per_month), point.pension_per_month > 0
    here, there = point.claimed_at
    if not here or not there:
        only = ONLY_HERE if here else ONLY_THERE
        return only.filled({"yuan": yuan, "age": here or there})
    words = PENSION[is_more].filled({"yuan": yuan, "age": point.pension_age})
    if here == there:
        return words
    years = abs(here - there)
    n = ONE_YEAR if years == 1 else SOME_YEARS.filled({"n": years})
    when = (EARLIER if here < there else LATER).filled({"n": n})
    joint = ALSO if is_more == (here < there) else BUT
    return joint.filled({"one": words, "other": when})


def _points(point: TurningPoint) -> Text:
    if abs(point.score) < LEAST_POINTS_TOLD:
        return EMPTY
    return POINTS[point.score > 0].filled({"points": f"{abs(point.score):.1f}"})
