"""What every slide is painted with: its two palettes, its typeface and text that is never cut off.

All sizes are pixels of the 1920 × 1080 space that slides are painted in.
"""

from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter

from kdc_desktop import paths
from kdc_desktop.audience.kit.wrapping import wrap
from kdc_desktop.domain.kit.remembering import remembered
from kdc_desktop.domain.people.sectors import BY_LETTER

WIDTH = 1920.0
HEIGHT = 1080.0
MARGIN = 96.0
SMALLEST = 28
HEADLINE = 72
REGULAR, MEDIUM, SEMIBOLD, BOLD = 400, 500, 600, 700


class Across(Enum):
    """Where a line stands: the share of the room to spare that is left of it."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


class Down(Enum):
    """Where lines stand: the share of the room to spare that is above them."""

    TOP = 0.0
    MIDDLE = 0.5
    BOTTOM = 1.0


class SlidePalette(NamedTuple):
    """Colours of a slide as ``#RRGGBB``; `text_on_mark` is for letters on sector colours."""

    paper: str
    surface: str
    ink: str
    muted: str
    line: str
    accent: str
    on_accent: str
    good: str
    warning: str
    bad: str
    hidden: str
    text_on_mark: str
    dark: bool

    def sector(self, letter: str) -> str:
        """The colour of a sector, and a quiet grey for a letter that is none."""
        sector = BY_LETTER.get(letter)
        if sector is None:
            return self.hidden
        return sector.dark if self.dark else sector.light


NIGHT = SlidePalette(
    paper="#10151C",
    surface="#1A222C",
    ink="#F2F4F6",
    muted="#9AA6B4",
    line="#2B3541",
    accent="#4FB3D9",
    on_accent="#10151C",
    good="#5FCB88",
    warning="#F5B84B",
    bad="#FF8A80",
    hidden="#8793A1",
    text_on_mark="#10151C",
    dark=True,
)
PAPER = SlidePalette(
    paper="#F6F5F1",
    surface="#FFFFFF",
    ink="#1C2430",
    muted="#5B6675",
    line="#DDD9D0",
    accent="#0F6B8F",
    on_accent="#FFFFFF",
    good="#2A7448",
    warning="#8F5300",
    bad="#B3261E",
    hidden="#667080",
    text_on_mark="#FFFFFF",
    dark=False,
)
_NEARLY = 0.06  # of a width: what is set closer at large sizes is within that
NOTE_INK = "#1C2430"


@lru_cache(maxsize=1)
def load_fonts() -> None:
    """Make the bundled Inter known to Qt; needs a QGuiApplication, harmless to repeat."""
    for file in sorted(paths.resource("fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(file))


@lru_cache(maxsize=512)
def font(size: int, weight: int = REGULAR, *, figures: bool = False) -> QFont:
    """Inter at `size` pixels; with `figures` all digits are equally wide: clocks do not jump."""
    load_fonts()
    inter = QFont("Inter")
    inter.setPixelSize(size)
    inter.setWeight(QFont.Weight(weight))
    inter.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if figures:
        inter.setFeature(QFont.Tag("tnum"), 1)
    if size >= 44:
        inter.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98)
    return inter


@lru_cache(maxsize=512)
def metrics(size: int, weight: int = REGULAR, *, figures: bool = False) -> QFontMetricsF:
    """Measures of the font of the same arguments."""
    return QFontMetricsF(font(size, weight, figures=figures))


@remembered(8192)  # of columns that are tried, each asks for the same names
def text_width(text: str, size: int, weight: int = REGULAR) -> float:
    """How wide `text` is on one line."""
    return metrics(size, weight, figures=_is_figure(text)).horizontalAdvance(text)


def is_within(text: str, room: float, size: int, weight: int = REGULAR) -> bool:
    """Whether `text` fits into this width on one line.

    Measured at one size, it is known of nearly all others: letters grow with their size.
    """
    about = text_width(text, SMALLEST, weight) * size / SMALLEST
    if abs(about - room) > _NEARLY * about:
        return about < room
    return text_width(text, size, weight) <= room


def _is_figure(text: str) -> bool:
    return not any(letter.isalpha() or letter == "-" for letter in text)


class Fitted(NamedTuple):
    """Text broken into lines at the size that fits; `height` in pixels, `whole` when not elided."""

    lines: tuple[str, ...]
    size: int
    leading: float
    whole: bool

    @property
    def height(self) -> float:
        """The height of all lines."""
        return self.leading * len(self.lines)


@remembered(8192)
def fit(
    text: str,
    width: float,
    height: float,
    size: int,
    weight: int = REGULAR,
    max_lines: int = 0,
    smallest: int = SMALLEST,
) -> Fitted:
    """Break `text` into lines within `width` × `height`.

    The size shrinks from `size` to `smallest` until everything fits with its words whole; at
    `smallest` long words are broken and what is left over ends in an ellipsis.
    """
    text = " ".join(text[:4000].split())
    while True:
        leading = size * (1.12 if size >= 44 else 1.26)
        room = max(1, int((height + leading * 0.12) / leading))
        allowed = min(room, max_lines) if max_lines else room
        last = size <= smallest
        lines, whole = wrap(
            text, font(size, weight, figures=_is_figure(text)), width, allowed, break_words=last
        )
        if whole or last:
            return Fitted(lines, size, leading, whole)
        size = max(smallest, int(size * 0.93))


def on_one_line(
    text: str, room: QSizeF, size: int, weight: int, max_lines: int, from_size: int
) -> Fitted:
    """On one line as long as that needs no smaller size than `from_size`, else as `fit` does."""
    width, height = room.width(), room.height()
    one = fit(text, width, height, size, weight, 1, from_size)
    return one if one.whole else fit(text, width, height, size, weight, max_lines)


def text_block(
    painter: QPainter,
    rect: QRectF,
    text: str,
    size: int,
    weight: int = REGULAR,
    colour: str = NIGHT.ink,
    *,
    max_lines: int = 0,
    across: Across = Across.LEFT,
    down: Down = Down.TOP,
    smallest: int = SMALLEST,
    one_line_from: int = 0,
) -> QRectF:
    """Paint `text` wrapped, shrunk and if need be elided into `rect`; return what it covers.

    With `one_line_from` it stays on one line as long as that needs no smaller size.
    """
    room = rect.size()
    if one_line_from:
        fitted = on_one_line(text, room, size, weight, max_lines, one_line_from)
    else:
        fitted = fit(text, room.width(), room.height(), size, weight, max_lines, smallest)
    figures = _is_figure(text)
    measure = metrics(fitted.size, weight, figures=figures)
    slack = rect.height() - fitted.height
    top = rect.top() + slack * down.value
    baseline = top + (fitted.leading + measure.ascent() - measure.descent()) / 2
    painter.setFont(font(fitted.size, weight, figures=figures))
    painter.setPen(QColor(colour))
    widest = 0.0
    for line in fitted.lines:
        advance = measure.horizontalAdvance(line)
        widest = max(widest, advance)
        free = rect.width() - advance
        left = rect.left() + free * across.value
        painter.drawText(QPointF(left, baseline), line)
        baseline += fitted.leading
    return QRectF(rect.left(), top, min(widest, rect.width()), fitted.height)


def panel(
    painter: QPainter, rect: QRectF, fill: str, *, radius: float = 16, border: str | None = None
) -> None:
    """Paint a rounded rectangle, with a 2 px border when one is given."""
    painter.setBrush(QColor(fill))
    painter.setPen(Qt.PenStyle.NoPen)
    if border is not None:
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setColor(QColor(border))
        pen.setWidthF(2)
        painter.setPen(pen)
    painter.drawRoundedRect(rect, radius, radius)
