"""Folds the log into the club file whenever nothing has been written for a moment.

So a copy of the file alone, by whatever means, is the whole club.
"""

import threading
import time
from collections.abc import Callable

QUIET = 0.7  # seconds without a write
AGAIN = 2.0  # seconds until it is tried once more, when somebody was in the way


class Folding:
    """A thread of its own, there from the first write on; it waits for nobody.

    `fold` is called when it is quiet; where it answers False, it is tried again later.
    """

    def __init__(self, fold: Callable[[], bool]) -> None:
        self._fold = fold
        self._due = 0.0
        self._written = threading.Event()
        self._ended = threading.Event()
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None

    def soon(self) -> None:
        """Something was written: fold it when nothing more is for a moment."""
        self._due = time.monotonic() + QUIET
        if self._thread is None:
            self._start()
        self._written.set()

    def _start(self) -> None:
        with self._starting:
            if self._thread is None and not self._ended.is_set():
                self._thread = threading.Thread(target=self._run, name="folding", daemon=True)
                self._thread.start()

    def stop(self) -> None:
        """Fold no more; what is folding just now is waited for."""
        with self._starting:
            self._ended.set()
        self._written.set()
        if self._thread is not None:
            self._thread.join()
        self._fold = bool  # calls nobody

    def _run(self) -> None:
        while self._written.wait() and not self._ended.is_set():
            self._written.clear()
            while (rest := self._due - time.monotonic()) > 0:
                if self._ended.wait(rest):
                    return
            if not self._folded():
                self._due = time.monotonic() + AGAIN
                self._written.set()

    def _folded(self) -> bool:
        """True also where it went wrong: that is told, and tried again after the next write."""
        try:
            return self._fold()
        except Exception as error:
            told = (type(error), error, error.__traceback__, threading.current_thread())
            threading.excepthook(threading.ExceptHookArgs(told))
            return True
