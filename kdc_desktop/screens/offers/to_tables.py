"""Esc in an empty line leads to the table of needs, where letters are keys."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from kdc_desktop.screens.kit.rows import RowTable


class ToTables(QObject):
    """Of these lines; where nothing is needed yet, it is the table of offers."""

    def __init__(self, needs: RowTable, offers: RowTable, *lines: QLineEdit) -> None:
        super().__init__(needs)
        self._needs, self._offers = needs, offers
        for line in lines:
            line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if not isinstance(watched, QLineEdit) or watched.text():
            return False
        if event.key() != Qt.Key.Key_Escape:
            return False
        table = self._needs if self._needs.model().rowCount() else self._offers
        table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True
