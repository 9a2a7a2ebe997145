"""Sees what is painted as text, and finds what is painted into too little room."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kdc_desktop.screens.window.timeline import KNOWN_TO_COME, Timeline
from tests.gui.sizes.no_room import SEEN, can_be_known, is_elided, told_at


class Brush:
    """Watches a painter's texts; asks for the tip of every one that is shortened."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._cut: list[tuple[str, str]] = []
        self._elided: list[tuple[QWidget, QPoint, str]] = []
        draw = QPainter.drawText

        def drawn(painter: QPainter, *arguments: object) -> object:
            if isinstance(painter.device(), QWidget):
                self._look(painter, *arguments)
            return draw(painter, *arguments)  # type: ignore[call-overload]

        monkeypatch.setattr(QPainter, "drawText", drawn)

    def cut(self) -> list[str]:
        """What was painted so that it cannot be read."""
        found = [f"painted in {name}: {text}" for name, text in self._cut]
        found += [
            f"painted in {_called(widget)}, elided: {text}"
            for widget, at, text in self._elided
            if not can_be_known(text.lstrip("⟦"), told_at(widget, at), _enough_in(widget))
        ]
        self._cut, self._elided = [], []
        return sorted(set(found))

    def _look(self, painter: QPainter, *arguments: object) -> None:
        place, text = arguments[0], str(arguments[-1])
        widget = painter.device()
        assert isinstance(widget, QWidget)
        if isinstance(place, QPoint | QPointF):
            rect = QRectF(place, place)
        elif isinstance(place, QRect | QRectF):
            rect = QRectF(place)
            self._measure(painter, widget, rect, _number(arguments[1]), text)
        else:
            return
        if is_elided(text):
            at = painter.combinedTransform().map(rect.center()).toPoint()
            self._elided.append((widget, at, text))

    def _measure(
        self, painter: QPainter, widget: QWidget, rect: QRectF, flags: int, text: str
    ) -> None:
        if text and rect.isEmpty():
            self._cut.append((_called(widget), text))
            return
        wrap = flags & Qt.TextFlag.TextWordWrap.value
        room = QRect(0, 0, int(rect.width()) if wrap else 100_000, 100_000)
        wanted = painter.fontMetrics().boundingRect(room, wrap, text)
        if wanted.width() > rect.width() + 2 or (wrap and wanted.height() > rect.height() + 2):
            self._cut.append((_called(widget), text))


def _enough_in(widget: QWidget) -> int:
    """So many letters tell a text again: in the strip, with its time below, few tell a stage."""
    return KNOWN_TO_COME if isinstance(widget, Timeline) else SEEN


def _number(flags: Any) -> int:
    return int(getattr(flags, "value", flags))


def _called(widget: QWidget) -> str:
    above = widget.parentWidget()
    owner = widget if widget.objectName() != "qt_scrollarea_viewport" or above is None else above
    return f"{type(owner).__name__} {owner.objectName()}"
