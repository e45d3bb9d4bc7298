"""The scene: the street, the lake or the village, the weather, and the person under the umbrella.

``Scene(art).draw(surface, rect_units, scale, state, seconds, motion, travel)`` draws a
``SceneState``; ``SceneState(has_person=False)`` is the empty street behind the title.
``draw_title_umbrella(surface, art, (x, y) of the pole's foot, height, scale, opening)`` opens the
umbrella, ``UmbrellaAnimation`` lets ribs lose and regain their paper. ``Ahead(scene).want(...)``
makes the pictures of scenes to come in a thread. Twins are two scenes, each drawn with its half as
``rect_units`` and the window as ``whole``: one sky and one city, two people.
"""

from game.ui.scene.ahead import Ahead, Wish
from game.ui.scene.scene import YEAR_TRAVEL, Scene
from game.ui.scene.state import SceneState
from game.ui.scene.umbrella import FULL, Rib, UmbrellaAnimation, draw_title_umbrella

__all__ = [
    "FULL", "YEAR_TRAVEL", "Ahead", "Rib", "Scene", "SceneState", "UmbrellaAnimation", "Wish",
    "draw_title_umbrella",
]  # fmt: skip
