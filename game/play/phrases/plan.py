"""The plan: schemes, how they stand, what they lead to, what is worth knowing."""

from __future__ import annotations

from typing import Final

from game.core.text import Text

SCHEME_PENSION: Final = (
    Text("No pension scheme", "未参加养老保险"),
    Text("Resident pension", "城乡居民养老"),
    Text("Employee pension", "职工养老"),
)
SCHEME_MEDICAL: Final = (
    Text("No medical insurance", "未参加医保"),
    Text("Resident medical", "居民医保"),
    Text("Employee medical", "职工医保"),
)
SCHEME_SHORT: Final = (
    Text("None", "不参加"),
    Text("Resident", "居民"),
    Text("Employee", "职工"),
)
PRIVATE: Final = Text("Private pension", "个人养老金")
PRIVATE_NONE: Final = Text("none", "未开户")
PRIVATE_PAYS: Final = Text(
    "{yuan:yuan} a year · {account:yuan} in the account",
    "每年存 {yuan:yuan} · 账户里 {account:yuan}",
)
PRIVATE_RESTS: Final = Text(
    "nothing paid now · {account:yuan} in the account", "现在不存 · 账户里 {account:yuan}"
)
YEARS_EMPLOYEE: Final = Text("employee years: {n:years}", "职工 {n:years} 年")
YEARS_RESIDENT: Final = Text("resident years: {n:years}", "居民 {n:years} 年")
YEARS_NONE: Final = Text("no year paid yet", "还没有缴过")
NOTE_EMPLOYEE_PENSION: Final = Text(
    "{share:percent} base · years paid: {paid:years}, needed: {needed:years}",
    "按 {share:percent} 基数 · 已缴 {paid:years} 年，需 {needed:years} 年",
)
NOTE_RESIDENT_PENSION: Final = Text(
    "{tier:yuan} a year · years paid: {paid:years}, needed: 15",
    "每年 {tier:yuan} · 已缴 {paid:years} 年，需 15 年",
)
NOTE_NO_PENSION: Final = Text("paid so far · {years}", "至今已缴：{years}")
NOTE_DRAWN: Final = Text("in payment, for life", "按月领取，终身发放")
NOTE_DRAWN_SLOWER: Final = Text(
    "for life; raised each year, but less than wages", "终身发放；年年涨，涨得比工资慢"
)
NOTE_COVERED: Final = Text("in force", "待遇正常")
NOTE_WAITING: Final = Text("waiting: {months} more months", "等待期还剩 {months} 个月")
NOTE_FREE: Final = Text("free for life", "退休后不用再缴")
NOTE_AIDED: Final = Text("paid by assistance", "医疗救助代缴")
NOTE_ENROLLED: Final = Text(
    "enrolled by the community; waiting: {months} more months", "社区代办；等待期还剩 {months} 个月"
)
NOTE_UNINSURED: Final = Text("every bill is your own", "看病全部自费")
NOTE_GAP: Final = Text("months unpaid last year: {months}", "去年断缴 {months} 个月")
NOTE_CONTRACT_PENSION: Final = Text(
    "through the employer, who adds {employer:yuan} · years: {paid:years}, needed: {needed:years}",
    "单位代缴，单位另缴 {employer:yuan} · 已缴 {paid:years} 年，需 {needed:years} 年",
)
NOTE_CONTRACT_MEDICAL: Final = Text("through the employer, with maternity", "单位代缴，含生育保险")
NOTE_STUDENT_PENSION: Final = Text("begins after school", "毕业以后再参保")
NOTE_STUDENT_MEDICAL: Final = Text(
    "through the school, until 30 June", "跟着学校交，毕业当年6月30日到期"
)
THROUGH_EMPLOYER: Final = Text(
    "Under a contract the law decides: your part comes off the wage, and the employer adds"
    " {employer:yuan} a month for pension, medical, unemployment, injury and maternity.",
    "签了劳动合同，五险由法律定：个人部分从工资里扣，单位每月另外替你交 {employer:yuan}，"
    "养老、医疗、失业、工伤、生育都在内。",
)
THROUGH_SCHOOL: Final = Text(
    "Medical cover runs through the school until you graduate. The plan is yours after that.",
    "在校期间医保跟着学校交，毕业以后方案由你自己定。",
)
OUTLOOK: Final = Text(
    "If nothing changes: {pension:yuan} a month from {age}",
    "照此下去：{age} 岁起每月约 {pension:yuan}",
)
OUTLOOK_MOVED: Final = Text(
    "Moved to the resident scheme when asked: {pension:yuan} a month from {age}",
    "到时转到居民养老：{age} 岁起每月约 {pension:yuan}",
)
OUTLOOK_STUDENT: Final = Text("The plan begins when school ends", "毕业以后，方案才开始")
OUTLOOK_NONE: Final = Text("If nothing changes: no pension", "照此下去：没有养老金")
OUTLOOK_SHORT: Final = Text(
    "If nothing changes: {years:years} {scheme} years short at {age}",
    "照此下去：到 {age} 岁，{scheme}还差 {years:years} 年",
)
OUTLOOK_STILL: Final = Text(
    "{years:years} {scheme} years still to pay before a pension",
    "{scheme}还要再缴 {years:years} 年才能领",
)
OUTLOOK_OVER: Final = Text(
    "{paid:years} {scheme} years paid, {needed:years} were needed: no pension",
    "{scheme}缴了 {paid:years} 年，没到 {needed:years} 年：领不到养老金",
)
NOTE_PENSION: Final = Text("{pension:yuan} a month from {age}", "{age} 岁起每月约 {pension:yuan}")
NOTE_BOUGHT_LATER: Final = Text(
    "About {price:yuan} at once, on the first birthday from {age:int} on with that much in hand.",
    "满 {age:int} 岁起，哪个生日手里够钱，就一次补缴约 {price:yuan}。",
)
THEN_DEARER: Final = Text(
    "Then {more:yuan} a month more to live, for {time}.", "往后每月多花 {more:yuan}，要 {time}。"
)
THEN_CHEAPER: Final = Text(
    "Then {more:yuan} a month less to live, for {time}.", "往后每月少花 {more:yuan}，有 {time}。"
)
THEN_LESS_PAY: Final = Text(
    "Then {share:percent} of the usual income, for {time}.",
    "往后 {time}，收入只有平时的 {share:percent}。",
)
THEN_NO_PAY: Final = Text("Then no income for {time}.", "往后 {time}没有收入。")
NOTE_LAPSED: Final = Text(
    "money runs short: {months} months of contributions lapse", "钱不够，会断缴 {months} 个月"
)
NOTHING_PAID: Final = Text("Nothing is paid in", "什么也没缴")
NOTHING_MORE_PAID: Final = Text("Nothing more is paid in", "以后不再缴")
OUTLOOK_DRAWN: Final = Text(
    "Pension: {pension:yuan} a month, for life", "养老金：每月 {pension:yuan}，终身领取"
)
HINTS: Final = {
    "leaving": Text(
        "**Leaving town does not mean losing it.** Years paid here move with you.",
        "**换个地方，缴的年限不会丢。** 在这里缴的，走到哪儿带到哪儿。",
    ),
    "floor": Text(
        "**The lowest base pays back most per yuan.** More years count for"
        " more than a higher base.",
        "**每一块钱，按最低基数缴最划算。** 多缴几年，比提高基数更管用。",
    ),
    "gap": Text(
        "**A break cancels nothing.** Paid years stay; missed months cannot be paid later.",
        "**断缴不会清零。** 缴过的年限都在，落下的月份事后补不了。",
    ),
    "waiting": Text(
        "**Medical cover is different.** Stop, and you wait 3 months when you"
        " return, 1 more for each year missed.",
        "**医保不一样。** 断了再续，要等 3 个月，每断一年再多等 1 个月。",
    ),
    "subsistence": Text(
        "**A living comes first.** When money is short, contributions stop before food does.",
        "**先顾吃住。** 钱不够的时候，断的是社保，不是饭钱。",
    ),
    "resident": Text(
        "**The resident scheme is cheap and small.** The tier and the years both count.",
        "**居民养老缴得少，领得也少。** 档次和年限都算数。",
    ),
}
HINT_SUBSIDY: Final = Text(
    "**The platform pays back {back:yuan} a month** on average while you ride and pay, for now.",
    "**平台每月平均返还 {back:yuan}**，接着跑、接着缴就有，目前是这样。",
)
WAITING_NONE: Final = Text(
    "No waiting period now. Leave, and you wait 3 months when you come"
    " back, plus 1 for each year missed.",
    "现在没有等待期。一旦断了再参保，要等 3 个月，每断一年再加 1 个月。",
)
WAITING_ENTRY: Final = Text(
    "Employee cover would start after {months} months.", "职工医保要等 {months} 个月才能报销。"
)
WAITING_RESIDENT: Final = Text(
    "Resident cover would start after {months} months.", "居民医保要等 {months} 个月才能报销。"
)
WAITING_UNINSURED: Final = Text(
    "Without cover every bill is your own; each year missed adds a month of waiting.",
    "不参保，看病全自费；每多断一年，将来多等一个月。",
)
WAITING_FREE: Final = Text(
    "Medical cover in retirement is yours for free.", "退休后的医保，不用再缴费。"
)
AFFORDABLE: Final = Text("Can be paid in every year", "每年都缴得起")
SHORT_FROM: Final = Text("Money runs short at {age}", "{age} 岁那年开始钱不够缴")
SLICES: Final = {
    "living": Text("living", "生活"),
    "work": Text("work costs", "干活的开销"),
    "home": Text("home", "寄回家"),
    "pension": Text("pension", "养老"),
    "medical": Text("medical", "医疗"),
    "private": Text("private", "个人养老金"),
    "left": Text("left", "结余"),
}


SCHEME_OF_YEARS: Final = {
    "employee": Text("employee", "职工养老"),
    "resident": Text("resident", "居民养老"),
}


def how_long(months: int) -> Text:
    """A time of months in words, whole years from two on."""
    years = round(months / 12)
    if months < 24:
        return Text(f"{months} month{'s' if months != 1 else ''}", f"{months} 个月")
    return Text(f"{years} years", f"{years} 年")


def joined(one: Text, other: Text) -> Text:
    """Two short texts on one line, with a point between them."""
    return Text(f"{one.en} · {other.en}", f"{one.zh} · {other.zh}") if one.en else other
