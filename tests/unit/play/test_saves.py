"""A life is never lost: round trips, every kind of damage, full disks, and kills."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import game
from game.play import storage
from game.play.problems import Kind, Problem
from game.play.saves import Save, SaveStore, save_from, to_text

ROOT = Path(game.__file__).parents[1]
TEXTS = st.text(max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
SAVES = st.builds(
    Save,
    engine_version=TEXTS,
    pack_id=TEXTS,
    pack_version=TEXTS,
    pack_hash=TEXTS,
    profile=TEXTS,
    age=st.integers(16, 120),
    seed=st.integers(0, 2**64),
    state=st.dictionaries(TEXTS, VALUES, max_size=4),
    answers=st.lists(VALUES, max_size=4).map(tuple),
)
LIFE = Save(
    engine_version="0.1.0",
    pack_id="china",
    pack_version="1",
    pack_hash="c0ffee",
    profile="li_wei",
    age=34,
    seed=7,
    state={"cash": [1234.56, 0.1 + 0.2, -0.0, 5e-324], "place": ["hangzhou"]},
    answers=({"event": "first_payday", "option": "keep"},),
)


@pytest.fixture
def store(tmp_path: Path) -> SaveStore:
    return SaveStore(tmp_path)


@given(save=SAVES)
def test_what_is_written_is_read(save: Save) -> None:
    text = to_text(save)
    back = save_from(json.loads(text), Path("x"))
    assert back == save
    assert isinstance(back, Save) and to_text(back) == text


@given(value=st.floats())
def test_every_float_comes_back_to_the_last_bit(value: float) -> None:
    back = save_from(json.loads(to_text(replace(LIFE, state={"x": [value]}))), Path("x"))
    assert isinstance(back, Save)
    assert repr(back.state["x"]) == repr([value])


def test_the_one_before_is_kept(store: SaveStore) -> None:
    assert store.write("auto", LIFE) is None
    assert store.write("auto", replace(LIFE, age=35)) is None
    assert store.read("auto") == replace(LIFE, age=35)
    store.path("auto").unlink()
    back = store.read("auto")
    assert back == LIFE
    assert isinstance(back, Save) and back.notice is None
    assert [entry.slot for entry in store.list()] == ["auto"]


def test_nothing_saved_is_a_sentence(store: SaveStore) -> None:
    problem = store.read("auto")
    assert isinstance(problem, Problem) and problem.kind is Kind.MISSING
    assert store.list() == ()
    assert SaveStore(store.folder / "not-there").list() == ()


def test_cut_off_at_any_byte_it_is_a_life_or_a_problem(tmp_path: Path) -> None:
    whole = to_text(LIFE).encode()
    for length in range(len(whole)):
        store = SaveStore(tmp_path / str(length))
        store.folder.mkdir()
        store.path("auto").write_bytes(whole[:length])
        found = store.read("auto")
        if length == len(whole) - 1:
            assert found == LIFE, "only the last line end is missing"
            continue
        assert isinstance(found, Problem) and found.kind is Kind.DAMAGED
        kept = store.folder / "life-auto.json.damaged-1"
        assert kept.read_bytes() == whole[:length]
        assert str(kept) in found.text.en and str(kept) in found.text.zh


@given(position=st.integers(0, len(to_text(LIFE)) - 1), byte=st.integers(0, 255))
def test_one_wrong_byte_never_changes_a_life(
    tmp_path_factory: pytest.TempPathFactory, position: int, byte: int
) -> None:
    content = bytearray(to_text(LIFE).encode())
    content[position] = byte
    store = SaveStore(tmp_path_factory.mktemp("byte"))
    store.path("auto").write_bytes(content)
    found = store.read("auto")
    assert isinstance(found, Problem) or found == LIFE


@given(content=st.binary(max_size=200) | st.from_regex(r'[\[\]{}",:0-9a-z]{0,80}').map(str.encode))
def test_garbage_is_a_problem(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    store = SaveStore(tmp_path_factory.mktemp("garbage"))
    store.path("auto").write_bytes(content)
    found = store.read("auto")
    assert isinstance(found, Problem) and found.kind in (Kind.DAMAGED, Kind.FOREIGN)
    assert len(store.list()) <= 1


@given(name=st.sampled_from(("age", "seed", "state", "answers", "profile")), value=VALUES)
def test_wrong_types_are_a_problem_even_with_a_right_checksum(name: str, value: object) -> None:
    content = json.loads(to_text(LIFE))
    content["life"][name] = value
    text = json.dumps(content["life"], separators=(",", ":"))
    content["checksum"] = hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
    found = save_from(content, Path("x"))
    is_right_type = type(value) is (list if name == "answers" else type(getattr(LIFE, name)))
    assert isinstance(found, Save) == is_right_type


@pytest.mark.parametrize("depth", [900, 5_000, 200_000])
def test_deep_nests_are_a_problem(store: SaveStore, depth: int) -> None:
    nest = "[" * depth + "]" * depth
    text = to_text(LIFE).replace('"state":{', f'"state":{{"deep":{nest},')
    store.path("auto").write_text(text)
    assert isinstance(store.read("auto"), Problem)


def test_a_huge_file_is_not_even_read(store: SaveStore) -> None:
    with open(store.path("auto"), "wb") as file:
        file.truncate(storage.LARGEST_FILE_BYTES + 1)
    found = store.read("auto")
    assert isinstance(found, Problem) and found.kind is Kind.DAMAGED


def test_huge_numbers_are_a_problem(store: SaveStore) -> None:
    text = to_text(LIFE).replace('"age":34', '"age":' + "9" * 10_000)
    store.path("auto").write_text(text)
    assert isinstance(store.read("auto"), Problem)


def test_damage_falls_back_to_the_one_before_and_says_so(store: SaveStore) -> None:
    store.write("auto", LIFE)
    store.write("auto", replace(LIFE, age=35))
    store.path("auto").write_bytes(b"\x00" * 50)
    back = store.read("auto")
    assert back == LIFE
    assert isinstance(back, Save) and back.notice is not None
    assert "one answer earlier" in back.notice.en
    assert store.write("auto", replace(LIFE, age=36)) is None
    assert store.read("auto") == replace(LIFE, age=36)
    assert (store.folder / "life-auto.json.damaged-1").read_bytes() == b"\x00" * 50


def test_both_damaged_are_both_kept(store: SaveStore) -> None:
    for name in ("life-auto.json", "life-auto.json.previous"):
        (store.folder / name).write_text("{")
    assert isinstance(store.read("auto"), Problem)
    names = sorted(file.name for file in store.folder.iterdir())
    assert names == ["life-auto.json.damaged-1", "life-auto.json.previous.damaged-1"]
    assert store.write("auto", LIFE) is None
    assert store.read("auto") == LIFE


@pytest.mark.parametrize(
    ("content", "kind", "kept_as"),
    [
        (to_text(LIFE).replace('"format":1', '"format":2'), Kind.NEWER, "newer-1"),
        ('{"format": 1, "a shopping list": ["rice"]}', Kind.FOREIGN, "other-1"),
    ],
)
def test_what_others_wrote_stays_and_is_never_written_over(
    store: SaveStore, content: str, kind: Kind, kept_as: str
) -> None:
    path = store.path("auto")
    path.write_text(content)
    found = store.read("auto")
    assert isinstance(found, Problem) and found.kind is kind
    assert str(path) in found.text.en and str(path) in found.text.zh
    assert path.read_text() == content
    assert store.write("auto", LIFE) is None
    assert store.write("auto", LIFE) is None
    assert (store.folder / f"life-auto.json.{kept_as}").read_text() == content


def test_lists_the_newest_first(store: SaveStore) -> None:
    store.write("older", LIFE)
    store.write("newer", replace(LIFE, age=50))
    store.path("broken").write_text("{")
    os.utime(store.path("older"), (1000, 1000))
    os.utime(store.path("newer"), (3000, 3000))
    os.utime(store.path("broken"), (2000, 2000))
    (store.folder / "notes.txt").write_text("not a life")
    entries = store.list()
    assert [entry.slot for entry in entries] == ["newer", "broken", "older"]
    assert [entry.saved_at for entry in entries] == [3000, 2000, 1000]
    assert isinstance(entries[1].content, Problem)


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        (errno.ENOSPC, Kind.DISK_FULL, "disk is full"),
        (errno.EROFS, Kind.NOT_WRITABLE, "writable"),
        (errno.EIO, Kind.NOT_WRITABLE, "writable"),
    ],
)
def test_a_failed_write_is_a_problem_and_costs_nothing(
    store: SaveStore, monkeypatch: pytest.MonkeyPatch, number: int, kind: Kind, words: str
) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    store.write("auto", LIFE)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        problem = store.write("auto", replace(LIFE, age=35))
    assert problem is not None and problem.kind is kind
    assert words in problem.text.en and problem.text.zh
    assert store.read("auto") == LIFE
    assert [file.name for file in store.folder.iterdir()] == ["life-auto.json"]


def test_left_overs_of_killed_games_are_cleared_once_old(store: SaveStore) -> None:
    old, fresh = (store.folder / f"life-auto.json.{pid}.tmp" for pid in (111, 222))
    for file in (old, fresh):
        file.write_text("half a li")
    os.utime(old, (1000, 1000))
    store.write("auto", LIFE)
    assert not old.exists()
    assert fresh.exists()


@pytest.mark.parametrize("slot", ["", "../x", "a/b", "A", "x" * 65, "con.txt"])
def test_slot_names_cannot_leave_the_folder(store: SaveStore, slot: str) -> None:
    with pytest.raises(ValueError, match="slot name"):
        store.write(slot, LIFE)


WRITER = """
import sys
from pathlib import Path
from dataclasses import replace
from tests.unit.play.test_saves import LIFE
from game.play.saves import SaveStore
store = SaveStore(Path(sys.argv[1]))
print("writing", flush=True)
for age in range(1_000_000):
    store.write("auto", replace(LIFE, age=age, state={"cash": [float(age)] * 5000}))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_killed_at_any_moment_a_life_is_there(tmp_path: Path) -> None:
    luck = random.Random(20261124)
    store = SaveStore(tmp_path)
    last = -1
    for _ in range(6):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
        )
        assert writer.stdout is not None
        with writer.stdout as said:
            said.readline()
            time.sleep(0.02 + luck.random() * 0.12)
            writer.send_signal(signal.SIGKILL)
            writer.wait()
        found = store.read("auto")
        assert isinstance(found, Save), found
        assert found.notice is None
        assert found.state == {"cash": [float(found.age)] * 5000}
        last = max(last, found.age)
    assert last > 0
    assert not list(tmp_path.glob("*.damaged-*"))
