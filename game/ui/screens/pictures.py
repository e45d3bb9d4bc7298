"""From what is known of a life to the pictures of it: umbrella, month."""

from __future__ import annotations

from collections.abc import Sequence

from game.play.views import MonthSlice, UmbrellaView
from game.ui import theme
from game.ui.charts import MonthBar, RibPicture, Slice, UmbrellaChart
from game.ui.theme import Colour
from game.ui.view import View

SLICES: dict[str, Colour] = {
    "living": theme.TAUPE, "home": theme.SLATE, "pension": theme.GOLD, "medical": theme.JADE,
    "private": theme.BAMBOO,
    "work": theme.MUTE, "left": theme.TRACK,
}  # fmt: skip


def umbrella_chart(
    view: View, width: float, umbrella: UmbrellaView, most_radius: float
) -> UmbrellaChart:
    """The umbrella of a year, or of a life, from above."""
    return UmbrellaChart(
        view, width, rib_pictures(view, umbrella), str(umbrella.held), most_radius=most_radius
    )


def rib_pictures(view: View, umbrella: UmbrellaView) -> tuple[RibPicture, ...]:
    """The ribs as the chart draws them."""
    return tuple(
        RibPicture(
            label=view.read(rib.name), solid=rib.solid, hatched=rib.hatched, applies=rib.applies
        )
        for rib in umbrella.ribs
    )


def month_bar(view: View, width: float, slices: Sequence[MonthSlice]) -> MonthBar:
    """Where the money of a month goes."""
    parts = [
        Slice(
            label=view.read(slice_.label), value=slice_.yuan,
            words=f"{slice_.yuan:,.0f}", colour=SLICES.get(slice_.id, theme.TAUPE),
        )
        for slice_ in slices
    ]  # fmt: skip
    return MonthBar(view, width, parts)
