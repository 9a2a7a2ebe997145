"""A dialog that comes by itself never comes between somebody and their ballot paper."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.screens.kit.passing import open_for_now

SHOWN_WITHIN = 1_000  # ms; who clicks on it later wants it


def open_unasked(dialog: QDialog, over: QWidget, shared: SharedScreen) -> None:
    """Open it, while people vote without taking their keys.

    Where they vote on this display it waits until the facilitator's window has the keys again.
    """
    kiosk = shared.kiosk
    if kiosk is None or over.isActiveWindow():
        open_for_now(dialog)
    elif kiosk.screen() is over.screen():
        _Waiting(dialog, over)
    else:
        dialog.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        _KeysStay(dialog, kiosk)
        open_for_now(dialog)


class _Waiting(QObject):
    """Of a dialog, which it opens."""

    def __init__(self, dialog: QDialog, over: QWidget) -> None:
        super().__init__(dialog)
        self._dialog, self._over = dialog, over
        self._application = _application()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # also where it never opens
        self._application.focusWindowChanged.connect(self._look)
        QApplication.alert(over)

    def _look(self) -> None:
        if self._over.isActiveWindow():
            self._application.focusWindowChanged.disconnect(self._look)
            open_for_now(self._dialog)


class _KeysStay(QObject):
    """Where a window manager gives a dialog the keys all the same, the voter has them back."""

    def __init__(self, dialog: QDialog, kiosk: QWidget) -> None:
        super().__init__(dialog)
        self._dialog, self._voters = dialog, kiosk.window()
        if self._voters.isActiveWindow():
            self._application = _application()
            self._application.focusWindowChanged.connect(self._look)
            QTimer.singleShot(SHOWN_WITHIN, self, self._rest)

    def _look(self) -> None:
        if self._dialog.isActiveWindow():
            self._rest()
            self._voters.activateWindow()

    def _rest(self) -> None:
        self._application.focusWindowChanged.disconnect(self._look)
        self.deleteLater()


def _application() -> QGuiApplication:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    return application
