"""The passport of numbers: the figures of law on a screen, with value, date, source and status."""

from __future__ import annotations

import functools
from typing import Final

from game.core.life import Lives
from game.core.text import Text, money, same
from game.play import phrases
from game.play.views import FigureView
from game.rules.law import Law
from game.scenario.model import Place
from game.sim.social_security.by_law import is_under_contract
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
        "resident_basic_pension",
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
        "pension.platform_subsidy_share",
        "pension.platform_subsidy_months",
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


CONTRACT: Final = (
    "pension.contract.worker_rate",
    "pension.contract.employer_rate",
    "contract_medical_worker_rate",
    "contract_medical_employer_rate",
)
"""Figures of a plan that an employer decides."""
OF_HUKOU: Final = ("resident_basic_pension",)
"""Figures of the place of the hukou, wherever one lives."""
MINIMUM_MONTHS: Final = "pension.minimum_months"
"""Asked for as it stands in the year of one's own statutory age."""
FLAGS: Final = ("injury_cover", "flexible_maternity")
IN_FORCE: Final = {True: Text("in force", "已实行"), False: Text("not in force", "未实行")}
WEIGHTS: Final = Text("Weights of the life score", "人生得分的权重")
WEIGHT: Final = Text("{part} {share:percent}", "{part} {share:percent}")
BOUNDS: Final = {
    "basket_share": Text("Old-age basket, of usual living", "老来基本开销占当地人均消费"),
    "wage_share": Text("Full pension, of the local wage", "满分养老金占社平工资"),
    "catastrophic_before": Text("Health before old age: burden that is 0", "晚年前健康归零的负担"),
    "catastrophic_after": Text("Health in old age: burden that is 0", "晚年健康归零的负担"),
    "paid_share": Text("Share of bills paid that is full", "医药费付到几成算满分"),
}
OF_SCENARIO: Final = Text(
    "the scenario’s own weights and bounds, scoring.yaml", "情景自定的权重和界限，见 scoring.yaml"
)


def figures_of(world: World, lives: Lives, screen: str) -> tuple[FigureView, ...]:
    """Every figure of a screen for where and when this life is."""
    names = [*LOCAL.get(screen, ()), *NATIONAL.get(screen, ())]
    if screen == "plan" and is_under_contract(world, lives)[0]:
        names += CONTRACT
    law = world.scenario.law
    found = [figure_here(world, lives, name) for name in names if _is_known(law, name)]
    if screen == "plan":
        found += _tables(world, lives)
    return (*found, *_score_figures(world)) if screen == "review" else tuple(found)


def _is_known(law: Law, name: str) -> bool:
    """Whether a law has a figure, for some place or for all."""
    return any(each == name or each.endswith(f".{name}") for each in law.parameters)


def figure_here(world: World, lives: Lives, name: str) -> FigureView:
    """A figure as it holds for this life: of where it lives, or of its hukou, when it counts."""
    places, profile = world.scenario.places, int(lives.profile[0])
    place = places[int(world.hukou[profile] if name in OF_HUKOU else lives.place[0])]
    year = lives.year
    if name == MINIMUM_MONTHS:
        year = max(year, int(world.birth_year[profile] + world.statutory_age[profile]))
    return _figure(world, year, name, place)


def figure_at_home(world: World, lives: Lives, name: str) -> FigureView:
    """A figure of the place of the hukou."""
    home = world.scenario.places[int(world.hukou[int(lives.profile[0])])]
    return _figure(world, lives.year, name, home)


def _figure(world: World, year: int, name: str, place: Place) -> FigureView:
    law = world.scenario.law
    is_national = name in law.parameters
    return figure_of(world, year, name if is_national else law.year(year).local_name(name, place))


def figure_of(world: World, year: int, name: str) -> FigureView:
    """A figure of the law of a year, by its full name."""
    law = world.scenario.law.year(year)
    parameter = world.scenario.law.parameter(name)
    source, status = law.source(name)
    date = parameter.entry_on(year).date
    value = _value(law.number(name), parameter.unit)
    if name.rpartition(".")[2] in FLAGS:
        value = IN_FORCE[law.number(name) > 0]
    return FigureView(
        label=parameter.label,
        value=value,
        since=f"{date[0]}-{date[1]:02d}-{date[2]:02d}",
        source=source.title,
        status=status,
        note=parameter.note or same(""),
    )


def _tables(world: World, lives: Lives) -> list[FigureView]:
    """The divisor at the age of the claim, and what is added to the resident pension’s fee."""
    law, plan = world.scenario.law, lives.plan
    home = [world.scenario.places[int(world.hukou[int(lives.profile[0])])]]
    tables, _ = law.year(lives.year).tables_by_place("resident_subsidy", home)
    pairs = ((law.table("annuity_divisor"), plan.claim_age), (tables[0], plan.tier))
    return [
        FigureView(
            label=table.label,
            value=_value(float(table.at(at)[0]), table.unit),
            since="",
            source=table.source.title,
            status=table.status,
            note=table.note or same(""),
        )
        for table, at in pairs
    ]


def _score_figures(world: World) -> tuple[FigureView, ...]:
    """Weights and bounds of the score, as the scenario sets them."""
    scoring = world.scenario.scoring
    words = [
        WEIGHT.filled({"part": label, "share": scoring[f"weight_{part}"]})
        for part, label in phrases.PARTS.items()
    ]
    rows = [(WEIGHTS, functools.reduce(phrases.joined, words))]
    rows += [(label, _value(scoring[name], "%")) for name, label in BOUNDS.items()]
    return tuple(
        FigureView(
            label=label,
            value=value,
            since="",
            source=OF_SCENARIO,
            status="assumed",
            note=same(""),
        )
        for label, value in rows
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
