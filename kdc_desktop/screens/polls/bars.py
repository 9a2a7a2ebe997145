"""Bars of a result: as long as the total, of what each sector gave; or how many said what."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kdc_desktop.audience.kit.ink import NIGHT, PAPER
from kdc_desktop.audience.kit.marks import paint_hands
from kdc_desktop.audience.polls.level_colours import level_colours
from kdc_desktop.audience.polls.level_ink import paint_level
from kdc_desktop.domain.polls.hiding import ToldPart
from kdc_desktop.domain.polls.method import Number
from kdc_desktop.screens.kit.palette import DARK
from kdc_desktop.screens.kit.rows import RowRole
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.polls.rows import ResultRow

_Painting = Callable[[QPainter, QRectF], None]


class BarDelegate(QStyledItemDelegate):
    """Draws the bar of a `ResultRow`; `most` is the length of the longest, `hands` are those
    counted in the room by option id, `by_sector` says whether some bar has parts of sectors.
    Where there are `levels`, a bar has all that were said, as the room sees them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.most = 1.0
        self.hands: Mapping[int, int] = {}
        self.levels: Sequence[str] = ()
        self.by_sector = False

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        row = index.data(RowRole)
        area = QRectF(option.rect).adjusted(8, 9, -8, -9)
        if isinstance(row, ResultRow) and self.levels and any(row.spread):
            self._paint_levels(painter, area, row.spread)
            return
        if not isinstance(row, ResultRow) or not row.length:
            return
        bar = QRectF(area)
        bar.setWidth(max(3.0, area.width() * row.length / (self.most or 1.0)))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(bar, 4, 4)
        painter.setClipPath(outline)
        self._paint_parts(painter, bar, row)
        painter.restore()

    def _paint_levels(self, painter: QPainter, bar: QRectF, spread: Sequence[int]) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = level_colours(len(spread), NIGHT if self._theme.dark else PAPER)
        left, whole = bar.left(), sum(spread)
        for count, colour in zip(spread, colours, strict=True):
            part = QRectF(left, bar.top(), bar.width() * count / whole, bar.height())
            left = part.right()
            if count:
                paint_level(painter, part.adjusted(0, 0, -1, 0), colour, 3)
        painter.restore()

    def _paint_parts(self, painter: QPainter, bar: QRectF, row: ResultRow) -> None:
        palette = self._theme.palette
        font = self._theme.font(12)
        font.setBold(True)
        painter.setFont(font)
        parts = self._parts_of(row)
        whole = sum(float(amount) for amount, _paint in parts)
        if whole <= 0:
            painter.fillRect(bar, QColor(palette.accent))
            return
        left = bar.left()
        for amount, paint in parts:
            part = QRectF(left, bar.top(), bar.width() * float(amount) / whole, bar.height())
            left = part.right()
            if amount:
                paint(painter, part)

    def _parts_of(self, row: ResultRow) -> list[tuple[Number, _Painting]]:
        """What adds up to the bar; nothing where values are no sums, or no sector is known."""
        if not row.adds_up or not self.by_sector:
            return []
        raised = self.hands.get(row.option_id, 0)
        parts = [(share.value or 0, self._sector_in(share.sector)) for share in row.shares]
        rest = row.rest if row.told is ToldPart.NUMBER else row.length
        return [*parts, (rest - raised, self._paint_hidden), (raised, self._paint_hands)]

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
