"""The answers to the five questions of a pulse, each as a place between 1 and 5."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kdc_desktop.domain.visions.pulse import STEPS, Beat
from kdc_desktop.i18n import _, decimal_text, listed, paired
from kdc_desktop.screens.kit.theme import Theme

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROW, _TRACK, _LONGEST_TRACK, _MEAN, _BELOW = 64, 260, 560, 64, 28
_NARROWEST = 240
"""A question with less room beside its line stands above it."""


class PulsePicture(QWidget):
    """A row a question: its words, a line from 1 to 5 with where it stands, and the mean.

    The bar reaches from the lowest answer to the highest; a ring is where it stood before.
    """

    is_a_picture = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._beats: tuple[Beat, ...] = ()
        self._before: dict[str, float] = {}
        self._row, self._high, self._words, self._track = theme.px(_ROW), 0, 0, 0
        self._is_stacked = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._fit)

    def show_beats(self, beats: Sequence[Beat], before: Sequence[Beat] = ()) -> None:
        """Show these answers, and where they stood in the pulse before."""
        self._beats = tuple(beats)
        self._before = {one.question.key: one.mean for one in before if one.mean is not None}
        told = (paired(str(one.question.text), _told(one)) for one in self._beats)
        self.setAccessibleName(_("Pulse: {answers}", answers=listed(told)))
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Make rows as high as the longest question needs: beside its line, or above it."""
        px, measure = self._theme.px, QFontMetrics(self._theme.font(14))
        texts = [str(beat.question.text) for beat in self._beats]
        free = max(1, self.width() - px(_MEAN))
        longest = max((measure.horizontalAdvance(text) for text in texts), default=0) + px(24)
        self._track = max(min(px(_TRACK), free // 2), min(px(_LONGEST_TRACK), free - longest))
        self._words = min(free - self._track, longest)
        self._is_stacked = self._words < min(longest, px(_NARROWEST))
        if self._is_stacked:
            self._words, self._track = self.width(), min(free, px(_LONGEST_TRACK))
        room = QRect(0, 0, max(1, self._words - px(16)), 100_000)
        heights = [measure.boundingRect(room, int(_LEFT), text).height() for text in texts]
        self._high = max(heights, default=0)
        below = px(_BELOW) if self._is_stacked else 0
        self._row = max(px(_ROW), self._high + below + px(16))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(640), len(self._beats) * self._row)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(360), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row, beat in enumerate(self._beats):
            self._paint_row(painter, beat, row * self._row)
        painter.end()

    def _paint_row(self, painter: QPainter, beat: Beat, top: int) -> None:
        px, theme = self._theme.px, self._theme
        high = self._row - px(8)
        left, words, line = self._words, QRectF(0, top, self._words - px(16), high), top + high / 2
        if self._is_stacked:
            left, line = 0, top + self._high + px(_BELOW) / 2 + px(4)
            words.setHeight(self._high)
        painter.setPen(QColor(theme.palette.ink))
        painter.setFont(theme.font(14))
        painter.drawText(words, _LEFT, str(beat.question.text))
        self._paint_track(painter, beat, QRectF(left, line - px(4), self._track, px(8)))
        painter.setPen(QColor(theme.palette.ink if beat.mean is not None else theme.palette.muted))
        painter.setFont(theme.font(14, QFont.Weight.DemiBold))
        box = QRectF(left + self._track + px(8), line - px(14), px(_MEAN) - px(8), px(28))
        painter.drawText(box, _RIGHT, _told(beat))

    def _paint_track(self, painter: QPainter, beat: Beat, line: QRectF) -> None:
        px, palette = self._theme.px, self._theme.palette
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.pressed))
        painter.drawRoundedRect(line, px(4), px(4))
        if beat.mean is None or beat.spread is None:
            return
        low, high = (_at(line, step) for step in beat.spread)
        reach = QColor(palette.accent)
        reach.setAlphaF(0.35)
        painter.setBrush(reach)
        painter.drawRoundedRect(QRectF(low, line.y(), high - low, line.height()), px(4), px(4))
        before = self._before.get(beat.question.key)
        if before is not None:
            painter.setPen(QColor(palette.muted))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(_at(line, before), line.center().y()), px(7), px(7))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.accent))
        painter.drawEllipse(QPointF(_at(line, beat.mean), line.center().y()), px(8), px(8))


def _at(line: QRectF, step: float) -> float:
    return line.x() + line.width() * (step - 1) / (STEPS - 1)


def _told(beat: Beat) -> str:
    return _("too few") if beat.mean is None else decimal_text(beat.mean, 1)
