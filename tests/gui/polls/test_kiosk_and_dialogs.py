"""While people vote at the kiosk, nothing comes in front of them, and no paper goes unasked."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.audience.polls.kiosk.kiosk import Kiosk
from kdc_desktop.screens.club import unasked
from kdc_desktop.screens.club.lost_dialog import LostDialog
from kdc_desktop.screens.kit import file_dialogs
from kdc_desktop.screens.kit.questions import question
from tests.gui.polls.stand import kiosk_of, started, typed
from tests.storage.sticks import other_club


def lost_dialogs(club: Club) -> list[LostDialog]:
    return club.window.findChildren(LostDialog)


def voting(club: Club, qtbot: QtBot) -> Kiosk:
    """The kiosk with half a paper, before a voter."""
    kiosk = started(club)
    kiosk.window().activateWindow()
    qtbot.waitUntil(lambda: not club.window.isActiveWindow())
    return kiosk


@pytest.fixture
def lost(evening: Club, qtbot: QtBot) -> Club:
    """Another file takes the place of the club while somebody votes on the one display."""
    voting(evening, qtbot)
    os.replace(other_club(evening.database.path), evening.database.path)
    evening.watch.look()
    evening.watch.look()
    evening.watch.stop()  # which would tell of it once more
    qtbot.waitUntil(lambda: bool(lost_dialogs(evening)))
    return evening


def test_a_dialog_that_comes_by_itself_waits_for_the_facilitator(lost: Club, qtbot: QtBot) -> None:
    (dialog,) = lost_dialogs(lost)
    QTest.qWait(20)
    assert not dialog.isVisible()
    typed(kiosk_of(lost), "2")
    assert kiosk_of(lost).stack.paper.paper.given == 4
    lost.window.activateWindow()
    qtbot.waitUntil(dialog.isVisible)


def test_it_comes_when_the_kiosk_ends(lost: Club, qtbot: QtBot) -> None:
    lost.shared_screen.leave_kiosk()
    qtbot.waitUntil(lost_dialogs(lost)[0].isVisible)


def test_a_file_that_comes_back_needs_no_dialog(lost: Club, qtbot: QtBot) -> None:
    lost.watch._tell_of_return()
    qtbot.waitUntil(lambda: lost_dialogs(lost) == [])
    lost.window.activateWindow()
    QTest.qWait(20)
    assert lost.window.findChildren(QDialog) == []


def test_beside_a_kiosk_on_another_display_it_takes_no_keys(
    evening: Club, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    kiosk = voting(evening, qtbot)
    opened: list[QDialog] = []
    monkeypatch.setattr(unasked, "open_for_now", opened.append)
    monkeypatch.setattr(kiosk, "screen", lambda: None)
    dialog = QDialog(evening.window)
    unasked.open_unasked(dialog, evening.window, evening.shared_screen)
    assert opened == [dialog]
    assert dialog.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def blocked(window: QWidget) -> bool:
    """Whether what is pressed in a window is kept from it by what lies over another."""
    handle = window.windowHandle()
    assert handle is not None
    pressed: list[bool] = []
    button = QPushButton(window)
    button.resize(window.size())
    button.clicked.connect(lambda: pressed.append(True))
    button.show()
    within = button.rect().center()  # the display may have given the window more room meanwhile
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, within)
    button.deleteLater()
    return not pressed


def test_a_file_dialog_of_the_facilitator_does_not_block_the_kiosk(evening: Club) -> None:
    started(evening)
    seen: list[Qt.WindowModality] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        seen.append(dialog.windowModality())
        dialog.reject()

    QTimer.singleShot(50, look)
    file_dialogs.open_name(evening.window, "Open", str(Path.home()), "*.kdc")
    assert seen == [Qt.WindowModality.WindowModal]


def test_a_question_that_waits_for_its_answer_does_not_either(evening: Club) -> None:
    kiosk = started(evening)
    seen: list[bool] = []
    box = question(evening.window, "any", "Really?")

    def look() -> None:
        seen.extend((blocked(kiosk.window()), blocked(evening.window)))
        box.reject()

    QTimer.singleShot(50, look)
    box.exec()
    assert seen == [False, True]


def asked(club: Club, name: str) -> QMessageBox:
    (box,) = club.window.findChildren(QMessageBox, name)
    return box


def test_another_club_is_opened_in_mid_paper_only_when_it_is_meant(
    evening: Club, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = started(evening)
    opened: list[Path] = []
    monkeypatch.setattr(evening.files, "_open_club", lambda path, _answers: opened.append(path))
    other = tmp_path / "other.kdc"
    evening.window.file_wanted.emit(other)
    box = asked(evening, "over_a_paper")
    assert box.text() == (
        "Somebody has begun an answer at the kiosk, and it is put away. "
        "Open other.kdc all the same?"
    )
    stay, go = box.buttons()
    assert (box.defaultButton(), opened) == (stay, [])
    assert kiosk.stack.paper.paper.given == 3
    go.click()
    assert opened == [other]


def test_between_two_voters_nothing_is_asked(evening: Club, monkeypatch, tmp_path) -> None:
    kiosk = started(evening)
    opened: list[Path] = []
    monkeypatch.setattr(evening.files, "_open_club", lambda path, _answers: opened.append(path))
    kiosk.turns.start_over()
    evening.window.file_wanted.emit(tmp_path / "other.kdc")
    assert opened == [tmp_path / "other.kdc"]


def test_closing_the_window_tells_of_the_paper_too(evening: Club) -> None:
    started(evening)
    evening.window.close()
    assert (
        asked(evening, "leave_box").text().startswith("Somebody has begun an answer at the kiosk")
    )


def test_the_voter_has_the_keys_back_where_it_was_given_them(
    evening: Club, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    kiosk = voting(evening, qtbot)
    with monkeypatch.context() as patched:
        patched.setattr(kiosk, "screen", lambda: None)
        dialog = QDialog(evening.window)
        unasked.open_unasked(dialog, evening.window, evening.shared_screen)
    dialog.activateWindow()
    qtbot.waitUntil(kiosk.window().isActiveWindow)
    assert dialog.isVisible()
    dialog.reject()
