"""Rows that become columns where their words would be cut."""

from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

PADDING = 1.4
"""How much wider than its words a line to write on is, in heights of a letter."""


def fit_row(row: QBoxLayout, room: int) -> None:
    """Set what is in a row side by side, or below each other where `room` is too narrow for it."""
    items = (row.itemAt(at) for at in range(row.count()))
    parts = (item.widget() for item in items if item is not None)
    shown = [part for part in parts if part is not None and not part.isHidden()]
    needed = sum(map(needed_width, shown)) + row.spacing() * (len(shown) - 1)
    direction = QBoxLayout.Direction
    row.setDirection(direction.LeftToRight if needed <= room else direction.TopToBottom)


def needed_width(part: QWidget) -> int:
    """How wide a widget has to be so that its words, or its placeholder, can be read."""
    if isinstance(part, QLineEdit):
        metrics = part.fontMetrics()
        return metrics.horizontalAdvance(part.placeholderText()) + round(PADDING * metrics.height())
    return part.sizeHint().width()
