"""The parts that the inspector beside the buy-in map is laid out with."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.clipboard import put_cells
from kdc_desktop.screens.kit.passing import open_menu
from kdc_desktop.screens.kit.widgets import plain_label

NARROWEST = 6
"""How many letters of its entry a box shows at least."""


class Section(QWidget):
    """A heading, if it has one, over rows that are made anew only when they differ."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._key: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if title:
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


def offer_buttons(row: QWidget, words: str) -> None:
    """Let a right click on a row offer what its buttons do, and to copy its words."""
    row.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    row.customContextMenuRequested.connect(partial(_open_buttons, row, words))


def _open_buttons(row: QWidget, words: str, at: QPoint) -> None:
    if not row.actions():
        for button in row.findChildren(QAbstractButton):
            said = button.text() or button.accessibleName()
            _offer(row, said, button.click)
        _offer(row, _("Copy the words"), partial(put_cells, [[words]]))
    open_menu(row, "own_menu", row.actions(), row.mapToGlobal(at))


def _offer(row: QWidget, text: str, slot: Callable[[], object]) -> None:
    action = QAction(text.replace("&", "&&"), row)
    action.triggered.connect(lambda _checked: slot())
    row.addAction(action)
