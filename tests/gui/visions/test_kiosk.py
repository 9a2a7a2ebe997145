"""Members say where they stand at the kiosk, in turn, and nobody sees it before the reveal."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.polls.kiosk.kiosk import Kiosk
from kdc_desktop.audience.polls.kiosk.question import Said
from kdc_desktop.audience.visions.kiosk.questions import PositionQuestion, PulseOfMembers
from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.errors import UserError
from kdc_desktop.services.sessions.agenda import close_session
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.pulses import open_pulse, pulses, reveal_pulse
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.settings import Settings
from tests.gui.polls.stand import headline, shown_words, typed
from tests.gui.visions.hands import FIRST
from tests.rooms.consortium_room import ConsortiumRoom
from tests.rooms.vision_pages import vision_page

ENTER = Qt.Key.Key_Return


@pytest.fixture
def version(room: ConsortiumRoom) -> int:
    return save_version(room.database, room.consortium_id, FIRST)


@pytest.fixture
def asking_id(room: ConsortiumRoom, version: int) -> int:
    return open_asking(room.database, room.consortium_id, room.session_id)


def shown(kiosk: Kiosk, qtbot: QtBot) -> Kiosk:
    kiosk.resize(1280, 720)
    kiosk.show()
    qtbot.waitExposed(kiosk)
    return kiosk


def away(kiosk: Kiosk) -> None:
    kiosk._may_close = True
    kiosk.close()
    kiosk.deleteLater()


@pytest.fixture
def kiosk(room: ConsortiumRoom, asking_id: int, qtbot: QtBot, tmp_path: Path) -> Iterator[Kiosk]:
    question = PositionQuestion(room.database, asking_id)
    made = shown(Kiosk(room.database, question, Settings(tmp_path / "settings.ini")), qtbot)
    yield made
    away(made)


def test_a_member_chooses_a_level_says_why_and_hands_it_in(
    kiosk: Kiosk, room: ConsortiumRoom, version: int
) -> None:
    typed(kiosk, "north", ENTER)
    assert headline(kiosk) == "North Insurance, where do you stand?"
    typed(kiosk, "1", "3", ENTER)  # the second choice takes the place of the first
    assert headline(kiosk) == "Is this your answer, North Insurance?"
    reasons = kiosk.stack.confirm.reasons
    assert reasons is not None
    reasons.why.setFocus()
    typed(kiosk, "Who pays?", ENTER, "A lock", ENTER, ENTER)
    assert kiosk.stack.told == "thanks"
    page = vision_page(room.database, room.consortium_id)
    assert (page.positions, page.hidden) == ({}, frozenset({(room.members[5], version)}))
    (asking,) = page.askings
    reveal(room.database, asking.id or 0)
    answer = vision_page(room.database, room.consortium_id).positions[room.members[5], version]
    assert (answer.level, answer.reason, answer.would_move) == (3, "Who pays?", "A lock")
    assert answer.way is AnswerWay.KIOSK


def test_an_answer_without_a_level_is_none(kiosk: Kiosk) -> None:
    typed(kiosk, "north", ENTER, ENTER)
    assert kiosk.foot.line.text() == "Choose one of the levels first."
    assert headline(kiosk) == "North Insurance, where do you stand?"


def test_nothing_of_an_answer_is_left_for_the_next_one(kiosk: Kiosk) -> None:
    typed(kiosk, "north", ENTER, "3", ENTER)
    reasons = kiosk.stack.confirm.reasons
    assert reasons is not None
    reasons.why.setFocus()
    typed(kiosk, "Who pays?")
    kiosk.cover()
    assert reasons.said.why == ""
    typed(kiosk, "harbour", ENTER)
    assert "Who pays?" not in " ".join(shown_words(kiosk))


def test_the_reveal_ends_the_kiosk(
    kiosk: Kiosk, room: ConsortiumRoom, asking_id: int, qtbot: QtBot
) -> None:
    typed(kiosk, "north", ENTER, "3", ENTER)
    QTest.keyClick(kiosk.stack.confirm.cast_button, ENTER)
    kiosk.turns.start_over()
    with qtbot.waitSignal(kiosk.left):
        reveal(room.database, asking_id)


def test_the_pulse_is_five_presses_and_counts_no_dots(
    room: ConsortiumRoom, qtbot: QtBot, tmp_path: Path
) -> None:
    pulse_id = open_pulse(room.database, room.consortium_id, room.session_id)
    question = PulseOfMembers(room.database, pulse_id)
    kiosk = shown(Kiosk(room.database, question, Settings(tmp_path / "settings.ini")), qtbot)
    told: list[str] = []
    kiosk.stack.paper.paper.said.connect(told.append)
    for member in ("north", "harbour", "univ"):
        typed(kiosk, member, ENTER, "3", "1", "1", "1", ENTER)
        assert kiosk.foot.line.text().startswith("Answer all five questions")
        assert kiosk.stack.paper.left.text() == "4 of 5 answered"
        typed(kiosk, "2", Qt.Key.Key_Left, ENTER)
        assert headline(kiosk).startswith("Is this your answer")
        assert "3 of 5" in shown_words(kiosk)
        assert not [words for words in (*told, *shown_words(kiosk)) if "dot" in words]
        QTest.keyClick(kiosk.stack.confirm.cast_button, ENTER)
        kiosk.turns.start_over()
    reveal_pulse(room.database, pulse_id)
    (row,) = pulses(room.database, room.consortium_id)
    assert [beat.mean for beat in row.beats] == [3.0, 1.0, 1.0, 1.0, 1.0]
    away(kiosk)


def test_nothing_is_answered_once_the_session_is_closed(
    room: ConsortiumRoom, asking_id: int
) -> None:
    pulse_id = open_pulse(room.database, room.consortium_id, room.session_id)
    questions = (
        (PositionQuestion(room.database, asking_id), {Spot(3): 1}),
        (PulseOfMembers(room.database, pulse_id), dict.fromkeys(map(Spot, range(1, 6)), 3)),
    )
    close_session(room.database, room.session_id)
    for question, marks in questions:
        with pytest.raises(UserError, match="or the session is closed"):
            question.cast(question.waiting[0].person_id, marks, Said())
        assert question.voted == []


def test_who_has_answered_here_is_not_told_to_be_silent(
    kiosk: Kiosk, room: ConsortiumRoom, version: int
) -> None:
    typed(kiosk, "north", ENTER, "3", ENTER)
    assert kiosk.stack.confirm.reasons is not None
    QTest.keyClick(kiosk.stack.confirm.cast_button, ENTER)
    reasons = [str(one) for one in vision_page(room.database, room.consortium_id).readiness.reasons]
    assert "6 members have not answered version 1." in reasons
    assert "1 answer is hidden." in reasons
