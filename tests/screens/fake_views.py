"""Li Wei as the screens would be shown him, and a session that follows a script.

The figures are made up, of the size the engine gives; the texts are as long as real ones.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from game.core.life import RIBS, Scheme, Sex, Work
from game.core.text import EMPTY, Text
from game.play import phrases
from game.play.views import (
    BandView,
    BillView,
    CardView,
    ComparisonView,
    FigureView,
    LifeView,
    MarkView,
    MonthSlice,
    OptionView,
    OutlookView,
    PartView,
    PayerView,
    PlanLine,
    PlanSummary,
    PlanView,
    PriceParts,
    ResultView,
    ReviewView,
    RibbonView,
    RibView,
    SchemeTile,
    Stage,
    StormView,
    UmbrellaView,
    YearView,
)
from game.scenario.model import PlanFields

NAMES = {
    "medical": Text("Medical", "医疗"),
    "sickness": Text("Sickness", "疾病津贴"),
    "unemployment": Text("Jobless", "失业"),
    "old_age": Text("Old age", "养老"),
    "injury": Text("Work injury", "工伤"),
    "family": Text("Family", "家庭"),
    "maternity": Text("Maternity", "生育"),
    "invalidity": Text("Invalidity", "病残"),
    "survivors": Text("Survivors", "遗属"),
}
SOLID = {"medical": 0.95, "old_age": 0.62, "injury": 1.0, "family": 0.5, "invalidity": 0.1,
         "survivors": 0.2}  # fmt: skip
HATCHED = {"sickness": 0.5, "unemployment": 0.3, "survivors": 0.15, "old_age": 0.05}
INJURY = Text("Occupational injury cover", "职业伤害保障")
FUND = Text("Employee medical insurance", "职工医保")
YOU = Text("You", "自己")
TEXT_A = Text(
    "The brakes lock in the rain. Your wrist is broken and the hospital asks for a ¥6,000 deposit. "
    "You cannot ride for seven weeks.",
    "雨天路滑，刹车抱死，你摔断了手腕。医院要先交六千元押金，接下来七周都不能跑单。",
)


def umbrella(**solid: float) -> UmbrellaView:
    """Nine ribs; keywords change how far a rib is covered."""
    covered = SOLID | solid
    ribs = tuple(
        RibView(
            id=rib, name=NAMES[rib], solid=covered.get(rib, 0.0), hatched=HATCHED.get(rib, 0.0),
            applies=rib != "maternity",
            reason=Text("What stands here this year, and why.", "这一年这一项的保障情况。"),
        )
        for rib in RIBS
    )  # fmt: skip
    held = sum(rib.applies and rib.solid >= 0.5 for rib in ribs)
    return UmbrellaView(ribs=ribs, held=held, applicable=8)


def ribbon(age: float = 27.0) -> RibbonView:
    """The ribbon up to an age."""
    return RibbonView(
        first_age=18, last_age=90, today=age,
        pension=(
            BandView(start=20, end=23, state="gap"), BandView(start=23, end=age, state="paid"),
            BandView(start=age, end=63, state="ahead"),
        ),
        medical=(
            BandView(start=18, end=20, state="resident"), BandView(start=20, end=22, state="gap"),
            BandView(start=22, end=age, state="paid"), BandView(start=age, end=85, state="ahead"),
        ),
        marks=tuple(
            MarkView(age=at, kind=kind, title=title, line=Text("How it went.", "后来怎样。"))
            for at, kind, title in (
                (22.0, "move", Text("Came to Hangzhou", "来到杭州")),
                (24.4, "illness", Text("A night in hospital", "住了一晚院")),
                (26.2, "family", Text("Met Xiaomei", "认识了小梅")),
                (27.0, "accident", Text("A wet corner", "雨天弯道")),
            )
        ),
        paid_years=max(0, int(age) - 23),
    )  # fmt: skip


PLAN = PlanFields(
    pension=Scheme.EMPLOYEE, base=0.6, tier=0.0, medical=Scheme.EMPLOYEE, private_per_year=0.0,
    savings=0.3, pace=1.0, can_borrow=False, claim_age=63.0,
)  # fmt: skip
SUMMARY = PlanSummary(
    fields=PLAN,
    lines=(
        PlanLine(kind="pension", title=Text("Employee pension", "职工养老"),
                 note=Text("60% base · 6 of 20 years", "按 60% 基数 · 已缴 6 年，需 20 年"),
                 yuan_per_month=887),
        PlanLine(kind="medical", title=Text("Employee medical", "职工医保"),
                 note=Text("covered · waiting period over", "待遇正常 · 等待期已过"),
                 yuan_per_month=429),
        PlanLine(kind="private", title=Text("Private pension", "个人养老金"),
                 note=Text("none", "未开户"), yuan_per_month=0),
    ),
    yuan_per_month=1316, yuan_per_day=43.3, share_of_income=0.19,
    outlook=Text("If nothing changes: ¥2,310 a month from 63", "照此下去：63 岁起每月约 2,310 元"),
)  # fmt: skip


def life(age: int = 27, **changes: object) -> LifeView:
    """The life screen of an age; keywords change fields."""
    view = LifeView(
        name=Text("Li Wei", "李伟"),
        subtitle=Text("Food courier · Hangzhou · from Henan", "外卖骑手 · 杭州 · 河南户籍"),
        portrait="li_wei", sex=Sex.MALE, age=age, year=2004 + age, season=2,
        savings=18_420, debt=0, month_balance=640, health=82, wellbeing=64, work=Work.ORDER,
        place="hangzhou", place_kind="city", picture="city", has_partner=age >= 26,
        child_ages=(2,) if age > 29 else (),
        is_mother_alive=age < 60, weather="rain", umbrella=umbrella(), plan=SUMMARY,
        ribbon=ribbon(float(age)),
        log=(Text("A quiet year. Orders were steady.", "这一年平平静静，单量稳定。"),),
        can_undo=True, is_retired=age >= 63,
    )  # fmt: skip
    return replace(view, **changes)  # type: ignore[arg-type]


BILL = BillView(
    total=13_200,
    payers=(PayerView(who=INJURY, yuan=13_200, is_self=False),), own=0,
    headline=Text("On an order: injury cover pays all ¥13,200",
                  "接单途中受伤：职业伤害保障全额支付 13,200 元"),
    otherwise=Text("Off duty it would have been your medical insurance: ¥9,480",
                   "若不在接单途中，则由职工医保报销 9,480 元"),
)  # fmt: skip
OWN_BILL = BillView(
    total=13_200,
    payers=(
        PayerView(who=FUND, yuan=2_480, is_self=False),
        PayerView(who=Text("Medical assistance", "医疗救助"), yuan=1_120, is_self=False),
        PayerView(who=YOU, yuan=9_600, is_self=True),
    ),
    own=9_600,
    headline=Text("Still in the waiting period: you pay ¥9,600 of ¥13,200",
                  "还在待遇等待期：13,200 元里自己要付 9,600 元"),
    otherwise=Text("With cover in force it would have been ¥2,210",
                   "待遇正常的话，自己只付 2,210 元"),
)  # fmt: skip


def option(
    label: Text, note: Text, now: float = 0.0, month: float = 0.0, debt: float = 0.0,
    reason: Text = EMPTY, parts: PriceParts | None = None,
) -> OptionView:  # fmt: skip
    """An option; one with a reason is closed."""
    return OptionView(
        label=label,
        note=note,
        yuan_now=now,
        per_month_change=month,
        debt_change=debt,
        is_open=not reason.en,
        reason=reason,
        parts=parts or PriceParts(),
    )


CARD = CardView(
    event_id="accident", kind="accident",
    title=Text("A wet corner on Wenyi Road", "文一路的雨天弯道"), text=TEXT_A, bill=BILL,
    options=(
        option(Text("Rest until it heals", "养好伤再上路"),
               Text("lost income, no lasting harm", "少了收入，但不留后患"), now=-10_900),
        option(Text("Ride again after three weeks", "三周后就接着跑"),
               Text("1 in 3: a permanent weak wrist", "三成可能落下腕伤"), now=-4_700,
               parts=PriceParts(income=-3_900, bill=800)),
        option(Text("Borrow from the platform wallet", "找平台钱包借钱"),
               Text("¥6,000 at 18% a year", "借 6,000 元，年利率 18%"), debt=6_000),
    ),
)  # fmt: skip
LONG_CARD = CardView(
    event_id="forty", kind="crossroad",
    title=Text("Forty, and the knees say so", "四十岁，膝盖先知道"),
    text=Text(
        "The younger riders overtake you on the bridge now. Old Zhou stopped paying last spring: "
        "“Twenty years of money, and who knows what will be left.” Your mother asks on the phone "
        "whether you have written anything down for when you are old.",
        "过桥的时候，年轻骑手一个个从你身边超过去。老周去年开春就不缴了：“缴二十年，到时候还剩"
        "多少谁说得准。”母亲在电话里问你，老了以后的事，心里有没有个数。",
    ),
    bill=OWN_BILL,
    options=(
        option(Text("Pay on, one step higher", "接着缴，基数提一档"),
               Text("base 80% · 13 more years to the minimum", "基数 80% · 离最低年限还有 13 年"),
               month=296),
        option(Text("Keep it as it is", "照旧"), Text("base 60%", "基数 60%")),
        option(Text("Stop paying for now", "先停缴"),
               Text("the years paid stay yours", "已缴的年限还算数"), month=-1_316),
        option(Text("Pay the missing years at once", "一次补齐"),
               Text("three years of back payments", "补缴三年"), now=-38_000,
               reason=Text("The rules do not let flexible workers pay back.",
                           "政策不允许灵活就业人员补缴往年。")),
    ),
)  # fmt: skip
RESULT = ResultView(
    title=CARD.title,
    text=Text("The cast came off in week seven. The order was still open when you fell, so the "
              "platform’s injury cover settled the bill.",
              "第七周拆了石膏。摔倒时订单还没结束，职业伤害保障把医药费结清了。"),
    bill=BILL,
    frequency=Text("This happens to about 2 in 100 riders like you each year.",
                   "像你这样的骑手，一年里每 100 人约有 2 人遇到。"),
    source=Text("Ministry of Human Resources pilot report, 2024", "人社部试点通报，2024"),
)  # fmt: skip
OWN_RESULT = replace(
    RESULT, title=LONG_CARD.title, bill=OWN_BILL,
    text=Text("The bill came on a Friday. You paid what was yours to pay and rode again on Monday.",
              "账单是星期五来的。该自己出的钱出了，星期一又接着跑。"),
)  # fmt: skip


EMPLOYER = Text(
    "Under a contract the law decides: your part comes off the wage, and the employer adds ¥1,870 "
    "a month for pension, medical, unemployment, injury and maternity.",
    "签了劳动合同，五险由法律定：个人部分从工资里扣，单位每月另外替你交 1,870 元，养老、医疗、"
    "失业、工伤、生育都在内。",
)


def plan_view(
    draft: PlanFields = PLAN, *, is_first: bool = False, employer: Text | None = None
) -> PlanView:
    """The plan screen for a draft: the base moves what it costs and what it gives."""
    base = draft.base or 0.6
    pension = {Scheme.NONE: 0.0, Scheme.RESIDENT: 42.0, Scheme.EMPLOYEE: 1_478 * base}
    medical = {Scheme.NONE: 0.0, Scheme.RESIDENT: 33.0, Scheme.EMPLOYEE: 429.0}
    costs = (pension[draft.pension or Scheme.NONE], medical[draft.medical or Scheme.NONE])
    left = 6_900 - 3_900 - 800 - sum(costs)
    ages = tuple(range(27, 86))
    savings = tuple(
        max(0.0, 18_420 + min(age - 27, 36) * 8_700 - max(0, age - 63) * 1_400) for age in ages
    )
    return PlanView(
        draft=draft, income_per_month=6_900,
        pension=_tiles(pension, closed=None), medical=_tiles(medical, closed=None),
        bases=tuple(round(0.6 + 0.1 * step, 1) for step in range(25)), base_yuan=7_388 * base,
        base_share=base, tiers=(200.0, 500.0, 1_000.0, 3_000.0),
        waiting=Text("No waiting period now. Leave, and a return waits 3 months + 1 per year "
                     "missed.",
                     "现在没有等待期。中断后再参保，要等 3 个月，每断一年再加 1 个月。"),
        month=(
            MonthSlice(id="living", label=Text("living", "生活"), yuan=3_900),
            MonthSlice(id="home", label=Text("home", "寄回家"), yuan=800),
            MonthSlice(id="pension", label=Text("pension", "养老"), yuan=costs[0]),
            MonthSlice(id="medical", label=Text("medical", "医疗"), yuan=costs[1]),
            MonthSlice(id="private", label=Text("private", "个人养老金"), yuan=0),
            MonthSlice(id="left", label=Text("left", "结余"), yuan=left),
        ),
        hint=Text("**Leaving town does not mean losing it.** Years paid here move with you. You "
                  "asked about this when you were 22.",
                  "**离开这座城市，缴的钱不会白缴。**在这里缴的年限会跟着你走，"
                  "这是你 22 岁时问过的。"),
        outlook=OutlookView(
            ages=ages, savings=savings, claim_age=63, pension_per_month=1_540 + 1_280 * base,
            share_of_wage=0.19 + 0.16 * base, basket_per_month=1_981, years_paid=41,
            years_needed=20,
            years_affordable=Text("Can be paid in every year.", "每年都缴得起。"),
        ),
        is_first=is_first, employer=employer, savings_steps=(0.1, 0.2, 0.3, 0.4),
        paces=(0.8, 1.0, 1.25),
    )  # fmt: skip


def _tiles(costs: dict[Scheme, float], closed: Scheme | None) -> tuple[SchemeTile, ...]:
    labels = {
        Scheme.NONE: Text("None", "不参保"), Scheme.RESIDENT: Text("Resident", "城乡居民"),
        Scheme.EMPLOYEE: Text("Employee", "职工"),
    }  # fmt: skip
    return tuple(
        SchemeTile(
            scheme=scheme,
            label=labels[scheme],
            yuan_per_month=cost,
            note=EMPTY,
            is_open=scheme is not closed,
            reason=Text("only where you are registered", "只能在户籍地参保"),
        )
        for scheme, cost in costs.items()
    )


REVIEW = ReviewView(
    name=Text("Li Wei", "李伟"),
    subtitle=Text("Born 2004 in Henan · rode in Hangzhou for 29 years · died at 84",
                  "2004 年生于河南 · 在杭州跑了 29 年 · 享年 84 岁"),
    expected_pension=3_000, pension_per_month=2_310,
    umbrella=umbrella(old_age=0.8, sickness=0.1),
    score=61.305, score_line=Text("61 of 100, over 62 years", "100 分里得 61 分，共 62 年"),
    parts=(
        PartView(id="old_age", label=Text("Old age", "晚年"), points=63.2,
                 why=phrases.WHY_OLD_AGE.filled({
                     "age": 63, "pension": 2_310, "aid": 1_162, "means": 3_394, "basket": 1_981,
                 })),
        PartView(id="health", label=Text("Health", "健康"), points=80.0,
                 why=phrases.WHY_HEALTH.filled({"share": 0.82, "own": 276_681})),
        PartView(id="living", label=Text("Living", "日子"), points=45.0,
                 why=phrases.WHY_LIVING.filled({"age": 63})),
        PartView(id="family", label=Text("Family", "家人"), points=95.0,
                 why=phrases.WHY_FAMILY.filled({"share": 1.0})),
    ),
    storms=tuple(
        StormView(age=age, title=title, total=total, own=own, payers=(
            PayerView(who=FUND, yuan=(total - own) * 0.8, is_self=False),
            PayerView(who=Text("Critical-illness insurance", "大病保险"), yuan=(total - own) * 0.2,
                      is_self=False),
            PayerView(who=YOU, yuan=own, is_self=True),
        ))
        for age, title, total, own in (
            (24, Text("Appendix, two nights", "阑尾炎，住院两晚"), 9_800.0, 9_800.0),
            (27, Text("A wet corner on Wenyi Road", "文一路的雨天弯道"), 13_200.0, 0.0),
            (41, Text("A slipped disc", "腰椎间盘突出"), 31_400.0, 7_900.0),
            (58, Text("A stent", "心脏支架"), 88_000.0, 19_600.0),
            (74, Text("Stroke, and the weeks after", "中风，和之后的几个星期"), 141_000.0,
             26_300.0),
        )
    ),
    paid_in=466_000, received=1_034_000,
    comparisons=tuple(
        ComparisonView(id=name, label=label, yuan_per_month=pension, lived_to=84, score=score,
                       is_player=name == "you")
        for name, label, pension, score in (
            ("you", Text("You", "你"), 2_310.0, 61.3),
            ("lowest", Text("Employee scheme, lowest base", "职工养老，最低基数"), 2_310.0, 61.3),
            ("resident", Text("Resident scheme", "城乡居民养老"), 560.0, 44.8),
            ("never", phrases.COMPARISONS["never_insured"], 0.0, 33.4),
        )
    ),
    old_age_from=63, basket_per_month=1_981, ribbon=ribbon(84.0),
    kept=(
        phrases.KEPT_PARTNER.filled({"heirs": 51_794}), phrases.KEPT_PARENTS,
        phrases.KEPT_TOKENS.filled({"years": 41}),
    ),
)  # fmt: skip
CONTRACT_REVIEW = replace(
    REVIEW,
    comparisons=(*REVIEW.comparisons[:-1],
                 replace(REVIEW.comparisons[-1], label=phrases.NEVER_BY_CHOICE)),
    kept=(*REVIEW.kept, phrases.KEPT_DEBT.filled({"debt": 12_400}),
          phrases.LINE_OTHER_EDITION.filled({"years": 3})),
    employers_paid_in=396_426,
)  # fmt: skip
FIGURES = (
    FigureView(label=Text("Pension contribution, flexible workers", "灵活就业人员养老缴费比例"),
               value=Text("20%", "20%"), since="2019-05", source=EMPTY, status="official",
               note=EMPTY),
)  # fmt: skip


@dataclass
class FakeSession:
    """A session along a script of stages; what a year is like is always the same."""

    stages: list[Stage] = field(default_factory=lambda: [Stage.CARD, Stage.RESULT, Stage.YEAR])
    view: LifeView = field(default_factory=life)
    shown: CardView = CARD
    outcome: ResultView = RESULT
    is_first_plan: bool = False
    employer: Text | None = None
    reviewed: ReviewView = REVIEW
    can_undo: bool = True
    calls: list[str] = field(default_factory=list)
    after_year: Callable[[LifeView], LifeView] = lambda view: view

    @property
    def stage(self) -> Stage:
        """What is waited for."""
        return self.stages[0]

    def life(self) -> LifeView:
        """The life as it stands."""
        return self.view

    def card(self) -> CardView:
        """The event."""
        return self.shown

    def result(self) -> ResultView:
        """What came of it."""
        return self.outcome

    def choose(self, option: int) -> None:
        """Take an option."""
        self._next(f"choose {option}")

    def put_away(self) -> None:
        """The result has been read."""
        self._next("put away")

    def plan_view(self, draft: PlanFields) -> PlanView:
        """The plan for a draft."""
        self.calls.append("plan view")
        return plan_view(draft, is_first=self.is_first_plan, employer=self.employer)

    def set_plan(self, draft: PlanFields) -> None:
        """Keep a plan."""
        self.view = replace(self.view, plan=replace(self.view.plan, fields=draft))
        self._next("set plan")

    def expect(self, yuan_per_month: float | None) -> None:
        """The pension the player expects."""
        self.calls.append(f"expect {yuan_per_month}")

    def open_plan(self) -> None:
        """Before the plan at once."""
        self.calls.append("open plan")
        self.stages.insert(0, Stage.PLAN)

    def close_year(self) -> YearView:
        """Close the year; the life is a year older."""
        age = self.view.age + 1
        self.view = self.after_year(
            replace(self.view, age=age, year=self.view.year + 1, ribbon=ribbon(float(age)))
        )
        self._next("close year")
        lines = (Text("A quiet year. Orders were steady.", "这一年平平静静，单量稳定。"),)
        has_died = self.stage is Stage.OVER
        return YearView(age=age - 1, lines=lines, weather="clear", has_died=has_died)

    def undo(self) -> bool:
        """Go back one answer."""
        self.calls.append("undo")
        return self.can_undo

    def review(self) -> ReviewView:
        """The life, in review."""
        return self.reviewed

    def figures(self, screen: str) -> tuple[FigureView, ...]:
        """Figures of law on a screen."""
        return FIGURES

    def _next(self, call: str) -> None:
        self.calls.append(call)
        if len(self.stages) > 1:
            self.stages.pop(0)
