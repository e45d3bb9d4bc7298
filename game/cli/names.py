"""``names``: every name a condition or an amount may use, its kind and what it means."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from game.cli.asked_pack import PACK, playable
from game.cli.name_meanings import FUNCTIONS, MEANINGS
from game.cli.parser import CommandParser
from game.core.diagnostics import cells
from game.core.text import Language, Text, same
from game.scenario.expression.kinds import KIND_WORDS, UNITS, words_of
from game.scenario.expression.vocabulary import CHANGEABLE, CORE_NAMES, law_unit
from game.scenario.model import Job, Place, Profile, Scenario

ABOUT: Final = Text(
    "Lists every name you may use in a condition or an amount (when, needs, values, effects …),\n"
    "with its kind and what it means. Behind a word only lines that have it are shown.",
    "列出条件和金额（when、needs、values、effects 等）里能用的所有名称、类别和含义。\n"
    "后面写一个词，就只列出含这个词的行。",
)
EXAMPLES: Final = Text(
    "names\nnames --find medical\nnames ./night-shift --find my.",
    "names\nnames --find 医\nnames ./ye-ban --find my.",
)
FIND: Final = Text("show only what has this word", "只显示含这个词的")
JSON: Final = Text("for machines", "输出 JSON")
NOTHING: Final = Text("No name has “{word}” in it.", "没有含“{word}”的名称。")
CAN_CHANGE: Final = Text("may be changed by add and set", "可用 add、set 改变")
GROUPS: Final = {
    "core": Text("THE LIFE AND ITS PLAN", "人物与方案"),
    "my": Text("YOUR OWN VARIABLES", "自定义变量"),
    "knows": Text("LEARNING GOALS MET", "已涉及的学习目标"),
    "param": Text("NUMBERS OF LAW AND OF RISK", "政策与风险参数"),
    "function": Text("FUNCTIONS", "函数"),
    "label": Text("WORDS TO COMPARE WITH", "可比较的词"),
    "unit": Text("UNITS", "单位"),
}
_OWN: Final = Text("starts at {start}", "初始值 {start}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One name, in its group."""

    group: str
    name: str
    kind: Text
    meaning: Text


def main(arguments: Sequence[str], language: Language) -> int:
    """Print the names.

    Args:
        arguments: a pack, ``--find``, ``--json``.
        language: of the meanings.

    Returns:
        0.
    """
    parser = CommandParser("names", ABOUT, language, EXAMPLES)
    parser.add("pack", about=PACK, nargs="?", default="china")
    parser.add("--find", about=FIND, default="", metavar="WORD")
    parser.add("--json", about=JSON, action="store_true")
    asked = parser.parse_args(list(arguments))
    _, scenario = playable(asked.pack)
    word = asked.find.casefold()
    lines = [line for line in lines_of(scenario) if _has(line, word)]
    if asked.json:
        print(json.dumps([_as_json(line) for line in lines], ensure_ascii=False, indent=2))
    elif not lines:
        print(NOTHING.filled({"word": asked.find}).in_language(language))
    else:
        print(as_text(lines, language))
    return 0


def lines_of(scenario: Scenario) -> Iterator[Line]:
    """Every name of a pack."""
    for name, kind in CORE_NAMES.items():
        meaning = MEANINGS[name]
        if name in CHANGEABLE:
            meaning = Text(f"{meaning.en}; {CAN_CHANGE.en}", f"{meaning.zh}；{CAN_CHANGE.zh}")
        yield Line(group="core", name=name, kind=words_of(kind), meaning=meaning)
    for variable in scenario.variables:
        start = _OWN.filled({"start": f"{variable.start:g}"})
        own = words_of(variable.kind)
        yield Line(group="my", name=f"my.{variable.id}", kind=own, meaning=start)
    for goal, text in scenario.goals.items():
        yield Line(group="knows", name=f"knows.{goal}", kind=KIND_WORDS["yes_no"], meaning=text)
    for name, parameter in scenario.law.parameters.items():
        of_law = words_of(law_unit(parameter.unit)[0])
        yield Line(group="param", name=f"param.{name}", kind=of_law, meaning=parameter.label)
    for written, gives in FUNCTIONS.values():
        yield Line(group="function", name=written, kind=same(""), meaning=gives)
    yield from _labels(scenario)
    for unit, (unit_kind, _) in UNITS.items():
        yield Line(group="unit", name=unit, kind=words_of(unit_kind), meaning=same(""))


def _labels(scenario: Scenario) -> Iterator[Line]:
    """Ids one compares a place, a job or a person with."""
    sets: dict[str, Sequence[Place | Job | Profile]] = {
        "place": scenario.places,
        "job": scenario.jobs,
        "profile": scenario.profiles,
    }
    for kind, things in sets.items():
        for thing in things:
            yield Line(group="label", name=thing.id, kind=words_of(kind), meaning=thing.name)


def _has(line: Line, word: str) -> bool:
    everything = (line.name, line.meaning.en, line.meaning.zh)
    return not word or any(word in part.casefold() for part in everything)


def as_text(lines: Sequence[Line], language: Language) -> str:
    """The names group by group, in columns."""
    parts = []
    for group, title in GROUPS.items():
        rows = [line for line in lines if line.group == group]
        if rows:
            parts.append("\n".join([title.in_language(language), *_rows(rows, language)]))
    return "\n\n".join(parts)


def _rows(lines: Sequence[Line], language: Language) -> Iterator[str]:
    names = max(cells(line.name) for line in lines)
    kinds = max(cells(line.kind.in_language(language)) for line in lines)
    for line in lines:
        kind = line.kind.in_language(language)
        name = line.name + " " * (names - cells(line.name))
        kind += " " * (kinds - cells(kind))
        yield f"  {name}  {kind}  {line.meaning.in_language(language)}".rstrip()


def _as_json(line: Line) -> dict[str, str]:
    return {
        "group": line.group,
        "name": line.name,
        "kind": line.kind.en,
        "en": line.meaning.en,
        "zh": line.meaning.zh,
    }
