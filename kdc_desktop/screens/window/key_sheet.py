"""The sheet of all keys, made from the actions themselves."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.plain import short
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import KeyCap, plain_label


def keys_of(action: QAction) -> list[str]:
    """The keys of an action as they are printed on the keyboard."""
    native = QKeySequence.SequenceFormat.NativeText
    return [sequence.toString(native) for sequence in action.shortcuts()]


class KeySheet(QDialog):
    """Groups of actions with their keys; Escape or F1 closes it."""

    def __init__(
        self, theme: Theme, groups: Mapping[str, Sequence[QAction]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("key_sheet")
        self.setWindowTitle(_("All keys"))
        inside = QWidget()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(24, 24, 24, 24)
        columns.setSpacing(48)
        for title, actions in groups.items():
            keyed = [action for action in actions if keys_of(action)]
            if keyed:
                columns.addLayout(_column(title, keyed))
        columns.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        _fit(self, inside, theme)
        close = QAction(_("Close"), self)
        close.setShortcut("F1")
        close.triggered.connect(self.accept)
        self.addAction(close)


def _fit(sheet: QDialog, inside: QWidget, theme: Theme) -> None:
    """As large as the keys need, as far as the screen allows."""
    sheet.ensurePolished()
    wanted = inside.sizeHint()
    window = sheet.parentWidget()
    free = window.window().size() if window else sheet.screen().availableSize()
    sheet.resize(
        min(max(wanted.width() + 32, theme.px(560)), free.width() - 96),
        min(wanted.height() + 8, free.height() - 96),
    )


def _column(title: str, actions: Sequence[QAction]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(16)
    column.addWidget(plain_label(short(title, 60), "title"), 0, Qt.AlignmentFlag.AlignTop)
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    for row, action in enumerate(sorted(actions, key=lambda action: action.text())):
        caps = QHBoxLayout()
        for keys in keys_of(action):
            caps.addWidget(KeyCap(None, keys))
        caps.addStretch(1)
        grid.addLayout(caps, row, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(plain_label(short(action.text(), 80)), row, 1)
    column.addLayout(grid)
    column.addStretch(1)
    return column
