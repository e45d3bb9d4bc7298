"""Conditions that can never hold, by what their names can be: intervals and sets of words."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from game.core.source import Entry, ListNode, MapNode, Node, ScalarNode
from game.core.text import Text
from game.scenario.checks.domains import (
    ANYTHING,
    Domain,
    Domains,
    Interval,
    Words,
    domains_of,
    within_ages,
)
from game.scenario.expression.kinds import UNITS
from game.scenario.expression.kinship import with_kin
from game.scenario.expression.parser import COMPARISONS, parse
from game.scenario.expression.syntax import Binary, Call, Name, Number, Part, Slip, Unary
from game.scenario.header import Clock
from game.scenario.merge import Merged
from game.scenario.model import Scenario
from game.scenario.reader import Reader

_CONDITIONS: Final = frozenset({"when", "stop_when", "check", "needs", "share_of_lives"})
_MIRRORED: Final[Mapping[str, str]] = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_SECTIONS: Final = ("events", "nudges", "letters", "quiz")


@dataclass(frozen=True, slots=True, kw_only=True)
class Never:
    """The part of a condition that cannot hold, and what its name can be."""

    part: Part
    why: Text


def check_possible(
    scenario: Scenario,
    merged: Merged,
    sections: Mapping[str, Mapping[str, Entry]],
    clock: Clock,
    reader: Reader,
) -> None:
    """Tell every condition of the pack's own files that can never hold."""
    domains = domains_of(scenario, clock)
    own = {root.file.name for root in merged.own}
    ages = {event.id: (event.age_low, event.age_high) for event in scenario.events}
    for section in _SECTIONS:
        for name, entry in sections[section].items():
            if entry.key.file.name not in own:
                continue
            here = domains
            if section == "events" and name in ages:
                here = within_ages(domains, *ages[name])
            for node in _conditions(entry.value):
                _check(node, here, reader)
    for line in merged.lists.get("debrief", ()):
        for condition in _conditions(line):
            _check(condition, domains, reader)


def _conditions(node: Node) -> Iterator[ScalarNode]:
    """Every condition inside a node."""
    stack: list[Node] = [node]
    while stack:
        here = stack.pop()
        if isinstance(here, ListNode):
            stack += here.items
        elif isinstance(here, MapNode):
            for entry in here.entries:
                inner = entry.value
                if isinstance(inner, ScalarNode) and entry.key.text in _CONDITIONS:
                    yield inner
                else:
                    stack.append(inner)


def _check(node: ScalarNode, domains: Domains, reader: Reader) -> None:
    try:
        never = never_true(with_kin(parse(node.text), reader.vocabulary.kin), domains)
    except Slip:
        return
    if never is not None:
        place = node.place_of(*never.part.span)
        reader.report("SC404", place, severity="warning", why=never.why)


def never_true(part: Part, domains: Domains) -> Never | None:
    """Why a condition cannot hold, None where it may."""
    if isinstance(part, Binary) and part.operator == "or":
        left, right = never_true(part.left, domains), never_true(part.right, domains)
        return None if left is None or right is None else Never(part=part, why=left.why)
    if isinstance(part, Binary) and part.operator == "and":
        return _conjunction(_conjuncts(part), domains)
    if _truth(part, domains) is False:
        return Never(part=part, why=_why(part, domains))
    return None


def _conjuncts(part: Part) -> list[Part]:
    if isinstance(part, Binary) and part.operator == "and":
        return [*_conjuncts(part.left), *_conjuncts(part.right)]
    return [part]


def _conjunction(parts: list[Part], domains: Domains) -> Never | None:
    """Parts that must all hold: each one narrows what its name can still be."""
    for part in parts:
        never = never_true(part, domains)
        if never is not None:
            return never
        domains = _narrowed(part, domains)
    return None


def _narrowed(part: Part, domains: Domains) -> Domains:
    """What the name of a simple comparison can be where it holds."""
    if not isinstance(part, Binary) or part.operator not in COMPARISONS:
        return domains
    left, right, operator = part.left, part.right, part.operator
    if isinstance(right, Name) and right.text in domains and not isinstance(left, Name):
        left, right, operator = right, left, _MIRRORED.get(operator, operator)
    if not isinstance(left, Name):
        return domains
    before = domains.get(left.text, ANYTHING)
    if isinstance(before, Words):
        if not isinstance(right, Name) or operator not in ("==", "!="):
            return domains
        one = frozenset({right.text})
        words = before.words & one if operator == "==" else before.words - one
        return {**domains, left.text: Words(words=words)}
    bound = _interval(right, domains)
    if bound.low != bound.high:
        return domains
    return {**domains, left.text: _cut(before, operator, bound.low)}


def _cut(before: Interval, operator: str, bound: float) -> Interval:
    if operator == "==":
        return Interval(low=max(before.low, bound), high=min(before.high, bound))
    if operator in ("<", "<="):
        return Interval(low=before.low, high=min(before.high, bound))
    if operator in (">", ">="):
        return Interval(low=max(before.low, bound), high=before.high)
    return before


# --- what a part can be --------------------------------------------------------------------------


def _truth(part: Part, domains: Domains) -> bool | None:
    """Whether a condition always holds, never does, or None for sometimes."""
    if isinstance(part, Unary) and part.operator == "not":
        inner = _truth(part.operand, domains)
        return None if inner is None else not inner
    if isinstance(part, Binary) and part.operator in ("and", "or"):
        both = (_truth(part.left, domains), _truth(part.right, domains))
        deciding = part.operator == "or"
        if deciding in both:
            return deciding
        return None if None in both else not deciding
    if isinstance(part, Binary) and part.operator in COMPARISONS:
        return _compared(part, domains)
    if isinstance(part, Name):
        if part.text in ("yes", "no"):
            return part.text == "yes"
        domain = domains.get(part.text)
        if isinstance(domain, Interval) and domain.low == domain.high:
            return domain.low != 0.0
    return None


def _compared(part: Binary, domains: Domains) -> bool | None:
    for name, word in ((part.left, part.right), (part.right, part.left)):
        if isinstance(name, Name) and isinstance(domains.get(name.text), Words):
            return _is_word(domains[name.text], word, part.operator)
    left, right = _interval(part.left, domains), _interval(part.right, domains)
    return _ORDER[part.operator](left, right)


def _is_word(domain: Domain, other: Part, operator: str) -> bool | None:
    if not isinstance(domain, Words) or not isinstance(other, Name):
        return None
    if other.text not in domain.words:
        return operator == "!="
    return None if len(domain.words) > 1 else operator == "=="


def _less(left: Interval, right: Interval) -> bool | None:
    return True if left.high < right.low else False if left.low >= right.high else None


def _at_most(left: Interval, right: Interval) -> bool | None:
    return True if left.high <= right.low else False if left.low > right.high else None


def _equal(left: Interval, right: Interval) -> bool | None:
    if left.high < right.low or left.low > right.high:
        return False
    return True if left.low == left.high == right.low == right.high else None


def _not(value: bool | None) -> bool | None:
    return None if value is None else not value


_ORDER: Final[Mapping[str, Callable[[Interval, Interval], bool | None]]] = {
    "<": _less,
    "<=": _at_most,
    ">": lambda left, right: _less(right, left),
    ">=": lambda left, right: _at_most(right, left),
    "==": _equal,
    "!=": lambda left, right: _not(_equal(left, right)),
}


def _interval(part: Part, domains: Domains) -> Interval:
    """The numbers an amount can be."""
    if isinstance(part, Number):
        scale = UNITS[part.unit][1] if part.unit in UNITS else 1.0
        return Interval(low=part.value * scale, high=part.value * scale)
    if isinstance(part, Name):
        if part.text in ("yes", "no"):
            flag = float(part.text == "yes")
            return Interval(low=flag, high=flag)
        domain = domains.get(part.text)
        return domain if isinstance(domain, Interval) else ANYTHING
    if isinstance(part, Unary) and part.operator == "-":
        inner = _interval(part.operand, domains)
        return Interval(low=-inner.high, high=-inner.low)
    if isinstance(part, Binary) and part.operator in "+-":
        left, right = _interval(part.left, domains), _interval(part.right, domains)
        if part.operator == "+":
            return _sound(left.low + right.low, left.high + right.high)
        return _sound(left.low - right.high, left.high - right.low)
    if isinstance(part, Call) and part.function in ("min", "max") and part.arguments:
        return _extreme(part, domains)
    return ANYTHING


def _extreme(part: Call, domains: Domains) -> Interval:
    choose = min if part.function == "min" else max
    inner = [_interval(argument, domains) for argument in part.arguments]
    return Interval(low=choose(one.low for one in inner), high=choose(one.high for one in inner))


def _sound(low: float, high: float) -> Interval:
    return ANYTHING if math.isnan(low) or math.isnan(high) else Interval(low=low, high=high)


# --- words ---------------------------------------------------------------------------------------


def _why(part: Part, domains: Domains) -> Text:
    """What the name of an impossible part can be instead."""
    name = _named(part, domains)
    if name is None:
        return Text("it contradicts itself", "前后矛盾")
    domain = domains[name]
    if isinstance(domain, Words):
        words = ", ".join(sorted(domain.words)[:8])
        if not words:
            return Text(f"nothing is left for {name} here", f"{name} 在这里已经没有可能的取值")
        return Text(f"{name} here is always: {words}", f"这里的 {name} 只会是：{words}")
    if domain.low > domain.high:
        return Text(f"nothing is left for {name} here", f"{name} 在这里已经没有可能的取值")
    if domain.is_flag and domain.low == domain.high:
        en, zh = ("yes", "是") if domain.low else ("no", "否")
        return Text(f"nothing changes {name}: it is always {en}", f"{name} 从不改变，总是“{zh}”")
    if domain.low == domain.high:
        return Text(f"{name} here is always {domain.low:g}", f"这里的 {name} 总是 {domain.low:g}")
    low, high = f"{domain.low:g}", f"{domain.high:g}"
    if domain.high == math.inf:
        return Text(f"{name} is never below {low}", f"{name} 不会低于 {low}")
    return Text(f"{name} here lies from {low} to {high}", f"这里的 {name} 在 {low} 到 {high} 之间")


def _named(part: Part, domains: Domains) -> str | None:
    """The first name of a part of which something is known."""
    if isinstance(part, Name):
        return part.text if part.text in domains else None
    inner: tuple[Part, ...] = ()
    if isinstance(part, Unary):
        inner = (part.operand,)
    elif isinstance(part, Binary):
        inner = (part.left, part.right)
    elif isinstance(part, Call):
        inner = part.arguments
    return next((name for one in inner if (name := _named(one, domains)) is not None), None)
