"""The stages of the evening as a timeline that can be clicked."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kdc_desktop.audience.kit.icon import paint_icon
from kdc_desktop.audience.kit.speaking import speak
from kdc_desktop.domain.sessions.states import SlotState
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.plain import plain_tip
from kdc_desktop.screens.kit.spoken_items import SpokenItem
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.window.segments import Segment, at_widest
from kdc_desktop.screens.window.stages_menu import menu_of_all, menu_of_one
from kdc_desktop.screens.window.timeline_places import StagePlaces, lay_out_stages

KNOWN, KNOWN_TO_COME = 12, 4
"""So many letters of a title say enough of it; all of it stands in its tip."""


class Timeline(QWidget):
    """Paints the segments; `clicked` and `opened` tell a stage's id: to look at, and to run.

    Where not all of them have room, a menu at the end has them all.
    """

    clicked = Signal(int)
    opened = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._segments: list[Segment] = []
        self._shown: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Stages of the evening"))
        self.setToolTipDuration(8000)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(600, self._theme.px(44))

    @property
    def segments(self) -> Sequence[Segment]:
        """What is shown."""
        return self._segments

    def show_segments(self, segments: list[Segment], shown: int | None) -> None:
        """Show these stages; `shown` is the one whose screen is open."""
        if (segments, shown) != (self._segments, self._shown):
            moved = shown != self._shown
            self._segments, self._shown = segments, shown
            now = next((s.slot.title for s in segments if s.slot.state is SlotState.NOW), None)
            described = _("Now: none") if now is None else _("Now: {stage}", stage=now)
            self.setAccessibleDescription(described)
            self.update()
            if moved and self.hasFocus():
                speak(self, next((item.text for item in self.spoken_items() if item.chosen), ""))

    def spoken_items(self) -> list[SpokenItem]:
        """The stages, as a screen reader walks through them."""
        return [
            SpokenItem(segment.aloud, rect.toRect(), segment.slot.id == self._shown)
            for segment, rect in zip(self._segments, self.rects(), strict=True)
        ]

    def _places(self) -> StagePlaces:
        slots = [segment.slot for segment in self._segments]
        return lay_out_stages(slots, self.size(), self._theme.px) if slots else StagePlaces({})

    def rects(self) -> list[QRectF]:
        """Where each segment lies; those without room lie where the menu of all is."""
        laid = self._places()
        return [laid.rects.get(at, laid.more or QRectF()) for at in range(len(self._segments))]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        laid = self._places()
        for at, rect in laid.rects.items():
            self._paint(painter, self._segments[at], rect, icon_only=laid.icons_only)
        if laid.more is not None:
            self._paint_mark(painter, laid.more, "ellipsis")
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.palette.accent), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _paint(self, painter: QPainter, segment: Segment, rect: QRectF, *, icon_only: bool) -> None:
        self._paint_ground(painter, segment, rect)
        slot, now = segment.slot, segment.slot.state is SlotState.NOW
        narrow = rect.width() < self._theme.px(60)
        inner = rect.adjusted(3 if narrow else self._theme.px(8), 2, -2, -4)
        times = segment.times
        if now:
            ways = segment.running
            times = next((way for way in ways if self._has_room(way, inner)), ways[-1])
        if not now and (icon_only or not self._has_room(times, inner)):
            icon = "check" if slot.state is SlotState.DONE else segment.icon
            self._paint_mark(painter, rect, icon)
            return
        below = inner.adjusted(0, inner.height() / 2, 0, 0)
        self._paint_title(painter, segment, inner.adjusted(0, 0, 0, -inner.height() / 2))
        self._write(painter, below, times, self._theme.palette.muted, QFont.Weight.Normal)

    def _has_room(self, times: str, inner: QRectF) -> bool:
        """Whether they fit at all times: nothing turns into an icon because a minute has gone."""
        metrics = QFontMetricsF(self._theme.font(12))
        return metrics.horizontalAdvance(at_widest(times)) <= inner.width()

    def _paint_ground(self, painter: QPainter, segment: Segment, rect: QRectF) -> None:
        colours = self._theme.palette
        now, shown = segment.slot.state is SlotState.NOW, segment.slot.id == self._shown
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_soft if now else colours.paper))
        painter.drawRoundedRect(rect, 6, 6)
        if now:
            used = QRectF(rect.left(), rect.bottom() - 3, rect.width() * segment.share, 3)
            painter.setBrush(QColor(colours.accent))
            painter.drawRect(used)
        if now or shown:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent if now else colours.edge), 2 if now else 1.5))
            painter.drawRoundedRect(rect, 6, 6)

    def _paint_title(self, painter: QPainter, segment: Segment, top: QRectF) -> None:
        colours, slot = self._theme.palette, segment.slot
        inks = {SlotState.NOW: colours.accent, SlotState.DONE: colours.muted}
        ink = inks.get(slot.state, colours.ink)
        metrics = QFontMetricsF(self._theme.font(12, QFont.Weight.DemiBold))
        letters = KNOWN_TO_COME if slot.state is SlotState.NEXT else KNOWN
        known = slot.title[:letters] + "…"
        needed = min(map(metrics.horizontalAdvance, (known, slot.title)))
        if needed > top.width():
            side = self._theme.px(14)
            place = QRectF(top.left(), top.center().y() - side / 2, side, side)
            paint_icon(painter, place, segment.icon, ink)
        else:
            self._write(painter, top, slot.title, ink, QFont.Weight.DemiBold)

    def _paint_mark(self, painter: QPainter, rect: QRectF, icon: str) -> None:
        side = self._theme.px(16)
        place = QRectF(0, 0, side, side)
        place.moveCenter(rect.center())
        paint_icon(painter, place, icon, self._theme.palette.muted)

    def _write(
        self, painter: QPainter, rect: QRectF, text: str, colour: str, weight: QFont.Weight
    ) -> None:
        font = self._theme.font(12, weight)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        fitting = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitting)

    def _at(self, point: QPointF) -> Segment | None:
        for at, rect in self._places().rects.items():
            if rect.contains(point):
                return self._segments[at]
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        found, more = self._at(event.position()), self._places().more
        if found is not None:
            self.clicked.emit(found.slot.id)
        elif more is not None and more.contains(event.position()):
            self.offer_all()

    def offer_all(self) -> None:
        """A menu of all stages, to look at them or to let the session go there."""
        menu = menu_of_all(self, self, self._segments, self._shown, self._theme)
        below = self._places().more or QRectF(self.rect())
        menu.popup(self.mapToGlobal(QPoint(round(below.left()), self.height())))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Look at a stage, or let the session go to it, which a click never does."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        found = None if by_key else self._at(QPointF(event.pos()))
        stage_id = self._shown if found is None else found.slot.id
        if stage_id is not None:
            menu_of_one(self, self, stage_id).popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        ids = [segment.slot.id for segment in self._segments]
        if event.key() in steps and self._shown in ids:
            place = ids.index(self._shown) + steps[Qt.Key(event.key())]
            if 0 <= place < len(ids):
                self.clicked.emit(ids[place])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down) and ids:
            self.offer_all()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            found = self._at(QPointF(event.pos()))
            if found is not None:
                slot = found.slot
                hint = _("Click to look; right click to let the session go there.")
                text = f"{slot.title}\n{found.times}\n{hint}"
                QToolTip.showText(event.globalPos(), plain_tip(text), self)
            elif self._places().more is not None:
                QToolTip.showText(event.globalPos(), plain_tip(_("All stages")), self)
            return True
        return super().event(event)
