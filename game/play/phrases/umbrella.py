"""The nine ribs: their names, and why each stands as it does."""

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
NEVER_APPLIED: Final = Text("Never applied in this life.", "这一辈子一直不适用。")
NO_PENSION_DRAWN: Final = Text(
    "No pension; savings, spread over the years left, stand in.",
    "没有养老金，只能把积蓄摊到往后的年头。",
)
