"""Type on paper: sizes, colours, and text set into a width. A point is ten units."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextLine, QTextOption

from kdc_desktop.audience.kit.ink import BOLD, MEDIUM, REGULAR, SEMIBOLD
from kdc_desktop.screens.pages.letters import legible

POINT = 10.0
UNITS_AN_INCH = 720
MILLIMETRE = UNITS_AN_INCH / 25.4
SMALLEST_POINTS = 8.0
"""Nothing on any page is set smaller."""
INK, QUIET, RULE, ACCENT = "#1C2430", "#4A5462", "#B9BEC6", "#0F6B8F"

CHANGING_LETTERS = ("calt", "case", "liga", "clig", "dlig")
"""What sets another letter than was written, of which a file that is searched keeps none."""


@dataclass(frozen=True)
class Face:
    """How text is set: its size in points, weight and colour; `leading` is the height of a line."""

    points: float
    weight: int = REGULAR
    colour: str = INK
    leading: float = 1.38

    @property
    def line(self) -> float:
        """The height of a line, in units."""
        return self.points * self.leading * POINT


TITLE = Face(22, BOLD, leading=1.2)
SECTION = Face(14.5, SEMIBOLD, leading=1.25)
ENTRY = Face(11.5, SEMIBOLD, leading=1.3)
BODY = Face(10)
LEAD = Face(12, MEDIUM)
SMALL = Face(9, colour=QUIET)
CELL = Face(9)
CELL_HEAD = Face(9, SEMIBOLD, QUIET)
FOOT = Face(SMALLEST_POINTS, colour=QUIET)


@cache
def font_of(points: float, weight: int) -> QFont:
    """Inter for paper; `load_fonts` was called before."""
    inter = QFont("Inter")
    inter.setPixelSize(round(points * POINT))
    inter.setWeight(QFont.Weight(weight))
    inter.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in CHANGING_LETTERS:
        inter.setFeature(QFont.Tag(feature), 0)
    return inter


class SetText:
    """Text set into a width: its lines, none of which is cut; words too long for it are parted."""

    def __init__(
        self,
        text: str,
        face: Face,
        width: float,
        across: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        self.face, self.width = face, width
        option = QTextOption(across | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        font = font_of(face.points, face.weight)
        self._layout = QTextLayout(legible(text, font).replace("\n", "\u2028"), font)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, 0))
        self._layout.endLayout()

    @property
    def lines(self) -> int:
        """How many there are; none of an empty text."""
        return self._layout.lineCount() if self._layout.text() else 0

    @property
    def widest(self) -> float:
        """How wide its widest line is."""
        counts = range(self._layout.lineCount())
        return max((self._layout.lineAt(at).naturalTextWidth() for at in counts), default=0.0)

    @property
    def parts_words(self) -> bool:
        """Whether a word goes on on the next line."""
        text = self._layout.text()
        ends = (self._line_end(at) for at in range(self.lines - 1))
        return any(not text[end - 1].isspace() and text[end - 1] not in "-\u2028" for end in ends)

    def _line_end(self, at: int) -> int:
        line = self._layout.lineAt(at)
        return line.textStart() + line.textLength()

    def line_height(self, at: int) -> float:
        """How high a line is: as high as all, or higher where letters of it are."""
        return max(self.face.line, self._layout.lineAt(at).height())

    def height(self, first: int = 0, last: int | None = None) -> float:
        """How high these lines are."""
        last = self.lines if last is None else min(last, self.lines)
        return sum(self.line_height(at) for at in range(first, last))

    def paint(
        self, painter: QPainter, left: float, top: float, first: int = 0, last: int | None = None
    ) -> None:
        """Paint these lines, the first one at `top`."""
        painter.setPen(QColor(self.face.colour))
        for at in range(first, self.lines if last is None else min(last, self.lines)):
            line, height = self._layout.lineAt(at), self.line_height(at)
            _draw(painter, line, left, top + (height - line.height()) / 2)
            top += height


def _draw(painter: QPainter, line: QTextLine, left: float, top: float) -> None:
    line.draw(painter, QPointF(left, top))
