"""A place on a picture that explains itself when it is pointed at or has the focus."""

from __future__ import annotations

from game.ui.widgets.base import Pressed, Signal, Widget


class HotSpot(Widget):
    """An invisible widget over part of a chart: a rib, a mark of the ribbon, a term.

    It shows its ``hint``; a press tells its name, for screens that open something.
    """

    radius = 8.0

    def press(self) -> Signal | None:
        """Tell that it was pressed."""
        return Pressed(name=self.name)
