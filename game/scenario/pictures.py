"""Pictures of a pack: that they are there, are pictures and are small, by their first bytes.

A word without a dot or slash names a picture of the game itself and is not looked up.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import Final

from game.core.diagnostics import Diagnostic
from game.core.source import Node, ScalarNode
from game.core.text import Text
from game.scenario.pack_files import PackFiles
from game.scenario.reader import Reader
from game.scenario.schema import wrong_value

MOST_SIDE: Final = 2048
MOST_PICTURES: Final = 100
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_ENDINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "png": (".png",),
    "jpeg": (".jpg", ".jpeg"),
    "webp": (".webp",),
}
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Marks of a JPEG that begin a frame, which holds the size."""
_BARE: Final = frozenset({0x01, *range(0xD0, 0xD9)})
"""Marks of a JPEG without a length."""

Size = tuple[str, int, int]
"""Format, width, height."""


class Pictures:
    """The pictures of a pack and its parents: what is named is looked at once."""

    def __init__(self, packs: Mapping[str, PackFiles]) -> None:
        self._packs = packs
        self.used: set[str] = set()
        """Names as messages show them."""

    def check(self, node: ScalarNode, reader: Reader) -> None:
        """Tell what is wrong with the picture a node names, if it is one of a pack."""
        name = node.text
        if not is_of_pack(name):
            return
        files = self._owner(node)
        if files is None:
            return
        shown = files.shown(name)
        self.used.add(shown)
        if len(self.used) > MOST_PICTURES:
            noun = Text("picture", "图片")
            reader.report(
                "SX01",
                node,
                variant="count",
                severity="fatal",
                limit=str(MOST_PICTURES),
                noun=noun,
            )
            return
        content = files.picture(name, node.place)
        if isinstance(content, Diagnostic):
            reader.findings.add(content)
            return
        self._tell(content, node, reader)

    def _tell(self, content: bytes, node: ScalarNode, reader: Reader) -> None:
        size = size_of(content)
        name = node.text
        if size is None:
            reader.report("SX05", node, severity="fatal", file=name)
        elif not name.lower().endswith(_ENDINGS[size[0]]):
            reader.report("SX05", node, variant="ending", severity="fatal", kind=size[0], file=name)
        elif not 0 < max(size[1:]) <= MOST_SIDE or min(size[1:]) < 1:
            reader.report(
                "SX05",
                node,
                variant="side",
                severity="fatal",
                limit=str(MOST_SIDE),
                width=str(size[1]),
                height=str(size[2]),
            )

    def _owner(self, node: Node) -> PackFiles | None:
        """The pack whose file a node stands in."""
        name = node.file.name
        prefixes = [prefix for prefix in self._packs if name.startswith(prefix)]
        return self._packs[max(prefixes, key=len)] if prefixes else None


def is_of_pack(name: str) -> bool:
    """Whether a picture's name is a path inside the pack, not a picture of the game."""
    return "." in name or "/" in name or "\\" in name


class PictureShape:
    """A picture: a word for one of the game's, or a path such as ``pictures/crash.png``."""

    def read(self, node: Node, reader: Reader) -> str | None:
        """The name, its file looked at."""
        if not isinstance(node, ScalarNode) or not 0 < len(node.text) <= 160:
            wanted = Text("the name of a picture", "图片名")
            wrong_value(node, reader, wanted, "pictures/crash.png")
            return None
        if reader.pictures is not None:
            reader.pictures.check(node, reader)
        return node.text


def size_of(content: bytes) -> Size | None:
    """Format, width and height of a PNG, JPEG or WebP, read from its head; None for all else."""
    try:
        if content.startswith(_PNG) and content[12:16] == b"IHDR":
            width, height = struct.unpack(">II", content[16:24])
            return "png", width, height
        if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            return _webp(content)
        if content[:3] == b"\xff\xd8\xff":
            return _jpeg(content)
    except struct.error:
        pass
    return None


def _webp(content: bytes) -> Size | None:
    chunk = content[12:16]
    if chunk == b"VP8X" and len(content) >= 30:
        width = int.from_bytes(content[24:27], "little") + 1
        return "webp", width, int.from_bytes(content[27:30], "little") + 1
    if chunk == b"VP8L" and len(content) >= 25 and content[20] == 0x2F:
        bits = int.from_bytes(content[21:25], "little")
        return "webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if chunk == b"VP8 " and content[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", content[26:30])
        return "webp", width & 0x3FFF, height & 0x3FFF
    return None


def _jpeg(content: bytes) -> Size | None:
    """Walks from mark to mark until the frame; each step moves on, so it ends."""
    at = 2
    while at + 9 <= len(content):
        if content[at] != 0xFF:
            return None
        mark = content[at + 1]
        if mark == 0xFF:
            at += 1
        elif mark in _BARE:
            at += 2
        elif mark in _FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return "jpeg", width, height
        else:
            at += 2 + max(2, int.from_bytes(content[at + 2 : at + 4], "big"))
    return None
