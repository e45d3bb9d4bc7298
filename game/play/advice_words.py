"""What the adviser says: templates filled with the figures of one life."""

from __future__ import annotations

from typing import Final

from game.core.text import Text

QUESTIONS: Final = {
    "step_up": Text(
        "What would one step up cost me, and give me?", "再往上一档，多缴多少、多领多少？"
    ),
    "stop_five": Text("What if I stop for five years?", "要是停缴五年呢？"),
    "resident_or_employee": Text("Resident or employee?", "居民的好，还是职工的好？"),
    "private": Text("Is the private pension worth it for me?", "个人养老金，我存了划算吗？"),
    "home": Text("What if I move home?", "要是回老家呢？"),
}
PARAGRAPHS: Final = {
    "step_up": Text(
        "{other}: {more:yuan} a month more, {day:yuan} a day. In the middle case the monthly "
        "pension begins {pension}. Over the whole life you pay in {paid}, and {back} comes back.",
        "{other}：每月多缴 {more:yuan}，合每天 {day:yuan}。按中间的情况，"
        "养老金起步时每月{pension}。一辈子算下来，缴费{paid}，领回{back}。",
    ),
    "stop_five": Text(
        "Stopping for five years keeps {kept:yuan} a month in hand this year. In the middle case "
        "the monthly pension then begins {pension}, and over the whole life your own medical bills "
        "are {bills} on average. Months missed cannot be paid later.{waits}",
        "停缴五年，今年每月手里多 {kept:yuan}。按中间的情况，养老金起步时每月{pension}；"
        "一辈子自掏的医药费平均{bills}。落下的月份事后补不了。{waits}",
    ),
    "resident_or_employee": Text(
        "Employee schemes on the lowest base: {high_price:yuan} a month now, and in the middle "
        "case {high_pension:yuan} a month from {high_age}. Resident schemes: {low_price:yuan} "
        "now, {low_pension:yuan} from {low_age}{years}. Of those who grow old, {high_below} "
        "live below the old-age basket with the first, {low_below} with the second.",
        "职工两险按最低基数：眼下每月 {high_price:yuan}，"
        "按中间的情况 {high_age} 岁起每月领 {high_pension:yuan}。居民两险："
        "眼下每月 {low_price:yuan}，{low_age} 岁起每月领 {low_pension:yuan}{years}。"
        "活到老的人里，晚年够不上基本开销的，前一种是{high_below}，后一种是{low_below}。",
    ),
    "private": Text(
        "{yuan:yuan} a year saves {tax:yuan} of income tax this year. In the middle case what is "
        "paid in from now on comes to {out:yuan} at {age}, tax taken off. The same money left in "
        "the bank would by then be worth {bank:yuan}, the tax paid on it taken off. In the table "
        "savings are as this life keeps them: without the account a part of that money is spent.",
        "每年存 {yuan:yuan}，今年少交个税 {tax:yuan}。按中间的情况，"
        "从现在起存的，{age} 岁时扣完税能取出 {out:yuan}。同样的钱放在银行，扣掉多交的个税，"
        "到那时值 {bank:yuan}。表里的存款按你平时的过法算：不存进账户，这笔钱会花掉一部分。",
    ),
    "home": Text(
        "Home in {place} ({job}): about {income:yuan} a month instead of {now:yuan}. "
        "{prices}In the middle case {pensions}; "
        "savings at {age} are {savings:yuan} against {savings_now:yuan}.",
        "回{place}做{job}，每月大约 {income:yuan}，现在是 {now:yuan}。"
        "{prices}按中间的情况，{pensions}；"
        "{age} 岁时手里的积蓄是 {savings:yuan}，留下来是 {savings_now:yuan}。",
    ),
}
"""In the order of a sentence: what it costs, what it gives, and when."""

HIGHER: Final = {
    True: Text("{yuan:yuan} higher", "多 {yuan:yuan}"),
    False: Text("{yuan:yuan} lower", "少 {yuan:yuan}"),
}
MORE: Final = {
    True: Text("{yuan:yuan} more", "多 {yuan:yuan}"),
    False: Text("{yuan:yuan} less", "少 {yuan:yuan}"),
}
SAME: Final = Text("unchanged", "不变")
HOME_PRICES: Final = Text(
    "Insurance takes {price:yuan} a month there, {price_now:yuan} here. ",
    "保险，那边每月缴 {price:yuan}，这边 {price_now:yuan}。",
)
HOME_PENSIONS: Final = Text(
    "the pension begins at {pension:yuan} a month, against {pension_now:yuan} if you stay",
    "养老金起步每月 {pension:yuan}，留下来是 {pension_now:yuan}",
)
HOME_NO_PENSION: Final = Text("there is no pension either way", "两边都没有养老金")
YEARS_COUNT: Final = Text(
    ", for the years already paid into the employee scheme", "，是已缴的职工年限带来的"
)
WAITS: Final = Text(" Medical cover waits again when you return.", "医保再续，还要过等待期。")

SURE: Final = {
    ("step_up", True): Text(
        "In {k:int} of {n:int} futures more comes back than it takes.",
        "{n:int} 种未来里，{k:int} 种多领的超过多缴的。",
    ),
    ("step_up", False): Text(
        "In {k:int} of {n:int} futures less comes back than it takes.",
        "{n:int} 种未来里，{k:int} 种多领的不到多缴的。",
    ),
    ("stop_five", True): Text(
        "In {k:int} of {n:int} futures stopping loses more than it keeps.",
        "{n:int} 种未来里，{k:int} 种停缴丢的比省的多。",
    ),
    ("stop_five", False): Text(
        "In {k:int} of {n:int} futures stopping keeps more than it loses.",
        "{n:int} 种未来里，{k:int} 种停缴省的比丢的多。",
    ),
    ("resident_or_employee", True): Text(
        "In {k:int} of {n:int} futures the life scores higher with the employee schemes.",
        "{n:int} 种未来里，{k:int} 种参加职工两险得分更高。",
    ),
    ("resident_or_employee", False): Text(
        "In {k:int} of {n:int} futures the life scores higher with the resident schemes.",
        "{n:int} 种未来里，{k:int} 种参加居民两险得分更高。",
    ),
    ("private", True): Text(
        "In {k:int} of the {n:int} futures that reach {age} the account ends ahead of the bank.",
        "活到 {age} 岁的 {n:int} 种未来里，{k:int} 种存个人养老金比存银行多。",
    ),
    ("private", False): Text(
        "In {k:int} of the {n:int} futures that reach {age} the bank ends ahead of the account.",
        "活到 {age} 岁的 {n:int} 种未来里，{k:int} 种存银行比存个人养老金多。",
    ),
    ("home", True): Text(
        "In {k:int} of {n:int} futures the life scores higher at home.",
        "{n:int} 种未来里，{k:int} 种回老家得分更高。",
    ),
    ("home", False): Text(
        "In {k:int} of {n:int} futures the life scores higher if you stay.",
        "{n:int} 种未来里，{k:int} 种留下来得分更高。",
    ),
}
"""The finding of the majority, by question and whether it speaks for the change."""

AS_IT_IS: Final = Text("As it is", "照现在的方案")
WAY_WORDS: Final = {
    "stop": Text("Stop for five years", "停缴五年"),
    "employee": Text("Employee, lowest base", "职工两险，最低基数"),
    "resident": Text("Resident schemes", "居民两险"),
    "private": Text("With {yuan:yuan} a year", "每年存 {yuan:yuan}"),
    "without": Text("Without", "不存"),
    "home": Text("Home, {place}", "回{place}"),
    "stay": Text("Stay", "留下来"),
}

CLOSED: Final = {
    "drawn": Text("Your pension is settled.", "你的养老金已经定了。"),
    "bound": Text(
        "Contract or school decide for now; ask again when the plan is yours.",
        "眼下由单位或学校定；等方案归你自己定，再来问。",
    ),
    "highest": Text("You already pay on the highest step.", "你已经按最高一档在缴。"),
    "nothing": Text(
        "You pay nothing now: there is nothing to stop.", "你现在什么也没缴，没有可停的。"
    ),
    "no_scheme": Text(
        "Only who is in a basic pension scheme may pay into a private one.",
        "先参加基本养老保险，才能存个人养老金。",
    ),
    "at_home": Text("You live at home.", "你就在老家。"),
}
