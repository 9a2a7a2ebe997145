"""A club file on its way into a window, in steps none of which is felt: docs/decisions/0024."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from kdc_desktop.collector import take_apart
from kdc_desktop.gui_thread import Worker
from kdc_desktop.i18n import _
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.club.answers import Answers, opening_told
from kdc_desktop.screens.club.file_watch import FileWatch
from kdc_desktop.screens.window.standing import Windows, stand_in_place_of
from kdc_desktop.services.joined import later
from kdc_desktop.settings import Settings
from kdc_desktop.storage import Database
from kdc_desktop.storage.sole_use import Claim, claim

GAP = 5  # ms in which the window that is open paints and takes keys
TO_PAINT = 40  # ms in which the new window is painted first
LOOK = 20  # ms between two looks whether its jobs have ended


class Entering(Windows, Protocol):
    """A club that is open in its window, or about to be."""

    database: Database
    jobs: Jobs
    watch: FileWatch
    claim: Claim | None

    def close(self) -> None:
        """Close the window and let the file go."""


C = TypeVar("C", bound=Entering)


class House(Protocol[C]):
    """Where the one club that is open is at home: the program."""

    settings: Settings
    club: C | None

    def open_file(self, path: Path, held: Claim | None) -> Database:
        """The club file, for who holds it."""

    def speak(self) -> None:
        """Speak the language that is chosen now, from the next window on."""

    def club_of(self, database: Database) -> C:
        """A window for it, which is not shown yet."""

    def begin_with(self, club: C, *, first: bool) -> None:
        """Its window is shown, and the one before is about to go."""


def _taken(
    house: House[C], path: Path, again: C | None, undone: ExitStack
) -> tuple[Claim | None, Database]:
    """The file, claimed and open, and seen that it can be shown."""
    with ExitStack() as stack:
        held = again.claim if again else stack.enter_context(claim(path))
        database = again.database.once_more() if again else house.open_file(path, held)
        stack.callback(database.close)
        later.see_that_it_opens(database)
        undone.push(stack.pop_all())
    return held, database


def _written_in(again: Entering | None) -> object:
    """What there is of the same file in the window that is open: on disk, and half filled in."""
    return None if again is None else (again.database.written, [*again.window.unfinished])


class ClubOpening(QObject, Generic[C]):
    """Opens a file in the place of the club that is open, which stays where that fails.

    `at_once`, or in turns: the file is opened beside the window, then the new window is made,
    stands in its place, is shown, and the one before is closed, each in a turn of its own.
    """

    def __init__(
        self, house: House[C], path: Path, answers: Answers | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.path, self.is_over = path, False
        self._house, self._answers = house, answers
        self._before = before = house.club
        self._again = before if before is not None and before.watch.shows(path) else None
        self._undone = ExitStack()  # whatever fails, nothing of it stays open
        self._held: Claim | None = None
        self._database: Database | None = None
        self._club: C | None = None
        self._written: object = None
        self._parts: Iterator[object] = iter(())
        self._worker: Worker | None = None
        self._shown = False
        self._step: Callable[[], None] = self._open_beside
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._go_on)
        if before is not None:
            before.watch.part()

    def at_once(self) -> C:
        """Go all the way now.

        Raises:
            UserError: the file cannot be opened, or goes on elsewhere.
        """
        try:
            if self._again is not None:  # what is written there is to be seen here
                self._again.jobs.stop()
            self._take()
            self._make()
            for _part in self._parts:
                pass
            club = self._show()
        except BaseException:
            self.call_off()
            raise
        self._close_before()
        return club

    def begin(self) -> None:
        """Go in turns from now on; how it ends is told to the answers."""
        if self._before is not None:
            self._before.window.say(opening_told(self.path))
            self._before.window.closed.connect(self._forget_before)
        self._open_beside()

    def call_off(self) -> None:
        """Open nothing after all; where the new window is shown already, the old one is closed."""
        if self.is_over:
            return
        if self._shown:
            self._close_before()
            return
        self.is_over = True
        self._turn.stop()
        if self._worker is None:
            self._tidy_up()

    def wait(self) -> None:
        """Call it off, and wait for its thread: the program ends."""
        self.call_off()
        if self._worker is not None:
            self._worker.wait()
            self._undone.close()

    def _open_beside(self) -> None:
        if self._worker is not None:  # it has told its end, and ends
            self._next(self._open_beside)
            return
        self._worker = worker = Worker(lambda: self._take().get_ready(), self)
        worker.done.connect(self._go_in)
        worker.failed.connect(self._fail)
        worker.finished.connect(self._forget_worker)
        worker.finished.connect(worker.deleteLater)
        worker.start()

    def _take(self) -> Database:
        """Have the file open and looked at, in any thread."""
        self._held, self._database = _taken(self._house, self.path, self._again, self._undone)
        return self._database

    def _make_when_idle(self) -> None:
        """Not before a person's job has ended, and while none runs beside it."""
        before = self._before
        if before is None or before.jobs.make_way():
            self._make()
            self._next(self._stand)
            return
        if job := before.jobs.asked_for:
            told = _("{file} opens once “{job}” is done.", file=self.path.name, job=job)
            if before.window.frame.quiet.text != told:
                before.window.say(told)
        self._next(self._make_when_idle, LOOK)

    def _make(self) -> None:
        assert self._database is not None
        self._written = _written_in(self._again)
        self._house.speak()
        self._club = club = self._house.club_of(self._database)
        self._undone.callback(club.close)
        self._parts = stand_in_place_of(self._before, club, self._house.settings)

    def _stand(self) -> None:
        more = next(self._parts, self) is not self
        self._next(self._stand if more else self._show_what_is_true)

    def _show_what_is_true(self) -> None:
        if _written_in(self._again) != self._written:
            self._undone.close()  # somebody wrote meanwhile, which is to be seen here
            self._next(self._open_beside)
            return
        self._show()
        self._next(self._close_before, TO_PAINT)
        if self._answers is not None:
            self._answers.opened()

    def _show(self) -> C:
        club, house = self._club, self._house
        assert club is not None
        self._undone.callback(setattr, house, "club", self._before)
        house.club = club
        club.window.show()
        self._undone.pop_all()
        self._shown = True
        club.claim = club.watch.claim = self._held
        if self._again is not None:
            self._again.claim = None
        house.settings.last_database = self.path
        house.begin_with(club, first=self._before is None)
        return club

    def _close_before(self) -> None:
        self.is_over = True
        self._turn.stop()
        if self._before is not None and isValid(
            self._before.window
        ):  # else it went with the display
            self._before.close()
        self._tidy_up()

    def _go_in(self, _nothing: object) -> None:
        self._next(self._make_when_idle)

    def _next(self, step: Callable[[], None], after: int = GAP) -> None:
        if not self.is_over:
            self._step = step
            self._turn.start(after)

    def _go_on(self) -> None:
        """Do the next step, unless what would be closed for it has changed its mind."""
        answers = self._answers
        assert answers is not None
        if self._shown:
            self._step()
            return
        try:
            if self._step == self._stand or answers.still():  # to ask takes a while
                self._step()
                return
        except Exception as error:
            self._fail(error)
            return
        self.call_off()
        answers.dropped()

    def _fail(self, error: Exception) -> None:
        answers, is_over = self._answers, self.is_over
        self.call_off()
        if answers is not None and not is_over:
            answers.refused(error)

    def _forget_before(self) -> None:
        """Its window was closed: there is nothing to be put in the place of any more."""
        if not self._shown:
            self._before = None
            self.call_off()

    def _forget_worker(self) -> None:
        self._worker = None
        if self.is_over:
            self._tidy_up()

    def _tidy_up(self) -> None:
        self._undone.close()
        if self._before is not None and not self._shown:
            self._before.jobs.go_on()
        take_apart(self)
