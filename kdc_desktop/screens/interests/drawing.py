"""Draws winners with their keys, and bars of who wants to join; knows nothing of gestures."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from kdc_desktop.domain.people.sectors import COUNTED
from kdc_desktop.i18n import number_text, paired
from kdc_desktop.screens.kit.palette import CORNER
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.interests.rows import WinnerInterest

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class WinnerBrush:
    """Paints with one theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def row(
        self,
        painter: QPainter,
        rect: QRect,
        place: int,
        row: WinnerInterest,
        most: int,
        choice: str,
        *,
        focused: bool,
    ) -> None:
        """One winner: its key, its title, how many would join (of `most`), which choice it is."""
        colours, px, font = self.theme.palette, self.theme.px, self.theme.font
        painter.setPen(
            QPen(QColor(colours.accent if focused or choice else colours.line), 1 + focused)
        )
        painter.setBrush(QColor(colours.accent_soft if choice else colours.surface))
        painter.drawRoundedRect(QRectF(rect), CORNER, CORNER)
        left = rect.left() + px(10)
        if place < 9:
            cap = QRect(left, rect.top() + px(14), px(20), px(20))
            self._key(painter, cap, str(place + 1))
        left += px(32)
        bold = font(14, QFont.Weight.Bold)
        room = max(px(44), QFontMetrics(bold).horizontalAdvance(choice) + px(18))
        painter.setFont(bold)
        painter.setPen(QColor(colours.accent))
        painter.drawText(rect.adjusted(0, 0, -px(10), 0), RIGHT, choice)
        words = QRect(left, rect.top() + px(4), rect.right() - room - left, px(22))
        painter.setFont(font(14))
        painter.setPen(QColor(colours.ink))
        cut = Qt.TextElideMode.ElideRight
        title = QFontMetrics(font(14)).elidedText(row.title, cut, words.width())
        painter.drawText(words, LEFT, title)
        line = QRect(left, rect.top() + px(29), rect.right() - room - left, px(14))
        self._bar(painter, line, row, most)

    def _bar(self, painter: QPainter, line: QRect, row: WinnerInterest, most: int) -> None:
        colours, px = self.theme.palette, self.theme.px
        painter.setFont(self.theme.font(12, QFont.Weight.DemiBold))
        painter.setPen(QColor(colours.muted))
        painter.drawText(line, LEFT, number_text(row.people))
        start, x = line.left() + px(26), float(line.left() + px(26))
        if not row.people:
            return
        unit = (line.right() - start) / max(1, most)
        painter.setFont(self.theme.font(10, QFont.Weight.Bold))
        for letter in COUNTED:
            count = row.by_sector.get(letter, 0)
            if not count:
                continue
            box = QRectF(x, line.top(), max(2.0, count * unit - 2), line.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.sector_colour(letter)))
            painter.drawRoundedRect(box, 3, 3)
            x += count * unit
            if box.width() >= px(11):
                painter.setPen(QColor(colours.paper if colours.dark else "#FFFFFF"))
                text = paired(letter, number_text(count)) if box.width() >= px(30) else letter
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _key(self, painter: QPainter, rect: QRect, key: str) -> None:
        colours = self.theme.palette
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(QRectF(rect), 4, 4)
        painter.setFont(self.theme.font(12, QFont.Weight.DemiBold))
        painter.setPen(QColor(colours.muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)
