"""Suggestions beside what is kept: look at them before one is taken over."""

from collections.abc import Callable, Mapping
from threading import Event
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from kdc_desktop.domain.consortia.fitting import Problem, Suggestion
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.jobs import Jobs, Progress
from kdc_desktop.services.consortia.placement import preview
from kdc_desktop.services.consortia.rows import Overview
from kdc_desktop.services.consortia.suggestions import find_suggestions
from kdc_desktop.services.consortia.wanted import Wanted


def by_hand(placed: Mapping[int, int]) -> Suggestion:
    """A suggestion that somebody has changed; nobody has worked out how good it is."""
    return Suggestion(dict(placed), (), (), 0.0, None)


def _told(number: int, one: Suggestion) -> str:
    """What a suggestion is called: how many sit elsewhere than in the first one."""
    if number == 1:
        return _("Suggestion {number}", number=number)
    return ngettext(
        "{number} · {count} elsewhere", "{number} · {count} elsewhere", one.elsewhere, number=number
    )


def _nothing() -> None:
    """Nobody waits for the end of the search."""


class Foreseen(NamedTuple):
    """What would be seen of a suggestion beside what is kept, worked out where it was found."""

    kept: Overview
    placed: Mapping[int, int]
    seen: Overview


class _Post(QObject):
    """Carries what a job finds on its way to the GUI thread."""

    found = Signal(object, object)
    read = Signal(object)


class Suggesting(QObject):
    """Runs the solver in the background and knows which suggestion is looked at.

    `found` tells that there is a first answer to look at, `bettered` that there are better or more
    of them, `changed` that it runs or has ended, `job_ended` that any job of the window has ended.
    """

    found = Signal()
    bettered = Signal()
    changed = Signal()
    job_ended = Signal()

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.suggestions: tuple[Suggestion, ...] = ()
        self.changed_by_hand: Mapping[int, int] | None = None
        self.wanted: Wanted | None = None
        self._foreseen: Foreseen | None = None
        self._looked_at: int | None = None
        self._begun_from: int | None = None
        self._taken_back = False  # what was changed by hand, while it was looked at
        self.problem: Problem | None = None  # that of the suggestions
        self._first = True  # whether nothing of the search that runs has come yet
        self._enough = Event()
        self._then: Callable[[], object] = _nothing
        self.running = False
        jobs.ended.connect(self._end)
        self.destroyed.connect(lambda: self.stop())  # noqa: PLW0108 - its own slots are off by then

    @property
    def current(self) -> Suggestion | None:
        """The suggestion that is looked at; None for what is kept."""
        return None if self._looked_at is None else self._offered[self._looked_at]

    @property
    def _offered(self) -> tuple[Suggestion, ...]:
        """The suggestions, and after them the one that was changed by hand."""
        if self.changed_by_hand is None:
            return self.suggestions
        return (*self.suggestions, by_hand(self.changed_by_hand))

    @property
    def looks_at_changed(self) -> bool:
        """Whether the suggestion that was changed by hand is looked at."""
        return self.changed_by_hand is not None and self._looked_at == len(self.suggestions)

    @property
    def segment(self) -> int:
        """Which segment is picked; the last one is what is kept."""
        return len(self._offered) if self._looked_at is None else self._looked_at

    def look_at(self, segment: int | None) -> None:
        """Look at the suggestion with this number, from 0; without one, at what is kept."""
        there = segment is not None and segment < len(self._offered)
        self._looked_at = segment if there else None

    def look_at_changed(self) -> None:
        """Look at the suggestion that was changed by hand just now."""
        if not self.looks_at_changed:
            self._begun_from = self._looked_at
        self.look_at(len(self.suggestions))

    def take_changed(self, placed: Mapping[int, int] | None, *, alone: bool) -> None:
        """Know of the suggestion that was changed by hand, as it is kept; None: there is none.

        When it is gone, what it began from is looked at again; when it comes back, or is `alone`
        with nothing else to see, it is looked at.
        """
        looked_at, before = self.looks_at_changed, self.changed_by_hand
        self.changed_by_hand = placed
        if looked_at and placed is None:
            self.look_at(self._begun_from)
            self._taken_back = True
        elif before is None and placed is not None:
            if self._taken_back or (alone and not self.suggestions):
                self.look_at_changed()
            self._taken_back = False

    def segments(self) -> list[str]:
        """The texts of the segments; none without suggestions."""
        if not self._offered:
            return []
        return [
            *(_told(number, one) for number, one in enumerate(self.suggestions, 1)),
            *([_("Changed by hand")] if self.changed_by_hand is not None else ()),
            _("Mine"),
        ]

    def seen(self, kept: Overview) -> Overview:
        """What is shown: the suggestion looked at, or what is kept."""
        current, foreseen = self.current, self._foreseen
        if current is None:
            return kept
        if foreseen and foreseen.kept is kept and foreseen.placed == current.placed:
            return foreseen.seen
        first = self.suggestions[0].placed if self._is_another else None
        return preview(kept, current.placed, first)

    @property
    def _is_another(self) -> bool:
        """Whether one of the suggestions is looked at that is not the first."""
        return bool(self._looked_at) and not self.looks_at_changed

    def start(
        self,
        read_problem: Callable[[], Problem],
        foresee: Callable[[Mapping[int, int]], Foreseen],
    ) -> None:
        """Read the problem and solve it, both in the background; once more stops it.

        `foresee` says there what would be seen of who is placed where.
        """
        if self.running:
            self.stop()
            return
        last, enough, post = self.suggestions, Event(), _Post()
        post.found.connect(self._take)
        post.read.connect(self._know)

        def work(progress: Progress) -> tuple[Suggestion, ...]:
            problem = read_problem()
            post.read.emit(problem)
            return find_suggestions(
                problem,
                last,
                cancelled=lambda: enough.is_set() or progress.cancelled(),
                progress=progress,
                found=lambda some: post.found.emit(some, foresee(some[0].placed) if some else None),
            )

        if self.jobs.run(_("Suggesting consortia"), work, self._take):
            self._first, self._enough, self.running = True, enough, True
            self.changed.emit()

    def _know(self, problem: Problem) -> None:
        self.problem = problem

    def stop(self) -> None:
        """Be content with what is found; the search ends within a second."""
        self._enough.set()

    def after_the_search(self, act: Callable[[], object]) -> None:
        """Act now, or when the search that runs has ended, which it is asked to."""
        if not self.running:
            act()
            return
        self.stop()
        self._then = act

    def _take(self, suggestions: tuple[Suggestion, ...], foreseen: Foreseen | None = None) -> None:
        if not isValid(self):  # the session may have been closed meanwhile
            return
        self._foreseen = foreseen or self._foreseen
        if suggestions == self.suggestions and not self._first:
            return
        changed = self.looks_at_changed
        self.suggestions = suggestions
        if changed and not self._first:
            self.look_at(len(suggestions))
        if self._first:
            self._first = False
            self.look_at(0)
            self.found.emit()
        else:
            self.look_at(self._looked_at)
            self.bettered.emit()

    def _end(self) -> None:
        self.job_ended.emit()
        if self.running:
            self.running = False
            self.changed.emit()
            act, self._then = self._then, _nothing
            QTimer.singleShot(0, self, act)  # when everybody knows that the job has ended
