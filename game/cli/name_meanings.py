"""What every name and function of an expression means, as ``names`` tells an author."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.core.text import Text

MEANINGS: Final[Mapping[str, Text]] = {
    "age": Text("age at the birthday of the year", "这一年生日时的年龄"),
    "year": Text("calendar year", "公历年份"),
    "month": Text("month of the event, 1 to 12", "事件发生的月份，1到12"),
    "turn": Text("years played so far", "已经过了几年"),
    "profile": Text("who it is, or extends: the id of a profile", "人物编号；照他写的人也算"),
    "sex": Text("male or female", "male 男，female 女"),
    "place": Text("place lived in", "现在住的地方"),
    "hukou": Text("place of household registration", "户籍所在地"),
    "job": Text("present job", "现在的工作"),
    "student": Text("still at school", "还在上学"),
    "cash": Text("money in hand and saved", "手里的钱和存款"),
    "debt": Text("money owed", "欠的钱"),
    "income": Text("usual gross income a month", "平常每月收入（税前）"),
    "spending": Text("living expenses a month", "每月生活开支"),
    "health": Text("health, 0 to 100", "健康，0到100"),
    "wellbeing": Text("wellbeing, 0 to 100", "心情，0到100"),
    "pension": Text("pensions in payment, a month", "正在领的养老金，每月"),
    "paid_years": Text("years paid into either pension scheme", "两种养老保险合计缴费年限"),
    "plan.pension": Text("pension scheme of the standing plan", "方案里的养老保险"),
    "plan.base": Text("share of the reference wage paid on", "缴费基数占平均工资的比例"),
    "plan.medical": Text("medical scheme of the standing plan", "方案里的医疗保险"),
    "plan.private": Text("paid into a private pension", "个人养老金的缴存额"),
    "plan.savings": Text("share of what is left that is saved", "余钱里存下的比例"),
    "plan.pace": Text("hours worked, share of the usual ones", "干活的时长占平常的比例"),
    "plan.tier": Text("resident pension paid in", "居民养老的缴费档次"),
    "years.employee": Text("years paid, employee pension", "职工养老缴费年限"),
    "years.resident": Text("years paid, resident pension", "居民养老缴费年限"),
    "years.unpaid": Text("working years without any pension", "该缴而没缴养老的年数"),
    "years.medical": Text("years paid, employee medical", "职工医保缴费年限"),
    "years.in_job": Text("years in the present job", "干现在这份工作的年数"),
    "years.needed": Text("years an employee pension asks for", "领职工养老要满的年限"),
    "years.missing": Text("years still missing of them", "还差的年限"),
    "years.missing_medical": Text(
        "years missing for free medical cover in retirement", "退休后免缴医保还差的年限"
    ),
    "years.missed_medical": Text(
        "whole years since medical cover was dropped", "居民医保断了的整年数"
    ),
    "price.years": Text("price of the missing pension years", "一次性补足养老年限要的钱"),
    "price.medical_years": Text("price of the missing medical years", "一次性补足医保年限要的钱"),
    "price.missed_medical": Text("price of the missed resident years", "补缴断掉的居民医保要的钱"),
    "account.pension": Text("what stands in the pension accounts", "养老个人账户里的钱"),
    "place.rent": Text("rent where one lives", "现在住处的房租"),
    "place.care": Text("price of treatment here, 1 in cities", "当地看病的价格水平，城市为1"),
    "claim_age": Text("age at which the pension is to begin", "打算几岁开始领"),
    "retired": Text("no longer at work", "已经退休"),
    "alive": Text("still living", "还在世"),
    "covered.medical": Text("medical cover holds at the birthday", "生日时医保有效"),
    "partner": Text("lives with a partner", "有伴侣"),
    "children": Text("number of children", "孩子数"),
    "mother": Text("mother's age, 0 when dead", "母亲的年龄，去世为0"),
    "father": Text("father's age, 0 when dead", "父亲的年龄，去世为0"),
    "remittance": Text("sent home a month", "每月寄回家的钱"),
    "registered": Text("treated here as at home", "办了居住证或异地备案"),
    "buy_years": Text("missing pension years are to be bought", "要一次性补足养老年限"),
    "buy_medical_years": Text("missing medical years are to be bought", "要一次性补足医保年限"),
    "buy_back": Text("missed resident medical years are bought", "要补缴断掉的居民医保"),
    "to_resident": Text("a short record moves to the resident scheme", "年限不够，转入居民养老"),
    "disabled": Text("lost the capacity to work", "丧失劳动能力"),
    "contract": Text("under a labour contract", "签了劳动合同"),
    "benefit.unemployment": Text("unemployment benefit one has a right to", "能领的失业金"),
    "benefit.maternity": Text("whole maternity allowance of a birth now", "现在生育能领的津贴总额"),
    "benefit.disability": Text("disability allowance one has a right to", "能领的病残津贴"),
    "benefit.injury_disability": Text(
        "one-time allowance for a partial loss by an accident at work", "工伤致残的一次性补助"
    ),
    "months.unemployment": Text("how long unemployment benefit lasts", "失业金能领多久"),
}
"""Core name → what it means."""

FUNCTIONS: Final[Mapping[str, tuple[str, Text]]] = {
    "min": ("min(a, b, …)", Text("the smallest", "最小的")),
    "max": ("max(a, b, …)", Text("the largest", "最大的")),
    "clip": ("clip(x, low, high)", Text("x, kept between two bounds", "把 x 限制在两数之间")),
    "round": ("round(x)", Text("the nearest whole number", "四舍五入取整")),
    "if": ("if(check, a, b)", Text("a where the condition holds, else b", "成立取 a，否则取 b")),
    "lookup": ("lookup(table, x)", Text("a table read at x", "查表")),
    "seen": ("seen(event)", Text("the event has happened", "发生过该事件")),
    "count": ("count(event)", Text("how often it has happened", "发生过几次")),
    "since": ("since(event)", Text("years since it last happened", "距上次发生几年")),
    "chose": ("chose(event.choice)", Text("what was chosen last time", "上次选的是不是它")),
    "contribution": (
        "contribution(employee, 60%)",
        Text("what a pension scheme costs a month", "某种养老保险每月要缴多少"),
    ),
    "pension_if": (
        "pension_if(20 years)",
        Text("employee pension a month after so many years", "缴满若干年，职工养老每月领多少"),
    ),
    "chance": ("chance(30%)", Text("luck: yes in 30 of 100 (values, effects)", "按概率抽签")),
    "uniform": (
        "uniform(2000 yuan, 6000 yuan)",
        Text("luck: any amount between (values, effects)", "在两数之间随机"),
    ),
    "lognormal": (
        "lognormal(20000 yuan, 0.9)",
        Text("luck: mean and spread, few large ones", "均值和离散度，偶有大额"),
    ),
}
"""Function → how it is written, and what it gives."""
