"""The dialog that notes an answer: whose it is, who has said it, and what was noted before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QRadioButton
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Delegate, Member, Person
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.position_dialog import Place, PositionDialog
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.visions.askings import open_asking
from kdc_desktop.services.visions.noted import may_speak_for
from kdc_desktop.services.visions.positions import HowAnswered, take_position
from kdc_desktop.services.visions.reservations import Concern
from kdc_desktop.services.visions.scale import set_scale
from tests.gui.visions.hands import child, latest, page
from tests.rooms.consortium_room import ConsortiumRoom
from tests.rooms.vision_pages import reveal_all

CALL = HowAnswered(way=AnswerWay.CALL)
HAND = HowAnswered(way=AnswerWay.HAND)


def opened(
    qtbot: QtBot, theme: Theme, room: ConsortiumRoom, member: int, how: HowAnswered = CALL
) -> PositionDialog:
    place = Place.of(page(room), room.members[member], latest(room).id)
    made = PositionDialog(theme, room.database, place, how)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def choose(box: QComboBox, text: str) -> None:
    """As hands do it: the entry is gone to, and taken."""
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def works_for(room: ConsortiumRoom, name: str, member: int, *, seated: bool = False) -> int:
    with room.database.edit(lazy("Came")) as edit:
        seat = edit.get_one(Member, room.members[member])
        person = Person(
            name=name, organisation_id=seat.organisation_id, created_at=room.database.now()
        )
        edit.add(person)
        edit.flush()
        if seated:
            edit.add(Delegate(member_id=seat.id, person_id=person.id, session_id=room.session_id))
        return person.id


def noted(dialog: PositionDialog) -> tuple[int | None, str, str]:
    return dialog.levels.level, dialog.reason_edit.text(), dialog.move_edit.text()


def test_whose_call_it_is_is_chosen_in_the_dialog(
    qtbot: QtBot, theme: Theme, screen: VisionScreen, room: ConsortiumRoom
) -> None:
    dialog = opened(qtbot, theme, room, 0)
    box = dialog.member_combo
    assert [box.itemText(at) for at in range(box.count())] == [
        one.name for one in page(room).members
    ]
    choose(box, "North Insurance")
    QTest.keyClick(dialog, Qt.Key.Key_6)
    dialog.save()
    said = page(room).said(room.members[5], latest(room).id)
    assert said is not None
    assert (said.level, said.way) == (6, AnswerWay.CALL)


def test_an_answer_of_the_evening_is_of_the_cell_that_is_current(
    qtbot: QtBot, theme: Theme, screen: VisionScreen, room: ConsortiumRoom
) -> None:
    dialog = opened(qtbot, theme, room, 5, HAND)
    assert not dialog.member_combo.isVisible()
    assert dialog.who_label.text() == "North Insurance"


def test_what_one_has_written_is_kept_where_another_member_is_chosen(
    qtbot: QtBot, theme: Theme, screen: VisionScreen, room: ConsortiumRoom
) -> None:
    dialog = opened(qtbot, theme, room, 0)
    QTest.keyClick(dialog, Qt.Key.Key_4)
    QTest.keyClicks(dialog.reason_edit, "No budget")
    choose(dialog.member_combo, "City, Transport")
    assert noted(dialog) == (4, "No budget", "")


def test_who_has_said_it_is_one_of_its_people_who_spoke_first(
    qtbot: QtBot, theme: Theme, screen: VisionScreen, room: ConsortiumRoom
) -> None:
    aino, olli = works_for(room, "Aino Laine", 0), works_for(room, "Olli Aho", 0, seated=True)
    works_for(room, "Sari Niemi", 1)
    assert [one.person_id for one in may_speak_for(room.database, room.members[0])] == [olli, aino]
    dialog = opened(qtbot, theme, room, 0)
    box = dialog.said_by_combo
    names = [box.itemText(at) for at in range(box.count())]
    assert names == ["not noted", "Olli Aho", "Aino Laine"]
    choose(box, "Aino Laine")
    QTest.keyClick(dialog, Qt.Key.Key_6)
    dialog.save()
    said = page(room).said(room.members[0], latest(room).id)
    assert said is not None
    assert said.said_by_id == aino
    again = opened(qtbot, theme, room, 0)
    assert again.said_by_combo.currentText() == "Aino Laine"


@pytest.mark.parametrize("key", SCALES)
@pytest.mark.parametrize("how", [CALL, HAND], ids=["call", "hand"])
def test_no_level_moves_what_stands_below_it(
    qtbot: QtBot,
    theme: Theme,
    screen: VisionScreen,
    room: ConsortiumRoom,
    key: str,
    how: HowAnswered,
) -> None:
    set_scale(room.database, room.consortium_id, key)
    dialog = opened(qtbot, theme, room, 0, how)
    places = set()
    for level in SCALES[key].levels:
        child(dialog, QRadioButton, f"level_{level.value}").click()
        qtbot.wait(1)
        check = dialog.reservation_check
        places.add((check.mapTo(dialog, check.rect().topLeft()), dialog.size()))
        assert str(level.sentence) in dialog.levels.sentence.text()
        sentence = dialog.levels.sentence
        assert sentence.height() >= sentence.heightForWidth(sentence.width())
    assert len(places) == 1


def test_what_was_noted_stands_there_when_it_is_opened_again(
    qtbot: QtBot, theme: Theme, screen: VisionScreen, room: ConsortiumRoom
) -> None:
    version, harbour = latest(room).id, room.members[0]
    take_position(room.database, version, harbour, 6, "It rains", "A roof", how=CALL)
    dialog = opened(qtbot, theme, room, 0)
    assert noted(dialog) == (6, "It rains", "A roof")
    assert dialog.noted_label.text() == (
        "Noted like this on 15.09.2026, and that stays. What you save here is a new answer."
    )
    choose(dialog.member_combo, "City, Transport")
    assert noted(dialog) == (None, "", "")
    assert dialog.noted_label.text().startswith("Nothing is noted of it on this version.")
    choose(dialog.member_combo, "Harbour Mobility")
    assert noted(dialog) == (6, "It rains", "A roof")


def test_the_same_call_is_not_noted_twice_and_another_day_is_another_call(
    qtbot: QtBot, theme: Theme, screen: VisionScreen, room: ConsortiumRoom
) -> None:
    take_position(room.database, latest(room).id, room.members[0], 6, "It rains", how=CALL)
    opened(qtbot, theme, room, 0).save()
    assert len(page(room).given) == 1
    dialog = opened(qtbot, theme, room, 0)
    dialog.reason_edit.setText("It rains a lot")
    dialog.save()
    assert [one.reason for one in page(room).given.values()] == ["It rains", "It rains a lot"]
    room.clock.days(1)
    opened(qtbot, theme, room, 0).save()
    assert len(page(room).given) == 3


def test_what_was_heard_of_a_reservation_is_chosen_when_it_is_opened_again(
    qtbot: QtBot, theme: Theme, screen: VisionScreen, room: ConsortiumRoom
) -> None:
    version, harbour = latest(room).id, room.members[0]
    take_position(room.database, version, harbour, 4, concern=Concern("Who pays?"))
    reveal_all(room.database)
    room.clock.days(1)
    open_asking(room.database, room.consortium_id, room.session_id)
    (raised,) = page(room).reservations
    take_position(room.database, version, harbour, 7, how=HAND, heard={raised.id: False})
    dialog = opened(qtbot, theme, room, 0, HAND)
    assert child(dialog, QRadioButton, f"lifted_{raised.id}").isChecked()
    assert dialog.asked_again.heard == {raised.id: False}
    assert dialog.levels.level == 7


def test_what_came_by_the_kiosk_stands_in_no_dialog(
    qtbot: QtBot, theme: Theme, screen: VisionScreen, room: ConsortiumRoom
) -> None:
    person = works_for(room, "Aino Laine", 0)
    open_asking(room.database, room.consortium_id, room.session_id)
    how = HowAnswered(room.session_id, AnswerWay.KIOSK, person)
    take_position(room.database, latest(room).id, room.members[0], 2, "Never", how=how)
    for way in (CALL, HAND):
        dialog = opened(qtbot, theme, room, 0, way)
        assert noted(dialog) == (None, "", "")
        assert dialog.said_by_combo.currentText() == "not noted"


def test_a_call_is_noted_wherever_the_keys_are(screen: VisionScreen, room: ConsortiumRoom) -> None:
    take_position(room.database, latest(room).id, room.members[0], 6, how=CALL)
    QTest.keyClick(screen.matrix, Qt.Key.Key_L)
    assert screen.ledger.isVisible()
    QTest.keyClick(screen.ledger.view, Qt.Key.Key_T)
    dialog = child(screen, PositionDialog)
    assert dialog.member_combo.currentText() in {one.name for one in page(room).members}
    dialog.reject()


def test_another_member_is_chosen_and_no_field_moves(
    qtbot: QtBot, theme: Theme, screen: VisionScreen, room: ConsortiumRoom
) -> None:
    take_position(room.database, latest(room).id, room.members[0], 7)
    reveal_all(room.database)
    dialog = opened(qtbot, theme, room, 0)
    assert dialog.windowTitle() == "A call"
    before = dialog.reason_edit.mapTo(dialog, dialog.reason_edit.rect().topLeft())
    choose(dialog.member_combo, "North Insurance")
    qtbot.wait(10)
    assert dialog.reason_edit.mapTo(dialog, dialog.reason_edit.rect().topLeft()) == before


def test_a_call_begins_with_a_member_that_has_not_just_answered(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    open_asking(room.database, room.consortium_id, room.session_id)
    take_position(room.database, latest(room).id, room.members[0], 7)
    screen.matrix.setFocus()
    QTest.keyClick(screen.matrix, Qt.Key.Key_Home)
    screen.asking.note_call()
    dialog = child(screen, PositionDialog)
    assert dialog.member_combo.currentText() == "City, Transport"
    dialog.reject()
