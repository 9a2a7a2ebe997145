"""Draws the buy-in map."""

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from kdc_desktop.domain.interests.roles import role_title
from kdc_desktop.domain.visions.positions import Stance
from kdc_desktop.screens.kit.badges import paint_sector
from kdc_desktop.screens.kit.heat import heat_colour, ink_on
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.matrix_plan import MatrixPlan
from kdc_desktop.screens.visions.words import STANCE_WORDS, heading_words
from kdc_desktop.services.visions.rows import StakeholderRow, VersionRow, VisionPage

DEEP_FALL = 0.2  # of the whole scale, from one version to the next
CENTRE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class MatrixPainter:
    """Draws parts of one page with one plan; every rectangle is already scrolled."""

    def __init__(self, painter: QPainter, theme: Theme, page: VisionPage, plan: MatrixPlan) -> None:
        self._painter, self._theme, self._page, self._plan = painter, theme, page, plan
        self._colours = theme.palette

    def text(self, rect: QRectF, words: str, size: int, colour: str, bold: bool = False) -> None:
        """One line, at the left, shortened where it must be."""
        self._set(size, colour, bold)
        metrics = QFontMetricsF(self._painter.font())
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        self._painter.drawText(rect, LEFT, shown)

    def title(self, rect: QRectF, words: str) -> None:
        """The head of a column that is no version's."""
        self.text(rect, words, 12, self._colours.muted, bold=True)

    def sentence(self, rect: QRectF, words: str, colour: str) -> None:
        """On one line, or on two where it is too long for one."""
        self._set(14, colour, False)
        if QFontMetricsF(self._painter.font()).horizontalAdvance(words) <= rect.width():
            self.text(rect, words, 14, colour)
            return
        self._set(12, colour, False)
        self._painter.drawText(rect, int(LEFT) | int(Qt.TextFlag.TextWordWrap), words)

    def heading(self, rect: QRectF, version: VersionRow, today: date, shown: bool) -> None:
        """The head of a version's column."""
        between = "\n" if self._plan.tall_head else " · "
        self._set(12, self._colours.ink if shown else self._colours.muted, True)
        self._painter.drawText(rect, CENTRE, between.join(heading_words(version, today)))

    def member(self, rect: QRectF, member: StakeholderRow) -> None:
        """Sector, name and, when it has no column of its own, the role."""
        px = self._theme.px
        self._surface(rect)
        side = px(20)
        badge = QRectF(rect.x() + px(10), rect.center().y() - side / 2, side, side)
        paint_sector(self._painter, badge, member.sector, self._theme.dark)
        words = rect.adjusted(px(40), 0, -px(8), 0)
        if self._plan.role:
            self.text(words, member.name, 14, self._colours.ink)
            return
        half = words.height() / 2
        self.text(words.adjusted(0, px(3), 0, -half + px(3)), member.name, 14, self._colours.ink)
        below = words.adjusted(0, half, 0, -px(3))
        self.text(below, role_title(member.role), 12, self._colours.muted)

    def role(self, rect: QRectF, member: StakeholderRow) -> None:
        """The role in its own column."""
        pad = self._theme.px(10)
        self._surface(rect)
        inner = rect.adjusted(pad, 0, -pad, 0)
        self.sentence(inner, role_title(member.role), self._colours.ink)

    def cell(self, rect: QRectF, member: StakeholderRow, version: VersionRow) -> None:
        """A position, or why there is none."""
        position = self._page.said(member.id, version.id)
        if position is None:
            self._without_level(rect, self._page.stance(member, version))
            return
        fill = heat_colour(self._page.scale.heat(position.level), self._colours)
        self._fill(rect, fill)
        self._set(16, ink_on(fill), True)
        self._painter.drawText(rect, CENTRE, str(position.level))
        if position.reason or position.would_move:
            dot = self._theme.px(5)
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(QColor(ink_on(fill)))
            corner = QRectF(rect.right() - 2 * dot, rect.top() + dot, dot, dot)
            self._painter.drawEllipse(corner)

    def focus(self, rect: QRectF) -> None:
        """The ring around the current cell."""
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width, inset in (
            (self._colours.paper, 4.0, 0.5),
            (self._colours.accent, 2.5, -0.5),
        ):
            self._painter.setPen(QPen(QColor(colour), width))
            box = rect.adjusted(inset, inset, -inset, -inset)
            self._painter.drawRoundedRect(box, 6, 6)

    def trend(self, rect: QRectF, member: StakeholderRow) -> None:
        """The way of a member through the versions, or words where something is wrong."""
        pad = self._theme.px(10)
        self._surface(rect)
        inner = rect.adjusted(pad, 0, -pad, 0)
        remark = member.remark
        if remark is not None:
            colour = self._colours.bad if remark.is_below else self._colours.warning
            self.sentence(inner, str(remark), colour)
        else:
            self._spark(inner, member)

    def _spark(self, rect: QRectF, member: StakeholderRow) -> None:
        levels = [(at, level) for at, level in enumerate(member.levels) if level is not None]
        if not levels:
            return
        px = self._theme.px
        width = min(rect.width() - px(8), px(112.0))
        last = max(1, len(member.levels) - 1)
        height = rect.height() * 0.5
        scale = self._page.scale
        points = [
            QPointF(
                rect.x() + px(4) + width * at / last,
                rect.center().y() + height * (0.5 - scale.heat(level)),
            )
            for at, level in levels
        ]
        fell = any(scale.heat(a) - scale.heat(b) > DEEP_FALL for (_, a), (_, b) in pairwise(levels))
        colour = QColor(self._colours.warning if fell else self._colours.good)
        self._painter.setPen(QPen(colour, px(2.4), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        self._painter.setBrush(colour)
        if len(points) == 1:
            self._painter.drawEllipse(points[0], px(2), px(2))
        self._painter.drawPolyline(points)

    def _without_level(self, rect: QRectF, stance: Stance) -> None:
        if stance is not Stance.HIDDEN:
            self._missing(rect, str(STANCE_WORDS[stance]))
            return
        self._surface(rect)
        px, middle = self._theme.px, rect.center()
        tick = ((-7, 0), (-2, 5), (7, -5))
        self._painter.setPen(
            QPen(
                QColor(self._colours.good),
                px(2.6),
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        self._painter.drawPolyline([middle + QPointF(px(x), px(y)) for x, y in tick])

    def _missing(self, rect: QRectF, words: str) -> None:
        self._fill(rect, self._colours.sunken)
        painter = self._painter
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(QColor(self._colours.line), self._theme.px(5)))
        step, height = self._theme.px(14), rect.height()
        x = rect.left() - height
        while x < rect.right():
            painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + height, rect.top()))
            x += step
        painter.restore()
        self._set(12, self._colours.ink, False)
        self._painter.drawText(rect, int(CENTRE) | int(Qt.TextFlag.TextWordWrap), words)

    def _surface(self, rect: QRectF) -> None:
        self._fill(rect, self._colours.surface)

    def _fill(self, rect: QRectF, colour: str) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(colour))
        self._painter.drawRoundedRect(rect, 6, 6)

    def _set(self, size: int, colour: str, bold: bool) -> None:
        weight = QFont.Weight.Bold if bold else QFont.Weight.Normal
        self._painter.setFont(self._theme.font(size, weight))
        self._painter.setPen(QColor(colour))
