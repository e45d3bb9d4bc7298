"""SC4xx: when events come and how one gets out of them."""

from __future__ import annotations

from typing import Final

from game.core.diagnostics import Catalogue, Message
from game.core.text import Text

SCHEDULE: Final[Catalogue] = {
    "SC401": Message(
        what=Text("a probability needs a period", "概率需要写时间单位"),
        help=Text("write `{better}`", "请写 `{better}`"),
    ),
    "SC401.one": Message(
        what=Text(
            "one of by_age, table and equals must stand here", "by_age、table、equals 三者写一个"
        ),
        help=Text("write `{by_age: {30: 3%}, per: year}`", "例如 `{by_age: {30: 3%}, per: year}`"),
    ),
    "SC403": Message(
        what=Text(
            "the scenario plays ages {first} to {last}, this can never happen",
            "情景只演到 {first} 至 {last} 岁，这里永远不会发生",
        ),
        help=Text("change the ages here, or those of `clock`", "请修改这里的年龄，或修改 `clock`"),
    ),
    "SC403.window": Message(
        what=Text("age {age} lies outside `ages: {window}`", "{age}岁不在 `ages: {window}` 之内"),
        help=Text("delete `ages`, or make them wider", "请删去 `ages`，或放宽年龄段"),
    ),
    "SC405": Message(
        what=Text(
            "endless loop in the same turn: {chain}", "同一回合内事件互相触发，形成死循环：{chain}"
        ),
        help=Text(
            "use `later: {in: 1 year, …}` instead of `trigger:`",
            "请把 `trigger:` 改为 `later: {in: 1 year, …}`",
        ),
    ),
    "SC406": Message(
        what=Text(
            "every choice of {owner} has 'needs' or a cost; a poor player may have no way out",
            "{owner}的所有选项都有条件或费用，玩家可能一项也选不了",
        ),
        help=Text("give one choice without them", "请留一个没有条件和费用的选项"),
    ),
    "SC407": Message(
        what=Text(
            "{owner} has choices but no 'default'", "{owner}有选项，但没有 default（默认选项）"
        ),
        help=Text(
            "add `default: {first}`: what a person would do who gives it no thought",
            "请补上 `default: {first}`：不多想的人会怎么做",
        ),
    ),
    "SC407.second": Message(
        what=Text(
            "the default '{choice}' may be closed to a player", "默认选项“{choice}”可能选不了"
        ),
        help=Text(
            "name a second one: `default: [{choice}, …]`",
            "请再写一个备用的：`default: [{choice}, …]`",
        ),
    ),
    "SC407.no_choices": Message(
        what=Text("{owner} has a 'default' but no choices", "{owner}有 default，但没有选项"),
        help=Text("add `choices:`, or delete it", "请补上 `choices:`，或删去"),
    ),
    "SC408": Message(
        what=Text("nothing leads to the event '{id}'", "没有任何事件会引出“{id}”"),
        help=Text(
            "lead to it with `later:` or `trigger:`, or delete it",
            "请用 `later:` 或 `trigger:` 引出它，或删去",
        ),
    ),
    "SC409": Message(
        what=Text(
            "{owner} has none of 'probability', 'at' and 'only_by'",
            "{owner}缺少 probability、at、only_by 之一",
        ),
        help=Text(
            "add one, such as `probability: 4% per year`",
            "请补上一个，例如 `probability: 4% per year`",
        ),
    ),
    "SC409.two": Message(
        what=Text("'{first}' and '{second}' exclude each other", "“{first}”和“{second}”只能写一个"),
        help=Text("delete one", "请删去一个"),
    ),
    "SC409.times": Message(
        what=Text("'times' without 'probability' does nothing", "没有 probability，times 不起作用"),
        help=Text("add `probability`, or delete it", "请补上 `probability`，或删去"),
    ),
    "SC409.at": Message(
        what=Text("'at' needs one of age, year and date", "at 里写 age、year、date 之一"),
        help=Text("write `at: {age: 30}`", "例如 `at: {age: 30}`"),
    ),
    "SC409.nudge": Message(
        what=Text(
            "{owner} needs one of 'probability' and 'at'", "{owner}要写 probability 或 at 之一"
        ),
        help=Text("add `probability: 50% per year`", "例如 `probability: 50% per year`"),
    ),
    "SC402": Message(
        what=Text(
            "the factor {factor} turns {before} per year into {after} per year",
            "系数 {factor} 会把年概率从 {before} 提高到 {after}",
        ),
        help=Text(
            "30 % more often is `factor: 1.3`; 30 times as often is rarely meant",
            "多 30% 请写 `factor: 1.3`；很少有事会多到 30 倍",
        ),
    ),
    "SC404": Message(
        what=Text("never true: {why}", "条件永远不成立：{why}"),
        help=Text(
            "correct the condition, or drop what can never come",
            "请更正条件，或删去永远不会出现的内容",
        ),
    ),
    "SC412": Message(
        what=Text(
            "`end: dies` needs a pack in which the author says when lives end",
            "只有由作者规定结局的情景包才能写 `end: dies`",
        ),
        help=Text(
            "write `clock: {…, fixed_end: yes}` (then nobody dies by chance), or leave death to"
            " the life table",
            "请在 `clock` 里写 `fixed_end: yes`（此后没有人会偶然去世），或由生命表决定",
        ),
    ),
    "SC410": Message(
        what=Text(
            "one of event, age, turn and move must stand here", "event、age、turn、move 写一个"
        ),
        help=Text("write `{age: 30}` or `{event: its_id}`", "例如 `{age: 30}` 或 `{event: 编号}`"),
    ),
    "SC410.none": Message(
        what=Text("{owner} does not say when it comes", "{owner}没有说明何时寄到"),
        help=Text(
            "add `once_after: {age: 30}`, or `when:`", "请补上 `once_after: {age: 30}` 或 `when:`"
        ),
    ),
    "SC411": Message(
        what=Text("{owner} has no wording at all", "{owner}没有任何措辞"),
        help=Text(
            "add one of gain, loss, norm and reminder under `framings:`",
            "请在 `framings:` 下写 gain、loss、norm、reminder 之一",
        ),
    ),
    "SC411.assign": Message(
        what=Text("'{value}' is none of its wordings", "没有“{value}”这种措辞"),
        help=Text("write random, by_life or one of: {known}", "请写 random、by_life，或：{known}"),
    ),
}
