"""What options came to, at the right of their rows: never cut, and alike in one size.

A value is a number, or words such as “no number” or a level, which take two lines where one has no
room. All numbers of a result have one size, and all words have one.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.kit.ink import (
    BOLD,
    Across,
    Down,
    fit,
    text_block,
    text_width,
)

LARGEST, _WORDS, _AIR = 44, 34, 6.0


class Values(NamedTuple):
    """All values of a result, how wide their column is, and how many lines they may take."""

    texts: tuple[str, ...]
    wide: float
    lines: int = 2

    def size(self, text: str, high: float, largest: int = LARGEST) -> int:
        """The largest letters in which all that are like this one are whole in rows so high."""
        alike = [one for one in self.texts if _is_number(one) == _is_number(text)]
        sizes = (fit(one, self.wide, high, largest, BOLD, self.lines).size for one in alike)
        return min(sizes, default=largest)

    def paint(
        self, painter: QPainter, box: QRectF, text: str, ink: str, largest: int = LARGEST
    ) -> None:
        """One of them at the right end of its row."""
        text_block(
            painter,
            QRectF(box.right() - self.wide, box.top(), self.wide, box.height()),
            text,
            self.size(text, box.height(), largest),
            BOLD,
            ink,
            max_lines=self.lines,
            across=Across.RIGHT,
            down=Down.MIDDLE,
        )


def values_of(texts: Iterable[str], least: float, most: float, lines: int = 2) -> Values:
    """These in a column as wide as their words need to be read from afar, within these widths."""
    found = tuple(texts)
    needed = max((_narrowest(text.split(), lines) for text in found), default=0.0) + _AIR
    return Values(found, min(most, max(least, needed)), lines)


def _narrowest(words: Sequence[str], lines: int) -> float:
    """How wide they are on one line, or where two are broken as well as can be."""
    parted = (
        (" ".join(words[:at]), " ".join(words[at:]))  # untranslated: a text in lines
        for at in range(1 if lines > 1 else len(words), len(words) + 1)
    )
    return min((max(_width(line) for line in lines) for lines in parted), default=0.0)


def _width(text: str) -> float:
    return text_width(text, LARGEST if _is_number(text) else _WORDS, BOLD)


def _is_number(text: str) -> bool:
    return not any(map(str.isalpha, text))
