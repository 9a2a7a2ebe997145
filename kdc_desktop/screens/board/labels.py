"""Names of clusters from afar: chips of a constant size over the board, never too small to read."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from kdc_desktop.domain.board.arranging import BETWEEN
from kdc_desktop.domain.board.layout import GAP, TITLE_HEIGHT
from kdc_desktop.i18n import number_text
from kdc_desktop.screens.board.contents import cluster_rect
from kdc_desktop.screens.board.drawing import READABLE, TITLES_READABLE
from kdc_desktop.screens.kit.palette import Palette
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.board.rows import ClusterRow

_SIZE, _HEIGHT, _PAD, _BETWEEN = 12, 22, 7, 6
_MOST_MEASURED, _MOST_CHIPS = 1000, 300
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAP = int(_MIDDLE_LEFT) | int(Qt.TextFlag.TextWordWrap)
_END = Qt.TextElideMode.ElideRight
_ABOVE_NOTES = TITLE_HEIGHT + BETWEEN + GAP  # what lies free above the notes of a cluster
_Told = tuple[str, int, int]  # what stands on a chip: name, number and how many ideas


class ClusterLabels:
    """Places and paints the chips; all rectangles are in pixels of the zoomed board."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._worn: tuple[float, Palette] | None = None
        self._grown = 1.0
        self._measured: dict[_Told, tuple[float, float, float]] = {}
        self._sizes: dict[tuple[_Told, float], tuple[float, float]] = {}
        self._chips: dict[tuple[_Told, float, float, float], QPixmap] = {}

    def _dress(self, zoom: float) -> None:
        """Have the fonts and colours of now, and forget what was made with others."""
        room = _ABOVE_NOTES * zoom / _HEIGHT if zoom >= READABLE else self._theme.scale
        self._grown = max(1.0, min(room, self._theme.scale))
        worn = (self._grown, self._theme.palette)
        many = max(len(self._measured), len(self._sizes)) > _MOST_MEASURED
        if many or self._worn != worn:
            self._worn = worn
            self._small = self._theme.font(_SIZE, QFont.Weight.Medium)
            self._bold = self._theme.font(_SIZE, QFont.Weight.DemiBold)
            for font in (self._small, self._bold):
                font.setPixelSize(self._px(_SIZE))
            self._measured.clear()
            self._sizes.clear()
            self._chips.clear()

    def _px(self, length: float) -> int:
        return round(length * self._grown)

    @staticmethod
    def wanted(zoom: float) -> bool:
        """Whether the board is so far away that names need chips."""
        return zoom < TITLES_READABLE

    def rect(self, row: ClusterRow, zoom: float) -> QRectF:
        """Where the chip of a cluster lies: at its upper left, never wider than the cluster.

        A long name takes several lines where notes are too far away to be read. Where they can be
        read it covers none: it reaches up from them, with one line.
        """
        self._dress(zoom)
        wide, high = self._size(row, row.width * zoom)
        top = row.y * zoom
        if zoom >= READABLE:
            high = self._px(_HEIGHT)
            top = min(top, (row.y + TITLE_HEIGHT) * zoom - high)
        return QRectF(row.x * zoom, top, wide, high)

    def framed(self, row: ClusterRow, zoom: float) -> QRectF:
        """A cluster with its name, on the board: seen from afar that reaches beyond it."""
        cluster = cluster_rect(row)
        if not self.wanted(zoom):
            return cluster
        chip = self.rect(row, zoom)
        return cluster.united(QRectF(chip.topLeft() / zoom, chip.size() / zoom))

    def _size(self, row: ClusterRow, room: float) -> tuple[float, float]:
        key, name, count = self._widths(row)
        known = (_told(row), room)
        if known not in self._sizes:
            px = self._px
            inside = max(1.0, room - key - 2 * px(_PAD))
            high = float(px(_HEIGHT))
            if name > inside:
                wrapped = QRectF(0, 0, inside, 1000)
                metrics = QFontMetricsF(self._bold)
                high += metrics.boundingRect(wrapped, _WRAP, row.name).height() - metrics.height()
            wide = min(room, key + name + count + 2 * (px(_PAD) + _BETWEEN))
            self._sizes[known] = (wide, high)
        return self._sizes[known]

    def cluster_at(self, rows: Iterable[ClusterRow], zoom: float, at: QPointF) -> int | None:
        """The cluster whose chip lies at a point of the board, when it is seen from afar."""
        if not self.wanted(zoom):
            return None
        here = (row.id for row in rows if self.rect(row, zoom).contains(at * zoom))
        return next(here, None)

    def paint(self, painter: QPainter, row: ClusterRow, zoom: float) -> None:
        """Paint the chip of a cluster: its key, its name, how many ideas."""
        rect, dpr = self.rect(row, zoom), painter.device().devicePixelRatioF()
        known = (_told(row), rect.width(), rect.height(), dpr)
        chip = self._chips.get(known)
        if chip is None:
            if len(self._chips) >= _MOST_CHIPS:
                self._chips.clear()
            chip = self._chips[known] = self._chip(row, rect.size(), dpr)
        painter.drawPixmap(rect.topLeft(), chip)

    def _chip(self, row: ClusterRow, size: QSizeF, dpr: float) -> QPixmap:
        chip = QPixmap((size * dpr).toSize() + QSize(1, 1))
        chip.setDevicePixelRatio(dpr)
        chip.fill(Qt.GlobalColor.transparent)
        painter = QPainter(chip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, row, QRectF(QPointF(), size))
        painter.end()
        return chip

    def _draw(self, painter: QPainter, row: ClusterRow, rect: QRectF) -> None:
        colours, pad = self._theme.palette, self._px(_PAD)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        inside = rect.adjusted(pad, 0, -pad, 0)
        key, count = _key(row), number_text(row.ideas)
        key_wide, name_wide, count_wide = self._widths(row)
        painter.setFont(self._small)
        painter.setPen(QColor(colours.muted))
        if key:
            painter.drawText(inside, _MIDDLE_LEFT, key)
            inside.setLeft(inside.left() + key_wide)
        if inside.width() >= name_wide + _BETWEEN + count_wide:
            behind = inside.adjusted(name_wide + _BETWEEN, 0, 1, 0)
            painter.drawText(behind, _MIDDLE_LEFT, count)
        painter.setFont(self._bold)
        painter.setPen(QColor(colours.ink))
        name = row.name
        if rect.height() <= self._px(_HEIGHT):
            name = painter.fontMetrics().elidedText(name, _END, round(inside.width()) + 1)
        painter.drawText(inside.adjusted(0, 0, 1, 0), _WRAP, name)

    def _widths(self, row: ClusterRow) -> tuple[float, float, float]:
        told = _told(row)
        if told not in self._measured:
            small, bold = QFontMetricsF(self._small), QFontMetricsF(self._bold)
            self._measured[told] = (
                small.horizontalAdvance(key) + _BETWEEN if (key := _key(row)) else 0.0,
                bold.horizontalAdvance(row.name) + 1,
                small.horizontalAdvance(number_text(row.ideas)),
            )
        return self._measured[told]


def _told(row: ClusterRow) -> _Told:
    return (row.name, row.number, row.ideas)


def _key(row: ClusterRow) -> str:
    return str(row.number) if row.number <= 9 else ""
