"""A number that counts hands while one looks at the room: one key for each hand."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from kdc_desktop.screens.kit.steady import Spin

_STEPS = {Qt.Key.Key_Space: 1, Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}


class HandSpin(Spin):
    """Space and + count one more, − one less; all else as in any number."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepBy(step)
