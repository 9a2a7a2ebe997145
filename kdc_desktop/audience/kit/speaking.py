"""What a screen reader says by itself: the one door through which sentences go to it."""

import re

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from kdc_desktop.i18n import listed

SETTLED = 350
"""Milliseconds after which what changes with every key or turn of the wheel has come to rest."""
_ASSERTIVE = QAccessible.AnnouncementPoliteness.Assertive
_BETWEEN = re.compile(r"\s*(?:\n| · )\s*")
_MARKS = re.compile("[\u200b\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf\u2b00-\u2bff]\ufe0f?")


def listens() -> bool:
    """Whether anything reads the screen; what is only read aloud need not be worded otherwise."""
    return QAccessible.isActive()


def aloud(text: str) -> str:
    """A text as it is read aloud: on one line, and without the signs that stand between words."""
    parts = (_MARKS.sub("", part).strip() for part in _BETWEEN.split(text))
    return listed(part for part in parts if part)


def speak(widget: QWidget, sentence: str, *, at_once: bool = False) -> None:
    """Have a sentence read aloud, after what is being read; `at_once` interrupts that."""
    if not listens() or not (said := aloud(sentence)):
        return
    event = QAccessibleAnnouncementEvent(widget, said)
    if at_once:
        event.setPoliteness(_ASSERTIVE)
    QAccessible.updateAccessibility(event)


def describe(widget: QWidget, text: str) -> None:
    """Say what a widget that is walked by keys shows as current, where that is another now."""
    if text != widget.accessibleDescription():
        widget.setAccessibleDescription(text)
        if widget.hasFocus():
            speak(widget, text)


class Settling(QObject):
    """Has the last of several sentences read aloud, once no other has come for a moment."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget, self._sentence = widget, ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLED)
        self._timer.timeout.connect(lambda: speak(self._widget, self._sentence))

    def speak(self, sentence: str) -> None:
        """Have this read aloud unless another follows."""
        if listens():
            self._sentence = sentence
            self._timer.start()
