"""Fields that change only when somebody means it: a wheel over them scrolls what they lie on."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider, QSpinBox


class Spin(QSpinBox):
    """A number that is typed, or stepped by arrows and keys."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Slider(QSlider):
    """An amount that is dragged, or stepped by keys."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
