"""Sentences the playthrough makes from figures, in both languages, by what they are about.

Whoever tells something says ``phrases.NAME``; in which of the modules it stands is no matter there.
"""

from game.play.phrases.bills import *  # noqa: F403
from game.play.phrases.plan import *  # noqa: F403
from game.play.phrases.review import *  # noqa: F403
from game.play.phrases.umbrella import *  # noqa: F403
from game.play.phrases.years import *  # noqa: F403
