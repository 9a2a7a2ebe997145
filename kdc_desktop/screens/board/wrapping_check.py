"""A box to check whose text goes on in the next line where there is no room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QWidget

from kdc_desktop.audience.kit.wrapping import wrap

_MOST_LINES = 4


class WrappingCheck(QCheckBox):
    """As wide as it is made; its text is given once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._whole:
            self._whole = self.text()
            self.setAccessibleName(self._whole)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        element = QStyle.SubElement.SE_CheckBoxContents
        room = self.style().subElementRect(element, option, self).width()
        lines, _all = wrap(self._whole, self.font(), room, _MOST_LINES, break_words=True)
        self.setText("\n".join(lines))
