"""What six hundred offers and needs cost: to match them, to show the wall, to note one more."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kdc_desktop.domain.offers.matching import matches
from kdc_desktop.domain.offers.states import OfferKind
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.offers.offers_screen import OffersScreen
from kdc_desktop.services.joined.offers import ROLES
from kdc_desktop.services.offers.noting import SaidOffer, note_all
from kdc_desktop.services.offers.rows import Holder
from kdc_desktop.services.offers.wall import offer_wall
from tests.benchmarks.conftest import Record, median_seconds
from tests.rooms.consortia_room import Room, make_room

SIZE = "300 people, 600 offers and needs"
THINGS = (
    *("yard", "bikes", "permit", "street", "funding", "pilot", "lab", "batteries", "developers"),
    *("storage", "winter", "schools", "harbour", "sensors", "designers", "kitchen", "data"),
    *("translators", "students", "roof", "greenhouse", "library", "tools", "drones", "logistics"),
    *("volunteers", "newsletter", "lawyers", "accounting", "machines", "timber", "concrete"),
    *("heat", "water", "waste", "elderly", "sports", "music", "maps", "ferries", "taxis", "wifi"),
)
WAYS = ("for a week", "in the harbour", "with two people", "for free", "until May", "from the city")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "club.kdc", people=300, organisations=40)
    lots = random.Random(1)
    said = []
    for at, person_id in enumerate(made.people):
        for kind in OfferKind:
            things = " and ".join(lots.sample(THINGS, lots.randint(1, 3)))
            text = f"{things} {lots.choice(WAYS)} {at}"
            said.append(SaidOffer(kind, text, Holder(person_id)))
    note_all(made.database, said, 1)
    yield made
    made.database.close()


def test_matching_and_the_wall(room: Room, record: Record) -> None:
    wall = offer_wall(room.database, 1, ROLES)
    took = median_seconds(lambda: matches(wall.offers, wall.needs), 7)
    record(f"offers: match | {SIZE}", took * 1000, "ms", None, "≤ 100 ms")
    took = median_seconds(lambda: offer_wall(room.database, 1, ROLES), 7)
    record(f"offers: read the wall | {SIZE}", took * 1000, "ms", None, "≤ 33 ms")


def test_a_need_is_noted_and_painted(qapp: QApplication, room: Room, record: Record) -> None:
    theme = Theme()
    screen = OffersScreen(theme, room.database, 1, Jobs(), ROLES)
    room.database.subscribe(screen.on_changes)
    screen.resize(1280, 720)
    screen.show()
    qapp.processEvents()
    numbers = iter(range(1000))

    def note() -> None:
        screen.needs_edit.setText(f"another need {next(numbers)}")
        screen.who_edit.setText("Aino Salmi, Harbour Mobility")
        QTest.keyClick(screen.needs_edit, Qt.Key.Key_Return)
        screen.repaint()

    took = median_seconds(note, 9)
    record(f"offers: Enter to painted | {SIZE}", took * 1000, "ms", None, "≤ 33 ms")
    screen.close()
