"""What the scene shows of a life: nothing to compute, nothing of the engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from game.ui.scene.umbrella import FULL, Rib

Weather: TypeAlias = Literal["dawn", "clear", "haze", "rain", "storm"]
Place: TypeAlias = Literal["city", "county"]
Work: TypeAlias = Literal["order", "stream", "student", "contract", "retired"]
Pose: TypeAlias = Literal[
    "ride", "walk", "care", "stream", "shop", "factory", "nurse", "stroll", "bench"
]
"""What the person is seen doing."""

BENCH_AGE: Final = 63
"""From this age on the scene is the lake or the yard, even where work goes on."""
STROLL_UNTIL: Final = 66
"""Who has retired younger stands by the water; older, they sit."""
PICTURES: Final[dict[str, Pose]] = {
    "scooter": "ride", "student": "ride", "stream": "stream", "shop": "shop",
    "factory": "factory", "nurse": "nurse", "home_care": "care",
}  # fmt: skip
"""What a job's picture shows."""
KINDS: Final[dict[Work, Pose]] = {
    "order": "ride", "stream": "stream", "student": "ride", "contract": "walk", "retired": "bench",
}  # fmt: skip
"""What a kind of work shows whose picture nobody drew."""
INDOORS: Final[tuple[Pose, ...]] = ("stream", "shop", "factory", "nurse")


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneState:
    """One moment of a life, as a picture."""

    age: int = 22
    is_female: bool = False
    season: int = 0
    """0 spring … 3 winter."""
    weather: Weather = "dawn"
    work: Work = "order"
    picture: str = ""
    """Of the job: scooter, shop, stream, factory, student, nurse or home_care."""
    person: str = ""
    """Picture of the profile: chen_jing has long hair, zhao_lin glasses."""
    place: Place = "city"
    city: str = ""
    """Id of the place: Chengdu, Beijing, Shanghai and Nanjing have a landmark."""
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
    def pose(self) -> Pose:
        """What the person is seen doing."""
        if self.is_resting:
            return "stroll" if self.age < STROLL_UNTIL and self.work == "retired" else "bench"
        return PICTURES.get(self.picture, KINDS[self.work])

    @property
    def is_resting(self) -> bool:
        """Whether the person is by the lake, or in the yard in the county."""
        return self.work == "retired" or self.age >= BENCH_AGE

    @property
    def is_indoors(self) -> bool:
        """Whether the weather is seen through a window."""
        return self.has_person and self.pose in INDOORS

    @property
    def is_on_foot(self) -> bool:
        """Whether the person walks along the street."""
        return self.has_person and self.pose in ("walk", "care")

    @property
    def is_still(self) -> bool:
        """Whether the place stands still while years pass."""
        return self.is_resting or self.is_indoors

    @property
    def is_night(self) -> bool:
        """Whether a clear sky is that of the night: a student rides when school is out."""
        return self.work == "student" and self.weather == "clear" and not self.is_resting

    @property
    def is_wet(self) -> bool:
        """Whether it rains."""
        return self.weather in ("rain", "storm")

    @property
    def growth(self) -> int:
        """How far the city has grown, 0–5."""
        return min(5, max(0, self.years) // 7)
