"""Forecasts, advice, findings and twins as the screens would be shown them; figures made up."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from game.core.life import Scheme
from game.core.text import EMPTY, Text, same
from game.play.advice_view import AdviceRow, AdviceView, QuestionView
from game.play.forecast_view import FanView, ForecastView
from game.play.luck_view import LuckView
from game.play.shock_view import CoverCase, ShockView
from game.play.turning_view import ComparedLife, TurningPointView, TurningView
from game.play.twin_view import (
    TwinBill,
    TwinPlan,
    TwinSide,
    TwinStorm,
    TwinStory,
    TwinYear,
)
from game.play.views import FigureView, PayerView
from game.scenario.model import PlanFields
from tests.screens.fake_views import FUND, PLAN, YOU, life, umbrella

AGES = tuple(range(27, 86))
SOURCE = FigureView(
    label=Text("Reference wage, Zhejiang", "浙江省参照工资"), value=same("8,433"), since="2025-01",
    source=Text("Provincial notice on contribution bases", "关于缴费基数上下限的通知"),
    status="official", note=EMPTY,
)  # fmt: skip


def fan(start: float, slope: float, width: float, claim: int = 63) -> FanView:
    """A fan that opens with the years, and bends at the claim."""
    shares = (-1.0, -0.45, 0.0, 0.5, 1.15)
    lines = [
        tuple(
            max(0.0, start + min(age - 27, claim - 27) * (slope + share * width)
                - max(0, age - claim) * slope * 0.2)
            for age in AGES
        )
        for share in shares
    ]  # fmt: skip
    return FanView(low=lines[0], lower=lines[1], middle=lines[2], upper=lines[3], high=lines[4])


def forecast(plan: PlanFields = PLAN, lives: int = 2_000) -> ForecastView:
    """What may come of a plan: the higher the base, the less is saved and the more drawn."""
    base = (plan.base or 0.6) if plan.pension is Scheme.EMPLOYEE else 0.0
    return ForecastView(
        plan=plan, lives=lives, ages=AGES,
        savings=fan(18_420, 9_800 - 3_000 * base, 7_000),
        income=fan(6_900, -20 - 30 * (1 - base), 25),
        claim_age=63, pension_per_month=1_540 + 1_280 * base,
        basket_per_month=1_981, share_below_basket=0.11 - 0.05 * base, share_unpayable=0.07,
    )  # fmt: skip


@dataclass
class FakeForecasts:
    """A forecast is ready one look after it was asked for."""

    is_ready: bool = True
    asked: list[PlanFields] = field(default_factory=list)
    is_closed: bool = False

    def ask(self, plan: PlanFields) -> None:
        """Begin one."""
        self.asked.append(plan)

    def newest(self) -> ForecastView | None:
        """The last one asked for."""
        return forecast(self.asked[-1]) if self.asked and self.is_ready else None

    def close(self) -> None:
        """No more."""
        self.is_closed = True


QUESTIONS = tuple(
    QuestionView(id=name, text=text, is_open=name != "move", reason=reason)
    for name, text, reason in (
        ("step_up", Text("What would one step up cost me, and give me?",
                         "缴费基数提一档，多花多少，多拿多少？"), EMPTY),
        ("pause", Text("What if I stop for five years?", "停缴五年会怎样？"), EMPTY),
        ("resident_employee", Text("Resident or employee?", "居民和职工，缴哪个？"), EMPTY),
        ("private", Text("Is the private pension worth it for me?", "个人养老金对我划算吗？"),
         EMPTY),
        ("move", Text("What if I move home?", "回老家会怎样？"),
         Text("You live at home already.", "你现在就住在老家。")),
    )
)  # fmt: skip
ADVICE = AdviceView(
    question="step_up",
    paragraph=Text(
        "One step up, to 70% of the local wage, costs you ¥169 a month more and gives you about "
        "¥214 a month more from 63. You get it back if you live to 77; in the middle of your "
        "futures you live to 81. In thin years it is the step that breaks first.",
        "提到当地工资的 70%，每月多缴 169 元，63 岁起每月大约多拿 214 元。"
        "活到 77 岁就拿回来了；在你的各种可能里，居中的是活到 81 岁。"
        "手头紧的年份，最先缴不动的也是多出来的这一档。",
    ),
    rows=(
        AdviceRow(label=Text("As it is: 60%", "照旧：60%"), yuan_per_month=1_316,
                  pension_per_month=2_310, savings=412_000, share_unpayable=0.07),
        AdviceRow(label=Text("One step up: 70%", "提一档：70%"), yuan_per_month=1_485,
                  pension_per_month=2_524, savings=351_000, share_unpayable=0.08),
    ),
    sureness=Text("1,420 of 2,000 futures agree.", "2,000 种可能里，1,420 种是这样。"),
    agreement=0.71, sources=(SOURCE,),
)  # fmt: skip


@dataclass
class FakeAdviser:
    """Answers everything the same way, if it is ready."""

    is_ready: bool = True
    asked: str = ""

    def questions(self) -> tuple[QuestionView, ...]:
        """The five."""
        return QUESTIONS

    def ask(self, question: str) -> None:
        """Begin."""
        self.asked = question

    def answer(self) -> AdviceView | None:
        """The paragraph."""
        return replace(ADVICE, question=self.asked) if self.asked and self.is_ready else None


TURNING = TurningView(
    points=tuple(
        TurningPointView(id=f"p{index}", age=age, title=title, other=other, effect=effect,
                         is_gain=is_gain, weight=weight)
        for index, (age, title, other, effect, is_gain, weight) in enumerate((
            (23, Text("Joined the employee pension", "参加了职工养老"),
             Text("instead of the resident scheme", "没有参加城乡居民养老"),
             Text("+14.2 points; +¥1,270 a month from 63", "高 14.2 分；从 63 岁起每月多 1,270 元"),
             True, 1.0),
            (34, Text("Kept paying through the slow year", "生意差的那年没有断缴"),
             Text("instead of stopping for now", "没有先停缴"),
             Text("+6.0 points; ¥27,029 less in own bills, but −¥214 a month from 63",
                  "高 6.0 分；一辈子自己少付医药费 27,029 元，但从 63 岁起每月少 214 元"),
             True, 0.4),
            (41, Text("Chose the lowest base", "选了最低基数"),
             Text("instead of 80%", "没有选 80%"),
             Text("−7.6 points; −¥402 a month from 66, but 3 years earlier",
                  "低 7.6 分；从 66 岁起每月少 402 元，但早领 3 年"), False, 0.55),
            (20, Text("Two years with no medical cover", "两年没有医保"),
             Text("instead of the resident scheme", "没有缴居民医保"),
             Text("−6.2 points; ¥31,000 more in own bills",
                  "低 6.2 分；一辈子自己多付医药费 31,000 元"), False, 0.45),
            (58, Text("Early check-up after the letter", "收到信就去做了体检"),
             Text("instead of putting it off", "没有拖着"),
             Text("+4 years", "多活 4 年"), True, 0.5),
        ))
    ),
)  # fmt: skip
LUCK = LuckView(
    score=61.3, base=35.1, choice=22.9, luck=3.3, choice_error=0.6, low=41.2, high=69.8,
    spread=(0, 0, 0, 0, 3, 8, 14, 26, 48, 70, 104, 133, 151, 162, 128, 90, 45, 15, 3, 0),
    lives=1_000, rank=0.68,
)  # fmt: skip
COMPARED = tuple(
    ComparedLife(id=name, label=label, yuan_per_month=month, bills=bills, years_below_floor=years,
                 score=score, lived_to=lived, is_player=name == "you")
    for name, label, month, bills, years, score, lived in (
        ("you", Text("Your life", "你这一生"), 3_394.0, 63_600.0, 0.0, 61.3, 84),
        ("never", Text("Never insured", "从不参保"), 1_020.0, 284_000.0, 9.0, 33.4, 84),
        ("saver", Text("Never insured, but saves what the plan would have cost",
                       "从不参保，把该缴的钱都存起来"), 1_760.0, 271_000.0, 4.0, 41.0, 84),
        ("resident", Text("Resident schemes", "城乡居民养老和医保"), 1_480.0, 142_000.0, 3.0, 44.8,
         84),
        ("lowest", Text("Employee schemes, lowest base", "职工养老和医保，最低基数"), 3_394.0,
         63_600.0, 0.0, 61.3, 84),
        ("highest", Text("Employee schemes, highest base you could pay",
                         "职工养老和医保，缴得起的最高基数"), 4_020.0, 63_600.0, 2.0, None, 82),
    )
)  # fmt: skip


@dataclass
class FakeFindings:
    """Parts arrive one by one: as many as ``ready`` says."""

    ready: int = 3

    def turning(self) -> TurningView | None:
        """The first to come."""
        return TURNING if self.ready > 0 else None

    def compared(self) -> tuple[ComparedLife, ...] | None:
        """The second."""
        return COMPARED if self.ready > 1 else None

    def luck(self) -> LuckView | None:
        """The last."""
        return LUCK if self.ready > 2 else None


PAYERS = (
    PayerView(who=FUND, yuan=64_200, is_self=False),
    PayerView(who=Text("Critical-illness insurance", "大病保险"), yuan=7_700, is_self=False),
    PayerView(who=YOU, yuan=14_500, is_self=True),
)
SHOCK = ShockView(
    total=86_400.0, payers=PAYERS,
    cases=(
        CoverCase(label=Text("Employee medical", "职工医保"), own=14_500, is_yours=True),
        CoverCase(label=Text("Resident medical", "城乡居民医保"), own=39_100, is_yours=False),
        CoverCase(label=Text("No cover", "没有医保"), own=86_400, is_yours=False),
    ),
    frequency=Text("This happens to about 2 in 100 people like you each year.",
                   "像你这样的人，一年里每 100 人约有 2 人遇到。"),
    source=Text("National health survey 2023, table 4", "全国卫生服务调查 2023，表 4"),
)  # fmt: skip

TWIN_PLANS = tuple(
    TwinPlan(id=name, label=label)
    for name, label in (
        ("employee_lowest", Text("employee schemes, lowest base", "职工养老和医保，最低基数")),
        ("employee_highest", Text("highest base he can pay", "缴得起的最高基数")),
        ("resident", Text("resident schemes", "城乡居民养老和医保")),
        ("saver", Text("uninsured, saving all of it", "不参保，钱都存起来")),
        ("never", Text("uninsured", "不参保")),
    )
)
STORM = TwinStorm(
    title=Text("Stroke, 19 days in hospital", "中风，住院 19 天"),
    bills=(
        TwinBill(total=86_400, own=14_500, payers=PAYERS),
        TwinBill(total=86_400, own=86_400, payers=(PayerView(who=YOU, yuan=86_400, is_self=True),)),
    ),
)  # fmt: skip


def _seen(age: int, weather: str) -> dict[str, Any]:
    """What is seen of a life in the street."""
    view = life(age, weather=weather)
    names = ("age", "sex", "season", "weather", "work", "place_kind", "picture", "has_partner",
             "child_ages", "is_mother_alive")  # fmt: skip
    return {name: getattr(view, name) for name in names}


def twin_year(age: int) -> TwinYear:
    """A year of both: a storm at 58; the right one dies at 76, the left one at 84."""
    paid = max(0, min(age, 63) - 22)
    wealth = (9_000.0 + paid * 6_900, 9_000.0 + paid * 9_200)
    if age >= 58:
        wealth = (wealth[0] - 14_500, 18_000.0 - 2_600 * (age - 58))
    weather = "storm" if age == 58 else "rain" if age % 9 == 0 else "clear"
    covered, bare = umbrella(), umbrella(medical=0.0, old_age=0.0, injury=1.0)
    left = TwinSide(
        **_seen(min(age, 84), weather), umbrella=covered,
        note=Text(f"paid ¥1,316 a month for {paid} years", f"每月缴 1,316 元，缴了 {paid} 年"),
        wealth=wealth[0], pension_per_month=3_480, is_alive=age < 84, lines=(),
    )  # fmt: skip
    right = TwinSide(
        **_seen(min(age, 76), weather), umbrella=bare,
        note=Text("kept the money in hand", "钱一直攥在手里"), wealth=wealth[1],
        pension_per_month=0, is_alive=age < 76,
        lines=(Text("Borrowed ¥40,000 from relatives.", "向亲戚借了四万元。"),) * (age == 58),
    )  # fmt: skip
    return TwinYear(
        age=age, year=2004 + age, sides=(left, right), storm=STORM if age == 58 else None
    )


STORY = TwinStory(
    name=Text("Li Wei", "李伟"), plans=(TWIN_PLANS[0], TWIN_PLANS[-1]), claim_age=63,
    years=tuple(twin_year(age) for age in range(22, 85)),
)  # fmt: skip


@dataclass
class FakeTwins:
    """Two lives, ready at once or never."""

    is_ready: bool = True
    begun: list[tuple[str, str]] = field(default_factory=list)

    def plans(self) -> tuple[TwinPlan, ...]:
        """Five."""
        return TWIN_PLANS

    def begin(self, left: str, right: str) -> None:
        """Live two plans."""
        self.begun.append((left, right))

    def story(self) -> TwinStory | None:
        """The same story every time."""
        return STORY if self.is_ready and self.begun else None
