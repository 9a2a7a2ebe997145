"""A layout that sets its items side by side and goes on in the next line, as words do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from kdc_desktop.screens.kit.item_layout import ItemLayout


class FlowLayout(ItemLayout):
    """Sets items in lines, `spacing` apart both ways; too wide an item gets higher or narrower.

    It likes to be as wide as all of them in one line if that is what it is made for.
    """

    def __init__(
        self, parent: QWidget | None = None, spacing: int = 8, *, one_line: bool = False
    ) -> None:
        super().__init__(spacing)
        self._one_line = one_line
        self._apart: dict[object, int] = {}  # by widget
        if parent is not None:
            parent.setLayout(self)

    def set_apart(self, widget: QWidget, pixels: int) -> None:
        """Leave so much more room before this widget, unless it begins a line."""
        self._apart[widget] = pixels
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def _height_at(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        least = self.minimumSize()
        shown = self._shown()
        if not self._one_line or not shown:
            return least
        width = sum(item.sizeHint().width() for item in shown)
        line = QSize(width + sum(self._before(item) for item in shown[1:]), 0)
        return least.expandedTo(self._around(line))

    def _before(self, item: QLayoutItem) -> int:
        """The room between an item and the one before it in the line."""
        return self.spacing() + self._apart.get(item.widget(), 0)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        inner = rect.marginsRemoved(self.contentsMargins())
        x, y, line = inner.x(), inner.y(), 0
        row: list[tuple[QLayoutItem, QRect]] = []
        for item in self._shown():
            size = item.sizeHint()
            if size.width() > inner.width() and item.hasHeightForWidth():
                size = QSize(inner.width(), item.heightForWidth(inner.width()))
            elif size.width() > inner.width() >= item.minimumSize().width():
                size.setWidth(inner.width())
            x += self._before(item) if row else 0
            if row and x + size.width() > inner.right() + 1:
                if move:
                    _centre(row, line)
                x, y, line, row = inner.x(), y + line + self.spacing(), 0, []
            row.append((item, QRect(QPoint(x, y), size)))
            x += size.width()
            line = max(line, size.height())
        if move:
            _centre(row, line)
        return y + line - rect.y() + self.contentsMargins().bottom()


def flow_in(place: QWidget, spacing: int = 8) -> FlowLayout:
    """Let the widgets of a form's place, which has no layout, stand in one line or in several."""
    flow = FlowLayout(place, spacing, one_line=True)
    for widget in place.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        flow.addWidget(widget)
    return flow


def _centre(row: list[tuple[QLayoutItem, QRect]], height: int) -> None:
    for item, place in row:
        item.setGeometry(place.translated(0, (height - place.height()) // 2))
