"""Every place of the game has every figure the law asks of a place."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
import yaml

from game.rules.law import YearLaw
from game.rules.unemployment import unemployment_benefit

from .places import Place
from .reading import LAW

FIGURES = (
    "base_floor",
    "base_ceiling",
    "reference_wage",
    "benefit_base",
    "living_floor",
    "usual_living",
    "disposable_income",
    "urban_income",
    "resident_basic_pension",
    "employee_medical_rate",
    "employee_entry_wait",
    "contract_medical_worker_rate",
    "contract_medical_employer_rate",
    "minimum_wage",
    "flexible_maternity",
)


def places() -> dict[str, Place]:
    """The places of the base pack, by id."""
    raw: Mapping[str, Mapping[str, Mapping[str, str]]] = yaml.safe_load(
        (LAW.parent / "places.yaml").read_text(encoding="utf-8")
    )
    return {
        name: Place(id=name, province=place["province"]) for name, place in raw["places"].items()
    }


PLACES = places()


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_known_for_every_place(now: YearLaw, name: str) -> None:
    assert len(PLACES) >= 8
    found = now.by_place(name, list(PLACES.values()))
    assert ((found > 0) | (name == "flexible_maternity")).all()


def test_figures_of_a_place_fit_together(now: YearLaw) -> None:
    everywhere = list(PLACES.values())
    at = {name: now.by_place(name, everywhere) for name in FIGURES}
    assert (at["base_floor"] / at["reference_wage"]).tolist() == pytest.approx(
        [0.6] * len(everywhere), abs=0.01
    )
    assert (at["base_ceiling"] / at["reference_wage"]).tolist() == pytest.approx(
        [3.0] * len(everywhere), abs=0.01
    )
    assert (at["living_floor"] < at["minimum_wage"]).all()
    assert (at["living_floor"] < at["usual_living"]).all()
    assert (unemployment_benefit(now, at["minimum_wage"]) >= at["living_floor"]).all()
    assert (at["resident_basic_pension"] >= 163).all()


@pytest.mark.parametrize(
    ("place", "basic"),
    [
        ("hangzhou", 240),
        ("henan_county", 168),
        ("sichuan_county", 213),
        ("hebei_county", 163),
        ("nanjing", 266),
        ("beijing", 1018),
        ("shanghai", 1575),
    ],
)
def test_the_resident_basic_pension_of_2026(now: YearLaw, place: str, basic: float) -> None:
    """That of 2025 plus 20 yuan, never below the national 163."""
    assert now.by_place("resident_basic_pension", [PLACES[place]]) == basic


@pytest.mark.parametrize("figure", ["base_floor", "base_ceiling", "reference_wage", "benefit_base"])
def test_hebei_borrows_from_its_neighbour_and_says_so(now: YearLaw, figure: str) -> None:
    borrowed = now.by_place(figure, [PLACES["hebei_county"]])
    assert borrowed == now.by_place(figure, [PLACES["henan_county"]])
    _, status = now.source(f"hebei.{figure}")
    assert status == "assumed"
    assert now.law.parameter(f"hebei.{figure}").note is not None
