"""At the door: type, Enter, type, Enter."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from kdc_desktop.i18n import lazy
from kdc_desktop.jobs import Jobs
from kdc_desktop.model import Session
from kdc_desktop.screens.attendance.check_in_screen import CheckInScreen
from kdc_desktop.services.attendance import door, questions
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people import people
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.storage import Database, open_database
from tests.gui.attendance.hands import enter, states, type_in
from tests.rooms.empty_club import EVENING, STARTS
from tests.rooms.statements import queries_of


def test_type_enter_type_enter(screen, database, evening):
    type_in(screen, "ain")
    assert screen.finder.chosen.name == "Aino Laine"
    assert screen.finder.chosen.what_enter_does == "Enter checks in"
    enter(screen)
    assert screen.finder.find_edit.text() == ""
    type_in(screen, "ohm")
    enter(screen)
    assert states(database, evening) == {"Aino Laine": "present", "Eino Öhman": "present"}
    assert screen.present_label.text() == "2"
    assert screen.registered_label.text() == "here of\n2 on the list"


def test_somebody_the_club_knows_is_registered_and_checked_in_at_once(screen, database, evening):
    type_in(screen, "liisa")
    assert screen.finder.chosen.what_enter_does == "Enter checks in, and puts on the list"
    enter(screen)
    assert states(database, evening)["Liisa Aho"] == "present"


def test_somebody_new_is_added_from_one_line(screen, database, evening):
    type_in(screen, "Tuuli Aalto, Wind Works")
    assert screen.finder.chosen.person_id is None
    assert not screen.finder.sector_row.isHidden()
    screen.finder.sector_choice.set_current(3)
    enter(screen)
    row = questions.attendances(database, evening)[-1]
    assert (row.name, row.organisation, row.sector, row.state) == (
        "Tuuli Aalto",
        "Wind Works",
        "T",
        "present",
    )


def test_a_known_organisation_needs_no_sector(screen):
    type_in(screen, "Tuuli Aalto, harbour mobility")
    assert screen.finder.sector_row.isHidden()


def test_a_name_that_is_found_can_still_be_added_as_new(screen, database, evening):
    type_in(screen, "Aino")
    QTest.keyClick(screen.finder.find_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert states(database, evening)["Aino"] == "present"


def test_arrows_choose_and_escape_clears(screen, database, evening):
    type_in(screen, "o")
    names = [screen.finder.results_list.model().row(at).name for at in range(3)]
    QTest.keyClick(screen.finder.find_edit, Qt.Key.Key_Down)
    assert screen.finder.chosen.name == names[1]
    QTest.keyClick(screen.finder.find_edit, Qt.Key.Key_Up)
    assert screen.finder.chosen.name == names[0]
    QTest.keyClick(screen.finder.find_edit, Qt.Key.Key_Escape)
    assert screen.finder.find_edit.text() == ""
    assert screen.finder.results_card.isHidden()


def test_enter_on_somebody_here_does_nothing_but_say_so(screen, database, evening, qtbot):
    type_in(screen, "aino laine")
    enter(screen)
    before = database.next_steps()
    type_in(screen, "aino laine")
    with qtbot.waitSignal(screen.said) as said:
        enter(screen)
    assert said.args == ["Aino Laine · Harbour Mobility is here already."]
    assert database.next_steps() == before


def test_everybody_has_a_badge_code_only_where_there_is_somebody(
    qtbot, theme, database, evening
) -> None:
    with database.edit(lazy("Add a session")) as edit:
        winter = Session(title="Winter", starts_at=STARTS)
        edit.add(winter)
        edit.flush()
        empty = winter.id
    said: list[str] = []
    problems: list[str] = []
    for session_id in (empty, evening):
        screen = CheckInScreen(theme, database, session_id, PEOPLE.sheets, Jobs())
        qtbot.addWidget(screen)
        screen.said.connect(said.append)
        screen.problem.connect(problems.append)
        for _again in range(2):
            QTest.mouseClick(screen.badges_button, Qt.MouseButton.LeftButton)
    assert said == ["Everybody on the list has a badge code."]
    assert set(problems) == {"Nobody is on the list yet: import or check people in."}


def test_a_badge_code_finds_its_wearer(screen, database, evening):
    QTest.mouseClick(screen.badges_button, Qt.MouseButton.LeftButton)
    rows = {row.name: row.badge for row in questions.attendances(database, evening)}
    type_in(screen, rows["Eino Öhman"].lower())
    assert screen.finder.chosen.name == "Eino Öhman"
    enter(screen)
    assert states(database, evening)["Eino Öhman"] == "present"


def test_people_go_and_come_back_with_keys(screen, database, evening):
    type_in(screen, "aino")
    enter(screen)
    type_in(screen, "aino")
    QTest.keyClick(screen, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert states(database, evening)["Aino Laine"] == "left"
    type_in(screen, "aino")
    assert screen.finder.chosen.what_enter_does == "Enter: back again"
    QTest.keyClick(screen, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert states(database, evening)["Aino Laine"] == "present"


def test_the_list_can_be_narrowed_to_those_here(screen, database, evening, qtbot):
    type_in(screen, "aino")
    enter(screen)
    here = screen.state_filter.findChildren(type(screen.badges_button))[2]
    assert here.text() == "Here 1"
    qtbot.mouseClick(here, Qt.MouseButton.LeftButton)
    rows = screen.attendance_table.model()
    assert [rows.index(at, 0).data() for at in range(rows.rowCount())] == ["Aino Laine"]


def test_role_and_voting_right_are_changed_in_the_inspector(screen, database, evening, qtbot):
    panel = screen.inspector()
    qtbot.addWidget(panel)
    panel.show()
    screen.attendance_table.selectRow(0)
    assert panel.name_label.text() == "Aino Laine"
    panel.role_combo.setCurrentIndex(2)
    panel.role_combo.activated.emit(2)
    row = questions.attendances(database, evening)[0]
    assert (row.role, row.may_vote) == ("observer", False)
    panel.vote_check.click()
    assert questions.attendances(database, evening)[0].may_vote
    qtbot.mouseClick(panel.move_button, Qt.MouseButton.LeftButton)
    assert states(database, evening)["Aino Laine"] == "present"
    screen.attendance_table.selectRow(1)
    qtbot.mouseClick(panel.unregister_button, Qt.MouseButton.LeftButton)
    assert "Eino Öhman" not in states(database, evening)


def test_all_who_are_selected_come_in_and_go_in_one_step_each(screen, database, evening, qtbot):
    panel = screen.inspector()
    qtbot.addWidget(panel)
    panel.show()
    screen.attendance_table.selectAll()
    panel.move_wanted.emit()
    assert set(states(database, evening).values()) == {"present"}
    panel.move_wanted.emit()
    assert set(states(database, evening).values()) == {"left"}
    assert str(database.undo().label) == "2 people left"
    assert str(database.undo().label) == "Checked in 2 people"


def test_undo_takes_a_check_in_back_and_the_screen_follows(screen, database):
    type_in(screen, "aino")
    enter(screen)
    assert str(database.undo().label) == "Checked in Aino Laine"
    assert screen.present_label.text() == "0"


def test_the_room_sees_the_counts_and_the_prompt(screen, database, evening, qtbot):
    with qtbot.waitSignal(screen.room_changed):
        screen.show_stage(
            StageRow(1, "check_in", "Check-in", "Find your name", "", 30, None, None, None, 0)
        )
    type_in(screen, "aino")
    with qtbot.waitSignal(screen.room_changed):
        enter(screen)
    slide = screen.slide()
    assert (slide.present, slide.registered, slide.prompt) == (1, 2, "Find your name")
    assert (slide.by_sector[0].sector, slide.by_sector[0].count) == ("C", 1)


def test_an_empty_list_offers_to_import_one(qtbot, theme, tmp_path):
    database = open_database(tmp_path / "empty.kdc", lambda: EVENING)
    with database.edit(lazy("Planned an evening")) as edit:
        planned = Session(title="Evening", starts_at=STARTS)
        edit.add(planned)
        edit.flush()
        evening_id = planned.id
    screen = CheckInScreen(theme, database, evening_id, PEOPLE.sheets, Jobs())
    qtbot.addWidget(screen)
    screen.show()
    assert screen.stack.currentWidget().accessibleName() == "Who is coming?"
    database.close()


def test_the_result_model_keeps_qts_rules(screen):
    QAbstractItemModelTester(screen.finder.results_list.model())
    type_in(screen, "aino")
    assert "Enter checks in" in screen.finder.results_list.model().index(0).data()


def test_the_sector_is_chosen_with_tab_and_arrows_and_enter_adds(screen, database, evening):
    type_in(screen, "Tuuli Aalto, Wind Works")
    QTest.keyClick(screen.find_edit, Qt.Key.Key_Tab)
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Left)
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Left)
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    row = questions.attendances(database, evening)[-1]
    assert (row.name, row.sector) == ("Tuuli Aalto", "T")
    assert screen.find_edit.hasFocus()


def test_enter_never_takes_another_when_a_whole_name_is_typed(screen, database, evening):
    people.add_person(database, "Eino Öhman-Salo")
    type_in(screen, "eino ohman")
    enter(screen)
    type_in(screen, "eino ohman")
    assert screen.finder.chosen.name == "Eino Öhman"
    QTest.keyClick(screen.find_edit, Qt.Key.Key_Escape)
    type_in(screen, "eino")
    assert screen.finder.chosen.name == "Eino Öhman-Salo"


def test_of_those_who_come_and_go_only_they_are_read_and_the_list_is_as_read_anew(
    screen, database, evening, monkeypatch
):
    asked: list[set[int] | None] = []
    whole = questions.attendances

    def counting(of: Database, session_id: int, only: set[int] | None = None) -> object:
        asked.append(only)
        return whole(of, session_id, only)

    monkeypatch.setattr(questions, "attendances", counting)
    first, second = (row.person_id for row in whole(database, evening))
    door.check_in(database, evening, first)
    door.check_in(database, evening, second)
    door.leave(database, evening, first)
    database.undo()
    assert [only and len(only) for only in asked] == [1, 1, 1, 1]
    assert screen._reader.rows == whole(database, evening)
    assert list(screen.attendance_table.model().sourceModel().rows) == whole(database, evening)
    type_in(screen, "Maija Uusi")
    enter(screen)
    assert asked[-1] is None
    assert screen._reader.rows == whole(database, evening)


def test_enter_looks_nobody_up_again_and_counts_those_it_has_read(screen, monkeypatch):
    type_in(screen, "ain")
    looked_up: list[str] = []
    search = screen.finder.door.search

    def counting(text: str) -> object:
        looked_up.append(text)
        return search(text)

    monkeypatch.setattr(screen.finder.door, "search", counting)
    assert not [each for each in queries_of(lambda: enter(screen)) if "count(" in each]
    assert (looked_up, screen.present_label.text()) == ([""], "1")
