"""The poll while it runs: what is asked and how many have voted, never what."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.kit.ink import (
    BOLD,
    MARGIN,
    MEDIUM,
    SEMIBOLD,
    SMALLEST,
    Across,
    Down,
    panel,
    text_block,
)
from kdc_desktop.audience.kit.slide import INNER, Slide, dotted, pages_of
from kdc_desktop.domain.polls.turnout import have_voted
from kdc_desktop.i18n import _, ngettext, spoken

_BOTTOM = 792.0
_PER_PAGE = 30
_COMPACT = 20


@dataclass(frozen=True, kw_only=True)
class PollSlide(Slide):
    """The question, the options in order, the method in words, the progress and who can see what.

    `voted` of `electorate` have handed in a paper. `closed` says that the vote is over and the
    result is still hidden, `paused` that nobody votes now. `time` says when it ends, if that was
    said.
    """

    question: str
    options: tuple[str, ...]
    voted: int
    electorate: int
    method: str = ""
    secrecy: str = ""
    closed: bool = False
    paused: bool = False
    time: str = ""

    @property
    def pages(self) -> int:
        """30 options fit on a page."""
        return pages_of(len(self.options), _PER_PAGE)

    @property
    def title(self) -> str:
        """The question."""
        return self.question

    @property
    def description(self) -> str:
        """The question and the progress."""
        return spoken((self.question, self._progress(), self.secrecy))

    def _progress(self) -> str:
        if self.closed:
            return ngettext(
                "The vote is closed: {count} of {electorate} voted",
                "The vote is closed: {count} of {electorate} voted",
                self.voted,
                electorate=self.electorate,
            )
        told = dotted(have_voted(self.voted, self.electorate), self.time)
        return _("Paused: nobody votes now. {progress}", progress=told) if self.paused else told

    def paint_content(self, painter: QPainter) -> None:
        """Question on top, options in columns, progress below."""
        below = self.with_page(self.method)
        top = self.paint_headline(
            painter, self.question, below, smallest=36 if len(self.options) > _COMPACT else 56
        )
        if self.options:
            self._paint_options(painter, QRectF(MARGIN, top, INNER, _BOTTOM - top))
        self._paint_progress(painter)

    def _paint_options(self, painter: QPainter, area: QRectF) -> None:
        first = self.page * _PER_PAGE
        shown = self.options[first : first + _PER_PAGE]
        columns = 1 if len(shown) <= 4 else 2
        rows = -(-len(shown) // columns)
        gap = 16.0 if rows <= 6 else 8.0 if rows <= 10 else 4.0
        width = (area.width() - (columns - 1) * 24) / columns
        height = min(112.0, (area.height() - (rows - 1) * gap) / rows)
        for index, option in enumerate(shown):
            column, row = divmod(index, rows)
            left = area.left() + column * (width + 24)
            box = QRectF(left, area.top() + row * (height + gap), width, height)
            self._paint_option(painter, box, first + index + 1, option)

    def _paint_option(self, painter: QPainter, box: QRectF, number: int, option: str) -> None:
        colours = self.palette
        panel(painter, box, colours.surface, radius=min(12.0, box.height() / 4))
        size = 40 if box.height() >= 96 else 32 if box.height() >= 64 else SMALLEST
        text_block(
            painter,
            QRectF(box.left() + 20, box.top(), 56, box.height()),
            str(number),
            min(size, 34),
            BOLD,
            colours.muted,
            max_lines=1,
            down=Down.MIDDLE,
        )
        text_block(
            painter,
            box.adjusted(80, 0, -20, 0),
            option,
            size,
            SEMIBOLD,
            colours.ink,
            max_lines=2 if box.height() >= 76 else 1,
            down=Down.MIDDLE,
            one_line_from=30,
        )

    def _paint_progress(self, painter: QPainter) -> None:
        colours = self.palette
        progress = text_block(
            painter,
            QRectF(MARGIN, 812, INNER if self.paused else INNER * 0.6, 72),
            self._progress(),
            56 if self.paused else 48,
            BOLD,
            colours.warning if self.paused else colours.ink,
            max_lines=1,
            down=Down.MIDDLE,
        )
        if not self.paused:
            self._paint_secrecy(painter, progress.right() + 60)
        track = QRectF(MARGIN, 900, INNER, 24)
        panel(painter, track, colours.line, radius=12)
        if self.voted and self.electorate:
            track.setWidth(max(24.0, INNER * min(1.0, self.voted / self.electorate)))
            panel(painter, track, colours.good if self.closed else colours.accent, radius=12)

    def _paint_secrecy(self, painter: QPainter, left: float) -> None:
        text_block(
            painter,
            QRectF(left, 812, MARGIN + INNER - left, 72),
            self.secrecy,
            SMALLEST,
            MEDIUM,
            self.palette.muted,
            max_lines=2,
            across=Across.RIGHT,
            down=Down.MIDDLE,
        )
