"""How a note and a cluster look at any zoom; painted in board coordinates."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from kdc_desktop.audience.kit.wrapping import wrap
from kdc_desktop.domain.board.colours import PAPERS
from kdc_desktop.domain.board.layout import NOTE_HEIGHT, NOTE_WIDTH
from kdc_desktop.domain.kit.remembering import remembered
from kdc_desktop.i18n import current, ngettext, number_text
from kdc_desktop.screens.board.contents import cluster_rect
from kdc_desktop.screens.kit.badges import paint_sector
from kdc_desktop.screens.kit.palette import NOTE_INK, Palette, contrast
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.board.rows import ClusterRow, IdeaRow

READABLE = 0.28
"""From this zoom on text is written; further away it is drawn as bars."""
TITLES_READABLE = 0.55
"""From this zoom on the names of clusters stand in their panels."""
_LARGEST_TITLE = 2.0  # which still lies above the notes
_GROWN = (2.0, 1.75, 1.5, 1.3, 1.15, 1.0)
"""How much larger than at 100 % the text of a note can be."""
_FINE = 2.0  # text is laid out at twice its size, for half-pixel font sizes
_SURELY = 0.97  # what letters that move together leave of a text at least
_TEXT_SIZE, _LEADING, _MARGIN = 13.5, 17.55, 10.0
_FOOT_SIZE, _BADGE, _ABOVE_FOOT = 11, 20.0, 70.0
_FOOT_INK = "#47505C"
_MORE = ((-5.0, 13.0), (-0.8, 13.0), (3.4, 8.0))  # lines: how far down, how long
_BAR_WIDTH = NOTE_WIDTH - 2 * _MARGIN
_BAR = QColor(28, 36, 48, 64)
_SHADOW = QColor(28, 36, 48, 26)


@lru_cache(maxsize=64)
def _font(size: float, weight: int = 400) -> QFont:
    font = QFont("Inter")
    font.setPixelSize(round(size * _FINE))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@remembered(12000)
def _lines(text: str, room: float, grown: float) -> tuple[tuple[str, ...], bool]:
    """The text as it is broken at one size, and whether that is all of it."""
    width, font = (NOTE_WIDTH - 2 * _MARGIN) * _FINE, _font(_TEXT_SIZE * grown)
    return wrap(text, font, width, int(room / (_LEADING * grown)), break_words=True)


@lru_cache(maxsize=1000)
def _advance(letter: str) -> float:
    return QFontMetricsF(_font(_TEXT_SIZE)).horizontalAdvance(letter)


def _may_fit(wide: float, room: float, grown: float) -> bool:
    """Whether a text that is so wide at 100 % could have room: breaking its lines costs more."""
    across = (NOTE_WIDTH - 2 * _MARGIN) * _FINE * int(room / (_LEADING * grown))
    return wide * grown * _SURELY <= across


def has_foot(row: IdeaRow) -> bool:
    """Whether something stands at the bottom of a note."""
    return bool(row.sector or row.merged or row.marks is not None or row.has_more)


def note_lines(row: IdeaRow, scale: float, most: float) -> tuple[tuple[str, ...], float]:
    """The text of a note in lines, and how much larger than at 100 % they are.

    They are as large as all of it has room, up to `most`; at a larger text size never as small as
    at 100 %. Where even that is too much, there is an ellipsis.
    """
    room = _ABOVE_FOOT if has_foot(row) else 5 * _LEADING
    text, least = " ".join(row.text[:600].split()), 1 + 0.3 * (scale - 1)
    sizes = [each for each in _GROWN if least <= each <= most] or [1.0]
    wide = sum(map(_advance, text))
    for grown in [each for each in sizes[:-1] if _may_fit(wide, room, each)]:
        lines, whole = _lines(text, room, grown)
        if whole:
            return lines, grown
    return _lines(text, room, sizes[-1])[0], sizes[-1]


def foot_text(row: IdeaRow) -> str:
    """What stands at the bottom right of a note: how many are merged, how many marks it got."""
    return _foot(row.merged, row.marks, current())


@lru_cache(maxsize=2000)
def _foot(behind: int, marks: int | None, _language: str) -> str:
    merged = ngettext("{count} merged", "{count} merged", behind + 1) if behind else ""
    given = f"{number_text(marks)} ●" if marks is not None else ""
    return " · ".join(part for part in (merged, given) if part)


_SHADES = {
    colour.value: (
        QColor(known.paper),
        QColor(known.paper).darker(112),
        QColor(known.paper).darker(122),
    )
    for colour, known in PAPERS.items()
}


@lru_cache(maxsize=160)
def _badge(letter: str, ratio: float) -> QPixmap:
    side = max(1, round(_BADGE * ratio))
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setFont(QFont("Inter"))
    paint_sector(painter, QRectF(0, 0, side, side), letter, dark=False)
    painter.end()
    pixmap.setDevicePixelRatio(side / _BADGE)
    return pixmap


def paint_note(
    painter: QPainter, row: IdeaRow, x: float, y: float, ratio: float, scale: float
) -> None:
    """Paint a note with its top left corner at a place, its text for this text size.

    `ratio` is how many pixels a board pixel takes; it decides how much is shown.
    """
    if ratio < READABLE:
        paint_far(painter, [row._replace(x=x, y=y)], ratio)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    fill, darker, darkest = _SHADES[row.colour]
    rect = QRectF(x, y, NOTE_WIDTH, NOTE_HEIGHT)
    if row.merged:
        for offset, shade in ((8.0, darkest), (4.0, darker)):
            painter.setBrush(shade)
            painter.drawRoundedRect(rect.translated(offset, offset), 6, 6)
            painter.setBrush(QColor("#FFFFFF"))
            painter.drawRoundedRect(rect.translated(offset - 3, offset - 3), 6, 6)
    else:
        painter.setBrush(_SHADOW)
        painter.drawRoundedRect(rect.translated(0, 1.5).adjusted(-0.5, 0, 0.5, 0.5), 6.5, 6.5)
    painter.setBrush(fill)
    painter.drawRoundedRect(rect, 6, 6)
    _write(painter, row, x, y, ratio, scale)


def _write(painter: QPainter, row: IdeaRow, x: float, y: float, ratio: float, scale: float) -> None:
    if row.sector:
        painter.drawPixmap(
            QPointF(x + _MARGIN, y + NOTE_HEIGHT - 7 - _BADGE), _badge(row.sector, ratio)
        )
    if row.has_more:
        beside = _BADGE + 8 if row.sector else 0.0
        _mark_more(painter, x + _MARGIN + beside, y + NOTE_HEIGHT - 7 - _BADGE / 2)
    painter.save()
    painter.translate(x, y)
    painter.scale(1 / _FINE, 1 / _FINE)
    painter.setPen(QColor(NOTE_INK))
    # Further away it grows too, so that it can be read for longer.
    lines, grown = note_lines(row, scale, max(scale, 0.8 / ratio))
    painter.setFont(_font(_TEXT_SIZE * grown))
    baseline = _MARGIN + 13.2 * grown
    for line in lines:
        painter.drawText(QPointF(_MARGIN * _FINE, baseline * _FINE), line)
        baseline += _LEADING * grown
    foot = foot_text(row)
    if foot:
        painter.setPen(QColor(_FOOT_INK))
        painter.setFont(_font(_FOOT_SIZE * min(scale, 1.5)))
        across = QRectF(0, NOTE_HEIGHT - 28, NOTE_WIDTH - _MARGIN, 22)
        box = QRectF(across.x(), across.y() * _FINE, across.width() * _FINE, 22 * _FINE)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, foot)
    painter.restore()


def _mark_more(painter: QPainter, x: float, y: float) -> None:
    """Three short lines, as of a text, in the middle of the foot of a note."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_FOOT_INK))
    painter.drawRects([QRectF(x, y + down, across, 1.6) for down, across in _MORE])


def paint_far(painter: QPainter, rows: Sequence[IdeaRow], ratio: float) -> None:
    """Paint notes that are too far away to be read, all at once."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    boxes: dict[str, list[QRectF]] = {}
    bars: list[QRectF] = []
    for row in rows:
        if row.merged:
            behind = QRectF(row.x + 7, row.y + 7, NOTE_WIDTH, NOTE_HEIGHT)
            painter.fillRect(behind, _SHADES[row.colour][1])
        boxes.setdefault(row.colour, []).append(QRectF(row.x, row.y, NOTE_WIDTH, NOTE_HEIGHT))
        if ratio >= 0.1:
            _add_bars(bars, row)
    for colour, rects in boxes.items():
        painter.setBrush(_SHADES[colour][0])
        painter.drawRects(rects)
    painter.setBrush(_BAR)
    painter.drawRects(bars)
    down = NOTE_HEIGHT - 7 - _BADGE
    for row in rows:
        if row.sector:
            painter.drawPixmap(QPointF(row.x + _MARGIN, row.y + down), _badge(row.sector, ratio))


def _add_bars(bars: list[QRectF], row: IdeaRow) -> None:
    left = min(len(row.text), 66 if has_foot(row) else 110)
    x, y = row.x + _MARGIN, row.y + 13
    while left > 0:
        bars.append(QRectF(x, y, _BAR_WIDTH if left >= 22 else left * _BAR_WIDTH / 22, 8))
        left -= 22
        y += _LEADING
    if row.marks is not None:
        bars.append(QRectF(row.x + NOTE_WIDTH - 34, row.y + NOTE_HEIGHT - 22, 24, 8))


def paint_cluster(painter: QPainter, row: ClusterRow, theme: Theme, ratio: float) -> None:
    """Paint the panel of a cluster with its key, name and count.

    From afar the name is too small to be read and is left to `labels.py`.
    """
    palette = theme.palette
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(palette.line))
    pen.setCosmetic(True)
    painter.setPen(pen if palette.dark else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.surface if palette.dark else palette.sunken))
    rect = cluster_rect(row)
    painter.drawRoundedRect(rect, 12, 12)
    painter.setPen(QPen(QColor(palette.edge)))
    for step in (6, 11):
        corner = rect.bottomRight() - QPointF(4, 4)
        painter.drawLine(QLineF(corner - QPointF(step, 0), corner - QPointF(0, step)))
    if ratio >= TITLES_READABLE:
        # Further away the title grows a little, so that clusters can still be told apart.
        larger = min(1.4, max(1.0, 0.8 / ratio)) * theme.scale
        _paint_title(painter, row, palette, min(_LARGEST_TITLE, larger))


def _paint_title(painter: QPainter, row: ClusterRow, palette: Palette, grown: float) -> None:
    painter.save()
    painter.setClipRect(cluster_rect(row), Qt.ClipOperation.IntersectClip)
    painter.translate(row.x + 12, row.y + 25 - 10 * grown)
    painter.scale(grown / _FINE, grown / _FINE)
    left = 0.0
    middle = 10.0 * _FINE
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    if row.number <= 9:
        cap = QRectF(0.5, middle - 18, 34, 36)
        painter.setPen(QPen(QColor(palette.line), _FINE))
        painter.setBrush(QColor(palette.paper if palette.dark else palette.surface))
        painter.drawRoundedRect(cap, 8, 8)
        painter.setFont(_font(11, 600))
        painter.setPen(QColor(palette.muted))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(row.number))
        left = 52.0
    count = ngettext("{count} idea", "{count} ideas", row.ideas)
    name_font, count_font = _font(16, 700), _font(12, 500)
    painter.setFont(count_font)
    room = (row.width - 24) / grown * _FINE - left - 24
    room -= painter.fontMetrics().horizontalAdvance(count)
    painter.setFont(name_font)
    metrics = painter.fontMetrics()
    name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, int(max(room, 60)))
    painter.setPen(QColor(palette.ink))
    painter.drawText(QRectF(left, middle - 30, 8000, 60), flags, name)
    left += metrics.horizontalAdvance(name) + 16
    painter.setFont(count_font)
    painter.setPen(QColor(palette.muted))
    painter.drawText(QRectF(left, middle - 28, 600, 60), flags, count)
    painter.restore()


def outline_pen(palette: Palette) -> QPen:
    """The pen around what is selected: visible on notes and on the board in both palettes."""
    pen = QPen(QColor(palette.accent), 2.5)
    pen.setCosmetic(True)
    assert contrast(palette.accent, palette.paper) >= 3
    return pen
