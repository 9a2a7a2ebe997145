"""Draws the picture of a network as far as it is in sight, and says it aloud."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from kdc_desktop.audience.kit.speaking import describe
from kdc_desktop.audience.network.name_places import NameAt, NamePlaces
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.painted_tips import PaintedTips
from kdc_desktop.screens.kit.spoken_items import SpokenItem
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.network.drawing import NetDrawing
from kdc_desktop.screens.network.sight import NetSight, in_order_of_size
from kdc_desktop.screens.network.words import heard_of
from kdc_desktop.services.network.picture import (
    NetLine,
    NetMark,
    NetPicture,
    Sketch,
    lines_of,
    picture_of,
)
from kdc_desktop.services.network.rows import Network

_STEP = 1.25
_LONGEST, _SHORTEST = 180, 104  # of a name, at 100 %: so much of it that one knows it again
_SIZE = 12


class NetworkCanvas(QAbstractScrollArea):
    """Shows one picture; `chosen` is the organisation that stands out, None where none does."""

    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._net: Network | None = None
        self._sketched: Sketch | None = None
        self.sight = NetSight()
        self._names: list[NameAt] | None = None
        self.chosen: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Who has met whom"))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        for bars in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bars(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        PaintedTips(self, self._words_at)
        theme.changed.connect(self._dress)

    def show_network(self, net: Network, sketched: Sketch) -> None:
        """Show this; what was chosen stays so where it is there."""
        self._net, self._sketched = net, sketched
        if self.chosen not in net.organisations:
            self.chosen = None
        self.fit()

    def choose(self, key: int | None) -> None:
        """Let this organisation stand out, or none."""
        picture = self.sight.picture
        if picture is None or key not in picture.marks:
            key = None
        if key == self.chosen:
            return
        self.chosen = key
        if key is not None:
            self.sight.bring_into_sight(key, self.viewport().size().toSizeF())
        self.again()
        self.moved.emit()

    def fit(self) -> None:
        """Show all of it, in the shape that there is room for."""
        size = self.viewport().size().toSizeF()
        if self._net is not None and self._sketched is not None:
            shape = max(1.0, size.width()) / max(1.0, size.height())
            self.sight.picture = picture_of(self._net, self._sketched, shape)
        self.sight.scale = self._theme.scale
        self.sight.fit(size)
        self.again()

    def zoom(self, steps: float, around: QPointF | None = None) -> None:
        """Zoom in by steps, or out by fewer than none."""
        middle = QPointF(self.viewport().rect().center())
        self.sight.zoom_by(_STEP**steps, middle if around is None else around)
        self.again()

    def _dress(self) -> None:
        self.sight.scale = self._theme.scale
        if self.sight.fits:
            self.fit()
        self.again()

    def again(self) -> None:
        """Draw it again: something is elsewhere."""
        self._names = None
        describe(self, self.spoken())
        self.viewport().update()

    def mark_rect(self, key: int) -> QRectF:
        """Where the mark of an organisation is in the viewport now."""
        picture = self.sight.picture
        assert picture is not None
        return self.sight.mark(picture.marks[key])

    @property
    def names(self) -> list[NameAt]:
        """The names that have room, and where they stand."""
        if self._names is None:
            self._names = self._placed()
        return self._names

    def _placed(self) -> list[NameAt]:
        picture = self.sight.picture
        if picture is None:
            return []
        rects = {key: self.sight.mark(mark) for key, mark in picture.marks.items()}
        metrics = QFontMetricsF(self._theme.font(_SIZE))
        seen = QRectF(self.viewport().rect())
        places = NamePlaces(rects.values(), seen, metrics.height())
        found = []
        near = self._near()
        for mark in in_order_of_size(picture.marks.values()):
            text = metrics.elidedText(mark.name, Qt.TextElideMode.ElideRight, self._most(mark))
            found.append((mark.id != self.chosen, mark.id not in near, mark, text))
        found.sort(key=lambda one: one[:2])
        pad = self._theme.px(4)
        placed = (
            places.place(mark.id, text, metrics.horizontalAdvance(text) + 2 * pad, rects[mark.id])
            for _own, _near, mark, text in found
        )
        return [one for one in placed if one is not None]

    def _most(self, mark: NetMark) -> float:
        """How wide a name may be: of those that are chosen or met by it, as long as it is."""
        px = self._theme.px
        if mark.id == self.chosen:
            return px(_LONGEST) * 2
        return max(px(_SHORTEST), min(px(_LONGEST), mark.room * self.sight.zoom - px(14)))

    def _near(self) -> Collection[int]:
        """Those whom the chosen organisation has met in the period."""
        if self._net is None or self.chosen is None:
            return ()
        ties = (pair for pair in self._net.between if self.chosen in pair)
        return {one for pair in ties for one in pair} - {self.chosen}

    def _lines(self, picture: NetPicture) -> list[NetLine]:
        if self._net is None or self.chosen is None:
            return list(picture.lines)
        others = [line for line in picture.lines if self.chosen not in line.ends]
        return [*others, *lines_of(self._net, picture, self.chosen)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        picture = self.sight.picture
        if picture is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw, near = NetDrawing(painter, self._theme, self.sight, self.chosen), self._near()
        draw.rooms(picture.rooms)
        draw.lines(self._lines(picture))
        draw.titles(picture.rooms, picture.titles)
        draw.marks(near)
        draw.names(self.names, near)
        if self.chosen is not None:
            draw.ring(self.mark_rect(self.chosen), focused=self.hasFocus())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.sight.fits:
            self.fit()
        self.again()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(260), self._theme.px(220))

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().event(event)

    def in_order(self) -> list[NetMark]:
        """The organisations as they are read: by name, residents last."""
        picture = self.sight.picture
        return [] if picture is None else list(picture.marks.values())

    def spoken(self) -> str:
        """The chosen organisation in words."""
        if self._net is None or self.chosen is None:
            return ""
        return heard_of(self._net, self.chosen)

    def spoken_items(self) -> list[SpokenItem]:
        """The organisations by name, as a screen reader walks through them."""
        net = self._net
        if net is None:
            return []
        return [
            SpokenItem(
                heard_of(net, mark.id), self.sight.mark(mark).toRect(), mark.id == self.chosen
            )
            for mark in self.in_order()
        ]

    def _words_at(self, at: QPointF) -> str:
        mark = self.sight.mark_at(at)
        named = (name.key for name in self.names if name.rect.contains(at))
        key = next(named, None) if mark is None else mark.id
        if self._net is None:
            return ""
        return self.sight.group_at(at) if key is None else heard_of(self._net, key)
