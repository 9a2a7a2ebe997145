"""Whoever the club does not know is added where they are named, as at the door."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from kdc_desktop.jobs import Jobs
from kdc_desktop.model import Member, Organisation, Person
from kdc_desktop.screens.consortia.project_dialog import ProjectDialog
from kdc_desktop.screens.kit.name_choice import NameChoice
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.offers.offers_screen import OffersScreen
from kdc_desktop.services.joined.offers import ROLES
from kdc_desktop.services.offers.questions import open_offers
from kdc_desktop.storage import Database
from tests.rooms.consortia_room import Room, make_room

K = Qt.Key
AINO = "Aino Laine, Harbour Mobility"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "club.kdc", people=2)
    yield made
    made.database.close()


@pytest.fixture
def dialog(qtbot: QtBot, room: Room) -> ProjectDialog:
    made = ProjectDialog(room.database)
    qtbot.addWidget(made)
    made.show()
    QTest.keyClicks(made.name_edit, "Night buses")
    return made


def enter(line: QLineEdit, text: str) -> None:
    QTest.keyClicks(line, text)
    if isinstance(line, NameChoice):
        line.completer().popup().hide()
    QTest.keyClick(line, K.Key_Return)


def known_as(database: Database, name: str) -> list[tuple[str, str | None]]:
    query = (
        select(Person.name, Organisation.name)
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .where(Person.name == name)
    )
    with database.read() as snapshot:
        return [(one, at) for one, at in snapshot.execute(query)]


def test_whoever_offers_something_is_added_when_enter_says_so_once_more(
    qtbot: QtBot, theme: Theme, room: Room
) -> None:
    screen = OffersScreen(theme, room.database, 1, Jobs(), ROLES)
    qtbot.addWidget(screen)
    room.database.subscribe(screen.on_changes)
    screen.show()
    told: list[str] = []
    screen.problem.connect(told.append)
    enter(screen.who_edit, AINO)
    enter(screen.offers_edit, "a yard")
    assert told == [
        "The club does not know “Aino Laine” of “Harbour Mobility”. Press Enter again to add them."
    ]
    assert known_as(room.database, "Aino Laine") == []
    QTest.keyClick(screen.who_edit, K.Key_Return)
    assert known_as(room.database, "Aino Laine") == [("Aino Laine", "Harbour Mobility")]
    with room.database.read() as snapshot:
        assert [row.text for row in open_offers(snapshot)] == ["a yard"]


def test_another_name_is_asked_about_anew(qtbot: QtBot, dialog: ProjectDialog, room: Room) -> None:
    QTest.keyClicks(dialog.owner_edit, "Aino Lane")
    qtbot.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    dialog.owner_edit.setText("Aino Laine")
    qtbot.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.problem_label.text().startswith("The club knows nobody called “Aino Laine”.")
    qtbot.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert known_as(room.database, "Aino Lane") == []
    assert known_as(room.database, "Aino Laine") == [("Aino Laine", None)]


def test_a_project_takes_an_organisation_that_is_new_and_that_of_somebody_new(
    qtbot: QtBot, dialog: ProjectDialog, room: Room
) -> None:
    for line in ("Tram Works", AINO):
        enter(dialog.member_edit, line)
        QTest.keyClick(dialog.member_edit, K.Key_Return)
    qtbot.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    query = select(Organisation.name).join(Member, Member.organisation_id == Organisation.id)
    with room.database.read() as snapshot:
        assert list(snapshot.scalars(query.order_by(Member.id))) == [
            "Tram Works",
            "Harbour Mobility",
        ]
    assert known_as(room.database, "Aino Laine") == [("Aino Laine", "Harbour Mobility")]
