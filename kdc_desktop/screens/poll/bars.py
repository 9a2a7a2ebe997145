"""Bars of a result: as long as the total, made of what each sector gave."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kdc_desktop.screens.kit.palette import DARK
from kdc_desktop.screens.kit.rows import RowRole
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.poll_results import ResultRow


class BarDelegate(QStyledItemDelegate):
    """Draws the bar of a `ResultRow`; `most` is the total of the longest bar."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.most = 1

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        row = index.data(RowRole)
        if not isinstance(row, ResultRow) or not row.total:
            return
        area = QRectF(option.rect).adjusted(8, 9, -8, -9)
        bar = QRectF(area)
        bar.setWidth(max(3.0, area.width() * row.total / max(1, self.most)))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(bar, 4, 4)
        painter.setClipPath(outline)
        self._paint_parts(painter, bar, row)
        painter.restore()

    def _paint_parts(self, painter: QPainter, bar: QRectF, row: ResultRow) -> None:
        palette = self._theme.palette
        font = self._theme.font(12)
        font.setBold(True)
        painter.setFont(font)
        parts = [(share.sector, share.count) for share in row.shares if share.count]
        parts.append(("", row.rest))
        if len(parts) == 1:
            painter.fillRect(bar, QColor(palette.accent))
            return
        left = bar.left()
        for sector, count in parts:
            part = QRectF(left, bar.top(), bar.width() * count / row.total, bar.height())
            left = part.right()
            if not count:
                continue
            colour = QColor(self._theme.sector_colour(sector) if sector else palette.edge)
            painter.fillRect(part, colour)
            if not sector:
                painter.fillRect(part, Qt.BrushStyle.BDiagPattern)
            elif part.width() >= self._theme.px(18):
                painter.setPen(QColor(DARK.paper if palette.dark else "#FFFFFF"))
                painter.drawText(part, Qt.AlignmentFlag.AlignCenter, sector)
