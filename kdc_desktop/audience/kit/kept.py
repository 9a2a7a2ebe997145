"""Parts of a slide that are painted once, and from then on blitted while they show the same."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from kdc_desktop.domain.kit.remembering import when_words_go
from kdc_desktop.i18n import current

PICTURES_KEPT = 16
"""How many pictures are kept, each at most as large as a slide's tile."""
_kept: OrderedDict[Hashable, tuple[Sequence[object], QPixmap]] = OrderedDict()
when_words_go(_kept.clear)


def paint_kept(
    painter: QPainter,
    box: QRectF,
    shown: Sequence[object],
    look: Hashable,
    paint: Callable[[QPainter, QRectF], object],
) -> None:
    """Paint a part into `box`, or blit it when it was painted there before, pixel for pixel.

    It is the same while all of `shown` are the very same objects, and `look`, which says the rest,
    is equal.
    """
    to_pixels = painter.deviceTransform()
    exactly = to_pixels.mapRect(box)
    pixels = exactly.toAlignedRect()
    place = (look, tuple(map(id, shown)), exactly.getRect(), current())
    known = _kept.pop(place, None)
    if known is None:
        known = (shown, QPixmap(pixels.size()))  # held, so that no other object gets their ids
        known[1].fill(Qt.GlobalColor.transparent)
        pen = QPainter(known[1])
        pen.setRenderHints(painter.renderHints())
        corner = pixels.topLeft()
        pen.setTransform(to_pixels * QTransform.fromTranslate(-corner.x(), -corner.y()))
        paint(pen, box)
        pen.end()
    _kept[place] = known
    while len(_kept) > PICTURES_KEPT:
        _kept.popitem(last=False)
    ratio = painter.device().devicePixelRatio()
    known[1].setDevicePixelRatio(ratio)
    painter.save()
    painter.resetTransform()
    painter.drawPixmap(QPointF(pixels.topLeft()) / ratio, known[1])
    painter.restore()
