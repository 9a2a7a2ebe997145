"""A key that means nothing where one is says so: Ctrl+N on a screen, Ctrl+S in a dialog."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QToolTip

from kdc_desktop.app import Club
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.sessions.new_session_dialog import NewSessionDialog
from tests.gui.test_jobs import wait_until

CTRL = Qt.KeyboardModifier.ControlModifier


def test_where_nothing_new_begins_ctrl_n_says_so(club: Club) -> None:
    club.window.show()
    club.window.go("settings")
    club.window.setFocus()
    QTest.keyClick(club.window, Qt.Key.Key_N, CTRL)
    assert club.window.frame.quiet.text.startswith("Nothing new begins on this screen.")


def _told_by_ctrl_s(dialog: QDialog) -> str:
    open_for_now(dialog)
    dialog.activateWindow()
    wait_until(lambda: QApplication.activeWindow() is dialog)
    QTest.keyClick(dialog, Qt.Key.Key_S, CTRL)
    told = QToolTip.text()
    QToolTip.hideText()
    dialog.reject()
    return told


def test_a_dialog_says_how_what_is_in_it_is_kept(club: Club) -> None:
    club.window.show()
    told = _told_by_ctrl_s(NewSessionDialog(club.database, club.window))
    assert "keeps what is here; Esc leaves all as it was." in told


def test_a_dialog_without_anything_to_keep_says_so(club: Club) -> None:
    club.window.show()
    assert "There is nothing to save here." in _told_by_ctrl_s(QDialog(club.window))
