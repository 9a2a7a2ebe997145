"""The window that the room sees."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QCloseEvent,
    QHideEvent,
    QKeyEvent,
    QPixmap,
    QShowEvent,
)
from PySide6.QtWidgets import QStackedLayout, QWidget

from kdc_desktop.audience.covering import Covering
from kdc_desktop.audience.ending import is_told_to_end
from kdc_desktop.audience.kit.blank import BlankSlide
from kdc_desktop.audience.kit.canvas import SlideCanvas
from kdc_desktop.audience.kit.hiding_cursor import HidingCursor
from kdc_desktop.audience.kit.overlay import Overlay
from kdc_desktop.audience.kit.picture import picture, smaller
from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.audience.placing import Placing
from kdc_desktop.audience.way_back import WayBack
from kdc_desktop.i18n import _, spoken

_CLOSES = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_W)


def _nothing() -> None:
    """There is no kiosk."""


class SharedScreen(QWidget):
    """Shows one slide, or the kiosk in its place, and always something valid.

    A kiosk may stand on the facilitator's display instead, in a window of its own: the slide stays.

    `slide_changed(slide)` tells of every new slide, `picture_changed()` of anything that a
    thumbnail must repaint for (slide, clock, overlay, kiosk). `motion` turns animations off.
    `placing` knows where it stands. `key_unused` hands on a key that means nothing here, never
    under a kiosk.
    """

    slide_changed = Signal(object)
    picture_changed = Signal()
    visibility_changed = Signal(bool)
    page_turned = Signal(int)
    kiosk_changed = Signal(bool)
    key_unused = Signal(object)

    def __init__(self, *, motion: bool = True) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.motion = motion
        self._kiosk: QWidget | None = None
        self._cover_kiosk: Callable[[], object] = _nothing
        self._canvas, self._pages = SlideCanvas(self), QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self._canvas)
        self._canvas.finished.connect(self.picture_changed)
        self.setMinimumSize(320, 180)
        self.resize(960, 540)
        self._cursor = HidingCursor(self)
        self.placing, self._way_back = Placing(self), WayBack(self)
        self.covered = Covering(self, self.placing)
        self.placing.moved.connect(self._offer_way_back)
        self._way_back.clicked.connect(self.placing.leave)
        self._describe()

    @property
    def slide(self) -> Slide:
        """The slide that is shown, or that waits under the kiosk."""
        return self._canvas.slide

    @property
    def overlay(self) -> Overlay:
        """What lies over the slide."""
        return self._canvas.overlay

    @overlay.setter
    def overlay(self, overlay: Overlay) -> None:
        if overlay != self._canvas.overlay:
            self._canvas.set_overlay(overlay)
            self._describe()
            self.picture_changed.emit()

    @property
    def kiosk(self) -> QWidget | None:
        """The kiosk that is open, here or on the facilitator's display."""
        return self._kiosk

    @property
    def is_kiosk_here(self) -> bool:
        """Whether the kiosk has taken the slide's place."""
        return self._kiosk is not None and self._pages.indexOf(self._kiosk) >= 0

    @property
    def is_seen(self) -> bool:
        """Whether it is open, and not in the task bar; it may be `covered` all the same."""
        return self.isVisible() and not self.isMinimized()

    def show_slide(self, slide: Slide) -> None:
        """Show `slide`; one that differs only in its clock moves nothing but the clock."""
        if self._canvas.set_slide(slide, animate=self.motion and self.isVisible()):
            self._describe()
            self.slide_changed.emit(slide)
        self.picture_changed.emit()

    def turn_page(self, by: int) -> None:
        """Show the next (1) or previous (-1) page of a slide that has several."""
        turned = self.slide.on_page(self.slide.page + by)
        self.page_turned.emit(turned.page)
        self.show_slide(turned)

    def show_kiosk(
        self, widget: QWidget, cover: Callable[[], object] = _nothing, *, apart: bool = False
    ) -> None:
        """Put `widget` in the slide's place until `leave_kiosk`; it belongs to this window then.

        `apart`: it fills the facilitator's display, and the slide stays.
        """
        self.leave_kiosk()
        self._kiosk, self._cover_kiosk = widget, cover
        if apart:
            self.placing.put_in_front(widget)
        else:
            self._pages.addWidget(widget)
            self._pages.setCurrentWidget(widget)
            self._cursor.stay(True)
            self.placing.is_bound = True
        widget.setFocus()
        self._describe()
        self.picture_changed.emit()
        self.kiosk_changed.emit(True)

    def cover(self) -> None:
        """Leave nothing on the kiosk of what somebody was doing there, as after a bug."""
        self._cover_kiosk()

    def leave_kiosk(self) -> None:
        """Take the kiosk away for good, and show the slide again."""
        if self._kiosk is None:
            return
        kiosk, self._kiosk, self._cover_kiosk = self._kiosk, None, _nothing
        self._pages.removeWidget(kiosk)
        self._cursor.stay(False)
        self.placing.is_bound = False
        kiosk.hide()
        kiosk.deleteLater()
        self.placing.take_from_front(kiosk)
        self._pages.setCurrentWidget(self._canvas)
        self._describe()
        self.picture_changed.emit()
        self.kiosk_changed.emit(False)

    def picture(self, size: QSize, *, ratio: float = 1.0) -> QPixmap:
        """What the room sees, as a picture of `size`; a kiosk here is named but never shown."""
        slide = self.slide
        if self.is_kiosk_here:
            slide = BlankSlide(session=_kiosk_is_open(), line=slide.session, clock=slide.clock)
        elif (still := self._canvas.still()) is not None:
            return smaller(still, slide, size, overlay=self.overlay, ratio=ratio)
        moment = self._canvas.moment
        return picture(slide, size, overlay=self.overlay, moment=moment, ratio=ratio)

    def open(self) -> None:
        """Come to the front: on the display that is not the facilitator's, or as a window."""
        self.placing.come()

    def toggle_full_screen(self) -> None:
        """Full on the room's display, or closed; with one display full in front, or a window."""
        (self.open if self.isFullScreen() and self.covered else self.placing.toggle)()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F11 opens or closes it, Escape is the way back, Page Up and Down turn pages.

        Ctrl+W closes this window. Never under a kiosk.
        """
        by = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        free = self._kiosk is None
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            by = None  # those of the window, which leads the evening with them
        if free and event.key() == Qt.Key.Key_Escape:
            self.placing.leave()
        elif free and event.key() == Qt.Key.Key_F11:
            self.toggle_full_screen()
        elif free and by is not None:
            self.turn_page(by)
        elif free and event.keyCombination() == _CLOSES:
            self.close()
        elif free:
            self.key_unused.emit(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the room can see it."""
        super().showEvent(event)
        self.visibility_changed.emit(True)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing hides the window; what it shows stays."""
        if self._kiosk is not None and not is_told_to_end():
            self._kiosk.close()  # which asks first
            event.ignore()
        else:
            super().closeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that nobody sees it."""
        super().hideEvent(event)
        self.visibility_changed.emit(False)

    def changeEvent(self, event: QEvent) -> None:
        """In the task bar nobody sees it either."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.isVisible():
            self.visibility_changed.emit(self.is_seen)
            self._offer_way_back()

    def _offer_way_back(self) -> None:
        covers = self.isFullScreen() and self.placing.is_alone
        self._way_back.offer(covers and not self.is_kiosk_here)

    def _describe(self) -> None:
        slide = None if self.is_kiosk_here else self.slide
        shown = slide.title if slide else _kiosk_is_open()
        self.setWindowTitle(_("Shared screen: {what}", what=shown))
        description = spoken((self.overlay.description, slide.description if slide else shown))
        for widget in (self, self._canvas):
            widget.setAccessibleName(_("What the room sees"))
            widget.setAccessibleDescription(description)
        QAccessible.updateAccessibility(
            QAccessibleEvent(self._canvas, QAccessible.Event.DescriptionChanged)
        )


def _kiosk_is_open() -> str:
    return _("The kiosk is open")
