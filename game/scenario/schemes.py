"""Reads schemes as an author describes them; the engine reckons by the numbers of law."""

from __future__ import annotations

from typing import Final

from game.core.text import EMPTY, Text
from game.scenario.expression.kinds import FLOW, YES_NO
from game.scenario.places import NAME
from game.scenario.reader import Reader
from game.scenario.scalars import CONDITION, ExpressionShape, OneOf
from game.scenario.schema import Fields, Key, Record
from game.scenario.teaching import Scheme

_KIND: Final = Key(
    name="kind",
    shape=OneOf(words={"pension": "pension", "medical": "medical"}),
    label=Text("kind", "类型"),
    is_required=True,
    example="pension",
)
_FLOW: Final = ExpressionShape(kinds=(FLOW,))
_WHO: Final = Key(name="who", shape=CONDITION, label=Text("who may join", "参保对象"))
_CONTRIBUTION: Final = Key(name="contribution", shape=_FLOW, label=Text("contribution", "缴费"))
_BENEFIT: Final = Key(name="benefit", shape=_FLOW, label=Text("benefit", "待遇"))
_VESTING: Final = Key(
    name="vesting", shape=ExpressionShape(kinds=(YES_NO,)), label=Text("right begins", "领取条件")
)


def _scheme(fields: Fields, reader: Reader) -> Scheme:
    reader.report("SC221", reader.owner_place, severity="tip", owner=reader.owner)
    kind = fields.value(_KIND, "pension")
    return Scheme(
        id=reader.id,
        kind="medical" if kind == "medical" else "pension",
        name=fields.value(NAME, EMPTY),
        who=fields.get(_WHO),
        contribution=fields.get(_CONTRIBUTION),
        benefit=fields.get(_BENEFIT),
        vesting=fields.get(_VESTING),
    )


_BY_LAW: Final = Text("write it as a number under `parameters:`", "请写成 `parameters:` 里的参数")
SCHEME: Final = Record(
    noun=Text("scheme", "参保制度"),
    keys=(_KIND, NAME, _WHO, _CONTRIBUTION, _BENEFIT, _VESTING),
    build=_scheme,
    instead=dict.fromkeys(
        (
            "account_share",
            "counts_as",
            "index_by",
            "claim_age",
            "transfer",
            "deductible",
            "share",
            "cap",
            "waiting",
        ),
        _BY_LAW,
    ),
)
