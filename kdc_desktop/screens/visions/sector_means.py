"""The mean position of each sector."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kdc_desktop.domain.people.sectors import name_of
from kdc_desktop.domain.visions.scales import Scale
from kdc_desktop.i18n import _, decimal_text, listed, paired
from kdc_desktop.screens.kit.badges import paint_sector
from kdc_desktop.screens.kit.theme import Theme

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SectorMeans(QWidget):
    """A bar with the mean of each sector that has answered."""

    is_a_picture = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[tuple[str, float, float], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_means(self, scale: Scale, means: Mapping[str, float]) -> None:
        """Show these means, the highest first; their share of the scale is the bar's length."""
        ordered = sorted(means.items(), key=lambda item: -item[1])
        self._rows = tuple(
            (letter, mean, (mean - scale.lowest + 1) / (scale.highest - scale.lowest + 1))
            for letter, mean in ordered
        )
        words = (
            paired(name_of(letter), decimal_text(mean, 1)) for letter, mean, _share in self._rows
        )
        self.setAccessibleName(_("Mean by sector: {means}", means=listed(words)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), len(self._rows) * self._theme.px(27))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        px, theme = self._theme.px, self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(14, QFont.Weight.DemiBold))
        for row, (letter, mean, share) in enumerate(self._rows):
            middle = row * px(27) + px(13)
            badge = QRectF(0, middle - px(10), px(20), px(20))
            paint_sector(painter, badge, letter, theme.dark)
            whole = QRectF(px(32), middle - px(5), self.width() - px(72), px(10))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.palette.pressed))
            painter.drawRoundedRect(whole, px(5), px(5))
            painter.setBrush(QColor(theme.sector_colour(letter)))
            part = QRectF(whole.x(), whole.y(), whole.width() * share, whole.height())
            painter.drawRoundedRect(part, px(5), px(5))
            painter.setPen(QColor(theme.palette.ink))
            box = QRectF(self.width() - px(36), middle - px(12), px(36), px(24))
            painter.drawText(box, RIGHT, decimal_text(mean, 1))
        painter.end()
