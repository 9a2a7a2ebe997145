"""What a screen does where letters are large or the window is small: it shows less at a time."""

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from kdc_desktop.screens.kit.theme import Theme

NARROW = 680
"""A screen of fewer pixels at 100 % has no room for two things beside each other."""
LOW = 480
"""The same for what stands above a list, and the list."""
BAR = 24
"""A bar that comes or goes changes nothing: else it would come and go for ever."""


def is_narrow(screen: QWidget, theme: Theme, *, was: bool) -> bool:
    """Whether this screen has room for one thing at a time; `was`: it had no more before."""
    return screen.width() < theme.px(NARROW) + (BAR if was else 0)


def is_low(screen: QWidget, theme: Theme) -> bool:
    """Whether so little of this screen is seen at once that its list has next to no room."""
    place = _scrolled_place(screen)
    seen = screen.height() if place is None else place.viewport().height()
    return seen < theme.px(LOW)


def scroll_to_top(widget: QWidget) -> None:
    """Show what stands first in the scrolled place where this widget lies."""
    if (place := _scrolled_place(widget)) is not None:
        place.verticalScrollBar().setValue(0)


def scroll_to(widget: QWidget) -> None:
    """Bring this widget into sight in the scrolled place where it lies."""
    if (place := _scrolled_place(widget)) is not None:
        place.ensureWidgetVisible(widget)


def lead_to(screen: QWidget, theme: Theme, widget: QWidget) -> None:
    """Where little of a screen is seen at once, have this stand at its top, once it is laid out."""

    def lead() -> None:
        place = _scrolled_place(widget)
        inside = place.widget() if place is not None else None
        if place is not None and inside is not None and is_low(screen, theme):
            place.verticalScrollBar().setValue(widget.mapTo(inside, QPoint()).y())

    QTimer.singleShot(0, screen, lead)


def _scrolled_place(widget: QWidget) -> QScrollArea | None:
    place = widget.parentWidget()
    while place is not None and not isinstance(place, QScrollArea):
        place = place.parentWidget()
    return place
