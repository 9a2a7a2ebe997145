"""Rows that become columns where their words would be cut."""

from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

PADDING = 1.4
"""How much wider than its words a line to write on is, in heights of a letter."""


def fit_row(row: QBoxLayout, room: int) -> None:
    """Set what is in a row side by side, or below each other where `room` is too narrow for it."""
    items = ((row.itemAt(at), row.stretch(at)) for at in range(row.count()))
    parts = ((item.widget(), stretch) for item, stretch in items if item is not None)
    shown = [(part, share) for part, share in parts if part is not None and not part.isHidden()]
    needed = [(needed_width(part), share) for part, share in shown]
    room -= row.spacing() * (len(shown) - 1)
    left = room - sum(width for width, share in needed if not share)
    shares = sum(share for _width, share in needed)
    fits = sum(width for width, _share in needed) <= room and all(
        width * shares <= left * share for width, share in needed if share
    )
    direction = QBoxLayout.Direction
    row.setDirection(direction.LeftToRight if fits else direction.TopToBottom)


def needed_width(part: QWidget) -> int:
    """How wide a widget has to be so that its words, or its placeholder, can be read."""
    if isinstance(part, QLineEdit):
        metrics, margins = part.fontMetrics(), part.textMargins()
        words = metrics.horizontalAdvance(part.placeholderText() or part.text())
        return words + margins.left() + margins.right() + round(PADDING * metrics.height())
    return part.sizeHint().width()
