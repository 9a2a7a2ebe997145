"""Work that takes over 100 ms: one job at a time in the background, result on the GUI thread."""

import threading
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from kdc_desktop.errors import CalledOffError, UserError
from kdc_desktop.gui_thread import Worker
from kdc_desktop.i18n import lazy

T = TypeVar("T")

REST = 400
"""Milliseconds in which the window shows what a person's job has brought, alone.

Whoever reckons beside it takes a turn whenever it calls into Qt or SQLite: it would take twice as
long.
"""
ONE_AT_A_TIME = lazy("One thing at a time: wait for the work in progress, or cancel it.")


class Progress:
    """What a job is given: tell how far it is, and ask whether it should stop."""

    def __init__(
        self, moved: Callable[[float], object], writing: Callable[[], object] = lambda: None
    ) -> None:
        self._moved, self._told_to_write = moved, writing
        self._cancelled = threading.Event()
        self._deciding = threading.Lock()
        self._writing = False
        self.gave_up = False  # whether the work has been told to stop

    def __call__(self, share: float) -> None:
        """Tell the share done, 0 to 1."""
        self._moved(share)

    def cancelled(self) -> bool:
        """Whether to stop: the person has had enough, or wants something else first."""
        self.gave_up = self._cancelled.is_set()
        return self.gave_up

    def begin_writing(self) -> None:
        """From now on it is too late to stop; what is written is whole, and its result counts.

        Raises:
            CalledOffError: the person has had enough before.
        """
        with self._deciding:
            if self.cancelled():
                raise CalledOffError
            self._writing = True
        self._told_to_write()

    def cancel(self) -> bool:
        """Ask the job to stop at its next look; False when it is too late for that."""
        with self._deciding:
            if not self._writing:
                self._cancelled.set()
            return not self._writing


@dataclass
class _Job:
    work: Callable[[Progress], Any]
    then: Callable[[Any], object]
    progress: Progress
    title: str = ""
    writes: bool = False
    handed_over: bool = False  # what is left is its thread's end


def _as_started(work: Callable[[Progress], T]) -> Callable[[Progress], T]:
    """The work in the context of whoever starts it: what it writes is theirs, whatever thread."""
    context = copy_context()
    return lambda progress: context.run(work, progress)


class Jobs(QObject):
    """Runs one job at a time; the window shows its title, its progress and a cancel button.

    Work that nobody asked for goes through `run_quietly`: it is not shown, and makes way for what
    a person asks for, and for a moment for what has come of it. `started`, `moved`, `writing` and
    `ended` tell of the person's jobs only; `writing` says that it is too late to cancel.
    """

    started = Signal(str)
    moved = Signal(float)
    writing = Signal()
    ended = Signal()
    problem = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: Worker | None = None
        self._running: _Job | None = None
        self._asked: _Job | None = None  # the person's job, running or about to
        self._quiet: list[_Job] = []  # waiting
        self._closed = self._making_way = False
        self._ended: _Job | None = None
        self._letting_go = QTimer(self)
        self._letting_go.setSingleShot(True)
        self._letting_go.timeout.connect(self._let_go)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST)
        self._resting.timeout.connect(self._start_next)

    @property
    def busy(self) -> bool:
        """Whether a job is running or waiting, a quiet one and those beside it included."""
        own = self._running is not None or self._asked is not None or bool(self._quiet)
        return own or any(beside.busy for beside in self.findChildren(Jobs))

    @property
    def asked_for(self) -> str:
        """The title of the person's job that is running or about to; empty without one."""
        return self._asked.title if self._asked is not None else ""

    @property
    def writes(self) -> bool:
        """Whether the person's job is one that writes to the club file."""
        return self._asked is not None and self._asked.writes

    def run(
        self,
        title: str,
        work: Callable[[Progress], T],
        then: Callable[[T], object],
        *,
        writes: bool = False,
    ) -> bool:
        """Start a person's job, unless one is running; `then` gets its result on the GUI thread.

        False when it is not started, as none is once all have been waited for.
        A quiet job that is running is asked to stop, and this one starts when it has. A job that
        `writes` calls `begin_writing` of its progress before it does.
        """
        if self._closed:
            return False
        if self._asked is not None and self._asked.handed_over:  # Enter was typed ahead
            self._asked = None
            self.ended.emit()
        if self._asked is not None or self._making_way:
            self.problem.emit(str(ONE_AT_A_TIME))
            return False
        progress = Progress(self.moved.emit, self.writing.emit)
        self._asked = _Job(_as_started(work), then, progress, title, writes)
        if self._running is not None:
            self._running.progress.cancel()
        self.started.emit(title)
        self._start_next()
        return True

    def run_quietly(
        self, work: Callable[[Progress], T], then: Callable[[T], object] = lambda _result: None
    ) -> None:
        """Do something nobody asked for once nothing else runs; `then` gets its result.

        Work that gives up because a person wants something else is begun again after that.
        """
        if not self._closed:
            self._quiet.append(_Job(_as_started(work), then, Progress(lambda _share: None)))
        self._start_next()

    def stop(self) -> None:
        """End, for closing the program: what only reads is cancelled, what writes is waited for."""
        if not self.writes:
            self.cancel()
        self.wait()

    def cancel(self) -> None:
        """Ask the person's job to stop, unless it writes already; its result is dropped."""
        if self._asked is None:
            return
        if self._asked.progress.cancel() and self._asked is not self._running:
            self._asked = None
            self.ended.emit()

    def wait(self) -> None:
        """Block until the running job has ended, and start no other; for closing the program.

        What a person's job writes is written, even where it has not begun; its result goes nowhere,
        since who wanted it is being closed.
        """
        self._closed = True
        self._quiet.clear()
        for beside in self.findChildren(Jobs):
            beside.wait()
        asked, running = self._asked, self._running
        if running is not None and self._worker is not None:
            if running is not asked:
                running.progress.cancel()
            running.then = lambda _result: None
            self._worker.wait()
        if asked is not None and asked.writes and asked is not running:
            with suppress(UserError, CalledOffError):
                asked.work(asked.progress)
        if asked is not running:
            self._asked = None

    def make_way(self) -> bool:
        """Whether nothing runs, and nothing begins any more, for who is about to close this.

        A person's job ends by itself before that; a quiet one that runs is told to stop. Ask again
        until it is so; `go_on` where nothing is closed after all.
        """
        beside_too = [beside.make_way() for beside in self.findChildren(Jobs)]
        if self._asked is None:
            self._making_way = True
            if self._running is not None:
                self._running.progress.cancel()
        return self._running is None and self._asked is None and all(beside_too)

    def go_on(self) -> None:
        """Take on jobs again after all: what was to be closed stays open."""
        self._closed = self._making_way = False
        for beside in self.findChildren(Jobs):
            beside.go_on()
        self._start_next()

    def _start_next(self) -> None:
        if self._running is not None or self._closed or self._making_way:
            return
        quietly = bool(self._quiet) and not self._resting.isActive()
        job = self._asked or (self._quiet.pop(0) if quietly else None)
        if job is None:
            return
        worker = Worker(lambda: job.work(job.progress), self)
        self._worker, self._running = worker, job
        worker.done.connect(self._hand_over)
        worker.failed.connect(self._tell)
        worker.finished.connect(self._end)
        worker.finished.connect(worker.deleteLater)
        worker.destroyed.connect(self._letting_go.start)
        worker.start()

    # Bound methods of an object of the GUI thread: Qt queues them there.
    def _hand_over(self, result: object) -> None:
        job = self._running
        assert job is not None
        dropped = job.progress.cancelled() if job is self._asked else job.progress.gave_up
        if not dropped:
            job.then(result)
        job.handed_over = True

    def _tell(self, error: BaseException) -> None:
        if self._running is not None:
            self._running.handed_over = True
        if isinstance(error, UserError):
            self.problem.emit(str(error))
        elif not isinstance(error, Exception):
            raise RuntimeError("a job may not end the program") from error
        elif not isinstance(error, CalledOffError):
            raise error

    def _end(self) -> None:
        job = self._running
        assert job is not None
        self._worker = self._running = None
        # The job may hold the last reference to the dialog that owns this, and the worker with it:
        # were that dropped while the worker is deleted, Qt would delete it twice.
        self._ended = job
        if job is self._asked:
            self._asked = None
            self._resting.start()
            self.ended.emit()
        elif job.progress.gave_up and not self._closed:
            self._quiet.insert(0, _Job(job.work, job.then, Progress(lambda _share: None)))
        self._start_next()

    def _let_go(self) -> None:
        if not self.findChildren(Worker):
            self._ended = None
