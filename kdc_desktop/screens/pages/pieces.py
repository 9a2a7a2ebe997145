"""What stands on a page and is never cut: lines, rows of tables, pictures."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from kdc_desktop.screens.pages.setting import ACCENT, POINT, RULE, SetText

PAD = 3 * POINT
HAIR = 0.5 * POINT


class Inked(Protocol):
    """A piece that can be painted."""

    @property
    def height(self) -> float: ...
    @property
    def before(self) -> float: ...
    @property
    def keeps(self) -> bool: ...
    @property
    def breaks(self) -> bool: ...
    @property
    def head(self) -> "Inked | None": ...

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint it with its upper left corner here."""


@dataclass
class LinePiece:
    """One line of a text; `sign` stands before the first of a list's entry, `bar` beside it."""

    text: SetText
    at: int
    indent: float = 0.0
    before: float = 0.0
    keeps: bool = False
    breaks: bool = False
    sign: SetText | None = None
    bar: bool = False
    head: Inked | None = field(default=None, init=False)

    @property
    def height(self) -> float:
        """How high the line is."""
        return self.text.line_height(self.at)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint the line."""
        if self.bar:
            painter.fillRect(QRectF(left, top, 2 * POINT, self.height), QColor(ACCENT))
        if self.sign is not None:
            self.sign.paint(painter, left, top)
        self.text.paint(painter, left + self.indent, top, self.at, self.at + 1)


@dataclass
class RowPiece:
    """A row of a table, or a part of one that is higher than a page; `lefts` by column."""

    cells: Sequence[SetText]
    lefts: Sequence[float]
    width: float
    first: int = 0
    last: int | None = None
    least: float = 0.0
    before: float = 0.0
    keeps: bool = False
    breaks: bool = False
    ruled: bool = True
    heavy: bool = False
    head: Inked | None = None

    @property
    def height(self) -> float:
        """How high its highest cell is."""
        inside = max((cell.height(self.first, self.last) for cell in self.cells), default=0.0)
        return max(self.least, inside + PAD + (PAD if self.ruled else 0.0))

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint the cells and the line below them."""
        for cell, across in zip(self.cells, self.lefts, strict=True):
            cell.paint(painter, left + across, top + PAD, self.first, self.last)
        if self.ruled:
            bottom = top + self.height
            painter.setPen(QPen(QColor(RULE), HAIR * (2 if self.heavy else 1)))
            painter.drawLine(QPointF(left, bottom), QPointF(left + self.width, bottom))


@dataclass
class ImagePiece:
    """A picture with a thin frame."""

    image: QImage
    width: float
    height: float
    before: float = 0.0
    keeps: bool = False
    breaks: bool = False
    head: Inked | None = field(default=None, init=False)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint the picture."""
        box = QRectF(left, top, self.width, self.height)
        painter.drawImage(box, self.image)
        painter.setPen(QPen(QColor(RULE), HAIR))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
