"""What can go wrong with a file of the player's, as a value, never as an exception."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from game.core.text import Text

# Windows has no quota error.
_NO_ROOM = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


class Kind(StrEnum):
    """What is the matter with a file."""

    MISSING = "missing"
    DAMAGED = "damaged"
    NEWER = "newer"
    FOREIGN = "foreign"
    DISK_FULL = "disk_full"
    NOT_WRITABLE = "not_writable"
    NOT_READABLE = "not_readable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong with a file of the player's, and what to do. The game goes on."""

    kind: Kind
    path: Path
    text: Text


def missing(path: Path) -> Problem:
    """Nothing is saved there."""
    text = Text(f"There is no saved life at {path}.", f"这里没有存档：{path}。")
    return Problem(kind=Kind.MISSING, path=path, text=text)


def damaged(path: Path, kept_as: Path | None) -> Problem:
    """The file cannot be read as a saved life; it has been set aside, if that was possible."""
    if kept_as is None:
        text = Text(
            f"A saved file is damaged and cannot be opened: {path}. Rename it to start afresh.",
            f"存档文件已损坏，无法打开：{path}。给它改个名字，就可以重新开始。",
        )
    else:
        text = Text(
            f"A saved file was damaged. It is kept as {kept_as}; a new one will be started.",
            f"存档文件已损坏，原文件保留为 {kept_as}，游戏会另建新档。",
        )
    return Problem(kind=Kind.DAMAGED, path=path, text=text)


def newer(path: Path) -> Problem:
    """The file was written by a later version of the game."""
    text = Text(
        f"This life was saved by a newer version of the game: {path}. Update the game to go on"
        " with it; the file stays as it is.",
        f"这份存档来自更新版本的游戏：{path}。更新游戏后即可继续，文件原样保留。",
    )
    return Problem(kind=Kind.NEWER, path=path, text=text)


def foreign(path: Path) -> Problem:
    """The file is something else than a saved life."""
    text = Text(
        f"This file is not a saved life of this game: {path}. It stays as it is;"
        " move it elsewhere.",
        f"这个文件不是本游戏的存档：{path}。文件原样保留，请把它移到别处。",
    )
    return Problem(kind=Kind.FOREIGN, path=path, text=text)


def unwritten(path: Path, error: OSError) -> Problem:
    """Writing failed: no room, or no permission."""
    if error.errno in _NO_ROOM:
        text = Text(
            f"The disk is full, so nothing could be saved in {path.parent}. Free some room and go"
            " on playing; the next save will try again.",
            f"磁盘已满，无法存档到 {path.parent}。请清理出一些空间；"
            "游戏可以继续，下次会再试着保存。",
        )
        return Problem(kind=Kind.DISK_FULL, path=path, text=text)
    text = Text(
        f"Nothing could be saved in {path.parent}. Make that folder writable, or set BTR_FOLDER to"
        " one that is; you can go on playing.",
        f"无法写入文件夹 {path.parent}。请开放写入权限，或用 BTR_FOLDER "
        "指定其他文件夹；游戏可以继续。",
    )
    return Problem(kind=Kind.NOT_WRITABLE, path=path, text=text)


def unread(path: Path) -> Problem:
    """Reading failed although the file is there."""
    text = Text(
        f"A saved file cannot be read: {path}. Check that you may open it.",
        f"无法读取存档文件：{path}。请检查是否有读取权限。",
    )
    return Problem(kind=Kind.NOT_READABLE, path=path, text=text)
