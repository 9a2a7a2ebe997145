"""Sectors, always as letter, shape and colour."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kdc_desktop.audience.kit.marks import shape_path
from kdc_desktop.domain.people.sectors import BY_LETTER, SectorShape
from kdc_desktop.i18n import _, number_text, titled
from kdc_desktop.screens.kit.palette import DARK, LIGHT, Palette

_LETTER_SIZE = {SectorShape.TRIANGLE: 0.42, SectorShape.DIAMOND: 0.48}


def is_dark() -> bool:
    """Whether the program wears the dark palette now."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def worn_palette() -> Palette:
    """The palette that the program wears now."""
    return DARK if is_dark() else LIGHT


def paint_sector(
    painter: QPainter, rect: QRectF, letter: str, dark: bool, *, missing: bool = False
) -> None:
    """Draw a sector's badge, square and centred, into `rect`; dashed and empty when `missing`."""
    sector = BY_LETTER[letter]
    palette = DARK if dark else LIGHT
    side = min(rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if missing:
        square.adjust(1, 1, -1, -1)
        painter.setPen(QPen(QColor(palette.edge), max(1.0, side / 16), Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(sector.dark if dark else sector.light))
    painter.drawPath(shape_path(sector.shape, square))
    font = QFont(painter.font())
    font.setPixelSize(max(6, round(side * _LETTER_SIZE.get(sector.shape, 0.56))))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(QColor(palette.muted if missing else DARK.paper if dark else "#FFFFFF"))
    if sector.shape is SectorShape.TRIANGLE:
        square.setTop(square.top() + side * 0.3)
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, letter)
    painter.restore()


class SectorBadge(QWidget):
    """One sector as letter, shape and colour; `missing` draws it as a gap.

    It is as large as the text beside it asks for.
    """

    is_a_picture = True

    def __init__(self, parent: QWidget | None = None, letter: str = "C") -> None:
        super().__init__(parent)
        self._letter = letter
        self._missing = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name_it()

    @property
    def letter(self) -> str:
        """The sector's letter."""
        return self._letter

    def set_letter(self, letter: str, *, missing: bool = False) -> None:
        """Show another sector, or that it is missing."""
        self._letter, self._missing = letter, missing
        self._name_it()
        self.update()

    def sizeHint(self) -> QSize:
        side = round(QFontMetrics(self.font()).height() * 1.2)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_sector(painter, QRectF(self.rect()), self._letter, is_dark(), missing=self._missing)
        painter.end()

    def _name_it(self) -> None:
        name = BY_LETTER[self._letter].name
        missing = _("{sector}: missing", sector=name)
        self.setAccessibleName(missing if self._missing else str(name))
        self.setToolTip(self.accessibleName())


class SectorChip(QWidget):
    """A sector's badge with a count beside it, in a pill."""

    is_a_picture = True

    def __init__(self, parent: QWidget | None = None, letter: str = "C", count: int = 0) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(letter, count)

    def set_count(self, letter: str, count: int) -> None:
        """Show this sector with this count."""
        self._letter, self._count = letter, count
        self.setAccessibleName(titled(BY_LETTER[letter].name, number_text(count)))
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        height = round(metrics.height() * 1.5)
        return QSize(round(height * 1.6) + metrics.horizontalAdvance(str(self._count)), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        dark = is_dark()
        palette = DARK if dark else LIGHT
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.hover))
        rect = QRectF(self.rect())
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        side = rect.height() * 0.74
        inset = (rect.height() - side) / 2
        paint_sector(painter, QRectF(inset * 1.5, inset, side, side), self._letter, dark)
        painter.setPen(QColor(palette.muted))
        painter.drawText(
            rect.adjusted(inset * 2.5 + side, 0, 0, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            str(self._count),
        )
        painter.end()
