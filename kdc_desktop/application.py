"""The Qt application that the windows live in."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from kdc_desktop import paths

STYLE = "Fusion"  # as an argument: `setStyle` would make classes of all that styles know


def make_application(arguments: list[str]) -> QApplication:
    """The Qt application with the program's name and icon."""
    app = QApplication([*arguments, "-style", STYLE])
    app.setApplicationName("kdc-desktop")
    app.setApplicationDisplayName("KDC Desktop")
    app.setDesktopFileName("kdc-desktop")
    app.setWindowIcon(QIcon(str(paths.resource("kdc-desktop.svg"))))
    return app
