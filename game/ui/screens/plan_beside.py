"""The plan of a draft worked out beside the drawing: the newest draft only."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock, Thread

from game.play.views import PlanView
from game.scenario.model import PlanFields


class PlanBeside:
    """Works out one plan after the other in a thread; a draft that has been replaced is skipped."""

    def __init__(self, plan_view: Callable[[PlanFields], PlanView]) -> None:
        self._plan_view = plan_view
        self._lock = Lock()
        self._wanted: PlanFields | None = None
        self._found: PlanView | None = None
        self._broken: Exception | None = None
        self._thread: Thread | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a draft is being worked out."""
        return self._thread is not None

    def ask(self, draft: PlanFields) -> None:
        """Begin, in place of a draft that has not been begun."""
        with self._lock:
            self._wanted = draft
            if self._thread is None:
                self._thread = Thread(target=self._work, name="plan", daemon=True)
                self._thread.start()

    def newest(self) -> PlanView | None:
        """What was found since the last look.

        Raises:
            Exception: whatever went wrong with a draft, once.
        """
        with self._lock:
            found, self._found = self._found, None
            broken, self._broken = self._broken, None
        if broken is not None:
            raise broken
        return found

    def wait(self) -> None:
        """Wait until nothing is left to do."""
        thread = self._thread
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        while (draft := self._next()) is not None:
            try:
                found = self._plan_view(draft)
            except Exception as error:
                with self._lock:
                    self._broken, self._thread = error, None
                return
            with self._lock:
                self._found = found

    def _next(self) -> PlanFields | None:
        with self._lock:
            draft, self._wanted = self._wanted, None
            if draft is None:
                self._thread = None
            return draft
