"""``new``: makes a scenario pack of three answers; it passes ``check`` and plays at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from game.cli.arguments import UsageError, unknown
from game.cli.asked_pack import own_packs, pack_folders, playable, print_findings
from game.cli.new_chance import is_rider, usual_chance
from game.cli.new_pack import DEFAULTS, KINDS, NewPack, Person, id_of, written
from game.cli.parser import CommandParser
from game.cli.program import program
from game.core.text import Language, Text
from game.scenario.compiler import load_pack
from game.scenario.model import Profile, Scenario

BASE: Final = "china"
ABOUT: Final = Text(
    "Makes a new scenario pack. It asks three questions: its title, what kind of thing happens,"
    " and what.\nWhat you answer as an option is not asked. The pack can be played at once; all of"
    " it stands in one file,\nscenario.yaml, with notes in it on what may be changed.",
    "新建一个情景包。只问三件事：标题、哪一类事、发生什么事；用选项写明的就不再问。\n"
    "建好就能玩。全部内容在 scenario.yaml 一个文件里，里面有说明，照着改就行。",
)
EXAMPLES: Final = Text(
    "new\nnew ./night-shift\n"
    'new ./night-shift --title "The night shift" --who migrant_worker --kind accident'
    ' --what "A van turns without looking. {bill}."',
    "new\nnew ./ye-ban\n"
    'new ./ye-ban --title "夜班" --who migrant_worker --kind accident'
    ' --what "一辆面包车没看路就拐弯，医院要{bill}。"',
)
FOLDER: Final = Text(
    "where to make it; without: among your own scenarios", "建在哪里；不写就放进你的情景文件夹"
)
TITLE: Final = Text("title of the pack", "情景包的标题")
WHO: Final = Text(
    "the person of the base pack it is about; without: the first, Li Wei",
    "照基础包里的谁来写，填人物编号；不写就是第一个，李伟",
)
WHAT: Final = Text("what happens, one sentence", "发生什么事，一句话")
KIND: Final = Text("what kind of thing it is", "这件事属于哪一类")
ASK_TITLE: Final = Text("1/3  What is it called?", "1/3  标题叫什么？")
ASK_KIND: Final = Text(
    "2/3  What kind of thing happens? Type a number:", "2/3  发生的是哪一类事？输入编号："
)
ASK_WHAT: Final = Text(
    "3/3  What happens? One sentence; {bill} becomes the amount.",
    "3/3  发生什么事？一句话；写 {bill} 的地方会换成金额。",
)
ENTER: Final = Text("Enter: {default}", "直接回车：{default}")
NO_SUCH_KIND: Final = Text(
    "There is no kind “{name}”.{guess} There are: {options}.",
    "没有“{name}”这一类。{guess}可选：{options}。",
)
NO_SUCH: Final = Text(
    "The base pack has no person “{name}”.{guess} There are: {options}.",
    "基础包里没有人物“{name}”。{guess}可选：{options}。",
)
THERE_ALREADY: Final = Text(
    "There is something at {path} already. Give another folder; nothing was written.",
    "{path} 已经有东西了。请换一个文件夹；什么都没有写入。",
)
CANNOT_WRITE: Final = Text(
    "The pack cannot be written to {path}. Give a folder of your own.",
    "无法写入 {path}。请换一个自己的文件夹。",
)
DONE: Final = Text(
    "\nYour pack: {path}\n\n  play it      {program} {play}\n"
    "  change it    open {file} in an editor\n"
    "  check it     {program} check {where}\n  its tests    {program} test-pack {where}",
    "\n情景包在：{path}\n\n  试玩      {program} {play}\n  修改      用编辑器打开 {file}\n"
    "  检查      {program} check {where}\n  测试      {program} test-pack {where}",
)
Ask = Callable[[str], str]


def main(arguments: Sequence[str], language: Language) -> int:
    """Ask what is not said, write the pack, and check it.

    Args:
        arguments: a folder; ``--title``, ``--who``, ``--what``, ``--kind``.
        language: of questions, notes and the pack's own texts.

    Returns:
        0.
    """
    asked = _parser(language).parse_args(list(arguments))
    _, scenario = playable(BASE)
    ask = _ask if sys.stdin is not None and sys.stdin.isatty() else _silent
    title = asked.title or _answer(ask, ASK_TITLE, DEFAULTS["title"], language)
    who = _known(asked.who, scenario) if asked.who else _offered(scenario)[0]
    kind = asked.kind or _kind(ask, language)
    person = Person(id=who.id, name=who.name, age=who.age, is_rider=is_rider(scenario, who))
    what = asked.what or _answer(ask, ASK_WHAT, _usual_event(kind, person), language)
    folder = Path(asked.folder) if asked.folder else _free(own_packs(), id_of(title))
    name = id_of(folder.resolve().name)
    pack = NewPack(
        id=name,
        title=title,
        who=person,
        what=what,
        kind=kind,
        chance=usual_chance(scenario, who, kind),
        language=language,
        others=tuple(each.id for each in _offered(scenario)),
    )
    _write(folder, pack, is_own=not asked.folder)
    found = load_pack(folder, pack_folders())
    print_findings(found, language)
    where, play = _named(folder, name, is_own=not asked.folder)
    gaps = {"path": str(folder), "program": program(), "where": where, "play": play}
    print(DONE.filled({**gaps, "file": str(folder / "scenario.yaml")}).in_language(language))
    return 0


def _parser(language: Language) -> CommandParser:
    parser = CommandParser("new", ABOUT, language, EXAMPLES)
    parser.add("folder", about=FOLDER, nargs="?")
    parser.add("--title", about=TITLE)
    parser.add("--who", about=WHO, metavar="ID")
    parser.add("--what", about=WHAT, metavar="TEXT")
    parser.add("--kind", about=KIND, choices=sorted(KINDS))
    return parser


def _offered(scenario: Scenario) -> list[Profile]:
    """The persons of the base pack that players are offered."""
    return [who for who in scenario.profiles if not who.is_hidden]


def _known(name: str, scenario: Scenario) -> Profile:
    persons = _offered(scenario)
    found = next((who for who in persons if who.id == name), None)
    if found is None:
        raise unknown(NO_SUCH, name, [who.id for who in persons])
    return found


def _kind(ask: Ask, language: Language) -> str:
    """The kind whose number or name is typed; the first where nothing is."""
    lines = [ASK_KIND.in_language(language)]
    for number, (kind, each) in enumerate(KINDS.items(), 1):
        lines.append(f"     {number}  {each.label.in_language(language)}  ({kind})")
    answer = ask("\n".join(lines) + "\n> ").strip().lower()
    names = list(KINDS)
    if answer.isdecimal() and 0 < int(answer) <= len(names):
        return names[int(answer) - 1]
    if answer and answer not in KINDS:
        raise unknown(NO_SUCH_KIND, answer, names)
    return answer or names[0]


def _usual_event(kind: str, person: Person) -> Text:
    return DEFAULTS["off_duty" if kind == "accident" and not person.is_rider else kind]


def _answer(ask: Ask, question: Text, default: Text, language: Language) -> str:
    usual = default.in_language(language)
    enter = ENTER.in_language(language).replace("{default}", usual)
    return ask(f"{question.in_language(language)}  ({enter})\n> ").strip() or usual


def _ask(question: str) -> str:
    try:
        return input(question)
    except EOFError:
        return ""


def _silent(question: str) -> str:
    """Nobody is there to answer."""
    return ""


def _free(folder: Path, name: str) -> Path:
    """A folder of that name, with a number behind it where one is there."""
    number = 1
    while (folder / (name if number == 1 else f"{name}-{number}")).exists():
        number += 1
    return folder / (name if number == 1 else f"{name}-{number}")


def _write(folder: Path, pack: NewPack, *, is_own: bool) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(THERE_ALREADY.filled({"path": str(folder)}))
    where, play = _named(folder, pack.id, is_own=is_own)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        content = written(pack, program(), where, play)
        (folder / "scenario.yaml").write_text(content, encoding="utf-8")
    except OSError as error:
        raise UsageError(CANNOT_WRITE.filled({"path": str(folder)})) from error


def _named(folder: Path, name: str, *, is_own: bool) -> tuple[str, str]:
    """How commands name the pack, and how it is named to be played."""
    path = str(folder)
    has_separator = os.sep in path or "/" in path
    play = path if has_separator else f".{os.sep}{path}"
    play = f'"{play}"' if " " in play else play
    return (name if is_own else play), play
