"""An evening at whose door people arrive."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.attendance.check_in_screen import CheckInScreen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people import organisations, people
from kdc_desktop.storage import Database, open_database
from tests.rooms.empty_club import EVENING, plan_evening
from tests.rooms.guest_list import expect


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    ticks = iter(range(10_000))
    opened = open_database(tmp_path / "club.kdc", lambda: EVENING + timedelta(minutes=next(ticks)))
    yield opened
    opened.close()


@pytest.fixture
def evening(database: Database) -> int:
    evening_id = plan_evening(database)
    harbour = organisations.add_organisation(database, "Harbour Mobility", "C")
    aino = people.add_person(database, "Aino Laine", organisation_id=harbour)
    eino = people.add_person(database, "Eino Öhman")
    people.add_person(database, "Liisa Aho")
    expect(database, evening_id, [aino, eino])
    return evening_id


@pytest.fixture
def screen(qtbot: QtBot, theme: Theme, database: Database, evening: int) -> CheckInScreen:
    made = CheckInScreen(theme, database, evening, PEOPLE.sheets, Jobs())
    qtbot.addWidget(made)
    database.subscribe(made.on_changes)
    made.resize(900, 650)
    made.show()
    made.setFocus()
    qtbot.waitExposed(made)
    return made
