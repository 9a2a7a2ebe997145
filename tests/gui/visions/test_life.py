"""A consortium is let go on its page, and what is heard of it stands there afterwards."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.audience.visions.let_go_slide import LetGoSlide
from kdc_desktop.audience.visions.revealed_slide import RevealedSlide
from kdc_desktop.domain.visions.stages import BUY_IN, LET_GO
from kdc_desktop.domain.visions.states import Engagement
from kdc_desktop.i18n import date_text
from kdc_desktop.instants import day_of, laptop_zone
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.let_go_form import CheckLine
from kdc_desktop.screens.visions.life_page import LifePage
from kdc_desktop.screens.visions.view import UnderVision
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.consortia.forming import let_go
from kdc_desktop.services.consortia.projects import look_again
from kdc_desktop.services.consortia.signs import write_sign_of_life
from kdc_desktop.services.sessions.agenda import add_stage
from kdc_desktop.services.sessions.questions import stages
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.commitments import commit
from kdc_desktop.services.visions.estimates import set_estimate
from kdc_desktop.services.visions.letting_go import LifeOfConsortium, life_of
from kdc_desktop.services.visions.positions import take_position
from tests.gui.visions.hands import child, opened, page
from tests.rooms.consortium_room import ConsortiumRoom, add_consortium


@pytest.fixture
def life(screen: VisionScreen) -> LifePage:
    QTest.keyClick(screen.matrix, Qt.Key.Key_G)
    return screen.under.life.page


def now(room: ConsortiumRoom) -> LifeOfConsortium:
    return life_of(room.database, page(room))


def test_the_list_says_what_is_there_and_what_is_missing(life: LifePage) -> None:
    lines = life.form.findChildren(CheckLine)
    assert [line.accessibleName() for line in lines] == [
        "Missing. Version 1 is not agreed. 7 members have not answered version 1.",
        "There. Harbour Mobility leads.",
        "Missing. Nobody has promised anything by a day. Note who gives what by when.",
    ]
    assert life.form.button.text() == "Let it go all the same"


def test_a_tick_says_that_the_contacts_are_shared(life: LifePage, room: ConsortiumRoom) -> None:
    life.form.contacts.click()
    assert now(room).checks[-1].done
    room.database.undo()
    assert not life.form.contacts.isChecked()


def test_a_tick_moves_nothing_that_one_aims_at_next(life: LifePage) -> None:
    form = life.form
    aimed = form.contacts, form.said_edit, form.note_edit, form.again_combo, form.button
    before = [one.mapTo(life, one.rect().center()).y() for one in aimed]
    form.contacts.click()
    QApplication.processEvents()
    assert [one.mapTo(life, one.rect().center()).y() for one in aimed] == before


def test_it_is_let_go_by_keyboard(life: LifePage, room: ConsortiumRoom) -> None:
    assert life.form.said_edit.hasFocus()
    QTest.keyClicks(life.form.said_edit, "Aino Laine")
    QTest.keyClick(life.form.said_edit, Qt.Key.Key_Return)
    QTest.keyClicks(life.form.note_edit, "It rides.")
    life.form.again_combo.setCurrentIndex(1)
    day = life.form.again_combo.currentData()
    QTest.keyClick(life.form.note_edit, Qt.Key.Key_Return)
    QTest.keyClick(life.form.button, Qt.Key.Key_Space)
    assert (now(room).state.said_by, now(room).look_again_on) == ("Aino Laine", day)
    assert not life.form.isVisible()
    assert life.about.text() == "Said by Aino Laine. It rides."
    assert life.again_combo.currentData() == day
    assert life.charter_button.hasFocus()


def test_the_club_looks_again_in_a_quarter_unless_it_is_said_otherwise(
    life: LifePage, room: ConsortiumRoom
) -> None:
    life.form.button.click()
    assert now(room).look_again_on == now(room).today + timedelta(weeks=13)


def test_afterwards_its_charter_is_offered_and_another_day(
    qtbot: QtBot, screen: VisionScreen, life: LifePage, room: ConsortiumRoom
) -> None:
    let_go(room.database, room.consortium_id)
    assert screen.pills.pills["life"].words == "Signs of life"
    with qtbot.waitSignal(screen.under.life.charter_wanted) as wanted:
        life.charter_button.click()
    assert wanted.args == [room.consortium_id, "Yard bikes"]
    life.again_combo.setCurrentIndex(2)
    life.again_combo.activated.emit(2)
    assert now(room).look_again_on == life.again_combo.currentData()
    room.clock.days(400)
    screen.refresh()
    assert life.about.text() == "The day to look again has come."


def test_one_line_is_a_sign_of_life(life: LifePage, room: ConsortiumRoom) -> None:
    QTest.keyClicks(life.signs.text_edit, "Two yards ride")
    QTest.keyClicks(life.signs.said_edit, "Aino")
    QTest.keyClick(life.signs.said_edit, Qt.Key.Key_Return)
    [sign] = now(room).signs
    assert (sign.text, sign.said_by) == ("Two yards ride", "Aino")
    assert (life.signs.text_edit.text(), life.signs.said_edit.text()) == ("", "")
    told = [label.text() for label in life.signs.findChildren(QLabel)]
    assert ("Two yards ride" in told, "today, told by Aino" in told) == (True, True)
    child(life.signs, QPushButton, f"remove_sign_{sign.id}").click()
    assert now(room).signs == ()


def test_what_was_heard_before_today_is_noted_for_its_day(
    qtbot: QtBot, screen: VisionScreen, life: LifePage, room: ConsortiumRoom
) -> None:
    today = life.signs.day_edit.day
    QTest.keyClicks(life.signs.text_edit, "Two yards ride")
    QTest.keyClick(life.signs.day_edit, Qt.Key.Key_Down)
    QTest.keyClick(life.signs.day_edit, Qt.Key.Key_Return)
    [sign] = now(room).signs
    assert sign.day == today - timedelta(days=1)
    assert life.signs.day_edit.day == today, "the next one is of today again"
    life.signs.text_edit.setText("Three ride")
    life.signs.day_edit.setText("soon")
    with qtbot.waitSignal(screen.problem) as told:
        life.signs.button.click()
    assert told.args[0].startswith("Write a day here that the calendar has")
    assert len(now(room).signs) == 1


def test_nothing_written_is_refused_in_words(
    qtbot: QtBot, screen: VisionScreen, life: LifePage
) -> None:
    with qtbot.waitSignal(screen.problem) as told:
        life.signs.button.click()
    assert told.args == ["Write one line on how the consortium does."]


def test_a_consortium_without_a_vision_is_heard_of_as_well(
    qtbot: QtBot, theme: Theme, room: ConsortiumRoom
) -> None:
    write_sign_of_life(room.database, room.consortium_id, "They have met")
    screen = opened(qtbot, theme, room)
    QTest.keyClick(screen, Qt.Key.Key_G)
    assert screen.under.life.page.isVisible()
    assert list(screen.pills.pills) == ["life"]
    QTest.keyClick(screen, Qt.Key.Key_G)
    assert not screen.under.life.page.isVisible()


def test_in_its_stage_the_page_stands_there_by_itself(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    for kind in (BUY_IN, LET_GO):
        add_stage(room.database, room.session_id, kind)
    buy_in, going = stages(room.database, room.session_id)
    looks = []
    for stage in (going, going, buy_in):
        screen.show_stage(stage)
        looks.append(screen.view.look)
    assert looks == [UnderVision.LIFE, UnderVision.LIFE, UnderVision.POSITIONS]


def test_what_is_typed_for_one_consortium_is_not_for_the_next(
    screen: VisionScreen, life: LifePage, room: ConsortiumRoom
) -> None:
    QTest.keyClicks(life.signs.text_edit, "Half a")
    screen.refresh()
    assert life.signs.text_edit.text() == "Half a", "nothing that changes takes it away"
    other, _ = add_consortium(room.database, room.session_id, "Roofs")
    screen.show_consortium(other)
    assert life.signs.text_edit.text() == ""


def test_the_stage_begins_with_the_consortium_that_is_open_and_looking_moves_nobody(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    other, _ = add_consortium(room.database, room.session_id, "Roofs")
    add_stage(room.database, room.session_id, LET_GO)
    (stage,) = stages(room.database, room.session_id)
    screen.show_consortium(other)
    screen.show_stage(stage)
    assert screen.sight_of(stage).of == (other, None, 0)
    screen.show_consortium(room.consortium_id)
    assert screen.sight_of(stage).of == (other, None, 0)


def test_in_its_stage_the_room_sees_what_is_let_go_and_nothing_private(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    add_stage(room.database, room.session_id, LET_GO)
    (stage,) = stages(room.database, room.session_id)
    day = day_of(room.clock(), laptop_zone()) + timedelta(weeks=12)
    commit(room.database, room.members[1], "A locked room", day)
    commit(room.database, room.members[2], "One day or another", None)
    set_estimate(room.database, room.members[1], Engagement.RESISTANT, Engagement.LEADING)
    look_again(room.database, room.consortium_id, day)
    room_sees = screen.slide_of(screen.sight_of(stage))
    assert isinstance(room_sees, LetGoSlide)
    told = room_sees.description
    for words in ("Harbour Mobility", "City, Transport: A locked room", date_text(day)):
        assert words in told
    assert [words for words in ("One day", "esistant") if words in told] == []
    assert not room_sees.let_go
    let_go(room.database, room.consortium_id)
    seen = screen.slide_of(screen.sight_of(stage))
    assert isinstance(seen, LetGoSlide)
    assert seen.let_go == date_text(day_of(room.clock(), laptop_zone()))
    screen.show_stage(stage)
    sight = screen.sight
    assert sight is not None
    assert isinstance(screen.slide_of(sight), LetGoSlide)


def test_letting_go_shows_the_room_no_reveal_of_before(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    for kind in (BUY_IN, LET_GO):
        add_stage(room.database, room.session_id, kind)
    buy_in, going = stages(room.database, room.session_id)
    screen.show_stage(buy_in)
    asked = open_asking(room.database, room.consortium_id, room.session_id)
    for member_id in room.members:
        take_position(room.database, page(room).versions[-1].id, member_id, 6)
    reveal(room.database, asked)
    screen.refresh()
    version = screen.view.version
    assert version is not None
    screen.view.revealed[version.id] = True
    assert isinstance(slide_in(screen), RevealedSlide)
    screen.show_stage(going)
    assert isinstance(slide_in(screen), LetGoSlide)
    let_go(room.database, room.consortium_id)
    screen.refresh()
    assert isinstance(slide_in(screen), LetGoSlide)


def slide_in(screen: VisionScreen) -> Slide | None:
    """What the room sees once something is done here."""
    sight = screen.sight
    return None if sight is None else screen.slide_of(sight)
