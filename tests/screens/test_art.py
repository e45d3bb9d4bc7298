"""The pictures: nothing the rasteriser would silently ignore, and paper that is cut cleanly."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pygame
import pytest

from game.ui.art import UNKNOWN_PORTRAIT, Art, raster, recoloured
from game.ui.theme import INK, PAPER, RED, rgb

FOLDER = Path(__file__).parents[2] / "assets" / "art"
FILES = sorted(FOLDER.glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {
    "svg", "g", "path", "rect", "circle", "ellipse", "defs", "linearGradient", "radialGradient",
    "stop",
}  # fmt: skip
IGNORED_ATTRIBUTES = ("clip-path", "mask", "filter", "style", "class", "href")
COLOUR = re.compile(r"#[0-9a-f]{6}")


@pytest.fixture
def art() -> Art:
    """The game's art."""
    return Art(FOLDER)


def elements(path: Path) -> list[ElementTree.Element]:
    """Every element of a picture."""
    return list(ElementTree.fromstring(path.read_text(encoding="utf-8")).iter())


def test_pictures_hold_nothing_the_rasteriser_ignores() -> None:
    """Clip paths, masks, filters, uses, patterns, texts and style blocks would vanish unseen."""
    faults = [
        f"{path.name}: <{element.tag.removeprefix(SVG)}>"
        for path in FILES
        for element in elements(path)
        if element.tag.removeprefix(SVG) not in DRAWN
    ]
    faults += [
        f"{path.name}: {name}"
        for path in FILES
        for element in elements(path)
        for name in element.attrib
        if name in IGNORED_ATTRIBUTES or name.endswith("}href")
    ]
    assert faults == []


def test_colours_are_written_in_six_digits() -> None:
    """Names, hsl() and short forms are misread or forgotten."""
    faults = []
    for path in FILES:
        for element in elements(path):
            for name in ("fill", "stroke", "stop-color"):
                value = element.attrib.get(name, "none")
                if value != "none" and not COLOUR.fullmatch(value) and "url(#" not in value:
                    faults.append(f"{path.name}: {name}={value}")
    assert faults == []


def test_gradients_have_coordinates_the_rasteriser_understands() -> None:
    """Bare numbers without userSpaceOnUse turn a gradient flat."""
    faults = []
    for path in FILES:
        for element in elements(path):
            if not element.tag.endswith("Gradient"):
                continue
            places = [element.attrib.get(name, "0%") for name in ("x1", "y1", "x2", "y2", "r")]
            in_user_space = element.attrib.get("gradientUnits") == "userSpaceOnUse"
            if not in_user_space and not all(place.endswith("%") for place in places):
                faults.append(path.name)
    assert faults == []


def test_pictures_use_the_agreed_colours_only() -> None:
    """A new colour is a decision: it goes into the palette first."""
    agreed = set(COLOUR.findall((FOLDER / "palette.txt").read_text(encoding="utf-8")))
    strangers = {
        path.name: colours
        for path in FILES
        if (colours := set(COLOUR.findall(path.read_text(encoding="utf-8"))) - agreed)
    }
    assert strangers == {}
    assert len(agreed) < 145


@pytest.mark.parametrize("scale", [0.8, 2.0])
def test_every_picture_rasterises(art: Art, scale: float) -> None:
    """None is empty, none is more than a pixel off what was asked for."""
    for path in FILES:
        image = art.get(path.stem, (60, 60), scale)
        assert image.get_bounding_rect().width > 0, path.name
        assert abs(max(image.get_size()) - round(60 * scale)) <= 1, path.name


def test_pictures_draw_as_fast_as_the_screen(art: Art) -> None:
    """The order of red, green and blue is that of a plain surface: another one is slow to draw."""
    plain = pygame.Surface((1, 1), pygame.SRCALPHA)
    assert art.get("icon_play", (24, 24), 1).get_masks() == plain.get_masks()


def test_the_same_picture_is_made_once(art: Art) -> None:
    """The second time it comes from the cache, and another size is another picture."""
    first = art.get("icon_gear", (24, 24), 1)
    assert art.get("icon_gear", (24, 24), 1) is first
    assert art.get("icon_gear", (24, 24), 1.5) is not first


def test_the_cache_has_a_bound(art: Art, monkeypatch: pytest.MonkeyPatch) -> None:
    """The longest unused picture goes first; the one just made stays."""
    monkeypatch.setattr("game.ui.art.CACHED_BYTES", 3 * 40 * 40 * 4)
    first = art.get("icon_play", (40, 40), 1)
    for name in ("icon_undo", "icon_gear"):
        art.get(name, (40, 40), 1)
    assert art.get("icon_play", (40, 40), 1) is first
    art.get("icon_lock", (40, 40), 1)
    assert art.get("icon_play", (40, 40), 1) is first
    assert art.get("icon_undo", (40, 40), 1) is not None
    assert art._bytes <= 3 * 40 * 40 * 4


def test_colours_change_places() -> None:
    """All swaps happen at once."""
    svg = '<path fill="#111111" stroke="#222222"/>'
    swapped = recoloured(svg, {"#111111": "#222222", "#222222": "#111111"})
    assert swapped == '<path fill="#222222" stroke="#111111"/>'


def test_a_jacket_changes_its_colour(art: Art) -> None:
    """One rider serves jackets of several colours."""
    jade = art.get("rider_torso", (320, 400), 1)
    grey = art.get("rider_torso", (320, 400), 1, {"#2f8f7e": "#6f7a80"})
    assert tuple(jade.get_at((140, 220)))[:3] == rgb("#2f8f7e")
    assert tuple(grey.get_at((140, 220)))[:3] == rgb("#6f7a80")


def test_an_unknown_picture_is_a_person_without_a_face(art: Art) -> None:
    """A pack may name a portrait nobody drew."""
    assert not art.has("portrait_of_nobody")
    assert not art.has("../palette")
    unknown = art.get("portrait_of_nobody", (48, 48), 1)
    drawn = art.get(UNKNOWN_PORTRAIT, (48, 48), 1)
    assert pygame.image.tobytes(unknown, "RGBA") == pygame.image.tobytes(drawn, "RGBA")


@pytest.mark.parametrize(
    ("picture", "age", "name"),
    [
        ("li_wei", 22, "portrait_li_wei_22"),
        ("li_wei", 39, "portrait_li_wei_22"),
        ("li_wei", 40, "portrait_li_wei_40"),
        ("li_wei", 63, "portrait_li_wei_60"),
        ("li_wei", 75, "portrait_li_wei_75"),
        ("li_wei", 18, "portrait_li_wei_22"),
        ("chen_jing", 26, "portrait_chen_jing_22"),
        ("chen_jing", 41, "portrait_chen_jing_40"),
        ("zhao_lin", 20, "portrait_zhao_lin_22"),
        ("zhao_lin", 74, "portrait_zhao_lin_75"),
        ("mother", 60, "portrait_mother"),
        ("portrait_mother", 60, "portrait_mother"),
        ("nobody", 30, UNKNOWN_PORTRAIT),
    ],
)
def test_portraits_follow_the_age(art: Art, picture: str, age: int, name: str) -> None:
    """The last portrait drawn for an age not above the person's."""
    assert art.portrait(picture, age) == name


@pytest.mark.parametrize("person", ["li_wei", "chen_jing", "zhao_lin"])
def test_the_three_lives_have_a_face_at_every_age(art: Art, person: str) -> None:
    """Four portraits each, and no two alike."""
    names = [art.portrait(person, age) for age in (20, 45, 62, 80)]
    assert [name for name in names if not art.has(name)] == []
    faces = {pygame.image.tobytes(art.get(name, (96, 96), 1), "RGBA") for name in names}
    assert len(faces) == 4


def test_the_marks_of_all_events_are_drawn(art: Art) -> None:
    """A kind of event without a mark would be shown as a crossroad."""
    kinds = ("move", "illness", "accident", "family", "money", "work", "pension", "crossroad",
             "plan")  # fmt: skip
    assert [kind for kind in kinds if not art.has(f"mark_{kind}")] == []


@pytest.mark.parametrize("side", [64, 256])
def test_the_window_icon_is_at_hand(side: int) -> None:
    """The icon is read before any picture can be rasterised."""
    assert pygame.image.load(str(FOLDER / f"icon-{side}.png")).get_size() == (side, side)


def paper(fill: str | None, *, shadow: bool, outline: str | None = None) -> pygame.Surface:
    """A card of 200 by 120 units at 40, 40 on paper."""
    surface = pygame.Surface((280, 200))
    surface.fill(PAPER)
    Art(FOLDER).card(
        surface, pygame.FRect(40, 40, 200, 120), 1.0, fill, 18, shadow=shadow, outline=outline,
        outline_width=3,
    )  # fmt: skip
    return surface


def test_a_card_is_filled_and_its_corners_are_round() -> None:
    """The middle has the colour, the corner's pixel is still paper."""
    surface = paper(INK, shadow=False)
    assert tuple(surface.get_at((140, 100)))[:3] == rgb(INK)
    assert tuple(surface.get_at((41, 100)))[:3] == rgb(INK)
    assert tuple(surface.get_at((40, 40)))[:3] == rgb(PAPER)
    assert tuple(surface.get_at((39, 100)))[:3] == rgb(PAPER)


def test_a_card_has_smooth_edges() -> None:
    """Along the corner there are colours between the card's and the paper's."""
    surface = paper(INK, shadow=False)
    shades = {surface.get_at((x, y))[0] for x in range(40, 60) for y in range(40, 60)}
    assert len(shades) > 8


def test_the_shadow_falls_below_and_fades() -> None:
    """Darker close to the card than farther off, and more below than above."""
    surface = paper("#ffffff", shadow=True)
    near, far, above = (surface.get_at(at)[0] for at in ((140, 164), (140, 180), (140, 36)))
    assert near < far < rgb(PAPER)[0]
    assert near < above


def test_an_outline_leaves_the_inside_as_it_was() -> None:
    """Without a fill there is no shadow and no middle."""
    surface = paper(None, shadow=True, outline=RED)
    assert tuple(surface.get_at((140, 41)))[:3] == rgb(RED)
    assert tuple(surface.get_at((140, 100)))[:3] == rgb(PAPER)
    assert tuple(surface.get_at((140, 170)))[:3] == rgb(PAPER)


@pytest.mark.parametrize("size", [(1, 1), (7, 3), (30, 30), (36, 200), (0, 20)])
def test_small_cards_do_not_break(size: tuple[int, int]) -> None:
    """A bar of a few pixels, a disc, nothing at all."""
    surface = pygame.Surface((300, 300))
    Art(FOLDER).card(surface, pygame.FRect(50, 50, *size), 1.0, RED, 18)
    filled = surface.get_at((50 + size[0] // 2, 50 + size[1] // 2))
    assert (filled[0] > 60) == (min(size) > 0)


def test_text_is_rasterised_at_its_size() -> None:
    """The picture the program writes itself takes the same way."""
    image = raster(
        '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">'
        f'<rect width="10" height="10" fill="{RED}"/></svg>', (30, 30)
    )  # fmt: skip
    assert tuple(image.get_at((15, 15)))[:3] == rgb(RED)
