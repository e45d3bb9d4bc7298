"""Packs in one file: a ``.lifepack`` is a zip of a pack's folder, read as a stranger's."""

from __future__ import annotations

import io
import os
import re
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.core.diagnostics import Diagnostic, Place

SUFFIX: Final = ".lifepack"
MOST_ENTRIES: Final = 200
MOST_ARCHIVE_BYTES: Final = 20_000_000
MOST_RATIO: Final = 50
_RATIO_FROM: Final = 100_000
_CHUNK: Final = 65_536
_HEAD_BYTES: Final = 8_192
_TAIL_BYTES: Final = 65_557
_ENTRY_BYTES: Final = 1_000
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    ValueError,
    EOFError,
    KeyError,
    OverflowError,
    RuntimeError,
)
"""What the library raises for a stranger's archive: encrypted, cut short, of an odd method."""
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_NAME: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_./-]{0,159}")
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_NESTED: Final = (".zip", SUFFIX, ".gz", ".7z", ".rar", ".tar", ".xz", ".bz2")
_SCENARIO: Final = "scenario.yaml"
_KEPT: Final = re.compile(
    r"(scenario\.yaml|README\.md|LICENSE|[a-z0-9_./-]+\.(yaml|csv|png|jpg|jpeg|webp|md))"
)
_FIXED_TIME: Final = (2020, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """The files of a pack that came in one, by their path inside it."""

    path: Path
    files: dict[str, bytes]


class _Refused(Exception):
    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.code)
        self.finding = finding


def read_lifepack(path: Path) -> Archive | Diagnostic:
    """All files of an archive, or why it is refused; never raises, writes nothing.

    Sizes are counted while unpacking: what the archive says of itself is not believed.
    """
    try:
        about = os.lstat(path)
        if not stat.S_ISREG(about.st_mode):
            return _finding(path, "SC703", file=path.name)
        if about.st_size > MOST_ARCHIVE_BYTES:
            return _finding(path, "SX04", "size", limit=_megabytes(MOST_ARCHIVE_BYTES))
        content = path.read_bytes()
    except (OSError, ValueError):
        return Diagnostic(code="SC701", slots={"file": str(path), "meant": ""})
    if _directory_size(content) > MOST_ENTRIES * _ENTRY_BYTES:
        return _finding(path, "SX04", "entries", limit=str(MOST_ENTRIES))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as zipped:
            return Archive(path=path, files=_unpacked(path, zipped))
    except _Refused as refused:
        return refused.finding
    except _BROKEN:
        return _finding(path, "SX04")


def head_of(path: Path) -> bytes:
    """The first bytes of an archive's ``scenario.yaml``, empty where it is none to be trusted."""
    try:
        about = os.lstat(path)
        if not stat.S_ISREG(about.st_mode) or about.st_size > MOST_ARCHIVE_BYTES:
            return b""
        with path.open("rb") as file:
            file.seek(max(0, about.st_size - _TAIL_BYTES))
            tail = file.read(_TAIL_BYTES)
        if _directory_size(tail) > MOST_ENTRIES * _ENTRY_BYTES:
            return b""
        with zipfile.ZipFile(path) as zipped:
            names = [entry for entry in zipped.infolist() if _is_main(entry)]
            if len(names) != 1:
                return b""
            with zipped.open(names[0]) as packed:
                return packed.read(_HEAD_BYTES)
    except _BROKEN:
        return b""


def _is_main(entry: zipfile.ZipInfo) -> bool:
    is_there = entry.filename == _SCENARIO or entry.filename.endswith(f"/{_SCENARIO}")
    return is_there and entry.filename.count("/") < 2 and entry.compress_type in _METHODS


def _directory_size(content: bytes) -> int:
    """Bytes of the archive's list of files, told by its last record; what is odd counts as huge.

    Python would read the whole list before anybody could count its entries.
    """
    end = content.rfind(b"PK\x05\x06", max(0, len(content) - _TAIL_BYTES))
    if end < 0 or end + 22 > len(content):
        return 0
    if content[max(0, end - 20) : end].startswith(b"PK\x06\x07"):
        return len(content)
    return int.from_bytes(content[end + 12 : end + 16], "little")


def _unpacked(path: Path, zipped: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [entry for entry in zipped.infolist() if not entry.is_dir()]
    if len(zipped.infolist()) > MOST_ENTRIES:
        raise _Refused(_finding(path, "SX04", "entries", limit=str(MOST_ENTRIES)))
    for entry in entries:
        _check_entry(path, entry)
    outer = _outer_folder([entry.filename for entry in entries])
    files: dict[str, bytes] = {}
    seen: set[str] = set()
    left = MOST_ARCHIVE_BYTES
    for entry in entries:
        name = entry.filename.removeprefix(outer)
        if name.casefold() in seen:
            raise _Refused(_finding(path, "SX04", "twice", file=entry.filename))
        seen.add(name.casefold())
        files[name] = _content(path, zipped, entry, left)
        left -= len(files[name])
    if _SCENARIO not in files:
        raise _Refused(_finding(path, "SX04", "no_scenario"))
    return files


def _check_entry(path: Path, entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    parts = name.split("/")
    mode = entry.external_attr >> 16
    if entry.flag_bits & 0x1:
        raise _Refused(_finding(path, "SX04", "encrypted", file=name))
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        raise _Refused(_finding(path, "SX04", "link", file=name))
    if entry.compress_type not in _METHODS:
        raise _Refused(_finding(path, "SX04", "method", file=name))
    if not _NAME.fullmatch(name) or ".." in parts or "" in parts or "." in parts:
        raise _Refused(_finding(path, "SX04", "name", file=name[:160]))
    if any(_RESERVED.fullmatch(part) for part in parts):
        raise _Refused(_finding(path, "SX04", "name", file=name))
    if name.lower().endswith(_NESTED):
        raise _Refused(_finding(path, "SX04", "nested", file=name))


def _outer_folder(names: list[str]) -> str:
    """The one folder everything stands in, with its slash; empty if there is none."""
    if _SCENARIO in names:
        return ""
    outer = {name.partition("/")[0] for name in names}
    return f"{next(iter(outer))}/" if len(outer) == 1 and all("/" in name for name in names) else ""


def _content(path: Path, zipped: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    read = bytearray()
    with zipped.open(entry) as packed:
        while chunk := packed.read(_CHUNK):
            read += chunk
            if len(read) > left:
                raise _Refused(_finding(path, "SX04", "size", limit=_megabytes(MOST_ARCHIVE_BYTES)))
            most = MOST_RATIO * max(1, entry.compress_size)
            if len(read) > _RATIO_FROM and len(read) > most:
                raise _Refused(_finding(path, "SX04", "ratio", file=entry.filename))
    return bytes(read)


def write_lifepack(folder: Path, out: Path) -> tuple[str, ...] | Diagnostic:
    """Write a pack's folder as one file, the same bytes every time; replaces ``out`` at the end.

    Args:
        folder: the pack, with its ``scenario.yaml``.
        out: the archive to write, ``….lifepack``.

    Returns:
        The names packed, or why it cannot be packed.
    """
    names = list(_packable(folder))
    if _SCENARIO not in names:
        return _finding(folder, "SX04", "no_scenario")
    if len(names) > MOST_ENTRIES:
        return _finding(folder, "SX04", "entries", limit=str(MOST_ENTRIES))
    packed = io.BytesIO()
    total = 0
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zipped:
        for name in names:
            content = (folder / name).read_bytes()
            total += len(content)
            entry = zipfile.ZipInfo(name, _FIXED_TIME)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            zipped.writestr(entry, content)
    if total > MOST_ARCHIVE_BYTES:
        return _finding(folder, "SX04", "size", limit=_megabytes(MOST_ARCHIVE_BYTES))
    partial = out.with_name(f"{out.name}.part")
    partial.write_bytes(packed.getvalue())
    partial.replace(out)
    return tuple(names)


def _packable(folder: Path) -> Iterator[str]:
    """Regular files a pack may hold, sorted; no hidden ones, no copies of editors."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in sorted(files):
            path = Path(root) / file
            name = path.relative_to(folder).as_posix()
            if _KEPT.fullmatch(name) and stat.S_ISREG(os.lstat(path).st_mode):
                yield name


def unpack(archive: Archive, folder: Path) -> None:
    """Write a checked archive's files as a folder, all of them or none.

    Raises:
        OSError: the folder exists, or there is no room.
    """
    if folder.exists():
        raise FileExistsError(str(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    partial = Path(tempfile.mkdtemp(prefix=".unpacking-", dir=folder.parent))
    try:
        for name, content in archive.files.items():
            target = partial / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        partial.chmod(0o755)
        partial.rename(folder)
    except OSError:
        shutil.rmtree(partial, ignore_errors=True)
        raise


def _finding(path: Path, code: str, variant: str = "", **slots: str) -> Diagnostic:
    place = Place(file=path.name, line=1, column=1)
    severity = "fatal" if code.startswith("SX") else "error"
    return Diagnostic(
        code=code,
        variant=variant,
        severity="fatal" if severity == "fatal" else "error",
        place=place,
        slots=slots,
    )


def _megabytes(size: int) -> str:
    return f"{size // 1_000_000} MB"
