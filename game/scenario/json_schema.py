"""JSON Schema of the language, printed from the shapes that read it, for completion in editors."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from game.core.text import Language, Text
from game.scenario.debrief import DEBRIEF, SCORE
from game.scenario.decisions import DECISION
from game.scenario.effects import EFFECTS, VERB_SHAPES
from game.scenario.events import EVENT
from game.scenario.header import AUDIENCE, CLOCK
from game.scenario.law_reading import PARAMETER
from game.scenario.letters import LETTER
from game.scenario.nudges import NUDGE
from game.scenario.pictures import PictureShape
from game.scenario.places import INCOME, JOB, PLACE
from game.scenario.profiles import PROFILE, START_RECORD
from game.scenario.quantities import ChanceShape, Quantity, Span
from game.scenario.quiz import QUESTION
from game.scenario.scalars import ExpressionShape, Id, OneOf, Reference, WordShape
from game.scenario.schema import Custom, Key, ListOf, MapOf, Record, TextMap
from game.scenario.schemes import SCHEME
from game.scenario.settings import SETTINGS
from game.scenario.table_reading import FIGURE, TABLE
from game.scenario.texts import NameShape, TextShape
from game.scenario.top_level import SECTIONS, TOP_KEYS
from game.scenario.trial_reading import TRIAL
from game.scenario.variables import VARIABLE

Json: TypeAlias = "dict[str, Any]"
URI: Final = "https://json-schema.org/draft/2020-12/schema"
MODELINE: Final = "# yaml-language-server: $schema="
_ID: Final = "^[a-z][a-z0-9_]{0,39}$"
_DOTTED: Final = r"^[a-z][a-z0-9_]{0,39}(\.[a-z][a-z0-9_]{0,39})*$"
_WORD: Final[Json] = {"type": ["string", "number", "boolean"]}

RECORDS: Final[Mapping[str, Record[Any]]] = {
    "profiles": PROFILE,
    "places": PLACE,
    "jobs": JOB,
    "income": INCOME,
    "parameters": PARAMETER,
    "tables": TABLE,
    "variables": VARIABLE,
    "decisions": DECISION,
    "events": EVENT,
    "scoring": FIGURE,
    "letters": LETTER,
    "nudges": NUDGE,
    "quiz": QUESTION,
    "score": SCORE,
    "schemes": SCHEME,
}
"""What stands under an id of each section."""
_EXTENDED: Final = ("profiles", "events")
_DOTTED_SECTIONS: Final = ("parameters", "scoring")


def json_schema(language: Language) -> Json:
    """The schema of a pack's files, described in one language."""
    schema = _Schema(language)
    properties = {key: schema.top(key) for key in TOP_KEYS}
    return {
        "$schema": URI,
        "title": "scenario 1",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "$defs": {name: _without_keys(one) for name, one in sorted(schema.definitions.items())},
    }


class _Schema:
    """One printing; records and effects become definitions, each once."""

    def __init__(self, language: Language) -> None:
        self.definitions: dict[str, Json] = {}
        self._language = language

    # --- top level -----------------------------------------------------------------------------

    def top(self, key: str) -> Json:
        """What may stand behind a key at the top of a file."""
        merge, label = TOP_KEYS[key]
        described = {"description": self._words(label)}
        if merge == "map":
            return {**self._section(key), **described}
        if merge == "list":
            item = DEBRIEF if key == "debrief" else TRIAL
            return {"type": "array", "items": self.of(item), **described}
        return {**self._single(key), **described}

    def _section(self, section: str) -> Json:
        pattern = _DOTTED if section in _DOTTED_SECTIONS else _ID
        return {
            "type": "object",
            "propertyNames": {"pattern": pattern},
            "additionalProperties": self._item(section),
        }

    def _item(self, section: str) -> Json:
        if section == "goals":
            return self._text()
        item = self.of(RECORDS[section])
        return {"anyOf": [{"type": "number"}, item]} if section == "scoring" else item

    def _single(self, key: str) -> Json:
        singles: dict[str, Callable[[], Json]] = {
            "scenario": lambda: {"const": 1},
            "id": lambda: {"type": "string", "pattern": "^[a-z][a-z0-9-]{2,39}$"},
            "version": lambda: {"type": "string", "pattern": r"^\d+\.\d+\.\d+$"},
            "title": self._text,
            "summary": self._text,
            "authors": lambda: {"type": ["array", "string"], "items": {"type": "string"}},
            "include": lambda: {"type": "array", "items": {"type": "string"}},
            "remove": lambda: {"type": "array", "items": {"type": "string"}},
            "languages": lambda: {"type": "array", "items": {"enum": ["en", "zh"]}},
            "clock": lambda: self.of(CLOCK),
            "audience": lambda: self.of(AUDIENCE),
            "settings": lambda: self.of(SETTINGS),
            "override": self._override,
            "prices": lambda: {"type": "integer"},
        }
        return singles[key]() if key in singles else {"type": "string"}

    def _override(self) -> Json:
        """Sections with any of the keys of their things, none of them required."""
        sections = {section: {"type": "object"} for section in SECTIONS}
        return {"type": "object", "additionalProperties": False, "properties": sections}

    # --- shapes --------------------------------------------------------------------------------

    def of(self, shape: object) -> Json:
        """A shape in JSON Schema."""
        if isinstance(shape, Record):
            return self._record(shape)
        for kind, print_ in _PRINTERS.items():
            if isinstance(shape, kind):
                return print_(self, shape)
        return {}

    def _record(self, record: Record[Any]) -> Json:
        name = re.sub(r"[^a-z]+", "_", record.noun.en.lower()).strip("_")
        while name in self.definitions and self.definitions[name].get("x-keys") != _keys(record):
            name += "_"
        if name not in self.definitions:
            self.definitions[name] = {"x-keys": _keys(record)}
            self.definitions[name] |= self._object(record)
        return {"$ref": f"#/$defs/{name}"}

    def _object(self, record: Record[Any]) -> Json:
        properties = {key.name: self._property(key) for key in record.keys}
        required = [key.name for key in record.keys if key.is_required]
        if any(record is RECORDS[section] for section in _EXTENDED):
            properties["extends"] = {"type": "string", "pattern": _ID}
            required = []
        if record is START_RECORD:
            required = []  # What a profile extends may say the rest.
        schema: Json = {
            "type": "object",
            "title": self._words(record.noun),
            "additionalProperties": False,
            "properties": properties,
        }
        return {**schema, "required": required} if required else schema

    def _property(self, key: Key[Any]) -> Json:
        inner = self._effects() if key.shape is EFFECTS else self.of(key.shape)
        return {**inner, "description": self._words(key.label)}

    def named(self, inner: Json) -> Json:
        return {
            "type": "object",
            "propertyNames": {"pattern": _ID},
            "additionalProperties": inner,
        }

    def _effects(self) -> Json:
        """A list of items of one verb each."""
        if "effect" not in self.definitions:
            self.definitions["effect"] = {}
            verbs = {name: self._verb(name) for name in VERB_SHAPES}
            self.definitions["effect"] = {
                "type": "object",
                "minProperties": 1,
                "maxProperties": 1,
                "additionalProperties": False,
                "properties": verbs,
            }
        return {"type": "array", "items": {"$ref": "#/$defs/effect"}}

    def _verb(self, name: str) -> Json:
        forms = [self.of(shape) for shape in VERB_SHAPES[name]]
        return forms[0] if len(forms) == 1 else {"anyOf": forms}

    def _text(self) -> Json:
        both = {"en": {"type": "string"}, "zh": {"type": "string"}}
        map_ = {"type": "object", "additionalProperties": False, "properties": both}
        return {"anyOf": [map_, {"type": "string"}]}

    def _words(self, text: Text) -> str:
        return text.in_language(self._language)


def _without_keys(definition: Json) -> Json:
    return {name: value for name, value in definition.items() if name != "x-keys"}


def _keys(record: Record[Any]) -> list[str]:
    return [key.name for key in record.keys]


def _quantity(schema: _Schema, shape: Quantity) -> Json:
    units = "|".join(re.escape(unit) for unit in shape.units if unit)
    number = r"[-+]?\d+(\.\d+)?"
    pattern = f"^{number}( ?({units}))?$" if "" in shape.units else f"^{number} ?({units})$"
    form: Json = {"type": "string", "pattern": pattern, "examples": [shape.example]}
    if "" not in shape.units:
        return form
    if not units:
        return {"type": "integer" if shape.is_whole else "number"}
    return {"anyOf": [{"type": "number"}, form]}


def _custom(schema: _Schema, shape: Custom[Any]) -> Json:
    forms = [*((shape.item,) if shape.item is not None else ()), *shape.forms]
    printed = [schema.of(form) for form in forms]
    if shape.item is not None and not shape.forms:
        printed.append(_WORD)
    return printed[0] if len(printed) == 1 else {"anyOf": printed} if printed else {}


_PRINTERS: Final[Mapping[type, Callable[[_Schema, Any], Json]]] = {
    TextShape: lambda schema, shape: schema._text(),
    NameShape: lambda schema, shape: schema._text(),
    ExpressionShape: lambda schema, shape: _WORD,
    Quantity: _quantity,
    Span: lambda schema, shape: {"type": "string", "examples": [shape.example]},
    ChanceShape: lambda schema, shape: {"type": "string", "examples": ["4% per year"]},
    OneOf: lambda schema, shape: {"enum": list(shape.words)},
    Reference: lambda schema, shape: {"type": "string", "pattern": _ID},
    Id: lambda schema, shape: {"type": "string", "pattern": _ID},
    WordShape: lambda schema, shape: {"type": ["string", "number"]},
    PictureShape: lambda schema, shape: {"type": "string"},
    ListOf: lambda schema, shape: {"type": "array", "items": schema.of(shape.item)},
    MapOf: lambda schema, shape: schema.named(schema.of(shape.item)),
    TextMap: lambda schema, shape: {"type": "object"},
    Custom: _custom,
}
