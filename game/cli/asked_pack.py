"""The pack a command is asked to look at, by id or path, and how its findings are printed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from game.core.errors import GameError
from game.core.folders import scenarios, user_data
from game.core.text import Language, Text
from game.scenario.compiler import Loaded, load_pack
from game.scenario.library import Library
from game.scenario.model import Scenario
from game.scenario.pack_files import SCENARIO
from game.scenario.report import summary, worst

PACK: Final = Text(
    "a scenario pack: its folder, its .yaml or .lifepack file, or its id",
    "情景包：文件夹、.yaml 文件、.lifepack 文件，或编号",
)
NO_FOLDER: Final = Text(
    "{path} is not the folder of a pack: there is no scenario.yaml in it. Give a folder that has"
    " one, or make one with “new”.",
    "{path} 不是情景包文件夹：里面没有 scenario.yaml。请写有这个文件的文件夹，"
    "或者用 new 新建一个。",
)
NOT_PLAYABLE: Final = Text(
    "This pack has mistakes and cannot be played yet. Mend them first:\n{findings}",
    "这个情景包还有错误，不能运行。请先改正：\n{findings}",
)


class NotPlayable(GameError):
    """A pack with mistakes is asked for something that needs it whole."""


class NoPackFolder(GameError):
    """A command that changes files needs a folder with ``scenario.yaml``."""


def own_packs() -> Path:
    """The folder of a trainer's own packs. It may not exist yet."""
    return user_data() / "scenarios"


def pack_folders() -> list[Path]:
    """Where packs are looked up by id: the game's own, then the trainer's."""
    return [scenarios(), own_packs()]


def loaded(pack: str) -> Loaded:
    """A pack and its findings."""
    return load_pack(pack_named(pack), pack_folders())


def pack_named(pack: str) -> str:
    """What is asked for, as a path where it is a folder here and not the id of a known pack."""
    if os.sep in pack or "/" in pack or not (Path(pack) / SCENARIO).is_file():
        return pack
    is_known = Library(pack_folders()).find(pack) is not None
    return pack if is_known else os.path.join(os.curdir, pack)


def path_of(found: Loaded) -> Path:
    """Where a pack that was found lies, whole, so that it is never taken for an id."""
    files = found.merged.packs[""]
    return (files.root if files.is_folder else files.root / files.main).resolve()


def playable(pack: str) -> tuple[Loaded, Scenario]:
    """A pack without errors.

    Raises:
        NotPlayable: it has some; the message shows the worst.
    """
    found = loaded(pack)
    if found.scenario is None:
        en, zh = (worst(found.findings, language, 3) for language in _BOTH)
        raise NotPlayable(Text(NOT_PLAYABLE.en, NOT_PLAYABLE.zh).filled({"findings": Text(en, zh)}))
    return found, found.scenario


_BOTH: Final[tuple[Language, Language]] = ("en", "zh")


def folder_of(pack: str) -> Path:
    """The folder of a pack whose files a command is to read or change.

    Raises:
        NoPackFolder: there is none.
    """
    path = Path(pack)
    tries = [path, path.parent if path.name == "scenario.yaml" else path]
    tries += [folder / pack for folder in reversed(pack_folders())]
    for folder in tries:
        if (folder / "scenario.yaml").is_file():
            return folder
    raise NoPackFolder(NO_FOLDER.filled({"path": pack}))


def print_findings(found: Loaded, language: Language, most: int = 10) -> None:
    """The worst findings and one line of how many there are."""
    if found.findings:
        print(worst(found.findings, language, most), end="\n\n")
    print(summary(found, language))
