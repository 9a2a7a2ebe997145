"""Where the names of a network's marks are written: none over another, none over a mark."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF

_GAP = 3.0


class NameAt(NamedTuple):
    """A name as it is written, where; `key` is that of its mark."""

    key: int
    text: str
    rect: QRectF


def in_two_lines(name: str, room: float, width_of: Callable[[str], float]) -> list[str]:
    """A name on one line where it has room, else parted where the longer line is shortest."""
    spaces = [at for at, sign in enumerate(name) if sign == " "]
    if width_of(name) <= room or not spaces:
        return [name]
    ways = [[name[:at], name[at + 1 :]] for at in spaces]
    return min(ways, key=lambda way: max(map(width_of, way)))


class NamePlaces:
    """Gives names places, those first that matter most; whatever has no room is not written."""

    def __init__(self, marks: Iterable[QRectF], seen: QRectF, height: float) -> None:
        self._marks = list(marks)
        self._seen, self._height = seen, height
        self._taken: list[QRectF] = []

    def place(
        self, key: int, text: str, width: float, mark: QRectF, lines: int = 1
    ) -> NameAt | None:
        """Write it below its mark, above or beside it; it takes so many lines."""
        for rect in self._around(width, mark, self._height * lines):
            if self._is_free(rect, mark):
                self._taken.append(rect)
                return NameAt(key, text, rect)
        return None

    def _around(self, width: float, mark: QRectF, high: float) -> Sequence[QRectF]:
        middle = mark.center()
        left = middle.x() - width / 2
        beside = middle.y() - high / 2
        return (
            QRectF(left, mark.bottom() + _GAP, width, high),
            QRectF(left, mark.top() - _GAP - high, width, high),
            QRectF(mark.right() + _GAP, beside, width, high),
            QRectF(mark.left() - _GAP - width, beside, width, high),
        )

    def _is_free(self, rect: QRectF, own: QRectF) -> bool:
        if not self._seen.contains(rect):
            return False
        others = (mark for mark in self._marks if mark is not own)
        return not any(rect.intersects(one) for one in (*self._taken, *others))
