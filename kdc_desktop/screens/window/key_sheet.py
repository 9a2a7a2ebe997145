"""The sheet of all keys, made from the actions themselves."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

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

BESIDE, LONG_KEY = 5, 8  # keys in a row, and the letters of one of which two are enough
LONGEST = 260  # pixels at 100 % of a line that says what keys do
EDGE, AROUND, BAR = 96, 24, 32  # pixels: beside the sheet, around its columns, for a scroll bar


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
        parts = []
        for title in dict.fromkeys((*groups, *besides)):
            rows = sorted(((one.text(), keys_of(one)) for one in groups.get(title, ())), key=_does)
            rows += [(does, keys) for keys, does in words_of_keys(besides.get(title, ()))]
            if keyed := [(does, keys) for does, keys in rows if keys]:
                parts.append(_column(inside, title, keyed, theme.px(LONGEST)))
        scroll = QScrollArea(self)
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 16)
        foot.addStretch(1)
        button = QPushButton(_("Close"), self)
        button.clicked.connect(self.accept)
        foot.addWidget(button)
        column.addLayout(foot)
        _fit(self, inside, parts, theme)
        close = QAction(_("Close"), self)
        close.setShortcut("F1")
        close.triggered.connect(self.accept)
        self.addAction(close)


def _fit(sheet: QDialog, inside: QWidget, parts: Sequence[QWidget], theme: Theme) -> None:
    """As large as the keys need, as far as the screen allows, as many beside each other."""
    window = sheet.parentWidget()
    free = window.window().size() if window else sheet.screen().availableSize()
    free -= QSize(EDGE, EDGE)
    across = next((n for n in range(len(parts), 1, -1) if _width(parts, n) <= free.width()), 1)
    grid = QGridLayout(inside)
    grid.setContentsMargins(AROUND, AROUND, AROUND, AROUND)
    grid.setSpacing(2 * AROUND)
    for at, part in enumerate(parts):
        grid.addWidget(part, at // across, at % across, Qt.AlignmentFlag.AlignTop)
    wanted = inside.sizeHint() + QSize(BAR, 8)
    sheet.resize(wanted.expandedTo(QSize(theme.px(560), 0)).boundedTo(free))


def _width(parts: Sequence[QWidget], across: int) -> int:
    """How wide the sheet is with so many beside each other."""
    widths = [max(one.sizeHint().width() for one in parts[at::across]) for at in range(across)]
    return sum(widths) + 2 * AROUND * across + BAR


def _does(row: tuple[str, list[str]]) -> str:
    return row[0]


def _column(
    inside: QWidget, title: str, rows: Sequence[tuple[str, Sequence[str]]], longest: int
) -> QWidget:
    part = QWidget(inside)
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    column.addWidget(plain_label(short(title, 60), "title"), 0, Qt.AlignmentFlag.AlignTop)
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setColumnStretch(1, 1)
    grid.setVerticalSpacing(8)
    for row, (does, keys) in enumerate(rows):
        grid.addLayout(_caps(keys), row, 0, Qt.AlignmentFlag.AlignLeft)
        words = plain_label(short(does))
        if words.sizeHint().width() > longest:
            words.setWordWrap(True)
            words.setFixedWidth(longest)
        grid.addWidget(words, row, 1)
    column.addLayout(grid)
    return part


def _caps(keys: Sequence[str]) -> QGridLayout:
    """Keys beside each other, and below where they are many."""
    caps = QGridLayout()
    caps.setSpacing(3)
    across = BESIDE if all(len(key) < LONG_KEY for key in keys) else 2
    for at, key in enumerate(keys):
        caps.addWidget(KeyCap(None, key), at // across, at % across, Qt.AlignmentFlag.AlignLeft)
    caps.setColumnStretch(across, 1)
    return caps
