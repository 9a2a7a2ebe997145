"""Draws the table of stakes: words and signs, so that nothing is said by a colour alone."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from kdc_desktop.domain.visions.states import Served
from kdc_desktop.screens.kit.badges import paint_sector
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.stake_words import nothing_serves_it, served_words, stakes_title
from kdc_desktop.screens.visions.stakes_plan import GAP, WRAP, StakesPlan, text_room
from kdc_desktop.screens.visions.words import heading_words
from kdc_desktop.services.visions.rows import VisionPage
from kdc_desktop.services.visions.stakes import StakeRow

CENTRE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
TOP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_TICK = ((-6, 0), (-2, 4), (6, -5))
_CROSS = (((-5, -5), (5, 5)), ((-5, 5), (5, -5)))


@dataclass(frozen=True)
class StakesPicture:
    """A page, scrolled by `across` and `down` in a viewport of `size`.

    `shown_id` is the version whose words stand above; `focus` the row and the column with the
    ring, of which -1 is the stake itself.
    """

    page: VisionPage
    plan: StakesPlan
    today: date
    shown_id: int
    size: QSizeF
    across: int
    down: int
    focus: tuple[int, int] | None


def paint_stakes(painter: QPainter, theme: Theme, picture: StakesPicture) -> None:
    """Draw the rows that can be seen, and over them the head."""
    plan, page, size = picture.plan, picture.page, picture.size
    draw = StakesPainter(painter, theme, page)
    rows = range(
        max(0, plan.row_at(picture.down)),
        min(plan.rows, plan.row_at(picture.down + size.height()) + 1),
    )
    painter.setClipRect(QRectF(plan.stake, plan.head, size.width(), size.height()))
    for row in rows:
        for column in range(plan.versions):
            box = scrolled_cell(plan, row, column, picture.across, picture.down)
            if box.right() >= plan.stake and box.left() <= size.width():
                served = page.stakes[row].served.get(page.versions[column].id)
                draw.cell(box, served)
                if picture.focus == (row, column):
                    draw.focus(box)
    painter.setClipRect(QRectF(0, plan.head, plan.stake, size.height()))
    for row in rows:
        box = plan.stake_rect(row).translated(0, plan.head - picture.down)
        draw.stake(box, page.stakes[row], text_room(theme, plan.stake))
        if picture.focus == (row, -1):
            draw.focus(box)
    painter.setClipping(False)
    _paint_head(draw, painter, theme, picture)


def scrolled_cell(plan: StakesPlan, row: int, column: int, across: int, down: int) -> QRectF:
    """Where a cell is in a viewport that is scrolled so far."""
    if column < 0:
        return plan.stake_rect(row).translated(0, plan.head - down)
    return plan.cell_rect(row, column).translated(plan.stake - across, plan.head - down)


def _paint_head(
    draw: "StakesPainter", painter: QPainter, theme: Theme, picture: StakesPicture
) -> None:
    plan, pad = picture.plan, theme.px(10)
    draw.title(QRectF(pad, 0, plan.stake - pad, plan.head), stakes_title(picture.page), LEFT)
    painter.setClipRect(QRectF(plan.stake, 0, picture.size.width(), plan.head))
    for column, version in enumerate(picture.page.versions):
        left = plan.stake - picture.across + column * plan.cell
        box = QRectF(left, 0, plan.cell - GAP, plan.head)
        between = "\n" if plan.tall_head else " · "
        words = between.join(heading_words(version, picture.today))
        draw.title(box, words, CENTRE, strong=version.id == picture.shown_id)
    painter.setClipping(False)


class StakesPainter:
    """Draws parts of one page; every rectangle is already scrolled."""

    def __init__(self, painter: QPainter, theme: Theme, page: VisionPage) -> None:
        self._painter, self._theme, self._colours = painter, theme, theme.palette
        self._sectors = {member.id: member.sector for member in page.members}

    def title(
        self, rect: QRectF, words: str, align: Qt.AlignmentFlag, *, strong: bool = False
    ) -> None:
        """The head of a column."""
        self._set(12, self._colours.ink if strong else self._colours.muted, bold=True)
        self._painter.drawText(rect, int(align) | WRAP, words)

    def stake(self, rect: QRectF, row: StakeRow, room: int) -> None:
        """The words, whose they are, and beside them that no version serves them."""
        px, colours = self._theme.px, self._colours
        self._fill(rect, colours.surface)
        if row.is_unserved:
            self._fill(QRectF(rect.x(), rect.y(), px(4), rect.height()), colours.bad)
        side = px(20)
        badge = QRectF(rect.x() + px(10), rect.y() + px(8), side, side)
        paint_sector(self._painter, badge, self._sectors.get(row.member_id, ""), colours.dark)
        left, top = rect.x() + px(40), rect.y() + px(6)
        self._set(14, colours.ink)
        words = QRectF(left, top, room, rect.height())
        wrap = TOP | int(Qt.TextFlag.TextWordWrap)
        used = self._painter.boundingRect(words, wrap, row.text)
        self._painter.drawText(words, wrap, row.text)
        self._set(12, colours.muted)
        step = self._painter.fontMetrics().lineSpacing()
        below = QRectF(left, used.bottom() + 1, room, step)
        name = self._painter.fontMetrics().elidedText(row.member, Qt.TextElideMode.ElideRight, room)
        self._painter.drawText(below, LEFT, name)
        if row.is_unserved:
            self._set(12, colours.bad, bold=True)
            line = below.translated(0, step)
            self._sign(QPointF(line.x() + px(6), line.center().y()), colours.bad)
            self._painter.drawText(line.adjusted(px(18), 0, 0, 0), LEFT, nothing_serves_it())

    def cell(self, rect: QRectF, served: Served | None) -> None:
        """A sign and a word for how far a version serves a stake."""
        colours = self._colours
        fill, ink = {
            Served.SERVED: (colours.good_soft, colours.good),
            Served.PARTLY: (colours.warning_soft, colours.warning),
            Served.NOT: (colours.bad_soft, colours.bad),
            None: (colours.sunken, colours.muted),
        }[served]
        self._fill(rect, fill)
        px = self._theme.px
        self._set(12, ink, bold=served is not None)
        words = served_words(served)
        length = self._painter.fontMetrics().horizontalAdvance(words)
        sign = 0 if served is None else px(20)
        left = rect.center().x() - (length + sign) / 2
        if served is not None:
            self._mark(QPointF(left + px(7), rect.center().y()), served, ink)
        self._set(12, ink, bold=served is not None)
        place = QRectF(left + sign, rect.y(), rect.right() - left - sign, rect.height())
        self._painter.drawText(place, LEFT, words)

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

    def _mark(self, middle: QPointF, served: Served, ink: str) -> None:
        """A tick, a half-filled circle, or a cross."""
        px, painter = self._theme.px, self._painter
        painter.setPen(QPen(QColor(ink), px(2), c=Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if served is Served.SERVED:
            painter.drawPolyline([middle + QPointF(px(x), px(y)) for x, y in _TICK])
        elif served is Served.NOT:
            for begin, end in _CROSS:
                painter.drawLine(
                    middle + QPointF(px(begin[0]), px(begin[1])),
                    middle + QPointF(px(end[0]), px(end[1])),
                )
        else:
            ring = QRectF(middle.x() - px(5), middle.y() - px(5), px(10), px(10))
            painter.drawEllipse(ring)
            painter.setBrush(QColor(ink))
            painter.drawPie(ring, 90 * 16, 180 * 16)

    def _sign(self, middle: QPointF, ink: str) -> None:
        """An exclamation mark in a triangle."""
        px, painter = self._theme.px, self._painter
        painter.setPen(QPen(QColor(ink), px(1.5), j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corners = ((0, -5), (6, 5), (-6, 5))
        painter.drawPolygon([middle + QPointF(px(x), px(y)) for x, y in corners])
        painter.drawLine(middle + QPointF(0, -px(2)), middle + QPointF(0, px(1)))
        painter.drawPoint(middle + QPointF(0, px(3)))
        self._set(12, ink, bold=True)

    def _fill(self, rect: QRectF, colour: str) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(colour))
        self._painter.drawRoundedRect(rect, 6, 6)

    def _set(self, size: int, colour: str, *, bold: bool = False) -> None:
        weight = QFont.Weight.Bold if bold else QFont.Weight.Normal
        self._painter.setFont(self._theme.font(size, weight))
        self._painter.setPen(QColor(colour))
