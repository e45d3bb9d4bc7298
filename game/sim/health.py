"""Steps 12 and 13 of the year: the body, the family a year older, and death."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.core.arrays import Code, Flag, Number, Points, Rate, changed, held
from game.core.life import Family, Lives
from game.sim.figures import Figures
from game.sim.world import LAST_AGE, World
from game.sim.year import Year


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """How one feels at the end of a year, points."""

    health: Points
    wellbeing: Points


def bodies(world: World, year: Year, figures: Figures, hours: Number) -> Body:
    """Health and wellbeing at the end of the year.

    Health goes back a part of the way to what is usual at the age; long hours wear it down.
    Wellbeing drifts a third of the way back to 60, less half a point for each hour above 48.
    """
    law, lives = figures.law, year.lives
    usual = law.table("health_by_age").at(lives.age + 1.0)
    long = np.maximum(hours - world.scenario.scoring["hours"], 0.0)
    wear = law.number("body.wear_per_long_hour") * long
    health = lives.health + law.number("body.recovery_share") * (usual - lives.health) - wear
    rest = world.scenario.scoring["wellbeing_rest"] - world.scenario.scoring["hours_points"] * long
    wellbeing = lives.wellbeing + (rest - lives.wellbeing) / 3.0
    return Body(health=held(health, 0.0, 100.0), wellbeing=held(wellbeing, 0.0, 100.0))


def family_a_year_older(world: World, year: Year) -> Family:
    """Children and parents age; parents may die, by the life table of their own cohort."""
    lives, family = year.lives, year.lives.family
    mother = _parent(world.mother_death_rate, lives, family.mother_age, year.draws[1])
    father = _parent(world.father_death_rate, lives, family.father_age, year.draws[2])
    children = np.where(family.child_age >= 0, family.child_age + 1, family.child_age)
    return changed(family, mother_age=mother, father_age=father, child_age=children)


def _parent(rates: Rate, lives: Lives, age: Code, uniform: Number) -> Code:
    dies = uniform < rates[lives.profile, np.minimum(age, LAST_AGE)]
    return np.where((age > 0) & ~dies, age + 1, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deaths:
    """Who dies at the close of a year, and who of them on the road at work."""

    all: Flag
    at_work: Flag


def deaths(world: World, year: Year, figures: Figures, hours: Number) -> Deaths:
    """Who dies at the close: q of the own cohort at this age × health and road factors.

    Where the author has fixed the end of lives, that alone.
    """
    law, lives = figures.law, year.lives
    if world.scenario.has_fixed_end:
        ends = lives.age >= min(world.scenario.last_age, LAST_AGE)
        ends = lives.is_alive & (ends | year.ends.get("life", np.zeros_like(ends)))
        return Deaths(all=ends, at_work=np.zeros_like(ends))
    usual = law.table("health_by_age").at(lives.age.astype(float))
    frail = 1 + law.number("body.mortality_per_point") * (usual - lives.health)
    frail = held(frail, law.number("body.least_factor"), law.number("body.most_factor"))
    road = world.job_road_risk[lives.job] * law.number("risk.rider.death")
    road = np.where(hours > 0, road * lives.plan.pace, 0.0)
    age = np.minimum(lives.age, LAST_AGE)
    table = world.death_rate[lives.profile, age]
    rate = np.where(table >= 1, 1.0, table * frail)
    draw = year.draws[3]
    dies = lives.is_alive & ((draw < rate + road) | (lives.age >= LAST_AGE))
    return Deaths(all=dies, at_work=dies & (draw >= rate) & (draw < rate + road))
