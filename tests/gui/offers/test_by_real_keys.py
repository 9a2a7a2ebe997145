"""Open needs are read aloud and filled in the window itself, by the keys that hands press."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from kdc_desktop.app import Club, Program
from kdc_desktop.audience.offers.need_slide import NeedSlide
from kdc_desktop.audience.offers.offers_slide import OffersSlide
from kdc_desktop.domain.offers.stages import OFFERS
from kdc_desktop.domain.offers.states import OfferKind
from kdc_desktop.model import Member, OpenRole, Organisation
from kdc_desktop.screens.offers.offers_screen import OffersScreen
from kdc_desktop.screens.window.typing_on import PAUSE
from kdc_desktop.services.consortia.roles import add_open_role
from kdc_desktop.services.offers.noting import SaidOffer, note_all
from kdc_desktop.services.offers.rows import Holder
from kdc_desktop.services.sessions import agenda
from kdc_desktop.settings import Settings
from tests.gui.test_jobs import wait_until
from tests.gui.window.sample_window import settle
from tests.rooms.consortia_room import make_room, placed_by_hand

K = Qt.Key


@pytest.fixture
def club(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Club]:
    """The evening of a club is live in its stage of offers: one role is open, one need is said."""
    room = make_room(tmp_path / "club.kdc")
    add_open_role(room.database, placed_by_hand(room)[0], "somebody with permits", "P")
    need = SaidOffer(OfferKind.NEED, "a crane", Holder(room.people[1]))
    note_all(room.database, [need], room.session_id)
    agenda.add_stage(room.database, room.session_id, OFFERS)
    room.database.close()
    program = Program(qapp, Settings(tmp_path / "settings.ini"), lambda _window: None)
    made = program.open(tmp_path / "club.kdc")
    wait_until(lambda: not made.jobs.busy)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    made.window.open_session(room.session_id)
    stage_id = next(one.id for one in made.window.walk.stages if one.kind == "offers")
    agenda.go_live(made.database, room.session_id)
    agenda.go_to_stage(made.database, stage_id)
    made.window.whereabouts.look_at(stage_id)
    settle(made)
    yield made
    made.close()


def press(key: Qt.Key | str) -> None:
    """On whatever has the keys now."""
    there = QApplication.focusWidget()
    assert isinstance(there, QWidget)
    if isinstance(key, str):
        QTest.keyClicks(there, key)
    else:
        QTest.keyClick(there, key)
    QCoreApplication.processEvents()


def test_needs_are_read_aloud_by_r_and_a_hand_fills_a_role_and_a_need(club: Club) -> None:
    screen = club.window.screen_shown
    assert isinstance(screen, OffersScreen)
    assert isinstance(settle(club), OffersSlide)
    screen.needs_table.setFocus()
    press(K.Key_R)
    read = settle(club)
    assert isinstance(read, NeedSlide)
    assert (read.need.text, read.number, read.count) == ("somebody with permits", 1, 2)
    press(K.Key_H)
    press("eero salmi")
    press(K.Key_Return)
    read = settle(club)
    assert isinstance(read, NeedSlide)
    assert read.helpers == ("Eero Salmi",)
    press(K.Key_Right)
    assert settle(club).title == "a crane"
    press(K.Key_H)
    press("lauri salmi")
    press(K.Key_Return)
    read = settle(club)
    assert isinstance(read, NeedSlide)
    assert read.helpers == ("Lauri Salmi",)
    press(K.Key_Escape)
    wall = settle(club)
    assert isinstance(wall, OffersSlide)
    assert [(one.need.text, one.met) for one in wall.pairs] == [("a crane", True)]
    assert wall.needs == ()


def test_from_the_line_of_names_two_keys_read_aloud_and_what_is_typed_there_is_a_name(
    club: Club,
) -> None:
    screen = club.window.screen_shown
    assert isinstance(screen, OffersScreen)
    assert screen.who_edit.hasFocus(), "that is where one begins"
    press("r")
    assert screen.who_edit.text() == "r"
    press(K.Key_Backspace)
    press(K.Key_Escape)
    assert screen.needs_table.hasFocus()
    QTest.qWait(round(1200 * PAUSE))  # else it would be typed on
    press(K.Key_R)
    read = settle(club)
    assert isinstance(read, NeedSlide)
    assert read.need.text == "somebody with permits"


def test_one_key_on_a_role_in_the_table_asks_who_fills_it(club: Club) -> None:
    screen = club.window.screen_shown
    assert isinstance(screen, OffersScreen)
    screen.needs_table.select_key(screen.lines.needs[0].key)
    screen.needs_table.setFocus()
    press(K.Key_H)
    press("eero salmi")
    press(K.Key_Return)
    with club.database.read() as snapshot:
        (role,) = snapshot.scalars(select(OpenRole))
        member = snapshot.get_one(Member, role.filled_by_id)
        (house,) = snapshot.scalars(
            select(Organisation.name).where(Organisation.id == member.organisation_id)
        )
    assert house == "City, Transport"
