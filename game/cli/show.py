"""``show``: what a thing of a pack says, and with ``--origin`` where each line of it is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.cli.arguments import unknown
from game.cli.asked_pack import PACK, loaded
from game.cli.parser import CommandParser
from game.core.text import Language, Text
from game.scenario.compiler import Loaded
from game.scenario.origin import Origin, known_ids, origin_of

ABOUT: Final = Text(
    "Shows a thing of a pack by its id: a profile, an event, a place, a number of law …\n"
    "With --origin also the file and line of every part, and what of the base pack it changes.",
    "按编号显示情景包里的一项内容：人物、事件、地点、政策参数等。\n"
    "加上 --origin，还会列出每一行写在哪个文件第几行，改了基础包的什么。",
)
EXAMPLES: Final = Text(
    "show crash_on_order\nshow profiles.migrant_worker --origin\n"
    "show pension.employee.rate --in ./night-shift --origin\nshow events",
    "show crash_on_order\nshow profiles.migrant_worker --origin\n"
    "show pension.employee.rate --in ./ye-ban --origin\nshow events",
)
THING: Final = Text("its id; with its section if several share it", "编号；重名时前面写上类别")
ORIGIN: Final = Text("say where it is written", "列出写在哪里")
NO_SUCH: Final = Text(
    "Nothing in this pack is called “{name}”.{guess} “show events” lists all events; so do"
    " profiles, places, jobs, parameters.",
    "情景包里没有“{name}”。{guess}show events 列出所有事件，"
    "profiles、places、jobs、parameters 也可以这样列出。",
)
CHANGES: Final = Text("changes {where}", "改了 {where}")


def main(arguments: Sequence[str], language: Language) -> int:
    """Print one thing of a pack, or the ids of a section.

    Args:
        arguments: an id or a section; ``--in`` a pack, ``--origin``.
        language: of the words around it.

    Returns:
        0.

    Raises:
        UsageError: nothing has that id.
    """
    parser = CommandParser("show", ABOUT, language, EXAMPLES)
    parser.add("id", about=THING)
    parser.add("--in", about=PACK, dest="pack", default="china", metavar="PACK")
    parser.add("--origin", about=ORIGIN, action="store_true")
    asked = parser.parse_args(list(arguments))
    found = loaded(asked.pack)
    if asked.id in found.merged.sections:
        print("\n".join(found.merged.sections[asked.id]))
        return 0
    things = origin_of(found, asked.id)
    if not things:
        raise _unknown(asked.id, found)
    print("\n\n".join(shown(thing, language, with_origin=asked.origin) for thing in things))
    return 0


def _unknown(name: str, found: Loaded) -> Exception:
    ids = known_ids(found)
    bare = [full.partition(".")[2] for full in ids]
    return unknown(NO_SUCH, name, ids if "." in name else bare)


def shown(thing: Origin, language: Language, *, with_origin: bool) -> str:
    """A thing field by field."""
    lines = [f"{thing.section}.{thing.id}" + (f"    {thing.where}" if with_origin else "")]
    width = max((len(field.name) for field in thing.fields), default=0)
    for field in thing.fields:
        lines.append(f"  {field.name:<{width}}  {field.written}")
        if with_origin:
            where = field.where
            if field.overrides:
                changes = CHANGES.filled({"where": field.overrides}).in_language(language)
                where = f"{where}  ({changes})"
            lines.append(f"  {'':<{width}}  {where}")
    return "\n".join(lines)
