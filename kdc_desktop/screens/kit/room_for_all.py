"""A line that says one of several texts, and moves nothing below it when it says another."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

_HIGHEST = 10_000


class RoomForAll(QLabel):
    """As high as the longest of the texts that it may say, whichever it says."""

    def __init__(self, texts: Iterable[str], role: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = tuple(texts)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setWordWrap(True)

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(1, width), _HIGHEST)
        wrap, metrics = Qt.TextFlag.TextWordWrap, self.fontMetrics()
        return max(
            (metrics.boundingRect(room, wrap, text).height() for text in self._texts),
            default=metrics.height(),
        )

    def sizeHint(self) -> QSize:
        width = max(1, self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.fontMetrics().height())
