"""What stands above the list at the door makes room for it where the letters are large."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QPushButton, QWidget

from kdc_desktop.screens.kit.narrow import is_low
from kdc_desktop.screens.kit.theme import Theme


class DoorFolds(QObject):
    """Where `screen` is low, `counts` are away, which the foot of the window has as well, and
    `buttons` show their icons and tell their words in a tip."""

    def __init__(
        self, screen: QWidget, theme: Theme, counts: QWidget, buttons: Sequence[QPushButton]
    ) -> None:
        super().__init__(screen)
        self._screen, self._theme, self._counts = screen, theme, counts
        self._words = {button: button.text() for button in buttons}
        screen.installEventFilter(self)
        theme.changed.connect(self._fold)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fold()
        return False

    def _fold(self) -> None:
        low = is_low(self._screen, self._theme)
        self._counts.setVisible(not low)
        for button, words in self._words.items():
            button.setText("" if low else words)
            button.setToolTip(words if low else "")
            button.setAccessibleName(words)
