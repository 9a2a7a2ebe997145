"""A dialog in which something is written does not go by a slip: it asks before."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QMessageBox, QPlainTextEdit

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.questions import question


class HalfTyped(QObject):
    """Of one dialog: Esc, Ctrl+W and its close button ask where texts are not as they were."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self.setObjectName("half_typed")
        self._dialog = dialog
        self._before = self._texts()
        dialog.installEventFilter(self)

    def leave(self) -> None:
        """Close the dialog, at once where nothing is lost."""
        if self._texts() == self._before:
            self._dialog.reject()
        elif self._dialog.findChild(QMessageBox, "half_typed_box") is None:
            self._ask()

    def _texts(self) -> list[str]:
        lines = [line.text() for line in self._dialog.findChildren(QLineEdit)]
        return lines + [edit.toPlainText() for edit in self._dialog.findChildren(QPlainTextEdit)]

    def _ask(self) -> None:
        text = _("What you have written here is not kept yet.")
        box = question(self._dialog, "half_typed_box", text)
        stay = box.addButton(_("&Go on writing"), QMessageBox.ButtonRole.RejectRole)
        away = box.addButton(_("&Throw it away"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        away.clicked.connect(self._dialog.reject)
        open_for_now(box)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            leaves = event.key() == Qt.Key.Key_Escape
        else:
            leaves = event.type() == QEvent.Type.Close and event.spontaneous()
        if leaves:
            event.setAccepted(event.type() == QEvent.Type.KeyPress)
            self.leave()
        return leaves


def open_to_write(dialog: QDialog) -> None:
    """Open a dialog over its parent that asks before what is written in it is thrown away."""
    open_for_now(dialog, leave=HalfTyped(dialog).leave)
