"""Bars of a result: as long as the total, made of what each sector gave."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kdc_desktop.audience.kit.ink import NIGHT, PAPER
from kdc_desktop.audience.kit.marks import paint_hands
from kdc_desktop.screens.kit.palette import DARK
from kdc_desktop.screens.kit.rows import RowRole
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.polls.rows import ResultRow


class BarDelegate(QStyledItemDelegate):
    """Draws the bar of a `ResultRow`; `most` is the total of the longest bar, `hands` are those
    counted in the room by option id."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.most = 1
        self.hands: Mapping[int, int] = {}

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
        if all(share.count is None for share in row.shares):
            painter.fillRect(bar, QColor(palette.accent))
            return
        raised = self.hands.get(row.option_id, 0)
        parts = [(share.count or 0, self._sector_in(share.sector)) for share in row.shares]
        parts += [(row.rest - raised, self._paint_hidden), (raised, self._paint_hands)]
        left = bar.left()
        for count, paint in parts:
            part = QRectF(left, bar.top(), bar.width() * count / row.total, bar.height())
            left = part.right()
            if count:
                paint(painter, part)

    def _sector_in(self, sector: str) -> Callable[[QPainter, QRectF], None]:
        def paint(painter: QPainter, part: QRectF) -> None:
            painter.fillRect(part, QColor(self._theme.sector_colour(sector)))
            if part.width() >= self._theme.px(18):
                dark = self._theme.palette.dark
                painter.setPen(QColor(DARK.paper if dark else "#FFFFFF"))
                painter.drawText(part, Qt.AlignmentFlag.AlignCenter, sector)

        return paint

    def _paint_hidden(self, painter: QPainter, part: QRectF) -> None:
        palette = self._theme.palette
        painter.fillRect(part, QColor(palette.edge))
        painter.fillRect(part, QBrush(QColor(palette.ink), Qt.BrushStyle.BDiagPattern))

    def _paint_hands(self, painter: QPainter, part: QRectF) -> None:
        paint_hands(painter, part, NIGHT if self._theme.dark else PAPER, self._theme.px(6))
