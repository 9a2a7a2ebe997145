"""Keys that are pressed one by one, wherever the focus is then."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

NONE = Qt.KeyboardModifier.NoModifier


def press(*keys: Qt.Key | str, held: Qt.KeyboardModifier = NONE) -> None:
    """Keys, and texts letter by letter, as the window system sends them."""
    for key in (each for some in keys for each in (some if isinstance(some, str) else [some])):
        there = QApplication.focusWidget()
        assert there is not None
        if isinstance(key, str):
            QTest.keyClicks(there, key, held)
        else:
            QTest.keyClick(there, key, held)
        QCoreApplication.processEvents()
