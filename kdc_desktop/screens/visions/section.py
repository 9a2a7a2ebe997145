"""The parts that the inspector beside the buy-in map is laid out with."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from kdc_desktop.screens.kit.widgets import plain_label

NARROWEST = 6
"""How many letters of its entry a box shows at least."""


class Section(QWidget):
    """A heading over rows that are made anew only when they differ."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._key: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(caption(title, self))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        column.addLayout(self._rows)

    def fill(self, key: object, make: Callable[[], list[QWidget]]) -> None:
        """Show what `make` gives if `key` differs from what is shown; hidden without rows."""
        if key == self._key:
            return
        self._key = key
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        made = make()
        for widget in made:
            self._rows.addWidget(widget)
        self.setVisible(bool(made))


def caption(text: str, parent: QWidget) -> QWidget:
    """The small heading of a section."""
    return plain_label(text, "section", parent)


def row_of(*widgets: QWidget) -> QHBoxLayout:
    """Widgets side by side; the first one stretches."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for at, widget in enumerate(widgets):
        row.addWidget(widget, 0 if at else 1)
    return row


def dressed(widget: QWidget, name: str, spoken: str) -> None:
    """Give a widget its object name and its accessible name; a box may be narrow."""
    widget.setObjectName(name)
    widget.setAccessibleName(spoken)
    if isinstance(widget, QComboBox):
        widget.setMinimumContentsLength(NARROWEST)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        widget.setSizeAdjustPolicy(policy)
