"""Tooltips of painted cards and heads: all that is written there, where it is cut."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from kdc_desktop.screens.consortia.layout import PlacedCard
from kdc_desktop.screens.kit.plain import plain_tip


class CardTips(QObject):
    """Shows them over a viewport; `card_at` and `title_at` say what lies at a point of it."""

    def __init__(
        self,
        viewport: QWidget,
        card_at: Callable[[QPoint], PlacedCard | None],
        title_at: Callable[[QPoint], str],
    ) -> None:
        super().__init__(viewport)
        self._viewport, self._card_at, self._title_at = viewport, card_at, title_at
        viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QHelpEvent):
            return super().eventFilter(watched, event)
        found = self._card_at(event.pos())
        tip = plain_tip(found.whole if found else self._title_at(event.pos()))
        QToolTip.showText(event.globalPos(), tip, self._viewport)
        return True
