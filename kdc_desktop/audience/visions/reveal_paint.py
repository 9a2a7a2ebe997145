"""Draws the picture of an asking that is revealed, as it was planned."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kdc_desktop.audience.kit.ink import (
    BOLD,
    MARGIN,
    MEDIUM,
    SEMIBOLD,
    SMALLEST,
    Across,
    Down,
    Fitted,
    SlidePalette,
    font,
    metrics,
    panel,
    text_block,
    text_width,
)
from kdc_desktop.audience.kit.marks import paint_badge, paint_shadow
from kdc_desktop.audience.kit.slide import INNER
from kdc_desktop.audience.visions.lanes import Lane
from kdc_desktop.audience.visions.reveal_plan import BIG, COUNT, RevealPlan
from kdc_desktop.domain.people.sectors import COUNTED, name_of
from kdc_desktop.i18n import _, number_text

_LEGEND, _ARROW = 1002.0, 12.0


class RevealPainter:
    """Draws parts of one plan; `agreed` is the lowest level that counts as agreement, if any."""

    def __init__(
        self,
        painter: QPainter,
        palette: SlidePalette,
        plan: RevealPlan,
        lanes: Sequence[Lane],
        agreed: int | None,
    ) -> None:
        self._painter, self._palette, self._plan = painter, palette, plan
        self._lanes, self._agreed = lanes, agreed

    @property
    def _border(self) -> float:
        return MARGIN + self._plan.step * ((-1 if self._agreed is None else self._agreed) + 1)

    def ground(self) -> None:
        """Tint and green axis where they agree, and the dotted line that ends it."""
        palette, field, border = self._palette, self._plan.field, self._border
        axis = field.bottom()
        panel(self._painter, QRectF(MARGIN, axis - 3, INNER, 6), palette.line, radius=3)
        if border <= MARGIN:
            return
        tint = QColor(palette.good)
        tint.setAlphaF(0.09)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(tint)
        agreed = QRectF(MARGIN, field.top(), border - MARGIN, field.height())
        self._painter.drawRoundedRect(agreed, 12, 12)
        panel(self._painter, QRectF(MARGIN, axis - 3, border - MARGIN, 6), palette.good, radius=3)
        if border < MARGIN + INNER - 1:
            for top, bottom in self._free_of_names(border):
                self._dotted(QPointF(border, top), QPointF(border, bottom))
            if not self._agreed_box().isEmpty():
                self._say_agreed()

    def _dotted(self, start: QPointF, end: QPointF) -> None:
        pen = QPen(QColor(self._palette.good), 3, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([0.1, 3.2])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._painter.setPen(pen)
        self._painter.drawLine(start, end)

    def _free_of_names(self, x: float) -> Iterator[tuple[float, float]]:
        """The dotted line goes on above and below a name that it would cross."""
        field = self._plan.field
        top = field.top() + 4
        names = (lane.words.adjusted(-8, -4, 8, 4) for lane in self._lanes)
        for words in sorted(
            (one for one in names if one.left() < x < one.right()), key=lambda one: one.top()
        ):
            if words.top() > top:
                yield top, words.top()
            top = max(top, words.bottom())
        yield top, field.bottom() - 6

    def _say_agreed(self) -> None:
        box, words, colour = self._agreed_box(), _("agreed level"), self._palette.good
        text_block(self._painter, box, words, SMALLEST, MEDIUM, colour, down=Down.MIDDLE)

    def _agreed_box(self) -> QRectF:
        """At the foot of the dotted line, on the side where nobody stands; empty where all do."""
        border = self._border
        if not MARGIN < border < MARGIN + INNER - 1:
            return QRectF()
        wide = text_width(_("agreed level"), SMALLEST, MEDIUM) + 44
        for left in (border, border - wide):
            box = QRectF(left, self._plan.field.bottom() - 62, wide, 52)
            taken = [mark for mark, _sector in self._plan.standing]
            taken += [lane.whole for lane in self._lanes]
            if not any(box.intersects(one) for one in taken):
                return box.adjusted(22, 0, -20, 0)
        return QRectF()

    def shared(self, number: str, of: str) -> None:
        """“8 of 10”, large."""
        box, palette = self._plan.shared, self._palette
        if box.isEmpty():
            return
        top, right = QRectF(box.left(), box.top(), box.width(), 104), Across.RIGHT
        text_block(self._painter, top, number, BIG, BOLD, palette.ink, max_lines=1, across=right)
        below = QRectF(box.left(), box.top() + 106, box.width(), 40)
        text_block(self._painter, below, of, 30, colour=palette.muted, max_lines=1, across=right)

    def standing(self) -> None:
        """Who stays, unnamed, on the axis."""
        for mark, sector in self._plan.standing:
            paint_badge(self._painter, mark, sector, self._palette)

    def lanes(self, moment: float) -> None:
        """The ways of those who moved, as far as they have come at this moment."""
        way = 1 - (1 - moment) ** 3
        for lane in self._lanes:
            now = lane.now
            if lane.before is not None:
                paint_shadow(self._painter, lane.before, lane.dot.sector, self._palette)
                now = now.translated((lane.before.x() - lane.now.x()) * (1 - way), 0)
                self._paint_arrow(lane, lane.before, now)
            paint_badge(self._painter, now, lane.dot.sector, self._palette)
            self._paint_name(lane)

    def _paint_name(self, lane: Lane) -> None:
        self._write(lane.name, lane.words.topLeft(), SEMIBOLD, self._palette.ink)

    def _write(self, fitted: Fitted, at: QPointF, weight: int, colour: str) -> None:
        measure = metrics(fitted.size, weight)
        self._painter.setFont(font(fitted.size, weight))
        self._painter.setPen(QColor(colour))
        baseline = at.y() + (fitted.leading + measure.ascent() - measure.descent()) / 2
        for line in fitted.lines:
            self._painter.drawText(QPointF(at.x(), baseline), line)
            baseline += fitted.leading

    def _paint_arrow(self, lane: Lane, before: QRectF, now: QRectF) -> None:
        """From the shadow to the shape, around a name that stands between them."""
        to_right = lane.now.x() > before.x()
        start, end = (before.right(), now.left()) if to_right else (before.left(), now.right())
        sign = 1 if to_right else -1
        start, end = start + sign * 10, end - sign * 10
        if (end - start) * sign < _ARROW:
            return
        colour = self._palette.bad if lane.dot.has_fallen else self._palette.good
        pen = QPen(QColor(colour), 4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._painter.setPen(pen)
        y, words = now.center().y(), lane.words.adjusted(-14, 0, 14, 0)
        spans = [(start, end)]
        if min(start, end) < words.center().x() < max(start, end):
            near, far = (words.left(), words.right()) if to_right else (words.right(), words.left())
            spans = [(start, near), (far, end)]
        for one, other in spans:
            if (other - one) * sign > 0:
                self._painter.drawLine(QPointF(one, y), QPointF(other, y))
        back = end - sign * _ARROW
        self._painter.drawPolyline([QPointF(back, y - 9), QPointF(end, y), QPointF(back, y + 9)])

    def labels(self, counts: Sequence[int]) -> None:
        """Under the axis: how many stand at each level, and what it is called."""
        step, top = self._plan.step, self._plan.field.bottom() + 8
        for at, (label, count) in enumerate(zip(self._plan.labels, counts, strict=True)):
            left = MARGIN + at * step
            colour = self._palette.ink if left < self._border - 1 else self._palette.muted
            if count:
                box, words = QRectF(left, top, step, COUNT), number_text(count)
                ink = self._palette.ink
                text_block(
                    self._painter, box, words, 44, BOLD, ink, max_lines=1, across=Across.CENTRE
                )
            measure = metrics(label.size, MEDIUM)
            for row, line in enumerate(label.lines):
                free = (step - measure.horizontalAdvance(line)) / 2
                one = Fitted((line,), label.size, label.leading, label.whole)
                place = QPointF(left + free, top + COUNT + row * label.leading)
                self._write(one, place, MEDIUM, colour)

    def legend(self, sectors: Sequence[str], *others: str, has_shadow: bool) -> None:
        """Whose each shape is; at the right what there is room for of all else."""
        left, right = MARGIN, MARGIN + INNER
        for letter in (letter for letter in COUNTED if letter in sectors):
            words = name_of(letter)
            paint_badge(self._painter, _sign(left), letter, self._palette)
            self._say(words, left + 46)
            left += 46 + text_width(words, SMALLEST) + 32
        before, agreed = _("where it stood before"), _("agreed level")
        if has_shadow and (at := self._say_from_right(before, left, right, 46)):
            paint_shadow(self._painter, _sign(at), "", self._palette)
            right = at - 32
        for words in (words for words in others if words):
            right = self._say_from_right(words, left, right, 32) or right
        has_line = MARGIN < self._border < MARGIN + INNER - 1
        if has_line and self._agreed_box().isEmpty():
            at = self._say_from_right(agreed, left, right, 22)
            if at:
                self._dotted(QPointF(at + 4, _LEGEND - 16), QPointF(at + 4, _LEGEND + 16))

    def _say_from_right(self, words: str, left: float, right: float, before: float) -> float:
        """Say something that ends there; where what stands `before` it begins, 0: no room."""
        start = right - text_width(words, SMALLEST)
        if start - before < left:
            return 0.0
        self._say(words, start)
        return start - before

    def _say(self, words: str, left: float) -> None:
        box = QRectF(left, _LEGEND - 20, MARGIN + INNER - left + 2, 40)
        colour = self._palette.muted
        text_block(
            self._painter, box, words, SMALLEST, colour=colour, max_lines=1, down=Down.MIDDLE
        )


def _sign(left: float) -> QRectF:
    return QRectF(left, _LEGEND - 16, 32, 32)
