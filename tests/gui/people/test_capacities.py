"""The panel of an organisation: how large it is, and in how many groups it can be."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QInputDialog
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.domain.people.states import OrganisationSize
from kdc_desktop.screens.people.lists import Listed
from kdc_desktop.screens.people.organisation_form import OrganisationForm
from kdc_desktop.screens.people.people_screen import PeopleScreen
from kdc_desktop.services.people import capacities, organisations, questions


@pytest.fixture
def form(club: Club) -> OrganisationForm:
    key = organisations.add_organisation(club.database, "City", "P")
    organisations.add_department(club.database, key, "Transport")
    club.window.show()
    club.window.go("people")
    shown = club.window.screen_shown
    assert isinstance(shown, PeopleScreen)
    shown.show_kind(Listed.ORGANISATIONS)
    shown.organisations_table.select_key(key)
    QApplication.processEvents()
    return shown._inspector.organisation


def test_size_and_groups_are_chosen_by_keys(
    club: Club, form: OrganisationForm, qtbot: QtBot
) -> None:
    assert (form.size_combo.currentText(), form.groups_combo.currentText()) == (
        *("Not known", "No limit"),
    )
    form.size_combo.setFocus()
    qtbot.keyClicks(form.size_combo, "Small")
    qtbot.keyClick(form.size_combo, Qt.Key.Key_Return)
    form.groups_combo.setFocus()
    qtbot.keyClicks(form.groups_combo, "2")
    qtbot.keyClick(form.groups_combo, Qt.Key.Key_Return)
    (row,) = questions.organisations(club.database)
    assert (row.size, row.most_groups) == (OrganisationSize.SMALL, 2)


def test_a_limit_that_is_not_offered_is_shown(club: Club, form: OrganisationForm) -> None:
    capacities.limit_groups(club.database, 1, 42)
    QApplication.processEvents()
    assert form.groups_combo.currentText() == "42"


def test_a_department_is_asked_for_its_groups(
    club: Club, form: OrganisationForm, qtbot: QtBot
) -> None:
    form.departments_list.setCurrentRow(0)
    form._limit_department()
    dialog = form.findChild(QInputDialog)
    assert dialog is not None
    dialog.setTextValue("1")
    dialog.accept()
    QApplication.processEvents()
    (part,) = questions.departments(club.database, 1)
    assert part.most_groups == 1
    assert form.limits_label.text() == "Transport: in 1 group at most."
