"""What a new pack says: a commented ``scenario.yaml`` in its author's language."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.core.diagnostics import HIDDEN
from game.core.text import Language, Text

_SLUG: Final = re.compile(r"[^a-z0-9]+")
_LONGEST_ID: Final = 39
_MARK: Final = re.compile(r"(?<!\{)\{([^{}:]+)(?::[^{}]*)?\}(?!\})")
_OF_PERSON: Final = frozenset({"age", "place"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of the base pack whom the new one takes over."""

    id: str
    name: Text
    age: int
    is_rider: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """How often an event comes, as it is written, and what shows where that is from."""

    written: str
    shown_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPack:
    """The answers a new pack is made of, and what follows from them."""

    id: str
    title: str
    who: Person
    what: str
    kind: str
    chance: Chance
    language: Language
    others: tuple[str, ...] = ()
    """Persons of the base pack that are not offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """A kind of event: what it is called, what it draws and does at once, and two choices."""

    label: Text
    amount: str
    """Range of what it costs; drawn where the event or its text has need of it."""
    effects: tuple[str, ...]
    choices: tuple[tuple[str, Text, tuple[str, ...]], ...]
    pays: str = "pay: values.bill"
    """The effect that pays the amount, where the text names one and no other effect does."""
    is_drawn: bool = False
    """Whether it has an amount without being asked."""


_ACCIDENT_BILL: Final = "bill: {amount: values.bill, cause: order}"
_OFF_DUTY_BILL: Final = "bill: {amount: values.bill, cause: road}"
KINDS: Final[Mapping[str, _Kind]] = {
    "work": _Kind(
        label=Text("work: fewer orders, another pay", "活少了、单价变了"),
        amount="uniform(500 yuan, 5000 yuan)",
        effects=("lasting: {for: 6 months, income: -50%}",),
        choices=(
            ("keep", Text("Keep paying in", "保险照缴"), ("add: {wellbeing: -2 points}",)),
            ("stop", Text("Stop the pension for now", "养老先停一停"), ("plan: {pension: none}",)),
        ),
    ),
    "accident": _Kind(
        label=Text("an accident, with a bill", "出意外，有一张账单"),
        amount="uniform(8000 yuan, 40000 yuan)",
        is_drawn=True,
        effects=(_ACCIDENT_BILL,),
        choices=(
            (
                "rest",
                Text("Rest until it heals", "养好了再干"),
                ("lasting: {for: 3 months, income: -80%}",),
            ),
            (
                "early",
                Text("Back to work early", "提前开工"),
                ("lasting: {for: 1 months, income: -80%}", "add: {health: -5 points}"),
            ),
        ),
    ),
    "illness": _Kind(
        label=Text("an illness, with a bill", "生病，有一张账单"),
        amount="uniform(6000 yuan, 60000 yuan)",
        is_drawn=True,
        effects=("lasting: {for: 2 months, income: -70%}",),
        choices=(
            (
                "treat",
                Text("Have it treated", "住院治疗"),
                ("bill: {amount: values.bill, cause: illness}",),
            ),
            ("wait", Text("Wait and see", "先拖一拖"), ("add: {health: -8 points}",)),
        ),
    ),
    "family": _Kind(
        label=Text("the family needs you", "家里有事"),
        amount="uniform(2000 yuan, 20000 yuan)",
        effects=(),
        choices=(
            (
                "send",
                Text("Send money home", "往家寄钱"),
                ("lasting: {for: 12 months, spending: 800 yuan/month}",),
            ),
            (
                "go",
                Text("Take a month off and go", "请一个月假回去"),
                ("lasting: {for: 1 months, income: -100%}", "add: {wellbeing: 6 points}"),
            ),
        ),
    ),
    "money": _Kind(
        label=Text("money is lost or needed", "丢了钱、要用钱"),
        amount="uniform(2000 yuan, 8000 yuan)",
        effects=("pay: 5000 yuan",),
        choices=(
            ("save", Text("Save on the rest", "别处省一省"), ("add: {wellbeing: -3 points}",)),
            ("stop", Text("Stop the pension for now", "养老先停一停"), ("plan: {pension: none}",)),
        ),
    ),
}
"""What can happen, by the kinds an event may have."""

_HEAD: Final = Text(
    "# A line behind a # is a note for you; the game does not read it.\n"
    "# After each change run:  {program} check {where}\n"
    "# To play it:             {program} {play}",
    "# 以 # 开头的是写给你看的说明，游戏不读。\n"
    "# 每次改完运行：{program} check {where}\n"
    "# 试玩：        {program} {play}",
)
_NOTES: Final[Mapping[str, Text]] = {
    "scenario": Text("version of the language, leave it at 1", "语言版本，写 1 不用改"),
    "version": Text("of your pack; raise it when you hand out a new one", "你的版本号，再发时加大"),
    "languages": Text(
        'write [en, zh] when every text has both: {en: "…", zh: "…"}',
        '中英文都写全了（{en: "…", zh: "…"}）再改成 [en, zh]',
    ),
    "goals": Text(
        "what the class should take home, one sentence each", "希望学员记住的话，一条一句"
    ),
    "extends": Text(
        "what you leave out is as with this person of the base pack, whose events come too",
        "没写到的都跟基础包里这个人一样，他碰上的事也会碰上",
    ),
    "start": Text(
        "more keys: {program} show profiles.{who}", "还能写什么：{program} show profiles.{who}"
    ),
    "hidden": Text("the other persons of the base pack are not offered", "不让选基础包里的其他人"),
    "events": Text(
        "what happens; copy a whole block to add another", "会发生的事；再加一件就整段复制一份"
    ),
    "ages": Text("from … to …", "从几岁到几岁"),
    "when": Text("all names you can use here: {program} names", "这里能用的名称：{program} names"),
    "probability": Text("or  at: {age: 30}  for certain", "也可以写 at: {age: 30}，到时一定发生"),
    "chance": Text(
        "# as in the base pack, where it is assumed: {program} show {shown_by}\n"
        "    # After a bill the class is told it: “so many in 100 people like you each year”.",
        "# 跟基础包一样，那里是假设的数：{program} show {shown_by}\n"
        "    # 有账单的，选完以后会告诉大家：像你这样的人，一百个里每年有几个。",
    ),
    "bill": Text("insurance pays its share, the rest is paid in cash", "保险报一部分，其余自己付"),
    "cost": Text("paid in cash", "自己付现钱"),
    "hand_out": Text(
        "# Before you hand it out, take away the # of these three:\n"
        '# authors: ["your name, your town"]\n'
        "# audience: {minutes: 20, group: riders}\n"
        "# settings: {seed: 7}     # the same luck for everybody in the class",
        "# 发给别人之前，把下面三行开头的 # 去掉：\n"
        '# authors: ["姓名，单位"]\n'
        "# audience: {minutes: 20, group: riders}\n"
        "# settings: {seed: 7}     # 全班同一场风雨",
    ),
    "default": Text("what one does who gives it no thought", "不多想的人会怎么选"),
    "tests": Text(
        "run them with:  {program} test-pack {where}", "运行：{program} test-pack {where}"
    ),
    "luck": Text("only what stands under play happens", "只发生 play 里写的事"),
}
_WORDS: Final[Mapping[str, Text]] = {
    "summary": Text("One life, and one question more.", "一个人的一生，多一道选择题。"),
    "goal": Text("Cover is there when it rains, or not at all.", "保障要在下雨之前备好。"),
    "event": Text("One day", "有一天"),
    "test": Text("it can happen at {age}", "{age}岁可以发生"),
}
DEFAULTS: Final[Mapping[str, Text]] = {
    "title": Text("My first scenario", "我的第一个情景"),
    "work": Text(
        "Orders fall by half for six months. Do you keep paying in?",
        "订单少了一半，要持续半年。保险还缴吗？",
    ),
    "accident": Text(
        "You slip on the stairs with a delivery. The hospital asks for {bill:yuan}.",
        "送货时在楼梯上滑倒了，医院要{bill:yuan}。",
    ),
    "off_duty": Text(
        "You slip on wet stairs. The hospital asks for {bill:yuan}.",
        "楼梯刚拖过，一脚踩空，医院要{bill:yuan}。",
    ),
    "illness": Text(
        "A fever that does not go. The hospital speaks of {bill:yuan}.",
        "高烧一直不退，医院说要{bill:yuan}。",
    ),
    "family": Text("Your mother is ill and alone at home.", "母亲病了，家里没人照应。"),
    "money": Text(
        "The scooter is stolen; another one costs ¥5,000.", "电动车被偷了，再买一辆要五千。"
    ),
}
"""What is taken where a question is left open."""


def id_of(title: str) -> str:
    """An id made of a title; a usual one where it has too few Latin letters."""
    words = _SLUG.sub("-", title.lower()).strip("-")[:_LONGEST_ID].strip("-")
    return words if re.fullmatch(r"[a-z][a-z0-9-]{2,39}", words) else "my-scenario"


def written(pack: NewPack, program: str, where: str, play: str) -> str:
    """The whole ``scenario.yaml``.

    Args:
        pack: what was answered.
        program: how the game is started, for the notes.
        where: how commands name the pack.
        play: how it is named to be played.
    """
    gaps = {
        "program": program,
        "where": where,
        "play": play,
        "who": pack.who.id,
        "shown_by": pack.chance.shown_by,
    }
    page = _Page(pack=pack, gaps=gaps)
    return "\n".join([*_head(page), *_people(page), *_event(page), *_test(page)]) + "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A pack being written in its author's language."""

    pack: NewPack
    gaps: Mapping[str, str]

    @property
    def kind(self) -> _Kind:
        """What kind of event it is about."""
        return KINDS[self.pack.kind]

    @property
    def has_amount(self) -> bool:
        """Whether an amount is drawn: the kind has one, or the author's sentence names one."""
        return self.kind.is_drawn or "{bill:yuan}" in _event_text(self.pack.what)

    @property
    def age(self) -> int:
        """At which its person begins."""
        return self.pack.who.age

    def said(self, words: Text) -> str:
        """Words in the author's language."""
        return words.in_language(self.pack.language)

    def note(self, key: str) -> str:
        """A remark behind a key."""
        return "# " + _filled(self.said(_NOTES[key]), self.gaps)

    def text(self, words: str) -> str:
        """A text in the author's language alone."""
        return f"{{{self.pack.language}: {quoted(words)}}}"


def _head(page: _Page) -> list[str]:
    pack, note = page.pack, page.note
    return [
        _filled(page.said(_HEAD), page.gaps),
        f"scenario: 1               {note('scenario')}",
        f"id: {pack.id}",
        f"version: 0.1.0            {note('version')}",
        f"title: {page.text(_plain(pack.title))}",
        f"summary: {page.text(page.said(_WORDS['summary']))}",
        f"languages: [{pack.language}]           {note('languages')}",
        page.said(_NOTES["hand_out"]),
        "",
        f"goals:                    {note('goals')}",
        f"  ready: {page.text(page.said(_WORDS['goal']))}",
        "",
    ]


def _people(page: _Page) -> list[str]:
    pack, note = page.pack, page.note
    return [
        "profiles:",
        "  me:",
        f"    extends: {pack.who.id}    {note('extends')}",
        f"    name: {page.text(page.said(pack.who.name))}",
        "    hidden: no",
        f"    start: {{age: {page.age}, cash: 8000 yuan}}    {note('start')}",
        "",
        f"override:                 {note('hidden')}",
        "  profiles:",
        *(f"    {other}: {{hidden: yes}}" for other in pack.others),
        "",
    ]


def _event(page: _Page) -> list[str]:
    pack, kind, note = page.pack, page.kind, page.note
    lines = [
        f"events:                   {note('events')}",
        "  what_happens:",
        f"    title: {page.text(page.said(_WORDS['event']))}",
        f"    text: {page.text(_event_text(pack.what))}",
        f"    kind: {pack.kind}",
        f"    ages: {page.age + 2}..{page.age + 28}          {note('ages')}",
        f'    when: "not retired"   {note("when")}',
        f"    {_filled(page.said(_NOTES['chance']), page.gaps)}",
        f"    probability: {pack.chance.written}    {note('probability')}",
        "    limit: {max: 3, every: 5 years}",
        "    teaches: [ready]",
    ]
    effects = kind.effects
    if page.has_amount:
        told = note("bill" if kind.is_drawn else "cost")
        lines.append(f'    values: {{bill: "{kind.amount}"}}    {told}')
    if page.has_amount and not kind.is_drawn:
        effects = (*(each for each in effects if not each.startswith("pay:")), kind.pays)
    if not pack.who.is_rider:
        effects = tuple(each.replace(_ACCIDENT_BILL, _OFF_DUTY_BILL) for each in effects)
    if effects:
        lines += ["    effects:", *(f"      - {effect}" for effect in effects)]
    lines.append("    choices:")
    for choice, label, own in kind.choices:
        lines += [f"      {choice}:", f"        label: {page.text(page.said(label))}"]
        lines += ["        effects:", *(f"          - {effect}" for effect in own)]
    return [*lines, f"    default: {kind.choices[0][0]}         {note('default')}", ""]


def _test(page: _Page) -> list[str]:
    age, first = page.age, page.kind.choices[0][0]
    name = quoted(page.said(_WORDS["test"]).replace("{age}", str(age + 8)))
    plan = "{plan.pension: resident, plan.medical: resident}"
    return [
        f"tests:                    {page.note('tests')}",
        f"  - name: {name}",
        "    profile: me",
        f"    luck: off             {page.note('luck')}",
        "    play:",
        f"      - {{age: {age + 1}, decide: {plan}}}",
        f"      - {{age: {age + 8}, event: what_happens, choose: {first}}}",
        "    expect:",
        f"      - {{happens: what_happens, before: {age + 9}}}",
        f'      - {{at: {age + 8}, check: "alive and knows.ready"}}',
    ]


def _filled(words: str, gaps: Mapping[str, str]) -> str:
    """Only the gaps of our own: other braces in a note are examples."""
    return re.sub(r"\{(\w+)\}", lambda match: gaps.get(match.group(1), match.group(0)), words)


def quoted(words: str) -> str:
    """Words as a double-quoted text on one line."""
    return json.dumps(HIDDEN.sub("", " ".join(words.split())), ensure_ascii=False)


def _plain(words: str) -> str:
    """Words in which braces are no placeholders."""
    return words.replace("{", "{{").replace("}", "}}")


def _event_text(words: str) -> str:
    """An author's sentence; whatever stands alone in braces is what it costs, or the person's."""
    text, end = "", 0
    for mark in _MARK.finditer(words):
        name = mark.group(1).strip().lower()
        text += _plain(words[end : mark.start()])
        text += f"{{{name}}}" if name in _OF_PERSON else "{bill:yuan}"
        end = mark.end()
    return text + _plain(words[end:])
