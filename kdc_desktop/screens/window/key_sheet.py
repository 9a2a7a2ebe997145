"""The sheet of all keys, made from the actions themselves."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.help import KeyWords
from kdc_desktop.screens.kit.help_dialog import words_of_keys
from kdc_desktop.screens.kit.keys import keys_of
from kdc_desktop.screens.kit.plain import short
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import KeyCap, plain_label
from kdc_desktop.screens.polls.help import KIOSK_KEYS
from kdc_desktop.screens.window.help import ROOM_KEYS, WINDOW_KEYS

Besides = Mapping[str, Sequence[KeyWords]]
"""Keys that no action has, by the name of where they work."""


def all_besides(screen: Screen) -> Besides:
    """What the screen, the window, the shared screen and the kiosk take by themselves."""
    return {
        screen.accessibleName(): screen.help.keys,
        _("Everywhere"): WINDOW_KEYS,
        _("In the shared screen"): ROOM_KEYS,
        _("At the kiosk"): KIOSK_KEYS,
    }


class KeySheet(QDialog):
    """Groups of actions with their keys; Escape or F1 closes it."""

    def __init__(
        self,
        theme: Theme,
        groups: Mapping[str, Sequence[QAction]],
        besides: Besides,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("key_sheet")
        self.setWindowTitle(_("All keys"))
        inside = QWidget()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(24, 24, 24, 24)
        columns.setSpacing(48)
        for title in dict.fromkeys((*groups, *besides)):
            rows = sorted(((one.text(), keys_of(one)) for one in groups.get(title, ())), key=_does)
            rows += [(does, keys) for keys, does in words_of_keys(besides.get(title, ()))]
            if keyed := [(does, keys) for does, keys in rows if keys]:
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


def _does(row: tuple[str, list[str]]) -> str:
    return row[0]


def _column(title: str, rows: Sequence[tuple[str, Sequence[str]]]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(16)
    column.addWidget(plain_label(short(title, 60), "title"), 0, Qt.AlignmentFlag.AlignTop)
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    for row, (does, keys) in enumerate(rows):
        caps = QHBoxLayout()
        for key in keys:
            caps.addWidget(KeyCap(None, key))
        caps.addStretch(1)
        grid.addLayout(caps, row, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(plain_label(short(does, 80)), row, 1)
    column.addLayout(grid)
    column.addStretch(1)
    return column
