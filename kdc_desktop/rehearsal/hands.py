"""The facilitator's hands and eyes: clicks, keys, waiting, and pictures of what is seen."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QMessageBox,
    QPushButton,
    QSpinBox,
    QWidget,
)

from kdc_desktop.app import Club
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.keys import field_of
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.screens.window.typing_on import PAUSE

W = TypeVar("W", bound=QWidget)
WAIT_SECONDS = 20.0
ROOM = QSize(1920, 1080)
PAINTS = 100  # a screen that paints bit by bit is whole long before
A_MOMENT = PAUSE * 1.2  # s that a person takes between a text that is ended and a command
FAST = 80  # Qt: the higher, the less time goes into making a PNG small


class Hands:
    """Reaches widgets by their names and does to them what a person would do."""

    def __init__(self, club: Club, pictures: Path, pace: float, tell: Callable[[str], None]):
        self.club, self._pictures, self._pace, self.tell = club, pictures, pace, tell
        self._taken, self._closed, self._typed_at = 0, False, 0.0
        club.window.closed.connect(self._let_go)

    def _let_go(self) -> None:
        """Somebody who watched has closed the window: there is nothing to play in any more."""
        self._closed = True

    def find(self, kind: type[W], name: str, inside: QWidget | None = None) -> W:
        """The widget of this name in the window, or in `inside`."""
        found = (inside or self.club.window).findChild(kind, name)
        if found is None:
            raise UserError(
                _(
                    "The rehearsal did not find {widget}. Report this with its pictures.",
                    widget=name,
                )
            )
        return found

    def rest(self) -> None:
        """Let the program catch up, and at a human pace let people see it."""
        QApplication.processEvents()
        if self._pace:
            QTest.qWait(int(self._pace * 1000))
        if self._closed:
            raise UserError(_("It was closed before its end."))

    def wait_for(self, what: str, true: Callable[[], object]) -> None:
        """Wait until something is so.

        Raises:
            UserError: it did not become so.
        """
        until = time.monotonic() + WAIT_SECONDS
        while not true():
            if time.monotonic() > until:
                raise UserError(_("The rehearsal waited in vain: {what}.", what=what))
            QTest.qWait(5)

    def click(self, widget: QWidget | str, at: QPoint | None = None) -> None:
        """A click with the left button, in the middle unless said otherwise."""
        if isinstance(widget, str):
            widget = self.find(QAbstractButton, widget)
        _not_under_a_question(widget)
        place = at if at is not None else widget.rect().center()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        self.rest()

    def pick(self, segments: Segmented, at: int) -> None:
        """Click one of the choices, counted from 0."""
        self.click(segments.findChildren(QPushButton)[at])

    def choose(self, box: QComboBox, wanted: object) -> None:
        """Walk through a closed list by the arrow keys until it shows what is wanted."""
        self.key(box, Qt.Key.Key_Home)
        while box.currentData() != wanted:
            before = box.currentIndex()
            self.key(box, Qt.Key.Key_Down)
            if box.currentIndex() == before:
                raise UserError(_("The rehearsal waited in vain: {what}.", what=str(wanted)))

    def number(self, spin: QSpinBox, value: int) -> None:
        """Type a number into a box."""
        self.key(spin, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(spin, str(value))
        self.key(spin, Qt.Key.Key_Tab)

    def type(self, widget: QWidget, text: str) -> None:
        """Type a text into a widget."""
        self._turn_to(widget)
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(widget, letter)
            else:
                # The test library knows the keys of ASCII only.
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    none = Qt.KeyboardModifier.NoModifier
                    QApplication.sendEvent(widget, QKeyEvent(kind, 0, none, letter))
        self.rest()

    def key(
        self,
        widget: QWidget,
        key: Qt.Key,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key once, in the window that it is meant for."""
        self._turn_to(widget)
        if field_of(widget) is not None:
            self._typed_at = time.monotonic()
        elif time.monotonic() - self._typed_at < A_MOMENT:  # else it would be typed on
            QTest.qWait(round(A_MOMENT * 1000))
        QTest.keyClick(widget, key, held)
        self.rest()

    def _turn_to(self, widget: QWidget) -> None:
        _not_under_a_question(widget)
        window = widget.window()
        if QApplication.activeWindow() is not window:
            window.activateWindow()
            QTest.qWaitForWindowActive(window, 1000)

    def look(self, name: str, widget: QWidget | None = None) -> None:
        """Keep a picture of the window, or of another widget, and of what the room sees."""
        self._taken += 1
        stem = f"{self._taken:03d} {name}"
        self.wait_for("the room's screen", lambda: self.club.window.feed.is_up_to_date)
        self.club.window.upkeep.tick()
        self.club.window.frame.room.redraw()
        self._let_it_paint()
        self._keep((widget or self.club.window).grab(), stem)
        if widget is None:
            self._keep(self.club.shared_screen.picture(ROOM), f"{stem}, room")
        self.tell(stem)

    def _let_it_paint(self) -> None:
        window = self.club.window
        for _again in range(PAINTS):
            QApplication.processEvents()
            window.grab()
            if window.screen_shown.is_painted:
                return

    def _keep(self, picture: QPixmap, stem: str) -> None:
        picture.save(str(self._pictures / f"{stem}.png"), quality=FAST)


def _not_under_a_question(widget: QWidget) -> None:
    """A person could not reach this widget while a question waits before its window.

    Raises:
        UserError: one does, which says that the act forgot to answer it.
    """
    for top in QApplication.topLevelWidgets():
        if top.isVisible() and top.isModal() and _is_behind(widget.window(), top):
            asked = top.text() if isinstance(top, QMessageBox) else top.windowTitle()
            raise UserError(
                _("The rehearsal left a question without an answer: {question}", question=asked)
            )


def _is_behind(window: QWidget, modal: QWidget) -> bool:
    """Whether a modal window keeps hands from this one: not from what stands on itself."""
    if modal.windowModality() is Qt.WindowModality.ApplicationModal:
        return not _stands_on(window, modal)
    return window is not modal and _stands_on(modal, window)


def _stands_on(window: QWidget, below: QWidget) -> bool:
    one: QWidget | None = window
    while one is not None and one.window() is not below:
        one = one.window().parentWidget()
    return one is not None
