"""A right click on what members said and give offers what its buttons do."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.commitment_panel import CommitmentRowView
from kdc_desktop.services.visions.rows import CommitmentRow


@pytest.fixture
def row(qtbot: QtBot, theme: Theme) -> Iterator[CommitmentRowView]:
    over = QWidget()
    qtbot.addWidget(over)
    what = CommitmentRow(1, 1, "Kone Oy", "Two lifts & a key", None, False, False)
    made = CommitmentRowView(theme, what, "", over)
    over.show()
    yield made
    over.close()


def entries(row: CommitmentRowView) -> dict[str, QAction]:
    """What the menu offers to whoever clicks the words with the right button."""
    words = row.findChildren(QLabel)[0]
    at, reason = QPoint(3, 3), QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(words, QContextMenuEvent(reason, at, words.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = {action.text(): action for action in menu.actions()}
    menu.close()
    return offered


def test_a_commitment_is_ticked_removed_and_copied_by_its_menu(row: CommitmentRowView) -> None:
    removed: list[bool] = []
    row.remove.clicked.connect(lambda: removed.append(True))
    offered = entries(row)
    assert list(offered) == [
        "Done: Two lifts && a key",
        "Remove: Two lifts && a key",
        "Copy the words",
    ]
    for action in offered.values():
        action.trigger()
    assert (row.box.isChecked(), removed) == (True, [True])
    assert QGuiApplication.clipboard().text().strip() == "Two lifts & a key"
    assert list(entries(row)) == list(offered)
