"""The wall of offers and needs, played with keys and clicks on a real file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.offers.need_slide import NeedSlide
from kdc_desktop.audience.offers.offers_slide import OffersSlide
from kdc_desktop.domain.offers.states import OfferKind
from kdc_desktop.i18n import lazy
from kdc_desktop.jobs import Jobs
from kdc_desktop.model import Attendance
from kdc_desktop.screens.kit.screen import Sight
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.offers.lines import LineKey, met_told
from kdc_desktop.screens.offers.offers_screen import OffersScreen
from kdc_desktop.services.consortia.roles import add_open_role
from kdc_desktop.services.joined.offers import ROLES
from kdc_desktop.services.offers.noting import SaidOffer, note_all
from kdc_desktop.services.offers.questions import matched, open_offers
from kdc_desktop.services.offers.rows import Holder
from tests.rooms.consortia_room import Room, columns, make_room, placed_by_hand

K = Qt.Key


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


def opened(qtbot: QtBot, theme: Theme, room: Room) -> OffersScreen:
    screen = OffersScreen(theme, room.database, 1, Jobs(), ROLES)
    qtbot.addWidget(screen)
    room.database.subscribe(screen.on_changes)
    screen.resize(1100, 700)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.begin_noting()
    return screen


def note(room: Room, kind: OfferKind, text: str, at: int) -> int:
    (key,) = note_all(room.database, [SaidOffer(kind, text, Holder(room.people[at]))], 1)
    return key


def noted(room: Room) -> list[tuple[str, str, str]]:
    with room.database.read() as snapshot:
        return [(row.who, row.kind.value, row.text) for row in open_offers(snapshot)]


def how_many_met(room: Room) -> int:
    with room.database.read() as snapshot:
        return len(matched(snapshot))


def test_who_and_what_are_noted_one_after_the_other_with_the_keyboard_alone(
    qtbot: QtBot, theme: Theme, room: Room
) -> None:
    screen = opened(qtbot, theme, room)
    QTest.keyClicks(screen.who_edit, "aino salmi")
    QTest.keyClick(screen.who_edit, K.Key_Return)
    assert screen.offers_edit.hasFocus()
    QTest.keyClicks(screen.offers_edit, "a yard; a van")
    QTest.keyClick(screen.offers_edit, K.Key_Tab)
    QTest.keyClicks(screen.needs_edit, "a permit")
    QTest.keyClick(screen.needs_edit, K.Key_Return)
    assert noted(room) == [
        ("Aino Salmi", "offer", "a yard"),
        ("Aino Salmi", "offer", "a van"),
        ("Aino Salmi", "need", "a permit"),
    ]
    lines = screen.who_edit, screen.offers_edit, screen.needs_edit
    assert [line.text() for line in lines] == ["", "", ""]
    assert screen.who_edit.hasFocus()
    assert screen.counts_label.text() == "2 offers, 1 need, 0 matches"
    QTest.keyClicks(screen.who_edit, "city, transport")
    QTest.keyClicks(screen.needs_edit, "test users")
    QTest.mouseClick(screen.add_button, Qt.MouseButton.LeftButton)
    assert noted(room)[-1] == ("City, Transport", "need", "test users")


def test_nobody_known_and_nothing_said_are_told_and_what_was_typed_stays(
    qtbot: QtBot, theme: Theme, room: Room
) -> None:
    screen = opened(qtbot, theme, room)
    screen.offers_edit.setText("a yard")
    for name in ("Nobody Known", "salmi", ""):
        screen.who_edit.setText(name)
        with qtbot.waitSignal(screen.problem):
            QTest.keyClick(screen.offers_edit, K.Key_Return)
        assert (screen.offers_edit.text(), screen.who_edit.hasFocus()) == ("a yard", True)
    screen.who_edit.setText("aino salmi")
    screen.offers_edit.clear()
    with qtbot.waitSignal(screen.problem):
        QTest.mouseClick(screen.add_button, Qt.MouseButton.LeftButton)
    assert noted(room) == []


def test_those_that_say_the_same_are_suggested_and_matched_by_a_key(
    qtbot: QtBot, theme: Theme, room: Room
) -> None:
    offer = note(room, OfferKind.OFFER, "a bike yard", 0)
    need = note(room, OfferKind.NEED, "yard for bikes", 1)
    screen = opened(qtbot, theme, room)
    (line,) = screen.lines.needs
    assert [one.id for one in line.likely] == [offer]
    screen.needs_table.select_key(LineKey(need))
    screen.needs_table.setFocus()
    screen.verbs.matching.trigger()
    assert how_many_met(room) == 1
    slide = screen.slide_of(Sight())
    assert isinstance(slide, OffersSlide)
    assert [(one.number, one.met) for one in slide.pairs] == [(1, True)]
    assert (slide.needs, slide.offers) == ((), ())
    room.database.undo()
    assert [one.met for one in screen.slide_of(Sight()).pairs] == [False]
    screen.offers_table.select_key(LineKey(offer))
    QTest.mouseClick(screen.match_button, Qt.MouseButton.LeftButton)
    screen.verbs.part()
    assert how_many_met(room) == 0


def test_a_wrong_match_is_dismissed_by_a_key_and_the_next_best_takes_its_place(
    qtbot: QtBot, theme: Theme, room: Room
) -> None:
    need = note(room, OfferKind.NEED, "a yard for bikes", 0)
    best = note(room, OfferKind.OFFER, "a bike yard", 1)
    next_best = note(room, OfferKind.OFFER, "a yard", 2)
    screen = opened(qtbot, theme, room)
    assert shown_pairs(screen) == [(best, False)]
    screen.needs_table.select_key(LineKey(need))
    screen.needs_table.setFocus()
    QTest.keyClick(screen.needs_table, K.Key_X)
    qtbot.waitUntil(lambda: screen.is_painted)
    assert shown_pairs(screen) == [(next_best, False)]
    QTest.mouseClick(screen.unfit_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: screen.is_painted)
    assert shown_pairs(screen) == []
    slide = screen.slide_of(Sight())
    assert isinstance(slide, OffersSlide)
    assert [card.text for card in slide.needs] == ["a yard for bikes"]
    assert len(slide.offers) == 2
    (line,) = screen.lines.needs
    assert [one.id for one in line.unfit] == [best, next_best]
    assert met_told(line).splitlines() == [
        "Eero Salmi: a bike yard (does not fit)",
        "Helmi Salmi: a yard (does not fit)",
    ]
    room.database.undo()
    qtbot.waitUntil(lambda: screen.is_painted)
    assert shown_pairs(screen) == [(next_best, False)]


def test_those_that_were_dismissed_may_fit_after_all_and_are_matched_by_hand(
    qtbot: QtBot, theme: Theme, room: Room
) -> None:
    need = note(room, OfferKind.NEED, "a yard for bikes", 0)
    offer = note(room, OfferKind.OFFER, "a bike yard", 1)
    screen = opened(qtbot, theme, room)
    screen.offers_table.select_key(LineKey(offer))
    verbs = screen.verbs
    for say, count in ((verbs.dismiss, 0), (verbs.allow, 1), (verbs.dismiss, 0)):
        say()
        qtbot.waitUntil(lambda: screen.is_painted)
        assert len(shown_pairs(screen)) == count
    with qtbot.waitSignal(screen.problem) as caught:
        verbs.dismissing.trigger()
    sentence = "Select an offer or a need that “perhaps” meets another, or one of each."
    assert caught.args == [sentence]
    screen.needs_table.select_key(LineKey(need))
    screen.needs_table.setFocus()
    QTest.keyClick(screen.needs_table, K.Key_M)
    assert shown_pairs(screen) == [(offer, True)]
    verbs.dismissing.trigger()
    assert shown_pairs(screen) == []
    with qtbot.waitSignal(screen.problem) as caught:
        verbs.dismissing.trigger()
    assert caught.args == ["It was said before that these do not fit."]


def shown_pairs(screen: OffersScreen) -> list[tuple[int, bool]]:
    """By the id of the offer: what is joined with the need, and whether it has met."""
    (line,) = screen.lines.needs
    joined = [(one.id, True) for one in line.met] or [(one.id, False) for one in line.likely[:1]]
    slide = screen.slide_of(Sight())
    assert isinstance(slide, OffersSlide)
    assert [one.met for one in slide.pairs] == [met for _key, met in joined]
    return joined


def test_words_are_changed_in_the_table_and_what_is_selected_ends_or_goes(
    qtbot: QtBot, theme: Theme, room: Room
) -> None:
    first = note(room, OfferKind.OFFER, "a yard", 0)
    note(room, OfferKind.OFFER, "a van", 1)
    screen = opened(qtbot, theme, room)
    table = screen.offers_table
    table.setFocus()
    table.select_key(LineKey(first))
    model = table.filter.rows
    index = model.index(0, 0)
    assert model.setData(index, "a large yard")
    assert noted(room)[0][2] == "a large yard"
    QTest.keyClick(table, K.Key_Delete)
    assert [text for _who, _kind, text in noted(room)] == ["a van"]
    room.database.undo()
    screen.search_edit.setText("van")
    assert table.model().rowCount() == 1


def test_the_room_does_not_see_what_those_offer_who_are_not_here(
    qtbot: QtBot, theme: Theme, room: Room
) -> None:
    (key,) = note_all(
        room.database, [SaidOffer(OfferKind.OFFER, "a yard", Holder(room.people[0]))], None
    )
    screen = opened(qtbot, theme, room)
    assert [card.text for card in screen.slide_of(Sight()).offers] == ["a yard"]
    with room.database.edit(lazy("Gone")) as edit:
        edit.delete(edit.get_one(Attendance, 1))
    assert screen.slide_of(Sight()).offers == ()
    (line,) = screen.lines.offers
    assert (line.key.id, line.is_seen) == (key, False)


def test_one_key_fills_an_open_role_and_one_undo_opens_it_again(
    qtbot: QtBot, theme: Theme, room: Room
) -> None:
    add_open_role(room.database, placed_by_hand(room)[0], "somebody with permits", "P")
    screen = opened(qtbot, theme, room)
    screen.reading.start()
    screen.reading.ask_who()
    page = screen.reading.page
    QTest.keyClicks(page.helper_edit, "eero salmi")
    QTest.keyClick(page.helper_edit, K.Key_Return)
    assert [one.name for one in columns(room)[0].members] == ["City, Transport"]
    slide = screen.slide_of(screen.sight)
    assert isinstance(slide, NeedSlide)
    assert slide.helpers == ("Eero Salmi",)
    room.database.undo()
    assert columns(room)[0].members == ()
    assert screen.slide_of(screen.sight).helpers == ()


def test_an_empty_wall_says_what_comes_and_has_nothing_to_read(
    qtbot: QtBot, theme: Theme, room: Room
) -> None:
    screen = opened(qtbot, theme, room)
    with qtbot.waitSignal(screen.problem) as caught:
        QTest.mouseClick(screen.read_button, Qt.MouseButton.LeftButton)
    assert caught.args == ["There is no open need to read aloud. Note what people need first."]
    assert screen.needs_table.told == "What people and organisations need comes here."
    slide = screen.slide_of(Sight())
    assert isinstance(slide, OffersSlide)
    assert slide.pages == 1
