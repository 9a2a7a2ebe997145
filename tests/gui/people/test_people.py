"""People and organisations are found, corrected and forgotten in one place."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.gui_thread import GuiThread
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.jobs import Jobs
from kdc_desktop.model import Session
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.people.import_dialog import PeopleImportDialog
from kdc_desktop.screens.people.lists import Listed
from kdc_desktop.screens.people.people_screen import PeopleScreen
from kdc_desktop.services.attendance import door
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people import questions
from kdc_desktop.storage import Database, open_database
from tests.gui.audience.test_pictures_kept import paint_tiles
from tests.gui.test_jobs import wait_until
from tests.rooms.known_people import everybody

STARTS = datetime(2026, 11, 3, 18, 0, 0)
EVENING = Instant.of(STARTS, laptop_zone())


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "club.kdc", lambda: EVENING)
    gui = GuiThread()
    opened.deliver_through(gui.post)
    yield opened
    opened.close()


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.stop()


@pytest.fixture
def screen(
    qtbot: QtBot, theme: Theme, database: Database, tmp_path: Path, jobs: Jobs
) -> PeopleScreen:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = PeopleScreen(theme, database, PEOPLE, store, jobs)
    qtbot.addWidget(made)
    qtbot.addWidget(made.inspector())
    database.subscribe(made.on_changes)
    made.resize(900, 650)
    made.show()
    made.inspector().show()
    qtbot.waitExposed(made)
    return made


def add(screen: PeopleScreen, text: str) -> None:
    screen.start_adding()
    QTest.keyClicks(screen.add_edit, text)
    QTest.keyClick(screen.add_edit, Qt.Key.Key_Return)


def shown(screen: PeopleScreen) -> list[str]:
    model = screen.people_table.model()
    return [model.index(at, 0).data() for at in range(model.rowCount())]


def test_an_empty_club_offers_to_bring_people_in(screen, qtbot):
    assert screen.content.isHidden()
    qtbot.mouseClick(screen._empty.button, Qt.MouseButton.LeftButton)
    dialog = screen.findChild(PeopleImportDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_one_line_adds_a_person_with_their_organisation(screen, database):
    add(screen, "Aino Laine, City of Helsinki")
    row = everybody(database)[0]
    assert (row.name, row.organisation, row.sector) == ("Aino Laine", "City of Helsinki", "P")
    assert screen.people_table.current_row().name == "Aino Laine"
    assert screen.inspector().person.name_edit.text() == "Aino Laine"
    assert screen.summary_label.text() == (
        "1 person, 1 organisation, 0 residents without an organisation"
    )


def test_search_needs_no_accents(screen):
    add(screen, "Aino Laine")
    add(screen, "Eino Öhman")
    screen.search_edit.setFocus()
    QTest.keyClicks(screen.search_edit, "ohman")
    assert shown(screen) == ["Eino Öhman"]


def test_a_field_is_kept_when_it_is_left(screen, database, qtbot):
    add(screen, "Aino Laine")
    form = screen.inspector().person
    form.email_edit.setText("a@x.example")
    form.email_edit.editingFinished.emit()
    form.organisation_combo.setEditText("Kone Oy")
    form.organisation_combo.lineEdit().editingFinished.emit()
    form.department_combo.setEditText("R&D")
    form.department_combo.lineEdit().editingFinished.emit()
    row = everybody(database)[0]
    assert (row.email, row.organisation, row.department) == ("a@x.example", "Kone Oy", "R&D")
    form.organisation_combo.setEditText("")
    form.organisation_combo.lineEdit().editingFinished.emit()
    row = everybody(database)[0]
    assert (row.organisation, row.department, row.sector) == ("", "", "R")


def test_a_value_that_is_refused_is_taken_back_with_a_sentence(screen, database, qtbot):
    add(screen, "Aino Laine")
    form = screen.inspector().person
    form.name_edit.setText("  ")
    with qtbot.waitSignal(screen.problem) as told:
        form.name_edit.editingFinished.emit()
    assert told.args == ["Give the person a name."]
    assert form.name_edit.text() == "Aino Laine"


def test_somebody_is_forgotten_in_two_steps(screen, database, qtbot, jobs):
    with database.edit(lazy("Planned an evening")) as edit:
        evening = Session(title="Evening", starts_at=STARTS)
        edit.add(evening)
        edit.flush()
        evening_id = evening.id
    add(screen, "Aino Laine, Kone Oy")
    aino = everybody(database)[0].id
    door.check_in(database, evening_id, aino)
    form = screen.inspector().person
    assert form.remove_button.isHidden()
    assert form.confirm_button.isHidden()
    qtbot.mouseClick(form.forget_button, Qt.MouseButton.LeftButton)
    assert "cannot be undone" in form.confirm_label.text()
    note = paint_tiles("Aino Laine wants a ferry")
    assert note() is not None
    qtbot.mouseClick(form.confirm_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: not jobs.busy)
    assert note() is None
    assert shown(screen) == [f"Person {aino}"]
    assert form.name_edit.text() == f"Person {aino}"


def test_somebody_without_traces_can_be_removed(screen, database, qtbot):
    add(screen, "Aino Laine")
    qtbot.mouseClick(screen.inspector().person.remove_button, Qt.MouseButton.LeftButton)
    assert everybody(database) == []
    assert str(database.undo().label) == "Removed Aino Laine"
    assert shown(screen) == ["Aino Laine"]


def test_an_organisation_gets_departments_and_another_sector(screen, database, qtbot):
    add(screen, "Aino Laine")
    screen.show_kind(Listed.ORGANISATIONS)
    add(screen, "Harbour Mobility")
    form = screen.inspector().organisation
    QTest.keyClicks(form.department_edit, "Ferries")
    QTest.keyClick(form.department_edit, Qt.Key.Key_Return)
    form.sector_combo.setCurrentIndex(3)
    form.sector_combo.activated.emit(3)
    row = questions.organisations(database)[0]
    assert (row.name, row.sector, row.departments) == ("Harbour Mobility", "T", ("Ferries",))
    form.departments_list.item(0).setText("Boats")
    assert questions.departments(database)[0].name == "Boats"
    form.departments_list.setCurrentRow(0)
    QTest.keyClick(form.departments_list, Qt.Key.Key_Delete)
    assert questions.departments(database) == []
    qtbot.mouseClick(form.remove_button, Qt.MouseButton.LeftButton)
    assert questions.organisations(database) == []


def test_the_sector_of_several_organisations_is_chosen_at_once(screen, database, qtbot):
    for name in ("Zeta", "Yota", "Omega"):
        add(screen, f"Somebody of {name}, {name}")
    assert screen.summary_label.text().endswith("3 organisations without a known sector")
    screen.show_kind(Listed.ORGANISATIONS)
    screen.organisations_table.selectAll()
    combo = screen.inspector().several.sector_combo
    assert combo.isVisibleTo(screen.inspector())
    combo.activated.emit(combo.findData("A"))
    assert {row.sector for row in questions.organisations(database)} == {"A"}
    assert "known sector" not in screen.summary_label.text()
    database.undo()
    assert {row.sector for row in questions.organisations(database)} == {"?"}


def test_a_guessed_sector_that_is_picked_in_the_form_is_confirmed_once(screen, database):
    screen.show_kind(Listed.ORGANISATIONS)
    add(screen, "Oulu University")
    combo = screen.inspector().organisation.sector_combo
    for _again in range(2):
        combo.activated.emit(combo.currentIndex())
    assert str(database.undo().label) == "Changed Oulu University"
    assert str(database.next_steps()[0].label) == "Added Oulu University"
