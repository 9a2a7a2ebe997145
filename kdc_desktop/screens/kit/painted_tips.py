"""Tips of a list that is painted: what stands under the pointer, in full."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from kdc_desktop.screens.kit.plain import plain_tip


class PaintedTips(QObject):
    """`words_at` says what stands at a point of the viewport; nothing where nothing does."""

    def __init__(self, area: QAbstractScrollArea, words_at: Callable[[QPointF], str]) -> None:
        super().__init__(area)
        self._words_at = words_at
        area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            if isinstance(watched, QWidget):
                words = self._words_at(QPointF(event.pos()))
                QToolTip.showText(event.globalPos(), plain_tip(words), watched)
            return True
        return super().eventFilter(watched, event)
