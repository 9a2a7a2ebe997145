"""What is dropped on the window is taken by who can use it, and a sign says so before."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.board.import_dialog import IdeaImportDialog
from kdc_desktop.screens.people.import_dialog import PeopleImportDialog
from kdc_desktop.screens.window.main_window import MainWindow
from kdc_desktop.services.sessions.planning import plan_session
from kdc_desktop.services.sessions.templates import templates
from tests.gui.test_jobs import wait_until
from tests.rooms.board_room import STARTS, notes

LEFT, COPY = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
NONE = Qt.KeyboardModifier.NoModifier


def carried(*files: Path, text: str = "") -> QMimeData:
    data = QMimeData()
    if files:
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    if text:
        data.setText(text)
    return data


def held_over(club: Club, data: QMimeData) -> str:
    event = QDragEnterEvent(QPoint(500, 400), COPY, data, LEFT, NONE)
    event.ignore()
    QApplication.sendEvent(club.window, event)
    sign = club.window.findChild(QLabel, "drop_sign")
    seen = sign is not None and sign.isVisibleTo(club.window)
    assert seen == event.isAccepted()
    return sign.text() if sign is not None and seen else ""


def dropped(club: Club, data: QMimeData) -> None:
    held_over(club, data)
    QApplication.sendEvent(club.window, QDropEvent(QPointF(500, 400), COPY, data, LEFT, NONE))
    sign = club.window.findChild(QLabel, "drop_sign")
    assert sign is None or not sign.isVisibleTo(club.window)


def is_shown(dialog: PeopleImportDialog) -> bool:
    return dialog.preview is not None


def on_the_board(club: Club) -> None:
    session_id = plan_session(club.database, "Autumn", STARTS, templates()[0])
    club.window.open_session(session_id)
    club.window.show_session_screen("board")


def test_a_club_is_offered_to_be_opened_wherever_it_is_dropped(
    club: Club, tmp_path: Path, qtbot: QtBot
) -> None:
    club.window.show()
    wanted: list[Path] = []
    club.window.file_wanted.disconnect()
    club.window.file_wanted.connect(wanted.append)
    other = carried(tmp_path / "Spring 2027.KDC")
    assert held_over(club, other) == "Drop it here to open Spring 2027.KDC."
    for answer, opened in (("Stay here", []), ("Open it", [tmp_path / "Spring 2027.KDC"])):
        dropped(club, other)
        box = club.window.findChild(QMessageBox, "open_dropped")
        assert box is not None
        (button,) = [one for one in box.buttons() if one.text().replace("&", "") == answer]
        qtbot.mouseClick(button, LEFT)
        assert wanted == opened
        qtbot.waitUntil(lambda: club.window.findChild(QMessageBox, "open_dropped") is None)


def test_a_sheet_of_ideas_is_taken_by_the_board(club: Club, tmp_path: Path) -> None:
    on_the_board(club)
    sheet = tmp_path / "ideas.csv"
    sheet.write_text("Idea\nLockers\n", encoding="utf-8")
    assert held_over(club, carried(sheet)) == "Drop it here: each row becomes an idea."
    QApplication.sendEvent(club.window, QDragLeaveEvent())
    dropped(club, carried(sheet))
    wait_until(lambda: club.window.findChild(IdeaImportDialog) is not None)
    dialog = club.window.findChild(IdeaImportDialog)
    assert dialog is not None
    dialog.reject()


def test_elsewhere_what_is_in_a_list_decides_who_takes_it(club: Club, tmp_path: Path) -> None:
    sheets = Path(__file__).parents[2] / "data" / "sheets"
    offer = "Drop it here: people or ideas in it come in."
    club.window.go("home")
    ideas, people = sheets / "ideas" / "trello.csv", sheets / "people" / "tito_tickets.csv"
    assert held_over(club, carried(ideas)) == offer
    dropped(club, carried(ideas))
    wait_until(lambda: "open one first" in club.window.frame.quiet.text)
    on_the_board(club)
    club.window.go("home")
    dropped(club, carried(ideas))
    wait_until(lambda: club.window.findChild(IdeaImportDialog) is not None)
    shown = club.window.findChild(IdeaImportDialog)
    assert shown is not None
    assert shown.preview.plan.tool == "Trello"
    shown.reject()
    club.window.go("home")
    dropped(club, carried(people))
    wait_until(lambda: club.window.findChild(PeopleImportDialog) is not None)
    dialog = club.window.findChild(PeopleImportDialog)
    assert dialog is not None
    wait_until(partial(is_shown, dialog))
    dialog.reject()
    club.window.go("home")
    prices = tmp_path / "prices.csv"
    prices.write_text("Amount,Price\n1,2\n3,4\n", encoding="utf-8")
    dropped(club, carried(prices))
    wait_until(lambda: "looks like people or like ideas" in club.window.frame.quiet.text)


def test_lines_dropped_on_the_board_become_ideas(club: Club) -> None:
    on_the_board(club)
    dropped(club, carried(text="Lockers\nSaunas"))
    assert [row.text for row in notes(club.database)] == ["Lockers", "Saunas"]


def test_what_is_dropped_is_taken_and_not_what_was_copied_before(
    club: Club, tmp_path: Path
) -> None:
    sheet = tmp_path / "members.csv"
    sheet.write_text("Name\nEero Salmi\nMaija Virta\n", encoding="utf-8")
    on_the_board(club)
    for area in ("people", "check_in", "board"):
        if area == "people":
            club.window.go(area)
        else:
            club.window.show_session_screen(area)
        QGuiApplication.clipboard().setMimeData(carried(sheet))
        dropped(club, carried(text="Aino Laine"))
        QGuiApplication.clipboard().clear()
        if area == "board":
            assert [row.text for row in notes(club.database)] == ["Aino Laine"]
            continue
        dialog = club.window.screen_shown.findChild(PeopleImportDialog)
        assert dialog is not None
        wait_until(partial(is_shown, dialog))
        assert dialog.preview is not None
        assert [row.person.name for row in dialog.preview.rows] == ["Aino Laine"]
        dialog.reject()


def test_a_file_that_is_dropped_with_shift_stays_where_it_was(club: Club, tmp_path: Path) -> None:
    club.window.go("people")
    dropped(club, carried(text="Aino Laine"))
    dialog = club.window.screen_shown.findChild(PeopleImportDialog)
    assert dialog is not None
    shift, move = Qt.KeyboardModifier.ShiftModifier, Qt.DropAction.MoveAction
    either, data = COPY | move, carried(tmp_path / "people.csv")
    where, wanted = QPointF(500, 400), list[PeopleImportDialog | MainWindow]((club.window, dialog))
    for over in wanted:
        held = QDragEnterEvent(where.toPoint(), either, data, LEFT, shift)
        let_go = QDropEvent(where, either, data, LEFT, shift)
        for event in (held, let_go):
            event.setDropAction(move)
            QApplication.sendEvent(over, event)
            assert (event.isAccepted(), event.dropAction()) == (True, COPY)


def test_what_nobody_can_use_is_told_in_a_sentence(club: Club, tmp_path: Path) -> None:
    picture = carried(tmp_path / "wall.png")
    assert held_over(club, picture) == "Nothing can be done with wall.png here."
    dropped(club, picture)
    assert club.window.frame.quiet.text.startswith("Nothing can be done with wall.png here. Drop a")
    assert held_over(club, carried(text="words")) == ""
