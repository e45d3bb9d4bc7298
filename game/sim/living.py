"""What a household spends where its profile says how much: part of step 10 of the year."""

from __future__ import annotations

import numpy as np

from game.core.arrays import Yuan
from game.sim.draft import Draft
from game.sim.scope import LivesScope
from game.sim.world import World
from game.sim.year import MONTHS, Year

LEAST_SPENT = 0.05
"""Share of what is left that is taken to be spent at the start, if a profile saves it all."""


def living_as_written(
    world: World, year: Year, work: Yuan, usual: Yuan, floor: Yuan, most: Yuan
) -> Yuan:
    """What households with a ``spending`` of their own spend while they work, yuan a year.

    The amount holds at the share saved of the profile's first plan; who saves more later spends
    less in proportion. It is never below a bare living and never on credit.

    Args:
        world: the scenario.
        year: at the close, all events applied.
        work: gross pay of the year, which ``income`` in the amount is.
        usual: what is spent where no profile says anything.
        floor: a bare living of the household.
        most: what there is, savings included.

    Returns:
        ``usual``, with the amount in place of it for those lives, shape (n,).
    """
    profiles = world.scenario.profiles
    if all(who.spending is None for who in profiles):
        return usual
    lives, living = year.lives, usual.copy()
    draft = Draft(year)
    draft.replace("income", work / MONTHS)
    for profile, who in enumerate(profiles):
        which = np.flatnonzero(lives.profile == profile)
        if who.spending is None or not which.size:
            continue
        amount = who.spending.evaluate(LivesScope(world, draft, which)) * MONTHS
        first = max(1 - (who.plan.savings or 0.0), LEAST_SPENT)
        amount = amount * (1 - lives.plan.savings[which]) / first
        low = floor[which]
        living[which] = np.clip(amount, low, np.maximum(most[which], low))
    return living
