"""The middle of the window: the shown screen, which scrolls where it does not fit."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QScrollArea, QStackedWidget, QWidget

from kdc_desktop.screens.kit.room_below import RoomBelow
from kdc_desktop.screens.kit.viewport import known_viewport


class _Ground(QWidget):
    """As large as the shown screen needs at least, whatever the hidden ones would.

    It has no layout, because a scroll area gives wrapped text in a layout all the height it likes.
    """

    def __init__(self) -> None:
        super().__init__()
        self.stack = QStackedWidget(self)
        self.free_below = 0
        self.stack.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        shown = self.stack.currentWidget()
        if shown is None:
            return QSize(0, 0)
        least = shown.minimumSizeHint().expandedTo(shown.minimumSize())
        inside, place = shown.layout(), self.parentWidget()
        if inside is not None and inside.hasHeightForWidth() and place is not None:
            width = max(place.width(), least.width())
            least.setHeight(max(least.height(), _least_height(inside, width)))
        if self.free_below and place is not None:  # the screen stays as high as it is
            least.setHeight(max(least.height(), place.height()) + self.free_below)
        return least

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # wrapped words are higher or lower now
        self._lay()

    def fit(self) -> None:
        """Let the scroll area ask again how large the screen must be."""
        self.updateGeometry()
        self._lay()

    def _lay(self) -> None:
        self.stack.setGeometry(0, 0, self.width(), self.height() - self.free_below)


def _least_height(layout: QLayout, width: int) -> int:
    """How high it is at least; a box gives whatever wraps all the height that this asks for."""
    least = layout.totalMinimumHeightForWidth(width)
    if not isinstance(layout, QBoxLayout):
        return least
    margins = layout.contentsMargins()
    inner = width - margins.left() - margins.right()
    items = [layout.itemAt(at) for at in range(layout.count())]
    wrapping = [item for item in items if item is not None and item.hasHeightForWidth()]
    return least + sum(
        max(0, item.heightForWidth(inner) - item.minimumHeightForWidth(inner)) for item in wrapping
    )


class Centre(QScrollArea):
    """Holds the screens, so that none of them makes the window outgrow the laptop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(known_viewport())
        self._ground = _Ground()
        self.stack = self._ground.stack
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._ground)
        self.below = RoomBelow(self, self._leave_free)

    def _leave_free(self, height: int) -> None:
        self._ground.free_below = height
        self._ground.fit()

    def fit(self) -> None:
        """Another screen is shown: look how large it must be."""
        self.below.begin_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ground.updateGeometry()
