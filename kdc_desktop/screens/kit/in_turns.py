"""Long work of a screen in parts: after each, the window has its turn."""

from collections import deque
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer

from kdc_desktop.screens.kit.screen import Screen

GAP = 5  # ms in which the window paints and takes keys


class InTurns(QObject):
    """Does parts of work one after the other; a part that is refused ends it with its sentence.

    A part that answers with an iterator goes on in further ones: each step of it is one.
    """

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._attempt = screen.attempt
        self._parts: deque[Callable[[], object]] = deque()
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)

    @property
    def under_way(self) -> bool:
        """Whether there are parts that have not been done."""
        return bool(self._parts)

    def start(self, *parts: Callable[[], object]) -> None:
        """Do these from now on, in the place of what was left of others."""
        self._parts = deque(parts)
        self._next.start(GAP)

    def finish(self) -> None:
        """Do what is left at once: somebody needs it now."""
        self._next.stop()
        while self._parts:
            self._do_next()

    def drop(self) -> None:
        """Do nothing of what is left: it is done in another way."""
        self._next.stop()
        self._parts.clear()

    def _go_on(self) -> None:
        self._do_next()
        if self._parts:
            self._next.start(GAP)

    def _do_next(self) -> None:
        done = self._attempt(self._parts.popleft())
        if done is None:
            self._parts.clear()
        elif isinstance(done.answer, Iterator):
            self._parts.appendleft(partial(_step, done.answer))


def _step(steps: Iterator[None]) -> Iterator[None] | None:
    return steps if next(steps, steps) is None else None
