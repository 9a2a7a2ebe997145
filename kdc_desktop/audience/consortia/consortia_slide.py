"""Find your table: the consortia with everybody's name, and what each still lacks."""

from dataclasses import dataclass, field, replace
from typing import ClassVar, Self

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kdc_desktop.audience.consortia.seating import (
    DENSITIES,
    GAP,
    MOST_LINES,
    PADDING,
    ConsortiumCard,
    Density,
    NamedSeat,
    SeatColumn,
    SeatingPlan,
    seating_plan,
)
from kdc_desktop.audience.kit.ink import (
    BOLD,
    HEADLINE,
    MARGIN,
    SEMIBOLD,
    SMALLEST,
    Down,
    fit,
    panel,
    text_block,
    text_width,
)
from kdc_desktop.audience.kit.marks import paint_badge
from kdc_desktop.audience.kit.slide import INNER, Slide
from kdc_desktop.i18n import _, listed_apart, spoken, titled

_BOTTOM = 972.0
_ONE_LINE, _TWO_LINES = 222.0, 300.0


def _tables(slide: "ConsortiaSlide") -> list[tuple[str, str]]:
    return [(card.letter, card.name) for card in slide.cards]


@dataclass(frozen=True, kw_only=True)
class ConsortiaSlide(Slide):
    """All consortia of the session, and who sits where.

    `density` is how large these tables were written first: where that has room again, it is taken.
    """

    densities: ClassVar[tuple[Density, ...]] = DENSITIES

    headline: str
    cards: tuple[ConsortiumCard, ...]
    below: str = ""
    density: Density | None = field(default=None, compare=False)

    @property
    def turns_itself(self) -> bool:
        """Everybody finds their table without a hand that turns."""
        return True

    @property
    def pages(self) -> int:
        """As many as the names need to be read from the back row."""
        return len(self._plan().pages)

    @property
    def title(self) -> str:
        """The headline."""
        return self.headline

    @property
    def description(self) -> str:
        """Each consortium with its people and its gaps in words."""
        cards = (
            titled(
                card.name, spoken((listed_apart(seat.line for seat in card.seats), card.gap_line))
            )
            for card in self.cards
        )
        return spoken([self.headline, *cards])

    def _top(self) -> float:
        clock = text_width("00:00:00", 56, BOLD) + 48
        one_line = fit(self.headline, INNER - clock, 172, HEADLINE, BOLD, 1, 56).whole
        return _ONE_LINE if one_line else _TWO_LINES

    def _plan(self) -> SeatingPlan:
        return seating_plan(self.cards, _BOTTOM - self._top(), self.density, self.densities)

    def after(self, before: Slide) -> Self:
        """Somebody moved: nobody else has to look for themselves anew, where there is room."""
        if type(before) is not type(self) or _tables(before) != _tables(self):
            return self
        return replace(self, density=before.density or before._plan().density)

    def empty_words(self) -> str:
        """What stands here before there is a table."""
        return _("The consortia come here as they form")

    def paint_content(self, painter: QPainter) -> None:
        """The columns of this page side by side."""
        self.paint_headline(painter, self.headline, self.with_page(self.below))
        if not self.cards:
            self.empty_line(painter, self.empty_words())
            return
        plan, top = self._plan(), self._top()
        shown = plan.pages[min(self.page, len(plan.pages) - 1)]
        floors = plan.density.floors if len(shown) > plan.columns else 1
        width = plan.density.width(plan.columns)
        height = (_BOTTOM - top - GAP * (floors - 1)) / floors
        for at, column in enumerate(shown):
            floor, place = divmod(at, plan.columns)
            left = MARGIN + place * (width + GAP)
            box = QRectF(left, top + floor * (height + GAP), width, height)
            self._paint_column(painter, box, column, plan)

    def _paint_column(
        self, painter: QPainter, box: QRectF, column: SeatColumn, plan: SeatingPlan
    ) -> None:
        density = plan.density
        panel(painter, box, self.palette.surface, radius=12)
        inner = box.adjusted(PADDING, 10, -PADDING, -12)
        head = QRectF(inner.left(), inner.top(), inner.width(), plan.head - 18)
        self._paint_head(painter, head, column, density)
        top = box.top() + plan.head
        for seat in column.seats:
            top = self._paint_seat(painter, QRectF(box.left(), top, box.width(), 0), seat, density)
        if column.ends and column.card.gap_line:
            wanted = fit(
                column.card.gap_line, inner.width() - 40, 400, SMALLEST, SEMIBOLD, 4
            ).height
            high = max(density.foot - 20, min(wanted + 16, inner.bottom() - top - 8))
            foot = QRectF(inner.left(), inner.bottom() - high, inner.width(), high)
            self._paint_gap(painter, foot, column.card)

    def _paint_head(
        self, painter: QPainter, head: QRectF, column: SeatColumn, density: Density
    ) -> None:
        colours, beside = self.palette, QRectF(head)
        if column.card.letter:
            letter = text_block(
                painter,
                head,
                column.card.letter,
                density.letter,
                BOLD,
                colours.accent,
                max_lines=1,
                down=Down.MIDDLE,
            )
            beside.setLeft(letter.right() + 18)
        name = column.card.name if column.begins else _("continued")
        ink = colours.ink if column.begins and column.card.letter else colours.muted
        text_block(
            painter, beside, name, density.name, BOLD, ink, max_lines=MOST_LINES, down=Down.MIDDLE
        )

    def _paint_seat(
        self, painter: QPainter, box: QRectF, seat: NamedSeat, density: Density
    ) -> float:
        """Paint somebody at the top of the box; return where the next one may begin."""
        colours, mark = self.palette, density.mark
        left = box.left() + PADDING
        paint_badge(painter, QRectF(left, box.top(), mark, mark), seat.sector, colours)
        room = density.beside_mark(box.width())
        lines = density.lines(seat, room)
        name = QRectF(left + mark + 14, box.top(), room, lines * density.name * 1.26)
        text_block(
            painter, name, seat.written, density.name, SEMIBOLD, colours.ink, max_lines=lines
        )
        if size := density.beneath(seat):
            line = QRectF(name.left(), name.bottom(), room, size * 1.26)
            text_block(painter, line, seat.organisation, size, colour=colours.muted, max_lines=1)
        return box.top() + sum(density.heights([seat], box.width()))

    def _paint_gap(self, painter: QPainter, box: QRectF, card: ConsortiumCard) -> None:
        """What is missing in a dashed frame, or a tick."""
        colours = self.palette
        if card.gaps:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.warning), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box, 8, 8)
            self._write_gap(painter, box.adjusted(14, 0, -14, 0), card, colours.warning)
            return
        pen = QPen(QColor(colours.good), 4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle = box.center().y()
        tick = [QPointF(box.left() + x, middle + y) for x, y in ((2, 0), (9, 8), (24, -9))]
        painter.drawPolyline(tick)
        self._write_gap(painter, box.adjusted(40, 0, 0, 0), card, colours.good)

    def _write_gap(self, painter: QPainter, box: QRectF, card: ConsortiumCard, ink: str) -> None:
        text_block(
            painter, box, card.gap_line, SMALLEST, SEMIBOLD, ink, max_lines=4, down=Down.MIDDLE
        )
