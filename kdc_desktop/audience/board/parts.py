"""The pieces of the board slide: a note, a blank card, a cluster's head, a cluster as a tile."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kdc_desktop.audience.kit.ink import (
    BOLD,
    MEDIUM,
    NOTE_INK,
    PAPER,
    SMALLEST,
    Across,
    Down,
    Fitted,
    SlidePalette,
    fit,
    panel,
    text_block,
    text_width,
)
from kdc_desktop.audience.kit.marks import paint_badge
from kdc_desktop.domain.board.colours import PLAIN, paper_of
from kdc_desktop.i18n import _, number_text

_MARK = 36.0
_APART = 8.0  # from so many pixels on there are gaps between cards


class BoardNote(NamedTuple):
    """One note: its text, its author's sector (a letter or empty), and the key of a colour.

    A named tuple, because thousands are made and compared at once.
    """

    text: str
    sector: str = ""
    colour: str = PLAIN


@dataclass(frozen=True)
class BoardCluster:
    """A named group of notes; without a name, the notes that are in no cluster."""

    name: str
    notes: tuple[BoardNote, ...] = ()


def cluster_name(cluster: BoardCluster) -> str:
    """The cluster's name, or that its notes are in none."""
    return cluster.name or _("In no cluster")


def note_size(notes: Iterable[BoardNote], box: QRectF) -> int:
    """The largest size at which all notes of the size of `box` can be read whole, at least 28."""
    size = 36
    for note in notes:
        size = min(size, _fitted(note, box, size)[1].size)
    return size


def paint_note(painter: QPainter, box: QRectF, note: BoardNote, size: int) -> None:
    """Paint a note with its text at `size` (or smaller if need be) and its sector's mark."""
    panel(painter, box, paper_of(note.colour), radius=10)
    if note.sector:
        corner = QRectF(box.right() - _MARK - 14, box.bottom() - _MARK - 12, _MARK, _MARK)
        paint_badge(painter, corner, note.sector, PAPER)
    room, _ = _fitted(note, box, size)
    text_block(painter, room, note.text, size, MEDIUM, NOTE_INK)


def _fitted(note: BoardNote, box: QRectF, size: int) -> tuple[QRectF, Fitted]:
    """Where a note's text goes: above its mark when it fits there, else left of it."""
    room = box.adjusted(18, 12, -18, -12)
    if not note.sector:
        return room, fit(note.text, room.width(), room.height(), size, MEDIUM)
    above = room.adjusted(0, 0, 0, -_MARK - 2)
    beside = room.adjusted(0, 0, -_MARK - 6, 0)
    choices = [
        (at, fit(note.text, at.width(), at.height(), size, MEDIUM)) for at in (above, beside)
    ]
    return max(choices, key=lambda choice: (choice[1].whole, choice[1].size))


def paint_column_head(
    painter: QPainter, box: QRectF, cluster: BoardCluster, palette: SlidePalette
) -> None:
    """Paint a cluster's name with its count behind it."""
    count = number_text(len(cluster.notes))
    count_width = text_width(count, 34, MEDIUM)
    name_box = box.adjusted(0, 0, -count_width - 16, -12)
    named = palette.ink if cluster.name else palette.muted
    used = text_block(
        painter, name_box, cluster_name(cluster), 34, BOLD, named, max_lines=1, down=Down.MIDDLE
    )
    count_box = QRectF(used.right() + 14, box.top(), count_width + 2, box.height() - 12)
    text_block(painter, count_box, count, 34, MEDIUM, palette.muted, max_lines=1, down=Down.MIDDLE)


def paint_tile(
    painter: QPainter, box: QRectF, cluster: BoardCluster, palette: SlidePalette
) -> None:
    """Paint a cluster as a tile: name, count, first notes to read, and a chip for each note."""
    panel(painter, box, palette.surface)
    inner = box.adjusted(24, 14, -24, -18)
    count = number_text(len(cluster.notes))
    count_width = text_width(count, 56, BOLD)
    text_block(
        painter,
        QRectF(inner.right() - count_width - 2, inner.top(), count_width + 4, 64),
        count,
        56,
        BOLD,
        palette.accent,
        max_lines=1,
        across=Across.RIGHT,
        down=Down.MIDDLE,
    )
    name = QRectF(inner.left(), inner.top() - 4, inner.width() - count_width - 24, 72)
    text_block(
        painter,
        name,
        cluster_name(cluster),
        38,
        BOLD,
        palette.ink if cluster.name else palette.muted,
        max_lines=2,
        down=Down.MIDDLE,
        one_line_from=30,
    )
    chips = min(78.0, max(30.0, inner.height() * 0.16))
    lines = QRectF(inner.left(), inner.top() + 76, inner.width(), inner.height() - 84 - chips)
    _paint_lines(painter, lines, cluster.notes, palette)
    colours = [note.colour for note in cluster.notes]
    _paint_chips(
        painter, QRectF(inner.left(), inner.bottom() - chips, inner.width(), chips), colours
    )


def _paint_lines(
    painter: QPainter, area: QRectF, notes: Sequence[BoardNote], palette: SlidePalette
) -> None:
    """Paint the first notes, one line each, as many as fit."""
    step = 42.0
    for index, note in enumerate(notes[: max(0, int(area.height() / step))]):
        row = QRectF(area.left(), area.top() + index * step, area.width(), step)
        paint_badge(painter, QRectF(row.left(), row.top() + 7, 28, 28), note.sector, palette)
        text_block(
            painter,
            row.adjusted(42, 0, 0, 0),
            note.text,
            SMALLEST,
            MEDIUM,
            palette.ink,
            max_lines=1,
            down=Down.MIDDLE,
        )


def _paint_chips(painter: QPainter, area: QRectF, colours: Sequence[str]) -> None:
    """Paint one small coloured chip for each note, small enough that all of them fit."""
    _paint_grid(painter, area, colours, largest=24.0, ratio=1.0)


def paint_blank_cards(painter: QPainter, area: QRectF, colours: Sequence[str]) -> None:
    """Paint every note as a blank card, as large as their number allows."""
    _paint_grid(painter, area, colours, largest=280.0, ratio=0.62)


def _paint_grid(
    painter: QPainter, area: QRectF, colours: Sequence[str], *, largest: float, ratio: float
) -> None:
    if not colours:
        return
    step = min(largest, _step(area.width(), area.height(), len(colours), ratio))
    columns = max(1, int(area.width() / step + 1e-6))
    if step < _APART:
        corner, cell = area.topLeft(), QSizeF(step, step * ratio)
        _paint_mosaic(painter, corner, cell, columns, colours)
        return
    card = step * 0.9
    radius = min(10.0, card * 0.12)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, card >= 6)
    boxes: dict[str, list[QRectF]] = {}
    for index, colour in enumerate(colours):
        left = area.left() + index % columns * step
        top = area.top() + index // columns * step * ratio
        boxes.setdefault(colour, []).append(QRectF(left, top, card, card * ratio))
    for colour, cards in boxes.items():
        painter.setBrush(QColor(paper_of(colour)))
        if card < 12:
            painter.drawRects(cards)
            continue
        for box in cards:
            painter.drawRoundedRect(box, radius, radius)
    painter.restore()


def _paint_mosaic(
    painter: QPainter, corner: QPointF, cell: QSizeF, columns: int, colours: Sequence[str]
) -> None:
    """Paint thousands of cards without gaps: each is one pixel of a picture that is enlarged."""
    pixels = {colour: QColor(paper_of(colour)).rgba() for colour in set(colours)}
    rows = ceil(len(colours) / columns)
    line = array("I", [pixels[colour] for colour in colours])
    line.extend([0] * (rows * columns - len(colours)))
    bits = line.tobytes()  # held while it is painted: the picture has no copy
    mosaic = QImage(bits, columns, rows, 4 * columns, QImage.Format.Format_ARGB32)
    size = QSizeF(columns * cell.width(), rows * cell.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(QRectF(corner, size), mosaic)
    painter.restore()


def _step(width: float, height: float, count: int, ratio: float) -> float:
    """The widest cell, `ratio` as high as wide, of which `count` fit into the area."""
    step = sqrt(width * height / (count * ratio))
    while ceil(count / max(1, int(width / step + 1e-6))) * step * ratio > height + 1e-6:
        step *= 0.98
    return step
