"""A row of two that turns into a column where there is too little room for it."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from kdc_desktop.screens.kit.item_layout import ItemLayout


class TurningRow(ItemLayout):
    """Sets two widgets side by side while both have the room they like, else below each other.

    The second stands at the right edge, and words that wrap take what it leaves. Unless `apart`,
    it follows the first at once.
    """

    def __init__(
        self,
        parent: QWidget,
        first: QWidget,
        second: QWidget,
        spacing: int = 12,
        *,
        apart: bool = True,
    ) -> None:
        super().__init__(spacing)
        self._apart = apart
        parent.setLayout(self)
        self.addWidget(first)
        self.addWidget(second)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def _height_at(self, width: int) -> int:
        margins = self.contentsMargins()
        places = self._places(width - margins.left() - margins.right())
        bottom = max((place.bottom() + 1 for place in places), default=0)
        return bottom + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        for item, place in zip(self._shown(), self._places(inner.width()), strict=True):
            item.setGeometry(place.translated(inner.topLeft()))

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self.spacing() * (len(shown) - 1)
        return self._around(QSize(width, max((i.sizeHint().height() for i in shown), default=0)))

    def _places(self, width: int) -> list[QRect]:
        shown = self._shown()
        needed = sum(item.sizeHint().width() for item in shown) + self.spacing() * (len(shown) - 1)
        if len(shown) < 2 or needed > width:
            return self._below_each_other(shown, width)
        first, second = shown
        right = second.sizeHint().width()
        left = first.sizeHint().width()
        if self._apart and first.hasHeightForWidth():
            left = width - self.spacing() - right
        sizes = QSize(left, _height(first, left)), QSize(right, _height(second, right))
        line = max(size.height() for size in sizes)
        starts = 0, width - right if self._apart else left + self.spacing()
        return [
            QRect(QPoint(x, (line - size.height()) // 2), size)
            for x, size in zip(starts, sizes, strict=True)
        ]

    def _below_each_other(self, shown: list[QLayoutItem], width: int) -> list[QRect]:
        places, y = [], 0
        for item in shown:
            room = width if item.hasHeightForWidth() else min(width, item.sizeHint().width())
            places.append(QRect(0, y, room, _height(item, room)))
            y += places[-1].height() + self.spacing()
        return places


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def give_height(words: QWidget, within: QWidget) -> None:
    """Let words that have changed have their height at once, and not after some turns.

    Each layout around them learns of it in a turn of its own; until the last has, they are cut.
    """
    words.updateGeometry()
    layouts: list[QLayout] = []
    around = words.parentWidget()
    while around is not None:
        if (layout := around.layout()) is not None:
            layout.invalidate()
            layouts.append(layout)
        around.updateGeometry()
        around = None if around is within else around.parentWidget()
    for layout in reversed(layouts):
        layout.activate()
