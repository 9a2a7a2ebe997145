"""The rounds of a count in words, one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.kit.ink import BOLD, MARGIN, MEDIUM, SlidePalette, text_block
from kdc_desktop.audience.kit.slide import INNER, pages_of
from kdc_desktop.domain.polls.method import Round
from kdc_desktop.i18n import number_text

_ON_A_PAGE, _BOTTOM, _TALLEST = 6, 950.0, 130.0


def pages_told(rounds: Sequence[Round]) -> int:
    """How many pages they take; none where there are none."""
    return pages_of(len(rounds), _ON_A_PAGE) if rounds else 0


def told_on(rounds: Sequence[Round], page: int) -> list[tuple[int, str]]:
    """The numbers and words of those on a page."""
    told = [(number, one.words) for number, one in enumerate(rounds, start=1)]
    return told[page * _ON_A_PAGE : (page + 1) * _ON_A_PAGE]


def paint_told(
    painter: QPainter, top: float, told: Sequence[tuple[int, str]], palette: SlidePalette
) -> None:
    """Each with its number, from there down."""
    step = min(_TALLEST, (_BOTTOM - top) / max(1, len(told)))
    for number, words in told:
        place = QRectF(MARGIN, top, 80, step - 12)
        text_block(painter, place, number_text(number), 40, BOLD, palette.muted, max_lines=1)
        box = QRectF(MARGIN + 90, top, INNER - 90, step - 12)
        text_block(painter, box, words, 36, MEDIUM, palette.ink)
        top += step
