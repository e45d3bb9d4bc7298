"""``fix``: mends slips of the keyboard in a pack, shows what it changed, and keeps a copy."""

from __future__ import annotations

import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.cli.arguments import UsageError
from game.cli.asked_pack import folder_of, pack_folders, print_findings
from game.cli.mending import Mended, mended, with_narrow_signs
from game.cli.parser import CommandParser
from game.cli.rewriting import print_difference, written
from game.cli.stubs import with_stub
from game.core.diagnostics import Diagnostic
from game.core.source import MOST_BYTES
from game.core.text import LANGUAGES, Language, Text
from game.scenario.compiler import Loaded, load_pack

CLEAN, ERRORS, REFUSED = 0, 1, 4
MOST_FILES: Final = 60
MOST_PASSES: Final = 40
_INCLUDED: Final = re.compile(r"[a-z0-9_][a-z0-9_./-]*\.yaml")
ABOUT: Final = Text(
    "Mends what an input method or an editor spoils: tabs, full-width signs : , [ ] outside of"
    " texts,\ncurly quotes, missing spaces, GBK instead of UTF-8, hidden characters. It shows every"
    " line it\nchanges and keeps each file as it was, as ….bak. What could be meant in two ways is"
    " left alone.",
    "修正输入法和编辑器常带来的错误：制表符、文本以外的全角标点、弯引号、缺少的空格、\n"
    "GBK 编码、隐藏字符。改动逐行列出，原文件另存为 .bak。拿不准的地方不动。",
)
EXAMPLES: Final = Text(
    "fix ./night-shift\nfix ./night-shift --dry-run\nfix ./night-shift --stub",
    "fix ./ye-ban\nfix ./ye-ban --dry-run\nfix ./ye-ban --stub",
)
WHAT: Final = Text("a pack's folder, its .yaml file, or its id", "情景包文件夹、.yaml 文件或编号")
STUB: Final = Text(
    "fill in what is missing: texts, labels, a default, an event; marked “[to write]”",
    "补上缺的内容：文本、按钮、默认选项、事件；都带“[待写]”记号",
)
DRY: Final = Text("show what would change, and write nothing", "只显示会改什么，不写入")
NOTHING: Final = Text("Nothing to mend.", "没有要修正的地方。")
WAS_GBK: Final = Text("{file}: from GBK to UTF-8", "{file}：GBK 转为 UTF-8")
HIDDEN_OUT: Final = Text(
    "{file}: {count} hidden characters taken out", "{file}：去掉隐藏字符 {count} 个"
)
WRITTEN: Final = Text(
    "Mended: {files}. As they were: {copies}.", "已修正：{files}。原文件：{copies}。"
)
DRY_DONE: Final = Text("Nothing was written (--dry-run).", "没有写入（--dry-run）。")
CANNOT: Final = Text(
    "{path} cannot be written. Nothing was changed.", "无法写入 {path}，没有改动。"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mending:
    """The files of a pack before and after."""

    root: Path
    files: Mapping[str, Mended]
    texts: dict[str, str]
    """By name, as they are to be."""

    @property
    def changed(self) -> list[str]:
        """Names of the files that differ."""
        return [
            name
            for name, file in self.files.items()
            if file.was_gbk or self.texts[name] != file.before
        ]


def main(arguments: Sequence[str], language: Language) -> int:
    """Mend a pack, and say what ``check`` still finds.

    Args:
        arguments: a pack; ``--stub``, ``--dry-run``.
        language: of the messages.

    Returns:
        0 where no mistakes are left, 1 else, 4 where the pack was refused.

    Raises:
        UsageError: a file cannot be written; then none was.
    """
    parser = CommandParser("fix", ABOUT, language, EXAMPLES)
    parser.add("pack", about=WHAT)
    parser.add("--stub", about=STUB, action="store_true")
    parser.add("--dry-run", about=DRY, action="store_true", dest="dry")
    asked = parser.parse_args(list(arguments))
    root, main_file = _located(asked.pack)
    files = dict(_read(root, main_file))
    work = _Mending(root=root, files=files, texts={name: f.text for name, f in files.items()})
    found = _improved(work, main_file, stubs=asked.stub)
    _print_changes(work, language)
    if work.changed and not asked.dry:
        copies = _write(work)
        gaps = {"files": ", ".join(work.changed), "copies": ", ".join(copies)}
        print(WRITTEN.filled(gaps).in_language(language), end="\n\n")
    elif work.changed:
        print(DRY_DONE.in_language(language), end="\n\n")
    print_findings(found, language)
    return REFUSED if found.is_refused else CLEAN if found.scenario is not None else ERRORS


def _located(pack: str) -> tuple[Path, str]:
    """The folder, and the main file in it."""
    path = Path(pack)
    if path.suffix == ".yaml" and path.is_file():
        return path.parent, path.name
    return folder_of(pack), "scenario.yaml"


def _read(root: Path, main_file: str) -> Iterator[tuple[str, Mended]]:
    """Every text file of the pack that can be read, mended."""
    for name in _names(root, main_file)[:MOST_FILES]:
        path = root / name
        try:
            about = os.lstat(path)
            if not stat.S_ISREG(about.st_mode) or about.st_size > MOST_BYTES:
                continue
            content = path.read_bytes()
        except (OSError, ValueError):
            continue
        file = mended(content, is_yaml=name.endswith(".yaml"))
        if file is not None:
            yield name, file


def _names(root: Path, main_file: str) -> list[str]:
    if main_file == "scenario.yaml":
        found = [path for suffix in ("yaml", "csv", "md") for path in root.rglob(f"*.{suffix}")]
        return sorted(path.relative_to(root).as_posix() for path in found)
    text = (root / main_file).read_bytes()[:MOST_BYTES].decode("utf-8", "replace")
    included = [name for name in _INCLUDED.findall(text) if (root / name).is_file()]
    return list(dict.fromkeys([main_file, *included]))


def _improved(work: _Mending, main_file: str, *, stubs: bool) -> Loaded:
    """Mend what only the checker sees, in a copy, until it sees no more of it."""
    parent = work.root.resolve().parent
    with tempfile.TemporaryDirectory(prefix="mending-") as folder:
        copy = Path(folder) / (work.root.resolve().name or "pack")
        shutil.copytree(work.root, copy, ignore=_only_small, symlinks=True)
        target = copy if main_file == "scenario.yaml" else copy / main_file
        for _ in range(MOST_PASSES):
            for name, text in work.texts.items():
                (copy / name).write_bytes(text.encode("utf-8"))
            found = load_pack(target, [*pack_folders(), parent])
            if not _one_pass(work, found, stubs=stubs):
                break
    return found


def _only_small(folder: str, names: list[str]) -> set[str]:
    """What a copy to check does not need."""
    return {
        name
        for name in names
        if name.startswith(".")
        or name.endswith(".bak")
        or (
            (Path(folder) / name).is_file()
            and (Path(folder) / name).stat().st_size > 2 * MOST_BYTES
        )
    }


def _one_pass(work: _Mending, found: Loaded, *, stubs: bool) -> bool:
    """Whether anything more was mended."""
    before = dict(work.texts)
    for name in work.texts:
        work.texts[name] = with_narrow_signs(work.texts[name], found.findings, name)
    if work.texts == before and stubs:
        languages = found.scenario.languages if found.scenario else _promised(work.texts)
        for finding in found.findings:
            if _stubbed(work, finding, languages):
                break
    return work.texts != before


def _stubbed(work: _Mending, finding: Diagnostic, languages: tuple[Language, ...]) -> bool:
    name = finding.place.file if finding.place else ""
    if name not in work.texts:
        return False
    newline = "\r\n" if "\r\n" in work.texts[name] else "\n"
    lines = work.texts[name].split(newline)
    is_filled = with_stub(lines, finding, languages)
    if is_filled:
        work.texts[name] = newline.join(lines)
    return is_filled


def _promised(texts: Mapping[str, str]) -> tuple[Language, ...]:
    """The languages a pack that cannot be read yet says it is written in."""
    for text in texts.values():
        if found := re.search(r"(?m)^languages:\s*\[([a-z, ]*)\]", text):
            return tuple(known for known in LANGUAGES if known in found.group(1)) or LANGUAGES
    return LANGUAGES


def _print_changes(work: _Mending, language: Language) -> None:
    if not work.changed:
        print(NOTHING.in_language(language), end="\n\n")
    for name in work.changed:
        file = work.files[name]
        if file.was_gbk:
            print(WAS_GBK.filled({"file": name}).in_language(language))
        if file.hidden:
            gaps = {"file": name, "count": str(file.hidden)}
            print(HIDDEN_OUT.filled(gaps).in_language(language))
        print_difference(name, file.before, work.texts[name])
        print()


def _write(work: _Mending) -> list[str]:
    """Write the changed files; the names of the copies kept."""
    try:
        return written(work.root, {name: work.texts[name].encode() for name in work.changed})
    except OSError as error:
        raise UsageError(CANNOT.filled({"path": str(work.root)})) from error
