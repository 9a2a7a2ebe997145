"""What the buy-in map shows now, and how its parts are drawn together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.matrix_paint import MatrixPainter
from kdc_desktop.screens.visions.matrix_plan import GAP, HeadWidths, MatrixPlan
from kdc_desktop.screens.visions.words import heading_words
from kdc_desktop.services.visions.rows import VersionRow, VisionPage


@dataclass(frozen=True)
class MatrixPicture:
    """A page, scrolled by `across` and `down` in a viewport of `size`.

    `shown_id` is the version whose words stand above; `focus` the row and column with the ring.
    """

    page: VisionPage
    plan: MatrixPlan
    today: date
    shown_id: int
    size: QSizeF
    across: int
    down: int
    focus: tuple[int, int] | None

    @property
    def columns(self) -> range:
        """The versions of which something can be seen."""
        plan, begin = self.plan, self.across - self.plan.role
        last = (begin - plan.member + int(self.size.width())) // plan.cell
        return range(max(0, begin // plan.cell), min(plan.versions, last + 1))

    def scrolled(self, rect: QRectF) -> QRectF:
        """Where a rectangle of the plan is in the viewport."""
        return scrolled(self.plan, rect, self.across, self.down)


def scrolled(plan: MatrixPlan, rect: QRectF, across: int, down: int) -> QRectF:
    """Where a rectangle of the plan is in a viewport that is scrolled so far."""
    return rect.translated(plan.member - across, plan.head - down)


def head_widths(theme: Theme, versions: Sequence[VersionRow], today: date) -> HeadWidths:
    """How much room the heads of these versions need."""
    length = QFontMetrics(theme.font(12, QFont.Weight.Bold)).horizontalAdvance
    heads = [heading_words(version, today) for version in versions]
    return HeadWidths(
        max((length(" · ".join(head)) for head in heads), default=0),
        max((length(line) for head in heads for line in head), default=0),
    )


class MeasuredHeads:
    """How much room heads need: measured anew where they are others or look otherwise."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._of: tuple[date, list[tuple[int, date]]] | None = None
        self._widths = HeadWidths()
        theme.changed.connect(self._forget)

    def _forget(self) -> None:
        self._of = None

    def widths(self, versions: Sequence[VersionRow], today: date) -> HeadWidths:
        """Those of these versions."""
        of = today, [(version.number, version.written_on) for version in versions]
        if of != self._of:
            self._of, self._widths = of, head_widths(self._theme, versions, today)
        return self._widths


def paint_matrix(painter: QPainter, theme: Theme, picture: MatrixPicture) -> None:
    """Draw the rows that can be seen, and over them the members and the head."""
    page, plan, size = picture.page, picture.plan, picture.size
    draw = MatrixPainter(painter, theme, page, plan)
    first = picture.down // plan.row
    rows = range(first, min(plan.rows, int(picture.down + size.height()) // plan.row + 1))
    painter.setClipRect(QRectF(plan.member, plan.head, size.width(), size.height()))
    for row in rows:
        member = page.members[row]
        if plan.role:
            box = QRectF(0, row * plan.row, plan.role - GAP, plan.row - GAP)
            draw.role(picture.scrolled(box), member)
        for column in picture.columns:
            box = picture.scrolled(plan.cell_rect(row, column))
            draw.cell(box, member, page.versions[column])
        draw.trend(picture.scrolled(plan.trend_rect(row)), member)
    if picture.focus is not None:
        draw.focus(picture.scrolled(plan.cell_rect(*picture.focus)))
    painter.setClipRect(QRectF(0, plan.head, plan.member, size.height()))
    for row in rows:
        y = plan.head + row * plan.row - picture.down
        draw.member(QRectF(0, y, plan.member - GAP, plan.row - GAP), page.members[row])
    painter.setClipping(False)
    _paint_head(draw, painter, theme, picture)


def _paint_head(
    draw: MatrixPainter, painter: QPainter, theme: Theme, picture: MatrixPicture
) -> None:
    plan, pad = picture.plan, theme.px(10)
    draw.title(QRectF(pad, 0, plan.member - pad, plan.head), _("Member"))
    painter.setClipRect(QRectF(plan.member, 0, picture.size.width(), plan.head))
    left = plan.member - picture.across
    if plan.role:
        draw.title(QRectF(left + pad, 0, plan.role - pad, plan.head), _("Role"))
    left += plan.role
    for column in picture.columns:
        version = picture.page.versions[column]
        box = QRectF(left + column * plan.cell, 0, plan.cell - GAP, plan.head)
        draw.heading(box, version, picture.today, version.id == picture.shown_id)
    left += plan.versions * plan.cell
    draw.title(QRectF(left + pad, 0, plan.trend - pad, plan.head), _("Trend"))
