"""Every finder and filter finds by `domain.kit.sought`, so that all find the same."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QAction

from kdc_desktop.audience.polls.kiosk.pick_page import found, next_keys
from kdc_desktop.domain.people.finding import PeopleIndex
from kdc_desktop.screens.board.author_edit import AuthorEdit
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.screens.people.person_form import PersonForm
from kdc_desktop.screens.polls.choices import ChoiceList
from kdc_desktop.screens.window.ranking import ranked
from kdc_desktop.services.board.rows import AuthorRow
from kdc_desktop.services.people.rows import OrganisationRow, PersonRow
from kdc_desktop.services.polls.rows import ChoiceRow, VoterRow

SOURCES = Path(__file__).parents[2] / "kdc_desktop"
TYPED = ("obrien anna", "mueller", "annamaija", "muller o'brien")
NAME = "Anna-Maija O’Brien Müller"


def test_no_screen_folds_for_itself_what_is_looked_for():
    pattern = re.compile(r"\bfold\([^)]*\)\.split\(\)")
    finders = {
        str(file.relative_to(SOURCES))
        for floor in ("screens", "audience")
        for file in (SOURCES / floor).rglob("*.py")
        if pattern.search(file.read_text())
    }
    assert finders == {
        "audience/polls/kiosk/pick_page.py",  # the next letters of what is typed
        "screens/attendance/door.py",  # whether a whole name is typed
    }


@pytest.mark.parametrize("typed", TYPED)
def test_lists_of_people_find(typed):
    voter = VoterRow(1, NAME, "", "R", "", None)
    author = AuthorRow(1, NAME, "", "R")
    assert found([voter], typed) == [voter]
    assert PeopleIndex([author]).search(typed) == [author]


@pytest.mark.parametrize("typed", TYPED)
def test_tables_palette_and_choices_find(qtbot, typed):
    table, choices, action = RowTable(), ChoiceList(), QAction(NAME)
    model = RowModel([Column("name", "Name", str)], key=str)
    qtbot.addWidget(table)
    qtbot.addWidget(choices)
    table.show_model(model)
    model.set_rows([NAME, "Aino Laine"])
    table.search(typed)
    choices.show_choices([ChoiceRow(1, NAME, ""), ChoiceRow(2, "Aino Laine", "")], ())
    choices.search(typed)
    table.selectAll()
    assert (table.selected_rows(), choices.found) == ([NAME], (1,))
    assert ranked(typed, [action, QAction("Aino Laine")], {}, {}) == [action]


def test_authors_are_offered_while_their_name_is_typed_in_any_way(qtbot):
    edit = AuthorEdit()
    qtbot.addWidget(edit)
    edit.ask_for_people(lambda: [AuthorRow(1, "Aino Laine", "", "R"), AuthorRow(2, NAME, "", "R")])
    edit.show()
    qtbot.keyClicks(edit, "mueller anna")
    offered = edit.completer().completionModel()
    assert [offered.index(at, 0).data() for at in range(offered.rowCount())] == [NAME]
    edit.accept_text()
    assert edit.author == AuthorRow(2, NAME, "", "R")


def test_the_letters_of_the_kiosk_lead_over_an_apostrophe():
    voter = VoterRow(1, "Sean O'Brien", "", "R", "", None)
    assert "B" in next_keys([voter], "o")
    assert found([voter], "obr") == [voter]


def test_an_organisation_is_offered_while_it_is_typed_in_any_way(qtbot):
    form = PersonForm()
    qtbot.addWidget(form)
    names = ("Müller Bau", "Harbour Works")
    form.set_organisations([OrganisationRow(at, n, "C", "", 1, ()) for at, n in enumerate(names)])
    form.show_row(PersonRow(1, "Aino", "", None, "", None, "", "R", "", 0, None))
    form.show()
    line = form.organisation_combo.lineEdit()
    qtbot.keyClicks(line, "bau mueller")
    offered = line.completer().completionModel()
    assert [offered.index(at, 0).data() for at in range(offered.rowCount())] == ["Müller Bau"]
