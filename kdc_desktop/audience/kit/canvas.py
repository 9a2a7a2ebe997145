"""The widget that shows one slide at any size: painted once, then blitted until it changes."""

from PySide6.QtCore import (
    QAbstractAnimation,
    QSize,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kdc_desktop.audience.kit.blank import BlankSlide
from kdc_desktop.audience.kit.overlay import NOTHING, Overlay
from kdc_desktop.audience.kit.picture import enter_slide_space, paint_above, picture
from kdc_desktop.audience.kit.slide import Slide

REVEAL_MILLISECONDS = 1500


class SlideCanvas(QWidget):
    """Shows `slide` under `overlay`, letterboxed; an animated slide plays when it appears.

    What is new is painted in a turn of its own, after the window whose screen it belongs to.
    """

    is_a_picture = True

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.slide: Slide = BlankSlide()
        self.overlay = NOTHING
        self.moment = 1.0
        self._still: QPixmap | None = None
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(REVEAL_MILLISECONDS)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._move_to)
        self._animation.finished.connect(self.finished)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.update)

    @property
    def animating(self) -> bool:
        """Whether a slide is playing."""
        return self._animation.state() == QAbstractAnimation.State.Running

    def set_slide(self, slide: Slide, *, animate: bool) -> bool:
        """Show `slide`; return whether more than its clock is new."""
        new = slide != self.slide or type(slide) is not type(self.slide)
        self.slide = slide
        if new:
            self._animation.stop()
            self._still = None
            self.moment = 1.0
            self._soon.start()
            if animate and slide.animated:
                self._animation.start()
        self._update()
        return new

    def set_overlay(self, overlay: Overlay) -> None:
        """Lay `overlay` over whatever is shown."""
        self.overlay = overlay
        self._soon.start()

    def finish(self) -> None:
        """Jump to the end of a playing animation."""
        if self.animating:
            self._animation.setCurrentTime(REVEAL_MILLISECONDS)

    def sizeHint(self) -> QSize:
        """A window of 16:9."""
        return QSize(960, 540)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Blit the painted slide, then the clock and the overlay."""
        painter = QPainter(self)
        still = self._painted()
        if self.overlay.message:
            paint_above(painter, still, self.slide, self.size(), self.overlay)
        else:
            painter.drawPixmap(0, 0, still)
            enter_slide_space(painter, self.width(), self.height())
            self.slide.paint_clock(painter)
        if not self.overlay.empty:
            self.overlay.paint(painter, self.slide.palette)
        painter.end()

    def still(self) -> QPixmap | None:
        """The slide without its clock as it is painted here now; None where it is not."""
        return self._still if self.isVisible() and not self.animating else None

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        fits = (
            self._still is not None
            and self._still.size() == self.size() * ratio
            and self._still.devicePixelRatio() == ratio
        )
        if self._still is None or not fits:
            self._still = picture(
                self.slide, self.size(), moment=self.moment, ratio=ratio, with_clock=False
            )
        return self._still

    def _move_to(self, moment: float) -> None:
        self.moment = moment
        self._still = None
        self._update()

    def _update(self) -> None:
        if not self._soon.isActive():
            self.update()
