"""What all pictures of a result share: the headline, what is not as announced, rows, and steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.kit.ink import (
    BOLD,
    MARGIN,
    SEMIBOLD,
    Down,
    Fitted,
    fit,
    panel,
    text_block,
)
from kdc_desktop.audience.kit.slide import INNER, Slide, content_top, pages_of
from kdc_desktop.audience.polls.option_ink import option_words, paint_option
from kdc_desktop.audience.polls.result_marks import (
    RECOUNT_BAND,
    not_announced,
    paint_recount,
    paint_void,
    too_few_words,
    void_words,
)
from kdc_desktop.audience.polls.result_picture import ResultPicture, RevealRow
from kdc_desktop.audience.polls.result_steps import grown, in_turn, inside
from kdc_desktop.i18n import _, ngettext, paired, sentences, spoken

OPTION_LEFT, _MORE = 90.0, 48.0


@dataclass(frozen=True, kw_only=True)
class ResultSlide(Slide):
    """The result of a poll, best place first.

    `revealed_places` are shown, of `steps` there are: from the last place up, and ties together;
    None: all of them at once.
    """

    result: ResultPicture
    revealed_places: int | None = None

    animated: ClassVar[bool] = True
    usual_rows: ClassVar[int] = 8
    most_rows: ClassVar[int] = 10  # on the only page, where they are short enough
    bottom: ClassVar[float] = 950.0
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
    def pages(self) -> int:
        """8 places fit on a page, and 10 on the only one where they are short enough.

        While places are still to be revealed, it is the first page that they come on.
        """
        if self.result.too_few or not self.is_complete:
            return 1
        return pages_of(len(self.rows), self.per_page)

    @property
    def per_page(self) -> int:
        """How many places a page has."""
        count = len(self.rows)
        if not self.usual_rows < count <= self.most_rows:
            return self.usual_rows
        high = inside((self.bottom - self.content_top()) / count)
        box = self.option_box(QRectF(MARGIN, 0, INNER, high))
        words = (option_words(box, row, cup=self.has_cups) for row in self.rows)
        return count if all(one.whole for one in words) else self.usual_rows

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
    def description(self) -> str:
        """The rule, what is to be known of the result, and the places of this page in words."""
        result = self.result
        about = [self.title]
        about += [void_words(), result.why_void] if result.is_void else []
        about += [not_announced(result.recount)] if result.recount else []
        about += [result.method, result.reconciliation]
        if result.too_few:
            return spoken((*about, too_few_words(result.too_few)))
        return spoken((*about, *(one.removesuffix(".") for one in self._remarks()), *self.words()))

    def words(self) -> list[str]:
        """The places of this page in words, and how many are still to be revealed."""
        told = [self.row_words(row) for at, row in self.shown() if self._is_revealed(at)]
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

    def _remarks(self) -> tuple[str, ...]:
        return self.result.remarks if self.is_complete else ()

    def _is_revealed(self, at: int) -> bool:
        if self.revealed_places is None:
            return True
        return any(at in some for some in in_turn(self.rows, self.per_page)[: self.revealed_places])

    def come(self, index: int, at: int, count: int, moment: float) -> float:
        """How far a row has come, 0 to 1: all of a page, or those that are revealed just now."""
        if self.revealed_places is None:
            return grown(index, count, moment)
        if not self._is_revealed(at):
            return 0.0
        turns = in_turn(self.rows, self.per_page)
        newest = turns[min(self.revealed_places, len(turns)) - 1]
        return grown(0, 1, moment) if at in newest else 1.0

    def paint_at(self, painter: QPainter, moment: float) -> None:
        """Headline, rule and reconciliation, then what `moment` has reached."""
        top = self._paint_head(painter)
        if self.result.too_few:
            self.empty_line(painter, too_few_words(self.result.too_few))
        elif not self.rows:
            self.empty_line(painter, _("No votes were given"))
        else:
            self.paint_result(painter, top, moment)
        if self.result.is_void:
            paint_void(painter, top - 24, self.result.why_void, self.palette)

    def below(self) -> str:
        """The line below the headline."""
        return self.with_page(self.result.method, self.result.reconciliation)

    def content_top(self) -> float:
        """Where rows begin, whatever page they are on."""
        result, remarks = self.result, self._fitted_remarks()
        top = content_top(self.question, result.method or result.reconciliation)
        top += RECOUNT_BAND + 12 if result.recount else 0
        return top + (remarks.height + 12 if remarks else 0)

    def _paint_head(self, painter: QPainter) -> float:
        top = self.paint_headline(painter, self.question, self.below())
        if self.result.recount:
            paint_recount(painter, top - 16, self.result.recount, self.palette)
            top += RECOUNT_BAND + 12
        if remarks := self._fitted_remarks():
            box = QRectF(MARGIN, top - 16, INNER, remarks.height)
            told, accent = sentences(self._remarks()), self.palette.accent
            text_block(painter, box, told, remarks.size, SEMIBOLD, accent, max_lines=2)
            top += remarks.height + 12
        return top

    def _fitted_remarks(self) -> Fitted | None:
        """They have their room from the beginning, so that no row moves when they come."""
        told = sentences(self.result.remarks)
        return fit(told, INNER, 84, 32, SEMIBOLD, 2) if told else None

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
            elif not self._is_revealed(at):
                self._paint_waiting(painter, box)
        if after > 0 and self._is_revealed(len(self.rows) - 1):
            text = ngettext("and {count} more", "and {count} more", after)
            line = QRectF(MARGIN + OPTION_LEFT, bottom, 640, 44)
            text_block(painter, line, text, 32, colour=self.palette.muted, max_lines=1)

    def row_boxes(self, shown: Sequence[RevealRow], top: float, bottom: float) -> list[QRectF]:
        """Where the rows are."""
        step = min(124.0, (bottom - top) / len(shown))
        return [QRectF(MARGIN, top + at * step, INNER, inside(step)) for at in range(len(shown))]

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

    def _paint_waiting(self, painter: QPainter, box: QRectF) -> None:
        high = min(76.0, box.height())
        frame = QRectF(box.left(), box.center().y() - high / 2, box.width(), high)
        panel(painter, frame, self.palette.surface, radius=12)
