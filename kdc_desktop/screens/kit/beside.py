"""What takes long to read is read beside the window, whatever job runs, and then shown."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from kdc_desktop.jobs import Jobs

T = TypeVar("T")


class Beside:
    """Reads for one screen, which says meanwhile that it does; the newest question counts."""

    def __init__(self, screen: QObject, jobs: Jobs) -> None:
        self._screen, self._jobs = screen, jobs
        self._asked = 0

    def read(self, question: Callable[[], T], then: Callable[[T], object]) -> None:
        """Ask it at once; `then` gets the answer, unless another is asked or none is wanted."""
        self._asked += 1
        lane = _lane(self._jobs)
        lane.run_quietly(lambda _progress: question(), partial(self._hand, self._asked, then))

    def want_nothing(self) -> None:
        """Drop the answer that is still to come."""
        self._asked += 1

    def _hand(self, asked: int, then: Callable[[T], object], answer: T) -> None:
        if asked == self._asked and isValid(self._screen):
            then(answer)


def _lane(jobs: Jobs) -> Jobs:
    """Where the window's screens read; the window waits for it when it closes."""
    lane = jobs.findChild(Jobs)
    if lane is None:
        lane = Jobs(jobs)
        lane.problem.connect(jobs.problem)
    return lane
