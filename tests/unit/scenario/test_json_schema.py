"""The schema for editors is made of the shapes that read packs, so sound packs satisfy it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.core.source import ListNode, MapNode, Node, load
from game.scenario.json_schema import MODELINE, json_schema
from tests.unit.scenario.test_lessons import BODY, HEAD

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = json_schema("en")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
}


def plain(node: Node) -> Any:
    """A node as an editor's YAML would see it."""
    if isinstance(node, MapNode):
        return {entry.key.text: plain(entry.value) for entry in node.entries}
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    if node.is_plain and NUMBER.fullmatch(node.text):
        return float(node.text) if "." in node.text else int(node.text)
    return node.text


def complaints(value: Any, schema: dict[str, Any], path: str) -> Iterator[str]:
    """What a value breaks of the few words of JSON Schema that are used here."""
    if "$ref" in schema:
        yield from complaints(value, SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]], path)
    if "anyOf" in schema:
        options = [list(complaints(value, option, path)) for option in schema["anyOf"]]
        if all(options):
            yield min(options, key=len)[0]
    if "const" in schema and value != schema["const"]:
        yield f"{path}: not {schema['const']}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{path}: {value} is none of {schema['enum']}"
    kinds = schema.get("type", [])
    names = [kinds] if isinstance(kinds, str) else kinds
    if names and not any(isinstance(value, TYPES[name]) for name in names):
        yield f"{path}: {value!r} is no {names}"
        return
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        yield f"{path}: {value!r} is not like {schema['pattern']}"
    if isinstance(value, dict):
        yield from _of_object(value, schema, path)
    if isinstance(value, list) and "items" in schema:
        for number, item in enumerate(value):
            yield from complaints(item, schema["items"], f"{path}.{number}")


def _of_object(value: dict[str, Any], schema: dict[str, Any], path: str) -> Iterator[str]:
    known = schema.get("properties", {})
    others = schema.get("additionalProperties", {})
    for name in schema.get("required", []):
        if name not in value:
            yield f"{path} has no {name}"
    for name, inner in value.items():
        if "propertyNames" in schema:
            yield from complaints(name, schema["propertyNames"], f"{path}.{name}")
        if name in known:
            yield from complaints(inner, known[name], f"{path}.{name}")
        elif others is False:
            yield f"{path}: unknown {name}"
        elif isinstance(others, dict):
            yield from complaints(inner, others, f"{path}.{name}")


def of_file(content: bytes, name: str) -> list[str]:
    root = load(name, content).root
    assert root is not None
    return list(complaints(plain(root), SCHEMA, name))


@pytest.mark.parametrize(
    "path",
    [
        *sorted((ROOT / "scenarios").glob("**/*.yaml")),
        *(ROOT / "tests/mistakes/toyland").glob("*.yaml"),
    ],
    ids=lambda path: path.name,
)
def test_sound_packs_satisfy_it(path: Path) -> None:
    assert of_file(path.read_bytes(), path.name) == []


def test_everything_that_teaches_satisfies_it() -> None:
    assert of_file((HEAD + BODY).encode(), "lessons") == []


@pytest.mark.parametrize(
    "body",
    [
        "evnts: {}",
        "events: {e: {probabilty: 4% per year}}",
        "places: {p: {name: P, province: x, rent: 5 yuan}}",
        "jobs: {j: {kind: riding}}",
        "events: {E: {}}",
        "events: {e: {effects: [{py: 5 yuan}]}}",
        "scenario: 2",
    ],
)
def test_mistakes_do_not(body: str) -> None:
    assert of_file(f"{body}\n".encode(), "mistake")


def test_the_bundled_schema_is_the_one_printed_today() -> None:
    written = json.loads((ROOT / "scenarios" / "scenario-1.schema.json").read_text("utf-8"))
    assert written == SCHEMA, "print it anew with the command: schema"


@pytest.mark.parametrize("path", sorted((ROOT / "scenarios").glob("*/scenario.yaml")), ids=str)
def test_bundled_packs_name_it(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"{MODELINE}../scenario-1.schema.json"
