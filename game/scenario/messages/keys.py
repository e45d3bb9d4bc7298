"""SC2xx: names and places of keys, ids and references."""

from __future__ import annotations

from typing import Final

from game.core.diagnostics import Catalogue, Message
from game.core.text import Text

MEANT: Final = Text("did you mean '{meant}'?", "是否应为“{meant}”？")
KNOWN: Final = Text("known here: {known}", "这里可以写：{known}")
_THERE_ARE: Final = Text("there are: {known}", "现有：{known}")
_MEANT_WHERE: Final = Text("did you mean '{meant}' ({where})?", "是否应为“{meant}”（{where}）？")
_HINTS: Final = {"meant": MEANT, "known": KNOWN}


def _no(what: str, zh: str) -> Message:
    return Message(
        what=Text(f"no {what} has the id '{{id}}'", f"没有名为“{{id}}”的{zh}"),
        help=_THERE_ARE,
        hints={"meant": MEANT},
    )


KEYS: Final[Catalogue] = {
    "SC201": Message(
        what=Text("unknown key '{key}' in {noun}", "{noun}中没有“{key}”这个键"),
        help=KNOWN,
        hints={
            **_HINTS,
            "below": Text("it belongs inside '{below}'", "它应写在“{below}”里面"),
        },
    ),
    "SC201.top": Message(
        what=Text("unknown key '{key}'", "没有“{key}”这个键"), help=KNOWN, hints=_HINTS
    ),
    "SC201.main": Message(
        what=Text("'{key}' belongs in scenario.yaml only", "“{key}”只能写在 scenario.yaml 里"),
        help=Text("delete it here", "请从本文件中删去"),
    ),
    "SC201.override": Message(
        what=Text("'{key}' is nothing that can be changed or removed", "“{key}”不能覆盖或移除"),
        help=KNOWN,
        hints=_HINTS,
    ),
    "SC201.verb": Message(
        what=Text("unknown effect '{key}'", "没有“{key}”这种效果"), help=KNOWN, hints=_HINTS
    ),
    "SC202": Message(
        what=Text("unknown name '{name}'", "未知名称“{name}”"),
        help=Text(
            "your own variables are written my.name, numbers of law param.name",
            "自己的变量写作 my.名称，政策参数写作 param.名称",
        ),
        hints={"meant": MEANT},
    ),
    "SC202.function": Message(
        what=Text("unknown function '{name}'", "没有“{name}”这个函数"),
        help=Text("functions: {known}", "可用的函数：{known}"),
        hints={"meant": MEANT},
    ),
    "SC202.label": Message(
        what=Text("'{name}' is {kind} and cannot stand here", "“{name}”是{kind}，不能单独写在这里"),
        help=Text("compare it: `… == {name}`", "请写成比较：`… == {name}`"),
    ),
    "SC203": Message(
        what=Text("no event has the id '{id}'", "没有名为“{id}”的事件"),
        help=Text(
            "there are: {known}; or write one of that id under `events:`",
            "现有：{known}；也可以在 events: 下新写一个",
        ),
        hints={"meant": MEANT},
    ),
    "SC204.place": _no("place", "地点"),
    "SC204.job": _no("job", "工作"),
    "SC204.profile": _no("profile", "人物"),
    "SC204.goal": _no("goal", "学习目标"),
    "SC204.table": _no("table", "表"),
    "SC204.income": _no("income path", "收入"),
    "SC204.label": Message(
        what=Text("'{id}' is not one of its words", "“{id}”不在可选范围内"),
        help=_THERE_ARE,
        hints={"meant": MEANT},
    ),
    "SC204.scheme": Message(
        what=Text("no scheme is called '{id}'", "没有“{id}”这种参保方式"),
        help=_THERE_ARE,
        hints={"meant": MEANT},
    ),
    "SC204.sex": Message(
        what=Text("no sex is called '{id}'", "性别中没有“{id}”"),
        help=_THERE_ARE,
        hints={"meant": MEANT},
    ),
    "SC204.choice": Message(
        what=Text("{event} has no choice '{id}'", "{event}没有“{id}”这个选项"),
        help=_THERE_ARE,
        hints={"meant": MEANT},
    ),
    "SC205": Message(
        what=Text("{noun} '{id}' already exists ({where})", "{noun}“{id}”已经有了（{where}）"),
        help=Text(
            "choose another id; to change the one of the base pack move this under `override:`",
            "请换一个编号；如要修改基础包中的，请放到 `override:` 下",
        ),
        hints={"own": Text("choose another id, or delete one", "请换一个编号，或删去一处")},
    ),
    "SC205.single": Message(
        what=Text("'{id}' is already said in {where}", "“{id}”在 {where} 已经写过"),
        help=Text("say it in one file only", "请只写在一个文件里"),
    ),
    "SC206": Message(
        what=Text("nothing to change: there is no {noun} '{id}'", "要修改的{noun}“{id}”不存在"),
        help=Text(
            "to add a new one, write it without `override:`", "要新增，请不要写在 `override:` 下"
        ),
        hints={"meant": MEANT},
    ),
    "SC207": Message(
        what=Text(
            "'{key}' stands inside {inside} and would be ignored",
            "“{key}”缩进过深，写在{inside}里面不会生效",
        ),
        help=Text("move it to the left, beside {beside}", "请向左移，与 {beside} 对齐"),
    ),
    "SC208": Message(
        what=Text("{owner} has no '{key}'", "{owner}缺少 {key}（{label}）"),
        help=Text("add `{key}: {example}`", "请补上 `{key}: {example}`"),
    ),
    "SC208.empty": Message(
        what=Text("nothing stands behind '{key}'", "“{key}”后面没有内容"),
        help=Text("write a value, or delete the key", "请写上内容，或删去这个键"),
    ),
    "SC206.part": Message(
        what=Text(
            "'{id}' is a part of every score; a pack weighs it and does not write it itself",
            "“{id}”是评分本来就有的一项，情景包只能改它的权重",
        ),
        help=Text(
            "to leave it out, write `override: {scoring: {weight_{id}: {value: 0}}}`",
            "不想算它，请写 `override: {scoring: {weight_{id}: {value: 0}}}`",
        ),
    ),
    "SC211": Message(
        what=Text("'{id}' cannot be an id", "“{id}”不能作为编号"),
        help=Text(
            "small letters a-z, digits and _, a letter first, at most 40",
            "只能用小写字母、数字和下划线，以字母开头，最多40个字符",
        ),
    ),
    "SC211.pack": Message(
        what=Text("'{id}' cannot be the id of a pack", "“{id}”不能作为情景包的编号"),
        help=Text(
            "small letters a-z, digits and -, a letter first, 3 to 40",
            "只能用小写字母、数字和连字符，以字母开头，3到40个字符",
        ),
    ),
    "SC211.reserved": Message(
        what=Text(
            "'{id}' already means something in conditions", "“{id}”在条件中已有含义，不能作为编号"
        ),
        help=Text("choose another id", "请换一个编号"),
    ),
    "SC214.start": Message(
        what=Text(
            "years of life that begin in another month than January come with a later version of"
            " the game",
            "从一月以外的月份开始要等游戏的后续版本才支持",
        ),
        help=Text("write `start: {better}`", "请写 `start: {better}`"),
    ),
    "SC214.prices": Message(
        what=Text(
            "prices of another year than the start come with a later version of the game",
            "采用其他年份的价格要等游戏的后续版本才支持",
        ),
        help=Text("write `prices: {key}`, or delete it", "请写 `prices: {key}`，或删去"),
    ),
    "SC211.part": Message(
        what=Text(
            "'{id}' is a part of every score and cannot be added",
            "“{id}”是评分本来就有的一项，不能再加",
        ),
        help=Text(
            "choose another id; to change its weight write `scoring:` under `override:`",
            "请换一个编号；要改它的权重，请在 `override:` 下写 `scoring:`",
        ),
    ),
    "SC215": Message(
        what=Text(
            "{what} are read and checked; this version of the game shows nothing of them yet",
            "{what}会读取和检查，但当前版本还不会显示",
        ),
        help=Text(
            "keep them for later, or say it in an event; `# ok SC215: …` in the line before lets"
            " this tip stand",
            "可以先留着，也可以改用事件来说；上一行写 `# ok SC215: …` 可不再提示",
        ),
    ),
    "SC216": Message(
        what=Text(
            "two effects in one item: '{first}' and '{second}'",
            "一项里写了两个效果：“{first}”和“{second}”",
        ),
        help=Text("begin a new item: `- {second}: …`", "请另起一项：`- {second}: …`"),
    ),
    "SC217": Message(
        what=Text("'{name}' cannot be changed by an effect", "效果不能改变“{name}”"),
        help=Text("can be changed: {known}", "可以改变：{known}"),
        hints={
            "meant": MEANT,
            "verb": Text("write the effect `{verb}: …`", "请写效果 `{verb}: …`"),
        },
    ),
    "SC217.add": Message(
        what=Text("nothing can be added to '{name}'", "“{name}”不能做加法"),
        help=Text("write `set:`", "请写 `set:`"),
    ),
    "SC218": Message(
        what=Text("this lasting effect changes nothing", "这个持续效果没有改变任何东西"),
        help=Text(
            "add income, spending or contribution, such as `income: -50%`",
            "请写上 income、spending 或 contribution，例如 `income: -50%`",
        ),
    ),
    "SC218.work": Message(
        what=Text("'work' needs the income of these months", "写了 work，还要写这几个月的收入"),
        help=Text(
            "add it, such as `income: -100%` for a leave without pay",
            "请写上，例如没有工资的假期写 `income: -100%`",
        ),
    ),
    "SC220": Message(
        what=Text("'{key}' is not written here", "“{key}”不写在这里"),
        help=Text("{instead}", "{instead}"),
    ),
    "SC221": Message(
        what=Text(
            "{owner} is shown as described; the game reckons by the numbers of law",
            "{owner}按描述展示，计算仍以政策参数为准",
        ),
        help=Text(
            "to change what is paid, change numbers under `parameters:`",
            "要改变缴费和待遇，请修改 `parameters:` 里的数值",
        ),
    ),
    "SC222": Message(
        what=Text(
            "a student's job is a school, and '{job}' is none",
            "学生的 job 要是学校，而“{job}”不是",
        ),
        help=Text(
            "leave `job` out of `start`, or name one of `kind: student`",
            "请在 `start` 里不写 `job`，或写一份 `kind: student` 的",
        ),
    ),
    "SC222.school": Message(
        what=Text("'{job}' is a school, so this is a student", "“{job}”是学校，这个人就是学生"),
        help=Text("write `student: yes`, or another `job`", "请写 `student: yes`，或换一份 `job`"),
    ),
    "SC222.none": Message(
        what=Text("the pack has no job of `kind: student`", "情景包里没有 `kind: student` 的 job"),
        help=Text("add one under `jobs:`", "请在 `jobs:` 下写一份"),
    ),
    "SC201.lint": Message(
        what=Text("'{key}' is no finding of the playtest", "“{key}”不是试玩检查的代码"),
        help=KNOWN,
        hints=_HINTS,
    ),
}
