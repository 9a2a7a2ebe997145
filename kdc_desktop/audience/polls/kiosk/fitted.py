"""Words that never leave their place: they shrink a little, wrap, and at last end in dots."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kdc_desktop.audience.kit.ink import Across, Down, Fitted, fit, metrics, text_block

READABLE = 13
"""No letters of the kiosk are smaller than this, in pixels."""


class FittedLabel(QLabel):
    """A label of at most `most_lines` lines, as high as its text needs, down to the tails of its g
    and y where lines are set tight; its style sheet gives font and colour. Words that do not fit
    are shown smaller, then shortened with dots. A `steady` one is always as high as its most lines,
    so that nothing below it moves when it says more."""

    def __init__(
        self, most_lines: int = 1, parent: QWidget | None = None, *, steady: bool = False
    ) -> None:
        super().__init__(parent)
        self.most_lines, self.steady = most_lines, steady
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)  # or QLabel takes back that its height goes by its width
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        if self.steady:
            fitted, lines = fit("1", width, 10_000, self._size), self.most_lines
        else:
            fitted = self._fitted(max(1, width), 10_000)
            lines = len(fitted.lines)
        letters = metrics(fitted.size, self.font().weight()).height()
        return ceil(lines * fitted.leading + max(0.0, letters - fitted.leading))

    def sizeHint(self) -> QSize:
        return QSize(1, ceil(self._size * 1.26))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(self.contentsRect())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            text_block(
                painter,
                box,
                self.text(),
                self._fitted(box.width(), box.height()).size,
                self.font().weight(),
                self.palette().color(QPalette.ColorRole.WindowText).name(),
                max_lines=self.most_lines,
                across=self._across,
                down=Down.MIDDLE,
                smallest=self._smallest,
            )

    @property
    def _size(self) -> int:
        return max(READABLE, self.font().pixelSize())

    @property
    def _smallest(self) -> int:
        return max(READABLE, round(self._size * 0.72))

    @property
    def _across(self) -> Across:
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return Across.CENTRE
        return Across.RIGHT if self.alignment() & Qt.AlignmentFlag.AlignRight else Across.LEFT

    def _fitted(self, width: float, height: float) -> Fitted:
        return fit(
            self.text(),
            width,
            height,
            self._size,
            self.font().weight(),
            self.most_lines,
            self._smallest,
        )
