"""The way back to the GUI thread: what a job ends with, and calls that other threads post."""

import time
from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, QTimer, Signal


class Worker(QThread):
    """A thread that does one job and tells how it ended."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work

    def run(self) -> None:
        """Do the work, in the thread."""
        try:
            result = self._work()
        except BaseException as error:  # SystemExit, too: what is told of nothing never ends
            self.failed.emit(error)
        else:
            self.done.emit(result)


A_FEW = 0.01  # seconds of calls in one go


class GuiThread(QObject):
    """Hands calls over to the GUI thread; a database delivers its notices through `post`.

    However many threads post, half of the time is left to what the person does. What a job posts
    is done before its result is handed over.
    """

    _posted = Signal()
    _posted_by_job = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._calls: deque[Callable[[], None]] = deque()
        self._rests_until = 0.0
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._run)
        self._posted.connect(self._wake)
        self._posted_by_job.connect(self._run_all)

    def post(self, call: Callable[[], None]) -> None:
        """Make the call now when this is the GUI thread, else there as soon as it can."""
        here = QThread.currentThread()
        if here is self.thread():
            call()
            return
        self._calls.append(call)
        posted = self._posted_by_job if isinstance(here, Worker) else self._posted
        posted.emit()

    def _wake(self) -> None:
        if self._next.isActive():
            return
        # Not through events while it rests: Qt would serve all of them before it looks for keys.
        rest = round((self._rests_until - time.monotonic()) * 1000)
        if rest > 0:
            self._next.start(rest)
        else:
            self._run()

    def _run_all(self) -> None:
        while self._calls:
            self._calls.popleft()()

    def _run(self) -> None:
        began = ended = time.monotonic()
        try:
            while self._calls and ended < began + A_FEW:
                self._calls.popleft()()
                ended = time.monotonic()
        finally:
            self._rests_until = 2 * time.monotonic() - began
            if self._calls:
                self._wake()
