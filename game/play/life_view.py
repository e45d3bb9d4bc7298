"""The life screen's values: who, where, the purse, the umbrella, the plan and the ribbon."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.life import Lives, Sex, Work
from game.core.text import Text
from game.play import phrases
from game.play.life_moment import LifeMoment
from game.play.notes import YearNote
from game.play.plan_panel import plan_summary
from game.play.ribbon import ribbon
from game.play.umbrella_view import rib_reasons, umbrella_view
from game.play.usual_month import drawn, usual_month
from game.play.views import LifeView
from game.play.year_lines import weather_of
from game.sim.engine import Engine
from game.sim.household import persons

LOG_LINES = 6


def life_view(now: LifeMoment) -> LifeView:
    """The life screen but for its card."""
    engine, lives, note = now.engine, now.lives, now.running
    scenario = engine.world.scenario
    who = scenario.profiles[now.profile]
    enough = scenario.scoring["rib_holds"]
    return LifeView(
        name=who.name,
        subtitle=subtitle(engine, lives),
        portrait=who.picture,
        sex=sex_of(engine, lives),
        age=int(lives.age[0]),
        year=lives.year,
        season=now.season,
        savings=float(lives.cash[0]),
        debt=float(lives.debt[0]),
        month_balance=month_balance(engine, lives, note.aid / 12),
        health=float(lives.health[0]),
        wellbeing=float(lives.wellbeing[0]),
        work=work_of(engine, lives),
        place=scenario.places[int(lives.place[0])].id,
        place_kind=scenario.places[int(lives.place[0])].kind,
        picture=scenario.jobs[int(lives.job[0])].picture,
        has_partner=bool(lives.family.has_partner[0]),
        child_ages=tuple(int(age) for age in lives.family.child_age[:, 0] if age >= 0),
        is_mother_alive=bool(lives.family.mother_age[0] > 0),
        weather="dawn" if now.is_dawn else weather_of(note, engine.world),
        umbrella=umbrella_view(
            note.solid,
            note.hatched,
            note.applies,
            enough,
            rib_reasons(note, scenario.scoring["medical_share"]),
        ),
        plan=plan_summary(now),
        ribbon=ribbon(scenario, now.notes, lives, now.path.claim_age, now.is_over),
        log=recent_titles(engine, now.notes),
        can_undo=now.can_undo,
        is_retired=bool(lives.is_retired[0]),
    )


def recent_titles(engine: Engine, notes: Sequence[YearNote]) -> tuple[Text, ...]:
    """Titles of the events of the last years, newest last."""
    titles = {event.id: event.title for event in engine.world.scenario.events}
    met = [m.event for note in notes[-LOG_LINES:] for m in note.met if m.event in titles]
    return tuple(titles[event] for event in met[-LOG_LINES:])


def subtitle(engine: Engine, lives: Lives) -> Text:
    """Job · place · hukou."""
    scenario = engine.world.scenario
    place = scenario.places[int(lives.place[0])]
    home = scenario.places[int(engine.world.hukou[lives.profile[0]])]
    if lives.is_retired[0]:
        return phrases.SUBTITLE_RETIRED.filled({"place": place.name})
    job = scenario.jobs[int(lives.job[0])].name
    if home.id == place.id:
        return phrases.SUBTITLE_HOME.filled({"job": job, "place": place.name})
    return phrases.SUBTITLE.filled({"job": job, "place": place.name, "home": home.name})


def month_balance(engine: Engine, lives: Lives, aid_per_month: float) -> float:
    """What is left of a usual month after work costs, living, home and the plan, yuan.

    At work it is what the plan screen shows; in old age what last year's living leaves.

    Args:
        engine: of the life.
        lives: the only life.
        aid_per_month: allowance and support, yuan a month.
    """
    month = usual_month(engine, lives, aid_per_month)
    is_old = lives.is_retired | (lives.age >= engine.world.old_age_line[lives.profile])
    if not is_old[0]:
        return month.left
    before = month.income + aid_per_month - month.costs - month.home - month.insurance
    if not lives.is_retired[0]:
        before += drawn(lives)
    return before - float(lives.spending[0] * persons(engine.world, lives)[0])


def work_of(engine: Engine, lives: Lives) -> Work:
    """The kind of work now."""
    if lives.is_retired[0]:
        return Work.RETIRED
    return Work(int(engine.world.job_kind[lives.job[0]]))


def sex_of(engine: Engine, lives: Lives) -> Sex:
    """The sex of the life."""
    return Sex(int(engine.world.sex[lives.profile[0]]))
