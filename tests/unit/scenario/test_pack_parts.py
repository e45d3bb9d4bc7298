"""Smaller parts of packs: pictures, versions, migration, origins, the schema for editors."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import pytest

from game.core.source import MapNode, load
from game.scenario.checks.domains import Domains, Interval, Words
from game.scenario.checks.possible import never_true
from game.scenario.compiler import load_pack
from game.scenario.expression.parser import parse
from game.scenario.json_schema import RECORDS, json_schema
from game.scenario.migration import Ladder, Rewording, migrated, rewordings, version_of
from game.scenario.origin import known_ids, origin_of
from game.scenario.pictures import size_of
from game.scenario.versions import Range
from tests.mistakes.pages import png

TOYS = Path(__file__).parents[2] / "mistakes"
HEAD = "scenario: 1\nid: child\nextends: toyland\n"
VP8X = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + b"\x1f\x03\0" + b"\x57\x02\0"
VP8L = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + ((799) | (599 << 14)).to_bytes(4, "little")
VP8 = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 800, 600)
JPEG = b"\xff\xd8\xff\xe0\x00\x06JFIF\xff\xff\xc2\x00\x11\x08" + struct.pack(">HH", 600, 800)


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (png(800, 600), ("png", 800, 600)),
        (JPEG, ("jpeg", 800, 600)),
        (VP8X, ("webp", 800, 600)),
        (VP8L, ("webp", 800, 600)),
        (VP8, ("webp", 800, 600)),
        (b"GIF89a" + b"\x01" * 40, None),
        (b"<svg/>", None),
        (b"\x89PNG\r\n\x1a\n", None),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 40, None),
    ],
)
def test_sizes_are_read_from_the_head(content: bytes, size: tuple[str, int, int] | None) -> None:
    assert size_of(content) == size


@pytest.mark.parametrize(
    ("written", "version", "holds"),
    [
        (">=1.2", "1.2.0", True),
        (">=1.2", "1.1.9", False),
        (">=1.2 <2", "1.10.0", True),
        (">=1.2, <2", "2.0.0", False),
        ("== 1.0.0", "1.0.0", True),
    ],
)
def test_a_range_of_versions(written: str, version: str, holds: bool) -> None:
    wanted = Range.of(written)
    assert wanted is not None
    assert wanted.holds(version) is holds


@pytest.mark.parametrize("written", ["", "1.2", "newest", ">=x", ">=1 <2 >3", ">=1.2.3.4"])
def test_what_is_no_range(written: str) -> None:
    assert Range.of(written) is None


def test_an_older_language_is_migrated_step_by_step() -> None:
    root = load("scenario.yaml", b"scenario: 1\nid: old-pack\ntitle: [A, B]\n").root
    assert root is not None

    def renamed(node: MapNode) -> list[Rewording]:
        return [Rewording(node=node.entries[1].key, text="name")]

    def renamed_again(node: MapNode) -> list[Rewording]:
        return [Rewording(node=node.entries[1].key, text="called")]

    ladder = Ladder(current=3, steps={1: renamed, 2: renamed_again})
    new = migrated(root, 1, ladder)
    assert version_of(new) == 3
    assert [entry.key.text for entry in new.entries] == ["scenario", "called", "title"]
    assert new.entries[1].key.place == root.entries[1].key.place
    assert [each.text for each in rewordings(root, 1, ladder)] == ["3", "called"]
    assert migrated(root, 1) is root
    assert migrated(root, 3, ladder) is root
    assert migrated(root, None, ladder) is root
    assert version_of(root) == 1


def test_where_a_thing_and_what_it_overrides_stand(tmp_path: Path) -> None:
    body = "override:\n  places:\n    harbour: {rent: 900 yuan/month}\n"
    (tmp_path / "scenario.yaml").write_text(HEAD + body)
    loaded = load_pack(tmp_path, [TOYS])
    (origin,) = origin_of(loaded, "harbour")
    assert (origin.section, origin.where) == ("places", "toyland/scenario.yaml:16")
    rent = next(field for field in origin.fields if field.name == "rent")
    assert (rent.written, rent.where) == ("900 yuan/month", "scenario.yaml:6")
    assert rent.overrides == "toyland/scenario.yaml:16"
    assert origin_of(loaded, "places.harbour")[0] == origin
    assert origin_of(loaded, "nowhere") == ()
    assert "events.old_wound" in known_ids(loaded)


DOMAINS: Domains = {
    "age": Interval(low=22.0, high=75.0),
    "sex": Words(words=frozenset({"male"})),
    "place": Words(words=frozenset({"harbour", "valley"})),
    "my.hours": Interval(low=20.0, high=84.0),
    "my.flag": Interval(low=0.0, high=0.0),
}


@pytest.mark.parametrize(
    ("condition", "part"),
    [
        ("sex == female", "sex == female"),
        ("female == sex", "female == sex"),
        ("age > 80 and place == valley", "age > 80"),
        ("age > 80 or sex == female", "age > 80 or sex == female"),
        ("not sex == male", "not sex == male"),
        ("my.flag", "my.flag"),
        ("my.hours + 10 hours/week > 100 hours/week", "my.hours + 10 hours/week > 100 hours/week"),
        ("max(age, 20) < 22", "max(age, 20) < 22"),
        ("place == valley and place == harbour", "place == harbour"),
        ("age < 30 and age > 40", "age > 40"),
        ("age >= 80 years", "age >= 80 years"),
        ("3 > 5", "3 > 5"),
    ],
)
def test_a_condition_that_can_never_hold(condition: str, part: str) -> None:
    never = never_true(parse(condition), DOMAINS)
    assert never is not None
    start, end = never.part.span
    assert condition[start:end] == part


@pytest.mark.parametrize(
    "condition",
    ["age > 40", "sex != female", "place != valley", "cash < 0 yuan", "not my.flag", "age <= 22",
     "my.hours > 60", "seen(crash)", "age > 80 or cash > 5 yuan", "age / 0 > 3", "-age < 0"],
)  # fmt: skip
def test_a_condition_that_may_hold(condition: str) -> None:
    assert never_true(parse(condition), DOMAINS) is None


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_schema_names_every_key_and_points_nowhere_wrong(language: str) -> None:
    schema = json_schema("zh" if language == "zh" else "en")
    text = json.dumps(schema, ensure_ascii=False)
    for record in RECORDS.values():
        assert all(f'"{name}"' in text for name in record.key_names())
    defined = set(schema["$defs"])
    used = {part.split('"')[0] for part in text.split("#/$defs/")[1:]}
    assert used <= defined
    assert ("情景" in text or "事件" in text) is (language == "zh")
