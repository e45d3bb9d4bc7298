"""Mistakes the design of the language lists, and as many again: what is written, and what is told.

``§`` stands before the words a finding points at and is no part of the file. A body without its own
head is a pack on the small country.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tests.mistakes.pages import png

HEAD: Final = 'scenario: 1\nid: case-pack\nextends: toyland\ntitle: {en: "A case", zh: "一例"}\n'
MARK: Final = "§"
_ABOUT: Final = '    title: {en: "A fall", zh: "摔倒"}\n    kind: accident\n'
_TEXT: Final = '    text: {en: "A van.", zh: "一辆面包车。"}\n'
_CHANCE: Final = "    probability: 4% per year\n"
_CHOICES: Final = """\
    choices:
      rest: {label: {en: "Rest", zh: "休息"}, effects: [add: {wellbeing: 1 points}]}
      ride: {label: {en: "Ride on", zh: "接着跑"}, effects: [gain: 90 yuan]}
    default: rest
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One mistake: its code, the files it is in, and words of the message in both languages."""

    code: str
    files: Mapping[str, str | bytes]
    en: str
    zh: str
    severity: str = "error"


def pack(
    code: str, body: str, en: str, zh: str, severity: str = "error", **files: str | bytes
) -> Listed:
    """A mistake in ``scenario.yaml``, or in another file, whose name has ``__`` for dots."""
    head = "" if body.lstrip(MARK).startswith("scenario:") else HEAD
    named = {name.replace("__", ".").replace("_IN_", "/"): text for name, text in files.items()}
    return Listed(
        code=code,
        files={"scenario.yaml": head + body, **named},
        en=en,
        zh=zh,
        severity=severity,
    )


def event(
    code: str,
    line: str,
    en: str,
    zh: str,
    severity: str = "error",
    *,
    has: str = _ABOUT + _TEXT + _CHANCE,
    **more: str,
) -> Listed:
    """A mistake in a line of the event ``fall``."""
    return pack(code, f"events:\n  fall:\n{has}{line}\n{more.get('after', '')}", en, zh, severity)


def condition(code: str, written: str, en: str, zh: str, severity: str = "error") -> Listed:
    """A mistake in a condition."""
    return event(code, f'    when: "{written}"', en, zh, severity)


DESIGN: Final = (
    # --- writing ---
    pack(
        "SC101", f"events:\n  fall:\n{_ABOUT}{_TEXT}§\tprobability: 4% per year\n", "tab", "制表符"
    ),
    pack(
        "SC102",
        'scenario: 1\nid: case-pack\nextends: toyland\ntitle§：{en: "My life"}\n',
        "full-width colon",
        "全角冒号",
    ),
    pack(
        "SC103",
        "override:\n  decisions:\n    plan: {pension: [none§，resident，employee]}\n",
        "full-width comma",
        "半角逗号",
    ),
    event("SC104", '    §text: {en: "Again.", zh: "又一次。"}', "twice", "两次"),
    pack(
        "SC105",
        "profiles:\n  mei: {extends: rider, start: {§age:22}}\n",
        "no space after",
        "缺少空格",
    ),
    event(
        "SC106",
        "    text:\n      en: §Remember: pay by 20 December\n      zh: 按时缴费",
        "quotes",
        "引号",
        has=_ABOUT + _CHANCE,
    ),
    pack(
        "SC107",
        f"events:\n  fall: §&fall\n{_ABOUT}{_TEXT}{_CHANCE}",
        "anchors",
        "锚点",
    ),
    event(
        "SC108",
        '    text:\n      en: "Broken leg."\n      zh: §"医生说：腿骨骨折',
        "no closing quote",
        "结尾的引号",
        has=_ABOUT + _CHANCE,
    ),
    pack(
        "SC109",
        "",
        "not UTF-8",
        "不是 UTF-8",
        texts_IN_texts__csv="id,en,zh\n§title,A case,你好\n".encode("gb18030"),
    ),
    pack(
        "SC110",
        "",
        "U+202E",
        "U+202E",
        texts_IN_texts__csv="id,en,zh\ntitle,A case,今年§\u202e缴费\n",
    ),
    event(
        "SC111",
        '    text:\n      en: "Go to window 2"\n      zh: §请看 #2 号窗口',
        "starts a comment",
        "注释",
        "warning",
        has=_ABOUT + _CHANCE,
    ),
    event(
        "SC112",
        '    text:\n      en: "Hello"\n      zh: §“你好”',
        "quote",
        "引号",
        has=_ABOUT + _CHANCE,
    ),
    # --- keys, ids ---
    event(
        "SC201",
        "    §probabilty: 4% per year",
        "'probability'",
        "“probability”",
        has=_ABOUT + _TEXT,
    ),
    condition("SC202", "§incom < 3000 yuan/month", "'income'", "“income”"),
    event(
        "SC203",
        "    effects: [later: {in: 3 years, event: §old_wond, chance: 40%}]",
        "'old_wound'",
        "“old_wound”",
    ),
    pack(
        "SC204",
        "profiles:\n  mei: {extends: rider, start: {age: 22, place: §harbor}}\n",
        "'harbour'",
        "“harbour”",
    ),
    pack(
        "SC205",
        f"events:\n  §hospital_stay:\n{_ABOUT}{_TEXT}{_CHANCE}",
        "already exists",
        "已经有了",
    ),
    pack(
        "SC206",
        "override:\n  events: {§hospital_stya: {probability: 2% per year}}\n",
        "'hospital_stay'",
        "“hospital_stay”",
    ),
    pack(
        "SC207",
        "parameters:\n  coast.fee:\n"
        '    label: {en: "Fee", zh: "费用"}\n    unit: yuan/month\n    values:\n'
        "      2026-01-01: 60\n      §afterwards: grow 3% per year\n"
        '    source: {title: "T", status: assumed}\n',
        "ignored",
        "缩进过深",
    ),
    event(
        "SC208",
        "    choices:\n      §hospital: {effects: [gain: 5 yuan]}\n    default: hospital",
        "has no 'label'",
        "缺少 label",
    ),
    # --- conditions ---
    condition("SC301", "job §= courier", "==", "=="),
    condition("SC306", "18 < age §< 40", "two comparisons", "连写"),
    condition("SC308", "income < §3000 yuan", "yuan/month", "yuan/month"),
    condition("SC309", "cash > §5000", "unit", "单位"),
    condition("SC311", "my.injured §&& age > 40", "`and`", "and"),
    condition("SC312", "cash >= §5,000 yuan", "separators", "分隔"),
    pack(
        "SC313",
        "tests:\n  - name: luck\n    profile: rider\n"
        '    expect:\n      - {at: 64, check: "§chance(50%)"}\n',
        "chance()",
        "chance()",
    ),
    # --- when ---
    event("SC401", "    probability: §4%", "period", "时间单位", has=_ABOUT + _TEXT),
    event(
        "SC402",
        '    times:\n      - {factor: §30, when: "my.hours > 60"}',
        "71%",
        "71%",
        "warning",
    ),
    event("SC403", "    ages: §76..80", "75", "75"),
    condition("SC404", "§sex == female and age > 20", "male", "male", "warning"),
    pack(
        "SC405",
        f"events:\n  fall:\n{_ABOUT}{_TEXT}    only_by: [trigger]\n    effects: [trigger: crash]\n"
        f"  crash:\n{_ABOUT}{_TEXT}{_CHANCE}    effects:\n      - trigger: §fall\n".replace(
            "effects: [trigger: crash]", "effects: [trigger: crash]"
        ),
        "crash",
        "crash",
    ),
    event(
        "SC406",
        "    §choices:\n"
        '      a: {label: {en: "A", zh: "甲"}, needs: "cash > 5 yuan", effects: [gain: 5 yuan]}\n'
        '      b: {label: {en: "B", zh: "乙"}, needs: "cash > 9 yuan", effects: [gain: 9 yuan]}\n'
        "    default: [a, b]",
        "no way out",
        "没有",
        "warning",
    ),
    # --- numbers ---
    pack(
        "SC501",
        "override:\n  parameters:\n    pension.rate: {values: {§2026-13-01: 18}}\n",
        "not a date",
        "日期",
    ),
    pack(
        "SC502",
        'parameters:\n  §coast.fee: {label: {en: "Fee", zh: "费用"}, unit: yuan/month,'
        " values: {2026-01-01: 60}, afterwards: hold}\n",
        "source",
        "来源",
        "warning",
    ),
    pack(
        "SC503",
        'parameters:\n  coast.fee:\n    label: {en: "Fee", zh: "费用"}\n    unit: yuan/month\n'
        "    values: {2025-01-01: 5000, 2026-01-01: §60000}\n    afterwards: hold\n"
        '    source: {title: "T", status: assumed}\n',
        "12 times",
        "12 倍",
        "warning",
    ),
    pack(
        "SC504",
        'parameters:\n  coast.fee:\n    label: {en: "Fee", zh: "费用"}\n    unit: yuan/month\n'
        '    §values: {2026-01-01: 60}\n    source: {title: "T", status: assumed}\n',
        "2026",
        "2026",
        "warning",
    ),
    # --- texts, files ---
    event("SC601", '    text: §{en: "A van."}', "Chinese", "中文", "warning", has=_ABOUT + _CHANCE),
    event(
        "SC602",
        '    text:\n      en: "A van."\n      zh: §"' + "下雨天红灯前有一辆面包车" * 30 + '"',
        "cut",
        "删",
        "warning",
        has=_ABOUT + _CHANCE,
    ),
    event(
        "SC603",
        '    values: {bill: "uniform(5 yuan, 9 yuan)"}\n'
        '    text:\n      en: "Pay {bill:yuan}."\n      zh: §"腿骨骨折。"',
        "{bill",
        "{bill",
        "warning",
        has=_ABOUT + _CHANCE,
    ),
    event(
        "SC604",
        '    values: {bill: "uniform(5 yuan, 9 yuan)"}\n'
        '    text:\n      en: "You pay §{bil:yuan}."\n      zh: "要付{bill:yuan}。"',
        "bil",
        "bil",
        has=_ABOUT + _CHANCE,
    ),
    pack(
        "SC701",
        f"events:\n  fall:\n{_ABOUT}{_TEXT}{_CHANCE}    picture: §pictures/Crash.PNG\n",
        "'pictures/crash.png'",
        "“pictures/crash.png”",
        pictures_IN_crash__png=png(4, 4),
    ),
    event("SC702", "    picture: §../../secret.png", "leave", "不能超出"),
    # --- questions, tests, goals ---
    pack(
        "SC801",
        "quiz:\n  §gap_cost:\n    goal: gaps\n    kind: one\n"
        '    ask: {en: "Which?", zh: "哪个？"}\n'
        '    answers: [{text: {en: "A", zh: "甲"}}, {text: {en: "B", zh: "乙"}}]\n',
        "no right answer",
        "没有正确答案",
    ),
    pack(
        "SC802",
        "tests:\n  - name: twenty paid years\n    profile: rider\n    luck: off\n"
        '    expect:\n      - {at: 64, check: §"years.employee >= 20"}\n',
        "twenty paid years",
        "twenty paid years",
    ),
    pack(
        "SC901",
        'goals:\n  §portable: {en: "Paid years move with you.", zh: "年限跟着走。"}\n',
        "portable",
        "portable",
        "warning",
    ),
)
"""The 46 of the design, in its order."""

MORE: Final = (
    event(
        "SC113",
        "    title: §|\n      A fall",
        "one line",
        "一行",
        has="    kind: accident\n" + _TEXT,
    ),
    pack("SC115", "§# ok SC404: for class B\ntests: []\n", "no SC404", "没有 SC404", "untidy"),
    condition("SC202", "§averge(age) > 4", "averge", "averge"),
    condition("SC202", "§injured", "my.injured", "my.injured"),
    event("SC203", "    effects: [trigger: §old_wund]", "'old_wound'", "“old_wound”"),
    event("SC204", "    effects: [job: §shop_helpr]", "'shop_helper'", "“shop_helper”"),
    event("SC204", "    teaches: [§gap]", "'gaps'", "“gaps”"),
    condition("SC204", "plan.pension == §emploee", "'employee'", "“employee”"),
    pack("SC209", "scenario: 1\nid: case-pack\nextends: §toylnd\n", "'toyland'", "“toyland”"),
    pack("SC211", f"events:\n  §Fall:\n{_ABOUT}{_TEXT}{_CHANCE}", "small letters", "小写字母"),
    pack(
        "SC212",
        "profiles:\n  mei: {extends: rider, start: {sex: §no}}\n",
        "male",
        "male",
    ),
    pack(
        "SC213", "profiles:\n  mei: {extends: rider, start: {health: §140 points}}\n", "100", "100"
    ),
    pack("SC214", "clock: {start: §2026-09, ages: 22..75}\n", "2026-01", "2026-01"),
    event(
        "SC216",
        "    effects:\n      - pay: 5 yuan\n        §gain: 9 yuan",
        "two effects",
        "两个效果",
    ),
    event("SC217", "    effects: [set: {§place: harbour}]", "`move", "`move"),
    event("SC218", "    effects: [lasting: {§for: 6 months}]", "changes nothing", "没有改变"),
    pack("SC219", "scenario: §9\nid: case-pack\nextends: toyland\n", "update the game", "更新游戏"),
    pack("SC220", "settings: {§difficulty: hard}\n", "the same for everybody", "对谁都一样"),
    pack(
        "SC222",
        "profiles:\n  mei: {extends: rider, §student: yes, start: {job: courier}}\n",
        "school",
        "学校",
    ),
    condition("SC302", "age §40", "operator", "运算符"),
    condition("SC305", "§(age > 40", "(", "("),
    condition("SC310", "cash > 40 §euro", "euro", "euro"),
    event(
        "SC407",
        '    §choices:\n      rest: {label: {en: "Rest", zh: "休息"}, effects: [gain: 5 yuan]}',
        "default",
        "default",
    ),
    event("SC409", "    §at: {age: 30}", "exclude", "只能写一个"),
    event("SC412", "    effects: [end: §dies]", "fixed_end", "fixed_end"),
    pack(
        "SC507",
        'parameters:\n  coast.fee:\n    label: {en: "Fee", zh: "费用"}\n    unit: yuan/month\n'
        "    values: {2026-01-01: 60}\n    afterwards: hold\n"
        '    source: {title: "T", url: §"http://fees.example", status: assumed}\n',
        "https",
        "https",
        "warning",
    ),
    pack(
        "SC805",
        "tests:\n  - {name: §late, luck: off, expect: [{at: 40, check: alive}]}\n",
        "whose life",
        "profile",
    ),
    event("SC104", "    §probability: 5% per year", "twice", "两次"),
    event("SC103", '    when: "age §＞ 40"', ">", ">"),
    pack("SC105", "places:\n  lane: {province: coast, §rent:5}\n", "no space after", "缺少空格"),
)
"""As many again from the desks of those who tried it."""
