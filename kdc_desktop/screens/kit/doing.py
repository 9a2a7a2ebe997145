"""What a screen is asked for is done at once where it is few rows, in a job where it is many."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from shiboken6 import isValid

from kdc_desktop.jobs import Jobs, Progress
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.kit.many import MANY

T = TypeVar("T")


class Doing:
    """Calls verbs for one screen, which tells what is refused."""

    def __init__(self, screen: Screen, jobs: Jobs) -> None:
        self._screen, self._jobs = screen, jobs

    def do(
        self,
        rows: int,
        title: str,
        verb: Callable[[], T],
        then: Callable[[T], object] = lambda _answer: None,
    ) -> bool:
        """Call a verb that writes so many rows; False when it is refused at once.

        From `MANY` on it is a job of the window, called `title`. `then` gets the verb's answer when
        it is on disk and shown.
        """
        if rows >= MANY:
            return self.in_job(title, verb, then)
        done = self._screen.attempt(verb)
        if done:
            then(done.answer)
        return bool(done)

    def in_job(
        self,
        title: str,
        verb: Callable[[], T],
        then: Callable[[T], object] = lambda _answer: None,
    ) -> bool:
        """The same for a verb that takes long, whatever number of rows it writes."""
        return self._jobs.run(title, partial(_write, verb), partial(self._go_on, then), writes=True)

    def _go_on(self, then: Callable[[T], object], answer: T) -> None:
        if isValid(self._screen):  # it may have been closed meanwhile
            then(answer)


def _write(verb: Callable[[], T], progress: Progress) -> T:
    progress.begin_writing()
    return verb()
