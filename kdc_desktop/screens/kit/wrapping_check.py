"""A box to check whose text goes on in the next line where there is no room."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from kdc_desktop.audience.kit.wrapping import wrap

_MOST_LINES = 4
_LEAST = 22  # letters


class WrappingCheck(QCheckBox):
    """As wide as it is made, and as high as its text needs in that width.

    `letters` is how many of them stand on a line at least.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.letters = _LEAST
        self._whole = self._shown = ""
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)  # in a row it may be the highest
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """On one line."""
        self._read()
        text = self.fontMetrics().horizontalAdvance(self._whole)
        return QSize(text + self._around() + 4, self.heightForWidth(text + self._around() + 4))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        letters = self.letters * self.fontMetrics().averageCharWidth()
        return QSize(min(hint.width(), letters + self._around()), hint.height())

    def heightForWidth(self, width: int) -> int:
        lines = len(self._lines(width - self._around()))
        return super().sizeHint().height() + self.fontMetrics().lineSpacing() * (
            lines - 1 - self._shown.count("\n")
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines = self._lines(self.width() - self._around())
        self._shown = "\n".join(lines)
        self.setText(self._shown)

    def _around(self) -> int:
        """What the box takes, and what the style keeps free."""
        from PySide6.QtWidgets import QStyle, QStyleOptionButton  # not needed at the start

        option = QStyleOptionButton()
        self.initStyleOption(option)
        element = QStyle.SubElement.SE_CheckBoxContents
        return self.width() - self.style().subElementRect(element, option, self).width()

    def _lines(self, room: int) -> list[str]:
        self._read()
        lines, _all = wrap(self._whole, self.font(), room, _MOST_LINES, break_words=True)
        return list(lines)

    def _read(self) -> None:
        """Take the text that it was given since."""
        if self.text() != self._shown:
            self._whole = self._shown = self.text()
            self.setAccessibleName(self._whole.replace("&", ""))
