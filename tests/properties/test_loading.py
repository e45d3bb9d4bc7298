"""Whatever a pack holds, loading it gives findings or a scenario, soon and in little memory."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.core.text import LANGUAGES
from game.scenario.archive import read_lifepack
from game.scenario.compiler import load_pack
from game.scenario.pictures import size_of
from game.scenario.place_texts import exported
from game.scenario.report import as_json, worst
from game.scenario.text_table import as_csv, from_csv
from game.scenario.top_level import TOP_KEYS
from tests.unit.scenario.test_hostile_packs import HEAD, HOSTILE

ROOT = Path(__file__).resolve().parents[2]
TOYS = ROOT / "tests" / "mistakes"
LONGEST_SECONDS = 4.0
"""Twice the promise, since test machines are busy."""
MOST_MEGABYTES = 200
SLOW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
REAL = [
    path.read_text(encoding="utf-8")
    for path in [
        *sorted((TOYS / "cases").glob("*/scenario.yaml")),
        *(TOYS / "toyland").glob("*.yaml"),
    ]
    if b"\x00" not in path.read_bytes() and "gbk" not in str(path)
]
KEYS = [*TOP_KEYS, "when", "check", "choices", "effects", "values", "probability", "label", "text"]
SCALARS = st.sampled_from(
    [
        "yes",
        "22..75",
        "4% per year",
        '"age > 40"',
        "5 yuan",
        "harbour",
        '"x"',
        "[]",
        "{}",
        "-1",
        "~",
    ]
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(st.sampled_from([*KEYS, "a", "b"]), inner, max_size=4).map(
            lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items.items()) + "}"
        ),
    ),
    max_leaves=20,
)


def taken(content: bytes) -> None:
    """Load one file as a pack, say everything about it, and mind the clock."""
    with TemporaryDirectory() as name:
        (Path(name) / "scenario.yaml").write_bytes(content)
        begin = time.perf_counter()
        loaded = load_pack(Path(name), [TOYS])
        for language in LANGUAGES:
            worst(loaded.findings, language, most=200)
        as_json(loaded)
        exported(loaded)
        assert time.perf_counter() - begin < LONGEST_SECONDS
    assert (loaded.scenario is None) <= bool(loaded.findings)


@SLOW
@given(st.binary(max_size=2000))
def test_any_bytes(content: bytes) -> None:
    taken(content)


@SLOW
@given(st.lists(st.tuples(st.sampled_from(KEYS), TREES), max_size=8))
def test_any_tree(pairs: list[tuple[str, str]]) -> None:
    taken((HEAD + "".join(f"{key}: {value}\n" for key, value in pairs)).encode())


@SLOW
@given(st.sampled_from(REAL), st.data())
def test_any_damage_to_a_real_pack(text: str, data: st.DataObject) -> None:
    lines = text.split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        other = data.draw(st.sampled_from(lines))
        indentation = " " * data.draw(st.integers(0, 8))
        lines[at] = indentation + other.lstrip()
    taken("\n".join(lines).encode())


@SLOW
@given(st.binary(max_size=600), st.booleans())
def test_any_archive(content: bytes, is_zip: bool) -> None:
    with TemporaryDirectory() as name:
        path = Path(name) / "x.lifepack"
        path.write_bytes((b"PK\x03\x04" if is_zip else b"") + content)
        assert not hasattr(read_lifepack(path), "files")


@given(st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF    WEBPVP8X"]), st.binary())
def test_any_picture(head: bytes, rest: bytes) -> None:
    size = size_of(head + rest)
    assert size is None or min(size[1:]) >= 0


@given(st.binary(max_size=500))
def test_any_table_of_texts(content: bytes) -> None:
    from_csv(b"id,en,zh\n" + content)


@given(st.text(alphabet="=+-@＝'\"a,\n中\t", max_size=12))
def test_no_cell_is_a_formula_and_all_come_back(words: str) -> None:
    row = from_csv(b"id,en,zh\nx,a,b\n")
    assert isinstance(row, tuple)
    table = as_csv([replace(row[0], en=words)])
    back = from_csv(table)
    if "\t" in words:
        return
    assert isinstance(back, tuple)
    assert back[0].en == words
    cell = table.decode("utf-8-sig").split("\r\n")[1].split(",")[4].strip('"')
    assert not cell.startswith(("=", "+", "-", "@", "＝"))


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no way to ask here")
@pytest.mark.parametrize("name", ["deep", "keys", "unknown", "ids", "slips"])
def test_memory_is_bounded(name: str, tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text(HEAD + HOSTILE[name], encoding="utf-8")
    script = (
        "import re\n"
        "from pathlib import Path\n"
        "from game.scenario.compiler import load_pack\n"
        "import game.scenario.assembly\n"
        "status = Path('/proc/self/status')\n"
        "most = lambda: int(re.search('VmHWM:\\s+(\\d+)', status.read_text()).group(1))\n"
        "before = most()\n"
        f"load_pack(Path({str(tmp_path)!r}), [Path({str(TOYS)!r})])\n"
        "print((most() - before) // 1024)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert int(ran.stdout) < MOST_MEGABYTES


def test_nothing_heavy_is_imported_before_the_bytes_are_safe(tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_bytes(b"a: " + b"[" * 200_000)
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from game.scenario.compiler import load_pack\n"
        f"loaded = load_pack(Path({str(tmp_path)!r}), [])\n"
        "assert loaded.is_refused\n"
        "print('numpy' in sys.modules, 'pygame' in sys.modules)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert ran.stdout.split() == ["False", "False"]
