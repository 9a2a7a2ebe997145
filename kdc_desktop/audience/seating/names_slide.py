"""Everybody by name from A to Z, and at which tables they sit: people find themselves fast."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.kit.ink import (
    BOLD,
    MARGIN,
    SEMIBOLD,
    Across,
    Fitted,
    fit,
    text_block,
    text_width,
)
from kdc_desktop.audience.kit.slide import INNER, Slide, content_top, pages_of
from kdc_desktop.i18n import listed, spoken, titled

_BOTTOM, _GAP = 972.0, 40.0
_SIZE, _APART = 30, 6
_BETWEEN = 14.0  # of the letters of two rounds


@dataclass(frozen=True)
class NameLine:
    """Somebody, what tells them from others of the name, and their table in each round."""

    name: str
    tables: tuple[str, ...]
    apart: str = ""

    @property
    def written(self) -> str:
        """The name, and behind it what tells it apart."""
        return f"{self.name} ({self.apart})" if self.apart else self.name


@dataclass(frozen=True, kw_only=True)
class NamesSlide(Slide):
    """All names in columns; of several rounds each has its table there, that of `now` in accent."""

    headline: str
    lines: tuple[NameLine, ...]
    below: str = ""
    now: int = 0

    @property
    def turns_itself(self) -> bool:
        """Everybody finds themselves without a hand that turns."""
        return True

    @property
    def pages(self) -> int:
        """As many as the names need."""
        return pages_of(len(self._filled()), self._columns())

    @property
    def title(self) -> str:
        """The headline."""
        return self.headline

    @property
    def description(self) -> str:
        """Each name with its tables."""
        lines = (titled(line.written, listed(line.tables)) for line in self.lines)
        return spoken([self.headline, *lines])

    def _filled(self) -> list[list[tuple[NameLine, Fitted]]]:
        """The columns of all pages: as many names in each as it has room for."""
        room = _BOTTOM - content_top(self.headline, "·")
        width = self._width() - self._letters() - 8
        columns: list[list[tuple[NameLine, Fitted]]] = [[]]
        left = room
        for line in self.lines:
            name = fit(line.written, width, room, _SIZE, SEMIBOLD)
            if name.height + _APART > left and columns[-1]:
                columns.append([])
                left = room
            columns[-1].append((line, name))
            left -= name.height + _APART
        return columns

    def _width(self) -> float:
        columns = self._columns()
        return (INNER - _GAP * (columns - 1)) / columns

    def _letters(self) -> float:
        """How wide the letters of all rounds are behind a name."""
        rounds = max((len(line.tables) for line in self.lines), default=1)
        widest = (text_width(one, _SIZE, BOLD) for line in self.lines for one in line.tables)
        return rounds * (max(widest, default=0) + _BETWEEN)

    def _columns(self) -> int:
        """As many as leave room for every name on one line; two at least."""
        widest = max((text_width(one.written, _SIZE, SEMIBOLD) for one in self.lines), default=0)
        for columns in (4, 3):
            if (INNER - _GAP * (columns - 1)) / columns >= widest + self._letters() + 8:
                return columns
        return 2

    def paint_content(self, painter: QPainter) -> None:
        """The names of this page, down each column."""
        begin = self.paint_headline(painter, self.headline, self.with_page(self.below))
        columns, width = self._columns(), self._width()
        first = min(self.page, self.pages - 1) * columns
        for at, column in enumerate(self._filled()[first : first + columns]):
            top = begin
            for line, name in column:
                box = QRectF(MARGIN + at * (width + _GAP), top, width, name.height)
                self._paint_line(painter, box, line)
                top += name.height + _APART

    def _paint_line(self, painter: QPainter, box: QRectF, line: NameLine) -> None:
        colours, letters = self.palette, self._letters()
        name = QRectF(box.left(), box.top(), box.width() - letters - 8, box.height())
        text_block(painter, name, line.written, _SIZE, SEMIBOLD, colours.ink)
        each = letters / max(1, len(line.tables))
        for at, table in enumerate(line.tables):
            place = QRectF(box.right() - letters + at * each, box.top(), each, _SIZE * 1.26)
            ink = colours.accent if at == self.now else colours.muted
            text_block(painter, place, table, _SIZE, BOLD, ink, max_lines=1, across=Across.RIGHT)
