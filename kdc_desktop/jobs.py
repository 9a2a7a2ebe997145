"""Work that takes over 100 ms: one job at a time in the background, result on the GUI thread."""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThread, Signal, SignalInstance

from kdc_desktop.errors import UserError

T = TypeVar("T")


class Progress:
    """What a job is given: tell how far it is, and ask whether it should stop."""

    def __init__(self, moved: SignalInstance) -> None:
        self._moved = moved
        self._cancelled = threading.Event()

    def __call__(self, share: float) -> None:
        """Tell the share done, 0 to 1."""
        self._moved.emit(share)

    def cancelled(self) -> bool:
        """Whether the person has had enough."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the job to stop at its next look."""
        self._cancelled.set()


class _Worker(QThread):
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work

    def run(self) -> None:
        try:
            result = self._work()
        except Exception as error:
            self.failed.emit(error)
        else:
            self.done.emit(result)


class GuiThread(QObject):
    """Hands calls over to the GUI thread; a database delivers its notices through `post`."""

    _posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._posted.connect(self._run)

    def post(self, call: Callable[[], None]) -> None:
        """Make the call now when this is the GUI thread, else there as soon as it can."""
        if QThread.currentThread() is self.thread():
            call()
        else:
            self._posted.emit(call)

    def _run(self, call: Callable[[], None]) -> None:
        call()


class Jobs(QObject):
    """Runs one job at a time; the window shows its title, its progress and a cancel button."""

    started = Signal(str)
    moved = Signal(float)
    ended = Signal()
    problem = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: _Worker | None = None
        self._progress: Progress | None = None
        self._then: Callable[[Any], None] = lambda _result: None

    @property
    def busy(self) -> bool:
        """Whether a job is running."""
        return self._worker is not None

    def run(self, title: str, work: Callable[[Progress], T], then: Callable[[T], None]) -> bool:
        """Start a job, unless one is running; `then` gets its result on the GUI thread."""
        if self._worker is not None:
            self.problem.emit("One thing at a time: wait for the work in progress, or cancel it.")
            return False
        progress = Progress(self.moved)
        worker = _Worker(lambda: work(progress), self)
        self._worker, self._progress = worker, progress
        self._then = then
        worker.done.connect(self._hand_over)
        worker.failed.connect(self._tell)
        worker.finished.connect(self._end)
        self.started.emit(title)
        worker.start()
        return True

    def cancel(self) -> None:
        """Ask the running job to stop; its result is dropped."""
        if self._progress is not None:
            self._progress.cancel()

    def wait(self) -> None:
        """Block until the running job has ended; for closing the program."""
        if self._worker is not None:
            self._worker.wait()

    # Bound methods of an object of the GUI thread: Qt queues them there.
    def _hand_over(self, result: object) -> None:
        if self._progress is not None and not self._progress.cancelled():
            self._then(result)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.problem.emit(str(error))

    def _end(self) -> None:
        worker, self._worker, self._progress = self._worker, None, None
        if worker is not None:
            worker.deleteLater()
        self.ended.emit()
