"""How much room each text has where it is shown, and what that place is called.

Counted in cells, a Chinese sign taking two: the card a text stands on is laid out by the screens,
and at the largest text size a card of these lengths still needs no more than a little scrolling.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.core.diagnostics import Diagnostic, Place
from game.core.text import Language, Text

LANGUAGE_NAMES: Final[Mapping[Language, Text]] = {
    "en": Text("English", "英文"),
    "zh": Text("Chinese", "中文"),
}
TALL: Final = 1.5
"""How much more an event's text may hold with ``text_box: tall``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A kind of place for a text."""

    context: Text
    most: int
    """Cells; 0 where nothing limits it."""


def _room(en: str, zh: str, most: int) -> Room:
    return Room(context=Text(en, zh), most=most)


_SINGLE: Final = {
    "title": _room("title of the pack", "情景包标题", 48),
    "summary": _room("summary in the library", "情景包简介", 200),
}
_BY_KEY: Final = {
    ("events", "title"): _room("title of a card", "卡片标题", 44),
    ("events", "text"): _room("text of a card", "卡片正文", 320),
    ("events", "label"): _room("button", "按钮", 48),
    ("events", "note"): _room("line under a button", "按钮下的说明", 80),
    ("events", "result"): _room("what came of it", "选择的结果", 260),
    ("events", "because"): _room("why a button is closed", "不能选的原因", 90),
    ("events", "say"): _room("line in the log", "日志", 160),
    ("letters", "subject"): _room("subject of a letter", "通知标题", 60),
    ("letters", "text"): _room("text of a letter", "通知正文", 480),
    ("letters", "what_changed"): _room("what changed", "有何变化", 240),
    ("letters", "do"): _room("what to do", "要办什么", 240),
    ("quiz", "ask"): _room("question", "题目", 200),
    ("quiz", "text"): _room("answer", "答案", 100),
    ("quiz", "because"): _room("why an answer is right or wrong", "答案解释", 200),
    ("quiz", "explain"): _room("explanation", "讲解", 320),
    ("profiles", "name"): _room("name of a person", "姓名", 24),
    ("profiles", "role"): _room("who one is", "身份", 36),
    ("profiles", "story"): _room("story of a person", "人物故事", 200),
    ("profiles", "facts"): _room("fact about a person", "人物要点", 44),
    ("places", "name"): _room("name of a place", "地名", 30),
    ("jobs", "name"): _room("name of a job", "工作名称", 40),
    ("decisions", "text"): _room("question of the plan", "参保方案的提问", 140),
    ("debrief", "text"): _room("line at the end", "总结", 320),
    ("score", "label"): _room("part of the score", "评分项", 40),
    ("schemes", "name"): _room("name of a scheme", "制度名称", 60),
}
_FRAMING: Final = _room("message on the phone", "手机消息", 160)
_GOAL: Final = _room("learning goal", "学习目标", 160)
_SOURCE: Final = _room("source", "来源", 0)
_LAW: Final = _room("number of law", "政策参数", 0)


def room_of(id_: str) -> Room:
    """The room of a text by its place: ``events.crash.choices.home.label``."""
    parts = id_.split(".")
    section = parts[0]
    if section in _SINGLE:
        return _SINGLE[section]
    if "source" in parts or "frequency" in parts:
        return _SOURCE
    if section == "goals":
        return _GOAL
    if section == "nudges":
        return _FRAMING
    key = next((part for part in reversed(parts) if not part.isdigit()), "")
    return _BY_KEY.get((section, key), _LAW)


def too_long(place: Place, has: int, most: int, language: Language) -> Diagnostic:
    """The finding for a text that does not fit where it is shown, counted in its own signs."""
    wide = 2 if language == "zh" else 1
    slots: dict[str, str | Text] = {
        "language": LANGUAGE_NAMES[language],
        "has": str(has // wide),
        "most": str(most // wide),
        "over": str(-(-(has - most) // wide)),
    }
    return Diagnostic(
        code="SC602", severity="warning", confidence="reasonable", place=place, slots=slots
    )
