"""Motion in real time."""

from __future__ import annotations

import pytest

from game.ui.animation import Tween, ease_in_out, ease_out, linear


def test_a_number_goes_from_start_to_end() -> None:
    tween = Tween(10.0, 20.0, 0.5, ease=linear)
    assert tween.value == 10.0
    tween.advance(0.25)
    assert tween.value == pytest.approx(15.0)
    tween.advance(9.0)
    assert tween.value == 20.0 and tween.is_done


def test_a_delay_comes_first() -> None:
    tween = Tween(0.0, 1.0, 1.0, ease=linear, delay=1.0)
    tween.advance(1.0)
    assert tween.value == 0.0 and not tween.is_done
    tween.advance(0.5)
    assert tween.value == pytest.approx(0.5)


def test_it_can_be_cut_short_and_sent_elsewhere() -> None:
    tween = Tween(0.0, 1.0, 1.0, ease=linear)
    tween.advance(0.5)
    tween.retarget(0.0, 2.0)
    assert tween.value == pytest.approx(0.5)
    tween.finish()
    assert tween.value == 0.0 and tween.is_done


def test_no_seconds_is_there_at_once() -> None:
    assert Tween(0.0, 1.0, 0.0).value == 1.0


@pytest.mark.parametrize("ease", [linear, ease_out, ease_in_out])
def test_easing_starts_at_0_ends_at_1_and_never_turns_back(ease: object) -> None:
    assert callable(ease)
    values = [ease(step / 20) for step in range(21)]
    assert values[0] == 0.0 and values[-1] == pytest.approx(1.0)
    assert values == sorted(values)
