"""The pieces of the board slide: a note, a blank card, a cluster's head, a cluster as a tile."""

from array import array
from collections.abc import Iterable, Sequence
from math import ceil, sqrt

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kdc_desktop.audience.board.flowing import paint_flow
from kdc_desktop.audience.board.notes import BoardCluster, BoardNote, cluster_name
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
from kdc_desktop.domain.board.colours import paper_of
from kdc_desktop.i18n import number_text

MOST_LINES = 3
"""Of a cluster's name."""
_MARK = 36.0
_APART = 8.0  # from so many pixels on there are gaps between cards


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


def head_height(names: Iterable[str], width: float) -> float:
    """How high the heads of columns of this width are: some lines more where a name needs them."""
    lines = (fit(name, width - 70, 1000, 34, BOLD, MOST_LINES, 34).height for name in names)
    return max(60.0, 18 + max(lines))


def paint_column_head(
    painter: QPainter, box: QRectF, cluster: BoardCluster, palette: SlidePalette
) -> None:
    """Paint a cluster's name with its count behind it."""
    count = number_text(len(cluster.notes))
    count_width = text_width(count, 34, MEDIUM)
    name_box = box.adjusted(0, 0, -count_width - 16, -12)
    named = palette.ink if cluster.name else palette.muted
    used = text_block(
        painter,
        name_box,
        cluster_name(cluster),
        34,
        BOLD,
        named,
        max_lines=MOST_LINES,
        down=Down.MIDDLE,
        smallest=34,
    )
    count_box = QRectF(used.right() + 14, box.top(), count_width + 2, box.height() - 12)
    text_block(painter, count_box, count, 34, MEDIUM, palette.muted, max_lines=1, down=Down.MIDDLE)


def paint_tile(
    painter: QPainter, box: QRectF, cluster: BoardCluster, palette: SlidePalette, page: int
) -> None:
    """Paint a cluster as a tile: name, count, and as many notes of this page as can be read."""
    panel(painter, box, palette.surface)
    inner, name, size = _tile_head(box, cluster)
    count = number_text(len(cluster.notes))
    count_width = text_width(count, 44, BOLD)
    text_block(
        painter,
        name,
        cluster_name(cluster),
        size,
        BOLD,
        palette.ink if cluster.name else palette.muted,
        max_lines=MOST_LINES if size == SMALLEST else 1,
        down=Down.MIDDLE,
    )
    text_block(
        painter,
        QRectF(inner.right() - count_width - 2, inner.top(), count_width + 4, 48),
        count,
        44,
        BOLD,
        palette.accent,
        max_lines=1,
        across=Across.RIGHT,
        down=Down.MIDDLE,
    )
    paint_flow(painter, tile_room(box, cluster), cluster.notes, palette, page)


def tile_room(box: QRectF, cluster: BoardCluster) -> QRectF:
    """Where the notes of a tile stand."""
    inner, name, _size = _tile_head(box, cluster)
    return inner.adjusted(0, max(48.0, name.height()) + 8, 0, 0)


def _tile_head(box: QRectF, cluster: BoardCluster) -> tuple[QRectF, QRectF, int]:
    """The inside of a tile, where its name stands, and at which size."""
    inner = box.adjusted(16, 8, -16, -12)
    count_width = text_width(number_text(len(cluster.notes)), 44, BOLD)
    name = QRectF(inner.left() + 4, inner.top(), inner.width() - count_width - 24, 48)
    text = cluster_name(cluster)
    if fit(text, name.width(), 48, 38, BOLD, 1, 30).whole:
        return inner, name, 38
    name.setHeight(fit(text, name.width(), 1000, SMALLEST, BOLD, MOST_LINES).height)
    return inner, name, SMALLEST


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
