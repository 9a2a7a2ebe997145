"""A slide as a picture of any size: for the big window, the live thumbnail and saved files."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from kdc_desktop.audience.kit.ink import HEIGHT, WIDTH
from kdc_desktop.audience.kit.overlay import NOTHING, Overlay
from kdc_desktop.audience.kit.slide import Slide


def frame(width: float, height: float) -> QRectF:
    """The largest 16:9 rectangle in the middle of `width` × `height`."""
    scale = min(width / WIDTH, height / HEIGHT)
    return QRectF(
        (width - WIDTH * scale) / 2, (height - HEIGHT * scale) / 2, WIDTH * scale, HEIGHT * scale
    )


def enter_slide_space(painter: QPainter, width: float, height: float) -> None:
    """Let `painter` paint in 1920 × 1080, letterboxed into `width` × `height`, antialiased."""
    hints = QPainter.RenderHint
    painter.setRenderHints(
        hints.Antialiasing | hints.TextAntialiasing | hints.SmoothPixmapTransform
    )
    box = frame(width, height)
    painter.translate(box.topLeft())
    painter.scale(box.width() / WIDTH, box.width() / WIDTH)


def paint_slide(
    painter: QPainter,
    slide: Slide,
    size: QSize,
    *,
    overlay: Overlay = NOTHING,
    moment: float = 1.0,
    with_clock: bool = True,
) -> None:
    """Paint `slide` letterboxed into `size`, on its own paper, above a message."""
    painter.save()
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(slide.palette.paper))
    enter_slide_space(painter, size.width(), size.height())
    overlay.make_room(painter)
    slide.paint_still(painter, moment)
    if with_clock:
        slide.paint_clock(painter)
    painter.restore()


def picture(
    slide: Slide,
    size: QSize,
    *,
    overlay: Overlay = NOTHING,
    moment: float = 1.0,
    ratio: float = 1.0,
    with_clock: bool = True,
) -> QPixmap:
    """`slide` under `overlay`, `size` in logical pixels at a device pixel `ratio`."""
    size = size.expandedTo(QSize(1, 1))
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    painter = QPainter(pixmap)
    paint_slide(painter, slide, size, overlay=overlay, moment=moment, with_clock=with_clock)
    if not overlay.empty:
        enter_slide_space(painter, size.width(), size.height())
        overlay.paint(painter, slide.palette)
    painter.end()
    return pixmap


def paint_above(
    painter: QPainter, still: QPixmap, slide: Slide, size: QSize, overlay: Overlay
) -> None:
    """Paint a slide that was painted already, without its clock, above the message over it."""
    ratio, whole = still.devicePixelRatio(), frame(size.width(), size.height())
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(slide.palette.paper))
    enter_slide_space(painter, size.width(), size.height())
    painter.save()
    overlay.make_room(painter)
    part = QRectF(whole.topLeft() * ratio, whole.size() * ratio)
    painter.drawPixmap(QRectF(0, 0, WIDTH, HEIGHT), still, part)
    slide.paint_clock(painter)
    painter.restore()


def smaller(
    still: QPixmap, slide: Slide, size: QSize, *, overlay: Overlay = NOTHING, ratio: float = 1.0
) -> QPixmap:
    """The same as `picture` from one that was painted already, larger and without a clock."""
    size = size.expandedTo(QSize(1, 1))
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(slide.palette.paper))
    whole = frame(still.width(), still.height()).toAlignedRect()
    painter = QPainter(pixmap)
    enter_slide_space(painter, size.width(), size.height())
    painter.save()
    overlay.make_room(painter)
    box = painter.worldTransform().mapRect(QRectF(0, 0, WIDTH, HEIGHT))
    pixels = (box.size() * ratio).toSize()
    smooth = Qt.TransformationMode.SmoothTransformation
    part = still if whole == still.rect() else still.copy(whole)
    part = part.scaled(pixels, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    part.setDevicePixelRatio(ratio)
    transform = painter.worldTransform()
    painter.resetTransform()
    painter.drawPixmap(box.topLeft(), part)
    painter.setWorldTransform(transform)
    slide.paint_clock(painter)
    painter.restore()
    if not overlay.empty:
        overlay.paint(painter, slide.palette)
    painter.end()
    return pixmap
