"""What the scene shows of a life: nothing to compute, nothing of the engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from game.ui.scene.umbrella import FULL, Rib

Weather: TypeAlias = Literal["dawn", "clear", "haze", "rain", "storm"]
Place: TypeAlias = Literal["city", "county"]
Work: TypeAlias = Literal["order", "stream", "student", "contract", "retired"]

BENCH_AGE = 63
"""From this age on the scene is the bench, even where work goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneState:
    """One moment of a life, as a picture."""

    age: int = 22
    is_female: bool = False
    season: int = 0
    """0 spring … 3 winter."""
    weather: Weather = "dawn"
    work: Work = "order"
    place: Place = "city"
    ribs: tuple[Rib, ...] = FULL
    """Nine ribs in the order of ILO C102: solid, hatched, whether it applies."""
    is_insured_medical: bool = True
    """A jacket of jade; grey without medical cover."""
    has_partner: bool = False
    child_ages: tuple[int, ...] = ()
    has_mother: bool = False
    """The mother is on a visit."""
    years: int = 0
    """Years since the life began to be played: the city grows by them."""
    is_after_storm: bool = False
    """The sun comes out, and the road is still wet."""
    has_person: bool = True
    """False shows the place alone, as behind the title."""

    @property
    def is_on_bench(self) -> bool:
        """Whether the person sits and looks at the water, or at the fields."""
        return self.work == "retired" or self.age >= BENCH_AGE

    @property
    def is_wet(self) -> bool:
        """Whether it rains."""
        return self.weather in ("rain", "storm")

    @property
    def growth(self) -> int:
        """How far the city has grown, 0–5."""
        return min(5, max(0, self.years) // 7)
