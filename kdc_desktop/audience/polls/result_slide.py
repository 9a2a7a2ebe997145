"""What all pictures of a result share: the headline, what is not as announced, rows, and steps."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar, Self

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.kit.ink import (
    BOLD,
    MARGIN,
    Down,
    SlidePalette,
    panel,
    text_block,
)
from kdc_desktop.audience.kit.slide import INNER, Slide, content_top, dotted, page_line, pages_of
from kdc_desktop.audience.polls.option_ink import option_words, paint_option
from kdc_desktop.audience.polls.result_marks import (
    marks_height,
    paint_marks,
    paint_void,
    warnings_of,
)
from kdc_desktop.audience.polls.result_picture import ResultPicture, RevealRow
from kdc_desktop.audience.polls.result_steps import TALLEST, come_of, in_turn, inside
from kdc_desktop.domain.polls.hiding import too_few_told
from kdc_desktop.i18n import _, ngettext, paired, spoken

OPTION_LEFT, _MORE, _FEWEST = 90.0, 48.0, 4


@dataclass(frozen=True, kw_only=True)
class ResultSlide(Slide):
    """The result of a poll, best place first.

    `revealed_places` are shown, of `steps` there are: from the last place up, and ties together;
    None: all of them at once.
    """

    result: ResultPicture
    revealed_places: int | None = None

    animated: ClassVar[bool] = True
    keeps_no_time: ClassVar[bool] = True
    usual_rows: ClassVar[int] = 8
    most_rows: ClassVar[int] = 10  # on the only page, where they are short enough
    bottom: ClassVar[float] = 950.0
    rows_left: ClassVar[float] = MARGIN
    rows_wide: ClassVar[float] = INNER
    option_wide: ClassVar[float] = 640.0
    has_cups: ClassVar[bool] = True

    @property
    def question(self) -> str:
        """What was asked."""
        return self.result.question

    @property
    def rows(self) -> tuple[RevealRow, ...]:
        """All options, best place first."""
        return self.result.rows

    @property
    def remarks(self) -> tuple[str, ...]:
        """Whole sentences that belong to what this page shows."""
        return self.result.remarks

    @property
    def pages(self) -> int:
        """Those of the places."""
        return self.place_pages

    @property
    def place_pages(self) -> int:
        """8 places fit on a page, and 10 on the only one where they are short enough.

        While places are still to be revealed, it is the first page that they come on.
        """
        if self.result.too_few or not self.is_complete:
            return 1
        return pages_of(len(self.rows), self.per_page)

    @cached_property
    def per_page(self) -> int:
        """How many places a page has: fewer, where their titles are whole then."""
        count = len(self.rows)
        if count <= self.most_rows and _is_whole(self, count, self.bottom):
            return max(1, count)
        usual = min(self.usual_rows, count)
        sizes = range(usual, min(usual, _FEWEST) - 1, -1)
        return next((size for size in sizes if _is_whole(self, size, self.bottom - _MORE)), usual)

    @property
    def steps(self) -> int:
        """How many times something is revealed until all is; what is on later pages comes first."""
        return len(in_turn(self.rows, self.per_page))

    @property
    def is_complete(self) -> bool:
        """Whether no place is still to be revealed."""
        return self.revealed_places is None or self.revealed_places >= self.steps

    @property
    def title(self) -> str:
        """“Result: the question”."""
        return _("Result: {question}", question=self.question)

    @property
    def subject(self) -> str:
        """The question itself; nothing where the result does not hold."""
        return "" if self.result.is_void else self.question

    @property
    def description(self) -> str:
        """The rule, what is to be known of the result, and the places of this page in words."""
        result = self.result
        about = [self.title, *warnings_of(result), result.method, result.reconciliation]
        if result.too_few:
            about.append(too_few_told(result.too_few))
        else:
            about += [*(self.remarks if self.is_complete else ()), *self.words()]
        return spoken(one.removesuffix(".") for one in about)

    def words(self) -> list[str]:
        """The places of this page in words, and how many are still to be revealed."""
        told = [self.row_words(row) for at, row in self.shown() if self.is_revealed(at)]
        waiting = 0 if self.is_complete else self.steps - (self.revealed_places or 0)
        if waiting:
            told.append(ngettext("{count} place to come", "{count} places to come", waiting))
        return told

    def row_words(self, row: RevealRow) -> str:
        """One place in words."""
        return paired(row.place, paired(row.option, row.written_total))

    def shown(self) -> list[tuple[int, RevealRow]]:
        """The rows of this page, each with its number among all."""
        first = self.page * self.per_page
        return list(enumerate(self.rows))[first : first + self.per_page]

    def is_revealed(self, at: int) -> bool:
        """Whether the room knows of a row by now."""
        if self.revealed_places is None:
            return True
        return any(at in some for some in in_turn(self.rows, self.per_page)[: self.revealed_places])

    def come(self, index: int, at: int, count: int, moment: float) -> float:
        """How far a row has come, 0 to 1: all of a page, or those that are revealed just now."""
        turns = in_turn(self.rows, self.per_page)
        return come_of(turns, self.revealed_places, index, at, count, moment)

    def paint_at(self, painter: QPainter, moment: float) -> None:
        """Headline, rule and reconciliation, then what `moment` has reached."""
        top = self.paint_headline(painter, self.question, self.below())
        told = self.remarks if self.is_complete else ()
        paint_marks(painter, top, self.result.recount, told, self.palette)
        top += marks_height(self.result.recount, self.remarks)
        if self.result.too_few:
            self.empty_line(painter, too_few_told(self.result.too_few))
        elif not self.rows:
            self.empty_line(painter, _("No votes were given"))
        else:
            self.paint_result(painter, top, moment)
        if self.result.is_void:
            paint_void(painter, top - 24, self.result.why_void, self.palette)

    def after(self, before: Slide) -> Self:
        """Whoever saw its last place come sees the same: it does not come again with the others."""
        if not isinstance(before, ResultSlide) or not before.is_complete:
            return self
        as_before = replace(self, revealed_places=before.revealed_places)
        return as_before if self.is_complete and as_before == before else self

    def below(self) -> str:
        """The line below the headline."""
        pages = page_line(self.page, self.place_pages)
        return dotted(self.result.method, self.result.reconciliation, pages)

    def content_top(self) -> float:
        """Where rows begin at the lowest, whatever page they are on: below a line of its number."""
        top = content_top(self.question, below="1")
        return top + marks_height(self.result.recount, self.result.remarks)

    def paint_result(self, painter: QPainter, top: float, moment: float) -> None:
        """The rows of this page."""
        shown = self.shown()
        after = len(self.rows) - (self.page + 1) * self.per_page
        bottom = self.bottom - (_MORE if after > 0 else 0)
        boxes = self.row_boxes([row for _at, row in shown], top, bottom)
        for index, ((at, row), box) in enumerate(zip(shown, boxes, strict=True)):
            come = self.come(index, at, len(shown), moment)
            if come > 0:
                painter.setOpacity(min(1.0, come * 2))
                self.paint_place(painter, box, row)
                self.paint_row(painter, box, row, come)
                painter.setOpacity(1.0)
            elif not self.is_revealed(at):
                _paint_waiting(painter, box, self.palette)
        self.paint_between(painter, boxes)
        if after > 0 and self.is_revealed(len(self.rows) - 1):
            left = self.rows_left + OPTION_LEFT
            _paint_more(painter, left, bottom, after, self.palette.muted)

    def row_boxes(self, shown: Sequence[RevealRow], top: float, bottom: float) -> list[QRectF]:
        """Where the rows are."""
        step = min(TALLEST, (bottom - top) / len(shown))
        left, wide, high = self.rows_left, self.rows_wide, inside(step)
        return [QRectF(left, top + at * step, wide, high) for at in range(len(shown))]

    def paint_between(self, painter: QPainter, boxes: Sequence[QRectF]) -> None:
        """What lies between rows."""

    def option_box(self, box: QRectF) -> QRectF:
        """Where in a row it is written what was voted on."""
        return QRectF(box.left() + OPTION_LEFT, box.top(), self.option_wide, box.height())

    def paint_place(self, painter: QPainter, box: QRectF, row: RevealRow) -> None:
        """The place, and what was voted on."""
        place, muted = QRectF(box.left(), box.top(), 84, box.height()), self.palette.muted
        text_block(painter, place, row.place, 44, BOLD, muted, max_lines=1, down=Down.MIDDLE)
        paint_option(painter, self.option_box(box), row, self.palette, cup=self.has_cups)

    def paint_row(self, painter: QPainter, box: QRectF, row: RevealRow, grown: float) -> None:
        """What a row shows beside that, as far as it has `grown`."""


def _is_whole(slide: ResultSlide, count: int, bottom: float) -> bool:
    """Whether all titles are read in full where so many rows share the room."""
    high = inside(min(TALLEST, (bottom - slide.content_top()) / max(1, count)))
    box = slide.option_box(QRectF(MARGIN, 0, INNER, high))
    return all(option_words(box, row, cup=slide.has_cups).whole for row in slide.rows)


def _paint_waiting(painter: QPainter, box: QRectF, palette: SlidePalette) -> None:
    high = min(76.0, box.height())
    frame = QRectF(box.left(), box.center().y() - high / 2, box.width(), high)
    panel(painter, frame, palette.surface, radius=12)


def _paint_more(painter: QPainter, left: float, top: float, count: int, colour: str) -> None:
    """How many places are on the pages that follow."""
    text = ngettext("and {count} more", "and {count} more", count)
    text_block(painter, QRectF(left, top, 640, 44), text, 32, colour=colour, max_lines=1)
