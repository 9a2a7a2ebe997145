"""Python's garbage collector, run where it harms nobody: on the GUI thread, between two events.

Left to itself it runs in whatever thread happens to make objects. In the thread of a job it takes
widgets and timers apart that belong to the GUI thread, and a pass over everything costs the window
three frames in the middle of a gesture. See docs/decisions/0010.
"""

import gc
import time
import weakref
from collections.abc import Callable, Iterable
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, QTimer
from shiboken6 import isValid

EVERY = 50  # ms
YOUNG = 5_000  # more objects made than let go, after which the new ones are looked at
SOME_TIME = 40  # looks, after which they are looked at however few they seem
ALL = 40_000  # and after which all are that are not set aside: so many, that it goes unnoticed
BETWEEN = 5  # ms
LATE = 15  # ms; a turn that comes so much later than it should had to wait for the window's work
CALM = 6  # turns in time, after which the window is taken to be at rest
AT_LAST = 600  # turns, after which all is looked at however busy the window is
LONG = 0.01  # s; what takes longer to look at is not looked at again


class Collector(QObject):
    """Takes the collector over as soon as it is made, from Python or from the one made before.

    New objects are looked at every 50 ms if there are many, else every two seconds. All are when no
    job is running, as `busy` says, for what a job is working with is still in use; and before they
    are so many that it would be felt. What has stayed alive then, and takes longer to look at than
    a moment, is set aside (“frozen”) for good: it goes by its counts. After a club was closed all
    is looked at, too, once the window has come to rest: it may be doing something in several turns.
    """

    _in_charge: ClassVar[Callable[[], "Collector | None"]] = lambda: None

    def __init__(self, busy: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.busy = busy
        self._looking = QTimer(self)
        self._made = 0  # objects since all were looked at
        self._released = False
        self._waited = 0  # looks since the new ones were
        gc.disable()
        self._take_charge()
        self._calm = 0  # turns in time, one after the other
        self._due = 0  # turns since all should have been looked at
        self._since = QElapsedTimer()
        self._since.start()
        self._looking.setInterval(EVERY)
        self._looking.timeout.connect(self._take_turn)
        self._looking.start()

    def _take_charge(self) -> None:
        before = Collector._in_charge()
        if before is not None and isValid(before):
            before._looking.stop()
        Collector._in_charge = weakref.ref(self)

    def _take_turn(self) -> None:
        late = self._since.restart() > EVERY + LATE
        self._calm = 0 if late else self._calm + 1
        self.look(at_rest=self._calm >= CALM or self._due >= AT_LAST)

    def look(self, *, at_rest: bool = True) -> None:
        """Collect, if there is enough to make it worth while."""
        made = gc.get_count()[0]
        self._waited += 1
        self._due = self._due + 1 if self._released and not self.busy() else 0
        if (self._made + made >= ALL or (self._released and at_rest)) and not self.busy():
            self._look_at_all()
        elif made >= YOUNG or self._waited >= SOME_TIME:
            self._made += made
            self._waited = 0
            gc.collect(0)

    def begin(self) -> None:
        """Set aside all that made the first window, without a look: nothing of it has gone."""
        gc.freeze()

    def settle(self) -> None:
        """Set aside what is there."""
        gc.collect(0)
        gc.freeze()
        self._made = 0

    def release(self) -> None:
        """Look soon at all that is not set aside: a club file has been closed.

        What was set aside is left alone, for a look at that would be felt: `take_apart` leaves
        nothing of a club in circles.
        """
        self._released = True

    def _look_at_all(self) -> None:
        self._made, self._released = 0, False
        started = time.perf_counter()
        gc.collect()
        if time.perf_counter() - started > LONG:
            gc.freeze()


class _Leaving(QObject):
    """What goes, one part after the other, so that the window can do something in between."""

    def __init__(self, parts: Iterable[QObject]) -> None:
        super().__init__(QCoreApplication.instance())
        self._parts = list(parts)
        self._held: list[QObject] = []
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._go_on)
        self._turn.start(BETWEEN)

    def _go_on(self) -> None:
        if any(isValid(part) for part in self._held):
            return  # a dialog with an event loop of its own is open
        for part in self._held:
            vars(part).clear()
        self._held = []
        if not self._parts:
            self.deleteLater()
            return
        part = self._parts.pop(0)
        self._held = [part]
        if isValid(part):  # else it went with what it lay within
            self._held += part.findChildren(QObject)
            part.deleteLater()


def take_apart(*parts: QObject) -> None:
    """Delete these in their order, soon, with all that lies within them.

    What Python keeps of them is emptied, so that rows, databases and whatever else they knew go at
    once, and no pass over everything has to look for them. For what is closed: nobody may call it.
    """
    _Leaving(parts)
