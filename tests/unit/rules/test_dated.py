"""Dated parameters: what is in force when, and what cannot be read."""

from __future__ import annotations

import pytest

from game.core.errors import LawError
from game.core.text import Text, same
from game.rules.dated import HOLD, Afterwards, DatedValue, Parameter, Source, Unit

BOOK = Source(title=same("Book of Toyland"))
NOTICE = Source(title=same("Notice of 2030"))


def fee(*values: DatedValue, unit: Unit = "yuan", afterwards: Afterwards = HOLD) -> Parameter:
    """A parameter with the given values."""
    return Parameter(
        id="toy.fee",
        label=Text("Fee", "费用"),
        unit=unit,
        values=values,
        afterwards=afterwards,
        source=BOOK,
        status="official",
    )


def entry(year: int, value: float, month: int = 1, day: int = 1) -> DatedValue:
    """A value from a day on."""
    return DatedValue(date=(year, month, day), value=value)


def test_the_last_value_not_later_than_the_day_is_in_force() -> None:
    parameter = fee(entry(2030, 30), entry(2020, 20), entry(2025, 25, month=7))
    assert parameter.on(2020) == 20
    assert parameter.on(2025, 6) == 20
    assert parameter.on(2025, 7) == 25
    assert parameter.on(2026) == 25
    assert parameter.on(2099) == 30


def test_a_value_from_the_middle_of_a_month_waits_for_the_next() -> None:
    parameter = fee(entry(2020, 20), entry(2025, 25, month=3, day=15))
    assert (parameter.on(2025, 3), parameter.on(2025, 4)) == (20, 25)


def test_before_the_first_value_the_error_names_parameter_and_day() -> None:
    with pytest.raises(LawError) as caught:
        fee(entry(2025, 25, month=7)).on(2025, 6)
    for words in (caught.value.message.en, caught.value.message.zh):
        assert "toy.fee" in words
        assert "2025-06-01" in words
        assert "2025-07-01" in words
    assert "Fee" in caught.value.message.en
    assert "费用" in caught.value.message.zh


def test_a_value_has_its_own_source_and_status_or_its_parameters() -> None:
    own = DatedValue(date=(2030, 1, 1), value=30, source=NOTICE, status="assumed")
    parameter = fee(entry(2020, 20), own)
    assert parameter.source_on(2029) == (BOOK, "official")
    assert parameter.source_on(2030) == (NOTICE, "assumed")


def test_per_cent_become_fractions() -> None:
    assert fee(entry(2020, 20), unit="%").scale == 0.01
    assert fee(entry(2020, 20), unit="months").scale == 1


@pytest.mark.parametrize(
    ("words", "follow", "growth"),
    [
        ("hold", "hold", 0),
        ("follow wages", "wages", 0),
        ("follow prices", "prices", 0),
        ("grow 3% per year", "grow", 0.03),
        ("grow -1.5 % per year", "grow", -0.015),
    ],
)
def test_the_words_of_afterwards(words: str, follow: str, growth: float) -> None:
    afterwards = Afterwards.of(words)
    assert afterwards.follow == follow
    assert afterwards.growth_per_year == pytest.approx(growth)


@pytest.mark.parametrize("words", ["", "rise", "grow 3% per month", "grow fast"])
def test_other_words_are_refused_with_the_right_ones(words: str) -> None:
    with pytest.raises(LawError, match="follow wages"):
        Afterwards.of(words)


def test_a_parameter_without_values_is_refused() -> None:
    with pytest.raises(LawError, match="no value"):
        fee()


def test_a_date_given_twice_is_refused() -> None:
    with pytest.raises(LawError, match="same date"):
        fee(entry(2020, 1), entry(2020, 2))


def test_a_rate_cannot_follow_wages() -> None:
    with pytest.raises(LawError, match="not money"):
        fee(entry(2020, 1), unit="%", afterwards=Afterwards(follow="wages"))
