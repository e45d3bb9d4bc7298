"""``pack``: puts a pack's folder into one ``.lifepack`` file to hand out; it is checked first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from game.cli.arguments import UsageError
from game.cli.asked_pack import PACK, folder_of, pack_folders, print_findings
from game.cli.parser import CommandParser
from game.cli.program import program
from game.core.diagnostics import Diagnostic
from game.core.text import Language, Text, Value
from game.scenario.archive import SUFFIX, write_lifepack
from game.scenario.compiler import load_pack
from game.scenario.report import finding_text

ERRORS, REFUSED = 1, 4
ABOUT: Final = Text(
    "Checks a pack and puts its folder into one file, ….lifepack, to hand out. It is played\n"
    "as it is; nobody has to unpack it. Without --out it is written beside the folder.",
    "检查情景包，再把整个文件夹打成一个 .lifepack 文件，发给别人。\n"
    "对方不用解压，直接就能玩。不写 --out 就放在文件夹旁边。",
)
EXAMPLES: Final = Text(
    "pack ./night-shift\npack night-shift --out ~/class.lifepack",
    "pack ./ye-ban\npack ye-ban --out ~/class.lifepack",
)
OUT: Final = Text("the file to write", "写到哪个文件")
DONE: Final = Text(
    "Packed {count} files: {path}\nTo play it: {program} {play}",
    "已打包 {count} 个文件：{path}\n试玩：{program} {play}",
)
SUFFIX_ASKED: Final = Text(
    "The file's name must end in {suffix}, not “{name}”.",
    "文件名要以 {suffix} 结尾，不能是“{name}”。",
)
CANNOT: Final = Text("{path} cannot be written.", "无法写入 {path}。")


def main(arguments: Sequence[str], language: Language) -> int:
    """Check and pack.

    Args:
        arguments: a pack's folder or id; ``--out``.
        language: of the messages.

    Returns:
        0; 1 where the pack has errors, 4 where it was refused; nothing is written then.

    Raises:
        UsageError: the file cannot be written there.
    """
    parser = CommandParser("pack", ABOUT, language, EXAMPLES)
    parser.add("pack", about=PACK)
    parser.add("--out", about=OUT, metavar="FILE")
    asked = parser.parse_args(list(arguments))
    folder = folder_of(asked.pack)
    found = load_pack(folder, pack_folders())
    if found.findings:
        print_findings(found, language)
    if found.scenario is None:
        return REFUSED if found.is_refused else ERRORS
    out = Path(asked.out).expanduser() if asked.out else _beside(folder, found.id)
    if out.suffix != SUFFIX:
        raise UsageError(SUFFIX_ASKED.filled({"suffix": SUFFIX, "name": out.name}))
    try:
        names = write_lifepack(folder, out)
    except OSError as error:
        raise UsageError(CANNOT.filled({"path": str(out)})) from error
    if isinstance(names, Diagnostic):
        print(finding_text(names, language))
        return REFUSED
    play = f'"{out}"' if " " in str(out) else str(out)
    gaps: dict[str, Value] = {
        "count": len(names),
        "path": str(out),
        "program": program(),
        "play": play,
    }
    print(DONE.filled(gaps).in_language(language))
    return 0


def _beside(folder: Path, name: str) -> Path:
    return folder.resolve().parent / f"{name}{SUFFIX}"
