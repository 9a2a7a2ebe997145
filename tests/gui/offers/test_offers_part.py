"""What somebody offers and needs stands in their panel, and is noted, changed and ended there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.offers.states import OfferEnd, OfferKind
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.offers.offers_part import OffersPart
from kdc_desktop.screens.people.lists import Listed
from kdc_desktop.screens.people.people_screen import PeopleScreen
from kdc_desktop.screens.people.pointing import point_at_listed
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.offers.meeting_needs import match_offer
from kdc_desktop.services.offers.noting import SaidOffer, note_all
from kdc_desktop.services.offers.questions import every_offer
from kdc_desktop.services.offers.rows import Holder, OfferRow
from tests.rooms.consortia_room import Room, make_room

K = Qt.Key


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.stop()


@pytest.fixture
def screen(qtbot: QtBot, theme: Theme, room: Room, tmp_path: Path, jobs: Jobs) -> PeopleScreen:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = PeopleScreen(theme, room.database, PEOPLE, store, jobs)
    parts = (OffersPart(room.database, made), OffersPart(room.database, made))
    made.inspector().add_part(*parts)
    qtbot.addWidget(made)
    qtbot.addWidget(made.inspector())
    room.database.subscribe(made.on_changes)
    made.resize(900, 650)
    made.show()
    made.inspector().show()
    return made


def part_of(screen: PeopleScreen, form: str) -> OffersPart:
    inspector = screen.inspector()
    shown = {"person": inspector.person, "organisation": inspector.organisation}[form]
    part = shown.findChild(OffersPart)
    assert part is not None
    return part


def said(room: Room) -> list[OfferRow]:
    with room.database.read() as snapshot:
        return list(every_offer(snapshot))


def do(part: OffersPart, name: str) -> None:
    action = part.said_list.findChild(QAction, f"act_{name}")
    assert action is not None
    action.trigger()


def test_offers_and_needs_of_a_person_are_noted_changed_and_ended_in_the_panel(
    screen: PeopleScreen, room: Room
) -> None:
    screen.people_table.select_key(room.people[0])
    part = part_of(screen, "person")
    assert part.said_list.isHidden()
    QTest.keyClicks(part.offers_edit, "a yard; a van")
    QTest.keyClick(part.offers_edit, K.Key_Return)
    QTest.keyClicks(part.needs_edit, "a permit")
    QTest.keyClick(part.needs_edit, K.Key_Return)
    assert [(row.kind, row.text, row.session_id) for row in said(room)] == [
        (OfferKind.OFFER, "a yard", None),
        (OfferKind.OFFER, "a van", None),
        (OfferKind.NEED, "a permit", None),
    ]
    assert (part.offers_edit.text(), part.said_list.count()) == ("", 3)
    part.said_list.setCurrentRow(1)
    part.said_list.item(1).setText("a large van")
    do(part, "offer_came_about")
    row = said(room)[1]
    assert (row.text, row.end) == ("a large van", OfferEnd.CAME_ABOUT)
    assert part.said_list.item(2).text() == "a large van"
    part.said_list.setCurrentRow(2)
    do(part, "bring_offer_back")
    assert said(room)[1].ended_on is None
    part.said_list.setCurrentRow(0)
    QTest.keyClick(part.said_list, K.Key_Delete)
    assert [row.text for row in said(room)] == ["a large van", "a permit"]


def test_what_is_said_twice_is_refused_and_stays_in_its_line(
    qtbot: QtBot, screen: PeopleScreen, room: Room
) -> None:
    screen.people_table.select_key(room.people[0])
    part = part_of(screen, "person")
    for _time in range(2):
        QTest.keyClicks(part.offers_edit, "a yard")
        QTest.keyClick(part.offers_edit, K.Key_Return)
    assert (part.offers_edit.text(), len(said(room))) == ("a yard", 1)
    screen.people_table.select_key(room.people[1])
    assert (part.offers_edit.text(), part.said_list.isHidden()) == ("", True)


def test_the_panel_tells_where_it_was_said_and_who_has_met_it(
    screen: PeopleScreen, room: Room
) -> None:
    city = Holder(None, room.organisations[1])
    (need,) = note_all(room.database, [SaidOffer(OfferKind.NEED, "a yard", city)], 1)
    mine = [SaidOffer(OfferKind.OFFER, "my yard", Holder(room.people[0]))]
    (offer,) = note_all(room.database, mine, 1)
    screen.show_kind(Listed.ORGANISATIONS)
    screen.organisations_table.select_key(room.organisations[1])
    part = part_of(screen, "organisation")
    told = "Needs: a yard. Said on 03.11.2026 in “Winter evening”."
    item = part.said_list.item(0)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == told
    match_offer(room.database, offer, need, 1)
    item = part.said_list.item(0)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == f"{told} Met by Aino Salmi."


def test_undo_leads_to_whose_offer_it_was(screen: PeopleScreen, room: Room) -> None:
    rows = {"offer": {1: {"person_id": room.people[3], "organisation_id": None}}}
    point_at_listed(screen, rows)
    assert [row.id for row in screen.people_table.selected_rows()] == [room.people[3]]
