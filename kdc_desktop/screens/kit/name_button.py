"""The name of something that a click opens, as much of it as there is room for."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from kdc_desktop.screens.kit.plain import plain_caption, set_tip

_LEAST = 16  # letters


class NameButton(QPushButton):
    """As wide as it is made: it never makes the place wider in which it stands."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(plain_caption(name), parent)
        self._name = name
        self.setProperty("kind", "name")
        self.setAccessibleName(name)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        least = _LEAST * self.fontMetrics().averageCharWidth()
        return QSize(min(hint.width(), least), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        measure = self.fontMetrics()
        around = self.sizeHint().width() - measure.horizontalAdvance(self.text().replace("&&", "&"))
        room = self.width() - max(0, around)
        shown = measure.elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        if plain_caption(shown) != self.text():
            self.setText(plain_caption(shown))
        set_tip(self, self._name if shown != self._name else "")
