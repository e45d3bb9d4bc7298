"""Reads how a pack wants to be played and judged."""

from __future__ import annotations

import re
from typing import Any, Final

from game.core.source import Entry
from game.core.text import Text
from game.scenario.quantities import Quantity
from game.scenario.reader import Reader
from game.scenario.scalars import OneOf
from game.scenario.schema import Fields, Key, Record, TextMap
from game.scenario.teaching import Settings

_BOX: Final[Key[Any]] = Key(
    name="text_box",
    shape=OneOf(words={"normal": "normal", "tall": "tall"}),
    label=Text("text box", "文本框"),
)
_SEED: Final = Key(
    name="seed",
    shape=Quantity(units={"": 1.0}, example="1", low=0.0, high=1e9, is_whole=True),
    label=Text("seed", "随机种子"),
)
_EVENTS: Final = Key(
    name="events_per_turn",
    shape=Quantity(units={"": 1.0}, example="3", low=1.0, high=3.0, is_whole=True),
    label=Text("events a year", "每年最多事件"),
)
_LINT_CODE: Final = re.compile(r"SP\d\d")
_LIMIT: Final = Quantity(
    units={"": 1.0, "%": 0.01, "years": 1.0, "year": 1.0, "points": 1.0}, example="5%", low=0.0
)


def _bound(entry: Entry, reader: Reader) -> tuple[str, float] | None:
    code = entry.key.text
    if not _LINT_CODE.fullmatch(code):
        reader.report(
            "SC201", entry.key, variant="lint", hint="known", key=code, known="SP01 … SP31"
        )
        return None
    value = _LIMIT.read(entry.value, reader)
    return None if value is None else (code, value)


_LINT: Final[Key[Any]] = Key(
    name="lint",
    shape=TextMap(
        wanted=Text("codes with their bounds", "代码和界限"), example="{SP01: 1%}", entry=_bound
    ),
    label=Text("bounds of the playtest", "试玩界限"),
)


def _settings(fields: Fields, reader: Reader) -> Settings:
    seed = fields.get(_SEED)
    return Settings(
        text_box=fields.value(_BOX, "normal"),
        seed=None if seed is None else int(seed),
        events_per_turn=int(fields.value(_EVENTS, 3.0)),
        lint=dict(fields.get(_LINT) or ()),
    )


SETTINGS: Final = Record(
    noun=Text("'settings'", "设置"),
    keys=(_BOX, _SEED, _EVENTS, _LINT),
    build=_settings,
    instead={
        "difficulty": Text(
            "luck and law are the same for everybody; make it harder by whom it is about:"
            " `start:` of a profile, `income`, `spending`",
            "运气和政策对谁都一样；想让局面更难，请改人物的 `start:`、`income` 或 `spending`",
        ),
    },
)
