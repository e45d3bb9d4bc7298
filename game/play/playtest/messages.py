"""The words of the playtest's findings, SP01 to SP31, in both languages."""

from __future__ import annotations

from typing import Final

from game.core.diagnostics import Catalogue, Message
from game.core.text import Text
from game.scenario.messages import CATALOGUE

_WHY: Final = Text("{funnel}", "{funnel}")

FAILED_TEST: Final[Catalogue] = {
    "SC802": Message(
        what=CATALOGUE["SC802"].what,
        help=CATALOGUE["SC802"].help,
        hints={
            "trace": Text("the life year by year: {trace}", "这一生逐年的情况：{trace}"),
            "gap": Text("{gap}. Year by year: {trace}", "{gap}。逐年情况：{trace}"),
        },
    )
}
"""A test that failed, where the page of its life could be written."""

FINDINGS: Final[Catalogue] = {
    "SP01": Message(
        what=Text(
            "the event '{event}' came in none of {lives} lives (so in fewer than {most} of them)",
            "{lives}人里没有一人遇到事件“{event}”（真实比例低于{most}）",
        ),
        help=_WHY,
    ),
    "SP01.rare": Message(
        what=Text(
            "the event '{event}' came in only {share} of the lives",
            "只有{share}的人遇到事件“{event}”",
        ),
        help=Text(
            "widen `ages`, ease `when`, or raise `probability`",
            "放宽 ages 或 when，或提高 probability",
        ),
    ),
    "SP02": Message(
        what=Text(
            "the event '{event}' comes {times} times in a life", "事件“{event}”平均一生来{times}次"
        ),
        help=Text("give it a `limit`", "请写 `limit`"),
    ),
    "SP03": Message(
        what=Text(
            "'{choice}' of '{event}' could be taken in {open} of {visits} visits",
            "“{event}”的选项“{choice}”，{visits}次里只有{open}次选得了",
        ),
        help=Text("ease its `needs`, or lower its `cost`", "放宽 needs，或降低 cost"),
    ),
    "SP04": Message(
        what=Text(
            "nobody who plays by a plan takes '{choice}' of '{event}'",
            "按打算来的人都不选“{event}”的“{choice}”",
        ),
        help=Text("make it worth more to somebody, or say why not", "让它对有些人更值，或说明理由"),
    ),
    "SP05": Message(
        what=Text(
            "in {count} of {visits} visits of '{event}' no choice is open",
            "“{event}”有{count}次（共{visits}次）一个选项都选不了",
        ),
        help=Text("leave one choice without `needs` and `cost`", "至少留一个不带 needs 和 cost 的"),
    ),
    "SP06": Message(
        what=Text(
            "'{choice}' of '{event}' is never better than '{other}' ({count} pairs on equal luck)",
            "“{event}”的“{choice}”处处不如“{other}”（同样的运气比了{count}对）",
        ),
        help=Text(
            "give it something of its own, or a goal it `teaches`",
            "给它一点独有的好处，或写上 `teaches`",
        ),
        hints={
            "closer": Text(
                "give it something of its own, or a goal it `teaches`; --pairs 100 looks closer",
                "给它一点独有的好处，或写上 `teaches`；想看得更准可加 --pairs 100",
            )
        },
    ),
    "SP07": Message(
        what=Text(
            "it makes no difference to the score what is chosen at '{event}' ({count} pairs)",
            "“{event}”选什么，对总分都没有差别（比了{count}对）",
        ),
        help=Text(
            "no fault where it is there for the story; else let it cost or bring something",
            "为讲故事而设的不算毛病；否则让选项有得有失",
        ),
    ),
    "SP08": Message(
        what=Text(
            "luck explains {share} of the differences in score", "总分的差别有{share}来自运气"
        ),
        help=Text("let choices and plans matter more", "让选择和方案更要紧"),
    ),
    "SP08.plan": Message(
        what=Text(
            "the kind of player explains {share} of the differences in score: one right answer",
            "总分的差别有{share}只看怎么玩：等于只有一个正确答案",
        ),
        help=Text("let luck and circumstances matter more", "让运气和处境更要紧"),
    ),
    "SP09": Message(
        what=Text(
            "a surprising lesson for {who}: '{player}' ends as well as '{than}' ({a} against {b})",
            "{who}会学到意外的一课：“{player}”不比“{than}”差（{a}比{b}）",
        ),
        help=Text(
            "no fault if it is true; write one line why: `# ok SP09: …` above the profile",
            "如果属实就不是毛病；请在人物上一行写明：`# ok SP09: 理由`",
        ),
    ),
    "SP10": Message(
        what=Text(
            "scores lie close together: nine tenths between {low} and {high}",
            "总分挤在一起：九成在{low}到{high}之间",
        ),
        help=Text("let what is chosen cost and bring more", "让选择的得失更大"),
    ),
    "SP11": Message(
        what=Text(
            "{share} of the prudent end up owing more than two years of income",
            "量入为出的人里有{share}欠下两年以上的收入",
        ),
        help=Text("lower costs and bills, or raise income", "降低花费和账单，或提高收入"),
    ),
    "SP12": Message(
        what=Text(
            "the goal '{goal}' is touched in {share} of the lives, half of them by {age}",
            "学习目标“{goal}”只有{share}的人涉及，半数要到{age}岁",
        ),
        help=Text("teach it in an event that comes earlier or surely", "放进更早、更常来的事件"),
    ),
    "SP12.never": Message(
        what=Text("the goal '{goal}' is touched in no life", "没有人涉及学习目标“{goal}”"),
        help=Text("write `teaches: [{goal}]` where it is shown", "在相应处写 `teaches: [{goal}]`"),
    ),
    "SP13": Message(
        what=Text(
            "the question '{quiz}' comes before its goal in {share} of the lives",
            "{share}的人还没涉及目标，就先遇到问题“{quiz}”",
        ),
        help=Text("ask later, or teach earlier", "晚点问，或早点教"),
    ),
    "SP14": Message(
        what=Text(
            "the wordings of '{nudge}' are spread unevenly over {lives} lives: {shares}",
            "提醒“{nudge}”的几种措辞在{lives}人里分得不匀：{shares}",
        ),
        help=Text(
            "groups this uneven cannot be compared; try `assign: by_life` or another seed",
            "组别相差这么大，没法比较；可改 `assign: by_life`，或换一个种子",
        ),
    ),
    "SP15": Message(
        what=Text(
            "in half of all lives nothing at all happens for {years} years or more in a row",
            "一半的人有连续{years}年以上什么事都没有",
        ),
        help=Text("give those ages an event", "给那段年龄加些事件"),
    ),
    "SP15.asked": Message(
        what=Text(
            "half of all lives have {years} years or more in a row with nothing to answer",
            "一半的人有连续{years}年以上没有任何事要决定",
        ),
        help=Text("give those ages an event that stops", "给那段年龄加一件要决定的事"),
    ),
    "SP16": Message(
        what=Text(
            "a life takes about {minutes} minutes (an estimate from what there is to read), the"
            " pack says {said}",
            "一局约{minutes}分钟（按阅读量估算），情景包写的是{said}分钟",
        ),
        help=Text(
            "write `minutes: {minutes}` under `audience`, or drop events",
            "把 audience 下的 minutes 改为 {minutes}，或减事件",
        ),
    ),
    "SP17": Message(
        what=Text(
            "{who} meets {few} events, {other} {many}",
            "{who}能遇到{few}件事，{other}能遇到{many}件",
        ),
        help=Text("give {who} events of his or her own", "给{who}添些自己的事件"),
    ),
    "SP18": Message(
        what=Text(
            "'{parameter}' ({label}) hardly matters: a fifth more or less moves no part of the"
            " score by more than {bound}",
            "“{parameter}”（{label}）几乎不起作用：上下浮动两成，各项得分变化都不到{bound}",
        ),
        help=Text(
            "no fault if it is there to be told; else check whether anything reads it",
            "只供展示的不算毛病；否则看看有没有地方用到它",
        ),
    ),
    "SP31": Message(
        what=Text(
            "'{event}' leads to a number that is none ({field})",
            "“{event}”算出了无效的数（{field}）",
        ),
        help=Text("look for a division or a product without end", "检查除法，或无限放大的乘法"),
    ),
}
