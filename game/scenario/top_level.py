"""The keys at the top of a pack's files, and how each is merged from parent to child."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from game.core.text import Text

Merge = Literal["single", "map", "files", "change"]

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
    "override": ("change", Text("changes to the base pack", "覆盖")),
    "remove": ("change", Text("things left out", "移除")),
}
LATER_KEYS: Final = frozenset({"nudges", "quiz", "letters", "debrief", "tests", "score", "schemes"})
INHERITED: Final = frozenset({"clock", "prices", "languages", "mortality", "title", "summary"})
"""Single values a child takes from its parent where it says nothing."""
SECTIONS: Final = tuple(key for key, (merge, _) in TOP_KEYS.items() if merge == "map")
DOTTED: Final = frozenset({"parameters", "scoring"})
"""Sections whose ids are words joined by dots."""


def noun(section: str) -> Text:
    """What one thing of a section is called."""
    return TOP_KEYS[section][1]
