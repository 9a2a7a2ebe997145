"""One step of a chain: its ring on the line, what it is, when, and how it stands."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.audience.kit.speaking import aloud
from kdc_desktop.domain.kit.rings import RingTone
from kdc_desktop.i18n import date_text, spoken
from kdc_desktop.screens.kit.plain import set_tip
from kdc_desktop.screens.kit.ring_mark import paint_worn_ring
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.chains.rows import ChainStep

_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_GUTTER, _RING, _ABOVE, _BELOW, _BETWEEN, _RIGHT = 32, 16, 8, 10, 2, 8  # pixels at 100 %
_NARROW, _HIGH = 120, 10_000


class _Words(NamedTuple):
    """A paragraph of a step: in which size and weight, in which colour of the palette."""

    text: str
    size: int
    weight: QFont.Weight
    colour: str


class StepButton(QAbstractButton):
    """Leads to where its step is seen; words wrap, so that it is as high as they need.

    The line goes on above it unless it `begins` the chain, and below unless it `ends` it.
    """

    def __init__(
        self, theme: Theme, step: ChainStep, parent: QWidget, *, begins: bool, ends: bool
    ) -> None:
        super().__init__(parent)
        self.step = step
        self._theme, self._begins, self._ends = theme, begins, ends
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(aloud(spoken(part.text for part in self._paragraphs())))
        set_tip(self, step.words)
        theme.changed.connect(self.updateGeometry)

    def _paragraphs(self) -> list[_Words]:
        step, bold, plain = self.step, QFont.Weight.DemiBold, QFont.Weight.Normal
        day = "" if step.on is None else date_text(step.on)
        tone = {RingTone.GOOD: "good", RingTone.WAITS: "warning"}.get(step.ring.tone, "accent")
        found = (
            _Words(dotted(*filter(None, (str(step.label), day))), 12, plain, "muted"),
            _Words(step.words, 14, bold, "ink"),
            _Words(str(step.state), 12, bold, tone),
            _Words(str(step.told), 12, plain, "muted"),
        )
        return [one for one in found if one.text]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        last = places[-1][1].bottom() if places else 0
        return last + 1 + self._theme.px(_BELOW)

    def sizeHint(self) -> QSize:
        width = max(self.width(), self._theme.px(_NARROW))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._theme.px(_NARROW)
        return QSize(width, self._theme.px(_ABOVE + _RING + _BELOW))

    def _places(self, width: int) -> list[tuple[_Words, QRect]]:
        """Where each paragraph stands."""
        px = self._theme.px
        room = max(px(_NARROW) - px(_GUTTER), width - px(_GUTTER) - px(_RIGHT))
        top, found = px(_ABOVE), []
        for part in self._paragraphs():
            measure = QFontMetrics(self._theme.font(part.size, part.weight))
            high = measure.boundingRect(QRect(0, 0, room, _HIGH), _WRAPPED, part.text).height()
            found.append((part, QRect(QPoint(px(_GUTTER), top), QSize(room, high))))
            top += high + px(_BETWEEN)
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.palette.hover))
            painter.drawRoundedRect(QRectF(self.rect()), theme.px(6), theme.px(6))
        self._paint_line(painter)
        for part, place in self._places(self.width()):
            painter.setPen(QColor(getattr(theme.palette, part.colour)))
            painter.setFont(theme.font(part.size, part.weight))
            painter.drawText(place, _WRAPPED, part.text)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.palette.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(inner, theme.px(6), theme.px(6))
        painter.end()

    def _paint_line(self, painter: QPainter) -> None:
        px, palette = self._theme.px, self._theme.palette
        side, middle = px(_RING), px(_GUTTER) / 2
        ring = QRectF(middle - side / 2, px(_ABOVE), side, side)
        painter.setPen(QPen(QColor(palette.edge), px(2)))
        if not self._begins:
            painter.drawLine(QPointF(middle, 0), QPointF(middle, ring.top()))
        if not self._ends:
            painter.drawLine(QPointF(middle, ring.bottom()), QPointF(middle, self.height()))
        paint_worn_ring(painter, ring, self.step.ring)
