"""Letters that are typed in a list go to the field that looks through it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kdc_desktop.screens.kit.keys import is_held


class TypingFinds(QObject):
    """Of a field and its lists, and what lies beside them.

    Without it Qt goes to a row that begins with the letter, unseen, and Enter then acts on a row
    that nobody has chosen.
    """

    def __init__(self, field: QLineEdit, *lists: QWidget) -> None:
        super().__init__(field)
        for listed in lists:
            listed.installEventFilter(self)

    @property
    def _field(self) -> QLineEdit:
        field = self.parent()
        assert isinstance(field, QLineEdit)
        return field

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        text = event.text()
        if is_held(event) or not text.isprintable() or not text.strip():
            return False
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.setText(text)
        return True
