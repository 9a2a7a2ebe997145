"""Which part of a network's picture is in sight, how large, and what lies where."""

from collections.abc import Iterable
from math import hypot

from PySide6.QtCore import QPointF, QRectF, QSizeF

from kdc_desktop.domain.network.layout import GroupRoom
from kdc_desktop.services.network.picture import NetMark, NetPicture

_MARGIN = 24.0
_SMALLEST, _ROOMY, _LARGEST = 0.1, 2.2, 6.0
_STEEP = 2.2
"""How much further aside than ahead something may lie that an arrow key leads to."""


class NetSight:
    """Turns places of the picture into places of a viewport; lengths are those at 100 %.

    `scale` is how large text is. A mark is never smaller than that it could be told.
    """

    def __init__(self) -> None:
        self.picture: NetPicture | None = None
        self.zoom = 1.0
        self.scale = 1.0
        self._corner = QPointF()  # of the viewport, in the picture
        self.fits = True

    def fit(self, size: QSizeF) -> None:
        """Show all of it, as large as there is room for."""
        picture = self.picture
        if picture is None or not picture.marks:
            return
        reach, margin = picture.size, _MARGIN * self.scale
        wide, high = (max(1.0, length - 2 * margin) for length in (size.width(), size.height()))
        zoom = min(wide / max(1.0, reach.x), high / max(1.0, reach.y))
        self.zoom = max(_SMALLEST, min(_ROOMY * self.scale, zoom))
        self._corner = QPointF(
            reach.x / 2 - size.width() / 2 / self.zoom, reach.y / 2 - size.height() / 2 / self.zoom
        )
        self.fits = True

    def zoom_by(self, factor: float, around: QPointF) -> None:
        """Zoom so that what is at this point of the viewport stays there."""
        before = self.picture_point(around)
        self.zoom = max(_SMALLEST, min(_LARGEST * self.scale, self.zoom * factor))
        self._corner = before - around / self.zoom
        self.fits = False

    def pan_by(self, way: QPointF) -> None:
        """Move what is seen along with the pointer."""
        self._corner -= way / self.zoom
        self.fits = False

    def picture_point(self, at: QPointF) -> QPointF:
        """What of the picture is at a point of the viewport."""
        return at / self.zoom + self._corner

    def point(self, x: float, y: float) -> QPointF:
        """Where a point of the picture is."""
        return (QPointF(x, y) - self._corner) * self.zoom

    def mark(self, mark: NetMark) -> QRectF:
        """Where a mark is, square."""
        side = mark.side * max(0.62, min(1.25 * self.scale, self.zoom))
        rect = QRectF(0, 0, side, side)
        rect.moveCenter(self.point(*mark.spot))
        return rect

    def mark_at(self, at: QPointF) -> NetMark | None:
        """The mark under a point, or so near that it is meant."""
        near = 4 * self.scale
        for mark in reversed(self._marks()):
            if self.mark(mark).adjusted(-near, -near, near, near).contains(at):
                return mark
        return None

    def room(self, room: GroupRoom) -> QRectF:
        """Where the room of a group is."""
        end = self.point(room.left + room.width, room.top + room.height)
        return QRectF(self.point(room.left, room.top), end)

    def group_at(self, at: QPointF) -> str:
        """What the group at a point is called; empty where none is, or it has no name."""
        picture = self.picture
        groups = zip(picture.rooms, picture.titles, strict=True) if picture else ()
        return next((title for room, title in groups if self.room(room).contains(at)), "")

    def bring_into_sight(self, key: int, size: QSizeF) -> None:
        """Pan as far as it takes until a mark is seen with its name."""
        picture = self.picture
        if picture is None or key not in picture.marks:
            return
        room = 40 * self.scale
        rect = self.mark(picture.marks[key]).adjusted(-room, -room / 2, room, room)
        x = max(0.0, -rect.left()) - max(0.0, rect.right() - size.width())
        y = max(0.0, -rect.top()) - max(0.0, rect.bottom() - size.height())
        if x or y:
            self.pan_by(QPointF(x, y))

    def next_mark(self, key: int, right: int, down: int) -> NetMark | None:
        """The nearest mark in a direction; None where there is none."""
        picture = self.picture
        if picture is None or key not in picture.marks:
            return None
        here = picture.marks[key].spot
        best: tuple[float, int] | None = None
        for mark in picture.marks.values():
            x, y = mark.spot.x - here.x, mark.spot.y - here.y
            ahead, aside = x * right + y * down, abs(x * down) + abs(y * right)
            if mark.id == key or ahead <= 0 or aside > _STEEP * ahead:
                continue
            reach = hypot(ahead, 2 * aside), mark.id
            best = reach if best is None else min(best, reach)
        return None if best is None else picture.marks[best[1]]

    def _marks(self) -> list[NetMark]:
        return [] if self.picture is None else in_order_of_size(self.picture.marks.values())


def in_order_of_size(marks: Iterable[NetMark]) -> list[NetMark]:
    """The largest first: what is drawn later lies above."""
    return sorted(marks, key=lambda mark: (-mark.people, mark.id))
