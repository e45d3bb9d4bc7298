"""The figure: which parts a person is put together from, and in which colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.ui.scene.state import INDOORS, SceneState
from game.ui.theme import Colour

Swaps = Mapping[Colour, Colour]
MIDDLE_AGE: Final = 35
LATE_AGE: Final = 50
OLD_AGE: Final = 66
STRIDE: Final = 62.0
"""Units of road a step takes."""
HEADS: Final = ((OLD_AGE, 70), (LATE_AGE, 55), (38, 40), (0, 22))
"""From which age on which head is shown."""
JADE_JACKET: Final = ("#2f8f7e", "#36a08e", "#1d6c5e")
GREY_JACKET: Final = ("#76808a", "#8a949d", "#565f68")
SLATE_VEST: Final = ("#4a6274", "#5b7d9d", "#33404d")
PLUM_JACKET: Final = ("#8c4a56", "#a05a66", "#6c3440")
BLUE_BOX: Final = ("#2f6da3", "#1f4f78", "#4a87bb")
PLAIN_BOX: Final = ("#6f7a80", "#4b5863", "#8d97a0")
HAIR: Final = ("#2b2220", "#5a4a45")
GREY_HAIR: Final = ("#8d857e", "#b9b6b0")
WHITE_HAIR: Final = ("#d6ccb8", "#f7f2e8")


@dataclass(frozen=True, slots=True)
class Part:
    """A picture on the figure's canvas, with the colours put in place of its own."""

    name: str
    swaps: tuple[tuple[Colour, Colour], ...] = ()


def jacket_swaps(state: SceneState) -> dict[Colour, Colour]:
    """Jade for the covered, grey without medical cover."""
    return {} if state.is_insured_medical else _swaps(JADE_JACKET, GREY_JACKET)


def body_parts(state: SceneState, travel: float = 0.0) -> list[Part]:
    """All of the person but what is in front of the umbrella, back to front."""
    pose, jacket = state.pose, jacket_swaps(state)
    parts = [Part(name) for name in _ground(state)]
    if pose == "ride":
        parts += _vehicle(state)
    hair = _hair(state)
    parts += [part for part in hair if part.name != "hair_long"]
    parts.append(Part(_legs(state, travel)))
    parts.append(_part(_torso(state), _vest(state) or jacket))
    parts += [Part("satchel")] if state.work == "student" else []
    parts += [part for part in hair if part.name == "hair_long"]
    parts += [Part(name) for name in _head(state)]
    parts += [Part(name) for name in _worn(state)]
    parts += [Part(name) for name in _held(state)]
    if not is_pole_in_hand(state):
        parts.append(_part(_arm(state), jacket))
    return parts


def hand_parts(state: SceneState) -> list[Part]:
    """The arm that holds the umbrella, in front of its pole."""
    return [_part("hold_arm", jacket_swaps(state))] if is_pole_in_hand(state) else []


def companion_parts(state: SceneState) -> list[Part]:
    """Who stands by the water with the person."""
    if not state.has_partner:
        return []
    age, sex = _head_age(state), "man" if state.is_female else "woman"
    coat = SLATE_VEST if state.is_female else PLUM_JACKET
    bun = [] if state.is_female else [_part("hair_bun", _hair_swaps(state.age))]
    arm = _part("work_arm", _swaps(JADE_JACKET, coat))
    return [
        Part("figure_shadow"), *bun, Part("legs_standing"),
        _part(f"work_torso_{sex}", _swaps(JADE_JACKET, coat)), Part(f"head_{sex}_{age}"), arm,
    ]  # fmt: skip


def is_pole_in_hand(state: SceneState) -> bool:
    """Whether the umbrella is carried and not fixed."""
    return state.pose in ("walk", "stroll")


def _ground(state: SceneState) -> list[str]:
    if state.pose in INDOORS:
        return ["umbrella_stand", "set_chair" if state.pose == "stream" else "figure_shadow"]
    return [] if state.pose == "ride" else ["figure_shadow"]


def _vehicle(state: SceneState) -> list[Part]:
    vehicle = Part("rider_ebike" if state.age >= LATE_AGE else "rider_scooter")
    if state.work == "student":
        return [vehicle, Part("rider_bag")]
    if state.work == "stream":
        return [vehicle, Part("rider_backpack")]
    return [vehicle, _part("rider_box", _swaps(BLUE_BOX, PLAIN_BOX) if _vest(state) else {})]


def _vest(state: SceneState) -> Swaps:
    """A plain vest over the jacket: a rider hired by contract."""
    is_hired = state.work == "contract" and state.pose == "ride"
    return _swaps(JADE_JACKET, SLATE_VEST) if is_hired else {}


def _legs(state: SceneState, travel: float) -> str:
    if state.pose == "ride":
        return "rider_legs"
    if state.pose == "stream":
        return "legs_seated"
    if state.is_on_foot:
        return "legs_stride_b" if int(travel / STRIDE) % 2 else "legs_stride_a"
    return "legs_standing"


def _torso(state: SceneState) -> str:
    if state.pose in ("nurse", "care"):
        return "nurse_tunic" if state.pose == "nurse" else "carer_tunic"
    if state.pose != "ride":
        return "work_torso_woman" if state.is_female else "work_torso_man"
    if state.is_female:
        return "rider_torso" if state.age >= LATE_AGE else "rider_torso_woman"
    return "rider_torso_wide" if state.age >= MIDDLE_AGE else "rider_torso"


def _arm(state: SceneState) -> str:
    if state.pose == "ride":
        return "rider_arm"
    return "nurse_arm" if state.pose == "nurse" else "work_arm"


def _head(state: SceneState) -> list[str]:
    if state.pose == "ride" and not state.is_female:
        middle = "rider_head_40" if state.age >= MIDDLE_AGE else "rider_head_22"
        return ["rider_head_55" if state.age >= LATE_AGE else middle]
    return [f"head_{'woman' if state.is_female else 'man'}_{_head_age(state)}"]


def _head_age(state: SceneState) -> int:
    return next(drawn for since, drawn in HEADS if state.age >= since)


def _worn(state: SceneState) -> list[str]:
    """On the head: glasses, helmet, cap or headset."""
    worn = ["glasses"] if state.person == "zhao_lin" else []
    if state.pose == "ride" and state.is_female:
        worn.append("helmet_white" if state.age >= LATE_AGE else "helmet_yellow")
    caps = {"stream": "headset", "factory": "work_cap"}
    if state.is_female:
        caps["nurse"] = "nurse_cap"
    return [*worn, *([caps[state.pose]] if state.pose in caps else [])]


def _held(state: SceneState) -> list[str]:
    held = {"stream": "set_garment", "nurse": "set_clipboard"}
    return [held[state.pose]] if state.pose in held else []


def _hair(state: SceneState) -> list[Part]:
    """A woman's hair behind her head: loose, tied, and later in a bun."""
    if not state.is_female:
        return []
    grey = _hair_swaps(state.age)
    if state.age >= LATE_AGE:
        return [_part("hair_bun", grey)]
    if state.person == "chen_jing":
        return [Part("hair_long")]
    tie = [Part("hair_tie")] if state.person == "zhao_lin" else []
    return [Part("rider_ponytail"), *tie]


def _hair_swaps(age: int) -> Swaps:
    if age < LATE_AGE:
        return {}
    return _swaps(HAIR, WHITE_HAIR if age >= OLD_AGE else GREY_HAIR)


def _swaps(old: tuple[Colour, ...], new: tuple[Colour, ...]) -> dict[Colour, Colour]:
    return dict(zip(old, new, strict=True))


def _part(name: str, swaps: Swaps) -> Part:
    return Part(name, tuple(swaps.items()))
