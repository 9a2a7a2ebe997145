"""Two halves of a screen that go below each other where there is too little room beside."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QWidget

BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class TurningHalves(QBoxLayout):
    """Side by side while each half has at least the width it needs, else below each other.

    `shares` say how the room is shared out while they stand side by side; without a share a half
    has the width it likes.
    """

    def __init__(
        self,
        parent: QWidget,
        first: QWidget,
        second: QWidget,
        spacing: int = 24,
        shares: tuple[int, int] = (1, 1),
    ) -> None:
        super().__init__(BESIDE)
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)
        self._place = parent
        parent.setLayout(self)
        for half, share in zip((first, second), shares, strict=True):
            self.addWidget(half, share)

    def setGeometry(self, rect: QRect) -> None:
        wanted = BESIDE if rect.width() >= self._beside() else BELOW
        if wanted != self.direction():
            self.setDirection(wanted)
            self._place.updateGeometry()  # it is as high as both of them now, or as one
        if wanted is BESIDE:
            super().setGeometry(rect)
            return
        QLayout.setGeometry(self, rect)
        y, halves = rect.y(), self._shown()
        for half in halves:
            least = _least(half, rect.width())
            last = half is halves[-1]
            height = max(least, rect.bottom() + 1 - y) if last else least
            half.setGeometry(QRect(rect.x(), y, rect.width(), height))
            y += height + self.spacing()

    def heightForWidth(self, width: int) -> int:
        if width >= self._beside():
            return super().heightForWidth(width)
        return self.minimumHeightForWidth(width)

    def minimumHeightForWidth(self, width: int) -> int:
        if width >= self._beside():
            places = zip(self._shown(), self._widths(width), strict=True)
            return max((_least(half, room) for half, room in places), default=0)
        heights = [_least(half, width) for half in self._shown()]
        return sum(heights) + self.spacing() * (len(heights) - 1)

    def minimumSize(self) -> QSize:
        """As narrow as the wider half; as high as they stand now."""
        widths = [half.minimumSize().width() for half in self._shown()]
        return QSize(max(widths, default=0), super().minimumSize().height())

    def _shown(self) -> list[QLayoutItem]:
        items = [self.itemAt(at) for at in range(self.count())]
        return [item for item in items if item is not None and not item.isEmpty()]

    def _widths(self, width: int) -> list[int]:
        """About how wide each of them is while they stand side by side."""
        shown = self._shown()
        shares = [self.stretch(self.indexOf(half)) for half in shown]
        free = width - self.spacing() * (len(shown) - 1)
        fixed = sum(
            half.sizeHint().width() for half, share in zip(shown, shares, strict=True) if not share
        )
        return [
            max(half.minimumSize().width(), (free - fixed) * share // sum(shares))
            if share
            else half.sizeHint().width()
            for half, share in zip(shown, shares, strict=True)
        ]

    def _beside(self) -> int:
        widths = [
            half.minimumSize().width()
            if self.stretch(self.indexOf(half))
            else half.sizeHint().width()
            for half in self._shown()
        ]
        return sum(widths) + self.spacing() * (len(widths) - 1)


def _least(half: QLayoutItem, width: int) -> int:
    needed = half.minimumSize().height()
    if half.hasHeightForWidth():
        needed = max(needed, half.minimumHeightForWidth(width))
    return needed
