"""At the door nobody is taken for another: codes, namesakes, and who comes first."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kdc_desktop.domain.kit.sought import Sought
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Attendance
from kdc_desktop.screens.attendance.door import MOST_FOUND, Door
from kdc_desktop.screens.attendance.found import DoorChoice
from kdc_desktop.services.attendance import door, questions
from kdc_desktop.services.people import organisations, people
from kdc_desktop.services.people.rows import ContactRow
from tests.gui.attendance.hands import enter, states, type_in
from tests.rooms.guest_list import expect
from tests.rooms.statements import queries_of

BEFORE = {"Aino Laine": "registered", "Eino Öhman": "registered"}


def choices(screen):
    model = screen.finder.results_list.model()
    return [model.row(at) for at in range(model.rowCount())]


@pytest.mark.parametrize(
    "code", ["8F3K2", "8f3k2", "4006381333931", "AB-12", "HKTR", "https://x.example/t/9", "#77"]
)
def test_a_code_that_nobody_has_is_no_person(screen, database, evening, qtbot, code):
    type_in(screen, code)
    assert choices(screen)[0].choice is DoorChoice.UNKNOWN_CODE
    with qtbot.waitSignal(screen.problem) as told:
        enter(screen)
    assert code in told.args[0]
    assert "Find them by name" in told.args[0]
    enter(screen)  # a reader may send two
    assert states(database, evening) == BEFORE
    assert screen.find_edit.selectedText() == screen.find_edit.text(), "it is free for the name"
    with qtbot.waitSignal(screen.said) as told:
        type_in(screen, "ain")
    assert told.args == [""], "what was said of the code is over"
    enter(screen)
    assert states(database, evening)["Aino Laine"] == "present"


def test_a_code_asks_for_the_name_of_a_walk_in(screen, database, evening):
    type_in(screen, "8F3K2")
    QTest.keyClick(screen.find_edit, Qt.Key.Key_Down)
    assert screen.finder.chosen.choice is DoorChoice.NAME_WANTED
    enter(screen)
    assert (screen.find_edit.text(), states(database, evening)) == ("", BEFORE)
    type_in(screen, "Bo Ek")
    enter(screen)
    assert states(database, evening)["Bo Ek"] == "present"


def test_a_word_in_capitals_is_added_only_when_that_is_chosen(screen, database, evening):
    type_in(screen, "KAVE")
    enter(screen)
    assert states(database, evening) == BEFORE
    QTest.keyClick(screen.find_edit, Qt.Key.Key_Down)
    enter(screen)
    assert states(database, evening)["KAVE"] == "present"


def test_no_key_and_no_verb_makes_a_person_of_a_code(screen, database, evening, qtbot):
    type_in(screen, "8F3K2")
    with qtbot.waitSignal(screen.problem):
        QTest.keyClick(screen.find_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    with pytest.raises(UserError):
        door.walk_in(database, evening, "8F3K2, Harbour Mobility")
    assert states(database, evening) == BEFORE


def test_people_are_found_by_their_address(screen, database, evening):
    people.add_person(database, "Liisa Aho", email="liisa@works.example")
    type_in(screen, "liisa@works.example")
    assert choices(screen)[0].name == "Liisa Aho"
    screen.find_edit.selectAll()
    type_in(screen, "nobody@works.example")
    assert choices(screen)[0].choice is DoorChoice.UNKNOWN_CODE


def test_a_badge_that_reads_as_a_name_does_not_come_before_the_name(screen, database, evening):
    (aino, eino) = questions.attendances(database, evening)
    with database.edit(lazy("Gave out badge codes")) as edit:
        edit.get_one(Attendance, eino.id).badge = "AINO"
        edit.get_one(Attendance, aino.id).badge = "K7PQ"
    type_in(screen, "aino")
    assert [one.name for one in choices(screen)] == ["Aino Laine", "Eino Öhman"]
    screen.find_edit.selectAll()
    type_in(screen, "k7pq")
    assert choices(screen)[0].name == "Aino Laine"


def test_those_expected_come_first_then_those_unknown_to_the_list_then_those_here(
    screen, database, evening
):
    for name in ("Aila Here", "Aila Gone", "Aila Expected"):
        expect(database, evening, [people.add_person(database, name)])
    rows = {row.name: row.person_id for row in questions.attendances(database, evening)}
    for name in ("Aila Here", "Aila Gone"):
        door.check_in(database, evening, rows[name])
    door.leave(database, evening, rows["Aila Gone"])
    for number in range(40):
        people.add_person(database, f"Aila Away {chr(65 + number % 26)}{number}")
    type_in(screen, "aila")
    names = [one.name for one in choices(screen)]
    assert names[:2] == ["Aila Expected", "Aila Gone"]
    assert all("Away" in name for name in names[2:5])


def test_the_name_of_who_is_here_lets_in_nobody_of_another_name(screen, database, evening):
    metropolia = organisations.add_organisation(database, "Metropolia", "A")
    korhonen = people.add_person(database, "Elias Korhonen", organisation_id=metropolia)
    expect(database, evening, [korhonen])
    door.walk_in(database, evening, "Elias Mäkelä, Aalto")
    type_in(screen, "elias m")
    assert choices(screen)[0].is_here
    enter(screen)
    assert states(database, evening)["Elias Korhonen"] == "registered"


def test_two_people_of_one_name_and_house_are_told_apart_in_finder_and_list(
    screen, database, evening
):
    harbour = organisations.organisation_called
    with database.read() as snapshot:
        harbour_id = harbour(snapshot, "Harbour Mobility").id
    twins = [
        people.add_person(database, "Eeva Salo", organisation_id=harbour_id, email=email)
        for email in ("eeva.s@works.example", "salo@works.example")
    ]
    expect(database, evening, twins)
    type_in(screen, "eeva")
    assert [one.apart for one in choices(screen)[:2]] == [
        "eeva.s@works.example",
        "salo@works.example",
    ]
    rows = [row for row in questions.attendances(database, evening) if row.name == "Eeva Salo"]
    assert {row.apart for row in rows} == {"eeva.s@works.example", "salo@works.example"}
    QTest.keyClick(screen.find_edit, Qt.Key.Key_Down)
    enter(screen)
    told = {row.person_id: (row.apart, row.state) for row in screen._reader.rows}
    assert told[twins[0]] == ("eeva.s@works.example", "present")


@pytest.mark.parametrize("typed", ["aino", "Aino "])
def test_of_namesakes_enter_lets_in_nobody_until_one_is_chosen(
    screen, database, evening, qtbot, typed
):
    expect(database, evening, [people.add_person(database, "Aino Mäkinen")])
    before = states(database, evening)
    type_in(screen, typed)
    with qtbot.waitSignal(screen.said) as told:
        enter(screen)
    assert told.args == ["Several people fit: choose one with the arrow keys."]
    assert (states(database, evening), screen.find_edit.text()) == (before, typed)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(screen.find_edit, key)
    assert states(database, evening) == {**before, "Aino Mäkinen": "present"}
    type_in(screen, "aino")
    enter(screen)
    assert states(database, evening)["Aino Laine"] == "present", "who is here is not meant"


@pytest.mark.parametrize("typed", ["aino ma", "Aino Makinen", "maki"])
def test_a_namesake_is_let_in_at_once_by_what_only_they_have(screen, database, evening, typed):
    expect(database, evening, [people.add_person(database, "Aino Mäkinen")])
    type_in(screen, typed)
    enter(screen)
    assert states(database, evening) == {**BEFORE, "Aino Mäkinen": "present"}


def test_of_namesakes_nobody_leaves_who_is_selected_in_the_list_while_a_name_is_typed(
    screen, database, evening
):
    expect(database, evening, [people.add_person(database, "Aino Mäkinen")])
    screen.attendance_table.selectAll()
    type_in(screen, "aino")
    assert screen._admitting.nobody_to_come() == "Select somebody who is not here first."


def test_namesakes_are_told_apart_by_when_they_were_last_here_and_else_numbered(database, evening):
    first, second, third = (people.add_person(database, "Eeva Salo") for _each in range(3))
    door.check_in(database, evening, first)
    expect(database, evening, [second, third])
    apart = {row.person_id: row.apart for row in questions.attendances(database, evening)}
    day = date(2026, 11, 3)
    assert apart[first].endswith("no. 1")
    assert f"{day.year}" in apart[first]
    assert apart[second] != apart[third]


def test_of_people_of_different_names_no_more_is_asked(database, evening):
    plain = len(queries_of(lambda: questions.attendances(database, evening)))
    people.add_person(database, "Aino Laine")
    assert len(queries_of(lambda: questions.attendances(database, evening))) == plain


def test_somebody_else_of_a_name_that_is_here_is_added_and_told_apart(screen, database, evening):
    for shift in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        type_in(screen, "Aino Laine, Harbour Mobility")
        QTest.keyClick(screen.find_edit, Qt.Key.Key_Return, shift)
    ainos = [row for row in questions.attendances(database, evening) if row.name == "Aino Laine"]
    assert [row.state for row in ainos] == ["present", "present"]
    assert len({row.apart for row in ainos}) == 2


@pytest.mark.parametrize("typed", ["102", "&àé", " 102"])
def test_a_badge_is_known_also_where_digits_are_typed_without_shift(
    screen, database, evening, typed
):
    with database.edit(lazy("Badge")) as edit:
        listed = {row.name: row.id for row in questions.attendances(database, evening)}
        edit.get_one(Attendance, listed["Eino Öhman"]).badge = "102"
    door.walk_in(database, evening, "Ea Berg")
    screen.find_edit.setText(typed)  # QTest has no keys of other layouts
    enter(screen)
    assert states(database, evening)["Eino Öhman"] == "present"


@pytest.mark.parametrize("typed", ["eino 113", "113 Eino", "Eino, 113", "ohman 113"])
def test_a_name_with_the_badge_of_who_bears_it_is_that_person(screen, database, evening, typed):
    with database.edit(lazy("Badge")) as edit:
        listed = {row.name: row.id for row in questions.attendances(database, evening)}
        edit.get_one(Attendance, listed["Eino Öhman"]).badge = "113"
    door.walk_in(database, evening, "Ea Berg")
    type_in(screen, typed)
    assert all(one.choice is DoorChoice.PERSON for one in choices(screen))
    enter(screen)
    assert states(database, evening) == {**BEFORE, "Ea Berg": "present", "Eino Öhman": "present"}


def test_marks_that_nobody_sees_are_in_no_name(screen, database, evening):
    door.walk_in(database, evening, "Bo\u202e Ek\u200b, Har\u00adbour Mobi\ufefflity")
    row = next(row for row in questions.attendances(database, evening) if row.name[0] == "B")
    assert (row.name, row.organisation) == ("Bo Ek", "Harbour Mobility")


def test_of_thousands_found_only_as_many_are_ranked_as_are_shown(monkeypatch):
    guests = [ContactRow(at, f"Aino Laine {at}", "", "R", "", "") for at in range(2000)]
    finds = Door(lambda: guests)
    assert len(list(finds.get_ready())) > 1, "in steps, so that the window has its turn"
    looked, begins = list[str](), Sought.begins_in

    def counted(sought: Sought, there: str) -> bool:
        looked.append(there)
        return begins(sought, there)

    monkeypatch.setattr(Sought, "begins_in", counted)
    assert len(finds.search("a")) == MOST_FOUND + 1, "and somebody new"
    assert len(looked) < 50
