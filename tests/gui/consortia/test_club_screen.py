"""The list of the whole club, played with keys and the mouse on a real file."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Session
from kdc_desktop.screens.consortia.club_inspector import ClubInspector
from kdc_desktop.screens.consortia.club_screen import ClubScreen
from kdc_desktop.screens.consortia.leave_dialog import LeaveDialog
from kdc_desktop.screens.consortia.project_dialog import ProjectDialog
from kdc_desktop.screens.consortia.role_dialog import RoleDialog
from kdc_desktop.screens.consortia.state_dialog import StateDialog
from kdc_desktop.screens.consortia.take_up_dialog import TakeUpDialog
from kdc_desktop.screens.kit.name_choice import NameChoice
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.consortia.club_rows import ClubRow
from kdc_desktop.services.consortia.membership import membership
from kdc_desktop.services.consortia.projects import NewProject, add_project
from kdc_desktop.services.consortia.steps import say_state
from kdc_desktop.services.consortia.worked_on import is_worked_on
from kdc_desktop.services.sessions.planning import plan_session
from kdc_desktop.services.sessions.templates import templates
from tests.gui.consortia.hands import child
from tests.rooms.consortium_room import STARTS, ConsortiumRoom

K = Qt.Key


def names(screen: ClubScreen) -> list[str]:
    return [row.name for row in screen.table.filter.rows_at(range(screen.table.filter.rowCount()))]


def select(screen: ClubScreen, name: str) -> ClubRow:
    row = next(row for row in screen.rows if row.name == name)
    assert screen.table.select_key(row.id)
    return row


def type_name(field: NameChoice, name: str) -> None:
    """Type a name and leave what is offered under the line."""
    QTest.keyClicks(field, name)
    field.completer().popup().hide()


def form(screen: ClubScreen) -> ClubInspector:
    return child(screen.inspector(), ClubInspector)


def dialog(screen: ClubScreen, kind: type[QDialog]) -> QDialog:
    return next(one for one in screen.findChildren(kind) if one.isVisible())


def test_all_are_listed_by_how_far_they_are(listed: ClubScreen) -> None:
    assert names(listed) == ["Yard bikes", "Parcel lockers"]
    assert listed.summary_label.text() == "2 alive, 1 of them by itself"


def test_a_state_and_words_narrow_the_list(listed: ClubScreen) -> None:
    texts = [listed.state_combo.itemText(at) for at in range(listed.state_combo.count())]
    assert texts == ["All 2", "Alive 2", "Forming 1", "Running 1"]
    listed.state_combo.setCurrentIndex(3)
    listed.state_combo.activated.emit(3)
    assert names(listed) == ["Parcel lockers"]
    listed.state_combo.setCurrentIndex(0)
    listed.state_combo.activated.emit(0)
    QTest.keyClicks(listed.search_edit, "bike")
    assert names(listed) == ["Yard bikes"]


def test_a_project_is_added_with_owner_and_members_from_the_keyboard(listed: ClubScreen) -> None:
    QTest.keyClick(listed, K.Key_N, Qt.KeyboardModifier.ControlModifier)
    asked = dialog(listed, ProjectDialog)
    assert isinstance(asked, ProjectDialog)
    QTest.keyClicks(asked.name_edit, "Tool library")
    type_name(asked.owner_edit, "eero salmi")
    type_name(asked.member_edit, "city")
    QTest.keyClick(asked.member_edit, K.Key_Return)
    assert asked.members_list.count() == 1
    QTest.mouseClick(asked.add_button, Qt.MouseButton.LeftButton)
    row = next(row for row in listed.rows if row.name == "Tool library")
    assert (row.owner, row.members, row.letters) == ("Eero Salmi", 1, "P")
    assert listed.chosen() == row


def test_who_is_not_known_is_refused_in_the_dialog_and_nothing_is_lost(listed: ClubScreen) -> None:
    listed.verbs.new_project()
    asked = dialog(listed, ProjectDialog)
    assert isinstance(asked, ProjectDialog)
    QTest.keyClicks(asked.name_edit, "Tool library")
    type_name(asked.owner_edit, "Nobody Known")
    QTest.mouseClick(asked.add_button, Qt.MouseButton.LeftButton)
    assert asked.isVisible()
    assert asked.problem_label.text().startswith("The club knows nobody called “Nobody Known”")
    assert asked.name_edit.text() == "Tool library"
    asked.reject()


def test_s_asks_how_far_it_is(listed: ClubScreen) -> None:
    select(listed, "Parcel lockers")
    QTest.keyClick(listed.table, K.Key_S)
    asked = dialog(listed, StateDialog)
    assert isinstance(asked, StateDialog)
    QTest.mouseClick(asked.keep_button, Qt.MouseButton.LeftButton)
    assert asked.problem_label.text().startswith("Parcel lockers is running already")
    asked.state_combo.setCurrentIndex(asked.state_combo.findData(ConsortiumState.STOPPED))
    QTest.keyClicks(asked.note_edit, "No money")
    QTest.mouseClick(asked.keep_button, Qt.MouseButton.LeftButton)
    row = select(listed, "Parcel lockers")
    assert (row.state, row.note) == (ConsortiumState.STOPPED, "No money")
    assert "Stopped since" in form(listed).state_button.text()


def test_t_takes_a_project_up_tonight_and_puts_it_back(listed: ClubScreen) -> None:
    select(listed, "Parcel lockers")
    QTest.keyClick(listed.table, K.Key_T)
    row = select(listed, "Parcel lockers")
    assert [one.title for one in row.taken_up] == ["Winter evening"]
    assert form(listed).take_up_button.text().startswith("Put it back")
    QTest.mouseClick(form(listed).take_up_button, Qt.MouseButton.LeftButton)
    assert select(listed, "Parcel lockers").taken_up == ()


def test_what_was_born_tonight_need_not_be_taken_up(listed: ClubScreen, qtbot: QtBot) -> None:
    select(listed, "Yard bikes")
    assert form(listed).take_up_button.isHidden()
    with qtbot.waitSignal(listed.problem) as told:
        QTest.keyClick(listed.table, K.Key_T)
    assert told.args == ["Yard bikes is worked on in this session already."]


def test_the_panel_keeps_who_takes_care_and_what_it_is_about(listed: ClubScreen) -> None:
    select(listed, "Yard bikes")
    beside = form(listed)
    type_name(beside.owner_edit, "Eero Salmi")
    QTest.keyClick(beside.owner_edit, K.Key_Return)
    assert select(listed, "Yard bikes").owner == "Eero Salmi"
    QTest.keyClicks(beside.about_edit, "Bikes for every yard")
    QApplication.sendEvent(beside.about_edit, QFocusEvent(QEvent.Type.FocusOut))
    assert select(listed, "Yard bikes").about == "Bikes for every yard"
    beside.again_combo.setCurrentIndex(2)
    beside.again_combo.activated.emit(2)
    assert select(listed, "Yard bikes").look_again_on is not None


def test_a_member_joins_leaves_to_another_and_comes_back(
    listed: ClubScreen, seven: ConsortiumRoom
) -> None:
    select(listed, "Parcel lockers")
    members = form(listed).members_list
    for name in ("Harbour", "Insurance"):
        type_name(form(listed).member_edit, name)
        QTest.keyClick(form(listed).member_edit, K.Key_Return)
    assert [row.name for row in members.rows] == ["Harbour Mobility", "North Insurance"]
    members.setCurrentRow(1)
    QTest.keyClick(members, K.Key_Delete)
    asked = dialog(listed, LeaveDialog)
    assert isinstance(asked, LeaveDialog)
    assert [asked.heir_combo.itemText(at) for at in range(asked.heir_combo.count())] == [
        "Nobody",
        "Harbour Mobility",
    ]
    asked.heir_combo.setCurrentIndex(1)
    QTest.mouseClick(asked.leave_button, Qt.MouseButton.LeftButton)
    assert members.item(1).text().endswith("handed over to Harbour Mobility")
    members.back_wanted.emit(members.rows[1])
    assert all(row.is_in for row in members.rows)
    members.role_wanted.emit(members.rows[1])
    roles = dialog(listed, RoleDialog)
    assert isinstance(roles, RoleDialog)
    assert roles.role_combo.currentText() == "Partner"
    roles.role_combo.setCurrentIndex(roles.role_combo.findData(MemberRole.FUNDER))
    QTest.keyClicks(roles.said_edit, "Aino Laine\r")
    assert "funder, before partner. Said by Aino Laine." in members.item(1).toolTip()
    assert membership(seven.database, 2)[1].role is MemberRole.FUNDER


def test_several_names_are_taken_at_once_and_whoever_is_refused_stays_typed(
    qtbot: QtBot, listed: ClubScreen, seven: ConsortiumRoom
) -> None:
    select(listed, "Parcel lockers")
    line = form(listed).member_edit
    type_name(line, "Harbour; Nobody; Insurance")
    with qtbot.waitSignal(listed.problem) as told:
        QTest.keyClick(line, K.Key_Return)
    assert told.args == ["The club knows nobody called “Nobody”. Add them under People first."]
    assert line.text() == "Nobody"
    assert len(form(listed).members_list.rows) == 2
    step = seven.database.next_steps()[0]
    assert str(step and step.label) == "2 members joined a consortium"
    line.clear()
    type_name(line, "North Insurance")
    with qtbot.waitSignal(listed.problem) as told:
        QTest.keyClick(line, K.Key_Return)
    assert told.args == ["North Insurance is in Parcel lockers already."]
    assert line.text() == "North Insurance"


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("polaris", ["Yard bikes"]),
        ("winter evening", ["Yard bikes"]),
        ("lockers", ["Parcel lockers"]),
    ],
)
def test_a_consortium_is_found_by_its_members_and_sessions(
    listed: ClubScreen, sought: str, found: list[str]
) -> None:
    QTest.keyClicks(listed.search_edit, sought)
    assert names(listed) == found


def test_without_an_open_session_one_is_taken_up_in_a_planned_one(
    listed: ClubScreen, seven: ConsortiumRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listed.verbs, "_session", lambda: None)
    planned = plan_session(seven.database, "Spring evening", STARTS, templates()[0])
    key = select(listed, "Parcel lockers").id
    QTest.keyClick(listed.table, K.Key_T)
    asked = dialog(listed, TakeUpDialog)
    assert isinstance(asked, TakeUpDialog)
    at = asked.session_combo.findData(planned)
    assert asked.session_combo.itemText(at).startswith("Spring evening, ")
    asked.session_combo.setCurrentIndex(at)
    asked.session_combo.activated.emit(at)
    assert [row.id for row in asked.table.selected_rows()] == [key]
    asked.take_up_button.click()
    assert is_worked_on(seven.database, planned, key)


def test_where_no_session_is_to_come_it_is_said_to_plan_one(
    qtbot: QtBot, listed: ClubScreen, seven: ConsortiumRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listed.verbs, "_session", lambda: None)
    with seven.database.edit(lazy("Closed")) as edit:
        edit.get_one(Session, seven.session_id).status = SessionStatus.CLOSED
    select(listed, "Parcel lockers")
    with qtbot.waitSignal(listed.problem) as told:
        form(listed).take_up_wanted.emit()
    assert told.args == ["Plan a session first, or open one: a consortium is taken up in one."]


def test_names_that_are_pasted_line_by_line_are_several(listed: ClubScreen) -> None:
    select(listed, "Parcel lockers")
    line = form(listed).member_edit
    QApplication.clipboard().setText("Harbour Mobility\nUniversity, Urban lab\n")
    QTest.keyClick(line, K.Key_V, Qt.KeyboardModifier.ControlModifier)
    line.completer().popup().hide()
    assert line.text() == "Harbour Mobility; University, Urban lab"
    QTest.keyClick(line, K.Key_Return)
    assert len(form(listed).members_list.rows) == 2
    type_name(line, "North Insurance, Cyclists")
    QTest.keyClick(line, K.Key_Return)
    assert (len(form(listed).members_list.rows), line.text()) == (4, "")


def test_without_any_the_list_offers_a_new_project(qtbot: QtBot, theme: Theme, club: Club) -> None:
    club.window.go("consortia")
    screen = club.window.screen_shown
    assert isinstance(screen, ClubScreen)
    assert screen.stack.currentWidget() is not screen.table
    assert club.window.frame.quiet.text == ""


def test_a_row_opens_its_vision_without_any_session(club: Club) -> None:
    key = add_project(club.database, NewProject("Parcel lockers"))
    club.window.show()
    club.window.go("consortia")
    screen = club.window.screen_shown
    assert isinstance(screen, ClubScreen)
    screen.table.select_key(key)
    QTest.keyClick(screen.table, K.Key_Return)
    vision = club.window.screen_shown
    assert isinstance(vision, VisionScreen)
    assert vision.name_label.text() == "Parcel lockers"
    club.window.frame.led_away.button.click()
    assert club.window.screen_shown is screen


def test_undo_leads_to_the_list_where_no_session_is_open(club: Club) -> None:
    key = add_project(club.database, NewProject("Parcel lockers"))
    say_state(club.database, key, ConsortiumState.STOPPED)
    club.window.show()
    club.window.go("people")
    club.window.undoing.undo_named()
    screen = club.window.screen_shown
    assert isinstance(screen, ClubScreen)
    chosen = screen.chosen()
    assert chosen is not None
    assert (chosen.name, chosen.state) == ("Parcel lockers", ConsortiumState.FORMING)
