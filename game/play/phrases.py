"""Sentences the playthrough makes from figures, in both languages."""

from __future__ import annotations

from typing import Final

from game.core.text import Text

RIB_NAMES: Final = {
    "medical": Text("Medical", "医疗"),
    "sickness": Text("Sickness", "疾病津贴"),
    "unemployment": Text("Jobless", "失业"),
    "old_age": Text("Old age", "养老"),
    "injury": Text("Work injury", "职业伤害"),
    "family": Text("Family", "家庭"),
    "maternity": Text("Maternity", "生育"),
    "invalidity": Text("Invalidity", "病残"),
    "survivors": Text("Survivors", "遗属"),
}

RIB_REASONS: Final = {
    "medical": Text(
        "{months} of 12 months in force; the fund pays {share:percent} of a usual stay.",
        "全年有 {months} 个月在保；住一次院，基金大约能付 {share:percent}。",
    ),
    "sickness": Text(
        "No sick pay without a contract; savings stand in for three months.",
        "没有劳动合同就没有病假工资，只能靠积蓄顶三个月。",
    ),
    "unemployment": Text(
        "No unemployment benefit without a contract; savings stand in.",
        "没有劳动合同就没有失业金，只能靠积蓄顶着。",
    ),
    "old_age": Text(
        "What is earned so far, against 40% of the local wage.",
        "到今天攒下的养老金权益，与社平工资的 40% 相比。",
    ),
    "injury": Text(
        "Covered while on an order, paid for by the platform.",
        "接单途中有职业伤害保障，费用由平台出。",
    ),
    "family": Text(
        "Child money and medical cover of the children.", "育儿补贴，加上孩子有没有医保。"
    ),
    "maternity": Text(
        "The bill of a birth, and pay while away from work.", "分娩费用，以及产假期间的收入。"
    ),
    "invalidity": Text(
        "What would come each month if you could never work again.",
        "万一从此不能干活，每个月能领到多少。",
    ),
    "survivors": Text(
        "What your family would be left with, for the years it needs.",
        "万一你不在了，家里能拿到多少，够用多久。",
    ),
}
RIB_REASONS_OTHER: Final = {
    "medical": Text("Not in force in any month of this year.", "今年没有一个月在保。"),
    "injury": Text(
        "Your work has no injury cover: it goes with platform orders or a contract.",
        "你现在的活没有职业伤害保障：只有平台接单或签了劳动合同才有。",
    ),
    "old_age": Text(
        "The pension in payment, against 40% of the local wage.",
        "正在领的养老金，与社平工资的 40% 相比。",
    ),
}
RIB_REASONS_CONTRACT: Final = {
    "sickness": Text("Sick pay through the employer.", "生病休假，单位发病假工资。"),
    "unemployment": Text(
        "Unemployment benefit, once a year is paid.", "失业保险缴满一年，丢了活能领失业金。"
    ),
    "injury": Text("Work-injury insurance through the employer.", "单位给上了工伤保险。"),
}
RIB_MEAN: Final = Text("The mean of the years in which it applied.", "适用的那些年的平均。")
NOT_APPLYING: Final = Text("Does not apply now.", "目前不适用。")

PAYER_NAMES: Final = {
    "injury": Text("injury cover", "职业伤害保障"),
    "third_party": Text("the other driver", "肇事方"),
    "basic": Text("medical insurance", "医保基金"),
    "critical_illness": Text("critical-illness insurance", "大病保险"),
    "assistance": Text("medical assistance", "医疗救助"),
    "own": Text("you", "自己"),
}

NEVER_PAID: Final = Text("never paid", "没付上")

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

NOTE_EMPLOYEE_PENSION: Final = Text(
    "{share:percent} base · {paid:years} years paid, {needed:years} needed",
    "按 {share:percent} 基数 · 已缴 {paid:years} 年，需 {needed:years} 年",
)
NOTE_RESIDENT_PENSION: Final = Text(
    "{tier:yuan} a year · {paid:years} years paid, 15 needed",
    "每年 {tier:yuan} · 已缴 {paid:years} 年，需 15 年",
)
NOTE_NO_PENSION: Final = Text("{paid:years} years paid so far", "至今已缴 {paid:years} 年")
NOTE_DRAWN: Final = Text("in payment, for life", "按月领取，终身发放")
NOTE_COVERED: Final = Text("in force", "待遇正常")
NOTE_WAITING: Final = Text("waiting: {months} more months", "等待期还剩 {months} 个月")
NOTE_FREE: Final = Text("free for life", "退休后不用再缴")
NOTE_AIDED: Final = Text("paid by assistance", "医疗救助代缴")
NOTE_UNINSURED: Final = Text("every bill is your own", "看病全部自费")
NOTE_GAP: Final = Text("months unpaid last year: {months}", "去年断缴 {months} 个月")
NOTE_CONTRACT_PENSION: Final = Text(
    "through the employer, who adds {employer:yuan} · {paid:years} of {needed:years} years",
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
OUTLOOK_STUDENT: Final = Text("The plan begins when school ends", "毕业以后，方案才开始")
OUTLOOK_NONE: Final = Text("If nothing changes: no pension", "照此下去：没有养老金")
OUTLOOK_SHORT: Final = Text(
    "If nothing changes: {years:years} years short at {age}",
    "照此下去：到 {age} 岁还差 {years:years} 年",
)
OUTLOOK_STILL: Final = Text(
    "{years:years} years still to pay before a pension", "还要再缴 {years:years} 年才能领养老金"
)
OUTLOOK_OVER: Final = Text(
    "{paid:years} years paid, {needed:years} were needed: no pension",
    "缴了 {paid:years} 年，没到 {needed:years} 年：领不到养老金",
)
NOTE_PENSION: Final = Text("{pension:yuan} a month from {age}", "{age} 岁起每月约 {pension:yuan}")
NOTE_LAPSED: Final = Text(
    "money runs short: {months} months of contributions lapse", "钱不够，会断缴 {months} 个月"
)
NOTE_UNPAID: Final = Text(
    "{unpaid:yuan} of the bill cannot be paid", "账单里有 {unpaid:yuan} 付不上"
)
NOTHING_PAID: Final = Text("Nothing is paid in", "什么也没缴")
NOTHING_MORE_PAID: Final = Text("Nothing more is paid in", "以后不再缴")
OUTLOOK_DRAWN: Final = Text(
    "Pension: {pension:yuan} a month, for life", "养老金：每月 {pension:yuan}，终身领取"
)

SUBTITLE: Final = Text("{job} · {place} · from {home}", "{job} · {place} · {home}户籍")
SUBTITLE_HOME: Final = Text("{job} · {place}", "{job} · {place}")
SUBTITLE_RETIRED: Final = Text("retired · {place}", "退休 · {place}")

BILL_INJURY: Final = Text(
    "On an order: injury cover pays {paid:yuan} of {total:yuan}",
    "接单途中受伤：{total:yuan}里，职业伤害保障付 {paid:yuan}",
)
BILL_INJURY_ALL: Final = Text(
    "On an order: injury cover pays all {total:yuan}",
    "接单途中受伤：职业伤害保障全额支付 {total:yuan}",
)
BILL_FUND: Final = Text(
    "{scheme} pays {paid:yuan} of {total:yuan}", "{total:yuan}里，{scheme}付 {paid:yuan}"
)
BILL_THIRD: Final = Text(
    "The other driver owes {paid:yuan} of {total:yuan}", "{total:yuan}里，肇事方该付 {paid:yuan}"
)
BILL_OWN: Final = Text(
    "Nobody else pays: {total:yuan} is yours", "没有别人来付：{total:yuan} 全靠自己"
)
BILL_OWN_WAITING: Final = Text(
    "Cover is still waiting: {total:yuan} is yours", "还在等待期：{total:yuan} 全靠自己"
)
BILL_SMALL: Final = Text(
    "Below the deductible: {total:yuan} is yours", "没到起付线：{total:yuan} 自己付"
)
OTHERWISE_OFF_DUTY: Final = Text(
    "Off duty you would have paid {own:yuan} yourself.", "要是不在接单，自己得付 {own:yuan}。"
)
OTHERWISE_NONE: Final = Text(
    "Without insurance you would pay all {total:yuan}.", "没有医保的话，{total:yuan} 全得自己掏。"
)
OTHERWISE_SCHEMES: Final = Text(
    "You would pay {employee:yuan} with employee cover, {resident:yuan} with resident cover.",
    "有职工医保自付 {employee:yuan}，有居民医保自付 {resident:yuan}。",
)
OTHERWISE_OTHER: Final = Text(
    "With {scheme} you would pay {own:yuan}; with none, {total:yuan}.",
    "换成{scheme}自付 {own:yuan}；没有医保就是 {total:yuan}。",
)

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
LINE_DIED: Final = Text("{name} died at {age}.", "{name}走了，{age} 岁。")
LINE_OTHER_EDITION: Final = Text(
    "{years} years of this life were lived under another edition of the scenario.",
    "这一生里有 {years} 年是按另一版情景过的。",
)

HINTS: Final = {
    "leaving": Text(
        "**Leaving town does not mean losing it.** Years paid here move with you.",
        "**换个地方，缴的年限不会丢。** 在这里缴的，走到哪儿带到哪儿。",
    ),
    "floor": Text(
        "**The lowest base pays back most per yuan.** More years count for more than a higher base.",
        "**每一块钱，按最低基数缴最划算。** 多缴几年，比提高基数更管用。",
    ),
    "gap": Text(
        "**A break cancels nothing.** Paid years stay; missed months cannot be paid later.",
        "**断缴不会清零。** 缴过的年限都在，落下的月份事后补不了。",
    ),
    "waiting": Text(
        "**Medical cover is different.** Stop, and you wait 3 months when you return, 1 more for each year missed.",
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
    "No waiting period now. Leave, and you wait 3 months when you come back, plus 1 for each year missed.",
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

PARTS: Final = {
    "old_age": Text("Old age", "晚年"),
    "health": Text("Health", "健康"),
    "living": Text("Living", "生活"),
    "family": Text("Family", "家庭"),
}
WHY_OLD_AGE: Final = Text(
    "From {age} on, insurance paid {pension:yuan} a month, family and the allowance {aid:yuan};"
    " with work and savings {means:yuan}; the basket is {basket:yuan}.",
    "{age} 岁以后，社保每月给 {pension:yuan}，家里和低保给 {aid:yuan}，算上干活和积蓄每月"
    " {means:yuan}；基本生活要 {basket:yuan}。",
)
WHY_OLD_AGE_NONE: Final = Text("Your old age never came.", "没有等到晚年。")
WHY_HEALTH: Final = Text(
    "Others paid {share:percent} of all bills; {own:yuan} was your own.",
    "全部医药费里别人付了 {share:percent}，自己付了 {own:yuan}。",
)
WHY_LIVING: Final = Text(
    "What was left to live on before {age}, and how the days felt.",
    "{age} 岁以前，手里能花的钱和日子的滋味。",
)
WHY_FAMILY: Final = Text(
    "Money sent home kept up in {share:percent} of what was promised.",
    "说好寄回家的钱，兑现了 {share:percent}。",
)
WHY_FAMILY_PLAIN: Final = Text(
    "Who depended on you, and what would be left to them.", "靠你养的人，以及你能留给他们什么。"
)
WHY_FAMILY_NONE: Final = Text("Nobody depended on you.", "没有人靠你养。")

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
NEVER_BY_CHOICE: Final = Text(
    "Never insured by choice (contract years count)", "自己不参保（合同期内照缴）"
)
NEVER_BY_CHOICE_SAVER: Final = Text(
    "Never insured by choice, the price saved (contract years count)",
    "自己不参保，把保费存起来（合同期内照缴）",
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
KEPT_EMPLOYERS: Final = Text(
    "Your employers paid in {employer:yuan} beside you.", "单位另外替你缴了 {employer:yuan}。"
)
LAW_DECIDED: Final = Text(
    "Under a contract the law decides: other plans would have changed next to nothing.",
    "签了劳动合同，五险由法律定：换个方案，差不了多少。",
)
KEPT_DEBT: Final = Text(
    "A debt of {debt:yuan} ends with the estate.", "欠的 {debt:yuan}拿遗产还，还不完也不找家里人。"
)


def joined(one: Text, other: Text) -> Text:
    """Two short texts on one line, with a point between them."""
    return Text(f"{one.en} · {other.en}", f"{one.zh} · {other.zh}") if one.en else other
