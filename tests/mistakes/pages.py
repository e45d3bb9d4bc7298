"""Reads the examples of ``docs/errors`` and builds the packs they show."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

PAGES = Path(__file__).resolve().parents[2] / "docs" / "errors"
HEAD = 'scenario: 1\nid: example\nextends: toyland\ntitle: {en: "Example", zh: "例子"}\n'
_BLOCK = re.compile(r"^```(\w+)(?: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One fenced block: its kind, the file it is (empty for ``scenario.yaml``), its text."""

    kind: str
    name: str
    body: str


def blocks(code: str, heading: str) -> list[Block]:
    """The blocks of one half of a page."""
    text = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    half = text.split(f"## {heading} ")[1].split("\n## ")[0]
    return [
        Block(kind=kind, name=name or "", body=body) for kind, name, body in _BLOCK.findall(half)
    ]


def built(shown: list[Block], folder: Path) -> Path:
    """The pack the blocks show, written into a folder; its path, or that of its archive."""
    if shown[0].kind == "archive":
        return _archive(shown[0].body.split(), folder / "example.lifepack")
    for block in shown:
        is_gbk = block.name == "gbk"
        path = folder / ("scenario.yaml" if is_gbk else block.name or "scenario.yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        body = block.body
        if path.name == "scenario.yaml" and not body.startswith("scenario:"):
            body = HEAD + body
        if block.kind == "picture":
            width, height = (int(side) for side in body.split(" x "))
            path.write_bytes(png(width, height))
        elif block.kind == "link":
            path.symlink_to(body.strip())
        else:
            path.write_bytes(body.encode("gb18030" if is_gbk else "utf-8"))
    return folder


def png(width: int, height: int) -> bytes:
    """The head of a picture: all that is looked at."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


def _archive(names: list[str], path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as zipped:
        for name in names:
            zipped.writestr(name, HEAD if name.endswith("scenario.yaml") else "")
    return path
