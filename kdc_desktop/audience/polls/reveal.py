"""The reveal: bars grow from the last place to the first, with sector shares in the total."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kdc_desktop.audience.kit.ink import (
    BOLD,
    MARGIN,
    SEMIBOLD,
    SMALLEST,
    Across,
    Down,
    Fitted,
    SlidePalette,
    fit,
    font,
    metrics,
    on_one_line,
    text_block,
    text_width,
)
from kdc_desktop.audience.kit.marks import SectorCount, paint_badge, paint_hands, paint_hidden
from kdc_desktop.audience.kit.slide import FOOT, INNER, Slide, content_top, pages_of
from kdc_desktop.domain.people.sectors import COUNTED, name_of
from kdc_desktop.i18n import _, decimal_text, ngettext, paired, spoken

PER_PAGE, MOST_ON_ONE = 8, 10
_BOTTOM = 950.0
BAR_LEFT = 846.0
BAR_WIDTH = 820.0


@dataclass(frozen=True)
class RevealRow:
    """One option: its place as announced ("1", "=3"), its total, and the total by sector.

    Counts in `shares` that are None are hidden; `rest` is what they amount to together and `hands`
    what was counted by show of hands, so that the bar is as long as the total. `score` overrides
    how the total is written. A `winner` is taken further.
    """

    place: str
    option: str
    total: float
    shares: tuple[SectorCount, ...] = ()
    rest: float = 0
    hands: float = 0
    every_sector: bool = False
    score: str = ""
    winner: bool = False

    @property
    def written_total(self) -> str:
        """The total as people write it: no “.0” on whole numbers."""
        return self.score or decimal_text(self.total, 2, trimmed=True)


@dataclass(frozen=True, kw_only=True)
class RevealSlide(Slide):
    """The result of a poll, best place first.

    `method` reads “Dots, 5 each”, `reconciliation` “113 of 140 voted: 31 at the kiosk, 82 by hand”.
    """

    question: str
    rows: tuple[RevealRow, ...]
    method: str = ""
    reconciliation: str = ""

    animated: ClassVar[bool] = True

    @property
    def pages(self) -> int:
        """8 places fit on a page, and 10 on the only one where they are short enough."""
        return pages_of(len(self.rows), self._per_page)

    @property
    def _per_page(self) -> int:
        count = len(self.rows)
        if not PER_PAGE < count <= MOST_ON_ONE:
            return PER_PAGE
        top = content_top(self.question, self.method or self.reconciliation)
        box = QRectF(0, 0, 640, _inside((_BOTTOM - top) / count))
        whole = all(_option_words(_option_room(box, row), row).whole for row in self.rows)
        return count if whole else PER_PAGE

    @property
    def title(self) -> str:
        """“Result: the question”."""
        return _("Result: {question}", question=self.question)

    @property
    def description(self) -> str:
        """The rule, and the places of this page in words."""
        places = [paired(row.place, paired(row.option, row.written_total)) for row in self._shown()]
        return spoken((self.title, self.method, self.reconciliation, *places))

    def _shown(self) -> tuple[RevealRow, ...]:
        return self.rows[self.page * self._per_page : (self.page + 1) * self._per_page]

    def paint_at(self, painter: QPainter, moment: float) -> None:
        """Headline, rule and reconciliation, then the rows that `moment` has reached."""
        below = self.with_page(self.method, self.reconciliation)
        top = self.paint_headline(painter, self.question, below)
        shown = self._shown()
        if not shown:
            self.empty_line(painter, _("No votes were given"))
            return
        after = len(self.rows) - (self.page + 1) * self._per_page
        bottom = _BOTTOM - (48 if after > 0 else 0)
        step = min(124.0, (bottom - top) / len(shown))
        most = max(*(row.total for row in self.rows), 1e-9)
        for index, row in enumerate(shown):
            grown = _grown(index, len(shown), moment)
            if grown > 0:
                box = QRectF(MARGIN, top + index * step, INNER, _inside(step))
                self._paint_row(painter, box, row, row.total / most, grown)
        if after > 0:
            text = ngettext("and {count} more", "and {count} more", after)
            line = QRectF(MARGIN + 90, bottom, 640, 44)
            text_block(painter, line, text, 32, colour=self.palette.muted, max_lines=1)

    def _paint_row(
        self, painter: QPainter, box: QRectF, row: RevealRow, length: float, grown: float
    ) -> None:
        painter.setOpacity(min(1.0, grown * 2))
        place = QRectF(box.left(), box.top(), 84, box.height())
        colours = self.palette
        text_block(
            painter, place, row.place, 44, BOLD, colours.muted, max_lines=1, down=Down.MIDDLE
        )
        self.paint_option(painter, QRectF(box.left() + 90, box.top(), 640, box.height()), row)
        height = min(76.0, box.height())
        bar_top = box.center().y() - height / 2
        bar = QRectF(BAR_LEFT, bar_top, max(3.0, BAR_WIDTH * length * grown), height)
        if row.total > 0:
            self.paint_bar(painter, bar, row)
        if grown > 0.85:
            total = QRectF(box.right() - 150, box.top(), 150, box.height())
            text_block(
                painter,
                total,
                row.written_total,
                44,
                BOLD,
                colours.ink,
                max_lines=1,
                across=Across.RIGHT,
                down=Down.MIDDLE,
            )
        painter.setOpacity(1.0)

    def paint_option(self, painter: QPainter, box: QRectF, row: RevealRow) -> None:
        """What was voted on, with a mark where every sector carries it."""
        room = _option_room(box, row)
        used = text_block(
            painter,
            room,
            row.option,
            36,
            SEMIBOLD,
            self.palette.ink,
            max_lines=2,
            down=Down.MIDDLE,
            one_line_from=30,
        )
        if not row.every_sector:
            return
        pill = _("every sector")
        frame = QRectF(used.right() + 16, box.center().y() - 21, _pill_width(pill), 42)
        if _is_stacked(box):
            frame.moveTo(box.left(), room.bottom() + 2)
        _paint_pill(painter, frame, pill, self.palette)

    def paint_bar(self, painter: QPainter, bar: QRectF, row: RevealRow) -> None:
        """What each sector gave, side by side."""
        outline = QPainterPath()
        outline.addRoundedRect(bar, 10, 10)
        painter.save()
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        shown = [(share.sector, float(share.count)) for share in row.shares if share.count]
        whole = sum(count for _, count in shown) + row.rest + row.hands
        if whole <= 0:
            painter.fillRect(bar, QColor(self.palette.accent))
        left = bar.left()
        for sector, count in shown:
            part = QRectF(left, bar.top(), bar.width() * count / whole, bar.height())
            self._paint_share(painter, part, sector)
            left = part.right()
        for amount, paint in ((row.rest, paint_hidden), (row.hands, paint_hands)):
            if amount > 0:
                part = QRectF(left, bar.top(), bar.width() * amount / whole, bar.height())
                paint(painter, part, self.palette)
                left = part.right()
        painter.restore()

    def _paint_share(self, painter: QPainter, part: QRectF, sector: str) -> None:
        painter.fillRect(part, QColor(self.palette.sector(sector)))
        advance = text_width(sector, SMALLEST, BOLD)
        if advance + 10 > part.width():
            return
        painter.setFont(font(SMALLEST, BOLD))
        painter.setPen(QColor(self.palette.text_on_mark))
        baseline = part.center().y() + metrics(SMALLEST, BOLD).capHeight() / 2
        painter.drawText(QPointF(part.center().x() - advance / 2, baseline), sector)

    def paint_foot(self, painter: QPainter) -> None:
        """The legend of the sectors that appear, and what comes next."""
        next_line = fit(self.next_line(), 520, 40, SMALLEST, max_lines=1)
        text_block(
            painter,
            QRectF(MARGIN + INNER - 520, FOOT - 20, 520, 40),
            " ".join(next_line.lines),  # untranslated: a text in lines
            SMALLEST,
            colour=self.palette.muted,
            max_lines=1,
            across=Across.RIGHT,
            down=Down.MIDDLE,
        )
        left = MARGIN
        present = {share.sector for row in self.rows for share in row.shares if share.count}
        for letter in (letter for letter in COUNTED if letter in present):
            paint_badge(painter, QRectF(left, FOOT - 18, 36, 36), letter, self.palette)
            left = self._paint_legend(painter, left, name_of(letter))
        if any(row.rest > 0 for row in self.rows):
            paint_hidden(painter, QRectF(left, FOOT - 18, 36, 36), self.palette)
            left = self._paint_legend(painter, left, _("Hidden: too few"))
        if any(row.hands > 0 for row in self.rows):
            paint_hands(painter, QRectF(left, FOOT - 18, 36, 36), self.palette)
            self._paint_legend(painter, left, _("By show of hands"))

    def _paint_legend(self, painter: QPainter, left: float, name: str) -> float:
        advance = text_width(name, SMALLEST)
        text_block(
            painter,
            QRectF(left + 46, FOOT - 20, advance + 2, 40),
            name,
            SMALLEST,
            colour=self.palette.muted,
            max_lines=1,
            down=Down.MIDDLE,
        )
        return left + 46 + advance + 28


def _inside(step: float) -> float:
    """How high a row is that begins a step above the next one."""
    return step - min(24, step * 0.2)


def _option_room(box: QRectF, row: RevealRow) -> QRectF:
    """Where what was voted on is written: above its mark, or beside it where the row is low."""
    if not row.every_sector:
        return QRectF(box)
    if _is_stacked(box):
        return box.adjusted(0, 0, 0, -46)
    return box.adjusted(0, 0, -_pill_width(_("every sector")) - 16, 0)


def _option_words(room: QRectF, row: RevealRow) -> Fitted:
    return on_one_line(row.option, room.size(), 36, SEMIBOLD, 2, 30)


def _is_stacked(box: QRectF) -> bool:
    return box.height() >= 92


def _pill_width(pill: str) -> float:
    return text_width(pill, SMALLEST, SEMIBOLD) + 36


def _paint_pill(painter: QPainter, frame: QRectF, pill: str, palette: SlidePalette) -> None:
    painter.setPen(QPen(QColor(palette.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, 21, 21)
    text_block(
        painter,
        frame,
        pill,
        SMALLEST,
        SEMIBOLD,
        palette.accent,
        max_lines=1,
        across=Across.CENTRE,
        down=Down.MIDDLE,
    )


def _grown(index: int, count: int, moment: float) -> float:
    """How far the bar of row `index` has grown (0 to 1) when the last row starts first."""
    if moment >= 1:
        return 1.0
    start = (count - 1 - index) / count * 0.65
    linear = min(1.0, max(0.0, (moment - start) / 0.35))
    return 1 - (1 - linear) ** 3
