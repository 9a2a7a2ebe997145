"""Thousands of people come after the screen, and nothing that is done meanwhile is lost."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kdc_desktop.i18n import lazy
from kdc_desktop.jobs import Jobs
from kdc_desktop.model.people import Person
from kdc_desktop.screens.kit.rows import RowModel
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.people.people_screen import PeopleScreen
from kdc_desktop.screens.people.pointing import point_at_listed
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.kit.many import MANY
from kdc_desktop.storage import Database, open_database
from tests.rooms.big_club import EVENING, fill_big_club
from tests.rooms.known_people import everybody

KNOWN = 700


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "club.kdc", lambda: EVENING)
    fill_big_club(opened, 0, KNOWN)
    yield opened
    opened.close()


@pytest.fixture
def screen(qtbot: QtBot, theme: Theme, database: Database, tmp_path: Path) -> PeopleScreen:
    """The screen as it is shown first, before the window has had its turn."""
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = PeopleScreen(theme, database, PEOPLE, store, Jobs())
    qtbot.addWidget(made)
    qtbot.addWidget(made.inspector())
    database.subscribe(made.on_changes)
    made.resize(900, 650)
    made.show()
    return made


def rows_shown(screen: PeopleScreen) -> int:
    return screen.people_table.model().rowCount()


def test_the_screen_is_shown_before_its_rows_are_read(screen, qtbot):
    assert (rows_shown(screen), screen.is_painted) == (0, False)
    assert screen.content.isVisible()
    assert screen._empty.isHidden()
    assert screen.summary_label.text() == screen.people_table.empty_text == "Reading the list …"
    qtbot.waitUntil(lambda: screen.is_painted)
    assert rows_shown(screen) == KNOWN
    assert screen.summary_label.text() == (
        "700 people, 28 organisations, 140 residents without an organisation"
    )
    assert screen.people_table.empty_text == "Nothing found."


def test_what_is_searched_meanwhile_is_found_when_the_rows_have_come(screen, qtbot):
    screen.search_edit.setFocus()
    QTest.keyClicks(screen.search_edit, "aino salmi 3")
    assert rows_shown(screen) == 0
    qtbot.waitUntil(lambda: screen.is_painted)
    assert [row.name for row in screen.people_table.filter.rows_at(range(rows_shown(screen)))] == [
        "Aino Salmi 3"
    ]


def test_somebody_who_is_added_meanwhile_is_shown_and_selected(screen):
    QTest.keyClicks(screen.add_edit, "Aamu Uusi, Works 2")
    QTest.keyClick(screen.add_edit, Qt.Key.Key_Return)
    assert rows_shown(screen) == KNOWN + 1
    assert screen.people_table.current_row().name == "Aamu Uusi"


def test_an_undo_leads_to_somebody_whose_row_has_not_come(screen, database, qtbot):
    row = everybody(database)[-1]
    point_at_listed(screen, {"person": {row.id: {}}})
    qtbot.waitUntil(lambda: screen.is_painted)
    assert screen.people_table.selected_rows() == [row]


def bring(database: Database, count: int) -> None:
    with database.edit(lazy("Brought people")) as edit:
        edit.add_all(Person(name=f"Newcomer {n}", created_at=database.now()) for n in range(count))


def test_many_who_come_at_once_are_read_in_turns_and_a_few_at_once(screen, database, qtbot):
    qtbot.waitUntil(lambda: screen.is_painted)
    bring(database, 3)
    assert rows_shown(screen) == KNOWN + 3
    bring(database, MANY)
    assert (rows_shown(screen), screen.is_painted) == (KNOWN + 3, False)
    assert screen.summary_label.text().startswith("703 people")
    qtbot.waitUntil(lambda: screen.is_painted)
    assert rows_shown(screen) == KNOWN + 3 + MANY
    assert screen.summary_label.text().startswith("1,203 people")


def test_who_is_changed_while_many_are_read_is_shown_and_pointed_at(screen, database, qtbot):
    qtbot.waitUntil(lambda: screen.is_painted)
    bring(database, MANY)
    row = everybody(database)[0]
    point_at_listed(screen, {"person": {row.id: {}}})
    bring(database, 1)
    assert (rows_shown(screen), screen.is_painted) == (KNOWN + MANY + 1, True)
    assert screen.people_table.selected_rows() == [row]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[int]:
    """How often a list was asked what can be done with a cell, by column."""
    counts, flags = Counter[int](), RowModel.flags

    def counting(model: RowModel[Any], index: QModelIndex) -> Qt.ItemFlag:
        counts[index.column()] += 1
        return flags(model, index)

    monkeypatch.setattr(RowModel, "flags", counting)
    return counts


def test_a_column_is_not_looked_through_to_paint_its_heading(asked, screen, qtbot):
    qtbot.waitUntil(lambda: screen.is_painted)
    screen.grab()
    asked.clear()
    screen.people_table.selectAll()
    screen.grab()
    assert len(screen.people_table.selected_rows()) == KNOWN
    assert 0 < max(asked.values()) < 100  # those that are seen
