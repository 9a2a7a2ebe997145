"""Icons drawn from line SVGs in one colour, at any size and pixel ratio."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache

from kdc_desktop.audience.kit.icon import paint_icon


class PaintedEngine(QIconEngine):
    """An icon that is painted anew at every size; a subclass says how, and makes its twin."""

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap


def paint_once(
    painter: QPainter, rect: QRect, key: Hashable, paint: Callable[[QPainter, QRectF], object]
) -> None:
    """Paint what looks the same wherever this key says so from a picture that is kept.

    A list paints the same few pictures in each of its rows.
    """
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    name = f"kept {hash((key, rect.width(), rect.height(), ratio))}"  # untranslated: a key
    kept = QPixmap()
    if not QPixmapCache.find(name, kept):
        kept = QPixmap(round(rect.width() * ratio), round(rect.height() * ratio))
        kept.setDevicePixelRatio(ratio)
        kept.fill(Qt.GlobalColor.transparent)
        on_it = QPainter(kept)
        on_it.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(on_it, QRectF(0, 0, rect.width(), rect.height()))
        on_it.end()
        QPixmapCache.insert(name, kept)
    painter.drawPixmap(rect.topLeft(), kept)


class TintedEngine(PaintedEngine):
    """Draws one SVG in whatever colour `colour_of` gives now, so that icons follow the theme.

    `colour_of` is asked with the icon's mode (normal, disabled, …) and state (off, on).
    """

    def __init__(self, name: str, colour_of: Callable[[QIcon.Mode, QIcon.State], str]) -> None:
        super().__init__()
        self._name = name
        self._colour_of = colour_of

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        place = QRectF(rect)
        # A rectangle wider than high is how buttons keep a gap between icon and text.
        place.setWidth(min(place.width(), place.height()))
        paint_icon(painter, place, self._name, self._colour_of(mode, state))

    def clone(self) -> QIconEngine:
        return TintedEngine(self._name, self._colour_of)


def mixed(first: str, second: str, share: float) -> str:
    """The colour that lies `share` (0 to 1) of the way from `first` to `second`."""
    a, b = QColor(first), QColor(second)
    red, green, blue = (
        round(x + (y - x) * share)
        for x, y in ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    )
    return f"#{red:02X}{green:02X}{blue:02X}"
