"""Sessions and stages are renamed, moved, removed, cut and pasted by hand."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Consortium
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.sessions.agenda_screen import AgendaScreen
from kdc_desktop.screens.sessions.home_screen import HomeScreen
from kdc_desktop.screens.window.typing_on import PAUSE
from kdc_desktop.services.consortia.clubwide import all_consortia
from kdc_desktop.services.joined.consortia import BUY_IN
from kdc_desktop.services.sessions import listing, questions
from kdc_desktop.services.sessions.agenda import change_stage
from kdc_desktop.services.sessions.planning import plan_session
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.services.sessions.templates import templates
from tests.rooms.board_room import STARTS

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def agenda(club: Club, qtbot: QtBot) -> AgendaScreen:
    session_id = plan_session(club.database, "Autumn", STARTS, templates()[0])
    club.window.show()
    club.window.open_session(session_id)
    club.window.whereabouts.show_agenda()
    screen = club.window.screen_shown
    assert isinstance(screen, AgendaScreen)
    club.window.activateWindow()
    screen.stages_table.setFocus()
    qtbot.waitUntil(screen.stages_table.hasFocus)
    return screen


def titles(club: Club) -> list[str]:
    return [stage.title for stage in questions.stages(club.database, 1)]


def middle(table: RowTable, row: int) -> QPoint:
    return table.visualRect(table.model().index(row, 1)).center()


def typed(qtbot: QtBot, table: RowTable, text: str) -> None:
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert table.isAncestorOf(editor)
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_f2_renames_a_stage_and_enter_does_no_more(
    club: Club, agenda: AgendaScreen, qtbot: QtBot
) -> None:
    agenda.stages_table.selectRow(1)
    qtbot.keyClick(agenda.stages_table, Qt.Key.Key_F2)
    typed(qtbot, agenda.stages_table, "Coming in")
    qtbot.waitUntil(lambda: titles(club)[1] == "Coming in")
    assert not agenda.card.stage_title_edit.hasFocus()


def test_several_stages_move_and_go_in_one_step(
    club: Club, agenda: AgendaScreen, qtbot: QtBot
) -> None:
    before, table = titles(club), agenda.stages_table
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_Up, ALT)
    assert titles(club) == [before[1], before[2], before[0], *before[3:]]
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert titles(club) == [before[0], *before[3:]]
    club.database.undo()
    club.database.undo()
    assert titles(club) == before


def test_a_stage_is_dragged_to_its_place(club: Club, agenda: AgendaScreen, qtbot: QtBot) -> None:
    before, table = titles(club), agenda.stages_table
    start, end = middle(table, 0), middle(table, 2) + QPoint(0, 4)
    qtbot.mousePress(table.viewport(), LEFT, pos=start)
    qtbot.mouseMove(table.viewport(), (start + end) / 2)
    qtbot.mouseMove(table.viewport(), end)
    qtbot.mouseRelease(table.viewport(), LEFT, pos=end)
    assert titles(club) == [before[1], before[2], before[0], *before[3:]]
    assert [row.id for row in table.selected_rows()] == [1], "it is still selected"


def test_lines_become_stages_after_the_one_that_is_selected(
    club: Club, agenda: AgendaScreen, qtbot: QtBot
) -> None:
    before = titles(club)
    agenda.stages_table.selectRow(0)
    QGuiApplication.clipboard().setText("A song, 5 min\nThe mayor\n")
    qtbot.keyClick(agenda.stages_table, Qt.Key.Key_V, CTRL)
    QGuiApplication.clipboard().clear()
    assert titles(club) == [before[0], "A song", "The mayor", *before[1:]]
    assert questions.stages(club.database, 1)[1].planned_minutes == 5
    assert len(agenda.stages_table.selected_rows()) == 2
    club.database.undo()
    assert titles(club) == before


def test_stages_that_are_cut_and_pasted_are_the_same_stages_elsewhere(
    club: Club, agenda: AgendaScreen, qtbot: QtBot
) -> None:
    first = questions.stages(club.database, 1)[0]
    change_stage(club.database, first.id, prompt="Who is here?", notes="Ask twice", minutes=7)
    before, table = questions.stages(club.database, 1), agenda.stages_table
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_X, CTRL)
    assert told(club) == list(map(values, before[2:]))
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_V, CTRL)
    assert told(club) == [values(before[at]) for at in (2, 0, 1, *range(3, len(before)))]
    qtbot.keyClick(table, Qt.Key.Key_C, CTRL)
    copied = QGuiApplication.clipboard().text()
    qtbot.keyClick(table, Qt.Key.Key_V, CTRL)
    assert told(club)[3:5] == [values(before[0]), values(before[1])], "copied as well"
    QGuiApplication.clipboard().setText(copied)  # as it comes back from a spreadsheet
    qtbot.keyClick(table, Qt.Key.Key_V, CTRL)
    QGuiApplication.clipboard().clear()
    pasted = [row for row in told(club) if row[0] == "talk"]
    assert [row[1:3] for row in pasted[-2:]] == [values(one)[1:3] for one in before[:2]]


def values(stage: StageRow) -> tuple[str, str, int, str, str]:
    return (stage.kind, stage.title, stage.planned_minutes, stage.prompt, stage.notes)


def told(club: Club) -> list[tuple[str, str, int, str, str]]:
    return [values(stage) for stage in questions.stages(club.database, 1)]


def test_sessions_are_renamed_and_several_put_into_the_trash(club: Club, qtbot: QtBot) -> None:
    for title in ("Autumn", "Winter", "Spring"):
        plan_session(club.database, title, STARTS, templates()[0])
    club.window.show()
    home = club.window.screen_shown
    assert isinstance(home, HomeScreen)
    club.window.activateWindow()
    home.show_all().setFocus()
    qtbot.waitUntil(home.table.hasFocus)
    home.table.select_key(2)
    qtbot.keyClick(home.table, Qt.Key.Key_F2)
    typed(qtbot, home.table, "Midwinter")
    qtbot.waitUntil(lambda: listing.session(club.database, 2).title == "Midwinter")
    assert club.window.screen_shown is home
    qtbot.wait(int(PAUSE * 1000) + 100)  # what is typed on at once is no command
    qtbot.keyClick(home.table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(home.table, Qt.Key.Key_Delete)
    assert listing.sessions(club.database) == []
    club.database.undo()
    assert len(listing.sessions(club.database)) == 3


@pytest.mark.parametrize("answer", ["anyway", "instead"])
def test_what_leaves_the_list_with_a_session_is_named_and_may_be_kept(
    club: Club, qtbot: QtBot, answer: str
) -> None:
    session_id = plan_session(club.database, "Autumn", STARTS, templates()[0])
    now = club.database.now()
    with club.database.edit(lazy("Formed")) as edit:
        for name in ("Yard bikes", "Night bus"):
            edit.add(Consortium(session_id=session_id, name=name, place_in_order=1, created_at=now))
    club.window.show()
    home = club.window.screen_shown
    assert isinstance(home, HomeScreen)
    home.show_all().select_key(session_id)
    qtbot.keyClick(home.table, Qt.Key.Key_Delete)
    assert len(listing.sessions(club.database)) == 1
    box = club.window.findChild(QMessageBox, "leaves_with_session_box")
    assert box.text().startswith("Yard bikes and Night bus were formed there")
    button = box.findChild(QPushButton, f"leaves_with_session_box_{answer}")
    button.click()
    assert listing.sessions(club.database) == []
    left = [row.name for row in all_consortia(club.database, BUY_IN)]
    assert left == (["Yard bikes", "Night bus"] if answer == "instead" else [])
    club.database.undo()
    assert len(listing.sessions(club.database)) == 1
    assert len(all_consortia(club.database, BUY_IN)) == 2


def test_a_double_click_on_the_minutes_is_about_the_minutes(
    club: Club, agenda: AgendaScreen, qtbot: QtBot
) -> None:
    table, before = agenda.stages_table, titles(club)
    at = table.visualRect(table.model().index(2, table.model().columnCount() - 1)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=at)
    qtbot.mouseDClick(table.viewport(), LEFT, pos=at)
    qtbot.waitUntil(agenda.card.minutes_spin.hasFocus)
    qtbot.keyClicks(agenda.card.minutes_spin, "35")
    qtbot.keyClick(agenda.card.minutes_spin, Qt.Key.Key_Return)
    assert titles(club) == before
    assert questions.stages(club.database, 1)[2].planned_minutes == 35


def test_tab_goes_on_from_the_title_to_the_minutes(
    club: Club, agenda: AgendaScreen, qtbot: QtBot
) -> None:
    table = agenda.stages_table
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    typed(qtbot, table, "20")
    QCoreApplication.processEvents()
    stage = questions.stages(club.database, 1)[1]
    assert (stage.title, stage.planned_minutes) == ("Welcome", 20)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    typed(qtbot, table, "soon")
    QCoreApplication.processEvents()
    assert "as a whole number" in club.window.frame.quiet.text
    assert questions.stages(club.database, 1)[1].planned_minutes == 20


def test_del_right_after_escape_out_of_a_title_removes_the_stage(
    club: Club, agenda: AgendaScreen, qtbot: QtBot
) -> None:
    table = agenda.stages_table
    before = titles(club)
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert titles(club) == [before[0], *before[2:]]
