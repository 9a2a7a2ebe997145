"""What a key, a menu or the palette opens to type in has the focus, wherever that was before."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kdc_desktop.app import Club
from kdc_desktop.screens.kit.keys import field_of
from kdc_desktop.screens.kit.reasons import why_not
from tests.gui.walks import go

PLACES = (
    *("people/people", "sessions/agenda", "board/notes", "polls/revealed"),
    "consortia/card",
)
GOES_AWAY = {
    *("quit", "close_window", "open_a_sample_session", "rehearse", "palette", "open_another"),
    "put_the_poll_into_the_trash",  # which leads to the poll before it
}


def _open_by_palette(club: Club, action: QAction) -> None:
    opener = club.window.findChild(QAction, "act_palette")
    assert opener is not None
    opener.trigger()
    palette = next(one for one in club.window.findChildren(QDialog, "command_palette"))
    if _choose(palette, action):
        query = palette.findChild(QLineEdit, "palette_query")
        assert query is not None
        QTest.keyClick(query, Qt.Key.Key_Return)
    else:
        palette.close()  # an action of the same name comes first


def _choose(palette: QWidget, action: QAction) -> bool:
    found = palette.list  # type: ignore[attr-defined]
    for row in range(found.count()):
        if found.item(row).data(Qt.ItemDataRole.UserRole) is action:
            found.setCurrentRow(row)
            return True
    return False


def _fields(club: Club) -> set[QWidget]:
    """Where something can be typed that is seen; not beside the screen, of what is selected."""
    beside = club.window.screen_shown.inspector()
    tops = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    return {
        one
        for top in tops
        if top is not club.shared_screen
        for one in top.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and field_of(one) is not None
        if beside is None or not beside.isAncestorOf(one)
    }


def _is_in_what_opened(opened: set[QWidget]) -> bool:
    there = QApplication.focusWidget()
    if there is None or there in opened:
        return there is not None
    dialog = there.window()
    return isinstance(dialog, QDialog) and any(dialog.isAncestorOf(one) for one in opened)


@pytest.mark.parametrize("place", PLACES)
def test_what_an_action_opens_to_type_in_has_the_focus(
    club: Club, qtbot: QtBot, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: 0)
    QApplication.clipboard().setText("Trams")
    go(club, qtbot, place)
    lost = []
    for action in club.window.screen_shown.actions():
        name = action.objectName()
        if not action.isEnabled() or why_not(action) or name.removeprefix("act_") in GOES_AWAY:
            continue
        club.window.frame.rail.setFocus()
        before, shown = _fields(club), club.window.screen_shown
        _open_by_palette(club, action)
        QCoreApplication.processEvents()
        opened = _fields(club) - before
        if opened and club.window.screen_shown is shown and not _is_in_what_opened(opened):
            lost.append(f"{name}: {sorted(one.objectName() for one in opened)}")
        if opened or club.window.screen_shown is not shown:
            _close_all(club)
            go(club, qtbot, place)
    assert lost == []


def _close_all(club: Club) -> None:
    for one in QApplication.topLevelWidgets():
        if isValid(one) and one.isVisible() and one not in (club.window, club.shared_screen):
            one.close()
    QCoreApplication.processEvents()
