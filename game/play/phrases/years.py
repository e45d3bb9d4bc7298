"""A life as it goes: who it is, what a year has brought."""

from __future__ import annotations

from typing import Final

from game.core.text import Text

SUBTITLE: Final = Text("{job} · {place} · from {home}", "{job} · {place} · {home}户籍")
SUBTITLE_HOME: Final = Text("{job} · {place}", "{job} · {place}")
SUBTITLE_RETIRED: Final = Text("retired · {place}", "退休 · {place}")
NOT_ENOUGH_CASH: Final = Text("Not enough money: it takes {cost:yuan}.", "钱不够：要 {cost:yuan}。")
GO_ON: Final = Text("Go on", "继续")
LINE_GAP: Final = Text(
    "Money ran short. Pension months unpaid: {months}.", "手头紧，养老保险断缴 {months} 个月。"
)
LINE_GAP_MEDICAL: Final = Text(
    "Money ran short: medical insurance not paid.", "手头紧，医保费没交上。"
)
LINE_PENSION: Final = Text(
    "The first pension arrives: {pension:yuan} a month.", "第一笔养老金到账：每月 {pension:yuan}。"
)
LINE_MOTHER: Final = Text("Your mother died this year.", "这一年，妈妈走了。")
LINE_FATHER: Final = Text("Your father died this year.", "这一年，父亲走了。")
LINE_AID: Final = Text(
    "The minimum living allowance makes up the rest.", "不够的部分，由低保补上。"
)
LINE_DEBT: Final = Text("Debt at the end of the year: {debt:yuan}.", "年底欠款 {debt:yuan}。")
LINE_QUIET: Final = Text("A quiet year.", "平平静静的一年。")
LINE_DIED: Final = Text("{name} died.", "{name}走了。")
LINE_RAN_ON: Final = Text(
    "From here on the life ran by itself: {name} died at {age:int}.",
    "往后的日子按原来的方案自己过完：{name} {age:int} 岁走的。",
)
LINE_OTHER_EDITION: Final = Text(
    "{years} years of this life were lived under another edition of the scenario.",
    "这一生里有 {years} 年是按另一版情景过的。",
)
