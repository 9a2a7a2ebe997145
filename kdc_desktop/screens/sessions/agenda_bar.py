"""The agenda of an evening as a bar: a piece for each stage, as wide as it is long."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kdc_desktop.i18n import listed, paired, span_text
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.sessions.upcoming import PlannedStage

_GAP, _HIGH = 3, 8


class AgendaBar(QWidget):
    """Its stages are told in its tip."""

    is_a_picture = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stages: Sequence[PlannedStage] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stages(self, stages: Sequence[PlannedStage]) -> None:
        """Show these."""
        self._stages = stages
        told = listed(paired(stage.title, span_text(stage.minutes)) for stage in stages)
        self.setAccessibleName(told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        palette = self._theme.palette
        whole = sum(stage.minutes for stage in self._stages) or 1
        room = self.width() - _GAP * (len(self._stages) - 1)
        left, high = 0.0, float(self.height())
        for at, stage in enumerate(self._stages):
            wide = max(1.0, room * stage.minutes / whole)
            painter.setBrush(QColor(palette.accent if at == 0 else palette.accent_soft))
            painter.drawRoundedRect(QRectF(left, 0, wide, high), high / 2, high / 2)
            left += wide + _GAP
        painter.end()
