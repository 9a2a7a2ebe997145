"""What is marked on a result that is not as it was announced, and what stands in for one."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.kit.icon import paint_icon
from kdc_desktop.audience.kit.ink import (
    BOLD,
    MARGIN,
    MEDIUM,
    SEMIBOLD,
    Across,
    Down,
    Fitted,
    SlidePalette,
    fit,
    panel,
    text_block,
)
from kdc_desktop.audience.kit.overlay import veil
from kdc_desktop.audience.kit.slide import INNER
from kdc_desktop.audience.polls.result_picture import ResultPicture
from kdc_desktop.i18n import _, sentences

_BAND, _AIR = 56.0, 12.0


def warnings_of(result: ResultPicture) -> list[str]:
    """What is to be known before all else: that it does not count and why, or is a recount."""
    told = [_void_words(), result.why_void] if result.is_void else []
    return [*told, _not_announced(result.recount)] if result.recount else told


def _not_announced(rule: str) -> str:
    """That this is how the papers would have been counted by another rule."""
    return _("Not the announced result: the same papers, counted again by {rule}", rule=rule)


def _void_words() -> str:
    """That a poll does not count."""
    return _("This poll is void")


def marks_height(recount: str, remarks: Sequence[str]) -> float:
    """How much room there is between the headline and the rows, for what is said of the result.

    Remarks have theirs from the beginning, so that no row moves when they come.
    """
    told = _told(remarks)
    return (_BAND + _AIR if recount else 0) + (told.height + _AIR if told else 0)


def paint_marks(
    painter: QPainter, top: float, recount: str, remarks: Sequence[str], palette: SlidePalette
) -> None:
    """By which rule it is counted again, if so, and the remarks, from there on."""
    if recount:
        _paint_recount(painter, top - 16, recount, palette)
        top += _BAND + _AIR
    if told := _told(remarks):
        box = QRectF(MARGIN, top - 16, INNER, told.height)
        words = " ".join(told.lines)  # untranslated: a text in lines
        text_block(painter, box, words, told.size, SEMIBOLD, palette.accent)


def _told(remarks: Sequence[str]) -> Fitted | None:
    """As many remarks as can be read in full in two lines; a part of the first one if need be."""
    while remarks:
        told = fit(sentences(remarks), INNER, 84, 32, SEMIBOLD, 2)
        if told.whole or len(remarks) == 1:
            return told
        remarks = remarks[:-1]
    return None


def _paint_recount(painter: QPainter, top: float, rule: str, palette: SlidePalette) -> None:
    band = QRectF(MARGIN, top, INNER, _BAND)
    panel(painter, band, palette.surface, radius=12, border=palette.warning)
    sign = QRectF(band.left() + 20, band.top() + 10, 36, 36)
    paint_icon(painter, sign, "triangle-alert", palette.warning)
    told, room, down = _not_announced(rule), band.adjusted(72, 0, -20, 0), Down.MIDDLE
    text_block(painter, room, told, 32, SEMIBOLD, palette.warning, max_lines=1, down=down)


def paint_void(painter: QPainter, top: float, why: str, palette: SlidePalette) -> None:
    """A band across the picture, which shows through its veil."""
    painter.fillRect(QRectF(60, top, 1800, 975 - top), veil(palette))
    band = QRectF(MARGIN - 24, 440, INNER + 48, 250 if why else 160)
    panel(painter, band, palette.bad, radius=12)
    head = QRectF(band.left() + 48, band.top() + 30, band.width() - 96, 100)
    for box, words, size, weight in (
        (head, _void_words(), 72, BOLD),
        (head.translated(0, 100), why, 36, MEDIUM),
    ):
        text_block(
            painter,
            box,
            words,
            size,
            weight,
            palette.paper,
            max_lines=2,
            across=Across.CENTRE,
            down=Down.MIDDLE,
        )
