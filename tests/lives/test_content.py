"""The stories of the base pack: short, spoken, honest, whole in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml

from game.core.folders import scenarios
from game.core.text import PLACEHOLDER, Text
from game.scenario.model import (
    Add,
    Bill,
    ChangePlan,
    Choice,
    Effect,
    Event,
    Expression,
    Gain,
    If,
    Pay,
    Scenario,
    Set,
    Teach,
)

TITLE, BODY, LABEL, NOTE, LINE = (34, 14), (230, 90), (40, 16), (64, 26), (190, 80)
"""Most characters, English and Chinese."""
SHOWN = "¥12,345"
"""What a placeholder is as long as."""
BOASTS = re.compile(
    r"(?i)\b(congratulations|well done|great job|smart|wise|foolish|mistake|should have paid)\b"
)
JUDGEMENTS = re.compile("恭喜|真棒|明智|聪明|愚蠢|错误|后悔|活该")
COMPANIES = re.compile(
    r"(?i)美团|饿了么|京东|滴滴|淘宝|支付宝|微信|抖音|meituan|ele\.me|\bjd\b|didi|alipay|wechat"
)
HANZI = re.compile("[\u4e00-\u9fff]")
STIFF = re.compile("进行|予以|该名|您好|其中之一|被认为|作为一|关于.{1,8}的问题|通过.{1,10}的方式")
"""Turns of phrase of offices and translations."""


def texts_of(event: Event) -> Iterator[tuple[str, Text, tuple[int, int]]]:
    """Every text of an event with its bounds."""
    yield f"{event.id}.title", event.title, TITLE
    yield f"{event.id}.text", event.text, BODY
    for choice in event.choices:
        where = f"{event.id}.{choice.id}"
        yield f"{where}.label", choice.label, LABEL
        yield f"{where}.note", choice.note, NOTE
        yield f"{where}.result", choice.result, LINE
        if choice.needs is not None:
            yield f"{where}.because", choice.needs.because, NOTE
    if event.frequency is not None:
        yield f"{event.id}.frequency", event.frequency.text, (110, 50)


def all_texts(pack: Scenario) -> Iterator[tuple[str, Text, tuple[int, int]]]:
    """Every text a player may read in a life, profiles included."""
    for event in pack.events:
        yield from texts_of(event)
    for profile in pack.profiles:
        yield f"{profile.id}.story", profile.story, (140, 60)
        for number, fact in enumerate(profile.facts):
            yield f"{profile.id}.fact{number}", fact, (26, 14)
    yield "plan.text", pack.decision.text, (140, 60)


def flat(effects: tuple[Effect, ...]) -> Iterator[Effect]:
    """Effects with those inside conditions."""
    for effect in effects:
        if isinstance(effect, If):
            yield from flat(effect.then)
            yield from flat(effect.otherwise)
        else:
            yield effect


def stories(pack: Scenario) -> list[Event]:
    """Events that put a choice before somebody."""
    return [event for event in pack.events if event.choices]


def test_every_text_fits_its_place(pack: Scenario) -> None:
    too_long = []
    for where, text, most in all_texts(pack):
        for language, words, bound in (("en", text.en, most[0]), ("zh", text.zh, most[1])):
            length = len(PLACEHOLDER.sub(SHOWN, words))
            if length > bound:
                too_long.append(f"{where}.{language}: {length} > {bound}: {words}")
    assert not too_long, "\n".join(too_long)


def test_every_text_is_there_in_both_languages(pack: Scenario) -> None:
    for where, text, _ in all_texts(pack):
        assert text.en.strip() and text.zh.strip(), where
        assert re.search("[\u4e00-\u9fff]", text.zh), where
        assert not re.search("[\u4e00-\u9fff]", text.en), where


def test_both_languages_name_the_same_figures(pack: Scenario) -> None:
    for where, text, _ in all_texts(pack):
        found = [sorted(m.group(0) for m in PLACEHOLDER.finditer(w)) for w in (text.en, text.zh)]
        assert found[0] == found[1], where


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (re.compile("[!！]"), "an exclamation mark"),
        (BOASTS, "praise or blame"),
        (JUDGEMENTS, "praise or blame"),
        (COMPANIES, "a company"),
        (STIFF, "the language of offices"),
    ],
    ids=["shouting", "verdicts", "verdicts-zh", "companies", "offices"],
)
def test_no_text_holds(pack: Scenario, words: re.Pattern[str], what: str) -> None:
    found = [
        f"{where}: {part}"
        for where, text, _ in all_texts(pack)
        for part in (text.en, text.zh)
        if words.search(part)
    ]
    assert not found, f"{what}:\n" + "\n".join(found)


def test_chinese_is_set_in_chinese_signs(pack: Scenario) -> None:
    half = re.compile("[\u4e00-\u9fff][,.;:?()][\u4e00-\u9fff]|[\"'’]")
    found = [f"{where}: {text.zh}" for where, text, _ in all_texts(pack) if half.search(text.zh)]
    assert not found, "\n".join(found)


def test_english_is_set_in_its_own_signs(pack: Scenario) -> None:
    odd = re.compile("[，。？：；、（）「」《》]|['\"]|  ")
    found = [f"{where}: {text.en}" for where, text, _ in all_texts(pack) if odd.search(text.en)]
    assert not found, "\n".join(found)


def test_sentences_end(pack: Scenario) -> None:
    for event in pack.events:
        for text in (event.text, *(choice.result for choice in event.choices)):
            assert text.en[-1] in ".?”", text.en
            assert text.zh[-1] in "。？”", text.zh


def test_every_event_says_how_often_and_after_whom(pack: Scenario) -> None:
    for event in pack.events:
        assert event.frequency is not None, event.id
        assert event.frequency.source.status in ("official", "estimate", "assumed"), event.id


def sources_in(raw: object) -> Iterator[Mapping[str, Any]]:
    """Every source written in a file of the pack, at any depth."""
    if isinstance(raw, Mapping):
        if isinstance(raw.get("source"), Mapping):
            yield raw["source"]
        for value in raw.values():
            yield from sources_in(value)
    elif isinstance(raw, list):
        for value in raw:
            yield from sources_in(value)


def test_every_source_is_named_in_both_languages_and_one_document_the_same_everywhere() -> None:
    chinese: dict[str, str] = {}
    for path in sorted((scenarios() / "china").glob("**/*.yaml")):
        for source in sources_in(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)):
            en, zh = source["title"]["en"], source["title"]["zh"]
            assert en and not HANZI.search(en), f"{path.name}: {en}"
            assert HANZI.search(zh), f"{path.name}: {zh}"
            assert chinese.setdefault(en, zh) == zh, f"{path.name}: {en}"
    assert len(chinese) > 50


def test_every_story_has_two_to_four_ways_and_one_without_thought(pack: Scenario) -> None:
    for event in stories(pack):
        assert 2 <= len(event.choices) <= 4, event.id
        assert event.default >= 0, event.id
        for name in ("label", "note", "result"):
            words = [getattr(choice, name).en for choice in event.choices]
            assert all(words), event.id
            assert name == "result" or len(set(words)) == len(words), event.id


def is_always_open(choice: Choice) -> bool:
    """Whether nothing can close it."""
    return choice.needs is None and choice.cost is None


def test_nobody_is_ever_stuck(pack: Scenario) -> None:
    for event in stories(pack):
        assert any(is_always_open(choice) for choice in event.choices), event.id
        fallback = event.second_default if event.second_default >= 0 else event.default
        assert is_always_open(event.choices[fallback]), event.id


def test_what_closes_a_choice_is_told(pack: Scenario) -> None:
    for event in stories(pack):
        for choice in event.choices:
            assert choice.needs is None or choice.needs.because.en, f"{event.id}.{choice.id}"


PERCENT_OR_YUAN = re.compile(r"\d[\d,]* ?(yuan|元)|¥ ?\d|\d ?%|\d块")


def test_notes_leave_prices_to_the_game(pack: Scenario) -> None:
    for event in stories(pack):
        for choice in event.choices:
            for words in (choice.note.en, choice.note.zh):
                assert not PERCENT_OR_YUAN.search(words), f"{event.id}.{choice.id}: {words}"


def test_stopping_and_joining_are_both_offered(pack: Scenario) -> None:
    changes = {
        (event.id, int(effect.plan.pension))
        for event in pack.events
        for choice in event.choices
        for effect in flat(choice.effects)
        if isinstance(effect, ChangePlan) and effect.plan.pension is not None
    }
    wanted = {pension for _, pension in changes}
    assert wanted == {0, 1, 2}


def test_a_pace_or_savings_rate_is_set_only_where_it_is_a_change(pack: Scenario) -> None:
    """Who already works fewer hours is not offered "fewer hours" that are more."""
    for event in stories(pack):
        for choice in event.choices:
            asked = choice.needs.check.source if choice.needs is not None else ""
            for effect in choice.effects:
                if isinstance(effect, ChangePlan):
                    where = f"{event.id}.{choice.id}"
                    assert effect.plan.pace is None or "plan.pace" in asked, where
                    assert effect.plan.savings is None or "plan.savings" in asked, where


ROAD = re.compile(
    r"(?i)\borders?\b|red light|\brid(e|es|ing)\b|courier|scooter"
    "|接单|单子(让|给)|红灯|跑单|上路|电动车|骑手"
)
HIS = re.compile(
    "Old Zhou|Xiaoya|Doudou|Ah Qiang|Xiao Ma|Wenyi|Hangzhou|Henan"
    "|老周|小雅|豆豆|阿强|小马|文一路|杭州|河南"
)
WORK = re.compile(r"\bjob == ")
RIDERS_LINES = {"stairs_alone", "stairs_two", "stairs_together", "cataract", "subsidy_ends"}
"""Where somebody else's riding is seen, or a letter is quoted that only riders get."""


def condition(event: Event) -> str:
    """What an event asks for, as written."""
    return event.when.source if event.when is not None else ""


def is_for(event: Event, profile: str) -> bool:
    """Whether an event is for one profile alone."""
    return bool(re.search(rf"\bprofile == {profile}\b", condition(event)))


def is_shared(event: Event) -> bool:
    """Whether any profile may meet an event, whatever its work."""
    return "profile ==" not in condition(event) and not WORK.search(condition(event))


def test_the_profiles_share_sixteen_events_and_li_wei_has_eight_of_his_own(pack: Scenario) -> None:
    assert sum(is_shared(event) for event in pack.events) >= 16
    assert sum(is_for(event, "migrant_worker") for event in pack.events) >= 8


def test_whoever_knows_li_weis_people_is_li_wei(pack: Scenario) -> None:
    found = [
        f"{where}: {part}"
        for event in pack.events
        if not is_for(event, "migrant_worker") and not event.by_later
        for where, text, _ in texts_of(event)
        for part in (text.en, text.zh)
        if "frequency" not in where and HIS.search(part)
    ]
    assert not found, "\n".join(found)


def test_what_anybody_meets_does_not_speak_to_riders_only(pack: Scenario) -> None:
    found = [
        f"{where}: {part}"
        for event in pack.events
        if is_shared(event) and event.id not in RIDERS_LINES and not event.by_later
        for where, text, _ in texts_of(event)
        for part in (text.en, text.zh)
        if "frequency" not in where and ROAD.search(part)
    ]
    assert not found, "\n".join(found)


CLAIMS = {
    "claim_enough": (62, 57), "claim_short": (62, 57), "claim_none": (62, 57),
    "still_short": (67, 62), "medical_at_retirement": (63, 58),
}  # fmt: skip
"""Cards about the pension, and the ages of men and of women at which they are due."""


@pytest.mark.parametrize("card", list(CLAIMS))
def test_men_and_women_are_asked_at_their_own_pension_age(pack: Scenario, card: str) -> None:
    events = {event.id: event for event in pack.events}
    men, women = CLAIMS[card]
    for sex, event in (("male", events[card]), ("female", events[f"{card}_at_{women}"])):
        assert event.at is not None and event.at.age == (men if sex == "male" else women)
        assert f"sex == {sex}" in condition(event)


@pytest.mark.parametrize(
    "event", ["claim_short", "claim_short_at_57", "still_short", "still_short_at_62"]
)
def test_a_short_record_is_told_what_is_missing_until_when_and_for_how_much(
    pack: Scenario, event: str
) -> None:
    text = {each.id: each for each in pack.events}[event].text
    for figure in ("{missing:years}", "{needed:years}", "{until:int}", "{price:yuan}"):
        assert figure in text.en and figure in text.zh


def test_whoever_begins_at_fifty_is_told_the_years(pack: Scenario) -> None:
    events = {event.id: event for event in pack.events}
    for event in ("fifty_open", "fifty_open_too"):
        for figure in ("{needed:years}", "{paid:years}", "{left:years}"):
            assert figure in events[event].text.en and figure in events[event].text.zh


def test_every_goal_is_taught_somewhere(pack: Scenario) -> None:
    taught = {goal for event in pack.events for goal in event.teaches}
    taught |= {goal for event in pack.events for choice in event.choices for goal in choice.teaches}
    assert set(pack.goals) - taught == set()


def test_four_people_come_back_by_name(pack: Scenario) -> None:
    people = {"Mother": "妈", "Old Zhou": "老周", "Xiaoya": "小雅", "Doudou": "豆豆"}
    for english, chinese in people.items():
        scenes = [event for event in pack.events if english in event.text.en]
        assert len(scenes) >= 2, english
        missing = {event.id for event in scenes if chinese not in event.text.zh}
        assert not missing - {"mother_ill"}, (english, missing)


def quoted(pack: Scenario) -> dict[str, str]:
    """Scenes that come only after one answer, and the answer as ``event.choice``."""
    found = {}
    for event in pack.events:
        match = re.search(r"(?<!not )chose\(([a-z_.]+)\)", event.when.source if event.when else "")
        if match:
            found[event.id] = match.group(1)
    return found


def test_at_least_three_later_scenes_quote_an_earlier_answer(pack: Scenario) -> None:
    assert len(set(quoted(pack).values())) >= 3


def test_a_scene_that_quotes_has_a_twin_for_the_others(pack: Scenario) -> None:
    sources = [event.when.source for event in pack.events if event.when is not None]
    for scene, answer in quoted(pack).items():
        assert any(f"not chose({answer})" in source for source in sources), scene


def test_one_storm_could_not_be_prevented_and_says_so(pack: Scenario) -> None:
    events = {event.id: event for event in pack.events}
    assert "No plan keeps this rain off" in events["mother_gone"].text.en
    assert "什么准备都挡不住" in events["mother_gone"].text.zh
    assert "nothing would have kept it away" in events["serious_illness"].text.en
    assert "防也防不住" in events["serious_illness"].text.zh


def test_bills_name_their_amount(pack: Scenario) -> None:
    for event in pack.events:
        effects = [*flat(event.effects), *(e for c in event.choices for e in flat(c.effects))]
        if any(isinstance(effect, Bill) for effect in effects) and event.at is None:
            names = {name for name, _ in event.values}
            assert "bill" in names, event.id
            is_optional = event.id in ("old_wound", "the_back")
            assert is_optional or "{bill:yuan}" in event.text.en, event.id


def test_changes_of_health_and_mood_stay_moderate(pack: Scenario) -> None:
    for event in pack.events:
        effects = [*flat(event.effects), *(e for c in event.choices for e in flat(c.effects))]
        for effect in effects:
            if isinstance(effect, Add) and effect.name in ("health", "wellbeing"):
                amount = float(effect.amount.source.split()[0])
                assert -18 <= amount <= 12, f"{event.id}: {effect.name} {amount}"


def constant(amount: Expression) -> float | None:
    """A plain amount, or nothing where it is worked out in play."""
    words = amount.source.split()
    return float(words[0]) if len(words) == 2 and re.fullmatch(r"-?[\d.]+", words[0]) else None


def plain(choice: Choice) -> dict[str, float] | None:
    """What a way costs and gives, where that is money, health, mood and knowledge alone."""
    gains = {"money": 0.0, "health": 0.0, "wellbeing": 0.0, "taught": float(len(choice.teaches))}
    changes = [("money", choice.cost, -1.0)] if choice.cost is not None else []
    for effect in choice.effects:
        if isinstance(effect, Pay | Gain):
            changes.append(("money", effect.amount, 1.0 if isinstance(effect, Gain) else -1.0))
        elif isinstance(effect, Add) and effect.name in gains:
            changes.append((effect.name, effect.amount, 1.0))
        elif isinstance(effect, Teach):
            gains["taught"] += 1
        else:
            return None
    for name, amount, sign in changes:
        value = constant(amount)
        if value is None:
            return None
        gains[name] += sign * value
    return gains


def test_no_way_is_worse_than_another_in_everything(pack: Scenario) -> None:
    found = []
    for event in stories(pack):
        ways = {choice.id: plain(choice) for choice in event.choices}
        for one, gains in ways.items():
            for other, more in ways.items():
                if one != other and gains is not None and more is not None and gains != more:
                    is_worse = all(more[key] >= gains[key] for key in gains)
                    found += [f"{event.id}: {other} beats {one}"] * is_worse
    assert not found, "\n".join(found)


def signature(choice: Choice) -> tuple[bool, bool]:
    """Whether a way costs something today, and whether it does anything at all."""
    costs = choice.cost is not None or any(isinstance(e, Pay | Bill) for e in flat(choice.effects))
    return costs, bool(choice.effects) or choice.cost is not None


def test_ways_differ(pack: Scenario) -> None:
    for event in stories(pack):
        without = [choice.id for choice in event.choices if not signature(choice)[1]]
        assert len(without) <= 1, f"{event.id}: {without} do nothing"


def test_the_family_can_come_about(pack: Scenario) -> None:
    sets = {
        effect.name
        for event in pack.events
        for choice in event.choices
        for effect in flat(choice.effects)
        if isinstance(effect, Add | Set)
    }
    assert {"partner", "children", "remittance"} <= sets
