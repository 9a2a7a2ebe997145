"""Consortia of before are chosen on the vision screen and stand beside those born there."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.screens.consortia.take_up_dialog import TakeUpDialog
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.consortia.projects import NewProject, add_project
from kdc_desktop.services.visions.questions import consortia_with_visions
from tests.gui.ways import trigger
from tests.rooms.consortium_room import ConsortiumRoom


def asked(screen: VisionScreen) -> TakeUpDialog:
    return next(one for one in screen.findChildren(TakeUpDialog) if one.isVisible())


def test_b_takes_consortia_of_before_up_and_they_stand_beside_the_others(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    ended = NewProject("Local guides", state=ConsortiumState.STOPPED)
    for project in (ended, NewProject("Parcel lockers")):
        add_project(room.database, project)
    QTest.keyClick(screen, Qt.Key.Key_B)
    dialog = asked(screen)
    rows = dialog.table.filter.rows_at(range(dialog.table.filter.rowCount()))
    assert [row.name for row in rows] == ["Parcel lockers", "Local guides"]
    assert not dialog.take_up_button.isEnabled()
    dialog.table.selectRow(0)
    assert dialog.take_up_button.text() == "Take up 1 consortium"
    QTest.mouseClick(dialog.take_up_button, Qt.MouseButton.LeftButton)
    pills = [pill.words for pill in screen.chooser.row.pills.values()]
    assert pills == ["Yard bikes · 0 of 7", "Parcel lockers · no vision"]


def test_the_button_beside_the_consortia_asks_the_same(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    QTest.mouseClick(screen.chooser.take_up_button, Qt.MouseButton.LeftButton)
    assert asked(screen).table.told == "Every consortium of the club is worked on in this session."
    asked(screen).reject()


def test_one_that_was_taken_up_is_put_back(
    qtbot: QtBot, screen: VisionScreen, room: ConsortiumRoom
) -> None:
    key = add_project(room.database, NewProject("Parcel lockers"))
    screen._taking_up.take_up()
    asked(screen).table.select_key(key)
    asked(screen).take_up()
    screen.show_consortium(key)
    screen._taking_up.put_back()
    assert [one.name for one in consortia_with_visions(room.database, room.session_id)] == [
        "Yard bikes"
    ]
    with qtbot.waitSignal(screen.problem) as told:
        screen._taking_up.put_back()
    assert told.args == ["Yard bikes was not taken up here, so it cannot be put back."]


def test_a_consortium_of_the_club_is_shown_without_a_session(
    qtbot: QtBot, theme: Theme, room: ConsortiumRoom
) -> None:
    screen = VisionScreen(theme, room.database, None)
    qtbot.addWidget(screen)
    screen.show()
    assert screen.stack.currentWidget() is not screen.page_scroll
    screen.show_consortium(room.consortium_id)
    assert screen.name_label.text() == "Yard bikes"
    assert screen.chooser.isHidden()
    trigger(screen, "take_up_consortia")
    dialog = asked(screen)
    assert dialog.session_combo.currentData() == room.session_id, "the next to come"
    dialog.reject()
    with qtbot.waitSignal(screen.problem) as told:
        trigger(screen, "put_back")
    assert told.args == ["Open a session first: a consortium is taken up in one."]
