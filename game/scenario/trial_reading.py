"""Reads the ``tests:`` of a pack."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from game.core.diagnostics import Place
from game.core.source import Node, ScalarNode
from game.core.text import EMPTY, Text
from game.scenario.quantities import AGE, Quantity
from game.scenario.reader import Reader
from game.scenario.scalars import CONDITION, ExpressionShape, OneOf, Reference, WordShape, words
from game.scenario.schema import Custom, Fields, Key, ListOf, Record
from game.scenario.source_nodes import child_of
from game.scenario.texts import NAME_OF_DOCUMENT
from game.scenario.trial_steps import STEP
from game.scenario.trials import (
    STRATEGIES,
    Amounts,
    Expectation,
    Happens,
    Holds,
    Never,
    ShareOfLives,
    Trial,
)

MOST_LIVES: Final = 100_000
_EVENT: Final = Reference(section="events", what="event")
_MEASURE: Final = ExpressionShape(kinds=())

# --- what must come of it ----------------------------------------------------------------------

_AT: Final = Key(name="at", shape=AGE, label=Text("at age", "年龄"))
_CHECK: Final = Key(name="check", shape=CONDITION, label=Text("condition", "条件"))
_VALUE: Final = Key(name="value", shape=_MEASURE, label=Text("amount", "数值"))
_BETWEEN: Final = Key(
    name="between",
    shape=ListOf(item=_MEASURE, example="[1%, 60%]"),
    label=Text("between", "范围"),
)
_NEVER: Final = Key(name="never", shape=_EVENT, label=Text("never", "从不"))
_HAPPENS: Final = Key(name="happens", shape=_EVENT, label=Text("happens", "发生"))
_BEFORE: Final = Key(
    name="before",
    shape=Custom(function=lambda node, reader: _before_age(node, reader), forms=(AGE, WordShape())),
    label=Text("before", "之前"),
)
_SHARE: Final = Key(name="share_of_lives", shape=CONDITION, label=Text("share of lives", "占比"))
_MAIN: Final[tuple[Key[Any], ...]] = (_CHECK, _VALUE, _NEVER, _HAPPENS, _SHARE)


def _before_age(node: Node, reader: Reader) -> float | None:
    """An age, ``60`` or ``age 60``."""
    if isinstance(node, ScalarNode) and node.text.startswith("age "):
        node = replace(node, text=node.text.removeprefix("age ").strip())
    return AGE.read(node, reader)


def _expectation(fields: Fields, reader: Reader) -> Expectation | None:
    written = [key for key in _MAIN if fields.has(key)]
    if len(written) != 1:
        reader.report("SC805", reader.owner_place, variant="expect")
        return None
    entry = fields.entry(written[0])
    assert entry is not None
    place = entry.value.place
    never, happens = fields.get(_NEVER), fields.get(_HAPPENS)
    if never is not None:
        return Never(event=never, place=place)
    if happens is not None:
        before = fields.get(_BEFORE)
        return Happens(event=happens, before=None if before is None else int(before), place=place)
    if fields.has(_NEVER) or fields.has(_HAPPENS):
        return None
    share = fields.get(_SHARE)
    if share is not None:
        low, high = _bounds(fields, share.kind, reader)
        return ShareOfLives(check=share, low=low, high=high, place=place)
    return None if fields.has(_SHARE) else _at_age(fields, place, reader)


def _at_age(fields: Fields, place: Place, reader: Reader) -> Expectation | None:
    check, value, age = fields.get(_CHECK), fields.get(_VALUE), fields.get(_AT)
    if age is None:
        if not fields.has(_AT):
            owner = Text("this expectation", "此项")
            reader.report("SC208", place, owner=owner, key="at", label=_AT.label, example="64")
        return None
    if check is not None:
        return Holds(at=int(age), check=check, place=place)
    if value is None:
        return None
    low, high = _bounds(fields, value.kind, reader)
    return Amounts(at=int(age), value=value, low=low, high=high, place=place)


def _bounds(fields: Fields, kind: str, reader: Reader) -> tuple[float, float]:
    """The two constants of ``between``, of the kind of what is held against them."""
    entry, given = fields.entry(_BETWEEN), fields.get(_BETWEEN)
    wanted = "number" if kind == "yes_no" else kind
    numbers = [bound.constant for bound in given or ()]
    is_sound = (
        given is not None
        and len(numbers) == 2
        and all(bound.kind in (wanted, "number") for bound in given)
    )
    if is_sound and numbers[0] is not None and numbers[1] is not None and numbers[0] <= numbers[1]:
        return numbers[0], numbers[1]
    if entry is None or given is not None:
        where = entry.value if entry is not None else reader.owner_place
        reader.report("SC805", where, variant="between")
    return 0.0, 0.0


_EXPECT: Final = Record(
    noun=Text("expectation", "预期"),
    keys=(_AT, _CHECK, _VALUE, _BETWEEN, _NEVER, _HAPPENS, _BEFORE, _SHARE),
    build=_expectation,
)

# --- a whole test ------------------------------------------------------------------------------


def _placed(record: Record[Any]) -> Custom[Any]:
    """A record whose own place is where its mistakes are told."""

    def read(node: Node, reader: Reader) -> Any:
        return record.read(node, replace(reader, owner=EMPTY, owner_place=node.place))

    return Custom(function=read, item=record)


_NAME: Final = Key(
    name="name",
    shape=NAME_OF_DOCUMENT,
    label=Text("name", "名称"),
    is_required=True,
    example='"twenty paid years"',
)
_PROFILE: Final = Key(
    name="profile",
    shape=Reference(section="profiles", what="profile"),
    label=Text("profile", "人物"),
)
_LUCK: Final = Key(
    name="luck", shape=OneOf(words={"on": True, "off": False}), label=Text("luck", "运气")
)
_SEED: Final = Key(
    name="seed",
    shape=Quantity(units={"": 1.0}, example="1", low=0.0, high=2.0**32, is_whole=True),
    label=Text("seed", "随机种子"),
)
_LIVES: Final = Key(
    name="lives",
    shape=Quantity(units={"": 1.0}, example="2000", low=1.0, high=MOST_LIVES, is_whole=True),
    label=Text("lives", "人数"),
)
_POLICY: Final = Key(name="policy", shape=words(*STRATEGIES), label=Text("kind of player", "玩法"))
_PLAY: Final = Key(
    name="play",
    shape=ListOf(item=_placed(STEP), example="[{age: 22, decide: {…}}]"),
    label=Text("what is played", "经过"),
)
_EXPECTS: Final = Key(
    name="expect",
    shape=ListOf(item=_placed(_EXPECT), example='[{at: 64, check: "…"}]'),
    label=Text("what must come of it", "预期"),
    is_required=True,
    example='[{at: 64, check: "pension > 0 yuan/month"}]',
)


def _trial(fields: Fields, reader: Reader) -> Trial | None:
    assert reader.owner_place is not None
    is_population = fields.has(_LIVES) or fields.has(_POLICY)
    if is_population and fields.has(_PLAY):
        entry = fields.entry(_PLAY)
        reader.report("SC805", entry.key if entry else None, variant="both")
    if not is_population and not fields.has(_PROFILE):
        reader.report("SC805", reader.owner_place, variant="profile")
    expect = fields.value(_EXPECTS, ())
    for expectation in expect:
        if isinstance(expectation, ShareOfLives) and not is_population:
            reader.report("SC805", expectation.place, variant="share")
    return Trial(
        name=fields.value(_NAME, EMPTY),
        place=reader.owner_place,
        profile=fields.get(_PROFILE),
        has_luck=fields.value(_LUCK, is_population),
        seed=int(fields.value(_SEED, 1.0)),
        lives=int(fields.value(_LIVES, 2_000.0 if is_population else 1.0)),
        policy=fields.value(_POLICY, "random") if is_population else "",
        play=fields.value(_PLAY, ()),
        expect=expect,
    )


TRIAL: Final = Record(
    noun=Text("test", "测试"),
    keys=(_NAME, _PROFILE, _LUCK, _SEED, _LIVES, _POLICY, _PLAY, _EXPECTS),
    build=_trial,
)


def trial(node: Node, reader: Reader) -> Trial | None:
    """One test of its node."""
    return TRIAL.read(node, replace(reader, owner=TRIAL.noun, owner_place=_place_of(node)))


def _place_of(node: Node) -> Place:
    """Its name where it has one, so that a message points at something that tells it apart."""
    name = child_of(node, "name")
    return name.place if isinstance(name, ScalarNode) else node.place
