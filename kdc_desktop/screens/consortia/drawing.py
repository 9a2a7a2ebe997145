"""Draws columns and cards; knows nothing of gestures."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from kdc_desktop.audience.kit.icon import paint_icon
from kdc_desktop.screens.consortia.contents import Card
from kdc_desktop.screens.consortia.layout import (
    BADGE,
    CARD_HEIGHT,
    INSET,
    ROOMY,
    TICK,
    PlacedColumn,
    Ruler,
)
from kdc_desktop.screens.consortia.stamps import Stamps
from kdc_desktop.screens.kit.palette import CORNER, CORNER_LARGE
from kdc_desktop.screens.kit.theme import Theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
WIDEST_CHIP = 0.4
"""The share of a card's width that its wish may take beside the words."""


class Brush:
    """Paints with one theme and one ruler."""

    def __init__(self, theme: Theme, ruler: Ruler) -> None:
        self.theme, self.ruler = theme, ruler
        self._stamps = Stamps(theme, ruler)

    def column(self, painter: QPainter, column: PlacedColumn, *, target: bool) -> None:
        """The column's ground, heading, sector badges and notices."""
        colours, px = self.theme.palette, self.ruler.px
        painter.setBrush(QColor(colours.sunken))
        edge = QPen(QColor(colours.accent), px(2)) if target else Qt.PenStyle.NoPen
        painter.setPen(edge)
        ground = QRectF(column.rect)
        painter.drawRoundedRect(ground, px(CORNER_LARGE), px(CORNER_LARGE))
        self._heading(painter, column)
        side = px(BADGE)
        x = column.badges.left()
        for letter, missing in column.text.badges:
            spot = QRect(x, column.badges.top(), side, side)
            self._stamps.badge(painter, spot, letter, missing=missing)
            x += side + px(5)
        for rect, sentence in zip(column.notices, column.text.notices, strict=True):
            self._notice(painter, rect, sentence)

    def _heading(self, painter: QPainter, column: PlacedColumn) -> None:
        colours, px, text = self.theme.palette, self.ruler.px, column.text
        painter.setFont(self.ruler.title)
        title = QRect(column.title)
        if text.letter:
            painter.setPen(QColor(colours.accent))
            painter.drawText(title, WRAPPED, text.letter)
            title.setLeft(
                title.left() + self.ruler.title_metrics.horizontalAdvance(f"{text.letter}  ")
            )
        painter.setPen(QColor(colours.ink))
        painter.drawText(title, WRAPPED, self._cut(text.title, title))
        if text.key:
            cap = QRect(column.title.right() + px(6), title.top() + px(1), px(20), px(18))
            self._key_cap(painter, cap, text.key)
        painter.setFont(self.ruler.small)
        painter.setPen(QColor(colours.muted))
        painter.drawText(column.below, WRAPPED, text.below)
        painter.setFont(self.ruler.strong)
        painter.setPen(QColor(getattr(colours, text.tone)))
        painter.drawText(column.status, RIGHT, text.status)
        if text.confirmed:
            wide = self.ruler.strong_metrics.horizontalAdvance(text.status)
            spot = column.status
            tick = QRectF(spot.right() - wide - px(TICK), spot.top(), px(14), px(15))
            paint_icon(painter, tick, "check", getattr(colours, text.tone))

    def _cut(self, text: str, rect: QRect) -> str:
        metrics = self.ruler.title_metrics
        if self.ruler.height_of(text, rect.width(), metrics) <= rect.height():
            return text
        lines = max(1, rect.height() // metrics.lineSpacing())
        return metrics.elidedText(
            text, Qt.TextElideMode.ElideRight, int(lines * rect.width() * 0.86)
        )

    def _key_cap(self, painter: QPainter, rect: QRect, key: str) -> None:
        colours = self.theme.palette
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(self.ruler.strong)
        painter.setPen(QColor(colours.muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)

    def _notice(self, painter: QPainter, rect: QRect, sentence: str) -> None:
        colours, px = self.theme.palette, self.ruler.px
        self._stamps.notice(painter, rect)
        painter.setPen(QColor(colours.warning))
        painter.setFont(self.ruler.small)
        painter.drawText(rect.adjusted(px(10), px(8), -px(10), -px(8)), WRAPPED, sentence)

    def card(
        self, painter: QPainter, card: Card, rect: QRect, *, focused: bool, row: bool = False
    ) -> None:
        """One card, or the row of a delegate within one."""
        colours, px = self.theme.palette, self.ruler.px
        if not row or focused:
            edge = QPen(QColor(colours.accent), 2) if focused else Qt.PenStyle.NoPen
            painter.setPen(edge)
            painter.setBrush(QColor(colours.accent_soft if row else colours.surface))
            painter.drawRoundedRect(QRectF(rect), px(CORNER + 1), px(CORNER + 1))
        high = rect.height() if row else px(CARD_HEIGHT)
        head = QRect(rect.left(), rect.top(), rect.width(), high)
        side = px(16 if row else BADGE)
        left = head.left() + px(9)
        badge = QRect(left, head.top() + (high - side) // 2, side, side)
        self._stamps.badge(painter, badge, card.sector)
        below = not row and bool(card.below) and self._crowded(card, head.width())
        right, lower = self._chip(painter, card, head, below=below)
        words = QRect(head)
        words.setLeft(left + side + px(9))
        words.setRight(right - px(6))
        self._words(painter, card, words, lower - px(6), row)

    def _crowded(self, card: Card, width: int) -> bool:
        """Whether the wish of a card leaves too little room for the words beside it."""
        chip = self.ruler.strong_metrics.horizontalAdvance(card.chip)
        return width < self.ruler.px(ROOMY - 2 * INSET) or chip > WIDEST_CHIP * width

    def _chip(self, painter: QPainter, card: Card, head: QRect, *, below: bool) -> tuple[int, int]:
        """Paint lock and wish; returns where the words have to end, in the upper and lower line.

        `below` puts the wish into the lower line, where there is little room.
        """
        colours, px = self.theme.palette, self.ruler.px
        right = head.right() - px(9)
        if card.pinned:
            icon = QRectF(right - px(14), head.top() + (head.height() - px(14)) / 2, px(14), px(14))
            paint_icon(painter, icon, "lock", colours.accent)
            right -= px(19)
        if card.chip:
            painter.setFont(self.ruler.strong)
            painter.setPen(QColor(getattr(colours, card.tone)))
            wide = self.ruler.strong_metrics.horizontalAdvance(card.chip)
            box = QRect(right - wide, head.top(), wide + 1, head.height())
            if below:
                painter.drawText(_lower(box, px(3)), RIGHT, card.chip)
                return right, right - wide
            painter.drawText(box, RIGHT, card.chip)
            right -= wide
        return right, right

    def _words(self, painter: QPainter, card: Card, words: QRect, end: int, row: bool) -> None:
        colours, ruler = self.theme.palette, self.ruler
        cut = Qt.TextElideMode.ElideRight
        painter.setPen(QColor(colours.ink))
        painter.setFont(ruler.small if row else ruler.name)
        metrics = ruler.small_metrics if row else ruler.name_metrics
        title = metrics.elidedText(card.title, cut, words.width())
        if row or not card.below:
            painter.drawText(words, LEFT, title)
            return
        half = words.height() // 2
        first = words.adjusted(0, ruler.px(3), 0, -half + ruler.px(1))
        painter.drawText(first, LEFT, title)
        painter.setFont(ruler.small)
        painter.setPen(QColor(colours.muted))
        second = _lower(words, ruler.px(3))
        second.setRight(end)
        below = ruler.small_metrics.elidedText(card.below, cut, second.width())
        painter.drawText(second, LEFT, below)

    def carried(self, card: Card, rect: QRect, ratio: float) -> QPixmap:
        """A picture of a card that is being carried, tilted a little, with an outline."""
        px = self.ruler.px
        pad = px(10)
        size = QRect(0, 0, rect.width() + 2 * pad, px(CARD_HEIGHT) + 2 * pad)
        pixmap = QPixmap(size.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(size.center())
        painter.rotate(-1.5)
        painter.translate(-size.center())
        box = QRect(QPoint(pad, pad), rect.size())
        box.setHeight(px(CARD_HEIGHT))
        shadow = QColor(28, 36, 48, 26)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shadow)
        for grow in (2, 4, 6):
            soft = QRectF(box).adjusted(-grow, -grow + 4, grow, grow + 4)
            painter.drawRoundedRect(soft, px(9), px(9))
        self.card(painter, card, box, focused=True)
        painter.end()
        return pixmap


def _lower(rect: QRect, foot: int) -> QRect:
    """The lower line of two, above a foot."""
    return rect.adjusted(0, rect.height() // 2 - foot // 3, 0, -foot)
