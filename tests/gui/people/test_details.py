"""Phone, job title, interests and consents of somebody are seen, corrected, listed and found."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kdc_desktop.services.people import people
from kdc_desktop.services.people.consents import consents_of
from kdc_desktop.services.people.rows import PersonDetails
from kdc_desktop.storage import Database
from tests.gui.people.test_people import database, jobs, screen, shown  # noqa: F401 - fixtures
from tests.rooms.known_people import somebody


@pytest.fixture
def two(screen, database: Database):  # noqa: F811
    """Aino is selected, and Eero has a phone and a job title."""
    aino = people.add_person(database, "Aino Laine")
    details = PersonDetails("050 77 88", "Head of mobility", "")
    people.add_person(database, "Eero Salmi", details=details)
    screen.table.select_key(aino)
    return aino, screen.inspector().person


def type_into(field, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def columns(screen) -> list[str]:  # noqa: F811
    table, model = screen.people_table, screen.people_table.model()
    return [
        model.headerData(at, Qt.Orientation.Horizontal)
        for at in range(model.columnCount())
        if not table.isColumnHidden(at)
    ]


def test_what_is_typed_in_the_panel_is_kept_and_listed_once_somebody_has_it(two, screen, database):  # noqa: F811
    aino, form = two
    assert columns(screen)[6:] == ["Department", "Phone", "Job title"]
    for field, text in (
        (form.phone_edit, "040 123"),
        (form.job_title_edit, "Planner"),
        (form.interests_edit, "trams, ferries"),
    ):
        type_into(field, text)
    assert somebody(database, aino).details == ("040 123", "Planner", "trams, ferries")
    assert columns(screen)[6:] == ["Department", "Phone", "Job title", "Interests"]
    database.undo()
    assert form.interests_edit.text() == ""


@pytest.mark.parametrize("sought", ["77 88", "mobility"])
def test_people_are_found_by_phone_and_job_title(two, screen, sought):  # noqa: F811
    screen.search_edit.setText(sought)
    assert shown(screen) == ["Eero Salmi"]


def choose(combo, at: int) -> None:
    combo.setFocus()
    combo.setCurrentIndex(at)
    combo.activated.emit(at)


def test_a_consent_is_chosen_with_how_it_is_known_and_told_in_a_sentence(two, database):  # noqa: F811
    aino, form = two
    assert form.consents_label.text() == (
        "May be contacted: not asked yet.\nMay be photographed: not asked yet."
    )
    form.source_edit.setText("told at the door")
    choose(form.photograph_combo, 0)
    assert form.source_edit.text() == ""
    choose(form.contact_combo, 1)
    assert form.consents_label.text() == (
        "May be contacted: no, since 03.11.2026.\n"
        "May be photographed: yes, since 03.11.2026, told at the door."
    )
    choose(form.photograph_combo, 1)
    assert "May be photographed: no, since 03.11.2026." in form.consents_label.text()
    assert "May be photographed: yes, since 03.11.2026, told at" in form.consents_label.toolTip()
    database.undo()
    assert form.photograph_combo.currentText() == "Yes"
    assert len(consents_of(database, aino)) == 2


def test_what_is_typed_of_how_it_is_known_stays_for_the_next_person(two, screen):  # noqa: F811
    _aino, form = two
    form.source_edit.setText("on a form")
    screen.people_table.selectAll()
    screen.people_table.selectRow(1)
    assert form.name_edit.text() == "Eero Salmi"
    assert form.source_edit.text() == "on a form"
