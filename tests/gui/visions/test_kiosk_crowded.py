"""The kiosk before forty members with long names: all can be told apart, whatever the letters."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.polls.kiosk.kiosk import Kiosk
from kdc_desktop.audience.polls.kiosk.level_row import LevelRow
from kdc_desktop.audience.polls.kiosk.question import KioskQuestion
from kdc_desktop.audience.visions.kiosk.questions import PositionQuestion, PulseOfMembers
from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.i18n import lazy
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.consortia import Member
from kdc_desktop.model.people import Person
from kdc_desktop.services.visions.askings import open_asking
from kdc_desktop.services.visions.pulses import open_pulse
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.settings import Settings
from tests.gui.polls.stand import headline, typed
from tests.rooms.consortium_room import ConsortiumRoom, make_consortium

ENTER = Qt.Key.Key_Return
SIZES = [(1280, 720), (1920, 1080)]
LONG = "Cooperative for the Harbour and all of its Neighbours, no."
MEMBERS = tuple(
    (f"{LONG} {number}", "CR"[number % 2], MemberRole.PARTNER) for number in range(1, 41)
)
STATEMENT = (
    "Every yard shares a cargo bike, insured and stored indoors, so that nobody needs a car. "
)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[ConsortiumRoom]:
    made = make_consortium(tmp_path / "club.kdc", MEMBERS)
    save_version(made.database, made.consortium_id, STATEMENT * 3)
    yield made
    made.database.close()


def pulse(room: ConsortiumRoom) -> PulseOfMembers:
    key = open_pulse(room.database, room.consortium_id, room.session_id)
    return PulseOfMembers(room.database, key)


def positions(room: ConsortiumRoom) -> PositionQuestion:
    key = open_asking(room.database, room.consortium_id, room.session_id)
    return PositionQuestion(room.database, key)


class Stood:
    """Makes kiosks, and puts them away at the end."""

    def __init__(self, qtbot: QtBot, room: ConsortiumRoom) -> None:
        self._qtbot, self._room = qtbot, room
        self._made: list[Kiosk] = []

    def __call__(
        self, question: KioskQuestion, size: tuple[int, int] = (1280, 720), text: int = 100
    ) -> Kiosk:
        settings = Settings(self._room.database.path.with_suffix(".ini"))
        settings.text_size = text
        kiosk = Kiosk(self._room.database, question, settings)
        self._made.append(kiosk)
        kiosk.resize(*size)
        kiosk.show()
        self._qtbot.waitExposed(kiosk)
        return kiosk

    def put_away(self) -> None:
        for kiosk in self._made:
            kiosk._may_close = True
            kiosk.close()
            kiosk.deleteLater()


@pytest.fixture
def stands(qtbot: QtBot, room: ConsortiumRoom) -> Iterator[Stood]:
    made = Stood(qtbot, room)
    yield made
    made.put_away()


def comes(room: ConsortiumRoom, name: str, member: int, badge: str) -> None:
    with room.database.edit(lazy("Came")) as edit:
        organisation_id = edit.get_one(Member, room.members[member]).organisation_id
        person = Person(name=name, organisation_id=organisation_id, created_at=room.clock())
        edit.add(person)
        edit.flush()
        session, there = room.session_id, AttendanceState.PRESENT
        edit.add(Attendance(session_id=session, person_id=person.id, state=there, badge=badge))


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", SIZES, ids=["small", "large"])
def test_no_two_names_say_the_same(
    stands: Stood, room: ConsortiumRoom, size: tuple[int, int], text: int
) -> None:
    kiosk = stands(positions(room), size, text)
    typed(kiosk, "coop")
    shown = [button.text() for button in kiosk.stack.pick.name_buttons if button.isVisible()]
    assert shown
    assert len(set(shown)) == len(shown)


def test_an_organisation_is_no_resident(stands: Stood, room: ConsortiumRoom) -> None:
    kiosk = stands(positions(room))
    for number, told in ((39, "resident"), (40, "")):
        typed(kiosk, f"coop {number}")
        named = kiosk.stack.pick.name_buttons[0].accessibleName()
        assert named == (f"{LONG} {number}  ·  {told}" if told else f"{LONG} {number}")
        kiosk.turns.start_over()


@pytest.mark.parametrize("text", [100, 200])
def test_who_sees_what_is_answered_is_told_whole_beside_a_long_statement(
    stands: Stood, room: ConsortiumRoom, text: int
) -> None:
    kiosk = stands(positions(room), text=text)
    said = kiosk.stack.pick.question.text()
    assert said.endswith("until all answers are shown at once.")
    assert text == 100 or len(said) < 110


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("ask", [positions, pulse])
def test_what_is_asked_stands_after_a_long_name(
    stands: Stood, room: ConsortiumRoom, ask: type, text: int
) -> None:
    kiosk = stands(ask(room), text=text)
    kiosk.turns.pick(kiosk._question.waiting[-1])
    asked = ("where do you stand?", "your level", "how does it go?", "from 1 to 5")
    assert headline(kiosk).endswith(asked)
    assert len(headline(kiosk)) < 50
    if ask is pulse:
        assert "1 is not at all, 5 is fully" in kiosk.stack.paper.subject.text()


def test_a_badge_that_is_scanned_over_a_pulse_answers_nothing(
    stands: Stood, room: ConsortiumRoom
) -> None:
    comes(room, "Aino Laine", 1, "17")
    comes(room, "Olli Aho", 3, "38")
    kiosk = stands(pulse(room))
    typed(kiosk, "aino", ENTER, "4", "5")
    paper = kiosk.stack.paper.paper
    had = paper.marks
    paper.code.leave()
    typed(kiosk, "3", "8", ENTER)
    assert kiosk.page is kiosk.stack.still
    assert paper.marks == had, "what the badge changed is undone"


def test_a_step_can_be_touched_and_taken_back_by_keys(stands: Stood, room: ConsortiumRoom) -> None:
    kiosk = stands(pulse(room))
    kiosk.turns.pick(kiosk._question.waiting[0])
    paper = kiosk.stack.paper.paper
    first = paper.findChild(LevelRow, "row_1")
    assert first is not None
    button = first.findChild(QPushButton, "level_4")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert paper.marks == {Spot(1): 4}
    assert first.accessibleName().endswith("4 of 5")
    typed(kiosk, Qt.Key.Key_Up, Qt.Key.Key_Minus)
    assert paper.marks == {Spot(1): 3}
    typed(kiosk, *[Qt.Key.Key_Left] * 4)
    assert paper.marks == {}
    typed(kiosk, "9")
    assert kiosk.foot.line.text() == "Each question is answered from 1 to 5."
