"""What the window feels: a timer of 5 ms whose longest delay is how long nothing could happen."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop, Qt, QTimer

EVERY = 5  # ms
LIMIT = "≤ 100 ms"  # what may ship; 50 is wanted
PATIENCE = 120  # s


class Heartbeat:
    """The longest time, in milliseconds, in which the event loop ran no timer.

    `busiest` is the most that the window's own thread worked in such a time: what is left of it
    on a machine that does nothing else.
    """

    def __init__(self) -> None:
        self.longest = self.busiest = 0.0
        self._worked = 0.0
        self._since = QElapsedTimer()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to count."""
        self._since.start()
        self._worked = time.thread_time()
        self._timer.start()

    def stop(self) -> None:
        """Count what is under way, and end."""
        self._beat()
        self._timer.stop()

    def _beat(self) -> None:
        worked = time.thread_time()
        self.longest = max(self.longest, self._since.nsecsElapsed() / 1e6 - EVERY)
        self.busiest = max(self.busiest, (worked - self._worked) * 1000)
        self._since.start()
        self._worked = worked


def let_pass(seconds: float) -> None:
    """Let the window live for so long, as if nobody touched it."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, int(left * 1000) + 1)
        time.sleep(0.0005)


def until(true: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Let the window live until this is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came"
        QCoreApplication.processEvents()
        time.sleep(0.0005)


@contextmanager
def beating() -> Iterator[Heartbeat]:
    """Count while something is done; do it by keys and clicks, and wait for its end inside.

    Let the window come to rest before: what it still had to do would count.
    """
    beat = Heartbeat()
    let_pass(0.3)
    beat.start()
    try:
        yield beat
        let_pass(0.3)  # what the act has left behind counts as well
    finally:
        beat.stop()
