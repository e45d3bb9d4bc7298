"""The passport of numbers: the figures of law on a screen, with value, date, source and status."""

from __future__ import annotations

from typing import Final

from game.core.life import Lives
from game.core.text import Text, money, same
from game.play.views import FigureView
from game.scenario.model import Place
from game.sim.world import World

LOCAL: Final = {
    "plan": (
        "base_floor",
        "base_ceiling",
        "reference_wage",
        "benefit_base",
        "employee_medical_rate",
        "employee_entry_wait",
        "usual_living",
        "living_floor",
    ),
    "life": ("reference_wage", "living_floor", "injury_cover", "employee_medical_rate"),
    "review": ("usual_living", "reference_wage", "urban_income", "living_floor"),
}
NATIONAL: Final = {
    "plan": (
        "pension.employee.rate",
        "pension.employee.account_rate",
        "pension.minimum_months",
        "pension.account_interest",
        "medical.resident.fee",
        "medical.wait.fixed",
        "medical.wait.per_missed_year",
        "economy.cpi",
        "economy.real_wage_growth",
    ),
    "life": (
        "medical.resident.hospital_share",
        "medical.employee.hospital_share",
        "medical.away_cut",
        "medical.catalogue_share",
        "pension.employee.rate",
        "household.debt_rate",
    ),
    "review": (
        "pension.indexation",
        "pension.account_interest",
        "medical.employee.hospital_share",
        "medical.resident.hospital_share",
        "heirs.funeral_months",
        "economy.real_wage_growth",
    ),
}


def figures_of(world: World, lives: Lives, screen: str) -> tuple[FigureView, ...]:
    """Every figure of a screen for where and when this life is."""
    place = world.scenario.places[int(lives.place[0])]
    law = world.scenario.law.year(lives.year)
    names = [law.local_name(name, place) for name in LOCAL.get(screen, ())]
    names += list(NATIONAL.get(screen, ()))
    return tuple(figure_of(world, lives.year, name, place) for name in names)


def figure_of(world: World, year: int, name: str, place: Place) -> FigureView:
    law = world.scenario.law.year(year)
    parameter = world.scenario.law.parameter(name)
    source, status = law.source(name)
    date = parameter.entry_on(year).date
    return FigureView(
        label=parameter.label,
        value=_value(law.number(name), parameter.unit),
        since=f"{date[0]}-{date[1]:02d}-{date[2]:02d}",
        source=source.title,
        status=status,
        note=parameter.note or same(""),
    )


def _value(number: float, unit: str) -> Text:
    if unit == "%":
        return same(f"{number * 100:.2f}".rstrip("0").rstrip(".") + "%")
    if unit.startswith("yuan"):
        per = {"yuan/month": Text(" a month", "/月"), "yuan/year": Text(" a year", "/年")}.get(unit)
        amount = money(number)
        return Text(amount.en + per.en, amount.zh + per.zh) if per else amount
    words = f"{number:g}"
    if unit == "months":
        return Text(f"{words} months", f"{words} 个月")
    if unit == "years":
        return Text(f"{words} years", f"{words} 年")
    return same(words)
