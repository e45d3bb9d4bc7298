"""Packs in one file: written the same every time, read as a stranger's."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest

from game.core.diagnostics import Diagnostic
from game.scenario.archive import Archive, read_lifepack, unpack, write_lifepack
from game.scenario.compiler import load_pack
from tests.mistakes.pages import HEAD, png

TOYS = Path(__file__).parents[2] / "mistakes"


def packed(path: Path, files: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as zipped:
        for name, content in files.items():
            zipped.writestr(name, content)
    return path


def refused(path: Path) -> str:
    """Code and variant of why an archive is refused."""
    finding = read_lifepack(path)
    assert isinstance(finding, Diagnostic)
    loaded = load_pack(path, [TOYS])
    assert loaded.scenario is None
    assert [one.key for one in loaded.findings] == [finding.key]
    return finding.key


def test_a_pack_comes_back_as_it_was(tmp_path: Path) -> None:
    one, other = tmp_path / "a.lifepack", tmp_path / "b.lifepack"
    names = write_lifepack(TOYS / "toyland", one)
    assert names == ("law.yaml", "mortality.csv", "scenario.yaml")
    write_lifepack(TOYS / "toyland", other)
    assert one.read_bytes() == other.read_bytes()
    archive = read_lifepack(one)
    assert isinstance(archive, Archive)
    assert archive.files["law.yaml"] == (TOYS / "toyland" / "law.yaml").read_bytes()
    loaded = load_pack(one, [])
    assert loaded.findings == ()
    folder = load_pack(TOYS / "toyland", [])
    assert loaded.scenario is not None
    assert folder.scenario is not None
    assert loaded.scenario.digest == folder.scenario.digest


def test_hidden_files_and_programs_are_not_packed(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    (folder / ".git").mkdir(parents=True)
    (folder / "scenario.yaml").write_text(HEAD)
    (folder / ".git" / "x.yaml").write_text("")
    (folder / "run.exe").write_text("")
    (folder / "link.yaml").symlink_to("scenario.yaml")
    assert write_lifepack(folder, tmp_path / "x.lifepack") == ("scenario.yaml",)


def test_one_outer_folder_is_accepted(tmp_path: Path) -> None:
    path = packed(tmp_path / "x.lifepack", {"my_pack/scenario.yaml": HEAD})
    assert load_pack(path, [TOYS]).findings == ()


def test_a_packed_pack_can_be_extended_and_has_pictures(tmp_path: Path) -> None:
    places = (
        'places: {p: {name: {en: "P", zh: "地"}, province: x, rent: 1 yuan/month, picture: a.png}}'
    )
    packed(tmp_path / "base.lifepack", {"scenario.yaml": f"{HEAD}{places}\n", "a.png": png(9, 9)})
    child = tmp_path / "child"
    child.mkdir()
    (child / "scenario.yaml").write_text("scenario: 1\nid: child\nextends: example >=0.1\n")
    loaded = load_pack(child, [TOYS])
    assert loaded.findings == ()
    assert loaded.scenario is not None
    assert "p" in {place.id for place in loaded.scenario.places}


def test_it_unpacks_whole_or_not_at_all(tmp_path: Path) -> None:
    write_lifepack(TOYS / "toyland", tmp_path / "x.lifepack")
    archive = read_lifepack(tmp_path / "x.lifepack")
    assert isinstance(archive, Archive)
    unpack(archive, tmp_path / "out" / "toyland")
    assert load_pack(tmp_path / "out" / "toyland", []).findings == ()
    with pytest.raises(FileExistsError):
        unpack(archive, tmp_path / "out" / "toyland")


@pytest.mark.parametrize(
    ("files", "key"),
    [
        ({"scenario.yaml": HEAD, "../x.yaml": ""}, "SX04.name"),
        ({"scenario.yaml": HEAD, "/x.yaml": ""}, "SX04.name"),
        ({"scenario.yaml": HEAD, "a\\x.yaml": ""}, "SX04.name"),
        ({"scenario.yaml": HEAD, "c:x.yaml": ""}, "SX04.name"),
        ({"scenario.yaml": HEAD, "con.yaml": ""}, "SX04.name"),
        ({"scenario.yaml": HEAD, "a/./x.yaml": ""}, "SX04.name"),
        ({"scenario.yaml": HEAD, "内.yaml": ""}, "SX04.name"),
        ({"scenario.yaml": HEAD, "x.zip": ""}, "SX04.nested"),
        ({"scenario.yaml": HEAD, "X.yaml": "", "x.yaml": ""}, "SX04.twice"),
        ({"scenario.yaml": HEAD, "x.yaml": b"a" * 5_000_000}, "SX04.ratio"),
        ({"a/scenario.yaml": HEAD, "b/x.yaml": ""}, "SX04.no_scenario"),
        ({"x.yaml": HEAD}, "SX04.no_scenario"),
        ({"scenario.yaml": HEAD} | {f"f{n}.yaml": "" for n in range(200)}, "SX04.entries"),
    ],
)
def test_is_refused(files: dict[str, bytes | str], key: str, tmp_path: Path) -> None:
    assert refused(packed(tmp_path / "x.lifepack", files)) == key


def test_size_is_counted_not_believed(tmp_path: Path) -> None:
    repeated = random.Random(1).randbytes(30_000) * 10
    files: dict[str, bytes | str] = {"scenario.yaml": HEAD}
    path = packed(tmp_path / "x.lifepack", files | {f"f{n}.md": repeated for n in range(70)})
    assert path.stat().st_size < 4_000_000
    assert refused(path) == "SX04.size"


def test_links_passwords_and_odd_methods_are_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.yaml")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "link.lifepack", "w") as zipped:
        zipped.writestr("scenario.yaml", HEAD)
        zipped.writestr(link, "/etc/passwd")
    assert refused(tmp_path / "link.lifepack") == "SX04.link"
    path = packed(tmp_path / "odd.lifepack", {"scenario.yaml": HEAD}, zipfile.ZIP_LZMA)
    assert refused(path) == "SX04.method"
    locked = bytearray(packed(tmp_path / "locked.lifepack", {"scenario.yaml": HEAD}).read_bytes())
    locked[6] |= 1
    locked[locked.rindex(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "locked.lifepack").write_bytes(bytes(locked))
    assert refused(tmp_path / "locked.lifepack") == "SX04.encrypted"


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06", b"not a zip", b"PK\x03\x04" + b"x" * 99])
def test_what_is_no_archive_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.lifepack").write_bytes(content)
    assert refused(tmp_path / "x.lifepack") == "SX04"


def test_a_list_of_a_million_files_is_not_read(tmp_path: Path) -> None:
    path = packed(tmp_path / "x.lifepack", {"scenario.yaml": HEAD})
    content = bytearray(path.read_bytes())
    end = content.rindex(b"PK\x05\x06")
    content[end + 12 : end + 16] = (60_000_000).to_bytes(4, "little")
    path.write_bytes(bytes(content))
    assert refused(path) == "SX04.entries"
