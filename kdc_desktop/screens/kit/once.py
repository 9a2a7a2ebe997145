"""Buttons for which an impatient double click counts as one."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton


class _Once(QObject):
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.MouseButtonDblClick


def once(*buttons: QAbstractButton) -> None:
    """Let the second press of a double click do nothing.

    For a button that does something else when it is pressed again, such as Next, and for one that
    makes room for another button under the mouse, which would take the second press; give that
    one too.
    """
    for button in buttons:
        button.installEventFilter(_Once(button))
