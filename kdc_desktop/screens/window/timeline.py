"""The stages of the evening as a timeline that can be clicked."""

from collections.abc import Sequence
from typing import NamedTuple

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
from kdc_desktop.domain.sessions.agenda import StageSlot
from kdc_desktop.domain.sessions.states import SlotState
from kdc_desktop.i18n import _, lazy, pgettext, span_text, spoken, time_text
from kdc_desktop.instants import Zone
from kdc_desktop.screens.kit.icons import paint_dot
from kdc_desktop.screens.kit.passing import passing_menu
from kdc_desktop.screens.kit.plain import plain_tip
from kdc_desktop.screens.kit.spoken_items import SpokenItem
from kdc_desktop.screens.kit.theme import Theme

GAP = 3
NARROWEST = 48
NOW = 138
ICON = 24
NO_MARK = 5
"""How narrow a stage may become, without any mark in it."""
KNOWN = 12
"""So many letters of a title say enough of it; all of it stands in its tip."""
READABLE = 0.8
"""Below this share of the least widths the times of the stages could not be read."""

_LEAST = {SlotState.DONE: 26, SlotState.NOW: NOW, SlotState.NEXT: NARROWEST}
_STATES = {
    SlotState.DONE: lazy("over"),
    SlotState.NOW: lazy("running now"),
    SlotState.NEXT: lazy("to come"),
}
_SHARE = {SlotState.DONE: 0.5, SlotState.NOW: 1.0, SlotState.NEXT: 1.0}


class Segment(NamedTuple):
    """One stage on the timeline, by the clock in `zone`.

    `share` is how much of its time is used, 0 to 1.

    `icon` stands for the title where that does not fit.
    """

    slot: StageSlot
    zone: Zone
    share: float
    icon: str


def _times(slot: StageSlot, zone: Zone) -> str:
    planned = span_text(slot.planned_minutes)
    if slot.state is SlotState.DONE:
        if not slot.actual_minutes:
            return _("{planned} · passed over", planned=planned)
        return _(
            "{planned} · took {span}", planned=planned, span=span_text(round(slot.actual_minutes))
        )
    if slot.state is SlotState.NOW:
        return _("{planned} · {times}", planned=planned, times=_from_to(slot, zone))
    return time_text(slot.expected_start.in_zone(zone))


def _words(segment: Segment) -> str:
    """A stage as it is read aloud."""
    slot = segment.slot
    return spoken((slot.title, _times(slot, segment.zone), str(_STATES[slot.state])))


def _from_to(slot: StageSlot, zone: Zone) -> str:
    start = time_text(slot.expected_start.in_zone(zone))
    end = time_text(slot.expected_end.in_zone(zone))
    return pgettext("span", "{start} – {end}", start=start, end=end)


def _squeezed(least: list[float], now: list[bool], free: float) -> list[float]:
    """Make the others narrower before the current stage, whose words would be cut."""
    others = sum(width for width, mine in zip(least, now, strict=True) if not mine)
    words = sum(least) - others
    room = min(others, max(NO_MARK * now.count(False), free - words))
    left = max(0.0, min(words, free - room))
    return [
        width * (left / words if mine else room / others)
        for width, mine in zip(least, now, strict=True)
    ]


class Timeline(QWidget):
    """Paints the segments; `clicked` and `opened` tell a stage's id: to look at, and to run."""

    clicked = Signal(int)
    opened = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._segments: list[Segment] = []
        self._shown: int | None = None
        self._icons_only = False
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
            SpokenItem(_words(segment), rect.toRect(), segment.slot.id == self._shown)
            for segment, rect in zip(self._segments, self.rects(), strict=True)
        ]

    def rects(self) -> list[QRectF]:
        """Where each segment lies: as wide as its minutes, never too narrow to read."""
        if not self._segments:
            return []
        free = self.width() - 6 - GAP * (len(self._segments) - 1)
        least = [self._least(segment.slot) for segment in self._segments]
        self._icons_only = free < READABLE * sum(least)
        if self._icons_only:
            # Too many stages for their times: icons for those to come, words for the current one.
            icon = self._theme.px(ICON)
            now = [segment.slot.state is SlotState.NOW for segment in self._segments]
            least = [w if mine else icon for w, mine in zip(least, now, strict=True)]
            least = _squeezed(least, now, free)
        squeeze = min(1.0, free / sum(least))
        spare = max(0.0, free - sum(least))
        weights = [self._weight(segment.slot) for segment in self._segments]
        left, rects = 3.0, []
        for narrowest, weight in zip(least, weights, strict=True):
            width = narrowest * squeeze + spare * weight / (sum(weights) or 1)
            rects.append(QRectF(left, 3, width, self.height() - 6))
            left += width + GAP
        return rects

    def _least(self, slot: StageSlot) -> float:
        """What is over shrinks to a tick, what runs keeps room for its times."""
        return self._theme.px(_LEAST[slot.state])

    def _weight(self, slot: StageSlot) -> float:
        return max(8.0, slot.planned_minutes) * _SHARE[slot.state]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for segment, rect in zip(self._segments, self.rects(), strict=True):
            self._paint(painter, segment, rect)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.palette.accent), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _paint(self, painter: QPainter, segment: Segment, rect: QRectF) -> None:
        self._paint_ground(painter, segment, rect)
        slot, now = segment.slot, segment.slot.state is SlotState.NOW
        narrow = rect.width() < self._theme.px(60)
        inner = rect.adjusted(3 if narrow else self._theme.px(8), 2, -2, -4)
        measure = QFontMetricsF(self._theme.font(12)).horizontalAdvance
        times = _times(slot, segment.zone)
        if now and measure(times) > inner.width():
            times = _from_to(slot, segment.zone)
        if (self._icons_only and not now) or measure(times) > inner.width():
            icon = "check" if slot.state is SlotState.DONE else segment.icon
            self._paint_mark(painter, rect, icon)
            return
        below = inner.adjusted(0, inner.height() / 2, 0, 0)
        self._paint_title(painter, segment, inner.adjusted(0, 0, 0, -inner.height() / 2))
        self._write(painter, below, times, self._theme.palette.muted, QFont.Weight.Normal)

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
        known = slot.title if slot.state is SlotState.NEXT else slot.title[:KNOWN] + "…"
        needed = min(map(metrics.horizontalAdvance, (known, slot.title)))
        if needed > top.width():
            side = self._theme.px(14)
            place = QRectF(top.left(), top.center().y() - side / 2, side, side)
            paint_icon(painter, place, segment.icon, ink)
        else:
            self._write(painter, top, slot.title, ink, QFont.Weight.DemiBold)

    def _paint_mark(self, painter: QPainter, rect: QRectF, icon: str) -> None:
        side = self._theme.px(16)
        if rect.width() < side:  # marks over each other say nothing
            paint_dot(painter, rect, self._theme.palette.muted, filled=icon == "check")
            return
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
        for segment, rect in zip(self._segments, self.rects(), strict=True):
            if rect.contains(point):
                return segment
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(found.slot.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Look at a stage, or let the session go to it, which a click never does."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        found = None if by_key else self._at(QPointF(event.pos()))
        stage_id = self._shown if found is None else found.slot.id
        if stage_id is not None:
            self._offer(stage_id, event.globalPos())

    def _offer(self, stage_id: int, at: QPoint) -> None:
        menu = passing_menu(self, "timeline_menu")
        look = menu.addAction(_("Look at this stage"))
        look.triggered.connect(lambda: self.clicked.emit(stage_id))
        go = menu.addAction(_("Let the session go to this stage"))
        go.triggered.connect(lambda: self.opened.emit(stage_id))
        menu.popup(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        ids = [segment.slot.id for segment in self._segments]
        if event.key() in steps and self._shown in ids:
            place = ids.index(self._shown) + steps[Qt.Key(event.key())]
            if 0 <= place < len(ids):
                self.clicked.emit(ids[place])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            found = self._at(QPointF(event.pos()))
            if found is not None:
                slot = found.slot
                hint = _("Click to look; right click to let the session go there.")
                text = f"{slot.title}\n{_times(slot, found.zone)}\n{hint}"
                QToolTip.showText(event.globalPos(), plain_tip(text), self)
            return True
        return super().event(event)
