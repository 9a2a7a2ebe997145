"""Open needs are read aloud: the room sees each, and a name fills it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.offers.need_slide import NeedSlide
from kdc_desktop.audience.offers.offers_slide import OffersSlide
from kdc_desktop.domain.offers.states import OfferKind
from kdc_desktop.screens.kit.screen import Sight
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.offers.lines import LineKey
from kdc_desktop.services.offers.meeting_needs import answer_need
from kdc_desktop.services.offers.rows import Holder
from tests.gui.offers.test_offers_screen import how_many_met, note, opened, room
from tests.rooms.consortia_room import Room

__all__ = ["room"]
K = Qt.Key


def test_open_needs_are_read_aloud_and_a_name_fills_each(
    qtbot: QtBot, theme: Theme, room: Room
) -> None:
    for at, text in enumerate(("a permit", "a crane", "an ear")):
        note(room, OfferKind.NEED, text, at)
    screen = opened(qtbot, theme, room)
    screen.in_room = screen.sight
    shown: list[Sight] = []
    screen.show_wanted.connect(lambda sight, _told: shown.append(sight))
    QTest.mouseClick(screen.read_button, Qt.MouseButton.LeftButton)
    page = screen.reading.page
    assert (page.need_label.text(), page.position_label.text()) == ("a permit", "1 of 3")
    slide = screen.slide_of(shown[-1])
    assert isinstance(slide, NeedSlide)
    assert (slide.need.text, slide.number, slide.count, slide.helpers) == ("a permit", 1, 3, ())
    QTest.keyClick(page.next_button, K.Key_Right)
    assert screen.slide_of(shown[-1]).need.text == "a crane"
    screen.reading.ask_who()
    QTest.keyClicks(page.helper_edit, "lauri salmi")
    QTest.keyClick(page.helper_edit, K.Key_Return)
    assert how_many_met(room) == 1
    assert screen.slide_of(shown[-1]).helpers == ("Lauri Salmi",)
    helped = page.helped_label.text(), page.next_button.hasFocus()
    assert helped == ("Lauri Salmi can help", True)
    QTest.keyClick(page.next_button, K.Key_Right)
    assert (page.need_label.text(), page.next_button.isEnabled()) == ("an ear", False)
    assert page.previous_button.hasFocus()
    QTest.keyClick(page.previous_button, K.Key_Left)
    assert page.need_label.text() == "a crane"
    QTest.keyClick(page.next_button, K.Key_Escape)
    assert screen.stack.currentWidget() is screen.wall_page
    assert isinstance(screen.slide_of(screen.sight), OffersSlide)


def test_reading_where_the_room_is_elsewhere_leads_nobody_and_begins_with_what_nobody_meets(
    qtbot: QtBot, theme: Theme, room: Room
) -> None:
    met = note(room, OfferKind.NEED, "a permit", 0)
    note(room, OfferKind.NEED, "a crane", 1)
    answer_need(room.database, met, Holder(room.people[2]), 1)
    screen = opened(qtbot, theme, room)
    screen.needs_table.select_key(LineKey(met))
    shown: list[object] = []
    told: list[str] = []
    screen.show_wanted.connect(lambda sight, _told: shown.append(sight))
    screen.said.connect(told.append)
    QTest.mouseClick(screen.read_button, Qt.MouseButton.LeftButton)
    assert screen.reading.page.need_label.text() == "a crane"
    assert (shown, told) == (
        [],
        ["The room goes on seeing what it sees: F5 shows it this need."],
    )
    assert isinstance(screen.slide_of(screen.sight), NeedSlide)
