"""Bars of a result: as long as the total, made of what each sector gave."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kdc_desktop.audience.kit.ink import NIGHT, PAPER
from kdc_desktop.audience.polls.reveal import paint_hands
from kdc_desktop.screens.kit.palette import DARK
from kdc_desktop.screens.kit.rows import RowRole
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.polls.results import ResultRow

_HIDDEN, _HANDS = "hidden", "hands"


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
        parts = [(share.sector, share.count or 0) for share in row.shares]
        parts += [(_HIDDEN, row.rest - raised), (_HANDS, raised)]
        left = bar.left()
        for kind, count in parts:
            part = QRectF(left, bar.top(), bar.width() * count / row.total, bar.height())
            left = part.right()
            if not count:
                continue
            if kind == _HANDS:
                paint_hands(painter, part, NIGHT if palette.dark else PAPER, self._theme.px(6))
                continue
            if kind == _HIDDEN:
                painter.fillRect(part, QColor(palette.edge))
                painter.fillRect(part, QBrush(QColor(palette.ink), Qt.BrushStyle.BDiagPattern))
                continue
            painter.fillRect(part, QColor(self._theme.sector_colour(kind)))
            if part.width() >= self._theme.px(18):
                painter.setPen(QColor(DARK.paper if palette.dark else "#FFFFFF"))
                painter.drawText(part, Qt.AlignmentFlag.AlignCenter, kind)
