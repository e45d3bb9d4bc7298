"""The review: parts of the score, other cover, what was kept."""

from __future__ import annotations

from typing import Final

from game.core.text import Text

PARTS: Final = {
    "old_age": Text("Old age", "晚年"),
    "health": Text("Health", "健康"),
    "living": Text("Living", "生活"),
    "family": Text("Family", "家庭"),
}
WHY_OLD_AGE: Final = Text(
    "A month from {age}: insurance {pension:yuan}, family and allowance {aid:yuan};"
    " with work and savings {means:yuan}. Basket: {basket:yuan}.",
    "{age} 岁以后，社保每月给 {pension:yuan}，家里和低保给 {aid:yuan}，算上干活和积蓄每月"
    " {means:yuan}；老来基本开销要 {basket:yuan}。",
)
WHY_OLD_AGE_NONE: Final = Text("Your old age never came.", "没有等到晚年。")
WHY_HEALTH: Final = Text(
    "Others paid {share:percent} of all bills; {own:yuan} was your own.",
    "全部医药费里别人付了 {share:percent}，自己付了 {own:yuan}。",
)
WHY_HEALTH_UNPAID: Final = Text(
    "Others paid {share:percent} of all bills; {own:yuan} was your own, and {unpaid:yuan} was"
    " never paid.",
    "全部医药费里别人付了 {share:percent}，自己付了 {own:yuan}，还有 {unpaid:yuan}没付上。",
)
WHY_LIVING: Final = Text(
    "What was left to live on before {age}, and how the days felt.",
    "{age} 岁以前，手里能花的钱和日子的滋味。",
)
WHY_FAMILY: Final = Text(
    "Of the money promised home, {share:percent} was sent.",
    "说好寄回家的钱，兑现了 {share:percent}。",
)
WHY_FAMILY_PLAIN: Final = Text(
    "Who depended on you, and what would be left to them.", "靠你养的人，以及你能留给他们什么。"
)
WHY_FAMILY_NONE: Final = Text("Nobody depended on you.", "没有人靠你养。")
WHY_OWN_PART: Final = Text("The mean of all years lived.", "活过的每一年的平均。")
SCORE_LINE: Final = Text("{score} of 100, over {years} years", "{years} 年，百分制 {score} 分")
SCORE_LINE_YOUNG: Final = Text(
    "{score} of 100, over {years} years; your old age never came",
    "{years} 年，百分制 {score} 分；没有等到晚年",
)
REVIEW_SUBTITLE: Final = Text(
    "Born {born} in {home} · {job_years} years at work · died at {age}",
    "{born} 年生于{home} · 干了 {job_years} 年 · 活到 {age} 岁",
)
COMPARISONS: Final = {
    "you": Text("You", "你"),
    "employee_lowest": Text("Employee schemes, lowest base", "职工养老＋职工医保，最低基数"),
    "resident": Text("Resident schemes", "居民养老＋居民医保"),
    "never_insured": Text("Never insured", "从不参保"),
}
NEVER_BY_CHOICE: Final = Text("Insured under contract only", "只在合同期内参保")
NEVER_BY_CHOICE_SAVER: Final = Text(
    "Insured under contract only, the price saved", "只在合同期内参保，把保费存起来"
)
KEPT_PARENTS: Final = Text(
    "Money reached your parents every year they lived.", "爸妈在世的每一年，钱都寄到了家。"
)
KEPT_PARTNER: Final = Text(
    "Your partner stays under the umbrella: account and death grants, {heirs:yuan}.",
    "家里人有个着落：账户余额和丧葬抚恤金，共 {heirs:yuan}。",
)
KEPT_FAMILY: Final = Text(
    "Account and death grants, {heirs:yuan}, go to the family.",
    "账户余额和丧葬抚恤金，共 {heirs:yuan}，留给家里。",
)
KEPT_TOKENS: Final = Text(
    "{years} paid years in a row of coins.", "一枚一枚攒下的缴费年限：{years} 年。"
)
LAW_DECIDED: Final = Text(
    "Under a contract the law decides: other plans would have changed next to nothing.",
    "签了劳动合同，五险由法律定：换个方案，差不了多少。",
)
KEPT_DEBT: Final = Text(
    "A debt of {debt:yuan} ends with the estate.", "欠的 {debt:yuan}拿遗产还，还不完也不找家里人。"
)
