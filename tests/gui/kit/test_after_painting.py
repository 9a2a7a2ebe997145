"""What may come later comes after what hands have just done is painted, however long that takes."""

import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.screens.kit.after_painting import AfterPainting

WAIT = 5


class Painted(QObject):
    """Notes that a widget is painted."""

    def __init__(self, widget: QWidget, told: list[str]) -> None:
        super().__init__(widget)
        self._told = told
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self._told.append("painted")
        return super().eventFilter(watched, event)


def test_what_takes_longer_than_the_wait_is_painted_first(qtbot: QtBot):
    widget, told = QWidget(), list[str]()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    later = AfterPainting(WAIT, widget)
    later.over.connect(lambda: told.append("later"))
    Painted(widget, told)
    later.start()
    widget.update()
    time.sleep(WAIT * 4 / 1000)
    qtbot.waitUntil(lambda: "later" in told)
    assert told == ["painted", "later"]


def test_it_tells_once_however_often_it_was_started_and_not_where_it_was_stopped(qtbot: QtBot):
    parent, told = QObject(), list[str]()
    later, never = AfterPainting(WAIT, parent), AfterPainting(WAIT, parent)
    later.over.connect(lambda: told.append("later"))
    never.over.connect(lambda: told.append("never"))
    for each in (later, never, later, later):
        each.start()
    never.stop()
    assert (later.is_under_way, never.is_under_way) == (True, False)
    qtbot.waitUntil(lambda: not later.is_under_way)
    qtbot.wait(WAIT * 4)
    assert told == ["later"]
