"""SC8xx: questions, tests and the score. SC9xx: learning goals, and what is never used."""

from __future__ import annotations

from typing import Final

from game.core.diagnostics import Catalogue, Message
from game.core.text import Text

LESSONS: Final[Catalogue] = {
    "SC801": Message(
        what=Text("{owner} has no right answer", "{owner}没有正确答案"),
        help=Text("mark one with `right: yes`", "请给一个答案写上 `right: yes`"),
    ),
    "SC801.number": Message(
        what=Text("{owner} asks for a number and has no answer", "{owner}要填数字，却没有答案"),
        help=Text(
            'add `answer:` with an amount, such as `answer: "param.pension.rate"`',
            '请写 `answer:`，例如 `answer: "param.pension.rate"`',
        ),
    ),
    "SC801.true_false": Message(
        what=Text("{owner} does not say whether it is true", "{owner}没有说明是对还是错"),
        help=Text("add `answer: yes` or `answer: no`", "请写 `answer: yes` 或 `answer: no`"),
    ),
    "SC801.order": Message(
        what=Text("{owner} has nothing to put in order", "{owner}没有可以排序的内容"),
        help=Text("write two or more answers, in the right order", "请按正确顺序写至少两个答案"),
    ),
    "SC802": Message(
        what=Text("the test '{name}' failed: {why}", "测试“{name}”未通过：{why}"),
        help=Text("correct the pack, or what the test expects", "请更正情景包，或修改测试的预期"),
    ),
    "SC803": Message(
        what=Text("{owner} has {number} right answers", "{owner}有 {number} 个正确答案"),
        help=Text("keep one, or write `kind: many`", "请只留一个，或写 `kind: many`"),
    ),
    "SC804": Message(
        what=Text("'{key}' must be a constant", "“{key}”应是常数"),
        help=Text("write it out, such as 30000 yuan", "请直接写数值，例如 30000 yuan"),
    ),
    "SC804.kind": Message(
        what=Text("'{key}' is not of the same kind as 'of'", "“{key}”与 of 不是同一类"),
        help=Text("give it the same unit", "请用同样的单位"),
    ),
    "SC804.same": Message(
        what=Text("{owner}: 'good' and 'bad' are the same", "{owner}：good 与 bad 相同"),
        help=Text("write two different amounts", "请写两个不同的数值"),
    ),
    "SC805": Message(
        what=Text("a step needs one of 'decide' and 'event'", "每一步写 decide 或 event 之一"),
        help=Text(
            "write `{age: 22, decide: {…}}` or `{age: 30, event: …}`",
            "例如 `{age: 22, decide: {…}}` 或 `{age: 30, event: …}`",
        ),
    ),
    "SC805.value": Message(
        what=Text("this event draws no value '{name}'", "该事件没有名为“{name}”的数值"),
        help=Text("its values: {known}", "它的数值：{known}"),
    ),
    "SC805.expect": Message(
        what=Text(
            "one of check, value, never, happens and share_of_lives must stand here",
            "check、value、never、happens、share_of_lives 写一个",
        ),
        help=Text('write `{at: 64, check: "…"}`', '例如 `{at: 64, check: "…"}`'),
    ),
    "SC805.between": Message(
        what=Text(
            "'between' needs a lowest and a highest value, of the kind they are held against",
            "between 写最小值和最大值，单位要与所比较的相同",
        ),
        help=Text("write `between: [1%, 60%]`", "例如 `between: [1%, 60%]`"),
    ),
    "SC805.both": Message(
        what=Text("a test of many lives cannot play steps", "多人测试不能写具体步骤"),
        help=Text("delete `play`, or `lives` and `policy`", "请删去 play，或删去 lives 和 policy"),
    ),
    "SC805.profile": Message(
        what=Text("this test does not say whose life is played", "没有说明测试的是谁的一生"),
        help=Text("add `profile: …`", "请补上 `profile: …`"),
    ),
    "SC805.share": Message(
        what=Text("a share of lives needs many lives", "share_of_lives 只能用于多人测试"),
        help=Text(
            "add `lives: 2000` and `policy: random`", "请补上 `lives: 2000` 和 `policy: random`"
        ),
    ),
    "SC901": Message(
        what=Text("nothing teaches the goal '{id}'", "没有任何内容涉及学习目标“{id}”"),
        help=Text("add `teaches: [{id}]` where it is shown", "请在相应的地方写 `teaches: [{id}]`"),
    ),
    "SC902": Message(
        what=Text("the picture {file} is never shown", "图片 {file} 没有用到"),
        help=Text(
            "show it with `picture: {file}`, or delete it", "请写 `picture: {file}`，或删去它"
        ),
    ),
    "SC903": Message(
        what=Text("the variable my.{id} is never read", "变量 my.{id} 没有用到"),
        help=Text("use it in a condition, or delete it", "请在条件里用它，或删去它"),
    ),
    "SC903.number": Message(
        what=Text("nothing reads the number '{id}'", "没有任何地方用到“{id}”"),
        help=Text("use it as `param.{id}`, or delete it", "请写成 `param.{id}` 来使用，或删去它"),
    ),
    "SC903.table": Message(
        what=Text("nothing reads the table '{id}'", "没有任何地方用到表“{id}”"),
        help=Text("use it as `lookup({id}, …)`, or delete it", "请用 `lookup({id}, …)`，或删去它"),
    ),
    "SC904": Message(
        what=Text("{owner} belongs to no learning goal", "{owner}没有对应的学习目标"),
        help=Text("add `goal: …`", "请补上 `goal: …`"),
    ),
}
