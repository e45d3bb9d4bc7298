"""What teaches besides events, and the tests of a pack, as the engine and the commands get them."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.core.life import Scheme
from game.core.text import Text, same
from game.scenario.compiler import Loaded, load_pack
from game.scenario.model import Scenario
from game.scenario.trials import Amounts, Decide, Happens, Holds, Meet, Never, ShareOfLives

TOYS = Path(__file__).parents[2] / "mistakes"
HEAD = "scenario: 1\nid: child\nextends: toyland\n"
DEBRIEF = "# ok SC215: for later\ndebrief: [{text: {en: More, zh: 再说}}]\n"
BODY = """
settings:
  text_box: tall
  seed: 7
  events_per_turn: 2
  lint: {SP01: 1%, SP15: 8 years}
letters:
  # ok SC215: read aloud
  raised:
    once_after: {age: 30}
    when: "job == courier"
    subject: {en: "The base has risen", zh: "缴费基数上调"}
    text: {en: "From January.", zh: "从1月起。"}
    what_changed: {en: "More to pay.", zh: "多缴一些。"}
    do: {en: "Look at your plan.", zh: "看看参保方案。"}
    by: 3 months
  moved: {once_after: {move: any}, subject: {en: "S", zh: "标"}, text: {en: "T", zh: "文"}}
nudges:
  # ok SC215: on the wall
  sms:
    channel: sms
    ages: 23..59
    when: "plan.pension == none and years.unpaid >= 1"
    probability: 50% per year
    limit: {every: 2 years}
    values: {gain: "pension_if(paid_years + 1 years) - pension_if(paid_years)"}
    framings:
      gain: {en: "Pay and get {gain:yuan} more.", zh: "缴费每月多{gain:yuan}。"}
      reminder: {en: "Pay by December.", zh: "12月底前缴费。"}
    assign: by_life
    teaches: [gaps]
    effect: {attention: 10 points}
quiz:
  # ok SC215: on paper
  cost:
    after: {age: 40}
    goal: gaps
    kind: number
    ask: {en: "Base {base:yuan}. What is paid a month?", zh: "基数{base:yuan}，每月缴多少？"}
    values: {base: "param.coast.base_floor"}
    answer: "values.base * param.pension.rate"
    tolerance: 5%
    explain: {en: "Base times rate: {answer:yuan}.", zh: "基数乘以费率：{answer:yuan}。"}
  truth: {goal: gaps, kind: true_false, ask: {en: "Is it?", zh: "对吗？"}, answer: no}
  first:
    goal: gaps
    kind: order
    ask: {en: "What comes first?", zh: "先后？"}
    answers: [{text: {en: "Pay", zh: "缴费"}}, {text: {en: "Draw", zh: "领取"}}]
debrief:
  # ok SC215: for whoever leads the talk
  - {when: "years.unpaid > 5", text: {en: "Gaps.", zh: "断缴。"}, goals: [gaps]}
  - {text: {en: "Well.", zh: "好。"}}
score:
  cushion:
    of: cash
    label: {en: "A cushion", zh: "家底"}
    weight: 0.2
    good: 50000 yuan
    bad: 0 yuan
schemes:
  # ok SC221: it is told so in class
  basic:
    kind: pension
    name: {en: "Basic", zh: "基本"}
    who: "age >= 16"
    contribution: "param.coast.base_floor * 20%"
tests:
  - name: twenty paid years
    profile: rider
    luck: off
    play:
      - {age: 22, decide: {plan.pension: employee, base: 60%, plan.medical: resident}}
      - {age: 30, event: scooter_crash, choose: home, values: {bill: 30000 yuan}}
    expect:
      - {at: 64, check: "years.employee >= 20"}
      - {at: 64, value: pension, between: [500 yuan/month, 9000 yuan/month]}
      - {never: old_wound}
      - {happens: hospital_stay, before: age 60}
  - name: many
    lives: 2000
    policy: random
    expect: [{share_of_lives: "seen(old_wound)", between: [1%, 60%]}]
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    folder = tmp_path_factory.mktemp("lessons")
    (folder / "scenario.yaml").write_text(HEAD + BODY, encoding="utf-8")
    return load_pack(folder, [TOYS])


@pytest.fixture(scope="module")
def scenario(loaded: Loaded) -> Scenario:
    assert [(one.code, str(one.place)) for one in loaded.findings] == []
    assert loaded.scenario is not None
    return loaded.scenario


def test_settings(scenario: Scenario) -> None:
    settings = scenario.teaching.settings
    assert (settings.text_box, settings.seed) == ("tall", 7)
    assert settings.events_per_turn == 2
    assert settings.lint == {"SP01": 0.01, "SP15": 8.0}


def test_letters(scenario: Scenario) -> None:
    first, second = scenario.teaching.letters
    assert first.once_after is not None
    assert second.once_after is not None
    assert (first.once_after.age, first.by_months) == (30, 3)
    assert first.when is not None
    assert (second.once_after.is_move, second.once_after.place) == (True, None)


def test_nudges(scenario: Scenario) -> None:
    (nudge,) = scenario.teaching.nudges
    assert nudge.hazard is not None
    assert nudge.hazard.constant == 0.5
    assert list(nudge.framings) == ["gain", "reminder"]
    assert (nudge.assign, nudge.attention, nudge.every_years) == ("by_life", 10.0, 2)
    assert nudge.values[0][1].kind == "money_per_month"
    assert scenario.streams[nudge.chance_stream] == "nudges.sms/chance/0"
    assert scenario.streams[nudge.framing_stream] == "nudges.sms/framing/0"


def test_questions(scenario: Scenario) -> None:
    cost, truth, first = scenario.teaching.quiz
    assert cost.answer is not None
    assert (cost.answer.kind, cost.tolerance) == ("money_per_month", 0.05)
    assert [answer.is_right for answer in truth.answers] == [False, True]
    assert [answer.text.en for answer in first.answers] == ["Pay", "Draw"]


def test_what_is_said_and_counted_at_the_end(scenario: Scenario) -> None:
    gaps, well = scenario.teaching.debrief
    assert gaps.goals == ("gaps",)
    assert well.when is None
    (part,) = scenario.teaching.score
    assert (part.of.kind, part.weight, part.good, part.bad) == ("money", 0.2, 50_000.0, 0.0)
    assert scenario.teaching.schemes[0].contribution is not None


def test_trials(scenario: Scenario) -> None:
    life, many = scenario.trials
    assert (life.name, life.profile, life.has_luck, life.lives) == (
        same("twenty paid years"),
        0,
        False,
        1,
    )
    decide, meet = life.play
    assert isinstance(decide, Decide)
    assert (decide.age, decide.plan.pension, decide.plan.base) == (22, Scheme.EMPLOYEE, 0.6)
    assert decide.plan.medical is Scheme.RESIDENT
    assert isinstance(meet, Meet)
    assert (meet.event, meet.choice, meet.values) == (0, 1, (("bill", 30_000.0),))
    kinds = [type(expectation) for expectation in life.expect]
    assert kinds == [Holds, Amounts, Never, Happens]
    amount, happens = life.expect[1], life.expect[3]
    assert isinstance(amount, Amounts)
    assert (amount.low, amount.high) == (500.0, 9000.0)
    assert isinstance(happens, Happens)
    assert happens.before == 60
    assert (many.policy, many.lives, many.has_luck, many.profile) == ("random", 2000, True, None)
    (share,) = many.expect
    assert isinstance(share, ShareOfLives)
    assert (share.low, share.high) == (0.01, 0.6)
    assert share.place.line > life.place.line


def test_a_child_takes_over_lines_but_no_tests(tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "scenario.yaml").write_text(
        HEAD.replace("child", "base") + BODY, encoding="utf-8"
    )
    (tmp_path / "child").mkdir()
    text = HEAD.replace("toyland", "base") + DEBRIEF
    (tmp_path / "child" / "scenario.yaml").write_text(text, encoding="utf-8")
    loaded = load_pack(tmp_path / "child", [TOYS])
    assert loaded.findings == ()
    assert loaded.scenario is not None
    assert [line.text.en for line in loaded.scenario.teaching.debrief] == ["Gaps.", "Well.", "More"]
    assert loaded.scenario.trials == ()
    assert len(loaded.scenario.teaching.letters) == 2


def test_what_the_picker_shows(tmp_path: Path) -> None:
    body = "licence: CC-BY-4.0\nlanguages: [en]\naudience: {minutes: 20, group: riders}\n"
    body += 'title: {en: "A pack"}\n'
    body += "override: {parameters: {pension.rate: {values: {2006-01-01: 18}}}}\n"
    (tmp_path / "scenario.yaml").write_text(HEAD + body)
    found = load_pack(tmp_path, [TOYS]).scenario
    assert found is not None
    assert (found.licence, found.languages, found.minutes, found.group) == (
        "CC-BY-4.0", ("en",), 20, "riders",
    )  # fmt: skip
    assert found.title == Text("A pack", "A pack")
    assert found.changed_figures == ("pension.rate",)
