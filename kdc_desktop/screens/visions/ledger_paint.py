"""Draws the cells of the ledger."""

from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from kdc_desktop.domain.interests.roles import role_title
from kdc_desktop.domain.visions.ledger import AnswerAt, LedgerCellKind, LedgerMember
from kdc_desktop.domain.visions.ledger_flags import FlagKind, LedgerFlag
from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.screens.kit.badges import paint_sector
from kdc_desktop.screens.kit.heat import heat_colour, ink_on
from kdc_desktop.screens.kit.icons import mixed
from kdc_desktop.screens.kit.palette import contrast
from kdc_desktop.screens.kit.theme import Theme

CENTRE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FLAGS = {
    FlagKind.UP: ("trending-up", "good"),
    FlagKind.FELL: ("trending-down", "bad"),
    FlagKind.SILENT: ("hourglass", "warning"),
    FlagKind.OTHER_SCALE: ("", "muted"),
}
_SEEN = 1.35
"""How much a line stands out from the paper at least."""
_KNOWN = 12
"""So many letters of shortened words are enough to know them again; with fewer, only the tip tells
why there is no answer."""
_BOLD, _HALF, _PLAIN = QFont.Weight.Bold, QFont.Weight.DemiBold, QFont.Weight.Normal


class LedgerPainter:
    """Draws with one theme; every rectangle is where it is in the viewport."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self._painter, self._theme = painter, theme
        self._colours, self._px = theme.palette, theme.px
        self._faces: dict[tuple[int, QFont.Weight], tuple[QFont, QFontMetricsF]] = {}

    def words(
        self,
        rect: QRectF,
        words: str,
        size: int = 12,
        role: str = "muted",
        weight: QFont.Weight = _PLAIN,
        place: Qt.AlignmentFlag = LEFT,
    ) -> None:
        """One line, shortened where it must be."""
        metrics = self._set(size, weight)
        self._painter.setPen(QColor(getattr(self._colours, role)))
        if metrics.horizontalAdvance(words) > rect.width():
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        self._painter.drawText(rect, place, words)

    def length(self, words: str, size: int, weight: QFont.Weight) -> float:
        """How long these words are on one line."""
        return self._set(size, weight).horizontalAdvance(words)

    def member(self, rect: QRectF, member: LedgerMember) -> None:
        """Sector, name and, where there is room, the role."""
        px = self._px
        self.surface(rect)
        side = px(20)
        badge = QRectF(rect.x() + px(10), rect.center().y() - side / 2, side, side)
        paint_sector(self._painter, badge, member.sector, self._theme.dark)
        inner = rect.adjusted(px(40), 0, -px(10), 0)
        role = role_title(member.role)
        needed = self._set(12, _PLAIN).horizontalAdvance(role)
        name = self._set(14, _PLAIN).horizontalAdvance(member.name)
        if name + needed + px(8) <= inner.width():
            self.words(inner, role, place=RIGHT)
        self.words(inner, member.name, 14, "muted" if member.has_left else "ink")

    def stroke(self, rect: QRectF, letter: str) -> None:
        """Joins a department to the one above it; `rect` is the lower one's."""
        px = self._px
        x, y = rect.x() + px(20), rect.top() - (rect.height() - px(20)) / 2 - 3
        self._painter.setPen(QPen(QColor(self._theme.sector_colour(letter)), px(2)))
        self._painter.drawLine(QPointF(x, y), QPointF(x, rect.center().y() - px(10)))

    def answer(self, rect: QRectF, scale: str, answer: AnswerAt, *, twice: bool) -> None:
        """A level at an evening; a dot where a reason was given, a second edge where it was
        given twice."""
        fill = self._fill_of(scale, answer.level)
        self._box(rect, fill)
        ink = ink_on(fill)
        self._set(16, _BOLD)
        self._painter.setPen(QColor(ink))
        self._painter.drawText(rect, CENTRE, str(answer.level))
        px = self._px
        if answer.with_reason:
            self._dot(QPointF(rect.right() - px(7), rect.top() + px(7)), ink)
        if twice:
            self._dot(QPointF(rect.left() + px(7), rect.bottom() - px(7)), ink)
            self._dot(QPointF(rect.left() + px(12), rect.bottom() - px(7)), ink)

    def pill(self, rect: QRectF, scale: str, answer: AnswerAt, before: str) -> None:
        """A level between evenings, on the line of what stood before (a colour)."""
        px, fill = self._px, self._fill_of(scale, answer.level)
        self.line(rect, before or fill)
        pill = QRectF(0, 0, min(rect.width() - px(4), px(34)), px(28))
        pill.moveCenter(rect.center())
        around = px(3)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(self._colours.paper))
        outer = pill.adjusted(-around, -around, around, around)
        self._painter.drawRoundedRect(outer, outer.height() / 2, outer.height() / 2)
        self._painter.setBrush(QColor(fill))
        self._painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        ink = ink_on(fill)
        self._set(14, _BOLD)
        self._painter.setPen(QColor(ink))
        self._painter.drawText(pill, CENTRE, str(answer.level))
        if answer.with_reason:
            self._dot(QPointF(pill.right() - px(6), pill.top() + px(7)), ink)

    def line(self, rect: QRectF, colour: str) -> None:
        """Not asked, the last answer stands."""
        if contrast(colour, self._colours.paper) < _SEEN:
            colour = mixed(colour, self._colours.edge, 0.35)
        height = self._px(3)
        box = QRectF(rect.x(), rect.center().y() - height / 2, rect.width(), height)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(colour))
        self._painter.drawRoundedRect(box, height / 2, height / 2)

    def stands(self, rect: QRectF, scale: str, level: int) -> None:
        """The line of an answer that stands."""
        self.line(rect, self._fill_of(scale, level))

    def missing(self, rect: QRectF, words: str, kind: LedgerCellKind, seen: QRectF) -> None:
        """Why there is no answer, hatched; the words where they can be `seen`."""
        hides = kind is LedgerCellKind.HIDDEN
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(self._colours.accent_soft) if hides else self._hatch)
        self._painter.setBrushOrigin(rect.topLeft())
        self._painter.drawRoundedRect(rect, 6, 6)
        self._set(12, QFont.Weight.Medium)
        self._painter.setPen(QColor(self._colours.accent if hides else self._colours.ink))
        inner = rect.intersected(seen).adjusted(3, 0, -3, 0)
        how = int(CENTRE) | int(Qt.TextFlag.TextWordWrap)
        if inner.contains(self._painter.boundingRect(inner, how, words)):
            self._painter.drawText(inner, how, words)
        elif self._painter.fontMetrics().height() <= inner.height():
            right = Qt.TextElideMode.ElideRight
            short = self._painter.fontMetrics().elidedText(words, right, int(inner.width()))
            if len(short) > _KNOWN:
                self._painter.drawText(inner, int(CENTRE), short)

    def focus(self, rect: QRectF) -> None:
        """The ring around the current cell."""
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width, inset in (
            (self._colours.paper, 4.0, 0.0),
            (self._colours.accent, 2.5, -1.0),
        ):
            self._painter.setPen(QPen(QColor(colour), width))
            box = rect.adjusted(inset, inset, -inset, -inset)
            self._painter.drawRoundedRect(box, 6, 6)

    def flag(self, rect: QRectF, flag: LedgerFlag) -> None:
        """A change or a silence, in words beside its mark."""
        icon, role = _FLAGS[flag.kind]
        px, side = self._px, self._px(16)
        left = rect.x() + px(8)
        if icon:
            at = QRectF(left, rect.center().y() - side / 2, side, side)
            self._theme.icon(icon, role).paint(self._painter, at.toRect())
            left += side + px(6)
        words = QRectF(left, rect.y(), rect.right() - left, rect.height())
        self.words(words, str(flag.text), 12, role, _HALF)

    def sum(self, rect: QRectF, large: str, small: str) -> None:
        """A number and what it is of, side by side in the middle."""
        gap = self._px(4) if large and small else 0
        first = self._set(14, _BOLD).horizontalAdvance(large)
        second = self._set(12, _PLAIN).horizontalAdvance(small)
        left = rect.center().x() - min(rect.width(), first + gap + second) / 2
        if large:
            box = QRectF(left, rect.y(), first + 1, rect.height())
            self.words(box, large, 14, "ink", _BOLD)
        box = QRectF(left + first + gap, rect.y(), rect.right() - left - first - gap, rect.height())
        self.words(box, small)

    def surface(self, rect: QRectF) -> None:
        """What a member, or its way, is drawn on."""
        self._box(rect, self._colours.surface)

    def colour_of(self, scale: str, level: int) -> str:
        """The fill of a level."""
        return self._fill_of(scale, level)

    def _fill_of(self, scale: str, level: int) -> str:
        return heat_colour(SCALES[scale].heat(level), self._colours)

    def _box(self, rect: QRectF, colour: str) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(colour))
        self._painter.drawRoundedRect(rect, 6, 6)

    def _dot(self, at: QPointF, colour: str) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(colour))
        self._painter.drawEllipse(at, self._px(2), self._px(2))

    def _set(self, size: int, weight: QFont.Weight) -> QFontMetricsF:
        known = self._faces.get((size, weight))
        if known is None:
            font = self._theme.font(size, weight)
            known = self._faces[size, weight] = font, QFontMetricsF(font)
        self._painter.setFont(known[0])
        return known[1]

    @cached_property
    def _hatch(self) -> QBrush:
        side = self._px(14)
        tile = QPixmap(QSize(side, side))
        tile.fill(QColor(self._colours.sunken))
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._colours.line), side * 0.36))
        for shift in (-side, 0, side):
            painter.drawLine(QPointF(shift - 2, side + 2), QPointF(shift + side + 2, -2))
        painter.end()
        return QBrush(tile)
