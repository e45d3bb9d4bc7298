"""The keys at the top of a pack's files, and how each is merged from parent to child."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from game.core.text import Text

Merge = Literal["single", "map", "list", "files", "change"]

TOP_KEYS: Final[Mapping[str, tuple[Merge, Text]]] = {
    "scenario": ("single", Text("language version", "语言版本")),
    "id": ("single", Text("pack id", "编号")),
    "version": ("single", Text("pack version", "版本")),
    "extends": ("single", Text("base pack", "基础包")),
    "include": ("files", Text("more files", "包含文件")),
    "title": ("single", Text("title", "标题")),
    "summary": ("single", Text("summary", "简介")),
    "authors": ("single", Text("authors", "作者")),
    "licence": ("single", Text("licence", "许可")),
    "audience": ("single", Text("audience", "受众")),
    "languages": ("single", Text("languages", "语言")),
    "clock": ("single", Text("clock", "时间")),
    "prices": ("single", Text("prices", "价格")),
    "mortality": ("single", Text("life table", "生命表")),
    "settings": ("single", Text("settings", "设置")),
    "goals": ("map", Text("learning goal", "学习目标")),
    "profiles": ("map", Text("profile", "人物")),
    "places": ("map", Text("place", "地点")),
    "jobs": ("map", Text("job", "工作")),
    "income": ("map", Text("income path", "收入")),
    "tables": ("map", Text("table", "表")),
    "parameters": ("map", Text("parameter", "参数")),
    "variables": ("map", Text("variable", "变量")),
    "decisions": ("map", Text("decision", "决定")),
    "events": ("map", Text("event", "事件")),
    "scoring": ("map", Text("scoring figure", "评分")),
    "letters": ("map", Text("letter", "通知")),
    "nudges": ("map", Text("nudge", "提醒")),
    "quiz": ("map", Text("question", "测验题")),
    "score": ("map", Text("part of the score", "评分项")),
    "schemes": ("map", Text("scheme", "参保制度")),
    "debrief": ("list", Text("line of the debrief", "总结")),
    "tests": ("list", Text("test", "测试")),
    "override": ("change", Text("changes to the base pack", "覆盖")),
    "remove": ("change", Text("things left out", "移除")),
}
INHERITED: Final = frozenset({"clock", "prices", "languages", "mortality", "title", "summary"})
"""Single values a child takes from its parent where it says nothing."""
NOT_INHERITED: Final = frozenset({"tests"})
"""Lists a parent keeps to itself."""
SECTIONS: Final = tuple(key for key, (merge, _) in TOP_KEYS.items() if merge == "map")
LISTS: Final = tuple(key for key, (merge, _) in TOP_KEYS.items() if merge == "list")
BASE_PARTS: Final = ("old_age", "health", "living", "family")
"""Parts of every score; a pack adds to them and does not redefine them."""
DOTTED: Final = frozenset({"parameters", "scoring"})
"""Sections whose ids are words joined by dots."""


def noun(section: str) -> Text:
    """What one thing of a section is called."""
    return TOP_KEYS[section][1]


_ID: Final = "abcdefghijklmnopqrstuvwxyz0123456789_"


def is_id(word: str) -> bool:
    """Whether a word may be an id: small letters, digits, ``_``; a letter first; at most 40."""
    return 0 < len(word) <= 40 and word[0].isalpha() and all(letter in _ID for letter in word)
