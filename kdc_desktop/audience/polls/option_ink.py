"""What was voted on, as a row of a result writes it: with a cup, or what every sector carries."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kdc_desktop.audience.kit.icon import paint_icon
from kdc_desktop.audience.kit.ink import (
    SEMIBOLD,
    SMALLEST,
    Across,
    Down,
    Fitted,
    SlidePalette,
    on_one_line,
    text_block,
    text_width,
)
from kdc_desktop.audience.polls.result_picture import RevealRow
from kdc_desktop.i18n import _

_CUP, _MARK, _SIZE, _ONE_LINE, _LINES = 40.0, 46.0, 36, 30, 3


def option_words(box: QRectF, row: RevealRow, *, cup: bool) -> Fitted:
    """The option as it fits there."""
    return on_one_line(row.option, _room(box, row, cup).size(), _SIZE, SEMIBOLD, _LINES, _ONE_LINE)


def paint_option(
    painter: QPainter, box: QRectF, row: RevealRow, palette: SlidePalette, *, cup: bool
) -> None:
    """The option in up to three lines of its row; with a `cup` where it is taken further."""
    room = _room(box, row, cup)
    if cup and row.winner:
        sign = QRectF(box.left(), room.center().y() - _CUP / 2, _CUP, _CUP)
        paint_icon(painter, sign, "trophy", palette.warning)
    used = text_block(
        painter,
        room,
        row.option,
        _SIZE,
        SEMIBOLD,
        palette.ink,
        max_lines=_LINES,
        down=Down.MIDDLE,
        one_line_from=_ONE_LINE,
    )
    if not row.every_sector:
        return
    frame = QRectF(used.right() + 16, box.center().y() - 21, _pill_width(), 42)
    if _is_stacked(box, row, cup):
        frame.moveTo(room.left(), room.bottom() + 2)
    painter.setPen(QPen(QColor(palette.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, 21, 21)
    text_block(
        painter,
        frame,
        _("every sector"),
        SMALLEST,
        SEMIBOLD,
        palette.accent,
        max_lines=1,
        across=Across.CENTRE,
        down=Down.MIDDLE,
    )


def _room(box: QRectF, row: RevealRow, cup: bool) -> QRectF:
    """Where the option is written: above its mark, or beside it where the row is low."""
    room = _beside_cup(box, row, cup)
    if not row.every_sector:
        return room
    if _is_stacked(box, row, cup):
        return room.adjusted(0, 0, 0, -_MARK)
    return room.adjusted(0, 0, -_pill_width() - 16, 0)


def _beside_cup(box: QRectF, row: RevealRow, cup: bool) -> QRectF:
    return box.adjusted(_CUP + 14 if cup and row.winner else 0, 0, 0, 0)


def _is_stacked(box: QRectF, row: RevealRow, cup: bool) -> bool:
    """Whether its mark is below it: where both are as high as the row, and it is whole there."""
    room = _beside_cup(box, row, cup).adjusted(0, 0, 0, -_MARK)
    if room.height() < _MARK:
        return False
    return on_one_line(row.option, room.size(), _SIZE, SEMIBOLD, _LINES, _ONE_LINE).whole


def _pill_width() -> float:
    return text_width(_("every sector"), SMALLEST, SEMIBOLD) + 36
